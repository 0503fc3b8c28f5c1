"""The evidence that two reports speak of one problem: a fixed list of named numbers, no weights."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from matching.duplicates.associations import Together
from matching.duplicates.kin import kinship
from matching.duplicates.placing import (
    Compared,
    Verdict,
    compare_guesses,
    compare_slots,
    compare_spots,
    compare_whereabouts,
    days_between,
    metres_between,
    share_found,
)
from matching.duplicates.prepare import Prepared
from matching.duplicates.rarity import Rarity
from matching.duplicates.scenes import likeness
from matching.duplicates.told import compare_bare, compare_told, shared_of

NAMES = (
    "words_large", "meanings_small", "token_set", "rarest", "shared_mass", "rest_small", "rest_large",
    "objects_same", "objects_other", "troubles_same", "troubles_other", "matter_small", "matter_other", "subject",
    "told_small", "told_large", "told_mass", "told_rarest", "told_none", "left_least", "left_most",
    "bare_small", "bare_large", "bare_mass", "bare_none", "topic",
    "harm", "harm_apart",
    "venue_same", "things_same", "things_other", "amount_same", "amount_other", "money_one",
    "agree", "disagree",
    "scene", "scene_apart", "aspect_same", "object_only", "trouble_only", "matter_best", "matter_none",
    "spot_same", "spot_maybe", "spot_other", "alley_other", "landmark_same", "landmark_other",
    "hamlet_same", "hamlet_other", "street_other",
    "place_found", "place_missing", "place_apart", "names_apart",
    "where_same", "where_apart", "where_missing", "known_same", "known_other", "codes_other", "number_left",
    "guess_apart", "guess_missing", "slot_same", "slot_other",
    "numbers_same", "numbers_other", "placed_both", "placed_one", "here", "here_agree", "here_disagree",
    "resolved_new", "resolved_old", "again_new", "again_old",
    "month", "gap", "length", "short", "person", "pin_near", "pin_far", "other_commune",
    "kin_most", "kin_least", "kin_none", "goes_most", "goes_least", "goes_much",
)  # fmt: skip
_REST = NAMES.index("rest_small")
_MATTER, _PLACE = NAMES.index("objects_same"), NAMES.index("spot_same")
_AGREE, _DISAGREE = NAMES.index("agree") - _MATTER, NAMES.index("disagree") - _MATTER
_SPOT_SAME, _PLACE_FOUND = 0, NAMES.index("place_found") - _PLACE
_WHERE_SAME = NAMES.index("where_same") - _PLACE
_HERE, _AGREES = NAMES.index("here"), NAMES.index("agree")
_SILENT = [0.0] * (NAMES.index("street_other") + 1 - _PLACE)
_SURELY = 0.8
_MOSTLY = 0.7  # with this cut fewest other problems of one place are asked about at the same F1, across folds
_NOTHING = 0.15  # what two texts of different matters have in common by chance
_RARE = 2.5  # nats: words worth looking for under a slip of the finger
_SLIP = 0.8
_LONG = 4  # letters; in shorter words one slip makes another word


def evidence(new: Prepared, old: Prepared, rarity: Rarity, together: Together) -> list[float]:
    """Return the numbers of `NAMES` for a new report and an earlier one; `together` is the model's own."""
    wording = _wording(new, old, rarity)
    matter = _matter(new, old, rarity, alike=wording[_REST])
    place = _place(new, old, rarity)
    return [
        *wording,
        *matter,
        *place,
        *_matter_here(matter, place),
        new.cues.over,
        old.cues.over,
        float(new.cues.again),
        float(old.cues.again),
        *_circumstances(new, old),
        *told_together(new, old, together),
    ]


def told_together(new: Prepared, old: Prepared, together: Together) -> tuple[float, ...]:
    """Return the last numbers of `NAMES`, which alone depend on what was learnt to be told together."""
    return *kinship(new.signs, old.signs, together.kin), *together.associations.compare(new.units, old.units)


def is_untold(values: Sequence[float]) -> bool:
    """Whether both name one place and nothing that they tell surely agrees: mostly another problem of that place."""
    return values[_HERE] >= _SURELY and values[_AGREES] < _MOSTLY


