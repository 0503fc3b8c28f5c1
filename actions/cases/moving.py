"""The one place where a case moves: state, outcome, clock, version and the line in its story."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases.change import Change
from conversation.codec import Json
from domain.calendar import WorkCalendar, end_of_day, local_date
from domain.deadlines import DueDate, Pause, due
from domain.errors import ReasonMissing, StaleVersion
from domain.kinds import Kind
from domain.life import (
    NEEDS_REASON,
    REOPENING,
    WITH_AUTHORITY,
    Outcome,
    State,
    Step,
    check_step,
    outcome_after,
)
from domain.rules import Deadline, rule_for
from storage import cases, petitions
from storage.cases import Case

_AFRESH: Final = REOPENING | {Step.HAND_BACK, Step.UNMERGE}
"""After these the case is to be forwarded (or answered) anew, counted from now."""


async def move(
    db: AsyncConnection,
    case: Case,
    step: Step,
    change: Change,
    *,
    data: dict[str, Json] | None = None,
    values: dict[str, Any] | None = None,
    petition_id: int | None = None,
    outcome: Outcome | None = None,
    due_day: date | None = None,
    due_rule: Deadline | None = None,
    counted: bool = False,
    told: bool = False,
) -> Case:
    """
    Take a step: change the case and write its line; return the case as it now is.

    `values` are further columns, `data` what the line keeps, `due_day` with `due_rule` a due date that the
    step itself sets, `counted` when it is what the rule gives and not what somebody chose. The case was
    locked by `access_for`.

    Raises:
        StepNotAllowed, NotAllowed, OutcomeNotAllowed: as `domain.life`.
        ReasonMissing: the step needs `data["reason"]`.
        StaleVersion: the case was not locked, and somebody was faster.
    """
    after = check_step(case.state, step, change.actor.roles, outcome=case.outcome)
    ended = outcome_after(case.state, step, outcome if case.state is not State.CLOSED else case.outcome)
    data = dict(data or {})
    if step in NEEDS_REASON and not str(data.get("reason", "")).strip():
        raise ReasonMissing
    clock, record = _clock(case, step, after, change, due_day, due_rule, counted=counted)
    columns = {
        "state": after.value,
        "outcome": ended.value if ended else None,
        "changed_at": change.now,
        **clock,
    }
    if after is State.CLOSED and case.state is not State.CLOSED:
        columns["closed_at"] = change.now
    if after is not State.CLOSED and case.state is State.CLOSED:
        columns["closed_at"] = None
    if step in REOPENING:
        columns["reopened"] = case.reopened + 1
    if not await petitions.change_case(db, case.id, case.version, columns | (values or {})):
        raise StaleVersion(case_id=case.id, version=case.version)
    if after is State.CLOSED:
        # Or an authority would be reminded of a closed case, and one that is reopened would be overdue at once.
        await cases.end_referrals(db, case.id, at=change.now)
    await write(db, case, step, change, after=after, data={**data, **record}, petition_id=petition_id, told=told)
    moved = await cases.case(db, case.id)
    assert moved is not None
    return moved


async def write(
    db: AsyncConnection,
    case: Case,
    step: str,
    change: Change,
    *,
    after: State | None = None,
    data: dict[str, Json] | None = None,
    petition_id: int | None = None,
    told: bool = False,
    version: int | None = None,
) -> None:
    """Write a line of the story with the version that the case has after it: the next, unless given."""
    await petitions.add_event(
        db,
        case_id=case.id,
        petition_id=petition_id,
        at=change.now,
        step=str(step),
        officer_id=change.actor.officer_id,
        person_id=change.actor.person_id,
        state_before=case.state.value,
        state_after=(after or case.state).value,
        data={**(data or {}), "version": version or case.version + 1},
        told=told,
    )


async def note_in(
    db: AsyncConnection,
    case: Case,
    step: str,
    change: Change,
    *,
    data: dict[str, Json] | None = None,
    petition_id: int | None = None,
    told: bool = False,
) -> Case:
    """
    Write a line that leaves the case where it is, as a new version: whoever saw an older one learns of it.

    Raises:
        StaleVersion: the case was not locked, and somebody was faster.
    """
    if not await petitions.change_case(db, case.id, case.version, {"changed_at": change.now}):
        raise StaleVersion(case_id=case.id, version=case.version)
    await write(db, case, step, change, data=data, petition_id=petition_id, told=told)
    found = await cases.case(db, case.id)
    assert found is not None
    return found


# --- The clock ----------------------------------------------------------------------------------------------


def _clock(
    case: Case,
    step: Step,
    after: State,
    change: Change,
    day: date | None,
    rule: Deadline | None,
    *,
    counted: bool,
) -> tuple[dict[str, Any], dict[str, Json]]:
    """Return the clock's columns after a step, and what the line keeps so that the date can be explained."""
    columns: dict[str, Any] = {}
    record: dict[str, Json] = {}
    if case.paused_at is not None and after is not State.NEEDS_INFORMATION:
        days = (local_date(change.now) - local_date(case.paused_at)).days
        columns = {"paused_at": None, "paused_days": case.paused_days + days}
        columns["due_at"] = resumed(case.due_at, case.paused_at, change.now, change.calendar)
        record["pause"] = "end"
    if after is State.CLOSED:
        return {**columns, "due_at": None, "due_rule": None}, record
    if day is not None and rule is not None:
        columns |= {"due_at": end_of_day(day), "due_rule": rule.value}
        record["clock"] = {"rule": rule.value, "from": change.now.isoformat()}
        if not counted:
            record["clock"]["day"] = day.isoformat()
        return columns, record
    found = _next_due(case, step, after, change)
    if found is not None:
        columns |= {"due_at": found.at, "due_rule": found.rule.value}
        record["clock"] = {"rule": found.rule.value, "from": found.start.isoformat()}
    enters = after is State.NEEDS_INFORMATION and case.state is not State.NEEDS_INFORMATION
    if enters and case.due_rule is not None and rule_for(case.due_rule).pausable:
        columns["paused_at"] = change.now
        record["pause"] = "begin"
    return columns, record


