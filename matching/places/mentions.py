"""Where a text names a unit: spans whose key the gazetteer knows, with the type word before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from matching.places.gazetteer import HEAD, MAX_NAME_WORDS, MIN_KEY, Gazetteer, Kind, Place, shortened
from matching.places.tokens import DOT, HYPHEN, JOINED, STOP, Token, Word, marks
from matching.places.units import UnitType
from matching.places.words import COMMUNE_LEVEL, words

_DISTRICT_TYPES = {UnitType.RURAL_DISTRICT, UnitType.URBAN_DISTRICT, UnitType.TOWN}
#: "xã cũ" is a former commune.
FORMER = (marks("cũ"), "cu")
#: "xã X trước đây", where nothing follows that would say what was done before.
_BEFORE = frozenset({"truoc day", "truoc kia", "hoi truoc", "hoi do", "ngay truoc"})
_LONG_TYPE_WORD, _LEAST_GLUED, _LONGEST_HEARD = 5, 4, 3
_DIGITS = re.compile(r"\d")


class Mention(Struct, frozen=True):
    """
    Tokens [start, stop) that may name one of `places`; `first` is the token of the type word, if there is one.

    `slips` counts the letters that differ from the nearest known key. `says_old` is true for "xã X cũ".
    """

    first: int
    start: int
    stop: int
    places: tuple[Place, ...]
    type: UnitType | None
    slips: int = 0
    says_old: bool = False

    @property
    def names_commune(self) -> bool:
        return self.type in COMMUNE_LEVEL

    def overlaps(self, other: Mention) -> bool:
        return self.first < other.stop and other.first < self.stop


def find_mentions(gazetteer: Gazetteer, tokens: list[Token]) -> list[Mention]:
    """Return every span of up to MAX_NAME_WORDS words that is a known name, longer and shorter ones alike."""
    by_key, heads = gazetteer.by_key, gazetteer.heads
    found: list[Mention] = []
    typed = [(token.gap, word := token.word, word.key, word.mended) for token in tokens]
    for start, (_, first, first_key, _) in enumerate(typed):
        if first.foreign or len(first_key) == 1:
            found.extend(_shortened_province(gazetteer, tokens, start))
        key, mended, is_mended = "", "", False
        stop = start
        for gap, word, part, meant in typed[start : start + MAX_NAME_WORDS]:
            if gap > HYPHEN and stop > start:
                break
            stop += 1
            before = key
            key += part
            if meant is None and not is_mended:  # most words
                if len(key) >= HEAD and key[:HEAD] not in heads:
                    break
                places = by_key.get(key)
            else:
                mended, is_mended = (mended if is_mended else before) + (meant or word).key, True
                if min(len(key), len(mended)) >= HEAD and key[:HEAD] not in heads and mended[:HEAD] not in heads:
                    break
                places = by_key.get(key) or by_key.get(mended)
            if places and not _is_abbreviation(tokens, stop - 1):
                found.extend(_mention(tokens, start, stop, places))
    return found


def _shortened_province(gazetteer: Gazetteer, tokens: list[Token], start: int) -> Iterator[Mention]:
    """Yield "N. An", "l.cai", "qninh": a letter and the rest of a province's name."""
    word = tokens[start].word
    if word.foreign and len(word.folded) >= _LEAST_GLUED:
        places = gazetteer.by_key.get(f"{word.key[0]} {word.key[1:]}")
        if places:
            yield Mention(start, start, start + 1, places, None, says_old=_says_old(tokens, start, start, start + 1))
    elif len(word.folded) == 1 and start + 1 < len(tokens) and tokens[start + 1].gap in (JOINED, DOT):
        places = gazetteer.by_key.get(shortened(tokens[start].word.key, tokens[start + 1].word.key))
        if places:
            yield Mention(start, start, start + 2, places, None, says_old=_says_old(tokens, start, start, start + 2))


def _is_abbreviation(tokens: list[Token], at: int) -> bool:
    """Return whether a word is a letter with a dot before another word: the "h" of "hai an h. hai hau"."""
    return at + 1 < len(tokens) and tokens[at + 1].gap == DOT and len(tokens[at].word.folded) == 1


def nearly_mentions(gazetteer: Gazetteer, tokens: list[Token], start: int) -> Iterator[Mention]:
    """Yield spans beginning at `start` that are one slip from a known name (two in names of eleven letters)."""
    key, folded, sound = "", "", ""
    for stop in range(start, min(len(tokens), start + MAX_NAME_WORDS)):
        if tokens[stop].gap > HYPHEN and stop > start:
            return
        word = tokens[stop].word
        key, folded, sound = key + word.key, folded + word.folded, sound + word.sound
        if len(key) < MIN_KEY or key.isdigit():
            continue
        # A slip may hide the letters that a key replaces ("kahnh", "tuhy"): both forms are compared.
        near = {**_near(gazetteer, folded), **_near(gazetteer, key)} if folded != key else _near(gazetteer, key)
        near.update(dict.fromkeys(gazetteer.nearly.by_sound.get(sound, ()), 1))
        near.pop(key, None)
        if near:
            slips = min(near.values())
            keys = sorted(name for name, distance in near.items() if distance == slips)
            places = tuple(place for name in keys for place in gazetteer.by_key[name])
            yield from _mention(tokens, start, stop + 1, places, slips=slips)


def heard_mentions(gazetteer: Gazetteer, tokens: list[Token], start: int) -> list[Mention]:
    """Return spans of two or three words that sound as a name does which is spelled otherwise."""
    found: list[Mention] = []
    by_sound = gazetteer.nearly.by_sound
    sound = tokens[start].word.sound
    stop = start + 1
    for token in tokens[stop : start + _LONGEST_HEARD]:
        if token.gap > HYPHEN:
            break
        sound += token.word.sound
        stop += 1
        if sound in by_sound:
            places = tuple(place for key in by_sound[sound] for place in gazetteer.by_key[key])
            found.append(Mention(start, start, stop, places, None, slips=1))
    return found


