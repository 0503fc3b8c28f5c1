"""A name that one commune alone bears: its capitals are enough where nothing else is called so."""

from __future__ import annotations

import pytest

from tests.matching.places_support import codes, read


@pytest.mark.parametrize(
    ("complaint", "code"),
    [
        ("Muối Mai Phụ năm ni mất mùa", "18583"),
        ("Bãi mía Nghĩa Đồng bị chuột phá", "17284"),
        ("Bí thư Khâu Vai chưa trả lời", "00802"),
        ("Chợ phiên Khâu Vai thu phí gửi xe", "00802"),
        ("Khu chợ Lao Bảo về chiều có đua xe", "19432"),
        ("Ruộng Mai Phụ khô nứt", "18583"),
        ("Chè Lùng Thàng bị rầy xanh cháy lá", "03517"),  # one of before July 2025
    ],
)
def test_a_name_that_one_commune_bears_is_shown_by_its_capitals(complaint, code):
    assert read(complaint).decision == code


@pytest.mark.parametrize(
    "complaint",
    [
        "vải Lục Ngạn bán đầy vỉa hè, toàn hàng giả",  # goods
        "con tôi Hải Anh bị bạn đánh",  # a person's words
        "chợ Hòa Bình rác không ai dọn",  # many bear it
        "chợ khe sanh rác không ai dọn",
        "sông Khe Sanh cạn trơ đáy",  # a river is longer than a commune
        "bản Nà Bủng chưa có điện",  # a hamlet may be called so
        "đê Đất Mũi Nhỏ sạt lở",  # a longer name
    ],
)
def test_such_a_name_is_none_of_goods_persons_landmarks_and_hamlets(complaint):
    assert read(complaint).candidates == ()


def test_a_commune_behind_a_hamlet_of_one_word_is_found_by_its_capitals():
    assert read("Xóm Đình Lao Bảo mất nước").decision == "19432"
    assert read("xóm đình lao bảo mất nước").candidates == ()


def test_a_name_that_is_an_everyday_word_is_shown_by_its_second_capital():
    assert read("Chế Tạo đường đất đi xe máy ngã suốt").decision == "04489"
    assert read("Chế tạo đường ray mà bụi cả xóm").candidates == ()


def test_a_people_before_a_name_is_no_part_of_it_and_the_own_place_is_meant_rather_than_another():
    complaint = "Mẫu Sơn mùa băng giá đông khách, người Dao Công Sơn chúng em đi chợ không qua được"

    assert read(complaint).decision == "06220"


def test_teachers_posted_to_villages_name_the_commune_and_villages_of_a_craft_theirs():
    assert read("Giáo viên cắm bản Nà Bủng ở nhờ nhà dân").decision == "03176"
    assert read("Lang chieu Dinh Yen vun khoi mu mit").decision == "30226"


@pytest.mark.parametrize("before", ["Khu 2", "đội 7", "khối 5"])
def test_a_commune_may_stand_behind_the_number_of_a_part_of_it(before):
    assert read(f"{before} Mai Phụ mất nước").decision == "18583"


@pytest.mark.parametrize(
    "before", ["xã mình", "xã em", "HĐND", "Mặt trận Tổ quốc", "lãnh đạo", "thường trú", "cử tri", "trụ sở", "nông dân"]
)
def test_who_and_what_belongs_to_a_commune_announces_its_name(before):
    assert read(f"Mong {before} Mai Phụ xem xét").decision == "18583"


def test_ones_own_commune_is_not_taken_for_one_that_is_called_so():
    assert read("xã mình An Hải rác đầy").candidates == read("ở An Hải rác đầy").candidates


def test_streets_are_none_behind_words_that_place_a_commune():
    assert read("xe ben chạy qua Phan Chu Trinh cả ngày").candidates == ()


def test_a_name_behind_a_comma_is_not_what_the_word_before_the_comma_announces():
    assert read("Rác đổ đầy đường, Mai Phụ không ai dọn").decision == "18583"


def test_a_misspelt_name_with_capitals_is_read_where_the_district_behind_it_has_one():
    assert read("Kẹt xe cụm công nghiệp Đại Qunag, Đại Lộc").decision == "20515"


def test_capitals_right_behind_a_name_are_a_provinces_that_has_such_a_one():
    assert read("đường hư ở Kỳ Thượng QN, chỗ Hạ Long đi lên").decision == "06979"
    assert codes(read("đường hư ở Kỳ Thượng, chỗ Hạ Long đi lên")) == {"06979", "18844"}


def test_a_province_of_today_beside_a_former_one_says_that_the_commune_is_meant():
    assert read("ở An Nhơn (Bình Định cũ, nay Gia Lai) thiếu nước tưới").decision == "21910"
    assert read("ở An Nhơn (Bình Định cũ) thiếu nước tưới").ambiguous


def test_a_name_behind_the_word_for_a_district_is_not_the_commune_of_that_name():
    assert read("dân huyện Mèo Vạc khổ quá, đường hư mãi mà không ai xuống coi giúp").candidates == ()
    assert read("dân Mèo Vạc khổ quá, đường hư mãi mà không ai xuống coi giúp").decision == "00769"


def test_a_name_that_one_commune_of_today_bears_may_have_been_that_of_few_others():
    assert read("Vựa sầu riêng Bình Ninh mướn bốc xếp ban đêm").candidates[0].name == "Xã Bình Ninh"


def test_a_misspelt_province_is_no_other_name_of_a_city():
    assert read("xã chi lăng lạng xơn").decision == "06463"


def test_a_name_like_a_landmarks_is_a_communes_if_its_words_are_like_no_others():
    assert read("chợ Khe Sanh cháy chưa sửa xong mái").decision == "19429"
    assert read("chợ Cầu Ngang chưa sửa xong mái").candidates == ()


def test_a_village_with_its_district_behind_it_is_where_the_district_has_such_a_commune():
    assert read("lang dong ky tu son mun cua bay khap ngo, hut khong xue").decision == read("đồng kỵ, từ sơn").decision
    assert read("lang dong ky mun cua bay khap ngo, hut khong xue").candidates == ()


def test_the_wrong_type_word_does_not_hide_a_name_like_no_other_words():
    assert read("duong xa hoai nhon bac nat qua, xe khong di duoc").candidates[0].name == "Phường Hoài Nhơn Bắc"
    assert read("duong xa phan rang nat qua, xe khong di duoc").candidates[0].name == "Phường Phan Rang"
