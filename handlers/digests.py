"""An officer and the daily digest, in chat: today's at once, its hour, and what comes on a day without anything."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from actions import digest_choices as choices
from actions.digest_words import message
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, words
from conversation.questions import Text
from handlers.menu import menu_options
from handlers.officer.desk import Desk, desk_of
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from matching.text import fold
from storage import recipients
from texts import LANGUAGES, listed

OFFERED_MINUTES = (6 * 60 + 30, 7 * 60, 7 * 60 + 30, 8 * 60)
"""Hours on buttons, as minutes of the local day; any other can be typed."""

_CLOCK = re.compile(r"(?:luc |at )?(\d{1,2}) ?(?:h|g|gio)? ?(\d{2}|ruoi)?(?: phut)?(?: (sang|chieu|am|pm))?")


_CHANGE = Option("digest-hours", words("digest-set-hour"), tap("digest-hours"))


def _id(desk: Desk) -> int:
    assert desk.actor.officer_id is not None
    return desk.actor.officer_id


def clock(minute: int) -> str:
    """Return a minute of the day as people write it: 7:30."""
    return f"{minute // 60}:{minute % 60:02d}"


def parse_minute(text: str) -> str:
    """
    Return the minute of the day that a text names, as the form keeps it: '450' for 7:30, 7h30 or 7 giờ rưỡi.

    Raises:
        ValueError: it names none between 5:00 and 17:00; the message is a text key.
    """
    found = _CLOCK.fullmatch(fold(text))
    if found is not None:
        hour, minute = int(found[1]), 30 if found[2] == "ruoi" else int(found[2] or 0)
        hour += 12 if found[3] in {"chieu", "pm"} and hour < 12 else 0
        chosen = hour * 60 + minute
        if minute < 60 and choices.EARLIEST_MINUTE <= chosen <= choices.LATEST_MINUTE:
            return str(chosen)
    raise ValueError("digest-hour-not-understood")


# --- Today's digest, and the settings -------------------------------------------------------------------------------


async def digest_command(visit: Visit, rest: str) -> None:
    """Show today's digest as it would be now; with a time after the command, take it as the hour."""
    desk = await desk_of(visit)
    if rest.strip():
        await _set_hour(desk, rest)
        return
    digest = await choices.todays_digest(desk.db, _id(desk), now=visit.now, calendar=visit.services.calendar)
    if digest is None:
        await _show_choice(desk)
        return
    reply = message(digest)
    visit.replies.append(replace(reply, options=(*reply.options, _CHANGE)))


async def hour_heard(visit: Visit, text: str) -> bool:
    """
    Take 'giờ bản tin 7:00' as the wish that it is; False when the text is none.

    A command without words of its own: called with what an officer writes outside any form.
    """
    if visit.row.officer_id is None:
        return False
    said = fold(text)
    for phrase in (fold(phrase) for language in LANGUAGES for phrase in listed("command-digest", language)):
        time = said.removeprefix(phrase + " ")
        if time != said and _CLOCK.fullmatch(time):
            await _set_hour(await desk_of(visit), time)
            return True
    return False


async def hours_tap(visit: Visit, _: str) -> None:
    """Show what was chosen, with the usual hours and the choice about empty days."""
    await _show_choice(await desk_of(visit))


async def _show_choice(desk: Desk) -> None:
    chosen = await recipients.choice_of(desk.db, _id(desk))
    assert chosen is not None, "a desk has an active account"
    hours = [
        Option(f"at-{minute}", words("digest-at", time=clock(minute)), tap("digest-at", minute))
        for minute in OFFERED_MINUTES
        if minute != chosen.minute
    ]
    other = Option("hour", words("digest-other-hour"), tap("digest-hour"))
    empty = "none" if chosen.empty == "line" else "line"
    say = Option("empty", words(f"digest-say-{empty}"), tap("digest-empty", empty))
    told = words("digest-choice", time=clock(chosen.minute), empty=chosen.empty)
    desk.visit.say(told, options=(*hours, other, say))


# --- The choices ----------------------------------------------------------------------------------------------------


async def _set_hour(desk: Desk, text: str) -> None:
    visit = desk.visit
    try:
        minute = int(parse_minute(text))
    except ValueError as problem:
        visit.say(words(str(problem)), options=(_CHANGE,))
        return
    today = await choices.choose_hour(desk.db, _id(desk), minute, now=visit.now, calendar=visit.services.calendar)
    key = "digest-hour-set-today" if today else "digest-hour-set"
    visit.say(words(key, time=clock(minute)), options=menu_options(visit))


async def at_tap(visit: Visit, argument: str) -> None:
    """Take one of the hours on the buttons."""
    await _set_hour(await desk_of(visit), clock(int(argument)) if argument.isdigit() else argument)


async def empty_tap(visit: Visit, choice: str) -> None:
    """Take the choice about days without anything."""
    desk = await desk_of(visit)
    if choice not in choices.EMPTY_CHOICES:
        await _show_choice(desk)
        return
    await choices.choose_empty(desk.db, _id(desk), choice)
    visit.say(words(f"digest-empty-set-{choice}"), options=menu_options(visit))


async def hour_tap(visit: Visit, _: str) -> None:
    """Begin to ask for an hour."""
    await desk_of(visit)
    visit.begin("digest-hour")


async def _no_facts(_: dict[str, Json], __: Visit) -> None:
    """The question needs to know nothing."""


def hour_outline(_: None) -> Outline[str]:
    """Ask for the hour."""
    asked = words("digest-hour-ask", earliest=clock(choices.EARLIEST_MINUTE), latest=clock(choices.LATEST_MINUTE))
    minute = yield from Text("hour", ask=asked, max_chars=30, parse=parse_minute)
    return clock(int(minute))


async def hour_chosen(time: str, visit: Visit) -> None:
    """Take the hour that was typed."""
    await _set_hour(await desk_of(visit), time)


DIGEST_FORMS: dict[str, Form[Any]] = {"digest-hour": Form("digest-hour", hour_outline, hour_chosen, _no_facts)}
DIGEST_COMMANDS: dict[str, CommandHandler] = {"digest": digest_command, "digest-hour": hour_heard}
DIGEST_TAPS: dict[str, TapHandler] = {
    "digest-hours": hours_tap,
    "digest-at": at_tap,
    "digest-hour": hour_tap,
    "digest-empty": empty_tap,
}
