"""Documents of a report for whoever has its page open: made one after the other by a process of their own, and kept."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from typing import Final

from actions.reports import stored, templates
from reports import documents
from reports.wire import Format
from storage.database import Database
from storage.reports import ReportRow

KEPT: Final = 6
"""Documents held in memory: who looks at the PDF looks at it twice."""

_Key = tuple[int, int, Format, int | None]


class Documents:
    """Makes one document at a time: each takes a process and some seconds."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._busy = asyncio.Lock()
        self._made: OrderedDict[_Key, bytes] = OrderedDict()

    async def made(self, row: ReportRow, wanted: Format) -> tuple[str, bytes]:
        """
        Return a file name and the document of a report as it reads now.

        Raises:
            ReportError: it cannot be made.
        """
        async with self._busy:
            async with self._database.read() as db:
                value = await stored.value_of(db, row)
                template_id = await templates.governing_id(db, row, value.layout)
                template = await templates.template_of(db, row, value.layout)
            key = (row.id, row.version, wanted, template_id)
            if key not in self._made:
                self._made[key] = (await documents.written(value, formats=(wanted,), template=template))[wanted]
            self._made.move_to_end(key)
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
            return f"{value.key}.{wanted}", self._made[key]
