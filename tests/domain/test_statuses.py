from __future__ import annotations

import itertools

import pytest

from domain.life import Outcome, State
from domain.statuses import ReportGroup, Status, report_group, status_code

EVERY_CASE = [(state, None) for state in State if state is not State.CLOSED]
EVERY_CASE += [(State.CLOSED, outcome) for outcome in Outcome]


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (State.RECEIVED, "moi"),
        (State.ACCEPTED, "tiep_nhan"),
        (State.NEEDS_INFORMATION, "bo_sung"),
        (State.VERIFYING, "xac_minh"),
        (State.REFERRED, "da_chuyen"),
        (State.AUTHORITY_RECEIVED, "cq_nhan"),
        (State.IN_PROGRESS, "dang_xl"),
        (State.ANSWERED, "tra_loi"),
        (State.CHECKING, "kiem_tra"),
    ],
)
def test_an_open_case_has_the_status_of_its_state(state, code):
    assert status_code(state) == code


@pytest.mark.parametrize(
    ("outcome", "code"),
    [
        (Outcome.RESOLVED, "giai_quyet"),
        (Outcome.EXPLAINED, "giai_trinh"),
        (Outcome.GUIDED, "huong_dan"),
        (Outcome.DECLINED, "tu_choi"),
        (Outcome.WITHDRAWN, "rut"),
        (Outcome.MERGED, "trung"),
        (Outcome.FILED, "luu"),
    ],
)
def test_a_closed_case_has_the_status_of_its_outcome(outcome, code):
    assert status_code(State.CLOSED, outcome, reopened=True, extended=True) == code


def test_a_closed_case_without_an_outcome_is_a_mistake():
    with pytest.raises(ValueError, match="outcome"):
        status_code(State.CLOSED)


def test_a_reopened_case_is_looked_at_again_until_it_moves_on():
    assert status_code(State.ACCEPTED, reopened=True, classified=True) == "mo_lai"
    assert status_code(State.REFERRED, reopened=True) == "da_chuyen"


def test_an_extension_shows_while_the_authority_has_the_case():
    assert status_code(State.IN_PROGRESS, extended=True) == "gia_han"
    assert status_code(State.ANSWERED, extended=True) == "tra_loi"


def test_a_classified_case_says_so_to_officers():
    assert status_code(State.ACCEPTED, classified=True) == "phan_loai"


def test_every_status_is_given_to_some_case():
    given = {
        status_code(state, outcome, reopened=reopened, extended=extended, classified=classified)
        for (state, outcome), reopened, extended, classified in itertools.product(EVERY_CASE, *[[False, True]] * 3)
    }

    assert given == set(Status)


@pytest.mark.parametrize("outcome", [Outcome.RESOLVED, Outcome.EXPLAINED])
def test_resolved_and_explained_are_done(outcome):
    assert report_group(State.CLOSED, outcome) is ReportGroup.DONE


@pytest.mark.parametrize(
    "outcome", [Outcome.GUIDED, Outcome.DECLINED, Outcome.WITHDRAWN, Outcome.MERGED, Outcome.FILED]
)
def test_other_outcomes_stand_outside_the_base(outcome):
    assert report_group(State.CLOSED, outcome, overdue=True) is ReportGroup.OUTSIDE


@pytest.mark.parametrize("state", [state for state in State if state is not State.CLOSED])
def test_an_open_case_in_time_is_in_progress(state):
    assert report_group(state) is ReportGroup.IN_PROGRESS


@pytest.mark.parametrize("state", [State.REFERRED, State.AUTHORITY_RECEIVED, State.RECEIVED, State.ACCEPTED])
def test_overdue_without_a_sign_of_work_is_not_done(state):
    assert report_group(state, overdue=True) is ReportGroup.NOT_DONE


@pytest.mark.parametrize("state", [State.IN_PROGRESS, State.ANSWERED, State.CHECKING])
def test_late_work_is_still_work(state):
    assert report_group(state, overdue=True) is ReportGroup.IN_PROGRESS
