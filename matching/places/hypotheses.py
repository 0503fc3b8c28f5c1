"""Hypotheses about a mention: which of its readings survive what stands around it, and which communes that leaves."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from matching.places.gazetteer import Gazetteer, Kind, Place
from matching.places.mentions import Mention
from matching.places.pins import distance_km
from matching.places.spelling import best_spelled
from matching.places.tokens import Token, name_key, tokenise
from matching.places.units import UnitType
from matching.places.words import COMMUNE_LEVEL

#: Of namesakes, those within this distance of the writer are meant, if any is.
_NEAR_KM = 30.0


class Scope(Struct, frozen=True):
    """What is known beside the mentions: the words, whether they are all capitals, the province, the writer's place."""

    gazetteer: Gazetteer
    tokens: list[Token]
    province_code: str | None
    near: tuple[float, float] | None
    shouting: bool

    @classmethod
    def of(cls, gazetteer: Gazetteer, text: str, province_code: str | None, near: tuple[float, float] | None) -> Scope:
        tokens = tokenise(text)
        capitals = sum([token.word.upper for token in tokens])
        return cls(gazetteer, tokens, province_code, near, shouting=capitals > len(tokens) / 2)

    def allows(self, place: Place) -> bool:
        return self.province_code is None or place.province == self.province_code

    def has_capitals(self, mention: Mention) -> bool:
        """Return whether every word of the name begins with a capital, in a text that is not all capitals."""
        if self.shouting:
            return False
        name = [token.word for token in self.tokens[mention.start : mention.stop]]
        return all(word.capital or word.key.isdigit() for word in name)


class Hypothesis(Struct, frozen=True):
    """
    A mention with the readings that remain.

    `districts` and `provinces` count the neighbours that agreed; `explained` holds the tokens that the hypothesis
    accounts for; `slips` counts wrong letters; `others` are readings that lost and may be shown; `rivals` are other
    mentions of the text that are as likely to be meant; `trust` is 0..1.
    """

    mention: Mention
    places: tuple[Place, ...]
    explained: frozenset[int]
    districts: int = 0
    provinces: int = 0
    slips: int = 0
    evidence: float = 0.0
    others: tuple[Place, ...] = ()
    trust: float = 0.95
    doubtful: bool = False
    contexts: tuple[Mention, ...] = ()
    rivals: tuple[Hypothesis, ...] = ()


def hypothesis(scope: Scope, mention: Mention, contexts: Iterable[Mention]) -> Hypothesis | None:
    """
    Return what a mention means beside these neighbours, or None where nothing remains.

    Each neighbour that agrees with some readings removes the others; one that agrees with none is left unexplained.
    """
    places = tuple(place for place in mention.places if place.kind is not Kind.PROVINCE and scope.allows(place))
    if not places:
        return None
    used: list[Mention] = []
    districts = provinces = 0
    for context in contexts:
        if context.overlaps(mention) or any(context.overlaps(other) for other in used):
            continue
        around = _around(context)
        as_province = [place for place in places if _in_province(scope.gazetteer, place, around)]
        as_district = [place for place in places if _in_district(scope.gazetteer, place, around)]
        if as_district and (not as_province or context.type is not None or _is_alias(scope, context)):
            places, districts = tuple(as_district), districts + 1
        elif as_province:
            places, provinces = tuple(as_province), provinces + 1
        else:
            continue
        used.append(context)
    explained = set(range(mention.first, mention.stop))
    for context in used:
        explained.update(range(context.first, context.stop))
    return Hypothesis(
        mention, places, frozenset(explained), districts, provinces, contexts=tuple(used), others=mention.places
    )


def acceptable(scope: Scope, found: Hypothesis) -> dict[int, Place]:
    """Return the positions of the communes that the text may mean, best first, each with the reading behind it."""
    meant: dict[int, Place] = {}
    for one in (found, *found.rivals):
        for place in _preferred(scope, one):
            for at in place.targets:
                commune = scope.gazetteer.communes[at]
                if scope.province_code in (None, commune.province_code):
                    meant.setdefault(at, place)
    if scope.near and len(meant) > 1:
        close = {at: place for at, place in meant.items() if _distance(scope, at) <= _NEAR_KM}
        meant = close or meant
    return meant


