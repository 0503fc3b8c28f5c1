"""What a messenger tells beside messages: numbers for buttons, a human who takes over, a person who withdraws."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select, update

from conversation.messages import Event
from handlers.services import Limits
from storage import schema, windows
from storage.database import Database
from tests.handlers.officers import an_officer, files, news, opens
from tests.handlers.test_submit import LAMP, filed
from tests.support.looking import looking_at
from tests.support.talk import NUMBERS, House, Person


@pytest.fixture
def house(database: Database) -> House:
    house = House(database)
    house.services = replace(house.services, numbered=frozenset({"zalo_oa", "zalo_bot"}))
    return house


async def delivered(house: House) -> None:
    """Everything that was said has arrived."""
    async with house.database.begin() as db:
        unsent = schema.outbox.c.state.in_(("queued", "leased"))
        await db.execute(update(schema.outbox).where(unsent).values(state="delivered"))


async def zalo(house: House, address: str = "an", *, channel: str = "zalo_bot") -> Person:
    return house.person(address, channel=channel, capabilities=NUMBERS)


async def one(house: House, query):
    async with looking_at(house.database) as db:
        return (await db.execute(query)).scalar_one()


@pytest.mark.parametrize("typed", ["2", "2.", "số 2", "so 2", "2)", "Xem kết quả", "xem ket qua"])
async def test_a_number_picks_from_the_menu_that_was_seen_last(house: House, typed: str) -> None:
    person = await zalo(house)
    await person.says("xin chào")
    assert "2. Xem kết quả" in person.text
    await delivered(house)

    await person.says(typed)

    assert await person.asked() == "track.code"


async def test_a_number_is_the_questions_own_while_one_is_asked(house: House) -> None:
    person = await zalo(house)
    await person.says("xin chào")
    await delivered(house)
    await person.says(LAMP)
    await delivered(house)
    asked = await person.asked()

    await person.says("1")

    assert asked.startswith("submit")
    assert await person.asked() != asked
    assert await person.asked() != "track.code"


async def test_an_answer_that_is_faster_than_our_own_books_answers_the_present_question(house: House) -> None:
    person = await zalo(house)
    await person.says(LAMP)
    asked = [await person.asked()]
    await delivered(house)
    for _ in range(3):
        await person.says("1")  # what was said meanwhile is not settled yet
        asked.append(await person.asked())

    assert len(set(asked)) == 4


async def test_a_number_without_a_list_before_it_is_a_text(house: House) -> None:
    person = await zalo(house)

    await person.says("7")

    assert await person.asked() != "track.code"


async def test_where_everybody_sees_buttons_a_number_counts_in_a_menu(house: House) -> None:
    person = house.person("an", channel="telegram")
    await person.says("xin chào")
    await delivered(house)

    await person.says("2")

    assert await person.asked() == "track.code"


async def test_where_everybody_sees_buttons_a_number_under_a_notice_chooses_nothing(house: House) -> None:
    officer = await an_officer(house)
    person = await files(house)
    await opens(officer)
    await officer.taps("Hỏi thêm")
    await officer.says("Mấy nhà bị ngập ạ?")
    await officer.taps("Gửi")
    await news(person)
    await delivered(house)

    await person.says("2")

    assert await person.asked() == "answer.meant"


async def test_whoever_writes_by_hand_silences_the_bot_in_that_chat_for_a_while(house: House) -> None:
    person, other = await zalo(house, channel="zalo_oa"), await zalo(house, "other", channel="zalo_oa")
    await person.says("xin chào")
    await person.does(Event.TAKEN_OVER)
    await person.says("cháu hỏi thêm chút")
    quiet = len(person.heard)
    await other.says("xin chào")
    house.clock.advance(minutes=61)
    await person.says("xin chào")

    assert quiet == 0
    assert other.heard
    assert person.heard


async def test_what_is_written_meanwhile_is_kept(house: House) -> None:
    person = await zalo(house, channel="zalo_oa")
    await person.does(Event.TAKEN_OVER)
    await person.says("cháu hỏi thêm chút")

    body = select(schema.inbound.c.body).order_by(schema.inbound.c.id.desc()).limit(1)
    assert "cháu hỏi thêm" in await one(house, body)


@pytest.mark.parametrize("word", ["trợ giúp", "/menu"])
async def test_a_command_brings_the_bot_back_at_once(house: House, word: str) -> None:
    person = await zalo(house, channel="zalo_oa")
    await person.does(Event.TAKEN_OVER)

    await person.says(word)

    assert person.heard


async def test_each_further_word_by_hand_prolongs_the_quiet(house: House) -> None:
    house.services = replace(house.services, limits=Limits())
    person = await zalo(house, channel="zalo_oa")
    await person.does(Event.TAKEN_OVER)
    house.clock.advance(minutes=40)
    await person.does(Event.TAKEN_OVER)
    house.clock.advance(minutes=40)
    await person.says("xin chào")

    assert not person.heard


@pytest.mark.parametrize("named", [True, False], ids=["by the account's id", "by the app's id"])
async def test_a_withdrawal_at_the_messenger_erases_the_person(house: House, named: bool) -> None:
    person = house.person("2468", channel="zalo_oa")
    await filed(person)
    await person.says("cảm ơn", alias="5521", sender_name="Nguyễn An")
    leaving = person if named else await zalo(house, "app:5521", channel="zalo_oa")
    await leaving.does(Event.WITHDRAWN)

    assert not leaving.heard
    people = schema.person.c.erased_at.is_not(None)
    assert await one(house, select(func.count()).select_from(schema.person).where(people)) == 1
    mine = schema.conversation.c.address == "2468"
    assert await one(house, select(schema.conversation.c.sender_name).where(mine)) in {None, ""}
    assert await one(house, select(schema.conversation.c.unreachable_reason).where(mine)) == "withdrawn"
    assert await one(house, select(schema.petition.c.sender_phone)) is None
    async with looking_at(house.database) as db:
        chat = schema.inbound.join(schema.conversation)
        kept = select(schema.inbound.c.body).select_from(chat).where(mine, schema.inbound.c.body.like("%Nguyễn An%"))
        assert (await db.execute(kept)).all() == []


async def test_a_stranger_who_withdraws_does_no_harm(house: House) -> None:
    person = await zalo(house, "app:77", channel="zalo_oa")

    await person.does(Event.WITHDRAWN)

    assert not person.heard


async def test_every_act_opens_the_window_and_a_blocking_one_does_not(house: House) -> None:
    person = await zalo(house, channel="zalo_oa")
    await person.says("xin chào")
    began = house.clock()
    house.clock.advance(hours=5)
    await person.does(Event.BLOCKED)
    chat = await one(house, select(schema.conversation.c.id))
    async with looking_at(house.database) as db:
        window = await windows.window_of(db, chat)

    assert window.interacted_at == began


async def test_what_waited_comes_before_the_answer(house: House) -> None:
    person = await zalo(house, channel="zalo_oa")
    await person.says("xin chào")
    chat = await one(house, select(schema.conversation.c.id))
    async with house.database.begin() as db:
        await windows.hold(db, chat, "window_closed")
    await person.says("trợ giúp")

    async with looking_at(house.database) as db:
        rows = (await db.execute(select(schema.outbox.c.state).order_by(schema.outbox.c.id))).scalars().all()
    assert rows[0] == "queued"
    assert set(rows[1:]) == {"queued"}  # behind it: nobody's lease may overtake
