"""
Measures matching/places/ beside a naive baseline and prints one table.

    python -m benchmarks.places.measure [--answers N] [--complaints N] [--seed S] [--errors]
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import random
import statistics
import sys
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rapidfuzz import fuzz, process

from benchmarks.places.constructed import Case, answers, complaints, sentences, without_marks
from matching.places import Gazetteer, find_commune, nearest_communes
from matching.text import fold
from storage.data import ShippedUnits, shipped_units

DATA = Path(__file__).parent.parent / "data"
MENTIONS_IN_PETITIONS = ("thị trấn", "ho xa")  # the petitions that do name a unit, all former townships


@dataclass(frozen=True, slots=True)
class Answer:
    """What a method says: a decision or None, whether it calls the text ambiguous, and its candidates' codes."""

    decision: str | None
    ambiguous: bool
    candidates: tuple[str, ...]


Method = Callable[[str, str | None], Answer]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.places.measure", description="Measures place recognition."
    )
    parser.add_argument("--answers", type=int, default=4480, help="constructed answers (default 4480)")
    parser.add_argument("--complaints", type=int, default=1500, help="constructed complaints (default 1500)")
    parser.add_argument("--seed", type=int, default=20261122, help="of the constructed texts")
    parser.add_argument("--errors", action="store_true", help="print what was read wrongly")
    options = parser.parse_args(arguments)

    units = shipped_units()
    gazetteer, build_ms, megabytes = _built(units)
    methods = {"matching.places": ours(gazetteer), "RapidFuzz WRatio": baseline(units)}
    typed = _development()
    made = list(answers(units, options.answers, options.seed))
    named = list(complaints(units, options.complaints, options.seed + 1))
    unnamed, inside_provinces = _unnamed(), _unnamed_with_provinces(units)

    print(f"gazetteer: built in {build_ms:.0f} ms, {megabytes:.1f} MB; edition {units.edition}\n")
    for name, method in methods.items():
        print(f"{name}")
        errors: list[str] = []
        _report("  development strings", typed, method, errors)
        _report("  constructed answers", made, method, errors)
        _report("  complaints, commune named", named, method, errors)
        _report_invented("  complaints, none named", [(text, None) for text in unnamed], method, errors)
        _report_invented("  the same, province known", inside_provinces, method, errors)
        if name == "matching.places":
            _by_kind("answers", made, method)
            _by_kind("complaints", named, method)
        if options.errors and name == "matching.places":
            print("\n".join(errors))
        print()
    _report_speed(gazetteer, made, named, unnamed)
    return 0


def right(case: Case, answer: Answer) -> bool:
    """Return whether one commune was meant and decided, or several were meant and these were offered."""
    if len(case.gold) == 1:
        return answer.decision in case.gold
    return answer.ambiguous and bool(answer.candidates) and set(answer.candidates) <= case.gold


