"""Lists of phrases from the texts, and whether what was typed is made of them: marks, telex keys and order counted."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Collection, Mapping

from msgspec import Struct

from conversation.messages import Words
from conversation.spelling import same_marks
from matching.reading.slips import from_telex
from matching.text import fold, nfc
from texts import LANGUAGES, has, listed

WORD = re.compile(r"[\w']+")

_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
"""A letter held down: "khônggg"."""


class Phrases(Struct, frozen=True):
    """Phrases as they are spelled, by their folded form; `starts` are their first words, folded."""

    spelled: Mapping[str, tuple[str, ...]]
    starts: frozenset[str]
    lengths: Mapping[str, tuple[int, ...]]
    """First word -> of how many words the phrases are that begin with it, the longest first."""
    longest: int
    """Words of the longest one."""


class Spoken(Struct, frozen=True, eq=False):
    """What was typed, word for word: casefolded, and without marks. Told apart as objects: a key of many caches."""

    words: tuple[str, ...]
    folded: tuple[str, ...]


@functools.lru_cache(256)
def spoken(text: str) -> Spoken:
    """Return the words of a text. The cache saves work: one message is looked at for many things."""
    written = nfc(text)
    small = written.casefold()
    if len(small) == len(written):
        return _spoken(tuple(WORD.findall(small)))
    # Where a small letter takes more room ("İ"), words stay those that were written.
    return _spoken(tuple(word.casefold() for word in WORD.findall(written)))


def _spoken(words: tuple[str, ...]) -> Spoken:
    # All at once where each remains one word: "don't" becomes two.
    folded = fold(" ".join(words)).split()
    return Spoken(words, tuple(folded if len(folded) == len(words) else map(fold, words)))


@functools.lru_cache(256)
def _as_meant(typed: Spoken) -> Spoken | None:
    """Return the words without telex keys that reached the text ("ddoofng ys") or letters held; None for no change."""
    decoded = tuple((from_telex(word) or word) if word.isascii() else word for word in typed.words)
    joined = " ".join(decoded)
    if _STRETCHED.search(joined):
        decoded = tuple(_STRETCHED.sub(r"\1", joined).split(" "))
    return _spoken(decoded) if decoded != typed.words else None


@functools.cache
def phrases(*keys: str) -> Phrases:
    """Return the phrases of these lists in every language: people mix them. A list that there is not is empty."""
    lists = (listed(key, language) for key, language in itertools.product(keys, LANGUAGES) if has(key, language))
    all_of_them = [spoken(phrase) for phrase in itertools.chain.from_iterable(lists)]
    spelled: dict[str, tuple[str, ...]] = {}
    for typed in all_of_them:
        folded = " ".join(typed.folded)
        spelled[folded] = (*spelled.get(folded, ()), " ".join(typed.words))
    lengths: dict[str, set[int]] = {}
    for typed in all_of_them:
        lengths.setdefault(typed.folded[0], set()).add(len(typed.words))
    return Phrases(
        spelled,
        frozenset(lengths),
        {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()},
        max((len(typed.words) for typed in all_of_them), default=0),
    )


def phrases_of(label: Words) -> Phrases:
    """Return what stands for a label; one with values, such as the name of a commune, is for its question to read."""
    return _of_label(label.key, bool(label.values))


@functools.cache
def _of_label(key: str, has_values: bool) -> Phrases:  # a key of the cache
    return phrases(f"{key}-heard", *(() if has_values else (key,)))


def longest(typed: Spoken, place: int, wanted: Phrases) -> int:
    """Return how many words from `place` on are one of the phrases, 0 for none."""
    words, folded = typed.words, typed.folded
    left = len(words) - place
    for length in wanted.lengths.get(folded[place], ()):
        if length <= left:
            spelled = wanted.spelled.get(" ".join(folded[place : place + length]))
            if spelled is not None and is_one_of(" ".join(words[place : place + length]), spelled):
                return length
    return 0


def is_beside(typed: Spoken, place: int, *keys: str) -> bool:
    """Tell whether a word is one of these lists; its marks count where it has any: "ảnh" is a photo, no "anh"."""
    spelled = phrases(*keys).spelled.get(typed.folded[place])
    if spelled is None:
        return False
    return is_one_of(typed.words[place], spelled)


def is_one_of(words: str, spelled: Collection[str]) -> bool:
    """Tell whether words that are folded alike are one of these spellings: unmarked ones match any."""
    return words.isascii() or words in spelled or any(same_marks(words, other) for other in spelled)


def is_spelled(word: str, spelled: Collection[str]) -> bool:
    """Tell whether a word is one of these spellings, in a text with marks: there "nha" is no "nhà"."""
    return word in spelled if word.isascii() else any(same_marks(word, other) for other in spelled)


def parts(typed: Spoken, *sets: Phrases, beside: str = "") -> set[int]:
    """
    Return which sets of phrases the words are made of, one after the other.

    None when a word is neither of theirs, nor polite, nor of the list `beside`.
    """
    found = _parts(typed, sets, beside)
    if not found and (meant := _as_meant(typed)) is not None:
        return _parts(meant, sets, beside)
    return found


def _parts(typed: Spoken, sets: tuple[Phrases, ...], beside: str) -> set[int]:
    place, found = 0, set[int]()
    opening = _opening(typed, beside)
    for wanted in sets:
        if not wanted.starts.isdisjoint(opening):
            break
    else:  # as with most lists
        return found
    while place < len(typed.words):
        length, number = 0, 0
        for at, wanted in enumerate(sets):
            if (reach := longest(typed, place, wanted)) > length:
                length, number = reach, at
        if length:
            found.add(number)
        elif not _is_beside(typed, place, beside):
            return set()
        place += length or 1
    return found


@functools.lru_cache(512)
def _opening(typed: Spoken, beside: str) -> tuple[str, ...]:
    """Return the words up to the first that is not beside, folded: with one of them the first phrase begins."""
    keys = ("heard-polite", beside) if beside else ("heard-polite",)
    known = phrases(*keys).spelled
    for place, word in enumerate(typed.folded):
        if word not in known or not is_one_of(typed.words[place], known[word]):
            return typed.folded[: place + 1]
    return typed.folded


@functools.lru_cache(1024)
def _is_beside(typed: Spoken, place: int, beside: str) -> bool:
    """Tell whether a word is polite, or of the list `beside`: asked anew for every list of phrases."""
    keys = ("heard-polite", beside) if beside else ("heard-polite",)
    return is_beside(typed, place, *keys)


def may_begin(typed: Spoken, wanted: Phrases) -> bool:
    """Tell whether one of these phrases begins with a word of the message, as typed or as it was meant."""
    if not wanted.starts.isdisjoint(typed.folded):
        return True
    meant = _as_meant(typed)
    return meant is not None and not wanted.starts.isdisjoint(meant.folded)


def made_of(typed: Spoken, wanted: Phrases, *, beside: str = "") -> bool:
    """Tell whether the words are some of these phrases, one after the other, and nothing else but words beside them."""
    if wanted.starts.isdisjoint(may_open(typed, beside)):  # as with most lists
        return False
    return bool(parts(typed, wanted, beside=beside))


def first_of(typed: Spoken, keys: tuple[str, ...], *, beside: str = "") -> str | None:
    """Return the first of these lists that the words are made of; one whose phrases begin otherwise is passed over."""
    words = may_open(typed, beside)
    lists = _begun_by(keys)
    begun = {key for word in words if word in lists for key in lists[word]}
    if not begun:  # as with most messages
        return None
    return next((key for key in keys if key in begun and made_of(typed, phrases(key), beside=beside)), None)


@functools.lru_cache(512)
def may_open(typed: Spoken, beside: str = "") -> frozenset[str]:
    """Return the folded words with which the first phrase of `made_of` must begin, as typed and as it was meant."""
    meant = _as_meant(typed)
    return frozenset(_opening(typed, beside) + (_opening(meant, beside) if meant is not None else ()))


@functools.cache
def _begun_by(keys: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """Return which of these lists have a phrase that begins with a folded word."""
    words = {word for key in keys for word in phrases(key).starts}
    return {word: frozenset(key for key in keys if word in phrases(key).starts) for word in words}


def mentioned(typed: Spoken, wanted: Phrases, start: int = 0) -> tuple[int, int] | None:
    """Return the words (from, to before) of the first of these phrases from `start` on, None without one."""
    starts, folded = wanted.starts, typed.folded
    if starts.isdisjoint(folded):  # as with most lists
        return None
    for place in range(start, len(folded)):
        if folded[place] in starts and (length := longest(typed, place, wanted)):
            return place, place + length
    return None
