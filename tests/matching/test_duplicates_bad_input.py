"""Whatever is written, comparing it answers soon, within bounds, and mostly with silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from matching.duplicates import Memory, Prepared, Rarity, prepare
from matching.duplicates.search import FULL_LOOK, likely
from tests.matching.duplicates_support import LAMP, compare, earlier, report
from tests.support.properties import examples

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
def test_a_hard_text_is_compared(text: str) -> None:
    similar = compare(report(text), earlier(), earlier(text, id="same"))

    assert all(0.0 <= match.score <= 1.0 for match in similar.candidates)


@pytest.mark.parametrize("text", HARD.values(), ids=HARD.keys())
def test_what_is_kept_of_a_text_is_limited_which_bounds_the_time(text: str) -> None:
    prepared = prepare(report(text))

    assert prepared.count <= 400
    assert len(prepared.words) <= 400
    assert len(prepared.pairs) < 400
    assert max(map(len, prepared.words), default=0) <= 24
    assert max(len(prepared.wording), len(prepared.content)) <= 600


@pytest.mark.parametrize("name", ["long", "no spaces", "digits", "number words"])
def test_only_the_first_4000_characters_are_compared(name: str) -> None:
    text = HARD[name]
    assert len(text) > 4_000

    assert _without_report(prepare(report(text))) == _without_report(prepare(report(text[:4_000])))


def test_of_many_candidates_only_the_likeliest_are_compared_in_full() -> None:
    others = [prepare(earlier(f"{LAMP} {number}", id=str(number))) for number in range(400)]
    rarity = Rarity()
    for other in others:
        rarity.add(other.keys, other.named)

    assert len(likely(prepare(report()), others, rarity)) == FULL_LOOK


def test_among_few_candidates_fewer_are_compared_in_full() -> None:
    others = [prepare(earlier(f"{LAMP} {number}", id=str(number))) for number in range(48)]
    rarity = Rarity()
    for other in others:
        rarity.add(other.keys, other.named)

    assert len(likely(prepare(report()), others, rarity)) == 10
    assert len(likely(prepare(report()), others[:5], rarity)) == 5


def _without_report(prepared: Prepared) -> Prepared:
    return replace(prepared, report=report(""))


@pytest.mark.parametrize("name", ["empty", "spaces", "emoji", "other"])
def test_a_text_that_says_nothing_is_met_with_silence(name: str) -> None:
    similar = compare(report(HARD[name]), earlier())

    assert not similar.suggest


@examples(120)
@given(ANY_TEXT, ANY_TEXT)
def test_any_two_texts_get_a_probability(one: str, other: str) -> None:
    similar = compare(report(one), earlier(other), earlier(LAMP, id="lamp"))

    assert len(similar.candidates) == 2
    assert all(0.0 <= match.score <= 1.0 for match in similar.candidates)
    assert similar.suggest == similar.candidates[0].suggest


@examples(60)
@given(ANY_TEXT)
def test_preparing_twice_gives_the_same(text: str) -> None:
    assert prepare(report(text)) == prepare(report(text))


@examples(40)
@given(st.lists(ANY_TEXT, max_size=12))
def test_a_stream_of_any_texts_is_remembered_and_answered(texts: list[str]) -> None:
    memory = Memory()

    for number, text in enumerate(texts):
        new = report(text, id=str(number), days=number)
        known = {match.id for match in memory.search(new).candidates}
        memory.add(new)
        assert known <= {str(earlier_number) for earlier_number in range(number)}
