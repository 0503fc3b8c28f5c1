"""
SQLite for the path of a message: SQLAlchemy's asyncio engine over sqlite3, statements in the loop's own thread.

A statement costs 15 µs here and 90 µs through a thread (`docs/decisions/0007-sqlite-in-the-loop.md`), so only what may
wait for the disk or for another process, BEGIN IMMEDIATE and COMMIT, leaves the loop.
"""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

from sqlalchemy import AsyncAdaptedQueuePool, Pool
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.util import await_only


async def _nothing() -> None:
    """Be awaited."""


BUSY_MS = 10_000
"""How long a transaction waits for another process before it fails."""

_BEGIN = "BEGIN IMMEDIATE"


def _begun(connection: Any) -> bool:
    """Begin if nobody holds the lock, without waiting; tell whether that worked."""
    connection.execute("pragma busy_timeout=0")
    try:
        connection.execute(_BEGIN)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    finally:
        connection.execute(f"pragma busy_timeout={BUSY_MS}")
    return True


def _begin(connection: Any) -> None:
    connection.execute(_BEGIN)


class InLoopCursor(sqlite3.Cursor):
    """A cursor that SQLAlchemy's asyncio result may let go of: rows are fetched in the loop, nothing waits."""

    async def _async_soft_close(self) -> None:
        """Nothing to do."""


class InLoopConnection(sqlite3.Connection):
    """A connection whose cursors are `InLoopCursor`."""

    waits_for_disk = True
    """Whether a commit has to: one that does not is over before a thread has begun."""

    def cursor(self, factory: Any = InLoopCursor) -> Any:
        """Return such a cursor."""
        return super().cursor(factory)


class InLoopSQLite(SQLiteDialect_pysqlite):
    """`sqlite+inloop://`: for one writer at a time, guarded by `storage.database`."""

    driver = "inloop"
    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, _url: Any) -> type[Pool]:
        """A pool that may be waited for in a coroutine."""
        return AsyncAdaptedQueuePool

    def get_driver_connection(self, connection: DBAPIConnection) -> Any:
        """The driver's connection is sqlite3's own: nothing is wrapped."""
        return connection

    def do_execute(self, cursor: Any, statement: Any, parameters: Any, context: Any = None) -> None:
        """Run the statement here and now. SQLAlchemy insists that an asyncio driver is awaited once."""
        await_only(_nothing())
        cursor.execute(statement, parameters)

    def do_executemany(self, cursor: Any, statement: Any, parameters: Any, context: Any = None) -> None:
        """As `do_execute`, for many rows."""
        await_only(_nothing())
        cursor.executemany(statement, parameters)

    def do_execute_no_params(self, cursor: Any, statement: Any, context: Any = None) -> None:
        """As `do_execute`, without parameters."""
        await_only(_nothing())
        cursor.execute(statement)

    def do_begin(self, dbapi_connection: Any) -> None:
        """
        Take the write lock now, so that what is read cannot be overwritten by another process.

        Nearly always it is free: only waiting for another process (a backup, a command) leaves the loop.
        """
        await_only(_nothing() if _begun(dbapi_connection) else asyncio.to_thread(_begin, dbapi_connection))

    def do_commit(self, dbapi_connection: Any) -> None:
        """Wait for the disk outside the loop."""
        connection: Any = dbapi_connection
        if connection.waits_for_disk:
            await_only(asyncio.to_thread(connection.commit))
        else:
            await_only(_nothing())
            connection.commit()
