"""What stands beside the name of a commune: a hamlet, the writer's own house, a district, a contradiction."""

from __future__ import annotations

import pytest

from tests.matching.places_support import codes, read


def named(complaint):
    span = read(complaint).span
    return None if span is None else complaint[slice(*span)]


@pytest.mark.parametrize(
    ("complaint", "name"),
    [
        ("xóm 6 rờ kơi chưa có điện", "rờ kơi"),
        ("ban suoi cat ro koi chua co dien", "ro koi"),
        ("thôn Đông Hạ Mường Tè sạt lở", "Mường Tè"),
    ],
)
def test_behind_a_hamlet_stands_its_commune(complaint, name):
    assert named(complaint) == name


def test_in_an_answer_the_hamlet_before_a_commune_says_nothing_more():
    assert codes(read("ấp Suối Nhỏ Xuân Đông")) == codes(read("Xuân Đông"))
    assert read("ấp Suối Nhỏ").candidates == ()


@pytest.mark.parametrize(
    ("complaint", "name"),
    [
        ("xom em meo vac khong co song dien thoai", "meo vac"),
        ("sin ho nha em mat dien", "sin ho"),
        ("Trường Xuân nhà em bị cắt nước", "Trường Xuân"),
        ("mat dien, quê tôi kiến thụy ạ", "kiến thụy"),
    ],
)
def test_a_place_that_the_writer_calls_the_own_one_is_named(complaint, name):
    assert named(complaint) == name


def test_what_follows_the_house_of_the_writer_is_no_name_for_that():
    assert read("nước ngập sân nhà tôi, xe dám chạy đâu").candidates == ()
    assert read("nha toi kg dam di dem").candidates == ()


@pytest.mark.parametrize(
    ("complaint", "code"),
    [("xã Hoằn Lộc Thanh Hóa đường hỏng", "15961"), ("xã tây trà bồn quảng ngãi sạt lở", "21157")],
)
def test_a_name_that_the_province_beside_it_does_not_have_gives_way_to_one_that_it_has(complaint, code):
    assert read(complaint).decision == code


def test_a_misspelt_name_anywhere_is_read_by_its_sound_where_the_district_behind_it_has_one():
    assert read("thon bai chung son do luong mat nuoc").decision == read("xã Trung Sơn, Đô Lương, Nghệ An").decision
    assert read("đường nguyễn huế lát gạch xong").candidates == ()


@pytest.mark.parametrize(
    ("complaint", "code"), [("đoạn qua trung dã tắt đèn", "00385"), ("dân liên trâu hỏi tiền đền bù", "09064")]
)
def test_behind_words_that_announce_it_a_name_is_read_by_its_consonants_where_every_vowel_and_tone_is_right(
    complaint, code
):
    assert read(complaint).decision == code


def test_other_words_of_the_same_sound_are_no_name():
    for complaint in ("chị em bán cá ngoài chợ", "dân già chúng tôi nói thật", "loa đặt ở chân đế cột"):
        assert read(complaint).candidates == ()


def test_a_city_behind_the_name_of_a_commune_says_where_that_is():
    assert named("chien dan tam ky, lo gach khoi mu mit") == "chien dan"
    assert read("chien dan tam ky, lo gach khoi mu mit").decision == "20364"


def test_what_has_the_district_beside_it_is_not_settled_by_the_ward_of_that_name():
    assert codes(read("p. Trần Phú quận Hoàng Mai, Hà Nội, rác chất đống")) == {"00328", "00331", "00340"}


def test_two_words_may_stand_between_a_former_commune_and_its_city():
    assert read("xã Nghi Kim cũ thuộc tp Vinh chưa có đèn đường").decision == "17920"


def test_a_province_at_the_end_of_an_address_chooses_between_namesakes():
    assert read("xã Tân Hiệp (bến tàu cũ, Đà Nẵng) rác không ai chở").decision == "20434"
    assert read("xã Tân Hiệp rác không ai chở, hỏi xã thì đổ cho Đà Nẵng").ambiguous


def test_where_one_comes_from_is_set_aside_for_where_one_lives():
    assert read("Tôi quê ở xã Nam Đàn nhưng trọ ở phường Cửa Lò, chủ trọ tăng giá điện").decision == "16732"


