"""Hypotheses about a mention: which of its readings survive what stands around it, and which communes that leaves."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from matching.places.gazetteer import Gazetteer, Kind, Place
from matching.places.mentions import Mention, nearly_mentions
from matching.places.tokens import Token, Word, tokenise
from matching.places.units import UnitType
from matching.places.words import COMMUNE_LEVEL, words
from matching.text import fold

#: An answer is a text in which every word belongs to the place; longer ones are read as sentences.
MAX_ANSWER_WORDS = 14
_MAX_NEARLY_WORDS = 9
_MAX_UNKNOWN_WORDS = 4
_NEAR_KM = 30.0


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known beside the mentions: the words, whether they are all capitals, the province, the writer's place."""

    gazetteer: Gazetteer
    tokens: list[Token]
    province_code: str | None
    near: tuple[float, float] | None
    shouting: bool

    @classmethod
    def of(
        cls, gazetteer: Gazetteer, text: str, province_code: str | None, near: tuple[float, float] | None
    ) -> Scope:
        tokens = tokenise(text)
        capitals = sum(token.word.upper for token in tokens)
        return cls(gazetteer, tokens, province_code, near, shouting=capitals > len(tokens) / 2)

    def allows(self, place: Place) -> bool:
        return self.province_code is None or place.province == self.province_code


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """
    A mention with the readings that remain.

    `districts` and `provinces` count the neighbours that agreed; `explained` holds the tokens that the hypothesis
    accounts for; `others` are readings that lost and may be shown; `rivals` are other mentions of the text that are
    as likely to be meant; `trust` is 0..1.
    """

    mention: Mention
    places: tuple[Place, ...]
    explained: frozenset[int]
    districts: int = 0
    provinces: int = 0
    evidence: float = 0.0
    others: tuple[Place, ...] = ()
    trust: float = 0.95
    doubtful: bool = False
    contexts: tuple[Mention, ...] = ()
    rivals: tuple[Hypothesis, ...] = ()


def best_of_answer(scope: Scope, mentions: list[Mention]) -> Hypothesis | None:
    """Return the hypothesis that accounts for every word of a short text, or None."""
    if len(scope.tokens) > MAX_ANSWER_WORDS:
        return None
    found = _best_complete(scope, mentions)
    if found is None and _may_be_misspelt(scope, mentions):
        nearly = [
            mention
            for at in range(len(scope.tokens))
            for mention in nearly_mentions(scope.gazetteer, scope.tokens, at)
        ]
        found = _best_complete(scope, mentions + nearly)
    return found


def _may_be_misspelt(scope: Scope, mentions: list[Mention]) -> bool:
    """Return whether few enough words are left over for a slip or two to explain them."""
    if len(scope.tokens) > _MAX_NEARLY_WORDS:
        return False
    known = _fillers(scope.tokens).union(*(range(mention.first, mention.stop) for mention in mentions))
    return len(scope.tokens) - len(known) <= _MAX_UNKNOWN_WORDS


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
        as_province = [place for place in places if _in_province(scope.gazetteer, place, context)]
        as_district = [place for place in places if _in_district(scope.gazetteer, place, context)]
        if as_district and (not as_province or context.type is not None):
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


def _preferred(scope: Scope, found: Hypothesis) -> list[Place]:
    """Choose between today's name, a former unit's and a former district's by type word, district and spelling."""
    kind = found.mention.type
    places = _best_spelled(scope, found)
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


def _best_spelled(scope: Scope, found: Hypothesis) -> list[Place]:
    """Where the name is typed with diacritics, keep the readings that are spelled most nearly so."""
    mention = found.mention
    if not any(token.word.has_marks or token.word.mended for token in scope.tokens[mention.first : mention.stop]):
        return list(found.places)
    gaps = [(spelling_gap(scope.tokens, mention, place), place) for place in found.places]
    least = min(gap for gap, _ in gaps)
    return [place for gap, place in gaps if gap == least]


def spelling_gap(tokens: list[Token], mention: Mention, place: Place) -> int:
    """
    Return how many letters and tones differ between the name as typed and as it is spelled; case does not count.

    A word without diacritics counts as spelled so where its neighbours, the type word included, have some.
    """
    if place.kind is Kind.EARLIER:  # known without diacritics only
        return 1
    typed = [token.word for token in tokens[mention.start : mention.stop]]
    spelled = _spelling(place.name)
    marked = any(token.word.has_marks for token in tokens[mention.first : mention.stop])
    if len(typed) != len(spelled):
        joined = "".join(word.marks for word in typed)
        return int(OSA.distance(joined, "".join(word.marks for word in spelled))) if marked else 0
    return sum(_gap_of_words(one, other, marked=marked) for one, other in zip(typed, spelled, strict=True))


