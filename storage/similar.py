"""Earlier petitions that may be of the same problem: candidates by commune and age, scored by `matching.duplicates`."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import local_date
from domain.life import State as CaseState
from matching.duplicates import Prepared, Relation, Report, State, find_similar, prepare
from storage.prepared import Prepared as Statement
from storage.schema import case_file, case_petition, petition
from storage.types import Moment, from_ms, to_ms

OPEN_DAYS = 365
"""An open case is a candidate for a year, a closed one for `CLOSED_DAYS`: it may have returned."""

CLOSED_DAYS = 60
ROWS_MAX = 1_000
"""Newest petitions of the commune that are compared; performance: docs/decisions/0014-repeats-among-the-newest.md."""


@dataclass(frozen=True, slots=True)
class LikelyRepeat:
    """A case that a resident may be shown: nothing of another's words, never a confidential one."""

    case_id: int
    subject: str
    place: str
    since: date
    people: int
    relation: Relation
    score: float


_candidates = Statement(
    select(
        petition.c.id, petition.c.text, petition.c.commune_code, petition.c.province_code, petition.c.filed_at,
        petition.c.subject, petition.c.lat, petition.c.lon, petition.c.person_id, case_file.c.id.label("case_id"),
        case_file.c.state, case_file.c.place, case_file.c.opened_at, case_file.c.closed_at,
    )
    .join(case_petition, case_petition.c.petition_id == petition.c.id)
    .join(case_file, case_file.c.id == case_petition.c.case_id)
    .where(
        petition.c.commune_code == bindparam("commune"),
        petition.c.filed_at >= bindparam("since", type_=Moment()),
        petition.c.withdrawn_at.is_(None),
        petition.c.confidential.is_(False),
        case_petition.c.left_at.is_(None),
        case_file.c.confidential.is_(False),
    )
    .order_by(petition.c.filed_at.desc())
    .limit(ROWS_MAX)
)  # fmt: skip


@functools.lru_cache(20_000)
def _prepared(
    id: int, text: str, commune: str, province: str, at: int, subject: str, lat: float | None, lon: float | None,
    person: int, state: str,
) -> Prepared:  # fmt: skip
    """Derived from the petition's own words and from nothing else, hence safe to keep; petitions never change."""
    return prepare(
        Report(
            str(id), text, commune, province, from_ms(at), subject, lat, lon, str(person),
            State.CLOSED if state == CaseState.CLOSED else State.OPEN,
        )
    )  # fmt: skip


async def likely_repeats(db: AsyncConnection, report: Report, *, limit: int) -> list[LikelyRepeat]:
    """Return the cases of the commune that this report may repeat, best first; none when it is not likely enough."""
    since = report.at - timedelta(days=OPEN_DAYS)
    found = await _candidates(db, commune=report.commune_code, since=since)
    rows = {str(row.id): row for row in found if not _is_stale(row.closed_at, report.at)}
    if not rows:
        return []
    candidates = [
        _prepared(
            r.id,
            r.text,
            r.commune_code,
            r.province_code,
            to_ms(r.filed_at),
            r.subject,
            r.lat,
            r.lon,
            r.person_id,
            r.state,
        )
        for r in rows.values()
    ]
    similar = find_similar(prepare(report), candidates, limit=10)
    cases: dict[int, LikelyRepeat] = {}
    for match in similar.candidates:
        row = rows[match.id]
        if match.suggest and row.case_id not in cases:
            people = await _people(db, row.case_id)
            cases[row.case_id] = LikelyRepeat(
                row.case_id, row.subject, row.place, local_date(row.opened_at), people, match.relation, match.score
            )
    return list(cases.values())[:limit]


def _is_stale(closed_at: datetime | None, at: datetime) -> bool:
    return closed_at is not None and closed_at < at - timedelta(days=CLOSED_DAYS)


async def _people(db: AsyncConnection, case_id: int) -> int:
    query = (
        select(func.count(func.distinct(petition.c.person_id)))
        .join(case_petition, case_petition.c.petition_id == petition.c.id)
        .where(case_petition.c.case_id == case_id, case_petition.c.left_at.is_(None))
    )
    return int((await db.execute(query)).scalar_one())
