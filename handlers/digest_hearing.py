"""What an officer's own words say about the digest: an hour, days of the week, spans of the day, days of the year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from domain.calendar import ONE_DAY
from domain.daily import Window, days_mask, weekdays_of
from matching.text import fold

_CLOCK = r"(\d{1,2}) ?(?:h|g|gio)? ?(\d{2}|ruoi)?(?: phut)?(?: (sang|chieu|toi|am|pm))?"
_AT = re.compile(rf"(?:luc |at )?{_CLOCK}")
_SPAN = re.compile(rf"(?:tu |from )?{_CLOCK} ?(?:den|toi|to|until|-)? ?{_CLOCK}")
_LATER = frozenset({"chieu", "toi", "pm"})

NO_SPAN = Window(0, 0)
"""A silence that somebody wants none of."""


def clock(minute: int) -> str:
    """Return a minute of the day as people write it: 7:30."""
    return f"{minute // 60}:{minute % 60:02d}"


def minute_heard(text: str) -> int | None:
    """Return the minute of the day that a text is: 450 for 7:30, 7h30 or 7 giờ rưỡi; None for any other text."""
    found = _AT.fullmatch(fold(text))
    return _minute(found[1], found[2], found[3]) if found else None


def _minute(hours: str, minutes: str | None, part: str | None) -> int | None:
    hour, minute = int(hours), 30 if minutes == "ruoi" else int(minutes or 0)
    hour += 12 if part in _LATER and hour < 12 else 0
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def span_heard(text: str) -> Window | None:
    """Return the span of the day that a text is, such as '20h đến 6h', an empty one for 'không', None for others."""
    folded = fold(text)
    if folded in {"khong", "khong nghi", "none", "no"}:
        return NO_SPAN
    found = _SPAN.fullmatch(folded)
    if found is None:
        return None
    start, end = _minute(found[1], found[2], found[3]), _minute(found[4], found[5], found[6])
    return Window(start, end) if start is not None and end is not None else None


# --- Days of the week -----------------------------------------------------------------------------------------------

_NAMED = {
    "thu 2": 0, "thu hai": 0, "thu 3": 1, "thu ba": 1, "thu 4": 2, "thu tu": 2, "thu 5": 3, "thu nam": 3, "thu 6": 4,
    "thu sau": 4, "thu 7": 5, "thu bay": 5, "chu nhat": 6, "cn": 6, "t2": 0, "t3": 1, "t4": 2, "t5": 3, "t6": 4,
    "t7": 5,
    "monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "wednesday": 2, "wed": 2, "thursday": 3, "thu": 3, "friday": 4,
    "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}  # fmt: skip


def weekday_named(folded: str) -> int | None:
    """Return the weekday (Monday is 0) that a folded text is the name of, None for any other."""
    return _NAMED.get(folded)


_NAME = re.compile("|".join(sorted(map(re.escape, _NAMED), key=len, reverse=True)))
_WEEKDAY = re.compile(rf"\b(?:{_NAME.pattern})\b|\b[2-7]\b|\b(?:den|toi|to)\b")
_JOINING = re.compile(r"cac|ngay|va|tu|and|from|\s")
EVERY_DAY = days_mask(range(7))
_WHOLE = {"ca tuan": EVERY_DAY, "moi ngay": EVERY_DAY, "hang ngay": EVERY_DAY, "every day": EVERY_DAY}
_WORKING = frozenset({"ngay lam viec", "cac ngay lam viec", "working days"})


def days_heard(text: str) -> int | None:
    """
    Return the weekdays that a text is, as `Hours.days` keeps them: 'thứ 2 đến thứ 7', 'thứ 2, 4, 6', 'cả tuần'.

    0 stands for 'ngày làm việc', None for any other text.
    """
    folded = fold(text)
    if folded in _WORKING:
        return 0
    if folded in _WHOLE:
        return _WHOLE[folded]
    if _JOINING.sub("", _WEEKDAY.sub("", folded)):
        return None
    chosen: list[int] = []
    until = False
    for word in _WEEKDAY.findall(folded):
        if word in {"den", "toi", "to"}:
            until = True
            continue
        day = _NAMED[word] if word in _NAMED else int(word) - 2
        chosen += range(chosen[-1] + 1, day + 1) if until and chosen else [day]
        until = False
    return days_mask(chosen) if chosen else None


def days_text(mask: int) -> str:
    """Return weekdays for a button or a sentence's selector: '0-5' from Monday to Saturday, '0,2,4' otherwise."""
    days = weekdays_of(mask)
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{days[0]}-{days[-1]}"
    return ",".join(map(str, days))


# --- Days of the year -----------------------------------------------------------------------------------------------

_DATE = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?")
_SUBSTITUTE = re.compile(r"\b(?:nguoi thay|nguoi lam thay|thay boi|substitute)\b ?(?:la )?(.*)$")


def dates_heard(text: str, today: date) -> tuple[date, date] | None:
    """
    Return the first and the last day that a text names: 'từ 24/11 đến 28/11', 'ngày mai', 'hôm nay'; None without.

    Raises:
        ValueError: with a text key, for a day that is none.
    """
    folded = fold(text)
    days = [_date(day, month, year, today) for day, month, year in _DATE.findall(text)]
    if not days and re.search(r"\b(?:mai|tomorrow)\b", folded):
        days = [today + ONE_DAY]
    elif len(days) < 2 and re.search(r"\b(?:hom nay|today)\b", folded):
        days = [today, *days]
    return (days[0], days[-1]) if days else None


def _date(day: str, month: str, year: str, today: date) -> date:
    try:
        meant = date(int(year) if year else today.year, int(month), int(day))
        # In December "5/1" means the January that comes.
        return meant if year or meant > today - timedelta(days=180) else meant.replace(year=meant.year + 1)
    except ValueError:
        raise ValueError("absence-day-not-understood") from None


def substitute_heard(text: str) -> str:
    """Return the folded name after 'người thay:', '' when none is named."""
    found = _SUBSTITUTE.search(fold(text))
    return found[1].strip() if found else ""
