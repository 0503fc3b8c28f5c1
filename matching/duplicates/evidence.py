"""The evidence that two reports speak of one problem: a fixed list of named numbers, no weights."""

from __future__ import annotations

import math
from collections.abc import Iterable, Set

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from matching.duplicates.marks import Place
from matching.duplicates.prepare import Prepared
from matching.duplicates.rarity import Rarity

_EARTH_M = 6_371_000.0


def _shared(one: float, left: float, right: float) -> tuple[float, float]:
    """Return the share of the smaller and of the larger side that is common."""
    small, large = (left, right) if left <= right else (right, left)
    return (one / small if small > 0 else 0.0, one / large if large > 0 else 0.0)


def _sum(keys: Iterable[str], rarity: Rarity) -> float:
    return sum(map(rarity.weight, keys))


def days_between(new: Prepared, old: Prepared) -> float:
    """Return the time from the earlier to the later report in days."""
    return abs((new.report.at - old.report.at).total_seconds()) / 86_400


def metres_between(new: Prepared, old: Prepared) -> float | None:
    """Return the distance of the two pins in metres, None when one has none."""
    one, two = new.report, old.report
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    middle = math.radians((one.lat + two.lat) / 2)
    north = math.radians(one.lat - two.lat)
    east = math.radians(one.lon - two.lon) * math.cos(middle)
    return _EARTH_M * math.hypot(north, east)


