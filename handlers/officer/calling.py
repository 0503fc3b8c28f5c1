"""Residents who asked to be called back: the list, and the button that says "I have called"."""

from __future__ import annotations

from typing import Final

from actions.calls import called, calls_for
from conversation.messages import Option, Words, words
from domain.calendar import local_date
from handlers.officer.desk import WORK_OPTION, desk_of
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from storage.calls import Call

SHOWN: Final = 8
"""Calls on one page; the others come when these are done."""


def called_option(call_id: int, number: int | None = None) -> Option:
    """Return the button that marks a call as made; in a list with its number."""
    label = words("button-called") if number is None else words("button-called-number", number=number)
    return Option(f"called-{call_id}", label, tap("called", call_id))


async def calls_command(visit: Visit, _rest: str) -> bool | None:
    """Show whom to call; to a resident the words mean that they wish to be called."""
    if visit.row.officer_id is None:
        return await visit.call("meet")
    desk = await desk_of(visit)
    waiting = await calls_for(desk.db, desk.actor)
    if not waiting:
        visit.say(words("calls-none"), options=(WORK_OPTION,))
        return None
    shown = waiting[:SHOWN]
    lines = [_line(number, call) for number, call in enumerate(shown, start=1)]
    options = tuple(called_option(call.id, number) for number, call in enumerate(shown, start=1))
    visit.say(words("calls-head", count=len(waiting)), *lines, options=(*options, WORK_OPTION))
    return None


def _line(number: int, call: Call) -> Words:
    key = "calls-line-note" if call.note else "calls-line"
    return words(key, number=number, phone=call.phone, day=local_date(call.at), note=call.note)


async def calls_tap(visit: Visit, _argument: str) -> None:
    """A button to the list."""
    await calls_command(visit, "")


async def called_tap(visit: Visit, argument: str) -> None:
    """Mark a call as made, and show who else waits."""
    desk = await desk_of(visit)
    wish = await called(desk.db, int(argument) if argument.isdigit() else 0, desk.actor, now=visit.now)
    visit.say(words("calls-done", phone=wish.phone), options=(Option("calls", words("button-calls"), tap("calls")),))


COMMANDS: dict[str, CommandHandler] = {"calls": calls_command}
TAPS: dict[str, TapHandler] = {"calls": calls_tap, "called": called_tap}
