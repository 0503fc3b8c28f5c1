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


def _likeness(one: str, two: str) -> float:
    """Return how likely two neighbours are (part of) a name, 0..1."""
    odds = _odds().get(one, _ABSENT) + _odds().get(two, _ABSENT)
    if odds < 0 or (pair := f"{one} {two}") in _phrases() or ordinary(pair) < _UNHEARD:
        return 0.0
    return 1 / (1 + math.exp(_STEEP * (_MIDDLE - odds)))


def guessed_names(folded: list[str], skipped: AbstractSet[int]) -> dict[str, float]:
    """
    Return two neighbours -> how likely they are a name (0..1), the best of those that share a word.

    Words at `skipped` mean something else or have been read as names.
    """
    found = []
    for at, (one, two) in enumerate(pairwise(folded)):
        if at not in skipped and at + 1 not in skipped:
            likely = _likeness(one, two)
            if likely >= _LEAST:
                found.append((-likely, at))
    names: dict[str, float] = {}
    taken: set[int] = set()
    for negative, at in sorted(found):
        if at not in taken and at + 1 not in taken:
            names[f"{folded[at]} {folded[at + 1]}"] = round(-negative, 3)
            taken.update((at, at + 1))
    return names
