"""Who calls into the dark, who looks for what they sent, who takes a correction back: what they write as they write it."""

from __future__ import annotations

import pytest

from tests.handlers.officers import LAMP, files
from tests.support.talk import House

FALLEN = "cây đổ chắn ngõ 7 thôn Vân Căn xã Quảng Điền, Huế"


@pytest.mark.parametrize("typed", ["alo ai đó k", "alo ai đấy", "ai đó không", "alo có ai trực k"])
async def test_who_calls_to_hear_whether_somebody_is_there_is_greeted_and_files_nothing(
    house: House, typed: str
) -> None:
    person = await house.person().says(typed)

    assert "Kính chào ông/bà" in person.text
    assert await person.asked() == ""


@pytest.mark.parametrize("typed", ["việc của tôi", "tôi quên mã rồi", "hồ sơ của tôi"])
async def test_who_was_asked_for_a_code_sees_their_own_cases_and_is_not_asked_again(house: House, typed: str) -> None:
    person = await files(house)
    await person.says("tra cứu")
    await person.says(typed)

    assert any(label.startswith("Xem ") for label in person.labels), person.labels
    assert "Mã có 8 chữ và số" not in person.text
    assert await person.asked() == ""


async def test_who_looked_for_their_cases_goes_on_with_the_petition_put_aside(house: House) -> None:
    person = await house.person().says(LAMP)
    for typed in ("tra cứu", "việc của tôi", "làm tiếp"):
        await person.says(typed)

    assert await person.asked() == "submit.consent"


@pytest.mark.parametrize("typed", ["mà thôi đúng là ngõ 7", "thôi đúng là ngõ 7", "mà thôi vẫn là ngõ 7"])
async def test_a_correction_may_be_taken_back_more_than_once(house: House, typed: str) -> None:
    person = await house.person().says(FALLEN)
    for said in ("đồng ý", "à không ngõ 9", "nhầm, ngõ 17 mới đúng", typed):
        await person.says(said)

    assert "Tôi đã sửa “ngõ 17” thành “ngõ 7”." in person.text


@pytest.mark.parametrize("typed", ["ko nói tên e nha", "không nói tên tôi", "không khai tên đâu"])
async def test_a_name_that_is_not_to_be_said_is_a_wish_and_no_part_of_the_story(house: House, typed: str) -> None:
    person = await house.person().says(FALLEN)
    await person.says(typed)

    assert "ghi thêm phần này vào nội dung" not in person.text
