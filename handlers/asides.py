"""What people ask back or wish in the middle of a form or outside: why, how long, who sees it, whom to call."""

from __future__ import annotations

from typing import Any, Final

from conversation import heard
from conversation.forms import Question, State
from conversation.messages import Inbound, Words, words
from conversation.whereabouts import names_no_place
from domain.kinds import NameVisibility
from handlers.labels import in_lines
from handlers.visit import Visit
from texts import has

SAID: Final = (
    "what-code",
    "blind",
    "cost",
    "how-long",
    "who-sees",
    "who-resolves",
    "who-are-you",
    "elsewhere",
    "wait",
    "keep-it",
    "if-not",
    "no-answer",
    "line-busy",
    "called-already",
    "afraid",
    "others-too",
    "signatures",
    "how-files",
)
"""Questions that one sentence answers, wherever they are asked: `aside-<name>`."""

CALLED: Final = {"contact": "meet", "erase": "data", "code-lost": "mine", "in-my-name": "mine"}
"""Wishes that a command answers, by what is heard."""

KIND_WORDS_BESIDE: Final = frozenset({"more", "answer"})

IN_FORM: Final = (*SAID, "why", "how", "insult", "again", "no-buttons", "what-body", *CALLED)


async def in_form(state: State, question: Question[Any], inbound: Inbound, visit: Visit) -> tuple[Words, ...] | None:
    """Answer what was asked back instead of an answer; None when it was nothing of that kind."""
    name = heard.aside(inbound.text, IN_FORM) or heard.fears_readers(inbound.text)
    if name == "insult" and question.name == "details" and names_no_place(inbound.text):
        return None  # the question has an example for who names no place
    if name is None:
        # Of a petition being written "cảm ơn" may answer the question; beside a choice of two it is a kind word.
        kind = state.form in KIND_WORDS_BESIDE and heard.thanks(inbound.text) and not heard.agrees(inbound.text)
        return (words("aside-welcome"),) if kind else None
    if name == "again":
        return ()
    if name == "no-buttons":
        return _in_numbers(state)
    if name in {"why", "what-body"}:
        return (why(question.name if name == "why" else "organisation"),)
    if name in CALLED:
        await visit.call(CALLED[name])
        return ()
    if name == "who-sees" and (state.args.get("guarded") or "guarded" in {question.name, *state.answers}):
        return (words("aside-who-sees-guarded"),)
    if name == "who-sees" and state.answers.get("visibility") == NameVisibility.WITHOUT.value:
        return (words("aside-who-sees-hidden"),)
    return (words(f"aside-{name}-in-form" if name in {"how", "insult"} else f"aside-{name}"),)


def _in_numbers(state: State) -> tuple[Words, ...]:
    """Say the choices with their numbers, for whoever sees or hears no buttons."""
    options = state.shown.options if state.shown else ()
    lines = [words("aside-number", number=number, label=option.label) for number, option in enumerate(options, 1)]
    return (in_lines([words("aside-no-buttons" if lines else "aside-no-choices"), *lines]),)


EARLY: Final = frozenset({"care", "guarded", "consent"})
"""Asked right after the first message: there "ủa nhầm" is said of that message, and of an answer later on."""


def is_no_petition(text: str, asked: str) -> bool:
    """Tell whether nothing is to be filed: "con hỏi thôi", "sếp đọc máy, xóa hết đi". `asked` is what is asked."""
    if heard.aside(text, ("just-asking", "wrong-chat")) is not None or heard.wants_it_gone(text):
        return True
    return asked in EARLY and heard.aside(text, ("mistaken",)) is not None


def why(question: str) -> Words:
    """Return the sentence that says what a question is good for."""
    key = f"why-{question.partition('-')[0] if question.startswith('same-') else question}"
    return words(key if has(key) else "why-any")
