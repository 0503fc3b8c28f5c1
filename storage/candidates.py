"""
Which stored petitions deserve a full comparison with a report: a bounded number, however many there are.

In a commune of ordinary size the traits of all candidates are weighed; in a large one those of the newest, and of the
others that share a rare word, a place or a spot on the map with the report. docs/decisions/0020-an-index-of-traits.md.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.life import State as CaseState
from matching.duplicates import Prepared, Rarity, Report, State
from matching.duplicates.look import full_look
from matching.duplicates.postings import asked
from matching.duplicates.stored import from_text, reading_version
from matching.duplicates.window import Trace, Window
from storage.direct import Direct
from storage.traces import prepared_of, told
from storage.types import from_ms, to_ms

NEWEST: Final = 200
"""Newest candidates of a commune whose traits are all weighed; they also tell how rare a word is there."""

POSTINGS_MAX: Final = 80
"""Newest earlier petitions that are taken from one key's postings: a key that more hold tells little."""

OLDER_MAX: Final = 80
"""Petitions found by postings whose traits are weighed."""

PROVINCE_MAX: Final = 300
"""The same in a search of a whole province."""

FULL_LOOK: Final = 24
"""So many petitions at most are read and compared; more seldom find more (benchmarks/duplicates/recall.py)."""

_OUTLIVED: Final = 50
"""Rows of the newest that may be too old since the clock tidied up: there may still be others beyond them."""

Scope = Literal["commune", "province"]


class Standing(Struct, frozen=True):
    """A candidate: its petition as prepared, and the case that it stands in now."""

    prepared: Prepared
    petition_id: int
    case_id: int
    state: CaseState
    subject: str
    place: str
    opened_at: datetime


class Candidates(Struct, frozen=True):
    """What a report is to be compared with. A petition in several cases stands here once for each."""

    new: Prepared
    rarity: Rarity
    standing: tuple[Standing, ...]


async def candidates(db: AsyncConnection, report: Report, *, scope: Scope = "commune") -> Candidates:
    """Return the stored petitions that deserve a full comparison with a report; never the one of the same id."""
    new = prepared_of(report)
    own = int(report.id) if report.id.isdigit() else 0
    window, others = await weighed(db, new, scope)
    others = [trace for trace in others if trace.id != own]
    if not others:
        return Candidates(new, window.rarity, ())
    likely = window.likely(new, others, full_look(len(others), FULL_LOOK))
    standing = await _read(db, likely) if likely else []
    window.rarity.know_places(one.prepared for one in standing)
    return Candidates(new, window.rarity, tuple(standing))


async def weighed(db: AsyncConnection, new: Prepared, scope: Scope) -> tuple[Window, list[Trace]]:
    """Return the newest of the commune, which tell how rare words are there, and all traces to weigh."""
    report = new.report
    window = Window(Trace(*row) for row in await _NEWEST(db, report.commune_code, to_ms(report.at)))
    others = list(window.traces)
    if len(others) >= NEWEST - _OUTLIVED or scope == "province":
        others += await _older(db, new, window, scope)
    return window, others


async def _older(db: AsyncConnection, new: Prepared, window: Window, scope: Scope) -> list[Trace]:
    """Return those found by what they share with the report, beyond the newest: most telling first."""
    keys = asked(new, {key: window.rarity.weight(key) for key in new.keys})
    if not keys:
        return []
    report = new.report
    before = min((trace.id for trace in window.traces), default=0)
    found = await _in_commune(db, report.commune_code, keys, before=before)
    if scope == "province":
        found += await _in_province(db, report, keys)
    worth = window.worth(new).get
    shared: dict[tuple[str, int], float] = {}
    for commune, id, key in found:
        where = commune, id
        shared[where] = shared.get(where, 0.0) + worth(key, 0.0)
    most = OLDER_MAX if scope == "commune" else PROVINCE_MAX
    likeliest = heapq.nlargest(most, [(value, id, commune) for (commune, id), value in shared.items()])
    first = [(commune, id) for _, id, commune in likeliest]
    if not first:
        return []
    if db.dialect.name == "postgresql":
        communes, ids = map(list, zip(*first, strict=True))
        rows = await _TRACES(db, to_ms(report.at), communes, ids)
    else:
        rows = await _TRACES(db, to_ms(report.at), json.dumps([list(where) for where in first]))
    return [Trace(*row) for row in rows]


async def _in_province(db: AsyncConnection, report: Report, keys: Sequence[int]) -> list[Any]:
    """Return (commune, id, key) of each key's newest petitions in the province's other communes."""
    if db.dialect.name == "postgresql":
        return await _OF_KEYS_AROUND(db, report.province_code, report.commune_code, list(keys))
    parts = " UNION ALL ".join([_OF_KEY_AROUND] * len(keys))
    values = [value for key in keys for value in (key, report.province_code, report.commune_code)]
    return await Direct(parts, "")(db, *values)


async def _in_commune(db: AsyncConnection, commune: str, keys: Sequence[int], *, before: int) -> list[Any]:
    """Return (commune, id, key) of each key's newest petitions, those earlier than `before`."""
    if db.dialect.name == "postgresql":
        return await _OF_KEYS(db, commune, before, list(keys))
    parts = " UNION ALL ".join([_OF_KEY] * len(keys))  # SQLite has no LATERAL
    values = [value for key in keys for value in (commune, key, before)]
    return await Direct(parts, "")(db, *values)


