"""One database behind two engines: transactions that write, and snapshots that only read."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import event
from sqlalchemy.dialects import registry
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.prepared import open_driver
from storage.sqlite_dialect import BUSY_MS, InLoopConnection
from storage.turns import TURNS

registry.register("sqlite.inloop", "storage.sqlite_dialect", "InLoopSQLite")

SQLITE_PRAGMAS = (
    "journal_mode=wal",
    "synchronous=full",
    "foreign_keys=on",
    f"busy_timeout={BUSY_MS}",
    "temp_store=memory",
)
"""FULL: a message that was acknowledged survives a power cut; commits are shared, so it costs little."""

WRITER_CACHE = "cache_size=-8192"
"""
KiB of pages that the writer keeps, taken as they are touched: SQLite's own 2 MB hold the inner pages of few indexes.
More would be faster among a million petitions (64 MB: 1 ms for a search instead of 3), and a small server lacks it.
"""

LONG_LOG = "wal_autocheckpoint=8000"
"""
Pages of the log (32 MB) after which a commit copies them into the file itself, instead of 1,000: the running program
does that beside its commits (`checkpoint`). Source: SQLite, Write-Ahead Logging, checkpointing (read 2026-11).
"""

POSTGRES_CONNECTIONS = 10


class Database:
    """
    The tables, on SQLite (one process at a time writes) or PostgreSQL.

    `begin` is the only way to write. On SQLite writers of this process queue up for one connection; other
    processes wait at BEGIN IMMEDIATE for at most ten seconds.
    """

    def __init__(self, url: str) -> None:
        self.url: URL = normal_url(url)
        self.dialect: Literal["sqlite", "postgresql"] = (
            "sqlite" if self.url.get_backend_name() == "sqlite" else "postgresql"
        )
        if self.dialect == "sqlite":
            self._writer = _sqlite_engine(self.url.set(drivername="sqlite+inloop"), pool_size=1)
            self._reader = _sqlite_engine(self.url.set(drivername="sqlite+aiosqlite"), pool_size=4)
        else:
            # Last in, first out: each connection prepares its own statements, and the first use of one takes longest.
            self._writer = self._reader = create_async_engine(
                self.url, pool_size=POSTGRES_CONNECTIONS, max_overflow=5, pool_use_lifo=True, hide_parameters=True
            )
        self._turn = asyncio.Lock()
        self._file = sqlite_file(url)
        self._identity: tuple[int, int] | None = None
        """Which file of the disk SQLite writes to, once it does."""
        self._kept: AsyncConnection | None = None
        """SQLite's one writer between two transactions: to the pool and back costs as much as a transaction."""

    @contextlib.asynccontextmanager
    async def begin(self, *, durable: bool = True) -> AsyncIterator[AsyncConnection]:
        """
        Open a transaction that writes; commits at the end, rolls back on an exception.

        Without `durable` its commit does not wait for the disk: it outlives a killed process, but a power cut may
        take it back, with all that was committed after it and before the next durable one. Sources: SQLite, PRAGMA
        synchronous, in WAL mode; PostgreSQL, asynchronous commit (read 2026-11).
        """
        with TURNS.first() if durable else contextlib.nullcontext():
            async with self._transaction(durable=durable) as connection:
                yield connection

    @contextlib.asynccontextmanager
    async def _transaction(self, *, durable: bool) -> AsyncIterator[AsyncConnection]:
        if self.dialect == "postgresql":
            async with self._writer.begin() as connection:
                if not durable:
                    await connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
                yield connection
            return
        async with self._turn, self._only_writer() as connection:
            if durable:
                async with connection.begin():
                    yield connection
                return
            driver = open_driver(connection)
            driver.execute("pragma synchronous=normal")
            driver.execute("pragma wal_autocheckpoint=0")  # it would wait for the disk, and now in the loop
            driver.waits_for_disk = False
            try:
                async with connection.begin():
                    yield connection
            finally:
                driver.waits_for_disk = True
                driver.execute("pragma " + LONG_LOG)
                driver.execute("pragma synchronous=full")

    @contextlib.asynccontextmanager
    async def _only_writer(self) -> AsyncIterator[AsyncConnection]:
        """
        Lend the writer of SQLite to whose turn it is; after a failure the pool sees whether it is still good.

        Raises:
            FileNotFoundError: its file was taken away. What is written to it now would be gone with the process.
        """
        if self._identity is not None and _identity(self._file) != self._identity:
            raise FileNotFoundError(f"the database was taken away from {self._file}: put it back, or start again")
        connection = self._kept or await self._writer.connect()
        self._identity = self._identity or _identity(self._file)
        self._kept = None
        try:
            yield connection
        except BaseException:
            await connection.close()
            raise
        self._kept = connection

    @contextlib.asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """Open a snapshot for reading. On SQLite it runs in a thread and waits for no writer."""
        async with self._reader.connect() as connection:
            yield connection

    async def driver(self, connection: AsyncConnection) -> Any:
        """
        Return the driver's connection (sqlite3 or asyncpg) inside the open transaction of `connection`.

        For the few statements on the path of every message; see `storage/hot.py`.
        """
        if self.dialect == "postgresql":
            # SQLAlchemy opens asyncpg's transaction with the first statement that goes through it.
            await connection.exec_driver_sql("SELECT 1")
        return open_driver(connection)

    async def checkpoint(self) -> None:
        """
        Copy what the log of SQLite holds into its file, in a thread, while others read and write.

        Raises:
            sqlite3.Error: it was not possible; nothing is lost by that.
        """
        file = sqlite_file(self.url.render_as_string(hide_password=False))
        if file is not None:
            await asyncio.to_thread(_checkpoint, file)

    async def close(self) -> None:
        """Close every connection."""
        if self._kept is not None:
            await self._kept.close()
            self._kept = None
        await self._writer.dispose()
        if self._reader is not self._writer:
            await self._reader.dispose()


