"""Do two reports speak of one spot? Agreement and conflict of the places that they name."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from matching.duplicates.marks import Place
from matching.duplicates.prepare import NAME, Prepared
from matching.duplicates.rarity import Rarity, ordinary

_EARTH_M = 6_371_000.0
_LETTERED = re.compile(r"^([a-z]{1,3})\d{1,3}[a-z]?$")
_LAST = frozenset("abcde")  # what tells two parts of one place apart: "ấp Hòa Lợi A"
_LIKELY = 0.6
_TELLING = 2.6  # nats; what follows a head counts as a name when it is rarer than one report in thirteen

# from the narrowest; the first level that both name decides
LEVELS = ("alley", "post", "landmark", "hamlet", "street")
_AREAS = frozenset(LEVELS) - {"landmark"}


class Verdict(IntEnum):
    """What comparing two sets of places of one kind gives, best first."""

    SAME = 3
    OTHER_MAYBE = 2
    OTHER = 1
    SILENT = 0


class Compared(NamedTuple):
    """A verdict with the earlier report's place that it is about."""

    verdict: Verdict
    place: Place | None


_SILENT = Compared(Verdict.SILENT, None)


def is_same_name(one: Place, two: Place) -> bool:
    """Whether two names are one: a cut end or one slip of the finger is allowed in names, nothing in numbers."""
    if one.is_numbered or two.is_numbered:
        return one.name == two.name and (one.family == two.family or one.kind != "hamlet")
    if one.name == two.name:
        return True
    if one.name[-1].isdigit() != two.name[-1].isdigit() and (one.name[:-1] == two.name or two.name[:-1] == one.name):
        return False  # "Phú Hữu" and "Phú Hữu 2"
    if _is_last(one) and _is_last(two) and one.name[-1] != two.name[-1]:
        return False  # "Hòa Lợi A" and "Hòa Lợi B"
    short, long = (one.name, two.name) if len(one.name) <= len(two.name) else (two.name, one.name)
    if long[: len(short)] == short:
        return True
    if one.name[-1].isdigit() and two.name[-1].isdigit() and one.name[-1] != two.name[-1]:
        return False
    left, right = " ".join(one.name), " ".join(two.name)
    return min(len(left), len(right)) >= 5 and OSA.distance(left, right, score_cutoff=1) <= 1


def _is_last(place: Place) -> bool:
    return len(place.name) > 1 and place.name[-1] in _LAST


def compare_level(new: Prepared, old: Prepared, level: str) -> Compared:
    """Compare the places of one level, kind by kind: the most favourable pair decides."""
    best = _SILENT
    for mine in new.places:
        if mine.kind != level and (level != "landmark" or mine.kind in _AREAS):
            continue
        for theirs in old.places:
            if theirs.kind != mine.kind:
                continue
            verdict = _verdict(mine, theirs, new, old)
            if verdict > best.verdict:
                best = Compared(verdict, theirs)
    return best


def _verdict(mine: Place, theirs: Place, new: Prepared, old: Prepared) -> Verdict:
    if is_same_name(mine, theirs):
        return Verdict.SAME
    if not _is_telling(mine) or not _is_telling(theirs):
        return Verdict.SILENT
    if mine.name[: len(theirs.name)] == theirs.name or theirs.name[: len(mine.name)] == mine.name:
        return Verdict.OTHER_MAYBE
    elsewhere = (not mine.is_numbered and old.words.issuperset(mine.name)) or (
        not theirs.is_numbered and new.words.issuperset(theirs.name)
    )
    if elsewhere:
        return Verdict.SILENT  # named under another head: "chợ Xép", "đường chợ Xép"
    alike = mine.is_numbered == theirs.is_numbered and (mine.family == theirs.family or mine.kind != "hamlet")
    if mine.sure and theirs.sure and (alike or not mine.is_numbered):
        return Verdict.OTHER
    return Verdict.OTHER_MAYBE


def _is_telling(place: Place) -> bool:
    return place.sure or max(map(ordinary, place.name)) >= _TELLING


