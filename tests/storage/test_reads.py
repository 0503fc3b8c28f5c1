"""Reads side by side: each on a connection of its own, or all of one moment, and none that goes on for nothing."""

from __future__ import annotations

import asyncio
import contextlib

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.reads import AT_A_TIME, Reads, of_one_moment, side_by_side


async def note(database: Database, key: str) -> None:
    async with database.begin() as db:
        await db.execute(text("INSERT INTO setting (key, value) VALUES (:key, '1')"), {"key": key})


async def keys(db) -> set[str]:
    return set((await db.execute(text("SELECT key FROM setting WHERE key LIKE 'read-%'"))).scalars())


async def test_all_reads_of_one_moment_see_the_same_whatever_is_written_meanwhile(database: Database) -> None:
    await note(database, "read-before")

    async with database.read() as db, of_one_moment(db) as reads:
        first = await reads.read(keys)
        await note(database, "read-after")
        later = await asyncio.gather(*(reads.read(keys) for _ in range(4)))

    assert [first, *later] == [{"read-before"}] * 5


async def test_connections_that_read_of_one_moment_are_as_they_were_afterwards(database: Database) -> None:
    async def settings(db) -> list[str]:
        if database.dialect == "sqlite":
            return []
        names = ("transaction_isolation", "random_page_cost", "max_parallel_workers_per_gather")
        return [str(await db.scalar(text(f"SHOW {name}"))) for name in names]

    async with database.read() as db:
        before = await settings(db)
    async with database.read() as db, of_one_moment(db) as reads:
        await reads.read(keys)

    async with database.read() as one, database.read() as two, database.read() as three:
        assert [await settings(db) for db in (one, two, three)] == [before] * 3


async def test_of_a_database_so_many_reads_go_on_at_a_time_each_on_a_connection_of_its_own(database: Database) -> None:
    reads, count = Reads(database), AT_A_TIME[database.dialect]

    async with contextlib.AsyncExitStack() as lent:
        connections = [await lent.enter_async_context(reads.one()) for _ in range(count)]
        waiting = asyncio.create_task(reads.read(keys))
        await asyncio.sleep(0)
        done = waiting.done()

    assert (len(set(map(id, connections))), done, await waiting) == (count, False, set())


async def test_a_connection_that_was_given_is_lent_to_one_after_the_other(database: Database) -> None:
    async with database.read() as db:
        reads = Reads(db)
        async with reads.one() as lent:
            waiting = asyncio.create_task(reads.read(keys))
            await asyncio.sleep(0)
            done = waiting.done()

        assert (lent is db, done, await waiting) == (True, False, set())


async def test_what_is_read_ahead_on_a_connection_that_was_given_is_read_before_the_giver_goes_on(
    database: Database,
) -> None:
    async with database.read() as db:
        task = await Reads(db).ahead(keys(db))

        assert task.done()


async def test_when_one_read_fails_the_others_are_ended_and_it_is_told(database: Database) -> None:
    ended = asyncio.Event()

    async def waits() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    async def fails() -> None:
        raise LookupError

    with pytest.raises(LookupError):
        await side_by_side(waits(), fails())

    assert ended.is_set()