def _overlap(mine: frozenset[str], theirs: frozenset[str], rarity: Rarity) -> float:
    """Return which share (by rarity) of the smaller side the other has too."""
    if mine.isdisjoint(theirs):
        return 0.0
    return shared_of(rarity.total(mine & theirs), rarity.whole(mine), rarity.whole(theirs))[0]


def _wording(new: Prepared, old: Prepared, rarity: Rarity) -> list[float]:
    common = new.words & old.words
    slips = _slips(new, old, common, rarity)
    shared = rarity.total(common) + slips
    told = shared_of(rarity.total(new.units & old.units) + slips, rarity.whole(new.units), rarity.whole(old.units))
    return [
        shared_of(shared, rarity.whole(new.words), rarity.whole(old.words))[1],
        _meant(new, old, rarity),
        fuzz.token_set_ratio(new.wording, old.wording) / 100,
        rarity.rarest(common) / 6,
        math.log1p(shared) / 4,
        *(min(1.0, share) for share in told),
    ]


def _rare(prepared: Prepared, rarity: Rarity) -> frozenset[str]:
    """Return the words worth looking for under a slip of the finger, computed once for all comparisons."""

    def compute() -> frozenset[str]:
        long = (word for word in prepared.words if len(word) >= _LONG and word.isalpha())
        return frozenset(word for word in long if rarity.weight(word) >= _RARE)

    return rarity.kept("rare", prepared.report.text, compute)


def _slips(new: Prepared, old: Prepared, common: frozenset[str], rarity: Rarity) -> float:
    """Return the weight of rare words that are one slip of the finger apart ("nghiem", "nghiam")."""
    mine, theirs = new.words - common, old.words - common
    left = mine & _rare(new, rarity)
    right = (theirs & _rare(old, rarity)) if left else left
    if not right:
        return 0.0
    total = 0.0
    choices = sorted(right)  # of equals the first: the same each time
    for word in sorted(left):
        near = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=1)
        if near is not None:
            total += _SLIP * min(rarity.weight(word), rarity.weight(near[0]))
    return total


def _meant(new: Prepared, old: Prepared, rarity: Rarity) -> float:
    mine, theirs, weight = new.meanings, old.meanings, rarity.weight
    common = math.fsum([weight(code) * min(mine[code], theirs[code]) for code in mine.keys() & theirs.keys()])
    return shared_of(common, _all_meant(new, rarity), _all_meant(old, rarity))[0]


def _all_meant(prepared: Prepared, rarity: Rarity) -> float:
    def compute() -> float:
        return math.fsum([rarity.weight(code) * strength for code, strength in prepared.meanings.items()])

    return rarity.kept("meant", prepared.report.text, compute)


def _matter(new: Prepared, old: Prepared, rarity: Rarity, *, alike: float) -> list[float]:
    """Compare what is wrong with what, apart from the names of the place; `alike` is the share of common units."""
    objects, troubles = _sides(new.objects, old.objects, rarity), _sides(new.troubles, old.troubles, rarity)
    shares = objects[0] > 0.0 or troubles[0] > 0.0  # a meaning is either an object or a trouble
    small = _overlap(new.objects | new.troubles, old.objects | old.troubles, rarity) if shares else 0.0
    other = not shares and bool(new.objects or new.troubles) and bool(old.objects or old.troubles)
    scene, apart = likeness(new.scenes, old.scenes)
    best = max(alike, small, scene)
    told = compare_told(new, old, rarity)
    bare = compare_bare(new, old, rarity)
    harm = likeness(new.harms, old.harms)
    things = _sides(new.things, old.things, rarity)
    agree = _any_of(max(told[0], bare[0]), harm[0], scene / 2, things[0] / 2, troubles[0] / 2)
    return [
        *objects,
        *troubles,
        small,
        float(other),
        _subject(new, old),
        *told,
        *bare,
        _topic(new.topics, old.topics),
        *harm,
        float(not new.venues.isdisjoint(old.venues)),
        *things,
        *_amounts(new, old),
        agree,
        max(harm[1], apart) * (1 - agree),
        scene,
        apart,
        float(not new.aspects.isdisjoint(old.aspects)),
        objects[0] * troubles[1],
        troubles[0] * objects[1],
        best,
        float(best < _NOTHING),
    ]


