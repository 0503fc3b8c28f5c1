"""An officer's work list: what lies in their scopes, counted in one query and listed in pages, most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select, text, true
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import end_of_day, local_date
from domain.kinds import Organisation
from domain.life import State, Step
from domain.roles import CASE_READERS, CONFIDENTIAL_READERS, Actor, Scope
from domain.units import PROVINCE_CODE_DIGITS
from storage.cases import Case, from_row
from storage.schema import case_event, case_file


class Pile(StrEnum):
    """Which cases of the list: the names stand in buttons."""

    NEW = "new"
    TODAY = "today"
    OVERDUE = "overdue"
    REOPENED = "reopened"
    WAITING = "waiting"
    ALL = "all"


class Reach(StrEnum):
    """Whose cases: the officer's own to handle, or all that they oversee as well."""

    MINE = "mine"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many open cases each pile holds; `by_pile` has every pile."""

    by_pile: dict[Pile, int]

    def __getitem__(self, pile: Pile) -> int:
        return self.by_pile[pile]


_CODES_AT_ONCE: Final = 500
"""Codes named in one query."""

WAITING = (State.NEEDS_INFORMATION.value, State.CHECKING.value)

_OPEN = text("case_file.state <> 'closed'")
"""Written as in the partial indexes, which SQLite uses for this very text only."""


async def counts(db: AsyncConnection, actor: Actor, reach: Reach, *, now: datetime) -> Counts:
    """Return how many open cases of the reach are in each pile, in one query."""
    columns = [func.count(case((_in_pile(pile, now), 1))).label(pile.value) for pile in Pile if pile is not Pile.ALL]
    query = select(*columns, func.count().label(Pile.ALL.value)).where(_OPEN, *reached(actor, reach))
    row = (await db.execute(query)).one()
    return Counts({pile: int(getattr(row, pile.value)) for pile in Pile})


async def page(
    db: AsyncConnection,
    actor: Actor,
    reach: Reach,
    pile: Pile,
    *,
    now: datetime,
    offset: int,
    limit: int,
    commune: str | None = None,
) -> list[Case]:
    """Return one page of a pile: danger first, then what is due or overdue longest, then the oldest."""
    query = _open_cases(actor, reach).where(_in_pile(pile, now))
    if commune is not None:
        query = query.where(case_file.c.commune_code == commune)
    rows = (await db.execute(query.order_by(*_URGENCY).offset(offset).limit(limit))).all()
    return [from_row(row) for row in rows]


async def untouched(
    db: AsyncConnection, actor: Actor, officer_id: int, *, since: datetime, limit: int = 200
) -> list[int]:
    """Return an officer's own open cases in whose story they have written nothing since then, most urgent first."""
    c = case_event.c
    written = select(c.id).where(c.case_id == case_file.c.id, c.officer_id == officer_id, c.at >= since).exists()
    query = _open_cases(actor, Reach.MINE).with_only_columns(case_file.c.id).where(~written)
    return list((await db.execute(query.order_by(*_URGENCY).limit(limit))).scalars())


_URGENCY = (
    case_file.c.danger.desc(),
    case_file.c.paused_at.is_not(None),
    case_file.c.due_at.is_(None),
    case_file.c.due_at,
    case_file.c.id,
)


def _open_cases(actor: Actor, reach: Reach) -> Select[Any]:
    return select(case_file).where(_OPEN, *reached(actor, reach))


def _in_pile(pile: Pile, now: datetime) -> ColumnElement[bool]:
    """Due dates are 24:00 of the last day, so those of today end with today. A clock that stands is not due."""
    c = case_file.c
    tonight = end_of_day(local_date(now))
    match pile:
        case Pile.NEW:
            return c.state == State.RECEIVED.value
        case Pile.TODAY:
            return and_(c.paused_at.is_(None), c.due_at > now, c.due_at <= tonight)
        case Pile.OVERDUE:
            return and_(c.paused_at.is_(None), c.due_at <= now)
        case Pile.REOPENED:
            return and_(c.reopened > 0, c.state == State.ACCEPTED.value)
        case Pile.WAITING:
            return c.state.in_(WAITING)
        case Pile.ALL:
            return true()


