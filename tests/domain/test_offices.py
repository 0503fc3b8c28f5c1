from __future__ import annotations

import pytest

from domain.kinds import Organisation
from domain.offices import Office, may_set_office, own_bodies, parse_phone
from domain.roles import Actor, Role, Scope
from domain.units import UnitRef

COMMUNE = UnitRef("19867", "46")
FRONT, WOMEN = Organisation.FRONT, Organisation.WOMEN


def an_actor(*scopes: Scope, role: Role = Role.OFFICER) -> Actor:
    return Actor(officer_id=1, roles=frozenset({role}), scopes=scopes)


@pytest.mark.parametrize(
    ("actor", "may"),
    [
        (an_actor(Scope("19867", FRONT)), True),
        (an_actor(Scope("19867", None)), True),
        (an_actor(Scope("19867", FRONT), role=Role.LEADER), True),
        (an_actor(Scope("19867", WOMEN)), False),
        (an_actor(Scope("19870", FRONT)), False),
        (an_actor(Scope("46", FRONT)), False),  # the province above has an office of its own
        (an_actor(Scope(None, None)), False),
        (an_actor(Scope("19867", FRONT), role=Role.COLLABORATOR), False),
        (an_actor(role=Role.ADMINISTRATOR), True),
        (Actor(), False),
    ],
)
def test_an_office_is_its_own_officers_and_the_administrators_to_change(actor, may):
    assert may_set_office(actor, COMMUNE, FRONT) is may


def test_an_account_s_own_bodies_are_those_that_its_scopes_name():
    scopes = (Scope("19867", WOMEN), Scope("46", None), Scope(None, FRONT), Scope("46", FRONT))

    assert own_bodies(an_actor(*scopes)) == (("19867", WOMEN), *(("46", organisation) for organisation in Organisation))
    assert own_bodies(an_actor(*scopes, role=Role.ADMINISTRATOR)) == ()


@pytest.mark.parametrize("text", ["113", "0234 3822 123", "0912.345.678, 0905 111 222 (máy lẻ 12)"])
def test_any_number_that_can_be_phoned_is_kept_as_written(text):
    assert parse_phone(text) == text


@pytest.mark.parametrize("text", ["", "hỏi bảo vệ", "số 12"])
def test_words_without_a_number_are_no_phone(text):
    with pytest.raises(ValueError, match="office-phone-not-understood"):
        parse_phone(text)


def test_an_office_with_one_part_is_not_empty():
    assert Office().is_empty
    assert Office(name="Xã Quảng Điền").is_empty
    assert not Office(hours="7:30").is_empty
