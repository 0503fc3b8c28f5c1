"""What reading a text gives: its layers, its words with their places, its quantities."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Token(NamedTuple):
    """
    One word of the expanded text and where it was written: a tuple, as forty are made for every petition.

    An abbreviation gives several tokens that share one place ("tdp": tổ, dân, phố); a number written in several
    words gives one token ("hai mươi mốt": 21).

    Attributes:
        start, end: half-open range of characters in `Reading.written`.
        written: the characters of that range.
        normal: them in lower case, slips of the keyboard mended.
        expanded: the word that is meant, with the marks that are known ("không" for "k").
        folded: `expanded` without marks: what is compared.
        has_marks: the marks are known (typed, or told by the dictionary, or the whole text is typed with marks),
            so that a word without any is really one without; False leaves all readings of `folded` open.
        number: the value when the word is a number.
        after_break: a sign of punctuation or a new line stands before the word.
    """

    start: int
    end: int
    written: str
    normal: str
    expanded: str
    folded: str
    has_marks: bool
    number: float | None = None
    after_break: bool = False


class Quantity(NamedTuple):
    """
    A number with what it counts: "1tr5" is 1,500,000 dong.

    `unit` is one of dong, time (minutes after midnight), date (month * 100 + day), m, cm, mm, m2, km, ha, sao, kg, l,
    percent, minute, hour, day, night, week, month, year, household, person, time_of (times), or "" when unsaid.
    """

    start: int
    end: int
    value: float
    unit: str


class Reading(Struct, frozen=True):
    """
    A text in layers, each kept; see design §6.

    Attributes:
        written: as stored (NFC), the layer that positions refer to.
        normal: the words in lower case with slips of the keyboard mended.
        expanded: with abbreviations, teencode, dialect and numbers written out.
        folded: the expanded words without marks.
        tokens: the words of `expanded`, in order.
        quantities: numbers with their units, in order.
        is_marked: most words were typed with diacritics.
        is_cut: the text was longer than what is read.
        is_vni: digits in its words stand for marks, as the VNI keyboard leaves them ("d9ie6n2").
    """

    written: str
    normal: str
    expanded: str
    folded: str
    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...] = ()
    is_marked: bool = False
    is_cut: bool = False
    is_vni: bool = False
