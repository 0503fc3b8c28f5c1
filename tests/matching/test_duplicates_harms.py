"""What is wrong, apart from where: harms, venues, sums of money and what is told beside the names of a place."""

from __future__ import annotations

import pytest

from matching import data
from matching.duplicates import Prepared, Rarity, prepare
from matching.duplicates.associations import UNLEARNT
from matching.duplicates.evidence import NAMES, evidence
from matching.duplicates.model import Line, Model
from matching.duplicates.relations import table
from matching.duplicates.tables import rows
from matching.text import strip_marks
from tests.matching.duplicates_support import report


def told(text: str, id: str = "new") -> Prepared:
    return prepare(report(text, id=id))


def compared(new: str, old: str) -> dict[str, float]:
    return dict(zip(NAMES, evidence(told(new), told(old, "old"), Rarity(), UNLEARNT), strict=True))


def test_noise_and_smell_of_one_workshop_are_two_harms() -> None:
    found = compared("Xưởng mộc tổ 11 ồn ào cả đêm, mất ngủ.", "Xưởng mộc tổ 11 mùi sơn nồng nặc, hôi lắm.")

    assert found["harm"] == 0.0
    assert found["harm_apart"] > 0.5
    assert found["here_disagree"] > 0.3


def test_the_same_noise_in_other_words_is_one_harm() -> None:
    found = compared("Xưởng mộc tổ 11 ồn ào cả đêm.", "Nhà bên xưởng mộc tổ 11 mất ngủ, inh ỏi không chịu nổi.")

    assert found["harm"] > 0.5
    assert found["harm_apart"] < 0.1


def test_harms_are_read_without_marks_too() -> None:
    assert told("xe rac khong thu gom, hoi thoi").harms.keys() >= {"trash_wait", "smell"}


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Nấu cơm không chín, cơm sống hoài", "power_weak"),
        ("nuoc chay nhu soi chi, nua dem moi co", "water_off"),
        ("Giặt áo trắng ra ố vàng, tắm xong ngứa", "water_bad"),
        ("Bà con phải khiêng quan tài, cõng người bệnh ra", "blocked"),
        ("Hỏi thì bảo chờ, tới giờ chưa đồng nào", "benefit_wait"),
        ("hen mai chang tra loi, di chuc lan roi", "late_paper"),
        ("Khoắng sạch đồ trong tiệm, bẻ cổ xe dắt đi", "theft"),
    ],
)
def test_a_story_without_the_name_of_its_harm_tells_of_it(text: str, harm: str) -> None:
    assert harm in told(text).harms


@pytest.mark.parametrize(
    "text", ["khu pho 6 duyet roi ma chua phat", "de xuat lam gio moi xong ma xuong cap", "ho ngheo bo sot"]
)
def test_without_marks_a_common_word_begins_no_place(text: str) -> None:
    assert [place for place in told(text).places if place.kind.partition(":")[0] in {"public", "water"}] == []


def test_without_marks_a_lake_is_one_before_a_word_that_complaints_hardly_know() -> None:
    assert [place.name for place in told("rac noi kin ho quynh luu").places] != []


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Bệnh viện Sơn Lâm chờ lâu", "crop_pest"),  # a hospital is no sickness
        ("Nhà chị Trần Thị Ngập ở tổ 4", "flood"),  # a capital shows a name
    ],
)
def test_neither_venues_nor_names_tell_of_a_harm(text: str, harm: str) -> None:
    assert harm not in told(text).harms


def test_a_venue_says_where_and_not_what() -> None:
    found = compared("Trạm y tế hết thuốc", "Trạm y tế đóng cửa")

    assert found["venue_same"] == 1.0
    assert found["told_none"] == 1.0


def test_names_that_only_one_side_wrote_with_capitals_are_not_what_is_told() -> None:
    found = compared("rac dau ngo 37 tran xuan soan", "Ngõ 37 Trần Xuân Soạn tối om")

    assert found["told_none"] == 1.0
    assert found["told_small"] == 0.0
    assert found["here"] == 1.0


def test_one_sum_written_in_two_ways_is_the_same_amount() -> None:
    found = compared("thu 1tr2 tien may lanh", "Nhà trường thu tiền máy lạnh một triệu hai trăm nghìn mỗi em")

    assert found["amount_same"] == 1.0
    assert found["amount_other"] == 0.0


def test_two_sums_differ_and_one_alone_speaks_of_money() -> None:
    assert compared("Cầu phao thu 10 nghìn", "Cầu phao thu 6 nghìn")["amount_other"] == 1.0
    assert compared("Cầu phao thu 10 nghìn", "Cầu phao bị nghiêng")["money_one"] == 1.0
    assert compared("Nợ lương 3 tháng", "Nợ lương 2 tháng")["amount_other"] == 0.0


def test_texts_of_one_subject_share_it_softly() -> None:
    lamp, road = "Đèn đường tắt tối om", "Đường nhiều ổ gà xe máy ngã"

    assert compared(lamp, "den duong ngo 5 chay het bong, khong sang")["topic"] > 0.5 > compared(lamp, road)["topic"]


def test_every_harm_has_its_own_name_and_says_no_wording_twice() -> None:
    harms = list(data.rows("harms.tsv"))

    assert len({name for name, _ in harms}) == len(harms)
    for name, wordings in harms:
        said = [wording.strip() for wording in wordings.split(";")]
        assert len(said) == len(set(said)), name


def test_every_venue_is_a_group_of_the_table_of_relations() -> None:
    codes = {wording.meaning.code for wordings in table().values() for wording in wordings}

    assert {strip_marks(venue) for (venue,) in rows("venues.tsv")} <= codes


def test_a_line_adds_what_its_points_say_and_stays_level_behind_the_last() -> None:
    line = Line(1, (0.0, 0.5, 1.0), (0.0, 2.0, 3.0), (4.0, 2.0, 0.0))
    model = Model(0.5, (1.0, 0.0), (line,), (), 0.5)

    assert [model.logit([1.0, value]) for value in (0.0, 0.25, 0.75, 7.0)] == [1.5, 2.5, 4.0, 4.5]
