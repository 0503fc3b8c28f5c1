"""The lines of one chat, said and heard, in their order: what the web chat shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import inbound_from_json, reply_from_json
from conversation.messages import Event, Inbound, Reply
from storage.schema import conversation, file, inbound, outbox, person

SHOWN_EVENTS = frozenset({Event.MESSAGE, Event.EDITED, Event.UNSUPPORTED})


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """One line: what came in, or what went out. `number` grows within the chat."""

    number: int
    at: datetime
    came: Inbound | None = None
    went: Reply | None = None


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat of the web channel."""

    id: int
    language: str
    officer_id: int | None


async def chat_at(db: AsyncConnection, channel: str, address: str) -> Chat | None:
    """Return the chat at an address, None when nothing was ever said there."""
    table = conversation
    query = (
        select(table.c.id, person.c.language, table.c.officer_id)
        .join(person, person.c.id == table.c.person_id)
        .where(table.c.channel == channel, table.c.address == address)
    )
    row = (await db.execute(query)).first()
    return Chat(*row) if row else None


async def lines_after(db: AsyncConnection, chat: int, after: int, limit: int) -> list[TranscriptLine]:
    """Return the lines with a number above `after`, lowest first."""
    came = select(inbound.c.line, inbound.c.at, inbound.c.body).where(
        inbound.c.conversation_id == chat, inbound.c.line > after
    )
    went = select(outbox.c.line, outbox.c.done_at, outbox.c.reply).where(
        outbox.c.conversation_id == chat, outbox.c.line > after, outbox.c.state == "delivered"
    )
    rows = await _both(db, came.order_by(inbound.c.line).limit(limit), went.order_by(outbox.c.line).limit(limit))
    return rows[:limit]


async def lines_before(db: AsyncConnection, chat: int, before: int | None, limit: int) -> list[TranscriptLine]:
    """Return the last lines with a number below `before` (None: of all), lowest first."""
    came = select(inbound.c.line, inbound.c.at, inbound.c.body).where(inbound.c.conversation_id == chat)
    went = select(outbox.c.line, outbox.c.done_at, outbox.c.reply).where(
        outbox.c.conversation_id == chat, outbox.c.state == "delivered", outbox.c.line > 0
    )
    if before is not None:
        came, went = came.where(inbound.c.line < before), went.where(outbox.c.line < before)
    rows = await _both(
        db, came.order_by(inbound.c.line.desc()).limit(limit), went.order_by(outbox.c.line.desc()).limit(limit)
    )
    return rows[-limit:]


async def _both(
    db: AsyncConnection, came: Select[int, datetime, str], went: Select[int, datetime, str]
) -> list[TranscriptLine]:
    sent = (await db.execute(went)).tuples()
    lines = [TranscriptLine(number, at, went=reply_from_json(reply)) for number, at, reply in sent if reply]
    for number, at, body in (await db.execute(came)).tuples():
        if body:
            message = inbound_from_json(body)
            if message.event in SHOWN_EVENTS:
                lines.append(TranscriptLine(number, at, came=message))
    return sorted(lines, key=lambda line: line.number)


async def newest_lines(db: AsyncConnection, channel: str, addresses: Sequence[str]) -> Mapping[str, int]:
    """Return each chat's highest line number."""
    table = conversation
    query = select(table.c.address, table.c.line).where(table.c.channel == channel, table.c.address.in_(addresses))
    return dict((await db.execute(query)).tuples().all())


async def file_of_chat(db: AsyncConnection, chat: int, file_id: int) -> bool:
    """Tell whether this chat sent the file or was sent it."""
    own = await db.execute(select(file.c.id).where(file.c.id == file_id, file.c.conversation_id == chat))
    if own.first() is not None:
        return True
    sent = select(outbox.c.reply).where(outbox.c.conversation_id == chat, outbox.c.reply.contains(f"[{file_id},"))
    return any(file_id in {f.file_id for f in reply_from_json(reply).files} for (reply,) in await db.execute(sent))
