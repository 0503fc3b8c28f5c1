"""What a commit waits for: the disk, unless it was told not to."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from storage.database import Database


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
