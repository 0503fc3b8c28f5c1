"""Days as officers say them: tomorrow, Friday, Friday of next week, the end of the month."""

from __future__ import annotations

import functools
import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from conversation.patterns import any_of, folded_words, numbered
from handlers.digest_hearing import weekday_named
from matching.text import fold

NEAR_DAYS = 3
COUNTED = 4


@functools.cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"^(?:{any_of('heard-before-day')}\s+)+")


@functools.cache
def _next_week() -> re.Pattern[str]:
    return re.compile(rf"\s*{any_of('heard-next-week')}$")


@functools.cache
def _weeks() -> re.Pattern[str]:
    named = any_of("heard-count-1", "heard-count-2", "heard-count-3")
    return re.compile(rf"(\d|{named}) {any_of('heard-weeks')}")


@functools.cache
def _counts() -> Mapping[str, int]:
    return {word: n for n in range(1, COUNTED) for word in folded_words(f"heard-count-{n}")}


def day_heard(text: str, today: date) -> date | None:
    """Return the coming day that a text means, None when it names none in these words."""
    said = fold(text).strip(" .!")
    near = numbered("heard-day", NEAR_DAYS)
    if said in near:
        return today + timedelta(days=near[said])
    said = _before().sub("", said)
    if said in near:
        return today + timedelta(days=near[said])
    if said in folded_words("heard-end-of-month"):
        return today.replace(day=monthrange(today.year, today.month)[1])
    if (found := _weeks().fullmatch(said)) is not None:
        return today + timedelta(weeks=_counts().get(found[1]) or int(found[1]))
    return _weekday(said, today)


def _weekday(said: str, today: date) -> date | None:
    name = _next_week().sub("", said)
    ends = name in folded_words("heard-end-of-week") or (not name and name != said)
    weekday = 4 if ends else weekday_named(name)
    if weekday is None:
        return None
    monday = today - timedelta(days=today.weekday())
    if name != said:
        return monday + timedelta(days=7 + weekday)
    meant = monday + timedelta(days=weekday)
    return meant if meant > today else meant + timedelta(days=7)
