"""Measures the search for duplicates beside naive RapidFuzz and BM25, and how long it takes. Needs no extra package.

    python -m benchmarks.duplicates.measure [--quick]

The unseen reports are answered by the shipped table, which has not seen them. The other sets are answered by a table
that was learnt without them, with subjects by a table that was learnt without them, too (topics.py, four minutes), and
by the shipped one, which has seen them. The baselines get the threshold that gives them their best F1 on the very set
that is measured.
"""

from __future__ import annotations

import argparse
import itertools
import math
import statistics
import time
from collections import Counter, defaultdict
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from msgspec import structs
from rapidfuzz import fuzz

from benchmarks.duplicates import streams, topics
from benchmarks.duplicates.streams import Answer, Row
from matching.duplicates import Memory, Rarity, find_similar, prepare
from matching.duplicates.memory import Scope
from matching.duplicates.model import Model, model_from, shipped_model
from matching.text import fold
from matching.understanding.subjects import shipped_table


def by_memory(rows: list[Row], model: Model, scope: Scope = "commune") -> list[Answer]:
    """Answer with the program itself."""
    memory = Memory(model)

    def search(row: Row) -> tuple[list[tuple[str, float]], bool]:
        similar = memory.search(row.prepared, scope)
        return [(match.id, match.score) for match in similar.candidates], similar.suggest

    def remember(row: Row) -> None:
        memory.add(row.prepared)

    return streams.ask(rows, search, remember)


class TokenSet:
    """RapidFuzz's token_set_ratio on folded text."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []

    def scores(self, text: str) -> list[tuple[str, float]]:
        return [(id_, fuzz.token_set_ratio(text, other) / 100) for id_, other in self.seen]

    def add(self, id_: str, text: str) -> None:
        self.seen.append((id_, text))


class Bm25:
    """BM25 (k1 1.2, b 0.75) on folded syllables; the score is divided by the query's score with itself."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, Counter[str], int]] = []
        self.holders: Counter[str] = Counter()

    def scores(self, text: str) -> list[tuple[str, float]]:
        words = Counter(text.split())
        count = len(self.seen) or 1
        mean = sum(length for *_, length in self.seen) / count or 1.0
        rare = {w: math.log(1 + (count - self.holders[w] + 0.5) / (self.holders[w] + 0.5)) for w in words}
        full = sum(rare[w] for w in words) or 1.0
        return [
            (id_, sum(rare[w] * bag[w] * 2.2 / (bag[w] + 1.2 * (0.25 + 0.75 * length / mean)) for w in words) / full)
            for id_, bag, length in self.seen
        ]

    def add(self, id_: str, text: str) -> None:
        words = text.split()
        self.seen.append((id_, Counter(words), len(words)))
        self.holders.update(set(words))


def by_baseline(rows: list[Row], kind: type[TokenSet | Bm25], key: str) -> list[Answer]:
    """Answer with a baseline, at the threshold that is best for it on these rows."""
    rooms: dict[str, TokenSet | Bm25] = defaultdict(kind)

    def room(row: Row) -> TokenSet | Bm25:
        report = row.prepared.report
        return rooms[report.commune_code if key == "commune" else report.province_code]

    def search(row: Row) -> tuple[list[tuple[str, float]], bool]:
        found = room(row).scores(fold(row.prepared.report.text))
        return sorted(found, key=lambda pair: -pair[1])[:5], False

    answers = streams.ask(rows, search, lambda row: room(row).add(row.id, fold(row.prepared.report.text)))
    tops = sorted({round(answer.ranked[0][1], 2) for answer in answers if answer.ranked})

    def suggesting(threshold: float) -> list[Answer]:
        return [replace(a, suggest=bool(a.ranked) and a.ranked[0][1] >= threshold) for a in answers]

    return max((suggesting(threshold) for threshold in tops), key=lambda some: streams.figures(some).f1)


