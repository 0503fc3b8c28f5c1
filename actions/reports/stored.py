"""Stored reports as values: what was compiled, the edits laid over it, the report as it reads now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports.editing import Edit, NumberChange, applied
from domain.errors import NotFound
from domain.reporting import OPEN_TO_EDITS
from reports.value import Report
from reports.wire import decode_report
from storage import reports as store
from storage.reports import ReportRow


async def compiled_value(db: AsyncConnection, row: ReportRow) -> Report:
    """Return what was compiled, without edits."""
    if row.snapshot_id is None:
        raise NotFound
    return decode_report(await store.snapshot(db, row.snapshot_id))


async def value_of(db: AsyncConnection, row: ReportRow) -> Report:
    """Return a report as it reads now: its snapshot with the edits, number and day."""
    return dressed(applied(await compiled_value(db, row), await edits_of(db, row.id)), row)


def dressed(report: Report, row: ReportRow) -> Report:
    """Return a value with what stands in the row: number, day, what it corrects; and whether it is a draft still."""
    header = msgspec.structs.replace(
        report.header,
        number=row.number,
        dated=row.dated,
        symbol=row.symbol or report.header.symbol,
        corrects=row.what_changed,
    )
    key = report.key if row.revision == 1 else f"{report.key}-{row.revision}"
    draft = row.state in OPEN_TO_EDITS
    return msgspec.structs.replace(report, key=key, header=header, draft=draft, version=row.version if draft else 0)


async def edits_of(db: AsyncConnection, report_id: int) -> list[Edit]:
    """Return the edits of a report, oldest first."""
    return [edit_from(row.paragraph, row._asdict()) for row in await store.edits(db, report_id)]


def edit_from(paragraph: str, stored: Mapping[str, Any]) -> Edit:
    """Return an edit from its stored values: text, figures, reason, officer_id, at."""
    changes = tuple(NumberChange(**change) for change in stored["figures"])
    return Edit(paragraph, stored["text"], changes, stored["reason"], f"officer/{stored['officer_id']}", stored["at"])
