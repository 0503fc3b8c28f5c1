"""
What daily digests are made of, for any number of officers in a handful of queries.

The open cases come back as one row for each body and officer, with all of its cases in a JSON text that the database
writes: some numbers for each, read off an index. What a line says is read afterwards, for the lines that are shown.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntFlag
from typing import Any, Final, NamedTuple, TypeAlias

import msgspec
from msgspec import Raw
from sqlalchemy import ColumnElement, Row, Select, func, or_, select, text, true
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import end_of_day, local_date
from domain.daily import FOLLOWED_MIN, PRESSING, TODO_OF, TODOS, Todo
from domain.life import State
from storage.direct import Direct, Parcels
from storage.parts import in_turns
from storage.schema import call_back, case_event, case_file, conversation, outbox, unit
from storage.turns import TURNS
from storage.types import to_ms

NAMED_MAX: Final = 400
"""Units named in one query; beyond that reading all of them is faster, and others' rows are passed over."""

TITLE_READ: Final = 160
"""Characters of a title that are read for a line."""


@dataclass(frozen=True, slots=True)
class Area:
    """Which bodies' cases a query reads: those of units named, of whole provinces, or everything."""

    units: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()
    everything: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether it is read without naming units."""
        return self.everything or len(self.units) > NAMED_MAX


class Mark(IntFlag):
    """What a digest must know of a case before it decides whether to show it."""

    FRESH = 1
    """Changed, or due, since the digest before."""
    CONFIDENTIAL = 2
    OVERDUE = 4
    TODAY = 8
    """Its last day is today."""
    PRESSING = 16
    """Somebody waits for a word, whatever the due date; the resident of a reopened case, too."""


Holding: TypeAlias = tuple[str, str, int | None, str]
"""
The open cases of a body that are given to one officer, or to nobody: unit, organisation, officer, cases.