def told(title: str, answers: list[Answer]) -> None:
    """Print one method's figures."""
    f = streams.figures(answers)
    print(f"{title}")
    print(f"  recall@1 {f.recall_1}   recall@3 {f.recall_3}")
    print(f"  suggest: F1 {f.f1:.3f}   precision {f.precision}   recall {f.recall}")
    print(f"  wrong suggestions: {'; '.join(f'{name} {share}' for name, share in f.wrong.items())}")
    print(f"  calibration error (10 equal bins): best {f.calibration_best:.3f}, all shown {f.calibration_all:.3f}")


def quality(name: str, rows: list[Row], held_out: Path | None) -> None:
    """Print all methods on one set; `held_out` is a table learnt without it, None when the shipped one was."""
    issues = {row.issue for row in rows}
    print(f"\n== {name}: {len(rows)} reports, {len(issues)} issues ==")
    unseen = shipped_model() if held_out is None else model_from(held_out)
    answers = by_memory(rows, unseen)
    told("nghedan, table learnt without this set", answers)
    if any(row.no_place for row in rows):
        for label, wanted in (("that name the place", False), ("in other words, without the place", True)):
            part = [answer for answer in answers if answer.row.no_place is wanted]
            print(f"  of the reports {label}: recall@1 {streams.figures(part).recall_1}")
    if held_out is not None:
        told("nghedan, shipped table (has seen this set)", by_memory(rows, shipped_model()))
    told("token_set_ratio, folded", by_baseline(rows, TokenSet, "commune"))
    told("BM25, folded syllables", by_baseline(rows, Bm25, "commune"))
    province = by_memory(rows, unseen, "province")
    elsewhere = [a for a in province if a.row.relation == "same_wording_other_commune" and not a.has_earlier]
    print(f"province-wide: wrong suggestions for the same wording in another commune {streams.mistaken(elsewhere)}")
    print(f"province-wide recall@1: nghedan held out {streams.figures(province).recall_1}", end="; ")
    for label, kind in (("token_set", TokenSet), ("BM25", Bm25)):
        print(f"{label} {streams.figures(by_baseline(rows, kind, 'province')).recall_1}", end="; ")
    print()


def speed(rows: list[Row], candidates: int, asked: int = 200) -> None:
    """Print how long a search takes in a commune with so many reports."""
    memory, pool = Memory(), []
    for number, row in enumerate(itertools.islice(itertools.cycle(rows), candidates)):
        report = row.prepared.report
        at = report.at + timedelta(days=number % 97, hours=number % 24)
        pool.append(prepare(structs.replace(report, id=f"S{number}", commune_code="1", province_code="1", at=at)))
        memory.add(pool[-1])
    rarity = Rarity()
    for prepared in pool:
        rarity.add(prepared.keys, prepared.named)
    queries = [
        prepare(structs.replace(row.prepared.report, commune_code="1", province_code="1")) for row in rows[:asked]
    ]
    for label, search in (
        ("Memory.search", memory.search),
        ("find_similar", lambda query: find_similar(query, pool, rarity=rarity)),
    ):
        took = []
        for query in queries:
            start = time.process_time()
            search(query)
            took.append((time.process_time() - start) * 1000)
        took.sort()
        middle, slow = statistics.median(took), took[int(len(took) * 0.95)]
        print(f"  {candidates:>6} candidates, {label:<14} p50 {middle:6.2f} ms   p95 {slow:6.2f} ms")


def main() -> None:
    """Print quality on both sets, then speed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--quick", action="store_true", help="without the own data and speed")
    quick = options.parse_args().quick
    for name in streams.NEVER_READ:
        quality(name, streams.load(name), None)
    subjects = {fold: topics.table_without(fold) for fold in range(topics.FOLDS)}
    for name in " ".join(streams.LEFT_OUT.values()).split():
        if name != "own" or not quick:
            rows = topics.with_topics(streams.load(name), subjects.get(topics.fold_of(name), shipped_table()))
            quality(name, rows, streams.without(name))
    if quick:
        return
    own = streams.load("own")
    print("\n== speed, processor time on one core ==")
    start = time.process_time()
    for row in own[:500]:
        prepare(row.prepared.report)
    print(f"  prepare {(time.process_time() - start) * 2:.2f} ms a report")
    for candidates in (300, 5000):
        speed(own, candidates)


if __name__ == "__main__":
    main()
