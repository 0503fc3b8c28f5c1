"""Whether a person or a post is accused: then the text is treated as confidential (domain.md §3.1 and §3.8)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matching.understanding.phrases import Hit, longest, outside
from matching.understanding.values import Guess, Span, SpanKind

ACCUSED_FROM = 3.0  # points
LEARNT_FROM = 0.065  # the chance of the learnt table; low, since a missed accusation costs a person's safety
RULE_AGREED_FROM = 0.03  # what the learnt table must at least grant to what the rules see


def accusation_points(hits: Sequence[Hit], persons: Sequence[Span]) -> float:
    """Return the points: deeds, a person or a post who is named, less what shows that none is accused."""
    relevant = longest([hit for hit in hits if hit.entry.what.startswith("accuse")])
    denials = [hit for hit in relevant if hit.entry.what == "accuse_not"]
    done = outside((hit for hit in relevant if hit.entry.what == "accuse_deed"), denials)
    deeds = {hit.entry.words: hit.entry.weight for hit in done}
    if not deeds:
        return 0.0
    named = any(hit.entry.what == "accuse_post" for hit in relevant) or any(
        span.kind is SpanKind.PERSON for span in persons
    )
    heaviest = max(deeds.values())
    more = min(1.0, 0.5 * (len(deeds) - 1))
    against = min(2.0, sum(hit.entry.weight for hit in denials)) if heaviest < 3 else 0.0
    return heaviest + more * named + named - against


def guess_accusation(points: float, learnt: float) -> Guess:
    """Return "accusation" or None: the learnt table is enough to say it, or the rules where it does not deny it."""
    by_rule = 1 / (1 + math.exp(-1.8 * (points - ACCUSED_FROM + 0.6))) if learnt >= RULE_AGREED_FROM else 0.0
    agreed = points >= ACCUSED_FROM and learnt >= RULE_AGREED_FROM
    code = "accusation" if agreed or learnt >= LEARNT_FROM else None
    chance = round(max(by_rule, learnt), 4)
    return Guess(code, chance, (("accusation", chance),))
