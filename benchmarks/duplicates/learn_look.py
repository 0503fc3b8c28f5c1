"""Learns what sharing a key is worth in the cheap look that chooses which stored reports are compared in full.

    pip install -r benchmarks/duplicates/requirements.txt
    OMP_NUM_THREADS=1 python -m benchmarks.duplicates.learn_look     # writes matching/duplicates/look.json (minutes)

For each report with an earlier duplicate (development, own, written and more data; see recall.py) the duplicate is
hidden in a commune of invented petitions. The weights make it likely to be the first of all: one softmax over the
commune, ridge penalty, signs held to what each piece means. Printed: how often it is among the first 24, across folds.
"""

from __future__ import annotations

import json
import math
import random
from collections.abc import Sequence
from datetime import timedelta

import numpy as np  # type: ignore[import-not-found, unused-ignore]
from msgspec.structs import replace
from scipy.optimize import minimize  # type: ignore[import-not-found, import-untyped, unused-ignore]

from benchmarks.duplicates import scale
from benchmarks.duplicates.curves import Matrix
from benchmarks.duplicates.learn import FOLDS, fold_of
from benchmarks.duplicates.recall import SETS, Asked, invented, pairs
from benchmarks.duplicates.streams import Row, Share, load
from benchmarks.duplicates.words import PACKAGE, write
from matching.duplicates import Prepared, Rarity, Report, prepare
from matching.duplicates.look import KINDS, fading, marks_of, parts, shipped_look
from matching.duplicates.postings import place_keys, traits
from matching.duplicates.window import Trace, Window
from storage.candidates import FULL_LOOK, NEWEST

COMMUNE = 3_000
ASKED = {"own": 200}
ASKED_ELSE = 100
LEARNT_FROM = 300  # of a commune's petitions: half of them those that look most alike before anything is learnt
PENALTY = 0.01
AGAINST = frozenset({"numbered"})
SET_BY_HAND = {"cell": 6.0}  # the labelled data has too few pins
_LENGTH = 6.0  # as in window.py


def keys_of(prepared: Prepared) -> frozenset[str]:
    """Return what the index holds of a report."""
    return prepared.words.union(prepared.meanings, place_keys(prepared), marks_of(prepared))


def values(new: Prepared, others: Sequence[tuple[Prepared, frozenset[str]]], rarity: Rarity) -> Matrix:
    """Return for each other report what it shares, by kind, as the cheap look sums it."""
    told = [(key, KINDS.index(kind), value) for key, kind, value in parts(new, rarity)]
    found = np.zeros((len(others), len(KINDS)))
    for at, (old, keys) in enumerate(others):
        scale_ = _LENGTH / math.sqrt(len(keys) or 1)
        for key, kind, value in told:
            if key in keys:
                found[at, kind] += value * scale_
        found[at, -3:] = fading(abs((new.report.at - old.report.at).total_seconds()) / 86_400)
    return found


def asked_in_a_commune(rows: Sequence[Row], count: int, rng: random.Random) -> list[tuple[Asked, Matrix]]:
    """Return each asked pair with the values of its commune; the duplicate is the first row."""
    stored: list[tuple[str, Prepared, frozenset[str]]] = []
    for number, (passed, text, group) in enumerate(invented(rows, COMMUNE, rng)):
        one = prepare(Report(str(number), text, "1", "1", scale.NOW - timedelta(days=360) * (1 - passed)))
        stored.append((group, one, keys_of(one)))
    window = Window(Trace(at, 0, traits(one)) for at, (_, one, _) in enumerate(stored[-NEWEST:]))
    found = []
    for pair in pairs(rows, rng, count):
        at = scale.NOW - timedelta(days=pair.days)
        old = prepare(replace(pair.old.prepared.report, id="old", commune_code="1", province_code="1", at=at))
        new = prepare(replace(pair.new.prepared.report, id="new", commune_code="1", province_code="1", at=scale.NOW))
        others = [(kept, keys) for group, kept, keys in stored if group != pair.new.group]
        found.append((pair, values(new, [(old, keys_of(old)), *others], window.rarity)))
    return found


def learn(communes: Sequence[Matrix]) -> Matrix:
    """Return the weights that put the first row of each matrix first."""
    start = np.array([shipped_look()[kind] for kind in KINDS])
    few = []
    for x in communes:
        alike = np.argsort(-(x[1:] @ start))[: LEARNT_FROM // 2] + 1
        others = np.random.default_rng(1).choice(np.arange(1, len(x)), LEARNT_FROM // 2, replace=False)
        few.append(x[np.unique(np.concatenate(([0], alike, others)))])

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        total, slope = 0.0, np.zeros(len(weights))
        for x in few:
            scores = x @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            total -= math.log(shares[0] + 1e-12)
            slope += shares @ x - x[0]
        size = len(few)
        return total / size + PENALTY / 2 * float(weights @ weights), slope / size + PENALTY * weights

    bounds = [(None, 0) if kind in AGAINST else (0, None) for kind in KINDS]
    found = minimize(loss, start / 4, jac=True, bounds=bounds, method="L-BFGS-B")
    weights: Matrix = found.x
    return weights


def among_first(x: Matrix, weights: Matrix) -> bool:
    """Whether the duplicate is among those that are compared in full."""
    scores = x @ weights
    return int((scores > scores[0]).sum()) < FULL_LOOK


def main() -> None:
    """Learn, print, write."""
    asked: list[tuple[str, Asked, Matrix]] = []
    for name in SETS:
        found = asked_in_a_commune(load(name), ASKED.get(name, ASKED_ELSE), random.Random(5))
        asked += [(name, one, x) for one, x in found]
    folds = [fold_of(one.new.group) for _, one, _ in asked]
    learnt = [learn([x for (_, _, x), own in zip(asked, folds, strict=True) if own != part]) for part in range(FOLDS)]
    shipped = np.array([shipped_look()[kind] for kind in KINDS])
    for name in SETS:
        mine = [(x, fold) for (own, _, x), fold in zip(asked, folds, strict=True) if own == name]
        across = Share(sum(among_first(x, learnt[fold]) for x, fold in mine), len(mine))
        before = Share(sum(among_first(x, shipped) for x, _ in mine), len(mine))
        print(f"{name}, among {FULL_LOOK} of {COMMUNE:,}: across folds {across}; the table as shipped {before}")
    weights = learn([x for _, _, x in asked])
    table = dict(zip(KINDS, weights / weights[KINDS.index("word")], strict=True)) | SET_BY_HAND
    about = "what sharing a key is worth in the cheap look (look.py). Written by benchmarks/duplicates/learn_look.py"
    rounded = {kind: round(float(weight), 2) for kind, weight in table.items()}
    write(PACKAGE / "look.json", [json.dumps({"about": about, "weights": rounded}, indent=1)])


if __name__ == "__main__":
    main()
