"""Officers' accounts, their scopes and the chats they are reached in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kinds import Organisation
from domain.roles import HANDLERS, Actor, Role, Scope, StandIn
from domain.roles import officer as officer_actor
from domain.routing import Body
from storage.prepared import Prepared
from storage.schema import absence, conversation, officer, officer_scope


async def actor_of(db: AsyncConnection, officer_id: int, *, on: date | None = None) -> Actor | None:
    """
    Return the account as the actor of a change; None when it is gone or disabled.

    `on` is the local day: with it the actor also stands in for whoever is away on it.
    """
    row = (await db.execute(select(officer).where(officer.c.id == officer_id, officer.c.disabled_at.is_(None)))).first()
    if row is None:
        return None
    actor = officer_actor(row.id, [Role(role) for role in row.roles], await scopes_of(db, officer_id))
    return actor if on is None else replace(actor, stands_in=await stands_in(db, officer_id, on))


async def stands_in(db: AsyncConnection, officer_id: int, day: date) -> tuple[StandIn, ...]:
    """Return those in whose stead an account handles cases on a day."""
    a = absence.c
    query = (
        select(a.officer_id, officer.c.name, a.last_day)
        .join(officer, officer.c.id == a.officer_id)
        .where(a.substitute_id == officer_id, a.ended_at.is_(None), a.first_day <= day, a.last_day >= day)
        .where(officer.c.disabled_at.is_(None))
        .order_by(a.id)
    )
    rows = (await db.execute(query)).all()
    return tuple(
        [StandIn(row.officer_id, row.name, row.last_day, tuple(await scopes_of(db, row.officer_id))) for row in rows]
    )


async def scopes_of(db: AsyncConnection, officer_id: int) -> list[Scope]:
    """Return an account's scopes."""
    rows = (await db.execute(select(officer_scope).where(officer_scope.c.officer_id == officer_id))).all()
    return [Scope(row.unit_code, Organisation(row.organisation) if row.organisation else None) for row in rows]


_in_units = Prepared(
    select(officer, officer_scope.c.unit_code, officer_scope.c.organisation)
    .join(officer_scope, officer_scope.c.officer_id == officer.c.id)
    .where(
        officer.c.disabled_at.is_(None),
        or_(officer_scope.c.unit_code == bindparam("one"), officer_scope.c.unit_code == bindparam("other")),
    )
    .order_by(officer.c.id)
)
"""A chain of bodies names two units at most: the commune and its province, or the province and the centre."""


async def _accounts_in(db: AsyncConnection, bodies: Sequence[Body]) -> Sequence[Row[Any]]:
    """Return active accounts beside each of their scopes that name a unit of these bodies."""
    units = sorted({body.unit.code for body in bodies})
    found: list[Row[Any]] = []
    for start in range(0, len(units), 2):
        one, *other = units[start : start + 2]
        found += await _in_units(db, one=one, other=other[0] if other else one)
    return found


def _names(row: Row[Any], body: Body) -> bool:
    """Tell whether the scope of the row names the body."""
    return row.unit_code == body.unit.code and row.organisation in {None, body.organisation.value}


async def staffed_bodies(db: AsyncConnection, bodies: Sequence[Body]) -> list[Body]:
    """Return those of the bodies that have an active officer who handles cases, with a scope that names them."""
    if not bodies:
        return []
    rows = [row for row in await _accounts_in(db, bodies) if not HANDLERS.isdisjoint(row.roles)]
    return [body for body in bodies if any(_names(row, body) for row in rows)]


async def handlers_of(db: AsyncConnection, body: Body) -> Sequence[Row[Any]]:
    """Return the active accounts whose scope names the body itself, each once."""
    found = {row.id: row for row in await _accounts_in(db, [body]) if _names(row, body)}
    return list(found.values())


async def chats_of(db: AsyncConnection, officer_ids: Sequence[int]) -> Sequence[Row[Any]]:
    """Return the reachable chats of these accounts, newest use first."""
    table = conversation
    query = (
        select(table)
        .where(table.c.officer_id.in_(officer_ids), table.c.unreachable_at.is_(None))
        .order_by(table.c.last_inbound_at.desc().nulls_last(), table.c.id)
    )
    return (await db.execute(query)).all()
