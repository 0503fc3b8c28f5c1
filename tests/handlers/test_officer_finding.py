"""An officer looks for a case by its words, its place, a code or a phone number."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain import receipt
from domain.kinds import Organisation
from storage import schema
from tests.handlers.officers import DRAIN, LAMP, an_officer, at_work, files, opens
from tests.support.looking import looking_at
from tests.support.talk import House, Person

BRIBE = "Tôi muốn tố cáo ông trưởng thôn Hạ Lang xã Quảng Điền, Huế nhận tiền ở ngõ 12"


async def with_two_cases(house: House) -> Person:
    """Return an officer of the commune in which a lamp and a drain are told of."""
    officer = await an_officer(house)
    await files(house, "an", LAMP)
    await files(house, "binh", DRAIN)
    return officer


@pytest.mark.parametrize(
    "typed",
    ["tìm ngõ 12", "tim ngo 12", "Tìm giúp tôi vụ ở Ngõ 12 với nhé", "tra cứu ngõ 12", "/tim ngõ 12", "tìm đèn đường",
     "tìm Hạ Lang đèn", "tìm cái đèn đường hỏng"],
)  # fmt: skip
async def test_words_of_the_story_or_the_place_find_the_case_in_any_spelling(house: House, typed: str) -> None:
    officer = await with_two_cases(house)

    await officer.says(typed)

    assert "Đèn đường ngõ 12" in officer.text
    assert "Cống trước chợ" not in officer.text
    assert [label for label in officer.labels if label.startswith("Mở ")]


async def test_alley_12_is_neither_121_nor_21(house: House) -> None:
    officer = await an_officer(house)
    await files(house, "an", LAMP.replace("ngõ 12", "ngõ 121"))

    await officer.says("tìm ngõ 12")

    assert "Không thấy vụ việc nào có “ngõ 12”" in officer.text


RUBBISH = "Rác chất đống sau chợ Hạ xã Quảng Điền, Huế cả tuần nay"
POWDER = "Quán phở gần chợ Hạ xã Quảng Điền, Huế rắc bột gì lạ vào bát, thực phẩm bẩn, dân ăn đau bụng"
UNMARKED = "rac do ra song o thon Ha Lang xa Quang Dien Hue khong ai don"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tìm rác", {"Rác chất đống", "rac do ra song"}),
        ("tìm rắc bột", {"rắc bột"}),
        ("tìm rac", {"Rác chất đống", "rắc bột", "rac do ra song"}),
        ("tìm rác chợ", {"Rác chất đống"}),
        ("tìm RÁC chat", {"Rác chất đống"}),
    ],
)
async def test_a_word_typed_with_marks_is_that_word_and_without_them_any(
    house: House, typed: str, found: set[str]
) -> None:
    officer = await an_officer(house)
    for address, text in (("an", RUBBISH), ("binh", POWDER), ("chi", UNMARKED)):
        await files(house, address, text)

    await officer.says(typed)

    assert {told for told in ("Rác chất đống", "rắc bột", "rac do ra song") if told in officer.text} == found


@pytest.mark.parametrize(("typed", "told"), [("tìm hòa bình", "hoà bình"), ("tìm hoà bình", "hòa bình")])
async def test_the_place_of_a_tone_is_no_other_word(house: House, typed: str, told: str) -> None:
    officer = await an_officer(house)
    await files(house, "an", f"Đèn đường {told} ở ngõ 12 xã Quảng Điền, Huế hỏng cả tháng")

    await officer.says(typed)

    assert told in officer.text


async def test_the_next_page_looks_for_the_words_with_their_marks(house: House) -> None:
    officer = await an_officer(house)
    for number in range(7):
        await files(house, f"an{number}", f"Rác chất đống ở xóm {number} xã Quảng Điền, Huế")
        house.clock.advance(days=1)
    await files(house, "binh", POWDER)
    await officer.says("tìm rác chất đống ở xóm nào đó trong xã Quảng Điền thành phố Huế")
    await officer.says("tìm rác")

    await officer.taps("Trang sau")

    assert "xóm 0" in officer.text
    assert "rắc bột" not in officer.text


async def test_what_stands_in_a_row_comes_before_what_only_has_the_words(house: House) -> None:
    officer = await with_two_cases(house)

    await officer.says("tìm chợ ngập")

    assert "Không có vụ việc nào viết liền “chợ ngập”" in officer.text
    assert "Cống trước chợ" in officer.text


async def test_a_button_of_the_list_opens_the_case(house: House) -> None:
    officer = await with_two_cases(house)
    await officer.says("tìm đèn đường")

    await officer.taps("Mở ")

    assert "Người phản ánh: 1" in officer.text


async def test_without_words_it_is_asked_what_to_look_for(house: House) -> None:
    officer = await with_two_cases(house)
    await officer.says("/tim")
    asked = officer.text

    await officer.says("đèn đường")

    assert "Anh/chị tìm gì ạ?" in asked
    assert "Đèn đường ngõ 12" in officer.text


@pytest.mark.parametrize("typed", ["tra cứu", "tìm kiếm", "Tìm vụ việc"])
async def test_an_officer_who_looks_up_is_asked_in_the_same_way(house: House, typed: str) -> None:
    officer = await with_two_cases(house)

    await officer.says(typed)

    assert await officer.asked() == "officer-find.words"


async def test_words_that_mean_nothing_else_can_be_looked_for_with_one_tap(house: House) -> None:
    officer = await with_two_cases(house)
    await officer.says("Ngõ 12")

    await officer.taps("Tìm “Ngõ 12”")

    assert "Đèn đường ngõ 12" in officer.text


async def test_the_newest_comes_first_and_further_pages_go_on(house: House) -> None:
    officer = await an_officer(house)
    for number in range(8):
        await files(house, f"an{number}", f"Đèn đường hỏng ở xóm {number} xã Quảng Điền, Huế")
        house.clock.advance(days=1)
    await officer.says("tìm đèn đường hỏng")
    first = officer.text

    await officer.taps("Trang sau")

    assert [f"xóm {n}" in first for n in range(8)] == [False, False, True, True, True, True, True, True]
    assert first.index("xóm 7") < first.index("xóm 2")
    assert [f"xóm {n}" in officer.text for n in range(8)] == [True, True] + 6 * [False]
    assert "(trang 2)" in officer.text
    assert "Trang sau" not in officer.labels


async def test_the_residents_receipt_code_opens_the_case(house: House) -> None:
    officer, resident = await at_work(house)
    code = next(word for word in resident.text.split() if len(word.strip(".")) == 9 and "-" in word).strip(".")

    await officer.says(f"tìm mã {code}")

    assert "Người phản ánh: 1" in officer.text


async def file_with_phone(house: House) -> None:
    person = house.person("hoa")
    await person.says(LAMP)
    await person.taps("Tôi đồng ý")
    await person.taps("Đúng rồi")
    await person.says("tôi tên Lê Thị Hoa")
    await person.says("số của tôi 0905 123 456")
    await person.taps("Mặt trận")
    await person.taps("Tiếp tục")
    await person.taps("Đúng, gửi đi")


@pytest.mark.parametrize("typed", ["tra cứu 0905123456", "tìm 0905 123 456", "tìm sđt +84905123456", "tìm bà Hoa"])
async def test_who_sent_it_is_found_by_those_who_handle_the_case(house: House, typed: str) -> None:
    officer = await an_officer(house)
    await file_with_phone(house)

    await officer.says(typed.replace("bà ", ""))

    assert "Đèn đường ngõ 12" in officer.text


@pytest.mark.parametrize("typed", ["tìm 0905123456", "tìm Lê Thị Hoa"])
async def test_who_sent_it_is_found_by_nobody_above_them(house: House, typed: str) -> None:
    await an_officer(house)
    above = await an_officer(house, "Minh", unit="46")
    await file_with_phone(house)
    await above.says("tìm đèn đường")
    seen = above.text

    await above.says(typed)

    assert "Đèn đường ngõ 12" in seen
    assert "Không thấy vụ việc nào" in above.text


async def test_cases_of_another_commune_or_body_are_not_found(house: House) -> None:
    await with_two_cases(house)
    neighbour = await an_officer(house, "Hùng", unit="19870")
    women = await an_officer(house, "Mai", organisation=Organisation.WOMEN)

    await neighbour.says("tìm ngõ 12")
    await women.says("tìm ngõ 12")

    assert "Không thấy vụ việc nào" in neighbour.text
    assert "Không thấy vụ việc nào" in women.text


async def test_a_confidential_case_is_not_found_by_its_words(house: House) -> None:
    officer = await an_officer(house)
    resident = house.person("kin")
    await resident.says(BRIBE)
    await resident.taps("Gửi kín")
    await resident.taps("Tôi đồng ý")
    await resident.taps("Đúng rồi")
    while "Đúng, gửi đi" not in resident.labels:
        await resident.taps(
            "Mặt trận" if any(label.startswith("Mặt trận") for label in resident.labels) else "Tiếp tục"
        )
    await resident.taps("Đúng, gửi đi")

    await officer.says("tìm ngõ 12")

    assert "Không thấy vụ việc nào có “ngõ 12”" in officer.text
    assert "chỉ mở được bằng mã" in officer.text


async def test_a_resident_is_asked_for_the_code_as_ever(house: House) -> None:
    resident = await files(house)

    await resident.says("/tim")

    assert await resident.asked() == "track.code"


async def test_words_asked_for_below_the_card_of_another_case_name_their_own(house: House) -> None:
    officer, _ = await at_work(house)
    await files(house, "binh", DRAIN)
    async with looking_at(house.database) as db:
        own, other = (await db.execute(select(schema.case_file.c.code).order_by(schema.case_file.c.id))).scalars()
    await opens(officer)
    await officer.says("trả lời dân")
    await officer.says(other)

    assert receipt.display(other) in officer.text
    assert f"câu trả lời cho vụ việc {receipt.display(own)}" in officer.text
