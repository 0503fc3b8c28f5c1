"""Units copied into a test's tables are those that the program itself would have put there."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import delete, select

from storage.database import Database
from storage.schema import former_unit, setting, unit
from storage.units import load_shipped
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
            await load_units(db)
        copies.append(await contents(database))

    assert [len(rows) > 0 for rows in shipped] == [True] * 3
    assert copies == [shipped] * 2
    async with database.begin() as db:
        assert not await load_shipped(db)
