"""What weekly digests are counted from: a week's facts of an area, read once and shared out to the leaders in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports.counting import Counting, day_begins
from actions.reports.names import Names
from domain.kinds import Organisation
from domain.roles import Scope
from domain.units import CENTRE, COMMUNE_CODE_DIGITS, PROVINCE_CODE_DIGITS, UnitRef
from domain.weekly import Week
from storage import report_facts, report_referrals
from storage.leaders import Leader
from storage.report_rows import CaseFact, Facts, PetitionFact, Reach, ReferralFact, UnitFact

BodyKey: TypeAlias = tuple[str, str]
"""Codes of commune and organisation, as residents chose them: reports count by these too."""

_NOTHING: Final[Facts] = Facts(Reach("", "", 0, 0), (), (), (), (), (), {}, (), ())


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """The petitions, cases and referrals of one area and week, by body. `Counting` is made of any part of it."""

    reach: Reach
    petitions: Mapping[BodyKey, Sequence[PetitionFact]]
    cases: Mapping[int, CaseFact]
    referrals: Mapping[BodyKey, Sequence[ReferralFact]]
    referrals_of: Mapping[int, Sequence[ReferralFact]]

    def of(self, bodies: Iterable[BodyKey], organisation: str) -> Counting:
        """Count what concerns these bodies; `organisation` "" when they are of several."""
        keys = list(bodies)
        petitions = [fact for key in keys for fact in self.petitions.get(key, ())]
        ids = sorted({fact.case_id for fact in petitions if fact.case_id is not None})
        referrals = {fact.id: fact for key in keys for fact in self.referrals.get(key, ())}
        referrals |= {fact.id: fact for id in ids for fact in self.referrals_of.get(id, ())}
        return Counting(
            replace(
                _NOTHING,
                reach=replace(self.reach, organisation=organisation),
                petitions=sorted(petitions, key=lambda fact: (fact.filed_at, fact.id, fact.case_id or 0)),
                cases=[self.cases[id] for id in ids],
                referrals=[referrals[id] for id in sorted(referrals)],
            )
        )

    def received(self, body: BodyKey) -> int:
        """Return how many petitions a body received."""
        return len({fact.id for fact in self.petitions.get(body, ())})

    def overdue(self, body: BodyKey) -> list[ReferralFact]:
        """Return the referrals of a body's cases whose answer is late."""
        return [fact for fact in self.referrals.get(body, ()) if fact.waits and fact.due_at <= self.reach.ends]

    @property
    def bodies(self) -> set[BodyKey]:
        """Every body about which there is anything."""
        return {*self.petitions, *self.referrals}


@dataclass(frozen=True, slots=True)
class Material:
    """All that the digests of leaders in one area are compiled from; `provinces` by commune."""

    week: Week
    now: WeekFacts
    before: WeekFacts
    names: Names
    provinces: Mapping[str, str]

    def bodies_of(self, scopes: Sequence[Scope]) -> list[BodyKey]:
        """Return the bodies with anything to say that these scopes cover; see `Scope.covers`."""
        found: dict[BodyKey, None] = {}
        # A commune that is on the list no more still lies in the province whose petitions were read.
        around = self.now.reach.unit if len(self.now.reach.unit) == PROVINCE_CODE_DIGITS else None
        for scope in scopes:
            if scope.unit is not None and len(scope.unit) == COMMUNE_CODE_DIGITS:
                near: Iterable[BodyKey] = [(scope.unit, organisation.value) for organisation in Organisation]
            else:
                near = sorted(self.now.bodies | self.before.bodies)
            for commune, organisation in near:
                if scope.covers(UnitRef(commune, self.provinces.get(commune, around)), Organisation(organisation)):
                    found[commune, organisation] = None
        return list(found)


def organisation_of(scopes: Sequence[Scope]) -> str:
    """Return the one organisation that scopes are about, "" for several: the Front of a unit sees all of it."""
    named = {scope.organisation for scope in scopes}
    one = next(iter(named)) if len(named) == 1 else None
    return "" if one in {None, Organisation.FRONT} else str(one)


@dataclass(frozen=True, slots=True)
class Area:
    """A commune, a province or everything (`CENTRE`), and the leaders whose digests can be compiled from it."""

    unit: str
    leaders: tuple[Leader, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is read once for all areas: names, which province a commune lies in, whether petitions are invented."""

    areas: tuple[Area, ...]
    units: Mapping[str, UnitFact]
    provinces: Mapping[str, str]
    demo: bool


async def planned(db: AsyncConnection, leaders: Sequence[Leader]) -> Plan:
    """Group leaders by what has to be read for them: a commune when there is but one, a province, or everything."""
    units = {unit.code: unit for unit in await report_facts.units_in(db, CENTRE)}
    provinces = await report_facts.provinces_of_communes(db)
    demo = not await report_facts.has_real_petitions(db)
    by_unit: dict[str, list[Leader]] = {}
    for leader in leaders:
        around = {_province(scope, provinces) for scope in leader.scopes} or {CENTRE}
        by_unit.setdefault(around.pop() if len(around) == 1 else CENTRE, []).append(leader)
    areas = tuple(Area(_narrowed(unit, those), tuple(those)) for unit, those in by_unit.items())
    return Plan(areas, units, provinces, demo)


def _narrowed(unit: str, leaders: Sequence[Leader]) -> str:
    """Return the only unit that these leaders are about, or the wider one that holds them all."""
    named = {scope.unit for leader in leaders for scope in leader.scopes}
    only = named.pop() if len(named) == 1 else None
    return unit if only is None else only


def _province(scope: Scope, provinces: Mapping[str, str]) -> str:
    if scope.unit is None or scope.unit == CENTRE:
        return CENTRE
    return scope.unit if len(scope.unit) == PROVINCE_CODE_DIGITS else provinces.get(scope.unit, CENTRE)


async def material_of(db: AsyncConnection, plan: Plan, area: Area, week: Week) -> Material:
    """
    Read what the digests of one area are compiled from.

    Give it a connection that only reads: of a large province it is busy for some tenths of a second.
    """
    now = await _facts(db, area.unit, week, demo=plan.demo)
    before = await _facts(db, area.unit, week.before, demo=plan.demo)
    return Material(week, now, before, Names(plan.units), plan.provinces)


async def _facts(db: AsyncConnection, unit: str, week: Week, *, demo: bool) -> WeekFacts:
    reach = Reach(unit, "", day_begins(week.first), day_begins(week.until), demo)
    petitions = await report_facts.petition_facts(db, reach)
    ids = sorted({fact.case_id for fact in petitions if fact.case_id is not None})
    cases = await report_facts.case_facts(db, ids)
    by_body: dict[BodyKey, list[PetitionFact]] = defaultdict(list)
    for petition in petitions:
        by_body[petition.commune, petition.organisation].append(petition)
    referrals: dict[BodyKey, list[ReferralFact]] = defaultdict(list)
    of_case: dict[int, list[ReferralFact]] = defaultdict(list)
    for referral in await report_referrals.referral_facts(db, reach, cases):
        referrals[referral.commune, referral.organisation].append(referral)
        of_case[referral.case_id].append(referral)
    return WeekFacts(reach, by_body, {case.id: case for case in cases}, referrals, of_case)
