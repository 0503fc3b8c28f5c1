"""
The shipped units in the tables of a test: 13,000 rows, read and made once a process and then copied.

`storage.units.load_shipped` takes the better part of a second, most of it for reading the list; tests that need the
units by the hundred are about something else.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.prepared import open_driver
from storage.schema import former_unit, setting, unit
from storage.units import EDITION_KEY, load_shipped

_rows: dict[str, dict[str, list[tuple[Any, ...]]]] = {}
"""By dialect and table: what `load_shipped` wrote, as the driver gives and takes it."""


def _columns(table: Any) -> list[str]:
    # Numbers that the database gives are given anew.
    return [column.name for column in table.columns if column is not table.autoincrement_column]


async def load_units(db: AsyncConnection) -> None:
    """Fill the tables of units, which are empty, as `load_shipped` does."""
    known = _rows.get(db.dialect.name)
    if known is None:
        await load_shipped(db)
        known = _rows[db.dialect.name] = {}
        for table in (unit, former_unit):
            names = ", ".join(_columns(table))
            found = await db.exec_driver_sql(f"SELECT {names} FROM {table.name}")
            known[table.name] = [tuple(row) for row in found]
        known[setting.name] = [tuple((await db.execute(select(setting).where(setting.c.key == EDITION_KEY))).one())]
        return
    for table in (unit, former_unit):
        await _copy(db, table.name, _columns(table), known[table.name])
    await db.execute(insert(setting).values(known[setting.name][0]))


async def _copy(db: AsyncConnection, table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    if db.dialect.name == "postgresql":
        await db.exec_driver_sql("SELECT 1")  # only this opens the driver's transaction
        await open_driver(db).copy_records_to_table(table, columns=columns, records=rows)
    else:
        places = ", ".join("?" * len(columns))
        open_driver(db).executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)
