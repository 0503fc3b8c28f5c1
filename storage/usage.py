"""What channels sent and what it cost, how they are, and what waits: for `nghedan channels`, metrics and alarms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import LOCAL
from storage.schema import channel_health, channel_usage, conversation, inbound, outbox
from storage.upserts import insert_into, put


def month_of(now: datetime) -> str:
    """Return the local month, '2026-11'."""
    return now.astimezone(LOCAL).strftime("%Y-%m")


def month_began(now: datetime) -> datetime:
    """Return when the local month began."""
    return now.astimezone(LOCAL).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


async def add(db: AsyncConnection, channel: str, kind: str, *, count: int, cost: int, now: datetime) -> None:
    """Count sent messages of this month; `cost` in dong."""
    t = channel_usage
    values = {"channel": channel, "month": month_of(now), "kind": kind, "count": count, "cost": cost}
    statement = insert_into(db, t).values(values)
    more = {"count": t.c.count + statement.excluded.count, "cost": t.c.cost + statement.excluded.cost}
    await db.execute(statement.on_conflict_do_update(index_elements=["channel", "month", "kind"], set_=more))


async def spent(db: AsyncConnection, channel: str, *, now: datetime) -> int:
    """Return the dong of this month."""
    c = channel_usage.c
    query = select(func.coalesce(func.sum(c.cost), 0)).where(c.channel == channel, c.month == month_of(now))
    return int((await db.execute(query)).scalar_one())


async def used(db: AsyncConnection, *, now: datetime) -> dict[str, dict[str, tuple[int, int]]]:
    """Return count and cost of this month, by channel and kind."""
    c = channel_usage.c
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for row in await db.execute(select(c.channel, c.kind, c.count, c.cost).where(c.month == month_of(now))):
        found.setdefault(row[0], {})[row[1]] = (row[2], row[3])
    return found


async def note_health(
    db: AsyncConnection, channel: str, *, delivered_at: datetime | None, failed_at: datetime | None, failure: str
) -> None:
    """Write down when a channel last delivered and what went wrong last; None leaves what was known."""
    new = {"delivered_at": delivered_at} if delivered_at else {}
    if failed_at:
        new |= {"failed_at": failed_at, "failure": failure[:32]}  # type: ignore[dict-item]
    if not new:
        return
    await put(db, channel_health, {"channel": channel}, new)


@dataclass(slots=True)
class ChannelState:
    """
    How a channel is. `waiting` messages wait for their person, `failed` were given up within a day, by reason.

    `people` have a chat there; `received` and `sent` are messages of this month.
    """

    channel: str
    queued: int = 0
    oldest: datetime | None = None
    waiting: int = 0
    failed: dict[str, int] = field(default_factory=dict)
    delivered_at: datetime | None = None
    failed_at: datetime | None = None
    failure: str = ""
    heard_at: datetime | None = None
    people: int = 0
    unreachable: int = 0
    received: int = 0
    sent: int = 0


async def channel_states(db: AsyncConnection, *, now: datetime) -> Mapping[str, ChannelState]:
    """Return how each channel is that has a chat or was ever used."""
    chat, out = conversation.c, outbox.c
    states: dict[str, ChannelState] = {}

    def of(channel: str) -> ChannelState:
        return states.setdefault(channel, ChannelState(channel))

    for row in await db.execute(
        select(chat.channel, func.count(), func.count(chat.unreachable_at), func.max(chat.last_inbound_at)).group_by(
            chat.channel
        )
    ):
        state = of(row[0])
        state.people, state.unreachable, state.heard_at = row[1], row[2], row[3]
    joined = outbox.join(conversation, chat.id == out.conversation_id)
    live = (
        select(chat.channel, out.state, func.count(), func.min(out.created_at))
        .select_from(joined)
        .where(out.state.in_(("queued", "leased", "waiting")))
        .group_by(chat.channel, out.state)
    )
    for name, what, count, oldest in await db.execute(live):
        state = of(name)
        if what == "waiting":
            state.waiting += count
        else:
            state.queued += count
            state.oldest = min(filter(None, (state.oldest, oldest)))
    failed = (
        select(chat.channel, out.reason, func.count())
        .select_from(joined)
        .where(out.state == "failed", out.done_at > now - timedelta(days=1))
        .group_by(chat.channel, out.reason)
    )
    for name, reason, count in await db.execute(failed):
        of(name).failed[reason or "unknown"] = count
    await _months(db, of, now)
    for row in await db.execute(select(channel_health)):
        state = of(row.channel)
        state.delivered_at, state.failed_at, state.failure = row.delivered_at, row.failed_at, row.failure or ""
    return states


async def _months(db: AsyncConnection, of: object, now: datetime) -> None:
    began = month_began(now)
    sent = (
        select(conversation.c.channel, func.count())
        .select_from(outbox.join(conversation, conversation.c.id == outbox.c.conversation_id))
        .where(and_(outbox.c.state == "delivered", outbox.c.done_at >= began))
        .group_by(conversation.c.channel)
    )
    for name, count in await db.execute(sent):
        of(name).sent = count  # type: ignore[operator]
    received = select(inbound.c.channel, func.count()).where(inbound.c.received_at >= began).group_by(inbound.c.channel)
    for name, count in await db.execute(received):
        of(name).received = count  # type: ignore[operator]
