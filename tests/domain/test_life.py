from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import NotAllowed, OutcomeNotAllowed, StepNotAllowed
from domain.life import (
    _MOVES,
    CLOSINGS,
    NEEDS_REASON,
    OPEN,
    TRANSITIONS,
    WITH_AUTHORITY,
    Outcome,
    State,
    Step,
    check_step,
    next_state,
    outcome_after,
    outcomes_open_from,
    states_after,
    steps_open_to,
)
from domain.roles import HANDLERS, Role

OFFICER = {Role.OFFICER}
RESIDENT = {Role.RESIDENT}

states = st.sampled_from(State)
steps = st.sampled_from(Step)
roles = st.sets(st.sampled_from(Role))


def test_the_main_way_leads_from_received_to_closed():
    way = [
        Step.ACCEPT,
        Step.VERIFY,
        Step.REFER,
        Step.ACKNOWLEDGE,
        Step.START,
        Step.ANSWER,
        Step.CHECK,
        Step.CLOSE,
    ]

    assert states_after(State.RECEIVED, way) is State.CLOSED


def test_no_row_of_the_table_contradicts_another():
    cells = Counter((state, step) for step, from_states, _, _ in _MOVES for state in from_states)

    assert {cell: times for cell, times in cells.items() if times > 1} == {}
    assert len(TRANSITIONS) == len(cells)


def test_every_state_is_reached_from_received():
    reached, frontier = {State.RECEIVED}, [State.RECEIVED]
    while frontier:
        state = frontier.pop()
        for step in Step:
            if (state, step) in TRANSITIONS and (to := next_state(state, step)) not in reached:
                reached.add(to)
                frontier.append(to)

    assert reached == set(State)


def test_every_step_can_be_taken_by_somebody_from_some_state():
    assert {step for _, step in TRANSITIONS} == set(Step)
    assert all(transition.who for transition in TRANSITIONS.values())


@given(states, roles)
def test_the_table_answers_for_every_state_and_every_set_of_roles(state, held):
    open_steps = steps_open_to(state, held)

    for step in Step:
        if step in open_steps:
            assert check_step(state, step, held) in State
        else:
            with pytest.raises((StepNotAllowed, NotAllowed)):
                check_step(state, step, held)


@given(st.lists(steps, max_size=30), roles)
def test_no_history_leaves_the_table(history, held):
    state = State.RECEIVED
    for step in history:
        if step in steps_open_to(state, held):
            state = check_step(state, step, held)

    assert state in State


@pytest.mark.parametrize("state", sorted(OPEN))
def test_an_open_case_can_be_withdrawn_by_the_resident(state):
    assert check_step(state, Step.WITHDRAW, RESIDENT) is State.CLOSED
    assert outcome_after(state, Step.WITHDRAW) is Outcome.WITHDRAWN


@pytest.mark.parametrize("outcome", [outcome for outcome in Outcome if outcome is not Outcome.MERGED])
def test_a_closed_case_can_be_reopened_by_the_resident_and_the_officer(outcome):
    for held in (RESIDENT, OFFICER):
        assert check_step(State.CLOSED, Step.REOPEN, held, outcome=outcome) is State.ACCEPTED


def test_a_merged_case_comes_back_by_undoing_the_merge():
    assert Step.REOPEN not in steps_open_to(State.CLOSED, OFFICER, outcome=Outcome.MERGED)
    assert check_step(State.CLOSED, Step.UNMERGE, OFFICER, outcome=Outcome.MERGED) is State.ACCEPTED


def test_only_a_merge_can_be_undone():
    with pytest.raises(StepNotAllowed):
        check_step(State.CLOSED, Step.UNMERGE, OFFICER, outcome=Outcome.RESOLVED)


def test_an_answer_is_not_a_resolution():
    with pytest.raises(OutcomeNotAllowed):
        outcome_after(State.ANSWERED, Step.CLOSE, Outcome.RESOLVED)
    assert outcome_after(State.CHECKING, Step.CLOSE, Outcome.RESOLVED) is Outcome.RESOLVED


@pytest.mark.parametrize("state", [State.REFERRED, State.AUTHORITY_RECEIVED])
def test_a_case_that_waits_for_an_authority_cannot_be_closed_by_the_officer(state):
    with pytest.raises(StepNotAllowed):
        check_step(state, Step.CLOSE, OFFICER)


@pytest.mark.parametrize("state", sorted(State))
def test_closing_is_open_exactly_where_an_outcome_is(state):
    closable = Step.CLOSE in steps_open_to(state, OFFICER)

    assert closable == bool(outcomes_open_from(state))


