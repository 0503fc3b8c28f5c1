"""
What residents tell together of one problem: learnt from labelled reports, so that texts without a common word can meet.

One tells the cause, another what it does to people: "cống tắc" (a stopped drain) and "muỗi" (mosquitoes). Scenes and
harms (scenes.py) that meet in one problem far more often than by chance are kin. Each model has a table of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Kin = Mapping[str, Mapping[str, float]]
"""Sign -> signs that are told of the same problems -> how many times more often than by chance, as a logarithm."""

UNLIKE = -1.0  # what signs have in common that the table does not name together
_SURE = 1.5  # a sign with two thirds of a text behind it counts fully
_MOST = 4.0


class Signs(NamedTuple):
    """
    What a text tells, as the table names it: scenes ("~lamp") and harms ("!dark").

    `shares`: how much of the text speaks for each; `weights`: for how much it can speak; `least`: the smallest weight;
    `mass`: the sum of the shares.
    """

    shares: dict[str, float]
    weights: dict[str, float]
    least: float
    mass: float


def signs(scenes: Mapping[str, float], harms: Mapping[str, float]) -> Signs:
    """Return what a text tells as names of the table."""
    shares = {"~" + scene: share for scene, share in scenes.items()}
    shares.update([("!" + harm, share) for harm, share in harms.items()])
    weights = {name: min(1.0, _SURE * share) for name, share in shares.items()}
    return Signs(shares, weights, min(weights.values(), default=0.0), sum(shares.values()))


def kinship(mine: Signs, theirs: Signs, kin: Kin) -> tuple[float, float, float]:
    """
    Return how much the signs of two texts are kin: from the side that more of is met, from the other, and how much not.

    Each sign counts with its best kin on the other side. 0..1 each; nothing when one text has no signs.
    """
    if not mine.shares or not theirs.shares:
        return 0.0, 0.0, 0.0
    weights, others = mine.weights, theirs.weights
    back: dict[str, float] = {}
    forth = 0.0
    for name, share in mine.shares.items():
        row = kin.get(name)
        met = row.keys() & others.keys() if row else None
        if row is None or not met:
            forth += share * UNLIKE * theirs.least
            continue
        forth += share * max([row[other] * others[other] for other in met])
        for other in met:
            back[other] = max(back.get(other, 0.0), row[other] * weights[name])
    unmet = UNLIKE * mine.least
    one = forth / mine.mass
    two = sum([share * back.get(name, unmet) for name, share in theirs.shares.items()]) / theirs.mass
    most, least = (one, two) if one >= two else (two, one)
    return max(0.0, most) / _MOST, max(0.0, least) / _MOST, max(0.0, -most)
