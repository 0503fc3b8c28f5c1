"""Names in texts without capitals: "ho ngheo phu huu" speaks of Phú Hữu, as syllables that names are made of show."""

from __future__ import annotations

import functools
import math
from collections.abc import Set as AbstractSet
from itertools import pairwise

from matching import data
from matching.duplicates.rarity import ordinary
from matching.duplicates.tables import rows
from matching.text import strip_marks

_MIDDLE = 2.6  # log odds of two syllables at which a name is as likely as none
_STEEP = 1.4
_LEAST = 0.5
_ABSENT = -2.0  # a syllable that no name holds
_UNHEARD = 5.0  # nats: a pair that ordinary complaints hardly know


@functools.cache
def _odds() -> dict[str, float]:
    """Return syllable -> how much commoner it is in names than in complaints, as a logarithm."""
    return {syllable: float(odds) for syllable, odds in rows("name_syllables.tsv")}


@functools.cache
def _phrases() -> frozenset[str]:
    """Return the neighbours that the tables of words hold: "trung tâm" is no name."""
    lines = [line for name, column in (("relations.tsv", 2), ("scenes.tsv", 1)) for line in _column(name, column)]
    wordings = (strip_marks(wording).split() for line in lines for wording in line.replace("|", ";").split(";"))
    return frozenset(f"{one} {two}" for words in wordings for one, two in pairwise(words))


def _column(name: str, at: int) -> list[str]:
    return [row[at] for row in data.rows(name) if len(row) > at]


def guessed_names(folded: list[str], pairs: list[str], skipped: AbstractSet[int]) -> dict[str, float]:
    """
    Return two neighbours -> how likely they are a name (0..1), the best of those that share a word.

    Words at `skipped` mean something else or have been read as names; `pairs` are the words, each with the next.
    """
    known = _odds()
    odds = [known.get(word, _ABSENT) for word in folded]
    phrases = _phrases()
    found = []
    for at, pair in enumerate(pairs):
        both = odds[at] + odds[at + 1]
        if both < 0 or at in skipped or at + 1 in skipped or pair in phrases or ordinary(pair) < _UNHEARD:
            continue
        likely = 1 / (1 + math.exp(_STEEP * (_MIDDLE - both)))
        if likely >= _LEAST:
            found.append((-likely, at))
    names: dict[str, float] = {}
    taken: set[int] = set()
    for negative, at in sorted(found):
        if at not in taken and at + 1 not in taken:
            names[pairs[at]] = round(-negative, 3)
            taken.update((at, at + 1))
    return names
