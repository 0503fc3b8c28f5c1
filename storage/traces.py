"""
The index that the search for duplicates reads: what of a petition is kept there, for how long, and when it changes.

Written in the transaction of whatever changes a petition or its cases. It holds only what may be a candidate: open
cases for a year, closed ones for `CLOSED_DAYS`; nothing confidential, nothing withdrawn.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from msgspec.structs import replace
from sqlalchemy import Select, delete, func, literal_column, or_, select, true, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.posts import only_spoken, story_of
from matching.duplicates import Prepared, Report, prepare
from matching.duplicates.postings import posted, traits
from matching.duplicates.stored import reading_version, to_text
from matching.reading.joining import SEAM
from matching.text import fold
from storage.direct import Direct
from storage.schema import case_file, case_petition, petition, petition_posting, petition_reading, petition_trace
from storage.types import Moment, to_ms

OPEN_DAYS: Final = 365
"""An open case is a candidate for a year, a closed one for `CLOSED_DAYS`: the trouble may have returned."""

CLOSED_DAYS: Final = 60

_TRACE = Direct(
    "INSERT INTO petition_trace (commune_code, petition_id, filed_at, until, traits) VALUES (?1, ?2, ?3, ?4, ?5) "
    "ON CONFLICT (commune_code, petition_id) DO UPDATE SET filed_at = ?3, until = ?4, traits = ?5",
    # One round trip for all three tables; on SQLite three statements cost none.
    "WITH kept AS (INSERT INTO petition_trace (commune_code, petition_id, filed_at, until, traits) "
    "VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (commune_code, petition_id) DO UPDATE SET filed_at = $3, until = $4, traits = $5), "
    "read AS (INSERT INTO petition_reading (petition_id, version, body) VALUES ($2, $6, $7) "
    "ON CONFLICT (petition_id) DO UPDATE SET version = $6, body = $7) "
    "INSERT INTO petition_posting (commune_code, key, petition_id) "
    "SELECT $1, key, $2 FROM unnest($8::int[]) AS key ON CONFLICT DO NOTHING",
)
_READING = (
    "INSERT INTO petition_reading (petition_id, version, body) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (petition_id) DO UPDATE SET version = ?2, body = ?3"
)
_POSTINGS = (
    "INSERT OR IGNORE INTO petition_posting (commune_code, key, petition_id) "
    "SELECT ?1, value, ?2 FROM json_each(?3)"
)  # fmt: skip


def told(text: str, place: str) -> str:
    """Return what of a petition is compared: the story in its text, and what was said of the place beside it."""
    return told_apart(text, place)[0]


@functools.lru_cache(512)  # asked for at each message of a petition
def told_apart(text: str, place: str) -> tuple[str, int]:
    """Return `told`, and where in it what was said of the place begins (see `Report.seam`)."""
    story = "" if text == only_spoken() else story_of(text)  # nothing of it is known: it repeats nobody's
    known = fold(story)
    beside = [part for part in map(str.strip, place.split(",")) if part and fold(part) not in known]
    return (f"{story}{SEAM}{', '.join(beside)}", len(story) + len(SEAM)) if beside else (story, 0)


@functools.lru_cache(128)  # some 7 KB each
def features(text: str, seam: int = 0) -> Prepared:
    """Return what a text tells; the filing follows the question "is it this one?" about the same words: read once."""
    return prepare(Report("", text, "", "", datetime.fromtimestamp(0, UTC), seam=seam))


def prepared_of(report: Report) -> Prepared:
    """Return `prepare(report)`; texts read lately are remembered, which changes no answer."""
    return replace(features(report.text, report.seam), report=report)


async def add(db: AsyncConnection, petition_id: int, report: Report, *, until: datetime | None = None) -> None:
    """Put a petition into the index; until when it is a candidate follows from its age unless given."""
    new = prepared_of(report)
    until = until or report.at + timedelta(days=OPEN_DAYS)
    keys, body = posted(new), to_text(new)
    trace = (report.commune_code, petition_id, to_ms(report.at), to_ms(until), traits(new))
    if db.dialect.name == "postgresql":
        await _TRACE(db, *trace, reading_version(), body, keys)
        return
    await _TRACE(db, *trace)
    await Direct(_READING, "")(db, petition_id, reading_version(), body)
    await Direct(_POSTINGS, "")(db, report.commune_code, petition_id, json.dumps(keys))


async def forget(db: AsyncConnection, petition_ids: Sequence[int]) -> None:
    """Take petitions out of the index, whether or not they still exist."""
    for start in range(0, len(petition_ids), _ROWS):
        ids = petition_ids[start : start + _ROWS]
        for table in (petition_posting, petition_trace, petition_reading):
            await db.execute(delete(table).where(table.c.petition_id.in_(ids), *await _communes(db, table, ids)))


_ROWS: Final = 500
"""Rows named in one statement: SQLite takes 32,766 values, PostgreSQL as many."""


async def _communes(db: AsyncConnection, table: Any, ids: Sequence[int]) -> list[Any]:
    """The tables that begin with the commune are searched by it: their petitions alone have no index."""
    if "commune_code" not in table.c:
        return []
    where = select(petition.c.commune_code).where(petition.c.id.in_(ids)).distinct()
    return [table.c.commune_code.in_(list((await db.execute(where)).scalars()))]


# --- What becomes of a petition -------------------------------------------------------------------------------------


async def refresh(db: AsyncConnection, petition_ids: Iterable[int], *, anew: bool = False) -> int:
    """
    Bring the index in step with these petitions and their cases; return how many of them are in it now.

    `anew` reads the texts again: for a pin that came or went, or another version of the reading.
    """
    ids = sorted(set(petition_ids))
    if not ids:
        return 0
    live = {row.id: row for start in range(0, len(ids), _ROWS) for row in await _live(db, ids[start : start + _ROWS])}
    gone = [id for id in ids if id not in live]
    known = {} if anew else await _known(db, ids)
    if gone or anew:
        await forget(db, ids if anew else gone)
    for id, row in live.items():
        if id not in known:
            await add(db, id, report_of(row), until=row.until)
        elif known[id] != row.until:
            here = (petition_trace.c.commune_code == row.commune_code) & (petition_trace.c.petition_id == id)
            await db.execute(update(petition_trace).where(here).values(until=row.until))
    return len(live)


async def refresh_case(db: AsyncConnection, case_id: int) -> None:
    """Do so for all petitions of a case: it was closed, or opened again."""
    held = select(case_petition.c.petition_id).where(
        case_petition.c.case_id == case_id, case_petition.c.left_at.is_(None)
    )
    await refresh(db, (await db.execute(held)).scalars())


COMPARED: Final = tuple(
    petition.c[name]
    for name in (
        "id", "text", "place", "commune_code", "province_code", "filed_at", "subject", "lat", "lon", "person_id",
    )
)  # fmt: skip
"""The columns that `report_of` reads."""


def report_of(row: Any) -> Report:
    """Return a row of `petition` as the comparison sees it."""
    return Report(
        str(row.id), told(row.text, row.place), row.commune_code, row.province_code, row.filed_at, row.subject,
        row.lat, row.lon, str(row.person_id),
    )  # fmt: skip


_DAY_MS: Final = 86_400_000


def _candidates() -> Select[Any]:
    """Petitions that may be candidates, with the moment until which they are: that of the case that lasts longest."""
    closed = case_file.c.closed_at.op("+", return_type=Moment())(literal_column(str(CLOSED_DAYS * _DAY_MS)))
    filed = petition.c.filed_at.op("+", return_type=Moment())(literal_column(str(OPEN_DAYS * _DAY_MS)))
    lasting = func.max(func.coalesce(closed, filed, type_=Moment()), type_=Moment())
    return (
        select(
            *COMPARED,
            lasting.label("until"),
        )
        .join(case_petition, case_petition.c.petition_id == petition.c.id)
        .join(case_file, case_file.c.id == case_petition.c.case_id)
        .where(
            petition.c.withdrawn_at.is_(None),
            petition.c.confidential.is_(False),
            case_petition.c.left_at.is_(None),
            case_file.c.confidential.is_(False),
        )
        .group_by(petition.c.id)
    )


async def _live(db: AsyncConnection, ids: Sequence[int]) -> Sequence[Any]:
    rows: Sequence[Any] = (await db.execute(_candidates().where(petition.c.id.in_(ids)))).all()
    return rows


async def _known(db: AsyncConnection, ids: Sequence[int]) -> dict[int, datetime]:
    t = petition_trace.c
    found: dict[int, datetime] = {}
    for start in range(0, len(ids), _ROWS):
        own = select(petition.c.commune_code, petition.c.id).where(petition.c.id.in_(ids[start : start + _ROWS]))
        query = select(t.petition_id, t.until).where(tuple_(t.commune_code, t.petition_id).in_(own))
        found |= {row.petition_id: row.until for row in await db.execute(query)}
    return found


# --- Keeping it whole -----------------------------------------------------------------------------------------------


async def missing(
    db: AsyncConnection, *, now: datetime, after_id: int, limit: int, present_too: bool = False
) -> list[int]:
    """
    Return candidates that the index lacks or holds in another version of the reading, lowest ids first.

    With `present_too` all of them, to be read anew.
    """
    query = _missing(now, present_too=present_too).where(petition.c.id > after_id)
    return list((await db.execute(query.order_by(petition.c.id).limit(limit))).scalars())


async def count_missing(db: AsyncConnection, *, now: datetime, present_too: bool = False) -> int:
    """Return how many those are in all."""
    found = _missing(now, present_too=present_too).subquery()
    return int((await db.execute(select(func.count()).select_from(found))).scalar_one())


async def held(db: AsyncConnection, *, after_id: int, limit: int) -> list[int]:
    """Return what the index holds, lowest ids first: `refresh` takes out what does not belong there."""
    c = petition_reading.c.petition_id
    return list((await db.execute(select(c).where(c > after_id).order_by(c).limit(limit))).scalars())


def _missing(now: datetime, *, present_too: bool) -> Select[Any]:
    own = petition_reading.c
    oldest = now - timedelta(days=OPEN_DAYS)
    recent = or_(petition.c.filed_at >= oldest, case_file.c.closed_at >= now - timedelta(days=CLOSED_DAYS))
    return (
        _candidates()
        .with_only_columns(petition.c.id, maintain_column_froms=True)
        .outerjoin(petition_reading, own.petition_id == petition.c.id)
        .where(recent, true() if present_too else or_(own.version.is_(None), own.version != reading_version()))
    )


async def outlived(db: AsyncConnection, *, now: datetime, limit: int) -> list[int]:
    """Return petitions in the index that are candidates no longer."""
    query = select(petition_trace.c.petition_id).where(petition_trace.c.until <= now).limit(limit)
    return list((await db.execute(query)).scalars())


async def clear(db: AsyncConnection) -> None:
    """Empty the index: `missing` then names every candidate."""
    for table in (petition_posting, petition_trace, petition_reading):
        await db.execute(delete(table))


async def size(db: AsyncConnection) -> int:
    """Return how many petitions the index holds."""
    return int((await db.execute(select(func.count()).select_from(petition_trace))).scalar_one())
