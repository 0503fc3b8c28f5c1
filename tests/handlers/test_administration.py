"""An administrator lets officers in from a chat: a slip is put right before anybody has a link."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain.roles import Role
from storage import schema
from tests.handlers.officers import an_officer, at_work, files, news, opens
from tests.handlers.test_messenger import delivered
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
    assert "• Họ tên: Nguyễn Thị Hảo\n• Nơi: Xã Quảng Điền, thành phố Huế\n• Tổ chức: Hội Phụ nữ" in shown
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


# --- Where an officer works


@pytest.mark.parametrize(("roles", "told"), [((Role.ADMINISTRATOR,), True), ((Role.OFFICER,), False)])
async def test_help_names_an_administrators_own_commands_to_nobody_else(house: House, roles, told: bool) -> None:
    person = await an_officer(house, "Tuấn", roles=roles)

    await person.says("trợ giúp")

    assert ("“thêm cán bộ”" in person.text) is told


async def test_an_officer_is_given_another_commune_told_of_it_and_gets_the_old_one_back(house: House) -> None:
    person, lan = await an_officer(house, "Tuấn", unit="46", roles=(Role.ADMINISTRATOR,)), await an_officer(house)
    await files(house)
    await opens(lan)
    await lan.taps("Tiếp nhận")
    await news(lan)
    await person.says("đổi địa bàn cho Lan")
    assert "Lan đang phụ trách: Mặt trận xã Quảng Điền, thành phố Huế." in person.text
    await person.taps("Chuyển hẳn sang nơi khác")
    await person.says("xã Đan Điền, Huế")
    while await person.asked() == "scope.commune":
        await person.taps("Đúng rồi")
    await person.taps("Hội Phụ nữ")
    assert "• Sau khi đổi: Hội Phụ nữ xã Đan Điền, thành phố Huế" in person.text
    await person.taps("Đúng, đổi")

    assert "1 việc đang mở đã trả về" in person.text
    assert "Từ nay anh/chị phụ trách: Hội Phụ nữ " in await news(lan)
    await person.taps("Hoàn tác")
    assert "Đã đổi lại như trước: Mặt trận xã Quảng Điền" in person.text
    assert "Từ nay anh/chị phụ trách: Mặt trận " in await news(lan)


async def test_of_two_places_one_can_be_given_up_and_the_last_cannot(house: House) -> None:
    person = await an_officer(house, "Tuấn", unit="46", roles=(Role.ADMINISTRATOR,))
    await an_officer(house)
    await person.says("đổi địa bàn")
    await person.says("2")
    await person.taps("Thêm một nơi")
    await person.says("xã Đan Điền, Huế")
    while await person.asked() == "scope.commune":
        await person.taps("Đúng rồi")
    await person.taps("Mặt trận")
    await person.taps("Đúng, đổi")
    await person.says("bớt xã của Lan")
    await person.taps("Thôi phụ trách Mặt trận xã Quảng Điền")
    await person.taps("Đúng, đổi")
    await person.says("bớt xã của Lan")

    assert "Lan đang phụ trách: Mặt trận xã Đan Điền, thành phố Huế." in person.text
    assert not [label for label in person.labels if label.startswith("Thôi phụ trách")]


async def test_of_several_of_one_name_the_administrator_is_asked_which(house: House) -> None:
    person = await an_officer(house, "Tuấn", unit="46", roles=(Role.ADMINISTRATOR,))
    await an_officer(house, "Trần Thị Lan")
    await an_officer(house, "Lê Lan", unit="46")
    await person.says("đổi địa bàn của Lan")
    which = person.labels
    await person.taps("Lê Lan")

    assert which[:2] == ["Trần Thị Lan · Mặt trận xã Quảng Điền, thành phố Huế", "Lê Lan · Mặt trận thành phố Huế"]
    assert "Lê Lan đang phụ trách" in person.text


async def test_nobody_else_changes_where_somebody_works(house: House) -> None:
    lan = await an_officer(house)
    await lan.says("đổi địa bàn")
    refused = lan.text
    await lan.taps_choice("!scope=1")

    assert "phụ trách" not in refused + lan.text


@pytest.mark.parametrize("typed", ["cả tỉnh Nghệ An", "ca tinh nghe an", "toàn tỉnh Nghệ An", "cả Nghệ An"])
async def test_an_officer_is_given_a_whole_province(house: House, typed: str) -> None:
    person = await an_officer(house, "Tuấn", unit="46", roles=(Role.ADMINISTRATOR,))
    lan = await an_officer(house)
    await news(lan)
    await person.says("đổi địa bàn cho Lan")
    await person.taps("Thêm một nơi")
    await person.says(typed)
    await person.taps("Mặt trận")
    shown = person.text
    await person.taps("Đúng, đổi")

    assert "• Sau khi đổi: Mặt trận xã Quảng Điền, thành phố Huế, Mặt trận tỉnh Nghệ An" in shown
    assert "Từ nay anh/chị phụ trách" in await news(lan)


async def test_all_of_a_province_stands_above_its_communes(house: House) -> None:
    person = await an_officer(house, "Tuấn", unit="46", roles=(Role.ADMINISTRATOR,))
    await an_officer(house)
    await person.says("đổi địa bàn cho Lan")
    await person.taps("Thêm một nơi")
    await person.says("Nghệ An")
    await person.taps("Cả tỉnh Nghệ An")

    assert await person.asked() == "scope.organisation"


async def test_who_is_let_in_may_be_in_charge_of_a_province(house: House) -> None:
    person = await an_officer(house, "Tuấn", unit="46", roles=(Role.ADMINISTRATOR,))
    for said in ("thêm cán bộ", "Trần Thị Hảo", "cả tỉnh Nghệ An", "Mặt trận", "Cán bộ"):
        await person.says(said)

    assert "Mặt trận" in person.text
    assert "Tỉnh Nghệ An" in person.text
    assert await person.asked() == "add-officer.confirmed"


async def test_taking_a_wrong_scope_back_tells_of_the_cases_and_offers_them_again(house: House) -> None:
    person = await an_officer(house, "Tuấn", unit="46", roles=(Role.ADMINISTRATOR,))
    lan, _ = await at_work(house)
    await lan.taps("Tiếp nhận")
    await person.says("đổi địa bàn cho Lan")
    await person.taps("Chuyển hẳn")
    await person.says("xã Đan Điền")
    await person.taps("Mặt trận")
    await person.taps("Đúng, đổi")
    await delivered(house)
    await person.says("hoàn tác")
    said = person.text
    await person.taps("Giao lại 1 việc")

    assert "1 việc đã trả về khi đổi vẫn nằm chung ở đơn vị" in said
    assert "Đã giao lại 1 việc" in person.text
    await opens(lan)
    assert "Lan" in lan.text
