"""Putting a line of the digest off, in chat: which one, and until when."""

from __future__ import annotations

import functools
import re
from typing import Final

from actions import digest_choices as choices
from conversation.messages import Option, words
from conversation.patterns import any_of
from domain import receipt
from domain.errors import NotFound
from handlers.menu import menu_options
from handlers.officer.desk import Desk, desk_of, open_option, titled
from handlers.table import TapHandler, tap
from handlers.visit import Visit
from matching.text import fold
from storage import cases, snoozes

LINES_MAX: Final = 12


@functools.cache
def _said() -> re.Pattern[str]:
    tomorrow, days, weeks = any_of("heard-day-1"), any_of("heard-days"), any_of("heard-weeks")
    return re.compile(
        rf"{any_of('heard-put-off')} (?:({tomorrow})|(\d) {days}|(?:1|{any_of('heard-count-1')}) {weeks}) (.+)"
    )


async def later_tap(visit: Visit, argument: str) -> None:
    """Show the lines of today's digest, or for one of them ("c12") how long it may stay away."""
    desk = await desk_of(visit)
    if argument.startswith("c") and argument[1:].isdigit():
        await ask_how_long(desk, int(argument[1:]))
        return
    digest = await choices.todays_digest(
        desk.db, desk.actor.officer_id or 0, now=visit.now, calendar=visit.services.calendar
    )
    items = [line for section in digest.all_sections for line in section.lines] if digest else []
    if not items:
        visit.say(words("digest-later-none"), options=menu_options(visit))
        return
    options = [titled(one.case_id, one.code, one.title, _ask(one.case_id)) for one in items[:LINES_MAX]]
    visit.say(words("digest-later-which"), options=tuple(options))


def _ask(case_id: int) -> str:
    return tap("digest-later", f"c{case_id}")


async def ask_how_long(desk: Desk, case_id: int) -> None:
    """Offer how long a case may stay out of the digest."""
    found = await cases.case(desk.db, case_id)
    if found is None:
        raise NotFound
    days = choices.SNOOZE_DAYS[:1] if found.danger else choices.SNOOZE_DAYS
    options = [
        Option(f"off-{count}", words(f"digest-later-{count}"), tap("digest-off", f"{case_id}.{count}"))
        for count in days
    ]
    desk.visit.say(words("digest-later-how-long", code=receipt.display(found.code)), options=tuple(options))


async def off_tap(visit: Visit, argument: str) -> None:
    """Put a line off: "12.3" for case 12 and three days."""
    case_id, _, days = argument.partition(".")
    desk = await desk_of(visit)
    if case_id.isdigit() and days.isdigit():
        await _put_off(desk, int(case_id), int(days))
    else:
        await later_tap(visit, "")


async def back_tap(visit: Visit, argument: str) -> None:
    """Bring a line back."""
    desk = await desk_of(visit)
    if argument.isdigit() and desk.actor.officer_id is not None:
        await snoozes.wake(desk.db, desk.actor.officer_id, int(argument))
    visit.say(words("digest-later-back"), options=menu_options(visit))


async def heard(visit: Visit, text: str) -> bool:
    """Take 'để mai ABCD-EFGH' as the wish that it is; False for other words."""
    found = _said().fullmatch(fold(text))
    code = receipt.parse(found[3]) if found else None
    if found is None or code is None:
        return False
    desk = await desk_of(visit)
    case = await cases.case_by_code(desk.db, code)
    if case is None:
        return False
    days = 1 if found[1] else int(found[2]) if found[2] else 7
    if days not in choices.SNOOZE_DAYS:
        await ask_how_long(desk, case.id)
    else:
        await _put_off(desk, case.id, days)
    return True


async def _put_off(desk: Desk, case_id: int, days: int) -> None:
    visit = desk.visit
    case, away = await choices.put_off(desk.db, case_id, days, desk.actor, now=visit.now)
    options = (open_option(case_id), Option("back", words("digest-later-undo"), tap("digest-back", case_id)))
    visit.say(words("digest-later-done", code=receipt.display(case.code), days=away), options=options)


TAPS: dict[str, TapHandler] = {"digest-later": later_tap, "digest-off": off_tap, "digest-back": back_tap}
