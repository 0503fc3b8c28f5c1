"""Pairs of cases that may be one: shown one at a time with the reasons; the officer merges, links or tells apart."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import likeness
from actions.cases.access import access
from actions.cases.change import Change
from conversation.messages import Option, Words, words
from domain import receipt
from domain.calendar import local_date
from domain.errors import Refused
from domain.life import State
from handlers.labels import shortened
from handlers.officer.desk import WORK_OPTION, Desk, desk_of, open_option
from handlers.officer.steps import status_line
from handlers.officer.wording import if_any, place_words
from handlers.table import CommandHandler, TapHandler, tap
from handlers.visit import Visit
from matching.duplicates import Reason
from storage import pairs
from storage.cases import Case
from storage.pairs import Pair

TITLE_CHARS: Final = 160

_Decide = Callable[[AsyncConnection, int, Change], Awaitable[Case]]

DECISIONS: Final[dict[str, tuple[_Decide, str]]] = {
    "merge": (likeness.merge_pair, "pair-done-merged"),
    "link": (likeness.link_pair, "pair-done-linked"),
    "apart": (likeness.tell_apart, "pair-done-apart"),
}
"""Decision in a button -> the action, and the sentence after it."""


async def pairs_command(visit: Visit, _rest: str) -> bool | None:
    """Show the likeliest pair of the officer's area; to a resident the words mean nothing."""
    if visit.row.officer_id is None:
        return False
    await _show_next(await desk_of(visit))
    return None


async def pairs_tap(visit: Visit, argument: str) -> None:
    """Show the next pair: of one case (its id), or of the officer's area."""
    await _show_next(await desk_of(visit), int(argument) if argument.isdigit() else None)


async def pair_tap(visit: Visit, argument: str) -> None:
    """Decide about a pair; `argument` is "merge.12", "link.12" or "apart.12"."""
    desk = await desk_of(visit)
    name, _, number = argument.partition(".")
    if name not in DECISIONS or not number.isdigit():
        visit.say(words("engine-button-of-the-past"), options=(WORK_OPTION,))
        return
    decide, key = DECISIONS[name]
    case = await decide(desk.db, int(number), desk.change())
    left = await pairs.count_undecided(desk.db, desk.actor)
    visit.say(words(key, code=receipt.display(case.code)), options=(*pairs_option(left), open_option(case.id)))


def pairs_option(count: int, case_id: int | None = None) -> tuple[Option, ...]:
    """Return the button to the pairs, of one case or of the area; none without any."""
    label = words("button-pairs", count=count)
    return (Option("pairs", label, tap("pairs", case_id or "")),) if count else ()


async def _show_next(desk: Desk, case_id: int | None = None) -> None:
    count = await pairs.count_undecided(desk.db, desk.actor, case_id=case_id)
    for pair in await pairs.undecided(desk.db, desk.actor, limit=10, case_id=case_id):
        try:
            shown = [
                await access(desk.db, id, desk.actor, now=desk.visit.now, content=False)
                for id in (pair.case_id, pair.other_id)
            ]
        except Refused:
            continue  # it concerns this officer
        await _show(desk, pair, *shown, count=count)
        return
    desk.visit.say(words("pairs-none"), options=(WORK_OPTION,))


async def _show(desk: Desk, pair: Pair, case: Case, other: Case, *, count: int) -> None:
    link = likeness.may_link(pair, other)
    decision = Option("link" if link else "merge", words("pair-link" if link else "pair-merge"), style="primary")
    desk.visit.say(
        words("pairs-head", count=count),
        await _line(desk, case),
        await _line(desk, other),
        why_words(pair),
        options=(
            Option(decision.id, decision.label, tap("pair", f"{decision.id}.{pair.id}"), decision.style),
            Option("apart", words("pair-apart"), tap("pair", f"apart.{pair.id}")),
            *(
                Option(id, words("pair-open", code=receipt.display(one.code)), tap("case", one.id), about=one.title)
                for id, one in (("one", case), ("two", other))
            ),
            WORK_OPTION,
        ),
    )


async def _line(desk: Desk, case: Case) -> Words:
    return words(
        "pair-line",
        status=await status_line(desk, case),
        title=shortened(case.title, TITLE_CHARS),
        place=place_words(desk.visit.services.gazetteer(), case),
        opened=local_date(case.opened_at),
        closed="yes" if case.state is State.CLOSED else "no",
    )


def why_words(pair: Pair) -> Words:
    """Return why two cases look alike, and how likely it is that they are one."""
    if pair.source == "resident":
        return words("pair-why-resident")
    key = "pair-why-returned" if pair.relation.value == "recurrence" else "pair-why"
    return words(key, percent=round(pair.score * 100), reasons=reasons_words(pair.reasons))


def reasons_words(reasons: Sequence[Reason]) -> Words | str:
    """Return reasons in a row: what agrees, then what differs."""
    same = _in_a_row([reason for reason in reasons if reason.agrees])
    other = _in_a_row([reason for reason in reasons if not reason.agrees])
    if same and other:
        return words("duplicate-reasons", same=same, other=other)
    return same or if_any("duplicate-reasons-other", other)  # type: ignore[return-value]  # either is a Words or ''


def _in_a_row(reasons: Sequence[Reason]) -> Words | str:
    told = [words(reason.key, **({} if reason.value is None else {"value": reason.value})) for reason in reasons]
    return functools.reduce(lambda first, rest: words("duplicate-row", first=first, rest=rest), told) if told else ""


async def count_for(desk: Desk, case: Case) -> int:
    """Return how many pairs of a case wait for a decision by this officer."""
    return 0 if case.confidential else await pairs.count_undecided(desk.db, desk.actor, case_id=case.id)


COMMANDS: dict[str, CommandHandler] = {"pairs": pairs_command}
TAPS: dict[str, TapHandler] = {"pairs": pairs_tap, "pair": pair_tap}
