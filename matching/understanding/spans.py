"""The stretches of a text that say where, what, since when, how much and who."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from msgspec import Struct

from matching.outcome import Cues, find_cues
from matching.reading import Quantity, Reading
from matching.reading.numerals import shown
from matching.understanding.persons import find_numbers
from matching.understanding.phrases import Hit, Phrases, entries_of, entries_of_relations, folded, longest
from matching.understanding.places import Place, find_places
from matching.understanding.values import Span, SpanKind

_DURATIONS = frozenset({"day", "night", "week", "month", "year", "hour"})
_AMOUNTS = frozenset({"dong", "m2", "ha", "sao", "km", "m", "kg", "household", "person"})
_KINDS = {
    "object": SpanKind.OBJECT,
    "trouble": SpanKind.TROUBLE,
    "since": SpanKind.SINCE,
    "accuse_post": SpanKind.POST,
}


class Found(Struct, frozen=True):
    """
    What a text was found to hold, from which its spans are made.

    `hits` are those of things, troubles, times and posts; `cues` say where it thanks or reports that the trouble is
    over (see `outcome.find_cues`).
    """

    hits: Sequence[Hit]
    places: Sequence[Place]
    persons: Sequence[Span]
    dangers: Sequence[Hit]
    cues: Cues


@functools.cache
def dictionary() -> Phrases:
    """Return all dictionaries of understanding in one, so that a text is walked once."""
    files = ("cues.tsv", "places_inside.tsv", "concepts.tsv")
    return Phrases([*(entry for name in files for entry in entries_of(name)), *entries_of_relations()])


def _span(reading: Reading, kind: SpanKind, first: int, last: int, value: str) -> Span:
    tokens = reading.tokens
    start = tokens[first].start
    end = tokens[first].end if first == last else max([token.end for token in tokens[first : last + 1]])
    return Span(kind, start, end, reading.written[start:end], value)


def place_spans(reading: Reading) -> tuple[Span, ...]:
    """Return the places inside a commune alone, as `find_spans` has them: a third of what `understand` costs."""
    hits = [hit for hit in dictionary().find(reading.tokens) if hit.entry.what.startswith("place")]
    places = find_places(reading, hits)
    return spans_of_places(reading, places)


def spans_of_places(reading: Reading, places: Sequence[Place]) -> tuple[Span, ...]:
    """Return the spans of places that were found, in order."""
    spans = [_span(reading, SpanKind.PLACE, one.first, one.last, one.value) for one in places]
    return tuple(sorted(spans, key=_order))


def _order(span: Span) -> tuple[int, int, SpanKind]:
    return span.start, span.end, span.kind


def _of_quantity(reading: Reading, quantity: Quantity) -> Span | None:
    start, end, value, unit = quantity
    if unit in _DURATIONS and not _is_future(reading, start):
        kind = SpanKind.SINCE
    elif unit in _AMOUNTS:
        kind = SpanKind.AMOUNT
    else:
        return None
    return Span(kind, start, end, reading.written[start:end], f"{shown(value)} {unit}")


def _is_future(reading: Reading, start: int) -> bool:
    before = [token.folded for token in reading.tokens if token.end <= start][-1:]
    return before in (["trong"], ["sau"], ["moi"])


def find_spans(reading: Reading, found: Found) -> tuple[Span, ...]:
    """Return the spans in order of position; an object or trouble inside a place's name is left out."""
    places = found.places
    spans = [_span(reading, SpanKind.PLACE, place.first, place.last, place.value) for place in places]
    taken = {index for place in places for index in range(place.first, place.last + 1)}
    for hit in longest([hit for hit in found.hits if hit.entry.what in _KINDS]):
        kind = _KINDS[hit.entry.what]
        named = kind in (SpanKind.OBJECT, SpanKind.TROUBLE)
        if named and not taken.isdisjoint(range(hit.first, hit.last + 1)):
            continue
        value = hit.entry.folded if named else folded(" ".join(hit.entry.words))
        spans.append(_span(reading, kind, hit.first, hit.last, value))
    for hit in longest(found.dangers):
        value = ",".join(sorted(hit.entry.value.split("|")))
        spans.append(_span(reading, SpanKind.DANGER, hit.first, hit.last, value))
    for what, first, last in find_cues(reading, found.cues):
        value = " ".join(token.folded for token in reading.tokens[first : last + 1])
        spans.append(_span(reading, SpanKind(what), first, last, value))
    spans.extend(span for quantity in reading.quantities if (span := _of_quantity(reading, quantity)))
    spans.extend(found.persons)
    spans.extend(find_numbers(reading.written))
    return tuple(sorted(spans, key=_order))
