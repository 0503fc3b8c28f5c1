from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import (
    DayOff,
    Override,
    OverrideKind,
    WorkCalendar,
    end_of_day,
    local_date,
    start_of_day,
)
from domain.data import make_days_off

CALENDAR = WorkCalendar()
WITHOUT_MAKE_UP = WorkCalendar([Override(dt.date(2026, 8, 22), OverrideKind.OFF, "test")])
days = st.dates(dt.date(2020, 1, 1), dt.date(2040, 6, 1))


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("receipt", "amount", "due"),
    [
        ("2026-02-09", 10, "2026-03-02"),
        ("2026-02-13", 7, "2026-03-03"),
        ("2026-04-24", 5, "2026-05-06"),
        ("2026-08-20", 3, "2026-08-24"),
        ("2026-08-20", 5, "2026-08-26"),
        ("2026-08-28", 2, "2026-09-04"),
        ("2026-11-20", 2, "2026-11-25"),
        ("2026-12-30", 10, "2027-01-14"),
        ("2027-01-29", 10, "2027-02-19"),
        ("2027-04-15", 3, "2027-04-21"),
    ],
)
def test_working_days_are_counted_as_the_reference_says(receipt, amount, due):
    assert CALENDAR.add_working_days(day(receipt), amount) == day(due)


@pytest.mark.parametrize(("amount", "due"), [(3, "2026-08-25"), (5, "2026-08-27")])
def test_without_the_make_up_saturday_it_takes_a_day_longer(amount, due):
    assert WITHOUT_MAKE_UP.add_working_days(day("2026-08-20"), amount) == day(due)


def test_calendar_days_that_end_in_tet_end_after_it():
    assert CALENDAR.add_days(day("2026-01-17"), 30) == day("2026-02-23")


DAYS_OFF_2026 = "01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24"
DAYS_OFF_2027 = "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24"


@pytest.mark.parametrize(("year", "listed"), [(2026, DAYS_OFF_2026), (2027, DAYS_OFF_2027)])
def test_the_weekdays_off_are_those_of_the_reference(year, listed):
    first = dt.date(year, 1, 1)
    whole_year = (first + dt.timedelta(days=number) for number in range(365))
    off = [f"{each:%m-%d}" for each in whole_year if each.weekday() < 5 and not CALENDAR.is_working_day(each)]

    assert off == listed.split()


def test_a_saturday_worked_in_exchange_is_a_working_day():
    assert CALENDAR.is_working_day(day("2026-08-22"))
    assert CALENDAR.is_make_up_day(day("2026-08-22"))
    assert not CALENDAR.is_make_up_day(day("2026-08-21"))


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("2026-11-21", DayOff.WEEKEND),
        ("2026-11-24", DayOff.HOLIDAY),
        ("2026-08-31", DayOff.HOLIDAY),
        ("2026-11-23", None),
    ],
)
def test_a_day_off_says_why(date, why):
    assert CALENDAR.why_off(day(date)) is why


def test_what_an_administrator_decides_wins_over_the_table():
    calendar = WorkCalendar(
        [
            Override(day("2026-11-23"), OverrideKind.OFF, "QĐ 12"),
            Override(day("2026-11-24"), OverrideKind.WORK, "QĐ 13"),
            Override(day("2026-11-28"), OverrideKind.WORK, "QĐ 14"),
        ]
    )

    assert calendar.why_off(day("2026-11-23")) is DayOff.DECIDED
    assert calendar.is_working_day(day("2026-11-24"))
    assert calendar.is_make_up_day(day("2026-11-24"))
    assert calendar.is_working_day(day("2026-11-28"))
    assert calendar.name_of(day("2026-11-23")) == "QĐ 12"


def test_a_holiday_has_a_name_in_both_languages():
    assert CALENDAR.name_of(day("2026-09-02")) == "Quốc khánh"
    assert CALENDAR.name_of(day("2026-09-02"), "en") == "National Day"
    assert CALENDAR.name_of(day("2026-09-03")) is None


