"""What a commit waits for: the disk, unless it was told not to."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest
from sqlalchemy import text

from storage.database import Database, sqlite_file


async def how_it_waits(database: Database, *, durable: bool) -> str:
    async with database.begin(durable=durable) as db:
        asked = "PRAGMA synchronous" if database.dialect == "sqlite" else "SHOW synchronous_commit"
        return str((await db.execute(text(asked))).scalar_one())


async def failing(database: Database) -> None:
    async with database.begin(durable=False) as db:
        await db.execute(text("INSERT INTO setting (key, value) VALUES ('a', '1')"))
        raise RuntimeError


@pytest.mark.parametrize(("durable", "sqlite", "postgresql"), [(True, "2", ("on", "off")), (False, "1", ("off",))])
async def test_only_a_durable_transaction_waits_for_the_disk(database: Database, durable, sqlite, postgresql) -> None:
    said = await how_it_waits(database, durable=durable)

    # The server of the tests itself never waits; what counts is that nothing is set where a durable one is asked for.
    assert said in ({sqlite} if database.dialect == "sqlite" else set(postgresql))


async def test_a_transaction_after_one_that_did_not_wait_is_durable_again(database: Database) -> None:
    before = await how_it_waits(database, durable=True)
    await how_it_waits(database, durable=False)

    assert await how_it_waits(database, durable=True) == before


async def test_one_that_did_not_wait_and_failed_leaves_nothing_and_the_next_is_durable(database: Database) -> None:
    before = await how_it_waits(database, durable=True)
    with pytest.raises(RuntimeError):
        await failing(database)

    async with database.read() as db:
        assert (await db.execute(text("SELECT count(*) FROM setting"))).scalar_one() == 0
    assert await how_it_waits(database, durable=True) == before


async def test_one_that_does_not_wait_is_not_the_one_that_tidies_the_log_of_sqlite(sqlite_url: str) -> None:
    """A checkpoint waits for the disk, and that commit is made in the loop."""
    database = Database(sqlite_url)
    after = []
    for durable in (True, False, True):
        async with database.begin(durable=durable) as db:
            after.append((await db.execute(text("PRAGMA wal_autocheckpoint"))).scalar_one())
    await database.close()

    assert after == [8000, 0, 8000]


async def test_only_a_commit_that_waits_for_the_disk_leaves_the_loop(sqlite_url: str, monkeypatch) -> None:
    left = []

    async def noted(function, *arguments):
        left.append(function.__name__)
        return function(*arguments)

    monkeypatch.setattr(asyncio, "to_thread", noted)
    database = Database(sqlite_url)
    for durable in (True, False):
        async with database.begin(durable=durable) as db:
            await db.execute(text("INSERT INTO setting (key, value) VALUES (:key, '1')"), {"key": str(durable)})
    async with database.begin() as db:
        written = (await db.execute(text("SELECT count(*) FROM setting WHERE key IN ('True', 'False')"))).scalar_one()
    await database.close()

    assert (left, written) == (["commit", "commit"], 2)


async def test_nothing_is_written_to_a_file_of_sqlite_that_was_taken_away(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    file = sqlite_file(sqlite_url)
    assert file is not None
    await how_it_waits(database, durable=True)

    away = file.rename(file.with_name("away.db"))
    with pytest.raises(FileNotFoundError, match="taken away"):
        await how_it_waits(database, durable=True)
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        await database.checkpoint()
    assert not file.exists()
    file.touch()
    with pytest.raises(FileNotFoundError, match="taken away"):  # another file of its name is not the one that is open
        await how_it_waits(database, durable=True)
    away.rename(file)

    assert await how_it_waits(database, durable=True) == "2"
    await database.close()
