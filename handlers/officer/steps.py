"""The buttons under a case, and what a tap on one of them does: a step at once, or a form that asks first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import handling, refer
from actions.cases.access import access, changes_since, may_see, steps_for
from actions.cases.change import Change
from conversation.messages import Option, Words, words
from domain import receipt
from domain.errors import StaleVersion, StepNotAllowed
from domain.life import CLOSINGS, State, Step
from domain.roles import Actor
from handlers.labels import in_lines
from handlers.officer.desk import NEXT_OPTION, WORK_OPTION, Desk, desk_of, open_option
from handlers.officer.wording import due_words, event_words, state_words
from handlers.table import tap
from handlers.visit import Visit
from storage import cases
from storage.cases import Case, Event

SHOWN: Final = 5
"""Steps under a card; the others stand behind one more button."""

NEXT: Final = 2
"""Steps offered right after another one."""

_Direct = Callable[[AsyncConnection, int, Change], Awaitable[Case]]

DIRECT: Final[dict[Step, _Direct]] = {
    Step.ACCEPT: handling.accept,
    Step.VERIFY: handling.verify,
    Step.START: handling.start,
    Step.ACKNOWLEDGE: refer.acknowledge,
    Step.CHECK: refer.ask_whether_well,
}
"""Steps that need no question."""

LIKELY: Final[dict[State, tuple[Step, ...]]] = {
    State.RECEIVED: (Step.ACCEPT, Step.REFER, Step.ASK, Step.REPLY, Step.CLASSIFY),
    State.NEEDS_INFORMATION: (Step.SUPPLY, Step.ASK, Step.REPLY, Step.REFER, Step.ACCEPT),
    State.ACCEPTED: (Step.REFER, Step.ASK, Step.REPLY, Step.CLOSE, Step.NOTE),
    State.VERIFYING: (Step.REFER, Step.ASK, Step.REPLY, Step.CLOSE, Step.NOTE),
    State.REFERRED: (Step.ANSWER, Step.REMIND, Step.ACKNOWLEDGE, Step.REPLY, Step.EXTEND),
    State.AUTHORITY_RECEIVED: (Step.ANSWER, Step.REMIND, Step.START, Step.REPLY, Step.EXTEND),
    State.IN_PROGRESS: (Step.ANSWER, Step.CHECK, Step.REMIND, Step.REPLY, Step.CLOSE),
    State.ANSWERED: (Step.CHECK, Step.CLOSE, Step.REPLY, Step.REFER, Step.CORRECT),
    State.CHECKING: (Step.CLOSE, Step.REPLY, Step.CONFIRM, Step.DISPUTE, Step.REFER),
    State.CLOSED: (Step.UNMERGE, Step.REOPEN, Step.REPLY, Step.CORRECT, Step.NOTE),
}
"""The steps that come next in most cases, by state: they stand under the card."""

REST: Final = (
    Step.DECLINE,
    Step.REFER,
    Step.ASK,
    Step.REPLY,
    Step.NOTE,
    Step.REASSIGN,
    Step.CLASSIFY,
    Step.VERIFY,
    Step.START,
    Step.ACKNOWLEDGE,
    Step.ANSWER,
    Step.CHECK,
    Step.CLOSE,
    Step.EXTEND,
    Step.HAND_BACK,
    Step.SUPPLY,
    Step.CONFIRM,
    Step.DISPUTE,
    Step.SPLIT,
    Step.MERGE,
    Step.CORRECT,
    Step.PROPOSE_DECLINE,
    Step.WITHDRAW,
    Step.RECUSE,
)
"""The others in this order; steps that residents alone take are in neither."""


def steps_in_order(case: Case, actor: Actor) -> list[Step]:
    """Return the steps that an officer may take now, the likeliest first."""
    open_now = set(steps_for(case, actor))
    if Step.DECLINE in open_now:  # who may decide need not propose
        open_now.discard(Step.PROPOSE_DECLINE)
    ordered = dict.fromkeys((*LIKELY[case.state], *REST))
    return [step for step in ordered if step in open_now]


def step_options(case: Case, actor: Actor) -> tuple[Option, ...]:
    """Return the buttons of the likeliest steps, and one for the rest."""
    steps = steps_in_order(case, actor)
    options = [_option(step, case) for step in steps[:SHOWN]]
    if len(steps) > SHOWN:
        options.append(Option("more", words("officer-more-steps"), tap("steps", case.id)))
    return tuple(options)


def _option(step: Step, case: Case) -> Option:
    style = "danger" if step in {Step.DECLINE, Step.RECUSE, Step.WITHDRAW} else ""
    return Option(
        step.value, words(f"officer-step-{step_key(step)}"), tap("do", f"{step}.{case.id}.{case.version}"), style
    )


def step_key(step: Step) -> str:
    """Return a step as texts call it."""
    return step.value.replace("_", "-")


async def steps_tap(visit: Visit, argument: str) -> None:
    """Show the steps that did not stand under the card."""
    desk = await desk_of(visit)
    case_id = int(argument) if argument.isdigit() else 0
    case = await access(desk.db, case_id, desk.actor, now=visit.now, content=False)
    options = [_option(step, case) for step in steps_in_order(case, desk.actor)[SHOWN:]]
    visit.say(words("officer-more-head", code=receipt.display(case.code)), options=(*options, open_option(case.id)))


async def do_tap(visit: Visit, argument: str) -> None:
    """Take a step at once, or begin its form; `argument` is "step.case.version"."""
    desk = await desk_of(visit)
    name, _, rest = argument.partition(".")
    first, _, second = rest.partition(".")
    if name not in set(Step) or not first.isdigit() or not second.isdigit():
        visit.say(words("engine-button-of-the-past"), options=(WORK_OPTION,))
        return
    step, case_id, version = Step(name), int(first), int(second)
    direct = DIRECT.get(step)
    if direct is None:
        case = await access(desk.db, case_id, desk.actor, now=visit.now, content=False)
        if step not in steps_for(case, desk.actor):
            await _not_now(desk, case, step)
            return
        visit.begin(form_name(step), args={"case": case_id, "version": version})
        return
    try:
        moved = await direct(desk.db, case_id, desk.change(version))
    except StaleVersion:
        await _stale(desk, step, case_id, version)
        return
    except StepNotAllowed:
        now = await access(desk.db, case_id, desk.actor, now=visit.now, content=False)
        await _not_now(desk, now, step)
        return
    await after(desk, moved, f"officer-done-{step_key(step)}")


def form_name(step: Step) -> str:
    """Return the name of the form that asks what a step needs."""
    return f"officer-{step_key(step)}"


_OF_AUTHORITY: Final = frozenset({Step.REMIND, Step.EXTEND, Step.ANSWER, Step.ACKNOWLEDGE, Step.HAND_BACK})
"""What can be written down of a case only when an authority has it."""


async def _not_now(desk: Desk, case: Case, step: Step) -> None:
    """The case has moved on since it was seen, or was never so far: say how it stands, and who did what last."""
    events = await cases.events(desk.db, case.id)
    lines = [await status_line(desk, case, events), *map(event_words, events[-1:])]
    referred = Step.REFER in {event.step for event in events}
    key = "officer-step-not-now" if referred or step not in _OF_AUTHORITY else "officer-step-not-referred"
    desk.visit.say(words(key), in_lines(lines), options=(open_option(case.id), WORK_OPTION))


async def _stale(desk: Desk, step: Step, case_id: int, version: int) -> None:
    """Tell what others did meanwhile; the officer looks again or goes on."""
    case = await access(desk.db, case_id, desk.actor, now=desk.visit.now, content=False)
    changed = await changes_since(desk.db, case, version, desk.actor)
    anyway = Option("anyway", words("officer-do-anyway"), tap("do", f"{step}.{case_id}.{case.version}"))
    desk.visit.say(
        in_lines([words("officer-changed-meanwhile", code=receipt.display(case.code)), *map(event_words, changed)]),
        options=(open_option(case_id), anyway),
    )


async def status_line(desk: Desk, case: Case, events: Sequence[Event] | None = None) -> Words:
    """Return code, state and due date in one line; `events` are the case's where they are known."""
    events = await cases.events(desk.db, case.id) if events is None else events
    referrals = await cases.referrals(desk.db, case.id)
    return words(
        "officer-status-line",
        code=receipt.display(case.code),
        state=state_words(case, events, referrals),
        due=due_words(case, desk.visit.now, desk.visit.services.calendar),
    )


def may_amend(case: Case) -> bool:
    """Tell whether residents were told of an end that can be corrected: others were withdrawn, merged or refused."""
    return case.state is State.CLOSED and case.outcome in CLOSINGS


async def after(desk: Desk, case: Case, key: str, **values: str | int) -> None:
    """Say that a step was done, how the case now stands, and offer what is likely next."""
    barred = await cases.recused(desk.db, case.id)
    if not may_see(case, desk.actor) or desk.actor.officer_id in barred:
        desk.visit.say(words(key, **values), options=(WORK_OPTION,))
        return
    likely = steps_in_order(case, desk.actor)
    # What is closed is done: only the way back is offered, for a slip.
    likely = [step for step in likely if step is Step.REOPEN] if case.state is State.CLOSED else likely[:NEXT]
    amend = (Option("amend", words("button-amend"), tap("amend", case.id)),) if likely and may_amend(case) else ()
    desk.visit.say(
        words(key, **values),
        await status_line(desk, case),
        options=(*(_option(step, case) for step in likely), *amend, open_option(case.id), NEXT_OPTION, WORK_OPTION),
    )
