"""'email …': an officer's address for days on which the messenger may not be written to."""

from __future__ import annotations

from typing import Any

from actions import emails
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import words
from conversation.questions import Text
from handlers.menu import menu_options
from handlers.officer.desk import desk_of
from handlers.resident.own import check_tries, count_wrong_try
from handlers.table import CommandHandler
from handlers.visit import Visit
from storage import emails as stored

WORDS_MAX = 4
"""A longer text mentions an address and is about something else."""


async def email_command(visit: Visit, rest: str) -> None:
    """Send a code to the address that follows the command, or say which one is known."""
    desk = await desk_of(visit)
    assert desk.actor.officer_id is not None
    if not visit.services.email:
        visit.say(words("email-not-set-up"), options=menu_options(visit))
        return
    address = emails.address_in(rest)
    if address is None:
        known = await stored.address_of(desk.db, desk.actor.officer_id)
        sentence = words("email-known", address=known) if known and not rest.strip() else words("email-ask")
        visit.say(sentence, options=menu_options(visit))
        return
    await check_tries(visit, _tries(desk.actor.officer_id))
    # Every code that is asked for counts as a try: nobody makes the program fill somebody's mailbox.
    await count_wrong_try(desk.db, _tries(desk.actor.officer_id), visit.now)
    await emails.offer(
        desk.db,
        desk.actor.officer_id,
        address,
        secret=visit.services.secret,
        draw=visit.services.draw,
        now=visit.now,
        lasts=visit.services.limits.link_code_life,
    )
    visit.begin("email-code", args={"address": address})


async def email_heard(visit: Visit, text: str) -> bool:
    """Take 'email lan@example.vn', or the address alone; False when the text holds none or is about something else."""
    if visit.row.officer_id is None or emails.address_in(text) is None or len(text.split()) > WORDS_MAX:
        return False
    await email_command(visit, text)
    return True


def _tries(officer_id: int) -> str:
    return f"email/{officer_id}"


async def _facts(args: dict[str, Json], _visit: Visit) -> dict[str, Json]:
    return args


def email_outline(facts: dict[str, Json]) -> Outline[tuple[str, str]]:
    """Ask for the code that was sent."""
    address: str = facts["address"]
    ask = words("email-code-ask", address=address)
    return address, (yield from Text("code", ask=ask, parse=_code, max_chars=20))


def _code(text: str) -> str:
    digits = "".join(c for c in text if c.isdigit())
    if len(digits) != emails.CODE_DIGITS:
        raise ValueError("email-code-not-understood")
    return digits


async def code_typed(answer: tuple[str, str], visit: Visit) -> None:
    """Confirm the address, or say that the code is wrong."""
    desk = await desk_of(visit)
    assert desk.actor.officer_id is not None
    address, code = answer
    await check_tries(visit, _tries(desk.actor.officer_id))
    right = await emails.confirm(desk.db, desk.actor.officer_id, code, secret=visit.services.secret, now=visit.now)
    if not right:
        await count_wrong_try(desk.db, _tries(desk.actor.officer_id), visit.now)
    sentence = words("email-confirmed", address=address) if right else words("email-code-wrong")
    visit.say(sentence, options=menu_options(visit))


FORMS: tuple[Form[Any], ...] = (Form("email-code", email_outline, code_typed, _facts),)
COMMANDS: dict[str, CommandHandler] = {"email": email_command, "email-heard": email_heard}
