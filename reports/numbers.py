"""How numbers and days are written in Vietnamese administrative prose: 2.403; 72,5%; 08; 05/02/2026."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final

from reports.value import Cell, ColumnKind, Day, Figure

ROMAN: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""Letters of points in a Vietnamese document: đ is one of them, f, j, w and z are not."""

_NUMBER: Final = re.compile(r"(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")

_BREAK_AFTER: Final = 24
"""Letters of an unbroken word after which a line may break in it: a pasted address must not leave its cell."""


def count_words(value: float | None, *, padded: bool = False) -> str:
    """Return a whole number with dots between thousands; `padded` writes 8 as 08, as prose does. Empty for None."""
    if value is None:
        return ""
    text = f"{round(value):,}".replace(",", ".")
    return f"0{text}" if padded and 0 < value < 10 else text


def percent_words(value: float | None, *, sign: bool = True) -> str:
    """Return a percentage with one decimal and a comma: 72,5%. Empty for None."""
    if value is None:
        return ""
    text = f"{value:,.1f}".translate(str.maketrans(",.", ".,"))
    return f"{text}%" if sign else text


def figure_words(figure: Figure, value: float | None) -> str:
    """Return a value of the figure as prose writes it; a dash where there is nothing to count or to divide by."""
    if value is None:
        return "–"
    return percent_words(value) if figure.percent else count_words(value, padded=True)


def parsed_number(text: str) -> float | int | None:
    """Return the number that somebody wrote ("2.410", "72,5%", "08"); None where it is none."""
    plain = "".join(text.split()).removesuffix("%")
    if not _NUMBER.fullmatch(plain):
        return None
    plain = plain.replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def day_words(value: date) -> str:
    return f"{value.day:02d}/{value.month:02d}/{value.year}"


def day_number(value: date) -> str:
    """Return the day of a head: two digits below 10. Source: NĐ 30/2020/NĐ-CP, Annex I."""
    return f"{value.day:02d}"


def month_number(value: date) -> str:
    """Return the month of a head: two digits for January and February alone. Source: NĐ 30/2020/NĐ-CP, Annex I."""
    return f"{value.month:02d}" if value.month < 3 else str(value.month)


def cell_words(cell: Cell, kind: ColumnKind) -> str:
    """Return a cell as it is printed."""
    match cell:
        case None:
            return ""
        case Day(value):
            return day_words(value)
        case str():
            return cell
        case _ if kind is ColumnKind.PERCENT:
            return percent_words(cell, sign=False)
        case _ if isinstance(cell, float) and not cell.is_integer():
            return percent_words(cell, sign=False)
        case _:
            return count_words(cell)


def roman(number: int) -> str:
    """Return 1 to 39 as I to XXXIX: no report has more sections or annexes."""
    text = ""
    for value, letters in ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def letter(number: int) -> str:
    """Return the letter of point `number`, counted from 1; beyond the alphabet the number itself."""
    return LETTERS[number - 1] if number <= len(LETTERS) else str(number)


def clean(text: str) -> str:
    """Return the text in NFC without characters that a file format cannot hold; line breaks stay."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    kept = (
        char
        for char in unicodedata.normalize("NFC", text).replace("\r\n", "\n")
        if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
    )
    return "".join(kept).replace("\ufffe", "").replace("\uffff", "")


def breakable(text: str) -> str:
    """Return the text with places to break inside words that no line could hold."""
    if len(text) <= _BREAK_AFTER:
        return text
    return " ".join(
        "\u200b".join(word[at : at + _BREAK_AFTER] for at in range(0, len(word), _BREAK_AFTER)) or word
        for word in text.split(" ")
    )
