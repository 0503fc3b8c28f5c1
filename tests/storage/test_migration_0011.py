"""What is held over quiet hours goes out under the version before, which knows of none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from storage import migrate, schema
from storage.database import Database
from storage.outbox import QUIET
from tests.support.postgres import fresh_database
from tests.support.rows import a_chat, a_notice


@pytest.fixture
async def url(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> AsyncIterator[str]:
    """A database of the newest schema."""
    if engine == "sqlite":
        found = f"sqlite:///{tmp_path / 'nghedan.db'}"
        await asyncio.to_thread(migrate.upgrade, found)
        yield found
        return
    async with fresh_database(request.getfixturevalue("postgres_url")) as found:
        await asyncio.to_thread(migrate.upgrade, found)
        yield found


async def test_what_was_held_is_queued_when_the_schema_goes_back(url: str) -> None:
    database = Database(url)
    await a_notice(database, await a_chat(database), once="digest/1/2026-11-23")
    async with database.begin() as db:
        await db.execute(update(schema.outbox).values(state="waiting", reason=QUIET))
    await database.close()

    await asyncio.to_thread(migrate.downgrade, url, "0010")

    database = Database(url)
    async with database.read() as db:
        rows = (await db.execute(select(schema.outbox.c.state, schema.outbox.c.reason))).all()
    await database.close()
    assert rows == [("queued", None)]
