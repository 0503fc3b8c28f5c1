"""Chats that one person linked: the codes, whom a chat belonged to before, which petitions came along."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.state import state_from_json, state_to_json
from conversation.voices import CHILDREN
from storage.schema import chat_link, conversation, link_code, petition


async def add_code(db: AsyncConnection, code_hash: str, conversation_id: int, *, expires_at: datetime) -> None:
    """Remember a code of a chat; earlier ones of it end."""
    unused = (link_code.c.conversation_id == conversation_id) & link_code.c.used_at.is_(None)
    await db.execute(link_code.delete().where(unused))
    await db.execute(
        insert(link_code).values(code_hash=code_hash, conversation_id=conversation_id, expires_at=expires_at)
    )


class CodeChat(NamedTuple):
    """The chat that a code is of."""

    id: int
    channel: str
    person_id: int
    officer_id: int | None


async def chat_of_code(db: AsyncConnection, code_hash: str, *, now: datetime) -> CodeChat | None:
    """Return the chat of a code that may still be used."""
    query = (
        select(conversation.c.id, conversation.c.channel, conversation.c.person_id, conversation.c.officer_id)
        .join(link_code, link_code.c.conversation_id == conversation.c.id)
        .where(link_code.c.code_hash == code_hash, link_code.c.used_at.is_(None), link_code.c.expires_at > now)
    )
    row = (await db.execute(query)).first()
    return CodeChat(*row) if row else None


async def use_code(db: AsyncConnection, code_hash: str, *, now: datetime) -> bool:
    """Use a code up; False when somebody else just did, or its time is over."""
    c = link_code.c
    fresh = (c.code_hash == code_hash) & c.used_at.is_(None) & (c.expires_at > now)
    return (await db.execute(update(link_code).where(fresh).values(used_at=now))).rowcount == 1


async def link(db: AsyncConnection, conversation_id: int, person_id: int, *, now: datetime) -> list[int]:
    """
    Make a chat the person's; return the petitions that came along: those filed in it by whom it belonged to.

    Nobody is merged: the former person stays, with everything of other chats, and gets all of it back at `unlink`.
    """
    chat = (await db.execute(select(conversation.c.person_id).where(conversation.c.id == conversation_id))).one()
    theirs = (petition.c.conversation_id == conversation_id) & (petition.c.person_id == chat.person_id)
    ids = list((await db.execute(select(petition.c.id).where(theirs).order_by(petition.c.id))).scalars())
    values = {
        "conversation_id": conversation_id,
        "person_id": person_id,
        "former_person_id": chat.person_id,
        "petitions": ids,
        "linked_at": now,
    }
    await db.execute(insert(chat_link).values(**values))
    await db.execute(update(conversation).where(conversation.c.id == conversation_id).values(person_id=person_id))
    if ids:
        await db.execute(update(petition).where(petition.c.id.in_(ids)).values(person_id=person_id))
    return ids


async def link_of(db: AsyncConnection, conversation_id: int) -> Row[Any] | None:
    """Return the present link of a chat that was linked to another."""
    c = chat_link.c
    return (
        await db.execute(select(chat_link).where(c.conversation_id == conversation_id, c.unlinked_at.is_(None)))
    ).first()


async def linked_chats(db: AsyncConnection, person_id: int) -> Sequence[Row[Any]]:
    """Return a person's chats (id, channel, whether it was linked), the first ones first."""
    linked = (
        select(chat_link.c.id)
        .where(chat_link.c.conversation_id == conversation.c.id, chat_link.c.unlinked_at.is_(None))
        .exists()
    )
    query = (
        select(conversation.c.id, conversation.c.channel, linked.label("linked"))
        .where(conversation.c.person_id == person_id, conversation.c.officer_id.is_(None))
        .order_by(conversation.c.id)
    )
    return (await db.execute(query)).all()


async def unlink(db: AsyncConnection, conversation_id: int, *, now: datetime) -> int | None:
    """
    Give a chat back to whom it belonged to, with the petitions that came along and those filed in it since.

    Returns that person, None when the chat is not linked.
    """
    found = await link_of(db, conversation_id)
    if found is None:
        return None
    former = int(found.former_person_id)
    since = (petition.c.conversation_id == conversation_id) & (petition.c.filed_at >= found.linked_at)
    theirs = (petition.c.person_id == found.person_id) & (petition.c.id.in_(found.petitions) | since)
    await db.execute(update(petition).where(theirs).values(person_id=former))
    await db.execute(update(conversation).where(conversation.c.id == conversation_id).values(person_id=former))
    await db.execute(update(chat_link).where(chat_link.c.id == found.id).values(unlinked_at=now))
    return former


async def last_used(db: AsyncConnection, person_ids: Sequence[int]) -> dict[int, int]:
    """Return the reachable resident's chat used last, by person."""
    c = conversation.c
    order = func.row_number().over(partition_by=c.person_id, order_by=(c.last_inbound_at.desc(), c.id.desc()))
    ranked = (
        select(c.id, c.person_id, order.label("rank"))
        .where(c.person_id.in_(person_ids), c.unreachable_at.is_(None), c.officer_id.is_(None))
        .subquery()
    )
    query = select(ranked.c.person_id, ranked.c.id).where(ranked.c.rank == 1)
    return {row.person_id: row.id for row in await db.execute(query)}


async def voices_in(db: AsyncConnection, chats: Sequence[int]) -> dict[int, str]:
    """Return those of these chats in which a child is spoken to, with its voice of `conversation.voices`."""
    c = conversation.c
    query = select(c.id, c.state).where(c.id.in_(chats), c.state.like('%"voice"%'))
    voices = {row.id: state_from_json(row.state).voice for row in await db.execute(query)}
    return {chat: voice for chat, voice in voices.items() if voice in CHILDREN}


async def speak_in(db: AsyncConnection, chats: Sequence[int], voice: str) -> None:
    """
    Speak so in those of these chats where nothing was said yet of how.

    A chat whose state changes at this very moment keeps what it has.
    """
    c = conversation.c
    for row in (await db.execute(select(c.id, c.state).where(c.id.in_(chats)))).all():
        state = state_from_json(row.state)
        if not state.voice:
            state.voice = voice
            as_it_was = (c.id == row.id) & (c.state == row.state)
            await db.execute(update(conversation).where(as_it_was).values(state=state_to_json(state)))
