"""An officer and the daily digest, in chat: today's at once, its hour and days, quiet hours, lunch, empty days."""

from __future__ import annotations

from dataclasses import replace as changed
from typing import Any

from msgspec.structs import replace

from actions import digest_choices as choices
from actions.digest_words import message
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Words, words
from conversation.questions import Text
from domain.daily import Hours, Window, days_mask
from handlers import absences, digest_lines
from handlers.digest_hearing import NO_SPAN, clock, days_heard, days_text, minute_heard, span_heard
from handlers.menu import menu_options
from handlers.officer.desk import Desk, desk_of
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from matching.text import fold
from storage import recipients
from storage.recipients import Choice
from texts import LANGUAGES, listed

OFFERED_MINUTES = (6 * 60 + 30, 7 * 60, 7 * 60 + 30, 8 * 60)
"""Hours on buttons, as minutes of the local day; any other can be typed."""

OFFERED_DAYS = (0, days_mask(range(6)), days_mask(range(7)))
"""Days on buttons: working days, Monday to Saturday, every day. Any others can be typed."""

_CHANGE = Option("digest-hours", words("digest-set-hour"), tap("digest-hours"))


def _id(desk: Desk) -> int:
    assert desk.actor.officer_id is not None
    return desk.actor.officer_id


def parse_minute(text: str) -> str:
    """
    Return the minute of the day that a text names, as the form keeps it: '450' for 7:30, 7h30 or 7 giờ rưỡi.

    Raises:
        ValueError: it names none between 5:00 and 17:00; the message is a text key.
    """
    minute = minute_heard(text)
    if minute is None or not choices.EARLIEST_MINUTE <= minute <= choices.LATEST_MINUTE:
        raise ValueError("digest-hour-not-understood")
    return str(minute)


# --- Today's digest, and the settings -------------------------------------------------------------------------------


async def digest_command(visit: Visit, rest: str) -> None:
    """Show today's digest as it would be now; with a time or days after the command, take them."""
    desk = await desk_of(visit)
    if rest.strip():
        if not await _take(visit, rest):
            visit.say(words("digest-hour-not-understood"), options=(_CHANGE,))
        return
    digest = await choices.todays_digest(desk.db, _id(desk), now=visit.now, calendar=visit.services.calendar)
    if digest is None:
        await _show_choice(desk)
        return
    reply = message(digest)
    visit.replies.append(replace(reply, options=(*reply.options, _CHANGE)))


async def wish_heard(visit: Visit, text: str) -> bool:
    """
    Take 'giờ bản tin 7:00', 'nghỉ trưa 11h đến 13h', 'để mai ABCD-EFGH' as the wishes that they are; False for others.

    A command without words of its own: called with what an officer writes outside any form.
    """
    if visit.row.officer_id is None:
        return False
    for command, take in (("command-digest", _take), ("command-quiet", _take_quiet), ("command-lunch", _take_lunch)):
        said = _after(text, command)
        if said is not None and await take(visit, said):
            return True
    return await absences.heard(visit, text) or await digest_lines.heard(visit, text)


def _after(text: str, command: str) -> str | None:
    """Return what follows one of a command's phrases, folded; None when the text begins with none of them."""
    said = fold(text)
    found = [
        said.removeprefix(phrase).strip()
        for phrase in (fold(phrase) for language in LANGUAGES for phrase in listed(command, language))
        if said.startswith(phrase + " ")
    ]
    return min(found, key=len, default=None)


async def _take(visit: Visit, said: str) -> bool:
    """Take what was said after 'bản tin' as an hour or as days; False when it is neither."""
    days, minute = days_heard(said), minute_heard(said)
    if minute is not None:
        await _set_hour(await desk_of(visit), said)
    elif days is not None:
        await _set_days(await desk_of(visit), days)
    return minute is not None or days is not None


async def _take_quiet(visit: Visit, said: str) -> bool:
    return span_heard(said) is not None and await _set_span(await desk_of(visit), "quiet", said)


async def _take_lunch(visit: Visit, said: str) -> bool:
    return span_heard(said) is not None and await _set_span(await desk_of(visit), "lunch", said)


async def hours_tap(visit: Visit, _: str) -> None:
    """Show what was chosen, with the usual hours and the choice about empty days."""
    await _show_choice(await desk_of(visit))


async def _show_choice(desk: Desk) -> None:
    chosen = await _choice(desk)
    hours = [
        Option(f"at-{minute}", words("digest-at", time=clock(minute)), tap("digest-at", minute))
        for minute in OFFERED_MINUTES
        if minute != chosen.hours.minute
    ]
    empty = "none" if chosen.empty == "line" else "line"
    desk.visit.say(
        choice_words(chosen),
        options=(
            *hours,
            Option("hour", words("digest-other-hour"), tap("digest-hour")),
            Option("days", words("digest-set-days"), tap("digest-days")),
            Option("quiet", words("digest-set-quiet"), tap("digest-span", "quiet")),
            Option("lunch", words("digest-set-lunch"), tap("digest-span", "lunch")),
            Option("empty", words(f"digest-say-{empty}"), tap("digest-empty", empty)),
            Option("absence", words("absence-button"), tap("absence")),
        ),
    )


async def _choice(desk: Desk) -> Choice:
    chosen = await recipients.choice_of(desk.db, _id(desk))
    assert chosen is not None, "a desk has an active account"
    return chosen


