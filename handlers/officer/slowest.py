"""A leader asks who is behind: which commune, organisation, officer or authority, in a week, a month or now."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from actions.leader_digest_words import office_words
from conversation.heard import ASIDE_MAX_CHARS
from conversation.messages import Option, Words, words
from conversation.phrases import mentioned, parts, phrases, spoken
from domain.calendar import LOCAL, local_date
from domain.kinds import Organisation
from handlers.commune import unit_words
from handlers.labels import in_lines, organisation_words
from handlers.menu import menu_options
from handlers.officer.desk import WORK_OPTION, desk_of
from handlers.officer.figures import place_of_work
from handlers.table import CommandHandler, tap
from handlers.visit import Visit
from storage import slowness
from storage.leaders import LEADING
from storage.slowness import Behind, By

PERIODS: Final = ("last-week", "last-month", "week", "month", "quarter", "year")
"""In this order: "tháng" is this month, where it is not "tháng trước"."""

_ASKED: Final = tuple(f"heard-slowest-{by}" for by in By)
_SPANS: Final = tuple(f"heard-period-{period}" for period in PERIODS)


async def slowest_heard(visit: Visit, text: str) -> bool:
    """Show a leader who is behind ("xã nào chậm nhất tháng này"); False for other words."""
    by = whose(text) if visit.row.officer_id is not None else None
    if by is None:
        return False
    desk = await desk_of(visit)
    if not desk.actor.has(*LEADING):
        visit.say(words("officer-slowest-leaders"), options=menu_options(visit))
        return True
    period, today = period_said(text), local_date(visit.now)
    if by is By.COMMUNE and not period:
        return await visit.call("figures", "") is not False  # communes stand there, below what is counted of all
    days = days_of(period, today) if period else None
    span = (_midnight(days[0]), _midnight(days[1] + timedelta(days=1))) if days else None
    found = await slowness.behind(desk.db, desk.actor, by, now=visit.now, span=span)
    rule = f"officer-slowest-{'answers' if by is By.OFFICE else 'cases'}"
    how = words(f"{rule}-days", first=days[0], last=days[1]) if days else words(f"{rule}-now")
    head = words(f"officer-slowest-{by}", place=place_of_work(visit, desk.actor))
    lines = [words("officer-slowest-line", who=_named(visit, by, one), late=one.late, of=one.of) for one in found]
    visit.say(
        head, in_lines(lines or [words("officer-slowest-nobody")]), how, options=(*_first(by, found), WORK_OPTION)
    )
    return True


def whose(text: str) -> By | None:
    """Return whose slowness a text asks for and nothing else, None for all other words."""
    if len(text) > ASIDE_MAX_CHARS:
        return None
    typed, slow = spoken(text), phrases("heard-slowest")
    if mentioned(typed, slow) is None:  # as in most messages
        return None
    spans = phrases(*_SPANS)
    return next(
        (
            by
            for by, key in zip(By, _ASKED, strict=True)
            if {0, 1} <= parts(typed, phrases(key), slow, spans, beside="heard-slowest-beside")
        ),
        None,
    )


def period_said(text: str) -> str:
    """Return the period that is named, '' for none."""
    typed = spoken(text)
    found = (period for period, key in zip(PERIODS, _SPANS, strict=True) if mentioned(typed, phrases(key)) is not None)
    return next(found, "")


def days_of(period: str, today: date) -> tuple[date, date]:
    """Return the first and last day of a period; one that is not over ends today."""
    monday, first = today - timedelta(days=today.weekday()), today.replace(day=1)
    match period:
        case "week":
            return monday, today
        case "last-week":
            return monday - timedelta(days=7), monday - timedelta(days=1)
        case "last-month":
            last = first - timedelta(days=1)
            return last.replace(day=1), last
        case "quarter":
            return date(today.year, 3 * ((today.month - 1) // 3) + 1, 1), today
        case "year":
            return date(today.year, 1, 1), today
        case _:
            return first, today


def _named(visit: Visit, by: By, one: Behind) -> Words | str:
    match by:
        case By.COMMUNE:
            return unit_words(visit.services.gazetteer(), one.name)
        case By.ORGANISATION:
            return organisation_words(Organisation(one.name))
        case By.OFFICE:
            return office_words(one.name)
        case By.OFFICER:
            return one.name or words("officer-slowest-no-officer")


def _first(by: By, found: list[Behind]) -> tuple[Option, ...]:
    """Return the button to what is overdue: of the commune that is furthest behind, or of all."""
    if by is By.OFFICE or not found:
        return (Option("week", words("menu-week"), tap("menu", "week-digest")),)
    commune = f".{found[0].name}" if by is By.COMMUNE else ""
    return (Option("overdue", words("officer-slowest-see"), tap("work", f"area.overdue.0{commune}")),)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL)


COMMANDS: Final[dict[str, CommandHandler]] = {"slowest-heard": slowest_heard}
"""Without words of its own: called with what an officer writes outside any form."""
