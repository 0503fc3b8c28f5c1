"""The table of word relations: which wordings mean one thing ("cúp điện", "mất điện"), read from relations.tsv."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass
from importlib import resources
from typing import NamedTuple

from matching.text import strip_marks

_LONGEST = 5
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
# hỏi and ngã are one tone for half of the country and the commonest slip of the other half
_TONE_CLASS = {"\u0300": "2", "\u0301": "4", "\u0303": "3", "\u0309": "3", "\u0323": "5"}
# syllables that without diacritics are nearly always a function word, whatever else they may spell
_FUNCTION_WORDS = frozenset("toi cho ba ma co ho den bo la phi cu be dan thuoc tra qua thay sinh vo mo".split())


@dataclass(frozen=True, slots=True)
class Meaning:
    """One group of wordings. `role` is object, trouble, who or circumstance (first letter)."""

    code: str
    role: str
    subjects: tuple[str, ...]


@functools.lru_cache(16384)
def accent_key(word: str) -> str:
    """Return a key of one lower-case syllable that is blind to where the tone stands and to hỏi against ngã."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(_TONE_CLASS.get(char, "") for char in parts)
    return unicodedata.normalize("NFC", parts.translate(_TONES)) + tone[:1]


class Meant(NamedTuple):
    """A meaning found in a text: words `start` to `end` (exclusive), and how sure that is (0..1)."""

    start: int
    end: int
    meaning: Meaning
    strength: float


Wording = tuple[tuple[str, ...], Meaning]


@functools.cache
def table() -> dict[tuple[str, ...], list[Wording]]:
    """Return folded wording -> the accented wordings that fold to it, with their meaning."""
    found: dict[tuple[str, ...], list[Wording]] = {}
    source = resources.files(__package__).joinpath("relations.tsv").read_text("utf-8")
    for line in source.splitlines():
        if not line or line.startswith("#"):
            continue
        role, subjects, wordings = line.split("\t")
        first, *_ = wordings.split("|")
        meaning = Meaning(strip_marks(first), role, tuple(subjects.split(",")) if subjects else ())
        for wording in wordings.split("|"):
            words = tuple(unicodedata.normalize("NFC", wording).casefold().split())
            folded = tuple(map(strip_marks, words))
            found.setdefault(folded, []).append((tuple(map(accent_key, words)), meaning))
    return found


def _fits(wording: tuple[str, ...], keys: list[str], folded: tuple[str, ...], *, is_open: list[bool]) -> bool:
    """Whether a wording is meant: each word exact, or typed without marks, or one mark forgotten among others."""
    exact = sum(want == key for want, key in zip(wording, keys, strict=True))
    loose = sum(
        want != key and (free or key == plain)
        for want, key, plain, free in zip(wording, keys, folded, is_open, strict=True)
    )
    return exact + loose == len(wording) and (exact > 0 or all(is_open))


def meanings(folded: list[str], keys: list[str], is_open: list[bool]) -> list[Meant]:
    """
    Return the meanings of the longest known wordings, left to right.

    The lists run in parallel: folded words, their `accent_key`, and whether a word was typed without marks so that
    it may be any that folds to it. A single open syllable says less than a word with its marks.
    """
    known = table()
    found: list[Meant] = []
    at, end = 0, len(folded)
    while at < end:
        step = 1
        for length in range(min(_LONGEST, end - at), 0, -1):
            plain = tuple(folded[at : at + length])
            candidates = known.get(plain)
            if not candidates or (length == 1 and is_open[at] and plain[0] in _FUNCTION_WORDS):
                continue
            span, free = keys[at : at + length], is_open[at : at + length]
            fitting = [meaning for wording, meaning in candidates if _fits(wording, span, plain, is_open=free)]
            if fitting:
                strength = (0.6 if length == 1 and is_open[at] else 1.0) / len(fitting)
                found.extend(Meant(at, at + length, meaning, strength) for meaning in fitting)
                step = length
                break
        at += step
    return found
