"""One person, several messengers: a one-time code links two chats, asked for in one and confirmed in the other."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.messages import Reply, words
from domain.errors import Expired, NotAllowed, Refused
from storage import audit, links, outbox
from storage.schema import conversation

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""As receipt codes: no I L O U 0 1."""

CODE_CHARS: Final = 8
"""30 letters to the eighth, a quarter of an hour, five tries: nobody guesses one."""

_CODE = re.compile(r"(?:^|\s)LK[\s.-]?([2-9A-Z]{4})[\s.-]?([2-9A-Z]{4})\b", re.IGNORECASE)


_BARE = re.compile(r"LK[\s.-]?[2-9A-Z]{4}[\s.-]?[2-9A-Z]{4}", re.IGNORECASE)


class SameChat(Refused):
    """The code was asked for in this very chat, or both are the person's already."""

    text_key = "link-same-chat"
    status = 409


@dataclass(frozen=True, slots=True)
class Offered:
    """The chat that a code comes from."""

    conversation_id: int
    channel: str
    person_id: int


def code_in(text: str) -> str | None:
    """Return the code written in a text, as LK-XXXX-XXXX, bare and in upper case."""
    found = _CODE.search(text)
    return (found[1] + found[2]).upper() if found else None


def is_bare_code(text: str) -> bool:
    """Return whether a text is a code, prefix and all, and nothing else: then it cannot be meant as anything else."""
    return _BARE.fullmatch(text.strip()) is not None


def display(code: str) -> str:
    """Return a code as people read it."""
    return f"LK-{code[:4]}-{code[4:]}"


def _hash(secret: bytes, code: str) -> str:
    return hmac.new(secret, f"link/{code}".encode(), hashlib.sha256).hexdigest()


async def offer(
    db: AsyncConnection,
    conversation_id: int,
    *,
    officer_id: int | None,
    secret: bytes,
    draw: Callable[[int], bytes],
    now: datetime,
    lasts: timedelta,
) -> str:
    """
    Return a new code of this chat, shown once; of it only a keyed hash is kept.

    Raises:
        NotAllowed: the chat is an officer's: those are linked by invitation.
    """
    if officer_id is not None:
        raise NotAllowed(key="link-not-for-officers")
    # Two bytes a letter: what the remainder prefers is below a thousandth.
    drawn = draw(2 * CODE_CHARS)
    code = "".join(
        ALPHABET[int.from_bytes(drawn[at : at + 2], "big") % len(ALPHABET)] for at in range(0, 2 * CODE_CHARS, 2)
    )
    await links.add_code(db, _hash(secret, code), conversation_id, expires_at=now + lasts)
    return code


async def offered(db: AsyncConnection, code: str, conversation_id: int, *, secret: bytes, now: datetime) -> Offered:
    """
    Return whose chat a code is of, before anything is changed.

    Raises:
        Expired: unknown, used or too old; a stranger learns nothing from the difference.
        SameChat: it is of this chat, or of another of the same person.
        NotAllowed: one of both is an officer's.
    """
    found = await links.chat_of_code(db, _hash(secret, code), now=now)
    here = (await db.execute(select(conversation).where(conversation.c.id == conversation_id))).one()
    if found is None:
        raise Expired(key="link-code-unknown")
    if found.officer_id is not None or here.officer_id is not None:
        raise NotAllowed(key="link-not-for-officers")
    if found.person_id == here.person_id:
        raise SameChat
    return Offered(found.id, found.channel, found.person_id)


async def link(db: AsyncConnection, code: str, conversation_id: int, *, secret: bytes, now: datetime) -> int:
    """
    Make this chat the same person's as the one of the code, and tell it there; return how many petitions came along.

    Raises:
        Refused: as `offered`; the code works once.
    """
    found = await offered(db, code, conversation_id, secret=secret, now=now)
    if not await links.use_code(db, _hash(secret, code), now=now):
        raise Expired(key="link-code-unknown")
    if await links.link_of(db, conversation_id) is not None:
        await links.unlink(db, conversation_id, now=now)
    came = await links.link(db, conversation_id, found.person_id, now=now)
    here = (await db.execute(select(conversation.c.channel).where(conversation.c.id == conversation_id))).scalar_one()
    told = Reply((words("link-made-elsewhere", channel=words(f"channel-{here.replace('_', '-')}")),))
    await outbox.queue(db, found.conversation_id, told, now=now)
    await audit.append(
        db,
        at=now,
        actor=f"person/{found.person_id}",
        action="link",
        subject=f"conversation/{conversation_id}",
        data={"petitions": len(came)},
    )
    return len(came)


async def unlink(db: AsyncConnection, conversation_id: int, *, now: datetime) -> bool:
    """Give a linked chat back to whom it belonged to; False when it is not linked."""
    former = await links.unlink(db, conversation_id, now=now)
    if former is None:
        return False
    await audit.append(db, at=now, actor=f"person/{former}", action="unlink", subject=f"conversation/{conversation_id}")
    return True
