"""What a messenger refuses, throttles or breaks off, and what the deliverer makes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.ladder import DELAYS, MAX_ATTEMPTS
from channels.contract import (
    BadConfig,
    RecipientGone,
    RecipientMoved,
    Rejected,
    Throttled,
    Unreachable,
    WindowClosed,
)
from storage import outbox
from storage.schema import conversation
from tests.support.clock import START
from tests.support.delivering import House
from tests.support.logs import logged
from tests.support.rows import a_chat, a_leased_reply, a_notice, a_reply, chat_row, outbox_row, states


@pytest.fixture
def house(database):
    return House(database)


async def test_a_hiccup_is_tried_again_on_the_ladder_and_later_messages_wait_behind_it(house, database):
    chat = await a_chat(database)
    rows = [await a_leased_reply(database, chat) for _ in range(2)]
    house.telegram.fail("5001", Unreachable("502"), Unreachable("502"))

    await house.take(*rows)
    assert await states(database) == ["queued", "queued"]
    first = await outbox_row(database, rows[0].id)
    assert (first.attempts, first.reason, first.leased_by) == (1, "unreachable", None)
    assert house.clock.now() < first.not_before <= house.clock.now() + DELAYS[0]

    await house.step()
    assert house.telegram.sent == []
    house.clock.advance(1)
    await house.step()
    house.clock.advance(3)
    await house.step()

    assert house.telegram.ids == [f"{row.id}.0" for row in rows]
    assert await states(database) == ["delivered", "delivered"]


async def test_the_ladder_has_a_top_and_what_falls_off_is_failed_with_a_reason(house, database):
    chat = await a_chat(database)
    id = await a_notice(database, chat, about_case_id=5)
    after = await a_notice(database, chat)
    house.telegram.fail("5001", *[Unreachable() for _ in range(MAX_ATTEMPTS)])

    for delay in DELAYS:
        await house.step()
        house.clock.advance(delay.total_seconds())
    assert await states(database) == ["queued", "queued"]
    await house.step()
    async with database.read() as connection:
        [failed] = await outbox.failed_about(connection, 5)

    assert (failed.id, failed.reason) == (id, "unreachable")
    assert house.telegram.ids == [f"{after}.0"]


async def test_a_defect_is_logged_with_the_rows_id_and_tried_again(house, database):
    chat = await a_chat(database)
    id = await a_notice(database, chat, said=a_reply("no-such-sentence"))

    with logged() as log:
        await house.step()

    row = await outbox_row(database, id)
    assert (row.state, row.attempts, row.reason) == ("queued", 1, "unexpected")
    assert ("error", id) in [(line["level"], line.get("outbox")) for line in log.lines]


async def test_a_throttled_chat_waits_alone_and_no_attempt_is_counted(house, database):
    slow, other = await a_chat(database, address="slow"), await a_chat(database, address="other")
    id = await a_notice(database, slow)
    await a_notice(database, other)
    house.telegram.fail("slow", Throttled(7))

    await house.step()
    row = await outbox_row(database, id)
    assert await states(database) == ["queued", "delivered"]
    assert row.attempts == 0
    assert START + timedelta(seconds=7) <= row.not_before <= house.clock.now() + timedelta(seconds=7)

    house.clock.advance(7)
    await house.step()
    assert await states(database) == ["delivered", "delivered"]


async def test_several_chats_throttled_within_a_second_pause_the_whole_channel(house, database):
    for n in range(3):
        await a_notice(database, await a_chat(database, address=str(n)))
        house.telegram.fail(str(n), Throttled(5))
    await house.step()
    new = await a_leased_reply(database, await a_chat(database, address="new"), address="new")

    await house.take(new)
    await house.step()
    assert house.telegram.sent == []
    house.clock.advance(5)
    await house.step()

    assert len(house.telegram.sent) == 4


async def test_a_chat_that_moved_is_written_to_at_its_new_address_at_once(house, database):
    chat = await a_chat(database, address="-5")
    rows = [await a_leased_reply(database, chat, address="-5") for _ in range(2)]
    house.telegram.fail("-5", RecipientMoved("-1005"))

    await house.take(*rows)

    assert [message.address for message in house.telegram.sent] == ["-1005", "-1005"]
    assert (await chat_row(database, chat)).address == "-1005"
    assert await states(database) == ["delivered", "delivered"]


async def test_addresses_that_move_in_a_circle_end_on_the_ladder(house, database):
    chat = await a_chat(database, address="a")
    row = await a_leased_reply(database, chat, address="a")
    for address, other in (("a", "b"), ("b", "a")):
        house.telegram.fail(address, *[RecipientMoved(other) for _ in range(10)])

    await house.take(row)

    assert (await outbox_row(database, row.id)).attempts == 1


async def test_a_person_who_blocked_us_is_recorded_and_not_written_to(house, database):
    chat = await a_chat(database)
    await a_notice(database, chat)
    await a_notice(database, chat)
    house.telegram.fail("5001", RecipientGone("bot was blocked by the user"))

    await house.step()
    await a_notice(database, chat)
    await house.step()

    found = await chat_row(database, chat)
    assert (found.unreachable_reason, found.unreachable_at is not None) == ("recipient_gone", True)
    assert await states(database) == ["failed", "failed", "failed"]
    assert house.telegram.sent == []


async def test_a_person_who_came_back_gets_what_they_missed(house, database):
    chat = await a_chat(database)
    await a_notice(database, chat)
    house.telegram.fail("5001", RecipientGone())
    await house.step()
    async with database.begin() as connection:
        await connection.execute(update(conversation).values(unreachable_at=None, unreachable_reason=None))
        await outbox.requeue_for_return(connection, chat, house.clock.now())

    await house.step()

    assert await states(database) == ["delivered"]


@pytest.mark.parametrize(("error", "reason"), [(WindowClosed(), "window_closed"), (Rejected("400"), "rejected")])
async def test_a_refused_message_is_failed_with_its_reason_and_the_next_one_goes(house, database, error, reason):
    chat = await a_chat(database)
    rows = [await a_leased_reply(database, chat) for _ in range(2)]
    house.telegram.fail("5001", error)

    await house.take(*rows)

    assert (await outbox_row(database, rows[0].id)).reason == reason
    assert await states(database) == ["failed", "delivered"]


async def test_a_wrong_token_pauses_the_channel_and_loses_nothing(house, database):
    chat = await a_chat(database)
    row = await a_leased_reply(database, chat)
    house.telegram.fail("5001", BadConfig("Unauthorized"))

    await house.take(row)
    later = await a_leased_reply(database, chat, now=house.clock.now())
    await house.take(later)
    house.clock.advance(30)
    await house.step()
    assert await states(database) == ["queued", "queued"]
    assert (await outbox_row(database, row.id)).attempts == 0
    house.clock.advance(30)
    await house.step()

    assert house.telegram.ids == [f"{row.id}.0", f"{later.id}.0"]


async def test_a_channel_that_is_paused_does_not_hold_up_the_others(house, database):
    one = await a_leased_reply(database, await a_chat(database))
    two = await a_leased_reply(
        database, await a_chat(database, channel="webchat", address="v1"), channel="webchat", address="v1"
    )
    house.telegram.fail("5001", BadConfig())

    await house.take(one, two)

    assert await states(database) == ["queued", "delivered"]
