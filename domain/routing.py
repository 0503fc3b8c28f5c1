"""Where a case goes: the body that owns it, the authority to ask, and who is kept away from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from msgspec import Struct

from domain.authorities import Authority
from domain.kinds import Organisation
from domain.subjects import COMPETENCES, Subject
from domain.units import CENTRE, Level, UnitRef


class Body(Struct, frozen=True):
    """An organisation at a unit: the one that answers."""

    unit: UnitRef
    organisation: Organisation


def owner_chain(unit: UnitRef, organisation: Organisation, *, leader_accused: bool = False) -> tuple[Body, ...]:
    """
    Return the bodies that may own a case, the first with an officer being the owner.

    The chosen body, then the commune's Front, then the province's Front. When a leader of the unit is the one
    complained about, the unit is left out and the chain starts one level up, for a denunciation against a
    head is resolved above them. Source: Luật Tố cáo 25/2018 Art 12.
    """
    start = unit.superior if leader_accused else unit
    if start is None:  # nobody stands above the centre
        return ()
    chain = [Body(start, organisation), Body(start, Organisation.FRONT)]
    if start.level is Level.COMMUNE and start.province:
        chain.append(Body(UnitRef(start.province), Organisation.FRONT))
    if leader_accused and start.level is Level.PROVINCE:
        chain.append(Body(UnitRef(CENTRE), Organisation.FRONT))
    return tuple(dict.fromkeys(chain))


class Accused(StrEnum):
    """Whom a denunciation names by post or office: nobody of theirs may be the one who reads it."""

    NOBODY = "nobody"
    COMMUNE = "commune"
    """Somebody of the commune, its Front and its hamlets among them."""
    PROVINCE = "province"
    """An office of the province other than the Front's."""
    PROVINCE_FRONT = "province_front"

    @property
    def level(self) -> Level:
        """The level of those who are named."""
        return Level.PROVINCE if self in {Accused.PROVINCE, Accused.PROVINCE_FRONT} else Level.COMMUNE


def reading_chain(commune: UnitRef, organisation: Organisation, accused: Accused) -> tuple[Body, ...]:
    """
    Return the bodies that may read what is filed in a commune, the first with an officer being the one that does.

    What accuses an office of the province is read above it. While nobody works there, its Front reads what is about
    the other offices; what is about the Front itself waits, for it can be given to none of the accused.
    """
    if accused.level is Level.COMMUNE or commune.province is None:
        return owner_chain(commune, organisation, leader_accused=accused is not Accused.NOBODY)
    province = UnitRef(commune.province)
    above = owner_chain(province, Organisation.FRONT, leader_accused=True)
    return above if accused is Accused.PROVINCE_FRONT else (*above, Body(province, Organisation.FRONT))


@dataclass(frozen=True, slots=True)
class Conflict:
    """
    Officers who may neither read, handle nor export a case.

    The persons complained about, their direct subordinates, and those who said that they are concerned.
    Source: Luật Tố cáo 25/2018 Art 12; Luật Phòng, chống tham nhũng 36/2018.
    """

    accused: frozenset[int] = frozenset()
    subordinates: frozenset[int] = frozenset()
    declared: frozenset[int] = frozenset()

    def bars(self, officer_id: int | None) -> bool:
        """Tell whether the officer is kept away from the case."""
        return officer_id is not None and officer_id in self.accused | self.subordinates | self.declared


_ABOVE: Final[dict[Level, tuple[Authority, ...]]] = {
    Level.COMMUNE: (
        Authority.PROVINCE_CHAIR,
        Authority.PROVINCE_PARTY_INSPECTION,
        Authority.PROVINCE_INSPECTORATE,
    ),
    Level.PROVINCE: (Authority.GOVERNMENT_INSPECTORATE, Authority.CENTRAL_PARTY_INSPECTION),
    Level.CENTRE: (Authority.GOVERNMENT_INSPECTORATE, Authority.CENTRAL_PARTY_INSPECTION),
}


def suggest_authorities(
    subject: Subject, level: Level = Level.COMMUNE, *, leader_accused: bool = False
) -> tuple[Authority, ...]:
    """
    Return the authorities to offer for a referral, the first to address first.

    A matter about a leader of the unit's own authorities never goes to that unit. The Front may refer and
    remind only; the officer chooses and may name another office.
    """
    if leader_accused:
        return _ABOVE[level]
    competence = COMPETENCES[subject]
    match level:
        case Level.COMMUNE:
            general = _general(subject, Authority.COMMUNE_COMMITTEE)
            return tuple(dict.fromkeys((*competence.commune, *general, *competence.province)))
        case Level.PROVINCE:
            general = _general(subject, Authority.PROVINCE_COMMITTEE)
            return tuple(dict.fromkeys((*competence.province, *general)))
        case Level.CENTRE:
            return _ABOVE[Level.CENTRE] if subject is Subject.OFFICIALS else ()


def _general(subject: Subject, committee: Authority) -> tuple[Authority, ...]:
    # A matter about a person goes to whoever manages that person, not to the committee in which they sit.
    return () if subject is Subject.OFFICIALS else (committee,)
