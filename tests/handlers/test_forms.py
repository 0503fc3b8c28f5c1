"""Every form: reading it twice gives the same, it asks something first, and everything it can say exists."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from conversation.forms import Completed, read
from tests.support.talk import table

FORMS = table().forms


@pytest.mark.parametrize("name", sorted(FORMS))
def test_a_form_is_a_plain_generator_which_cannot_query_or_send(name: str) -> None:
    outline = FORMS[name].outline

    assert inspect.isgeneratorfunction(outline)
    assert not inspect.isasyncgenfunction(outline)


@pytest.mark.parametrize("name", sorted(FORMS))
def test_every_form_in_the_table_goes_by_its_own_name(name: str) -> None:
    assert FORMS[name].name == name


def read_twice(outline: Any, answers: dict[str, Any]) -> tuple[Any, Any]:
    def shape() -> Any:
        reading = read(outline(), answers)
        end = reading.next if isinstance(reading.next, Completed) else reading.next.name
        return end, [question.name for question in reading.passed]

    return shape(), shape()


async def test_the_petitions_form_read_twice_gives_the_same_at_every_step(database: Any) -> None:
    from handlers.submit import SUBMIT
    from tests.support.talk import House

    house = House(database)
    person = await house.person().says("Đèn đường ngõ 12 xã Quảng Điền Huế hỏng cả tháng nay")
    facts: list[Any] = []
    original = SUBMIT.facts

    async def remember(args: Any, visit: Any) -> Any:
        facts.append(await original(args, visit))
        return facts[-1]

    object.__setattr__(SUBMIT, "facts", remember)
    try:
        for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục"):
            await person.taps(label)
    finally:
        object.__setattr__(SUBMIT, "facts", original)

    answers = {"content": "Đèn đường ngõ 12 xã Quảng Điền Huế hỏng", "consent": "yes", "commune": "19867"}
    for known in facts:
        first, second = read_twice(lambda known=known: SUBMIT.outline(known), answers)
        assert first == second
