"""The words of a text as typed: where they stand and what the keyboard meant."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
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
OF_LINKS = "://", "www.", "@"
_LINK_STARTS = "http", "www."
_ENDS = frozenset(".,;:!?)")
_BREAKS = frozenset('.,;:!?()\n…"“”')
_DASH = re.compile(r"\s[-–]\s")
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


class _Piece(NamedTuple):
    """A stretch of the text that may be a word: where it begins, as written, in lower case."""

    start: int
    written: str
    lower: str


def _pieces(text: str) -> list[_Piece]:
    """Return the pieces of a text; no word reaches over a space, and most of what stands between two is one word."""
    found: list[_Piece] = []
    start = 0
    for chunk in text.split(" "):
        word = chunk if chunk.isalnum() or chunk[-1:] not in _ENDS else chunk[:-1]
        if word.isalpha():
            if len(word) <= LONGEST_WORD:
                found.append(_new(_Piece, (start, word, word.casefold())))
        elif word.isalnum():
            found += _parted(start, word)
        elif chunk:
            pattern = _WORD_OR_LINK if any(sign in chunk for sign in OF_LINKS) else _WORD
            for match in pattern.finditer(chunk):
                found += _parted(start + match.start(), match[0])
        start += len(chunk) + 1
    return found


def _parted(start: int, piece: str) -> Sequence[_Piece]:
    """Return no piece for a link or what is too long, two for a word that is written together with its number."""
    if len(piece) > LONGEST_WORD:
        return ()
    is_word = piece.isalpha()
    if not is_word and len(piece) > 3 and (piece[:4] in _LINK_STARTS or "@" in piece):
        return ()
    lower = piece.casefold()
    if is_word or piece[0].isdigit():
        return (_new(_Piece, (start, piece, lower)),)
    parts = _LETTERS_THEN_NUMBER.match(lower)
    if parts and parts[1] in _NUMBERED and len(lower) == len(piece):
        cut = len(parts[1])
        return _Piece(start, piece[:cut], parts[1]), _Piece(start + cut, piece[cut:], parts[2])
    return (_new(_Piece, (start, piece, lower)),)


def _is_break(between: str) -> bool:
    """Tell whether what stands between two words parts them: a sign of punctuation, a dash between spaces."""
    return not _BREAKS.isdisjoint(between) or (len(between) > 2 and _DASH.search(between) is not None)


def words_of(text: str) -> list[Word]:
    """Return the words of a text (NFC) in order. Links and e-mail addresses are passed over."""
    return words_as_typed(text)[0]


def words_as_typed(text: str) -> tuple[list[Word], bool]:
    """Return `words_of` a text, and whether digits in its words stand for marks, as the VNI keyboard leaves them."""
    pieces = _pieces(text)
    mixed = [lower for _, _, lower in pieces if not lower.isalpha() and not lower[0].isdecimal()]
    is_vni = any(_INNER_DIGIT.match(lower) and from_vni(lower) for lower in mixed)
    found: list[Word] = []
    previous = 0
    was_dotted = False
    for start, written, lower in pieces:
        gap = start - previous
        after_break = gap > 1 and not (was_dotted and gap <= 2) and _is_break(text[previous:start])
        previous = end = start + len(written)
        is_alphabetic = lower.isalpha()
        if is_alphabetic or not (lower[0].isdecimal() or _DIGIT.search(lower)):
            normal, folded, marked, known = _mended(lower)
        elif is_vni and (decoded := from_vni(lower)):
            normal, folded, marked, known = decoded, fold(decoded), True, True
        else:
            normal, folded, marked, known = lower, strip_marks(lower), not lower.isascii(), False
        was_dotted = is_alphabetic and end - start <= 2 and text[end : end + 1] == "."
        word = (start, end, written, normal, folded, marked, known, after_break, was_dotted)
        found.append(_new(Word, word))
    return found, is_vni
