"""Periodic reports as rules: which kinds there are, which days each covers, when it is due, how it lives. No I/O."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.calendar import ONE_DAY
from domain.codes import Code
from domain.errors import ReportStepNotAllowed


class ReportKind(Code):
    """Kinds of report. Source: domain reference §5.1 (read 2026-11)."""

    FLASH = "nhanh"
    WEEK = "tuan"
    MONTH = "thang"
    QUARTER = "quy"
    HALF_YEAR = "sau_thang"
    NINE_MONTHS = "chin_thang"
    YEAR = "nam"
    OPINIONS = "tong_hop_y_kien"
    SUPERVISION = "giam_sat"
    THIRD_QUARTER = "chuan_bi_quy_ba"


class Rhythm(Code):
    """How often a report comes. Halves end with June and December, `FIRST_HALF` and the next two once a year."""

    ON_DEMAND = "khi_can"
    WEEKLY = "hang_tuan"
    MONTHLY = "hang_thang"
    QUARTERLY = "hang_quy"
    HALVES = "hai_lan_nam"
    FIRST_HALF = "sau_thang_dau_nam"
    NINE_MONTHS = "chin_thang_dau_nam"
    YEARLY = "hang_nam"


class PartOfReport(Code):
    """Sections that a report may have, in the order in which they stand."""

    OVERVIEW = "danh_gia_chung"
    CONCERNS = "van_de_quan_tam"
    FIELDS = "theo_linh_vuc"
    REPEATED = "lap_lai"
    SPREAD = "nhieu_xa"
    HANDLING = "ket_qua_tiep_nhan"
    SUPERVISION = "giam_sat_giai_quyet"
    SATISFACTION = "hai_long"
    HOT_SPOTS = "diem_nong"
    INDICATORS = "chi_tieu"
    PROPOSALS = "kien_nghi_de_xuat"


_P = PartOfReport
PARTS: Final[Mapping[ReportKind, tuple[PartOfReport, ...]]] = MappingProxyType(
    {
        ReportKind.FLASH: (_P.OVERVIEW, _P.CONCERNS, _P.HOT_SPOTS, _P.HANDLING, _P.PROPOSALS),
        ReportKind.WEEK: (_P.OVERVIEW, _P.CONCERNS, _P.HANDLING, _P.HOT_SPOTS, _P.PROPOSALS),
        ReportKind.OPINIONS: (_P.OVERVIEW, _P.FIELDS, _P.CONCERNS, _P.REPEATED, _P.SPREAD, _P.HANDLING, _P.PROPOSALS),
        ReportKind.SUPERVISION: (_P.OVERVIEW, _P.HANDLING, _P.SUPERVISION, _P.SATISFACTION, _P.PROPOSALS),
        ReportKind.THIRD_QUARTER: tuple(_P),
        ReportKind.YEAR: tuple(_P),
        **dict.fromkeys(
            (ReportKind.MONTH, ReportKind.QUARTER, ReportKind.HALF_YEAR, ReportKind.NINE_MONTHS),
            tuple(part for part in _P if part is not _P.INDICATORS),
        ),
    }
)
"""Which sections each kind has. Source: domain reference §§5.2 to 5.5."""


# --- Periods ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Period:
    """
    Local days from `first` to `last`, both counted; `cut_off` is the last day whose petitions are in.

    Petitions of the days after `cut_off` belong to the next report, which begins the day after it: `opens` is
    the first day counted, the day after the cut-off of the report before.
    """

    first: date
    last: date
    opens: date
    cut_off: date

    def __post_init__(self) -> None:
        if not (self.first <= self.last and self.opens <= self.cut_off):
            raise ValueError(f"a period ends no earlier than it begins: {self.first} – {self.last}")


def days(first: date, last: date) -> Period:
    """
    Return any period "from … to …", counted whole.

    Raises:
        ValueError: it ends before it begins.
    """
    return Period(first, last, first, last)


@dataclass(frozen=True, slots=True)
class Closing:
    """
    How a body delimits its periods.

    `month_day`: months run from this day to the day before it in the next month: 1 for calendar months, 15 for
    "from the 15th to the 14th". `closes_early`: days before the end of a period at which its figures are closed
    (31 for a year that is closed on 30 November). `weekday`: the first day of a week, 0 for Monday.
    Source: domain reference §5.1, period conventions (read 2026-11).
    """

    month_day: int = 1
    closes_early: int = 0
    weekday: int = 0

    def __post_init__(self) -> None:
        if not (1 <= self.month_day <= 28 and 0 <= self.closes_early <= 60 and 0 <= self.weekday <= 6):
            raise ValueError(f"no such way to close periods: {self}")


_MONTHS: Final[Mapping[Rhythm, tuple[int, int]]] = MappingProxyType(
    {
        Rhythm.MONTHLY: (1, 1),
        Rhythm.QUARTERLY: (3, 3),
        Rhythm.HALVES: (6, 6),
        Rhythm.FIRST_HALF: (12, 6),
        Rhythm.NINE_MONTHS: (12, 9),
        Rhythm.YEARLY: (12, 12),
    }
)
"""By rhythm: every how many months a report comes, and how many months it covers."""


def period_of(rhythm: Rhythm, day: date, closing: Closing = Closing()) -> Period:
    """
    Return the period of this rhythm that a day lies in; of those that leave days out (9 months), the one of its year.

    Raises:
        ValueError: the rhythm has no periods of its own (on demand).
    """
    if rhythm is Rhythm.ON_DEMAND:
        raise ValueError("a report on demand has the days that it is asked for")
    if rhythm is Rhythm.WEEKLY:
        first = day - ONE_DAY * ((day.weekday() - closing.weekday) % 7)
        return _closed(first, first + 6 * ONE_DAY, first - ONE_DAY, closing)
    every, long = _MONTHS[rhythm]
    # From the 15th on: 15 October to 14 November is November, the month in which it ends.
    number = day.year * 12 + day.month - 1 + (1 if 1 < closing.month_day <= day.day else 0)
    begins = number - number % every
    first, last = _month_start(begins, closing), _month_start(begins + long, closing) - ONE_DAY
    before = first - ONE_DAY
    if every == long:
        return _closed(first, last, before, closing)
    # What lies between such reports belongs to others: nothing is carried over from the one before.
    return Period(first, last, _opening(first, rhythm, closing), last - ONE_DAY * closing.closes_early)


def _opening(first: date, rhythm: Rhythm, closing: Closing) -> date:
    """A part of a year opens when the year before it was closed, as the year itself does."""
    return first - ONE_DAY * closing.closes_early if rhythm is Rhythm.YEARLY else first


def _closed(first: date, last: date, before: date, closing: Closing) -> Period:
    early = ONE_DAY * closing.closes_early
    return Period(first, last, before - early + ONE_DAY, last - early)


def _month_start(number: int, closing: Closing) -> date:
    year, month = divmod(number - (1 if closing.month_day > 1 else 0), 12)
    return date(year, month + 1, closing.month_day)


def before(rhythm: Rhythm, period: Period, closing: Closing = Closing()) -> Period:
    """Return the period before: of the same rhythm, as many days right before one of its own, or the year before's."""
    if rhythm is Rhythm.ON_DEMAND:
        length = period.last - period.first
        return days(period.first - length - ONE_DAY, period.first - ONE_DAY)
    if rhythm in {Rhythm.FIRST_HALF, Rhythm.NINE_MONTHS, Rhythm.YEARLY}:
        return year_before(period)
    return period_of(rhythm, period.first - ONE_DAY, closing)


