"""A due date explained to a person: which rule, which days counted, which did not and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from domain.calendar import WorkCalendar, local_date
from domain.deadlines import DueDate, Skip
from domain.rules import Rule

Word = Callable[[str, Mapping[str, object]], str]
"""Words a key with its values in the reader's language: `functools.partial` over `texts.say`."""

_IN_SUM: Final[Mapping[Skip, str]] = {
    Skip.WEEKEND: "deadline-skipped-weekends",
    Skip.PAUSED: "deadline-skipped-paused",
}


def explain(due_date: DueDate, rule: Rule, calendar: WorkCalendar, word: Word, language: str = "vi") -> str:
    """Return the reasons of a due date as sentences, one a line, in the words of `texts/*/domain.ftl`."""
    lines = [_headline(due_date, rule, word)]
    skipped = _skipped(due_date, calendar, word, language)
    if skipped:
        lines.append(word("deadline-skipped", {"days": skipped}))
    if due_date.make_up:
        days = ", ".join(f"{day:%d/%m/%Y}" for day in due_date.make_up)
        lines.append(word("deadline-make-up", {"days": days}))
    if due_date.paused:
        lines.append(word("deadline-standing", {}))
    if rule.is_legal:
        lines.append(word("deadline-by-law", {"source": rule.source}))
    else:
        lines.append(word("deadline-by-house", {}))
    return "\n".join(lines)


def _headline(due_date: DueDate, rule: Rule, word: Word) -> str:
    values = {
        "rule": word(rule.id.text_key, {}),
        "amount": rule.amount,
        "from": word(rule.counts_from.text_key, {}),
        "start": local_date(due_date.start),
        "day": due_date.day,
    }
    manner = rule.unit.replace("_", "-") if rule.amount else "same-day"
    return word(f"deadline-explained-{manner}", values)


def _skipped(due_date: DueDate, calendar: WorkCalendar, word: Word, language: str) -> str:
    """Return the days passed over: holidays by name, weekends and days on hold as a number."""
    sums = Counter(skip.why for skip in due_date.skipped)
    parts = [
        word("deadline-skipped-day", {"day": skip.day, "name": name})
        for skip in due_date.skipped
        if skip.why not in _IN_SUM and (name := calendar.name_of(skip.day, language) or word(skip.why.text_key, {}))
    ]
    parts += [word(key, {"count": sums[why]}) for why, key in _IN_SUM.items() if sums[why]]
    return ", ".join(parts)
