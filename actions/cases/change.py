"""Who changes a case, when, and what they saw of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain.calendar import WorkCalendar
from domain.roles import SYSTEM, Actor, resident


@dataclass(frozen=True, slots=True)
class Change:
    """
    Whoever changes a case: `now` is aware UTC, `version` the one they had before them when they decided.

    Without a version they take the case as it stands: residents, the clock, and "do it anyway".
    """

    actor: Actor
    now: datetime
    calendar: WorkCalendar
    version: int | None = None


def by_resident(person_id: int, now: datetime, calendar: WorkCalendar) -> Change:
    """Return a change that a resident asks for."""
    return Change(resident(person_id), now, calendar)


def by_system(now: datetime, calendar: WorkCalendar) -> Change:
    """Return a change by the clock."""
    return Change(SYSTEM, now, calendar)
