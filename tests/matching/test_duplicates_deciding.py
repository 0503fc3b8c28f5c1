"""How the benchmark weighs its sets and chooses from where on to ask."""

from __future__ import annotations

import pytest

from benchmarks.duplicates.deciding import (
    DOUBT,
    PRECISION,
    Bars,
    Found,
    Scored,
    calibrate,
    choose,
    mix,
    mixed,
    share_at,
    weighed,
)
from benchmarks.duplicates.streams import Row
from matching.duplicates import prepare
from tests.matching.duplicates_support import report

CURVE = [(-5.0, 0.01), (5.0, 0.99)]


def row(issue: str, relation: str | None = None, text: str = "Đèn hỏng") -> Row:
    return Row(prepare(report(text, id=issue)), issue, relation, None, issue, no_place=False)


def answer(issue: str, best: str, logit: float, *, relation: str | None = None, untold: bool = False) -> Scored:
    return Scored(row(issue, relation), issue == best, [Found(row(best), logit, 0.0, untold)], 1.0)


def test_a_mix_names_the_share_of_each_kind() -> None:
    assert mix([answer("a", "a", 1.0), answer("b", "a", 1.0)]) == {"first": 0.5, "repeat": 0.5}


def test_a_set_of_another_mix_is_weighted_to_the_wanted_one() -> None:
    wanted = {"repeat": 0.75, "first": 0.25}
    hard = [answer("a", "a", 1.0), *(answer(f"b{number}", "a", 1.0) for number in range(3))]

    found = mixed({"dev": hard}, wanted)

    repeats = sum(one.weight for one in found if one.kind == "repeat")
    assert repeats / sum(one.weight for one in found) == pytest.approx(0.75)


def test_thanks_are_never_asked_about_nor_asked() -> None:
    thanks = "Đèn đã sửa xong, cảm ơn phường"
    old = Scored(row("a"), True, [Found(row("a", text=thanks), 9.0, 0.0, False)], 1.0)
    new = Scored(row("a", text=thanks), True, [Found(row("a"), 9.0, 0.0, False)], 1.0)

    assert weighed([old, new], CURVE, Bars(0.5, 0.5)).recall == 0.0


def test_the_bars_keep_precision_and_wrong_neighbours_within_the_goals() -> None:
    right = [answer(f"r{number}", f"r{number}", 2.0 + number / 50) for number in range(100)]
    neighbours = [
        answer(f"n{number}", "other", 1.0 + number / 5, relation="same_place_other_problem", untold=True)
        for number in range(20)
    ]

    bars = choose([*right, *neighbours], CURVE)
    figures = weighed([*right, *neighbours], CURVE, bars)

    assert bars.untold > bars.usual
    assert figures.precision >= PRECISION
    assert figures.mistaken["same_place_other_problem"] <= 0.15
    assert figures.recall > 0.95


def test_only_sets_that_are_like_life_choose_the_bars() -> None:
    right = [answer(f"r{number}", f"r{number}", 2.0 + number / 50) for number in range(100)]
    traps = [
        answer(f"n{number}", "other", 1.0 + number / 5, relation="same_category_other_spot") for number in range(10)
    ]

    taken = mixed({"dev": right, "checked": traps}, mix(right))

    assert [one.row.id for one in taken] == [one.row.id for one in right]


def test_wrong_neighbours_are_limited_whoever_wrote_them() -> None:
    asked = answer("n", "other", 5.0, relation="same_place_other_problem")
    silent = answer("m", "other", -5.0, relation="same_place_other_problem")

    seen = weighed([asked._replace(hand="first"), *[silent._replace(hand="others")] * 9], CURVE, Bars(0.5, 0.5))

    assert seen.mistaken == {"same_place_other_problem": 1.0}


def test_precision_is_limited_in_the_mixes_of_the_sets_too() -> None:
    right = [answer(f"r{number}", f"r{number}", 1.0 if number < 40 else 3.0) for number in range(80)]
    wrong = [answer(f"n{number}", "other", 2.0)._replace(weight=0.01) for number in range(20)]

    bars = choose([*right, *wrong], CURVE)

    assert weighed([*right, *wrong], CURVE, bars).recall == 0.5


def test_the_curve_rises_and_follows_the_weights() -> None:
    other = [answer("b", "a", 0.0, relation="same_place_other_problem")] * 60
    doubtful = [answer("a", "a", 0.0)] * 60
    sure = [answer("a", "a", 4.0)] * 60

    rare = [one._replace(weight=0.1) for one in other]

    assert share_at(calibrate([*other, *doubtful, *sure]), DOUBT) < 0.6
    assert share_at(calibrate([*rare, *doubtful, *sure]), DOUBT) > 0.8
