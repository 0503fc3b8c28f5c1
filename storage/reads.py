"""Reads of one piece of work: side by side on connections of their own, or one after the other on one that is there."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database

P = ParamSpec("P")
T = TypeVar("T")

SIDE_BY_SIDE: Final = 2
"""Connections that a report is read on at a time: as many as small servers have cores."""

AT_A_TIME: Final = {"sqlite": 2, "postgresql": 1}
"""
The same for work beside which chats go on. Each of PostgreSQL's is a process on a core that chats need; those of SQLite
are threads of this one, which wait for the interpreter's lock between themselves.
"""

RANDOM_COST: Final = 0.5
"""Of a page somewhere, against one of the next in a row: most are in memory, where no reading in a row is faster."""


class Reads:
    """
    Gives a connection to whoever reads.

    Of a database each gets one of its own, whose snapshot ends with it, one or two of them at a time: hold none while
    you ask for another. Connections that were given are lent to one after the other.
    """

    def __init__(self, source: Database | AsyncConnection, *others: AsyncConnection) -> None:
        self._database = source if isinstance(source, Database) else None
        self._turns = asyncio.Semaphore(AT_A_TIME[self._database.dialect] if self._database else 1)
        self._free: asyncio.Queue[AsyncConnection] = asyncio.Queue()
        if not isinstance(source, Database):
            for connection in (source, *others):
                self._free.put_nowait(connection)

    @contextlib.asynccontextmanager
    async def one(self) -> AsyncIterator[AsyncConnection]:
        """Lend a connection."""
        if self._database is not None:
            async with self._turns, self._database.read() as db:
                yield db
            return
        db = await self._free.get()
        try:
            yield db
        finally:
            self._free.put_nowait(db)

    async def read(
        self, query: Callable[Concatenate[AsyncConnection, P], Awaitable[T]], *args: P.args, **values: P.kwargs
    ) -> T:
        """Return what a query gives that takes a connection first."""
        async with self.one() as db:
            return await query(db, *args, **values)

    async def ahead(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Begin to read what is needed next; on a connection that was given it is read now, for the giver uses it."""
        task = asyncio.create_task(work)
        if self._database is None:
            await asyncio.wait([task])
        return task


@contextlib.asynccontextmanager
async def of_one_moment(db: AsyncConnection) -> AsyncIterator[Reads]:
    """
    Give reads that all see what was committed at one moment.

    Those of PostgreSQL go side by side, on connections beside the given one; SQLite's on that one, by its snapshot.

    What a report of a unit needs is found by indexes. By default the planner takes a page at random for four times as
    slow as the next in a row, and would look through whole tables, by several processes, for a fiftieth of their rows.
    Sources: PostgreSQL, SET TRANSACTION SNAPSHOT; Planner Cost Constants (read 2026-11).
    """
    if db.dialect.name != "postgresql":
        yield Reads(db)
        return
    async with contextlib.AsyncExitStack() as stack:
        connections = [await stack.enter_async_context(db.engine.connect()) for _ in range(SIDE_BY_SIDE)]
        for number, one in enumerate(connections):
            await one.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            if number == 0:
                moment = await one.scalar(text("SELECT pg_export_snapshot()"))
            else:
                await one.exec_driver_sql(f"SET TRANSACTION SNAPSHOT '{moment}'")
            await one.exec_driver_sql(f"SET LOCAL random_page_cost = {RANDOM_COST}")
            await one.exec_driver_sql("SET LOCAL max_parallel_workers_per_gather = 0")
        yield Reads(*connections)


async def side_by_side(*work: Coroutine[Any, Any, Any]) -> list[Any]:
    """Return what each gives; when one fails, the others are ended, and what it raised is raised."""
    tasks = [asyncio.create_task(one) for one in work]
    try:
        return await asyncio.gather(*tasks)
    finally:
        await end(*tasks)


async def end(*tasks: asyncio.Task[Any] | None) -> None:
    """Let none of them go on."""
    running = [task for task in tasks if task is not None]
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
