"""What an officer takes back: "hoàn tác", "gộp nhầm", "tách ra" right after a merge; by the step that undoes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from actions.cases.access import steps_for
from actions.cases.join import TOOK_IN
from conversation import heard
from conversation.corrections import corrections_in
from conversation.messages import Option, words
from domain.life import CLOSINGS, Step
from handlers.officer.amending import begin_amending
from handlers.officer.desk import WORK_OPTION, Desk, desk_of, open_option
from handlers.officer.merged import case_of, taken_in
from handlers.officer.steps import do_tap, may_amend, step_key
from handlers.officer.typed import case_meant
from handlers.table import CommandHandler
from handlers.visit import Visit
from storage import cases
from storage.cases import Case

UNDONE_BY: Final[Mapping[str, Step]] = {
    Step.CLOSE: Step.REOPEN, Step.DECLINE: Step.REOPEN, Step.WITHDRAW: Step.REOPEN, Step.REPLY: Step.CORRECT,
    Step.ANSWER: Step.CORRECT, Step.CORRECT: Step.CORRECT, Step.EXTEND: Step.EXTEND, Step.REASSIGN: Step.REASSIGN,
    Step.CLASSIFY: Step.CLASSIFY, Step.UNMERGE: Step.MERGE,
}  # fmt: skip
"""
What was done -> what is done about it. Nothing is erased from a case's story, and what residents were told they were
told: other steps, such as a question to somebody, are not taken back.
"""


async def undo_heard(visit: Visit, text: str) -> bool:
    """Begin the step that undoes this officer's last one in the case before them; False for other words."""
    if visit.row.officer_id is None:
        return False
    outcome, said = _outcome_named(text), heard.aside(text, ("wrong-outcome", "undo"))
    if not outcome and said is None:
        return False
    desk = await desk_of(visit)
    case = await case_meant(desk)
    if case is None:
        return True
    if (outcome or said == "wrong-outcome") and may_amend(case) and Step.REOPEN in steps_for(case, desk.actor):
        await begin_amending(desk, case, outcome)
    else:
        await _undo(desk, case)
    return True


def _outcome_named(text: str) -> str:
    """Return the outcome with which words put right the one that was chosen: "nhầm, phải là đã hướng dẫn"."""
    found = corrections_in(text) if len(text) <= heard.ASIDE_MAX_CHARS else ()
    meant = (heard.meant(one.said, _OUTCOMES) for one in found)
    return next((option.id for option in meant if option is not None), "")


_OUTCOMES: Final = tuple(Option(outcome.value, words(f"officer-outcome-{outcome.value}")) for outcome in CLOSINGS)


async def _undo(desk: Desk, case: Case) -> None:
    events = await cases.events(desk.db, case.id)
    own = [event for event in events if event.officer_id == desk.actor.officer_id]
    if own and (merged := taken_in(events)) is not None and own[-1].step == TOOK_IN:
        await _begin(desk, await case_of(desk, merged), Step.UNMERGE)
        return
    by = UNDONE_BY.get(own[-1].step) if own else None
    if by is not None and by in steps_for(case, desk.actor):
        await _begin(desk, case, by)
        return
    key = "officer-undo-not" if own else "officer-undo-nothing"
    desk.visit.say(words(key), options=(open_option(case.id), WORK_OPTION))


async def _begin(desk: Desk, case: Case, step: Step) -> None:
    desk.visit.say(words("officer-undo-by", step=words(f"officer-step-{step_key(step)}")))
    await do_tap(desk.visit, f"{step}.{case.id}.{case.version}")


COMMANDS: dict[str, CommandHandler] = {"undo-heard": undo_heard}
"""Without words of its own: called with what an officer writes outside any form."""