def year_before(period: Period) -> Period:
    """Return the same days a year earlier; a week is 52 weeks earlier, so that weekdays agree."""
    if (period.last - period.first).days == 6:
        return _moved(period, -364)
    ends_month = (period.last + ONE_DAY).day == 1
    moved = [_last_year(day) for day in (period.first, period.last, period.opens, period.cut_off)]
    if ends_month:
        moved[1] = moved[1].replace(day=calendar.monthrange(moved[1].year, moved[1].month)[1])
        if period.cut_off == period.last:
            moved[3] = moved[1]
    return Period(*moved)


def _moved(period: Period, by: int) -> Period:
    return Period(*(day + by * ONE_DAY for day in (period.first, period.last, period.opens, period.cut_off)))


def _last_year(day: date) -> date:
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


# --- The calendar of reports ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReportRule:
    """
    One line of the calendar: which report a body makes, how often, and by when.

    `due_days`: calendar days after the period's last day (negative: before it) by which it must be sent.
    `remind_days`: days before that day on which whoever must finish it is reminded. `committee` is whom it goes
    to, in the body's words; '' for the usual one. `party_layout`: it is written by the Party committee's own
    office, in the Party's layout. `active`: whether the clock compiles it. `parts`: its sections, () for the
    usual ones of its kind.
    """

    kind: ReportKind
    rhythm: Rhythm
    closing: Closing = Closing()
    due_days: int = 5
    remind_days: tuple[int, ...] = (3, 1)
    committee: str = ""
    party_layout: bool = False
    active: bool = True
    parts: tuple[PartOfReport, ...] = ()

    @property
    def sections(self) -> tuple[PartOfReport, ...]:
        """Return the sections of its reports, in the order in which they stand."""
        return self.parts or PARTS[self.kind]

    def period(self, day: date) -> Period:
        """Return the period that a day lies in."""
        return period_of(self.rhythm, day, self.closing)

    def due_on(self, period: Period) -> date:
        """Return the day by which the report must be sent."""
        return period.last + ONE_DAY * self.due_days

    def compiled_on(self, period: Period) -> date:
        """Return the day on which its draft is compiled: the first after the cut-off."""
        return period.cut_off + ONE_DAY