def _any_of(*shares: float) -> float:
    """Return how likely one of these signs is right, as if each stood for itself."""
    none = 1.0
    for share in shares:
        none *= 1.0 - min(1.0, share)
    return 1.0 - none


def _matter_here(matter: list[float], place: list[float]) -> tuple[float, float, float]:
    """Return how surely both name one place, and how much what they tell of it agrees and disagrees."""
    here = max(place[_SPOT_SAME], place[_PLACE_FOUND], place[_WHERE_SAME])
    return here, here * matter[_AGREE], here * matter[_DISAGREE]


def _topic(mine: dict[str, float], theirs: dict[str, float]) -> float:
    """Return how likely two texts are of one subject."""
    return sum([share * theirs[code] for code, share in mine.items() if code in theirs])


def _amounts(new: Prepared, old: Prepared) -> tuple[float, float, float]:
    """Return whether both name one amount, whether they name others, and whether one alone speaks of money (0 or 1)."""
    mine, theirs = new.amounts, old.amounts
    if not mine and not theirs:
        return 0.0, 0.0, 0.0
    same = bool(mine & theirs)
    money = [any(amount[0] == "d" for amount in side) for side in (mine, theirs)]
    return float(same), float(all(money) and not same), float(money[0] != money[1])


def _sides(mine: frozenset[str], theirs: frozenset[str], rarity: Rarity) -> tuple[float, float]:
    """Return how much of the smaller side agrees, and whether both speak and disagree."""
    if not mine or not theirs:
        return 0.0, 0.0
    share = _overlap(mine, theirs, rarity)
    return share, float(share == 0.0)


def _subject(new: Prepared, old: Prepared) -> float:
    if new.report.subject and old.report.subject:
        # 14 % of the duplicates that staff named carry another topic: never a bar
        return 1.0 if new.report.subject == old.report.subject else 0.2
    if not new.subjects or not old.subjects:
        return 0.4
    return sum([share * old.subjects.get(code, 0.0) for code, share in new.subjects.items()])


def _place(new: Prepared, old: Prepared, rarity: Rarity) -> list[float]:
    spot, levels = compare_spots(new, old)
    values = _SILENT if spot is Verdict.SILENT else _spots(spot, levels)
    both = bool(new.place_words) + bool(old.place_words)
    found = missing = 0.0
    if both == 2:
        mine, theirs = share_found(new.place_words, old, rarity), share_found(old.place_words, new, rarity)
        found, missing = max(mine, theirs), 1.0 - min(mine, theirs)
    same = new.numbers & old.numbers
    return [
        *values,
        found,
        missing,
        float(both == 2 and found < 0.2),
        _names_apart(new, old),
        *compare_whereabouts(new, old, rarity),
        *compare_guesses(new, old, rarity),
        *compare_slots(new, old, rarity),
        min(1.0, rarity.total(same) / 5),
        float(bool(new.numbers) and bool(old.numbers) and not same),
        float(both == 2),
        float(both == 1),
    ]


def _spots(spot: Verdict, levels: Sequence[Compared]) -> list[float]:
    alley, _, landmark, hamlet, street = levels
    values = [float(spot is verdict) for verdict in (Verdict.SAME, Verdict.OTHER_MAYBE, Verdict.OTHER)]
    values.append(float(alley.verdict is Verdict.OTHER))
    for level in (landmark, hamlet):
        values += [float(level.verdict is Verdict.SAME), float(level.verdict is Verdict.OTHER)]
    values.append(float(street.verdict is Verdict.OTHER))
    return values


def _names_apart(new: Prepared, old: Prepared) -> float:
    """Whether both write names with capitals, and neither's occur in the other's text."""
    return float(bool(new.names) and bool(old.names) and not new.names & old.words and not old.names & new.words)


def _circumstances(new: Prepared, old: Prepared) -> Iterable[float]:
    days = days_between(new, old)
    metres = metres_between(new, old)
    short, long = sorted((new.count, old.count))
    return (
        math.exp(-days / 30),
        math.log1p(days) / 5,
        short / long if long else 0.0,
        1 / (1 + short / 6),
        float(new.report.person is not None and new.report.person == old.report.person),
        math.exp(-metres / 80) if metres is not None else 0.0,
        min(1.0, math.log1p(metres / 150) / 3) if metres is not None else 0.0,
        float(new.report.commune_code != old.report.commune_code),
    )
