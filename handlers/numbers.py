"""
What is typed instead of a tap on a menu or notice: its words anywhere, its number where people count.

A question of a form keeps its options in the conversation's row. Menus and notices stand alone and keep theirs in the
outbox, as they were delivered: there they are looked up, and nothing else is remembered.
"""

from __future__ import annotations

import re
from typing import Final

from sqlalchemy import bindparam, or_, select

from conversation.codec import reply_from_json
from conversation.messages import Option, Reply, words
from conversation.questions import STOP, YES
from handlers.visit import Visit
from storage.prepared import Prepared
from storage.schema import outbox
from storage.windows import WINDOWED

SHORT_CHARS: Final = 60
"""A longer message is no choice of anything."""

LOOKED_AT: Final = 6
"""Messages in a row that may go out after the one with the choices."""

_SHOWN: Final = ("delivered", "leased", "queued")
"""`leased` is on its way and may have arrived; `queued` counts only for the question itself, which is known."""

CASES_LOOKED_AT: Final = 20
"""Messages in a row among which the card of a case is still before an officer's eyes."""

_shown_last = (
    select(outbox.c.reply, outbox.c.state)
    .where(outbox.c.conversation_id == bindparam("chat"), or_(*(outbox.c.state == state for state in _SHOWN)))
    .order_by(outbox.c.id.desc())
)
_newest = Prepared(_shown_last.limit(LOOKED_AT))
_newest_cases = Prepared(_shown_last.limit(CASES_LOOKED_AT))
_CHOICES = re.compile(r'"o":\[|"x":')
"""Choices as they are written, or a message that is worded when it is delivered, such as a digest."""

_CASE: Final = re.compile(r"!case=(\d+)|!do=\w+\.(\d+)\.\d+")
"""A button that opens a case, or takes a step in one."""

KEEP_OPEN: Final = Option("keep", words("button-keep-window"), "!keep-window=")
"""Ends an officer's digest where a window closes: a tap on any button is something that the person does. Source: zalo
reference B4."""


def with_keep_open(reply: Reply) -> Reply:
    """Return an officer's digest with a button whose tap keeps the window open, anything else as it is."""
    is_digest = bool(reply.paragraphs) and reply.paragraphs[0].key.startswith("digest")
    if not is_digest or any(option.choice == KEEP_OPEN.choice for option in reply.options):
        return reply
    return Reply((*reply.paragraphs, words("keep-window-why")), (*reply.options, KEEP_OPEN), reply.files)


async def offered(visit: Visit, name: str) -> str | None:
    """Return the argument of the newest button of this name among the last messages of the chat."""
    for row in await _newest(await visit.look(), chat=visit.row.id):
        if f"!{name}=" in row.reply:
            for option in reply_from_json(row.reply).options:
                tapped, _, argument = option.choice.removeprefix("!").partition("=")
                if tapped == name:
                    return argument
    return None


async def offered_last(visit: Visit, name: str) -> str | None:
    """Return the argument of a button of this name under the newest message with buttons, None when it has none."""
    for row in await _newest(await visit.look(), chat=visit.row.id):
        if _CHOICES.search(row.reply):
            taps = [option.choice.removeprefix("!").partition("=") for option in reply_from_json(row.reply).options]
            return next((argument for tapped, _, argument in taps if tapped == name), None)
    return None


async def cases_listed(visit: Visit) -> list[int]:
    """Return the cases of the newest list among the last messages of the chat, in its order; [] without one."""
    for row in await _newest(await visit.look(), chat=visit.row.id):
        taps = [_CASE.fullmatch(option.choice) for option in reply_from_json(row.reply).options]
        listed = [int(case[1]) for case in taps if case is not None and case[1]]
        if "!do=" not in row.reply and len(listed) > 1:
            return listed
    return []


async def cases_in_view(visit: Visit) -> list[int]:
    """
    Return the cases that the chat showed last: of the newest card and of what came after it.

    More than one means that the officer may speak of either.
    """
    found: dict[int, None] = {}
    for row in await _newest_cases(await visit.look(), chat=visit.row.id):
        if "!do=" not in row.reply and "!case=" not in row.reply:
            continue
        here = dict.fromkeys(
            int(case[1] or case[2])
            for option in reply_from_json(row.reply).options
            if (case := _CASE.fullmatch(option.choice)) is not None
        )
        found |= here
        if "!do=" in row.reply or len(here) > 1:
            break
    return list(found)


async def cases_shown(visit: Visit) -> list[int]:
    """Return the cases whose card or step stood in the last messages of the chat, newest first."""
    found: dict[int, None] = {}
    for row in await _newest_cases(await visit.look(), chat=visit.row.id):
        if "!do=" in row.reply:
            found |= dict.fromkeys(
                int(case[2])
                for option in reply_from_json(row.reply).options
                if (case := _CASE.fullmatch(option.choice)) is not None and case[2]
            )
    return list(found)


def _counts(visit: Visit, seen: tuple[Option, ...]) -> bool:
    """
    Tell whether a number chooses from what was seen last, though buttons show none.

    Officers count the lines of their lists, and everybody the choices of a menu, and their petitions where they stand
    in a list. Of a notice to a resident a number is no choice: it may answer what an officer asked ("mấy nhà bị
    ngập?").
    """
    listed = sum(option.choice.startswith("!track=") for option in seen) > 1
    return visit.row.officer_id is not None or listed or all(option.choice.startswith("!menu=") for option in seen)


def _is_last_look(asked: tuple[Option, ...]) -> bool:
    return {YES, STOP} <= {option.id for option in asked}


async def _list_above(visit: Visit, asked: tuple[Option, ...]) -> tuple[Option, ...]:
    """
    Return the list that came right above a last look which was shown again below it, else what is asked.

    There "1" is the first of the list: nobody sends or closes something by the number of a case.
    """
    shown = [row for row in await _newest(await visit.look(), chat=visit.row.id) if _CHOICES.search(row.reply)]
    above = [reply_from_json(row.reply).options for row in shown[:2]]
    if len(above) < 2 or {o.choice for o in above[0]} != {o.choice for o in asked}:
        return asked
    listed = any(option.choice.startswith(_LISTED) for option in above[1])
    return above[1] if listed and shown[1].state != "queued" else asked


_LISTED: Final = ("!case=", "!track=")
"""What a list offers to open: an officer's cases, a resident's petitions."""


async def options_seen(visit: Visit, asked: tuple[Option, ...]) -> tuple[Option, ...]:
    """
    Return the choices that the person saw last: those of a later menu or notice, else those that are `asked`.

    The answer may be here before our own message is settled in the table: whoever reads fast is not slowed down.
    """
    inbound = visit.inbound
    short = bool(inbound.text.strip()) and len(inbound.text) <= SHORT_CHARS and not inbound.files
    numbered = inbound.channel in visit.services.numbered
    is_number = short and inbound.text.strip(" .)").isdecimal()
    if is_number and asked and not numbered and _is_last_look(asked):
        return await _list_above(visit, asked)
    if not short or (asked and not numbered):
        return asked
    if is_number and not numbered and visit.state.form:
        return asked  # it is what was asked for
    for row in await _newest(await visit.look(), chat=visit.row.id):
        if _CHOICES.search(row.reply):
            reply = reply_from_json(row.reply)
            seen = (with_keep_open(reply) if inbound.channel in WINDOWED else reply).options
            if {o.choice for o in seen} == {o.choice for o in asked}:
                return asked
            if is_number and not numbered and not _counts(visit, seen):
                return asked
            if row.state != "queued":
                return seen
    return asked
