"""One person on several messengers: linked by a one-time code that is confirmed, never silently, and undone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import select

from actions import linking
from actions.notices import chats_of_petitions
from storage import petitions, schema
from storage.database import Database
from tests.handlers.test_resident import receipt_of
from tests.handlers.test_submit import LAMP, filed
from tests.support.looking import looking_at
from tests.support.talk import House, Person


@pytest.fixture
def house(database: Database) -> House:
    return House(database)


async def code_of(person: Person) -> str:
    await person.says("liên kết")
    found = re.search(r"LK-[2-9A-Z]{4}-[2-9A-Z]{4}", person.text)
    assert found is not None
    return found[0]


async def linked(house: House) -> tuple[Person, Person, str]:
    """Somebody who filed on Zalo and linked Telegram to it; the petition's code."""
    first = house.person("zalo", channel="zalo_oa")
    code, _ = await receipt_of(first)
    second = house.person("tele", channel="telegram")
    await second.says(await code_of(first))
    await second.taps("Đúng, liên kết")
    return first, second, code


async def person_of(house: House, address: str) -> int:
    table = schema.conversation
    async with looking_at(house.database) as db:
        return (await db.execute(select(table.c.person_id).where(table.c.address == address))).scalar_one()


async def rows(house: House, query: Any) -> list[Any]:
    async with looking_at(house.database) as db:
        return list((await db.execute(query)).all())


async def test_the_second_messenger_sees_what_was_filed_on_the_first(house: House) -> None:
    first, second, code = await linked(house)

    await second.says(code)

    assert LAMP[:30] in second.text
    assert "Gửi thêm" in second.labels
    await first.look()
    assert "Telegram vừa được liên kết" in first.text


async def test_nothing_is_linked_before_the_person_says_yes(house: House) -> None:
    first = house.person("zalo", channel="zalo_oa")
    await filed(first)
    second = await house.person("tele", channel="telegram").says(await code_of(first))
    asked = second.text
    await second.taps("Không")

    assert "Liên kết cuộc trò chuyện này với Zalo OA" in asked
    assert await person_of(house, "zalo") != await person_of(house, "tele")


@pytest.mark.parametrize("written", ["{code}", "mã của tôi là {code}", "{lower}", "/lienket {code}", "{bare}"])
async def test_a_code_is_read_however_it_is_written(house: House, written: str) -> None:
    first = await house.person("zalo", channel="zalo_oa").says("xin chào")
    code = await code_of(first)
    text = written.format(code=code, lower=code.lower(), bare=code.replace("-", " "))

    second = await house.person("tele", channel="telegram").says(text)

    assert "Đúng, liên kết" in second.labels


async def test_a_code_works_once(house: House) -> None:
    first = await house.person("zalo", channel="zalo_oa").says("xin chào")
    code = await code_of(first)
    second = await house.person("tele", channel="telegram").says(code)
    await second.taps("Đúng, liên kết")

    third = await house.person("web").says(code)

    assert "không dùng được" in third.text


async def test_a_code_is_too_old_after_a_quarter_of_an_hour(house: House) -> None:
    first = await house.person("zalo", channel="zalo_oa").says("xin chào")
    code = await code_of(first)
    house.clock.advance(minutes=16)

    second = await house.person("tele", channel="telegram").says(code)

    assert "không dùng được" in second.text


async def test_a_new_code_ends_the_one_before(house: House) -> None:
    first = await house.person("zalo", channel="zalo_oa").says("xin chào")
    old = await code_of(first)
    await code_of(first)

    second = await house.person("tele", channel="telegram").says(old)

    assert "không dùng được" in second.text


async def test_guessing_is_stopped(house: House) -> None:
    first = await house.person("zalo", channel="zalo_oa").says("xin chào")
    code = await code_of(first)
    stranger = house.person("stranger")
    for _ in range(5):
        await stranger.says("LK-AAAA-AAAA")

    await stranger.says(code)

    assert "Đúng, liên kết" not in stranger.labels


async def test_a_code_within_a_form_is_no_answer_and_the_form_waits(house: House) -> None:
    first, second = house.person("zalo", channel="zalo_oa"), house.person("tele", channel="telegram")
    code = await code_of(first)
    await second.says(LAMP)
    asked = await second.asked()
    await second.says(code)
    linking_asks = await second.asked()
    await second.taps("Đúng, liên kết")
    await second.says("làm tiếp")

    assert asked.startswith("submit.")
    assert linking_asks == "link.sure"
    assert await second.asked() == asked
    assert await person_of(house, "zalo") == await person_of(house, "tele")


