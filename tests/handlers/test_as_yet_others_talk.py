"""People nobody had played yet: "dung" without marks, photos where words are asked, a mother who withdraws, a market."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage import schema
from tests.handlers.officers import at_work, news
from tests.handlers.test_as_people_talk import LAMP
from tests.support.looking import looking_at
from tests.support.talk import House, Person


async def _petition(house: House):
    async with looking_at(house.database) as db:
        return (await db.execute(select(schema.petition))).one()


async def _talk(house: House, *said: str) -> Person:
    person = house.person()
    for words in said:
        await person.says(words)
    return person


# --- "dung": right (đúng) or stop (dừng)


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (("đèn đường hỏng cả tháng nay", "đồng ý", "xã Tân An"), "submit.commune"),
        ((LAMP, "đồng ý", "đúng"), "submit.organisation"),
        ((LAMP, "đồng ý", "đúng", "mặt trận"), "submit.details"),
    ],
)
async def test_dung_before_a_choice_is_asked_back_and_everything_is_kept(
    house: House, said: tuple[str, ...], asked: str
) -> None:
    person = await _talk(house, *said)

    await person.says("dung")

    assert "đúng" in person.text and "dừng lại" in person.text
    assert await person.asked() == asked


@pytest.mark.parametrize("typed", ["dừng", "dung lai", "huy"])
async def test_a_plain_stop_before_a_choice_stops(house: House, typed: str) -> None:
    person = await _talk(house, LAMP, "đồng ý", "đúng")

    await person.says(typed)

    assert await person.asked() == ""


async def test_dung_says_yes_where_yes_is_one_of_the_answers(house: House) -> None:
    person = await _talk(house, LAMP, "đồng ý")

    await person.says("dung")

    assert await person.asked() == "submit.organisation"


# --- Photos where words are asked


@pytest.mark.parametrize("before", [(), ("1",), ("1", "đã hướng dẫn bà con gửi điện lực")])
async def test_a_photo_sent_early_goes_with_the_outcome(house: House, before: tuple[str, ...]) -> None:
    officer, resident = await at_work(house)
    for typed in ("đóng vụ này", *before):
        await officer.says(typed)

    await officer.sends_photo("lamp")

    assert "Đã nhận 1 ảnh, tệp" in officer.text
    for typed in ("1", "đã hướng dẫn bà con gửi điện lực")[len(before) :]:
        await officer.says(typed)
    await officer.says("tiếp tục")
    assert "Ảnh, tệp: 1." in officer.text
    await officer.says("gửi")
    await news(resident)
    assert [len(message.files) for message in resident.heard] == [1]


async def test_a_photo_at_the_last_look_is_sent_with_the_rest(house: House) -> None:
    officer, _ = await at_work(house)
    for typed in ("đóng vụ này", "1", "đã hướng dẫn bà con gửi điện lực", "bỏ qua"):
        await officer.says(typed)

    await officer.sends_photo("lamp")

    assert "Ảnh, tệp: 1." in officer.text


async def test_a_photo_that_comes_with_the_wish_to_close_is_kept(house: House) -> None:
    officer, _ = await at_work(house)

    await officer.sends_photo("lamp", text="đóng vụ này")

    await officer.says("1")
    await officer.says("đã hướng dẫn bà con gửi điện lực")
    assert "Đã nhận 1 ảnh, tệp" in officer.text


@pytest.mark.parametrize("caption", ["", "Điện lực Quảng Điền"])
async def test_a_photo_that_a_step_has_no_use_for_is_not_dropped_without_a_word(house: House, caption: str) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển")

    await officer.sends_photo("letter", text=caption)

    assert "chưa được lưu: bước này chỉ cần chữ" in officer.text
    assert await officer.asked() == f"officer-refer.{'day' if caption else 'authority'}"


async def test_a_photo_outside_any_step_is_said_to_be_in_no_case(house: House) -> None:
    officer, _ = await at_work(house)

    await officer.sends_photo("lamp")

    assert "chưa được lưu vào vụ việc nào" in officer.text


async def test_a_photo_with_the_story_that_was_asked_for_is_kept(house: House) -> None:
    person = await _talk(house, "gửi ý kiến")

    await person.sends_photo("lamp", text=LAMP)

    assert person.text.startswith("Tôi đã nhận ảnh")
    assert await person.asked() == "submit.consent"
