"""A message changed after it was sent: mends the words of the draft that came from it, and nothing else."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from conversation.messages import Event
from conversation.state import state_from_json
from storage import schema
from storage.database import Database
from tests.handlers.officers import DRAIN, LAMP
from tests.support.looking import looking_at
from tests.support.talk import House, Person

MORE = "Nhà trẻ ở ngay cạnh đó nên buổi chiều các cháu đi về rất nguy hiểm"


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def draft(house: House, address: str = "an") -> str:
    """Return the petition's text as it stands in the conversation."""
    query = select(schema.conversation.c.state).where(schema.conversation.c.address == address)
    async with looking_at(house.database) as db:
        text = (await db.execute(query)).scalar_one()
    return str(state_from_json(text).answers.get("content", ""))


async def petitions(house: House) -> list[str]:
    async with looking_at(house.database) as db:
        return list((await db.execute(select(schema.petition.c.text).order_by(schema.petition.c.id))).scalars())


async def edits(person: Person, message_id: str, text: str) -> Person:
    return await person.does(Event.EDITED, replies_to=message_id, text=text)


async def test_an_edit_replaces_the_words_of_its_own_message_however_different_they_are(house: House) -> None:
    person = await house.person().says(LAMP, message_id="1")
    await person.says(MORE, message_id="2")

    await edits(person, "1", DRAIN)

    assert await draft(house) == f"{DRAIN}\n{MORE}"
    assert await person.asked() == "submit.consent"


async def test_an_edit_of_what_was_added_leaves_the_beginning_alone(house: House) -> None:
    person = await house.person().says(LAMP, message_id="1")
    await person.says(MORE, message_id="2")

    await edits(person, "2", "Cạnh nhà trẻ")

    assert await draft(house) == f"{LAMP}\nCạnh nhà trẻ"


async def test_a_second_edit_of_one_message_replaces_the_first(house: House) -> None:
    person = await house.person().says(LAMP, message_id="1")
    await edits(person, "1", LAMP.replace("ngõ 12", "ngõ 21"))

    await edits(person, "1", LAMP.replace("ngõ 12", "ngõ 3"))

    assert await draft(house) == LAMP.replace("ngõ 12", "ngõ 3")


async def test_an_edit_of_an_answer_changes_no_text_and_says_how_answers_are_changed(house: House) -> None:
    person = await house.person().says(LAMP, message_id="1")
    await person.says("đồng ý", message_id="2")

    await edits(person, "2", "không đồng ý")

    assert await draft(house) == LAMP
    assert "quay lại" in person.text


async def test_an_edit_of_a_filed_petition_leaves_it_and_a_new_draft_as_they_are(house: House) -> None:
    person = await house.person().says(LAMP, message_id="1")
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục", "Đúng, gửi đi"):
        await person.taps(label)
    await person.says(DRAIN, message_id="9")

    await edits(person, "1", f"{LAMP} và cả ngõ 14")

    assert (await petitions(house), await draft(house)) == ([LAMP], DRAIN)
    assert "giữ nguyên" in person.text


async def test_an_edit_that_drops_the_confirmation_is_confirmed_anew(house: House) -> None:
    person = await house.person().says(LAMP, message_id="1")
    for label in ("Tôi đồng ý", "Đúng rồi", "Mặt trận", "Tiếp tục"):
        await person.taps(label)
    await edits(person, "1", LAMP.replace("ngõ 12", "ngõ 21"))

    await person.taps("Đúng, gửi đi")

    assert await petitions(house) == [LAMP.replace("ngõ 12", "ngõ 21")]


async def test_danger_that_comes_with_an_edit_brings_the_numbers_to_call(house: House) -> None:
    person = await house.person().says(LAMP, message_id="1")

    await edits(person, "1", "Nhà tôi đang cháy, cứu với, xã Quảng Điền, Huế")

    assert "114" in person.text


async def test_the_command_before_the_words_is_not_part_of_the_petition(house: House) -> None:
    person = await house.person().says("/gui Đèn đường hỏng", message_id="1")

    await edits(person, "1", "/gui Đèn đường ngõ 21 hỏng")

    assert await draft(house) == "Đèn đường ngõ 21 hỏng"


async def test_an_edit_of_a_message_that_meant_nothing_is_answered_and_changes_nothing(house: House) -> None:
    person = await house.person().says("xin chào", message_id="1")

    await edits(person, "1", "chào nhé")

    assert "chưa có gì thay đổi" in person.text
    assert await person.asked() == ""


async def test_words_taken_from_under_a_photo_are_no_message(house: House) -> None:
    person = await house.person().says(LAMP, message_id="1")

    await edits(person, "1", "")

    assert (await draft(house), person.heard) == (LAMP, [])