@pytest.mark.parametrize(("outcome", "open_in"), list(CLOSINGS.items()))
def test_an_outcome_outside_its_states_is_refused(outcome, open_in):
    for state in OPEN - {State.REFERRED, State.AUTHORITY_RECEIVED}:
        if state in open_in:
            assert outcome_after(state, Step.CLOSE, outcome) is outcome
        else:
            with pytest.raises(OutcomeNotAllowed):
                outcome_after(state, Step.CLOSE, outcome)


def test_closing_without_an_outcome_is_refused():
    with pytest.raises(OutcomeNotAllowed):
        outcome_after(State.CHECKING, Step.CLOSE)


@pytest.mark.parametrize("chosen", [Outcome.DECLINED, Outcome.WITHDRAWN, Outcome.MERGED])
def test_close_cannot_stand_for_declining_withdrawing_or_merging(chosen):
    with pytest.raises(OutcomeNotAllowed):
        outcome_after(State.ACCEPTED, Step.CLOSE, chosen)


def test_an_open_case_has_no_outcome_and_a_closed_one_keeps_it():
    assert outcome_after(State.CLOSED, Step.REOPEN) is None
    assert outcome_after(State.CLOSED, Step.RATE, Outcome.RESOLVED) is Outcome.RESOLVED


def test_declining_takes_a_leader_or_an_approver():
    assert check_step(State.ACCEPTED, Step.PROPOSE_DECLINE, OFFICER) is State.ACCEPTED
    assert check_step(State.ACCEPTED, Step.DECLINE, {Role.APPROVER}) is State.CLOSED
    with pytest.raises(NotAllowed):
        check_step(State.ACCEPTED, Step.DECLINE, OFFICER)


def test_an_officer_does_not_rate_and_a_resident_does_not_refer():
    with pytest.raises(NotAllowed):
        check_step(State.CLOSED, Step.RATE, OFFICER)
    with pytest.raises(NotAllowed):
        check_step(State.ACCEPTED, Step.REFER, RESIDENT)


@pytest.mark.parametrize("state", sorted(State))
def test_a_party_reader_changes_nothing(state):
    assert steps_open_to(state, {Role.PARTY_READER}) == ()


@pytest.mark.parametrize("state", sorted(State))
def test_a_collaborator_only_adds(state):
    assert set(steps_open_to(state, {Role.COLLABORATOR})) <= {Step.SUPPLY, Step.NOTE}


@pytest.mark.parametrize("state", sorted(State))
def test_an_administrator_only_hands_over(state):
    assert set(steps_open_to(state, {Role.ADMINISTRATOR})) <= {Step.REASSIGN}


@pytest.mark.parametrize("state", sorted(State))
def test_the_clock_never_closes_a_case(state):
    assert {next_state(state, step) for step in steps_open_to(state, {Role.SYSTEM})} <= {
        state,
        State.ACCEPTED,
    }


@pytest.mark.parametrize("state", sorted(WITH_AUTHORITY))
def test_asking_the_resident_does_not_take_the_case_from_the_authority(state):
    assert next_state(state, Step.ASK) is state
    assert next_state(state, Step.SUPPLY) is state


def test_asking_before_the_referral_waits_for_the_resident():
    assert next_state(State.ACCEPTED, Step.ASK) is State.NEEDS_INFORMATION
    assert next_state(State.NEEDS_INFORMATION, Step.SUPPLY) is State.ACCEPTED


@pytest.mark.parametrize("state", sorted(WITH_AUTHORITY))
def test_an_extension_is_an_event_and_no_state(state):
    assert next_state(state, Step.EXTEND) is state


def test_a_resident_who_disagrees_brings_the_case_back():
    assert check_step(State.ANSWERED, Step.DISPUTE, RESIDENT) is State.ACCEPTED
    assert check_step(State.CHECKING, Step.DISPUTE, RESIDENT) is State.ACCEPTED


@pytest.mark.parametrize("state", sorted(OPEN))
def test_it_is_mended_leads_to_a_check_and_not_to_a_closed_case(state):
    assert check_step(state, Step.CONFIRM, RESIDENT) is State.CHECKING


def test_steps_come_in_one_order():
    for state in State:
        open_steps = steps_open_to(state, HANDLERS)
        assert list(open_steps) == [step for step in Step if step in open_steps]


def test_refusals_and_delays_need_a_reason():
    assert {Step.DECLINE, Step.REOPEN, Step.EXTEND} <= NEEDS_REASON
