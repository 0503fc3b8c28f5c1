"""Counts as the figures of a report: with names, definitions, comparisons and the codes behind each."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from actions.reports.counting import Compared, Counting
from actions.reports.names import REPORT_LANGUAGE, Names
from domain.codes import text_key
from domain.kinds import Rating
from reports.numbers import figure_words
from reports.value import Figure
from texts import has, say

ALWAYS: Final = (
    "received digital walk_in confidential withdrawn cases done in_progress not_done outside forwarded answered "
    "overdue repeated recurring reopened ref_carried ref_sent ref_answered ref_handed_back ref_ended "
    "ref_waiting ref_overdue ref_on_time ref_late ref_reminded unrated"
).split() + [f"rated_{rating.value}" for rating in Rating]
"""Figures that a report has even when nothing was counted: a zero is said too."""

RATE_BASE: Final = ("done", "in_progress", "not_done")


@dataclass(slots=True)
class Figures:
    """The figures of one report by key. One that a sentence shows and nobody counted is 0, and is there as well."""

    names: Names
    by_key: dict[str, Figure] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Figure:
        return self.by_key[key]

    def count(self, key: str) -> int:
        """Return a figure's number, 0 for one that is not there."""
        found = self.by_key.get(key)
        return int(found.value or 0) if found else 0

    def words(self, key: str) -> str:
        """Return a figure as prose writes it."""
        if key not in self.by_key:
            self.add(_figure(key, self.names, 0))
        return figure_words(self.by_key[key], self.by_key[key].value)

    def put(self, key: str, codes: Sequence[str], value: int | None = None, *, called: str = "") -> None:
        """Put in a figure that counts these codes, or more where some may stand nowhere; `called`: what it is of."""
        self.add(_figure(key, self.names, len(codes) if value is None else value, tuple(sorted(codes)), called=called))

    def add(self, figure: Figure) -> None:
        """Put a figure in."""
        self.by_key[figure.key] = figure


def figures_of(
    counting: Counting,
    names: Names,
    *,
    before: Compared | None,
    last_year: Compared | None,
    carried_in: Iterable[str] = (),
    late: Iterable[str] = (),
    silent: Sequence[str] | None = None,
) -> Figures:
    """
    Return the figures of a report; `before` and `last_year` are what they are compared with.

    `carried_in` are the codes of petitions from after the last cut-off ('' for a confidential one), `late` those of
    after this one; `silent` the codes of communes that said nothing, None where the reach is a commune.
    """
    found = Figures(names)
    _complete(counting)
    for key in dict.fromkeys((*ALWAYS, *sorted(counting.counts))):
        count = counting.counts.get(key)
        codes = tuple(sorted(count.codes)) if count else ()
        compared = [other.number(key) if other is not None else None for other in (before, last_year)]
        found.add(_figure(key, names, count.value if count else 0, codes, *compared))
    for key, part, whole in _RATES:
        found.add(_figure(key, names, counting.rate(part, *whole), percent=True))
    shares = [other.digital_rate if other is not None else None for other in (before, last_year)]
    found.add(_figure("digital_rate", names, counting.rate("digital", "received"), (), *shares, percent=True))
    for dimension in ("subject", "unit", "organisation"):
        for value in counting.values_of("cases", dimension):
            tail = f".{dimension}.{value}"
            rate = counting.rate(f"done{tail}", *(f"{key}{tail}" for key in RATE_BASE))
            found.add(_figure(f"done_rate{tail}", names, rate, percent=True))
    carried = list(carried_in)
    found.add(_figure("carried_in", names, len(carried), tuple(sorted(code for code in carried if code))))
    after = list(late)
    found.add(_figure("late", names, len(after), tuple(sorted(code for code in after if code))))
    if silent is not None:
        found.add(_figure("silent", names, len(silent), tuple(sorted(silent))))
    hot = counting.hot_spots
    found.add(_figure("hot", names, len(hot), tuple(sorted({code for spot in hot for code in spot.codes}))))
    return found


_RATES: Final = (
    ("done_rate", "done", RATE_BASE),
    ("on_time_rate", "ref_on_time", ("ref_answered",)),
    ("satisfied_rate", "satisfied", ("rated",)),
)


def _complete(counting: Counting) -> None:
    """Add sums that are figures of their own."""
    scores = [f"rated_{rating.value}" for rating in Rating]
    _sum(counting, "rated", scores)
    _sum(counting, "satisfied", [f"rated_{Rating.VERY_SATISFIED.value}", f"rated_{Rating.SATISFIED.value}"])
    _sum(counting, "base", RATE_BASE)
    _sum(counting, "walk_in", ["received.channel.walk_in"])


def _sum(counting: Counting, key: str, parts: Iterable[str]) -> None:
    if key in counting.counts:
        return
    total = counting.counts[key]
    for part in parts:
        found = counting.counts.get(part)
        if found is not None:
            total.value += found.value
            total.codes += found.codes


def _figure(
    key: str,
    names: Names,
    value: float | None,
    codes: tuple[str, ...] = (),
    before: float | None = None,
    last_year: float | None = None,
    *,
    percent: bool = False,
    called: str = "",
) -> Figure:
    what, _, rest = key.partition(".")
    by, _, of = rest.partition(".")
    label, about = _said(what)
    if of:
        head, middle, tail = _of()
        label = f"{head}{label}{middle}{called or names.value(by, of)}{tail}"
    return Figure(key, label, about, value, percent, codes, before, last_year)


@functools.cache
def _said(what: str) -> tuple[str, str]:
    name, about = text_key("report-figure", what), text_key("report-about", what)
    if not has(name, REPORT_LANGUAGE):
        raise KeyError(f"no words for figure {what}")
    return say(name, REPORT_LANGUAGE), say(about, REPORT_LANGUAGE)


@functools.cache
def _of() -> tuple[str, str, str]:
    """Return what stands before, between and after a figure's name and the value that it is of: worded once."""
    mark = "\ue003"
    head, middle, tail = say("report-figure-of", REPORT_LANGUAGE, {"what": mark, "value": mark}).split(mark)
    return head, middle, tail


_OTHERWISE: Final = frozenset({"hot", "hot_people", "spread", "people", "days_late", "reminders", "late_offices_more"})
"""Figures that count something else than what their codes are: places, people, days."""


def is_counted_by_codes(key: str) -> bool:
    """Tell whether a figure is as many as its codes, but for confidential ones."""
    return key.partition(".")[0] not in _OTHERWISE


def not_traced(figure: Figure) -> int:
    """Return how many of a figure's petitions or cases stand nowhere, because they are confidential."""
    if figure.percent or not is_counted_by_codes(figure.key) or figure.change is not None:
        return 0
    return max(0, int(figure.value or 0) - len(figure.cases))
