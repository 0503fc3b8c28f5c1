"""Sections add up to totals in every data set; numbers in sentences are found again after editing. Pure."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.reports.counting import HOT_PEOPLE, Compared, Counting
from actions.reports.editing import compare, parse_number
from actions.reports.figures import figures_of, is_counted_by_codes, not_traced
from actions.reports.names import Names
from domain.kinds import Kind, Organisation
from domain.life import Outcome, State
from domain.reporting import USUAL_CALENDAR, Closing, ReportRule, Rhythm, before, period_of, year_before
from domain.subjects import Subject
from reports.value import Paragraph, Run
from storage.report_rows import (
    CaseFact,
    CrowdFact,
    Facts,
    PetitionFact,
    RatingFact,
    Reach,
    ReceivedCount,
    ReferralFact,
    UnitFact,
)
from tests.support.properties import examples

DAY = 86_400_000
BEGINS, ENDS = 100 * DAY, 190 * DAY
UNITS = ("19867", "19870", "19753")

# Built once: a strategy that is built while a case is drawn costs ten times as much as the drawing.
moments = st.integers(BEGINS - 60 * DAY, ENDS + 30 * DAY)
maybe_moments = st.none() | moments
sendings = st.integers(BEGINS - 60 * DAY, ENDS - 1)
within = st.integers(BEGINS, ENDS - 1)
maybe_within = st.none() | within
delays = st.none() | st.integers(0, ENDS - BEGINS)
units = st.sampled_from(UNITS)
subjects = st.sampled_from([subject.value for subject in Subject])
organisations = st.sampled_from([organisation.value for organisation in Organisation])
kinds = st.sampled_from([kind.value for kind in Kind])
states = st.sampled_from(list(State))
outcomes = st.sampled_from([outcome.value for outcome in Outcome])
offices = st.sampled_from(["cong_an_xa", ""])
channels = st.sampled_from(["walk_in", "telegram", "webchat"])
ratings_given = st.none() | st.sampled_from(["rat_hai_long", "hai_long", "chua_hai_long"])
maybe_one = st.none() | st.just(1)
yes_or_no = st.booleans()
up_to_2, up_to_12, from_1_to_3 = st.integers(0, 2), st.integers(0, 12), st.integers(1, 3)


@st.composite
def data(draw) -> Facts:
    """Cases with referrals, petitions and ratings, in any state."""
    cases, referrals, petitions, crowds, ratings = [], [], [], [], []
    for id in range(1, draw(up_to_12) + 1):
        unit, subject, organisation, kind = draw(units), draw(subjects), draw(organisations), draw(kinds)
        state = draw(states)
        outcome = draw(outcomes) if state is State.CLOSED else None
        sealed = draw(yes_or_no)
        cases.append(CaseFact(
            id, f"C{id:07d}", unit, "46", organisation, subject, kind, "", "Việc", state.value, outcome, sealed, False,
            BEGINS, draw(maybe_moments), None, None, ENDS - 1, draw(maybe_one),
        ))  # fmt: skip
        for number in range(draw(up_to_2)):
            sent, delay = draw(sendings), draw(delays)
            answered = None if delay is None else min(max(sent, BEGINS) + delay, ENDS - 1)
            back = answered is not None and draw(yes_or_no)
            referrals.append(ReferralFact(
                id * 10 + number, id, f"C{id:07d}", unit, organisation, subject, kind, sealed,
                draw(offices), "Điện lực", sent, draw(moments), answered,
                draw(maybe_within) if answered is None else None,
                draw(up_to_2), None, back,
            ))  # fmt: skip
        people = draw(from_1_to_3)
        crowds.append(CrowdFact(id, people, people, BEGINS))
        for number in range(people):
            petition = id * 10 + number
            petitions.append(PetitionFact(
                petition, f"P{petition:07d}", petition, kind, draw(units), organisation, subject,
                draw(channels), sealed, draw(within), draw(maybe_moments), id,
            ))  # fmt: skip
            if rating := draw(ratings_given):
                ratings.append(RatingFact(id, petition, rating))
    return Facts(Reach("46", "", BEGINS, ENDS), petitions, cases, referrals, crowds, ratings, {}, (), ())


def summed(counting: Counting, what: str, by: str) -> int:
    return sum(counting[f"{what}.{by}.{value}"] for value in counting.values_of(what, by))


@examples(150)
@given(data())
def test_every_breakdown_adds_up_to_its_total(facts: Facts) -> None:
    counting = Counting(facts)

    for by in ("subject", "unit", "organisation", "kind", "channel"):
        assert summed(counting, "received", by) == counting["received"] == len(facts.petitions)
    assert summed(counting, "received", "unit_subject") == counting["received"]
    for what in ("cases", "done", "in_progress", "not_done", "outside", "forwarded", "answered", "overdue", "repeated"):
        for by in ("subject", "unit", "organisation", "kind"):
            assert summed(counting, what, by) == counting[what]
    assert sum(counting[group] for group in ("done", "in_progress", "not_done", "outside")) == counting["cases"]
    assert counting["digital"] + counting["received.channel.walk_in"] == counting["received"]


@examples(150)
@given(data())
def test_what_waited_and_was_sent_is_what_was_answered_and_waits(facts: Facts) -> None:
    counting = Counting(facts)

    came = counting["ref_carried"] + counting["ref_sent"]
    assert (
        came == counting["ref_answered"] + counting["ref_handed_back"] + counting["ref_ended"] + counting["ref_waiting"]
    )
    assert counting["ref_on_time"] + counting["ref_late"] == counting["ref_answered"]
    assert counting["ref_overdue"] <= counting["ref_waiting"]
    for what in ("ref_carried", "ref_sent", "ref_answered", "ref_waiting", "ref_overdue"):
        assert summed(counting, what, "authority") == counting[what]


@examples(100)
@given(data())
def test_codes_are_behind_every_number_but_for_confidential_ones(facts: Facts) -> None:
    counting = Counting(facts)
    sealed = {case.code for case in facts.cases if case.confidential} | {
        p.code for p in facts.petitions if p.confidential
    }

    for key, count in counting.counts.items():
        assert len(count.codes) <= count.value, key
        assert sealed.isdisjoint(count.codes), key
    assert all(one.may_be_described and not one.case.confidential for one in counting.leading(50))


UNITS_OF = {code: UnitFact(code, "xa", f"Xã {code}", None, None) for code in (*UNITS, "46")}


@examples(60)
@given(data())
def test_every_figure_has_a_name_a_definition_and_the_codes_that_explain_it(facts: Facts) -> None:
    figures = figures_of(
        Counting(facts), Names(UNITS_OF), before=None, last_year=None, late=["L1", ""], silent=["19873"]
    )
    sealed = {one.code for rows in (facts.cases, facts.petitions) for one in rows if one.confidential}

    for key, figure in figures.by_key.items():
        assert figure.key == key
        assert figure.label, key
        assert figure.definition, key
        assert sealed.isdisjoint(figure.cases), key
        assert list(figure.cases) == sorted(figure.cases), key
        if not figure.percent and is_counted_by_codes(key):
            assert len(figure.cases) + not_traced(figure) == figure.value, key
    petitions, cases = {one.id: one for one in facts.petitions}.values(), facts.cases
    for what, rows in (("received", petitions), ("cases", cases)):
        assert not_traced(figures[what]) == sum(one.confidential for one in rows)
        for unit in {one.commune for one in rows}:
            hidden = sum(one.confidential for one in rows if one.commune == unit)
            assert not_traced(figures[f"{what}.unit.{unit}"]) == hidden


@examples(100)
@given(data())
def test_other_periods_are_compared_by_the_same_numbers(facts: Facts) -> None:
    counting = Counting(facts)
    rows = Counter((p.origin, p.kind, p.subject, p.organisation, p.commune) for p in facts.petitions)
    compared = Compared([ReceivedCount(*key, number) for key, number in rows.items()], len(facts.cases))

    for key in counting.counts:
        if key.split(".")[0] in {"received", "digital", "cases"} and not key.startswith(
            ("received.unit_subject", "cases.")
        ):
            assert compared.number(key) == counting[key], key


def test_a_hot_spot_takes_so_many_different_people_within_seven_days() -> None:
    def said(people: int, apart: int) -> list:
        facts = [
            PetitionFact(
                n,
                f"P{n}",
                n,
                "phan_anh",
                "19867",
                "mttq",
                "thien_tai",
                "webchat",
                False,
                BEGINS + n * apart,
                None,
                None,
            )
            for n in range(people)
        ]
        return Counting(Facts(Reach("46", "", BEGINS, ENDS), facts, (), (), (), (), {}, (), ())).hot_spots

    assert [spot.people for spot in said(HOT_PEOPLE, DAY)] == [HOT_PEOPLE]
    assert said(HOT_PEOPLE - 1, DAY) == []
    assert said(HOT_PEOPLE, 2 * DAY) == []


# --- Periods ----------------------------------------------------------------------------------------------------------

CLOSINGS = st.builds(Closing, st.sampled_from([1, 10, 15, 28]), st.integers(0, 31), st.integers(0, 6))
DATES = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(
    st.sampled_from([Rhythm.WEEKLY, Rhythm.MONTHLY, Rhythm.QUARTERLY, Rhythm.HALVES, Rhythm.YEARLY]), DATES, CLOSINGS
)
def test_periods_follow_one_another_and_their_figures_neither_overlap_nor_leave_a_day_out(rhythm, day, closing) -> None:
    if rhythm is Rhythm.WEEKLY:
        closing = Closing(closing.month_day, closing.closes_early % 6, closing.weekday)
    period = period_of(rhythm, day, closing)
    earlier = before(rhythm, period, closing)

    assert period.first <= day <= period.last
    assert earlier.last + timedelta(days=1) == period.first
    assert earlier.cut_off + timedelta(days=1) == period.opens


@pytest.mark.parametrize("rule", USUAL_CALENDAR, ids=lambda rule: rule.kind.value)
@given(day=DATES)
def test_the_usual_calendar_compiles_before_it_is_due(rule: ReportRule, day: date) -> None:
    period = rule.period(day)

    assert period.opens <= period.cut_off < rule.compiled_on(period) <= rule.due_on(period)
    assert 360 <= (period.last - year_before(period).last).days <= 367


# --- Numbers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "number"),
    [("08", 8), ("2.403", 2403), ("72,5%", 72.5), ("0", 0), ("1.234.567", 1234567), ("12.3", None), ("abc", None)],
)
def test_numbers_are_read_as_prose_writes_them(words: str, number: float | None) -> None:
    assert parse_number(words) == number


def test_a_changed_figure_is_told_from_a_changed_sentence() -> None:
    source = Paragraph("p", (Run("Đã nhận "), Run("08", figure="received"), Run(" lượt trong quý III.")))

    assert compare(source, "Đã nhận 08 lượt trong quý III.") == ()
    assert compare(source, "Trong quý III, Mặt trận nhận 08 lượt.") == ()
    (changed,) = compare(source, "Đã nhận 09 lượt trong quý III.")
    assert (changed.figure, changed.source, changed.value) == ("received", "08", "09")
    (added,) = compare(source, "Đã nhận 08 lượt trong quý III, họp ngày 12/10 có 15 đại biểu.")
    assert (added.figure, added.source, added.value) == ("", "", "15")
