"""A commune that nothing announces, or that stands among words which could be read otherwise: how one decides."""

from __future__ import annotations

import pytest

from matching.places import Gazetteer
from tests.matching.places_support import a_commune, a_former_unit, a_province, codes, read


@pytest.mark.parametrize(
    ("complaint", "name"),
    [
        ("quan son duong sat lo chua ai don", "quan son"),
        ("Trời ơi. dinh hoa mua da thung mai nha", "dinh hoa"),
        ("chau phong ngap ca thang nay", "chau phong"),
        ("khe sanh mất điện suốt", "khe sanh"),
    ],
)
def test_where_a_clause_begins_a_commune_of_today_counts_in_small_letters_without_diacritics(complaint, name):
    assert complaint[slice(*read(complaint).span)] == name


@pytest.mark.parametrize("complaint", ["ba tri, ruong nhiem man het roi", "tho xuan co dan cho tha rong"])
def test_it_counts_more_easily_where_it_stands_alone_or_something_is_said_of_it(complaint):
    assert read(complaint).decision


@pytest.mark.parametrize(
    "complaint",
    [
        "thai binh thuong thi van co xe rac",
        "son tay vin cau thang long ra het",
        "phu cat len dau ngo roi bo do",
        "chau phong noi la da bao to truong",
        "khe tre bi gay de vao mai nha",
        "Sơn tây nghĩa là sơn nhập về",
    ],
)
def test_it_is_no_commune_where_the_next_word_belongs_to_it_or_shows_something_done(complaint):
    assert read(complaint).candidates == ()


@pytest.mark.parametrize(
    "complaint",
    [
        "cho hoi quan son khi nao sua cau",
        "hom nay quan son lai mat dien",
        "tram y te quan son het thuoc",
        "nguoi quan son xin vay von trong rung",
    ],
)
def test_a_question_a_day_a_health_station_and_people_announce_a_commune(complaint):
    assert codes(read(complaint)) == {"06517", "15016"}


def test_a_health_centre_is_of_a_district_and_an_airport_is_no_commune():
    assert read("trung tâm y tế quan sơn hết thuốc").candidates == ()
    assert read("rac o san bay phu bai").candidates == ()


def test_a_name_with_diacritics_counts_without_being_announced_if_its_words_are_very_unlikely():
    assert read("mấy ruộng muối cà ná hư hết").decision == "22909"
    assert read("thùng bia sài gòn chắn lối").candidates == ()


def test_what_is_wished_is_no_commune():
    assert read("mong bà con bình an").candidates == ()
    assert read("bà con bình an thiếu nước").ambiguous
    assert read("mong ubnd quan sơn sửa cầu").ambiguous


def test_several_of_one_name_are_asked_about_behind_a_word_of_place_if_they_have_capitals():
    assert read("tôi ở Tân Tiến, đường lầy").ambiguous
    assert read("tôi ở tân tiến, đường lầy").candidates == ()


def test_a_longer_name_does_not_take_the_word_that_belongs_to_the_next():
    assert "29029" not in codes(read("xa thanh phu dong cua tu trua"))  # closed, not Thạnh Phú Đông
    assert read("xa thanh phu dong, ben tre").decision == "29029"


def test_a_name_does_not_take_a_word_of_the_province_behind_it():
    assert read("Cảm ơn Mặt trận Chi Lăng Bắc Ninh đã đến thăm").decision == "09313"
    assert read("Gia dinh o Nghia Phuong Bac Giang hoi tien tho cung").decision == "07486"


def test_a_capital_on_the_first_word_only_cuts_the_name_there():
    assert "Cồn Cỏ" not in read("Ở thị trấn Cồn có lò gạch").candidates[0].name


def test_one_syllable_is_a_name_behind_a_word_of_place_and_before_its_province():
    assert read("em ở Nếnh, Bắc Ninh bị mất cắp").decision == "07795"
    assert read("chị bán bún ở chũ bắc ninh").decision == "07525"
    assert read("em ở nếnh mất cắp").candidates == ()


