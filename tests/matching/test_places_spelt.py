"""How a name is spelt and what else its words may be: tones, type words, words of every day, schools, breeds."""

from __future__ import annotations

import pytest

from tests.matching.places_support import codes, read


def test_hoi_and_nga_are_alike_to_many_and_count_as_one_tone():
    assert codes(read("Vỉnh Thuận mất nước ba hôm rồi")) == codes(read("Vĩnh Thuận mất nước ba hôm rồi")) != set()


def test_two_names_that_differ_by_more_are_told_apart():
    assert (read("xã Sơn Hà, Quảng Ngãi").decision, read("xã Sơn Hạ, Quảng Ngãi").decision) == ("21289", "21292")


def test_a_type_word_with_its_diacritics_is_no_other_word():
    assert read("phường an cựu nước đục cả tuần nay").decision == "19815"
    assert read("co phuong an thoat nuoc nao khong").candidates == ()


def test_a_name_of_one_long_word_is_as_good_as_one_of_several():
    assert read("xa dakto dem nao cung mat dien").decision == "23401"


def test_a_commune_that_the_list_of_districts_spells_otherwise_is_meant_in_a_sentence():
    assert read("dân mù căng chải mong kè bờ suối").decision == "04456"


@pytest.mark.parametrize("complaint", ["ke sach hu het, tre con khong co cho doc", "thieu tien mua thuoc cho con"])
def test_what_is_as_likely_other_words_without_diacritics_is_no_commune(complaint):
    assert read(complaint).candidates == ()


def test_it_is_one_behind_words_that_leave_no_doubt():
    assert read("o ke sach mat dien suot dem").decision == "31528"


@pytest.mark.parametrize(
    "complaint",
    ["Trường THCS Lê Quý Đôn nhà vệ sinh bẩn", "chó phú quốc thả rông cắn người", "đò Thủ Thiêm không có phao"],
)
def test_a_school_of_a_persons_name_a_breed_and_a_ferry_are_no_communes(complaint):
    assert read(complaint).candidates == ()


@pytest.mark.parametrize("complaint", ["vung ang nuoc duc ca tuan", "dan tai dinh cu vung ang chua co nuoc"])
def test_a_name_may_begin_with_a_word_that_announces_others(complaint):
    assert read(complaint).decision == "18823"


def test_a_name_that_begins_with_a_landmark_begins_a_clause_where_its_diacritics_are_unlike_other_words():
    assert codes(read("bàu bàng bụi mù suốt ngày"))
    assert read("anh dũng hàng xóm đốt rác").candidates == ()


def test_a_name_with_its_diacritics_is_no_word_of_every_day_that_is_spelled_otherwise():
    assert read("trà ôn sạt lở mấy căn nhà").decision == read("xã Trà Ôn").decision
    assert read("ở trả ơn cho dân").candidates == ()
