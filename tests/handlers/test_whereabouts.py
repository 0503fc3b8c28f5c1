"""Asked where it is, people say a place, or something else altogether: only what may be a place is written down."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.spots import as_read
from storage import schema
from tests.support.looking import looking_at
from tests.support.talk import House, Person

NOWHERE = "Đèn đường xã Quảng Điền, Huế hỏng cả tháng nay, tối đi không thấy gì"


async def _asked_where(house: House) -> Person:
    person = await house.person().says(NOWHERE)
    for answer in ("đồng ý", "đúng", "ok"):
        await person.says(answer)
    assert await person.asked() == "submit.details"
    return person


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ngõ hai mươi mốt", "ngõ hai mươi mốt"),
        ("Số nhà hai trăm, tổ mười hai", "Số nhà hai trăm, tổ mười hai"),
        ("ngày 30 tháng 4 ở hẻm 12A/3B", "ngày 30 tháng 4 ở hẻm 12A/3B"),
        ("Ngox hai mươi mốt", "Ngõ hai mươi mốt"),
    ],
)
def test_of_a_place_only_what_the_keyboard_left_is_mended_and_a_number_in_words_stays(typed: str, shown: str) -> None:
    assert as_read(typed) == shown


async def _place(house: House) -> str:
    async with looking_at(house.database) as db:
        return str(await db.scalar(select(schema.petition.c.place)))


@pytest.mark.parametrize(
    "typed",
    ["cái đầu", "cai dau may", "đồ ngu", "hỏi lắm thế", "sao mà hỏi hoài vậy", "mệt quá", "???", "👍", "shut up"],
)
async def test_what_is_plainly_no_place_is_asked_again_with_an_example(house: House, typed: str) -> None:
    person = await _asked_where(house)
    await person.says(typed)

    assert "ngõ 12, gần chợ Sịa" in person.text
    assert "tôi không rõ" in person.text
    assert await person.asked() == "submit.details"


@pytest.mark.parametrize(
    "typed",
    [
        "hẻm 7",
        "nhà bà Ngoạn",
        "nha toi",
        "cho",
        "đầu xóm",
        "gan cho",
        "Hạ Lang",
        "ha lang",
        "chỗ mấy ông hay ngồi đánh cờ",
        "phong dien hue",
        "cây đa",
        "sau lưng trạm y tế",
        "12/5",
        "near the market",
    ],
)
async def test_what_may_be_a_place_is_kept(house: House, typed: str) -> None:
    person = await _asked_where(house)
    await person.says(typed)
    await person.says("xong")
    await person.says("gửi")

    assert await _place(house) == typed


@pytest.mark.parametrize("typed", ["không biết", "tôi không rõ", "hổng biết nữa", "ok", "không", "toi khong ro"])
async def test_who_does_not_know_where_goes_on_without_a_place(house: House, typed: str) -> None:
    person = await _asked_where(house)
    await person.says(typed)

    assert await person.asked() == "submit.confirmed"
    assert "Chỗ: chưa nói rõ" in person.text


async def test_nobody_is_asked_for_the_place_a_third_time(house: House) -> None:
    person = await _asked_where(house)
    await person.says("cái đầu")
    await person.says("hỏi lắm thế")

    assert await person.asked() == "submit.confirmed"
    assert "Chỗ: chưa nói rõ" in person.text


async def test_who_repeats_the_words_means_them(house: House) -> None:
    person = await _asked_where(house)
    await person.says("cái đầu")
    await person.says("Cái đầu")
    await person.says("xong")

    assert "Chỗ: Cái đầu" in person.text


async def test_a_photo_sent_before_bad_temper_stays(house: House) -> None:
    person = await _asked_where(house)
    await person.sends_photo()
    await person.says("cái đầu")
    await person.says("xong")

    assert "Ảnh, tệp: 1" in person.text


async def test_more_of_the_story_is_no_place(house: House) -> None:
    person = await _asked_where(house)
    await person.says("hôm qua lại thêm hai người bị té")
    await person.says("xong")

    assert "hôm qua lại thêm hai người bị té”" in person.text
    assert "Chỗ: chưa nói rõ" in person.text


async def test_a_long_story_told_at_the_place_is_kept_whole(house: House) -> None:
    person = await _asked_where(house)
    await person.says("Từ đầu ngõ 12 vào tới chợ tối om, " * 10)

    assert "ghi thêm phần này" in person.text


async def test_a_phone_number_is_no_place(house: House) -> None:
    person = await _asked_where(house)
    await person.says("0905 123 456")
    await person.says("xong")

    assert "Chỗ: chưa nói rõ" in person.text


async def test_what_is_asked_back_at_the_place_is_answered(house: House) -> None:
    person = await _asked_where(house)
    await person.says("hỏi làm gì")

    assert "cán bộ tìm ra nhanh hơn" in person.text
    assert await person.asked() == "submit.details"


@pytest.mark.parametrize(
    "typed",
    [
        "mất 3 ngày nay rồi",
        "hư từ đầu tháng",
        "chó thả rông chạy đầy đường cắn người ta",
        "còn cái cống nữa",
        "đường này hôm qua lại có xe tải bị lật",
        "à em quên, đèn tắt từ đầu tháng",
    ],
)
async def test_since_when_and_what_else_go_into_the_story(house: House, typed: str) -> None:
    person = await _asked_where(house)
    await person.says(typed)
    await person.says("xong")

    assert f"{typed}”" in person.text
    assert "Chỗ: chưa nói rõ" in person.text


async def test_the_number_of_no_button_is_no_place(house: House) -> None:
    person = await _asked_where(house)
    await person.says("2")

    assert "Tôi chưa rõ chỗ nào" in person.text


async def test_a_place_told_more_exactly_keeps_the_hamlet_of_the_story(house: House) -> None:
    person = await house.person().says("Cống thôn Hạ Lang xã Quảng Điền, Huế tắc, nước tràn vào nhà")
    for answer in ("đồng ý", "đúng", "ok", "gần trạm bơm số 2", "xong"):
        await person.says(answer)

    assert "Chỗ: gần trạm bơm số 2, thôn Hạ Lang" in person.text


async def test_a_place_said_at_another_question_is_kept_for_its_own(house: House) -> None:
    person = await house.person().says(NOWHERE)
    for answer in ("đồng ý", "đúng", "gần trạm bơm số 2", "à nhầm, trạm bơm số 3", "ok", "xong"):
        await person.says(answer)

    assert "Chỗ: gần trạm bơm số 3" in person.text


async def test_who_has_sent_a_pin_is_asked_which_commune_that_is(house: House) -> None:
    person = await house.person().sends_pin(16.5760, 107.5080)
    await person.says("cột điện sắp đổ")
    await person.says("đồng ý")

    assert "Xã Quảng Điền, thành phố Huế" in person.labels


async def test_a_house_number_is_no_commune_and_is_kept_for_the_place(house: House) -> None:
    person = await house.person().says("Đèn đường hỏng cả tháng, tối đi không thấy gì")
    await person.says("đồng ý")
    await person.says("số nhà 3 ngõ 9")
    said = person.text
    for answer in ("xã Quảng Điền, Huế", "ok", "xong"):
        await person.says(answer)

    assert "Tôi đã ghi chỗ: số nhà 3 ngõ 9" in said
    assert "Chỗ: số nhà 3 ngõ 9" in person.text


async def test_a_ward_named_like_a_bridge_is_a_ward(house: House) -> None:
    person = await house.person().says("Đèn hỏng cả tháng không ai sửa")
    await person.says("đồng ý")
    await person.says("Cầu Giấy")

    assert "Phường Cầu Giấy, thành phố Hà Nội" in person.labels


async def _asked_for_the_commune(house: House) -> Person:
    person = await house.person().says("Đèn đường hỏng cả tháng nay, tối đi không thấy gì")
    return await person.says("đồng ý")


@pytest.mark.parametrize("typed", ["cái đầu", "cái đầu mày", "hỏi lắm thế", "mệt quá"])
async def test_bad_temper_is_no_commune_of_like_sound(house: House, typed: str) -> None:
    person = await _asked_for_the_commune(house)
    await person.says(typed)

    assert "Cái Dầu" not in person.text
    assert "gõ tên xã, phường" in person.text
    assert await person.asked() == "submit.commune"


@pytest.mark.parametrize("typed", ["Cái Dầu", "cai dau"])
async def test_a_commune_that_sounds_like_bad_temper_is_still_found(house: House, typed: str) -> None:
    person = await _asked_for_the_commune(house)
    await person.says(typed)

    assert "Cái Dầu" in person.text


async def test_bad_temper_leaves_the_commune_that_was_offered(house: House) -> None:
    person = await _asked_for_the_commune(house)
    await person.says("Cái Dầu")
    await person.says("hỏi lắm thế")

    assert "Cái Dầu" in person.text
    assert person.labels == ["Đúng rồi", "Nơi khác"]


@pytest.mark.parametrize("typed", ["cái đầu", "đau cái đầu", "Sống ở bản làng"])
async def test_words_that_only_sound_like_a_commune_name_none_outside_its_question(house, typed):
    person = house.person()
    await person.says(typed)

    assert "Châu Phú" not in person.text
    assert "Bản Lang" not in person.text


@pytest.mark.parametrize("typed", ["Cái Dầu", "cai dau", "xã cái đầu", "cái đầu, An Giang"])
async def test_a_name_with_its_marks_without_any_or_with_its_type_is_one(house, typed):
    person = house.person()
    await person.says(typed)

    assert "xã Châu Phú" in person.text