_YEAR_END: Final = Closing(closes_early=31)

USUAL_CALENDAR: Final = (
    # Weekly briefings are held by local habit: an administrator switches this line on.
    ReportRule(ReportKind.WEEK, Rhythm.WEEKLY, Closing(closes_early=3), due_days=-2, remind_days=(1,), active=False),
    ReportRule(ReportKind.MONTH, Rhythm.MONTHLY, Closing(month_day=15), due_days=5),
    ReportRule(ReportKind.QUARTER, Rhythm.QUARTERLY, due_days=5),
    ReportRule(ReportKind.HALF_YEAR, Rhythm.FIRST_HALF, Closing(closes_early=15), due_days=-5, remind_days=(5, 2)),
    ReportRule(ReportKind.NINE_MONTHS, Rhythm.NINE_MONTHS, due_days=5),
    ReportRule(ReportKind.YEAR, Rhythm.YEARLY, _YEAR_END, due_days=-15, remind_days=(7, 3, 1)),
    ReportRule(ReportKind.OPINIONS, Rhythm.HALVES, Closing(closes_early=31), due_days=-15, remind_days=(7, 3)),
    ReportRule(ReportKind.SUPERVISION, Rhythm.HALVES, due_days=10),
    ReportRule(ReportKind.THIRD_QUARTER, Rhythm.NINE_MONTHS, Closing(closes_early=61 - 1), due_days=-45),
)
"""
What a body has until an administrator changes it: house rules, none is a national one. The year is closed on 30
November, half a year on 15 June; the hearing of the third quarter has the figures up to 1 August.
Source of the conventions: domain reference §5.1; of the third quarter: Nghệ An's resolution, §1.2 row 9.
"""


def usual_rule(kind: ReportKind) -> ReportRule:
    """Return the line of the usual calendar for a kind; one on demand stands in no calendar."""
    for rule in USUAL_CALENDAR:
        if rule.kind is kind:
            return rule
    return ReportRule(kind, Rhythm.ON_DEMAND, due_days=0, remind_days=(), active=False)


# --- The life of a report -------------------------------------------------------------------------------------------


class ReportState(Code):
    """Where a report stands. Source: domain reference §5.9 (draft and return)."""

    COMPILED = "compiled"
    EDITED = "edited"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    NUMBERED = "numbered"
    SENT = "sent"
    SUPERSEDED = "superseded"


class ReportStep(Code):
    """What can be done to a report, each an event in its story."""

    COMPILE = "compile"
    RECOMPILE = "recompile"
    EDIT = "edit"
    COMMENT = "comment"
    SUBMIT = "submit"
    RETURN = "return"
    APPROVE = "approve"
    NUMBER = "number"
    SEND = "send"
    SUPERSEDE = "supersede"


_S = ReportState
OPEN_TO_EDITS: Final = frozenset({_S.COMPILED, _S.EDITED, _S.RETURNED})
FROZEN: Final = frozenset(ReportState) - OPEN_TO_EDITS

_LIFE: Final[Mapping[ReportStep, tuple[frozenset[ReportState], ReportState | None]]] = MappingProxyType(
    {
        ReportStep.COMPILE: (frozenset(), _S.COMPILED),
        ReportStep.RECOMPILE: (OPEN_TO_EDITS, _S.COMPILED),
        ReportStep.EDIT: (OPEN_TO_EDITS, _S.EDITED),
        ReportStep.COMMENT: (frozenset(ReportState) - {_S.SUPERSEDED}, None),
        ReportStep.SUBMIT: (OPEN_TO_EDITS, _S.SUBMITTED),
        ReportStep.RETURN: (frozenset({_S.SUBMITTED, _S.APPROVED}), _S.RETURNED),
        ReportStep.APPROVE: (frozenset({_S.SUBMITTED}), _S.APPROVED),
        ReportStep.NUMBER: (frozenset({_S.APPROVED, _S.NUMBERED}), _S.NUMBERED),
        ReportStep.SEND: (frozenset({_S.APPROVED, _S.NUMBERED, _S.SENT}), _S.SENT),
        ReportStep.SUPERSEDE: (frozenset({_S.SENT}), _S.SUPERSEDED),
    }
)
"""By step: from which states, to which (None: it stays). Figures are frozen from `SUBMITTED` on."""


def next_report_state(state: ReportState, step: ReportStep) -> ReportState:
    """
    Return the state of a report after a step.

    Raises:
        ReportStepNotAllowed: the state does not permit it.
    """
    states, after = _LIFE[step]
    if state not in states:
        raise ReportStepNotAllowed(state, step)
    return after or state
