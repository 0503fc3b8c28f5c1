"""
What daily digests are made of, for any number of officers in a handful of queries.

Cases are grouped, counted and cut to the few lines that a digest shows by the database itself: what comes back
grows with the number of digests, not with the number of cases.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import CTE, ColumnElement, Row, Select, Subquery, and_, case, func, literal, or_, select, text, true
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import end_of_day, local_date
from domain.life import State
from storage.parts import in_parts
from storage.schema import (
    call_back,
    case_event,
    case_file,
    case_petition,
    conversation,
    outbox,
    petition,
    unit,
)
from storage.worklist import WAITING

FOLLOWED_MIN: Final = 3
"""People behind a case from which it is one of the most followed. House rule."""

NAMED_MAX: Final = 400
"""Units named in one query; beyond that reading all of them is faster, and others' rows are passed over."""


class Group(StrEnum):
    """Why a case stands in a digest. A case stands in the first group that it belongs to, in this order."""

    OVERDUE = "overdue"
    TODAY = "today"
    REOPENED = "reopened"
    NEW = "new"
    WAITING = "waiting"
    FOLLOWED = "followed"


GROUPS: Final = tuple(Group)


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


# --- Which cases ----------------------------------------------------------------------------------------------------

_OPEN = text("case_file.state <> 'closed'")
"""Written as in the partial indexes, which SQLite uses for this very text only."""


def _open_in(area: Area) -> list[ColumnElement[bool]]:
    return [_OPEN, *_in(area)]  # type: ignore[list-item]  # a text is a condition


def _in(area: Area) -> list[ColumnElement[bool]]:
    if area.is_wide:
        return [true()]
    c = case_file.c
    return [or_(c.handler_unit_code.in_(sorted(area.units)), c.province_code.in_(sorted(area.provinces)))]


def _overdue(now: datetime) -> ColumnElement[bool]:
    return and_(case_file.c.paused_at.is_(None), case_file.c.due_at <= now)


def _people(area: Area) -> CTE:
    """Count the different people behind each open case that has more than one petition."""
    link = case_petition.c
    several = (
        select(link.case_id)
        .where(link.left_at.is_(None), link.case_id.in_(select(case_file.c.id).where(*_open_in(area))))
        .group_by(link.case_id)
        .having(func.count() > 1)
    )
    return (
        select(link.case_id, func.count(petition.c.person_id.distinct()).label("people"))
        .select_from(case_petition.join(petition, petition.c.id == link.petition_id))
        .where(link.case_id.in_(several), link.left_at.is_(None), petition.c.withdrawn_at.is_(None))
        .group_by(link.case_id)
        .cte("crowd")
    )


def _grouped(area: Area, now: datetime) -> Subquery:
    """
    Every open case of the area that belongs into a digest, with the place of its group in `GROUPS`.

    Only what they are sorted by: the database sorts some hundred thousand of these rows.
    """
    c, crowd = case_file.c, _people(area)
    tonight = end_of_day(local_date(now))
    conditions: dict[Group, ColumnElement[bool]] = {
        Group.OVERDUE: _overdue(now),
        Group.TODAY: and_(c.paused_at.is_(None), c.due_at <= tonight),
        Group.REOPENED: and_(c.reopened > 0, c.state == State.ACCEPTED.value),
        Group.NEW: c.state == State.RECEIVED.value,
        Group.WAITING: c.state.in_(WAITING),
        Group.FOLLOWED: crowd.c.people >= FOLLOWED_MIN,
    }
    place = case(*((conditions[group], literal(number)) for number, group in enumerate(GROUPS)))
    found = (
        select(
            c.id,
            c.handler_unit_code,
            c.handler_organisation,
            c.officer_id,
            c.confidential,
            c.danger,
            c.due_at,
            c.paused_at,
            func.coalesce(crowd.c.people, 1).label("people"),
            place.label("place_in_groups"),
        )
        .select_from(case_file.outerjoin(crowd, crowd.c.case_id == c.id))
        .where(*_open_in(area))
        .subquery("found")
    )
    return select(found).where(found.c.place_in_groups.is_not(None)).subquery("grouped")


