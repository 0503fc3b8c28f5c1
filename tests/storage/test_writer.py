"""SQLite's one writer between two transactions: kept while it is good, made anew when it broke."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.prepared import open_driver

COUNT = text("SELECT count(*) FROM setting")


async def add(database: Database, key: str) -> None:
    async with database.begin() as db:
        await db.execute(text("INSERT INTO setting (key, value) VALUES (:key, '1')"), {"key": key})


async def breaking(database: Database) -> None:
    async with database.begin() as db:
        open_driver(db).close()
        await db.execute(COUNT)


async def waiting_for_ever(database: Database, begun: asyncio.Event) -> None:
    async with database.begin() as db:
        await db.execute(text("INSERT INTO setting (key, value) VALUES ('b', '1')"))
        begun.set()
        await asyncio.Event().wait()


async def test_transactions_one_after_the_other_are_written_by_one_connection(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    async with database.begin() as db:
        first = open_driver(db)
    async with database.begin() as db:
        assert open_driver(db) is first
    await database.close()


async def test_a_connection_that_broke_is_made_anew(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    await add(database, "a")
    with pytest.raises(Exception, match="closed"):
        await breaking(database)

    await add(database, "b")

    async with database.begin() as db:
        assert (await db.execute(COUNT)).scalar_one() == 2
    await database.close()


async def test_one_that_is_cancelled_leaves_nothing_and_keeps_nobody_out(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    await add(database, "a")
    begun = asyncio.Event()
    task = asyncio.create_task(waiting_for_ever(database, begun))
    await begun.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

    async with database.begin() as db:
        assert (await db.execute(COUNT)).scalar_one() == 1
    await database.close()
