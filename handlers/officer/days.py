"""Days as officers say them: tomorrow, Friday, Friday of next week, the end of the month."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from handlers.digest_hearing import weekday_named
from matching.text import fold

_NEAR = {"hom nay": 0, "today": 0, "mai": 1, "ngay mai": 1, "tomorrow": 1, "ngay kia": 2, "mot": 2}
_BEFORE = re.compile(r"^(?:(?:hen|dan|ba con|den|truoc|het|vao|ngay|sang|chieu|by|on|until|this)\s+)+")
_NEXT_WEEK = re.compile(r"\s*(?:tuan sau|tuan toi|next week)$")
_WEEKS = re.compile(r"(\d|mot|hai|ba) tuan|(\d) weeks?")
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3}


def day_heard(text: str, today: date) -> date | None:
    """Return the coming day that a text means, None when it names none in these words."""
    said = fold(text).strip(" .!")
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    said = _BEFORE.sub("", said)
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if said in {"cuoi thang", "end of month"}:
        return today.replace(day=monthrange(today.year, today.month)[1])
    if (found := _WEEKS.fullmatch(said)) is not None:
        count = found[1] or found[2]
        return today + timedelta(weeks=_NUMBERS.get(count) or int(count))
    return _weekday(said, today)


def _weekday(said: str, today: date) -> date | None:
    name = _NEXT_WEEK.sub("", said)
    weekday = 4 if name in {"cuoi tuan", "end of week"} or (not name and name != said) else weekday_named(name)
    if weekday is None:
        return None
    monday = today - timedelta(days=today.weekday())
    if name != said:
        return monday + timedelta(days=7 + weekday)
    meant = monday + timedelta(days=weekday)
    return meant if meant > today else meant + timedelta(days=7)
