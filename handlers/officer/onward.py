"""One case after the other: "tiếp" opens the next that this officer has done nothing about today."""

from __future__ import annotations

from datetime import datetime

from conversation import heard
from conversation.messages import words
from domain.calendar import LOCAL, local_date
from handlers.menu import menu_options
from handlers.numbers import cases_in_view, cases_shown
from handlers.officer.card import show_case
from handlers.officer.desk import WORK_OPTION, desk_of, open_option
from handlers.table import CommandHandler, TapHandler
from handlers.visit import Visit
from storage import worklist


async def next_heard(visit: Visit, text: str) -> bool:
    """Open the next case when an officer says so ("việc tiếp theo"); False for other words."""
    if visit.row.officer_id is None or heard.aside(text, ("next-case",)) is None:
        return False
    await next_tap(visit, "")
    return True


async def next_tap(visit: Visit, _argument: str) -> None:
    """
    Open the most urgent case that waits for a step of today.

    Whoever passes over cases goes on behind them, and comes back to them at the end.
    """
    desk = await desk_of(visit)
    assert desk.actor.officer_id is not None
    today = datetime.combine(local_date(visit.now), datetime.min.time(), LOCAL)
    waiting = await worklist.untouched(desk.db, desk.actor, desk.actor.officer_id, since=today)
    shown = [case_id for case_id in await cases_shown(visit) if case_id in waiting]
    following = next((case_id for case_id in waiting if case_id not in shown), None)
    if following is None and shown:
        following = shown[-1] if [shown[-1]] != await cases_in_view(visit) else None
    if following is not None:
        await show_case(desk, following)
    elif waiting:
        visit.say(words("officer-next-this-only"), options=(open_option(waiting[0]), WORK_OPTION))
    else:
        visit.say(words("officer-next-none"), options=menu_options(visit, only=("work", "find")))


COMMANDS: dict[str, CommandHandler] = {"next-heard": next_heard}
"""Without words of its own: called with what an officer writes outside any form."""
TAPS: dict[str, TapHandler] = {"next-case": next_tap}
