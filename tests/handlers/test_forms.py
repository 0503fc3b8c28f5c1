"""Every form, along walks through every question and every option: read twice from one state it is the same."""

from __future__ import annotations

import ast
import functools
import inspect
import os
import random
import secrets
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

import handlers
from conversation.forms import Completed, Form, Question, Reading, read
from conversation.messages import words
from conversation.questions import Choice, Confirm, Text
from domain import receipt
from handlers.commune import Commune
from handlers.details import DetailsQuestion
from handlers.officer import OFFICER_FORMS
from handlers.officer.asking import Act, Photos
from handlers.officer.assigning import OtherCase
from handlers.repeats import RepeatQuestion
from handlers.resident.sent import SentAlong
from handlers.router import Router
from storage.database import Database
from tests.handlers.form_facts import facts_of
from tests.support import purity
from tests.support.purity import Impure, pure
from tests.support.talk import House, table

FORMS = table().forms


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_form_is_a_plain_generator_which_cannot_query_or_send(name: str) -> None:
    outline = FORMS[name].outline

    assert inspect.isgeneratorfunction(outline)
    assert not inspect.isasyncgenfunction(outline)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_every_form_in_the_table_goes_by_its_own_name(name: str) -> None:
    assert FORMS[name].name == name


# --- Walks ----------------------------------------------------------------------------------------------------------

TEXTS = (
    "Đèn đường ngõ 12 xã Quảng Điền Huế hỏng cả tháng nay", "Cảm ơn cán bộ xã Quảng Điền đã giúp gia đình tôi",
    "Tôi tố cáo ông chủ tịch xã Quảng Điền nhận tiền hối lộ", "Tôi khiếu nại quyết định thu hồi đất số 12",
    "Nợ nần quá, tôi không muốn sống nữa", "em học lớp 9, em không muốn sống nữa",
)  # fmt: skip
PARSED = (
    "0912345678", "7:30", "thứ Sáu 16:00", "10 ngày", "A B", receipt.draw(random.Random(1).randbytes), "x" * 24, "123456", "1",
    "lan@example.vn", "15/11/2026", *TEXTS,
)  # fmt: skip
"""What the parsers of all questions take; each takes the first that is its own."""


def answers_to(question: Question[Any]) -> list[Any]:
    """Return stored answers of each sort that a question takes, the usual one first."""
    match question:
        case Confirm():
            return [True]
        case Choice():
            return [option.id for option in question.options if not option.choice]
        case Text():
            buttons = [option.id for option in question.options if option.id != "skip"]
            return [*texts(question), *buttons, *([""] if question.optional else [])]
        case Commune():
            return ["19867", "00004"]
        case DetailsQuestion():
            full = {"files": [3, 4], "pin": [16.5, 107.5], "place": "ngõ 12"}
            return [{"files": [], "pin": None, "place": ""}, full]
        case RepeatQuestion():
            return [{"unsure": []}, {"case": 5, "unsure": [6]}, {"returned": 5, "unsure": []}]
        case Photos():
            return [[], [[3, "photo"]]]
        case SentAlong():
            return [[], [3, 4]]
        case OtherCase():
            return [1, 2]
        case _:
            pytest.fail(f"a kind of question that no walk knows: {type(question).__name__}")


def texts(question: Text) -> list[str]:
    if question.parse is None:
        return list(TEXTS)
    for text in PARSED:
        try:
            return [question.parse(text)]
        except ValueError:
            continue
    pytest.fail(f"no sample for the parser of {question.name}")


Look = Callable[..., Reading[Any]]


def walks(form: Form[Any], facts: Any, look: Look = pure) -> Iterator[Reading[Any]]:
    """Read a form with every answer to every question, one differing from the usual at a time; yield each reading."""
    tried: set[tuple[str, str]] = set()
    waiting: list[dict[str, Any]] = [{}]
    while waiting:
        answers = waiting.pop()
        while True:
            reading = look(form, facts, answers)
            yield reading
            for passed in reading.passed:
                if passed.proposed is not None:  # shown in the summary only, unless the person wants to correct it
                    look(form, facts, answers, frozenset({passed.name}))
            ahead = [q for q in reading.passed if q.name not in answers]
            if not isinstance(reading.next, Completed):
                ahead.append(reading.next)
            for question in ahead:
                for answer in answers_to(question):
                    if (key := (question.name, repr(answer))) not in tried:
                        tried.add(key)
                        waiting.append({**answers, question.name: answer})
            if isinstance(reading.next, Completed):
                break
            answers = {**answers, reading.next.name: answers_to(reading.next)[0]}


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_form_read_twice_from_one_state_is_the_same_with_every_answer_to_every_question(name: str) -> None:
    ends = []
    for facts in facts_of(name):
        for reading in walks(FORMS[name], facts):
            assert reading.passed or not isinstance(reading.next, Completed), "a form asks something first"
            if isinstance(reading.next, Completed):
                ends.append(reading.next.value)

    assert ends
    if name in OFFICER_FORMS and name.startswith("officer-") and name not in {"officer-invitation", "officer-find"}:
        assert {type(end) for end in ends} == {Act}


