"""What two texts tell apart from the names of places: by meanings, and word by word."""

from __future__ import annotations

import math

from matching.duplicates.placing import name_words
from matching.duplicates.prepare import TELLING, Prepared
from matching.duplicates.rarity import Rarity, ordinary


def shared_of(common: float, left: float, right: float) -> tuple[float, float]:
    """Return the share of the smaller and of the larger side that is common."""
    small, large = (left, right) if left <= right else (right, left)
    return (common / small if small > 0 else 0.0, common / large if large > 0 else 0.0)


def compare_told(new: Prepared, old: Prepared, rarity: Rarity) -> list[float]:
    """Compare what is told without the names of either text, which one of them may have typed without capitals."""
    (mine, here), (theirs, there) = _own(new, rarity), _own(old, rarity)
    if not mine.isdisjoint(there):
        mine -= there
    if not theirs.isdisjoint(here):
        theirs -= here
    common = mine & theirs
    left, right = rarity.whole(mine), rarity.whole(theirs)
    if not common:
        less, more = (left, right) if left <= right else (right, left)
        return [0.0, 0.0, 0.0, 0.0, 1.0, math.log1p(less) / 4, math.log1p(more) / 4]
    shared = rarity.total(common)
    less, more = (left - shared, right - shared) if left <= right else (right - shared, left - shared)
    return [
        *shared_of(shared, left, right),
        math.log1p(shared) / 4,
        rarity.rarest(common) / 6,
        0.0,
        math.log1p(less) / 4,
        math.log1p(more) / 4,
    ]


def _own(prepared: Prepared, rarity: Rarity) -> tuple[frozenset[str], frozenset[str]]:
    """Return what a text tells apart from its own names and venues, and these, computed once for all comparisons."""

    def compute() -> tuple[frozenset[str], frozenset[str]]:
        aside = name_words(prepared, rarity) | prepared.venues
        return prepared.units - aside, aside

    return rarity.kept("own", prepared.report.text, compute)


def compare_bare(new: Prepared, old: Prepared, rarity: Rarity) -> tuple[float, float, float, float]:
    """
    Compare the telling words apart from names as they stand, whatever they mean.

    What a word typed with marks means is sure, without them it often is not: "giếng" and "gieng" are one word, though
    one alone counts as a meaning.
    """
    (mine, here), (theirs, there) = _bare(new, rarity), _bare(old, rarity)
    if not mine.isdisjoint(there):
        mine -= there
    if not theirs.isdisjoint(here):
        theirs -= here
    common = mine & theirs
    if not common:
        return 0.0, 0.0, 0.0, 1.0
    shared = rarity.total(common)
    return (*shared_of(shared, rarity.whole(mine), rarity.whole(theirs)), math.log1p(shared) / 4, 0.0)


def _bare(prepared: Prepared, rarity: Rarity) -> tuple[frozenset[str], frozenset[str]]:
    """Return the telling words of a text that name no place, and those that do, computed once for all comparisons."""

    def compute() -> tuple[frozenset[str], frozenset[str]]:
        heads = (place.family.split() for place in prepared.places)
        names = name_words(prepared, rarity).union(*heads)
        return frozenset(word for word in prepared.words - names if ordinary(word) >= TELLING), names

    return rarity.kept("bare", prepared.report.text, compute)
