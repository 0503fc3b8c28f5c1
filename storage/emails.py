"""
Officers' addresses: each is a chat of the channel `email` that nobody ever writes from, so it is used last of all.

It belongs to a person of its own, who has no petitions: what residents are told never goes there.
"""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Final

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import conversation, person

CHANNEL: Final = "email"
DESK: Final = "desk"
"""No messenger: what is made at the command line lies there."""


async def chat_of(db: AsyncConnection, address: str, *, language: str, now: datetime) -> int:
    """Return the chat of an address, made when there is none."""
    return await _made(db, CHANNEL, address, language=language, now=now)


async def desk_of(db: AsyncConnection, officer_id: int, *, language: str, now: datetime) -> int:
    """Return the chat that an officer's files belong to who has none; it is nobody's, and nothing is sent there."""
    return await _made(db, DESK, f"officer-{officer_id}", language=language, now=now)


async def _made(db: AsyncConnection, channel: str, address: str, *, language: str, now: datetime) -> int:
    c = conversation.c
    found = (await db.execute(select(c.id).where(c.channel == channel, c.address == address))).scalar()
    if found is not None:
        return int(found)
    values = {"key": secrets.token_hex(16), "language": language, "created_at": now}
    who = (await db.execute(insert(person).values(**values).returning(person.c.id))).scalar_one()
    chat = {"channel": channel, "address": address, "person_id": who, "state": "", "line": 0, "created_at": now}
    return int((await db.execute(insert(conversation).values(**chat).returning(c.id))).scalar_one())


async def language_of(db: AsyncConnection, officer_id: int) -> str | None:
    """Return the language of an officer's chat used last, None for somebody without one."""
    query = (
        select(person.c.language)
        .join(conversation, conversation.c.person_id == person.c.id)
        .where(conversation.c.officer_id == officer_id, conversation.c.channel != CHANNEL)
        .order_by(conversation.c.last_inbound_at.desc().nulls_last())
    )
    return (await db.execute(query)).scalars().first()


async def address_of(db: AsyncConnection, officer_id: int) -> str | None:
    """Return an officer's address."""
    c = conversation.c
    return (
        (await db.execute(select(c.address).where(c.channel == CHANNEL, c.officer_id == officer_id))).scalars().first()
    )


async def give(db: AsyncConnection, conversation_id: int | None, officer_id: int) -> None:
    """Make this an officer's only address, None for none at all."""
    c = conversation.c
    theirs = update(conversation).where(c.channel == CHANNEL, c.officer_id == officer_id)
    await db.execute(theirs.values(officer_id=None))
    if conversation_id is not None:
        fresh = {"officer_id": officer_id, "unreachable_at": None, "unreachable_reason": None}
        await db.execute(update(conversation).where(c.id == conversation_id).values(**fresh))


async def try_again(db: AsyncConnection, conversation_id: int) -> None:
    """Let mails to an address be tried that was refused before: somebody has asked for this very one."""
    c = conversation.c
    change = update(conversation).where(c.id == conversation_id, c.channel == CHANNEL)
    await db.execute(change.values(unreachable_at=None, unreachable_reason=None))
