"""A chat becomes an officer's by a link or a code, and stops being one: transcripts on both databases."""

from __future__ import annotations

import pytest

from actions import officers
from conversation.messages import Event
from handlers.menu import OFFICER_COMMANDS, RESIDENT_COMMANDS
from storage.database import Database
from tests.handlers.officers import a_token, an_account, an_officer, files
from tests.support.talk import House, vocabulary
from texts import LANGUAGES, has


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def test_the_link_of_an_invitation_lets_an_officer_in(house: House) -> None:
    token = await a_token(house, await an_account(house, "Lan"))

    chat = await house.person("o").does(Event.STARTED, start=f"inv_{token}")

    assert "Chào Lan" in chat.text
    assert "Việc cần làm" in chat.labels


@pytest.mark.parametrize("typed", ["{token}", "inv_{token}", "/mamoi {token}", "  {token}  "])
async def test_the_code_can_be_pasted_as_well(house: House, typed: str) -> None:
    token = await a_token(house, await an_account(house, "Lan"))

    chat = await house.person("o").says(typed.format(token=token))

    assert "Chào Lan" in chat.text


async def test_the_words_for_the_code_ask_for_it(house: House) -> None:
    token = await a_token(house, await an_account(house, "Lan"))
    chat = await house.person("o").says("ma moi")
    assert await chat.asked() == "officer-invitation.token"
    await chat.says("abc")
    assert "24 ký tự" in chat.text

    await chat.says(token)

    assert "Chào Lan" in chat.text


async def test_a_used_invitation_says_so(house: House) -> None:
    token = await a_token(house, await an_account(house, "Lan"))
    await house.person("o").does(Event.STARTED, start=f"inv_{token}")

    other = await house.person("p").does(Event.STARTED, start=f"inv_{token}")

    assert "đã được dùng" in other.text
    assert "Việc cần làm" not in other.labels


async def test_an_invitation_takes_no_chat_from_the_officer_whose_it_is(house: House) -> None:
    own = await a_token(house, await an_account(house, "Lan"))
    chat = await house.person("o").does(Event.STARTED, start=f"inv_{own}")
    others = await a_token(house, await an_account(house, "Sáu"))

    await chat.does(Event.STARTED, start=f"inv_{own}")
    assert "đang là của cán bộ Lan" in chat.text
    await chat.says(others)
    assert "đang là của cán bộ Lan" in chat.text

    assert "Chào Sáu" in (await house.person("p").does(Event.STARTED, start=f"inv_{others}")).text


async def test_an_invitation_that_ran_out_says_so(house: House) -> None:
    token = await a_token(house, await an_account(house, "Lan"))
    house.clock.advance(days=30)

    late = await house.person("o").does(Event.STARTED, start=f"inv_{token}")

    assert "đã hết hạn" in late.text


async def test_a_resident_s_sentence_is_no_code(house: House) -> None:
    chat = await house.person("r").says("Đèn đường xã Quảng Điền hỏng")

    assert (await chat.asked()).startswith("submit.")


async def test_an_officer_leaves_a_chat_after_being_asked(house: House) -> None:
    chat = await an_officer(house)
    await chat.says("thoat can bo")
    assert "Anh/chị chắc chắn không ạ?" in chat.text

    await chat.taps("Đúng, thoát")

    assert "Đã thoát" in chat.text
    await chat.says("việc")
    assert "Ông/bà chưa gửi việc nào" in chat.text


async def test_a_resident_cannot_reach_what_is_an_officer_s(house: House) -> None:
    await an_officer(house)
    await files(house)
    stranger = house.person("stranger")

    for choice in (
        "!case=1",
        "!work=mine.all.0",
        "!do=reply.1.1",
        "!steps=1",
        "!history=1.0",
        "!petitions=1.0",
        "!why=1",
    ):
        await stranger.taps_choice(choice)
        assert "Mục này dành cho cán bộ" in stranger.text
        assert "ngõ 12" not in stranger.text


async def test_a_disabled_officer_sees_nothing_any_more(house: House) -> None:
    chat = await an_officer(house)
    await files(house)
    async with house.database.begin() as db:
        await officers.disable(db, 1, now=house.clock())

    await chat.taps_choice("!case=1")

    assert "Mục này dành cho cán bộ" in chat.text


async def test_a_form_begun_before_the_account_was_disabled_does_nothing(house: House) -> None:
    chat = await an_officer(house)
    resident = await files(house)
    await chat.taps_choice("!do=reply.1.1")
    await chat.says("Chúng tôi đang xem")
    async with house.database.begin() as db:
        await officers.disable(db, 1, now=house.clock())

    await chat.taps("Gửi")

    assert chat.text.count("Việc đang làm dở chưa được gửi đi") == 2  # told at once, and when they go on
    await resident.look()
    assert "Chúng tôi đang xem" not in resident.text


# --- The menu of commands that a messenger shows ----------------------------------------------------------------


async def test_an_officers_chat_has_a_menu_of_its_own_until_it_is_left(house: House) -> None:
    chat = await an_officer(house)
    joined = chat.last.menu
    await chat.says("thoát cán bộ")
    await chat.taps("Đúng, thoát")

    assert ("tim", "Tìm vụ việc") in joined
    assert chat.last.menu == ()


async def test_whoever_is_disabled_is_told_in_each_chat_and_loses_the_menu(house: House) -> None:
    chat = await an_officer(house)
    second = house.person("officer-Lan-2")
    await second.does(Event.STARTED, start=f"inv_{await a_token(house, 1)}")
    async with house.database.begin() as db:
        await officers.disable(db, 1, now=house.clock())

    for one in (chat, second):
        await one.look()
        assert "không còn là của cán bộ" in one.last.text
        assert one.last.menu == ()


async def test_help_brings_the_menu_to_a_chat_that_was_joined_before(house: House) -> None:
    chat = await (await an_officer(house)).says("trợ giúp")
    resident = await house.person("r").says("trợ giúp")

    assert ("tim", "Tìm vụ việc") in chat.last.menu
    assert resident.last.menu is None


def test_each_line_of_the_menus_is_a_command_that_is_heard() -> None:
    shared = {"viec": "work"}  # a resident's work is the list of what they sent
    for typed, name in (*OFFICER_COMMANDS, *RESIDENT_COMMANDS):
        assert vocabulary().command(f"/{typed}") == shared.get(typed, name)
        assert all(has(f"profile-command-{name}", language) for language in LANGUAGES)