# --- Whose --------------------------------------------------------------------------------------------------


def reached(actor: Actor, reach: Reach) -> list[ColumnElement[bool]]:
    """As `actions.cases.access.handles` and `may_see`, in SQL; `tests/actions/test_worklist.py` compares them."""
    if not actor.has(*CASE_READERS):
        return [false()]
    c = case_file.c
    own = _any(_owned(scope) for scope in actor.scopes)
    # A confidential case is for its handlers alone, whoever stands above them.
    open_to_all = c.confidential.is_(False)
    if reach is Reach.MINE:
        at_hand = own & or_(c.officer_id.is_(None), c.officer_id == actor.officer_id)
        mine = [_any((at_hand, *_in_stead(actor))), _not_recused(actor)]
        return mine if actor.has(*CONFIDENTIAL_READERS) else [*mine, open_to_all]
    covered = _any((*(_covered(scope) for scope in actor.scopes), *_in_stead(actor)))
    sealed = or_(open_to_all, own) if actor.has(*CONFIDENTIAL_READERS) else open_to_all
    return [covered, sealed, _not_recused(actor)]


def _in_stead(actor: Actor) -> list[ColumnElement[bool]]:
    """What those who are away would handle; their confidential cases stay with their body."""
    c = case_file.c
    return [
        _any(_owned(scope) for scope in stead.scopes)
        & or_(c.officer_id.is_(None), c.officer_id == stead.officer_id)
        & c.confidential.is_(False)
        for stead in actor.stands_in
    ]


def _in_stead_of_anybody(actor: Actor) -> list[ColumnElement[bool]]:
    return [_any(_owned(scope) for scope in stead.scopes) for stead in actor.stands_in]


def _any(conditions: Any) -> ColumnElement[bool]:
    return or_(false(), *conditions)


def _owned(scope: Scope) -> ColumnElement[bool]:
    """As `domain.roles.Scope.owns`, in SQL."""
    if scope.unit is None:
        return false()
    c = case_file.c
    in_unit = c.handler_unit_code == scope.unit
    return in_unit if scope.organisation is None else in_unit & (c.handler_organisation == scope.organisation.value)


def _covered(scope: Scope) -> ColumnElement[bool]:
    """As `domain.roles.Scope.covers` of the handling body or of the one that the resident chose, in SQL."""
    c = case_file.c
    handled, chosen = c.handler_unit_code == scope.unit, c.commune_code == scope.unit
    if scope.unit is None:
        handled = chosen = true()
    elif len(scope.unit) == PROVINCE_CODE_DIGITS:
        handled = chosen = c.province_code == scope.unit
    if scope.organisation in {None, Organisation.FRONT}:
        return or_(handled, chosen)
    organisation = str(scope.organisation)
    return or_(handled & (c.handler_organisation == organisation), chosen & (c.organisation == organisation))


def _not_recused(actor: Actor) -> ColumnElement[bool]:
    # By the case's own events, which have an index: the officers' recusals among all events have none.
    declared = (case_event.c.case_id == case_file.c.id) & (case_event.c.officer_id == actor.officer_id)
    return ~select(case_event.c.id).where(declared, case_event.c.step == Step.RECUSE.value).exists()


def handled(actor: Actor) -> ColumnElement[bool]:
    """As `actions.cases.access.handles`, of cases that are not confidential."""
    return _any((*(_owned(scope) for scope in actor.scopes), *_in_stead_of_anybody(actor)))


def visible_cases(actor: Actor) -> Select[Any]:
    """Return the query of all cases that an officer may know of, closed ones too; confidential ones never."""
    return select(case_file).where(*reached(actor, Reach.AREA), case_file.c.confidential.is_(False))


async def visible_by_code(db: AsyncConnection, actor: Actor, codes: Sequence[str]) -> list[Case]:
    """Return those of the cases that an officer may know of, in no order."""
    found: list[Case] = []
    for start in range(0, len(codes), _CODES_AT_ONCE):
        some = codes[start : start + _CODES_AT_ONCE]
        found += [from_row(row) for row in await db.execute(visible_cases(actor).where(case_file.c.code.in_(some)))]
    return found
