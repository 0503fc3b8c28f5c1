"""How telling it is that two reports share a word: rare in the commune and in ordinary complaints is telling."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from matching.duplicates.tables import rows

_BACKGROUND_WEIGHT = 25.0  # reports that ordinary complaints count for, beside those of the commune
_LEAST = 0.05
_Kept = TypeVar("_Kept")


@functools.cache
def _background() -> tuple[float, dict[str, int]]:
    counts = {key: int(count) for key, count in rows("background.tsv")}
    return float(counts.pop("*", 1)), counts


@functools.lru_cache(4096)
def ordinary(word: str) -> float:
    """Return how telling a word would be in ordinary complaints of anywhere, in nats."""
    size, background = _background()
    return -math.log((background.get(word, 0) + 0.4) / (size + 0.8))


class _Weights(dict[str, float]):
    """
    Weights that have been asked for; the others are computed on demand from the counts.

    It does not know the `Rarity` that it belongs to: objects that hold each other wait for the collector, and with
    them would all that a search has read of a commune.
    """

    def __init__(self) -> None:
        super().__init__()
        self.counts: dict[str, int] = {}
        self.reports = 0

    def __missing__(self, key: str) -> float:
        size, background = _background()
        seen = self.counts.get(key, 0) + _BACKGROUND_WEIGHT * background.get(key, 0) / size + 0.4
        share = min(1.0, seen / (self.reports + _BACKGROUND_WEIGHT + 0.8))
        weight = self[key] = max(_LEAST, -math.log(share))
        return weight


class Rarity:
    """
    Document frequencies of one commune, smoothed by those of ordinary complaints (background.tsv).

    `weight(key)` is the negative logarithm of the share of reports that hold the key, in nats: about 0.5 for "không",
    5 for a hamlet named once. It also knows which neighbouring words earlier reports showed to be names of places.
    """

    __slots__ = ("_kept", "_named", "_totals", "_weights", "weight")

    def __init__(self) -> None:
        self._named: dict[str, str] = {}
        self._weights = _Weights()
        self.weight: Callable[[str], float] = self._weights.__getitem__
        """Returns how telling a key is, in nats, at least 0.05."""
        self._totals: dict[frozenset[str], float] = {}
        self._kept: dict[tuple[str, str], Any] = {}

    def add(self, keys: Iterable[str], named: Mapping[str, str] | None = None) -> None:
        """Count one more report that holds these keys and surely names these places (two syllables -> kind)."""
        self._named.update(named or {})
        self._weights.reports += 1
        counts = self._weights.counts
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
        self._weights.clear()
        self._totals.clear()
        self._kept.clear()

    def known(self, pairs: Iterable[str]) -> dict[str, set[str]]:
        """Return kind -> names among these neighbours that earlier reports showed to be places of the commune."""
        found: dict[str, set[str]] = {}
        for pair in self._named.keys() & pairs:
            found.setdefault(self._named[pair], set()).add(pair)
        return found

    def kept(self, what: str, text: str, compute: Callable[[], _Kept]) -> _Kept:
        """Return what was computed from a text and what is known here, until the next `add`."""
        found: _Kept | None = self._kept.get((what, text))
        if found is None:
            found = self._kept[what, text] = compute()
        return found

    def total(self, keys: Iterable[str]) -> float:
        """Return the sum of the keys' weights, the same in whatever order a set is walked."""
        return math.fsum(map(self.weight, keys))

    def whole(self, keys: frozenset[str]) -> float:
        """Return `total` of a report's own set, remembered until the next `add`."""
        total = self._totals.get(keys)
        if total is None:
            total = self._totals[keys] = self.total(keys)
        return total

    def rarest(self, keys: Iterable[str]) -> float:
        """Return the largest weight among the keys, 0 for none."""
        return max(map(self.weight, keys), default=0.0)
