"""The deliverer's side of the outbox: claiming what is due, and writing down what became of it."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import msgspec
from sqlalchemy import BindParameter, String, bindparam, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import reply_from_json
from storage import windows
from storage.outbox import BULK, IN_DOUBT, RECIPIENT_GONE, UNSENT, Queued
from storage.schema import conversation, outbox, person
from storage.types import Key, Moment, to_ms

log = logging.getLogger(__name__)

UNREADABLE: Final = "unreadable"
"""Reason of a row that this version cannot decode."""


@dataclass(frozen=True, slots=True)
class PutBack:
    """A row that another attempt will take up: `not_before` None leaves it due."""

    id: int
    attempts: int
    sent_parts: int
    not_before: datetime | None = None
    reason: str | None = None


# Only heads are claimed, the lowest unsent row of each chat: that keeps a chat's order over all processes. The
# walk follows ix_outbox_unsent from chat `after` on and stops at the limit, so a long outbox costs no more than
# a short one; CROSS JOIN keeps SQLite from walking all chats of the channel instead.
_CLAIM = """
WITH head AS MATERIALIZED (
    SELECT o.id FROM outbox o CROSS JOIN conversation c
    WHERE o.state IN ('queued', 'leased') AND o.conversation_id > :after
      AND c.id = o.conversation_id AND c.channel = :channel
      AND o.not_before <= :now AND (o.state = 'queued' OR o.leased_until < :now)
      AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.state IN ('queued', 'leased')
                      AND e.conversation_id = o.conversation_id AND e.id < o.id)
    ORDER BY o.conversation_id, o.id LIMIT :limit {lock}
)
UPDATE outbox SET state = 'leased', leased_by = :me, leased_until = :until WHERE id IN (SELECT id FROM head)
RETURNING id, conversation_id, reply, once, attempts, sent_parts, reason, created_at"""


def _claim_statement(lock: str) -> Any:
    parameters: list[BindParameter[Any]] = [
        bindparam("after", type_=Key),
        bindparam("channel", type_=String),
        bindparam("now", type_=Moment),
        bindparam("me", type_=String),
        bindparam("until", type_=Moment),
    ]
    columns = ("id", "conversation_id", "reply", "once", "attempts", "sent_parts", "reason", "created_at")
    statement = text(_CLAIM.format(lock=lock)).bindparams(*parameters)
    return statement.columns(*(outbox.c[name] for name in columns))


_claim = {"sqlite": _claim_statement(""), "postgresql": _claim_statement("FOR UPDATE OF o SKIP LOCKED")}


async def claim(
    connection: AsyncConnection,
    *,
    channel: str,
    me: str,
    now: datetime,
    until: datetime,
    after: int = 0,
    limit: int,
) -> list[Queued]:
    """
    Lease the due heads of one channel's chats to `me`, by chat id from above `after`, at most `limit`.

    A row that cannot be decoded is failed on the spot, or it would block its chat for ever.
    """
    parameters = {"channel": channel, "me": me, "now": now, "until": until, "after": after, "limit": limit}
    rows = (await connection.execute(_claim[connection.dialect.name], parameters)).all()
    chats = await _chats(connection, [row.conversation_id for row in rows])
    claimed = []
    for row in sorted(rows, key=lambda row: (row.conversation_id, row.id)):
        try:
            reply = reply_from_json(row.reply)
        except (KeyError, IndexError, TypeError, ValueError, AttributeError, msgspec.MsgspecError):
            log.exception("outbox row %s cannot be decoded", row.id)
            await fail(connection, [(row.id, UNREADABLE)], me=me, now=now)
            continue
        address, language, gone = chats[row.conversation_id]
        claimed.append(
            Queued(
                row.id,
                row.conversation_id,
                channel,
                address,
                language,
                reply,
                leased_until=to_ms(until),
                created_at=to_ms(row.created_at),
                attempts=row.attempts,
                sent_parts=row.sent_parts,
                in_doubt=row.reason == IN_DOUBT,
                unreachable=gone,
                bulk=(row.once or "").startswith(BULK),
            )
        )
    return claimed


async def _chats(connection: AsyncConnection, ids: Sequence[int]) -> dict[int, tuple[str, str, bool]]:
    """Return address, language and whether the person is unreachable, of each chat."""
    if not ids:
        return {}
    c = conversation.c
    found = await connection.execute(
        select(c.id, c.address, person.c.language, c.unreachable_at)
        .join(person, person.c.id == c.person_id)
        .where(c.id.in_(ids))
    )
    return {row.id: (row.address, row.language, row.unreachable_at is not None) for row in found}


async def release(connection: AsyncConnection, me: str | None) -> int:
    """Give back what `me` holds (None: what anybody holds); return how many rows."""
    whose = outbox.c.leased_by == me if me is not None else outbox.c.leased_by.is_not(None)
    result = await connection.execute(
        update(outbox)
        .where(text(UNSENT), outbox.c.state == "leased", whose)
        .values(state="queued", leased_by=None, leased_until=None)
    )
    return result.rowcount


async def next_lines(connection: AsyncConnection, wanted: Mapping[int, int]) -> dict[int, int]:
    """
    Reserve line numbers: chat id -> how many. Return the first of each.

    Chats are taken in id order, as everybody who locks several does, so nobody waits in a circle.
    """
    first = {}
    for conversation_id in sorted(wanted):
        count = wanted[conversation_id]
        newest = await connection.scalar(
            update(conversation)
            .where(conversation.c.id == conversation_id)
            .values(line=conversation.c.line + count)
            .returning(conversation.c.line)
        )
        first[conversation_id] = (newest or count) - count + 1
    return first


_leased = (outbox.c.leased_by == bindparam("me")) & (outbox.c.state == "leased")
_mine = (outbox.c.id == bindparam("row_id")) & _leased
_put_back = (
    update(outbox)
    .where(_mine)
    .values(
        state="queued",
        leased_by=None,
        leased_until=None,
        attempts=bindparam("new_attempts"),
        sent_parts=bindparam("new_sent_parts"),
        not_before=func.coalesce(bindparam("new_not_before", type_=Moment), outbox.c.not_before),
        reason=bindparam("new_reason", type_=String),
    )
)
_fail = (
    update(outbox)
    .where(_mine)
    .values(
        state="failed",
        leased_by=None,
        leased_until=None,
        reason=bindparam("new_reason", type_=String),
        done_at=bindparam("now", type_=Moment),
    )
)


async def put_back(connection: AsyncConnection, rows: Sequence[PutBack], *, me: str) -> None:
    """Return rows to the queue, unless somebody else took them meanwhile."""
    values = [
        {
            "row_id": row.id,
            "me": me,
            "new_attempts": row.attempts,
            "new_sent_parts": row.sent_parts,
            "new_not_before": row.not_before,
            "new_reason": row.reason,
        }
        for row in sorted(rows, key=lambda row: row.id)
    ]
    await connection.execute(_put_back, values)


async def fail(connection: AsyncConnection, rows: Sequence[tuple[int, str]], *, me: str, now: datetime) -> None:
    """End rows, each with its reason code, unless somebody else took them meanwhile."""
    values = [{"row_id": id, "me": me, "new_reason": reason, "now": now} for id, reason in sorted(rows)]
    await connection.execute(_fail, values)
    for id, reason in sorted(rows):
        await windows.fail_joined(connection, [id], reason, now=now)


async def recipient_gone(
    connection: AsyncConnection,
    conversation_id: int,
    *,
    reason: str,
    tried_at: datetime,
    now: datetime,
    channels: Sequence[str] = (),
) -> bool:
    """
    Record that the person blocked us and end all unsent messages of the chat.

    Notices move to another chat in which they can be reached on one of `channels`, if there is one.

    Returns False, changing nothing, when the person wrote after the attempt of `tried_at` began.
    """
    c = conversation.c
    written_since = c.last_inbound_at.is_not(None) & (c.last_inbound_at >= tried_at)
    result = await connection.execute(
        update(conversation)
        .where(c.id == conversation_id, ~written_since)
        .values(unreachable_at=now, unreachable_reason=reason)
    )
    if result.rowcount == 0:
        return False
    other = await windows.other_chat(connection, conversation_id, channels) if channels else None
    if other is not None:
        await windows.move(connection, conversation_id, other, now=now)
    await fail_unsent(connection, conversation_id, now=now)
    return True


async def fail_unsent(connection: AsyncConnection, conversation_id: int, *, now: datetime) -> int:
    """End all unsent messages of a chat whose person cannot be reached; return how many there were."""
    result = await connection.execute(
        update(outbox)
        .where(text(UNSENT), outbox.c.conversation_id == conversation_id)
        .values(state="failed", reason=RECIPIENT_GONE, done_at=now, leased_by=None, leased_until=None)
    )
    return result.rowcount


async def recipient_moved(connection: AsyncConnection, conversation_id: int, *, channel: str, address: str) -> None:
    """
    Record a chat's new address.

    A chat begun there meanwhile gives way, since this one has the history: its unsent messages come over.
    """
    c = conversation.c
    other = await connection.scalar(
        select(c.id).where(c.channel == channel, c.address == address, c.id != conversation_id)
    )
    if other is not None:
        await connection.execute(update(conversation).where(c.id == other).values(address=f"moved-{other}"))
        await connection.execute(
            update(outbox)
            .where(text(UNSENT), outbox.c.conversation_id == other)
            .values(conversation_id=conversation_id, state="queued", leased_by=None, leased_until=None)
        )
    await connection.execute(update(conversation).where(c.id == conversation_id).values(address=address))
