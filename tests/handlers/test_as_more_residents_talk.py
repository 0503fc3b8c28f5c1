"""Residents nobody had played yet: a grandchild who types, fear of the boss, word by word, a curse, a paper, a return."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from conversation.heard import asks_for_paper, ends_as_question, thanks
from storage import schema
from tests.handlers.officers import LAMP, files
from tests.support.looking import looking_at
from tests.support.talk import House, Person

STORY = "cái cầu ván qua rạch trước nhà mục hết rồi, bà té hôm qua"


async def _talk(house: House, *said: str) -> Person:
    person = house.person()
    for words in said:
        await person.says(words)
    return person


async def _petitions(house: House):
    async with looking_at(house.database) as db:
        return (await db.execute(select(schema.petition))).all()


# --- A grandchild types for an old woman


async def test_what_somebody_is_said_to_wish_is_the_answer(house: House) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "dạ bà biểu gửi mặt trận")

    assert await person.asked() == "submit.details"


async def test_a_name_behind_a_title_is_written_down_without_it(house: House) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận", "xong", "ghi tên bà Nguyễn Thị Sáu")

    assert "Người gửi: Nguyễn Thị Sáu" in person.text


@pytest.mark.parametrize("typed", ["khong hinh", "hình con chưa chụp được", "mai con gửi hình"])
async def test_that_there_is_no_photo_yet_is_no_place_and_no_story(house: House, typed: str) -> None:
    person = await _talk(house, STORY, "đồng ý", "xã Quảng Điền, Huế", "mặt trận", typed)

    assert await person.asked() == "submit.confirmed"
    assert "Chỗ: chưa nói rõ" in person.text
    assert typed not in person.text


# --- A worker who fears the boss


@pytest.mark.parametrize("typed", ["tên em có hiện không", "vậy tên em ai thấy", "sếp có biết em gửi không"])
async def test_who_sees_the_name_is_answered_by_what_was_chosen(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận", "xong", typed)
    before = person.text

    await person.says("giấu tên")
    await person.says(typed)

    assert "gõ “giấu tên”" in before
    assert "đã chọn không ghi tên" in person.text


async def test_after_sending_nobody_is_told_what_to_do_before_sending(house: House) -> None:
    person = await files(house)

    await person.says("giờ sếp có biết em gửi không")

    assert "không biết tên" in person.text
    assert "trước khi gửi" not in person.text


async def test_a_question_at_the_question_for_the_place_is_no_place(house: House) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận")

    await person.says("công đoàn công ty em toàn người của sếp, có gửi cho họ không")

    assert "toàn người của sếp" not in person.text


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("có gửi cho họ không", True),
        ("nhà em có được sửa ko", True),
        ("ở chỗ không có đèn", False),
        ("xóm 3 không", False),
    ],
)
def test_there_is_and_not_at_the_end_ask(text: str, asks: bool) -> None:
    assert ends_as_question(text) is asks


# --- A seller who sends every word by itself


async def test_a_lone_no_or_may_of_who_tells_word_by_word_neither_erases_nor_agrees(house: House) -> None:
    person = await _talk(house, "chợ", "ngập", "nước", "bán", "không")
    first = person.text
    await person.says("được")

    assert await person.asked() == "submit.consent"
    assert "“không”" in first
    await person.says("đồng ý")
    await person.says("xã Quảng Điền, Huế")
    await person.says("mặt trận")
    await person.says("xong")
    assert "bán không được" in person.text


async def test_the_button_refuses_of_who_tells_word_by_word_too(house: House) -> None:
    person = await _talk(house, "chợ", "ngập", "nước", "không")

    await person.taps("Tôi không đồng ý")

    assert await person.asked() == ""
    assert "đã được xóa" in person.text


# --- Curses, thanks, papers


@pytest.mark.parametrize("typed", ["gửi mẹ nó đi", "gửi cmn đi", "đúng cmnr"])
async def test_a_curse_around_an_answer_changes_nothing(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng", "mặt trận", "xong", typed)

    assert await person.asked() == ""
    assert len(await _petitions(house)) == 1


def test_thanks_and_nothing_else_begin_no_petition() -> None:
    assert thanks("dạ không có gì, chỉ cảm ơn thôi")


@pytest.mark.parametrize(
    "text", ["cho tôi xin giấy xác nhận hộ nghèo", "xin mau don tro cap nguoi cao tuoi", "làm giấy khai sinh ở đâu"]
)
async def test_who_asks_for_a_paper_is_told_where_it_is_made_and_nothing_is_begun(house: House, text: str) -> None:
    person = await _talk(house, text)

    assert "Một cửa" in person.text
    assert await person.asked() == ""


@pytest.mark.parametrize(
    "text",
    [
        "xin giấy xác nhận hộ nghèo mà xã không cho",
        "làm giấy khai sinh bị đòi tiền",
        "nộp hồ sơ trợ cấp người cao tuổi nửa năm chưa có",
        "xin đường",
    ],
)
def test_a_trouble_with_a_paper_is_a_petition(text: str) -> None:
    assert not asks_for_paper(text)


# --- Three weeks later


async def test_who_comes_back_to_send_a_photo_for_what_was_filed_is_asked_whether_it_belongs_there(
    house: House,
) -> None:
    person = await files(house)
    house.clock.advance(days=21)

    await person.says("bữa trước tôi có gửi vụ đèn đường, giờ tôi muốn gửi thêm tấm hình")

    assert await person.asked() == "more.meant"
    await person.sends_photo()
    await person.taps("Nói thêm việc đó")
    assert len(await _petitions(house)) == 1


@pytest.mark.parametrize("typed", ["thôi tôi không muốn khiếu nại nữa, rút lại đi", "người ta sửa rồi, tôi rút lại"])
async def test_a_wish_to_withdraw_behind_its_reason_is_no_new_petition(house: House, typed: str) -> None:
    person = await files(house)
    house.clock.advance(days=21)

    await person.says(typed)

    assert not (await person.asked()).startswith("submit")
    assert "rút" in person.text
