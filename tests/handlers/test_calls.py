"""Residents who asked to be called back: an officer sees them and says when it was done."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from domain.kinds import Organisation
from storage import schema
from storage.database import Database
from tests.handlers.officers import an_officer
from tests.support.looking import looking_at
from tests.support.talk import House, Person

NEIGHBOUR = "19870"


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def asks(house: House, address: str = "an", phone: str = "0905 123 456", note: str = "") -> Person:
    """Let a resident ask to be called."""
    person = await house.person(address).says("gặp cán bộ")
    await person.taps("Nhờ cán bộ gọi lại")
    await person.says("xã Quảng Điền, Huế")
    await person.says(phone)
    return await (person.says(note) if note else person.taps("Bỏ qua"))


async def done(house: House) -> list[bool]:
    async with looking_at(house.database) as db:
        query = select(schema.call_back.c.done_at).order_by(schema.call_back.c.id)
        return [at is not None for at in (await db.execute(query)).scalars()]


async def test_the_officer_who_is_told_ticks_the_call_off_with_the_button_below(house: House) -> None:
    officer = await an_officer(house)
    await asks(house, note="hỏi về sổ hộ nghèo")
    await officer.look()
    told = officer.text

    await officer.taps("Đã gọi xong")

    assert "0905123456" in told
    assert "hỏi về sổ hộ nghèo" in told
    assert "đã gọi lại 0905123456" in officer.text
    assert await done(house) == [True]


async def test_the_list_shows_who_waits_longest_first_each_with_a_button(house: House) -> None:
    officer = await an_officer(house)
    await asks(house, "an", "0905 111 111")
    house.clock.advance(days=1)
    await asks(house, "binh", "0905 222 222")

    await officer.says("gọi lại")
    first = officer.text
    await officer.taps("Đã gọi số 1")
    await officer.taps("Xem ai cần gọi")

    assert first.index("0905111111") < first.index("0905222222")
    assert "0905111111" not in officer.text
    assert "1. 0905222222" in officer.text
    assert await done(house) == [True, False]


async def test_a_call_that_a_colleague_has_made_is_not_made_twice(house: House) -> None:
    one, two = await an_officer(house, "Lan"), await an_officer(house, "Hoa")
    await asks(house)
    await one.look()
    await two.look()
    await one.taps("Đã gọi xong")

    await two.taps("Đã gọi xong")

    assert "đã được ghi là đã gọi" in two.text


@pytest.mark.parametrize("place", [{"unit": NEIGHBOUR}, {"organisation": Organisation.FARMERS}])
async def test_officers_of_other_bodies_neither_see_nor_tick_it(house: House, place: dict[str, object]) -> None:
    owner = await an_officer(house)
    other = await an_officer(house, "Hoa", **place)
    await asks(house)
    await owner.look()
    (choice,) = [b.choice for m in owner.heard for row in m.rows for b in row if b.label == "Đã gọi xong"]

    await other.says("gọi lại")
    listed = other.text
    await other.taps_choice(choice)

    assert "Không còn ai" in listed
    assert "0905123456" not in other.text
    assert await done(house) == [False]


async def test_a_resident_who_writes_the_same_words_wishes_to_be_called(house: House) -> None:
    person = await house.person().says("gọi lại")

    assert "Nhờ cán bộ gọi lại" in person.labels
