"""
What residents tell together of one problem: learnt from labelled reports, so that texts without a common word can meet.

One tells the cause, another what it does to people: "cống tắc" (a stopped drain) and "muỗi" (mosquitoes). Scenes and
harms (scenes.py) that meet in one problem far more often than by chance are kin. Each model has a table of its own.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from typing import NamedTuple

Kin = Mapping[str, Mapping[str, float]]
"""Sign -> signs that are told of the same problems -> how many times more often than by chance, as a logarithm."""

UNLIKE = -1.0  # what signs have in common that the table does not name together
_SURE = 1.5  # a sign with two thirds of a text behind it counts fully
_MOST = 4.0


class Sign(NamedTuple):
    """A scene ("~lamp") or a harm ("!dark") with how much of the text speaks for it, and for how much it can speak."""

    name: str
    share: float
    weight: float


def signs(scenes: Mapping[str, float], harms: Mapping[str, float]) -> tuple[Sign, ...]:
    """Return what a text tells as names of the table."""
    told = [(f"~{scene}", share) for scene, share in scenes.items()]
    told += [(f"!{harm}", share) for harm, share in harms.items()]
    return tuple([Sign(name, share, min(1.0, _SURE * share)) for name, share in told])


def kinship(mine: tuple[Sign, ...], theirs: tuple[Sign, ...], kin: Kin) -> tuple[float, float, float]:
    """
    Return how much the signs of two texts are kin: from the side that more of is met, from the other, and how much not.

    Each sign counts with its best kin on the other side. 0..1 each; nothing when one text has no signs.
    """
    if not mine or not theirs:
        return 0.0, 0.0, 0.0
    back = [UNLIKE] * len(theirs)
    heavy = [sign.weight for sign in theirs]
    forth = mass = 0.0
    for name, share, weight in mine:
        row = kin.get(name, {})
        values = [row.get(other, UNLIKE) for other, _, _ in theirs]
        forth += share * max(map(operator.mul, values, heavy))
        back = list(map(max, back, [value * weight for value in values]))
        mass += share
    one = forth / mass
    other_way = sum([sign.share * value for sign, value in zip(theirs, back, strict=True)])
    two = other_way / sum([sign.share for sign in theirs])
    most, least = (one, two) if one >= two else (two, one)
    return max(0.0, most) / _MOST, max(0.0, least) / _MOST, max(0.0, -most)
