"""Word relations: which wordings mean one thing ("cúp điện", "mất điện"), from matching/data/relations.tsv."""

from __future__ import annotations

import functools
import sys
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from matching.data import rows
from matching.text import strip_marks

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
# hỏi and ngã are one tone for half of the country and the commonest slip of the other half
_TONE_CLASS = {"\u0300": "2", "\u0301": "4", "\u0303": "3", "\u0309": "3", "\u0323": "5"}
_SURE = 0.6


class Meaning(Struct, frozen=True):
    """
    One group of wordings.

    `role` is the first letter of object, trouble, who, circumstance; "-" for phrases that mean nothing here but hold
    words that would ("dịch vụ" is no "dịch"). `key` is "=" and the code, as a report is found by it.
    """

    key: str
    code: str
    role: str
    subjects: tuple[str, ...]


class Meant(NamedTuple):
    """A meaning found in a text: words `start` to `end` (exclusive), and how sure that is (0..1)."""

    start: int
    end: int
    meaning: Meaning
    strength: float

    @property
    def is_sure(self) -> bool:
        """Whether the writing leaves little doubt."""
        return self.strength >= _SURE


class Wording(NamedTuple):
    """One way to say it: the `accent_key` of each word, `chance` of a single word, and what it means."""

    keys: tuple[str, ...]
    chance: float
    meaning: Meaning


@functools.lru_cache(4096)
def accent_key(word: str) -> str:
    """Return a key of one lower-case syllable that is blind to where the tone stands and to hỏi against ngã."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    tone = "".join(_TONE_CLASS.get(char, "") for char in parts)
    return unicodedata.normalize("NFC", parts.translate(_TONES)) + tone[:1]


def spelled(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words folded and the `accent_key` of each; a syllable is kept once for all wordings that have it."""
    plain = tuple(sys.intern(strip_marks(word)) for word in words)
    # What `accent_key` remembers is one string; one without marks is as it is folded, and that is interned.
    keys = tuple(key if (key := accent_key(word)) != fold else fold for word, fold in zip(words, plain, strict=True))
    return plain, plain if plain == keys else keys


def table() -> dict[tuple[str, ...], tuple[Wording, ...]]:
    """Return folded wording -> the wordings with marks that fold to it."""
    found: dict[tuple[str, ...], tuple[Wording, ...]] = {}
    for role, subjects, wordings in rows("relations.tsv"):
        first, *_ = wordings.split("|")
        code = strip_marks(first)
        meaning = Meaning("=" + code, code, role, tuple(subjects.split(",")) if subjects else ())
        for wording in wordings.split("|"):
            folded, keys = spelled(unicodedata.normalize("NFC", wording).casefold().split())
            found[folded] = (*found.get(folded, ()), Wording(keys, chance_of(folded, keys), meaning))
    return found


@functools.cache
def _names() -> dict[str, str]:
    return {strip_marks(first): first for _, _, wordings in rows("relations.tsv") for first in [wordings.split("|")[0]]}


def name_of(code: str) -> str:
    """Return how people call a group of wordings: "đèn đường" for "den duong"."""
    return _names().get(code, code)


@functools.cache
def _spellings() -> dict[str, dict[str, int]]:
    """Return folded syllable -> `accent_key` -> how often complaints typed with marks write it so."""
    found: dict[str, dict[str, int]] = {}
    for syllable, key, count in rows("syllables.tsv"):
        found.setdefault(syllable, {})[key] = int(count)
    return found


def chance(syllable: str, key: str) -> float:
    """Return how likely a syllable typed without marks is this one with marks, 0..1."""
    counts = _spellings().get(syllable, {})
    return (counts.get(key, 0) + 0.25) / (sum(counts.values()) + 1.0)


def chance_of(folded: tuple[str, ...], keys: tuple[str, ...]) -> float:
    """Return the `chance` of a single word; several words without marks leave no doubt: 1."""
    return chance(folded[0], keys[0]) if len(keys) == 1 else 1.0


class Typed(NamedTuple):
    """
    The words of a text as lists that run in parallel: folded, and the `accent_key` of each.

    `is_open`: a word was typed without marks, so that it may be any that folds to it. `pairs`: each folded word with
    the next.
    """

    folded: list[str]
    keys: list[str]
    is_open: list[bool]
    pairs: list[str]


def strength_of(wanted: tuple[str, ...], at: int, typed: Typed) -> float:
    """
    Return how sure it is that the words from `at` on, which fold so, are the two or more wanted ones.

    1 when exact, typed without marks, or one mark was forgotten, else 0.
    """
    end = at + len(wanted)
    keys, is_open = typed.keys[at:end], typed.is_open[at:end]
    if wanted == tuple(keys) or all(is_open):
        return 1.0
    exact = 0
    for want, key, plain, free in zip(wanted, keys, typed.folded[at:end], is_open, strict=True):
        if free:
            continue
        if want == key:
            exact += 1
        elif key != plain:
            return 0.0
    return 1.0 if exact else 0.0
