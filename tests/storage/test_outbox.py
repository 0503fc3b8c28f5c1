from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text, update

from conversation.messages import words
from storage import deliveries, outbox
from storage.outbox import Notice
from storage.schema import conversation
from storage.schema import outbox as table
from tests.support.clock import START
from tests.support.rows import a_chat, a_leased_reply, a_notice, a_reply, chat_row, outbox_row, states

LATER = START + timedelta(seconds=40)


async def claim(database, *, me="me", now=START, channel="telegram", after=0, limit=10):
    async with database.begin() as connection:
        until = now + timedelta(seconds=30)
        return await deliveries.claim(
            connection, channel=channel, me=me, now=now, until=until, after=after, limit=limit
        )


async def test_only_the_first_unsent_message_of_each_chat_is_claimed(database):
    one, two = await a_chat(database, address="1"), await a_chat(database, address="2")
    first = await a_notice(database, one)
    await a_notice(database, one)
    other = await a_notice(database, two)

    claimed = await claim(database)

    assert [row.id for row in claimed] == [first, other]
    assert [row.address for row in claimed] == ["1", "2"]


async def test_a_claimed_message_is_nobody_elses_until_its_lease_ends(database):
    chat = await a_chat(database)
    id = await a_notice(database, chat)
    await claim(database, me="one")

    assert await claim(database, me="two") == []
    assert [row.id for row in await claim(database, me="two", now=LATER)] == [id]


async def test_a_message_that_is_not_due_holds_its_chat_back_and_no_other(database):
    one, two = await a_chat(database, address="1"), await a_chat(database, address="2")
    await a_notice(database, one, said=a_reply(delay_seconds=5.0))
    await a_notice(database, one)
    other = await a_notice(database, two)

    assert [row.id for row in await claim(database)] == [other]


async def test_a_claim_is_for_one_channel(database):
    chat = await a_chat(database, channel="webchat", address="v1")
    await a_notice(database, chat)

    assert await claim(database, channel="telegram") == []


async def test_a_limited_claim_goes_on_after_the_chat_it_reached(database):
    chats = [await a_chat(database, address=str(n)) for n in range(4)]
    ids = [await a_notice(database, chat) for chat in chats]

    first = await claim(database, limit=2)
    second = await claim(database, limit=2, after=first[-1].conversation_id)

    assert [[row.id for row in rows] for rows in (first, second)] == [ids[:2], ids[2:]]


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
async def test_two_processes_that_claim_together_share_the_work(database):
    for n in range(20):
        await a_notice(database, await a_chat(database, address=str(n)))

    one, two = await asyncio.gather(claim(database, me="one", limit=50), claim(database, me="two", limit=50))

    assert sorted(row.id for row in one + two) == sorted({row.id for row in one + two})
    assert len(one) + len(two) == 20


async def test_a_message_that_cannot_be_decoded_is_failed_and_does_not_block_its_chat(database, caplog):
    chat = await a_chat(database)
    bad = await a_notice(database, chat)
    good = await a_notice(database, chat)
    async with database.begin() as connection:
        await connection.execute(update(table).where(table.c.id == bad).values(reply='{"q": 1}'))

    assert await claim(database) == []
    assert [row.id for row in await claim(database)] == [good]
    assert (await outbox_row(database, bad)).reason == "unreadable"


async def test_a_claim_walks_the_index_of_unsent_messages(sqlite_url):
    from storage.database import Database

    database = Database(sqlite_url)
    statement = deliveries._CLAIM.format(lock="")
    values = {"after": 0, "channel": "telegram", "now": 0, "limit": 5, "me": "me", "until": 1}
    async with database.begin() as connection:
        plan = [row.detail for row in await connection.execute(text("EXPLAIN QUERY PLAN " + statement), values)]
    await database.close()

    assert any(line.startswith("SEARCH o USING INDEX ix_outbox_unsent") for line in plan), plan
    assert not any("TEMP B-TREE" in line for line in plan), plan


async def test_a_notice_is_queued_once(database):
    chat = await a_chat(database)
    async with database.begin() as connection:
        first = await outbox.queue(connection, chat, a_reply(), now=START, once="digest:7:2026-11-23")
        second = await outbox.queue(connection, chat, a_reply(), now=START, once="digest:7:2026-11-23")

    assert isinstance(first, int)
    assert second is None
    assert await states(database) == ["queued"]


async def test_many_notices_are_queued_once_each(database):
    chats = [await a_chat(database, address=str(n)) for n in range(3)]
    notices = [Notice(chat, a_reply(), once=f"digest:{chat}") for chat in chats]
    async with database.begin() as connection:
        first = await outbox.queue_many(connection, notices, now=START)
        second = await outbox.queue_many(connection, [*notices, Notice(chats[0], a_reply())], now=START)

    assert (first, second) == (3, 1)


async def test_a_newer_message_of_the_same_collapse_replaces_the_waiting_one(database):
    chat = await a_chat(database)
    await a_notice(database, chat, said=a_reply(collapse="album", delay_seconds=2.0))
    await a_notice(database, chat, said=a_reply(collapse="other"))
    await a_notice(database, chat, said=a_reply(collapse="album", delay_seconds=2.0))

    assert await states(database) == ["replaced", "queued", "queued"]


