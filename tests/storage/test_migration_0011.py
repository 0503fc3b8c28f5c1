"""What is held over quiet hours goes out under the version before, which knows of none."""

from __future__ import annotations

import asyncio

from sqlalchemy import select, update

from storage import migrate, schema
from storage.database import Database
from storage.outbox import QUIET
from tests.support.rows import a_chat, a_notice


async def test_what_was_held_is_queued_when_the_schema_goes_back(migrated_url: str) -> None:
    database = Database(migrated_url)
    await a_notice(database, await a_chat(database), once="digest/1/2026-11-23")
    async with database.begin() as db:
        await db.execute(update(schema.outbox).values(state="waiting", reason=QUIET))
    await database.close()

    await asyncio.to_thread(migrate.downgrade, migrated_url, "0010")

    database = Database(migrated_url)
    async with database.read() as db:
        rows = (await db.execute(select(schema.outbox.c.state, schema.outbox.c.reason))).all()
    await database.close()
    assert rows == [("queued", None)]
