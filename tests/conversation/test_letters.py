"""What a letter tells, and to whom it goes; its writer's name and home are in neither."""

from __future__ import annotations

import pytest

from conversation.letters import letter_in
from handlers.names import told_of
from matching.text import fold

HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN KIẾN NGHỊ\n"
TO = "Kính gửi: Ủy ban MTTQ xã Quảng Điền"
WRITER = "Tôi tên là: Lê Thị Bảy, sinh năm 1956, trú tại thôn Phú Lương, xã Quảng An."
STORY = "Con mương sau chợ bị lấp, mưa là nước tràn vào nhà sáu hộ."


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}{TO}\n{WRITER}\n{STORY}\nNgười làm đơn\nLê Thị Bảy",
        f"{TO}. {WRITER} {STORY}",
        f"{TO}\n{STORY}",
        f"{HEAD}Huế, ngày 3 tháng 11\n{TO}\nHọ và tên: LÊ THỊ BẢY\nĐịa chỉ: 12 Hùng Vương, tổ 5\nSĐT: 0905000000\n{STORY}",
        f"Kính gửi:\n- Ủy ban Mặt trận Tổ quốc Việt Nam xã Quảng Điền\n- UBND xã Quảng Điền\n{WRITER}\n{STORY}",
    ],
)
def test_the_story_of_a_letter_has_neither_its_head_nor_its_writer_nor_its_foot(text: str) -> None:
    letter = letter_in(text)

    assert letter is not None
    assert letter.story == STORY
    assert "Quảng Điền" in letter.addressed
    assert "Quảng An" not in letter.addressed


def test_a_letter_without_marks_is_one_too() -> None:
    letter = letter_in(fold(f"{TO}. ").strip() + ". " + fold(WRITER) + ". " + fold(STORY))

    assert letter is not None
    assert letter.story == fold(STORY)


def test_the_matter_may_begin_in_the_sentence_that_names_the_writer() -> None:
    letter = letter_in(f"{TO}. Tôi tên Lê Thị Bảy, ở thôn 3, nay tôi làm đơn này xin sửa con mương sau chợ")

    assert letter is not None
    assert letter.story == "nay tôi làm đơn này xin sửa con mương sau chợ"


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi Mặt trận xã. Hội Phụ nữ xã thu quỹ hai lần không có hóa đơn",
        "Kính gửi Mặt trận xã, thôn 3 xã mình đường hư nặng lắm rồi",
    ],
)
def test_who_is_complained_of_behind_the_address_belongs_to_the_story(text: str) -> None:
    letter = letter_in(text)

    assert letter is not None
    assert "hóa đơn" in letter.story or letter.story.startswith("thôn 3")


@pytest.mark.parametrize(
    "text", ["", "...", TO, f"{HEAD}{TO}", "Đơn xin xác nhận hộ nghèo", "Đơn hàng của tôi bị mất, đường hỏng, ở thôn 3"]
)
def test_what_has_no_head_or_nothing_else_is_no_letter(text: str) -> None:
    assert letter_in(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{TO}\n{WRITER}\n{STORY}", "Lê Thị Bảy"),
        (f"{TO}. Tôi là Lê Thị Bảy ở thôn 3, {STORY}", "Lê Thị Bảy"),
        (f"{TO}. Tôi là công nhân nhà máy, {STORY}", ""),
        ("Tôi tên Lê Thị Bảy ở thôn 2, đèn đường hỏng", "Lê Thị Bảy"),
        (f"{TO}\nHọ và tên: LÊ THỊ BẢY\n{STORY}", "LÊ THỊ BẢY"),
    ],
)
def test_the_writers_name_is_read_where_a_letter_has_it(text: str, name: str) -> None:
    assert told_of(text)[0] == name
