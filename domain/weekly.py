"""The week of a leader's digest as rules: which seven days it tells of, when it is due, how late it still goes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.calendar import LOCAL, ONE_DAY, WorkCalendar, local_date

WEEKDAY: Final = 0
MINUTE: Final = 7 * 60 + 30
"""Who chose nothing gets it on Monday at 07:30 (minute of the local day). House rule."""

EARLIEST_MINUTE: Final = 5 * 60
LATEST_MINUTE: Final = 20 * 60
"""Hours that can be chosen, and up to which a late one goes out: 05:00 to 20:00."""

GRACE_MINUTES: Final = 60
"""For somebody who chose an hour near the end of the day."""

CATCH_UP_DAYS: Final = 7
"""A digest whose day is a week back is still sent; an older one is history. House rule."""

_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """
    The seven local days before `until`, the day on which the digest is sent unless that is a day off.

    `name` is the ISO week of that day, '2026-W48': a leader gets one digest in each.
    """

    until: date

    @property
    def first(self) -> date:
        """The first day told of."""
        return self.until - _WEEK

    @property
    def last(self) -> date:
        """The last day told of."""
        return self.until - ONE_DAY

    @property
    def name(self) -> str:
        """The ISO week in which the digest is sent."""
        year, week, _ = self.until.isocalendar()
        return f"{year}-W{week:02d}"

    @property
    def before(self) -> Week:
        """The week before, which this one is compared with."""
        return Week(self.first)


def week_of(day: date, weekday: int) -> Week:
    """Return the week whose digest is sent on this weekday (0: Monday) of the ISO week of `day`."""
    return Week(day + (weekday - day.weekday()) * ONE_DAY)


def newest_week(now: datetime, weekday: int) -> Week:
    """Return the last week that is over for somebody with this weekday."""
    today = local_date(now)
    week = week_of(today, weekday)
    return week if week.until <= today else Week(week.first)


def due_at(week: Week, minute: int, calendar: WorkCalendar) -> datetime:
    """Return when a week's digest is due: its day at this minute, or the first working day after it."""
    day = calendar.roll_forward(week.until)
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL) + timedelta(minutes=minute)


def weeks_due(weekday: int, minute: int, now: datetime, calendar: WorkCalendar) -> list[Week]:
    """
    Return the weeks whose digest should be out by now and is still worth sending, oldest first.

    On days off, before somebody's own minute and late in the evening there are none: it waits for the next working
    day.
    """
    local = now.astimezone(LOCAL)
    present = local.hour * 60 + local.minute
    if not calendar.is_working_day(local.date()) or not minute <= present <= max(LATEST_MINUTE, minute + GRACE_MINUTES):
        return []
    this = week_of(local.date(), weekday)
    return [
        week
        for week in (Week(this.first), this)
        if (local.date() - week.until).days <= CATCH_UP_DAYS and due_at(week, minute, calendar) <= now
    ]


def next_due(weekday: int, minute: int, now: datetime, calendar: WorkCalendar) -> datetime:
    """Return when the next digest of somebody with this weekday and minute is due."""
    week = week_of(local_date(now), weekday)
    while due_at(week, minute, calendar) <= now:
        week = Week(week.until + _WEEK)
    return due_at(week, minute, calendar)
