"""Whom an officer names tells what is meant: a commune or a person takes a case over, an authority is asked."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, select

from domain.kinds import Organisation
from handlers.officer.handing import and_reason
from storage import schema
from tests.handlers.officers import an_account, an_officer, at_work, news, state
from tests.support.looking import looking_at
from tests.support.talk import House, Person

BESIDE = "19885"
"""Xã Đan Điền, in the same province."""


async def _handler(house: House) -> tuple[str, str]:
    async with looking_at(house.database) as db:
        c = schema.case_file.c
        return tuple((await db.execute(select(c.handler_unit_code, c.handler_organisation))).one())


async def _at_work_beside(house: House, **values: object) -> tuple[Person, Person]:
    await an_account(house, "Sáu", unit=BESIDE, **values)
    return await at_work(house)


@pytest.mark.parametrize(
    "typed",
    [
        "chuyển sang xã Đan Điền",
        "qua bên xã Đan Điền",
        "chuyển cho xã Đan Điền xử lý giúp nhé",
        "chuyen qua xa dan dien",
        "việc này thuộc xã Đan Điền",
        "không phải xã mình, của xã Đan Điền",
        "giao cho Mặt trận xã Đan Điền",
        "chuyển xã Quảng Phú",
    ],
)
async def test_a_commune_that_is_named_takes_the_case_over(house: House, typed: str) -> None:
    officer, _ = await _at_work_beside(house)
    await officer.says(typed)
    await officer.says("cột điện nằm bên đó")
    shown = officer.text
    await officer.taps("Giao")

    assert "Giao cho Mặt trận xã Đan Điền, thành phố Huế, lý do: cột điện nằm bên đó" in shown
    assert await _handler(house) == (BESIDE, "mttq")


async def test_the_other_commune_and_the_resident_are_told(house: House) -> None:
    async with house.database.begin() as db:
        named = {"code": BESIDE, "name": "Đan Điền", "type": "xa", "province_code": "46"}
        await db.execute(insert(schema.unit), named | {"folded": "dan dien", "edition": "test"})
    there = await an_officer(house, "Sáu", unit=BESIDE)
    officer, resident = await at_work(house)
    await officer.says("chuyển sang xã Đan Điền vì cột điện nằm bên đó")
    await officer.taps("Giao")

    assert "cột điện nằm bên đó" in await news(there)
    assert "xã Đan Điền" in await news(resident)


@pytest.mark.parametrize("typed", ["chuyển sang xã khác", "giao cho người khác", "sai xã"])
async def test_whoever_names_no_commune_is_asked_for_it_and_can_type_it(house: House, typed: str) -> None:
    officer, _ = await _at_work_beside(house)
    await officer.says(typed)
    asked = await officer.asked()
    await officer.says("xã Đan Điền")

    assert asked == "officer-reassign.to"
    assert await officer.asked() == "officer-reassign.reason"


@pytest.mark.parametrize(
    ("typed", "office"),
    [
        ("chuyển công an xã", "Công an cấp xã"),
        ("giao cho công an xã xử lý", "Công an cấp xã"),
        ("chuyển điện lực Đan Điền", "điện lực Đan Điền"),
        ("chuyển UBND xã Đan Điền", "UBND xã Đan Điền"),
        ("chuyển xã", "UBND cấp xã"),
        ("chuyển lên xã Quảng Điền", "UBND cấp xã"),
    ],
)
async def test_an_authority_that_is_named_is_asked(house: House, typed: str, office: str) -> None:
    officer, _ = await _at_work_beside(house)
    await officer.says(typed)
    await officer.says("thứ sáu")

    assert f"Chuyển đến {office}, hạn trả lời 20/11/2026" in officer.text


async def test_what_is_asked_of_an_office_is_no_part_of_its_name(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển công an xử lý hạn thứ sáu")

    assert "Chuyển đến Công an cấp xã, hạn trả lời 20/11/2026" in officer.text


async def test_the_province_may_be_either_and_the_officer_is_asked_once(house: House) -> None:
    await an_account(house, "Tư", unit="46")
    officer, _ = await at_work(house)
    await officer.says("chuyển lên tỉnh")
    offered = officer.labels[:2]
    await officer.taps("Chuyển đơn")
    await officer.says("thứ sáu")

    assert offered == ["Giao cho Mặt trận thành phố Huế", "Chuyển đơn đến UBND cấp tỉnh"]
    assert "Chuyển đến UBND cấp tỉnh" in officer.text


async def test_the_front_of_the_province_is_a_body(house: House) -> None:
    await an_account(house, "Tư", unit="46")
    officer, _ = await at_work(house)
    await officer.says("chuyển lên Mặt trận thành phố vì vượt tầm xã")
    await officer.taps("Giao")

    assert await _handler(house) == ("46", "mttq")


async def test_an_organisation_beside_it_takes_over(house: House) -> None:
    await an_account(house, "Mai", organisation=Organisation.WOMEN)
    officer, _ = await at_work(house)
    await officer.says("chuyển hội phụ nữ")
    await officer.says("chị em bên đó nắm rõ")
    await officer.taps("Giao")

    assert await _handler(house) == ("19867", "phu_nu")


async def test_where_nobody_works_the_case_is_not_lost_and_two_ways_are_offered(house: House) -> None:
    await an_account(house, "Tư", unit="46")
    officer, _ = await at_work(house)
    await officer.says("chuyển sang xã Đan Điền")
    said, offered = officer.text, officer.labels[:2]
    await officer.taps("Chuyển đơn")
    await officer.says("thứ sáu")

    assert "Xã Đan Điền, thành phố Huế chưa có cán bộ trên hệ thống" in said
    assert offered == ["Giao cho Mặt trận thành phố Huế", "Chuyển đơn đến UBND xã Đan Điền"]
    assert "Chuyển đến UBND xã Đan Điền, hạn trả lời 20/11/2026" in officer.text


async def test_where_it_is_already_is_said(house: House) -> None:
    officer, _ = await at_work(house)
    await officer.says("chuyển Mặt trận xã Quảng Điền")

    assert "đang ở Mặt trận xã Quảng Điền, thành phố Huế rồi" in officer.text
    assert await state(house) == "received"


async def test_a_commune_where_nobody_works_is_asked_for_again_in_the_form(house: House) -> None:
    await an_account(house, "Sáu", unit="19819")
    officer, _ = await at_work(house)
    await officer.says("chuyển sang xã khác")
    await officer.says("xã Đan Điền")

    assert "chưa có cán bộ trên hệ thống" in officer.text
    assert await officer.asked() == "officer-reassign.to"


@pytest.mark.parametrize("typed", ["xã Tam Giang tỉnh Cà Mau", "qua xã Tam Giang, Cà Mau nhé"])
async def test_a_commune_of_another_province_is_no_office_and_is_asked_about(house: House, typed: str) -> None:
    officer, _ = await at_work(house)
    await officer.taps("Chuyển cơ quan")

    await officer.says(typed)

    assert "Xã Tam Giang, tỉnh Cà Mau ở ngoài địa bàn thành phố Huế" in officer.text
    assert await officer.asked() == "officer-refer.authority"
    await officer.says("UBND xã Tam Giang, tỉnh Cà Mau")
    assert await officer.asked() == "officer-refer.day"


async def test_a_commune_of_another_province_in_one_breath_is_asked_about_too(house: House) -> None:
    officer, _ = await at_work(house)

    await officer.says("chuyển xã Tam Giang tỉnh Cà Mau")

    assert "ở ngoài địa bàn thành phố Huế" in officer.text
    assert await officer.asked() == "officer-refer.authority"


@pytest.mark.parametrize("typed", ["giao người khác vì em nghỉ sinh", "giao cho anh Bình vì em nghỉ sinh"])
async def test_a_reason_said_with_the_step_is_not_asked_for_again(house: House, typed: str) -> None:
    await an_account(house, "Sáu")
    officer, _ = await at_work(house)
    await officer.says(typed)

    await officer.says("Sáu")

    assert "lý do: em nghỉ sinh" in officer.text
    assert "Giao" in officer.labels


async def test_a_reason_is_no_part_of_the_name_of_an_office(house: House) -> None:
    officer, _ = await at_work(house)

    await officer.says("chuyển đội quản lý chợ vì thuộc thẩm quyền bên đó")
    assert "Lý do “thuộc thẩm quyền bên đó” không đi kèm" in officer.text
    await officer.says("thứ sáu")

    assert "Chuyển đến đội quản lý chợ, hạn trả lời 20/11/2026" in officer.text


@pytest.mark.parametrize(
    ("typed", "name", "reason"),
    [
        ("công an xã Ba Vì", "công an xã Ba Vì", ""),
        ("công an xã Ba Vì vì có người dọa", "công an xã Ba Vì", "có người dọa"),
        ("cong an xa ba vi", "cong an xa ba vi", ""),
        ("điện lực, vì cột đổ", "điện lực", "cột đổ"),
        ("người khác: vì em nghỉ sinh", "người khác", "em nghỉ sinh"),
    ],
)
def test_a_name_that_holds_the_word_for_because_is_whole(typed, name, reason):
    assert and_reason(typed) == (name, reason)
