from __future__ import annotations

import datetime as dt
import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import texts
from domain.calendar import Override, OverrideKind, WorkCalendar, end_of_day, local_date
from domain.deadlines import (
    Pause,
    PauseReason,
    Skip,
    due,
    is_overdue,
    reminders,
    working_days_left,
)
from domain.explanations import explain
from domain.rules import RULES, Deadline, Rule, Unit, Variant, rule_for

CALENDAR = WorkCalendar()
FORWARD = rule_for(Deadline.FORWARD)
ANSWER = rule_for(Deadline.AUTHORITY_ANSWER)
COUNTED = [rule for rule in RULES if rule.unit in {Unit.WORKING_DAYS, Unit.CALENDAR_DAYS}]

moments = st.integers(0, 18 * 365 * 24 * 60).map(
    lambda minutes: dt.datetime(2021, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes)
)
rules = st.sampled_from(COUNTED)
lasting = [rule for rule in COUNTED if rule.amount]


def at(text, hour=9):
    """A moment by its local day and hour."""
    return dt.datetime.fromisoformat(f"{text}T{hour:02d}:00+07:00").astimezone(dt.UTC)


def day(text):
    return dt.date.fromisoformat(text)


def test_ten_working_days_over_tet_end_in_march():
    found = due(ANSWER, at("2026-02-09"), CALENDAR)

    assert found.day == day("2026-03-02")
    assert found.at == end_of_day(day("2026-03-02"))


def test_thirty_days_that_end_in_tet_end_after_it():
    found = due(rule_for(Deadline.DENUNCIATION_RESOLVE), at("2026-01-17"), CALENDAR)

    assert found.day == day("2026-02-23")
    assert len(found.counted) == 30
    assert [skip.day for skip in found.skipped] == [day("2026-02-16") + dt.timedelta(days=n) for n in range(7)]


def test_a_due_date_tells_every_day_that_it_passed_over():
    found = due(FORWARD, at("2026-11-20"), CALENDAR)

    assert found.counted == (day("2026-11-23"), day("2026-11-25"), day("2026-11-26"))
    assert [(skip.day, skip.why) for skip in found.skipped] == [
        (day("2026-11-21"), Skip.WEEKEND),
        (day("2026-11-22"), Skip.WEEKEND),
        (day("2026-11-24"), Skip.HOLIDAY),
    ]


def test_a_due_date_tells_the_make_up_day_that_it_counted():
    assert due(FORWARD, at("2026-08-20"), CALENDAR).make_up == (day("2026-08-22"),)


def test_a_day_off_by_decision_is_named_as_such():
    calendar = WorkCalendar([Override(day("2026-11-23"), OverrideKind.OFF, "QĐ 12")])

    found = due(rule_for(Deadline.READ), at("2026-11-20"), calendar)

    assert found.skipped[-2].why is Skip.DECIDED
    assert found.day == day("2026-11-25")


def test_a_message_on_friday_night_is_read_by_monday():
    assert due(rule_for(Deadline.READ), at("2026-11-13", hour=22), CALENDAR).day == day("2026-11-16")


def test_at_once_means_the_same_day_even_on_a_sunday():
    found = due(rule_for(Deadline.ACKNOWLEDGE), at("2026-11-22"), CALENDAR)

    assert (found.day, found.counted, found.skipped) == (day("2026-11-22"), (), ())


@pytest.mark.parametrize("rule", COUNTED, ids=lambda rule: f"{rule.id}-{rule.since.year}")
def test_every_rule_gives_a_due_date_that_counts_its_amount(rule):
    found = due(rule, at("2026-10-15"), CALENDAR)

    assert len(found.counted) == rule.amount
    assert found.rule is rule.id


@given(st.sampled_from(lasting), moments)
def test_a_due_date_is_never_on_a_day_off(rule, start):
    assert CALENDAR.is_working_day(due(rule, start, CALENDAR).day)


@given(rules, moments, moments)
def test_who_comes_later_is_never_due_earlier(rule, one, other):
    first, second = sorted((one, other))

    assert due(rule, first, CALENDAR).at <= due(rule, second, CALENDAR).at


@given(rules, moments)
def test_every_day_up_to_the_due_day_is_accounted_for(rule, start):
    found = due(rule, start, CALENDAR)
    span = (found.day - local_date(start)).days
    on_the_way = {local_date(start) + dt.timedelta(days=number) for number in range(1, span)}
    skipped = {skip.day for skip in found.skipped}

    assert on_the_way | {found.day} == set(found.counted) | skipped | {found.day}
    assert found.day not in skipped


@given(st.sampled_from(lasting), moments, st.integers(0, 40), st.integers(0, 60))
def test_a_pause_never_brings_a_due_date_forward(rule, start, after, length):
    pause = Pause(start + dt.timedelta(days=after), start + dt.timedelta(days=after + length))

    assert due(rule, start, CALENDAR, [pause]).day >= due(rule, start, CALENDAR).day


