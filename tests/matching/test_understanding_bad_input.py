from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from matching.reading import read
from matching.understanding import mask, summary, understand
from tests.support.properties import examples

SYLLABLES = [
    "cháy",
    "nhà",
    "ngõ",
    "12",
    "hai",
    "mươi",
    "tổ",
    "k",
    "đường",
    "ông",
    "A",
    "3tr",
    "x.",
    "ddaats",
    "9h30",
    ",",
    "\n",
    "2/9",
]


@given(st.text(max_size=300))
@examples(200)
def test_any_text_is_read_and_understood_with_true_positions(text):
    understanding = understand(text)

    reading = understanding.reading
    for token in reading.tokens:
        assert 0 <= token.start < token.end <= len(reading.written)
        assert token.folded
    for span in understanding.spans:
        assert reading.written[span.start : span.end] == span.text
    for guess in (understanding.subject, understanding.kind, understanding.organisation, understanding.accusation):
        assert 0 <= guess.confidence <= 1


@given(st.lists(st.sampled_from(SYLLABLES), max_size=40).map(" ".join))
@examples(200)
def test_reading_is_deterministic_and_keeps_the_order_of_words(text):
    reading = read(text)

    assert read(text) == reading
    assert [token.start for token in reading.tokens] == sorted(token.start for token in reading.tokens)
    assert reading.folded == " ".join(token.folded for token in reading.tokens)


@given(st.text(max_size=200), st.integers(min_value=1, max_value=80))
@examples(100)
def test_a_summary_is_never_too_long_and_masking_never_fails(text, most):
    assert len(summary(text, most)) <= most
    assert isinstance(mask(text), str)


HARD = {
    "empty": "",
    "spaces": "  \n\t ",
    "emoji": "😀🔥" * 20_000,
    "no spaces": "đ" * 50_000,
    "long": "cháy nhà ở ngõ 5, cứu với " * 2_000,
    "capitals": "MẤT ĐIỆN Ở XÓM 4 " * 3_000,
    "zalgo": ("a" + "\u0301" * 40) * 1_000,
    "controls": "\x00\x01\x1f\n" * 12_000,
    "scripts": "дом 日本語 بيت rác thải " * 2_000,
    "link": "https://" + "a" * 49_000,
    "digits": "1." * 25_000,
    "dots": "a." * 25_000,
    "names": "ông A tổ 3 " * 5_000,
    "english": "The street light in front of my house has been broken for a month. " * 700,
}


@pytest.mark.parametrize("name", HARD)
def test_of_any_input_no_more_is_read_than_6000_characters_which_bounds_the_time(name):
    understanding = understand(HARD[name])

    reading = understanding.reading
    assert reading.is_cut is (len(reading.written) > 6_000)
    assert max((token.end for token in reading.tokens), default=0) <= 6_000
    assert max((span.end for span in understanding.spans), default=0) <= 6_000


@pytest.mark.parametrize("name", ["no spaces", "long", "capitals", "link", "digits", "names", "english"])
def test_what_stands_behind_the_first_6000_characters_changes_nothing(name):
    whole, start = understand(HARD[name]), understand(HARD[name][:6_000])

    assert replace(whole, reading=start.reading) == start


@pytest.mark.parametrize("name", ["empty", "spaces", "emoji", "no spaces", "controls", "link", "digits"])
def test_noise_is_met_with_silence(name):
    understanding = understand(HARD[name])

    assert understanding.subject.code is None
    assert understanding.accusation.code is None
    assert understanding.danger == frozenset()
    assert not understanding.spans


@pytest.mark.parametrize("text", ["", " \n ", "🙂🙂", "???", "… !!! …", "12 34"])
def test_signs_without_a_word_are_of_no_kind(text):
    kind = understand(text).kind

    assert kind.code is None
    assert kind.confidence < 0.5
    assert kind.alternatives[0][0] == "phan_anh"
