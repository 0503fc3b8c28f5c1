"""An administrator lets officers in from a chat: a slip is put right before anybody has a link."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain.roles import Role
from storage import schema
from tests.handlers.officers import an_officer
from tests.support.looking import looking_at
from tests.support.talk import House, Person


async def _asked(house: House, *answers: str) -> Person:
    person = await an_officer(house, "Tuấn", roles=(Role.ADMINISTRATOR,))
    for answer in ("thêm cán bộ", *answers):
        await person.says(answer)
    return person


async def _names(house: House) -> list[str]:
    async with looking_at(house.database) as db:
        return list(await db.scalars(select(schema.officer.c.name).order_by(schema.officer.c.id)))


GIVEN = ("Nguyễn Thị Hảo", "xã Quảng Điền, Huế", "Hội Phụ nữ", "Lãnh đạo")


async def test_nobody_is_let_in_before_a_last_look(house: House) -> None:
    person = await _asked(house, *GIVEN)
    before, shown = await _names(house), person.text
    await person.taps("Đúng, thêm")

    assert before == ["Tuấn"]
    assert "• Họ tên: Nguyễn Thị Hảo\n• Nơi: Xã Quảng Điền, Thành phố Huế\n• Tổ chức: Hội Phụ nữ" in shown
    assert await _names(house) == ["Tuấn", "Nguyễn Thị Hảo"]
    assert "inv_" in person.text


@pytest.mark.parametrize("place", [1, 2, 4])
async def test_a_name_is_put_right_in_words_at_any_question(house: House, place: int) -> None:
    person = await _asked(house, *GIVEN[:place], "à nhầm, Nguyễn Thị Hào", *GIVEN[place:])

    await person.taps("Đúng, thêm")

    assert await _names(house) == ["Tuấn", "Nguyễn Thị Hào"]


async def test_a_choice_is_put_right_at_the_last_look(house: House) -> None:
    person = await _asked(house, *GIVEN, "nhầm, mặt trận")

    assert "• Tổ chức: Mặt trận" in person.text


async def test_what_is_no_name_is_a_commune_that_was_asked_for(house: House) -> None:
    person = await _asked(house, "Nguyễn Thị Hảo", "à nhầm, xã Quảng Điền, Huế")

    assert await person.asked() in {"add-officer.organisation", "add-officer.commune"}
    await person.says("hủy")
    assert await _names(house) == ["Tuấn"]


async def test_a_mistyped_command_is_offered_and_not_taken(house: House) -> None:
    person = await an_officer(house, "Tuấn", roles=(Role.ADMINISTRATOR,))
    await person.says("themm can boo")
    offered = await person.asked(), person.labels
    await person.taps("Ý là “thêm cán bộ”")

    assert offered[0] == ""
    assert "Ý là “thêm cán bộ”" in offered[1]
    assert await person.asked() == "add-officer.name"


@pytest.mark.parametrize("typed", ["danh sách cán bộ", "xóa cán bộ Hảo", "thêm nhầm rồi"])
async def test_an_administrator_hears_where_accounts_are_kept(house: House, typed: str) -> None:
    person = await an_officer(house, "Tuấn", roles=(Role.ADMINISTRATOR,))
    await person.says(typed)
    officer = await (await an_officer(house)).says(typed)

    assert "nghedan officer list" in person.text
    assert "nghedan officer" not in officer.text
