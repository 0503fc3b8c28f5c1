"""An officer goes away and names who stands in, in chat: by words with days, and buttons for what they left open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from actions import absences as actions
from conversation.heard import begins, behind
from conversation.messages import Option, words
from conversation.patterns import any_of
from domain.calendar import local_date
from domain.errors import Refused
from handlers.digest_hearing import dates_heard, substitute_heard
from handlers.menu import menu_options
from handlers.officer.days import day_heard
from handlers.officer.desk import Desk, desk_of
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from matching.text import fold
from storage import absences
from storage.absences import Absence
from storage.accounts import Account
from texts import LANGUAGES, listed

OFFERED_MAX: Final = 8
"""Substitutes on buttons; others are named in words."""

NOBODY: Final = 0
EXAMPLE_DAYS: Final = timedelta(days=3)


async def absence_command(visit: Visit, rest: str) -> None:
    """Show when the officer is away and how to enter it; with days after the command, enter them."""
    desk = await desk_of(visit)
    if not rest.strip() or not await _enter(desk, rest):
        await _show(desk)


async def heard(visit: Visit, text: str) -> bool:
    """
    Take 'nghỉ phép từ 24/11 đến 28/11, người thay: Lan' as the wish that it is; False for other words.

    These words are no commands: in the middle of a form 'nghỉ phép' is the reason why a case is given to a colleague.
    """
    said = fold(text)
    if said in _phrases("absence-back-phrases"):
        await back_command(visit, "")
    elif said in _phrases("absence-phrases"):
        await absence_command(visit, "")
    elif begins(text, "absence-phrases"):
        return await _enter(await desk_of(visit), text)
    else:
        return False
    return True


def _phrases(key: str) -> list[str]:
    return [fold(phrase) for language in LANGUAGES for phrase in listed(key, language)]


async def _enter(desk: Desk, text: str) -> bool:
    """Enter the absence that a text tells of; False when it names no day."""
    visit = desk.visit
    try:
        days = dates_heard(text, local_date(visit.now)) if _DATED.search(text) else None
        days = days or _days_named(text, local_date(visit.now)) or dates_heard(text, local_date(visit.now))
    except ValueError as problem:
        visit.say(words(str(problem)))
        return True
    if days is None:
        return False
    name = substitute_heard(text)
    possible = await actions.candidates(desk.db, desk.actor.officer_id or 0)
    meant = _meant(name, possible) if name else possible
    if name and len(meant) == 1:
        await _begin(desk, *days, meant[0].id)
    else:
        _ask_who(desk, *days, meant or possible, named=bool(name))
    return True


_DATED: Final = re.compile(r"\d\s*[/.\-]\s*\d")


def _days_named(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of "từ mai đến thứ sáu", "thứ hai tuần sau"; None for other words."""
    told = fold(begins(text, "absence-phrases") or text).replace(",", " ")
    told = re.split(rf"\b{any_of('heard-substitute')}\b", told)[0]
    first_said, *more = re.split(rf"\b{any_of('heard-until')}\b", told)
    first = day_heard(behind(first_said.strip(), "absence-from"), today)
    last = day_heard(behind(more[0].strip(), "absence-from"), first) if first and len(more) == 1 else first
    return (first, last) if first is not None and last is not None and len(more) < 2 else None


def _meant(name: str, possible: Sequence[Account]) -> list[Account]:
    """Return the accounts of a folded name; else those that end with it, as people call each other; else with it in."""
    known = [(f" {fold(account.name)} ", account) for account in possible]
    for fits in (f" {name} ".__eq__, lambda whole: whole.endswith(f" {name} "), lambda whole: f" {name} " in whole):
        if found := [account for whole, account in known if fits(whole)]:
            return found
    return []


def _ask_who(desk: Desk, first: date, last: date, possible: Sequence[Account], *, named: bool) -> None:
    span = f"{first:%Y%m%d}.{last:%Y%m%d}"
    options = [
        Option(f"with-{one.id}", words("absence-person", name=one.name), tap("absence-with", f"{span}.{one.id}"))
        for one in possible[:OFFERED_MAX]
    ]
    nobody = Option("nobody", words("absence-nobody"), tap("absence-with", f"{span}.{NOBODY}"))
    key = "absence-who-again" if named else "absence-who"
    desk.visit.say(words(key, first=first, last=last), options=(*options, nobody))