def choice_words(chosen: Choice) -> Words:
    """Return a person's choices in one sentence each."""
    hours = chosen.hours
    return words(
        "digest-choice",
        time=clock(hours.lands),
        wished=clock(hours.minute) if hours.lands != hours.minute else "none",
        days=days_words(hours),
        quiet=_span_text(hours, "quiet"),
        lunch=_span_text(hours, "lunch"),
        empty=chosen.empty,
    )


def days_words(hours: Hours) -> Words:
    """Return the days of a digest in words."""
    if hours.days is None:
        return words("digest-days-working")
    text = days_text(hours.days)
    first, _, last = text.partition("-")
    if last:
        return words("digest-days-span", first=words(f"digest-weekday-{first}"), last=words(f"digest-weekday-{last}"))
    return _listed([words(f"digest-weekday-{day}") for day in text.split(",")])


def _listed(days: list[Words]) -> Words:
    return days[0] if len(days) == 1 else words("digest-days-and", first=days[0], rest=_listed(days[1:]))


def _span_text(hours: Hours, name: str) -> str:
    window = hours.quiet if name == "quiet" else hours.lunch
    return f"{clock(window.start)}–{clock(window.end)}" if window.start != window.end else "none"


# --- The choices ----------------------------------------------------------------------------------------------------


async def _set(desk: Desk, hours: Hours) -> choices.Changed | None:
    """Take these hours, or say why they cannot be."""
    visit = desk.visit
    try:
        return await choices.choose(desk.db, _id(desk), hours=hours, now=visit.now, calendar=visit.services.calendar)
    except ValueError as problem:
        visit.say(words(str(problem)), options=(_CHANGE,))
        return None


async def _set_hour(desk: Desk, text: str) -> None:
    visit = desk.visit
    try:
        minute = int(parse_minute(text))
    except ValueError as problem:
        visit.say(words(str(problem)), options=(_CHANGE,))
        return
    done = await _set(desk, changed((await _choice(desk)).hours, minute=minute))
    if done is None:
        return
    hours = done.choice.hours
    key = "digest-hour-set-today" if done.today else "digest-hour-set"
    visit.say(
        words(
            key,
            time=clock(hours.lands),
            days=days_words(hours),
            wished=clock(minute) if hours.lands != minute else "none",
        ),
        options=menu_options(visit),
    )


async def _set_days(desk: Desk, mask: int) -> None:
    done = await _set(desk, changed((await _choice(desk)).hours, days=mask or None))
    if done is not None:
        desk.visit.say(words("digest-days-set", days=days_words(done.choice.hours)), options=menu_options(desk.visit))


async def _set_span(desk: Desk, name: str, said: str) -> bool:
    window = span_heard(said)
    if window is not None:
        await _keep_span(desk, name, window)
    return window is not None


async def _keep_span(desk: Desk, name: str, window: Window) -> None:
    done = await _set(desk, choices.with_span((await _choice(desk)).hours, name, window))
    if done is not None:
        desk.visit.say(
            words(f"digest-{name}-set", span=_span_text(done.choice.hours, name)), options=menu_options(desk.visit)
        )


async def at_tap(visit: Visit, argument: str) -> None:
    """Take one of the hours on the buttons."""
    await _set_hour(await desk_of(visit), clock(int(argument)) if argument.isdigit() else argument)


async def days_tap(visit: Visit, argument: str) -> None:
    """Take the days of a button; without them show the usual ones."""
    desk = await desk_of(visit)
    if argument.isdigit() and int(argument) < 1 << 7:
        await _set_days(desk, int(argument))
        return
    options = [
        Option(f"days-{mask}", days_words(Hours(0, mask or None)), tap("digest-days", mask)) for mask in OFFERED_DAYS
    ]
    visit.say(words("digest-days-ask"), options=tuple(options))


async def span_tap(visit: Visit, name: str) -> None:
    """Say how to change quiet hours or lunch, with a button that does without."""
    desk = await desk_of(visit)
    name, _, none = name.partition(".")
    if name not in {"quiet", "lunch"}:
        await _show_choice(desk)
    elif none:
        await _keep_span(desk, name, NO_SPAN)
    else:
        span = _span_text((await _choice(desk)).hours, name)
        without = Option("without", words(f"digest-no-{name}"), tap("digest-span", f"{name}.none"))
        visit.say(words(f"digest-{name}-ask", span=span), options=(without, _CHANGE))


async def empty_tap(visit: Visit, choice: str) -> None:
    """Take the choice about days without anything."""
    desk = await desk_of(visit)
    if choice not in choices.EMPTY_CHOICES:
        await _show_choice(desk)
        return
    await choices.choose(desk.db, _id(desk), empty=choice, now=visit.now, calendar=visit.services.calendar)
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
DIGEST_COMMANDS: dict[str, CommandHandler] = {
    "digest": digest_command,
    "digest-hour": wish_heard,
    **absences.COMMANDS,
}
DIGEST_TAPS: dict[str, TapHandler] = {
    "digest-hours": hours_tap,
    "digest-at": at_tap,
    "digest-hour": hour_tap,
    "digest-days": days_tap,
    "digest-span": span_tap,
    "digest-empty": empty_tap,
    **absences.TAPS,
    **digest_lines.TAPS,
}