The cases are JSON: `[[case id, place in TODOS, sum of Mark, order], …]`; the most urgent has the lowest order.
"""


class Line(NamedTuple):
    """
    What a line says of a case, as JSON that the database writes, beside what others are looked up by.

    `[id, code, subject, place, commune, title, state, reopened, opened at, due at, clock stands, danger]`; moments are
    milliseconds since 1970, the last two 0 or 1.
    """

    id: int
    commune_code: str
    due_at: int | None
    people: int | None
    """Who stands behind it, when there are several petitions."""
    said: Raw


# --- Statements -----------------------------------------------------------------------------------------------------

_STATES: Final = " ".join(f"WHEN '{state.value}' THEN {TODOS.index(todo)}" for state, todo in TODO_OF.items())
_AGAIN: Final = f"(reopened > 0 AND state = '{State.ACCEPTED.value}')"
_PRESS: Final = ", ".join(f"'{state.value}'" for state in PRESSING)


def _mark(condition: str, mark: Mark) -> str:
    return f"CASE WHEN {condition} THEN {mark.value} ELSE 0 END"


_MARKS: Final = " + ".join(
    (
        _mark("changed_at > :3 OR (paused_at IS NULL AND due_at > :3 AND due_at <= :2)", Mark.FRESH),
        _mark("confidential", Mark.CONFIDENTIAL),
        _mark("paused_at IS NULL AND due_at <= :1", Mark.OVERDUE),
        _mark("paused_at IS NULL AND due_at > :1 AND due_at <= :2", Mark.TODAY),
        _mark(f"state IN ({_PRESS}) OR {_AGAIN}", Mark.PRESSING),
    )
)
_NEVER: Final = 1 << 48
"""Above any moment in milliseconds: what has no due date comes last."""

_ORDER: Final = (
    f"CASE WHEN danger THEN 0 ELSE {4 * _NEVER} END + CASE WHEN paused_at IS NULL THEN 0 ELSE {2 * _NEVER} END "
    f"+ coalesce(due_at, {_NEVER})"
)


def _both(sql: str) -> Direct:
    """Return a statement for both databases; parameters are `:1`, a list of codes or ids is `{codes}` or `{ids}`."""
    lite, post = sql, sql
    for number in "123456":
        lite, post = lite.replace(f":{number}", f"?{number}"), post.replace(f":{number}", f"${number}")
    for word, sqlite, postgresql in (
        ("{array}", "json_array", "json_build_array"),
        ("{group}", "json_group_array", "json_agg"),
        ("{text}", "", "::text"),
        ("{codes}", "SELECT value FROM json_each(?4)", "SELECT unnest($4::text[])"),
        ("{ids}", "json_each(?1) AS wanted(id)", "unnest($1::bigint[]) AS wanted(id)"),
    ):
        lite, post = lite.replace(word, sqlite), post.replace(word, postgresql)
    return Direct(
        lite.replace("json_each(?1) AS wanted(id)", "(SELECT value AS id FROM json_each(?1)) AS wanted"), post
    )


# The text "case_file.state <> 'closed'" is that of the partial indexes, which SQLite uses for this very text only.
_HOLDINGS: Final = (
    "SELECT handler_unit_code, handler_organisation, officer_id, {group}({array}(id, "  # noqa: S608  # built from constants only
    f"CASE WHEN {_AGAIN} THEN {TODOS.index(Todo.REPLY)} ELSE CASE state {_STATES} ELSE {TODOS.index(Todo.LOOK)} END END"
    f", {_MARKS}, {_ORDER})){{text}} AS cases FROM case_file WHERE case_file.state <> 'closed' %s GROUP BY 1, 2, 3"
)
_holdings = Parcels(
    _both(_HOLDINGS % ""),
    Holding,
    "handler_unit_code, handler_organisation, officer_id, cast(cases AS TEXT)",  # one more text, not JSON in JSON
    "substr(handler_unit_code, 1, 2)",
)
_holdings_named = _both(_HOLDINGS % "AND handler_unit_code IN ({codes})")

_PEOPLE: Final = (
    # An index counts the petitions; those that left are among these.
    "CASE WHEN (SELECT count(*) FROM case_petition ever WHERE ever.case_id = c.id) >= {least} THEN "
    "(SELECT CASE WHEN count(*) > 1 "
    "THEN count(DISTINCT CASE WHEN petition.withdrawn_at IS NULL THEN petition.person_id END) END "
    "FROM case_petition link JOIN petition ON petition.id = link.petition_id "
    "WHERE link.case_id = c.id AND link.left_at IS NULL) END"
)
_CROWDS: Final = (
    f"WITH counted AS MATERIALIZED (SELECT c.id AS case_id, {_PEOPLE.format(least=FOLLOWED_MIN)} AS people "  # noqa: S608  # constants
    "FROM case_file c WHERE c.state <> 'closed' AND (c.paused_at IS NOT NULL OR c.due_at IS NULL OR c.due_at > :1) "
    f"AND NOT (state IN ({_PRESS}) OR {_AGAIN}) %s) "
    f"SELECT case_id, people FROM counted WHERE people >= {FOLLOWED_MIN}"
)
_crowds = Parcels(_both(_CROWDS % ""), tuple[int, int], "case_id, people", "case_id / 65536")
_crowds_named = Direct(
    *(sql.replace("?4", "?2").replace("$4", "$2") for sql in _both(_CROWDS % "AND handler_unit_code IN ({codes})"))
)
_LINES: Final = (
    f"SELECT %s, {_PEOPLE.format(least=2)} AS people FROM {{ids}} JOIN case_file c ON c.id = wanted.id "  # noqa: S608  # constants
    # Closed a moment ago, after it was counted: it has no line any more.
    f"WHERE c.state <> '{State.CLOSED.value}'"
)
_SAID: Final = {
    "id": "c.id",
    "code": "c.code",
    "subject": "c.subject",
    "place": "c.place",
    "commune_code": "c.commune_code",
    "title": f"substr(c.title, 1, {TITLE_READ})",
    "state": "c.state",
    "reopened": "c.reopened",
    "opened_at": "c.opened_at",
    "due_at": "c.due_at",
    "paused": "CASE WHEN c.paused_at IS NULL THEN 0 ELSE 1 END",
    "danger": "CASE WHEN c.danger THEN 1 ELSE 0 END",
}
_LINES_AT_ONCE: Final = 512
"""Lines in one text: a decoder makes values of them in a fifth of the time that as many rows of a driver take."""

_LINES_AS_TEXT: Final = (
    "SELECT '[' || string_agg("  # noqa: S608  # constants
    "'[' || c.id || ',\"' || c.commune_code || '\",' || coalesce(c.due_at::text, 'null') || ',' "
    f"|| coalesce(({_PEOPLE.format(least=2)})::text, 'null') || ',' || {{array}}({', '.join(_SAID.values())}){{text}} "
    "|| ']', ',') || ']' "
    "FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted(id, place) JOIN case_file c ON c.id = wanted.id "
    f"WHERE c.state <> '{State.CLOSED.value}' GROUP BY wanted.place / {_LINES_AT_ONCE}"
)
_line_texts: Final = msgspec.json.Decoder(list[Line])
_lines = Parcels(
    _both(_LINES % ", ".join(f"{said} AS {name}" for name, said in _SAID.items())),
    Line,
    # An array in an array: a text that holds one would be quoted by SQLite, and read once more by us.
    f"id, commune_code, due_at, people, json_array({', '.join(_SAID)})",
)
_texts_of_lines: Final = _both(_LINES_AS_TEXT)


def _listed(db: AsyncConnection, values: Collection[Any]) -> Any:
    """Return a list as one parameter."""
    ordered = sorted(values)
    return ordered if db.dialect.name == "postgresql" else json.dumps(ordered)


# --- Which cases ----------------------------------------------------------------------------------------------------


async def holdings(db: AsyncConnection, area: Area, *, now: datetime, since: datetime) -> list[Holding]:
    """Return the open cases of the bodies of an area's units, and others' when it is wide."""
    moments = (to_ms(now), to_ms(end_of_day(local_date(now))), to_ms(since))
    if area.is_wide:
        # Thousands of records stay as they came: they are read by place.
        return await _holdings(db, *moments)
    return await _holdings_named(db, *moments, _listed(db, area.units))


async def crowds(db: AsyncConnection, area: Area, *, now: datetime) -> dict[int, int]:
    """
    Return how many people stand behind each open case with nothing due that so many follow that it is shown anyway.

    Others are shown whoever follows them, or not at all: they are not counted, and `lines` tells of those it names.
    """
    tonight = to_ms(end_of_day(local_date(now)))
    named = _crowds_named(db, tonight, _listed(db, area.units)) if not area.is_wide else _crowds(db, tonight)
    return dict(await named)


async def lines(db: AsyncConnection, case_ids: Collection[int]) -> dict[int, Line]:
    """Return what lines say of these cases. Ask for none that is confidential."""
    if not case_ids:
        return {}
    listed = _listed(db, case_ids)
    if db.dialect.name == "sqlite":
        return {line[0]: line for line in await _lines(db, listed)}
    found: dict[int, Line] = {}
    for (text_of_lines,) in await _texts_of_lines(db, listed):
        found.update((line[0], line) for line in _line_texts.decode(text_of_lines))
        await TURNS.others_first()
    return found


class OpenCount(NamedTuple):
    """How many cases of a body are open and overdue, of those of one province."""

    handler_unit_code: str
    province_code: str
    handler_organisation: str
    cases: int
    overdue: int


_open_counts = Parcels(
    _both(
        "SELECT handler_unit_code, province_code, handler_organisation, count(*) AS cases, "
        "sum(CASE WHEN paused_at IS NULL AND due_at <= :1 THEN 1 ELSE 0 END) AS overdue "
        "FROM case_file WHERE case_file.state <> 'closed' GROUP BY 1, 2, 3"
    ),
    OpenCount,
    "handler_unit_code, province_code, handler_organisation, cases, overdue",
    "province_code",
)
PROVINCES_NAMED_MAX: Final = 3
"""Provinces named in a query of counts; for more of them all bodies are counted."""


async def open_counts(db: AsyncConnection, area: Area, *, now: datetime) -> list[OpenCount]:
    """Return how many cases are open and overdue for each body, and others' when the area is wide."""
    if area.is_wide or len(area.provinces) > PROVINCES_NAMED_MAX:
        return [OpenCount(*row) async for row in in_turns(await _open_counts(db, to_ms(now)))]
    c = case_file.c
    keys = (c.handler_unit_code, c.province_code, c.handler_organisation)
    late = func.count().filter(c.paused_at.is_(None), c.due_at <= now)
    query = select(*keys, func.count().label("cases"), late.label("overdue"))
    return [OpenCount(*row) for row in await db.execute(query.where(*_open_in(area)).group_by(*keys))]


