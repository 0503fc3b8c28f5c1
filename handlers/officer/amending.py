"""What residents were told of the end of a case was wrong: it is corrected in one step, and they read it once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from actions.cases import close
from actions.cases.access import access
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, words
from conversation.questions import Choice
from domain import receipt
from domain.errors import NotFound
from domain.life import Outcome, State, outcomes_open_from
from handlers.officer.asking import Act, Facts, Send, about, act, complete, facts_of, in_words, more_lines
from handlers.officer.closing import reopen_outline
from handlers.officer.desk import Desk, desk_of
from handlers.officer.steps import may_amend
from handlers.table import TapHandler
from handlers.visit import Visit
from storage.cases import Case

AMEND: Final = "officer-amend"
REOPEN: Final = "reopen"
"""The way out of the choice of outcomes: the case is not at its end."""


@dataclass(frozen=True, slots=True)
class AmendFacts:
    """The case, and what its residents were told of its end."""

    base: Facts
    outcome: Outcome
    told: str


async def amend_facts(args: dict[str, Json], visit: Visit) -> AmendFacts:
    """
    Look up what was told.

    Raises:
        NotFound: nothing was.
    """
    desk, base = await facts_of(args, visit)
    wrong = await close.last_closing(desk.db, base.case.id)
    if wrong is None or base.case.outcome is None:
        raise NotFound(key="error-nothing-to-correct")
    return AmendFacts(base, base.case.outcome, str(wrong.data.get("text", "")))


def amend_outline(facts: AmendFacts) -> Outline[Act]:
    """Ask how it ended in truth, in words for the residents, or why it is not at its end."""
    case = facts.base.case
    others = (one for one in outcomes_open_from(State.ACCEPTED) if one is not facts.outcome)
    same = words("officer-amend-same", outcome=words(f"officer-outcome-{facts.outcome.value}"))
    options = (
        Option(facts.outcome.value, same),
        *(Option(one.value, words(f"officer-outcome-{one.value}")) for one in others),
        Option(REOPEN, words("officer-amend-reopen")),
    )
    ask = words("officer-amend-how", told=facts.told)
    code = yield from Choice("outcome", options, ask=ask, label=words("officer-label-outcome"))
    if code == REOPEN:
        return (yield from reopen_outline(facts.base))
    outcome = Outcome(code)
    text = yield from in_words("text", about(facts.base, "officer-correct-ask"))
    notice = close.amended_words(case, outcome, text, facts.told)
    message = words(notice.key, **{**notice.values, "code": receipt.display(facts.base.held[0].code)})
    preview = words("officer-preview", people=facts.base.people, message=message)
    yield from Send(facts.base, preview, send=words("officer-amend-send"))
    return act(facts.base, close.amend, "correct", outcome=outcome, text=text)


async def begin_amending(desk: Desk, case: Case, outcome: str = "") -> None:
    """Begin to correct what was told of the end of a case; `outcome` is the right one where it was said."""
    desk.visit.begin(AMEND, args={"case": case.id, "version": case.version})
    if outcome:
        desk.visit.state.answers["outcome"] = outcome


async def amend_tap(visit: Visit, argument: str) -> None:
    """The button under a case that was just closed."""
    desk = await desk_of(visit)
    case = await access(desk.db, int(argument) if argument.isdigit() else 0, desk.actor, now=visit.now, content=False)
    if may_amend(case):
        await begin_amending(desk, case)
    else:
        visit.say(words("error-nothing-to-correct"))


FORMS: tuple[Form[Any], ...] = (Form(AMEND, amend_outline, complete, amend_facts, absorb=more_lines),)
TAPS: dict[str, TapHandler] = {"amend": amend_tap}
