"""Places that a text names inside a commune: "ngõ 12 Lê Lợi", "thôn Đông Hạ", "cầu Đá", with or without capitals."""

from __future__ import annotations

import functools
import re
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from msgspec import Struct

from matching import data
from matching.duplicates.rarity import ordinary
from matching.duplicates.relations import accent_key
from matching.duplicates.tables import rows
from matching.text import strip_marks

_CODE = re.compile(r"^(?:[a-z]{0,2}\d{1,4}[a-z]?|\d{1,4}[a-z]?(?:/\d{1,4}[a-z]?)+)$")

# the groups of matching/data/places_inside.tsv whose places can contradict each other whatever their head is called;
# of the other groups a place is compared with those of its own canonical word ("chung cư", "nhà máy")
_WHOLE_GROUPS = {"hamlet": "hamlet", "alley": "alley", "road": "street", "house": "post"}
_OWN_KINDS = {"km": "post", "dốc": "crossing"}
_TRADES = ("public", "market", "school")
_TRADE_WORDS = 2
_LONGEST_HEAD = 5
_SELDOM = 3.3  # nats: what follows "thôn" and is as rare as one report in thirty is its name, capitals or not
_UNHEARD = 5.0  # nats: a word that ordinary complaints hardly know is a name


class Head(NamedTuple):
    """How a kind of place is called: its kind, its syllables with marks, folded."""

    kind: str
    keys: tuple[str, ...]
    folded: str


@functools.cache
def _heads() -> dict[tuple[str, ...], list[Head]]:
    found: dict[tuple[str, ...], list[Head]] = {}
    for group, canonical, _, wordings in data.rows("places_inside.tsv"):
        name = group.removeprefix("place:")
        kind = _OWN_KINDS.get(canonical) or _WHOLE_GROUPS.get(name, f"{name}:{strip_marks(canonical)}")
        for head in wordings.split(";"):
            words = head.split()
            plain = tuple(map(strip_marks, words))
            found.setdefault(plain, []).append(Head(kind, tuple(map(accent_key, words)), " ".join(plain)))
    return found


@functools.cache
def _head_starts() -> dict[str, tuple[int, frozenset[str]]]:
    """Return first word -> length of the longest head that it begins, and the words that are second in one."""
    begun: dict[str, list[tuple[str, ...]]] = {}
    for plain in _heads():
        begun.setdefault(plain[0], []).append(plain)
    return {
        first: (min(_LONGEST_HEAD, max(map(len, heads))), frozenset(plain[1] for plain in heads if len(plain) > 1))
        for first, heads in begun.items()
    }


# numbered hamlets of one family are one place ("tổ 5", "tổ dân phố 5"); of two families they rarely are
_FAMILY = {"to dan pho": "to", "khu pho": "khu", "khu vuc": "khu", "khoi pho": "khoi", "lang": "thon"}


class Word(NamedTuple):
    """
    One word of a reading, as far as places need it.

    `capital` only where no sentence begins; `key` is its `accent_key`; `is_open`: typed without marks.
    """

    folded: str
    capital: bool
    key: str
    is_open: bool
    written: str


class Place(Struct, frozen=True):
    """
    One named place.

    Attributes:
        kind: alley, hamlet, street or a kind of landmark.
        family: which heads count as one for numbered places ("to" for tổ and tổ dân phố).
        name: the folded words of the name, or the number.
        sure: a number, a capital or a rare word after "thôn" shows that this is a name; otherwise it is what
            follows the head.
        written: the name as typed.
    """

    kind: str
    family: str
    name: tuple[str, ...]
    sure: bool
    written: str

    @property
    def is_numbered(self) -> bool:
        """Whether a number names it."""
        return is_code(self.name[0])


@functools.lru_cache(128)  # asked for several times of each number in a text
def is_code(word: str) -> bool:
    """Tell whether a word is a number as places have them: "12", "b5", "12/3"."""
    return not word.isalpha() and _CODE.match(word) is not None  # most words are none