def _gap_of_words(typed: Word, spelled: Word, *, marked: bool) -> int:
    if typed.mended and typed.mended.key == spelled.key:
        typed = typed.mended
    if typed.has_marks:
        return int(OSA.distance(typed.marks, spelled.marks))
    return int(marked and typed.marks != spelled.marks)


@functools.lru_cache(8192)
def _spelling(name: str) -> tuple[Word, ...]:
    return tuple(token.word for token in tokenise(name))


def _best_complete(scope: Scope, mentions: list[Mention]) -> Hypothesis | None:
    fillers = _fillers(scope.tokens)
    everything = frozenset(range(len(scope.tokens)))
    best: tuple[tuple[float, ...], Hypothesis] | None = None
    contexts = sorted(
        (m for m in mentions if any(place.kind >= Kind.DISTRICT for place in m.places)),
        key=lambda m: (m.slips, m.type is None, m.start - m.stop),
    )
    for mention in mentions:
        found = hypothesis(scope, mention, contexts)
        if found is None:
            continue
        left = everything - found.explained - fillers
        if left:
            found, left = _with_initials(scope, found, left)
        if left:
            continue
        slips = mention.slips + sum(context.slips for context in found.contexts)
        commune = any(place.kind <= Kind.FORMER for place in found.places)
        of_province = mention.type is None and any(place.kind is Kind.PROVINCE for place in mention.places)
        rank = (
            -slips, commune, mention.names_commune, not of_province, found.districts, found.provinces,
            mention.stop - mention.start, -mention.start,
        )  # fmt: skip
        if best is None or rank > best[0]:
            best = rank, replace(found, trust=0.97 - 0.12 * slips)
    return best[1] if best else None


def _fillers(tokens: list[Token]) -> frozenset[int]:
    """Return the positions of words that say nothing more: "tôi ở", "thôn 3", "số 12"."""
    filler, other = words().fillers, words().other
    found = set()
    for at, token in enumerate(tokens):
        folded = token.word.folded
        if folded in filler:
            found.add(at)
        elif (folded in other or folded == "so") and at + 1 < len(tokens) and tokens[at + 1].word.folded.isdigit():
            found.update((at, at + 1))
    return frozenset(found)


def _with_initials(
    scope: Scope, found: Hypothesis, left: frozenset[int]
) -> tuple[Hypothesis, frozenset[int]]:
    """Read one leftover of two to four letters as initials of a province or district: "na" after "x do luong"."""
    (at,) = left if len(left) == 1 else (None,)
    letters = "" if at is None else scope.tokens[at].word.folded
    if at is None or not 2 <= len(letters) <= 4 or letters.isdigit() or letters in words().types:
        return found, left
    agreeing = tuple(place for place in found.places if _has_initials_around(scope.gazetteer, place, letters))
    if not agreeing:
        return found, left
    found = replace(found, places=agreeing, provinces=found.provinces + 1, explained=found.explained | left)
    return found, frozenset()


def _has_initials_around(gazetteer: Gazetteer, place: Place, letters: str) -> bool:
    if _initials(gazetteer.provinces[place.province].name) == letters:
        return True
    if place.kind is Kind.CURRENT:
        provinces = gazetteer.former_provinces_of[place.targets[0]]
        districts = gazetteer.districts_of[place.targets[0]]
    else:
        provinces, districts = frozenset({place.former_province or ""}), frozenset({place.district or ""})
    return letters in map(_initials, provinces) or letters in map(_initials, districts)


@functools.lru_cache(1024)
def _initials(name: str) -> str:
    """Return "na" of "Nghệ An"; of a district's key "Nghệ An/huyen/Đô Lương" those of the district."""
    return "".join(part[0] for part in fold(name.rpartition("/")[2]).split())


def _in_district(gazetteer: Gazetteer, place: Place, context: Mention) -> bool:
    if place.kind is Kind.DISTRICT:
        return False
    around = gazetteer.districts_of[place.targets[0]] if place.kind is Kind.CURRENT else (place.district,)
    return any(other.kind is Kind.DISTRICT and other.district in around for other in context.places)


def _in_province(gazetteer: Gazetteer, place: Place, context: Mention) -> bool:
    for other in context.places:
        if other.kind is not Kind.PROVINCE:
            continue
        if other.former_province is None:
            if other.province == place.province:
                return True
        elif place.kind is Kind.CURRENT:
            if other.former_province in gazetteer.former_provinces_of[place.targets[0]]:
                return True
        elif other.former_province == place.former_province:
            return True
    return False


def _distance(scope: Scope, at: int) -> float:
    unit = scope.gazetteer.communes[at]
    if scope.near is None or unit.lat is None or unit.lon is None:
        return math.inf
    x = (unit.lon - scope.near[1]) * math.cos(math.radians(scope.near[0]))
    return math.hypot(x, unit.lat - scope.near[0]) * 111.2
