"""What a line of the calendar of reports may say, who may set it, and what it means for the days ahead. No I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from domain.calendar import ONE_DAY
from domain.errors import Refused
from domain.kinds import Organisation
from domain.reporting import PartOfReport, Period, ReportKind, ReportRule, Rhythm
from domain.roles import HANDLERS, Actor, Role
from domain.units import UnitRef

_FREE: Final = (Rhythm.ON_DEMAND, Rhythm.MONTHLY, Rhythm.QUARTERLY, Rhythm.HALVES, Rhythm.YEARLY)

RHYTHMS: Final[Mapping[ReportKind, tuple[Rhythm, ...]]] = MappingProxyType(
    {
        ReportKind.FLASH: (Rhythm.ON_DEMAND,),
        ReportKind.WEEK: (Rhythm.WEEKLY,),
        ReportKind.MONTH: (Rhythm.MONTHLY,),
        ReportKind.QUARTER: (Rhythm.QUARTERLY,),
        ReportKind.HALF_YEAR: (Rhythm.FIRST_HALF,),
        ReportKind.NINE_MONTHS: (Rhythm.NINE_MONTHS,),
        ReportKind.YEAR: (Rhythm.YEARLY,),
        ReportKind.OPINIONS: _FREE,
        ReportKind.SUPERVISION: _FREE,
        ReportKind.THIRD_QUARTER: (Rhythm.NINE_MONTHS,),
    }
)
"""How often each kind may come: a monthly report is monthly; a summary of opinions follows the sittings it is for."""

DUE_MIN, DUE_MAX = -75, 90
REMINDERS_MAX: Final = 5
REMIND_MAX: Final = 60
COMMITTEE_MAX: Final = 200

_SHORTEST: Final[Mapping[Rhythm, int]] = MappingProxyType({Rhythm.WEEKLY: 7, Rhythm.MONTHLY: 28})
"""Days of the shortest period: it cannot be closed before it begins."""


def checked(rule: ReportRule) -> ReportRule:
    """
    Return a line as it is kept: reminders from the earliest on, sections in their order.

    Raises:
        Refused: with the text key of what is wrong and the numbers that the sentence needs.
    """
    if rule.rhythm not in RHYTHMS[rule.kind]:
        raise Refused(key="report-calendar-bad-rhythm")
    if rule.rhythm is Rhythm.ON_DEMAND and rule.active:
        raise Refused(key="report-calendar-on-demand")
    if rule.closing.closes_early >= _SHORTEST.get(rule.rhythm, 61):
        raise Refused(key="report-calendar-closed-before-it-begins")
    if not DUE_MIN <= rule.due_days <= DUE_MAX:
        raise Refused(key="report-calendar-bad-due", least=DUE_MIN, most=DUE_MAX)
    if rule.rhythm is not Rhythm.ON_DEMAND and rule.due_days <= -rule.closing.closes_early:
        raise Refused(key="report-calendar-due-before-figures", days=1 - rule.closing.closes_early)
    if len(rule.remind_days) > REMINDERS_MAX or not all(0 <= day <= REMIND_MAX for day in rule.remind_days):
        raise Refused(key="report-calendar-bad-reminders", count=REMINDERS_MAX, most=REMIND_MAX)
    if len(rule.committee) > COMMITTEE_MAX:
        raise Refused(key="report-calendar-long-committee", limit=COMMITTEE_MAX)
    return ReportRule(
        kind=rule.kind,
        rhythm=rule.rhythm,
        closing=rule.closing,
        due_days=rule.due_days,
        remind_days=tuple(sorted(set(rule.remind_days), reverse=True)),
        committee=" ".join(rule.committee.split()),
        party_layout=rule.party_layout,
        active=rule.active,
        parts=tuple(part for part in PartOfReport if part in rule.parts),
    )


def closes_early_for(rule: ReportRule, month: int, day: int, year: int) -> int:
    """
    Return how many days before the end a period is closed whose figures end with this day of the year: 30 November.

    Raises:
        Refused: the report comes more than once a year, or the day is not within 60 days of the period's end.
    """
    if rule.rhythm not in {Rhythm.FIRST_HALF, Rhythm.NINE_MONTHS, Rhythm.YEARLY}:
        raise Refused(key="report-calendar-no-one-day")
    last = rule.period(date(year, 2, 1)).last
    try:
        early = (last - date(last.year, month, day)).days
    except ValueError:
        raise Refused(key="report-calendar-no-such-day") from None
    if not 0 <= early <= 60:
        raise Refused(key="report-calendar-far-day", last=last)
    return early


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a line means next: the period whose draft is compiled next, when that is, and by when it must be sent."""

    period: Period
    compiled_on: date
    due_on: date


def ahead(rule: ReportRule, today: date) -> Ahead | None:
    """Return the next report of a line that is not compiled before today; None for one that is off or on demand."""
    if not rule.active or rule.rhythm is Rhythm.ON_DEMAND:
        return None
    period = rule.period(today)
    while rule.compiled_on(period) < today:
        period = rule.period(_after(rule, period))
    earlier = rule.period(period.first - ONE_DAY)
    if rule.compiled_on(earlier) >= today and earlier.last < period.last:
        period = earlier
    return Ahead(period, rule.compiled_on(period), rule.due_on(period))


def _after(rule: ReportRule, period: Period) -> date:
    """Return a day of the next period; between periods that leave days out (9 months) lies the rest of the year."""
    day = period.last + ONE_DAY
    while rule.period(day) == period:
        day += 28 * ONE_DAY
    return day


def may_set_reports(actor: Actor, unit: UnitRef | None, organisation: str) -> bool:
    """
    Tell whether somebody may change a body's calendar and head: its own officers and leaders, and administrators.

    `unit` None stands for every unit: administrators alone. `organisation` "" (all together) is the Front's.
    """
    if actor.has(Role.ADMINISTRATOR):
        return True
    if unit is None or not actor.has(*HANDLERS):
        return False
    body = Organisation(organisation) if organisation else Organisation.FRONT
    return any(scope.owns(unit, body) for scope in actor.scopes)