async def _read(db: AsyncConnection, ids: Sequence[int]) -> list[Standing]:
    """Return the petitions with their cases, likeliest first; what is withdrawn or confidential is left out."""
    order = {id: at for at, id in enumerate(ids)}
    rows = await _STANDING(db, _array(db, ids))
    return [_standing(row) for row in sorted(rows, key=lambda row: (order[row[0]], row[12]))]


def _standing(row: Any) -> Standing:
    (
        id, text, beside, commune, province, filed_at, about, lat, lon, person, version, body, case_id, state,
        subject, place, opened_at,
    ) = row  # fmt: skip
    report = Report(
        str(id), told(text, beside), commune, province, from_ms(filed_at), about, lat, lon, str(person),
        State.CLOSED if state == CaseState.CLOSED else State.OPEN,
    )  # fmt: skip
    prepared = from_text(report, body) if version == reading_version() else prepared_of(report)
    return Standing(prepared, id, case_id, CaseState(state), subject, place, from_ms(opened_at))


def _array(db: AsyncConnection, values: Sequence[Any]) -> Any:
    """Return a list as one parameter: a JSON text for SQLite."""
    return list(values) if db.dialect.name == "postgresql" else json.dumps(list(values))


_NEWEST = Direct(
    "SELECT petition_id, filed_at, traits FROM petition_trace WHERE commune_code = ?1 AND until > ?2 "  # noqa: S608  # constants only
    f"ORDER BY petition_id DESC LIMIT {NEWEST}",
    # Told to look for one commune, PostgreSQL reads and sorts the whole of it (28 ms for 5,000 rows). Told to walk the
    # index down from the commune's end, it reads just these rows; those of the commune before it are left out after.
    "SELECT petition_id, filed_at, traits FROM (SELECT * FROM petition_trace "  # noqa: S608  # constants only
    "WHERE (commune_code, petition_id) <= ($1, 9223372036854775807) "
    f"ORDER BY commune_code DESC, petition_id DESC LIMIT {NEWEST}) AS newest WHERE commune_code = $1 AND until > $2",
)

_OF_KEY = (
    "SELECT * FROM (SELECT commune_code, petition_id, key FROM petition_posting "  # noqa: S608  # constants only
    f"WHERE commune_code = ? AND key = ? AND petition_id < ? ORDER BY petition_id DESC LIMIT {POSTINGS_MAX})"
)

_OF_KEYS = Direct(
    "",
    "SELECT p.commune_code, p.petition_id, asked.key FROM unnest($3::int[]) AS asked(key) CROSS JOIN LATERAL "  # noqa: S608  # constants only
    "(SELECT commune_code, petition_id FROM petition_posting WHERE commune_code = $1 AND key = asked.key "
    f"AND petition_id < $2 ORDER BY petition_id DESC LIMIT {POSTINGS_MAX}) AS p",
)

_OF_KEY_AROUND = (
    "SELECT * FROM (SELECT commune_code, petition_id, key FROM petition_posting WHERE key = ? "  # noqa: S608  # constants only
    "AND commune_code IN (SELECT code FROM unit WHERE province_code = ? AND code <> ?) "
    f"ORDER BY petition_id DESC LIMIT {POSTINGS_MAX})"
)

_OF_KEYS_AROUND = Direct(
    "",
    "SELECT p.commune_code, p.petition_id, asked.key FROM unnest($3::int[]) AS asked(key) CROSS JOIN LATERAL "  # noqa: S608  # constants only
    "(SELECT commune_code, petition_id FROM petition_posting WHERE key = asked.key AND commune_code = "
    "ANY(ARRAY(SELECT code FROM unit WHERE province_code = $1 AND code <> $2)) "
    f"ORDER BY petition_id DESC LIMIT {POSTINGS_MAX}) AS p",
)

_TRACES = Direct(
    "SELECT t.petition_id, t.filed_at, t.traits FROM json_each(?2) AS one CROSS JOIN petition_trace t "
    "ON t.commune_code = json_extract(one.value, '$[0]') AND t.petition_id = json_extract(one.value, '$[1]') "
    "WHERE t.until > ?1",
    "SELECT t.petition_id, t.filed_at, t.traits FROM unnest($2::text[], $3::bigint[]) AS one(commune, id) "
    "JOIN petition_trace t ON t.commune_code = one.commune AND t.petition_id = one.id WHERE t.until > $1",
)

_CASES = (
    "SELECT p.id, p.text, p.place, p.commune_code, p.province_code, p.filed_at, p.subject, p.lat, p.lon, p.person_id, "
    "r.version, r.body, f.id, f.state, f.subject, f.place, f.opened_at FROM petition p "
    "JOIN case_petition cp ON cp.petition_id = p.id AND cp.left_at IS NULL "
    "JOIN case_file f ON f.id = cp.case_id AND NOT f.confidential "
    "LEFT JOIN petition_reading r ON r.petition_id = p.id "
    "WHERE NOT p.confidential AND p.withdrawn_at IS NULL AND p.id {}"
)
_STANDING = Direct(_CASES.format("IN (SELECT value FROM json_each(?1))"), _CASES.format("= ANY($1::bigint[])"))
