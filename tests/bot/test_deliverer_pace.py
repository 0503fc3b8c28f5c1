from __future__ import annotations

from datetime import timedelta

from bot.deliverer import Deliverer
from bot.ladder import DELAYS, MAX_AGE, MAX_ATTEMPTS, MIN_ATTEMPTS, next_try
from bot.pacer import Pacer
from tests.support.clock import FakeClock
from tests.support.recording_channel import RecordingChannel
from tests.support.rows import a_chat, a_leased_reply, a_notice, states


def a_paced_deliverer(database, **paces):
    telegram, clock, pacer = RecordingChannel(), FakeClock(), Pacer(**paces)
    deliverer = Deliverer(database, {"telegram": telegram}, me="me", clock=clock, pacers={"telegram": pacer})
    return deliverer, telegram, clock, pacer


async def test_a_chat_that_gets_many_messages_is_written_to_at_its_pace(database):
    deliverer, telegram, clock, _ = a_paced_deliverer(database, per_chat=1.0)
    chat = await a_chat(database)
    rows = [await a_leased_reply(database, chat) for _ in range(8)]

    deliverer.take(rows)
    await deliverer.idle()

    assert len(telegram.sent) == 8
    assert 3 <= clock.seconds < 3.5


async def test_what_the_pace_cannot_carry_within_the_lease_waits_in_the_table_in_order(database):
    deliverer, telegram, clock, pacer = a_paced_deliverer(database, overall=30.0)
    one, two = await a_chat(database, address="1"), await a_chat(database, address="2")
    for n in range(400):
        pacer.take(n, clock.monotonic())
    first = await a_leased_reply(database, one, address="1")
    deliverer.take([first])
    await deliverer.idle()
    second = await a_leased_reply(database, two, address="2")
    clock.advance(5)

    deliverer.take([second])
    await deliverer.idle()
    assert await deliverer.claim() == 0
    assert (telegram.sent, await states(database)) == ([], ["queued", "queued"])

    clock.advance(5)
    assert await deliverer.claim() == 2
    await deliverer.idle()
    assert await states(database) == ["delivered", "delivered"]


async def test_replies_go_straight_out_again_once_the_table_is_empty(database):
    deliverer, telegram, clock, pacer = a_paced_deliverer(database, overall=30.0)
    chat = await a_chat(database)
    for n in range(400):
        pacer.take(n, clock.monotonic())
    deliverer.take([await a_leased_reply(database, chat)])
    await deliverer.idle()
    clock.advance(30)
    await deliverer.claim()
    await deliverer.idle()
    await deliverer.claim()

    other = await a_chat(database, address="2")
    deliverer.take([await a_leased_reply(database, other, address="2", now=clock.now())])
    await deliverer.idle()

    assert len(telegram.sent) == 2


async def test_no_more_is_claimed_than_can_start_soon(database):
    deliverer, _, _, _ = a_paced_deliverer(database, overall=1.0)
    for n in range(10):
        await a_notice(database, await a_chat(database, address=str(n)))

    assert await deliverer.claim() == 5
    await deliverer.idle()


def test_the_ladder_gets_longer_and_ends():
    waits = [next_try(attempts, age=timedelta(0)) for attempts in range(1, MAX_ATTEMPTS + 1)]

    assert waits == [*DELAYS, None]
    assert list(DELAYS) == sorted(DELAYS)
    assert sum(DELAYS, timedelta(0)) < MAX_AGE


def test_an_old_message_is_given_up_only_after_it_was_tried():
    assert next_try(MIN_ATTEMPTS - 1, age=timedelta(days=3)) == DELAYS[MIN_ATTEMPTS - 2]
    assert next_try(MIN_ATTEMPTS, age=timedelta(days=3)) is None
