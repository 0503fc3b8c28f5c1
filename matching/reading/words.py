"""The words of a text as typed: where they stand and what the keyboard meant."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from matching.data import rows
from matching.reading.slips import from_vni, mend
from matching.reading.syllables import is_syllable
from matching.text import fold, strip_marks

_new = tuple.__new__  # what Word(...) ends in; half of the time that it takes, and there are many
LONGEST_WORD = 32  # characters; longer runs are no words and are passed over
_LINKED = r"https?://\S+|www\.\S+|[\w.]{1,64}@[\w.]{1,64}|"
_PLAIN = (
    r"[A-Z]{2,4}(?:-[A-Z0-9]*\d[A-Z0-9]*)+"
    r"|\d+(?:[.,/:]\d+)*%|\d+(?:[.,/:]\d+)+[^\W_]*"
    r"|[^\W_](?:[^\W_]|[\u0300-\u036f])*"
)
_WORD, _WORD_OR_LINK = re.compile(_PLAIN), re.compile(_LINKED + _PLAIN)
_OF_LINKS = "://", "www.", "@"
_BREAK = re.compile(r"[.,;:!?()\n…\"“”]|\s[-–]\s")
_DIGIT = re.compile(r"\d")
_INNER_DIGIT = re.compile(r"^[^\W\d_]+\d+[^\W\d_]")
_LETTERS_THEN_NUMBER = re.compile(r"^([^\W\d_]+)(\d[\d/]*[a-z]?)$")
_STRAY_MARKS = re.compile("[\u0300-\u036f]")
# What is written without a space before its number: "ngõ12", "ql46", "xom4".
_PLACES_AND_TIMES = """
    ngo ngõ ngach ngách hem hẻm kiet kiệt duong đường thon thôn xom xóm ban bản ap ấp to tổ tdp kp khu khối khoi kv
    doi đội ql tl dt đt hl lo lô so số nha nhà p q f km k lop lớp t pho phố tang tầng cau cầu kenh kênh cum cụm
    phuong phường quan quận tt thang tháng ngay ngày nam năm cot cột dot đợt lan lần
"""
_NUMBERED = frozenset(_PLACES_AND_TIMES.split())


class Word(NamedTuple):
    """A word as typed, with its range in the written text."""

    start: int
    end: int
    written: str
    normal: str
    folded: str
    is_marked: bool
    is_known: bool
    after_break: bool
    is_dotted: bool


@functools.cache
def loanwords() -> frozenset[str]:
    """Return the foreign words that telex must not decode, in lower case."""
    return frozenset(word for row in rows("loanwords.txt") for word in row[0].split())


@functools.cache
def _left_alone() -> frozenset[str]:
    """Return what is no slip of the keyboard: foreign words, and what a dictionary explains as it stands."""
    typed = (row[0] for name in ("abbreviations.tsv", "dialect.tsv") for row in rows(name))
    return loanwords() | {word for word in typed if " " not in word}


@functools.lru_cache(4096)  # 200 bytes each; nine words of ten have been met lately, more room finds hardly more
def _mended(lower: str) -> tuple[str, str, bool, bool]:
    """Return a lower-case word's normal and folded forms, whether it has marks and whether it is a syllable."""
    if lower in _left_alone() and not is_syllable(lower):
        return lower, fold(lower), not lower.isascii(), lower in loanwords()
    if lower in loanwords():
        return lower, fold(lower), False, True
    if not lower.isascii():
        lower = _STRAY_MARKS.sub("", lower) or lower
    normal = lower if is_syllable(lower) and lower.isascii() else mend(lower)
    folded = fold(normal)
    return normal, folded, not normal.isascii(), is_syllable(normal)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Return the ranges of words; a word that is written together with its number is cut in two."""
    found: list[tuple[int, int]] = []
    pattern = _WORD_OR_LINK if any(sign in text for sign in _OF_LINKS) else _WORD
    for match in pattern.finditer(text):
        start, end = match.span()
        piece = match[0]
        if piece.isalpha():  # most words: no link, no number
            if end - start <= LONGEST_WORD:
                found.append((start, end))
            continue
        if end - start > 3 and (piece[:4] == "http" or piece[:4] == "www." or "@" in piece):
            continue
        if end - start > LONGEST_WORD:
            continue
        if not piece[0].isdigit() and _DIGIT.search(piece):
            parts = _LETTERS_THEN_NUMBER.match(piece.casefold())
            if parts and parts[1] in _NUMBERED and len(piece.casefold()) == len(piece):
                found.append((start, start + len(parts[1])))
                start += len(parts[1])
        found.append((start, end))
    return found


def words_of(text: str) -> list[Word]:
    """Return the words of a text (NFC) in order. Links and e-mail addresses are passed over."""
    pieces = _pieces(text)
    lowers = [text[start:end].casefold() for start, end in pieces]
    is_vni = any(_INNER_DIGIT.match(lower) and from_vni(lower) for lower in lowers if not lower.isalpha())
    found: list[Word] = []
    previous = 0
    was_dotted = False
    for (start, end), lower in zip(pieces, lowers, strict=True):
        gap = start - previous
        after_break = gap > 1 and not (was_dotted and gap <= 2) and _BREAK.search(text, previous, start) is not None
        previous = end
        is_alphabetic = lower.isalpha()
        if is_alphabetic or not _DIGIT.search(lower):
            normal, folded, marked, known = _mended(lower)
        elif is_vni and (decoded := from_vni(lower)):
            normal, folded, marked, known = decoded, fold(decoded), True, True
        else:
            normal, folded, marked, known = lower, strip_marks(lower), not lower.isascii(), False
        was_dotted = is_alphabetic and end - start <= 2 and text[end : end + 1] == "."
        word = (start, end, text[start:end], normal, folded, marked, known, after_break, was_dotted)
        found.append(_new(Word, word))
    return found
