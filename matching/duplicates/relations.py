"""Word relations: which wordings mean one thing ("cúp điện", "mất điện"), from matching/data/relations.tsv."""

from __future__ import annotations

import functools
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matching.data import rows
from matching.text import strip_marks

_LONGEST = 5
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
# hỏi and ngã are one tone for half of the country and the commonest slip of the other half
_TONE_CLASS = {"\u0300": "2", "\u0301": "4", "\u0303": "3", "\u0309": "3", "\u0323": "5"}
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class Meaning:
    """
    One group of wordings.

    `role` is the first letter of object, trouble, who, circumstance; "-" for phrases that mean nothing here but hold
    words that would ("dịch vụ" is no "dịch").
    """

    code: str
    role: str
    subjects: tuple[str, ...]


class Meant(NamedTuple):
    """A meaning found in a text: words `start` to `end` (exclusive), and how sure that is (0..1)."""

    start: int
    end: int
    meaning: Meaning
    strength: float

    @property
    def is_sure(self) -> bool:
        """Whether the writing leaves little doubt."""
        return self.strength >= _SURE


class Wording(NamedTuple):
    """One way to say it: the `accent_key` of each word, and what it means."""

    keys: tuple[str, ...]
    meaning: Meaning


@functools.lru_cache(4096)
def accent_key(word: str) -> str:
    """Return a key of one lower-case syllable that is blind to where the tone stands and to hỏi against ngã."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(_TONE_CLASS.get(char, "") for char in parts)
    return unicodedata.normalize("NFC", parts.translate(_TONES)) + tone[:1]


def spelled(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words folded and the `accent_key` of each; a syllable is kept once for all wordings that have it."""
    plain = tuple(sys.intern(strip_marks(word)) for word in words)
    # What `accent_key` remembers is one string; one without marks is as it is folded, and that is interned.
    keys = tuple(key if (key := accent_key(word)) != fold else fold for word, fold in zip(words, plain, strict=True))
    return plain, plain if plain == keys else keys


@functools.cache
def table() -> dict[tuple[str, ...], tuple[Wording, ...]]:
    """Return folded wording -> the wordings with marks that fold to it."""
    found: dict[tuple[str, ...], tuple[Wording, ...]] = {}
    for role, subjects, wordings in rows("relations.tsv"):
        first, *_ = wordings.split("|")
        meaning = Meaning(strip_marks(first), role, tuple(subjects.split(",")) if subjects else ())
        for wording in wordings.split("|"):
            folded, keys = spelled(unicodedata.normalize("NFC", wording).casefold().split())
            found[folded] = (*found.get(folded, ()), Wording(keys, meaning))
    return found


Starts = dict[str, dict[str, int]]
"""First word -> second word -> length of the longest wording that begins so; "" for the first word alone."""


def starts_of(wordings: Iterable[tuple[str, ...]], most: int) -> Starts:
    """Return how wordings of at most so many words begin: most words of a text begin none."""
    found: Starts = {}
    for words in wordings:
        after = found.setdefault(words[0], {"": 0})
        second = words[1] if len(words) > 1 else ""
        after[second] = max(after.get(second, 0), min(len(words), most))
    return found


def longest_at(starts: Starts, folded: list[str], at: int) -> int:
    """Return how many words at most a wording has that begins at `at`, 0 for none."""
    after = starts.get(folded[at])
    if after is None:
        return 0
    alone = after[""]
    if at + 1 == len(folded):
        return alone
    return min(after.get(folded[at + 1], alone), len(folded) - at)


@functools.cache
def _starts() -> Starts:
    return starts_of(table(), _LONGEST)


@functools.cache
def _names() -> dict[str, str]:
    return {strip_marks(first): first for _, _, wordings in rows("relations.tsv") for first in [wordings.split("|")[0]]}


def name_of(code: str) -> str:
    """Return how people call a group of wordings: "đèn đường" for "den duong"."""
    return _names().get(code, code)


@functools.cache
def _spellings() -> dict[str, dict[str, int]]:
    """Return folded syllable -> `accent_key` -> how often complaints typed with marks write it so."""
    found: dict[str, dict[str, int]] = {}
    for syllable, key, count in rows("syllables.tsv"):
        found.setdefault(syllable, {})[key] = int(count)
    return found


@functools.lru_cache(1024)
def chance(syllable: str, key: str) -> float:
    """Return how likely a syllable typed without marks is this one with marks, 0..1."""
    counts = _spellings().get(syllable, {})
    return (counts.get(key, 0) + 0.25) / (sum(counts.values()) + 1.0)


def strength_of(wanted: tuple[str, ...], keys: list[str], folded: tuple[str, ...], is_open: list[bool]) -> float:
    """Return how sure it is that these words are the wanted ones: exact, typed without marks, or one mark forgotten."""
    if len(keys) == 1:
        if is_open[0]:
            return chance(folded[0], wanted[0])
        return float(wanted[0] == keys[0])
    exact = 0
    for want, key, plain, free in zip(wanted, keys, folded, is_open, strict=True):
        if free:
            continue
        if want == key:
            exact += 1
        elif key != plain:
            return 0.0
    return 1.0 if exact or all(is_open) else 0.0


def meanings(folded: list[str], keys: list[str], is_open: list[bool]) -> list[Meant]:
    """
    Return the meanings of the longest known wordings, left to right.

    The lists run in parallel: folded words, their `accent_key`, and whether a word was typed without marks so that
    it may be any that folds to it.
    """
    known, starts = table(), _starts()
    found: list[Meant] = []
    at, end = 0, len(folded)
    while at < end:
        if folded[at] not in starts:  # most words
            at += 1
            continue
        step = 1
        for length in range(longest_at(starts, folded, at), 0, -1):
            plain = tuple(folded[at : at + length])
            wordings = known.get(plain)
            if wordings is None:
                continue
            here = [
                Meant(at, at + length, wording.meaning, sure)
                for wording in wordings
                if (sure := strength_of(wording.keys, keys[at : at + length], plain, is_open[at : at + length])) > 0.1
            ]
            if here:
                found += here
                step = length
                break
        at += step
    return found