def compare_spots(new: Prepared, old: Prepared) -> tuple[Verdict, list[Compared]]:
    """Return the verdict of the narrowest level that both name, and each level's."""
    levels = [compare_level(new, old, level) for level in LEVELS] if new.places and old.places else []
    for level in levels:
        if level.verdict is not Verdict.SILENT:
            return level.verdict, levels
    return Verdict.SILENT, levels or [_SILENT] * len(LEVELS)


class Whereabouts(NamedTuple):
    """
    What both texts surely name, whatever they call it, 0 or 1 each.

    `missing` is the share (0..1) of names that the other text lacks, of the side that lacks less: two hamlets along one
    dike. `codes_other`: codes of one kind differ ("kênh N2", "kênh N4"; "CT3", "CT5"). `number_left`: one writes the
    other's name without the number that ends it ("KCN Quế Võ", "KCN Quế Võ 2").
    """

    same: float
    apart: float
    missing: float
    known_same: float
    known_other: float
    codes_other: float
    number_left: float


def compare_whereabouts(new: Prepared, old: Prepared, rarity: Rarity) -> Whereabouts:
    """Compare the sure names of both texts, and those that other reports of the commune showed to be names."""
    (mine, here), (theirs, there) = _names(new, rarity), _names(old, rarity)
    shared = (mine.keys() & theirs.keys()) - {NAME}
    known_same = any(mine[kind] & theirs[kind] for kind in shared)
    known_other = any(not mine[kind] & theirs[kind] for kind in shared)
    mine_met = [_holds(old, name) for name in here]
    theirs_met = [_holds(new, name) for name in there]
    met = (
        any(mine_met)
        or any(theirs_met)
        or not (new.initials.isdisjoint(old.words) and old.initials.isdisjoint(new.words))
    )
    apart = bool(here) and bool(there) and not met
    missing = min(mine_met.count(False) / len(here), theirs_met.count(False) / len(there)) if here and there else 0.0
    codes = _codes(new), _codes(old)
    other = any(codes[0][letter].isdisjoint(codes[1][letter]) for letter in codes[0].keys() & codes[1].keys())
    left = _leaves_number(new, old) or _leaves_number(old, new)
    values = (met, apart, missing, known_same, known_other, other, left)
    return Whereabouts(*map(float, values))


def _leaves_number(one: Prepared, other: Prepared) -> bool:
    """Whether the other text gives a name of this one, two words or more, without the number that ends it here."""
    for place in one.places:
        *words, number = place.name
        if len(words) > 1 and number.isdigit() and " ".join(words[-2:]) in other.pairs:
            begins = f"{words[-1]}>"
            if not any(slot.startswith(begins) for slot in other.slots):
                return True
    return False


def _names(prepared: Prepared, rarity: Rarity) -> tuple[dict[str, set[str]], set[tuple[str, ...]]]:
    """Return `_named` and `_sure`, computed once for all that a report is compared with."""

    def compute() -> tuple[dict[str, set[str]], set[tuple[str, ...]]]:
        named = _named(prepared, rarity)
        return named, _sure(prepared, named)

    return rarity.kept("names", prepared.report.text, compute)


def _named(prepared: Prepared, rarity: Rarity) -> dict[str, set[str]]:
    """Return kind -> the first two words of names: those the text surely gives, and those known from others."""
    found = rarity.known(prepared.pairs)
    for place in prepared.places:
        if place.sure and not place.is_numbered:
            found.setdefault(place.kind, set()).add(" ".join(place.name[:2]))
    if prepared.called:
        found[NAME] = found.get(NAME, set()) | prepared.called
    return found


def _sure(prepared: Prepared, named: Mapping[str, set[str]]) -> set[tuple[str, ...]]:
    """Return the names of spots as words; a number keeps the head that it was given."""
    numbered = {(place.family, *place.name) for place in prepared.places if place.is_numbered}
    return numbered | {tuple(name.split()) for names in named.values() for name in names}


def _holds(prepared: Prepared, name: tuple[str, ...]) -> bool:
    """Whether a text holds the words of a name side by side, or names the same number of the same kind."""
    if len(name) > 1 and any(map(str.isdigit, name[1])):
        return any((place.family, place.name[0]) == name[:2] for place in prepared.places)
    return name[0] in prepared.words if len(name) == 1 else _is_told(" ".join(name[:2]), prepared)


