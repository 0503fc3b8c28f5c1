from __future__ import annotations

import pytest

from matching.reading import read


@pytest.mark.parametrize(
    ("typed", "value", "unit"),
    [
        ("đóng 3tr", 3_000_000, "dong"),
        ("đóng 1tr5", 1_500_000, "dong"),
        ("đóng 1tr250", 1_250_000, "dong"),
        ("đóng 50k", 50_000, "dong"),
        ("đóng 2 tỷ", 2_000_000_000, "dong"),
        ("đóng 3 triệu 5", 3_500_000, "dong"),
        ("đóng hai triệu rưỡi", 2_500_000, "dong"),
        ("đóng ba trăm nghìn", 300_000, "dong"),
        ("dong ba trieu dong", 3_000_000, "dong"),
        ("đóng 2.500.000đ", 2_500_000, "dong"),
        ("thu hồi 120m2", 120, "m2"),
        ("rộng 2,5 ha", 2.5, "ha"),
        ("họp lúc 9h30", 570, "time"),
        ("họp lúc 20h", 1200, "time"),
        ("họp lúc 8 giờ tối", 1200, "time"),
        ("họp lúc 8 giờ 15", 495, "time"),
        ("nghỉ lễ 2/9", 902, "date"),
        ("nghỉ ngày 30 tháng 4", 430, "date"),
        ("cả ba tháng nay", 3, "month"),
        ("có năm mươi lăm hộ", 55, "household"),
        ("giảm 30%", 30, "percent"),
        ("một nghìn hai trăm linh năm người", 1205, "person"),
    ],
)
def test_a_quantity_has_its_value_and_unit(typed, value, unit):
    quantity = read(typed).quantities[0]

    assert (quantity.value, quantity.unit) == (value, unit)


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ngõ hai mươi mốt", "ngo 21"),
        ("ngo hai muoi mot", "ngo 21"),
        ("thôn ba, ấp Năm", "thon 3 ap 5"),
        ("hẻm 42/7/3 tổ 5", "hem 42/7/3 to 5"),
        ("xom4 ngõ12", "xom 4 ngo 12"),
        ("năm 2024 bà tư", "nam 2024 ba tu"),
        ("thứ hai tuần sau", "thu hai tuan sau"),
        ("rac cau ba ty khong ai don", "rac cau ba ty khong ai don"),
        ("ba tỷ không ai trả", "3000000000 khong ai tra"),
        ("nằm ở trạm năm ngoái", "nam o tram nam ngoai"),
    ],
)
def test_numbers_in_words_and_digits_read_alike_and_other_words_stay(typed, folded):
    assert read(typed).folded == folded


def test_the_value_stands_at_the_token_of_the_number():
    tokens = read("Ngõ hai mươi mốt có ba cột điện").tokens

    assert [token.number for token in tokens[:2]] == [None, 21]
    assert tokens[1].written == "hai mươi mốt"
