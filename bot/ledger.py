"""Writes down what became of deliveries, many in one transaction."""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.timing import Clock
from storage import deliveries
from storage.database import Database
from storage.deliveries import PutBack
from storage.hot import hot
from storage.outbox import Queued
from storage.types import to_ms

log = structlog.get_logger(__name__)

LINGER_SECONDS: Final = 0.02
"""How long the first result waits for company. A kill in this time doubles these few replies, never an effect."""

RETRY_SECONDS: Final = 1.0
"""Pause after a transaction that failed: the database is away, and what was delivered must not be forgotten."""


@dataclass(slots=True)
class Page:
    """What one transaction writes."""

    delivered: list[tuple[int, int, str]] = field(default_factory=list)
    """Row id, line (0), id in the messenger."""
    published: list[tuple[int, int]] = field(default_factory=list)
    """Row id and chat of messages that are delivered by being written: they get a line."""
    put_back: list[PutBack] = field(default_factory=list)
    failed: list[tuple[int, str]] = field(default_factory=list)
    readers: list[asyncio.Future[None]] = field(default_factory=list)
    """Who waits for the commit."""

    @property
    def ids(self) -> set[int]:
        """Every row on this page."""
        lists = (self.delivered, self.published, self.failed)
        return {row[0] for rows in lists for row in rows} | {row.id for row in self.put_back}


class Ledger:
    """
    Collects results and writes them soon.

    `on_written` is told the row ids of every page after its commit. While the database is away pages are tried
    again and again: nobody else may be told that a delivered message is still to be sent.
    """

    def __init__(self, database: Database, clock: Clock, me: str, on_written: Callable[[set[int]], None]) -> None:
        self._database = database
        self._clock = clock
        self.me = me
        self._on_written = on_written
        self._page = Page()
        self._task: asyncio.Task[None] | None = None
        self.away = False
        """The last transaction failed."""

    def delivered(self, row: Queued, external_id: str) -> None:
        """Note that the messenger took the message."""
        self._page.delivered.append((row.id, 0, external_id))
        self._start()

    def put_back(self, row: PutBack) -> None:
        """Note that another attempt has to take the message up."""
        self._page.put_back.append(row)
        self._start()

    def failed(self, row: Queued, reason: str) -> None:
        """Note that the message will not be tried again."""
        self._page.failed.append((row.id, reason))
        self._start()

    async def publish(self, rows: Sequence[Queued]) -> None:
        """Give messages their lines in the transcript; return after the commit."""
        self._page.published += [(row.id, row.conversation_id) for row in rows]
        await self.written()

    async def written(self) -> None:
        """Return when everything noted so far is committed."""
        if self._task is None and not self._page.ids:
            return
        reader = asyncio.get_running_loop().create_future()
        self._page.readers.append(reader)
        self._start()
        await reader

    async def close(self, timeout_seconds: float) -> None:
        """Write what is there; give up after so long."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout_seconds):
                await self.written()
        if self._task is not None:
            log.error("results_not_written", meaning="their leases run out and they are sent again")
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def _start(self) -> None:
        if self._task is None:
            self._task = asyncio.create_task(self._work(), name="ledger")

    async def _work(self) -> None:
        try:
            while self._page.ids or self._page.readers:
                if not self._page.readers:
                    await self._clock.sleep(LINGER_SECONDS)
                page, self._page = self._page, Page()
                await self._until_written(page)
                self._on_written(page.ids)
                for reader in page.readers:
                    if not reader.done():
                        reader.set_result(None)
        finally:
            self._task = None

    async def _until_written(self, page: Page) -> None:
        while page.ids:
            try:
                # What a power cut takes back is sent again. A line of a transcript was seen by then, and must stay.
                async with self._database.begin(durable=bool(page.published)) as connection:
                    await self._write(connection, page)
            except Exception as error:
                # Whatever it is, forgetting what was delivered would be worse than trying again.
                log.warning(
                    "results_wait_for_database",
                    rows=len(page.ids),
                    error=type(error).__name__,
                    exc_info=not self.away,
                )
                self.away = True
                await self._clock.sleep(RETRY_SECONDS)
            else:
                self.away = False
                return

    async def _write(self, connection: AsyncConnection, page: Page) -> None:
        now = self._clock.now()
        settled = page.delivered + await _numbered(connection, page.published)
        if settled:
            statements = hot(self._database, connection)
            await statements.settle(settled, to_ms(now))
        if page.put_back:
            await deliveries.put_back(connection, page.put_back, me=self.me)
        if page.failed:
            await deliveries.fail(connection, page.failed, me=self.me, now=now)


async def _numbered(connection: AsyncConnection, published: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Return the rows with the next lines of their chats, in row order within each."""
    if not published:
        return []
    line = await deliveries.next_lines(connection, Counter(chat for _, chat in published))
    numbered = []
    for id, chat in sorted(published):
        numbered.append((id, line[chat], ""))
        line[chat] += 1
    return numbered
