"""A leader names a period alone ("tuần này"), or asks whether residents are satisfied, and reads the figures of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from conversation.heard import ASIDE_MAX_CHARS
from conversation.messages import Option, Words, words
from conversation.phrases import made_of, parts, phrases, spoken
from domain.calendar import end_of_day, local_date, start_of_day
from handlers.labels import in_lines
from handlers.officer.desk import WORK_OPTION, Desk, desk_of
from handlers.officer.figures import NEW_DAYS, place_of_work, satisfaction_words
from handlers.officer.slowest import PERIODS, days_of, period_said
from handlers.officer.wording import if_any
from handlers.table import CommandHandler, tap
from handlers.visit import Visit
from storage import satisfaction, standing
from storage.leaders import LEADING

_SPANS: Final = tuple(f"heard-period-{period}" for period in PERIODS)


async def period_heard(visit: Visit, text: str) -> bool:
    """Show a leader the figures of a period that is named and nothing else; False for other words and persons."""
    if visit.row.officer_id is None or not names_period(text):
        return False
    desk = await desk_of(visit)
    if not desk.actor.has(*LEADING):
        return False
    await _show(desk, days_of(period_said(text), local_date(visit.now)))
    return True


async def ratings_heard(visit: Visit, text: str) -> bool:
    """Tell a leader how residents rated what was closed, in a period or as lately as the figures; else False."""
    if visit.row.officer_id is None or not asks_for_ratings(text):
        return False
    desk = await desk_of(visit)
    if not desk.actor.has(*LEADING):
        return False
    period, today = period_said(text), local_date(visit.now)
    days = days_of(period, today) if period else (today - timedelta(days=NEW_DAYS - 1), today)
    head = words("officer-ratings-head", place=place_of_work(visit, desk.actor), first=days[0], last=days[1])
    visit.say(in_lines([head, await _rated(desk, days)]), words("officer-ratings-how"), options=_ways())
    return True


def names_period(text: str) -> bool:
    """Tell whether a text names a period and says nothing else."""
    return len(text) <= ASIDE_MAX_CHARS and made_of(spoken(text), phrases(*_SPANS))


def asks_for_ratings(text: str) -> bool:
    """Tell whether a text asks how satisfied residents are, with or without a period, and nothing else."""
    asked, beside = phrases("heard-officer-ratings"), "heard-officer-ratings-beside"
    return len(text) <= ASIDE_MAX_CHARS and 0 in parts(spoken(text), asked, phrases(*_SPANS), beside=beside)


async def _show(desk: Desk, days: tuple[date, date]) -> None:
    visit = desk.visit
    (found,) = await standing.spans(desk.db, desk.actor, [_moments(days)])
    told = words(
        "officer-period",
        place=place_of_work(visit, desk.actor),
        first=days[0],
        last=days[1],
        new=found.new,
        closed=found.closed,
        answered=found.answered,
        on_time=if_any("officer-figures-on-time", found.on_time if found.answered else ""),
    )
    visit.say(in_lines([told, await _rated(desk, days)]), options=_ways())


async def _rated(desk: Desk, days: tuple[date, date]) -> Words:
    start, end = _moments(days)
    return satisfaction_words(await satisfaction.satisfaction(desk.db, desk.actor, start=start, end=end))


def _ways() -> tuple[Option, ...]:
    return (Option("week", words("menu-week"), tap("menu", "week-digest")), WORK_OPTION)


def _moments(days: tuple[date, date]) -> tuple[datetime, datetime]:
    return start_of_day(days[0]), end_of_day(days[1])


COMMANDS: Final[dict[str, CommandHandler]] = {"period-heard": period_heard, "ratings-heard": ratings_heard}
"""Without words of their own: called with what an officer writes outside any form."""
