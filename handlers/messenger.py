"""What a messenger tells about a chat beside its messages: the window is open, a human took over, the person left."""

from __future__ import annotations

from actions import withdrawal
from conversation.messages import Event
from conversation.state import state_from_json
from handlers.table import TapHandler
from handlers.visit import Visit
from storage import windows
from storage.types import to_ms

BY_APP = "app:"
"""Begins the address of a person whom the messenger names by another id: see `windows.chat_of_alias`."""


async def window_opened(visit: Visit) -> None:
    """The person did something: the reply window is open anew, and what waited for it comes before the answer."""
    db = await visit.db()
    await windows.interacted(db, visit.row.id, at=visit.inbound.at, alias=visit.inbound.alias)
    if await windows.take_up(db, visit.row.id, now=visit.now):
        visit.row.waits_elsewhere = True
    await visit.keep()  # true whatever becomes of the message


async def keep_quiet(visit: Visit) -> None:
    """One of ours wrote here by hand: the bot leaves the word to them for a while."""
    visit.state.quiet_until = to_ms(visit.inbound.at + visit.services.limits.quiet_for)


def is_hushed(visit: Visit) -> bool:
    """
    Return whether the bot keeps quiet: what is written meanwhile is kept and read by a human.

    Whoever taps one of our buttons, or asks for the bot by a command, has it back at once.
    """
    if visit.state.quiet_until <= visit.now_ms:
        visit.state.quiet_until = 0
        return False
    inbound = visit.inbound
    asked = inbound.choice or inbound.text.startswith("/") or visit.services.vocabulary.command(inbound.text)
    if asked or inbound.event is Event.STARTED:
        visit.state.quiet_until = 0
        return False
    return True


async def end_withdrawn(visit: Visit) -> None:
    """
    The person used their right at the messenger: their data goes, unsent messages end, nothing is answered.

    The messenger may name them by an id that stands in no address of ours; whoever is unknown has nothing to erase.
    """
    db = await visit.db()
    chat: int | None = visit.row.id
    if visit.row.address.startswith(BY_APP):
        chat = await windows.chat_of_alias(db, visit.row.channel, visit.row.address.removeprefix(BY_APP))
    if chat is None:
        return
    await withdrawal.withdraw(db, chat, now=visit.now)
    if chat == visit.row.id:
        visit.row.sender_name = ""
        visit.state = state_from_json("")


async def keep_window_tap(visit: Visit, _argument: str) -> None:
    """An officer's tap was all that was wanted; a word of thanks would cost a message."""


TAPS: dict[str, TapHandler] = {"keep-window": keep_window_tap}
