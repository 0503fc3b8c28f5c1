"""Forms in which an officer speaks: reply, ask a resident, correct what was said, keep a note."""

from __future__ import annotations

from dataclasses import dataclass

from actions.cases import news, talk
from conversation.codec import Json
from conversation.forms import Form, Outline
from conversation.messages import Option, words
from conversation.questions import LongChoice
from domain import receipt
from domain.calendar import local_date
from domain.errors import NotFound
from domain.life import Step
from handlers.labels import shortened
from handlers.officer.asking import Act, Facts, Send, about, act, facts_of, in_words, more_lines, one_or_all, step_form
from handlers.visit import Visit
from storage.cases import Event

_SEND = words("officer-send")


def reply_outline(facts: Facts) -> Outline[Act]:
    """Ask to whom and what; show the message as it will be read."""
    only = yield from one_or_all(facts, words("officer-reply-whom"), everybody=True)
    text = yield from in_words("text", about(facts, "officer-reply-ask"))
    message = words("notice-reply", code=_code(facts, only), body=news.body_words(facts.case), text=text)
    people = 1 if only is not None else facts.people
    yield from Send(facts, words("officer-preview", people=people, message=message), send=_SEND)
    return act(facts, talk.reply, "reply", text=text, only_petition=only)


def ask_outline(facts: Facts) -> Outline[Act]:
    """Ask whom and what; the answer will come to this case alone."""
    whom = yield from one_or_all(facts, words("officer-ask-whom"), everybody=False)
    text = yield from in_words("text", about(facts, "officer-ask-ask"))
    message = words("notice-ask", code=_code(facts, whom), body=news.body_words(facts.case), text=text)
    yield from Send(facts, words("officer-preview", people=1, message=message), send=_SEND)
    return act(facts, talk.ask, "ask", text=text, petition_id=whom)


def _code(facts: Facts, petition_id: int | None) -> str:
    """Return the code in the preview: the one petition's, else that of the first."""
    held = next((held for held in facts.held if held.id == petition_id), facts.held[0] if facts.held else None)
    return receipt.display(held.code if held else facts.case.code)


def note_outline(facts: Facts) -> Outline[Act]:
    """Ask for the note. It goes beside whatever others did, so nothing needs a last look."""
    text = yield from in_words("text", about(facts, "officer-note-ask"))
    return act(facts, talk.note, "note", text=text)


@dataclass(frozen=True, slots=True)
class CorrectFacts:
    """The case, and what can be corrected: the newest first."""

    base: Facts
    said: tuple[Event, ...]


async def correct_facts(args: dict[str, Json], visit: Visit) -> CorrectFacts:
    """
    Look up what was said to residents.

    Raises:
        NotFound: nothing that could be corrected.
    """
    desk, base = await facts_of(args, visit)
    said = await talk.said(desk.db, base.case.id)
    if not said:
        raise NotFound(key="error-nothing-to-correct")
    return CorrectFacts(base, tuple(said))


def correct_outline(facts: CorrectFacts) -> Outline[Act]:
    """Ask which message was wrong and what is right; the people who got the wrong one get both."""
    options = [
        Option(
            str(event.id),
            words("officer-said", day=local_date(event.at), text=shortened(str(event.data.get("text", "")), 40)),
        )
        for event in facts.said
    ]
    ask = words("officer-correct-which")
    which = yield from LongChoice("which", tuple(options[:4]), tuple(options[4:20]), ask=ask)
    text = yield from in_words("text", about(facts.base, "officer-correct-ask"))
    event = next((event for event in facts.said if str(event.id) == which), facts.said[0])
    message = words(
        "notice-correct",
        code=_code(facts.base, event.petition_id),
        body=news.body_words(facts.base.case),
        text=text,
        wrong=str(event.data.get("text", "")),
    )
    people = 1 if event.petition_id is not None else facts.base.people
    yield from Send(facts.base, words("officer-preview", people=people, message=message), send=_SEND)
    return act(facts.base, talk.correct, "correct", event_id=event.id, text=text)


FORMS: tuple[Form[Act], ...] = (
    step_form(Step.REPLY, reply_outline, absorb=more_lines),
    step_form(Step.ASK, ask_outline, absorb=more_lines),
    step_form(Step.NOTE, note_outline),
    step_form(Step.CORRECT, correct_outline, correct_facts, absorb=more_lines),
)
