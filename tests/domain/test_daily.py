from __future__ import annotations

from datetime import date

import pytest

from domain.calendar import WorkCalendar
from domain.daily import LUNCH, QUIET, Hours, Snoozed, Window, days_mask, weekdays_of

CALENDAR = WorkCalendar()
NONE = Window(0, 0)


def clock(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


@pytest.mark.parametrize(
    ("window", "minute", "inside"),
    [
        (Window(600, 660), 600, True), (Window(600, 660), 659, True), (Window(600, 660), 660, False),
        (Window(1200, 300), 1200, True), (Window(1200, 300), 0, True), (Window(1200, 300), 300, False), (NONE, 0, False),
    ],
)  # fmt: skip
def test_a_window_holds_the_minutes_up_to_its_end_over_midnight_too(window, minute, inside):
    assert window.holds(minute) is inside


@pytest.mark.parametrize(
    ("hours", "lands"),
    [
        (Hours(clock("7:30")), "7:30"),
        (Hours(clock("12:00")), "13:30"),
        (Hours(clock("13:30")), "13:30"),
        (Hours(clock("5:30"), quiet=Window(clock("20:00"), clock("6:45"))), "6:45"),
        (Hours(clock("11:00"), quiet=Window(clock("10:00"), clock("12:00")), lunch=LUNCH), "13:30"),
        (Hours(clock("12:00"), lunch=NONE, quiet=NONE), "12:00"),
    ],
)
def test_a_digest_lands_at_its_minute_or_when_the_silence_around_it_ends(hours, lands):
    assert hours.lands == clock(lands)


def test_the_houses_own_silence_leaves_the_working_day_but_for_lunch():
    silent = [hour for hour in range(24) if Hours(450).is_silent(hour * 60)]

    assert silent == [0, 1, 2, 3, 4, 12, 13, 20, 21, 22, 23]
    assert (Window(1200, 300), Window(690, 810)) == (QUIET, LUNCH)


@pytest.mark.parametrize(
    ("days", "on"),
    [
        (None, ["16", "17", "18", "19", "20", "23"]),
        (days_mask(range(6)), ["16", "17", "18", "19", "20", "21", "23"]),
        (days_mask([0, 1]), ["16", "17", "23"]),
    ],
    ids=["working days", "Monday to Saturday", "Monday and Tuesday"],
)
def test_a_digest_comes_on_the_chosen_weekdays_and_never_on_a_holiday(days, on):
    hours = Hours(450, days)

    assert [str(day) for day in range(16, 25) if hours.is_on(date(2026, 11, day), CALENDAR)] == on


def test_weekdays_are_kept_as_one_number():
    assert weekdays_of(days_mask([5, 0, 5, 2])) == (0, 2, 5)


@pytest.mark.parametrize(
    ("was_overdue", "overdue", "hidden"), [(False, False, True), (False, True, False), (True, True, True)]
)
def test_a_line_put_off_stays_away_unless_it_has_become_overdue(was_overdue, overdue, hidden):
    snoozed = Snoozed(date(2026, 11, 20), was_overdue)

    assert snoozed.hides(date(2026, 11, 19), overdue=overdue) is hidden
    assert snoozed.hides(date(2026, 11, 20), overdue=overdue) is False
