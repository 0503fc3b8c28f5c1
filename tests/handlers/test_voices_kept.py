"""Who once wrote as a child is spoken to as one later, too, until a grown-up writes or says so."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from actions import privacy
from storage import files, schema
from tests.handlers.officers import an_officer, news
from tests.handlers.test_care import PUPIL, _filed_by_a_child
from tests.handlers.test_linking import code_of
from tests.support.looking import looking_at
from tests.support.talk import House, Person

LIGHT = "Đèn đường trước cổng trường xã Quảng Điền, Huế hỏng rồi"


async def _weeks_later(house: House, address: str = "be") -> Person:
    """Return a child that filed something, long ago."""
    person = await _filed_by_a_child(house, address)
    await person.says("cám ơn")
    house.clock.advance(days=20)
    async with house.database.begin() as db:
        await privacy.expire_conversations(db, now=house.clock())
    return person


async def test_a_childs_later_petition_without_a_sign_is_asked_as_a_childs(house: House) -> None:
    person = await _weeks_later(house)
    await person.says(LIGHT)
    began = person.text
    await person.taps("Đúng rồi")

    assert "Tôi xưng hô với con như lần trước" in began
    assert "Con muốn tổ chức nào" in person.text


async def test_a_child_that_shows_it_again_hears_nothing_of_how_it_is_spoken_to(house: House) -> None:
    person = await _weeks_later(house)
    await person.says(PUPIL.replace("bạn trong lớp đánh con hoài", "đèn trước cổng hỏng rồi"))

    assert "như lần trước" not in person.text


@pytest.mark.parametrize(
    "typed", ["tôi là người lớn", "toi la nguoi lon", "Sao lại gọi tôi là con?", "tôi không phải con nít"]
)
async def test_a_grown_up_says_so_and_is_spoken_to_as_everybody(house: House, typed: str) -> None:
    person = await _weeks_later(house)
    await person.says(LIGHT)
    await person.says(typed)
    said = person.text
    await person.taps("Đúng rồi")

    assert said.startswith("Vâng ạ, từ nay tôi gọi là ông/bà")
    assert "đúng không ạ?" in said
    assert "Ông/bà muốn tổ chức nào" in person.text


async def test_the_button_says_the_same_and_it_holds_for_later_petitions(house: House) -> None:
    person = await _weeks_later(house)
    await person.says(LIGHT)
    await person.taps("Tôi là người lớn")
    await person.says("hủy")
    await person.says("Cống trước chợ Hạ xã Quảng Điền, Huế tắc, mưa là ngập")

    assert "như lần trước" not in person.text
    assert "con" not in person.text.split()


async def test_a_child_that_writes_after_a_grown_up_is_a_child_again(house: House) -> None:
    person = await _weeks_later(house)
    await person.says(LIGHT)
    await person.taps("Tôi là người lớn")
    await person.says("hủy")
    await person.says(PUPIL)
    await person.taps("Đúng rồi")

    assert "Con muốn tổ chức nào" in person.text


async def test_what_a_child_is_told_of_a_later_petition_is_told_to_a_child(house: House) -> None:
    officer = await an_officer(house)
    person = await _weeks_later(house)
    await person.says(LIGHT)
    while "Đúng, gửi đi" not in person.labels:
        labels = ("Đúng rồi", "Mặt trận", "Tiếp tục", "Việc khác")
        await person.taps(next(label for label in labels if label in person.labels))
    await person.taps("Đúng, gửi đi")
    await officer.look()
    await officer.taps_choice("!case=2")
    await officer.taps("Tiếp nhận")
    told = await news(person)

    assert told
    assert "ông/bà" not in told.casefold()


async def test_a_file_that_cannot_be_taken_is_told_to_a_child_as_one(house: House) -> None:
    await _filed_by_a_child(house)
    async with looking_at(house.database) as db:
        table = schema.conversation
        chat = await db.scalar(select(table.c.id).where(table.c.address == "be"))
        voice = await files.voice_in(db, chat)

    assert voice == "con"


async def test_a_childs_second_messenger_speaks_to_it_as_the_first(house: House) -> None:
    first = await _weeks_later(house)
    second = house.person("be-zalo", channel="zalo_oa")
    await second.says(await code_of(first))

    await second.taps("Đúng, liên kết")
    linked = second.text
    await second.says(LIGHT)
    await second.taps("Đúng rồi")

    assert "ông/bà" not in linked.casefold()
    assert "Con muốn tổ chức nào" in second.text


async def test_who_said_to_be_grown_up_on_one_messenger_stays_so_when_it_is_linked(house: House) -> None:
    child = await _weeks_later(house)
    grown_up = await _weeks_later(house, "chi-ca")
    await grown_up.says("tôi là người lớn")
    await grown_up.says(await code_of(child))

    await grown_up.taps("Đúng, liên kết")
    await grown_up.says(LIGHT)
    await grown_up.taps("Đúng rồi")

    assert "Ông/bà muốn tổ chức nào" in grown_up.text


async def test_the_messenger_that_a_childs_own_is_linked_to_speaks_to_it_as_well(house: House) -> None:
    child = await _weeks_later(house)
    first = await house.person("be-zalo", channel="zalo_oa").says("xin chào")
    await child.says(await code_of(first))

    await child.taps("Đúng, liên kết")
    await first.says(LIGHT)
    await first.taps("Tôi đồng ý")
    await first.taps("Đúng rồi")

    assert "Con muốn tổ chức nào" in first.text


async def test_a_grown_up_stays_one_when_a_childs_messenger_is_linked_to_theirs(house: House) -> None:
    grown_up = await _weeks_later(house, "chi-ca")
    await grown_up.says("tôi là người lớn")
    child = await _weeks_later(house)
    await child.says(await code_of(grown_up))

    await child.taps("Đúng, liên kết")
    await grown_up.says(LIGHT)
    await grown_up.taps("Đúng rồi")

    assert "Ông/bà muốn tổ chức nào" in grown_up.text
