"""Everything a province filed since a day, as the nightly grouping of duplicates reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from matching.duplicates import Report
from matching.duplicates.clusters import Filed
from matching.duplicates.stored import from_text, reading_version
from storage.schema import case_file, case_petition, petition, petition_reading
from storage.traces import prepared_of, report_of


@dataclass(frozen=True, slots=True)
class Row:
    """A petition with its own code, and the code of the case that holds it."""

    id: int
    code: str
    case_code: str
    commune: str
    subject: str
    filed: Filed


async def count_filed(db: AsyncConnection, province: str, since: datetime) -> int:
    """Return how many petitions `filed_since` gives in all."""
    query = select(func.count(petition.c.id.distinct())).select_from(_joined()).where(*_where(province, since))
    return int((await db.execute(query)).scalar_one())


async def filed_since(
    db: AsyncConnection, province: str, since: datetime, *, after_id: int = 0, limit: int = 1_000
) -> Sequence[Row]:
    """
    Return petitions with the case that they stand in now, in order of arrival; `after_id` is an id to page on.

    Confidential and withdrawn ones are left out. One that stands in several cases counts for the oldest.
    """
    query = (
        select(
            *petition.c, case_file.c.id.label("case_id"), case_file.c.code.label("case_code"), case_file.c.closed_at,
            petition_reading.c.version, petition_reading.c.body,
        )
        .select_from(_joined().outerjoin(petition_reading, petition_reading.c.petition_id == petition.c.id))
        .where(*_where(province, since), petition.c.id > after_id, case_petition.c.case_id == _oldest())
        .order_by(petition.c.id)
        .limit(limit)
    )  # fmt: skip
    return [_row(row) for row in await db.execute(query)]


def _row(row: Any) -> Row:
    report: Report = report_of(row)
    prepared = from_text(report, row.body) if row.version == reading_version() else prepared_of(report)
    filed = Filed(prepared, row.case_code, row.closed_at)
    return Row(row.id, row.code, row.case_code, row.commune_code, row.subject, filed)


def _joined() -> Any:
    return petition.join(case_petition, case_petition.c.petition_id == petition.c.id).join(
        case_file, case_file.c.id == case_petition.c.case_id
    )


def _where(province: str, since: datetime) -> list[Any]:
    return [
        petition.c.province_code == province,
        petition.c.filed_at >= since,
        petition.c.withdrawn_at.is_(None),
        petition.c.confidential.is_(False),
        case_petition.c.left_at.is_(None),
        case_file.c.confidential.is_(False),
    ]


def _oldest() -> Any:
    other = case_petition.alias()
    return (
        select(func.min(other.c.case_id))
        .where(other.c.petition_id == petition.c.id, other.c.left_at.is_(None))
        .scalar_subquery()
    )
