"""A letter as offices know it: whom it is sent to, and what it tells between its head and its foot."""

from __future__ import annotations

import functools
import re
from typing import Final

from msgspec import Struct

from conversation.phrases import WORD, Spoken, longest, mentioned, phrases, spoken
from matching.text import nfc

LONG_WORDS: Final = 40
"""From so many words on the head of a letter may stand anywhere, and "xin trình bày như sau" ends it."""

TOLD_MIN_CHARS: Final = 40
"""With less left behind "như sau" the letter is shown as a whole."""

STORY_WORDS: Final = 4
"""With fewer words left between head and foot the letter is shown as a whole."""

PLACE_WORDS: Final = 5
"""Of so many words at most is "thành phố Huế", which only goes on with the address before it."""

PASSED_WORDS: Final = 6
"""Of so many words at most is a line inside the head that is no known part of it."""

BODY_WORDS: Final = 14
"""Of so many words at most is "Ủy ban Mặt trận Tổ quốc Việt Nam xã …" in a list of those to whom it goes."""

_PARTS: Final = re.compile(r"[^\s.;,](?:[^\n.;,]|[.;,](?!\s|$)|(?<=\b[^\W\d])\.|(?<=\b[A-Z]{2})\.)*")
"""Lines, sentences and what commas part; "P. An Cựu" and "TP. Huế" stay whole."""

_BETWEEN: Final = " \t\n:.,;(-"
_BULLETS: Final = "-+*•"
_KINDS: Final = (
    ("to", ("heard-letter-to",)),
    ("title", ("heard-letter-head",)),
    ("name", ("heard-name-is",)),
    ("field", ("heard-letter-field",)),
)
_BARE: Final = "bare"
"""Behind a part that says "Kính gửi" alone, on whose next line the body stands."""


class Letter(Struct, frozen=True):
    """What is told, and the lines that say to whom, '' for none. Who writes, and where they live, is in neither."""

    story: str
    addressed: str = ""


@functools.lru_cache(2_048)  # a story is asked about at each message until it is filed
def letter_in(text: str) -> Letter | None:
    """Return what a letter says to whom, None for a text that is none or that has nothing beside its head."""
    typed = spoken(text)
    if not typed.words:
        return None
    begins = bool(longest(typed, 0, phrases("heard-letter-head", "heard-letter-to")))
    if not begins and (len(typed.words) < LONG_WORDS or mentioned(typed, phrases("heard-letter-head")) is None):
        return None
    text = nfc(text)
    start, addressed = _head(text)
    if (following := _behind_formula(text, typed)) is not None:
        return Letter(following, addressed)
    if not begins or not start:
        return None
    told = _without_foot(text[start:])
    return Letter(told, addressed) if _count(told) >= STORY_WORDS else None


def _behind_formula(text: str, typed: Spoken) -> str | None:
    """Return what a letter says between "xin trình bày như sau" and the signature; None for what has no such words."""
    if len(typed.words) < LONG_WORDS or mentioned(typed, phrases("heard-letter-head")) is None:
        return None
    begins = mentioned(typed, phrases("heard-letter-begins"))
    if begins is None:
        return None
    start = [found.end() for found in WORD.finditer(text)][begins[1] - 1]
    told = _without_foot(text[start:])
    return told if len(told) >= TOLD_MIN_CHARS else None


def _without_foot(text: str) -> str:
    ends = mentioned(spoken(text), phrases("heard-letter-ends"))
    told = text if ends is None else text[: [found.start() for found in WORD.finditer(text)][ends[0]]]
    return told.lstrip(_BETWEEN).rstrip(" \t\n:,;(-")


def _head(text: str) -> tuple[int, str]:
    """Return where the head of a letter ends, 0 for none, and the parts of it that say to whom it goes."""
    end, addressed, before, named = 0, list[str](), "", False
    parts = [(found.start(), found.end()) for found in _PARTS.finditer(text)]
    for place, (start, stop) in enumerate(parts):
        part = text[start:stop]
        kind, cut = _kind(part, before, named=named)
        if not kind and not _is_passed(text, parts[place : place + 3]):
            break
        if not kind:
            before = ""
            continue
        named = named or kind == "name"
        addressed += [part[:cut]] if kind == "to" else []
        end, before = start + cut, _BARE if kind == "to" and _is_bare(part) else kind
        if cut < len(part):  # the matter begins inside this part
            break
    return end, ", ".join(addressed)


def _is_bare(part: str) -> bool:
    """Tell whether a part says "Kính gửi" and not yet to whom."""
    return longest(spoken(part), 0, phrases("heard-letter-to")) == _count(part)


def _count(text: str) -> int:
    return len(WORD.findall(text))


def _kind(part: str, before: str, *, named: bool) -> tuple[str, int]:
    """
    Return which part of a head this is, '' for none, and how many of its characters belong to it.

    `title`, `to`, `name`, or `field` ("sinh năm …", "trú tại …") behind a name; "xã Quảng Điền" is what the part before
    it is.
    """
    typed = spoken(part)
    if not typed.words:
        return before, len(part)
    kind = next((kind for kind, keys in _KINDS if longest(typed, 0, phrases(*keys))), "")
    if not kind and is_named_after(typed):
        kind = "name"
    if kind == "field" and not (named and len(typed.words) <= BODY_WORDS):
        kind = ""
    if not kind and before and _goes_on(part, typed, before):
        kind = "to" if before == _BARE else before
    turns = mentioned(typed, phrases("heard-letter-turns"))
    if kind and turns is not None:
        return kind, [found.start() for found in WORD.finditer(part)][turns[0]]
    return kind, len(part)


def is_named_after(typed: Spoken) -> int:
    """Return how many words "tôi là" has before a surname ("Tôi là Nguyễn Văn An"), 0 for "tôi là công nhân"."""
    length = longest(typed, 0, phrases("heard-i-am")) if typed.words else 0
    more = length and length < len(typed.words) and longest(typed, length, phrases("heard-surname"))
    return length if more else 0


def _goes_on(part: str, typed: Spoken, before: str) -> bool:
    """Tell whether a part goes on with what stands before it: "xã Quảng Điền", "- Ủy ban nhân dân xã"."""
    if before == _BARE:
        return len(typed.words) <= BODY_WORDS
    listed = before == "to" and part[0] in _BULLETS
    at_most = BODY_WORDS if listed else PLACE_WORDS
    return len(typed.words) <= at_most and longest(typed, 0, phrases("heard-letter-place")) > 0


def _is_passed(text: str, parts: list[tuple[int, int]]) -> bool:
    """Tell whether a short line of no known kind stands before more of the head: "Huế, ngày 3 tháng 11"."""
    first, *more = [text[start:stop] for start, stop in parts]
    return _count(first) <= PASSED_WORDS and any(
        _kind(part, "", named=False)[0] in {"to", "title", "name"} for part in more
    )
