"""How telling it is that two reports share a word: rare in the commune and in ordinary complaints is telling."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Mapping
from importlib import resources

_BACKGROUND_WEIGHT = 25.0


@functools.cache
def _background() -> tuple[float, dict[str, int]]:
    lines = resources.files(__package__).joinpath("background.tsv").read_text("utf-8").splitlines()
    counts = {key: int(count) for key, count in (line.split("\t") for line in lines if not line.startswith("#"))}
    return float(counts.pop("*", 1)), counts


@functools.lru_cache(8192)
def ordinary(word: str) -> float:
    """Return how telling a word would be in ordinary complaints of anywhere, in nats."""
    size, background = _background()
    return -math.log((background.get(word, 0) + 0.4) / (size + 0.8))


class Rarity:
    """
    Document frequencies of one commune, smoothed by those of ordinary complaints (background.tsv).

    `weight(key)` is the negative logarithm of the share of reports that hold the key: about 0.5 for "không", 5 for a
    hamlet named once.
    """

    __slots__ = ("_cache", "_counts", "_named", "_reports")

    def __init__(self, counts: dict[str, int] | None = None, reports: int = 0) -> None:
        self._counts: dict[str, int] = counts if counts is not None else {}
        self._reports = reports
        self._named: dict[str, str] = {}
        self._cache: dict[str, float] = {}

    def add(self, keys: Iterable[str], named: Mapping[str, str] | None = None) -> None:
        """Count one more report that holds these keys and surely names these places (two syllables -> kind)."""
        self._named.update(named or {})
        self._reports += 1
        for key in keys:
            self._counts[key] = self._counts.get(key, 0) + 1
        self._cache.clear()

    def known(self, pairs: Iterable[str]) -> dict[str, set[str]]:
        """Return kind -> names among these neighbours that earlier reports showed to be places of the commune."""
        found: dict[str, set[str]] = {}
        for pair in pairs:
            kind = self._named.get(pair)
            if kind is not None:
                found.setdefault(kind, set()).add(pair)
        return found

    def total(self, keys: Iterable[str]) -> float:
        """Return the sum of the keys' weights."""
        return sum(map(self.weight, keys))

    def weight(self, key: str) -> float:
        """Return how telling the key is, in nats, at least 0.05."""
        known = self._cache.get(key)
        if known is None:
            size, background = _background()
            share = background.get(key, 0) / size
            total = self._reports + _BACKGROUND_WEIGHT
            seen = self._counts.get(key, 0) + _BACKGROUND_WEIGHT * share + 0.4
            known = self._cache[key] = max(0.05, -math.log(min(1.0, seen / (total + 0.8))))
        return known
