"""Places inside a commune as words name them: what is one of its kind, and what is said beside another."""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from matching.reading import read
from matching.reading.words import words_of
from matching.text import fold, nfc
from matching.understanding import Span
from matching.understanding.phrases import entries_of
from matching.understanding.spans import place_spans

HAMLET: Final = "place:hamlet"
"""Holds the others: another alley leaves the hamlet that it is in, and the other way round."""

PLACE_MAX_CHARS: Final = 300

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


@functools.lru_cache(512)
def as_read(place: str) -> str:
    """Return a place without what a keyboard left in it ("ngox 12": "ngõ 12"); all else stands as it was written."""
    mended = nfc(place)
    for word in reversed(words_of(mended)):
        if word.normal != word.written and fold(word.normal) != fold(word.written):
            mended = f"{mended[: word.start]}{_cased(word.normal, word.written)}{mended[word.end :]}"
    return mended


def _cased(word: str, written: str) -> str:
    if len(written) > 1 and written.isupper():
        return word.upper()
    return f"{word[:1].upper()}{word[1:]}" if written[:1].isupper() else word


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


def instead(place: str, said: str) -> str:
    """Return a place that was wrong told anew: its hamlet stays while what lies in it is told, and the other way."""
    new = spots(said)
    told = {group_of(span) == HAMLET for span in new} or {False}
    stays = [span.text for span in spots_listed(place) if (group_of(span) == HAMLET) not in told]
    return beside(said, ", ".join(stays), new) if stays else said


def retold(story: str, before: str, after: str, said: str) -> str | None:
    """
    Return a story with `said` for the places that are no longer in the corrected place; None when it names none.

    A hamlet stays in it unless another one was said.
    """
    new, kept = spots(said), {span.value for span in spots_listed(after)}
    stays = not any(group_of(span) == HAMLET for span in new)
    gone = [s for s in spots_listed(before) if s.value not in kept and not (stays and group_of(s) == HAMLET)]
    if not gone:
        return None
    story, values = nfc(story), [span.value for span in gone]
    found = [span for span in spots(story) if span.value in values]
    if not found:
        return None
    alike = [span.value for span in gone if new and group_of(span) == group_of(new[0])]
    first = next((span.value for span in found if span.value in alike), found[0].value)
    lead = fold(said[: new[0].start] if new else said.split(maxsplit=1)[0]).split()
    for span in reversed(found):
        start = _behind_lead(story, span.start, lead) if span.value == first else len(story[: span.start].rstrip(" ,"))
        story = story[:start] + (said if span.value == first else "") + story[span.end :]
    return story


def _behind_lead(text: str, start: int, lead: Sequence[str]) -> int:
    """Return where the words begin that the new place says again: "trước" of "trước chợ" for "trước trường"."""
    for word in reversed(lead):
        before = text[:start].rstrip()
        last = before.split()[-1] if before else ""
        if fold(last) != word:
            break
        start = len(before) - len(last)
    return start
