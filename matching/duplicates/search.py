"""find_similar: a cheap look at every candidate, a full one at the likely ones, a decision about the best."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from matching.duplicates.evidence import evidence, is_untold
from matching.duplicates.look import Look, full_look
from matching.duplicates.model import Model, chance, shipped_model
from matching.duplicates.prepare import Prepared, prepare
from matching.duplicates.rarity import Rarity
from matching.duplicates.reasons import reasons
from matching.duplicates.values import Match, Relation, Report, Similar, State

FULL_LOOK = 18
"""So many candidates at most are compared in full."""

COMPANY = 5
"""So many of the likeliest candidates are compared with each other, too."""

_ONE_MATTER = 0.5  # from this likelihood on two earlier reports count as one trouble and its return
_DOUBT = 0.3  # a candidate less likely than this needs no second look, a companion less unlike none either


def find_similar(
    report: Report | Prepared,
    candidates: Iterable[Prepared],
    *,
    rarity: Rarity | None = None,
    limit: int = 5,
    model: Model | None = None,
) -> Similar:
    """
    Compare a report with earlier ones and return the likeliest, best first, each with its reasons.

    `rarity` holds the document frequencies of the commune; without it they are counted over the candidates. A report
    is never compared with itself (the same id).
    """
    new = report if isinstance(report, Prepared) else prepare(report)
    others = [old for old in candidates if old.report.id != new.report.id]
    if rarity is None:
        rarity = Rarity()
        for old in others:
            rarity.add(old.keys, old.named)
    return rank(new, likely(new, others, rarity), rarity, limit=limit, model=model or shipped_model())


def likely(new: Prepared, others: list[Prepared], rarity: Rarity, keep: int | None = None) -> list[Prepared]:
    """Return the candidates that deserve a full look, by what they share and how near they lie in time."""
    if keep is None:
        keep = full_look(len(others), FULL_LOOK)
    if len(others) <= keep:
        return others
    return heapq.nlargest(keep, others, key=Look(new, rarity).rate)


Scored = tuple[float, Prepared]
"""A candidate with its logit."""


class _Weighed(NamedTuple):
    """A candidate with its logit, and whether it is of one place and untold (`evidence.is_untold`)."""

    logit: float
    old: Prepared
    untold: bool


def rank(new: Prepared, others: Iterable[Prepared], rarity: Rarity, *, limit: int, model: Model) -> Similar:
    """Score every given candidate in full, then the likeliest beside each other, and decide about the best."""
    every = [(evidence(new, old, rarity, model.together), old) for old in others]
    scored = [_Weighed(model.logit(values), old, is_untold(values)) for values, old in every]
    best = heapq.nsmallest(max(limit, COMPANY), scored, key=_order)

    def like(one: Prepared, two: Prepared) -> float:
        return chance(model.logit(evidence(one, two, rarity, model.together)))

    weighed = unlike([(one.logit, one.old) for one in best[:COMPANY]], like) if model.company else []
    for at, share in enumerate(weighed):
        best[at] = best[at]._replace(logit=best[at].logit + model.company * share)
    best = newest_case(sorted(best, key=_order), like)[:limit]
    matches = tuple(
        _match(new, one.old, score, suggest=at == 0 and _suggests(new, one, score, model))
        for at, (score, one) in enumerate((model.calibrate(one.logit), one) for one in best)
    )
    return Similar(matches, bool(matches) and matches[0].suggest)


def _order(one: _Weighed) -> tuple[float, float, str]:
    return -one.logit, -one.old.report.at.timestamp(), one.old.report.id


def unlike(scored: Sequence[Scored], like: Callable[[Prepared, Prepared], float]) -> list[float]:
    """
    Return for each candidate how surely it has a companion that the new report is unlike (0..1).

    "Loud music at the lake" may be the new report's matter; a second report of that matter, which names another park
    than the new one, says that it is not. `like` compares a later with an earlier report.
    """
    chances = [chance(logit) for logit, _ in scored]
    known: dict[tuple[int, int], float] = {}

    def pair(one: int, two: int) -> float:
        key = (min(one, two), max(one, two))
        if key not in known:
            earlier, later = sorted((scored[one][1], scored[two][1]), key=lambda old: (old.report.at, old.report.id))
            known[key] = like(later, earlier)
        return known[key]

    shares = []
    for one, mine in enumerate(chances):
        others = [(1 - theirs, two) for two, theirs in enumerate(chances) if two != one and 1 - theirs >= _DOUBT]
        shares.append(max((share * pair(one, two) for share, two in others), default=0.0) if mine >= _DOUBT else 0.0)
    return shares


def newest_case(best: list[_Weighed], like: Callable[[Prepared, Prepared], float]) -> list[_Weighed]:
    """
    Return the candidates, best first, with a trouble's return before its first report.

    "It was dredged, now it is stopped again" opened a case of its own: who reports the stopped drain later means that
    one, whatever the words. The two change places with their logits.
    """
    if not best or best[0].old.cues.again:
        return best
    first = best[0]
    for at, other in enumerate(best[1:COMPANY], start=1):
        is_return = other.old.cues.again and other.old.report.at > first.old.report.at
        if is_return and chance(other.logit) >= _DOUBT and like(other.old, first.old) >= _ONE_MATTER:
            swapped = list(best)
            swapped[0], swapped[at] = other._replace(logit=first.logit), first._replace(logit=other.logit)
            return swapped
    return best


def _suggests(new: Prepared, best: _Weighed, score: float, model: Model) -> bool:
    """Whether to ask about the best: no thanks, and not across communes, each of which has a case of its own."""
    if new.report.commune_code != best.old.report.commune_code:
        return False
    if new.cues.resolved or best.old.cues.resolved:
        return False
    return model.suggests(score, untold=best.untold)


def _match(new: Prepared, old: Prepared, score: float, *, suggest: bool) -> Match:
    wording = fuzz.token_set_ratio(new.content, old.content) / 100
    return Match(old.report.id, round(score, 4), _relation(new, old), suggest, reasons(new, old, wording))


def _relation(new: Prepared, old: Prepared) -> Relation:
    if new.cues.resolved:
        return Relation.THANKS_OR_FIXED
    if old.report.state is State.CLOSED or old.cues.resolved or (new.cues.again and not old.cues.again):
        return Relation.RECURRENCE
    if new.report.person is not None and new.report.person == old.report.person:
        return Relation.URGING
    return Relation.SAME
