from __future__ import annotations

import pytest

from domain.authorities import Authority
from domain.kinds import Organisation
from domain.roles import GRANTABLE, SYSTEM, Actor, Role, Scope, covers, officer, resident
from domain.routing import Body, Conflict, owner_chain, suggest_authorities
from domain.subjects import Subject
from domain.units import CENTRE, Level, UnitRef, level_of

COMMUNE = UnitRef("16732", "40")
NEIGHBOUR = UnitRef("16708", "40")
PROVINCE = UnitRef("40")
FRONT, WOMEN, YOUTH = Organisation.FRONT, Organisation.WOMEN, Organisation.YOUTH


@pytest.mark.parametrize(
    ("code", "level"),
    [("00", Level.CENTRE), ("40", Level.PROVINCE), ("16732", Level.COMMUNE), ("00070", Level.COMMUNE)],
)
def test_a_unit_code_tells_its_level(code, level):
    assert level_of(code) is level


@pytest.mark.parametrize("code", ["", "4", "167", "abcde", "167321", "１６７３２"])
def test_what_is_no_unit_code_is_refused(code):
    with pytest.raises(ValueError, match="not a unit code"):
        level_of(code)


@pytest.mark.parametrize(
    ("scope", "unit", "organisation", "seen"),
    [
        (Scope("16732", WOMEN), COMMUNE, WOMEN, True),
        (Scope("16732", WOMEN), COMMUNE, YOUTH, False),
        (Scope("16732", WOMEN), COMMUNE, FRONT, False),
        (Scope("16732", FRONT), COMMUNE, WOMEN, True),
        (Scope("16732", FRONT), NEIGHBOUR, FRONT, False),
        (Scope("16732", None), COMMUNE, YOUTH, True),
        (Scope("40", WOMEN), COMMUNE, WOMEN, True),
        (Scope("40", WOMEN), COMMUNE, YOUTH, False),
        (Scope("40", FRONT), COMMUNE, YOUTH, True),
        (Scope("40", FRONT), UnitRef("00070", "01"), FRONT, False),
        (Scope("16732", FRONT), PROVINCE, FRONT, False),
        (Scope(None, None), COMMUNE, WOMEN, True),
        (Scope(None, WOMEN), PROVINCE, WOMEN, True),
    ],
)
def test_a_scope_covers_its_unit_its_communes_and_for_the_front_every_organisation(scope, unit, organisation, seen):
    assert scope.covers(unit, organisation) is seen
    assert covers(scope, unit.code, organisation, unit.province) is seen


def test_a_scope_owns_only_the_body_that_it_names():
    assert Scope("16732", FRONT).owns(COMMUNE, FRONT)
    assert not Scope("16732", FRONT).owns(COMMUNE, WOMEN)
    assert not Scope("40", FRONT).owns(COMMUNE, FRONT)


def test_an_officer_covers_what_one_of_the_scopes_covers():
    actor = officer(7, [Role.OFFICER], [Scope("16732", WOMEN), Scope("16708", YOUTH)])

    assert actor.covers(NEIGHBOUR, YOUTH)
    assert not actor.covers(NEIGHBOUR, WOMEN)


def test_a_resident_and_the_clock_cover_nothing_and_hold_one_role():
    assert resident(5) == Actor(roles=frozenset({Role.RESIDENT}), person_id=5)
    assert not resident(5).covers(COMMUNE, FRONT)
    assert SYSTEM.has(Role.SYSTEM)
    assert not SYSTEM.has(*GRANTABLE)


@pytest.mark.parametrize("role", [Role.RESIDENT, Role.SYSTEM])
def test_no_account_is_ever_made_a_resident_or_the_clock(role):
    with pytest.raises(ValueError, match="not a role of an account"):
        officer(7, [role], [])


def test_the_chosen_body_owns_then_the_communes_front_then_the_provinces():
    assert owner_chain(COMMUNE, WOMEN) == (Body(COMMUNE, WOMEN), Body(COMMUNE, FRONT), Body(PROVINCE, FRONT))


def test_the_front_stands_in_the_chain_once():
    assert owner_chain(COMMUNE, FRONT) == (Body(COMMUNE, FRONT), Body(PROVINCE, FRONT))


def test_a_province_ends_at_its_own_front():
    assert owner_chain(PROVINCE, YOUTH) == (Body(PROVINCE, YOUTH), Body(PROVINCE, FRONT))


def test_an_accused_leader_moves_the_case_one_level_up():
    chain = owner_chain(COMMUNE, WOMEN, leader_accused=True)

    assert chain == (Body(PROVINCE, WOMEN), Body(PROVINCE, FRONT), Body(UnitRef(CENTRE), FRONT))


def test_an_accused_leader_of_a_province_moves_the_case_to_the_centre():
    chain = owner_chain(PROVINCE, FRONT, leader_accused=True)

    assert chain == (Body(UnitRef(CENTRE), FRONT),)


def test_above_the_centre_there_is_nobody():
    assert owner_chain(UnitRef(CENTRE), FRONT, leader_accused=True) == ()
    assert UnitRef(CENTRE).superior is None


@pytest.mark.parametrize(
    "conflict",
    [
        Conflict(accused=frozenset({7})),
        Conflict(subordinates=frozenset({7})),
        Conflict(declared=frozenset({7})),
    ],
)
def test_the_accused_their_subordinates_and_those_who_declared_it_are_kept_away(conflict):
    assert conflict.bars(7)
    assert not conflict.bars(8)
    assert not conflict.bars(None)


def test_a_road_goes_to_the_communes_office_first_and_then_up():
    assert suggest_authorities(Subject.ROADS) == (
        Authority.ECONOMY_OFFICE,
        Authority.COMMUNE_COMMITTEE,
        Authority.CONSTRUCTION,
    )


def test_a_road_at_the_province_goes_to_the_department():
    assert suggest_authorities(Subject.ROADS, Level.PROVINCE) == (
        Authority.CONSTRUCTION,
        Authority.PROVINCE_COMMITTEE,
    )


@pytest.mark.parametrize("subject", list(Subject))
@pytest.mark.parametrize("level", [Level.COMMUNE, Level.PROVINCE])
def test_every_subject_has_an_authority_and_none_twice(subject, level):
    found = suggest_authorities(subject, level)

    assert found
    assert len(found) == len(set(found))


@pytest.mark.parametrize("subject", list(Subject))
def test_a_matter_about_a_communes_leader_never_goes_to_the_commune(subject):
    found = suggest_authorities(subject, Level.COMMUNE, leader_accused=True)

    assert found[0] is Authority.PROVINCE_CHAIR
    assert all(authority.level is Level.PROVINCE for authority in found)


@pytest.mark.parametrize("subject", list(Subject))
def test_a_matter_about_a_provinces_leader_never_goes_to_the_province(subject):
    found = suggest_authorities(subject, Level.PROVINCE, leader_accused=True)

    assert {authority.level for authority in found} == {Level.CENTRE}


def test_the_conduct_of_an_official_goes_to_whoever_manages_them():
    assert suggest_authorities(Subject.OFFICIALS)[0] is Authority.COMMUNE_CHAIR
    assert Authority.COMMUNE_COMMITTEE not in suggest_authorities(Subject.OFFICIALS)