def test_a_hill_is_no_commune_unless_the_province_beside_it_shows_which():
    assert read("khu đồi Tà Xùa đầy rác").candidates == ()
    assert read("khu đồi Tà Xùa, Sơn La đầy rác").decision == "03868"


def test_a_province_called_former_is_that_of_before_2025():
    assert read("Phường 8 Cà Mau cũ cống nghẹt").decision == "32014"
    assert codes(read("Phường 8 Cà Mau cống nghẹt")) == {"32014", "31825"}  # Bạc Liêu's lies in it today


def test_before_it_was_merged_means_the_former_commune_only_where_the_clause_ends():
    assert "13489" not in codes(read("xã Thanh Lâm trước đây: vải rụng đầy vườn"))
    assert "13489" in codes(read("xã Thanh Lâm trước đây có chợ, giờ không"))


def test_a_province_may_be_the_first_letter_and_the_rest_in_one_word():
    assert read("o xa duong hoa qninh rac nhieu").decision == "06946"


@pytest.mark.parametrize(
    ("complaint", "code"),
    [
        ("bên Phước Dinh thì không nói, ở Cà Ná mới hôi", "22909"),
        ("không phải ở Cà Ná mà bên Phước Dinh mới hôi", "22888"),
    ],
)
def test_a_commune_that_is_set_aside_is_not_meant(complaint, code):
    assert read(complaint).decision == code


def test_a_nickname_of_a_city_is_the_city_rather_than_the_ward_of_that_name():
    assert read("con tôi làm ở Sài Gòn bị nợ lương").candidates == ()
    assert read("Sài Gòn").ambiguous
    assert read("phường Sài Gòn").decision == "26740"


def test_a_ward_that_is_misspelt_is_no_name_with_its_type_word():
    assert read("ở phường đnôg mất nước").candidates == ()


def test_the_heirs_of_a_split_commune_are_near_it_and_those_of_a_namesake_are_left_out():
    units = a_province(), a_commune("00001", "Gần", lat=16.50), a_commune("00002", "Xa", lat=17.40)
    former = a_former_unit(name="Cũ", new_codes=("00001", "00002"), lat=16.51, lon=107.5)

    place = Gazetteer.build(units, [former]).by_key["cu"][0]

    assert place.targets == (0,)


@pytest.mark.parametrize(
    "complaint",
    [
        "quê tôi là một xã biên giới, đường còn lầy lội",
        "là xã anh hùng mà đường nát bét",
        "xa mien nui nhu chung toi thieu nuoc quanh nam",
    ],
)
def test_words_that_say_what_kind_of_commune_it_is_are_no_name(complaint):
    assert read(complaint).candidates == ()


def test_capitals_behind_the_type_word_show_the_name_that_is_also_a_kind_of_commune():
    assert read("dân xã Biên Giới thiếu nước quanh năm").decision == "25606"


def test_one_small_syllable_with_its_marks_that_is_no_word_is_a_name_behind_an_unmarked_type_word():
    assert read("thue tro phuong nếnh ma chu nha tu tang gia phong").decision == "07795"
    assert read("o cac phuong đông nha tro thi thieu truong hoc").candidates == ()


def test_a_word_that_is_not_vietnamese_shows_a_name_that_begins_like_a_commune_of_before():
    assert read("xa cu m'gar ca phe bi hai trom ban dem").decision == "24280"


@pytest.mark.parametrize("before", ["nhà em", "ấp 3", "xóm tôi"])
def test_several_of_one_name_are_asked_about_behind_ones_own_house_or_hamlet_if_they_have_capitals(before):
    assert read(f"Rác đầy, {before} Tân Tiến không ai chở").ambiguous
    assert read(f"Rác đầy, {before} tân tiến không ai chở").candidates == ()
