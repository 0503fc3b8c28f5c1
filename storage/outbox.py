"""The outbox: putting messages in, claiming what is due, and writing down what became of them."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
from sqlalchemy import String, bindparam, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import reply_from_json, reply_to_json
from conversation.messages import Reply
from storage.schema import conversation, outbox, person
from storage.types import Key, Moment, to_ms

log = logging.getLogger(__name__)

RECIPIENT_GONE: Final = "recipient_gone"
"""Reason of what was not written because the person blocked us; sent when they return (`requeue_for_return`)."""

UNREADABLE: Final = "unreadable"
"""Reason of a row that this version cannot decode."""

RETURN_DAYS: Final = 30
"""How old a message may be that still reaches a person who comes back."""

UNSENT: Final = "state IN ('queued', 'leased')"
"""Written exactly as in the partial index ix_outbox_unsent: SQLite uses that index for this very text only."""


@dataclass(frozen=True, slots=True)
class Queued:
    """A message in the hands of one process until `leased_until`; moments are milliseconds since 1970."""

    id: int
    conversation_id: int
    channel: str
    address: str
    language: str
    reply: Reply
    leased_until: int
    created_at: int
    attempts: int = 0
    sent_parts: int = 0
    """Parts of a long message that arrived already."""
    unreachable: bool = False
    """The person blocked us: not to be sent."""


@dataclass(frozen=True, slots=True)
class Notice:
    """
    A message that an action or a job has for one chat.

    `once` names (what, for whom, period): a second notice of that name is dropped. `about_case_id` lets the
    officer of that case see a failed delivery.
    """

    conversation_id: int
    reply: Reply
    once: str | None = None
    about_case_id: int | None = None


@dataclass(frozen=True, slots=True)
class PutBack:
    """A row that another attempt will take up: `not_before` None leaves it due."""

    id: int
    attempts: int
    sent_parts: int
    not_before: datetime | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FailedDelivery:
    """A message that did not arrive and will not be tried again, as an officer sees it."""

    id: int
    conversation_id: int
    channel: str
    reason: str
    created_at: datetime
    failed_at: datetime


@dataclass(frozen=True, slots=True)
class Depth:
    """What one channel still has to deliver."""

    channel: str
    count: int
    oldest: datetime


# --- Putting in ----------------------------------------------------------------------------------------------------


async def queue(
    connection: AsyncConnection,
    conversation_id: int,
    reply: Reply,
    *,
    now: datetime,
    once: str | None = None,
    about_case_id: int | None = None,
) -> int | None:
    """Put a message in; return its id, or None when one of the name `once` is there already."""
    ids = await _insert(connection, [Notice(conversation_id, reply, once, about_case_id)], now)
    return ids[0] if ids else None


_CHUNK = 200
"""Rows in one INSERT: enough to make the round trip cheap, far below SQLite's 32,766 values."""


async def queue_many(connection: AsyncConnection, notices: Sequence[Notice], *, now: datetime) -> int:
    """Put many messages in; return how many were new."""
    new = 0
    for start in range(0, len(notices), _CHUNK):
        new += len(await _insert(connection, notices[start : start + _CHUNK], now))
    return new


async def replace_collapsed(connection: AsyncConnection, conversation_id: int, collapse: str) -> int:
    """Take back the chat's waiting messages of this name; return how many there were."""
    waiting = (outbox.c.conversation_id == conversation_id) & (outbox.c.collapse == collapse)
    result = await connection.execute(
        update(outbox).where(waiting, outbox.c.state == "queued", text(UNSENT)).values(state="replaced")
    )
    return result.rowcount


async def _insert(connection: AsyncConnection, notices: Sequence[Notice], now: datetime) -> list[int]:
    names = {(n.conversation_id, n.reply.collapse) for n in notices if n.reply.collapse}
    for conversation_id, collapse in sorted(names):
        await replace_collapsed(connection, conversation_id, collapse)
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(outbox).values([_row(notice, now) for notice in notices])
    statement = statement.on_conflict_do_nothing(index_elements=["once"])
    return list(await connection.scalars(statement.returning(outbox.c.id)))


