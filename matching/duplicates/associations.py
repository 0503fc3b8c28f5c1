"""
Which words different people use of one problem: learnt, so that "bơm" (pump) and "cạn" (dry) speak for one trouble.

Beside kin.py, which knows this of scenes and harms: here each telling word or meaning of a text (`Prepared.units`) is
for itself. A lift is a logarithm: how many times more often than by chance two words stand in two reports of a problem.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from matching.duplicates.kin import Kin

_KEPT = 128  # texts whose total is remembered: one search compares a report with some twenty others
_MOST, _MUCH = 2.0, 5.0


@dataclass(frozen=True, slots=True, eq=False)
class Associations:
    """
    The table of a model.

    `telling`: how rare each word is among problems, in nats; `lifts`: word -> words told of the same problems -> lift.
    """

    telling: Mapping[str, float] = field(default_factory=dict)
    lifts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    _totals: dict[frozenset[str], float] = field(default_factory=dict)

    def compare(self, mine: frozenset[str], theirs: frozenset[str]) -> tuple[float, float, float]:
        """
        Return how well the words that only one side has go with those that only the other has.

        From the side that more of is met, from the other, and how much there is in all; about 0..1 each, 0 for nothing.
        """
        only_theirs = theirs - mine
        best_mine: dict[str, float] = {}
        best_theirs: dict[str, float] = {}
        lifts = []
        for word in (mine - theirs) & self.lifts.keys():
            row = self.lifts[word]
            for other in row.keys() & only_theirs:
                lift = row[other]
                lifts.append(lift)
                best_mine[word] = max(lift, best_mine.get(word, 0.0))
                best_theirs[other] = max(lift, best_theirs.get(other, 0.0))
        if not lifts:
            return 0.0, 0.0, 0.0
        shared = math.fsum([self.telling[word] for word in (mine & theirs) & self.telling.keys()])
        one, two = (
            math.fsum([self.telling[word] * lift for word, lift in best.items()]) / (self._total(words) - shared)
            for best, words in ((best_mine, mine), (best_theirs, theirs))
        )
        most, least = (one, two) if one >= two else (two, one)
        return most / _MOST, least / _MOST, math.log1p(math.fsum(lifts)) / _MUCH

    def _total(self, words: frozenset[str]) -> float:
        found = self._totals.get(words)
        if found is None:
            if len(self._totals) >= _KEPT:
                self._totals.clear()
            found = self._totals[words] = math.fsum([self.telling[word] for word in words & self.telling.keys()])
        return found


class Together(NamedTuple):
    """What is told together of one problem, as a model has learnt it: scenes and harms, and words."""

    kin: Kin
    associations: Associations


UNLEARNT = Together({}, Associations())
