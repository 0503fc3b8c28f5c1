"""Working days of Vietnam: weekends, holidays, days in lieu, swapped days, and what an administrator adds."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from importlib import resources
from types import MappingProxyType
from typing import Final, Literal
from zoneinfo import ZoneInfo

from msgspec import Raw, Struct, json

from domain.codes import Code

LOCAL: Final = ZoneInfo("Asia/Ho_Chi_Minh")
"""Vietnam keeps UTC+7 all year."""

ONE_DAY: Final = timedelta(days=1)

Language = Literal["vi", "en"]


class DayOff(Code):
    """Why a day is not worked."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    DECIDED = "decided"


class OverrideKind(Code):
    """What an administrator has decided about a day."""

    OFF = "off"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Override:
    """One day that differs from the table; `basis` is the document it rests on, as its author wrote it."""

    day: date
    kind: OverrideKind
    basis: str


@dataclass(frozen=True, slots=True)
class _Year:
    off: Mapping[date, Mapping[str, str]]
    make_up: frozenset[date]


class WorkCalendar:
    """
    The working days of one installation: the table of holidays, and overrides that win over it.

    Immutable: changed overrides make a new calendar. Source of the working day: Bộ luật Lao động 45/2019
    Art 111, 112; from 2026 also 24 November (NQ 80-NQ/TW).
    """

    __slots__ = ("_counts", "_overrides")

    def __init__(self, overrides: Iterable[Override] = ()) -> None:
        self._overrides = {override.day: override for override in overrides}
        self._counts: dict[int, tuple[int, ...]] = {}

    def why_off(self, day: date) -> DayOff | None:
        """Return why a day is not worked, or None when it is."""
        override = self._overrides.get(day)
        if override is not None:
            return DayOff.DECIDED if override.kind is OverrideKind.OFF else None
        year = _year(day.year)
        if day in year.make_up:
            return None
        if day in year.off:
            return DayOff.HOLIDAY
        return DayOff.WEEKEND if day.weekday() >= 5 else None

    def is_working_day(self, day: date) -> bool:
        """Monday to Friday and no holiday, or a Saturday worked in exchange."""
        return self.why_off(day) is None

    def is_make_up_day(self, day: date) -> bool:
        """Tell whether a weekend day or holiday is worked."""
        return self.is_working_day(day) and (day.weekday() >= 5 or day in _year(day.year).off)

    def name_of(self, day: date, language: str = "vi") -> str | None:
        """Return the name of a holiday, or the basis of a decided day; None for ordinary days."""
        override = self._overrides.get(day)
        if override is not None:
            return override.basis
        names = _year(day.year).off.get(day)
        return (names.get(language) or names["vi"]) if names else None

    def add_working_days(self, day: date, amount: int) -> date:
        """Return the day `amount` working days after `day`, itself not counted (before it when negative)."""
        step = ONE_DAY if amount >= 0 else -ONE_DAY
        left = abs(amount)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def add_days(self, day: date, amount: int) -> date:
        """
        Return the day `amount` calendar days after `day`, rolled forward to a working day.

        Source: Bộ luật Dân sự 91/2015 Art 147(2), 148(5).
        """
        return self.roll_forward(day + amount * ONE_DAY)

    def roll_forward(self, day: date) -> date:
        """Return the day itself when it is worked, else the next one that is."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def working_days_between(self, after: date, until: date) -> int:
        """Return how many working days lie in (after, until]; negative when `until` comes first."""
        if until < after:
            return -self.working_days_between(until, after)
        if after.year == until.year:
            counts = self._counted(after.year)
            return counts[_day_of_year(until)] - counts[_day_of_year(after)]
        first, last = self._counted(after.year), self._counted(until.year)
        whole = sum(self._counted(year)[-1] for year in range(after.year + 1, until.year))
        return first[-1] - first[_day_of_year(after)] + whole + last[_day_of_year(until)]

    def covers(self, year: int) -> bool:
        """Tell whether the holidays of a year are known at all: from 2000 to 2100."""
        return year in _shipped().years

    def is_decided(self, year: int) -> bool:
        """
        Tell whether the Government's choices for a year (days of Tết, swapped days) are known.

        They are published late in the year before; until then the year is computed by the usual rule.
        """
        return year <= _shipped().decided_through or any(day.year == year for day in self._overrides)

    def _counted(self, year: int) -> tuple[int, ...]:
        """Return, for each day of the year, the working days from 1 January to it; 0 for day 0."""
        counts = self._counts.get(year)
        if counts is None:
            running, day = [0], date(year, 1, 1)
            while day.year == year:
                running.append(running[-1] + self.is_working_day(day))
                day += ONE_DAY
            counts = self._counts[year] = tuple(running)
        return counts


def local_date(moment: datetime) -> date:
    """
    Return the day in Vietnam of an aware moment.

    Raises:
        ValueError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(LOCAL).date()


def start_of_day(day: date) -> datetime:
    """Return the first moment of a local day, in UTC."""
    return datetime.combine(day, time.min, LOCAL).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """Return 24:00 of a local day, in UTC: the first moment that no longer belongs to it."""
    return start_of_day(day + ONE_DAY)


def _day_of_year(day: date) -> int:
    return day.timetuple().tm_yday


class _Shipped(Struct, frozen=True):
    decided_through: int
    years: dict[int, Raw]
    """A year is read when it is asked for: few of the seventy are, and all of them are half a megabyte of objects."""


class _Days(Struct, frozen=True):
    off: dict[date, dict[str, str]] = {}
    work: frozenset[date] = frozenset()


@functools.cache
def _shipped() -> _Shipped:
    # The library that knows the lunar calendar takes half a second and 45 MB to import, so the program does without:
    # `domain/data/make_days_off.py` writes what it computes into a table, and a test compares the two.
    return json.decode(resources.files("domain.data").joinpath("days_off.json").read_bytes(), type=_Shipped)


@functools.cache
def _year(year: int) -> _Year:
    """Return a year of the table; beyond it weekends alone are known, and `covers` says so."""
    written = _shipped().years.get(year)
    days = _Days() if written is None else json.decode(written, type=_Days)
    return _Year(off=MappingProxyType(days.off), make_up=days.work)