async def with_tap(visit: Visit, argument: str) -> None:
    """Enter an absence with the substitute of a button: "20261124.20261128.7"."""
    desk = await desk_of(visit)
    first, _, rest = argument.partition(".")
    last, _, who = rest.partition(".")
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
        substitute = int(who)
    except ValueError:
        await _show(desk)
        return
    if substitute != NOBODY and substitute not in {
        a.id for a in await actions.candidates(desk.db, desk.actor.officer_id or 0)
    }:
        await _show(desk)
        return
    await _begin(desk, *days, substitute)


async def _begin(desk: Desk, first: date, last: date, substitute: int) -> None:
    visit, me = desk.visit, desk.actor.officer_id
    assert me is not None
    try:
        made = await actions.begin(desk.db, me, substitute or None, first, last, by=me, now=visit.now)
    except Refused as refusal:
        if refusal.key == refusal.text_key:
            raise
        visit.say(words(refusal.key), options=(_SHOW,))
        return
    key = "absence-entered" if made.substitute_id is not None else "absence-entered-alone"
    visit.say(
        words(key, name=made.substitute_name, first=made.first_day, last=made.last_day), options=(_end_option(made),)
    )


# --- What is entered, and ending it ---------------------------------------------------------------------------------

_SHOW: Final = Option("absence", words("absence-button"), tap("absence"))


def _end_option(absence: Absence) -> Option:
    return Option(f"end-{absence.id}", words("absence-end", first=absence.first_day), tap("absence-end", absence.id))


async def _show(desk: Desk) -> None:
    visit = desk.visit
    found = await absences.coming(desk.db, local_date(visit.now), officer_id=desk.actor.officer_id)
    lines = [
        words(
            "absence-line" if one.substitute_id is not None else "absence-line-alone",
            first=one.first_day,
            last=one.last_day,
            name=one.substitute_name,
        )
        for one in found
    ]
    today = local_date(visit.now)
    last = today + EXAMPLE_DAYS
    visit.say(
        *lines,
        words("absence-how", first=f"{today.day}/{today.month}", last=f"{last.day}/{last.month}"),
        options=tuple(_end_option(one) for one in found),
    )


async def absence_tap(visit: Visit, _: str) -> None:
    """Show when the officer is away."""
    await _show(await desk_of(visit))


async def end_tap(visit: Visit, argument: str) -> None:
    """End one of the officer's own absences now."""
    desk = await desk_of(visit)
    found = await absences.coming(desk.db, local_date(visit.now), officer_id=desk.actor.officer_id)
    mine = [one for one in found if argument.isdigit() and one.id == int(argument)]
    if not mine:
        visit.say(words("absence-none"), options=menu_options(visit))
        return
    await _end(desk, mine[0])


async def back_command(visit: Visit, _rest: str) -> bool | None:
    """End what lasts today: 'tôi đã đi làm lại'. To a resident the words mean nothing."""
    if visit.row.officer_id is None:
        return False
    desk = await desk_of(visit)
    today = local_date(visit.now)
    mine = [one for one in await absences.coming(desk.db, today, officer_id=visit.row.officer_id) if one.lasts(today)]
    if mine:
        await _end(desk, mine[0])
    else:
        visit.say(words("absence-none"), options=menu_options(visit))
    return None


async def _end(desk: Desk, absence: Absence) -> None:
    await actions.end(desk.db, absence, by=desk.actor.officer_id, now=desk.visit.now)
    desk.visit.say(words("absence-ended", name=absence.substitute_name), options=menu_options(desk.visit))


COMMANDS: dict[str, CommandHandler] = {"absence": absence_command, "absence-back": back_command}
TAPS: dict[str, TapHandler] = {"absence": absence_tap, "absence-with": with_tap, "absence-end": end_tap}