# --- No question is left out ----------------------------------------------------------------------------------------

HOUSE = Path(inspect.getfile(handlers)).parent


def questions_in_code() -> dict[tuple[str, int], range]:
    """Return where each `yield` of an outline stands: (file, first line) and its lines."""
    found = {}
    for file in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Yield | ast.YieldFrom):
                found[str(file), node.lineno] = range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return found


def read_once(form: Form[Any], facts: Any, answers: Any, wanted: frozenset[str] = frozenset()) -> Reading[Any]:
    return read(form.outline(facts), answers, wanted)


def test_the_walks_come_by_every_question_that_stands_in_the_code() -> None:
    seen: set[tuple[str, int]] = set()

    def line(frame: FrameType, event: str, _: Any) -> Callable[..., Any]:
        if event == "line":
            seen.add((frame.f_code.co_filename, frame.f_lineno))
        return line

    @functools.cache
    def is_outline(code: CodeType) -> bool:
        return bool(code.co_flags & inspect.CO_GENERATOR) and code.co_filename.startswith(str(HOUSE))

    def call(frame: FrameType, _event: str, _: Any) -> Callable[..., Any] | None:
        return line if is_outline(frame.f_code) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        for name, form in FORMS.items():
            for facts in facts_of(name):
                for _ in walks(form, facts, read_once):
                    pass
    finally:
        sys.settrace(before)

    missed = [at for at, lines in questions_in_code().items() if not any((at[0], n) in seen for n in lines)]
    assert missed == []


# --- The guard itself -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """Facts of the forms below."""

    thing: Any = None


def a_form(outline: Callable[[Any], Any]) -> Form[Any]:
    async def nothing(*_: Any) -> None:
        """Neither facts nor an end."""

    return Form("impure", outline, nothing, nothing)


def by_the_clock(_: Any) -> Any:
    return (yield from Text("morning" if datetime.now().hour < 12 else "evening"))  # noqa: DTZ005 - the fault meant


def by_the_clock_in_words(_: Any) -> Any:
    return (yield from Text("text", ask=words("officer-day", day=datetime.now().date())))  # noqa: DTZ005 - the same


def by_chance(_: Any) -> Any:
    options = ["a", "b", "c", "d", "e", "f", "g", "h"]
    random.shuffle(options)
    return (yield from Text("text", max_chars=10 + ord(options[0])))


def by_chance_of_the_system(_: Any) -> Any:
    return (yield from Text(secrets.token_hex(4)))


_count = iter(range(1_000))


def by_a_counter(_: Any) -> Any:
    return (yield from Text(f"question-{next(_count)}"))


def by_a_file(_: Any) -> Any:
    return (yield from Text(Path(__file__).read_text(encoding="utf-8")[:8]))


def by_a_descriptor(_: Any) -> Any:
    os.close(os.open(__file__, os.O_RDONLY))
    return (yield from Text("text"))


def only_behind_an_answer(_: Any) -> Any:
    first = yield from Choice("first", ())
    return (yield from Text(f"{first}-{next(_count)}"))


@pytest.mark.parametrize(
    ("outline", "answers"),
    [
        (by_the_clock, {}),
        (by_the_clock_in_words, {}),
        (by_chance, {}),
        (by_chance_of_the_system, {}),
        (by_a_counter, {}),
        (by_a_file, {}),
        (by_a_descriptor, {}),
        (only_behind_an_answer, {"first": "x"}),
    ],
)
def test_a_form_that_is_more_than_its_facts_and_answers_is_found(
    outline: Callable[[Any], Any], answers: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Choice, "decode", lambda _self, stored: stored)

    with pytest.raises(Impure):
        pure(a_form(outline), Told(), answers)


@pytest.mark.parametrize("thing", [["a list"], {"deep": Told({"a", "set"})}, open(os.devnull), object()])  # noqa: SIM115, PTH123
def test_facts_that_hold_more_than_values_are_found(thing: Any) -> None:
    def outline(_: Any) -> Any:
        return (yield from Text("text"))

    with pytest.raises(Impure, match="no value"):
        pure(a_form(outline), Told(thing), {})


async def test_in_every_talk_with_the_house_forms_are_read_twice_from_real_facts(database: Database) -> None:
    async def an_open_connection(_args: Any, visit: Any) -> Any:
        return await visit.db()

    broken = replace(FORMS["track"], facts=an_open_connection)
    house = House(database)
    house.answer = Router(purity.watched(replace(table(), forms={"track": broken})))

    with pytest.raises(Impure, match="AsyncConnection, which is no value"):
        await house.person().says("tra cứu")
    assert purity.found == []