async def listed_cases(
    db: AsyncConnection, area: Area, *, now: datetime, limit: int, besides: Collection[int] = ()
) -> AsyncIterator[Sequence[Row[Any]]]:
    """
    Yield, some at a time, the first `limit` cases of each group of each body and officer, the most urgent; in no order.

    Each row carries `total`, how many cases there are of its group, body, officer and confidentiality. Of
    confidential cases one row comes back, for its total. `besides` are ids that are returned whatever their
    number.
    """
    grouped = _grouped(area, now)
    g = grouped.c
    part = (g.handler_unit_code, g.handler_organisation, g.officer_id, g.confidential, g.place_in_groups)
    crowd_first = case((g.place_in_groups == GROUPS.index(Group.FOLLOWED), -g.people), else_=0)
    order = (g.danger.desc(), crowd_first, g.paused_at.is_not(None), g.due_at.is_(None), g.due_at, g.id)
    # One order and one frame for both: the rows are sorted once.
    whole: dict[str, Any] = {"partition_by": part, "order_by": order, "rows": (None, None)}
    numbered = select(
        grouped,
        func.row_number().over(partition_by=part, order_by=order).label("number"),
        func.count().over(**whole).label("total"),
    ).subquery("numbered")
    n = numbered.c
    shown = n.number <= case((n.confidential, 1), else_=limit)
    wanted = or_(shown, n.id.in_(sorted(besides))) if besides else shown
    few = select(n.id, n.number, n.total, n.people, n.place_in_groups).where(wanted).subquery("few")
    c = case_file.c
    query: Select[Any] = select(
        c.id,
        c.code,
        c.handler_unit_code,
        c.handler_organisation,
        c.officer_id,
        c.commune_code,
        c.confidential,
        c.danger,
        c.subject,
        c.state,
        c.reopened,
        c.opened_at,
        c.due_at,
        c.paused_at,
        # What a confidential case says never leaves the database on this way.
        case((c.confidential, ""), else_=c.place).label("place"),
        case((c.confidential, ""), else_=c.title).label("title"),
        few.c.number,
        few.c.total,
        few.c.people,
        few.c.place_in_groups,
    ).select_from(few.join(case_file, c.id == few.c.id))
    async for rows in in_parts(db, query):
        yield rows


async def open_counts(db: AsyncConnection, area: Area, *, now: datetime) -> AsyncIterator[Sequence[Row[Any]]]:
    """Yield, some at a time, how many cases are open and overdue (`cases`, `overdue`) for each body and officer."""
    c = case_file.c
    keys = (c.handler_unit_code, c.province_code, c.handler_organisation, c.officer_id)
    late = func.sum(case((_overdue(now), 1), else_=0))
    query = select(*keys, func.count().label("cases"), late.label("overdue")).where(*_open_in(area)).group_by(*keys)
    async for rows in in_parts(db, query):
        yield rows


async def recused_cases(db: AsyncConnection, officer_ids: Sequence[int]) -> list[Row[Any]]:
    """Return the open cases that officers are kept away from (`who`), with body and holder of each."""
    event, c = case_event.c, case_file.c
    # By the index of recusals first: left to itself, SQLite reads every open case's story.
    said = select(event.officer_id.label("who"), event.case_id).where(text("case_event.step = 'recuse'")).distinct()
    if len(officer_ids) <= NAMED_MAX:
        said = said.where(event.officer_id.in_(sorted(officer_ids)))
    if (await db.execute(said.limit(1))).first() is None:
        return []
    recusal = said.subquery("recusal")
    query: Select[Any] = (
        select(recusal.c.who, c.id, c.handler_unit_code, c.handler_organisation, c.officer_id)
        .select_from(recusal.join(case_file, c.id == recusal.c.case_id))
        .where(_OPEN)
    )
    return list((await db.execute(query)).all())


# --- What else ------------------------------------------------------------------------------------------------------


async def open_call_backs(db: AsyncConnection, area: Area) -> list[Row[Any]]:
    """Return the wishes to be called back that nobody has answered (body, phone, since), oldest first."""
    c = call_back.c
    query: Select[Any] = select(c.unit_code, c.organisation, c.phone, c.at).where(text("call_back.done_at IS NULL"))
    if not area.is_wide:
        query = query.where(c.unit_code.in_(sorted(area.units)))
    return list((await db.execute(query.order_by(c.at, c.id))).all())


async def failed_deliveries(db: AsyncConnection, area: Area, *, since: datetime) -> list[Row[Any]]:
    """Return the cases about which messages to residents failed since a moment, newest failure first."""
    c, failed_at = case_file.c, func.max(outbox.c.done_at)
    query: Select[Any] = (
        select(c.id, c.code, c.handler_unit_code, c.handler_organisation, c.officer_id, c.confidential)
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


async def unit_names(db: AsyncConnection, codes: Collection[str]) -> dict[str, tuple[str, str]]:
    """Return (type, name) of units by code; of all units when many are asked for."""
    c = unit.c
    query = select(c.code, c.type, c.name)
    if len(codes) <= NAMED_MAX:
        query = query.where(c.code.in_(sorted(codes)))
    return {row.code: (row.type, row.name) for row in await db.execute(query)}
