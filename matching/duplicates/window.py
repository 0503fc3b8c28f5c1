"""
A commune as its newest reports show it: how rare each key is there, and which stored reports deserve a full look.

The rows of an index hold hashes only (`postings.traits`), so a thousand of them are weighed in milliseconds without
reading a text.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from matching.duplicates.postings import cells_around, hashed, place_keys, unpacked
from matching.duplicates.prepare import Prepared
from matching.duplicates.rarity import Rarity
from matching.duplicates.search import TOO_COMMON

_PAIR = 0.3  # of its weight: its two words have been counted already
_CELL = 6.0  # nats: a pin in the same cell or beside it
_LENGTH = 6.0  # keeps worth in nats for a report of ordinary length, which has some 36 keys
_RECENT = 6.0  # nats that having come the same hour is worth
_WEEK = 7 * 86_400_000  # ms


@dataclass(frozen=True, slots=True)
class Trace:
    """One row of the index: the id of a stored report, when it was filed (ms since 1970), its packed traits."""

    id: int
    at: int
    traits: bytes


class Window:
    """The newest reports of a commune, counted."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        self.traces = tuple(traces)
        self.counts = Counter(unpacked(b"".join(trace.traits for trace in self.traces)))

    def rarity(self) -> SampledRarity:
        """Return how rare keys are here, as if the window's reports had been counted one by one."""
        return SampledRarity(self.counts, len(self.traces))

    def likely(self, new: Prepared, rarity: Rarity, others: Iterable[Trace], keep: int) -> list[int]:
        """Return the ids of the `keep` stored reports that share most with a new one, weighed by rarity and age."""
        shared = self.worth(new, rarity)
        keys = frozenset(shared)
        weigh = shared.__getitem__
        now = round(new.report.at.timestamp() * 1000)

        def rated(trace: Trace) -> tuple[float, int]:
            own = unpacked(trace.traits)
            common = sum(map(weigh, keys.intersection(own))) * _LENGTH / math.sqrt(len(own) or 1)
            return common + _RECENT * math.exp(-abs(now - trace.at) / _WEEK), trace.id

        return [trace.id for trace in heapq.nlargest(keep, others, key=rated)]

    def worth(self, new: Prepared, rarity: Rarity) -> dict[int, float]:
        """Return what sharing each of the new report's keys is worth, by hash."""
        worth: dict[int, float] = {}
        for key in new.keys:
            weight = rarity.weight(key)
            if weight >= TOO_COMMON:
                worth[hashed(key)] = weight * _PAIR if " " in key and key[0] != "=" else weight
        for key in place_keys(new):
            number = hashed(key)
            worth[number] = -math.log((self.counts[number] + 0.5) / (len(self.traces) + 25.0))
        worth.update(dict.fromkeys(cells_around(new.report.lat, new.report.lon), _CELL))
        return worth


class _Hashed:
    """Counts that are asked for by key and held by hash."""

    def __init__(self, counts: Mapping[int, int]) -> None:
        self._counts = counts

    def get(self, key: str, default: int = 0) -> int:
        return self._counts.get(hashed(key), default)


class SampledRarity(Rarity):
    """`Rarity` over counts that were taken from packed traits; `tests/matching/test_window.py` holds them equal."""

    __slots__ = ()

    def __init__(self, counts: Mapping[int, int], reports: int) -> None:
        super().__init__()
        held: Any = _Hashed(counts)
        self._counts = held
        self._reports = reports

    def know_places(self, reports: Iterable[Prepared]) -> None:
        """Take the places that these reports surely name as known in the commune; no weight changes."""
        for report in reports:
            self._named.update(report.named)