def may_be_province(scope: Scope, found: Hypothesis) -> bool:
    """Return whether a bare name is a province's too and no neighbour says otherwise: "Hà Nam, Ninh Bình"."""
    if found.mention.type is not None:
        return False
    provinces = [place for place in found.mention.places if place.kind is Kind.PROVINCE]
    if not provinces:
        return False
    spelled_so = best_spelled(scope.tokens, found.mention, found.mention.places)
    typed = "".join(token.word.key for token in scope.tokens[found.mention.start : found.mention.stop])
    if not any(place in spelled_so or name_key(place.name) != typed for place in provinces):  # "Sài Gòn" is an alias
        return False
    return not any(
        context.type is not None or all(place.kind is not Kind.PROVINCE for place in context.places)
        for context in found.contexts
        if context.first >= found.mention.stop  # "An Nhơn, Bình Định" ends with the province
    )


def _preferred(scope: Scope, found: Hypothesis) -> list[Place]:
    """Choose between today's name, a former unit's and a former district's by type word, district and spelling."""
    kind = found.mention.type
    places = best_spelled(scope.tokens, found.mention, found.places)
    if found.mention.says_old:
        places = [place for place in places if place.kind is not Kind.CURRENT] or places
    current = [place for place in places if place.kind is Kind.CURRENT]
    former = [place for place in places if place.kind is Kind.FORMER]
    earlier = [place for place in places if place.kind is Kind.EARLIER]
    district = [place for place in places if place.kind is Kind.DISTRICT]
    if kind in COMMUNE_LEVEL:
        current_typed = [place for place in current if place.type is kind]
        former_typed = [place for place in former if place.type is kind]
        if found.districts:
            return (current_typed + former_typed) or (current + former) or earlier
        if current_typed:
            return current_typed
        if kind is UnitType.TOWNSHIP:
            return former_typed or current or former or earlier
        return (current + former_typed) or former or earlier
    if found.districts:
        return (current + former) or earlier or district
    if kind is not None:
        return district
    namesakes = len(current) > 1 and not found.provinces
    return ((current or former) + ([] if namesakes else district)) or earlier


class _Around(NamedTuple):
    """Which districts a neighbour may be, which provinces of today, and which of before July 2025."""

    districts: set[str | None]
    provinces: set[str]
    former: set[str]


def _around(context: Mention) -> _Around:
    found = _Around(set(), set(), set())
    for place in context.places:
        if place.kind is Kind.DISTRICT:
            found.districts.add(place.district)
        elif place.kind is Kind.PROVINCE and place.former_province is not None:
            found.former.add(place.former_province)
        elif place.kind is Kind.PROVINCE and not context.says_old:
            found.provinces.add(place.province)
    return found


def _is_alias(scope: Scope, context: Mention) -> bool:
    """Return whether a name is no province's own: "Vũng Tàu" is the city rather than Bà Rịa - Vũng Tàu."""
    words = [token.word.mended or token.word for token in scope.tokens[context.start : context.stop]]
    typed = "".join(word.key for word in words)
    provinces = [place for place in context.places if place.kind is Kind.PROVINCE]
    return not context.slips and all(name_key(place.name) != typed for place in provinces)


def _in_district(gazetteer: Gazetteer, place: Place, around: _Around) -> bool:
    if not around.districts or place.kind is Kind.DISTRICT:
        return False
    if place.kind is Kind.CURRENT:
        return not around.districts.isdisjoint(gazetteer.districts_of[place.targets[0]])
    return place.district in around.districts


def _in_province(gazetteer: Gazetteer, place: Place, around: _Around) -> bool:
    if place.province in around.provinces:
        return True
    if not around.former:
        return False
    if place.kind is Kind.CURRENT:
        return not around.former.isdisjoint(gazetteer.former_provinces_of[place.targets[0]])
    return place.former_province in around.former


def _distance(scope: Scope, at: int) -> float:
    unit = scope.gazetteer.communes[at]
    if scope.near is None or unit.lat is None or unit.lon is None:
        return math.inf
    return distance_km(*scope.near, unit.lat, unit.lon)
