"""
Groups of reports of one problem, found in everything that a province filed: for the night, not for a chat.

Two reports are tied when the learnt table says that they are likely one problem; groups grow from the strongest tie,
and two groups become one only when most of their members are tied, so that a chain of half-likenesses (A like B,
B like C) does not pull a whole commune together.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from matching.duplicates.evidence import NAMES, evidence
from matching.duplicates.model import Model, shipped_model
from matching.duplicates.postings import asked, posted, traits
from matching.duplicates.prepare import Prepared
from matching.duplicates.rarity import Rarity
from matching.duplicates.window import Trace, Window

NEWEST: Final = 60
"""Reports just before one that are always weighed."""

POSTINGS_MAX: Final = 30
"""Earlier reports that are taken from one key."""

COMPARED: Final = 10
"""Earlier reports that one is compared with in full."""

COMMUNES_LEAST: Final = 3
"""A problem is spread when so many communes tell of it."""

_TIE_SURE: Final = 0.7
"""Hardly more than a suggestion needs: more than half of a sample must be tied before two groups become one."""

_SPREAD_SURE: Final = 0.75
"""In other communes nothing but the words speaks for one trouble: a tie must be surer than a suggestion."""

_SAMPLE: Final = 4  # members of each side that are compared before two groups become one
_MOST: Final = 0.5  # more than so many of those must be tied
_PLACE: Final = (
    "spot_", "alley_", "landmark_", "hamlet_", "street_", "place_", "placed_", "names_apart", "known_", "numbers_",
    "guess_", "slot_", "where_", "codes_", "here",
    "pin_", "other_commune",
)  # fmt: skip
_OF_PLACE: Final = tuple(at for at, name in enumerate(NAMES) if name.startswith(_PLACE))
_ONE_PLACE: Final = tuple(map(NAMES.index, ("spot_same", "place_found", "where_same", "placed_both", "here")))
_AGREE, _DISAGREE, _HERE_AGREE, _HERE_DISAGREE = map(NAMES.index, ("agree", "disagree", "here_agree", "here_disagree"))


class GroupKind(StrEnum):
    """What a group of reports shows."""

    UNMERGED = "unmerged"
    """Repeats inside a commune that stand in several cases."""

    RECURRENCE = "recurrence"
    """A problem of one commune that was reported again after its case was closed."""

    SPREAD = "spread"
    """One kind of problem in several communes."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A report with the case that holds it; `closed_at` is None while the case is open."""

    prepared: Prepared
    case: str
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one problem, oldest first (their ids); `score` is the weakest tie that was needed to hold them."""

    kind: GroupKind
    members: tuple[str, ...]
    score: float


Score = Callable[[Prepared, Prepared], float]


def groups(
    reports: Iterable[Filed], *, model: Model | None = None, progress: Callable[[int], object] = lambda _: None
) -> list[Group]:
    """
    Return what a province's reports show, the kinds in order and the largest group first.

    `progress` is told how many reports were compared since it was told last. Deterministic. Who thanks is left out.
    """
    model = replace(model or shipped_model(), threshold=_TIE_SURE)
    filed = sorted(reports, key=lambda one: (one.prepared.report.at, one.prepared.report.id))
    by_commune: dict[str, list[Filed]] = defaultdict(list)
    for one in filed:
        if not one.prepared.cues.resolved:
            by_commune[one.prepared.report.commune_code].append(one)
        else:
            progress(1)
    found: list[Group] = []
    first: list[Prepared] = []
    for commune in sorted(by_commune):
        here = by_commune[commune]
        known = {one.prepared.report.id: one for one in here}
        rarity = _counted([one.prepared for one in here])
        for members, score in _tied([one.prepared for one in here], rarity, _scorer(model, rarity), model, progress):
            first.append(members[0])
            kind = _kind([known[one.report.id] for one in members])
            if kind is not None:
                found.append(Group(kind, tuple(one.report.id for one in members), score))
    first.sort(key=lambda one: (one.report.at, one.report.id))
    rarity = _counted(first)
    sure = replace(model, threshold=_SPREAD_SURE)
    for members, score in _tied(first, rarity, _without_place(model, rarity), sure, lambda _: None):
        if len({one.report.commune_code for one in members}) >= COMMUNES_LEAST:
            found.append(Group(GroupKind.SPREAD, tuple(one.report.id for one in members), score))
    order = list(GroupKind)
    return sorted(found, key=lambda group: (order.index(group.kind), -len(group.members), group.members))


def _kind(members: Sequence[Filed]) -> GroupKind | None:
    """Tell repeats from a return; None when one case holds all."""
    for earlier, later in itertools.combinations(members, 2):
        if earlier.case != later.case and earlier.closed_at and earlier.closed_at < later.prepared.report.at:
            return GroupKind.RECURRENCE
    return GroupKind.UNMERGED if len({one.case for one in members}) > 1 else None


def _counted(reports: Iterable[Prepared]) -> Rarity:
    rarity = Rarity()
    for one in reports:
        rarity.add(one.keys, one.named)
    return rarity


def _scorer(model: Model, rarity: Rarity) -> Score:
    return lambda new, old: model.probability(evidence(new, old, rarity, model.together))


def _without_place(model: Model, rarity: Rarity) -> Score:
    """In another commune every spot is another: how likely the trouble is one if both had named one place."""

    def score(new: Prepared, old: Prepared) -> float:
        values = evidence(new, old, rarity, model.together)
        for at in _OF_PLACE:
            values[at] = 0.0
        for at in _ONE_PLACE:
            values[at] = 1.0
        values[_HERE_AGREE], values[_HERE_DISAGREE] = values[_AGREE], values[_DISAGREE]
        return model.probability(values)

    return score


# --- Ties and groups ------------------------------------------------------------------------------------------------


def _tied(
    reports: Sequence[Prepared], rarity: Rarity, score: Score, model: Model, progress: Callable[[int], object]
) -> list[tuple[list[Prepared], float]]:
    """Return the groups of reports (in time order) with their weakest needed tie; one alone is a group of 1.0."""
    ties: list[tuple[float, int, int]] = []
    for at, earlier in enumerate(_earlier(reports, rarity)):
        for other in earlier:
            probability = score(reports[at], reports[other])
            if probability >= model.threshold:
                ties.append((-probability, other, at))
        progress(1)
    group = list(range(len(reports)))
    members: dict[int, list[int]] = {at: [at] for at in group}
    weakest = dict.fromkeys(group, 1.0)
    for negative, one, two in sorted(ties):
        left, right = sorted((group[one], group[two]))
        if left == right or not _are_one(reports, members[left], members[right], score, model.threshold):
            continue
        for moved in members.pop(right):
            group[moved] = left
            members[left].append(moved)
        weakest[left] = min(weakest[left], weakest.pop(right), -negative)
    return [([reports[at] for at in sorted(members[one])], weakest[one]) for one in sorted(members)]


def _are_one(
    reports: Sequence[Prepared], left: Sequence[int], right: Sequence[int], score: Score, least: float
) -> bool:
    """Whether most members of two groups are tied, as far as a sample tells."""
    if len(left) == len(right) == 1:
        return True
    pairs = list(itertools.product(_sample(left), _sample(right)))
    tied = sum(score(reports[max(pair)], reports[min(pair)]) >= least for pair in pairs)
    return tied > _MOST * len(pairs)


def _sample(members: Sequence[int]) -> Sequence[int]:
    """Return a few members from first to last."""
    if len(members) <= _SAMPLE:
        return members
    return [members[at * (len(members) - 1) // (_SAMPLE - 1)] for at in range(_SAMPLE)]


def _earlier(reports: Sequence[Prepared], rarity: Rarity) -> Iterable[list[int]]:
    """Yield for each report the positions of the earlier ones that deserve a comparison."""
    traces = [Trace(at, round(one.report.at.timestamp() * 1000), traits(one)) for at, one in enumerate(reports)]
    window = Window(traces)
    holders: dict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(reports):
        weights: Mapping[str, float] = {key: rarity.weight(key) for key in one.keys}
        shared: Counter[int] = Counter()
        for key in asked(one, weights):
            shared.update(holders[key][-POSTINGS_MAX:])
        near = {*range(max(0, at - NEWEST), at), *(other for other, _ in shared.most_common(NEWEST))}
        yield window.likely(one, [traces[other] for other in sorted(near)], COMPARED)
        for key in posted(one):
            holders[key].append(at)
