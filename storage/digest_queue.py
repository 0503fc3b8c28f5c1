"""Digests on their way into the outbox: many rows in one short transaction, each name once."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.outbox import NEWS
from storage.prepared import open_driver
from storage.types import to_ms


class Digested(NamedTuple):
    """A digest for one chat as the outbox keeps it, worded at delivery; `once` is its name there."""

    conversation_id: int
    reply: str
    once: str


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
    "ON CONFLICT (once) DO NOTHING"
)
_MARK: Final = "UPDATE officer SET digest_at = $1 WHERE id = ANY($2::bigint[])"


async def queue_digests(db: AsyncConnection, digests: Sequence[Digested], *, now: datetime) -> int:
    """Put digests into the outbox; return how many were new."""
    if not digests:
        return 0
    db.info[NEWS] = True
    at = to_ms(now)
    if db.dialect.name == "postgresql":
        chats, replies, names = zip(*digests, strict=True)
        # Through SQLAlchemy, which opens the transaction with what it sees first: no way there and back for that alone.
        return (await db.exec_driver_sql(_POSTGRESQL, (list(chats), list(replies), list(names), at))).rowcount
    driver: Any = open_driver(db)
    before = driver.total_changes
    driver.executemany(_SQLITE, [(*digest, at, at) for digest in digests])
    return int(driver.total_changes - before)


async def mark_compiled(db: AsyncConnection, officer_ids: Collection[int], *, now: datetime) -> None:
    """Write down as of which moment the digests of these accounts were compiled, whether or not they say anything."""
    at = to_ms(now)
    if db.dialect.name == "postgresql":
        await db.exec_driver_sql(_MARK, (at, sorted(officer_ids)))
        return
    listed = json.dumps(sorted(officer_ids))
    driver: Any = open_driver(db)
    driver.execute("UPDATE officer SET digest_at = ? WHERE id IN (SELECT value FROM json_each(?))", (at, listed))


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
