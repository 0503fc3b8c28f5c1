"""From logits to decisions: which share of answers is right, from where on to ask, in the mix of the development data.

The harder sets hold many neighbours on purpose, the development data few: a curve learnt from them would be too timid
for what people write. So only the sets in the manner of the development data take part here, by however many hands,
and each answer counts as its kind is common in the development data (a repeat, a repeat without its place, a first
report, another spot ...).
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from benchmarks.duplicates import streams
from benchmarks.duplicates.streams import Answer, Row

_HAND_OF = {name: hand for hand, names in streams.HANDS.items() for name in names.split()}
LATER = 0.3  # what a candidate that is not the best of its answer counts for when shares are calibrated
BLOCKS = 24
PRECISION = 0.95
DOUBT = 0.1  # logits; so much less sure than sets like life allow, as some communes are harder (the own data)
MISTAKEN = 0.15  # at most, of first reports of another spot and of another problem at one place, whoever wrote them
BARS = [at / 100 for at in range(40, 97, 2)]


class Found(NamedTuple):
    """
    A candidate of the commune.

    `unlike`: how surely it has a companion that the report is unlike. `untold`: both name one place, and nothing that
    they tell surely agrees (`evidence.is_untold`).
    """

    row: Row
    logit: float
    unlike: float
    untold: bool


class Scored(NamedTuple):
    """
    A report, whether an earlier one is of its issue, and its likeliest candidates, best first.

    `weight` is what it counts for; `hand` wrote its set, see `HANDS`.
    """

    row: Row
    has_earlier: bool
    found: list[Found]
    weight: float
    hand: str = ""

    @property
    def kind(self) -> str:
        """Return what makes this answer easy or hard."""
        if self.has_earlier:
            return "repeat without place" if self.row.no_place else "repeat"
        return self.row.relation or "first"


class Bars(NamedTuple):
    """From which probability on to ask: `untold` where both name one place and nothing they tell surely agrees."""

    usual: float
    untold: float


Curve = Sequence[tuple[float, float]]


def mix(answers: Sequence[Scored]) -> dict[str, float]:
    """Return which share of the answers is of each kind."""
    counts = Counter(answer.kind for answer in answers)
    return {kind: count / len(answers) for kind, count in sorted(counts.items())}


def mixed(sets: dict[str, list[Scored]], wanted: dict[str, float]) -> list[Scored]:
    """Return the answers of the sets that are like life, weighted so that each set has the wanted mix of kinds."""
    found = []
    for name, answers in sets.items():
        if name not in _HAND_OF:
            continue
        own = mix(answers)
        whole = sum(share for kind, share in wanted.items() if kind in own)
        for answer in answers:
            share = wanted.get(answer.kind, 0.0) / whole / own[answer.kind]
            found.append(answer._replace(weight=share, hand=_HAND_OF[name]))
    return found


def calibrate(answers: Sequence[Scored]) -> list[tuple[float, float]]:
    """Return points (logit, share of same issues), rising: pooled neighbours over the shown candidates."""
    said = sorted(
        (found.logit, streams.is_same(answer.row, found.row), answer.weight if at == 0 else answer.weight * LATER)
        for answer in answers
        for at, found in enumerate(answer.found)
        if answer.weight and _is_clear(answer.row, found.row)
    )
    blocks: list[list[float]] = []  # weight, sum of logits, sum of hits
    step = sum(weight for *_, weight in said) / BLOCKS
    for logit, hit, weight in said:
        if not blocks or blocks[-1][0] >= step:
            blocks.append([0.0, 0.0, 0.0])
        blocks[-1] = [blocks[-1][0] + weight, blocks[-1][1] + weight * logit, blocks[-1][2] + weight * hit]
    pooled: list[list[float]] = []
    for block in blocks:
        pooled.append(block)
        while len(pooled) > 1 and pooled[-2][2] / pooled[-2][0] >= pooled[-1][2] / pooled[-1][0]:
            last = pooled.pop()
            pooled[-1] = [one + two for one, two in zip(pooled[-1], last, strict=True)]
    return [(round(s / w + DOUBT, 3), round(min(0.995, max(0.001, h / w)), 4)) for w, s, h in pooled]


def _is_clear(row: Row, other: Row) -> bool:
    return streams.is_same(row, other) or not streams.is_acceptable(row, other)


def share_at(curve: Curve, logit: float) -> float:
    """Return the calibrated share, by straight lines between the points."""
    at = bisect_right(curve, (logit, 2.0))
    if at == 0 or at == len(curve):
        return curve[min(at, len(curve) - 1)][1]
    (left, low), (right, high) = curve[at - 1], curve[at]
    return low + (high - low) * (logit - left) / (right - left)


def is_asked(answer: Scored, curve: Curve, bars: Bars) -> bool:
    """Whether the program would ask about the best candidate."""
    if not answer.found or answer.row.prepared.cues.resolved or answer.found[0].row.prepared.cues.resolved:
        return False
    return share_at(curve, answer.found[0].logit) >= (bars.untold if answer.found[0].untold else bars.usual)


def answered(scored: Sequence[Scored], curve: Curve, bars: Bars) -> list[Answer]:
    """Return what the program would say."""
    return [
        Answer(
            answer.row, answer.has_earlier,
            tuple((found.row, share_at(curve, found.logit)) for found in answer.found), is_asked(answer, curve, bars),
        )
        for answer in scored
    ]  # fmt: skip


class Weighed(NamedTuple):
    """
    Figures of weighted answers.

    `mistaken` by relation, of first reports: of the first hand or of the others, whose traps misled more, as they are
    not equally hard and those of the first, which are the development data's, are few.
    `as_they_are`: the precision in the sets' own mixes.
    """

    precision: float
    recall: float
    mistaken: dict[str, float]
    as_they_are: float = 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def weighed(scored: Sequence[Scored], curve: Curve, bars: Bars) -> Weighed:
    """Count as `streams.figures` does, each answer by its weight."""
    right = wrong = repeats = 0.0
    own: dict[bool, float] = defaultdict(float)  # was the suggestion right -> what the sets' own answers weigh
    firsts: Counter[tuple[str, str]] = Counter()
    mistaken: Counter[tuple[str, str]] = Counter()
    for answer in scored:
        trap = answer.row.relation or "", answer.hand
        repeats += answer.weight * answer.has_earlier
        firsts[trap] += not answer.has_earlier
        if not is_asked(answer, curve, bars):
            continue
        if streams.is_same(answer.row, answer.found[0].row):
            right += answer.weight
            own[True] += 1
        elif not streams.is_acceptable(answer.row, answer.found[0].row):
            wrong += answer.weight
            own[False] += 1
            mistaken[trap] += not answer.has_earlier
    worst: dict[str, float] = {}
    for trap, count in firsts.items():
        if count:
            worst[trap[0]] = max(mistaken[trap] / count, worst.get(trap[0], 0.0))
    return Weighed(_share(right, wrong), right / repeats if repeats else 0.0, worst, _share(own[True], own[False]))


def _share(right: float, wrong: float) -> float:
    return right / (right + wrong) if right + wrong else 1.0


def choose(every: Sequence[Scored], curve: Curve) -> Bars:
    """
    Return the bars of the best F1 that keep precision and wrong neighbours within the goals, of all `BARS`.

    `every` holds the weighted answers: precision is limited in the mix and in the sets as they are, wrong suggestions
    by kind of neighbour.
    """
    tried = {bars: weighed(every, curve, bars) for bars in itertools.starmap(Bars, itertools.product(BARS, BARS))}
    kept = [bars for bars, seen in tried.items() if bars.untold >= bars.usual and is_within(seen)]
    return max(kept, key=lambda bars: (round(tried[bars].f1, 4), bars), default=Bars(BARS[-1], BARS[-1]))


def is_within(seen: Weighed) -> bool:
    """Whether figures keep the goals."""
    wrong = (seen.mistaken.get(kind, 0.0) for kind in ("same_category_other_spot", "same_place_other_problem"))
    return min(seen.precision, seen.as_they_are) >= PRECISION and max(wrong) <= MISTAKEN
