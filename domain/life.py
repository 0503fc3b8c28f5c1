"""The life of a case: its states, who may take which step in each, how it can end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from domain.codes import Code
from domain.errors import NotAllowed, OutcomeNotAllowed, StepNotAllowed
from domain.roles import HANDLERS, Role


class State(Code):
    """Where a case stands. Overdue is computed from its due date, an extension is an event: no states."""

    RECEIVED = "received"
    NEEDS_INFORMATION = "needs_information"
    ACCEPTED = "accepted"
    VERIFYING = "verifying"
    REFERRED = "referred"
    AUTHORITY_RECEIVED = "authority_received"
    IN_PROGRESS = "in_progress"
    ANSWERED = "answered"
    CHECKING = "checking"
    CLOSED = "closed"


class Outcome(Code):
    """How a case ended. An answer on paper is not a mended road: explained and resolved are two things."""

    RESOLVED = "resolved"
    EXPLAINED = "explained"
    GUIDED = "guided"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    FILED = "filed"


class Step(Code):
    """Everything that can be done to a case, each one an event in its history."""

    ACCEPT = "accept"
    CLASSIFY = "classify"
    ASK = "ask"
    SUPPLY = "supply"
    VERIFY = "verify"
    REFER = "refer"
    ACKNOWLEDGE = "acknowledge"
    START = "start"
    EXTEND = "extend"
    REMIND = "remind"
    HAND_BACK = "hand_back"
    ANSWER = "answer"
    CHECK = "check"
    CONFIRM = "confirm"
    DISPUTE = "dispute"
    CLOSE = "close"
    PROPOSE_DECLINE = "propose_decline"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    MERGE = "merge"
    UNMERGE = "unmerge"
    SPLIT = "split"
    REOPEN = "reopen"
    REASSIGN = "reassign"
    RECUSE = "recuse"
    NOTE = "note"
    REPLY = "reply"
    CORRECT = "correct"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Transition:
    """One cell of the table: where a step leads from a state, and which roles may take it."""

    to: State
    who: frozenset[Role]


ANY: Final = frozenset(State)
CLOSED: Final = frozenset({State.CLOSED})
OPEN: Final = ANY - CLOSED
BEFORE_REFERRAL: Final = frozenset({State.RECEIVED, State.NEEDS_INFORMATION, State.ACCEPTED, State.VERIFYING})
WITH_AUTHORITY: Final = frozenset({State.REFERRED, State.AUTHORITY_RECEIVED, State.IN_PROGRESS})
AFTER_ANSWER: Final = frozenset({State.ANSWERED, State.CHECKING})

_RESIDENT_OR_HANDLER: Final = HANDLERS | {Role.RESIDENT}
_STAYS: Final = None

_MOVES: Final[tuple[tuple[Step, frozenset[State], State | None, frozenset[Role]], ...]] = (
    # step, from any of, to (or stays), by any of. A later row of the same step and state would be an error.
    (
        Step.ACCEPT,
        frozenset({State.RECEIVED, State.NEEDS_INFORMATION}),
        State.ACCEPTED,
        HANDLERS | {Role.SYSTEM},
    ),
    (Step.CLASSIFY, frozenset({State.RECEIVED}), State.ACCEPTED, HANDLERS),
    (Step.CLASSIFY, OPEN - {State.RECEIVED}, _STAYS, HANDLERS),
    (Step.ASK, BEFORE_REFERRAL, State.NEEDS_INFORMATION, HANDLERS),
    # The authority's clock goes on while the resident is asked: the case stays with it.
    (Step.ASK, WITH_AUTHORITY | AFTER_ANSWER, _STAYS, HANDLERS),
    (
        Step.SUPPLY,
        frozenset({State.NEEDS_INFORMATION}),
        State.ACCEPTED,
        _RESIDENT_OR_HANDLER | {Role.COLLABORATOR},
    ),
    (Step.SUPPLY, OPEN - {State.NEEDS_INFORMATION}, _STAYS, _RESIDENT_OR_HANDLER | {Role.COLLABORATOR}),
    (Step.VERIFY, BEFORE_REFERRAL - {State.VERIFYING}, State.VERIFYING, HANDLERS),
    (Step.REFER, OPEN, State.REFERRED, HANDLERS),
    (Step.ACKNOWLEDGE, frozenset({State.REFERRED}), State.AUTHORITY_RECEIVED, HANDLERS),
    (
        Step.START,
        frozenset({State.ACCEPTED, State.VERIFYING, State.REFERRED, State.AUTHORITY_RECEIVED}),
        State.IN_PROGRESS,
        HANDLERS,
    ),
    (Step.EXTEND, WITH_AUTHORITY | {State.ACCEPTED, State.VERIFYING}, _STAYS, HANDLERS),
    (Step.REMIND, WITH_AUTHORITY, _STAYS, HANDLERS | {Role.SYSTEM}),
    (Step.HAND_BACK, WITH_AUTHORITY, State.ACCEPTED, HANDLERS),
    (Step.ANSWER, WITH_AUTHORITY | AFTER_ANSWER, State.ANSWERED, HANDLERS),
    (Step.CHECK, WITH_AUTHORITY | {State.ANSWERED}, State.CHECKING, HANDLERS),
    # "It is mended" may come at any time; the officer then checks and closes.
    (Step.CONFIRM, OPEN, State.CHECKING, _RESIDENT_OR_HANDLER),
    (Step.DISPUTE, AFTER_ANSWER, State.ACCEPTED, _RESIDENT_OR_HANDLER),
    (Step.CLOSE, OPEN - {State.REFERRED, State.AUTHORITY_RECEIVED}, State.CLOSED, HANDLERS),
    (Step.PROPOSE_DECLINE, BEFORE_REFERRAL, _STAYS, HANDLERS),
    (Step.DECLINE, BEFORE_REFERRAL, State.CLOSED, frozenset({Role.LEADER, Role.APPROVER})),
    (Step.WITHDRAW, OPEN, State.CLOSED, _RESIDENT_OR_HANDLER),
    (Step.MERGE, OPEN, State.CLOSED, HANDLERS),
    (Step.UNMERGE, CLOSED, State.ACCEPTED, HANDLERS),
    (Step.SPLIT, OPEN, _STAYS, _RESIDENT_OR_HANDLER),
    (Step.REOPEN, CLOSED, State.ACCEPTED, _RESIDENT_OR_HANDLER),
    (Step.REASSIGN, OPEN, _STAYS, HANDLERS | {Role.ADMINISTRATOR}),
    (Step.RECUSE, OPEN, _STAYS, HANDLERS | {Role.APPROVER}),
    (Step.NOTE, ANY, _STAYS, HANDLERS | {Role.APPROVER, Role.COLLABORATOR}),
    (Step.REPLY, ANY, _STAYS, HANDLERS),
    (Step.CORRECT, ANY, _STAYS, HANDLERS),
    (Step.RATE, CLOSED, _STAYS, frozenset({Role.RESIDENT})),
)

TRANSITIONS: Final[Mapping[tuple[State, Step], Transition]] = MappingProxyType(
    {(state, step): Transition(to or state, who) for step, states, to, who in _MOVES for state in states}
)
"""The whole table. What is not in it cannot be done."""

CLOSINGS: Final[Mapping[Outcome, frozenset[State]]] = MappingProxyType(
    {
        Outcome.RESOLVED: frozenset({State.CHECKING}),
        Outcome.EXPLAINED: frozenset({State.ACCEPTED, State.VERIFYING, State.IN_PROGRESS}) | AFTER_ANSWER,
        Outcome.GUIDED: BEFORE_REFERRAL,
        Outcome.FILED: BEFORE_REFERRAL,
    }
)
"""Outcomes of `Step.CLOSE` and the states they are possible in. Resolved needs a check with the resident."""

_OWN_OUTCOMES: Final[Mapping[Step, Outcome]] = MappingProxyType(
    {
        Step.DECLINE: Outcome.DECLINED,
        Step.WITHDRAW: Outcome.WITHDRAWN,
        Step.MERGE: Outcome.MERGED,
    }
)

REOPENING: Final = frozenset({Step.REOPEN, Step.DISPUTE})
"""Steps after which residents read "being looked at again"."""

NEEDS_REASON: Final = frozenset(
    {
        Step.EXTEND,
        Step.HAND_BACK,
        Step.DISPUTE,
        Step.PROPOSE_DECLINE,
        Step.DECLINE,
        Step.REOPEN,
        Step.REASSIGN,
    }
)
"""Steps that are refused without a reason in words."""


def next_state(state: State, step: Step) -> State:
    """
    Return the state after a step.

    Raises:
        StepNotAllowed: the state does not permit the step.
    """
    return _transition(state, step).to


def check_step(state: State, step: Step, roles: Collection[Role], *, outcome: Outcome | None = None) -> State:
    """
    Return the state after a step by somebody with these roles; `outcome` is that of a closed case.

    Raises:
        StepNotAllowed: the state does not permit the step to anybody.
        NotAllowed: it does, to other roles.
    """
    transition = _transition(state, step)
    if not _fits_outcome(step, outcome):
        raise StepNotAllowed(state, step)
    if transition.who.isdisjoint(roles):
        raise NotAllowed(f"step {step} takes one of the roles {', '.join(sorted(transition.who))}")
    return transition.to


def steps_open_to(state: State, roles: Collection[Role], *, outcome: Outcome | None = None) -> tuple[Step, ...]:
    """Return the steps that somebody with these roles may take now, in the order of `Step`."""
    return tuple(
        step
        for step in Step
        if (found := TRANSITIONS.get((state, step)))
        and not found.who.isdisjoint(roles)
        and _fits_outcome(step, outcome)
    )


def outcomes_open_from(state: State) -> tuple[Outcome, ...]:
    """Return the outcomes that `Step.CLOSE` may give in this state."""
    return tuple(outcome for outcome, states in CLOSINGS.items() if state in states)


def outcome_after(state: State, step: Step, chosen: Outcome | None = None) -> Outcome | None:
    """
    Return the outcome of a case after a step: that of decline, withdraw or merge, the chosen one of close.

    None for every step that leaves the case open; a closed case keeps what it had when a step leaves it
    closed.

    Raises:
        StepNotAllowed: the state does not permit the step.
        OutcomeNotAllowed: close without an outcome, or with one that this state does not permit.
    """
    if next_state(state, step) is not State.CLOSED:
        return None
    if state is State.CLOSED:
        return chosen
    outcome = _OWN_OUTCOMES.get(step, chosen)
    fits = step in _OWN_OUTCOMES or (outcome is not None and state in CLOSINGS.get(outcome, frozenset()))
    if not fits:
        raise OutcomeNotAllowed(state, step, outcome)
    return outcome


def states_after(start: State, steps: Iterable[Step]) -> State:
    """
    Return where a history leads.

    Raises:
        StepNotAllowed: the history is impossible.
    """
    for step in steps:
        start = next_state(start, step)
    return start


def _transition(state: State, step: Step) -> Transition:
    found = TRANSITIONS.get((state, step))
    if found is None:
        raise StepNotAllowed(state, step)
    return found


def _fits_outcome(step: Step, outcome: Outcome | None) -> bool:
    # The petitions of a merged case went elsewhere: it is brought back by undoing the merge, not by
    # reopening.
    if step is Step.UNMERGE:
        return outcome in {None, Outcome.MERGED}
    return outcome is not Outcome.MERGED or step not in {Step.REOPEN, Step.RATE}