def _near(gazetteer: Gazetteer, key: str) -> dict[str, int]:
    allowed = 2 if len(key) >= 11 else 1
    found = process.extract(
        key, gazetteer.nearly.candidates(key), scorer=OSA.distance, score_cutoff=allowed, limit=None
    )
    digits = _DIGITS.findall(key)  # another number is no slip
    return {name: int(distance) for name, distance, _ in found if _DIGITS.findall(name) == digits}


def type_before(tokens: list[Token], at: int) -> tuple[UnitType | None, int]:
    """Return the type that the word(s) before a token announce, and where they begin: (None, at) without."""
    if at == 0 or tokens[at].gap not in (JOINED, DOT):
        return None, at
    last = tokens[at - 1].word
    if (last.mended or last).folded not in words().announcing:
        return None, at
    if at >= 2 and tokens[at - 1].gap != STOP:
        before = tokens[at - 2].word
        if f"{before.folded} {last.folded}" == "tac xa":
            return None, at  # "hợp tác xã X" is a cooperative
        kind = _announced_by_two(before, last)
        if kind is None and last.folded in ("cu", "moi"):
            kind = _announced_by(before)
        if kind:
            return kind, at - 2
    kind = _announced_by(last)
    return (kind, at - 1) if kind else (None, at)


def _announced_by(word: Word) -> UnitType | None:
    meant = word.mended or word
    kind = words().types.get(meant.folded)
    return kind if kind is None or not meant.has_marks else _announced(word)


def _announced_by_two(before: Word, last: Word) -> UnitType | None:
    return _announced(before, last) if (last.mended or last).folded in words().second_parts else None


def _announced(*parts: Word) -> UnitType | None:
    """Return the type that one or two words announce; with diacritics only in their right spelling."""
    meant = [part.mended or part for part in parts]
    folded = " ".join(part.folded for part in meant)
    kind = words().types.get(folded)
    if kind is None or not any(part.has_marks for part in meant):
        return kind
    spelled = words().spelling.get(folded)
    return kind if " ".join(part.marks for part in meant) == spelled or _is_nearly(meant, spelled) else None


def _is_nearly(meant: list[Word], spelled: str | None) -> bool:
    """Return whether one long type word has the right tone but a letter without its mark: "phuờng"."""
    (word,) = meant if len(meant) == 1 else (None,)
    if word is None or spelled is None or len(word.folded) < _LONG_TYPE_WORD:
        return False
    tone = spelled[-1]
    return not tone.isalpha() and word.marks.endswith(tone) and sum(map(str.isalpha, word.marks)) == len(word.folded)


def _mention(
    tokens: list[Token], start: int, stop: int, places: tuple[Place, ...], *, slips: int = 0
) -> Iterator[Mention]:
    kind, first = type_before(tokens, start)
    meant = _of_type(places, kind)
    is_number = tokens[start].word.key.isdigit()
    if is_number:  # "phường 3", "quận 3"; "TT 05" is a circular, "xã 5" a slip
        meant = tuple(place for place in meant if place.type is kind or place.kind is Kind.DISTRICT)
    if kind and meant:
        yield Mention(first, start, stop, meant, kind, slips, _says_old(tokens, first, start, stop))
    if is_number and (slips or stop - start == 1 or not _begins(tokens, start)):
        return  # a bare number is no name; "số 1 Bảo Lộc" is a house
    if not (kind in COMMUNE_LEVEL and meant):
        yield Mention(start, start, stop, places, None, slips, _says_old(tokens, start, start, stop))


def _begins(tokens: list[Token], at: int) -> bool:
    """Return whether a number is the name's own, not that of an alley before it: "ở 1 Bảo Lộc", "ngõ 1 Bảo Lộc"."""
    if at == 0 or tokens[at].gap > HYPHEN:
        return True
    before = tokens[at - 1].word
    return any(said in words().at or said in words().near for said in (before.folded, before.marks))


def _of_type(places: tuple[Place, ...], kind: UnitType | None) -> tuple[Place, ...]:
    """Return the places of the level that the type word announces."""
    if kind is None:
        return ()
    if kind in COMMUNE_LEVEL:
        return tuple(place for place in places if place.kind <= Kind.EARLIER)
    districts = tuple(place for place in places if place.kind is Kind.DISTRICT)
    provinces = tuple(place for place in places if place.kind is Kind.PROVINCE)
    if kind is UnitType.PROVINCE:
        return provinces
    if kind in _DISTRICT_TYPES:
        return tuple(place for place in districts if place.type is kind) or districts
    cities = tuple(place for place in districts if place.type is UnitType.DISTRICT_CITY)
    return cities or tuple(place for place in provinces if place.type is UnitType.CITY) or districts


def _says_old(tokens: list[Token], first: int, start: int, stop: int) -> bool:
    """Return whether "cũ" (former) stands between type word and name, or after the name."""
    if first < start - 1 and tokens[start - 1].word.folded == "cu":
        return True
    if stop == len(tokens) or tokens[stop].gap == STOP:
        return False
    after = tokens[stop].word
    ends = stop + 1 == len(tokens) or tokens[stop + 1].gap > HYPHEN
    if not ends and f"{after.folded} {tokens[stop + 1].word.folded}" in _BEFORE:
        return stop + 2 == len(tokens) or tokens[stop + 2].gap > HYPHEN
    return after.marks == FORMER[0] or (after.folded == "cu" and not after.has_marks and ends)