@given(moments, st.integers(0, 15), st.integers(0, 40))
def test_a_paused_house_deadline_still_counts_its_whole_amount(start, after, length):
    pause = Pause(start + dt.timedelta(days=after), start + dt.timedelta(days=after + length))

    found = due(ANSWER, start, CALENDAR, [pause])

    assert len(found.counted) == ANSWER.amount
    assert all(not local_date(pause.since) < each <= local_date(pause.until) for each in found.counted)


def test_days_of_waiting_for_the_resident_do_not_count():
    pause = Pause(at("2026-11-03"), at("2026-11-05"))

    found = due(FORWARD, at("2026-11-02"), CALENDAR, [pause])

    assert found.counted == (day("2026-11-03"), day("2026-11-06"), day("2026-11-09"))
    assert [skip.day for skip in found.skipped if skip.why is Skip.PAUSED] == [
        day("2026-11-04"),
        day("2026-11-05"),
    ]


def test_a_limit_set_by_law_runs_on_while_the_resident_is_asked():
    rule = rule_for(Deadline.RECEPTION_NOTICE)
    waiting = Pause(at("2026-11-03"), at("2026-11-10"))
    suspended = Pause(at("2026-11-03"), at("2026-11-10"), PauseReason.SUSPENDED_BY_LAW)
    plain = due(rule, at("2026-11-02"), CALENDAR)

    assert not rule.pausable
    assert due(rule, at("2026-11-02"), CALENDAR, [waiting]) == plain
    assert due(rule, at("2026-11-02"), CALENDAR, [suspended]).day > plain.day


def test_a_clock_that_stands_is_never_overdue_and_moves_with_the_present():
    pause = Pause(at("2026-11-03"))
    soon, late = at("2026-11-05"), at("2026-12-05")

    found = due(FORWARD, at("2026-11-02"), CALENDAR, [pause], now=soon)
    later = due(FORWARD, at("2026-11-02"), CALENDAR, [pause], now=late)

    assert found.paused
    assert not is_overdue(found, late)
    assert later.day > found.day


def test_a_clock_that_stands_needs_the_present_moment():
    with pytest.raises(ValueError, match="present moment"):
        due(FORWARD, at("2026-11-02"), CALENDAR, [Pause(at("2026-11-03"))])


def test_the_last_day_ends_at_midnight():
    found = due(FORWARD, at("2026-11-02"), CALENDAR)

    assert found.day == day("2026-11-05")
    assert not is_overdue(found, at("2026-11-05", hour=23))
    assert is_overdue(found, at("2026-11-06", hour=0))


@pytest.mark.parametrize(
    ("today", "left"),
    [
        ("2026-11-02", 3),
        ("2026-11-04", 1),
        ("2026-11-05", 0),
        ("2026-11-06", -1),
        ("2026-11-08", -1),
        ("2026-11-09", -2),
    ],
)
def test_working_days_left_turn_negative_when_overdue(today, left):
    found = due(FORWARD, at("2026-11-02"), CALENDAR)

    assert working_days_left(found, at(today), CALENDAR) == left
    assert working_days_left(found.day, at(today), CALENDAR) == left


def test_an_authority_is_reminded_before_and_after_and_then_the_leaders_hear_of_it():
    when = reminders(day("2026-11-20"), CALENDAR)

    assert (when.first, when.second, when.leaders) == (
        day("2026-11-17"),
        day("2026-11-23"),
        day("2026-11-30"),
    )


def test_the_rule_in_force_on_the_day_is_taken():
    before, now = (rule_for(Deadline.COMPLAINT_ACCEPT, day(on)) for on in ("2026-06-30", "2026-07-01"))

    assert (before.amount, before.unit) == (10, Unit.CALENDAR_DAYS)
    assert (now.amount, now.unit) == (7, Unit.WORKING_DAYS)
    assert rule_for(Deadline.COMPLAINT_ACCEPT) == now


def test_a_complex_case_takes_the_longer_limit():
    assert rule_for(Deadline.COMPLAINT_FIRST).when(Variant.COMPLEX).amount == 45
    assert rule_for(Deadline.DENUNCIATION_RESOLVE).when(Variant.SPECIALLY_COMPLEX).amount == 90


def test_a_unit_changes_a_house_rule_and_never_a_law():
    assert FORWARD.with_amount(2).amount == 2
    with pytest.raises(ValueError, match="cannot be set"):
        rule_for(Deadline.COMPLAINT_FIRST).with_amount(2)
    with pytest.raises(ValueError, match="cannot be set"):
        FORWARD.with_amount(-1)