def compare_guesses(new: Prepared, old: Prepared, rarity: Rarity) -> tuple[float, float]:
    """
    Return how likely each names a place that the other lacks (0..1): while they share none, and while they share one.

    Names that capitals show are sure, those of a text without capitals are guessed (`Prepared.guessed`).
    """
    mine, theirs = _unmet(new, old, rarity), _unmet(old, new, rarity)
    lacking = min(mine[0], theirs[0])
    shares = mine[1] or theirs[1]
    return (0.0, lacking) if shares else (lacking, 0.0)


def _unmet(one: Prepared, other: Prepared, rarity: Rarity) -> tuple[float, bool]:
    """Return the likeliest name that the other text does not hold, and whether it holds any."""
    unmet, is_met = 0.0, False
    for name, likely in _likely_names(one, rarity).items():
        if _is_told(name, other):
            is_met = is_met or likely >= _LIKELY
        else:
            unmet = max(unmet, likely)
    return unmet, is_met


def _likely_names(prepared: Prepared, rarity: Rarity) -> dict[str, float]:
    def compute() -> dict[str, float]:
        named = _names(prepared, rarity)[0]
        return prepared.guessed | dict.fromkeys((name for names in named.values() for name in names), 1.0)

    return rarity.kept("likely", prepared.report.text, compute)


def name_words(prepared: Prepared, rarity: Rarity) -> frozenset[str]:
    """Return the words of places' names, sure and likely ones."""
    likely = (name.split() for name, chance in _likely_names(prepared, rarity).items() if chance >= _LIKELY)
    return prepared.place_words.union(*likely)


def _is_told(name: str, other: Prepared) -> bool:
    """Whether a text holds the words of a name, one slip allowed."""
    words = name.split()
    if name in other.pairs or other.words.issuperset(words):
        return True
    if other.words.isdisjoint(words):
        return False  # one slip spoils one word
    return process.extractOne(name, other.pairs, scorer=OSA.distance, score_cutoff=1) is not None


def compare_slots(new: Prepared, old: Prepared, rarity: Rarity) -> tuple[float, float]:
    """Return whether numbers beside one word agree, and whether they differ: 110 and 111 Thiên Đức (0 or 1 each)."""
    if not new.slots or not old.slots:
        return 0.0, 0.0
    mine = rarity.kept("slots", new.report.text, lambda: _by_word(new.slots))
    theirs = rarity.kept("slots", old.report.text, lambda: _by_word(old.slots))
    other = any(mine[word].isdisjoint(theirs[word]) for word in mine.keys() & theirs.keys())
    return float(not new.slots.isdisjoint(old.slots)), float(other)


def _by_word(slots: frozenset[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for slot in slots:
        side = ">" if ">" in slot else "<"
        word, _, number = slot.partition(side)
        found.setdefault(word + side, set()).add(number)
    return found


def _codes(prepared: Prepared) -> dict[str, set[str]]:
    """Return what codes begin with -> the codes: "b5" of an alley, "n2" of a canal, the "a" of "Hòa Lợi A"."""
    found: dict[str, set[str]] = {}
    for number in prepared.numbers:
        if code := _LETTERED.match(number):
            found.setdefault(code[1], set()).add(number)
    for place in prepared.places:
        if _is_last(place):
            found.setdefault(" ".join(place.name[:-1]), set()).add(place.name[-1])
    return found


def share_found(mine: frozenset[str], theirs: Prepared, rarity: Rarity) -> float:
    """Return the share (by rarity) of my place words that the other text holds, one slip allowed."""
    total = rarity.total(mine)
    found = rarity.total(
        word
        for word in mine
        if word in theirs.words or (len(word) >= 4 and not word.isdigit() and _has_slip(word, theirs))
    )
    return found / total if total else 0.0


def _has_slip(word: str, other: Prepared) -> bool:
    return any(len(near) >= 3 and OSA.distance(word, near, score_cutoff=1) <= 1 for near in other.place_words)


def days_between(new: Prepared, old: Prepared) -> float:
    """Return the time between the reports in days."""
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