def wilson(hits: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a proportion."""
    if total == 0:
        return 0.0, 1.0
    z = 1.96
    centre = (hits + z * z / 2) / (total + z * z)
    spread = z * math.sqrt(hits * (total - hits) / total + z * z / 4) / (total + z * z)
    return max(0.0, centre - spread), min(1.0, centre + spread)


def _report(title: str, cases: Sequence[Case], method: Method, errors: list[str]) -> None:
    good = wrong = 0
    for case in cases:
        answer = method(case.text, case.province_code)
        ok = right(case, answer)
        good += ok
        wrong += answer.decision is not None and answer.decision not in case.gold
        if not ok:
            errors.append(f"    {case.naming} | {case.way} | {case.text} | {sorted(case.gold)[:5]} | {answer}")
    _line(title, "right or rightly ambiguous", good, len(cases))
    _line("", "confident and wrong", wrong, len(cases))


def _report_invented(title: str, texts: Sequence[tuple[str, str | None]], method: Method, errors: list[str]) -> None:
    invented = decided = 0
    for text, province_code in texts:
        answer = method(text, province_code)
        invented += bool(answer.candidates)
        decided += answer.decision is not None
        if answer.candidates:
            errors.append(f"    invented | {province_code} | {text} | {answer}")
    _line(title, "anything offered", invented, len(texts))
    _line("", "a commune decided", decided, len(texts))


def _by_kind(what: str, cases: Sequence[Case], method: Method) -> None:
    for title, kind in (("naming", "naming"), ("way of typing", "way")):
        groups: defaultdict[str, list[Case]] = defaultdict(list)
        for case in cases:
            groups[getattr(case, kind)].append(case)
        print(f"  {what} by {title}:")
        for name, group in groups.items():
            results = [(case, method(case.text, case.province_code)) for case in group]
            good = sum(right(case, answer) for case, answer in results)
            wrong = sum(answer.decision is not None and answer.decision not in case.gold for case, answer in results)
            print(f"    {name:36} {good / len(group):6.3f} right, {wrong / len(group):6.4f} wrong of {len(group)}")


def _report_speed(gazetteer: Gazetteer, made: Sequence[Case], named: Sequence[Case], unnamed: Sequence[str]) -> None:
    chance = random.Random(1)
    long = [" ".join(chance.choice(unnamed) for _ in range(4)) + " " + case.text for case in named[:300]]
    print("time of one call, one core, in ms:")
    _times("answers", [partial(find_commune, gazetteer, case.text) for case in made])
    _times("complaints", [partial(find_commune, gazetteer, case.text) for case in named])
    _times("80 words", [partial(find_commune, gazetteer, " ".join(text.split()[-80:])) for text in long])
    pins = [(unit.lat, unit.lon) for unit in gazetteer.communes[::5] if unit.lat and unit.lon]
    _times("pins", [partial(nearest_communes, gazetteer, lat, lon) for lat, lon in pins])


def _times(title: str, calls: Sequence[Callable[[], object]]) -> None:
    taken = []
    for call in calls:
        start = time.perf_counter()
        call()
        taken.append((time.perf_counter() - start) * 1000)
    taken.sort()
    p50, p95 = statistics.median(taken), taken[int(len(taken) * 0.95)]
    print(f"  {title:12} p50 {p50:.3f}   p95 {p95:.3f}   max {taken[-1]:.2f}")


def _line(title: str, what: str, hits: int, total: int) -> None:
    low, high = wilson(hits, total)
    print(f"{title:30} {what:28} {hits / max(total, 1):6.4f}  [{low:.4f}, {high:.4f}]  {hits} of {total}")


def _development() -> list[Case]:
    lines = (DATA / "places_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        Case(
            ", ".join(row["kinds"]), "as typed", row["text"], frozenset(f"{code:05d}" for code in row["gold_2026_9_0"]),
            None if row["province_code"] is None else f"{row['province_code']:02d}",
        )
        for row in rows
    ]  # fmt: skip


def _unnamed() -> list[str]:
    """Return the petitions of the development data that name no unit, and our own, with and without diacritics."""
    lines = (DATA / "petitions_dev.jsonl").read_text(encoding="utf-8").splitlines()
    petitions = [str(row["text"]) for row in map(json.loads, lines) if _names_none(row)]
    _, own = sentences()
    return petitions + own + [without_marks(text) for text in own] + [without_marks(text).lower() for text in petitions]


def _names_none(row: Mapping[str, object]) -> bool:
    """Return whether a petition says no unit and not the name of its own commune either ("Cam sành Hàm Yên")."""
    text = str(row["text"])
    if any(word in text.lower() for word in MENTIONS_IN_PETITIONS):
        return False
    return fold(str(row["commune"])).split(" ", 1)[1] not in fold(text)


def _unnamed_with_provinces(units: ShippedUnits) -> list[tuple[str, str | None]]:
    """Return the same texts where the province is known: the petitions' own, and every province for ours."""
    lines = (DATA / "petitions_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    petitions: list[tuple[str, str | None]] = [
        (str(row["text"]), f"{int(row['province_code']):02d}") for row in rows if _names_none(row)
    ]
    _, own = sentences()
    codes = [unit.code for unit in units.provinces]
    return petitions + [(text, code) for code in codes for text in own]


def _built(units: ShippedUnits) -> tuple[Gazetteer, float, float]:
    Gazetteer.build(units.units, units.former_units)
    start = time.perf_counter()
    Gazetteer.build(units.units, units.former_units)
    taken = (time.perf_counter() - start) * 1000
    gc.collect()
    tracemalloc.start()
    gazetteer = Gazetteer.build(units.units, units.former_units)
    gc.collect()
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return gazetteer, taken, size


def ours(gazetteer: Gazetteer) -> Method:
    def read(text: str, province_code: str | None) -> Answer:
        reading = find_commune(gazetteer, text, province_code=province_code)
        return Answer(reading.decision, reading.ambiguous, tuple(one.code for one in reading.candidates))

    return read


def baseline(units: ShippedUnits) -> Method:
    """Return WRatio over today's folded names with province, deciding when the best reaches 90 and leads by 2."""
    provinces = {unit.code: unit.name for unit in units.provinces}
    names = {unit.code: fold(f"{unit.full_name} {provinces[str(unit.province_code)]}") for unit in units.communes}
    province_of = {unit.code: unit.province_code for unit in units.communes}

    def read(text: str, province_code: str | None) -> Answer:
        inside = {code: name for code, name in names.items() if province_code in (None, province_of[code])}
        best = process.extract(fold(text), inside, scorer=fuzz.WRatio, limit=5, score_cutoff=80)
        if not best:
            return Answer(None, False, ())
        leads = len(best) == 1 or best[0][1] - best[1][1] >= 2
        codes = tuple(code for _, _, code in best)
        return Answer(codes[0], False, codes) if best[0][1] >= 90 and leads else Answer(None, True, codes)

    return read


if __name__ == "__main__":
    sys.exit(main())
