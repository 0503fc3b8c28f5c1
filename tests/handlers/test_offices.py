"""'Văn phòng' and 'gặp cán bộ': who may enter where a body is met, and what people then see, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain.kinds import Organisation
from domain.offices import Office
from domain.roles import Role
from storage import offices, schema
from storage.database import Database
from tests.handlers.officers import COMMUNE, an_officer, files
from tests.support.looking import looking_at
from tests.support.talk import House, Person

ADDRESS = "Số 12 đường Trần Phú"
PHONE = "0234 3822 123"
HOURS = "Thứ Hai đến thứ Sáu, 7:30–11:30"


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def put(house: House, office: Office, organisation: Organisation = Organisation.FRONT) -> None:
    async with house.database.begin() as db:
        await offices.put_office(db, COMMUNE, organisation, office)


async def entered(house: House, organisation: Organisation = Organisation.FRONT) -> Office | None:
    async with looking_at(house.database) as db:
        return await offices.office_of(db, COMMUNE, organisation)


async def says_all(chat: Person, *answers: str) -> Person:
    for answer in answers:
        await chat.says(answer)
    return chat


async def test_an_officer_enters_where_the_own_body_is_met(house: House) -> None:
    chat = await says_all(await an_officer(house), "văn phòng", ADDRESS, PHONE, HOURS)
    assert ADDRESS in chat.text
    assert await entered(house) is None

    await chat.taps("Lưu")

    assert await entered(house) == Office(ADDRESS, PHONE, HOURS)
    assert "Đã lưu nơi tiếp dân của Mặt trận xã Quảng Điền, thành phố Huế" in chat.text


async def test_a_resident_then_meets_that_office(house: House) -> None:
    await (await says_all(await an_officer(house), "van phong", ADDRESS, PHONE, HOURS)).taps("Lưu")
    resident = await files(house)

    await resident.says("gặp cán bộ")

    assert "Quảng Điền" in resident.text
    assert [part in resident.text for part in (ADDRESS, PHONE, HOURS)] == [True] * 3


async def test_who_is_writing_a_petition_meets_the_office_of_its_commune(house: House) -> None:
    await put(house, Office(ADDRESS, PHONE, HOURS))
    resident = await house.person().says("Đèn đường ngõ 12 xã Quảng Điền Huế hỏng cả tháng nay")
    await resident.taps("Tôi đồng ý")
    await resident.taps("Đúng rồi")

    await resident.says("gặp cán bộ")

    assert ADDRESS in resident.text


async def test_an_organisation_without_an_office_is_met_at_the_front_of_its_commune(house: House) -> None:
    await put(house, Office(ADDRESS, PHONE, HOURS))
    resident = await house.person().says("Đèn đường ngõ 12 xã Quảng Điền Huế hỏng cả tháng nay")
    await resident.taps("Tôi đồng ý")
    await resident.taps("Đúng rồi")
    await resident.taps("Hội Phụ nữ")

    await resident.says("gặp cán bộ")

    body = resident.text.partition(ADDRESS)[0]
    assert "Mặt trận xã Quảng Điền" in body
    assert "Phụ nữ" not in body


async def test_without_any_office_people_are_sent_to_the_seat_of_their_commune(house: House) -> None:
    resident = await house.person().says("gặp cán bộ")

    assert "trụ sở Ủy ban MTTQ Việt Nam xã, phường" in resident.text


async def test_a_resident_who_asks_for_the_office_is_told_where_it_is(house: House) -> None:
    resident = await house.person().says("trụ sở")

    assert "Địa chỉ:" in resident.text
    assert await resident.asked() == ""


async def test_what_is_entered_stays_or_is_left_empty_by_a_button(house: House) -> None:
    await put(house, Office(ADDRESS, PHONE, HOURS))
    chat = await (await an_officer(house)).says("văn phòng")
    assert ADDRESS in chat.text

    await chat.taps("Giữ nguyên")
    await chat.taps("Để trống")
    await chat.says("Cả ngày")
    await chat.taps("Lưu")

    assert await entered(house) == Office(ADDRESS, "", "Cả ngày")


async def test_an_office_of_nothing_is_forgotten(house: House) -> None:
    await put(house, Office(ADDRESS, PHONE, HOURS))
    chat = await (await an_officer(house)).says("văn phòng")
    for _ in range(3):
        await chat.taps("Để trống")

    await chat.taps("Lưu")

    assert await entered(house) is None
    assert "nay để trống" in chat.text


async def test_a_phone_without_a_number_is_asked_again(house: House) -> None:
    chat = await says_all(await an_officer(house), "văn phòng", ADDRESS, "hỏi bảo vệ")

    assert "Chưa thấy số điện thoại" in chat.text
    assert await chat.asked() == "office.phone"


async def test_an_answer_is_corrected_from_the_summary(house: House) -> None:
    chat = await says_all(await an_officer(house), "văn phòng", ADDRESS, PHONE, HOURS)
    await chat.taps("Sửa")
    await chat.taps("Điện thoại")

    await chat.says("113")
    await chat.taps("Lưu")

    assert await entered(house) == Office(ADDRESS, "113", HOURS)


async def test_an_administrator_enters_the_office_of_any_body(house: House) -> None:
    chat = await an_officer(house, "Quản trị", unit=None, organisation=None, roles=(Role.ADMINISTRATOR,))
    await chat.says("văn phòng")
    await chat.says("xã Quảng Điền, Huế")
    await chat.taps("Hội Nông dân")
    assert await chat.asked() == "office.address"

    await (await says_all(chat, ADDRESS, PHONE, HOURS)).taps("Lưu")

    assert await entered(house, Organisation.FARMERS) == Office(ADDRESS, PHONE, HOURS)


async def test_who_works_for_several_bodies_chooses_among_them(house: House) -> None:
    chat = await an_officer(house, organisation=None)
    await chat.says("văn phòng")
    assert len(chat.labels) == len(Organisation)

    await chat.taps(chat.labels[3])
    await (await says_all(chat, ADDRESS, PHONE, HOURS)).taps("Lưu")

    assert await entered(house, tuple(Organisation)[3]) == Office(ADDRESS, PHONE, HOURS)


@pytest.mark.parametrize("choice", ["!office=19870-mttq", "!office=other", "!office=99999-mttq", "!office=-mttq"])
async def test_nobody_enters_the_office_of_another_body(house: House, choice: str) -> None:
    chat = await an_officer(house)

    await chat.taps_choice(choice)

    assert await chat.asked() == ""
    async with looking_at(house.database) as db:
        assert await offices.offices(db) == []


async def test_a_resident_cannot_begin_to_enter_one(house: House) -> None:
    resident = await house.person("r").taps_choice("!office=19867-mttq")

    assert "Mục này dành cho cán bộ" in resident.text
    assert await resident.asked() == ""


async def test_who_changed_an_office_stands_in_the_audit_trail(house: House) -> None:
    await (await says_all(await an_officer(house), "văn phòng", ADDRESS, PHONE, HOURS)).taps("Lưu")

    async with looking_at(house.database) as db:
        newest = (await db.execute(select(schema.audit).order_by(schema.audit.c.id.desc()).limit(1))).one()
    assert (newest.actor, newest.action, newest.subject) == ("officer/1", "office_set", f"office/{COMMUNE}/mttq")
