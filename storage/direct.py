"""One statement written out for each database and run on its driver: where the two say it too differently for Core."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.parts import ROWS_AT_ONCE
from storage.prepared import open_driver
from storage.turns import TURNS


class Direct(NamedTuple):
    """The same statement for both; parameters in the same order (`?1`, `$1`)."""

    sqlite: str
    postgresql: str

    async def __call__(self, db: AsyncConnection, *values: Any) -> list[Any]:
        """Run it in the open transaction or snapshot of `db`; return its rows as tuples, in stored types."""
        driver = open_driver(db)
        if db.dialect.driver == "inloop":
            found: list[Any] = driver.execute(self.sqlite, values).fetchall()
        elif db.dialect.name == "sqlite":  # a reader, through a thread
            found = await driver.execute_fetchall(self.sqlite, values)
        else:
            found = await driver.fetch(self.postgresql, *values)
        return found


class Parcels:
    """
    One statement with tens of thousands of rows, for both databases; `await parcels(db, …)` returns them as tuples.

    SQLite puts them together as a few JSON texts: it does so without the interpreter's lock, which a driver takes and
    gives back for each row, so fast that whoever waits for it (the loop, and every chat in it) never gets its turn.
    """

    def __init__(self, statement: Direct, row: Any, columns: str, part: str = "") -> None:
        """
        Prepare a statement.

        Args:
            row: the type of a row, such as `tuple[int, str]`.
            columns: names of the statement's columns, with commas; one that holds JSON in a call of json().
            part: an expression over the columns: rows for which it is the same come in one text, in their order;
                without it all of them do.
        """
        packed = f"SELECT json_group_array(json_array({columns})) FROM ({statement.sqlite})"  # noqa: S608  # constants
        self._statement = Direct(f"{packed} GROUP BY {part}" if part else packed, statement.postgresql)
        self._decoder = msgspec.json.Decoder(list[row])

    async def __call__(self, db: AsyncConnection, *values: Any) -> list[Any]:
        """Run it in the open transaction or snapshot of `db`."""
        found: list[Any] = []
        if db.dialect.name == "postgresql":
            async for rows in _portions(db, self._statement.postgresql, values):
                found += rows
                await TURNS.others_first()
            return found
        for (text,) in await self._statement(db, *values):
            found += self._decoder.decode(text)
            await TURNS.others_first()
        return found


async def _portions(db: AsyncConnection, statement: str, values: Sequence[Any]) -> AsyncIterator[Sequence[Any]]:
    """Yield the rows of a statement of PostgreSQL some at a time: its driver makes values of them in the loop."""
    driver = open_driver(db)
    async with contextlib.nullcontext() if driver.is_in_transaction() else driver.transaction(readonly=True):
        cursor = await driver.cursor(statement, *values)
        while rows := await cursor.fetch(ROWS_AT_ONCE):
            yield rows
