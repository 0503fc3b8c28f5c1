"""The demo's figures as a short table for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from bot.demo.summary import Counts
from domain.codes import text_key
from texts import say

_LEFT = 44
"""Columns of the terminal for the cases."""


def rows_of(counts: Counts, language: str = "en") -> Iterator[str]:
    """Yield the lines: a headline, then cases by state or outcome beside petitions by kind and organisation."""
    yield (
        f"{counts.petitions} petitions in {counts.cases} cases, {counts.communes} communes of {counts.provinces} "
        f"provinces, {counts.officers} officers"
    )
    yield f"{counts.overdue} cases overdue, {counts.danger} of danger, {counts.confidential} confidential"
    yield ""
    cases = [*_lines("Open", "state", counts.states, language), *_lines("Closed", "outcome", counts.outcomes, language)]
    kinds = _lines("Petitions", "kind-short", counts.kinds, language)
    bodies = _lines("To", "organisation", counts.organisations, language)
    for left, right in zip_longest(cases, [*kinds, *bodies], fillvalue=""):
        yield f"  {_padded(left, _LEFT)}  {right}".rstrip()


def _lines(title: str, topic: str, figures: Mapping[str, int], language: str) -> list[str]:
    words = [(say(text_key(topic, code), language), figure) for code, figure in figures.items()]
    return [title, *(f"{figure:5}  {word}" for word, figure in words)]


def _padded(text: str, width: int) -> str:
    """Return the text filled up to a width; composed letters take one column each."""
    text = unicodedata.normalize("NFC", text)
    return text + " " * max(0, width - len(text))
