"""A commune named in a sentence without "xã" or "phường" and without capitals: what shows that one is meant."""

from __future__ import annotations

import pytest

from matching.places.everyday import surprise
from matching.places.tokens import tokenise
from tests.matching.places_support import codes, read


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("nhà em ở quỳnh đôi, mương tắc cả tháng", "quỳnh đôi"),
        ("o vu quang mat song dien thoai tu hom bao", "vu quang"),
        ("dân nghĩa trung xin thêm chuyến xe buýt", "nghĩa trung"),
        ("ba con huong khe xin sua cau khi", "huong khe"),
        ("đường vào huổi luông sạt taluy", "huổi luông"),
        ("xe tải chạy về thạnh quới làm nứt cống", "thạnh quới"),
    ],
)
def test_a_name_in_small_letters_counts_behind_words_of_place(sentence, name):
    reading = read(sentence)

    assert reading.decision or reading.ambiguous
    assert sentence[slice(*reading.span)] == name


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("sính phình mấy hôm nay mất sóng", "03241"),
        ("Trời mưa suốt. sín thầu sạt đường rồi", "03158"),
    ],
)
def test_at_the_beginning_of_a_clause_only_very_unlikely_words_are_a_name(sentence, code):
    assert read(sentence).decision == code
    assert read("tân tiến mấy hôm nay mất sóng").candidates == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "người dân đồng thuận với cách làm này",
        "họp ở văn phòng rồi mà chưa xong",
        "toi kham o trung tam ma cho ca buoi",
        "dan yen tam vi da co den",
        "nước ngập ở gia đình tôi cả tuần",
    ],
)
def test_words_that_are_met_every_day_are_no_name(sentence):
    assert read(sentence).candidates == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "đèn ở hai bà trưng tắt cả tuần",
        "kẹt xe ở lê lợi mỗi sáng",
        "rác ở suối tre đầy lên",
        "o cau may co hai o ga sau",
        "anh dũng hàng xóm nhà tôi đốt rác hoài",
    ],
)
def test_a_street_a_landmark_or_a_person_is_no_commune(sentence):
    assert read(sentence).candidates == ()


@pytest.mark.parametrize("sentence", ["ad oi co ai truc khong", "khu nha tro bi ngap", "sos nha em bi chay"])
def test_words_count_as_they_are_parted(sentence):
    assert read(sentence).candidates == ()


def test_wrong_diacritics_make_other_words_of_small_letters():
    assert read("họp ở quynh đồi").candidates == ()


def test_in_a_sentence_a_bare_name_means_the_commune_of_today_and_not_the_district_that_was_called_so():
    reading = read("tui ở Kế Sách trồng sầu riêng mười hai năm rồi")

    assert reading.decision == "31528"
    assert len(codes(reading)) > 1  # the others of the former district can still be picked
    assert read("Kế Sách").ambiguous
    assert read("Cho hỏi trung tâm y tế Nam Đàn mấy giờ khám", province_code="40").ambiguous
    assert read("cong ty no luong o di an binh duong").ambiguous  # who names a former province may mean its district


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Mấy cụ già Bắc Thụy Anh đi lĩnh lương xa quá", "12859"),
        ("nghêu chết trắng bãi, xin cán bộ tu mơ rông xem giúp", "23425"),
    ],
)
def test_unannounced_a_name_counts_that_one_commune_has_and_that_is_nothing_else(sentence, code):
    assert read(sentence).decision == code


@pytest.mark.parametrize(
    "sentence",
    [
        "công ty may Hưng Thịnh nợ lương hai tháng",
        "bác sĩ An Khánh khám kỹ lắm",
        "Hợp tác xã Đại Thành giao giống lép",
        "hẻm 46 Tùng Thiện ngập hoài",
        "Cô giáo Thanh Thủy dạy thêm tại nhà",
        "Đường Trần Quốc Toản kẹt xe",
    ],
)
def test_a_firm_a_person_or_an_address_is_no_commune(sentence):
    assert read(sentence).candidates == ()


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("rác chợ Nhã Nam Bắc Giang đổ ra cả rìa đường", "07306"),
        ("chợ phiên mường hum l.cai để xe giữa đường", "02728"),
    ],
)
def test_a_market_with_the_province_beside_its_name_shows_the_commune(sentence, code):
    assert read(sentence).decision == code
    assert read("rác chợ Hòa Bình đổ ra cả rìa đường").candidates == ()


@pytest.mark.parametrize(("typed", "code"), [("xã Nghi Lộc, n. an", "17827"), ("xã trịnh tường l.cai", "02695")])
def test_a_province_may_be_shortened_to_a_letter_and_its_last_word(typed, code):
    assert read(typed).decision == code


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("dân sợ không dám báo, ở Trịnh Tườg", "02695"),
        ("thanh niên tụ tập hút chích, ở nam phưóc", "20599"),
        ("tam giangg dak lak đường vào rẫy trơn", "24352"),
    ],
)
def test_a_slip_in_a_bare_name_is_forgiven_behind_words_of_place_or_before_its_province(sentence, code):
    assert read(sentence).decision == code


def test_several_communes_of_one_name_are_offered_without_a_decision():
    reading = read("dân tam giang xin thêm chuyến xe buýt")

    assert (reading.decision, reading.ambiguous) == (None, True)
    assert len(codes(reading)) > 1


def test_rare_words_with_capitals_count_where_a_sentence_begins():
    assert read("Bão vừa tan. Nhơn Lý còn mấy chục nhà tốc mái").decision == "21601"
    assert read("Bão vừa tan. Tân Tiến còn mấy chục nhà tốc mái").candidates == ()


def test_a_dot_after_a_word_that_can_be_spoken_ends_the_sentence():
    assert read("Đường đầy cát. Quảng Ninh bụi lắm").candidates == ()
    assert read("p. Kim Trà").decision == "20017"


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("xã mường nhế điện biên xin gạo", "03160"),
        ("phuong kim ta tp hue ngap ca tuan", "20017"),
        ("phường đồng hớii đèn không sáng", "18880"),
    ],
)
def test_a_misspelt_name_counts_behind_its_type_where_the_place_beside_it_has_one_like_it(sentence, code):
    assert read(sentence).decision == code


def test_surprise_grows_with_the_rareness_of_the_words_and_falls_where_they_are_met_together():
    def of(name):
        return surprise([token.word for token in tokenise(name)])

    assert of("an ninh") < of("an bình") < of("rờ kơi")
    assert of("trung tam") < of("trung chanh")
    assert of("quảng điền") > of("quang dien")
