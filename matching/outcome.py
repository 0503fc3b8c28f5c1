"""
What a text says of how things ended: it thanks, it says that the trouble is over, that it is back, or it complains.

One reading for all who ask: a repeat is no thanks (duplicates), and thanks are no complaint (understanding).
"""

from __future__ import annotations

import functools
import itertools
import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from matching.data import rows, text
from matching.reading import Reading
from matching.text import strip_marks

_OVER = 0.6  # a repeat taken for thanks is never asked about, thanks taken for a repeat seldom look like one
_THANKS = frozenset({"thanks", "glad"})
_SAYS_OVER = frozenset({"mended", "did", "just", "has", "done", "over"})
_WANTS = frozenset({"asks", "complains", "but"})
_PLAIN = "plain"
_DONE = frozenset({"mended", "did"})
_ENOUGH = frozenset({"thanks", "glad", "done", "over", "calm"})


class Cues(Struct, frozen=True):
    """
    Which cues a text holds: `told` in the order of `names()`, `again` for what is back after a fix.

    `over` is the probability (0..1) that the text says that the trouble is over; the weights are in outcome.json.
    """

    told: tuple[bool, ...]
    again: bool
    over: float

    @property
    def resolved(self) -> bool:
        """Whether the text reports that the trouble is over: not one more complaint."""
        return self.over >= _OVER

    def says(self, *wanted: str) -> bool:
        """Whether one of these cues is told."""
        places = _places()
        return True in [self.told[places[name]] for name in wanted]

    @property
    def is_fixed(self) -> bool:
        """Whether the text says in words that the trouble is over, not only by its thanks."""
        return self.resolved and self.says(*_SAYS_OVER)

    @property
    def is_thanks(self) -> bool:
        """Whether the text thanks and wants nothing more."""
        return self.says("thanks") and (self.resolved or not self.says(*_WANTS))


class _Pattern(NamedTuple):
    """A cue's pattern and the words or phrases of which it needs some."""

    pattern: re.Pattern[str]
    needs: tuple[str, ...]


class _Patterns(NamedTuple):
    """
    The patterns of all cues, in order, and the first words of what they need.

    `first` says for a word which patterns may need it, one bit each, so that a text's words are looked up once for
    all patterns; most of a text's patterns are left out so. `phrases` are what a pattern needs where that has spaces.
    """

    all: tuple[_Pattern, ...]
    first: Mapping[str, int]
    phrases: tuple[tuple[str, ...], ...]

    def found_in(self, words: str) -> list[bool]:
        """Return which patterns a text's words hold."""
        first = self.first
        maybe = 0
        for word in words.split(" "):
            if word in first:
                maybe |= first[word]
        told = [False] * len(self.all)
        while maybe:
            lowest = maybe & -maybe
            maybe ^= lowest
            at = lowest.bit_length() - 1
            told[at] = self.holds(at, words)
        return told

    def holds(self, at: int, words: str) -> bool:
        """Return whether a text of which one word is the first of what a pattern needs holds the pattern."""
        phrases = self.phrases[at]
        if phrases:
            for phrase in phrases:
                if phrase in words:
                    break
            else:
                return False
        return self.all[at].pattern.search(words) is not None


@functools.cache
def _patterns() -> dict[str, tuple[str, str]]:
    """Return name -> pattern of outcome.tsv, parts put in, and what it needs."""
    found: dict[str, tuple[str, str]] = {}
    parts: dict[str, str] = {}
    for name, pattern, *needs in rows("outcome.tsv"):
        if not needs:
            parts[name] = pattern
            continue
        for part, words in parts.items():
            pattern = pattern.replace(part, words)  # noqa: PLW2901
        found[name] = pattern, needs[0]
    return found


def names() -> tuple[str, ...]:
    """
    Return the names of the cues, in order; the last is "again".

    The first is no pattern: a text without marks says that something was mended, and nothing else of an end. "da do"
    may be "đá đổ" as well as "đã đổ".
    """
    return _PLAIN, *_patterns()


@functools.cache
def _places() -> dict[str, int]:
    """Return the name of a cue -> its place among them."""
    return {name: place for place, name in enumerate(names())}


@functools.cache
def _compiled(*, is_marked: bool) -> _Patterns:
    shape = str if is_marked else _without_marks
    found = tuple(
        _Pattern(re.compile(shape(pattern)), tuple(shape(needs).split("|"))) for pattern, needs in _patterns().values()
    )
    first: dict[str, int] = {}
    for at, one in enumerate(found):
        for need in one.needs:
            word = need.split(" ")[0]
            first[word] = first.get(word, 0) | 1 << at
    phrases = tuple(one.needs if any(" " in need for need in one.needs) else () for one in found)
    return _Patterns(found, first, phrases)


def _without_marks(pattern: str) -> str:
    """Return the pattern without diacritics, its signs untouched."""
    return "".join(char if char.isascii() else strip_marks(char) for char in pattern)


def read_cues(reading: Reading) -> Cues:
    """Return the cues of a text."""
    return _cues(_words(reading), reading.is_marked)


@functools.lru_cache(256)
def _cues(words: str, is_marked: bool) -> Cues:  # a key of the cache
    """Return the cues that a text's words hold; two rooms ask for those of one text, one after the other."""
    found = _compiled(is_marked=is_marked).found_in(words)
    plain = False
    if not is_marked:
        said = {name for name, is_in in zip(_patterns(), found, strict=True) if is_in}
        plain = not said.isdisjoint(_DONE) and said.isdisjoint(_ENOUGH)
    told = (plain, *found)
    return Cues(told, told[-1], _over(told))


def _words(reading: Reading) -> str:
    return reading.expanded if reading.is_marked else reading.folded


def find_cues(reading: Reading, cues: Cues) -> Iterator[tuple[str, int, int]]:
    """
    Yield where a text thanks ("thanks") and reports a mended trouble ("fixed"): what, first and last token.

    What overlaps is one; a trouble that is not over ("sửa xong lại hỏng") is not pointed at.
    """
    words = _words(reading)
    reach = {"thanks": -1, "fixed": -1}
    found = sorted(
        (match.start(), -match.end(), what)
        for name, told, one in zip(_patterns(), cues.told[1:], _compiled(is_marked=reading.is_marked).all, strict=True)
        if told and (what := _what(name, cues))
        for match in one.pattern.finditer(words)
    )
    joined: list[tuple[str, int, int]] = []
    for start, end, what in found:
        if joined and joined[-1][0] == what and start <= reach[what]:
            joined[-1] = (what, joined[-1][1], max(joined[-1][2], -end))
        else:
            joined.append((what, start, -end))
        reach[what] = max(reach[what], -end)
    for what, start, end in joined:
        first = words.count(" ", 0, start)
        yield what, first, first + words[start:end].rstrip().count(" ")


def _what(name: str, cues: Cues) -> str:
    if name in _THANKS:
        return "thanks"
    return "fixed" if name in _SAYS_OVER and cues.is_fixed else ""


@functools.cache
def _weights() -> tuple[float, tuple[float, ...]]:
    table = json.loads(text("outcome.json"))
    return float(table["intercept"]), tuple(float(table["weights"][name]) for name in names())


def _over(told: tuple[bool, ...]) -> float:
    intercept, weights = _weights()
    logit = intercept + sum(itertools.compress(weights, told))
    return 1 / (1 + math.exp(-logit))
