"""Due dates: computed from a rule, a start and the calendar, and able to explain themselves."""

from __future__ import annotations

import functools
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from msgspec import Struct

from domain.calendar import ONE_DAY, WorkCalendar, end_of_day, local_date
from domain.codes import Code
from domain.rules import Deadline, Rule, Unit

REMIND_WORKING_DAYS_BEFORE: Final = 3
"""The authority is first reminded when so many working days are left. House rule."""

LEADERS_WORKING_DAYS_AFTER: Final = 5
"""A case so many working days overdue is brought to the leaders. House rule."""


class PauseReason(Code):
    """Why a clock stands still."""

    WAITING_FOR_RESIDENT = "waiting_for_resident"
    SUSPENDED_BY_LAW = "suspended_by_law"


class Pause(Struct, frozen=True):
    """A time in which the clock stood; `until` is None while it still does. Both are aware moments."""

    since: datetime
    until: datetime | None = None
    reason: PauseReason = PauseReason.WAITING_FOR_RESIDENT


class Skip(Code):
    """Why a day was not counted."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    DECIDED = "decided"
    PAUSED = "paused"


class SkippedDay(Struct, frozen=True):
    """A day that did not count, and why. Its name in words: `WorkCalendar.name_of`."""

    day: date
    why: Skip


class DueDate(Struct, frozen=True):
    """
    A due date with its reasons.

    `at` is 24:00 of the last local day, in UTC; people are shown `day`. `counted` are the days that
    counted, in order. `skipped` are those passed over, and the days off at the end that moved it on (the
    first of them may have counted, as a calendar day). `make_up` are the weekend days that counted because
    they are worked. `paused` says that the clock stands: the date moves on until it runs again.
    """

    rule: Deadline
    start: datetime
    day: date
    at: datetime
    counted: tuple[date, ...]
    skipped: tuple[SkippedDay, ...]
    make_up: tuple[date, ...]
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Reminders:
    """Days on which an answer that stays out is asked for: before, after, and when the leaders hear of it."""

    first: date
    second: date
    leaders: date


def due(
    rule: Rule,
    start: datetime,
    calendar: WorkCalendar,
    pauses: Sequence[Pause] = (),
    *,
    now: datetime | None = None,
) -> DueDate:
    """
    Return when a rule's time is over.

    The day of `start` is not counted; a period that ends on a day off ends on the next working day.
    Source: Bộ luật Dân sự 91/2015 Art 147(2), 148(5)(6). Of a pause, the day it began counts and the day it
    ended does not, in the same manner. A pause that goes on is taken to end at `now`.

    Raises:
        ValueError: a naive moment, or a pause that goes on without `now`.
    """
    stopping = [pause for pause in pauses if _stops(rule, pause)]
    paused_days = _paused_days(stopping, now)
    first = local_date(start)
    if rule.unit is Unit.MONTHS:
        last, counted, skipped = _months(first, rule.amount, calendar)
    elif rule.unit is Unit.QUARTER:
        last, counted, skipped = _end_of_quarter(first, rule.amount), (), ()
    else:
        last, counted, skipped = _count(rule.amount, rule.unit, first, calendar, paused_days)
    make_up = tuple(day for day in counted if calendar.is_make_up_day(day)) if _counts_work(rule) else ()
    stands = any(pause.until is None for pause in stopping)
    return DueDate(rule.id, start, last, end_of_day(last), counted, skipped, make_up, paused=stands)


def is_overdue(due_date: DueDate, now: datetime) -> bool:
    """Tell whether the last day is over. Never while the clock stands."""
    return not due_date.paused and now >= due_date.at


def working_days_left(day: date | DueDate, now: datetime, calendar: WorkCalendar) -> int:
    """Return the working days from today, not counted, to the due day: 0 on the day, negative after it."""
    last = day.day if isinstance(day, DueDate) else day
    return calendar.working_days_between(local_date(now), last)


def reminders(day: date, calendar: WorkCalendar) -> Reminders:
    """Return when to ask for an answer that is due on `day`."""
    return Reminders(
        first=calendar.add_working_days(day, -REMIND_WORKING_DAYS_BEFORE),
        second=calendar.add_working_days(day, 1),
        leaders=calendar.add_working_days(day, LEADERS_WORKING_DAYS_AFTER),
    )


def _stops(rule: Rule, pause: Pause) -> bool:
    # A limit set by law runs on while the resident is asked; only what the law itself suspends stops it.
    return not rule.is_legal or pause.reason is PauseReason.SUSPENDED_BY_LAW


def _counts_work(rule: Rule) -> bool:
    return rule.unit is Unit.WORKING_DAYS


def _paused_days(pauses: Sequence[Pause], now: datetime | None) -> tuple[tuple[date, date], ...]:
    """Return (after, until] of each pause as local days."""
    spans = []
    for pause in pauses:
        end = pause.until or now
        if end is None:
            raise ValueError("a pause that goes on needs the present moment")
        spans.append((local_date(pause.since), local_date(end)))
    return tuple(spans)


@functools.lru_cache(256)  # a calendar is told apart as an object: changed days off are another one
def _count(
    amount: int, unit: Unit, first: date, calendar: WorkCalendar, paused: tuple[tuple[date, date], ...]
) -> tuple[date, tuple[date, ...], tuple[SkippedDay, ...]]:
    counted: list[date] = []
    skipped: list[SkippedDay] = []
    day = first
    while len(counted) < amount:
        day += ONE_DAY
        why = _why_skipped(day, calendar, paused, whole_week=unit is Unit.CALENDAR_DAYS)
        if why is None:
            counted.append(day)
        else:
            skipped.append(SkippedDay(day, why))
    if amount:
        while why := _why_skipped(day, calendar, (), whole_week=False):
            skipped.append(SkippedDay(day, why))
            day += ONE_DAY
    return day, tuple(counted), tuple(skipped)


def _why_skipped(
    day: date, calendar: WorkCalendar, paused: Collection[tuple[date, date]], *, whole_week: bool
) -> Skip | None:
    if any(after < day <= until for after, until in paused):
        return Skip.PAUSED
    off = None if whole_week else calendar.why_off(day)
    return Skip(off.value) if off else None


def _months(first: date, amount: int, calendar: WorkCalendar) -> tuple[date, tuple[date, ...], tuple[SkippedDay, ...]]:
    month = first.month - 1 + amount
    year, month = first.year + month // 12, month % 12 + 1
    last = next(date(year, month, day) for day in range(first.day, 0, -1) if _exists(year, month, day))
    skipped: list[SkippedDay] = []
    while off := calendar.why_off(last):
        skipped.append(SkippedDay(last, Skip(off.value)))
        last += ONE_DAY
    return last, (), tuple(skipped)


def _exists(year: int, month: int, day: int) -> bool:
    following = date(year + month // 12, month % 12 + 1, 1)
    return day <= (following - ONE_DAY).day


def _end_of_quarter(first: date, quarter: int) -> date:
    """Return the last day of the next such quarter that is not over on `first`; it is not rolled forward."""
    month = quarter * 3

    def last_day(year: int) -> date:
        return date(year + month // 12, month % 12 + 1, 1) - ONE_DAY

    return last_day(first.year) if first <= last_day(first.year) else last_day(first.year + 1)
