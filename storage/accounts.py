"""Accounts of officers: who they are, where they work, the invitations that let them in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kinds import Organisation
from domain.roles import Role, Scope
from domain.routing import Body
from storage.schema import case_file, conversation, invitation, officer, officer_scope


@dataclass(frozen=True, slots=True)
class Account:
    """An officer's account. `open_cases` are those given to this person; `chats` are channel names."""

    id: int
    name: str
    roles: tuple[Role, ...]
    scopes: tuple[Scope, ...]
    digest_minute: int
    digest_empty: str
    disabled_at: datetime | None
    created_at: datetime
    chats: tuple[str, ...] = ()
    open_cases: int = 0


async def insert_officer(
    db: AsyncConnection,
    *,
    name: str,
    roles: Sequence[Role],
    scopes: Sequence[Scope],
    digest_minute: int,
    digest_empty: str,
    now: datetime,
    demo: bool = False,
) -> int:
    """Insert an account with its scopes; return its id."""
    values = {
        "name": name,
        "roles": [role.value for role in roles],
        "digest_minute": digest_minute,
        "digest_empty": digest_empty,
        "created_at": now,
        "demo": demo,
    }
    officer_id = int((await db.execute(insert(officer).returning(officer.c.id), values)).scalar_one())
    await add_scopes(db, officer_id, scopes)
    return officer_id


async def add_scopes(db: AsyncConnection, officer_id: int, scopes: Sequence[Scope]) -> None:
    """Give an account these scopes."""
    rows = [
        {
            "officer_id": officer_id,
            "unit_code": scope.unit,
            "organisation": scope.organisation.value if scope.organisation else None,
        }
        for scope in scopes
    ]
    if rows:
        await db.execute(insert(officer_scope), rows)


async def replace_scopes(db: AsyncConnection, officer_id: int, scopes: Sequence[Scope]) -> None:
    """Give an account these scopes and no others."""
    await db.execute(delete(officer_scope).where(officer_scope.c.officer_id == officer_id))
    await add_scopes(db, officer_id, scopes)


async def accounts(db: AsyncConnection, *, ids: Sequence[int] | None = None) -> list[Account]:
    """Return the accounts, oldest first; only these ids when given."""
    query = select(officer).order_by(officer.c.id)
    scope_query = select(officer_scope).order_by(officer_scope.c.id)
    chat_query = select(conversation.c.officer_id, conversation.c.channel).where(conversation.c.officer_id.is_not(None))
    held = (
        select(case_file.c.officer_id, func.count().label("count"))
        .where(case_file.c.officer_id.is_not(None), case_file.c.state != "closed")
        .group_by(case_file.c.officer_id)
    )
    if ids is not None:
        query = query.where(officer.c.id.in_(ids))
        scope_query = scope_query.where(officer_scope.c.officer_id.in_(ids))
        chat_query = chat_query.where(conversation.c.officer_id.in_(ids))
        held = held.where(case_file.c.officer_id.in_(ids))
    scopes: dict[int, list[Scope]] = {}
    for row in await db.execute(scope_query):
        organisation = Organisation(row.organisation) if row.organisation else None
        scopes.setdefault(row.officer_id, []).append(Scope(row.unit_code, organisation))
    chats: dict[int, list[str]] = {}
    for row in await db.execute(chat_query):
        chats.setdefault(row.officer_id, []).append(row.channel)
    counts: dict[int, int] = {row[0]: row[1] for row in await db.execute(held)}
    return [
        Account(
            id=row.id,
            name=row.name,
            roles=tuple(Role(role) for role in row.roles),
            scopes=tuple(scopes.get(row.id, ())),
            digest_minute=row.digest_minute,
            digest_empty=row.digest_empty,
            disabled_at=row.disabled_at,
            created_at=row.created_at,
            chats=tuple(sorted(chats.get(row.id, ()))),
            open_cases=counts.get(row.id, 0),
        )
        for row in (await db.execute(query)).all()
    ]


async def account(db: AsyncConnection, officer_id: int) -> Account | None:
    """Return one account."""
    found = await accounts(db, ids=[officer_id])
    return found[0] if found else None


async def administrator_ids(db: AsyncConnection) -> list[int]:
    """Return the active administrators, oldest account first."""
    query = select(officer.c.id, officer.c.roles).where(officer.c.disabled_at.is_(None)).order_by(officer.c.id)
    return [row.id for row in await db.execute(query) if Role.ADMINISTRATOR.value in row.roles]


