"""Numbers, days and names as administrative prose writes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.numbers import (
    breakable,
    cell_words,
    clean,
    count_words,
    day_number,
    figure_words,
    letter,
    month_number,
    parsed_number,
    percent_words,
    roman,
)
from reports.value import ColumnKind, Day, Figure


@pytest.mark.parametrize(
    ("value", "words"), [(2403, "2.403"), (8, "8"), (0, "0"), (1_234_567, "1.234.567"), (None, "")]
)
def test_a_count_has_dots_between_thousands(value, words):
    assert count_words(value) == words


@pytest.mark.parametrize(("value", "words"), [(8, "08"), (1, "01"), (10, "10"), (0, "0")])
def test_prose_puts_a_zero_before_a_single_digit(value, words):
    assert count_words(value, padded=True) == words


def test_a_percentage_has_one_decimal_and_a_comma():
    assert [percent_words(72.5), percent_words(1234.56), percent_words(8, sign=False)] == ["72,5%", "1.234,6%", "8,0"]


def test_a_figure_without_a_value_is_a_dash():
    assert figure_words(Figure("a", "", "", None, percent=True), None) == "–"


@given(st.integers(0, 10**9))
def test_a_written_count_is_read_back(value):
    assert parsed_number(count_words(value, padded=True)) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [("72,5%", 72.5), (" 2.410 ", 2410), ("08", 8), ("1.2", None), ("khoảng 5", None), ("", None), ("12.34.567", None)],
)
def test_only_a_whole_number_is_read_as_one(text, number):
    assert parsed_number(text) == number


def test_only_january_and_february_have_a_zero_before_the_month():
    days = [date(2026, 1, 5), date(2026, 2, 28), date(2026, 3, 5), date(2026, 12, 9)]

    assert [(day_number(day), month_number(day)) for day in days] == [
        ("05", "01"),
        ("28", "02"),
        ("05", "3"),
        ("09", "12"),
    ]


def test_points_are_lettered_with_the_vietnamese_alphabet():
    assert [letter(number) for number in (1, 4, 5, 6, 30)] == ["a", "d", "đ", "e", "30"]


def test_sections_have_roman_numbers():
    assert [roman(number) for number in (1, 4, 9, 14, 19, 39)] == ["I", "IV", "IX", "XIV", "XIX", "XXXIX"]


@pytest.mark.parametrize(
    ("cell", "kind", "words"),
    [
        (Day(date(2026, 8, 5)), ColumnKind.DAY, "05/08/2026"), (81.25, ColumnKind.PERCENT, "81,2"), (1021, ColumnKind.COUNT, "1.021"),
        ("01234", ColumnKind.TEXT, "01234"), (None, ColumnKind.COUNT, ""), (0, ColumnKind.COUNT, "0"),
    ],
)  # fmt: skip
def test_a_cell_is_written_by_the_kind_of_its_column(cell, kind, words):
    assert cell_words(cell, kind) == words


def test_what_no_file_can_hold_is_taken_out_of_a_text():
    assert clean("a\x00b\x0bc\ud800d\ufffee\r\nf") == "abcde\nf"


def test_text_is_composed():
    assert clean("hòa") == "hòa"


@given(st.text(max_size=300))
def test_places_to_break_leave_the_words_as_they_are(text):
    assert breakable(text).replace("\u200b", "") == text.replace("\u200b", "")
