"""Consent and the end of keeping: a person's yes is recorded, what nobody agreed to is purged."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import conversation, file, inbound, person


async def give_consent(db: AsyncConnection, person_id: int, conversation_id: int, version: str, *, now: datetime) -> None:
    """Record the consent with the version of its text; what was said so far in this chat is kept from now on."""
    table = person
    await db.execute(
        update(table).where(table.c.id == person_id).values(consent_version=version, consented_at=now)
    )
    await db.execute(update(inbound).where(inbound.c.conversation_id == conversation_id).values(purge_at=None))


async def purge_conversation(db: AsyncConnection, conversation_id: int, *, now: datetime) -> None:
    """Consent was refused: the words and files of this chat that belong to no petition go now."""
    await db.execute(
        update(inbound).where(inbound.c.conversation_id == conversation_id).values(body="", purge_at=None)
    )
    unfiled = (file.c.conversation_id == conversation_id) & file.c.petition_id.is_(None)
    await db.execute(update(file).where(unfiled).values(state="purged"))


async def purge_expired(db: AsyncConnection, *, now: datetime) -> int:
    """Purge the words that nobody agreed to our keeping once their time is over. Returns how many messages."""
    due = (inbound.c.purge_at <= now) & (inbound.c.body != "")
    chats = set((await db.execute(select(inbound.c.conversation_id).where(due))).scalars())
    done = await db.execute(update(inbound).where(due).values(body="", purge_at=None))
    if chats:
        unfiled = file.c.conversation_id.in_(chats) & file.c.petition_id.is_(None)
        await db.execute(update(file).where(unfiled).values(state="purged"))
    return int(done.rowcount)


async def expire_conversations(db: AsyncConnection, *, now: datetime) -> int:
    """Leave the forms that nobody went on with. Returns how many."""
    table = conversation
    due = or_(table.c.expires_at <= now)
    done = await db.execute(update(table).where(due).values(state="", expires_at=None))
    return int(done.rowcount)
