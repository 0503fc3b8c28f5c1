"""Forms are read from the top: back, correct, double tap, old buttons, proposals, expiry of questions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from conversation import engine
from conversation.codec import dumps, loads
from conversation.forms import Answer, Completed, Form, Given, Outline, Question, Said, State, Taken, read
from conversation.messages import Inbound, Option, Reply, words
from conversation.questions import Choice, Confirm, LongChoice, Text
from conversation.recognise import Picked, Vocabulary, recognise
from conversation.state import begin, park, resume, state_from_json, state_to_json

VOCABULARY = Vocabulary(("cancel", "back", "help"))
YES_NO = (Option("yes", words("consent-yes")), Option("no", words("consent-no")))


class Looked(Question[str]):
    """A question that answers itself."""

    async def present(self, env: Any, memo: Any) -> Reply | Given:
        return Given("found")

    async def take(self, said: Said, env: Any, memo: Any) -> Taken:
        return Answer("never")

    def decode(self, stored: Any) -> str:
        return str(stored)


def outline(facts: None) -> Outline[tuple[str, ...]]:
    name = yield from Text("name", ask=words("submit-name"), label=words("label-name"))
    agreed = yield from Choice("agreed", YES_NO, ask=words("consent-ask"), label=words("label-kind"))
    colour = yield from Choice("colour", YES_NO, ask=words("submit-kind"), label=words("label-subject"), proposed="no")
    looked = yield from Looked("looked")
    yield from Confirm("confirmed", shows=(words("summary-no-name"),))
    return name, agreed, colour, looked


async def _no_facts(args: Any, env: Any) -> None:
    return None


FORM: Form[Any] = Form("test", outline, complete=None, facts=_no_facts)  # type: ignore[arg-type]


@dataclass
class Talk:
    """A person who talks to the engine; the state goes through its row between messages."""

    state: State = field(default_factory=State)
    replies: list[Reply] = field(default_factory=list)
    completed: Completed[Any] | None = None
    cancelled: bool = False

    async def begin(self, **answers: Any) -> Talk:
        begin(self.state, "test", **answers)
        await self._after(await engine.ask(FORM, self.state, None))
        return self

    async def _after(self, turn: engine.Turn) -> None:
        self.replies, self.completed, self.cancelled = turn.replies, turn.completed, turn.cancelled
        self.state = state_from_json(state_to_json(self.state))

    async def says(self, text: str = "", choice: str = "") -> Talk:
        inbound = Inbound("test", "1", "a", datetime(2026, 11, 16, tzinfo=UTC), text=text, choice=choice)
        shown = self.state.shown.options if self.state.shown else ()
        recognised = recognise(inbound, shown, VOCABULARY, "vi")
        await self._after(await engine.hear(FORM, self.state, inbound, recognised, None))
        return self

    def payload(self, option: str) -> str:
        assert self.state.shown is not None
        return next(o.choice for o in self.state.shown.options if o.id == option)

    @property
    def asked(self) -> str:
        return self.state.shown.question if self.state.shown else ""

    @property
    def said_keys(self) -> list[str]:
        return [paragraph.key for reply in self.replies for paragraph in reply.paragraphs]


async def at_confirm() -> Talk:
    talk = await Talk().begin()
    await talk.says("An")
    return await talk.says("1")


async def test_the_first_question_without_an_answer_is_asked() -> None:
    talk = await Talk().begin()

    assert talk.asked == "name"


async def test_what_is_known_already_is_not_asked() -> None:
    talk = await Talk().begin(name="An")

    assert talk.asked == "agreed"


async def test_a_proposal_is_not_asked_but_counts_as_the_answer() -> None:
    talk = await at_confirm()

    assert talk.asked == "confirmed"
    await talk.says(choice=talk.payload("yes"))
    assert talk.completed == Completed(("An", "yes", "no", "found"))


@pytest.mark.parametrize("way", ["1", "Tôi đồng ý", "toi dong y", "TÔI ĐỒNG Ý", " 1. "])
async def test_an_option_is_taken_by_number_or_label_however_typed(way: str) -> None:
    talk = await Talk().begin(name="An")

    await talk.says(way)

    assert talk.state.answers["agreed"] == "yes"


async def test_a_label_that_is_nearly_right_is_offered_and_never_taken() -> None:
    talk = await Talk().begin(name="An")

    await talk.says("tôi đồn ý")

    assert "agreed" not in talk.state.answers
    assert talk.said_keys == ["engine-did-you-mean"]


async def test_back_drops_the_last_answer_and_passes_over_what_was_looked_up_or_proposed() -> None:
    talk = await at_confirm()

    await talk.says("quay lại")

    assert talk.asked == "agreed"
    await talk.says("quay lại")
    assert talk.asked == "name"


async def test_back_at_the_first_question_says_so() -> None:
    talk = await Talk().begin()

    await talk.says("quay lại")

    assert talk.said_keys[0] == "engine-back-at-start"
    assert talk.asked == "name"


async def test_one_answer_is_corrected_from_the_summary_and_the_others_stay() -> None:
    talk = await at_confirm()

    await talk.says(choice=talk.payload("fix"))
    assert talk.asked == engine.CORRECTING
    await talk.says("1")
    assert talk.asked == "name"
    await talk.says("Bình")

    assert talk.asked == "confirmed"
    assert talk.state.answers["name"] == "Bình"
    assert talk.state.answers["agreed"] == "yes"


async def test_a_proposal_can_be_corrected() -> None:
    talk = await at_confirm()

    await talk.says(choice=talk.payload("fix"))
    await talk.says("3")
    assert talk.asked == "colour"
    await talk.says("1")

    assert talk.asked == "confirmed"
    assert talk.state.answers["colour"] == "yes"


async def test_the_second_half_of_a_double_tap_has_no_effect_and_no_reply() -> None:
    talk = await Talk().begin(name="An")
    payload = talk.payload("yes")
    await talk.says(choice=payload)

    await talk.says(choice=payload)

    assert talk.replies == []
    assert talk.asked == "confirmed"


async def test_a_button_of_a_passed_question_asks_the_present_one_again() -> None:
    talk = await Talk().begin(name="An")
    other = talk.payload("no")
    await talk.says("1")

    await talk.says(choice=other)

    assert talk.state.answers["agreed"] == "yes"
    assert talk.said_keys[0] == "engine-old-button"


async def test_a_button_of_an_earlier_run_is_old_even_for_the_same_question() -> None:
    talk = await Talk().begin(name="An")
    old = talk.payload("yes")
    await talk.begin(name="An")

    await talk.says(choice=old)

    assert "agreed" not in talk.state.answers
    assert talk.said_keys[0] == "engine-old-button"


async def test_an_answer_that_no_longer_decodes_is_asked_again() -> None:
    talk = await Talk().begin(name="An", agreed="perhaps")

    assert talk.asked == "agreed"


async def test_a_question_that_was_renamed_says_so_and_asks_the_present_one() -> None:
    talk = await Talk().begin(name="An")
    assert talk.state.shown is not None
    talk.state.shown.question = "a-name-of-before"

    await talk.says("xin chào bà con")

    assert talk.said_keys[0] == "engine-question-changed"
    assert talk.asked == "agreed"


async def test_a_changed_answer_drops_the_confirmation() -> None:
    state = State(form="test", answers={"name": "An", "confirmed": True})

    engine.put(state, "name", "Bình")

    assert state.answers == {"name": "Bình"}


async def test_stopping_at_the_summary_cancels() -> None:
    talk = await at_confirm()

    await talk.says("3")

    assert talk.cancelled


async def test_a_parked_form_is_resumed_with_all_its_answers() -> None:
    state = State()
    begin(state, "test", name="An")
    park(state)

    assert state.form == ""
    assert resume(state)
    assert (state.form, state.answers) == ("test", {"name": "An"})


async def test_the_rest_of_a_long_choice_can_be_typed_at_once() -> None:
    question = LongChoice("q", YES_NO[:1], YES_NO[1:])
    inbound = Inbound("test", "1", "a", datetime(2026, 11, 16, tzinfo=UTC), text="toi khong dong y")

    taken = await question.take(Said(inbound), None, None)

    assert taken == Answer("no")


async def test_a_message_that_answers_reads_the_form_once() -> None:
    readings = []

    def counted(facts: int) -> Outline[tuple[str, ...]]:
        readings.append(facts)
        return (yield from outline(None))

    async def number(args: Any, env: Any) -> int:
        return len(readings)

    talk, inbound = await Talk().begin(name="An"), Inbound("test", "1", "a", datetime(2026, 11, 16, tzinfo=UTC))
    form: Form[Any] = Form("test", counted, complete=None, facts=number)  # type: ignore[arg-type]

    turn = await engine.hear(form, talk.state, inbound, Picked(YES_NO[0]), None)

    assert (len(turn.replies), talk.state.answers) == (1, {"name": "An", "agreed": "yes", "looked": "found"})
    assert readings == [0]


async def test_an_answer_that_takes_a_confirmation_back_has_it_given_anew() -> None:
    def confirmed_first(facts: None) -> Outline[str]:
        yield from Confirm("confirmed", shows=(words("summary-no-name"),))
        return (yield from Choice("agreed", YES_NO, ask=words("consent-ask")))

    state, inbound = State(), Inbound("test", "1", "a", datetime(2026, 11, 16, tzinfo=UTC))
    begin(state, "test", confirmed=True)
    form: Form[Any] = Form("test", confirmed_first, complete=None, facts=_no_facts)  # type: ignore[arg-type]
    await engine.ask(form, state, None)

    await engine.hear(form, state, inbound, Picked(YES_NO[0]), None)

    assert state.shown is not None
    assert (state.shown.question, state.answers) == ("confirmed", {"agreed": "yes"})


def test_a_form_read_twice_gives_the_same() -> None:
    answers = {"name": "An", "agreed": "yes", "looked": "x"}

    first, second = read(outline(None), answers), read(outline(None), answers)

    assert (first.next.name, [q.name for q in first.passed]) == (second.next.name, [q.name for q in second.passed])


def test_a_state_survives_its_row() -> None:
    state = State("f", {"a": 1}, {"q": {"x": [1]}}, {"m": None}, ["w"], None, 7, None)

    assert loads(state_to_json(state))["run"] == 7
    assert state_to_json(state_from_json(state_to_json(state))) == state_to_json(state)
    assert dumps(loads(state_to_json(state))) == state_to_json(state)
