"""A person's daily digest: what there is to do about a case, and the hours at which a bulk message may land."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from domain.calendar import DayOff, WorkCalendar
from domain.life import State

DAY_MINUTES: Final = 24 * 60


class Todo(StrEnum):
    """What an officer is to do about a case; the groups of a digest, in their order."""

    REPLY = "reply"
    ASK = "ask"
    REMIND = "remind"
    CLOSE = "close"
    LOOK = "look"


TODOS: Final = tuple(Todo)

TODO_OF: Final[Mapping[State, Todo]] = MappingProxyType(
    {
        State.RECEIVED: Todo.REPLY,
        State.ACCEPTED: Todo.ASK,
        State.VERIFYING: Todo.ASK,
        State.REFERRED: Todo.REMIND,
        State.AUTHORITY_RECEIVED: Todo.REMIND,
        State.IN_PROGRESS: Todo.REMIND,
        State.ANSWERED: Todo.CLOSE,
        State.CHECKING: Todo.CLOSE,
        State.NEEDS_INFORMATION: Todo.LOOK,
    }
)
"""House rule. A reopened case that is accepted is one to reply to: its resident did not agree."""

PRESSING: Final = (State.RECEIVED, State.NEEDS_INFORMATION, State.ANSWERED, State.CHECKING)
"""States that stand in a digest whatever their due date: somebody waits for a word."""

FOLLOWED_MIN: Final = 3
"""People behind a case from which it is worth a look though nothing is due. House rule."""


# --- Hours ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Window:
    """Minutes of the local day from `start` up to `end`; over midnight when it ends before it starts, none if equal."""

    start: int
    end: int

    def holds(self, minute: int) -> bool:
        """Tell whether a minute of the day lies in it."""
        if self.start <= self.end:
            return self.start <= minute < self.end
        return minute >= self.start or minute < self.end


QUIET: Final = Window(20 * 60, 5 * 60)
LUNCH: Final = Window(11 * 60 + 30, 13 * 60 + 30)
"""House rules for whoever chose nothing; 11:30 to 13:30 is the usual break of offices."""


@dataclass(frozen=True, slots=True)
class Hours:
    """
    When a person wants bulk messages: the minute of the day, the weekdays, and when none may land.

    `days` is a sum of 1 << weekday (Monday 0), None for the working days of the calendar. A bulk message is one that
    the clock sends to many: digests. What happens to one case (a new danger, an answer, a resident's reply) and
    what the person asked for themselves are none, and come at once.
    """

    minute: int
    days: int | None = None
    quiet: Window = QUIET
    lunch: Window = LUNCH

    def is_silent(self, minute: int) -> bool:
        """Tell whether no bulk message may land at a minute of the day."""
        return self.quiet.holds(minute) or self.lunch.holds(minute)

    @property
    def lands(self) -> int:
        """The minute of the day at which it comes: the chosen one, or the end of the silence that it falls into."""
        minute = self.minute
        for _ in range(2):  # the one may end inside the other
            for window in (self.quiet, self.lunch):
                minute = window.end if window.holds(minute) else minute
        return minute

    def is_on(self, day: date, calendar: WorkCalendar) -> bool:
        """Tell whether a digest comes on this day. Holidays are free, whichever weekdays somebody chose."""
        if self.days is None:
            return calendar.is_working_day(day)
        return bool(self.days >> day.weekday() & 1) and calendar.why_off(day) in {None, DayOff.WEEKEND}


def days_mask(weekdays: Iterable[int]) -> int:
    """Return weekdays (Monday 0) as `Hours.days` keeps them."""
    return sum(1 << day for day in set(weekdays))


def weekdays_of(mask: int) -> tuple[int, ...]:
    """Undo `days_mask`, in the week's order."""
    return tuple(day for day in range(7) if mask >> day & 1)


@dataclass(frozen=True, slots=True)
class Snoozed:
    """A line that is not to be shown before `until`, unless the case has become overdue since it was put off."""

    until: date
    was_overdue: bool

    def hides(self, day: date, *, overdue: bool) -> bool:
        """Tell whether the line is away on a day."""
        return day < self.until and not (overdue and not self.was_overdue)
