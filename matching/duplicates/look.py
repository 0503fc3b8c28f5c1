"""The cheap look at stored reports: what sharing a key is worth before two reports are compared in full."""

from __future__ import annotations

import functools
import json
import math
import operator
from collections.abc import Iterator, Mapping, Sequence

from matching.duplicates.keys import main_scene, marks, place_key
from matching.duplicates.prepare import Prepared
from matching.duplicates.rarity import Rarity
from matching.duplicates.tables import text

KINDS = (
    "word", "meaning", "scene", "main_scene", "subject", "number", "name", "numbered", "cell",
    "week", "month", "season",
)  # fmt: skip
"""What can be shared; the last three fade with the time between the reports."""

TOO_COMMON = 1.1  # nats: words that a third of the reports hold find nothing

_FADING = (("week", 7.0), ("month", 30.0), ("season", 120.0))  # days
_MILLION = 1_000_000
_QUARTER = 21_600  # seconds: of a day
LENGTH = 6.0  # keeps worth in nats for a report of ordinary length, which has some 36 keys
_FEW, _MORE_BY = 8, 24
_LONGEST = 400  # days: older reports are hardly in the index
_QUARTERS = 4 * _LONGEST


def marks_of(prepared: Prepared) -> list[str]:
    """Return the `keys.marks` of a report."""
    return marks(prepared.scenes, prepared.subjects, prepared.places)


def parts(new: Prepared, rarity: Rarity) -> Iterator[tuple[str, str, float]]:
    """Yield each key of a new report with its kind and how telling it is, before the kinds are weighed."""
    weight = rarity.weight
    for kind, keys in (("word", new.words), ("meaning", new.meanings)):
        for key in keys:
            value = weight(key)
            if value >= TOO_COMMON:
                yield key, kind, value
    for scene, share in new.scenes.items():
        yield f"~{scene}", "scene", share * weight(f"~{scene}")
    main = main_scene(new.scenes)
    if main:
        yield f"~!{main}", "main_scene", new.scenes[main] * weight(f"~!{main}")
    for code, share in new.subjects.items():
        yield f"^{code}", "subject", share * weight(f"^{code}")
    for place in dict.fromkeys(new.places):
        key = place_key(place)
        yield key, "number" if place.is_numbered else "name", weight(key)
        if place.is_numbered:
            yield f"|{place.kind}", "numbered", 1.0


def worth(new: Prepared, rarity: Rarity) -> dict[str, float]:
    """Return what sharing each key with a new report is worth; another number of one kind of place counts against."""
    weights = shipped_look()
    return {key: weights[kind] * value for key, kind, value in parts(new, rarity)}


def fading(days: float) -> list[float]:
    """Return what is left of `week`, `month` and `season` after so many days, before they are weighed."""
    return [math.exp(-days / span) for _, span in _FADING]


class Look:
    """
    A new report's cheap look at earlier ones.

    Worth is counted in millionths of a nat, whole numbers: their sum is the same in whatever order a set is walked.
    """

    def __init__(self, new: Prepared, rarity: Rarity) -> None:
        self._at = new.report.at
        self._near = nearness_by_quarter()
        self.shares = {key: round(_MILLION * value) for key, value in worth(new, rarity).items()}
        """What sharing each key is worth."""
        self._keys = frozenset(self.shares)
        self._share = self.shares.__getitem__

    def rate(self, old: Prepared) -> float:
        """Return what an earlier report is worth: what it shares, for a report of its length, and how near it is."""
        keys = old.keys
        return self.rated(sum(map(self._share, self._keys & keys)), len(keys), old)

    def rated(self, shared: int, keys: int, old: Prepared) -> float:
        """Return `rate` for what is known to be shared, of a report with so many keys."""
        gap = self._at - old.report.at
        quarters = gap.days * 4 + gap.seconds // _QUARTER
        if quarters < 0:
            quarters = ~quarters
        near = self._near[quarters] if quarters < _QUARTERS else self._near[-1]
        return shared * fairly(keys) / _MILLION + near


def full_look(others: int, most: int) -> int:
    """
    Return how many of so many reports deserve a full look, at most `most`.

    Among few the right one stands high: of 2,181 repeats in rooms of up to 80 reports one stood lower than the eighth
    (benchmarks/duplicates/README.md).
    """
    return min(most, _FEW + others // _MORE_BY)


def fairly(keys: int) -> float:
    """Return what the worth of a report with so many keys is multiplied by: long ones share much by chance."""
    return LENGTH / math.sqrt(keys or 1)


@functools.cache
def nearness_by_quarter() -> Sequence[float]:
    """Return what it is worth that a report came so many quarters of a day earlier; the last is for all before."""
    weights = [shipped_look()[kind] for kind, _ in _FADING]
    quarters = (fading(at / 4) for at in range(_QUARTERS))
    return [sum(map(operator.mul, weights, left)) for left in quarters]


@functools.cache
def shipped_look() -> Mapping[str, float]:
    """Return kind -> weight, learnt by benchmarks/duplicates/learn_look.py."""
    table: dict[str, float] = json.loads(text("look.json"))["weights"]
    return {kind: float(table[kind]) for kind in KINDS}
