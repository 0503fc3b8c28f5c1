"""Regressions that learn.py needs: weights that keep their signs, and sums of bent lines, one for each evidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

import numpy as np  # type: ignore[import-not-found, unused-ignore]
from scipy.optimize import minimize  # type: ignore[import-not-found, import-untyped, unused-ignore]

from matching.duplicates.evidence import NAMES

Matrix: TypeAlias = Any  # an array of floats; numpy is not in the project's own environment
BENDS = (0.5,)
LEAST_VALUES = 6  # evidence with fewer values is yes or no


def regress(x: Matrix, y: Matrix, weight: Matrix, signs: Sequence[int], penalty: float) -> tuple[float, Matrix]:
    """Return intercept and weights of a ridge-penalised logistic regression whose weights keep the given signs."""
    scale = x.std(axis=0)
    scale[scale < 1e-9] = 1.0
    z = x / scale

    def loss(theta: Matrix) -> tuple[float, Matrix]:
        logit = z @ theta[:-1] + theta[-1]
        share = 1 / (1 + np.exp(-logit))
        value = float(np.sum(weight * (np.logaddexp(0, logit) - y * logit)) + penalty / 2 * np.sum(theta[:-1] ** 2))
        slope = weight * (share - y)
        return value, np.append(z.T @ slope + penalty * theta[:-1], slope.sum())

    bounds = [(0, None) if sign > 0 else (None, 0) if sign < 0 else (None, None) for sign in signs]
    start = np.zeros(x.shape[1] + 1)
    most = {"maxiter": 400, "maxcor": 40, "ftol": 1e-7}
    found = minimize(loss, start, jac=True, bounds=[*bounds, (None, None)], method="L-BFGS-B", options=most)
    return float(found.x[-1]), found.x[:-1] / scale


class Curves(NamedTuple):
    """
    A sum of one bent line for each piece of evidence: what `knots` cut it into, and the weight of each part.

    `weights` stand beside `spread(x)`: the evidence itself, then how far it has come (0..1) in each part.
    """

    knots: dict[int, list[float]]
    intercept: float
    weights: Matrix

    def logits(self, x: Matrix) -> Matrix:
        return spread(x, self.knots) @ self.weights + self.intercept

    def points(self, at: int) -> list[tuple[float, float]]:
        """Return the line of one piece of evidence: its value -> what that adds to the logit, 0 at 0."""
        first = len(NAMES) + sum(len(knots) - 1 for other, knots in self.knots.items() if other < at)
        knots, height = self.knots[at], 0.0
        found = [(knots[0], 0.0)]
        for part, (left, right) in enumerate(pairwise(knots)):
            height += float(self.weights[at]) * (right - left) + float(self.weights[first + part])
            found.append((right, height))
        return found


def cut(x: Matrix) -> dict[int, list[float]]:
    """Return where the line of each piece of evidence that is more than yes or no may bend: at its median."""
    knots = {}
    for at in range(x.shape[1]):
        told = x[:, at][x[:, at] > 0]
        if len(set(told.tolist())) > LEAST_VALUES and not NAMES[at].startswith("pin"):
            bends = {round(float(bend), 3) for bend in np.quantile(told, BENDS)}
            knots[at] = sorted({0.0, max(1.0, round(float(told.max()), 3)), *bends})
    return knots


def spread(x: Matrix, knots: dict[int, list[float]]) -> Matrix:
    """Return the columns of `Curves.weights`: evidence never counts beyond its last knot."""
    x = x.copy()
    for at, ends in knots.items():
        x[:, at] = np.minimum(x[:, at], ends[-1])
    parts = [(at, left, right) for at, ends in knots.items() for left, right in pairwise(ends)]
    which, low, high = (np.array(column) for column in zip(*parts, strict=True))
    return np.concatenate([x, np.clip((x[:, which] - low) / (high - low), 0, 1)], axis=1)


def rough(x: Matrix, y: Matrix, weight: Matrix) -> Matrix:
    """Return the logits of a plain ridge regression (Newton's steps): what is far below doubt teaches nothing."""
    scale = x.std(axis=0)
    scale[scale < 1e-9] = 1.0
    z = np.append(x / scale, np.ones((len(x), 1)), axis=1)
    theta, ridge = np.zeros(z.shape[1]), np.full(z.shape[1], 5.0)
    for _ in range(9):
        share = 1 / (1 + np.exp(-np.clip(z @ theta, -30, 30)))
        slope = z.T @ (weight * (share - y)) + ridge * theta
        bend = (z * (weight * np.maximum(share * (1 - share), 1e-5))[:, None]).T @ z + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        theta -= step * min(1.0, 4 / float(np.abs(step).max()))
    return z @ theta
