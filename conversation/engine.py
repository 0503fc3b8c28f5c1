"""What a message does to a conversation in a form: back, correct, old button, double tap, answer, next question."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from conversation import heard
from conversation.codec import Json
from conversation.corrections import corrections_in
from conversation.forms import Again, Answer, Completed, Form, Given, Question, Reading, Said, Shown, State, read
from conversation.messages import Inbound, Option, Reply, Words, words
from conversation.questions import YES, Choice, Confirm, Correct, Stop
from conversation.recognise import Command, Near, Picked, Recognised, Tapped

CORRECTING = "!correct"
"""Stands for the list of answers that can be corrected; no form may name a question so."""

GIVEN = "!given"
"""Key of the memo that lists the questions which needed no asking: going back passes over them."""


class Turn(Struct):
    """What one message led to: messages to say, and the collected value when the form is complete."""

    replies: list[Reply] = []
    completed: Completed[Any] | None = None
    cancelled: bool = False


async def hear(form: Form[Any], state: State, inbound: Inbound, recognised: Recognised, env: Any) -> Turn:
    """Let one message answer the question asked, and ask the next. Changes `state` in place."""
    reading = await _read(form, state, env)
    question = reading.next
    if isinstance(question, Completed):
        return Turn(completed=question)
    if isinstance(recognised, Command) and recognised.name == "back":
        return await _back(form, state, reading, env)
    if isinstance(recognised, Tapped):
        return await _old_button(form, state, recognised, env)
    if state.shown is not None and state.shown.question == CORRECTING:
        return await _correct(form, state, reading, recognised, env)
    if state.shown is None or state.shown.question != question.name:
        # A last look is shown as a whole: what is new stands in it.
        changed = () if isinstance(question, Confirm) else (words("engine-question-changed"),)
        return await ask(form, state, env, because=changed)
    if not isinstance(recognised, Picked) and not question.free and inbound.text.strip() and not inbound.files:
        several = _at_last_look if isinstance(question, Confirm) else _one_by_one
        turn = await several(form, state, inbound, env)
        turn = turn or await _beside(form, state, question, reading, inbound, env)
        if turn is not None:
            return turn
    return await _take(form, state, question, reading, _said(inbound, recognised), env)


async def _one_by_one(form: Form[Any], state: State, inbound: Inbound, env: Any) -> Turn | None:
    """
    Hear several answers in one message ("đồng ý, đúng xã đó rồi, gửi mặt trận"); None when not all of it is one.

    A question that nobody has seen is answered by no plain yes, nothing is ended by half a message, and a last look is
    never passed over.
    """
    parts = heard.parts_of(inbound.text)
    shown = state.shown.options if state.shown is not None else ()
    if len(parts) < 2 or heard.meant(parts[0], shown) is None:
        return None
    before = copy.deepcopy(state)
    turn: Turn | None = None
    for place, part in enumerate(parts):
        if place and (heard.agrees(part) or heard.confirms(part)):
            continue
        one = await _part(form, state, replace(inbound, text=part), env)
        if one is None or one.completed is not None or one.cancelled:
            _take_back(state, before)
            return None
        turn = one
        if await _is_last_look(form, state, env):
            break
    return turn


def _take_back(state: State, before: State) -> None:
    """Make the state what it was before the parts of a message were heard."""
    for name in ("answers", "memo", "wanted", "shown"):
        setattr(state, name, getattr(before, name))


async def _at_last_look(form: Form[Any], state: State, inbound: Inbound, env: Any) -> Turn | None:
    """
    Hear a yes with other answers beside it ("đúng rồi, gửi Hội Phụ nữ, không cần ảnh"); None when not all of it is one.

    What changes is shown once more before it goes out; with nothing changed the yes holds.
    """
    agreed, others = _beside_a_yes(inbound.text)
    if not agreed:
        return None
    before, turn = copy.deepcopy(state), None
    for part in others:
        reading = await _read(form, state, env)
        assert not isinstance(reading.next, Completed)
        turn = await _changed(form, state, reading.next, reading, replace(inbound, text=part), env)
        if turn is None or turn.completed is not None:
            _take_back(state, before)
            return None
    if turn is not None:
        return turn
    reading = await _read(form, state, env)
    assert not isinstance(reading.next, Completed)
    return await _take(form, state, reading.next, reading, Said(inbound, option=YES), env)


def _beside_a_yes(text: str) -> tuple[bool, list[str]]:
    """Return whether a part of several agrees, and the parts that neither agree nor say that there is no photo."""
    parts = heard.parts_of(text)
    agreeing = [part for part in parts if heard.agrees(part) or heard.confirms(part)]
    others = [part for part in parts if part not in agreeing and not heard.has_no_photos(part)]
    return bool(agreeing) and len(agreeing) < len(parts), others


async def _part(form: Form[Any], state: State, inbound: Inbound, env: Any) -> Turn | None:
    """Hear one of several answers, which goes to the question that is asked by now; None for no answer."""
    reading = await _read(form, state, env)
    question = reading.next
    assert not isinstance(question, Completed)
    option = heard.meant(inbound.text, state.shown.options) if state.shown is not None else None
    if option is None and not question.free and (turn := await _beside(form, state, question, reading, inbound, env)):
        return turn
    said = Said(inbound, option=option.id if option is not None else None)
    taken = await question.take(said, env, state.memo.get(question.name))
    if not isinstance(taken, Answer):
        return None
    put(state, question.name, taken.stored)
    return await ask(form, state, env)


async def _is_last_look(form: Form[Any], state: State, env: Any) -> bool:
    return isinstance((await _read(form, state, env)).next, Confirm)


async def _beside(
    form: Form[Any], state: State, question: Question[Any], reading: Reading[Any], inbound: Inbound, env: Any
) -> Turn | None:
    """Hear what is no answer: an earlier one taken back in words, or something asked back. None for all else."""
    wrong = heard.corrects(inbound.text, [q.label for q in reading.passed])
    if wrong:
        return await _take_up(form, state, reading, wrong, env)
    if wrong is not None and not isinstance(question, Confirm):
        return await _back(form, state, reading, env)
    if turn := await _changed(form, state, question, reading, inbound, env):
        return turn
    if form.aside is None:
        return None
    before = dict(state.answers)
    because = await form.aside(state, question, inbound, env)
    if not state.form:
        return Turn()  # what was asked for elsewhere has made the question needless
    if because and isinstance(question, Confirm) and state.answers == before and state.shown is not None:
        # What was shown for a last look still stands above: only whether it is right is asked again.
        return Turn([Reply((*because, question.ask), state.shown.options)])
    return None if because is None else await ask(form, state, env, because=because)


async def _take_up(form: Form[Any], state: State, reading: Reading[Any], wrong: list[int], env: Any) -> Turn:
    """Ask the one question that was named again; of several, which."""
    named = tuple(reading.passed[place] for place in wrong)
    if len(named) > 1:
        return _offer_corrections(state, named)
    return await _want(form, state, named[0], env)


async def _changed(
    form: Form[Any], state: State, asked: Question[Any], reading: Reading[Any], inbound: Inbound, env: Any
) -> Turn | None:
    """
    The words of an option of an earlier question ("giấu tên", "công đoàn") change that answer at once.

    "gửi mặt trận đi" at the last look lets it go where it goes there anyway; to somebody else it is shown once more.
    """
    text, whole = inbound.text, tuple[str, ...]()
    lets_go = isinstance(asked, Confirm) and len(text) <= heard.MAX_CHARS and heard.mentions(text, "heard-send")
    if lets_go:
        # "nhầm, đã hướng dẫn nơi gửi" says that it corrects, and sends nothing.
        whole = tuple(one.said for one in corrections_in(text) if not one.is_plain)
        text = heard.without(text, "heard-send")
    elif heard.goes_on(text) or heard.is_unsure(text):
        return None
    for said in dict.fromkeys((*whole, text, *(one.said for one in corrections_in(text)))):
        found = [
            (question, option)
            for question in reading.passed
            if isinstance(question, Choice) and question.label is not None
            if (option := heard.meant(said, question.options)) is not None
        ]
        if len(found) == 1:
            question, option = found[0]
            stands = state.answers.get(question.name, question.proposed) == option.id
            if stands and lets_go and said not in whole:
                return await _take(form, state, asked, reading, Said(inbound, option=YES), env)
            put(state, question.name, option.id)
            assert question.label is not None
            key = "kept-as-it-is" if stands else "corrected-answer"
            changed = words(key, what=question.label, new=option.label)
            return await ask(form, state, env, because=(changed,))
    return None


def _said(inbound: Inbound, recognised: Recognised) -> Said:
    if isinstance(recognised, Picked):
        return Said(inbound, option=recognised.option.id)
    return Said(inbound, near=recognised.options if isinstance(recognised, Near) else ())


async def _read(form: Form[Any], state: State, env: Any) -> Reading[Any]:
    facts = await form.facts(state.args, env)
    return read(form.outline(facts), state.answers, state.wanted)


async def _take(
    form: Form[Any], state: State, question: Question[Any], reading: Reading[Any], said: Said, env: Any
) -> Turn:
    taken = await question.take(said, env, state.memo.get(question.name))
    if isinstance(taken, Answer):
        others_stay = put(state, question.name, taken.stored)
        because = await _files_beside(form, state, question, said, env)
        return await ask(form, state, env, because, reading if others_stay else None)
    if isinstance(taken, Correct):
        return _offer_corrections(state, reading.passed)
    if isinstance(taken, Stop):
        return Turn(cancelled=True)
    if form.absorb is not None:
        kept = await form.absorb(state, question, said, env)
        if kept is not None:
            return await ask(form, state, env, because=kept) if kept else Turn()
    if said.inbound.files and not (question.keeps_files or said.inbound.text):
        return await ask(form, state, env, because=(words("engine-files-not-kept"),))
    return await _again(state, question, taken, env)


async def _files_beside(
    form: Form[Any], state: State, question: Question[Any], said: Said, env: Any
) -> tuple[Words, ...]:
    """Keep what came with an answer in words, where the form can; nothing that was sent is dropped without a word."""
    if not said.inbound.files or question.keeps_files:
        return ()
    kept = await form.absorb(state, question, said, env) if form.absorb is not None else None
    return (words("engine-files-not-kept"),) if kept is None else kept


async def _again(state: State, question: Question[Any], again: Again, env: Any) -> Turn:
    if again.memo is not None:
        state.memo[question.name] = again.memo
    if again.silent:
        return Turn()
    presented = await question.present(env, state.memo.get(question.name))
    if isinstance(presented, Given):
        presented = Reply((question.ask,))
    options = presented.options if again.options is None else again.options
    shown = _payloads(state, question.name, options)
    state.shown = Shown(question.name, shown)
    # The question is not repeated behind an explanation that already says what to do.
    paragraphs = again.because or presented.paragraphs
    return Turn(
        [
            Reply(
                paragraphs,
                shown,
                presented.files,
                presented.asks_pin,
                presented.asks_phone,
                again.collapse,
                again.delay_seconds,
            )
        ]
    )


async def ask(
    form: Form[Any],
    state: State,
    env: Any,
    because: tuple[Words, ...] = (),
    reading: Reading[Any] | None = None,
) -> Turn:
    """
    Ask what is next, or tell that the form is complete.

    `reading` is one of this message's whose next question has got its answer, all else being as it was: it goes on.
    """
    if reading is None:
        reading = await _read(form, state, env)
    while True:
        reading.go_on(state.answers, state.wanted)
        question = reading.next
        if isinstance(question, Completed):
            return Turn(completed=question)
        presented = await question.present(env, state.memo.get(question.name))
        if isinstance(presented, Given):
            state.answers[question.name] = presented.stored
            state.memo.setdefault(GIVEN, []).append(question.name)
            continue
        shown = _payloads(state, question.name, presented.options)
        again = bool(because) and state.shown is not None and state.shown.question == question.name
        asked = (question.brief,) if again and question.brief is not None else presented.paragraphs
        state.shown = Shown(question.name, shown)
        return Turn([Reply((*because, *asked), shown, presented.files, presented.asks_pin, presented.asks_phone)])


def _payloads(state: State, question: str, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Give every option without a payload of its own one that names form run, question and option."""
    return tuple(
        [o if o.choice else Option(o.id, o.label, f"{state.run}.{question}={o.id}", o.style, o.about) for o in options]
    )


