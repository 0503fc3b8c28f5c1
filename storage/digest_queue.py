"""Digests on their way into the outbox: many rows in one short transaction, each name once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import Packed, reply_to_json
from storage.database import Database
from storage.outbox import NEWS
from storage.types import to_ms


class Digested(NamedTuple):
    """A digest for one chat, worded at delivery; `once` is its name in the outbox."""

    conversation_id: int
    value: Packed
    once: str


_BREATH: Final = 125
"""Rows put into SQLite, which happens in the loop, before others have their turn: a millisecond."""

_COLUMNS: Final = (
    "conversation_id, line, reply, state, once, not_before, attempts, sent_parts, created_at"
)  # fmt: skip
_SQLITE: Final = (
    f"INSERT INTO outbox ({_COLUMNS}) VALUES (?, 0, ?, 'queued', ?, ?, 0, 0, ?) ON CONFLICT (once) DO NOTHING"  # noqa: S608  # constants
)
_POSTGRESQL: Final = (
    f"INSERT INTO outbox ({_COLUMNS}) "  # noqa: S608  # constants
    "SELECT chat, 0, reply, 'queued', once, $4::bigint, 0, 0, $4::bigint "
    "FROM unnest($1::bigint[], $2::text[], $3::text[]) AS made(chat, reply, once) "
    "ON CONFLICT (once) DO NOTHING RETURNING id"
)


async def queue_digests(db: AsyncConnection, digests: Sequence[Digested], *, now: datetime) -> int:
    """Put digests into the outbox; return how many were new."""
    if not digests:
        return 0
    db.info[NEWS] = True
    at = to_ms(now)
    driver: Any = await _driver(db)
    if db.dialect.name == "postgresql":
        chats, replies, names = zip(
            *((d.conversation_id, reply_to_json(d.value), d.once) for d in digests), strict=True
        )
        return len(await driver.fetch(_POSTGRESQL, chats, replies, names, at))
    before = driver.total_changes
    for start in range(0, len(digests), _BREATH):
        part = digests[start : start + _BREATH]
        driver.executemany(_SQLITE, [(d.conversation_id, reply_to_json(d.value), d.once, at, at) for d in part])
        await asyncio.sleep(0)
    return int(driver.total_changes - before)


async def mark_compiled(db: AsyncConnection, officer_ids: Collection[int], *, now: datetime) -> None:
    """Write down as of which moment the digests of these accounts were compiled, whether or not they say anything."""
    driver: Any = await _driver(db)
    if db.dialect.name == "postgresql":
        await driver.execute("UPDATE officer SET digest_at = $1 WHERE id = ANY($2)", to_ms(now), sorted(officer_ids))
        return
    listed = json.dumps(sorted(officer_ids))
    driver.execute(
        "UPDATE officer SET digest_at = ? WHERE id IN (SELECT value FROM json_each(?))", (to_ms(now), listed)
    )


async def tidy(database: Database) -> None:
    """
    Bring what was committed into SQLite's own file, in a thread and without keeping anybody from writing.

    Otherwise whoever commits the thousandth page does it for all, and a chat waits for that. PostgreSQL does so itself.
    Source: sqlite.org/wal.html, "Automatic Checkpoint", SQLITE_CHECKPOINT_PASSIVE (read 2026-11).
    """
    if database.dialect == "sqlite":
        async with database.read() as db:
            driver: Any = (await db.get_raw_connection()).driver_connection
            await driver.execute_fetchall("PRAGMA wal_checkpoint(PASSIVE)")


async def _driver(db: AsyncConnection) -> Any:
    """Return the driver's connection inside the open transaction; PostgreSQL's opens with the first statement."""
    if db.dialect.name == "postgresql":
        await db.exec_driver_sql("SELECT 1")
    return (await db.get_raw_connection()).driver_connection
