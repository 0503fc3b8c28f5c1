"""Who somebody is to the system: roles, scopes (units × organisations), and the actor of a change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.codes import Code
from domain.kinds import Organisation
from domain.units import UnitRef


class Role(Code):
    """What somebody may do. The last two are never granted: they are what a resident and the clock are."""

    OFFICER = "officer"
    LEADER = "leader"
    APPROVER = "approver"
    ADMINISTRATOR = "administrator"
    COLLABORATOR = "collaborator"
    PARTY_READER = "party_reader"
    RESIDENT = "resident"
    SYSTEM = "system"


GRANTABLE: Final = tuple(role for role in Role if role not in {Role.RESIDENT, Role.SYSTEM})
"""Roles that an administrator can give to an account."""

HANDLERS: Final = frozenset({Role.OFFICER, Role.LEADER})
"""Roles that handle cases. In a small commune the leader is the only officer."""

CASE_READERS: Final = HANDLERS | {Role.APPROVER, Role.COLLABORATOR}
"""Roles that see cases at all: Party readers see figures, administrators see accounts."""

CONFIDENTIAL_READERS: Final = HANDLERS | {Role.APPROVER}

READERS_OF_PERSONAL_DATA: Final = HANDLERS
"""Collaborators enter petitions and Party readers see figures: neither sees names or phones of others."""

EVERY: Final = "all"
"""Stands for every unit, or every organisation, where a scope is written."""


@dataclass(frozen=True, slots=True)
class Scope:
    """
    Where an account works.

    A unit of None means every unit, an organisation of None every organisation. A province's code covers
    its communes.
    """

    unit: str | None = None
    organisation: Organisation | None = None

    def covers(self, unit: UnitRef, organisation: Organisation) -> bool:
        """Tell whether a body lies in the scope. The Front of a unit sees the other organisations there."""
        in_unit = self.unit is None or self.unit in {unit.code, unit.province}
        return in_unit and self.organisation in {None, organisation, Organisation.FRONT}

    @property
    def code(self) -> str:
        """How it is written: "19867/mttq", "46/all"."""
        return f"{self.unit or EVERY}/{self.organisation.value if self.organisation else EVERY}"

    @classmethod
    def of_code(cls, code: str) -> Scope:
        """Undo `code`; raises ValueError for an organisation that there is not."""
        unit, _, organisation = code.partition("/")
        return cls(None if unit == EVERY else unit, None if organisation == EVERY else Organisation(organisation))

    def owns(self, unit: UnitRef, organisation: Organisation) -> bool:
        """Tell whether the scope names this body itself, not a body above or beside it."""
        return self.unit == unit.code and self.organisation in {None, organisation}


def covers(scope: Scope, unit: str, organisation: Organisation, province: str | None = None) -> bool:
    """Tell whether a body lies in a scope, by codes."""
    return scope.covers(UnitRef(unit, province), organisation)


@dataclass(frozen=True, slots=True)
class StandIn:
    """In whose stead somebody handles cases while that one is away, and until which local day."""

    officer_id: int
    name: str
    until: date
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks for a change: an officer's account, a resident, or the clock."""

    officer_id: int | None = None
    roles: frozenset[Role] = frozenset()
    scopes: tuple[Scope, ...] = ()
    person_id: int | None = None
    stands_in: tuple[StandIn, ...] = ()
    """Those for whom the account stands in now: their scopes add nothing to its own, see `actions.cases.access`."""

    def has(self, *roles: Role) -> bool:
        """Tell whether the actor holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)

    def covers(self, unit: UnitRef, organisation: Organisation) -> bool:
        """Tell whether a body lies in one of the actor's scopes. For conflicts ask `routing.Conflict`."""
        return any(scope.covers(unit, organisation) for scope in self.scopes)


SYSTEM: Final = Actor(roles=frozenset({Role.SYSTEM}))
"""The clock and the bot acting by themselves."""


def resident(person_id: int) -> Actor:
    """Return a resident as the actor of a change."""
    return Actor(roles=frozenset({Role.RESIDENT}), person_id=person_id)


def officer(officer_id: int, roles: Iterable[Role], scopes: Iterable[Scope]) -> Actor:
    """
    Return an account as the actor of a change.

    Raises:
        ValueError: a role that is never granted.
    """
    granted = frozenset(roles)
    if not granted <= frozenset(GRANTABLE):
        raise ValueError(f"not a role of an account: {', '.join(sorted(granted - frozenset(GRANTABLE)))}")
    return Actor(officer_id=officer_id, roles=granted, scopes=tuple(scopes))