def _next_due(case: Case, step: Step, after: State, change: Change) -> DueDate | None:
    """Return the due date that a step begins, None when the one there is goes on."""
    now, calendar = change.now, change.calendar
    if step in _AFRESH:
        return due(rule_for(_forward_rule(case.kind)), now, calendar)
    if step in {Step.ANSWER, Step.CHECK} or (step is Step.CONFIRM and case.state is not State.CHECKING):
        return due(rule_for(Deadline.CHECK_WITH_RESIDENT), now, calendar)
    if step is Step.START and case.state not in WITH_AUTHORITY:
        return due(rule_for(Deadline.AUTHORITY_ANSWER), now, calendar)
    if case.due_rule is Deadline.READ and after in {State.ACCEPTED, State.VERIFYING}:
        # Read in time; the time to forward counts from the same receipt, less what was waited for the
        # resident.
        pauses = (Pause(case.paused_at, now),) if case.paused_at is not None else ()
        return due(rule_for(_forward_rule(case.kind)), case.opened_at, calendar, pauses, now=now)
    return None


def _forward_rule(kind: Kind) -> Deadline:
    """The law sets a time to forward a denunciation; for all else there is the house's."""
    return Deadline.DENUNCIATION_FORWARD if kind is Kind.DENUNCIATION else Deadline.FORWARD


def authority_rule(kind: Kind) -> Deadline:
    """Return the rule for an authority's answer: the law's for a denunciation, else the house's."""
    return Deadline.DENUNCIATION_TELL_FORWARDER if kind is Kind.DENUNCIATION else Deadline.AUTHORITY_ANSWER


def resumed(due_at: datetime | None, paused_at: datetime, now: datetime, calendar: WorkCalendar) -> datetime | None:
    """
    Return a due date moved on by a pause: the working days that were left when it began are left at its end.

    A date that had passed before the pause stays. Equal to `domain.deadlines.due` with the pause, without
    needing the start.
    """
    if due_at is None:
        return None
    last = local_date(due_at - _A_MOMENT)
    left = calendar.working_days_between(local_date(paused_at), last)
    return due_at if left <= 0 else end_of_day(calendar.add_working_days(local_date(now), left))


_A_MOMENT: Final = datetime.resolution
"""Due dates are 24:00: the moment before belongs to the last day."""


def due_day(due_at: datetime) -> date:
    """Return the last local day of a due moment."""
    return local_date(due_at - _A_MOMENT)