_OPEN = text("case_file.state <> 'closed'")


def _open_in(area: Area) -> list[ColumnElement[bool]]:
    return [_OPEN, *_in(area)]  # type: ignore[list-item]  # a text is a condition


def _in(area: Area) -> list[ColumnElement[bool]]:
    if area.is_wide:
        return [true()]
    c = case_file.c
    return [or_(c.handler_unit_code.in_(sorted(area.units)), c.province_code.in_(sorted(area.provinces)))]


async def recused_cases(db: AsyncConnection, officer_ids: Sequence[int]) -> dict[int, set[int]]:
    """Return the open cases that officers are kept away from, by officer."""
    event, c = case_event.c, case_file.c
    # By the index of recusals first: left to itself, SQLite reads every open case's story.
    said = select(event.officer_id.label("who"), event.case_id).where(text("case_event.step = 'recuse'")).distinct()
    if len(officer_ids) <= NAMED_MAX:
        said = said.where(event.officer_id.in_(sorted(officer_ids)))
    recusal = said.subquery("recusal")
    query = select(recusal.c.who, c.id).select_from(recusal.join(case_file, c.id == recusal.c.case_id)).where(_OPEN)
    found: dict[int, set[int]] = {}
    for row in await db.execute(query):
        found.setdefault(row.who, set()).add(row.id)
    return found


