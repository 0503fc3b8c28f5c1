"""
What a text is about, whatever words it uses: scenes of commune life (scenes.tsv), and what is wrong (harms.tsv).

A scene tells what the text speaks of ("market"), a harm what is the matter with it ("theft"), whatever it is with.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from matching import data
from matching.duplicates.rarity import ordinary
from matching.duplicates.relations import Typed, chance_of, spelled, strength_of
from matching.text import strip_marks

_KEPT = 6  # scenes of a text that count
_MORE_WORDS = 0.35  # a phrase of two words says more than one word
_LEAST_SURE = 0.25
_RARE = 5.0  # nats: a single word that ordinary complaints hardly know says as much as it can


class Told(NamedTuple):
    """A phrase: the `accent_key` of each word, `chance` of a single word, and what it says for each scene."""

    keys: tuple[str, ...]
    chance: float
    scenes: tuple[tuple[str, float], ...]


def phrases(table: str) -> dict[tuple[str, ...], tuple[Told, ...]]:
    """Return folded words -> the phrases of scenes.tsv or harms.tsv with marks that fold to them."""
    holders: dict[tuple[str, ...], list[str]] = {}
    names: set[str] = set()
    for name, wordings in data.rows(table):
        names.add(name)
        for phrase in wordings.split(";"):
            words = tuple(unicodedata.normalize("NFC", phrase).casefold().split())
            if name not in (scenes := holders.setdefault(words, [])):
                scenes.append(name)
    found: dict[tuple[str, ...], tuple[Told, ...]] = {}
    shared: dict[tuple[tuple[str, float], ...], tuple[tuple[str, float], ...]] = {}
    for words, scenes in holders.items():
        worth = math.log(len(names) / len(scenes)) / math.log(len(names)) * (1 + _MORE_WORDS * (len(words) - 1))
        if len(words) == 1:
            worth *= min(1.0, ordinary(strip_marks(words[0])) / _RARE)
        said = tuple((scene, worth / len(scenes) ** 0.5) for scene in scenes)
        plain, keys = spelled(words)
        told = Told(keys, chance_of(plain, keys), shared.setdefault(said, said))
        found[plain] = (*found.get(plain, ()), told)
    return found


Said = tuple[int, int, tuple[Told, ...]]
"""Where a text holds phrases that fold to one: first word, end (exclusive), these phrases."""


def told_in(said: Iterable[Said], typed: Typed, skipped: AbstractSet[int]) -> dict[str, float]:
    """
    Return scene (or harm) -> how much of the text speaks for it; the sum of squares grows with what is told, below one.

    `said` in order, of one beginning the longest first: that is taken, and what it covers is not looked at. Words at
    `skipped` are names of places.
    """
    scores: dict[str, float] = {}
    free, keys, is_open = 0, typed.keys, typed.is_open
    for at, end, told in said:
        if at < free or at in skipped:
            continue
        for wanted, chance, scenes in told:
            if end == at + 1:
                sure = chance if is_open[at] else float(wanted[0] == keys[at])
            else:
                sure = strength_of(wanted, at, typed)
            if sure >= _LEAST_SURE:
                free = end
                for scene, worth in scenes:
                    scores[scene] = scores.get(scene, 0.0) + worth * sure
    return _kept(scores)


def _kept(scores: dict[str, float]) -> dict[str, float]:
    if not scores:
        return {}
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:_KEPT]
    length = math.sqrt(sum([score * score for _, score in best]))
    scale = (1 - math.exp(-length)) / length
    return {scene: round(score * scale, 4) for scene, score in best}


def likeness(one: dict[str, float], other: dict[str, float]) -> tuple[float, float]:
    """Return how much two texts tell of one scene, and how much of different ones (0..1 each)."""
    if not one or not other:
        return 0.0, 0.0
    sure = math.hypot(*one.values()) * math.hypot(*other.values())
    root = math.sqrt(sure)
    if one.keys().isdisjoint(other):
        return 0.0, root
    common = sum([share * other[scene] for scene, share in one.items() if scene in other])
    return common / root, (sure - common) / root
