"""Numbers and sections as officers type them when they change a line of the calendar of reports."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from conversation.messages import Words, words
from domain.report_calendar import REMIND_MAX, REMINDERS_MAX
from domain.reporting import PARTS, PartOfReport, ReportKind, ReportRule
from matching.text import fold

KEEP: Final = "="
USUAL: Final = "-"
"""What the buttons under a part stand for; typed, they mean the same."""

NONE: Final = frozenset({"khong", "no", "none"})
"""Words for 0, folded: a bare 0 asks for a person."""

LETTERS: Final = "abcdefghijk"
"""One a section."""


@dataclass(frozen=True, slots=True)
class Between:
    """Parses a whole number within limits."""

    least: int
    most: int

    def __call__(self, text: str) -> str:
        """Return the whole number; "-" before it makes it negative."""
        if fold(text) in NONE:
            text = "0"
        found = re.search(r"[-−–]?\s*\d+", text)
        number = int(re.sub(r"\s", "", found[0]).replace("−", "-").replace("–", "-")) if found else self.most + 1
        if not self.least <= number <= self.most:
            raise ValueError("report-bad-number")
        return str(number)


def parse_reminders(text: str) -> str:
    """Return the days that a text names, as numbers with spaces between."""
    if fold(text) in NONE:
        return "0"
    days = re.findall(r"\d+", text)
    if not days or len(days) > REMINDERS_MAX or any(int(day) > REMIND_MAX for day in days):
        raise ValueError("report-bad-reminders")
    return " ".join(str(int(day)) for day in days)


def offered(kind: ReportKind) -> tuple[PartOfReport, ...]:
    """Return all sections as they are lettered for a kind: its usual ones first."""
    return PARTS[kind] + tuple(part for part in PartOfReport if part not in PARTS[kind])


def ask_sections(rule: ReportRule) -> Words:
    """Return the question with every section and its letter."""
    order = offered(rule.kind)
    letters = " ".join(LETTERS[order.index(part)].upper() for part in rule.sections)
    names = {letter: words(part.text_key) for letter, part in zip(LETTERS, order, strict=True)}
    return words("report-ask-sections", letters=letters, **names)


@dataclass(frozen=True, slots=True)
class SectionLetters:
    """Parses letters of sections: a bare number would mean a button."""

    kind: ReportKind

    def __call__(self, text: str) -> str:
        """Return the letters of sections that a text names."""
        if text in {KEEP, USUAL}:
            return text
        letters = re.findall(r"[a-z]+", text.lower())
        if not letters or not all(letter in LETTERS for letter in letters):
            raise ValueError("report-bad-sections")
        return " ".join(letters)


def parts_of(kind: ReportKind, letters: str) -> tuple[PartOfReport, ...]:
    """Return the sections of their letters."""
    order = offered(kind)
    return tuple(order[LETTERS.index(letter)] for letter in letters.split())
