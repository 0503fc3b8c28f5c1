"""What the search for duplicates takes and gives: reports, matches and typed reasons."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct


class State(StrEnum):
    """Where the earlier report's case stands, as far as a comparison cares."""

    OPEN = "open"
    CLOSED = "closed"


class Relation(StrEnum):
    """What the new report is to the earlier one, if both speak of one problem."""

    SAME = "same"
    RECURRENCE = "recurrence"
    THANKS_OR_FIXED = "thanks_or_fixed"
    URGING = "urging"

    @property
    def key(self) -> str:
        """The key of its words in texts/*/duplicates.ftl."""
        return f"duplicate-relation-{self.value.replace('_', '-')}"


class ReasonCode(StrEnum):
    """What was compared. `Reason.agrees` says with which result; texts/*/duplicates.ftl has the words."""

    ALLEY = "alley"
    HAMLET = "hamlet"
    STREET = "street"
    POST = "post"
    LANDMARK = "landmark"
    OBJECT = "object"
    TROUBLE = "trouble"
    WORDING = "wording"
    TIME = "time"
    PIN = "pin"
    PERSON = "person"
    FIXED = "fixed"
    AGAIN = "again"


class Report(Struct, frozen=True):
    """
    One petition as the comparison sees it: its words, place and moment.

    `commune_code` and `province_code` are opaque keys. `at` is aware. `lat`/`lon` are degrees (WGS 84). `person` is any
    key that is equal for two reports of one person; it never needs to be a name. `seam`: where in `text` what was said
    of the place begins, behind ". "; 0 for a text of one piece.
    """

    id: str
    text: str
    commune_code: str
    province_code: str
    at: datetime
    subject: str | None = None
    lat: float | None = None
    lon: float | None = None
    person: str | None = None
    state: State | None = None
    seam: int = 0


class Reason(Struct, frozen=True):
    """
    One thing that was compared.

    `value` is what both share, or the earlier report's value when they differ ("12" for an alley, "đèn đường" for an
    object, percent for a wording, days for a time, metres for a pin). It may hold words of the earlier report: an
    officer may see it, a resident only what `design.md` §11 allows.
    """

    code: ReasonCode
    agrees: bool
    value: str | int | None = None

    @property
    def key(self) -> str:
        """The key of its words in texts/*/duplicates.ftl, which take `value`."""
        return f"duplicate-{self.code}-{'same' if self.agrees else 'other'}"


class Match(Struct, frozen=True):
    """One earlier report: `score` is the calibrated probability (0..1) that both speak of one problem."""

    id: str
    score: float
    relation: Relation
    suggest: bool
    reasons: tuple[Reason, ...]


class Similar(Struct, frozen=True):
    """The earlier reports that may be the same problem, best first; `suggest` says whether to ask about the best."""

    candidates: tuple[Match, ...]
    suggest: bool
