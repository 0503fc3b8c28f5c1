"""Forms that end a case or begin it again, and what an officer writes down for a resident who phoned or came."""

from __future__ import annotations

from dataclasses import dataclass

from actions.cases import close, on_behalf
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, words
from conversation.questions import Choice
from domain.life import Outcome, Step, outcomes_open_from
from handlers.officer.asking import (
    PHOTOS,
    REASON_MAX,
    Act,
    Facts,
    Photos,
    Send,
    about,
    act,
    early,
    facts_of,
    first_line,
    in_words,
    more_lines,
    one_or_all,
    photos_early,
    photos_of,
    step_form,
)
from handlers.officer.desk import WORK_OPTION
from handlers.officer.steps import form_name
from handlers.officer.wording import if_any
from handlers.table import CommandHandler
from handlers.visit import Visit


def close_outline(facts: Facts) -> Outline[Act]:
    """Ask how it ended, in words for the residents, with photos if there are."""
    open_now = outcomes_open_from(facts.case.state)
    options = tuple(Option(o.value, words(f"officer-outcome-{o.value}")) for o in open_now)
    ask = "officer-close-how" if Outcome.RESOLVED in open_now else "officer-close-how-unchecked"
    code = yield from Choice("outcome", options, ask=words(ask), label=words("officer-label-outcome"))
    outcome = Outcome(code)
    text = yield from in_words("text", about(facts, "officer-close-ask"))
    photos = yield from Photos(PHOTOS, ask=words("officer-close-photos"))
    summary = words(
        "officer-close-sum",
        outcome=words(f"officer-outcome-{code}"),
        text=text,
        photos=len(photos),
        people=facts.people,
    )
    yield from Send(facts, summary, send=words("officer-close-send"))
    return act(facts, close.close, "close", outcome=outcome, text=text, files=photos)


async def photos_heard(visit: Visit, _text: str) -> None:
    """Keep photos that came with "đóng vụ này"; of all others say that they are in no case, and how they would be."""
    if visit.begun and visit.state.form == form_name(Step.CLOSE):
        visit.state.memo[PHOTOS] = await photos_of(visit)
    else:
        visit.say(words("officer-photo-nowhere"), options=(WORK_OPTION,))


def propose_decline_outline(facts: Facts) -> Outline[Act]:
    """Ask why; somebody who may decide is asked."""
    reason = yield from in_words("reason", words("officer-propose-decline-why"), max_chars=REASON_MAX)
    summary = words("officer-propose-decline-sum", reason=reason)
    yield from Send(facts, summary, send=words("officer-propose-decline-send"))
    return act(facts, close.propose_decline, "propose-decline", reason=reason)


@dataclass(frozen=True, slots=True)
class DeclineFacts:
    """The case, and the reason that was proposed, '' for none."""

    base: Facts
    proposed: str


async def decline_facts(args: dict[str, Json], visit: Visit) -> DeclineFacts:
    """Look up the proposal."""
    desk, base = await facts_of(args, visit)
    return DeclineFacts(base, await close.last_proposal(desk.db, base.case.id))


def decline_outline(facts: DeclineFacts) -> Outline[Act]:
    """Ask for the reason, or take the proposed one, and for what the residents can do instead."""
    offered = (Option("proposed", words("officer-decline-as-proposed")),) if facts.proposed else ()
    ask = words("officer-decline-why")
    if facts.proposed:
        ask = words("officer-decline-why-proposed", proposed=facts.proposed)
    given = yield from in_words("reason", ask, max_chars=REASON_MAX, options=offered)
    reason = facts.proposed if given == "proposed" and facts.proposed else given
    guidance = yield from in_words("guidance", words("officer-decline-guidance"), max_chars=REASON_MAX, optional=True)
    summary = words("officer-decline-sum", reason=reason, guidance=if_any("officer-decline-sum-guidance", guidance))
    yield from Send(facts.base, summary, send=words("officer-decline-send"))
    return act(facts.base, close.decline, "decline", reason=reason, guidance=guidance)


def reopen_outline(facts: Facts) -> Outline[Act]:
    """Ask why."""
    reason = yield from in_words("reason", words("officer-reopen-why"), max_chars=REASON_MAX)
    yield from Send(facts, words("officer-reopen-sum", reason=reason), send=words("officer-reopen-send"))
    return act(facts, close.reopen, "reopen", reason=reason)


# --- For a resident who phoned or came ----------------------------------------------------------------------


def supply_outline(facts: Facts) -> Outline[Act]:
    """Ask whose facts, and what they are."""
    whose = yield from one_or_all(facts, words("officer-supply-whose"), everybody=False)
    text = yield from in_words("text", words("officer-supply-ask"))
    return act(facts, on_behalf.add_facts, "supply", text=text, petition_id=whose)


def confirm_outline(facts: Facts) -> Outline[Act]:
    """Ask who said that it is well, and how."""
    whose = yield from one_or_all(facts, words("officer-confirm-whose"), everybody=False)
    text = yield from in_words("text", words("officer-confirm-ask"), max_chars=REASON_MAX)
    return act(facts, on_behalf.note_settled, "confirm", text=text, petition_id=whose)


def dispute_outline(facts: Facts) -> Outline[Act]:
    """Ask who does not accept what."""
    whose = yield from one_or_all(facts, words("officer-confirm-whose"), everybody=False)
    reason = yield from in_words("reason", words("officer-dispute-ask"), max_chars=REASON_MAX)
    yield from Send(facts, words("officer-dispute-sum", reason=reason), send=words("officer-write-down"))
    return act(facts, on_behalf.note_disputed, "dispute", reason=reason, petition_id=whose)


def withdraw_outline(facts: Facts) -> Outline[Act]:
    """Ask whose petition, and how it was withdrawn."""
    whose = yield from one_or_all(facts, words("officer-withdraw-whose"), everybody=False)
    reason = yield from in_words("reason", words("officer-withdraw-how"), max_chars=REASON_MAX)
    summary = words("officer-withdraw-sum", reason=reason)
    yield from Send(facts, summary, send=words("officer-write-down"))
    return act(facts, on_behalf.withdraw, "withdraw", petition_id=whose, reason=reason)


FORMS: tuple[Form[Act], ...] = (
    step_form(Step.CLOSE, close_outline, absorb=early(photos_early, more_lines, first_line("text"))),
    step_form(Step.PROPOSE_DECLINE, propose_decline_outline, absorb=more_lines),
    step_form(Step.DECLINE, decline_outline, decline_facts),
    step_form(Step.REOPEN, reopen_outline, absorb=more_lines),
    step_form(Step.SUPPLY, supply_outline, absorb=early(more_lines, first_line("text"))),
    step_form(Step.CONFIRM, confirm_outline, absorb=early(more_lines, first_line("text"))),
    step_form(Step.DISPUTE, dispute_outline, absorb=early(more_lines, first_line("reason"))),
    step_form(Step.WITHDRAW, withdraw_outline, absorb=early(more_lines, first_line("reason"))),
)

COMMANDS: dict[str, CommandHandler] = {"photos-heard": photos_heard}
"""Without words of its own: called with what an officer sends outside any form."""