async def test_a_message_in_somebodys_hands_is_not_replaced(database):
    chat = await a_chat(database)
    await a_notice(database, chat, said=a_reply(collapse="album"))
    await claim(database)
    await a_notice(database, chat, said=a_reply(collapse="album"))

    assert await states(database) == ["leased", "queued"]


async def test_what_is_queued_comes_back_as_it_was(database):
    chat = await a_chat(database, language="en")
    said = a_reply(key="file-refused-size")
    said = type(said)((words("file-refused-size", megabytes=20),))
    await a_notice(database, chat, said=said)

    [claimed] = await claim(database)

    assert (claimed.reply, claimed.language, claimed.unreachable) == (said, "en", False)


async def test_a_person_who_comes_back_gets_what_they_missed_in_the_last_thirty_days(database):
    chat = await a_chat(database)
    old = await a_notice(database, chat, now=START - timedelta(days=31))
    missed = await a_notice(database, chat)
    async with database.begin() as connection:
        gone = await deliveries.recipient_gone(connection, chat, reason="recipient_gone", tried_at=START, now=START)
    other_reason = await a_notice(database, chat)
    await claim(database)
    async with database.begin() as connection:
        await deliveries.fail(connection, [(other_reason, "rejected")], me="me", now=START)
        queued = await outbox.requeue_for_return(connection, chat, START)

    assert gone
    assert queued == 1
    assert await states(database) == ["failed", "queued", "failed"]
    assert (await outbox_row(database, missed)).attempts == 0
    assert (await outbox_row(database, old)).reason == "recipient_gone"


async def test_a_block_seen_by_an_older_attempt_does_not_count_against_somebody_who_wrote_since(database):
    chat = await a_chat(database)
    id = await a_notice(database, chat)
    async with database.begin() as connection:
        await connection.execute(update(conversation).values(last_inbound_at=START + timedelta(seconds=3)))
        believed = await deliveries.recipient_gone(connection, chat, reason="recipient_gone", tried_at=START, now=LATER)

    assert not believed
    assert (await outbox_row(database, id)).state == "queued"
    assert (await chat_row(database, chat)).unreachable_at is None


async def test_a_chat_that_moves_onto_a_known_address_takes_that_chats_messages_over(database):
    old, new = await a_chat(database, address="-5"), await a_chat(database, address="-1005")
    id = await a_notice(database, new)
    async with database.begin() as connection:
        await deliveries.recipient_moved(connection, old, channel="telegram", address="-1005")

    assert (await outbox_row(database, id)).conversation_id == old
    assert [(await chat_row(database, chat)).address for chat in (old, new)] == ["-1005", f"moved-{new}"]


async def test_lines_are_reserved_one_after_the_other(database):
    one, two = await a_chat(database, address="1", line=7), await a_chat(database, address="2")
    async with database.begin() as connection:
        first = await deliveries.next_lines(connection, {two: 1, one: 3})

    assert first == {one: 8, two: 1}
    assert (await chat_row(database, one)).line == 10


async def test_a_failed_delivery_about_a_case_can_be_seen_by_its_officer(database):
    chat = await a_chat(database)
    id = await a_notice(database, chat, about_case_id=12)
    await a_notice(database, chat, about_case_id=13)
    await claim(database)
    async with database.begin() as connection:
        await deliveries.fail(connection, [(id, "window_closed")], me="me", now=LATER)
    async with database.read() as connection:
        [failed] = await outbox.failed_about(connection, 12)

    assert (failed.id, failed.channel, failed.reason, failed.failed_at) == (
        id,
        "telegram",
        "window_closed",
        LATER,
    )


async def test_what_another_process_took_over_is_left_to_it(database):
    chat = await a_chat(database)
    row = await a_leased_reply(database, chat, me="slow")
    await claim(database, me="fast", now=LATER)
    async with database.begin() as connection:
        await deliveries.put_back(connection, [deliveries.PutBack(row.id, 1, 0)], me="slow")
        await deliveries.fail(connection, [(row.id, "rejected")], me="slow", now=LATER)

    assert (await outbox_row(database, row.id)).leased_by == "fast"


async def test_leases_are_released_by_owner_or_all_together(database):
    one, two = await a_chat(database, address="1"), await a_chat(database, address="2")
    await a_leased_reply(database, one, me="one")
    await a_leased_reply(database, two, me="two")
    async with database.begin() as connection:
        mine = await deliveries.release(connection, "one")
        everybodys = await deliveries.release(connection, None)

    assert (mine, everybodys) == (1, 1)
    assert await states(database) == ["queued", "queued"]


async def test_the_depth_of_each_channel_is_counted(database):
    one, two = await a_chat(database), await a_chat(database, channel="webchat", address="v1")
    await a_notice(database, one)
    await a_notice(database, one, now=LATER)
    await a_leased_reply(database, two, channel="webchat", now=LATER)
    async with database.read() as connection:
        found = {depth.channel: (depth.count, depth.oldest) for depth in await outbox.depths(connection)}

    assert found == {"telegram": (2, START), "webchat": (1, LATER)}
