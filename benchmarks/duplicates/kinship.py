"""Learns which scenes and harms are told together of one problem: the table of matching/duplicates/kin.py."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np  # type: ignore[import-not-found, unused-ignore]

from benchmarks.duplicates.curves import Matrix
from benchmarks.duplicates.streams import Row
from matching.duplicates.kin import Kin

DOUBT = 0.04  # problems: so much is added to what was seen and to what chance would bring
SEEN = 0.1  # problems; a pair told together less often is not in the table
LEAST = 0.4  # logarithm; what chance brings nearly as often is not in it, either
OTHER = 0.5  # what a pair counts against itself for in two problems of one place


def learn_kin(rows: Iterable[Row], keep: Callable[[Row], bool]) -> dict[str, dict[str, float]]:
    """
    Return the table of the kept reports.

    Each problem counts once: of its reports, those that tell different signs, every two make a pair. Chance is what
    the signs' own frequencies would bring, and what two problems of one place bring.
    """
    kept = [row for row in rows if keep(row) and row.relation != "resolved_thanks"]
    names = sorted({name for row in kept for name in row.prepared.signs.shares})
    place = {name: at for at, name in enumerate(names)}
    problems: dict[str, dict[tuple[object, ...], Matrix]] = defaultdict(dict)
    related, problem_of = {}, {row.issue: row.problem for row in kept}
    for row in kept:
        told = np.zeros(len(names))
        for name, share in row.prepared.signs.shares.items():
            told[place[name]] = share
        problems[row.problem][tuple(sorted(row.prepared.signs.shares.items()))] = told
        if row.relation == "same_place_other_problem" and row.related:
            related[row.problem] = problem_of.get(row.related)
    seen, chance = np.zeros((len(names),) * 2), np.zeros((len(names),) * 2)
    mean = {}
    for problem, reports in problems.items():
        told = np.array(list(reports.values()))
        mean[problem] = told.mean(axis=0)
        if (count := len(told)) > 1:
            whole = told.sum(axis=0)
            seen += (np.outer(whole, whole) - told.T @ told) / (count * (count - 1))
    frequency = sum(mean.values())
    chance += np.outer(frequency, frequency) / max(1, len(mean))
    for one, other in related.items():
        if one in mean and other in mean:
            both = np.outer(mean[one], mean[other])
            chance += OTHER * (both + both.T) / 2
    lift = np.log((seen + DOUBT) / (chance + DOUBT))
    return _listed(names, np.where((seen > SEEN) & (lift > LEAST), lift, 0.0))


def _listed(names: Sequence[str], lift: Matrix) -> dict[str, dict[str, float]]:
    return {
        name: {names[at]: round(float(row[at]), 1) for at in np.nonzero(row)[0]}
        for name, row in zip(names, lift, strict=True)
        if row.any()
    }


def kin_lines(kin: Kin) -> list[str]:
    """Return the table as lines of JSON, a sign a line; a pair stands once, with the sign that comes first."""
    lines = []
    for name, others in sorted(kin.items()):
        once = {other: value for other, value in others.items() if other >= name}
        if once:
            told = "; ".join(f"{other} {value}" for other, value in sorted(once.items()))
            lines.append(f'  "{name}": "{told}"')
    return lines
