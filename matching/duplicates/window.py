"""
A commune as its newest reports show it: how rare each key is there, and which stored reports deserve a full look.

The rows of an index hold hashes only (`postings.traits`), so a thousand of them are weighed in milliseconds without
reading a text.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from matching.duplicates.look import fairly, nearness_by_quarter, shipped_look, worth
from matching.duplicates.postings import cells_around, hashed, unpacked
from matching.duplicates.prepare import Prepared
from matching.duplicates.rarity import Rarity

_MILLION = 1_000_000
_QUARTER = 21_600_000  # ms: of a day


class Trace(NamedTuple):
    """One row of the index: the id of a stored report, when it was filed (ms since 1970), its packed traits."""

    id: int
    at: int
    traits: bytes


class Window:
    """The newest reports of a commune, counted."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        self.traces = tuple(traces)
        counts = Counter(unpacked(b"".join(trace.traits for trace in self.traces)))
        self.rarity = SampledRarity(counts, len(self.traces))
        """How rare keys are here, as if the window's reports had been counted one by one."""

    def likely(self, new: Prepared, others: Iterable[Trace], keep: int) -> list[int]:
        """Return the ids of the `keep` stored reports that share most with a new one, weighed by rarity and age."""
        shared = self.worth(new)
        keys = frozenset(shared)
        weigh, near = shared.__getitem__, nearness_by_quarter()
        now = round(new.report.at.timestamp() * 1000)
        rated = [
            (
                sum(map(weigh, keys.intersection(own := unpacked(trace.traits)))) / _MILLION * fairly(len(own))
                + near[min(abs(now - trace.at) // _QUARTER, len(near) - 1)],
                trace.id,
            )
            for trace in others
        ]
        return [id for _, id in heapq.nlargest(keep, rated)]

    def worth(self, new: Prepared) -> dict[int, int]:
        """Return what sharing each of the new report's keys is worth, by hash, in millionths of a nat: see `Look`."""
        found = {hashed(key): round(_MILLION * value) for key, value in worth(new, self.rarity).items()}
        here = round(_MILLION * shipped_look()["cell"])
        found.update(dict.fromkeys(cells_around(new.report.lat, new.report.lon), here))
        return found


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
        self._weights.counts, self._weights.reports = held, reports

    def know_places(self, reports: Iterable[Prepared]) -> None:
        """Take the places that these reports surely name as known in the commune; no weight changes."""
        for report in reports:
            self._named.update(report.named)
