"""The cheap look at stored reports: what sharing a key is worth before two reports are compared in full."""

from __future__ import annotations

import functools
import json
import math
import operator
from collections.abc import Iterator, Mapping, Sequence

from matching.duplicates.marks import Place
from matching.duplicates.prepare import Prepared
from matching.duplicates.rarity import Rarity
from matching.duplicates.search import TOO_COMMON
from matching.duplicates.tables import text

KINDS = (
    "word", "meaning", "scene", "main_scene", "subject", "number", "name", "numbered", "cell",
    "week", "month", "season",
)  # fmt: skip
"""What can be shared; the last three fade with the time between the reports."""

_FADING = (("week", 7.0), ("month", 30.0), ("season", 120.0))  # days
_LONGEST = 400  # days: older reports are hardly in the index


def place_key(place: Place) -> str:
    """Return a named place as a key: "alley#12", "#dong ha"; a number says little without its kind."""
    return f"{place.kind if place.is_numbered else ''}#{' '.join(place.name[:2])}"


def marks_of(prepared: Prepared) -> list[str]:
    """
    Return what a report tells beyond its words, as keys: its scenes and the main one, its subjects, numbered kinds.

    Two wordings of one trouble often share a scene and no rare word. "|alley" marks a report that numbers an alley, so
    that two who number it differently can be told apart.
    """
    main = main_scene(prepared)
    numbered = {f"|{place.kind}": None for place in prepared.places if place.is_numbered}
    scenes = [f"~{scene}" for scene in prepared.scenes]
    return [*scenes, *([f"~!{main}"] if main else []), *(f"^{code}" for code in prepared.subjects), *numbered]


def main_scene(prepared: Prepared) -> str | None:
    """Return the scene that most of the text speaks for."""
    return max(prepared.scenes, key=lambda scene: (prepared.scenes[scene], scene), default=None)


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
    main = main_scene(new)
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


@functools.cache
def nearness_by_quarter() -> Sequence[float]:
    """Return what it is worth that a report came so many quarters of a day earlier; the last is for all before."""
    weights = [shipped_look()[kind] for kind, _ in _FADING]
    quarters = (fading(at / 4) for at in range(4 * _LONGEST))
    return [sum(map(operator.mul, weights, left)) for left in quarters]


@functools.cache
def shipped_look() -> Mapping[str, float]:
    """Return kind -> weight, learnt by benchmarks/duplicates/learn_look.py."""
    table: dict[str, float] = json.loads(text("look.json"))["weights"]
    return {kind: float(table[kind]) for kind in KINDS}
