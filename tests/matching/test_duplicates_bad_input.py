"""Whatever is written, comparing it answers soon, within bounds, and mostly with silence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.duplicates import Memory, prepare
from tests.matching.duplicates_support import LAMP, compare, earlier, report

ANY_TEXT = st.text(max_size=300) | st.text(alphabet="đĐạảãôơưđènhngõ 12/.,!?\n\u0301\u0323\u200b😀", max_size=300)
HARD = {
    "empty": "",
    "spaces": " \n\t ",
    "emoji": "😡😡😡🚮",
    "zalgo": "đ" + "\u0323\u0301\u0302" * 400 + "èn hỏng",
    "long": "Đèn đường ngõ 12 hỏng. " * 2200,
    "no spaces": "denduongngo12" * 4000,
    "control": "\x00\x01\x1b[31mđèn\x7f\u202e hỏng",
    "link": "https://example.org/" + "a" * 900,
    "other": "街灯が壊れています Уличный фонарь не горит",
    "digits": "1" * 5000 + "/" * 500,
    "number words": "hai mươi mốt tỷ " * 800,
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_a_hard_text_is_compared_in_bounded_time(text: str) -> None:
    start = time.process_time()
    similar = compare(report(text), earlier(), earlier(text, id="same"))
    spent = time.process_time() - start

    assert spent < 1.0
    assert all(0.0 <= match.score <= 1.0 for match in similar.candidates)


@pytest.mark.parametrize("name", ["empty", "spaces", "emoji", "other"])
def test_a_text_that_says_nothing_is_met_with_silence(name: str) -> None:
    similar = compare(report(HARD[name]), earlier())

    assert not similar.suggest


@settings(max_examples=120, deadline=None)
@given(ANY_TEXT, ANY_TEXT)
def test_any_two_texts_get_a_probability(one: str, other: str) -> None:
    similar = compare(report(one), earlier(other), earlier(LAMP, id="lamp"))

    assert len(similar.candidates) == 2
    assert all(0.0 <= match.score <= 1.0 for match in similar.candidates)
    assert similar.suggest == similar.candidates[0].suggest


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT)
def test_preparing_twice_gives_the_same(text: str) -> None:
    assert prepare(report(text)) == prepare(report(text))


@settings(max_examples=40, deadline=None)
@given(st.lists(ANY_TEXT, max_size=12))
def test_a_stream_of_any_texts_is_remembered_and_answered(texts: list[str]) -> None:
    memory = Memory()

    for number, text in enumerate(texts):
        new = report(text, id=str(number), days=number)
        known = {match.id for match in memory.search(new).candidates}
        memory.add(new)
        assert known <= {str(earlier_number) for earlier_number in range(number)}
