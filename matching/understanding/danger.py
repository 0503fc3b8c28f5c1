"""Danger to life in a text, and which numbers help: recognised rather too often than too rarely."""

from __future__ import annotations

from collections.abc import Sequence

from matching.understanding.phrases import Hit, longest
from matching.understanding.values import Guess

DANGER_FROM = 3.0  # points
_MOST_FOR_NOW = 2.0


def danger_hits(hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that name a danger and lie in no phrase that says the opposite ("phòng cháy chữa cháy")."""
    relevant = longest([hit for hit in hits if hit.entry.what.startswith("danger")])
    denials = [hit for hit in relevant if hit.entry.what == "danger_not"]
    return [
        hit
        for hit in relevant
        if hit.entry.what == "danger"
        and not any(no.first <= hit.first and hit.last <= no.last and no.entry.weight >= 2 for no in denials)
    ]


def danger_points(hits: Sequence[Hit], found: Sequence[Hit]) -> float:
    """Return the points of the dangers that were found, with what speaks for now and what speaks against."""
    if not found:
        return 0.0
    points = sum({hit.entry.words: hit.entry.weight for hit in found}.values())
    others = longest([hit for hit in hits if hit.entry.what in ("danger_now", "danger_not")])
    now = {hit.entry.words: hit.entry.weight for hit in others if hit.entry.what == "danger_now"}
    against = {hit.entry.words: hit.entry.weight for hit in others if hit.entry.what == "danger_not"}
    return points + min(sum(now.values()), _MOST_FOR_NOW) - sum(against.values())


def numbers_to_call(found: Sequence[Hit]) -> frozenset[str]:
    """Return the hotlines of the dangers that were found; those of the heaviest come with all others."""
    return frozenset(number for hit in found for number in hit.entry.value.split("|"))


def guess_urgency(points: float) -> Guess:
    """Return khan or binh_thuong; never silent, since silence would hide a danger."""
    chance = min(0.99, max(0.01, 0.5 + (points - DANGER_FROM + 0.5) * 0.2))
    urgent = points >= DANGER_FROM
    pairs = (("khan", round(chance, 4)), ("binh_thuong", round(1 - chance, 4)))
    ordered = pairs if urgent else pairs[::-1]
    return Guess(ordered[0][0], ordered[0][1], ordered)