# --- What else ------------------------------------------------------------------------------------------------------


async def open_call_backs(db: AsyncConnection, area: Area) -> list[Row[Any]]:
    """Return the wishes to be called back that nobody has answered (body, phone, since), oldest first."""
    c = call_back.c
    query: Select[Any] = select(c.unit_code, c.organisation, c.phone, c.at).where(text("call_back.done_at IS NULL"))
    if not area.is_wide:
        query = query.where(c.unit_code.in_(sorted(area.units)))
    return list((await db.execute(query.order_by(c.at, c.id))).all())


async def failed_deliveries(db: AsyncConnection, area: Area, *, since: datetime) -> list[Row[Any]]:
    """Return the cases about which messages to residents failed since a moment, newest failure (`failed_at`) first."""
    c, failed_at = case_file.c, func.max(outbox.c.done_at, type_=outbox.c.done_at.type)
    query: Select[Any] = (
        select(
            c.id,
            c.code,
            c.handler_unit_code,
            c.handler_organisation,
            c.officer_id,
            c.confidential,
            failed_at.label("failed_at"),
        )
        .join(outbox, outbox.c.about_case_id == c.id)
        .join(conversation, conversation.c.id == outbox.c.conversation_id)
        .where(
            text("outbox.state = 'failed'"),
            outbox.c.done_at >= since,
            conversation.c.officer_id.is_(None),
            *_in(area),
        )
        .group_by(c.id)
        .order_by(failed_at.desc(), c.id)
    )
    return list((await db.execute(query)).all())


async def happened_meanwhile(
    db: AsyncConnection, units: Collection[str], *, start: datetime, end: datetime
) -> list[tuple[str, str, str, int]]:
    """Return what was done to the cases of units in a span: (unit, organisation, step, how many cases)."""
    c, event = case_file.c, case_event.c
    count = func.count(event.case_id.distinct())
    query = (
        select(c.handler_unit_code, c.handler_organisation, event.step, count)
        .join(case_event, event.case_id == c.id)
        .where(
            c.handler_unit_code.in_(sorted(units)), c.changed_at >= start, event.at >= start, event.at < end,
            c.confidential.is_(False),
        )
        .group_by(c.handler_unit_code, c.handler_organisation, event.step)
    )  # fmt: skip
    return [tuple(row) for row in await db.execute(query)]


async def unit_names(db: AsyncConnection, codes: Collection[str] | None) -> dict[str, tuple[str, str]]:
    """Return (type, name) of units by code; of all units for None, or when many are asked for."""
    c = unit.c
    query = select(c.code, c.type, c.name)
    if codes is not None and len(codes) <= NAMED_MAX:
        query = query.where(c.code.in_(sorted(codes)))
    return {row[0]: (row[1], row[2]) async for row in in_turns(await db.execute(query))}
