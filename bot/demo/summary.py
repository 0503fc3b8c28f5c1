"""What of the demo is in the tables, counted, and ways for a visitor to log in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Table, delete, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from actions import officers
from bot.demo.material import SHOWCASE
from domain.codes import Code
from domain.kinds import Kind, Organisation
from domain.life import Outcome, State
from domain.roles import Role
from matching.places.units import TYPE_WORDS, UnitType
from storage.schema import case_file, invitation, officer, officer_scope, petition, unit

_LOGINS: Final = (Role.OFFICER, Role.LEADER)


@dataclass(frozen=True, slots=True)
class Counts:
    """The demo in figures; `states` leaves closed cases to `outcomes`."""

    petitions: int
    cases: int
    officers: int
    communes: int
    provinces: int
    overdue: int
    confidential: int
    danger: int
    kinds: Mapping[str, int]
    organisations: Mapping[str, int]
    origins: Mapping[str, int]
    states: Mapping[str, int]
    outcomes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Login:
    """A way in as an officer of the demo: once, within a week."""

    role: Role
    name: str
    unit: str
    payload: str

    def link(self, public_url: str) -> str:
        """Return the page to open."""
        return f"{public_url}/officer?start={self.payload}"


async def counts(db: AsyncConnection, *, now: datetime) -> Counts:
    """Count the demo's rows; overdue as of `now`."""
    own_cases, own_petitions = case_file.c.demo == true(), petition.c.demo == true()
    c = case_file.c
    late = own_cases & (c.state != State.CLOSED.value) & c.paused_at.is_(None) & (c.due_at <= now)
    return Counts(
        petitions=await _count(db, petition, own_petitions),
        cases=await _count(db, case_file, own_cases),
        officers=await _count(db, officer, officer.c.demo == true()),
        communes=len(await _by(db, petition.c.commune_code, own_petitions)),
        provinces=len(await _by(db, petition.c.province_code, own_petitions)),
        overdue=await _count(db, case_file, late),
        confidential=await _count(db, case_file, own_cases & c.confidential),
        danger=await _count(db, case_file, own_cases & c.danger),
        kinds=_ordered(await _by(db, petition.c.kind, own_petitions), tuple(Kind)),
        organisations=_ordered(await _by(db, petition.c.organisation, own_petitions), tuple(Organisation)),
        origins=await _by(db, petition.c.origin, own_petitions),
        states=_ordered(await _by(db, c.state, own_cases & (c.state != State.CLOSED.value)), tuple(State)),
        outcomes=_ordered(await _by(db, c.outcome, own_cases & c.outcome.is_not(None)), tuple(Outcome)),
    )


async def _count(db: AsyncConnection, table: Table, where: ColumnElement[bool]) -> int:
    return int((await db.execute(select(func.count()).select_from(table).where(where))).scalar_one())


async def _by(db: AsyncConnection, column: Column[Any], where: ColumnElement[bool]) -> dict[str, int]:
    rows = await db.execute(select(column, func.count()).where(where).group_by(column).order_by(column))
    return {row[0]: row[1] for row in rows}


def _ordered(found: Mapping[str, int], codes: Sequence[Code]) -> dict[str, int]:
    return {code.value: found[code.value] for code in codes if code.value in found}


async def logins(db: AsyncConnection, *, now: datetime) -> list[Login]:
    """
    Make new invitations for an officer and the leader of the showcase commune's Front; older ones are gone with it.

    Their tokens are drawn anew each time and stored nowhere: whoever knows the seed cannot guess them.
    """
    scope = officer_scope.c
    query = (
        select(officer.c.id, officer.c.name, officer.c.roles)
        .join(officer_scope, scope.officer_id == officer.c.id)
        .where(
            officer.c.demo == true(), officer.c.disabled_at.is_(None),
            scope.unit_code == SHOWCASE, scope.organisation == Organisation.FRONT.value,
        )
        .order_by(officer.c.id)
    )  # fmt: skip
    accounts = (await db.execute(query)).all()
    where = (await db.execute(select(unit.c.type, unit.c.name).where(unit.c.code == SHOWCASE))).one()
    found = []
    for role in _LOGINS:
        account = next((row for row in accounts if row.roles == [role.value]), None)
        if account is not None:
            unused = (invitation.c.officer_id == account.id) & invitation.c.used_at.is_(None)
            await db.execute(delete(invitation).where(unused))
            made = await officers.invite(db, account.id, now=now)
            name = f"{TYPE_WORDS[UnitType(where.type)]} {where.name}"
            found.append(Login(role, account.name, name, made.payload))
    return found
