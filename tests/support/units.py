"""
The shipped units in the tables of a test: 13,000 rows, read and made once a process and then copied.

`storage.units.load_shipped` takes the better part of a second, most of it for reading the list; tests that need the
units by the hundred are about something else. Putting the rows in takes 50 ms; a file of SQLite that nobody has open
yet, as fixtures find it, is exchanged for one that holds them, in 3.
"""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database, sqlite_file
from storage.prepared import open_driver
from storage.schema import former_unit, setting, unit
from storage.units import EDITION_KEY, load_shipped

_rows: dict[str, dict[str, list[tuple[Any, ...]]]] = {}
"""By dialect and table: what `load_shipped` wrote, as the driver gives and takes it."""

_files: dict[bytes, bytes] = {}
"""By what a file of SQLite held: what it holds with the units."""

FILES = 4
"""So many are remembered, 3 MB each: one with empty tables, one as `nghedan migrate` leaves it."""


async def load_units(database: Database) -> None:
    """Fill the tables of units, which are empty, as `load_shipped` does."""
    file = _closed_file(database)
    if file is None:
        await _load(database)
        return
    before = blake2b(file.read_bytes()).digest()
    if before in _files:
        file.write_bytes(_files[before])
        return
    await _load(database)
    await database.close()
    if len(_files) < FILES:
        _files[before] = file.read_bytes()


def _closed_file(database: Database) -> Path | None:
    """The file of a SQLite database that nobody has open; None for any other database."""
    found = sqlite_file(database.url.render_as_string(hide_password=False))
    if found is None or Path(f"{found}-wal").exists():  # a log is there as long as somebody has it open
        return None
    return Path(found)


async def _load(database: Database) -> None:
    async with database.begin() as db:
        known = _rows.get(db.dialect.name)
        if known is None:
            await load_shipped(db)
            _rows[db.dialect.name] = await _written(db)
            return
        for table in (unit, former_unit):
            await _copy(db, table.name, _columns(table), known[table.name])
        await db.execute(insert(setting).values(known[setting.name][0]))


async def _written(db: AsyncConnection) -> dict[str, list[tuple[Any, ...]]]:
    found = {}
    for table in (unit, former_unit):
        rows = await db.exec_driver_sql(f"SELECT {', '.join(_columns(table))} FROM {table.name}")
        found[table.name] = [tuple(row) for row in rows]
    found[setting.name] = [tuple((await db.execute(select(setting).where(setting.c.key == EDITION_KEY))).one())]
    return found


def _columns(table: Any) -> list[str]:
    # Numbers that the database gives are given anew.
    return [column.name for column in table.columns if column is not table.autoincrement_column]


async def _copy(db: AsyncConnection, table: str, columns: list[str], rows: list[tuple[Any, ...]]) -> None:
    if db.dialect.name == "postgresql":
        await db.exec_driver_sql("SELECT 1")  # only this opens the driver's transaction
        await open_driver(db).copy_records_to_table(table, columns=columns, records=rows)
    else:
        places = ", ".join("?" * len(columns))
        open_driver(db).executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows)