async def approvers_of(db: AsyncConnection, body: Body, *, own_only: bool = False) -> list[Account]:
    """Return the active leaders and approvers of a body and, unless `own_only`, of those above it."""
    units = [body.unit.code] if own_only else [body.unit.code, body.unit.province]
    organisations = [body.organisation.value] if own_only else [body.organisation.value, Organisation.FRONT.value]
    scope = officer_scope.c
    in_unit = scope.unit_code.in_([unit for unit in units if unit])
    query = (
        select(scope.officer_id)
        .join(officer, officer.c.id == scope.officer_id)
        .where(
            officer.c.disabled_at.is_(None),
            in_unit if own_only else or_(in_unit, scope.unit_code.is_(None)),
            or_(scope.organisation.in_(organisations), scope.organisation.is_(None)),
        )
        .distinct()
    )
    ids = list((await db.execute(query)).scalars())
    deciding = {Role.LEADER, Role.APPROVER}
    return [found for found in await accounts(db, ids=ids) if not deciding.isdisjoint(found.roles)]


async def accounts_over(db: AsyncConnection, body: Body) -> list[Account]:
    """Return the active accounts whose scopes name a body's unit or province, with its organisation or the Front."""
    units = [unit for unit in (body.unit.code, body.unit.province) if unit]
    scope = officer_scope.c
    query = (
        select(scope.officer_id)
        .join(officer, officer.c.id == scope.officer_id)
        .where(
            officer.c.disabled_at.is_(None),
            scope.unit_code.in_(units),
            or_(
                scope.organisation.in_([body.organisation.value, Organisation.FRONT.value]),
                scope.organisation.is_(None),
            ),
        )
        .distinct()
    )
    return await accounts(db, ids=list((await db.execute(query)).scalars()))


async def disable(db: AsyncConnection, officer_id: int, *, at: datetime) -> None:
    """Disable an account: its chats become residents', invitations end, cases go back to the body."""
    await db.execute(update(officer).where(officer.c.id == officer_id).values(disabled_at=at))
    await take_chats(db, officer_id)
    await end_invitations(db, officer_id, at=at)
    theirs = (case_file.c.officer_id == officer_id) & (case_file.c.state != "closed")
    await db.execute(update(case_file).where(theirs).values(officer_id=None))


async def open_case_ids(db: AsyncConnection, officer_id: int) -> list[int]:
    """Return the open cases that are given to this person."""
    query = (
        select(case_file.c.id)
        .where(case_file.c.officer_id == officer_id, case_file.c.state != "closed")
        .order_by(case_file.c.id)
    )
    return list((await db.execute(query)).scalars())


# --- Invitations and chats ----------------------------------------------------------------------------------


async def insert_invitation(
    db: AsyncConnection, officer_id: int, *, token_hash: str, expires_at: datetime, now: datetime
) -> None:
    """Insert an invitation; of its token only the hash is kept."""
    values = {"officer_id": officer_id, "token_hash": token_hash, "expires_at": expires_at, "created_at": now}
    await db.execute(insert(invitation), values)


async def end_invitations(db: AsyncConnection, officer_id: int, *, at: datetime) -> None:
    """End an account's invitations that were not used yet."""
    unused = and_(invitation.c.officer_id == officer_id, invitation.c.used_at.is_(None), invitation.c.expires_at > at)
    await db.execute(update(invitation).where(unused).values(expires_at=at))


async def invitation_of(db: AsyncConnection, token_hash: str) -> Row[Any] | None:
    """Return the invitation of this token's hash."""
    return (await db.execute(select(invitation).where(invitation.c.token_hash == token_hash))).first()


async def use_invitation(db: AsyncConnection, invitation_id: int, *, at: datetime) -> bool:
    """Use an invitation up; False when somebody else just did."""
    unused = (invitation.c.id == invitation_id) & invitation.c.used_at.is_(None)
    return (await db.execute(update(invitation).where(unused).values(used_at=at))).rowcount == 1


async def take_chats(db: AsyncConnection, officer_id: int) -> int:
    """Make all chats of an account residents' again; return how many there were."""
    theirs = conversation.c.officer_id == officer_id
    return (await db.execute(update(conversation).where(theirs).values(officer_id=None))).rowcount


async def give_chat(db: AsyncConnection, conversation_id: int, officer_id: int | None) -> None:
    """Make a chat an officer's, or a resident's again."""
    await db.execute(update(conversation).where(conversation.c.id == conversation_id).values(officer_id=officer_id))
