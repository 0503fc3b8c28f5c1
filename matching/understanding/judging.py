"""Danger and accusation judged from groups of words that stand near each other, with weights learnt offline."""

from __future__ import annotations

import bisect
import functools
import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from matching.data import rows
from matching.reading import Reading
from matching.reading.terms import Terms
from matching.understanding.lanes import columns, packed
from matching.understanding.phrases import Hit, longest
from matching.understanding.values import Span

NEAR = 8  # tokens between two groups of words that are taken together
_MOST_POINTS = 6
_HUNDREDTHS = 100  # the table has two decimals
_MOST_PAIRS = 400  # of places of concepts, so that a text of one repeated word stays cheap


class Features(NamedTuple):
    """`found`: all that the table may know; `guessed`: pairs among it of which neither concept is sure."""

    found: set[str]
    guessed: AbstractSet[str]


def judged_features(
    reading: Reading,
    terms: Terms,
    hits: Sequence[Hit],
    *,
    danger_points: float,
    accusation_points: float,
    persons: Sequence[Span],
) -> Features:
    """
    Return what the table may know: concepts, pairs of them that stand near, words, and the points of the rules.

    The words with which the text begins and ends, and a question mark, count as such. A concept that only rests on a
    short word without marks ("chay") is told apart by a question mark.
    """
    tokens = reading.tokens
    places: list[_Placed] = []
    found = set(terms.known)
    for hit in longest([hit for hit in hits if hit.entry.what == "concept"]):
        sure = hit.last > hit.first or tokens[hit.first].has_marks
        found.add(f"={hit.entry.value}" if sure else f"={hit.entry.value}?")
        places.append((hit.first, hit.entry.value, sure))
    if persons:
        found.add("=person")
        starts = [token.start for token in tokens]
        places.extend((bisect.bisect_left(starts, span.start), "person", True) for span in persons)
    sure_pairs, guessed = _pairs(sorted(places))
    found |= sure_pairs
    found |= guessed
    found.update(f"danger>{points}" for points in _below(danger_points))
    found.update(f"accusation>{points}" for points in _below(accusation_points))
    _add_edges(found, terms.words)
    if "?" in reading.written:
        found.add("?")
    return Features(found, guessed)


_Placed = tuple[int, str, bool]
"""A concept: its first token, its name, and whether it rests on more than one short word without marks."""


def _pairs(places: Sequence[_Placed]) -> tuple[set[str], set[str]]:
    """Return the pairs with a concept that is sure, and those that are never seen so."""
    pairs: tuple[set[str], set[str]] = (set(), set())
    for at, (index, name, sure) in enumerate(places[:_MOST_PAIRS]):
        for other, second, second_sure in places[at + 1 : at + 1 + 3 * NEAR]:
            if other - index > NEAR:
                break
            if second != name:
                pairs[not (sure or second_sure)].add(_pair(name, second))
    return pairs[0], pairs[1] - pairs[0]


@functools.cache
def _pair(name: str, other: str) -> str:
    """Return the name of a pair of concepts, of which there are few: each is made once."""
    return f"={min(name, other)}+{max(name, other)}"


def _below(points: float) -> range:
    """Return the whole numbers below some points, as far as the table knows them."""
    return range(max(0, min(_MOST_POINTS, math.ceil(points))))


def _add_edges(found: set[str], words: Sequence[str]) -> None:
    """Add the first and the last words as such: requests and thanks begin, questions end in a way of their own."""
    if words:
        found.update((f"^{words[0]}", f"{words[-1]}$"))
    if len(words) > 1:
        found.update((f"^{words[0]} {words[1]}", f"{words[-2]} {words[-1]}$"))


@functools.cache
def _table() -> dict[str, int]:
    """Return the weights in hundredths: feature -> a packed row for danger and accusation."""
    return {
        name: packed(enumerate((round(_HUNDREDTHS * float(danger)), round(_HUNDREDTHS * float(accusation)))))
        for name, danger, accusation in rows("judgement_weights.tsv")
    }


def chances(features: Features) -> tuple[float, float]:
    """
    Return the probabilities of a danger and of an accusation.

    Nobody is accused by two guesses: of a lamp that is out, "den duong … tat … di hoc toi lam", "duong" may be a
    stepfather and "tat" a slap. A danger may be guessed: who reads a number too many loses nothing.
    """
    table = _table()
    total = table.get("*", 0) + sum(filter(None, map(table.get, features.found)))
    danger, accusation = columns(total, 2)
    if features.guessed:
        accusation -= columns(sum(filter(None, map(table.get, features.guessed))), 2)[1]
    return _chance(danger / _HUNDREDTHS), _chance(accusation / _HUNDREDTHS)


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