@pytest.mark.parametrize(
    ("deadline", "amount", "unit"),
    [
        (Deadline.READ, 1, Unit.WORKING_DAYS),
        (Deadline.FORWARD, 3, Unit.WORKING_DAYS),
        (Deadline.AUTHORITY_ANSWER, 10, Unit.WORKING_DAYS),
        (Deadline.CHECK_WITH_RESIDENT, 2, Unit.WORKING_DAYS),
        (Deadline.RECEPTION_NOTICE, 10, Unit.WORKING_DAYS),
        (Deadline.RECEPTION_TELL_FORWARDER, 7, Unit.WORKING_DAYS),
        (Deadline.RECEPTION_TELL_CITIZEN, 5, Unit.WORKING_DAYS),
        (Deadline.RECEPTION_REFUSAL, 3, Unit.WORKING_DAYS),
        (Deadline.COMPLAINT_LIMITATION, 90, Unit.CALENDAR_DAYS),
        (Deadline.COMPLAINT_FIRST, 30, Unit.CALENDAR_DAYS),
        (Deadline.COMPLAINT_FIRST_REMOTE, 45, Unit.CALENDAR_DAYS),
        (Deadline.COMPLAINT_CONTINUE, 30, Unit.CALENDAR_DAYS),
        (Deadline.COMPLAINT_SECOND, 45, Unit.CALENDAR_DAYS),
        (Deadline.COMPLAINT_SECOND_REMOTE, 60, Unit.CALENDAR_DAYS),
        (Deadline.COMPLAINT_DISCIPLINE, 30, Unit.CALENDAR_DAYS),
        (Deadline.COMPLAINT_TELL_FRONT, 7, Unit.CALENDAR_DAYS),
        (Deadline.DENUNCIATION_FIRST_HANDLING, 7, Unit.WORKING_DAYS),
        (Deadline.DENUNCIATION_FORWARD, 5, Unit.WORKING_DAYS),
        (Deadline.DENUNCIATION_RESOLVE, 30, Unit.CALENDAR_DAYS),
        (Deadline.DENUNCIATION_OVERDUE_REPORT, 5, Unit.WORKING_DAYS),
        (Deadline.DENUNCIATION_TELL_FORWARDER, 20, Unit.CALENDAR_DAYS),
        (Deadline.REGULATION_FORWARD, 5, Unit.WORKING_DAYS),
        (Deadline.DATA_FIRST_REPLY, 2, Unit.WORKING_DAYS),
    ],
)
def test_the_limits_are_those_of_the_reference(deadline, amount, unit):
    rule = rule_for(deadline)

    assert (rule.amount, rule.unit) == (amount, unit)


@pytest.mark.parametrize(
    ("start", "expected"),
    [("2026-01-15", "2026-07-15"), ("2026-08-31", "2027-03-01"), ("2026-03-02", "2026-09-03")],
)
def test_six_months_end_on_the_same_day_or_the_last_one_rolled_forward(start, expected):
    assert due(rule_for(Deadline.SUPERVISION_HEARING), at(start), CALENDAR).day == day(expected)


@pytest.mark.parametrize(
    ("start", "expected"),
    [("2026-01-01", "2026-09-30"), ("2026-09-30", "2026-09-30"), ("2026-10-01", "2027-09-30")],
)
def test_the_hearing_of_the_third_quarter_is_due_in_it(start, expected):
    assert due(rule_for(Deadline.THIRD_QUARTER_HEARING), at(start), CALENDAR).day == day(expected)


def explained(rule: Rule, start, language="vi", **kwargs):
    found = due(rule, start, CALENDAR, **kwargs)
    word = functools.partial(lambda key, values, lang: texts.say(key, lang, values), lang=language)
    return explain(found, rule, CALENDAR, word, language).splitlines()


def test_a_due_date_explains_itself_in_vietnamese():
    assert explained(FORWARD, at("2026-11-20")) == [
        "Phân loại và chuyển: 3 ngày làm việc, tính từ sau ngày nhận (20/11/2026), đến hết ngày 26/11/2026.",
        "Không tính: 24/11/2026 (Ngày Văn hóa Việt Nam), 2 ngày cuối tuần.",
        "Thời hạn nội bộ, đơn vị có thể thay đổi.",
    ]


def test_a_due_date_explains_itself_in_english():
    assert explained(rule_for(Deadline.DENUNCIATION_FORWARD), at("2026-11-20"), "en") == [
        "Forwarding a denunciation outside competence: 5 working days after the day of receipt (20/11/2026), until the end of 30/11/2026.",
        "Not counted: 24/11/2026 (Vietnam Cultural Day), 4 weekend days.",
        "Basis: Luật Tố cáo 25/2018 Điều 24.",
    ]


def test_an_explanation_names_the_make_up_day_and_the_pause():
    lines = explained(FORWARD, at("2026-08-20"), pauses=[Pause(at("2026-08-24"))], now=at("2026-08-26"))

    assert "Có tính ngày làm bù: 22/08/2026." in lines
    assert "Thời hạn đang tạm dừng, sẽ chạy tiếp khi có thông tin." in lines


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.id}-{rule.since.year}")
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_rule_can_explain_its_due_date(rule, language):
    lines = explained(rule, at("2026-10-15"), language)

    assert len(lines) >= 2
    assert not any("{" in line or "deadline-" in line for line in lines)
