"""The learnt table: evidence in, probability out. Written by benchmarks/duplicates/learn.py into weights.json."""

from __future__ import annotations

import functools
import json
import math
import operator
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from matching.duplicates.evidence import NAMES
from matching.duplicates.tables import text


@dataclass(frozen=True, slots=True)
class Model:
    """
    A logistic regression over named evidence and products of two pieces of evidence, then a calibration curve.

    `weights` stand beside the evidence as `NAMES` orders it; `products` are (weight, position, second position).
    `curve` maps the regression's logit to a probability by straight lines between its points. `company` is added to
    the logit where a candidate surely speaks of the same problem as one that the new report is unlike
    (`search.unlike`).
    """

    intercept: float
    weights: tuple[float, ...]
    products: tuple[tuple[float, int, int], ...]
    curve: tuple[tuple[float, float], ...]
    threshold: float
    company: float = 0.0

    def logit(self, values: Sequence[float]) -> float:
        """Return the uncalibrated sum."""
        total: float = self.intercept + sum(map(operator.mul, self.weights, values))
        for weight, one, two in self.products:
            total += weight * values[one] * values[two]
        return total

    def probability(self, values: Sequence[float]) -> float:
        """Return the calibrated probability, 0..1, that both reports speak of one problem."""
        return self.calibrate(self.logit(values))

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
    weights, products = [0.0] * len(NAMES), []
    for name, weight in table["weights"].items():
        one, _, two = name.partition(" * ")
        if two:
            products.append((float(weight), place[one], place[two]))
        else:
            weights[place[one]] = float(weight)
    curve = tuple((float(logit), float(share)) for logit, share in table["calibration"])
    company = float(table.get("company", 0.0))
    intercept, threshold = float(table["intercept"]), float(table["threshold"])
    return Model(intercept, tuple(weights), tuple(products), curve, threshold, company)


@functools.cache
def shipped_model() -> Model:
    """Return the table that ships with the program."""
    return read_model(text("weights.json"))


def model_from(path: Path) -> Model:
    """Return a table from a file: for measurements with another split of the data."""
    return read_model(path.read_text("utf-8"))
