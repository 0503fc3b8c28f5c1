"""Drafts by their marks, the state that a file was made of, what is shown of a change; numbers and days as typed."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from actions.reports import drafts, life, numbering, stored
from actions.reports.compiling import Wish
from actions.reports.drafts import ChangeShown, FigureShown
from actions.reports.editing import paragraphs
from actions.reports.sending import addresses_in
from domain.kinds import Organisation
from domain.reporting import ReportKind, days, usual_rule
from reports.marks import NAME_MAX, bookmark_name
from storage import reports as store
from tests.actions.test_report_life import does, house  # noqa: F401 - house is a fixture
from tests.actions.test_report_life import stored as a_stored
from tests.actions.world import World
from tests.support.looking import looking_at

TODAY = date(2026, 11, 22)


def test_every_report_has_a_mark_of_its_own_that_word_can_hold() -> None:
    periods = (days(date(2026, 1, 1), date(2026, 12, 31)), days(date(2025, 1, 1), date(2025, 12, 31)))
    keys = [
        Wish(usual_rule(kind), unit, organisation, period).key
        for kind, unit, organisation, period in itertools.product(
            ReportKind, ("46", "19867"), ("", *Organisation), periods
        )
    ]
    marks = {bookmark_name(key) for key in keys} | {bookmark_name(f"{key}-2") for key in keys}

    assert len(marks) == 2 * len(keys)
    assert max(map(len, marks)) <= NAME_MAX


async def test_a_mark_finds_its_report_and_no_other(house: World) -> None:  # noqa: F811
    row = await a_stored(house)
    async with looking_at(house.database) as db:
        value = await stored.value_of(db, row)
        found = await drafts.report_of_mark(db, bookmark_name(value.key))
        other = await drafts.report_of_mark(db, bookmark_name(f"{value.key}-2"))
        nonsense = [await drafts.report_of_mark(db, mark) for mark in ("", "r_", "r_thang_", "r_thang_x_y")]

    assert drafts.key_of(row) == value.key
    assert (found, other, nonsense) == (row, None, [None] * 4)


async def test_an_earlier_version_is_read_back_from_the_story(house: World) -> None:  # noqa: F811
    row = await a_stored(house)
    texts = []
    for words in ("Một.", "Hai.", ""):
        async with looking_at(house.database) as db:
            fresh = await store.report_by_id(db, row.id)
            texts.append((fresh.version, paragraphs(await stored.value_of(db, fresh))["mood"].text))
        await does(house, house.lan, life.edit, row, texts={"mood": words})

    async with looking_at(house.database) as db:
        now = await store.report_by_id(db, row.id)
        values = [await drafts.value_at(db, now, version) for version, _ in texts]
    assert [text for _, text in texts] == ["", "Một.", "Hai."]
    assert [paragraphs(value)["mood"].text for value in values] == [text for _, text in texts]


def a_change(before: str, after: str, now: str, *, reason: bool = False) -> ChangeShown:
    figures = (FigureShown("received", "Số lượt", "02", "03", reason),)
    return ChangeShown("sentence", "mood", "I", before, after, now, figures)


@pytest.mark.parametrize(
    ("change", "taken", "conflict"),
    [
        (a_change("a", "b", "a"), True, False),
        (a_change("a", "b", "c"), False, True),
        (a_change("a", "b", "b"), False, False),
    ],
)
def test_what_somebody_else_changed_is_not_taken(change: ChangeShown, taken: bool, conflict: bool) -> None:
    assert (change.can_be_taken, change.in_conflict) == (taken, conflict)
    assert drafts.from_stored(drafts.stored([change])) == [change]


def test_a_reason_is_asked_for_figures_that_are_taken_alone() -> None:
    assert drafts.needs_reason([a_change("a", "b", "a", reason=True)])
    assert not drafts.needs_reason([a_change("a", "b", "c", reason=True), a_change("a", "b", "a")])


def test_long_texts_are_shown_around_what_differs() -> None:
    head = "Nhân dân phấn khởi trước kết quả phát triển kinh tế - xã hội của địa phương. " * 5

    before, after = drafts.clipped(f"{head}Có 02 lượt.", f"{head}Có 03 lượt.")

    assert before.startswith("…")
    assert "02 lượt" in before
    assert "03 lượt" in after
    assert len(before) <= drafts.CLIPPED + 2
    assert drafts.clipped("ngắn", "") == ("ngắn", "")


@pytest.mark.parametrize(("typed", "number"), [("45", 45), ("số 045", 45), ("45/BC-MTTQ-BTT", 45), (" 7 ", 7)])
def test_a_number_is_read_as_people_write_it(typed: str, number: int) -> None:
    assert numbering.number_in(typed) == number


@pytest.mark.parametrize("typed", ["", "0", "bốn mươi", "123456", "4.5"])
def test_what_is_no_number_is_not_taken_for_one(typed: str) -> None:
    with pytest.raises(ValueError, match="report-number-not-understood"):
        numbering.number_in(typed)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("20/11", date(2026, 11, 20)), ("30/12", date(2025, 12, 30)), ("2026-11-20", date(2026, 11, 20)), ("1.2.2026", date(2026, 2, 1))],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(typed: str, day: date) -> None:
    assert numbering.day_in(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["31/2", "mai", "20/11/2024", "23/11/2026", "29/02"])
def test_a_day_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="report-day-"):
        numbering.day_in(typed, TODAY)


def test_addresses_are_told_apart_and_a_wrong_one_is_not_passed_over() -> None:
    assert addresses_in("a@example.vn; b@Example.VN,\na@example.vn") == ["a@example.vn", "b@example.vn"]
    for wrong in ("", "a@example.vn và b@example.vn", " ".join(f"n{n}@example.vn" for n in range(11))):
        with pytest.raises(ValueError, match="report-addresses-"):
            addresses_in(wrong)