@given(days, st.integers(1, 120))
def test_working_days_end_on_a_working_day_and_count_themselves(start, amount):
    end = CALENDAR.add_working_days(start, amount)

    assert CALENDAR.is_working_day(end)
    assert CALENDAR.working_days_between(start, end) == amount
    assert CALENDAR.add_working_days(start, amount + 1) > end


@given(days, st.integers(1, 60))
def test_going_back_comes_to_where_one_started(start, amount):
    start = CALENDAR.roll_forward(start)

    assert CALENDAR.add_working_days(CALENDAR.add_working_days(start, amount), -amount) == start


@given(days, days, days)
def test_working_days_between_add_up(first, second, third):
    whole = CALENDAR.working_days_between(first, third)

    assert whole == CALENDAR.working_days_between(first, second) + CALENDAR.working_days_between(second, third)


@given(days, days)
def test_working_days_between_are_those_that_one_counts_by_hand(first, second):
    first, second = sorted((first, second))
    second = min(second, first + dt.timedelta(days=800))
    span = (first + dt.timedelta(days=number) for number in range(1, (second - first).days + 1))

    assert CALENDAR.working_days_between(first, second) == sum(map(CALENDAR.is_working_day, span))


@given(days, st.integers(0, 120))
def test_calendar_days_never_end_on_a_day_off_nor_early(start, amount):
    end = CALENDAR.add_days(start, amount)

    assert CALENDAR.is_working_day(end)
    assert end >= start + dt.timedelta(days=amount)


def shipped_years():
    table = json.loads(resources.files("domain.data").joinpath("days_off.json").read_text(encoding="utf-8"))
    return {int(year): days for year, days in table["years"].items()}


def test_the_shipped_table_is_what_the_library_computes():
    assert shipped_years() == {year: make_days_off.year(year) for year in make_days_off.YEARS}


def test_old_years_have_their_holidays_and_saturdays_worked_in_exchange():
    assert CALENDAR.why_off(day("2019-09-02")) is DayOff.HOLIDAY
    assert CALENDAR.is_make_up_day(day("2019-01-05"))


@pytest.mark.parametrize("year", [1999, 2101])
def test_outside_the_table_weekends_alone_are_known(year):
    found = {CALENDAR.why_off(dt.date(year, 1, 1) + dt.timedelta(days=number)) for number in range(365)}

    assert found == {None, DayOff.WEEKEND}
    assert not CALENDAR.covers(year)


@pytest.mark.parametrize(("year", "tet"), [(2007, "2007-02-17"), (2030, "2030-02-02")])
def test_tet_follows_the_vietnamese_and_not_the_chinese_calendar(year, tet):
    assert WorkCalendar().name_of(day(tet)) == "Tết Nguyên Đán"


def test_the_calendar_tells_what_it_covers_and_what_is_not_decided_yet():
    assert CALENDAR.covers(2027)
    assert not CALENDAR.covers(2101)
    assert CALENDAR.is_decided(2026)
    assert not CALENDAR.is_decided(2027)
    assert WorkCalendar([Override(day("2027-02-03"), OverrideKind.OFF, "QĐ 1")]).is_decided(2027)


def test_a_message_at_night_belongs_to_the_local_day():
    late = dt.datetime(2026, 11, 20, 15, 30, tzinfo=dt.UTC)  # 22:30 in Vietnam

    assert local_date(late) == day("2026-11-20")
    assert local_date(late + dt.timedelta(hours=2)) == day("2026-11-21")


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        local_date(dt.datetime(2026, 11, 20))  # noqa: DTZ001  # the very thing that is refused


def test_a_local_day_begins_and_ends_at_seven_hours_before_utc():
    assert start_of_day(day("2026-11-20")) == dt.datetime(2026, 11, 19, 17, tzinfo=dt.UTC)
    assert end_of_day(day("2026-11-20")) == dt.datetime(2026, 11, 20, 17, tzinfo=dt.UTC)


def test_importing_the_rules_and_counting_this_year_loads_no_holiday_library():
    program = (
        "import sys, datetime, domain.deadlines, domain.routing, domain.receipt, domain.calendar as c;"
        "c.WorkCalendar().is_working_day(datetime.date(2026, 11, 24));"
        "print('holidays' in sys.modules)"
    )

    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "False"
