"""The due date of a case with its reasons, found again from its story: which rule, from when, which pauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.calendar import WorkCalendar
from domain.deadlines import DueDate, Pause, due
from domain.rules import Deadline, rule_for
from storage.cases import Case, Event


@dataclass(frozen=True, slots=True)
class SetByHand:
    """A due date that somebody chose: the event says who, when and why."""

    day: date
    event: Event


def due_date_of(
    case: Case, events: Sequence[Event], calendar: WorkCalendar, now: datetime
) -> DueDate | SetByHand | None:
    """Return why a case is due when it is; None when it is closed. `events` is its whole story."""
    if case.due_at is None or case.due_rule is None:
        return None
    latest = next((event for event in reversed(events) if "clock" in event.data), None)
    if latest is None:
        rule, start = Deadline.READ, case.opened_at
    else:
        clock = latest.data["clock"]
        if "day" in clock:
            return SetByHand(date.fromisoformat(clock["day"]), latest)
        rule, start = Deadline(clock["rule"]), datetime.fromisoformat(clock["from"])
    return due(rule_for(rule), start, calendar, pauses_since(events, start), now=now)


def pauses_since(events: Sequence[Event], start: datetime) -> list[Pause]:
    """Return the times, after `start`, in which a case waited for its resident; the last may go on."""
    pauses: list[Pause] = []
    for event in events:
        if event.data.get("pause") == "begin":
            pauses.append(Pause(event.at))
        elif event.data.get("pause") == "end" and pauses:
            pauses[-1] = Pause(pauses[-1].since, event.at)
    return [pause for pause in pauses if pause.until is None or pause.until > start]
