"""Units copied into a test's tables are those that the program itself would have put there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select

from storage.database import Database
from storage.schema import former_unit, setting, unit
from storage.units import EDITION_KEY, load_shipped
from tests.support.units import load_units


async def contents(database: Database) -> list[list[tuple[Any, ...]]]:
    """All rows of the three tables without the numbers that the database gives."""
    found = []
    async with database.read() as db:
        for table in (unit, former_unit, setting):
            columns = [column for column in table.columns if column is not table.autoincrement_column]
            found.append(sorted((tuple(row) for row in await db.execute(select(*columns))), key=repr))
    return found


@pytest.mark.slow
async def test_copied_units_are_those_that_the_program_loads(database: Database) -> None:
    async with database.begin() as db:
        await load_shipped(db)
    shipped = await contents(database)
    copies = []
    for _ in range(2):
        async with database.begin() as db:
            for table in (former_unit, unit, setting):
                await db.execute(delete(table))
        await load_units(database)
        copies.append(await contents(database))

    assert [len(rows) > 0 for rows in shipped] == [True] * 3
    assert copies == [shipped] * 2
    async with database.begin() as db:
        assert not await load_shipped(db)


@pytest.mark.slow
async def test_a_file_with_the_units_holds_what_the_program_loads(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    empty = file.read_bytes()
    database = Database(sqlite_url)
    found = []
    for load in (load_shipped_alone, load_units, load_units):
        file.write_bytes(empty)
        await load(database)
        found.append(await contents(database))
        await database.close()

    assert found == [found[0]] * 3
    assert [len(rows) > 0 for rows in found[0]] == [True] * 3


async def load_shipped_alone(database: Database) -> None:
    async with database.begin() as db:
        await load_shipped(db)


async def test_what_a_file_held_before_the_units_is_still_there(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    empty = file.read_bytes()
    database = Database(sqlite_url)
    found = []
    for name in ("one", "two", "one"):
        file.write_bytes(empty)
        async with database.begin() as db:
            await db.execute(insert(setting).values(key=name, value=1))
        await database.close()
        await load_units(database)
        async with database.read() as db:
            keys = set((await db.execute(select(setting.c.key))).scalars())
            found.append((keys - {EDITION_KEY}, await db.scalar(select(func.count()).select_from(unit))))
        await database.close()

    assert [keys for keys, _ in found] == [{"one"}, {"two"}, {"one"}]
    assert len({count for _, count in found}) == 1
    assert found[0][1] > 3_000


async def test_units_come_into_a_file_that_is_open_too(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    async with database.begin() as db:
        await db.execute(insert(setting).values(key="one", value=1))
    await load_units(database)
    async with database.read() as db:
        keys = set((await db.execute(select(setting.c.key))).scalars())
    await database.close()

    assert keys == {"one", EDITION_KEY}
