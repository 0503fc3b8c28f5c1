"""A leader holds this month against the last: as far as both have come, and the last one whole."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from conversation.heard import aside
from conversation.messages import Option, words
from domain.calendar import LOCAL, local_date
from handlers.labels import in_lines
from handlers.menu import menu_options
from handlers.officer.desk import WORK_OPTION, desk_of
from handlers.officer.figures import place_of_work
from handlers.table import CommandHandler, tap
from handlers.visit import Visit
from storage import standing
from storage.leaders import LEADING

FIGURES: Final = ("new", "closed", "answered", "on_time")


async def months_heard(visit: Visit, text: str) -> bool:
    """Show a leader this month beside the last ("tháng này so với tháng trước"); False for other words."""
    if visit.row.officer_id is None or aside(text, ("officer-months",)) is None:
        return False
    desk = await desk_of(visit)
    if not desk.actor.has(*LEADING):
        visit.say(words("officer-months-leaders"), options=menu_options(visit))
        return True
    today = local_date(visit.now)
    first = today.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    # The 31st of a month is held against all of a shorter one.
    same = min(before + (today - first), first - timedelta(days=1))
    until = today + timedelta(days=1)
    bounds = ((first, until), (before, same + timedelta(days=1)), (before, first))
    found = await standing.spans(desk.db, desk.actor, [(_midnight(start), _midnight(end)) for start, end in bounds])
    now, then, whole = found
    lines = [
        words(
            f"officer-months-{name.replace('_', '-')}",
            now=getattr(now, name),
            then=getattr(then, name),
            whole=getattr(whole, name),
        )
        for name in FIGURES
    ]
    head = words(
        "officer-months-head",
        place=place_of_work(visit, desk.actor),
        first=first,
        today=today,
        before=before,
        same=same,
    )
    week = Option("week", words("menu-week"), tap("menu", "week-digest"))
    visit.say(head, in_lines(lines), options=(week, WORK_OPTION))
    return True


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL)


COMMANDS: dict[str, CommandHandler] = {"months-heard": months_heard}
"""Without words of its own: called with what an officer writes outside any form."""
