"""The officers of the demo: invented people at the bodies of its communes and provinces, every role among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from bot.demo.dice import dice
from bot.demo.material import SHOWCASE, Material
from bot.demo.voices import person_name
from domain.kinds import Organisation
from domain.roles import HANDLERS, Actor, Role, Scope
from domain.routing import Body

FOR_ALL: Final = "20014"
"""Hóa Châu: a commune where one officer works for all six organisations."""

_BUSIEST: Final = 0.7
"""How much of a body's work its first officer has: the one whom a visitor may log in as."""

_BOTH: Final = (Role.OFFICER, Role.LEADER)


@dataclass(frozen=True, slots=True)
class Post:
    """An account to be made."""

    name: str
    roles: tuple[Role, ...]
    scopes: tuple[Scope, ...]


def posts(seed: int, material: Material) -> list[Post]:
    """Return every account of the demo; no two of one name."""
    rng, taken = dice(seed, "officers"), set[str]()
    return [Post(_new_name(material, rng, taken), roles, (scope,)) for roles, scope in _places(material)]


def _new_name(material: Material, rng: Random, taken: set[str]) -> str:
    while (name := person_name(material.names, rng)) in taken:
        pass
    taken.add(name)
    return name + material.names.mark


def _places(material: Material) -> Iterator[tuple[tuple[Role, ...], Scope]]:
    front = Organisation.FRONT
    for province in material.provinces:
        yield from (((role,), Scope(province, front)) for role in (Role.LEADER, Role.APPROVER, Role.PARTY_READER))
        yield from [((Role.OFFICER,), Scope(province, front))] * 2
        yield from (
            (_BOTH, Scope(province, organisation)) for organisation in Organisation if organisation is not front
        )
    for commune in material.communes:
        code = commune.unit.code
        for organisation in commune.staff:
            scope = Scope(code, organisation)
            if organisation is front:
                yield (Role.LEADER,), scope
                yield from [((Role.OFFICER,), scope)] * 2
            elif code == SHOWCASE:
                yield (Role.LEADER,), scope
                yield (Role.OFFICER,), scope
            else:
                yield _BOTH, scope
    yield (Role.COLLABORATOR,), Scope(SHOWCASE, front)
    yield (Role.OFFICER,), Scope(FOR_ALL, None)


@dataclass(frozen=True, slots=True)
class Cast:
    """The accounts that were made, as actors, in the order of `posts`."""

    actors: tuple[Actor, ...]

    def handler(self, body: Body, officer_id: int | None, barred: Sequence[int], rng: Random) -> Actor:
        """Return who of a body takes a case on: whoever has it, else one of its officers, else its leader."""
        own = [
            actor
            for actor in self.actors
            if actor.has(*HANDLERS)
            and actor.officer_id not in barred
            and any(scope.owns(body.unit, body.organisation) for scope in actor.scopes)
        ]
        for actor in own:
            if actor.officer_id == officer_id:
                return actor
        plain = [actor for actor in own if not actor.has(Role.LEADER)] or own
        return plain[0] if rng.random() < _BUSIEST else rng.choice(plain)

    def decider(self, body: Body, barred: Sequence[int]) -> Actor:
        """Return who declines a case of a body: the nearest leader above its officers."""
        deciding = [
            actor
            for actor in self.actors
            if actor.has(Role.LEADER) and actor.officer_id not in barred and actor.covers(body.unit, body.organisation)
        ]
        return max(deciding, key=lambda actor: actor.scopes[0].unit == body.unit.code)
