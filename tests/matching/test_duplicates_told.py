"""Evidence that is told word by word, and what numbers beside words say; when a place alone is not enough to ask."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matching.duplicates import Rarity, prepare
from matching.duplicates.associations import UNLEARNT
from matching.duplicates.evidence import NAMES, evidence, is_untold
from matching.duplicates.model import shipped_model
from matching.duplicates.told import compare_bare
from tests.matching.duplicates_support import earlier, report

PLACE = {name: at for at, name in enumerate(NAMES)}


def value(name: str, new: str, old: str) -> float:
    return evidence(prepare(report(new)), prepare(earlier(old)), Rarity(), UNLEARNT)[PLACE[name]]


def a_case(**told: float) -> list[float]:
    return [told.get(name, 0.0) for name in NAMES]


def test_a_word_without_marks_is_told_by_the_same_word_with_marks_that_means_something() -> None:
    new, old = prepare(report("gieng nhiem phen vang khe")), prepare(earlier("Giếng nước có phèn, màu vàng khè"))

    share, *_, nothing = compare_bare(new, old, Rarity())

    assert (share > 0.5, nothing) == (True, 0.0)


def test_names_of_places_are_nothing_that_is_told() -> None:
    assert value("bare_none", "Thôn Phụng Sơn mất nước", "Thôn Phụng Sơn đèn tắt") == 1.0


def test_a_name_without_the_number_that_ends_it_is_noticed() -> None:
    new = "Chậm lương ở khu công nghiệp Quế Võ 2"

    assert value("number_left", new, "Công ty ở khu công nghiệp Quế Võ nợ lương") == 1.0
    assert value("number_left", new, "Khu công nghiệp Quế Võ 2 nợ lương") == 0.0
    assert value("number_left", new, "Khu công nghiệp Yên Phong nợ lương") == 0.0


def test_two_codes_of_one_kind_are_two_buildings() -> None:
    new = "Thang máy tòa CT5 hỏng hai hôm nay"

    assert value("codes_other", new, "Tòa CT3 kẹt thang máy") == 1.0
    assert value("codes_other", new, "toa ct5 ket thang may") == 0.0
    assert value("codes_other", new, "Tòa N3 kẹt thang máy") == 0.0


def test_the_letter_that_ends_a_name_tells_two_hamlets_apart() -> None:
    new = "Ấp Hòa Lợi B cúp điện từ sáng"
    other, same, whole = (f"{hamlet} mất điện" for hamlet in ("Ấp Hòa Lợi A", "ấp Hoà Lợi B", "Ấp Hòa Lợi"))

    assert (value("spot_same", new, other), value("codes_other", new, other)) == (0.0, 1.0)
    assert (value("spot_same", new, same), value("codes_other", new, same)) == (1.0, 0.0)
    assert (value("spot_same", new, whole), value("codes_other", new, whole)) == (1.0, 0.0)


def test_an_everyday_word_behind_a_number_names_no_spot() -> None:
    new, old = "tiem cam do 88 cho vay nang lai", "Tiệm cầm đồ 88 khu phố 6 cho người tới đòi nợ"

    assert value("slot_other", new, old) == 0.0


def test_a_pawnshop_is_no_ferry() -> None:
    assert prepare(report("tiem cam do 88 cho vay")).places == ()


@pytest.mark.parametrize(("agree", "here", "untold"), [(0.0, 1.0, True), (0.9, 1.0, False), (0.0, 0.0, False)])
def test_one_place_of_which_nothing_alike_is_told_is_untold(agree: float, here: float, untold: bool) -> None:
    assert is_untold(a_case(agree=agree, here=here)) is untold


def test_where_nothing_alike_is_told_of_one_place_it_takes_more_to_ask() -> None:
    model = replace(shipped_model(), threshold=0.5, threshold_untold=0.9)

    assert model.suggests(0.7, untold=False)
    assert not model.suggests(0.7, untold=True)
    assert model.suggests(0.95, untold=True)
    assert not model.suggests(0.4, untold=False)


def test_the_bar_for_what_is_untold_is_no_lower() -> None:
    assert shipped_model().threshold_untold >= shipped_model().threshold
