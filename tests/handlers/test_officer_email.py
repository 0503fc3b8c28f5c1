"""An officer's e-mail: entered in chat, confirmed with the code that was sent there, used where a messenger is shut."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from actions import emails, officers
from actions.notices import tell_officers
from conversation.messages import words
from storage import emails as stored
from storage import schema, windows
from storage.database import Database
from tests.handlers.officers import a_token, an_account, an_officer
from tests.support.looking import looking_at
from tests.support.talk import House, Person, services


@pytest.fixture
def house(database: Database) -> House:
    made = House(database)
    made.services = services(email=True)
    return made


async def code_sent_to(house: House, address: str) -> str:
    """Read the newest mail."""
    heard = await house.person(address, channel="email").look()
    return re.search(r"\b\d{6}\b", heard[-1].text)[0]


async def known(house: House) -> str | None:
    async with looking_at(house.database) as db:
        return await stored.address_of(db, 1)


async def with_address(house: House, address: str = "lan@example.vn") -> Person:
    chat = await an_officer(house)
    await chat.says(f"email {address}")
    return await chat.says(await code_sent_to(house, address))


@pytest.mark.parametrize("written", ["email lan@Example.vn", "e-mail: lan@example.vn", "/email lan@example.vn"])
async def test_the_code_in_the_mail_confirms_the_address(house: House, written: str) -> None:
    chat = await an_officer(house)
    await chat.says(written)
    before = await known(house)
    await chat.says(await code_sent_to(house, "lan@example.vn"))

    assert before is None
    assert "Đã ghi nhận lan@example.vn" in chat.text
    assert await known(house) == "lan@example.vn"


async def test_a_wrong_code_confirms_nothing_and_guessing_is_stopped(house: House) -> None:
    chat = await an_officer(house)
    for _ in range(3):
        await chat.says("email lan@example.vn")
        right = await code_sent_to(house, "lan@example.vn")
        await chat.says("000000" if right != "000000" else "111111")
    await chat.says(right)

    assert await known(house) is None
    assert "Đã ghi nhận" not in chat.text


async def test_a_code_is_too_old_after_a_quarter_of_an_hour(house: House) -> None:
    chat = await an_officer(house)
    await chat.says("email lan@example.vn")
    house.clock.advance(minutes=16)
    await chat.says(await code_sent_to(house, "lan@example.vn"))

    assert await known(house) is None


async def test_a_new_address_takes_the_place_of_the_old(house: House) -> None:
    chat = await with_address(house)
    await chat.says("email lan@mttq.example.vn")
    await chat.says(await code_sent_to(house, "lan@mttq.example.vn"))
    await chat.says("email")

    assert await known(house) == "lan@mttq.example.vn"
    assert "Địa chỉ đang dùng: lan@mttq.example.vn" in chat.text


async def test_a_resident_has_no_such_command(house: House) -> None:
    person = house.person("an")
    await person.says("email an@example.vn")

    async with looking_at(house.database) as db:
        chats = (await db.execute(select(schema.conversation.c.channel))).scalars().all()
    assert chats == ["webchat"]


async def test_without_a_mail_server_the_officer_is_told_so(house: House) -> None:
    house.services = services()
    chat = await an_officer(house)

    await chat.says("email lan@example.vn")

    assert "chưa nối với máy chủ thư" in chat.text


async def where_told(house: House) -> str:
    """Tell the officer something; return the channel that it goes to."""
    async with house.database.begin() as db:
        assert await tell_officers(db, [1], words("job-failed", job="x", error="y"), now=house.clock(), once="n") == 1
    async with looking_at(house.database) as db:
        chat, row = schema.conversation, schema.outbox
        query = select(chat.c.channel).join(row, row.c.conversation_id == chat.c.id).where(row.c.once == "n/1")
        return (await db.execute(query)).scalar_one()


async def test_a_mail_is_the_last_resort_and_never_goes_before_a_chat(house: House) -> None:
    await with_address(house)

    assert await where_told(house) == "webchat"


async def test_an_officer_without_any_chat_is_told_by_mail(house: House) -> None:
    id = await an_account(house)
    async with house.database.begin() as db:
        await emails.enter(db, id, "lan@example.vn", now=house.clock())

    assert await where_told(house) == "email"


async def test_news_of_a_shut_messenger_go_to_the_mail(house: House) -> None:
    token = await a_token(house, await an_account(house))
    chat = house.person("lan", channel="zalo_oa")
    await chat.says(token)
    async with house.database.begin() as db:
        await emails.enter(db, 1, "lan@example.vn", now=house.clock())
    here = select(schema.conversation.c.id).where(schema.conversation.c.channel == "zalo_oa")
    async with house.database.begin() as db:
        other = await windows.other_chat(db, (await db.execute(here)).scalar_one(), ("zalo_oa", "webchat", "email"))
        none = await windows.other_chat(db, (await db.execute(here)).scalar_one(), ("zalo_oa", "webchat"))

    assert (other is not None, none) == (True, None)


async def test_a_disabled_account_gets_no_mail(house: House) -> None:
    await with_address(house)
    async with house.database.begin() as db:
        await officers.disable(db, 1, now=house.clock() + timedelta(minutes=1))

    assert await known(house) is None


@pytest.mark.parametrize(
    "text", ["lan", "lan@", "@example.vn", "lan@example", "a@b.vn c@d.vn", "x" * 80 + "@example.vn"]
)
def test_what_is_no_address_is_not_taken_for_one(text: str) -> None:
    assert emails.address_in(text) is None