async def forget_pages(connection: AsyncConnection) -> None:
    """Give back the room of pages that were read once and for all: SQLite keeps up to 2 MB of them a connection."""
    if connection.dialect.name == "sqlite":
        await connection.exec_driver_sql("PRAGMA shrink_memory")


def normal_url(url: str) -> URL:
    """Return the URL with our drivers: asyncpg for PostgreSQL, aiosqlite for SQLite."""
    made = make_url(url)
    if made.get_backend_name() in ("postgresql", "postgres"):
        return made.set(drivername="postgresql+asyncpg")
    return made.set(drivername="sqlite+aiosqlite")


def sqlite_file(url: str) -> Path | None:
    """Return the file of a SQLite URL, None for another database."""
    made = normal_url(url)
    return Path(made.database) if made.get_backend_name() == "sqlite" and made.database else None


def _identity(file: Path | None) -> tuple[int, int] | None:
    """Return what tells a file from another of its name; None without one."""
    try:
        found = file.stat() if file is not None else None
    except FileNotFoundError:
        return None
    return (found.st_dev, found.st_ino) if found is not None else None


def _checkpoint(file: Path) -> None:
    """PASSIVE: it copies as much as it can without making anybody wait. A file that is not there is not made."""
    address = f"{file.absolute().as_uri()}?mode=rw"
    with contextlib.closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


def _sqlite_engine(url: URL, *, pool_size: int) -> AsyncEngine:
    inloop = url.drivername.endswith("inloop")
    arguments: dict[str, Any] = {"isolation_level": None}  # we say BEGIN ourselves
    if inloop:
        arguments |= {"check_same_thread": False, "cached_statements": 256, "factory": InLoopConnection}
    engine = create_async_engine(url, pool_size=pool_size, max_overflow=0, connect_args=arguments, hide_parameters=True)

    script = ";".join(f"pragma {pragma}" for pragma in (*SQLITE_PRAGMAS, *((WRITER_CACHE, LONG_LOG) if inloop else ())))

    @event.listens_for(engine.sync_engine, "connect")
    def _(connection: Any, _record: Any) -> None:
        if inloop:
            connection.executescript(script)
        else:  # at once: each word to a reader's thread costs a tenth of a millisecond
            connection.run_async(lambda driver: driver.executescript(script))

    if not inloop:

        @event.listens_for(engine.sync_engine, "begin")
        def _(connection: Any) -> None:
            connection.exec_driver_sql("BEGIN")

    return engine
