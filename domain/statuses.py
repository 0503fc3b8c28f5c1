"""What officers and residents are told of a case's state, and the group it falls into in a report."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.codes import Code, text_key
from domain.life import WITH_AUTHORITY, Outcome, State


class Status(Code):
    """Codes of the status words. Source: domain reference §4.3; `kiem_tra` is ours, for `State.CHECKING`."""

    NEW = "moi"
    RECEIVED = "tiep_nhan"
    NEEDS_INFORMATION = "bo_sung"
    VERIFYING = "xac_minh"
    CLASSIFIED = "phan_loai"
    GUIDED = "huong_dan"
    REFERRED = "da_chuyen"
    AUTHORITY_RECEIVED = "cq_nhan"
    IN_PROGRESS = "dang_xl"
    EXTENDED = "gia_han"
    ANSWERED = "tra_loi"
    CHECKING = "kiem_tra"
    RESOLVED = "giai_quyet"
    EXPLAINED = "giai_trinh"
    DECLINED = "tu_choi"
    MERGED = "trung"
    WITHDRAWN = "rut"
    REOPENED = "mo_lai"
    FILED = "luu"

    @property
    def officer_key(self) -> str:
        """Key of the officers' words, without placeholders: fit for lists and filters."""
        return text_key("status-officer", self.value)

    @property
    def resident_key(self) -> str:
        """Key of the residents' words, without placeholders."""
        return text_key("status-resident", self.value)

    @property
    def officer_detail_key(self) -> str:
        """Key of the officers' words with what `DETAILS` names for the status, else `officer_key`."""
        return f"{self.officer_key}-detail" if self in DETAILS else self.officer_key

    @property
    def resident_detail_key(self) -> str:
        """Key of the residents' words with what `DETAILS` names for the status, else `resident_key`."""
        return f"{self.resident_key}-detail" if self in DETAILS else self.resident_key


DETAILS: Final[Mapping[Status, tuple[str, ...]]] = MappingProxyType(
    {
        Status.REFERRED: ("authority", "date"),
        Status.AUTHORITY_RECEIVED: ("authority",),
        Status.EXTENDED: ("until", "reason"),
        Status.DECLINED: ("reason",),
        Status.MERGED: ("code",),
    }
)
"""Values that the detailed words take. Residents never read another's code: theirs leave `code` out."""

_OF_STATE: Final[Mapping[State, Status]] = MappingProxyType(
    {
        State.RECEIVED: Status.NEW,
        State.NEEDS_INFORMATION: Status.NEEDS_INFORMATION,
        State.ACCEPTED: Status.RECEIVED,
        State.VERIFYING: Status.VERIFYING,
        State.REFERRED: Status.REFERRED,
        State.AUTHORITY_RECEIVED: Status.AUTHORITY_RECEIVED,
        State.IN_PROGRESS: Status.IN_PROGRESS,
        State.ANSWERED: Status.ANSWERED,
        State.CHECKING: Status.CHECKING,
    }
)
_OF_OUTCOME: Final[Mapping[Outcome, Status]] = MappingProxyType(
    {
        Outcome.RESOLVED: Status.RESOLVED,
        Outcome.EXPLAINED: Status.EXPLAINED,
        Outcome.GUIDED: Status.GUIDED,
        Outcome.DECLINED: Status.DECLINED,
        Outcome.WITHDRAWN: Status.WITHDRAWN,
        Outcome.MERGED: Status.MERGED,
        Outcome.FILED: Status.FILED,
    }
)


def status_code(
    state: State,
    outcome: Outcome | None = None,
    *,
    reopened: bool = False,
    extended: bool = False,
    classified: bool = False,
) -> Status:
    """
    Return the status of a case.

    `reopened` since its last closing or dispute, `extended` since its last referral, `classified` by an
    officer.

    Raises:
        ValueError: a closed case without an outcome.
    """
    if state is State.CLOSED:
        if outcome is None:
            raise ValueError("a closed case has an outcome")
        return _OF_OUTCOME[outcome]
    if state is State.ACCEPTED and reopened:
        return Status.REOPENED
    if state is State.ACCEPTED and classified:
        return Status.CLASSIFIED
    if state in WITH_AUTHORITY and extended:
        return Status.EXTENDED
    return _OF_STATE[state]


class ReportGroup(Code):
    """Groups of the People's Councils' follow-up tables; the last stands outside the base of percentages."""

    DONE = "da_giai_quyet"
    IN_PROGRESS = "dang_giai_quyet"
    NOT_DONE = "chua_giai_quyet"
    OUTSIDE = "ngoai_co_so"


_DONE: Final = frozenset({Outcome.RESOLVED, Outcome.EXPLAINED})
_UNTOUCHED_BY_AUTHORITY: Final = frozenset({State.REFERRED, State.AUTHORITY_RECEIVED})
_STUCK: Final = frozenset({State.RECEIVED, State.NEEDS_INFORMATION, State.ACCEPTED, State.VERIFYING})


def report_group(state: State, outcome: Outcome | None = None, *, overdue: bool = False) -> ReportGroup:
    """Return the group of a case. Overdue without a sign of work, or before any referral, is not done."""
    if state is State.CLOSED:
        return ReportGroup.DONE if outcome in _DONE else ReportGroup.OUTSIDE
    if overdue and state in _UNTOUCHED_BY_AUTHORITY | _STUCK:
        return ReportGroup.NOT_DONE
    return ReportGroup.IN_PROGRESS
