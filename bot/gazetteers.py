"""The gazetteer of the running program: built from the tables once, when the first message comes."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from handlers.hearing import hear
from matching.places import Gazetteer, Polygons
from matching.rehearsal import rehearse
from storage import units
from storage.database import Database, forget_pages
from storage.polygons import polygons_as_geojson


class LazyGazetteer:
    """Called, it gives the gazetteer. `prepare` builds it beforehand; whoever comes earlier builds it themselves."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._built: Gazetteer | None = None
        self._polygons: Polygons | None = None
        self._turn = threading.Lock()

    async def prepare(self) -> None:
        """Read the tables and build the gazetteer in a thread."""
        if self._built is None:
            async with self._database.read() as db:
                rows = await units.all_units(db)
                areas = await polygons_as_geojson(db)
                await forget_pages(db)
            await asyncio.to_thread(self._build, rows, areas)

    def _build(self, rows: units.UnitRows, areas: dict[str, Any]) -> None:
        with self._turn:
            if self._built is None:
                self._polygons = Polygons.from_geojson(areas) if areas["features"] else None
                gazetteer = Gazetteer.build(*rows)
                for read in rows:
                    read.clear()  # the dictionaries take the room of what was read: 2 MB less for good
                rehearse(gazetteer)
                hear(gazetteer, "")  # the phrases that are listened for
                self._built = gazetteer

    async def renew_polygons(self, db: AsyncConnection) -> bool:
        """Take up the polygons that the tables hold now; False before anything was built, which reads them anyway."""
        if self._built is None:
            return False
        areas = await polygons_as_geojson(db)
        self._polygons = await asyncio.to_thread(Polygons.from_geojson, areas) if areas["features"] else None
        return True

    def __call__(self) -> Gazetteer:
        """Return the gazetteer; `prepare` has been awaited before the first message is taken."""
        if self._built is None:
            raise RuntimeError("the gazetteer was asked for before it was prepared")
        return self._built

    def polygons(self) -> Polygons | None:
        """Return the ward polygons of the tables, if there are any."""
        return self._polygons
