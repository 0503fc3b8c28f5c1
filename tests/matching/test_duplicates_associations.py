"""Words that different people use of one problem speak for it: only those that one side alone has, and from either side."""

from __future__ import annotations

import pytest

from matching.duplicates.associations import Associations
from matching.duplicates.model import shipped_model

TELLING = {"bom": 4.0, "can": 2.0, "ruong": 3.0, "kenh": 3.0}
LIFTS = {"bom": {"can": 1.5, "ruong": 1.0}, "can": {"bom": 1.5}, "ruong": {"bom": 1.0}}


def compared(mine: str, theirs: str) -> tuple[float, float, float]:
    return Associations(TELLING, LIFTS).compare(frozenset(mine.split()), frozenset(theirs.split()))


def test_texts_without_a_common_word_meet_by_words_that_are_told_together() -> None:
    most, least, much = compared("bom", "can")

    assert most == least == pytest.approx(0.75)
    assert much > 0.0


def test_a_word_that_both_have_calls_nothing_up() -> None:
    assert compared("bom can", "bom can") == (0.0, 0.0, 0.0)
    assert compared("bom", "bom can") == (0.0, 0.0, 0.0)


def test_words_that_the_table_does_not_know_together_say_nothing() -> None:
    assert compared("kenh", "bom") == compared("xyz", "bom") == compared("", "bom") == (0.0, 0.0, 0.0)


def test_each_word_counts_with_its_best_and_as_much_as_it_is_rare() -> None:
    most, least, _ = compared("bom kenh", "can ruong")

    assert (most, least) == (pytest.approx((2.0 * 1.5 + 3.0 * 1.0) / 5.0 / 2), pytest.approx(4.0 * 1.5 / 7.0 / 2))


def test_it_is_the_same_from_either_side() -> None:
    assert compared("bom kenh", "can ruong") == compared("can ruong", "bom kenh")


def test_a_table_says_the_same_however_many_texts_it_has_compared() -> None:
    table = Associations(TELLING, LIFTS)

    for number in range(1_000):
        table.compare(frozenset(["bom", f"x{number}"]), frozenset(["can"]))

    assert table.compare(frozenset(["bom"]), frozenset(["can"])) == compared("bom", "can")


def test_the_shipped_table_is_symmetric_and_small() -> None:
    table = shipped_model().together.associations

    assert all(
        table.lifts[other][word] == lift for word, others in table.lifts.items() for other, lift in others.items()
    )
    assert table.lifts.keys() <= table.telling.keys()
    assert 10_000 < sum(map(len, table.lifts.values())) < 80_000
