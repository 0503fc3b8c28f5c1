"""Bodies that report: which there are and since when, how their documents are headed and signed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kinds import Organisation
from domain.reporting import ReportKind
from storage.schema import officer, officer_scope, report, report_body


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


# --- How they head and sign -------------------------------------------------------------------------------------------


async def body_of(db: AsyncConnection, unit: str, organisation: str) -> Row[Any] | None:
    """Return how a body's documents are headed and signed, if it was set; the Front signs for all together."""
    b = report_body.c
    asked = [organisation] if organisation else ["", Organisation.FRONT.value]
    query = select(report_body).where(b.unit_code == unit, b.organisation.in_(asked)).order_by(b.organisation)
    return (await db.execute(query)).first()


EMPTY_BODY: Final[dict[str, Any]] = {
    "superior": [],
    "issuer": [],
    "symbol": "",
    "place": "",
    "signing_form": "",
    "for_whom": "",
    "post": "",
    "signer": "",
    "recipients": [],
    "filing": "",
    "next_number": None,
    "committee": "",
    "board": "",
}
"""What a row of `report_body` holds where nothing differs from the usual."""


async def put_body(db: AsyncConnection, unit: str, organisation: str, **values: Any) -> None:
    """Set how a body's documents are headed, signed and numbered; what is not given stays."""
    b = report_body.c
    here = (b.unit_code == unit) & (b.organisation == organisation)
    if (await db.execute(update(report_body).where(here).values(**values))).rowcount == 0:
        row = EMPTY_BODY | values
        await db.execute(insert(report_body).values(unit_code=unit, organisation=organisation, **row))


async def drop_body(db: AsyncConnection, unit: str, organisation: str) -> bool:
    """Forget what was set: what is usual holds again; tell whether anything was."""
    b = report_body.c
    gone = delete(report_body).where(b.unit_code == unit, b.organisation == organisation)
    return (await db.execute(gone)).rowcount == 1


async def take_number(db: AsyncConnection, unit: str, organisation: str) -> int | None:
    """Take the next number of a body's register, in one statement; None where numbers are given by hand."""
    found = await body_of(db, unit, organisation)
    if found is None or found.next_number is None:
        return None
    b = report_body.c
    here = (b.unit_code == unit) & (b.organisation == found.organisation)
    change = update(report_body).where(here).values(next_number=b.next_number + 1).returning(b.next_number)
    return int((await db.execute(change)).scalar_one()) - 1
