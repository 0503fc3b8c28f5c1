"""Rows that a report's figures are counted from: moments are whole milliseconds since 1970, as stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from conversation.codec import Json


@dataclass(frozen=True, slots=True)
class Reach:
    """
    Whose petitions are counted: of a commune, a province or (`CENTRE`) everywhere; `organisation` "" for all.

    `begins` and `ends` are milliseconds since 1970, the second not counted. `demo` counts invented petitions
    instead of real ones. `merged`: codes of former communes that were merged into the commune.
    """

    unit: str
    organisation: str
    begins: int
    ends: int
    demo: bool = False
    merged: tuple[str, ...] = ()


class PetitionFact(NamedTuple):
    """One petition filed in the period, once for each case that it was in at the cut-off (`case_id` None: none)."""

    id: int
    code: str
    person_id: int
    kind: str
    commune: str
    organisation: str
    subject: str
    origin: str
    confidential: bool
    filed_at: int
    withdrawn_at: int | None
    case_id: int | None


class CaseFact(NamedTuple):
    """A case of these petitions. `state` and `outcome` are those of now when `changed_at` is after the cut-off."""

    id: int
    code: str
    commune: str
    province: str
    organisation: str
    subject: str
    kind: str
    place: str
    title: str
    state: str
    outcome: str | None
    confidential: bool
    danger: bool
    opened_at: int
    due_at: int | None
    paused_at: int | None
    closed_at: int | None
    changed_at: int
    recurrence_of_id: int | None


class ReferralFact(NamedTuple):
    """A case at an authority, sent before the cut-off, and waiting or answered in the period or of its petitions."""

    id: int
    case_id: int
    case_code: str
    commune: str
    organisation: str
    subject: str
    kind: str
    confidential: bool
    authority: str
    authority_name: str
    sent_at: int
    due_at: int
    answered_at: int | None
    ended_at: int | None
    reminded: int
    last_reminded_at: int | None
    handed_back: bool

    @property
    def waits(self) -> bool:
        """Whether an answer is waited for at the cut-off: none came, and the case was not closed without one."""
        return self.answered_at is None and self.ended_at is None


class CrowdFact(NamedTuple):
    """Who stands behind a case at the cut-off, since the first of them."""

    case_id: int
    petitions: int
    people: int
    first_filed_at: int


class StoryFact(NamedTuple):
    """When the last step of each kind was taken in a case before the cut-off, and how many times it was reopened."""

    case_id: int
    accepted_at: int | None
    verified_at: int | None
    checked_at: int | None
    reopened_at: int | None
    reopened: int


class ClockFact(NamedTuple):
    """A line of a case's story that set its due date, or stopped its clock or let it go on."""

    case_id: int
    at: int
    data: dict[str, Json]


class ReferralLine(NamedTuple):
    """A line of a case's story about one of its referrals: sent, given more time, reminded."""

    case_id: int
    step: str
    at: int
    data: dict[str, Json]


class RatingFact(NamedTuple):
    """What one petitioner thought of one case."""

    case_id: int
    petition_id: int
    score: str


class UnitFact(NamedTuple):
    """A unit inside the reach."""

    code: str
    type: str
    name: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Facts:
    """
    All that figures are counted from.

    Of cases that changed after the cut-off `states` holds (state, outcome) at it, `clocks` what due dates come from.
    """

    reach: Reach
    petitions: Sequence[PetitionFact]
    cases: Sequence[CaseFact]
    referrals: Sequence[ReferralFact]
    crowds: Sequence[CrowdFact]
    ratings: Sequence[RatingFact]
    states: dict[int, tuple[str, str | None]]
    clocks: Sequence[ClockFact]
    stories: Sequence[StoryFact]


class ReceivedCount(NamedTuple):
    """How many petitions were filed of one kind, one way; what other periods are compared by."""

    origin: str
    kind: str
    subject: str
    organisation: str
    commune: str
    number: int
