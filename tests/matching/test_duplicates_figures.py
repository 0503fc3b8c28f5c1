"""The figures that benchmarks/duplicates prints are counted as its README says, and stay where they are."""

from __future__ import annotations

import math

import pytest

from benchmarks.duplicates import build, build_written, streams, thanks, twins
from benchmarks.duplicates.measure import by_memory
from benchmarks.duplicates.streams import Answer, Row, Share, expected_error, figures
from matching.duplicates import prepare
from matching.duplicates.model import model_from
from tests.matching.duplicates_support import report


def row(id: str, issue: str, relation: str | None = None, related: str | None = None) -> Row:
    return Row(prepare(report(id=id)), issue, relation, related, issue, no_place=False)


def test_a_share_gives_wilsons_interval() -> None:
    assert str(Share(8, 10)) == "0.800 [0.490, 0.943] 8/10"


def test_a_share_of_nothing_is_no_number() -> None:
    assert math.isnan(Share(0, 0).value)
    assert str(Share(0, 0)) == "-"


def test_a_recurrence_linked_to_its_old_case_counts_neither_way() -> None:
    old = row("a", "I1")
    back = row("b", "I2", "recurrence_after_fix", "I1")
    other = row("c", "I3", "same_category_other_spot", "I1")

    counted = figures(
        [
            Answer(back, has_earlier=False, ranked=((old, 0.9),), suggest=True),
            Answer(other, has_earlier=False, ranked=((old, 0.9),), suggest=True),
            Answer(row("d", "I1"), has_earlier=True, ranked=((old, 0.9),), suggest=True),
        ]
    )

    assert (counted.precision.hits, counted.precision.total) == (1, 2)
    assert counted.wrong["recurrence_after_fix"] == Share(0, 1)
    assert counted.wrong["same_category_other_spot"] == Share(1, 1)


def test_recall_counts_only_reports_with_an_earlier_duplicate() -> None:
    old = row("a", "I1")

    counted = figures(
        [
            Answer(old, has_earlier=False, ranked=(), suggest=False),
            Answer(row("b", "I1"), has_earlier=True, ranked=((row("x", "I9"), 0.8), (old, 0.7)), suggest=False),
        ]
    )

    assert counted.recall_1 == Share(0, 1)
    assert counted.recall_3 == Share(1, 1)


def test_a_score_that_is_right_as_often_as_it_says_has_no_calibration_error() -> None:
    said = [(0.25, hit) for hit in (True, False, False, False)] * 10

    assert expected_error(said, bins=1) == pytest.approx(0.0)
    assert expected_error([(0.9, False)] * 10) == pytest.approx(0.9)


@pytest.mark.slow
def test_the_own_data_are_what_the_script_builds() -> None:
    built = build.Builder(build.read_cards(build.HERE / "data" / "cards.txt")).build()

    assert built == streams.stored("own")


@pytest.mark.parametrize("name", build_written.NAMES)
def test_the_written_data_are_what_the_script_builds(name: str) -> None:
    assert build_written.build(name) == streams.stored(name)


def test_nothing_that_is_held_out_is_learnt_from() -> None:
    names = [name for name in ("dev", "own", *build_written.NAMES) if name not in streams.NEVER_READ]
    learnt = {raw["text"] for name in names for raw in streams.stored(name)}

    assert len(learnt) > 10_000
    assert learnt.isdisjoint(raw["text"] for name in streams.NEVER_READ for raw in streams.stored(name))


def test_a_twin_tells_the_same_of_another_number_typed_in_the_same_way() -> None:
    lamp = twins.Name("ngo", ("12",))

    assert twins.changed("Đèn ngõ 12 tắt, nhà số 12 tối om", lamp, "21") == "Đèn ngõ 21 tắt, nhà số 12 tối om"
    assert twins.changed("den ngo 12 tat", lamp, "21") == "den ngo 21 tat"
    assert twins.changed("Đèn ngõ 15 tắt", lamp, "21") is None


def test_a_name_is_changed_with_its_marks_and_capitals_as_they_were_typed() -> None:
    hamlet = twins.Name("thon", ("phu", "huu"))

    assert twins.changed("hộ nghèo thôn Phú Hữu", hamlet, "Đông Hạ") == "hộ nghèo thôn Đông Hạ"
    assert twins.changed("ho ngheo phu huu", hamlet, "Đông Hạ") == "ho ngheo dong ha"
    assert twins.changed("XÉT HỘ NGHÈO PHÚ HỮU", hamlet, "Đông Hạ") == "XÉT HỘ NGHÈO ĐÔNG HẠ"


def test_neighbours_made_by_rule_belong_to_other_issues() -> None:
    rows = streams.load("written")

    made = [*twins.twins(rows), *twins.squatters(rows)]

    assert len(made) > 80
    assert not {one.issue for one in made} & {one.issue for one in rows}
    assert all(one.is_made for one in made)
    assert [one.id for one in made] == [one.id for one in (*twins.twins(rows), *twins.squatters(rows))]


def test_the_halves_of_the_thanks_share_no_text() -> None:
    learnt, measured = (dict(thanks.load(half)) for half in (thanks.LEARNT, thanks.MEASURED))

    assert not learnt.keys() & measured.keys()
    assert sum(measured.values()) >= 110


def test_thanks_that_were_not_learnt_from_are_known_and_little_else_is() -> None:
    known, mistaken = thanks.shares(thanks.load(thanks.MEASURED))

    assert known.value >= 0.9
    assert mistaken.value <= 0.2


@pytest.mark.slow
def test_held_out_figures_do_not_fall() -> None:
    counted = figures(by_memory(streams.load("own"), model_from(streams.without("own"))))

    assert counted.recall_1.value >= 0.9
    assert counted.recall_3.value >= 0.97
    assert counted.wrong["resolved_thanks"].value <= 0.03
    assert counted.calibration_best <= 0.1
