"""
What residents who follow a place may be told of others' petitions: rules of publicity, and the month's days. No I/O.

A number is said only when at least `PEOPLE_MIN` different people stand behind it. Categories below that are put
together; when even together they stay below, they are in no number at all: nothing can be found by subtraction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.calendar import LOCAL, WorkCalendar
from domain.kinds import TREATED_AS_CONFIDENTIAL, Kind
from domain.subjects import RESTRICTED, Subject

PEOPLE_MIN: Final = 3
"""Different people behind a number from which it may be said in public: k-anonymity with k = 3. House rule."""

UNPUBLISHED: Final = RESTRICTED | {Subject.FAMILY}
"""Subjects of which residents are told nothing, not even a number: conduct of officials, violence in families."""

UNPUBLISHED_KINDS: Final = TREATED_AS_CONFIDENTIAL | {Kind.THANKS}
"""Kinds that stand in no number told to residents; thanks raise nothing."""

FOLLOWABLE: Final = tuple(subject for subject in Subject if subject not in UNPUBLISHED and subject is not Subject.OTHER)
"""Subjects that can be followed by themselves."""

FOLLOWS_MAX: Final = 5
"""What one person may follow: it comes as one message."""

SEND_MINUTE: Final = 9 * 60
LATEST_MINUTE: Final = 20 * 60
LAST_DAY: Final = 10
"""It goes out on the month's first working day from 09:00; after a downtime by day, until the 10th. House rule."""


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month; `name` is '2026-10'."""

    year: int
    month: int

    @property
    def name(self) -> str:
        """The month as periods are named."""
        return f"{self.year}-{self.month:02d}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def next(self) -> Month:
        """The month after it."""
        return Month(self.year + self.month // 12, self.month % 12 + 1)

    @property
    def before(self) -> Month:
        """The month before it."""
        return Month(self.year - (self.month == 1), (self.month - 2) % 12 + 1)


def month_named(name: str) -> Month:
    """
    Return the month of a name.

    Raises:
        ValueError: it names none.
    """
    day = date.fromisoformat(f"{name}-01")
    return Month(day.year, day.month)


def last_month(now: datetime) -> Month:
    """Return the month before the present one, local."""
    local = now.astimezone(LOCAL)
    return Month(local.year, local.month).before


def due_at(month: Month, calendar: WorkCalendar) -> datetime:
    """Return when what is told of a month goes out: the first working day after it, at `SEND_MINUTE`."""
    day = calendar.roll_forward(month.next.first)
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL) + timedelta(minutes=SEND_MINUTE)


def month_due(now: datetime, calendar: WorkCalendar) -> Month | None:
    """Return the month that should have been told of by now and is still worth it; never at night."""
    local, month = now.astimezone(LOCAL), last_month(now)
    in_the_day = SEND_MINUTE <= local.hour * 60 + local.minute <= LATEST_MINUTE
    return month if in_the_day and due_at(month, calendar) <= now and local.day <= LAST_DAY else None


def next_due(now: datetime, calendar: WorkCalendar) -> datetime:
    """Return when the next one goes out."""
    due = due_at(last_month(now), calendar)
    return due if due > now else due_at(last_month(now).next, calendar)