def put(state: State, name: str, stored: Json) -> bool:
    """
    Store an answer as the latest; return whether all others stay.

    A changed answer drops every confirmation, which must be given anew.
    """
    state.answers.pop(name, None)
    state.memo.pop(name, None)
    if name in state.wanted:
        state.wanted.remove(name)
    confirmed = [other for other, value in state.answers.items() if value is True]
    for other in confirmed:
        del state.answers[other]
    state.answers[name] = stored
    return not confirmed


async def _back(form: Form[Any], state: State, reading: Reading[Any], env: Any) -> Turn:
    if state.shown is not None and state.shown.question == CORRECTING:
        return await ask(form, state, env)
    for question in reversed(reading.passed):
        if question.name in state.memo.get(GIVEN, ()):
            state.answers.pop(question.name, None)  # looked up again: the answer before it may change
        elif question.name in state.answers and question.name not in form.kept:
            del state.answers[question.name]
            if question.proposed is not None and question.name not in state.wanted:
                state.wanted.append(question.name)
            return await ask(form, state, env)
    return await ask(form, state, env, because=(words("engine-back-at-start"),))


async def _old_button(form: Form[Any], state: State, tapped: Tapped, env: Any) -> Turn:
    run, _, rest = tapped.choice.partition(".")
    name, _, option = rest.partition("=")
    if run == str(state.run) and state.answers.get(name) == option:
        return Turn()  # the second half of a double tap: it has had its effect and its reply
    return await ask(form, state, env, because=(words("engine-old-button"),))


def _offer_corrections(state: State, questions: Sequence[Question[Any]]) -> Turn:
    options = tuple(Option(q.name, q.label) for q in questions if q.label is not None)
    options = _payloads(state, CORRECTING, (*options, Option("back", words("button-keep-all"))))
    state.shown = Shown(CORRECTING, options)
    return Turn([Reply((words("engine-which-to-correct"),), options)])


async def _correct(form: Form[Any], state: State, reading: Reading[Any], recognised: Recognised, env: Any) -> Turn:
    if not isinstance(recognised, Picked):
        assert state.shown is not None
        return Turn([Reply((words("engine-choose-one"),), state.shown.options)])
    named = next((question for question in reading.passed if question.name == recognised.option.id), None)
    return await (ask(form, state, env) if named is None else _want(form, state, named, env))


async def _want(form: Form[Any], state: State, question: Question[Any], env: Any) -> Turn:
    """Drop an answer and ask for it again."""
    stored = state.answers.pop(question.name, None)
    if stored is not None and (memo := question.reconsidered(stored)) is not None:
        state.memo[question.name] = memo
    if question.name not in state.wanted:
        state.wanted.append(question.name)
    return await ask(form, state, env)