@pytest.mark.parametrize(
    "place",
    [
        "{}, hồi trước thuộc {}",
        "{} xưa thuộc {}",
        "{} trước sáp nhập, {}",
        "{} vốn là của {}",
        "{}, hồi còn {}",
    ],
)
def test_what_a_commune_lay_in_before_may_be_some_words_behind_it(place):
    assert read(f"ở {place.format('Phong Mỹ', 'Phong Điền')}, trợ cấp bị cắt").decision == "19819"
    folded = place.format("xa thanh tan", "thanh tri")
    assert read(f"{folded} a, duong vo ap chua sua").decision == "31741"


def test_what_a_commune_lies_in_today_may_be_some_words_behind_it():
    assert read("xã Tân Hiệp nay thuộc Đà Nẵng, rác không ai chở").decision == "20434"
    assert read("xã Tân Hiệp giờ là tỉnh An Giang, rác không ai chở").decision == "30850"


def test_what_a_commune_is_near_says_what_it_lies_in():
    assert read("phường Hương Sơn gần Gang thép Thái Nguyên, bụi sắt rơi xuống sân").decision == "05467"
    assert read("phường Hương Sơn đi Gang thép Thái Nguyên, bụi sắt rơi xuống sân").ambiguous


def test_half_of_the_name_of_a_former_city_or_province_is_enough():
    assert codes(read("cảng cá p Đông Hải (Phan Rang) hôi thối")) == {"22780", "22888"}
    assert read("đoạn phường 5 Vũng Tàu rác tấp vô đầy").decision == "26506"


def test_a_name_that_a_city_shares_with_its_province_still_may_be_either():
    assert codes(read("Phường 8 Cà Mau cống nghẹt")) == {"32014", "31825"}


@pytest.mark.parametrize(
    "complaint",
    [
        "tôi ở xã Cà Ná, đường sang xã Phước Dinh hư nặng",
        "nhà tôi ở Cà Ná, con đi học bên Phước Dinh, đường hư nặng",
        "Trạm y tế xã Cà Ná hết thuốc, phải đi xã Phước Dinh mua",
        "Xã Cà Ná giáp xã Phước Dinh, đường hư nặng",
        "dân Cà Ná phải qua Phước Dinh mua thuốc",
    ],
)
def test_of_two_communes_the_one_is_meant_in_which_one_lives_rather_than_the_one_that_is_gone_to(complaint):
    assert read(complaint).decision == "22909"


def test_of_two_communes_between_which_something_lies_either_may_be_meant():
    assert codes(read("đường từ xã Cà Ná đi xã Phước Dinh hư nặng")) == {"22909", "22888"}
    assert codes(read("cầu nối xã Cà Ná với xã Phước Dinh hư nặng")) == {"22909", "22888"}


def test_one_lives_where_one_has_moved_to_and_where_the_province_is_said():
    moved = "trước em ở phường Lộc Hạ, giờ chuyển sang phường Nam Định tỉnh Ninh Bình, con bị từ chối"
    assert read(moved).candidates[0].name == "Phường Nam Định"
    assert read("tôi ở Đại Mỗ nhưng con học bên Tây Mỗ Hà Nội, sân lún").decision == "00634"


@pytest.mark.parametrize(
    "complaint",
    [
        "Kính gửi UBND tỉnh An Giang. Tôi ở xã Tân Hiệp, rác không ai chở",
        "rác không ai chở ở xã Tân Hiệp, mong lãnh đạo tỉnh An Giang quan tâm",
        "tôi ở An Giang, cụ thể là xã Tân Hiệp, rác không ai chở",
        "An Giang: rác ở xã Tân Hiệp không ai chở",
        "xã Tân Hiệp rác không ai chở, An Giang.",
    ],
)
def test_a_province_that_is_named_as_the_writers_chooses_between_namesakes_from_anywhere(complaint):
    assert read(complaint).decision == "30850"


def test_a_province_that_somebody_goes_to_or_works_in_does_not():
    for said in ("con tôi làm ở tỉnh An Giang", "phải đi tỉnh An Giang khám", "hỏi thì đổ cho An Giang"):
        assert read(f"xã Tân Hiệp rác không ai chở, {said}").ambiguous


def test_a_province_named_elsewhere_makes_no_name_of_words():
    assert read("xa rac ra duong, tinh An Giang khong ai phat").candidates == ()


def test_a_former_district_that_one_lives_in_has_the_commune_that_is_named_with_its_type_word():
    assert read("tôi ở Lấp Vò, cụ thể là xã Định Yên, đường hư").decision == "30226"
