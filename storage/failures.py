"""What went wrong for good: messages whose handling failed twice, and deliveries that ended without arriving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.outbox import RECIPIENT_GONE, FailedDelivery
from storage.schema import conversation, inbound, outbox

_FAILED = "inbound.state IN ('failed', 'told', 'seen')"
"""
Written as in the partial index ix_inbound_failed.

'failed': nobody was told; 'told': a notice was queued for the administrators; 'seen': one of them has read the list.
"""


@dataclass(frozen=True, slots=True)
class FailedMessage:
    """A message that was acknowledged and had no effect. `error` is the class of what went wrong."""

    id: int
    channel: str
    received_at: datetime
    error: str
    seen: bool


async def untold(db: AsyncConnection) -> int:
    """Return how many failed messages no administrator was told of."""
    query = select(func.count()).where(text(_FAILED), inbound.c.state == "failed").select_from(inbound)
    return int((await db.execute(query)).scalar_one())


async def mark_told(db: AsyncConnection) -> int:
    """Note that the administrators were told of all failed messages; return of how many they had not been."""
    new = update(inbound).where(text(_FAILED), inbound.c.state == "failed").values(state="told")
    return (await db.execute(new)).rowcount


async def mark_seen(db: AsyncConnection) -> int:
    """Note that an administrator has read the list; return how many messages were new to them."""
    new = update(inbound).where(text(_FAILED), inbound.c.state != "seen").values(state="seen")
    return (await db.execute(new)).rowcount


async def failed_messages(db: AsyncConnection, *, limit: int) -> list[FailedMessage]:
    """Return the newest failed messages, newest first."""
    c = inbound.c
    query = (
        select(c.id, c.channel, c.received_at, c.error, c.state).where(text(_FAILED)).order_by(c.id.desc()).limit(limit)
    )
    rows = (await db.execute(query)).all()
    return [FailedMessage(row.id, row.channel, row.received_at, row.error or "", row.state == "seen") for row in rows]


async def failed_deliveries(db: AsyncConnection, *, since: datetime, limit: int) -> list[FailedDelivery]:
    """Return the newest deliveries that ended without arriving, newest first; not those to people who blocked us."""
    o = outbox.c
    query = (
        select(o.id, o.conversation_id, conversation.c.channel, o.reason, o.created_at, o.done_at)
        .join(conversation, conversation.c.id == o.conversation_id)
        .where(text("outbox.state = 'failed'"), o.done_at >= since, o.reason != RECIPIENT_GONE)
        .order_by(o.done_at.desc(), o.id.desc())
        .limit(limit)
    )
    return [FailedDelivery(*row) for row in await db.execute(query)]
