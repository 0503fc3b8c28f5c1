"""A message as long as a digest lies in its row as it was written, on PostgreSQL, too."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import text

from storage.database import Database
from storage.digest_queue import Digested, queue_digests
from tests.support.rows import a_chat

NOW = datetime(2026, 11, 23, tzinfo=UTC)


async def test_a_digest_is_not_compressed(migrated_url: str) -> None:
    database, long = Database(migrated_url), "việc " * 600
    chat = await a_chat(database)
    async with database.begin() as db:
        await queue_digests(db, [Digested(chat, long, "digest/1/2026-11-23")], now=NOW)

    kept = "pg_column_size(reply)" if database.dialect == "postgresql" else "length(CAST(reply AS BLOB))"
    async with database.read() as db:
        size = (await db.execute(text(f"SELECT {kept} FROM outbox"))).scalar_one()
    await database.close()
    assert size >= len(long.encode())
