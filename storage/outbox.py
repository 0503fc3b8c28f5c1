"""The outbox: putting messages in, taking them back, and seeing what failed; delivery is in `deliveries`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from msgspec import Struct
from sqlalchemy import func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import Packed, reply_to_json
from conversation.messages import Reply
from storage.schema import conversation, outbox
from storage.upserts import insert_into

RECIPIENT_GONE: Final = "recipient_gone"
"""Reason of what was not sent because the person blocked us; `requeue_for_return` brings it back."""

IN_DOUBT: Final = "in_doubt"
"""
Reason of a waiting row whose next part was sent once and never answered for.

The messenger may have taken it. It is tried once more and no oftener: no messenger knows two sends for one.
Source: Telegram Bot API, sendMessage: there is no key that would make a send idempotent (read 2026-11).
"""

BULK: Final = ("digest/", "following/")
"""How names of messages begin that the clock sends to many at once."""

PERHAPS_DELIVERED: Final = "perhaps_delivered"
"""Reason of a row that was given up in doubt: nobody can say whether the person has read it."""

QUIET: Final = "quiet_hours"
"""Reason of a digest that waits for the end of its reader's quiet hours; see `storage.quiet`."""

RETURN_DAYS: Final = 30
"""How old a message may be that still reaches a person who comes back."""

UNSENT: Final = "state IN ('queued', 'leased')"
"""Written exactly as in the partial index ix_outbox_unsent: SQLite uses it for this very text only."""


class Queued(Struct, frozen=True):
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
    in_doubt: bool = False
    """The first part that has not arrived was sent once before, and perhaps taken."""
    unreachable: bool = False
    """The person blocked us: not to be sent."""
    bulk: bool = False
    """One of many that the clock sends: it keeps the quiet hours of its reader, however late it is."""


@dataclass(frozen=True, slots=True)
class Notice:
    """
    A message that an action or a job has for one chat.

    `once` names (what, for whom, period): a second notice of that name is dropped. `about_case_id` lets the
    officer of that case see a failed delivery.
    """

    conversation_id: int
    reply: Reply | Packed
    once: str | None = None
    about_case_id: int | None = None


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


NEWS = "outbox.news"
"""Key of a connection's `info`, set when a message was put in: whoever commits then wakes the deliverer."""


def news_of(connection: AsyncConnection, key: str = NEWS) -> bool:
    """Tell, once, whether messages were put in through this connection since it was asked last."""
    return bool(connection.info.pop(key, False))


async def replace_collapsed(connection: AsyncConnection, conversation_id: int, collapse: str) -> int:
    """Take back the chat's waiting messages of this name; return how many there were."""
    waiting = (outbox.c.conversation_id == conversation_id) & (outbox.c.collapse == collapse)
    result = await connection.execute(
        update(outbox).where(waiting, outbox.c.state == "queued", text(UNSENT)).values(state="replaced")
    )
    return result.rowcount


async def lock_chat(connection: AsyncConnection, conversation_id: int) -> None:
    """
    Keep others from putting messages into this chat until the transaction ends.

    Two that collapse into one must see each other; on PostgreSQL they would not if they were put in side by side.
    """
    await connection.execute(select(conversation.c.id).where(conversation.c.id == conversation_id).with_for_update())


async def _insert(connection: AsyncConnection, notices: Sequence[Notice], now: datetime) -> list[int]:
    connection.info[NEWS] = True
    names = {(n.conversation_id, n.reply.collapse) for n in notices if n.reply.collapse}
    for conversation_id, collapse in sorted(names):
        await replace_collapsed(connection, conversation_id, collapse)
    # Rows as parameters, so that one compiled statement serves for all: SQLAlchemy words VALUES lists anew each time.
    statement = insert_into(connection, outbox).on_conflict_do_nothing(index_elements=["once"]).returning(outbox.c.id)
    return list(await connection.scalars(statement, [_row(notice, now) for notice in notices]))


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


async def requeue_for_return(connection: AsyncConnection, conversation_id: int, now: datetime) -> int:
    """
    Queue again what a person missed while they had us blocked; return how many messages.

    Call it before the replies to what they write now are put in, and put those in as queued: older words
    first.
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
