"""An answer is taken back in words, in the middle of the form or at the last look."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage import schema
from tests.handlers.officers import LAMP
from tests.support.looking import looking_at
from tests.support.talk import House, Person


async def _told(house: House, *answers: str, text: str = LAMP) -> Person:
    person = await house.person().says(text)
    for answer in ("đồng ý", "đúng", *answers):
        await person.says(answer)
    return person


async def _petition(house: House):
    async with looking_at(house.database) as db:
        return (await db.execute(select(schema.petition))).one()


@pytest.mark.parametrize("typed", ["à nhầm, xã khác", "sửa xã", "sai xã rồi", "xã không đúng"])
async def test_the_commune_is_asked_again(house: House, typed: str) -> None:
    person = await _told(house)
    await person.says(typed)

    assert await person.asked() == "submit.commune"


async def test_the_right_commune_behind_the_correction_is_offered(house: House) -> None:
    person = await _told(house)
    await person.says("à nhầm, phường Phong Thái Huế")

    assert "phường Phong Thái" in person.text
    assert person.labels == ["Đúng rồi", "Nơi khác"]


async def test_a_mistake_without_a_name_goes_back_to_the_question_before(house: House) -> None:
    person = await _told(house)
    await person.says("chết, nhầm rồi")

    assert await person.asked() == "submit.commune"


async def test_a_place_may_be_two_things_and_is_asked(house: House) -> None:
    person = await _told(house, "ok", "xong")
    await person.says("sửa địa điểm")

    assert person.labels == ["Xã, phường", "Ảnh, vị trí, chỗ xảy ra", "Không sửa nữa"]


async def test_what_to_correct_is_asked_again_when_it_was_not_understood(house: House) -> None:
    person = await _told(house, "ok", "xong")
    await person.says("sửa địa điểm")
    offered = person.labels
    await person.says("chợ mới")

    assert person.labels == offered


@pytest.mark.parametrize(
    ("typed", "column", "value"),
    [
        ("giấu tên", "name_visibility", "without"),
        ("tôi muốn giấu tên", "name_visibility", "without"),
        ("hội phụ nữ", "organisation", "phu_nu"),
        ("góp ý", "kind", "gop_y"),
        ("gửi giúp mẹ tôi", "on_behalf", "relative"),
        ("ghi tên tôi là Hoa", "sender_name", "Hoa"),
    ],
)
async def test_another_answer_can_be_said_at_the_last_look(house: House, typed: str, column: str, value: str) -> None:
    person = await _told(house, "ok", "xong")
    await person.says(typed)
    await person.says("gửi")

    assert getattr(await _petition(house), column) == value


async def test_who_asks_in_the_story_not_to_be_named_is_not_named(house: House) -> None:
    await _told(house, "ok", "xong", "gửi", text=f"{LAMP}, đừng nói tên em")

    assert (await _petition(house)).name_visibility == "without"


async def test_the_subject_stays_when_the_story_grows_at_the_last_look(house: House) -> None:
    person = await _told(house, "ok", "xong", text="Đường xóm 5 xã Quảng Điền Huế sạt lở")
    await person.says("tuần trước có đoàn về họp rồi bảo chờ mà chưa thấy chi")

    assert await person.asked() == "submit.confirmed"


async def test_a_part_of_a_label_names_the_subject(house: House) -> None:
    person = await _told(house, "ok", "xong")
    await person.says("đổi lĩnh vực")
    await person.says("giao thông")
    await person.says("gửi")

    assert (await _petition(house)).subject == "giao_thong"


async def test_another_organisation_can_be_named_at_a_later_question(house: House) -> None:
    person = await _told(house, "ok", "đổi sang hội phụ nữ")
    await person.says("hội nông dân")
    await person.says("xong")

    assert "Nơi nhận: Hội Nông dân" in person.text
    assert "Chỗ: ngõ 12, thôn Hạ Lang" in person.text


async def test_the_subject_can_be_named_before_it_is_asked(house: House) -> None:
    person = await _told(house)
    await person.says("môi trường")
    for answer in ("ok", "xong", "gửi"):
        await person.says(answer)

    assert (await _petition(house)).subject == "moi_truong"


@pytest.mark.parametrize("typed", ["bỏ câu vừa rồi", "thôi bỏ vụ chó đi", "bo cau cuoi"])
async def test_what_was_added_to_the_story_can_be_taken_out_again(house: House, typed: str) -> None:
    person = await _told(house)
    await person.says("với lại chó thả rông đầy đường cắn người ta")
    await person.says(typed)
    said = person.text
    for answer in ("ok", "xong", "gửi"):
        await person.says(answer)

    assert "Tôi đã bỏ phần này: “với lại chó thả rông đầy đường cắn người ta”" in said
    assert (await _petition(house)).text == LAMP


@pytest.mark.parametrize("typed", ["thôi không gửi nữa", "thoi khong gui nua", "không làm nữa"])
async def test_who_wants_to_stop_at_a_list_stops(house: House, typed: str) -> None:
    person = await house.person().says("Ở xã Quảng Điền, Huế có chuyện này lạ lắm, mọi người xem giúp")
    for answer in ("đồng ý", "đúng", "ok"):
        await person.says(answer)
    assert await person.asked() == "submit.subject"
    await person.says(typed)

    assert "tôi đã dừng, chưa gửi gì đi" in person.text
