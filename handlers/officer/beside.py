"""A step typed while another form asks something: a note is kept at once, all else waits for a decision."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from actions.cases import talk
from conversation.codec import Json
from conversation.engine import put
from conversation.forms import Form, Question, State
from conversation.heard import aside, begins, corrected
from conversation.messages import Inbound, Option, Words, words
from conversation.questions import Choice, Confirm, Text, names_of
from domain.life import Step
from handlers.labels import shortened
from handlers.officer.asking import Photos
from handlers.officer.desk import WORK_OPTION, Desk, desk_of
from handlers.officer.steps import form_name, step_key
from handlers.officer.typed import answers_of, begin_step, case_meant, step_named
from handlers.table import TapHandler, tap
from handlers.visit import Visit
from matching.text import fold
from storage.cases import Case

MEANT: Final = "!meant"
"""Key of the memo for what was typed beside the last look: the case and the words."""

SHOWN_CHARS: Final = 60


async def typed_beside(
    state: State, question: Question[Any], inbound: Inbound, visit: Visit
) -> tuple[Words, ...] | None:
    """
    Hear a step while another asks what these words do not answer; None for all other words.

    What is about to go out to residents is neither sent nor lost by it: the officer hears what is open and decides.
    Only a note, which nobody is told of, is written down beside it; and words for the open step itself change it.
    """
    if visit.row.officer_id is None or _takes(question, inbound.text):
        return None
    if "case" not in state.args and not isinstance(question, Confirm):
        return None  # "hỏi bảo vệ" is somebody's idea of a phone number
    if isinstance(question, Confirm | Choice) and (begins(inbound.text, "officer-find-named") or "").strip():
        await visit.call("find-heard", inbound.text)
        return ()
    if isinstance(question, Confirm) and aside(inbound.text, ("undo", "hold-on")) is not None:
        return (words("officer-nothing-sent"),)
    found = step_named(inbound.text) or step_named(corrected(inbound.text) or "")
    if found is None:
        return None
    desk = await desk_of(visit)
    case = await case_meant(desk, state.args.get("case") if state.form.startswith("officer-") else None)
    if case is None:
        return ()
    step, rest = found
    if changed := await _changes_open(desk, case, state, step, rest):
        for name, stored in changed.items():
            put(state, name, stored)
        return ()
    if step is Step.NOTE and rest:
        await talk.note(desk.db, case.id, desk.change(), text=rest)
        return (words("officer-done-note"),)
    state.memo[MEANT] = [case.id, inbound.text]
    typed = shortened(" ".join(inbound.text.split()), SHOWN_CHARS)
    visit.say(
        words("officer-typed-open", what=_open(state), typed=typed),
        options=(Option("instead", words("officer-typed-instead"), tap("officer-instead")),),
    )
    return ()


def _takes(question: Question[Any], text: str) -> bool:
    """Tell whether the question asked has a use for these words itself, such as a day or the name of an office."""
    if isinstance(question, Choice):
        return any(fold(text) in names_of(option) for option in question.options)
    if not isinstance(question, Text):
        return not isinstance(question, Confirm | Photos)
    try:
        return question.parse is None or bool(question.parse(text))
    except ValueError:
        return False


async def _changes_open(desk: Desk, case: Case, state: State, step: Step, rest: str) -> dict[str, Json]:
    """Return the answers of the open form that the words give anew: "hẹn thứ sáu" is the day of a referral."""
    if not rest or case.id != state.args.get("case"):
        return {}
    if state.form != form_name(step) and not (step is Step.EXTEND and "day" in state.answers):
        return {}
    given = await answers_of(desk, case, step, rest)
    return {name: stored for name, stored in given.items() if name in state.answers}


def _open(state: State) -> Words:
    name = state.form.removeprefix("officer-")
    steps = {step_key(step) for step in Step}
    return words(f"officer-step-{name}") if name in steps else words("officer-typed-open-form")


async def instead_tap(visit: Visit, _argument: str) -> None:
    """Put the open form aside and take the step that was typed."""
    desk, meant = await desk_of(visit), visit.state.memo.get(MEANT)
    found = step_named(meant[1]) if meant else None
    if found is None or meant is None:
        visit.say(words("engine-button-of-the-past"), options=(WORK_OPTION,))
        return
    del visit.state.memo[MEANT]
    case = await case_meant(desk, meant[0])
    if case is not None:
        visit.say(words("officer-typed-aside", what=_open(visit.state)))
        await begin_step(desk, case, *found)


def heard_beside(form: Form[Any]) -> Form[Any]:
    """Return an officer's form that hears steps beside its questions; one with an aside of its own is left alone."""
    if form.aside is not None:
        return form
    return replace(form, aside=typed_beside)


TAPS: dict[str, TapHandler] = {"officer-instead": instead_tap}
