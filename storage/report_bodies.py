"""Which bodies report: those with active officers, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.reporting import ReportKind
from storage.schema import officer, officer_scope, report


async def reporting_units(db: AsyncConnection) -> list[tuple[str, datetime]]:
    """Return the units that active accounts name in their scopes, each with the moment its first account was made."""
    scope, o = officer_scope.c, officer.c
    query = (
        select(scope.unit_code, func.min(o.created_at))
        .select_from(officer_scope.join(officer, o.id == scope.officer_id))
        .where(scope.unit_code.is_not(None), o.disabled_at.is_(None))
        .group_by(scope.unit_code)
        .order_by(scope.unit_code)
    )
    return [(row[0], row[1]) for row in await db.execute(query)]


async def compiled_periods(
    db: AsyncConnection, periods: Sequence[tuple[ReportKind, date, date]]
) -> set[tuple[str, str, str, date, date]]:
    """Return (kind, unit, organisation, first, last) of the reports that there are of some periods."""
    r = report.c
    found: set[tuple[str, str, str, date, date]] = set()
    for kind, first, last in periods:
        query = select(r.kind, r.unit_code, r.organisation, r.first, r.last).where(
            r.kind == kind.value, r.first == first, r.last == last, r.revision == 1
        )
        found |= {(row[0], row[1], row[2], row[3], row[4]) for row in await db.execute(query)}
    return found
