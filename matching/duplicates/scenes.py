"""
What a text is about, whatever words it uses: scenes of commune life (scenes.tsv), and what is wrong (harms.tsv).

A scene tells what the text speaks of ("market"), a harm what is the matter with it ("theft"), whatever it is with.
"""

from __future__ import annotations

import functools
import math
import unicodedata
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from matching import data
from matching.duplicates.rarity import ordinary
from matching.duplicates.relations import Starts, longest_at, spelled, starts_of, strength_of
from matching.text import strip_marks

_LONGEST = 4
_KEPT = 6  # scenes of a text that count
_MORE_WORDS = 0.35  # a phrase of two words says more than one word
_LEAST_SURE = 0.25
_RARE = 5.0  # nats: a single word that ordinary complaints hardly know says as much as it can


class _Told(NamedTuple):
    """A phrase: the `accent_key` of each word, and what it says for each scene."""

    keys: tuple[str, ...]
    scenes: tuple[tuple[str, float], ...]


@functools.cache
def _phrases(table: str) -> dict[tuple[str, ...], tuple[_Told, ...]]:
    holders: dict[tuple[str, ...], list[str]] = {}
    names: set[str] = set()
    for name, phrases in data.rows(table):
        names.add(name)
        for phrase in phrases.split(";"):
            words = tuple(unicodedata.normalize("NFC", phrase).casefold().split())
            if name not in (scenes := holders.setdefault(words, [])):
                scenes.append(name)
    found: dict[tuple[str, ...], tuple[_Told, ...]] = {}
    shared: dict[tuple[tuple[str, float], ...], tuple[tuple[str, float], ...]] = {}
    for words, scenes in holders.items():
        worth = math.log(len(names) / len(scenes)) / math.log(len(names)) * (1 + _MORE_WORDS * (len(words) - 1))
        if len(words) == 1:
            worth *= min(1.0, ordinary(strip_marks(words[0])) / _RARE)
        said = tuple((scene, worth / len(scenes) ** 0.5) for scene in scenes)
        plain, keys = spelled(words)
        found[plain] = (*found.get(plain, ()), _Told(keys, shared.setdefault(said, said)))
    return found


@functools.cache
def _starts(table: str) -> Starts:
    return starts_of(_phrases(table), _LONGEST)


def scenes_of(folded: list[str], keys: list[str], is_open: list[bool], skipped: AbstractSet[int]) -> dict[str, float]:
    """
    Return scene -> how much of the text speaks for it; the sum of squares grows with what is told, below one.

    The lists run in parallel (see `relations.meanings`); words at `skipped` are names of places.
    """
    return _told_in("scenes.tsv", folded, keys, is_open, skipped)


def harms_of(folded: list[str], keys: list[str], is_open: list[bool], skipped: AbstractSet[int]) -> dict[str, float]:
    """Return harm -> how much of the text speaks for it, as `scenes_of` does for scenes."""
    return _told_in("harms.tsv", folded, keys, is_open, skipped)


def _told_in(
    table: str, folded: list[str], keys: list[str], is_open: list[bool], skipped: AbstractSet[int]
) -> dict[str, float]:
    starts, phrases = _starts(table), _phrases(table)
    scores: dict[str, float] = {}
    at, end = 0, len(folded)
    while at < end:
        if folded[at] not in starts or at in skipped:
            at += 1
            continue
        step = 1
        for length in range(longest_at(starts, folded, at), 0, -1):
            plain = tuple(folded[at : at + length])
            told = phrases.get(plain)
            if told and _add(scores, told, keys[at : at + length], plain, is_open[at : at + length]):
                step = length
                break
        at += step
    return _kept(scores)


def _add(
    scores: dict[str, float], told: tuple[_Told, ...], keys: list[str], plain: tuple[str, ...], is_open: list[bool]
) -> bool:
    found = False
    for phrase in told:
        sure = strength_of(phrase.keys, keys, plain, is_open)
        if sure >= _LEAST_SURE:
            found = True
            for scene, worth in phrase.scenes:
                scores[scene] = scores.get(scene, 0.0) + worth * sure
    return found


def _kept(scores: dict[str, float]) -> dict[str, float]:
    if not scores:
        return {}
    best = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:_KEPT]
    length = math.sqrt(sum(score * score for _, score in best))
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
