"""A stream's memory: prepared reports by commune and province, found again through the rare words they share."""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import Literal

from matching.duplicates.look import Look, full_look
from matching.duplicates.model import Model, shipped_model
from matching.duplicates.prepare import Prepared, prepare
from matching.duplicates.rarity import Rarity
from matching.duplicates.search import FULL_LOOK, rank
from matching.duplicates.values import Report, Similar

Scope = Literal["commune", "province", "all"]
_LATEST = 60
_TELLING = 1_100_000  # millionths of a nat: what is worth less finds too many
_WIDE_LOOK = 64  # compared in full in a province: more communes hold the same words


class _Room:
    """The reports of one commune (or province, or all): who holds which key, and how rare each key is."""

    __slots__ = ("counts", "holders", "rarity", "reports")

    def __init__(self) -> None:
        self.reports: list[Prepared] = []
        self.counts: list[int] = []
        """Of the keys of each."""
        self.holders: dict[str, list[int]] = defaultdict(list)
        self.rarity = Rarity()

    def add(self, report: Prepared) -> None:
        at = len(self.reports)
        keys = report.keys
        self.reports.append(report)
        self.counts.append(len(keys))
        for key in keys:
            self.holders[key].append(at)
        self.rarity.add(keys, report.named)

    def likely(self, new: Prepared, keep: int) -> list[Prepared]:
        """Return the reports that deserve a full look: those that share telling keys, and the latest ones."""
        if len(self.reports) <= keep:
            return list(self.reports)
        look = Look(new, self.rarity)
        shared: dict[int, int] = defaultdict(int)
        for key, share in look.shares.items():
            if share >= _TELLING or share < 0:
                for at in self.holders.get(key, ()):
                    shared[at] += share
        latest = range(max(0, len(self.reports) - _LATEST), len(self.reports))
        first = {*heapq.nlargest(4 * keep, shared, key=lambda at: (shared[at], at)), *latest}
        best = heapq.nlargest(keep, first, key=lambda at: (self._rated(look, shared.get(at, 0), at), at))
        return [self.reports[at] for at in best]

    def _rated(self, look: Look, shared: int, at: int) -> float:
        return look.rated(shared, self.counts[at], self.reports[at])


class Memory:
    """
    Everything reported so far. `search` looks, `add` remembers; a report that is searched is not yet in it.

    Deterministic: the same reports in the same order give the same answers.
    """

    def __init__(self, model: Model | None = None) -> None:
        self._model = model or shipped_model()
        self._rooms: dict[tuple[Scope, str], _Room] = {}

    def add(self, report: Report | Prepared) -> Prepared:
        """Remember a report and return its prepared form."""
        prepared = report if isinstance(report, Prepared) else prepare(report)
        for key in self._keys(prepared.report):
            self._rooms.setdefault(key, _Room()).add(prepared)
        return prepared

    def search(self, report: Report | Prepared, scope: Scope = "commune", limit: int = 5) -> Similar:
        """Return the earlier reports of the scope that may be the same problem, best first."""
        new = report if isinstance(report, Prepared) else prepare(report)
        own = dict(self._keys(new.report))
        room = self._rooms.get((scope, own[scope]))
        if room is None:
            return Similar((), suggest=False)
        keep = full_look(len(room.reports), FULL_LOOK) if scope == "commune" else _WIDE_LOOK
        others = [old for old in room.likely(new, keep) if old.report.id != new.report.id]
        return rank(new, others, room.rarity, limit=limit, model=self._model)

    @staticmethod
    def _keys(report: Report) -> tuple[tuple[Scope, str], ...]:
        return (("commune", report.commune_code), ("province", report.province_code), ("all", ""))