def _row(notice: Notice, now: datetime) -> dict[str, Any]:
    return {
        "conversation_id": notice.conversation_id,
        "line": 0,
        "reply": reply_to_json(notice.reply),
        "state": "queued",
        "once": notice.once,
        "collapse": notice.reply.collapse or None,
        "about_case_id": notice.about_case_id,
        "not_before": now + timedelta(seconds=notice.reply.delay_seconds),
        "attempts": 0,
        "sent_parts": 0,
        "created_at": now,
    }


# --- Claiming ------------------------------------------------------------------------------------------------------

# Only heads are claimed, the lowest unsent row of each chat: that keeps a chat's order over all processes. The walk
# follows ix_outbox_unsent from chat `after` on and stops at the limit, so a long outbox costs no more than a short one;
# CROSS JOIN keeps SQLite from walking all chats of the channel instead.
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
RETURNING id, conversation_id, reply, attempts, sent_parts, created_at"""


def _claim_statement(lock: str) -> Any:
    parameters = [
        bindparam("after", type_=Key),
        bindparam("channel", type_=String),
        bindparam("now", type_=Moment),
        bindparam("me", type_=String),
        bindparam("until", type_=Moment),
    ]
    columns = ("id", "conversation_id", "reply", "attempts", "sent_parts", "created_at")
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
                unreachable=gone,
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


# --- What became of them -------------------------------------------------------------------------------------------


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


_mine = (outbox.c.id == bindparam("row_id")) & (outbox.c.leased_by == bindparam("me")) & (outbox.c.state == "leased")
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


async def recipient_gone(
    connection: AsyncConnection, conversation_id: int, *, reason: str, tried_at: datetime, now: datetime
) -> bool:
    """
    Record that the person blocked us and end all unsent messages of the chat.

    Returns False, changing nothing, when the person wrote after the attempt of `tried_at` began: they are back.
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


async def recipient_moved(connection: AsyncConnection, conversation_id: int, *, channel: str, address: str) -> int:
    """
    Record a chat's new address; return the id of the chat that now has it.

    When somebody already wrote from the new address that chat exists: unsent messages go over to it.
    """
    c = conversation.c
    there = await connection.scalar(select(c.id).where(c.channel == channel, c.address == address))
    if there is None or there == conversation_id:
        await connection.execute(update(conversation).where(c.id == conversation_id).values(address=address))
        return conversation_id
    await connection.execute(
        update(outbox)
        .where(text(UNSENT), outbox.c.conversation_id == conversation_id)
        .values(conversation_id=there, state="queued", leased_by=None, leased_until=None)
    )
    return there


async def requeue_for_return(connection: AsyncConnection, conversation_id: int, now: datetime) -> int:
    """
    Queue again what a person missed while they had us blocked; return how many messages.

    Call it before the replies to what they write now are put in, and put those in as queued: older words first.
    """
    result = await connection.execute(
        update(outbox)
        .where(
            outbox.c.conversation_id == conversation_id,
            outbox.c.state == "failed",
            outbox.c.reason == RECIPIENT_GONE,
            outbox.c.created_at > now - timedelta(days=RETURN_DAYS),
        )
        .values(state="queued", reason=None, done_at=None, not_before=now, attempts=0)
    )
    return result.rowcount


# --- Looking -------------------------------------------------------------------------------------------------------


async def failed_about(connection: AsyncConnection, case_id: int) -> list[FailedDelivery]:
    """Return the failed deliveries about a case, newest first."""
    o = outbox.c
    found = await connection.execute(
        select(o.id, o.conversation_id, conversation.c.channel, o.reason, o.created_at, o.done_at)
        .join(conversation, conversation.c.id == o.conversation_id)
        .where(o.about_case_id == case_id, text("outbox.state = 'failed'"))
        .order_by(o.id.desc())
    )
    return [FailedDelivery(*row) for row in found]


async def depths(connection: AsyncConnection) -> list[Depth]:
    """Return what each channel still has to deliver."""
    found = await connection.execute(
        select(conversation.c.channel, func.count(), func.min(outbox.c.created_at))
        .select_from(outbox)
        .join(conversation, conversation.c.id == outbox.c.conversation_id)
        .where(text("outbox." + UNSENT))
        .group_by(conversation.c.channel)
    )
    return [Depth(*row) for row in found]