async def test_words_with_a_code_among_them_are_the_answer_that_they_are(house: House) -> None:
    first, second = house.person("zalo", channel="zalo_oa"), house.person("tele", channel="telegram")
    code = await code_of(first)
    await second.says("phản ánh mới")
    asked = await second.asked()
    await second.says(f"Biển số LK trước nhà ghi {code} bị đổ, chắn ngang lối đi của cả xóm")

    assert asked.startswith("submit.")
    assert (await second.asked()).startswith("submit.")


async def test_the_same_chat_is_not_linked_to_itself(house: House) -> None:
    first = await house.person("zalo", channel="zalo_oa").says("xin chào")

    await first.says(await code_of(first))

    assert "cùng một người" in first.text


async def test_unlinking_gives_each_chat_its_own_again(house: House) -> None:
    _, second, code = await linked(house)
    await filed(second)  # filed after the link, from the second chat

    await second.says("bỏ liên kết")
    await second.says(code)

    assert LAMP[:30] not in second.text
    theirs = select(schema.petition.c.person_id).order_by(schema.petition.c.id)
    assert [row[0] for row in await rows(house, theirs)] == [
        await person_of(house, "zalo"),
        await person_of(house, "tele"),
    ]


async def test_what_was_filed_before_the_link_comes_along_and_goes_back(house: House) -> None:
    second = house.person("tele", channel="telegram")
    code, _ = await receipt_of(second)
    first = await house.person("zalo", channel="zalo_oa").says("xin chào")
    await second.says(await code_of(first))
    await second.taps("Đúng, liên kết")
    together = "cùng 1 việc" in second.text
    await first.says(code)
    seen = LAMP[:30] in first.text
    await first.says("bỏ liên kết")
    await first.says(code)

    assert together
    assert seen
    assert LAMP[:30] not in first.text
    assert (await rows(house, select(schema.petition.c.person_id)))[0][0] == await person_of(house, "tele")


async def test_notices_go_to_the_messenger_used_last_and_elsewhere_when_it_is_lost(house: House) -> None:
    first, _, code = await linked(house)

    async def goes_to() -> str:
        async with looking_at(house.database) as db:
            petition = await petitions.petition_by_code(db, code.replace("-", ""))
            (chat,) = (await chats_of_petitions(db, [petition])).values()
            address = select(schema.conversation.c.address).where(schema.conversation.c.id == chat)
            return (await db.execute(address)).scalar_one()

    at_link = await goes_to()
    house.clock.advance(minutes=1)
    await first.says("xin chào")
    later = await goes_to()
    async with house.database.begin() as db:
        lost = schema.conversation.c.address == "zalo"
        await db.execute(schema.conversation.update().where(lost).values(unreachable_at=house.clock()))
    in_the_end = await goes_to()

    assert (at_link, later, in_the_end) == ("tele", "zalo", "tele")


async def test_two_messengers_at_once_never_mix_two_conversations(house: House) -> None:
    first, second, _ = await linked(house)
    await first.says("tra cứu")
    await second.says("Rác chất đống đầu ngõ 12 tổ 5 đã ba ngày không ai dọn, mùi hôi lắm")
    first_asks, second_asks = await first.asked(), await second.asked()
    await first.says("hủy")

    assert first_asks == "track.code"
    assert second_asks.startswith("submit.")
    assert await second.asked() == second_asks


async def test_an_officers_chat_is_not_linked_by_code(house: House) -> None:
    first = await house.person("zalo", channel="zalo_oa").says("xin chào")
    code = await code_of(first)
    officer = await house.person("officer").says("xin chào")
    async with house.database.begin() as db:
        made = schema.officer.insert().values(
            name="Bình", roles=["officer"], digest_minute=450, digest_empty="line", created_at=house.clock()
        )
        id = (await db.execute(made.returning(schema.officer.c.id))).scalar_one()
        chat = schema.conversation.c.address == "officer"
        await db.execute(schema.conversation.update().where(chat).values(officer_id=id))

    await officer.says(code)

    assert "cán bộ" in officer.text
    assert "Đúng, liên kết" not in officer.labels


def test_the_database_never_holds_a_code() -> None:
    assert linking._hash(b"k", "ABCD2345") != linking._hash(b"l", "ABCD2345")
    assert "ABCD2345" not in linking._hash(b"k", "ABCD2345")
