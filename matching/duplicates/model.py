"""The learnt table: evidence in, probability out. Written by benchmarks/duplicates/learn.py into weights.json."""

from __future__ import annotations

import functools
import json
import math
import operator
import sys
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from matching.duplicates.associations import UNLEARNT, Associations, Together
from matching.duplicates.evidence import NAMES
from matching.duplicates.tables import text


class Line(NamedTuple):
    """What one piece of evidence adds: at each of its knots, and how steeply from there on (level after the last)."""

    at: int
    knots: tuple[float, ...]
    heights: tuple[float, ...]
    slopes: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """
    A sum of what each piece of evidence adds, then a calibration curve: explained one by one, they explain the score.

    `weights` stand beside the evidence as `NAMES` orders it; `lines` are of the evidence that does not add in
    proportion, nothing at 0. `curve` maps the sum, a logit, to a probability by straight lines between its points.
    `company` is added to the logit where a candidate surely speaks of the same problem as one that the new report is
    unlike (`search.unlike`). From `threshold` on the best candidate is worth a question, from `threshold_untold` on
    where both name one place and nothing that they tell surely agrees. `together`: what is told of one problem (kin.py,
    associations.py).
    """

    intercept: float
    weights: tuple[float, ...]
    lines: tuple[Line, ...]
    curve: tuple[tuple[float, float], ...]
    threshold: float
    company: float = 0.0
    threshold_untold: float = 1.0
    together: Together = UNLEARNT

    def logit(self, values: Sequence[float]) -> float:
        """Return the uncalibrated sum."""
        total: float = self.intercept + sum(map(operator.mul, self.weights, values))
        for at, knots, heights, slopes in self.lines:
            if (value := values[at]) > 0.0:
                part = bisect_right(knots, value) - 1
                total += heights[part] + slopes[part] * (value - knots[part])
        return total

    def probability(self, values: Sequence[float]) -> float:
        """Return the calibrated probability, 0..1, that both reports speak of one problem."""
        return self.calibrate(self.logit(values))

    def suggests(self, score: float, *, untold: bool) -> bool:
        """Whether a candidate with this probability is worth a question; `untold`: see `evidence.is_untold`."""
        return score >= (self.threshold_untold if untold else self.threshold)

    def calibrate(self, logit: float) -> float:
        """Return the share of pairs with this logit that were one problem when the table was learnt."""
        if not self.curve:
            return chance(logit)
        at = bisect_right(self.curve, (logit, 2.0))
        if at == 0:
            return self.curve[0][1]
        if at == len(self.curve):
            return self.curve[-1][1]
        (left, low), (right, high) = self.curve[at - 1], self.curve[at]
        return low + (high - low) * (logit - left) / (right - left)


def chance(logit: float) -> float:
    """Return the probability that a logit stands for by itself."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def read_model(written: str) -> Model:
    """Read a table that learn.py wrote. Raises KeyError or ValueError when it names evidence that does not exist."""
    table = json.loads(written)
    place = {name: at for at, name in enumerate(NAMES)}
    weights, lines = [0.0] * len(NAMES), []
    for name, adds in table["adds"].items():
        if isinstance(adds, list):
            lines.append(_line(place[name], adds))
        else:
            weights[place[name]] = float(adds)
    curve = tuple((float(logit), float(share)) for logit, share in table["calibration"])
    intercept, threshold, company, untold = (
        float(table[name]) for name in ("intercept", "threshold", "company", "threshold_untold")
    )
    together = Together(_pairs(table["kin"]), _associations(table["associations"]))
    return Model(intercept, tuple(weights), tuple(lines), curve, threshold, company, untold, together)


def _associations(table: dict[str, str]) -> Associations:
    told = {word: line.partition("; ") for word, line in table.items()}
    telling = {sys.intern(word): float(nats) for word, (nats, _, _) in told.items()}
    return Associations(telling, _pairs({word: pairs for word, (_, _, pairs) in told.items() if pairs}))


def _pairs(table: dict[str, str]) -> dict[str, dict[str, float]]:
    """Return name -> other names -> value, from either side; equal names and values are one object."""
    found: dict[str, dict[str, float]] = {}
    values: dict[str, float] = {}
    for name, told in table.items():
        for pair in told.split("; "):
            other, value = pair.rsplit(" ", 1)
            amount = values.setdefault(value, float(value))
            one, two = sys.intern(name), sys.intern(other)
            found.setdefault(one, {})[two] = found.setdefault(two, {})[one] = amount
    return found


def _line(at: int, points: list[list[float]]) -> Line:
    slopes = [(high - low) / (right - left) for (left, low), (right, high) in pairwise(points)]
    return Line(at, tuple(knot for knot, _ in points), tuple(height for _, height in points), (*slopes, 0.0))


@functools.cache
def shipped_model() -> Model:
    """Return the table that ships with the program."""
    return read_model(text("weights.json"))


def model_from(path: Path) -> Model:
    """Return a table from a file: for measurements with another split of the data."""
    return read_model(path.read_text("utf-8"))
