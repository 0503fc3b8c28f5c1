"""How far a name as typed is from a name as it is spelled, diacritics included."""

from __future__ import annotations

import functools
from typing import NamedTuple

from rapidfuzz.distance import OSA

from matching.places.gazetteer import Kind, Place
from matching.places.mentions import Mention
from matching.places.tokens import Token, Word, marked_sound, tokenise

_TWO_TONES = _HOOK, _TILDE = "\u0309", "\u0303"


def best_spelled(tokens: list[Token], mention: Mention, places: tuple[Place, ...]) -> list[Place]:
    """
    Where the name is typed with diacritics, keep the readings that are spelled most nearly so.

    With a former district stays the commune in it that the lists spell otherwise: "Mù Căng Chải", "Mù Cang Chải".
    """
    if not any(token.word.has_marks or token.word.mended for token in tokens[mention.first : mention.stop]):
        return list(places)
    typed = _typed(tokens, mention)
    gaps = [(_gap(typed, place), place) for place in places]
    least = min((gap for gap, place in gaps if place.kind is not Kind.EARLIER), default=0)
    nearest = [place for gap, place in gaps if gap == least and place.kind is Kind.DISTRICT]
    around = {at for place in nearest for at in place.targets}
    return [
        place
        for gap, place in gaps
        if gap == least
        or place.kind is Kind.EARLIER
        or (gap == least + 1 and place.kind is Kind.CURRENT and not around.isdisjoint(place.targets))
    ]


def spelling_gap(tokens: list[Token], mention: Mention, place: Place) -> int:
    """
    Return how many letters and tones differ between the name as typed and as it is spelled; case does not count.

    A word without diacritics counts as spelled so where its neighbours, the type word included, have some.
    """
    return _gap(_typed(tokens, mention), place)


def least_gap(tokens: list[Token], mention: Mention) -> int:
    """Return the least `spelling_gap` of a mention's places."""
    typed = _typed(tokens, mention)
    least = _gap(typed, mention.places[0])
    for place in mention.places[1:]:
        if not least:
            break
        least = min(least, _gap(typed, place))
    return least


class _Typed(NamedTuple):
    """The words of a name as typed; `marked`: they or the type word have diacritics."""

    words: list[Word]
    marked: bool


def _typed(tokens: list[Token], mention: Mention) -> _Typed:
    words = [token.word for token in tokens[mention.first : mention.stop]]
    return _Typed(words[mention.start - mention.first :], True in [word.has_marks for word in words])


def _gap(typed: _Typed, place: Place) -> int:
    if place.kind is Kind.EARLIER:  # known without diacritics only
        return 1
    words, marked = typed
    spelled = spelling(place.name)
    if len(words) != len(spelled):
        joined = "".join([word.marks for word in words])
        return int(OSA.distance(joined, "".join([word.marks for word in spelled]))) if marked else 0
    gap = 0
    for one, other in zip(words, spelled, strict=True):
        if one is not other or one.mended is not None:  # the same letters are one word for all
            gap += _gap_of_words(one, other, marked=marked)
    return gap


def is_spelled_out(tokens: list[Token], mention: Mention, place: Place, *, gap: int = 0) -> bool:
    """
    Return whether the name of a commune or district is typed word for word, with its diacritics or without any.

    So many letters and tones may be wrong as `gap` says.
    """
    if place.kind in (Kind.EARLIER, Kind.PROVINCE) or not _is_spelled_so(tokens, mention, place, gap):
        return False
    typed, spelled = [token.word for token in tokens[mention.start : mention.stop]], spelling(place.name)
    if len(typed) == 1 or len(typed) != len(spelled):
        return len(typed) == 1
    return all(other.key in (one.key, one.mended and one.mended.key) for one, other in zip(typed, spelled, strict=True))


def _is_spelled_so(tokens: list[Token], mention: Mention, place: Place, gap: int) -> bool:
    return spelling_gap(tokens, mention, place) <= gap or has_only_its_tones(tokens, mention, place)


def has_only_its_tones(tokens: list[Token], mention: Mention, place: Place) -> bool:
    """Return whether nothing but hỏi and ngã, which half the country speaks alike, differ: "Đại Lảnh" is Đại Lãnh."""
    typed = [token.word for token in tokens[mention.start : mention.stop]]
    if not any(word.marks[-1] in _TWO_TONES for word in typed):
        return False
    return [_one_tone(word) for word in typed] == [_one_tone(word) for word in spelling(place.name)]


def _one_tone(word: Word) -> str:
    return (word.mended or word).marks.replace(_HOOK, _TILDE)


def sounds_alike(name: list[Word], place: Place) -> bool:
    """Return whether a name as typed differs from a place's by letters that many speakers do not tell apart."""
    return "".join(word.sound for word in name) == "".join(word.sound for word in spelling(place.name))


def is_heard_so(name: list[Word], place: Place) -> bool:
    """Return whether besides no vowel or tone differs: "trung dã" is Trung Giã, "tiên tién" is not Tiên Tiến."""
    spelled = spelling(place.name)
    return len(name) == len(spelled) and all(
        marked_sound(one.marks) == marked_sound(other.marks) for one, other in zip(name, spelled, strict=True)
    )


def _gap_of_words(typed: Word, spelled: Word, *, marked: bool) -> int:
    if typed.mended and typed.mended.key == spelled.key:
        typed = typed.mended
    if typed.has_marks:
        return int(OSA.distance(typed.marks, spelled.marks))
    return int(marked and typed.marks != spelled.marks)


@functools.lru_cache(1024)
def spelling(name: str) -> tuple[Word, ...]:
    """Return the words of a name as it is spelled."""
    return tuple(token.word for token in tokenise(name))
