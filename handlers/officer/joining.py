"""How a chat becomes an officer's and stops being one: an invitation's link or code, and leaving."""

from __future__ import annotations

import re

from actions import officers
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, Reply, words
from conversation.questions import Text
from domain.errors import Refused
from handlers.menu import OFFICER_COMMANDS, command_menu, menu_options
from handlers.officer.desk import desk_of
from handlers.table import tap
from handlers.visit import Visit
from storage import accounts

_TOKEN = re.compile(r"(?:inv_)?([A-Za-z0-9_-]{24})")
"""What `officers.invite` draws, alone in a message."""


async def join_command(visit: Visit, rest: str) -> bool:
    """Let the owner of this token in; False when the text is none."""
    found = _TOKEN.fullmatch(rest.strip())
    if found is None:
        return False
    if visit.row.officer_id is not None:
        # A second account would take the chat from the first without a word.
        own = await accounts.account(await visit.db(), visit.row.officer_id)
        name = own.name if own is not None else ""
        visit.say(words("error-invitation-officer-already", name=name), options=menu_options(visit))
        return True
    try:
        account = await officers.join(await visit.db(), visit.row.id, found.group(1), now=visit.now)
    except Refused as refusal:
        visit.say(words(refusal.key), options=menu_options(visit))
        return True
    visit.row.officer_id = account.id
    welcome = words("officer-welcome", name=account.name)
    visit.replies.append(Reply((welcome,), menu_options(visit), menu=command_menu(OFFICER_COMMANDS)))
    return True


async def invitation_command(visit: Visit, rest: str) -> None:
    """Take the code that follows the command, or ask for it."""
    if not await join_command(visit, rest):
        visit.begin("officer-invitation")


async def _nothing(args: dict[str, Json], visit: Visit) -> None:
    """The outline needs to know nothing."""


def invitation_outline(_facts: None) -> Outline[str]:
    """Ask for the code."""
    return (yield from Text("token", ask=words("officer-invitation-ask"), parse=_token, max_chars=60))


def _token(text: str) -> str:
    found = _TOKEN.fullmatch(text.strip())
    if found is None:
        raise ValueError("officer-invitation-not-understood")
    return found.group(1)


async def invited(token: str, visit: Visit) -> None:
    """Let the owner in."""
    await join_command(visit, token)


async def leave_command(visit: Visit, _rest: str) -> None:
    """Ask to be sure before the chat stops being an officer's."""
    await desk_of(visit)
    options = (
        Option("leave", words("officer-leave-yes"), tap("officer-leave", "yes"), "danger"),
        Option("stay", words("officer-leave-no"), tap("menu", "work")),
    )
    visit.say(words("officer-leave-ask"), options=options)


async def leave_tap(visit: Visit, _argument: str) -> None:
    """Make the chat a resident's again."""
    desk = await desk_of(visit)
    assert desk.actor.officer_id is not None
    await officers.leave_chat(desk.db, visit.row.id, desk.actor.officer_id, now=visit.now)
    visit.row.officer_id = None
    visit.replies.append(Reply((words("officer-left"),), menu_options(visit), menu=()))


FORMS: tuple[Form[str], ...] = (Form("officer-invitation", invitation_outline, invited, _nothing),)
