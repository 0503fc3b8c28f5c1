"""What an officer's own words say about the digest: an hour, days of the week, spans of the day, days of the year."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from datetime import date, timedelta

from conversation.patterns import any_of, folded_words, numbered
from domain.calendar import ONE_DAY
from domain.daily import Window, days_mask, weekdays_of
from matching.text import fold


@functools.cache
def _clock() -> str:
    hour, half = any_of("heard-clock-hour"), any_of("heard-clock-half")
    part = any_of("heard-morning", "heard-later-in-the-day")
    return rf"(\d{{1,2}}) ?{hour}? ?(\d{{2}}|{half})?(?: {any_of('heard-clock-minutes')})?(?: ({part}))?"


@functools.cache
def _at() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('heard-at')} )?{_clock()}")


@functools.cache
def _span() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of('heard-from')} )?{_clock()} ?(?:{any_of('heard-until')}|-)? ?{_clock()}")


NO_SPAN = Window(0, 0)
"""A silence that somebody wants none of."""


def clock(minute: int) -> str:
    """Return a minute of the day as people write it: 7:30."""
    return f"{minute // 60}:{minute % 60:02d}"


def minute_heard(text: str) -> int | None:
    """Return the minute of the day that a text is: 450 for 7:30, 7h30 or 7 giờ rưỡi; None for any other text."""
    found = _at().fullmatch(fold(text))
    return _minute(found[1], found[2], found[3]) if found else None


def _minute(hours: str, minutes: str | None, part: str | None) -> int | None:
    hour, minute = int(hours), 30 if minutes in folded_words("heard-clock-half") else int(minutes or 0)
    hour += 12 if part in folded_words("heard-later-in-the-day") and hour < 12 else 0
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def span_heard(text: str) -> Window | None:
    """Return the span of the day that a text is, such as '20h đến 6h', an empty one for 'không', None for others."""
    folded = fold(text)
    if folded in folded_words("heard-no-span"):
        return NO_SPAN
    found = _span().fullmatch(folded)
    if found is None:
        return None
    start, end = _minute(found[1], found[2], found[3]), _minute(found[4], found[5], found[6])
    return Window(start, end) if start is not None and end is not None else None


# --- Days of the week -----------------------------------------------------------------------------------------------


def weekday_named(folded: str) -> int | None:
    """Return the weekday (Monday is 0) that a folded text is the name of, None for any other."""
    return _weekdays().get(folded)


def _weekdays() -> Mapping[str, int]:
    return numbered("heard-weekday", 7)


@functools.cache
def _weekday() -> re.Pattern[str]:
    named = any_of(*(f"heard-weekday-{day}" for day in range(7)))
    return re.compile(rf"\b{named}\b|\b[2-7]\b|\b{any_of('heard-until')}\b")


@functools.cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"{any_of('heard-days-joining')}|\s")


EVERY_DAY = days_mask(range(7))


def days_heard(text: str) -> int | None:
    """
    Return the weekdays that a text is, as `Hours.days` keeps them: 'thứ 2 đến thứ 7', 'thứ 2, 4, 6', 'cả tuần'.

    0 stands for 'ngày làm việc', None for any other text.
    """
    folded = fold(text)
    if folded in folded_words("heard-working-days"):
        return 0
    if folded in folded_words("heard-every-day"):
        return EVERY_DAY
    if _joining().sub("", _weekday().sub("", folded)):
        return None
    chosen: list[int] = []
    until = False
    named = _weekdays()
    for word in _weekday().findall(folded):
        if word in folded_words("heard-until"):
            until = True
            continue
        day = named[word] if word in named else int(word) - 2
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


@functools.cache
def _substitute() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('heard-substitute')}\b ?(?:{any_of('heard-is')} )?(.*)$")


def dates_heard(text: str, today: date) -> tuple[date, date] | None:
    """
    Return the first and the last day that a text names: 'từ 24/11 đến 28/11', 'ngày mai', 'hôm nay'; None without.

    Raises:
        ValueError: with a text key, for a day that is none.
    """
    folded = fold(text)
    days = [_date(day, month, year, today) for day, month, year in _DATE.findall(text)]
    if not days and re.search(rf"\b{any_of('heard-day-1')}\b", folded):
        days = [today + ONE_DAY]
    elif len(days) < 2 and re.search(rf"\b{any_of('heard-day-0')}\b", folded):
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
    found = _substitute().search(fold(text))
    return found[1].strip() if found else ""
