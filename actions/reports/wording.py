"""Sentences with figures in them: Fluent words a sentence, and the numbers in it stay known as figures."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from actions.reports.figures import Figures
from actions.reports.names import REPORT_LANGUAGE
from domain.calendar import LOCAL, local_date
from reports.numbers import count_words, day_words, percent_words
from reports.value import Figure, Paragraph, Run
from storage.types import from_ms
from texts import say

_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
"""Private-use characters around a figure while a sentence is worded: no text that a person writes holds them."""

_MARKED: Final = re.compile(f"{_OPEN}([^{_MIDDLE}]*){_MIDDLE}([^{_CLOSE}]*){_CLOSE}")

_PHONE: Final = re.compile(r"\+?\d[\d .\-]{7,}\d")

TITLE_CHARS: Final = 160

FEW: Final = 10
TIMES: Final = 200.0
"""Against so few, or by so many percent, a change is told in numbers: 'up by 1.483,3%' says nothing. House rule."""


def shown(figures: Figures, key: str) -> str:
    """Return a figure as prose writes it, marked as that figure; for a value of `sentence`."""
    return f"{_OPEN}{key}{_MIDDLE}{figures.words(key)}{_CLOSE}"


def sentence(key: str, **values: str | float) -> str:
    """Return the words of a report's sentence, figures still marked."""
    return say(key, REPORT_LANGUAGE, values)


def paragraph(id: str, text: str, *, item: bool = False, hint: str = "") -> Paragraph:
    """Return a paragraph of a worded sentence, its figures as runs of their own."""
    runs: list[Run] = []
    end = 0
    for found in _MARKED.finditer(text):
        if found.start() > end:
            runs.append(Run(text[end : found.start()]))
        runs.append(Run(found[2], figure=found[1]))
        end = found.end()
    if end < len(text):
        runs.append(Run(text[end:]))
    return Paragraph(id, tuple(runs), hint, item)


def hint(id: str, key: str) -> Paragraph:
    """Return a place for the officer's own words."""
    return Paragraph(id, (), say(key, REPORT_LANGUAGE))


def change_words(figure: Figure) -> str:
    """Return how a number of petitions changed against the period before and last year's, or nothing."""
    phrases = []
    for value, key in ((figure.previous, "report-with-before"), (figure.last_year, "report-with-last-year")):
        if value is None or figure.value is None:
            continue
        phrases.append(_change(float(figure.value), float(value), say(key, REPORT_LANGUAGE)))
    return sentence("report-compared", phrases="; ".join(phrases)) if phrases else ""


def _change(value: float, before: float, with_: str) -> str:
    if not before:
        return sentence("report-change-new", **{"with": with_})
    how = "up" if value > before else "down" if value < before else "same"
    if not value:
        how = "none"
    share = round(100 * abs(value - before) / before, 1)
    by = percent_words(share)
    if how in {"up", "down"} and (before < FEW or share > TIMES):
        how, by = f"{how}-by", count_words(abs(value - before), padded=True)
    return sentence("report-change", how=how, by=by, before=count_words(before, padded=True), **{"with": with_})


def plain_title(title: str) -> str:
    """Return a case's title for a document: no phone numbers, cut at a word, without an end."""
    text = _PHONE.sub("…", " ".join(title.split()))
    if len(text) > TITLE_CHARS:
        text = text[: TITLE_CHARS - 1].rsplit(" ", 1)[0] + "…"
    return text.rstrip(" .;,:")


@functools.lru_cache(4096)
def day_of(ms: int) -> date:
    """Return the local day of a stored moment."""
    return local_date(from_ms(ms))


@functools.lru_cache(4096)
def due_day_of(ms: int) -> date:
    """Return the last day of a due moment: 24:00 belongs to the day that it ends."""
    return from_ms(ms - 1).astimezone(LOCAL).date()


def short_day(number: int) -> str:
    """Return a day counted from 1970 as dd/mm/yyyy."""
    return day_words(date(1970, 1, 1) + timedelta(days=number))


def listed(entries: Sequence[str]) -> str:
    """Return entries as a list inside a sentence."""
    return "; ".join(entries)
