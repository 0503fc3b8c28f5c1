"""
Counts and times that every message adds to: plain sums until a scrape asks for them.

The client library's own take a lock for each number, two dozen thousand instructions a message; these are written to
by the loop's thread alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector


class Tally(Collector):
    """How often something happened, by labels. The name is without the `_total` that Prometheus reads."""

    def __init__(self, name: str, about: str, labels: Sequence[str], registry: CollectorRegistry) -> None:
        self._name, self._about, self._labels = name, about, labels
        self._counts: Counter[tuple[str, ...]] = Counter()
        registry.register(self)

    def add(self, *labels: str) -> None:
        """Count one, with its values of the labels in their order."""
        self._counts[labels] += 1

    def collect(self) -> Iterator[CounterMetricFamily]:
        """Return what Prometheus reads."""
        family = CounterMetricFamily(self._name, self._about, labels=self._labels)
        for labels, count in self._counts.items():
            family.add_metric(labels, count)
        yield family


@dataclass(slots=True)
class _Spread:
    """How many amounts lie below each bound and above the one before, those above all bounds last; their sum."""

    counts: list[int]
    sum: float = 0.0


class Times(Collector):
    """How long something took, by labels: seconds in buckets up to each bound, which is part of its bucket."""

    def __init__(
        self, name: str, about: str, labels: Sequence[str], bounds: Sequence[float], registry: CollectorRegistry
    ) -> None:
        self._name, self._about, self._labels, self._bounds = name, about, labels, bounds
        self._spreads: dict[tuple[str, ...], _Spread] = {}
        registry.register(self)

    def add(self, seconds: float, *labels: str) -> None:
        """Note one time, with its values of the labels in their order."""
        spread = self._spreads.get(labels)
        if spread is None:
            spread = self._spreads[labels] = _Spread([0] * (len(self._bounds) + 1))
        spread.counts[bisect_left(self._bounds, seconds)] += 1
        spread.sum += seconds

    def collect(self) -> Iterator[HistogramMetricFamily]:
        """Return what Prometheus reads."""
        family = HistogramMetricFamily(self._name, self._about, labels=self._labels)
        names = [*(str(float(bound)) for bound in self._bounds), "+Inf"]
        for labels, spread in self._spreads.items():
            buckets = list(zip(names, accumulate(spread.counts), strict=True))
            family.add_metric(labels, buckets, spread.sum)
        yield family
