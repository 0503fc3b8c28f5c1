"""What is told together of one problem is kin: from either side, and only for texts that tell something."""

from __future__ import annotations

import pytest

from matching import data
from matching.duplicates import prepare
from matching.duplicates.kin import kinship, signs
from matching.duplicates.model import shipped_model
from tests.matching.duplicates_support import best, earlier, report

KIN = {"!drain_stop": {"!pests_home": 2.0, "!drain_stop": 3.0}, "!pests_home": {"!drain_stop": 2.0}}


def told(**harms: float):
    return signs({}, harms)


def test_a_cause_and_what_it_does_are_kin_though_they_share_no_harm() -> None:
    most, least, none = kinship(told(drain_stop=0.7), told(pests_home=0.7), KIN)

    assert most == least == pytest.approx(0.5)
    assert none == 0.0


def test_what_the_table_does_not_name_together_is_not_kin() -> None:
    most, least, none = kinship(told(drain_stop=0.7), told(dark=0.7), KIN)

    assert (most, least) == (0.0, 0.0)
    assert none == pytest.approx(1.0)


def test_a_text_that_tells_more_is_kin_from_one_side_only() -> None:
    most, least, _ = kinship(told(drain_stop=0.7), told(drain_stop=0.7, dark=0.7), KIN)

    assert most > least


def test_kinship_is_the_same_from_either_side() -> None:
    one, two = told(drain_stop=0.7, dark=0.2), told(pests_home=0.4)

    assert kinship(one, two, KIN) == pytest.approx(kinship(two, one, KIN))


def test_a_text_that_tells_of_no_harm_or_scene_is_neither_kin_nor_not() -> None:
    assert kinship(told(), told(dark=0.7), KIN) == kinship(told(dark=0.7), told(), KIN) == (0.0, 0.0, 0.0)


def test_the_shipped_table_is_symmetric_and_names_known_scenes_and_harms() -> None:
    kin = shipped_model().together.kin
    known = {f"~{name}" for name, _ in data.rows("scenes.tsv")} | {f"!{name}" for name, _ in data.rows("harms.tsv")}

    assert kin.keys() <= known
    assert all(kin[other][name] == value for name, others in kin.items() for other, value in others.items())
    assert sum(map(len, kin.values())) < 8_000


def test_who_reports_a_trouble_that_came_back_means_its_return() -> None:
    first = earlier("Cống chợ Gốc Đa nghẹt rác, nước đen tràn lên mặt đường.", id="first")
    back = earlier("Cống chợ Gốc Đa nạo vét được một tháng lại nghẹt, nước đen lại tràn.", id="back", days=30)
    new = report("Cống chợ Gốc Đa nghẹt rác, nước đen tràn lên mặt đường.", days=34)

    assert prepare(back).cues.again
    assert best(new, first, back).id == "back"
    assert best(new, first).id == "first"
