"""What was compiled, kept decoded while somebody has its page open: a province's report takes a third of a second."""

from __future__ import annotations

from collections import OrderedDict
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import stored
from actions.reports.editing import Edit, applied
from reports.value import Report
from storage.reports import ReportRow

CASES_KEPT: Final = 25_000
"""Cases in the reports that are kept, some 2 KB each; the newest report is kept whatever its size."""


class Compiled:
    """Snapshots by id. They never change, so nothing here can be out of date."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Report] = OrderedDict()

    async def of(self, db: AsyncConnection, row: ReportRow) -> Report:
        """
        Return what was compiled for a report.

        Raises:
            NotFound: nothing was.
        """
        id = row.snapshot_id
        if id is None or id not in self._kept:
            compiled = await stored.compiled_value(db, row)
            assert row.snapshot_id is not None
            self._kept[row.snapshot_id] = compiled
            id = row.snapshot_id
        self._kept.move_to_end(id)
        found = self._kept[id]
        while len(self._kept) > 1 and sum(len(one.cases) for one in self._kept.values()) > CASES_KEPT:
            self._kept.popitem(last=False)
        return found

    async def with_edits(self, db: AsyncConnection, row: ReportRow) -> tuple[Report, Report, list[Edit]]:
        """Return a report as it reads now, as it was compiled, and the edits between the two."""
        compiled, edits = await self.of(db, row), await stored.edits_of(db, row.id)
        return stored.dressed(applied(compiled, edits), row), compiled, edits
