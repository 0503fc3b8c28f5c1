"""Learns what is told together of one problem: the tables of matching/duplicates/kin.py and associations.py."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np  # type: ignore[import-not-found, unused-ignore]

from benchmarks.duplicates.curves import Matrix
from benchmarks.duplicates.streams import Row
from matching.duplicates.associations import Associations, Together
from matching.duplicates.kin import Kin

DOUBT = 0.04  # problems: so much is added to what was seen and to what chance would bring
SEEN = 0.1  # problems; a pair told together less often is not in the table
LEAST = 0.4  # logarithm; what chance brings nearly as often is not in it, either
OTHER = 0.5  # what a pair counts against itself for in two problems of one place
LEAST_PROBLEMS, MOST_PROBLEMS = 4, 0.2  # a word told of fewer, or of more than this share of all, is not in the table
WORDS_DOUBT, WORDS_SEEN, WORDS_LEAST = 0.3, 0.15, 0.5  # as above, for words
OFTEN = 4  # reports; a problem told more often counts for more than one


def learn_together(rows: Sequence[Row], keep: Callable[[Row], bool]) -> Together:
    """Return both tables of the kept reports."""
    return Together(learn_kin(rows, keep), learn_associations(rows, keep))


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
        if len(told) > 1:
            seen += _by_two(told)
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


def learn_associations(rows: Iterable[Row], keep: Callable[[Row], bool]) -> Associations:
    """
    Return the table of the kept reports' words and meanings.

    As for kin: every two reports of a problem make pairs, against what chance would bring; but a problem told by more
    than `OFTEN` counts for as many as it has such parts.
    """
    kept = [row for row in rows if keep(row) and row.relation != "resolved_thanks"]
    told_of: dict[str, set[str]] = defaultdict(set)
    for row in kept:
        for word in row.prepared.units:
            told_of[word].add(row.problem)
    count = len({row.problem for row in kept})
    words = sorted(w for w, told in told_of.items() if LEAST_PROBLEMS <= len(told) <= count * MOST_PROBLEMS)
    place = {word: at for at, word in enumerate(words)}
    problems: dict[str, list[list[int]]] = defaultdict(list)
    for row in kept:
        problems[row.problem].append([place[word] for word in row.prepared.units if word in place])
    seen, mean = np.zeros((len(words),) * 2, dtype=np.float32), np.zeros(len(words))
    whole = 0.0
    for reports in problems.values():
        used = sorted({at for report in reports for at in report})
        told = np.array([np.isin(used, report) for report in reports], dtype=np.float32)
        counts = max(1.0, len(reports) / OFTEN)
        whole += counts
        mean[used] += counts * told.sum(axis=0) / len(reports)
        if len(reports) > 1:
            seen[np.ix_(used, used)] += counts * _by_two(told)
    np.fill_diagonal(seen, 0.0)
    chance = np.outer(mean, mean) / whole
    lift = np.log((seen + WORDS_DOUBT) / (chance + WORDS_DOUBT))
    lifts = _listed(words, np.where((seen >= WORDS_SEEN) & (lift >= WORDS_LEAST), lift, 0.0))
    return Associations({word: round(math.log(count / len(told_of[word])), 1) for word in words}, lifts)


def _by_two(told: Matrix) -> Matrix:
    """Return how often two signs stand in two of a problem's reports (rows), of all pairs of reports."""
    whole, count = told.sum(axis=0), len(told)
    return (np.outer(whole, whole) - told.T @ told) / (count * (count - 1))


def pair_lines(kin: Kin) -> list[str]:
    """Return the table as lines of JSON, a sign a line; a pair stands once, with the sign that comes first."""
    told = {name: _once(name, others) for name, others in sorted(kin.items())}
    return [f'  "{name}": "{"; ".join(pairs)}"' for name, pairs in told.items() if pairs]


def word_lines(associations: Associations) -> list[str]:
    """Return the table as lines of JSON, a word a line: how telling it is, then its pairs that stand with it."""
    return [
        f'  "{word}": "{"; ".join([str(nats), *_once(word, associations.lifts.get(word, {}))])}"'
        for word, nats in associations.telling.items()
    ]


def _once(name: str, others: Mapping[str, float]) -> list[str]:
    return [f"{other} {value}" for other, value in sorted(others.items()) if other >= name]
