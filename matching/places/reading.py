"""Which commune a text names: candidates with reasons, and a decision only where nothing else is meant."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from matching.places.answers import best_of_answer
from matching.places.evidence import named_in_sentence
from matching.places.gazetteer import Gazetteer, Kind, Place
from matching.places.hypotheses import Hypothesis, Scope, acceptable
from matching.places.mentions import find_mentions

MAX_CANDIDATES = 5
_OTHER_READING = 0.3


class Why(StrEnum):
    """Why a commune is among the candidates."""

    CURRENT_NAME = "current_name"
    FORMER_NAME = "former_name"
    FORMER_DISTRICT = "former_district"
    PIN = "pin"


class PlaceCandidate(Struct, frozen=True):
    """
    A commune of today that the text may mean; `score` is 0..1.

    For a former name, `former_name`, `former_district` and `former_province` say which unit of before July 2025
    ("Quảng Phước", "Quảng Điền", "Huế"); for a former district its two.
    """

    code: str
    name: str
    province_code: str
    score: float
    why: Why
    former_name: str | None = None
    former_district: str | None = None
    former_province: str | None = None


class PlaceReading(Struct, frozen=True):
    """
    What a text says about the commune.

    `decision` is the code of the one commune that is meant; where several are possible it is None, `ambiguous` is
    true and the candidates are the acceptable ones (the first five). `span` is where the text as given names it.
    """

    candidates: tuple[PlaceCandidate, ...] = ()
    decision: str | None = None
    ambiguous: bool = False
    span: tuple[int, int] | None = None


NOTHING = PlaceReading()


def find_commune(
    gazetteer: Gazetteer,
    text: str,
    *,
    province_code: str | None = None,
    near: tuple[float, float] | None = None,
) -> PlaceReading:
    """
    Return which commune the text names, in whatever spelling, among names of today and of before July 2025.

    Args:
        text: an answer ("x. quang dien") or a whole complaint; read to its first 5,000 characters.
        province_code: the two-digit code, where the province is already known.
        near: (lat, lon) in degrees, where the writer is or works; chooses between namesakes, proves nothing alone.

    In an answer every word must belong to the place; in a sentence a commune counts as named only where a type word,
    a district or province beside it, or its position and capitals vouch for it.
    """
    if near and not all(map(math.isfinite, near)):
        near = None
    scope = Scope.of(gazetteer, text, province_code, near)
    mentions = find_mentions(gazetteer, scope.tokens)
    found = best_of_answer(scope, mentions) or named_in_sentence(scope, mentions)
    return NOTHING if found is None else _reading(scope, found)


def _reading(scope: Scope, found: Hypothesis) -> PlaceReading:
    gazetteer, tokens = scope.gazetteer, scope.tokens
    meant = acceptable(scope, found)
    certain = len(meant) == 1 and not found.doubtful
    best = []
    for rank, (at, place) in enumerate(itertools.islice(meant.items(), MAX_CANDIDATES)):
        score = found.trust if certain else found.trust / (1 + len(meant)) ** 0.5 * 0.98**rank
        best.append(_candidate(gazetteer, at, place, score))
    if certain:
        others = itertools.islice(_others(scope, found, next(iter(meant))), MAX_CANDIDATES - 1)
        best += [_candidate(gazetteer, at, place, _OTHER_READING * found.trust) for at, place in others]
    mention = found.mention
    return PlaceReading(
        candidates=tuple(best),
        decision=best[0].code if certain else None,
        ambiguous=not certain,
        span=(tokens[mention.first].start, tokens[mention.stop - 1].end),
    )


def _others(scope: Scope, found: Hypothesis, decided: int) -> Iterator[tuple[int, Place]]:
    """Yield the communes of the readings that lost, each once: those of the province that is meant come first."""
    province = scope.gazetteer.communes[decided].province_code
    seen = {decided}
    for place in sorted(found.others, key=lambda place: (place.province != province, place.kind)):
        for at in place.targets if scope.allows(place) else ():
            if at not in seen:
                seen.add(at)
                yield at, place


def _candidate(gazetteer: Gazetteer, at: int, place: Place, score: float) -> PlaceCandidate:
    unit, score = gazetteer.communes[at], round(min(score, 1.0), 3)
    if place.kind is Kind.CURRENT:
        return PlaceCandidate(unit.code, unit.full_name, str(unit.province_code), score, Why.CURRENT_NAME)
    is_district = place.kind is Kind.DISTRICT
    return PlaceCandidate(
        code=unit.code,
        name=unit.full_name,
        province_code=str(unit.province_code),
        score=score,
        why=Why.FORMER_DISTRICT if is_district else Why.FORMER_NAME,
        former_name=None if is_district else place.name,
        former_district=place.district.rpartition("/")[2] if place.district else None,
        former_province=place.former_province,
    )
