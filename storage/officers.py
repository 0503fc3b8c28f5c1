"""Officers' accounts, their scopes and the chats they are reached in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kinds import Organisation
from domain.roles import Actor, Role, Scope, officer as officer_actor
from domain.routing import Body
from storage.schema import conversation, officer, officer_scope


async def actor_of(db: AsyncConnection, officer_id: int) -> Actor | None:
    """Return the account as the actor of a change; None when it is gone or disabled."""
    row = (await db.execute(select(officer).where(officer.c.id == officer_id, officer.c.disabled_at.is_(None)))).first()
    if row is None:
        return None
    return officer_actor(row.id, [Role(role) for role in row.roles], await scopes_of(db, officer_id))


async def scopes_of(db: AsyncConnection, officer_id: int) -> list[Scope]:
    """Return an account's scopes."""
    rows = (await db.execute(select(officer_scope).where(officer_scope.c.officer_id == officer_id))).all()
    return [Scope(row.unit_code, Organisation(row.organisation) if row.organisation else None) for row in rows]


def _owns(body: Body) -> ColumnElement[bool]:
    scope = officer_scope.c
    return and_(
        scope.unit_code == body.unit.code,
        or_(scope.organisation == body.organisation.value, scope.organisation.is_(None)),
    )


async def staffed_bodies(db: AsyncConnection, bodies: Sequence[Body]) -> list[Body]:
    """Return those of the bodies that have an active officer with a scope that names them."""
    if not bodies:
        return []
    query = (
        select(officer_scope.c.unit_code, officer_scope.c.organisation)
        .join(officer, officer.c.id == officer_scope.c.officer_id)
        .where(officer.c.disabled_at.is_(None), or_(*map(_owns, bodies)))
        .distinct()
    )
    found = {(row.unit_code, row.organisation) for row in (await db.execute(query)).all()}
    return [b for b in bodies if {(b.unit.code, b.organisation.value), (b.unit.code, None)} & found]


async def handlers_of(db: AsyncConnection, body: Body) -> Sequence[Row[Any]]:
    """Return the active accounts whose scope names the body itself."""
    query = (
        select(officer)
        .join(officer_scope, officer_scope.c.officer_id == officer.c.id)
        .where(officer.c.disabled_at.is_(None), _owns(body))
        .distinct()
        .order_by(officer.c.id)
    )
    return (await db.execute(query)).all()


async def chats_of(db: AsyncConnection, officer_ids: Sequence[int]) -> Sequence[Row[Any]]:
    """Return the reachable chats of these accounts, newest use first."""
    table = conversation
    query = (
        select(table)
        .where(table.c.officer_id.in_(officer_ids), table.c.unreachable_at.is_(None))
        .order_by(table.c.last_inbound_at.desc(), table.c.id)
    )
    return (await db.execute(query)).all()
