from __future__ import annotations

import unicodedata

import pytest

from matching.reading import agree, read


def words(text: str) -> list[str]:
    return [token.expanded for token in read(text).tokens]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dduwowngf quoocs looj 1 ddoanj qua xax hoom nay ngaapj saau", "đường quốc lộ 1 đoạn qua xã hôm nay ngập sâu"),
        ("truongwf nuwowcs thitj khoois", "trường nước thịt khối"),
        ("Hút cát trên soong Bồ lucs 2 giờ", "hút cát trên sông bồ lúc 2 giờ"),
        ("d9u7o7ng2 qua1 xa61u, xe ta3i cha5y suo61t d9e6m", "đường quá xấu xe tải chạy suốt đêm"),
        ("đèn đừơng hoà thuỷ lợi qúa tải", "đèn đường hòa thủy lợi quá tải"),
        ("khônggg chịu nổiii quáaaa", "không chịu nổi quá"),
        ("nghành điện zô nhà", "ngành điện vào nhà"),
        ("đèn cớhp tắt", "đèn chớp tắt"),
        ("nhie nguoi di duoog", "nhieu nguoi di duong"),
    ],
)
def test_slips_of_the_keyboard_are_mended(typed, meant):
    assert " ".join(words(typed)) == meant


@pytest.mark.parametrize("word", ["gas", "taxi", "wifi", "camera", "karaoke", "bus", "box", "livestream", "Handico"])
def test_foreign_words_are_not_taken_for_telex(word):
    assert words(f"nhà {word} mới")[1] == word.casefold()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ca khu mat dien", "ca khu mat dien"),
        ("goi ca phuong xuong", "goi công an phuong xuong"),
        ("2h sáng cát tặc, ca ở đâu ạ", "2h sáng cát tặc công an ở đâu ạ"),
        ("gọi ko ai nghe, k ai dọn, hổng ai báo", "gọi không ai nghe không ai dọn không ai báo"),
        ("mn ở kp 3 p Tân Phú", "mọi người ở khu phố 3 phường tân phú"),
        ("mất nước 2 hnay r", "mất nước 2 hôm nay rồi"),
        ("mn hoa sen thiếu cô, mn ơi", "mầm non hoa sen thiếu cô mọi người ơi"),
        ("th bắc sơn thu tiền, tt 29 cấm", "tiểu học bắc sơn thu tiền thông tư 29 cấm"),
        ("ql46 đào lên", "quốc lộ 46 đào lên"),
        ("x. quang dien h. quang dien", "xã quang dien huyện quang dien"),
        ("đợi 30 p ở p 5", "đợi 30 phút ở phường 5"),
        ("tối đi không chộ chi hết, răng rứa", "tối đi không thấy gì hết sao thế"),
        ("Điện cúp hoài, trụ điện mục", "điện cúp mãi cột điện mục"),
        ("bữa ni kẹt xe, con nít khổ", "hôm nay tắc đường trẻ em khổ"),
        ("zậy mấy o chờ chừ răng", "vậy mấy cô chờ giờ sao"),
    ],
)
def test_abbreviations_and_dialect_are_written_out(typed, meant):
    assert " ".join(words(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("mô hình nuôi bò", "mô hình nuôi bò"),
        ("thôn An Mô mất điện", "thôn an mô mất điện"),
        ("khoa răng hàm mặt", "khoa răng hàm mặt"),
        ("chi phí cao, chi bộ họp", "chi phí cao chi bộ họp"),
        ("khu A bãi C lô E", "khu a bãi c lô e"),
        ("cam sành 5 k", "cam sành 5000"),
    ],
)
def test_words_that_only_look_like_dialect_or_abbreviations_stay(typed, kept):
    assert " ".join(words(typed)) == kept


def test_the_layers_are_kept_and_point_into_the_written_text():
    text = unicodedata.normalize("NFD", "Ngõ 12 tdp 5: đèn hỏng\u200b, k ai sửa")

    reading = read(text)

    assert reading.written == "Ngõ 12 tdp 5: đèn hỏng, k ai sửa"
    assert reading.normal == "ngõ 12 tdp 5 đèn hỏng k ai sửa"
    assert reading.expanded == "ngõ 12 tổ dân phố 5 đèn hỏng không ai sửa"
    assert reading.folded == "ngo 12 to dan pho 5 den hong khong ai sua"
    assert [reading.written[token.start : token.end] for token in reading.tokens] == [
        token.written for token in reading.tokens
    ]
    assert [token.written for token in reading.tokens][2:5] == ["tdp", "tdp", "tdp"]


def test_a_sign_of_punctuation_is_remembered_at_the_next_word():
    broken = [token.expanded for token in read("đèn hỏng, rác đầy. mùi hôi").tokens if token.after_break]

    assert broken == ["rác", "mùi"]


def test_marks_are_known_in_a_text_typed_with_marks_and_open_in_one_without():
    assert [token.has_marks for token in read("bạn đi chợ ban ngày").tokens] == [True] * 5
    assert [token.has_marks for token in read("ban di cho ban ngay").tokens] == [False] * 5


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("chợ hỏng rồi", "chợ hỏng rồi", 1.0),
        ("chợ hỏng rồi", "cho hong roi", 0.9),
        ("nhiểm bẩn rồi", "nhiễm bẩn rồi", 0.8),
        ("bán đất nhà", "bạn đất nhà", 0.3),
        ("chó hỏng rồi", "rác hỏng rồi", 0.0),
        ("12 nhà này", "21 nhà này", 0.0),
        ("hai mươi mốt nhà", "21 nhà này", 1.0),
    ],
)
def test_two_words_agree_as_far_as_their_marks_are_known(one, other, level):
    assert agree(read(one).tokens[0], read(other).tokens[0]) == level


def test_links_and_addresses_are_no_words():
    assert words("xem https://example.com/a?b=1 và gửi a.b@example.com nhé") == ["xem", "và", "gửi", "nhé"]


def test_a_receipt_code_is_one_word():
    assert words("mã MT-7K3-204 đâu rồi")[1] == "mt-7k3-204"
