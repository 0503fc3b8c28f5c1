"""Bad input: whatever is typed, an answer comes in bounded time, always the same one, with a place inside the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.places import PlaceReading
from tests.matching.places_support import read, shipped_gazetteer
from tests.support.properties import examples

ZALGO = "x\u0335\u0321a\u0303\u0317\u0358 \u0336Q\u0334u\u0337a\u0309ng \u0337Đ\u0335iê\u0300n"
SYLLABLES = st.sampled_from(
    "xã phường p x tt thị trấn huyện q. tp tỉnh cũ ở thuộc tân an phú bình hòa mỹ quang điền kim liên nam đàn vinh 1 12 "
    "Quảng Điền HÀ NỘI ea h'leo ddieenf trả lời đường , . ( ) - / \n".split(" ")
)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\n\n", "🙂🙂🙂", "...", "'", "12", "x", "xã", "phường phường phường", "\x00\x07\x1b[31m", "ﷺ" * 40,
        "https://example.org/xa-quang-dien?p=1", "The road in front of our school is broken", "мост сломан", "道路坏了",
        "\u200b\u200b\u200b", "\ufeff", "xã" * 200, "TTTTTTTTTTTTTTTTT", "!" * 1000, "𝔵𝔞̃ 𝔔𝔲𝔞𝔫𝔤",
    ],
)  # fmt: skip
def test_senseless_text_is_answered_with_silence_or_candidates(text):
    reading = read(text)

    assert reading.decision is None


@pytest.mark.parametrize(
    "text", ["xa quang dien tan phu binh minh " * 1_600, "xaquangdien" * 5_000], ids=["long", "unspaced"]
)
def test_only_the_first_5000_characters_are_read_which_bounds_the_time(text):
    assert len(text) > 50_000

    assert read(text) == read(text[:5_000])


def test_stacked_marks_and_invisible_letters_are_read_through():
    assert read("xã Quảng\u200b Điền\ufeff, Huế").decision == "19867"
    assert isinstance(read(ZALGO), PlaceReading)


def test_decomposed_text_is_read_and_its_place_is_that_of_the_text_as_given():
    import unicodedata

    text = unicodedata.normalize("NFD", "Tôi ở xã Quảng Điền, đường hỏng hết rồi bà con ơi")

    reading = read(text)

    assert reading.decision == "19867"
    assert unicodedata.normalize("NFC", text[slice(*reading.span)]) == "xã Quảng Điền"


@examples(150)
@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text):
    check(text, read(text))


@examples(200)
@given(st.lists(SYLLABLES, max_size=40).map(" ".join), st.sampled_from([None, "01", "46", "79", "99", ""]))
def test_any_mixture_of_place_words_is_read_the_same_way_twice(text, province_code):
    reading = read(text, province_code=province_code)

    check(text, reading)
    assert read(text, province_code=province_code) == reading


@examples(100)
@given(
    st.sampled_from(["xã Quảng Điền", "phường Hoàng Mai", "xa tan thanh", "gò vấp"]),
    st.floats(allow_nan=True, allow_infinity=True),
    st.floats(allow_nan=True, allow_infinity=True),
)
def test_any_position_may_be_near(text, lat, lon):
    check(text, read(text, near=(lat, lon)))


def check(text, reading):
    known = {unit.code for unit in shipped_gazetteer().communes}
    found = [candidate.code for candidate in reading.candidates]
    assert len(found) == len(set(found)) <= 5
    assert set(found) <= known
    assert reading.decision is None or (reading.decision == found[0] and not reading.ambiguous)
    assert not (reading.ambiguous and not found)
    assert (reading.span is None) == (not found)
    if reading.span:
        assert 0 <= reading.span[0] < reading.span[1] <= len(text)
