"""Places inside a commune as words name them: what is one of its kind, and what is said beside another."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from matching.reading import read
from matching.text import fold, nfc
from matching.understanding import Span
from matching.understanding.phrases import entries_of
from matching.understanding.spans import place_spans

HAMLET: Final = "place:hamlet"
"""Holds the others: another alley leaves the hamlet that it is in, and the other way round."""

Range = tuple[int, int]
"""From, to before: characters of a text."""


@functools.lru_cache(512)
def spots(text: str) -> tuple[Span, ...]:
    """Return the places inside a commune that a text (NFC) names; positions are in this text."""
    reading = read(text)
    return place_spans(reading) if reading.written == text else ()


@functools.lru_cache(512)
def spots_listed(place: str) -> tuple[Span, ...]:
    """
    Return the places in a list of them (NFC), each of which is read by itself; positions are in the list.

    It grows by what is said one after the other: "ngo 12" of a story without marks beside "cạnh nhà văn hóa".
    """
    found, start = [], 0
    for part in place.split(","):
        ahead = start + len(part) - len(part.lstrip())
        found += [replace(span, start=span.start + ahead, end=span.end + ahead) for span in spots(part.strip())]
        start += len(part) + 1
    return tuple(found)


def group_of(span: Span) -> str:
    """Return what kind of place it is: "place:alley" for "hẻm 7"."""
    named = span.value.split()
    heads = (" ".join(named[:length]) for length in range(len(named), 0, -1))
    return next((_groups()[head] for head in heads if head in _groups()), "")


@functools.cache
def _groups() -> Mapping[str, str]:
    return {fold(entry.value): entry.what for entry in entries_of("places_inside.tsv")}


def of_its_kind(new: Sequence[Span], place: str) -> Span | None:
    """Return the place of a list that is of the kind of the new one: None without one, and where there are several."""
    same = [span for span in spots_listed(place) if group_of(span) == group_of(new[0])] if new else []
    return same[0] if len(same) == 1 else None


def with_instead(text: str, ranges: Collection[Range], new: str) -> str:
    """Return the text with `new` in the place of these ranges."""
    for start, end in sorted(ranges, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def is_apart(new: Sequence[Span], there: Sequence[Span]) -> bool:
    """Tell whether one of them says the hamlet and the other what is in it: then both hold."""
    hamlet = bool(new) and group_of(new[0]) == HAMLET
    return bool(new) and any((group_of(span) == HAMLET) != hamlet for span in there)


def beside(said: str, place: str, new: Sequence[Span]) -> str:
    """Return both: the smaller comes first, as addresses are written."""
    return f"{place}, {said}" if new and group_of(new[0]) == HAMLET else f"{said}, {place}"


def combined(place: str, said: str) -> str:
    """Return a place told more exactly: beside what was told, or instead of the one of its kind."""
    place, said = nfc(place), nfc(said)
    if not place or fold(place) in fold(said):
        return said
    new = spots(said)
    old = of_its_kind(new, place)
    return with_instead(place, [(old.start, old.end)], said) if old is not None else beside(said, place, new)
