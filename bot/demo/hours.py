"""When things happen in the demo: days counted back from its end, and hours that offices and residents keep."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from random import Random
from typing import Final

from bot.demo.stories import Story, Who
from domain.calendar import LOCAL, ONE_DAY, WorkCalendar

DAYS: Final = 91
"""Calendar days before its end in which the demo lies: three months."""

_MORNING: Final = (7 * 60 + 35, 11 * 60 + 25)
_AFTERNOON: Final = (13 * 60 + 35, 16 * 60 + 45)
_RESIDENT: Final = (6 * 60, 21 * 60 + 40)
"""First and last minute of the local day."""

_OFFICE_MINUTES: Final = _MORNING[1] - _MORNING[0] + _AFTERNOON[1] - _AFTERNOON[0]


def moments_of(story: Story, until: date, calendar: WorkCalendar, rng: Random) -> list[datetime]:
    """Return the moments of the first filing and of each beat, in order; none after the day `until`."""
    days = _days(story, until, calendar, rng)
    whose = [Who.RESIDENT, *(beat.who for beat in story.beats)]
    return _moments(days, whose, rng)


def _days(story: Story, until: date, calendar: WorkCalendar, rng: Random) -> list[date]:
    last = until
    while not calendar.is_working_day(last):
        last -= ONE_DAY
    waits = [rng.randint(*beat.wait) for beat in story.beats]
    room = calendar.working_days_between(until - DAYS * ONE_DAY, last) - sum(waits) - 1
    least, most = story.rest
    # Of what may have been at any time more lies further back: the last weeks are full of what is not done yet.
    rest = rng.randint(least, most) if most is not None else least + int(max(0, room - least) * rng.random() ** 0.5)
    if not story.beats and rest == 0:
        return [until]
    days = [calendar.add_working_days(last, -rest)]
    for wait in reversed(waits):
        days.append(calendar.add_working_days(days[-1], -wait))
    days.reverse()
    weekend_before = days[0] - ONE_DAY
    if rng.random() < 0.3 and not calendar.is_working_day(weekend_before):
        days[0] = weekend_before  # people write at weekends as well; on Monday it is read
    return days


def _moments(days: Sequence[date], whose: Sequence[Who], rng: Random) -> list[datetime]:
    """Spread what happens on one day over the office's hours; whoever is alone on a day keeps their own."""
    moments: list[datetime] = []
    for day, group in groupby(zip(days, whose, strict=True), key=lambda pair: pair[0]):
        here = [who for _, who in group]
        if here == [Who.RESIDENT]:
            moments.append(_at_minute(day, rng.randint(*_RESIDENT), rng))
            continue
        share = _OFFICE_MINUTES / len(here)
        moments += [_at_minute(day, _office(share * (number + 0.9 * rng.random())), rng) for number in range(len(here))]
    return moments


def _office(minute: float) -> int:
    """Return the minute of the day of a minute of the office's hours."""
    first = _MORNING[0] + int(minute)
    return first if first < _MORNING[1] else _AFTERNOON[0] + first - _MORNING[1]


def _at_minute(day: date, minute: int, rng: Random) -> datetime:
    """Return a moment in a minute of the local day, in UTC."""
    clock = time(minute // 60, minute % 60, rng.randrange(60))
    return datetime.combine(day, clock, LOCAL).astimezone(UTC)


def between(after: datetime, before: datetime, rng: Random) -> datetime:
    """Return a moment between two, soon after the first rather than late; in a resident's hours where there are any."""
    seconds = int((before - after).total_seconds())
    for _ in range(30):
        moment = after + timedelta(seconds=1 + int((seconds - 2) * rng.random() ** 1.5))
        local = moment.astimezone(LOCAL)
        if _RESIDENT[0] <= local.hour * 60 + local.minute <= _RESIDENT[1]:
            return moment
    return after + timedelta(seconds=int(seconds * (0.2 + 0.6 * rng.random())))
