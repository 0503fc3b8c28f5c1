"""The gazetteer of the running program: built from the tables once, when the first message comes."""

from __future__ import annotations

import asyncio
import threading

from handlers.hearing import hear
from matching.places import Gazetteer
from storage import units
from storage.database import Database


class LazyGazetteer:
    """Called, it gives the gazetteer. `prepare` builds it beforehand; whoever comes earlier builds it themselves."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._built: Gazetteer | None = None
        self._turn = threading.Lock()

    async def prepare(self) -> None:
        """Read the tables and build the gazetteer in a thread."""
        if self._built is None:
            async with self._database.read() as db:
                rows = await units.all_units(db)
            await asyncio.to_thread(self._build, rows)

    def _build(self, rows: units.UnitRows) -> None:
        with self._turn:
            if self._built is None:
                hear(gazetteer := Gazetteer.build(*rows), "")  # loads the dictionaries
                self._built = gazetteer

    def __call__(self) -> Gazetteer:
        """Return the gazetteer; `prepare` has been awaited before the first message is taken."""
        if self._built is None:
            raise RuntimeError("the gazetteer was asked for before it was prepared")
        return self._built
