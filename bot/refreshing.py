"""Tables kept in memory are read again when their version changed: no query on the way of a message, no restart."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.versions import Watched, versions

log = structlog.get_logger(__name__)

Reload: TypeAlias = Callable[[AsyncConnection], Awaitable[bool]]
"""Takes up what a table holds now; False when that has to wait, and is tried again."""


class Refresher:
    """Compares versions each time it is called, and reads again what changed."""

    def __init__(self, database: Database, reloads: Mapping[Watched, Reload]) -> None:
        self._database, self._reloads = database, reloads
        self._known: dict[Watched, str] = {}

    async def begin(self) -> None:
        """Remember the versions; call it before the tables are read, so that no change falls in between."""
        async with self._database.read() as db:
            self._known = dict(await versions(db))

    async def __call__(self) -> int:
        """Take up what changed; return how many tables."""
        count = 0
        async with self._database.read() as db:
            for table, version in (await versions(db)).items():
                if version != self._known.get(table) and await self._reloads[table](db):
                    self._known[table] = version
                    log.info("table_read_again", table=table.name.lower())
                    count += 1
        return count
