"""What a test reads to see what became of it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database


@contextlib.asynccontextmanager
async def looking_at(database: Database) -> AsyncIterator[AsyncConnection]:
    """
    Open a snapshot for reading, as `Database.read` does, by the connection that has written.

    SQLite reads in a thread so that a program is not held up. To a test each look through it costs a millisecond, and
    the first one, which opens a connection, three.
    """
    if database.dialect == "postgresql" or database._turn.locked():
        async with database.read() as connection:
            yield connection
        return
    async with database._turn, database._only_writer() as connection:
        yield connection
        await connection.rollback()