def read_places(
    words: list[Word], phrases: AbstractSet[tuple[int, int]] = frozenset()
) -> tuple[list[Place], set[int], set[int]]:
    """
    Return the named places in order, the positions of their names, and those of their heads.

    `phrases` are ranges of words that mean something together: a head inside one is none ("đền bù", "đèn đường").
    """
    bound: set[int] = set()
    for start, end in phrases:
        if end - start > 1 and not _is_head(words[start:end]):
            bound.update(range(start, end))
    has_capitals = True in [word.capital for word in words]
    places: list[Place] = []
    named: set[int] = set()
    headed: set[int] = set()
    at = 0
    starts = _head_starts()
    while at < len(words):
        if words[at].folded not in starts:  # most words
            at += 1
            continue
        head = _head_at(words, at) if at not in bound or _is_code(words, at + 1) else None
        start = at + len(head.keys) if head else at
        if head and has_capitals and head.kind.startswith(_TRADES):
            start = _after_trade(words, start)
        end = _name_end(words, start, has_capitals, bound) if head else at
        if head is None or end == start or _is_doubtful(head, words[at:end]):
            at += 1
            continue
        places.append(_place(head.kind, head.folded, words[start:end]))
        named.update(range(start, end))
        headed.update(range(at, start))
        at = end
        if head.kind == "alley" and at < len(words) and _head_at(words, at) is None:
            end = _name_end(words, at, has_capitals, bound)  # "ngõ 12 Lê Lợi": the street without its head
            if end > at and not words[at].folded[0].isdigit():
                places.append(_place("street", "duong", words[at:end]))
                named.update(range(at, end))
                at = end
    return places, named, headed


def _after_trade(words: list[Word], start: int) -> int:
    """Return where the name begins behind what a firm, school or inn does: "công ty may Thiên Lộc"."""
    for at in range(start, min(start + _TRADE_WORDS + 1, len(words))):
        if words[at].capital:
            return at
    return start


def _is_doubtful(head: Head, words: list[Word]) -> bool:
    """Whether the head, typed without marks, is more likely another word."""
    if len(head.keys) > 1 or not words[0].is_open:
        return False
    counts = _open_heads().get(head.folded)
    if counts is None or (counts == "numbered" and is_code(words[1].folded)):
        return False
    if counts == "never":
        return not words[1].capital
    if words[1].capital:
        return False
    return max(ordinary(word.folded) for word in words[1:]) < _UNHEARD


def _place(kind: str, head: str, words: list[Word]) -> Place:
    name = tuple(word.folded for word in words)
    is_heard = kind == "hamlet" and head not in _open_heads() and max(map(ordinary, name)) >= _SELDOM
    sure = words[0].capital or is_code(name[0]) or is_heard
    return Place(kind, _FAMILY.get(head, head), name, sure, " ".join(word.written for word in words))


def _is_code(words: list[Word], at: int) -> bool:
    return at < len(words) and is_code(words[at].folded)


def _is_head(words: list[Word]) -> bool:
    """Tell whether two words or more are a head."""
    begun = _head_starts().get(words[0].folded)
    if begun is None or words[1].folded not in begun[1]:  # as with most
        return False
    return tuple([word.folded for word in words]) in _heads()


def _head_at(words: list[Word], at: int) -> Head | None:
    begun = _head_starts().get(words[at].folded)
    if begun is None:
        return None
    longest, seconds = begun
    heads = _heads()
    if at + 1 == len(words) or words[at + 1].folded not in seconds:  # as with most
        plain, _, key, is_open, _ = words[at]
        return next((head for head in heads.get((plain,), ()) if is_open or head.keys[0] == key), None)
    for length in range(min(longest, len(words) - at), 0, -1):
        span = words[at : at + length]
        for head in heads.get(tuple([word.folded for word in span]), ()):
            if False not in [word.is_open or word.key == key for word, key in zip(span, head.keys, strict=True)]:
                return head
    return None


def _longest(word: Word) -> int:
    """Return how many words a name without capitals may have: where marks are open, the third is mostly none."""
    return 2 if word.is_open else 3


def _ends_name(words: list[Word], at: int) -> bool:
    """Whether the word is no part of a name: a function word, or the head of an area ("trại lợn thôn Đông")."""
    word = words[at]
    if (word.folded if word.is_open else word.key) in _not_names(is_open=word.is_open):
        return True
    head = _head_at(words, at)
    return head is not None and head.kind in {"hamlet", "alley"} and head.folded not in _open_heads()


@functools.cache
def _not_names(*, is_open: bool) -> frozenset[str]:
    shape = strip_marks if is_open else accent_key
    return frozenset(shape(word) for (word,) in rows("not_names.tsv"))


@functools.cache
def _open_heads() -> dict[str, str]:
    return dict(rows("open_heads.tsv"))


def _name_end(words: list[Word], start: int, has_capitals: bool, bound: AbstractSet[int]) -> int:
    """Return where a name ends; without capitals it holds no words that mean a thing together ("đóng cửa")."""
    if start >= len(words):
        return start
    if is_code(words[start].folded):
        return start + 1
    end = start
    if has_capitals:
        while end < len(words) and end - start < 4 and words[end].capital:
            end += 1
    else:
        longest = _longest(words[start])
        while end < len(words) and end - start < longest and end not in bound and not _ends_name(words, end):
            end += 1
    # a number may close a name: "thôn Bợ 2"
    if end > start and end < len(words) and is_code(words[end].folded):
        end += 1
    return end
