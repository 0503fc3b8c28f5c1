from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain import receipt
from domain.receipt import (
    ALPHABET,
    LENGTH,
    CodeProblem,
    display,
    draw,
    draw_pin,
    find_in,
    is_valid,
    parse,
    read,
)

LOOKALIKES = set("ILOU01")


def a_code(seed=7):
    return draw(random.Random(seed).randbytes)


codes = st.integers(0, 2**64).map(a_code)


def test_the_alphabet_has_no_lookalikes_and_nothing_that_a_vietnamese_keyboard_changes():
    # Telex: aa aw dd ee oo ow uw w, tones after a vowel. VNI: digits after a vowel and d9.
    assert set(ALPHABET) & (LOOKALIKES | set("AEIOUYDW")) == set()
    assert len(set(ALPHABET)) == len(ALPHABET) == 25


@given(codes)
def test_a_drawn_code_is_eight_characters_and_valid(code):
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert is_valid(code)


def test_every_wrong_character_is_seen():
    rng = random.Random(1)
    for _ in range(300):
        code = draw(rng.randbytes)
        for place, wrong in itertools.product(range(LENGTH), ALPHABET):
            if wrong != code[place]:
                assert not is_valid(code[:place] + wrong + code[place + 1 :])


def test_every_two_characters_that_change_places_are_seen():
    rng = random.Random(2)
    for _ in range(1000):
        code = draw(rng.randbytes)
        for left, right in itertools.combinations(range(LENGTH), 2):
            if code[left] != code[right]:
                swapped = list(code)
                swapped[left], swapped[right] = swapped[right], swapped[left]
                assert not is_valid("".join(swapped))


def test_the_check_proves_both_for_all_codes():
    differences = range(1, len(ALPHABET))
    weights = receipt._WEIGHTS

    assert all(weight * by % receipt._MODULUS for weight in weights for by in differences)
    assert all((a - b) * by % receipt._MODULUS for a, b in itertools.permutations(weights, 2) for by in differences)


def test_codes_are_spread_over_the_alphabet():
    rng = random.Random(3)
    seen = [draw(rng.randbytes) for _ in range(2_000)]

    assert len(set(seen)) == len(seen)
    assert all({code[place] for code in seen} == set(ALPHABET) for place in range(LENGTH))


def test_an_uneven_source_gives_no_low_characters_more_often():
    # 250 = 25 × 10: the six highest bytes would make the first six characters likelier.
    stream = iter([255, 254, 250, *[249] * 7, *random.Random(4).randbytes(200)])

    code = draw(lambda count: bytes(next(stream) for _ in range(count)))

    assert is_valid(code)
    assert code != ALPHABET[5] * LENGTH


@given(codes)
def test_a_code_is_shown_in_two_halves_and_read_back(code):
    assert display(code) == f"{code[:4]}-{code[4:]}"
    assert parse(display(code)) == code


@given(
    codes,
    st.sampled_from(["{}", " {} ", "{}.", "mã hồ sơ {}", "ma ho so: {} nhe", "việc {}, xem giúp", "#{}", "({})"]),
)
def test_a_code_is_found_among_other_words(code, sentence):
    assert find_in(sentence.format(display(code))) == code


@given(
    codes,
    st.sampled_from(["", " ", "-", ".", " - ", "\u2013", "_", "\u00a0", "·"]),
    st.sampled_from([1, 2, 4]),
    st.booleans(),
)
def test_a_code_is_read_however_it_is_cut(code, gap, size, lower):
    pieces = [code[start : start + size] for start in range(0, LENGTH, size)]
    typed = gap.join(pieces)

    assert parse(typed.lower() if lower else typed) == code


@given(codes)
def test_a_code_inside_a_longer_word_is_not_taken(code):
    assert find_in(f"{code}9") is None
    assert find_in(f"x{code}") is None


@given(codes)
def test_full_width_letters_are_read(code):
    wide = "".join(chr(ord(character) + 0xFEE0) for character in code)

    assert parse(wide) == code


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", CodeProblem.EMPTY),
        (" - . ", CodeProblem.EMPTY),
        ("🙂", CodeProblem.EMPTY),
        ("2BC", CodeProblem.LENGTH),
        ("2BCFGHJ45", CodeProblem.LENGTH),
        ("O2BC-FGH1", CodeProblem.CHARACTER),
        ("ma ho so O2BC FGH1", CodeProblem.CHARACTER),
        ("23456789", CodeProblem.MISTYPED),
    ],
)
def test_a_text_that_is_no_code_says_why(text, problem):
    reading = read(text)

    assert (reading.code, reading.problem) == (None, problem)


def test_characters_that_no_code_has_are_named_and_never_guessed():
    assert read("O2BC-FG1O").strange == "O1"


@given(codes)
def test_a_code_with_one_slip_is_called_mistyped(code):
    other = next(character for character in ALPHABET if character != code[3])

    assert read(code[:3] + other + code[4:]).problem is CodeProblem.MISTYPED


@pytest.mark.parametrize(
    "sentence",
    [
        "Đường thôn Đoài hỏng, xe tải chạy suốt đêm",
        "sdt 0912345678 goi giup",
        "ngày 22 23 24 25 26 27 28 29",
        "km 45 quốc lộ 27, nhà số 38",
        "tthc tptp ubnd hdnd mttq bhxh bhyt",
        "KHẨN!!! nước lũ lên nhanh ở thôn Đoài",
    ],
)
def test_an_ordinary_sentence_holds_no_code(sentence):
    assert find_in(sentence) is None


@given(st.text(max_size=300))
@example("2" * 50_000)
@example("2 B " * 12_000)
def test_any_text_is_read_without_a_crash(text):
    reading = read(text)

    assert (reading.code is None) != (reading.problem is None)
    assert reading.code is None or is_valid(reading.code)


@given(st.integers(0, 2**64))
def test_a_pin_is_six_digits(seed):
    pin = draw_pin(random.Random(seed).randbytes)

    assert len(pin) == 6
    assert pin.isascii()
    assert pin.isdigit()


@given(codes, st.sampled_from("29BX0O"), st.integers(0, LENGTH - 1))
def test_a_code_with_a_character_wrong_missing_or_too_many_resembles_one(code, other, place):
    wrong = code[:place] + other + code[place + 1 :]
    missing = code[:place] + code[place + 1 :]

    for slip in (wrong, missing, code + other):
        assert receipt.resembles(slip) or find_in(slip) is not None
        assert receipt.beside(f"nhận {display(code)} nhé") == "nhận nhé"


@pytest.mark.parametrize(
    "text", ["covid19", "75A-12345", "0905123456", "ngõ 12 xóm 5", "K82-H12/5", "2026-11-23", "vâng", "QL49B", ""]
)
def test_what_is_no_code_does_not_resemble_one(text):
    assert not receipt.resembles(text)
