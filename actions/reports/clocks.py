"""When cases were due at a cut-off that lies back: found again from their stories, as `actions/cases/duedate.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from domain.calendar import WorkCalendar, end_of_day
from domain.deadlines import Pause, due
from domain.rules import Deadline, rule_for
from storage.report_rows import ClockFact
from storage.types import from_ms, to_ms


def dues_at(
    opened: Mapping[int, int], clocks: Sequence[ClockFact], ends: int, calendar: WorkCalendar
) -> dict[int, int | None]:
    """
    Return when each of these cases was due as of `ends`, None while its clock stood. All in milliseconds.

    `opened` holds the moment at which each was opened, `clocks` the lines of their stories that moved a date.
    """
    stories: dict[int, list[ClockFact]] = {id: [] for id in opened}
    for fact in clocks:
        stories[fact.case_id].append(fact)
    return {id: _due(opened[id], story, from_ms(ends), calendar) for id, story in stories.items()}


def _due(opened_at: int, story: Sequence[ClockFact], now: datetime, calendar: WorkCalendar) -> int | None:
    rule, start, by_hand = Deadline.READ, from_ms(opened_at), None
    pauses: list[Pause] = []
    for fact in story:
        clock = fact.data.get("clock")
        if clock:
            rule, start = Deadline(clock["rule"]), datetime.fromisoformat(clock["from"])
            by_hand = clock.get("day")
        if fact.data.get("pause") == "begin":
            pauses.append(Pause(from_ms(fact.at)))
        elif fact.data.get("pause") == "end" and pauses:
            pauses[-1] = Pause(pauses[-1].since, from_ms(fact.at))
    if pauses and pauses[-1].until is None:
        return None
    if by_hand is not None:
        return to_ms(end_of_day(date.fromisoformat(by_hand)))
    counted = [pause for pause in pauses if pause.until is None or pause.until > start]
    return to_ms(due(rule_for(rule), start, calendar, counted, now=now).at)
