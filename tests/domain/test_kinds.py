from __future__ import annotations

import pytest

from domain.emergency import Danger, Hotline, hotlines_for
from domain.kinds import TAKEN_IN_CHAT, TREATED_AS_CONFIDENTIAL, Kind, Organisation
from domain.subjects import COMPETENCES, RESTRICTED, Subject, co_ordinating


@pytest.mark.parametrize("kind", [Kind.COMPLAINT, Kind.DENUNCIATION])
def test_a_chat_message_is_no_valid_complaint_or_denunciation(kind):
    assert kind.needs_proper_form
    assert kind not in TAKEN_IN_CHAT
    assert not kind.withdrawn_by_button


@pytest.mark.parametrize("kind", [Kind.RECOMMENDATION, Kind.OBSERVATION, Kind.COMMENT, Kind.THANKS])
def test_a_chat_message_is_enough_for_the_other_kinds(kind):
    assert not kind.needs_proper_form
    assert kind in TAKEN_IN_CHAT
    assert kind.withdrawn_by_button


def test_only_a_denunciation_is_confidential_by_law_and_a_complaint_is_treated_so_too():
    assert [kind for kind in Kind if kind.is_confidential_by_nature] == [Kind.DENUNCIATION]
    assert {Kind.COMPLAINT, Kind.DENUNCIATION} == TREATED_AS_CONFIDENTIAL


def test_thanks_are_petitions_without_a_case():
    assert [kind for kind in Kind if not kind.becomes_case] == [Kind.THANKS]


def test_there_are_six_organisations():
    assert len(Organisation) == 6


def test_every_subject_names_an_office_at_both_levels_and_an_organisation():
    for subject in Subject:
        competence = COMPETENCES[subject]
        assert competence.commune
        assert competence.province
        assert competence.organisations
        assert {office.level.value for office in competence.commune} == {"commune"}
        assert {office.level.value for office in competence.province} == {"province"}


def test_workers_matters_go_to_the_trade_union_and_farming_to_the_farmers():
    assert co_ordinating(Subject.WORK) == (Organisation.TRADE_UNION,)
    assert co_ordinating(Subject.FARMING) == (Organisation.FARMERS,)


def test_the_conduct_of_officials_is_a_restricted_subject():
    assert {Subject.OFFICIALS} == RESTRICTED


@pytest.mark.parametrize("danger", [None, *Danger])
def test_every_danger_shows_all_five_hotlines_once(danger):
    assert sorted(hotlines_for(danger)) == sorted(Hotline)


def test_the_hotline_that_is_needed_comes_first():
    assert hotlines_for(Danger.FIRE)[0] is Hotline.FIRE
    assert hotlines_for(Danger.CHILD_ABUSE)[0] is Hotline.CHILDREN
    assert hotlines_for(Danger.LANDSLIDE)[0] is Hotline.RESCUE
    assert hotlines_for(Danger.VIOLENCE)[0] is Hotline.POLICE
    assert hotlines_for(Danger.MEDICAL)[0] is Hotline.AMBULANCE