def same_name(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two place names are one, allowing a cut end or one slip of the finger in names, none in numbers."""
    if one == two:
        return True
    if one[0][0].isdigit() or two[0][0].isdigit() or one[-1].isdigit() and two[-1].isdigit() and one[-1] != two[-1]:
        return False
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    if long[: len(short)] == short:
        return True
    left, right = " ".join(one), " ".join(two)
    return min(len(left), len(right)) >= 5 and OSA.distance(left, right, score_cutoff=1) <= 1


def compare_places(new: Prepared, old: Prepared, kind: str) -> tuple[Place | None, Place | None]:
    """Return (the place of this kind that both name, else a place of the old one that the new one contradicts)."""
    mine = [place for place in new.places if place.kind == kind]
    theirs = [place for place in old.places if place.kind == kind]
    for place in mine:
        for other in theirs:
            if same_name(place.name, other.name):
                return other, None
    if not mine or not theirs:
        return None, None
    sure = [place for place in theirs if place.sure]
    if sure and any(place.sure for place in mine):
        return None, sure[0]
    return None, None


KINDS = ("alley", "hamlet", "street", "landmark")
LANDMARKS = ("post", "bridge", "market", "school", "water", "crossing", "estate", "temple", "works")

NAMES = (
    "words_small", "words_large", "pairs_small", "pairs_large", "meanings_small", "meanings_large",
    "characters_small", "characters_large", "token_set", "partial", "content_set",
    "rarest", "shared_mass", "rest_small", "rest_large",
    "alley_same", "alley_other", "hamlet_same", "hamlet_other", "street_same", "street_other",
    "landmark_same", "landmark_other", "numbers_same", "numbers_other", "names_same", "names_other", "names_found",
    "placed_both", "placed_one", "objects_same", "objects_other", "troubles_same", "troubles_other", "subject",
    "resolved_new", "resolved_old", "again_new", "again_old",
    "day", "week", "month", "gap", "length", "short", "person", "pin_near", "pin_far",
)  # fmt: skip


def evidence(new: Prepared, old: Prepared, rarity: Rarity) -> list[float]:
    """Return the numbers of `NAMES` for a new report and an earlier one. About 60 microseconds."""
    weight = rarity.weight
    common = new.words & old.words
    shared = _sum(common, rarity)
    words_small, words_large = _shared(shared, _sum(new.words, rarity), _sum(old.words, rarity))
    pairs_small, pairs_large = _shared(
        _sum(new.pairs & old.pairs, rarity), _sum(new.pairs, rarity), _sum(old.pairs, rarity)
    )
    meant = {code: min(new.meanings[code], old.meanings[code]) for code in new.meanings.keys() & old.meanings.keys()}
    meanings_small, meanings_large = _shared(
        sum(weight("=" + code) * share for code, share in meant.items()),
        sum(weight("=" + code) * share for code, share in new.meanings.items()),
        sum(weight("=" + code) * share for code, share in old.meanings.items()),
    )
    characters_small, characters_large = _shared(
        len(new.characters & old.characters), len(new.characters), len(old.characters)
    )
    placed = new.place_words | old.place_words | new.names | old.names
    rest_small, rest_large = _shared(
        _sum(common - placed, rarity), _sum(new.words - placed, rarity), _sum(old.words - placed, rarity)
    )
    values = [
        words_small, words_large, pairs_small, pairs_large, meanings_small, meanings_large,
        characters_small, characters_large,
        fuzz.token_set_ratio(new.wording, old.wording) / 100,
        fuzz.partial_ratio(new.wording, old.wording) / 100,
        fuzz.token_set_ratio(new.plain, old.plain) / 100,
        max(map(weight, common), default=0.0) / 6,
        math.log1p(shared) / 4,
        rest_small, rest_large,
    ]  # fmt: skip
    values += _places(new, old)
    values += _numbers_and_names(new, old, rarity)
    values += [
        *_sides(new.objects, old.objects),
        *_sides(new.troubles, old.troubles),
        _subject(new, old),
        float(new.cues.resolved),
        float(old.cues.resolved),
        float(new.cues.again),
        float(old.cues.again),
    ]
    values += _circumstances(new, old)
    return values


def _places(new: Prepared, old: Prepared) -> list[float]:
    values: list[float] = []
    if not new.places or not old.places:
        return [0.0] * 8
    for kind in KINDS:
        same = other = 0.0
        for part in LANDMARKS if kind == "landmark" else (kind,):
            agreed, contradicted = compare_places(new, old, part)
            same = max(same, float(agreed is not None))
            other = max(other, float(contradicted is not None))
        values += [same, 0.0 if same and kind == "landmark" else other]
    return values


def _numbers_and_names(new: Prepared, old: Prepared, rarity: Rarity) -> list[float]:
    same = new.numbers & old.numbers
    differ = bool(new.numbers and old.numbers and not same)
    shared = new.names & old.names
    apart = bool(new.names and old.names and not shared)
    found = 0.0
    if new.names or old.names:
        mine = _sum(new.names & old.words, rarity) / (_sum(new.names, rarity) or 1.0)
        theirs = _sum(old.names & new.words, rarity) / (_sum(old.names, rarity) or 1.0)
        found = max(mine, theirs)
    placed = bool(new.places or new.names) + bool(old.places or old.names)
    return [
        min(1.0, _sum(same, rarity) / 5),
        float(differ),
        min(1.0, _sum(shared, rarity) / 8),
        float(apart),
        found,
        float(placed == 2),
        float(placed == 1),
    ]


def _sides(mine: Set[str], theirs: Set[str]) -> tuple[float, float]:
    """Return how much of the smaller side agrees, and whether both speak and disagree."""
    if not mine or not theirs:
        return 0.0, 0.0
    common = len(mine & theirs)
    return common / min(len(mine), len(theirs)), float(common == 0)


def _subject(new: Prepared, old: Prepared) -> float:
    if new.report.subject and old.report.subject:
        return 1.0 if new.report.subject == old.report.subject else 0.2
    if not new.subjects or not old.subjects:
        return 0.4
    top = sum(share * old.subjects.get(code, 0.0) for code, share in new.subjects.items())
    size = math.sqrt(sum(v * v for v in new.subjects.values()) * sum(v * v for v in old.subjects.values()))
    return top / size


def _circumstances(new: Prepared, old: Prepared) -> list[float]:
    days = days_between(new, old)
    metres = metres_between(new, old)
    near = math.exp(-metres / 80) if metres is not None else 0.0
    far = min(1.0, math.log1p(metres / 150) / 3) if metres is not None else 0.0
    short, long = sorted((new.count, old.count))
    return [
        math.exp(-days / 1.5),
        math.exp(-days / 7),
        math.exp(-days / 30),
        math.log1p(days) / 5,
        short / long if long else 0.0,
        1 / (1 + short / 6),
        float(new.report.person is not None and new.report.person == old.report.person),
        near,
        far,
    ]
