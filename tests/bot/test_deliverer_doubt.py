"""A send whose answer was lost: tried once more, then given up with a reason that says so."""

from __future__ import annotations

import pytest

from bot.deliverer import Deliverer
from bot.ladder import DELAYS, DOUBT_DELAY, MAX_ATTEMPTS
from channels.contract import SendError, Unreachable
from channels.telegram import TelegramChannel
from conversation.messages import Capabilities
from storage import outbox
from storage.outbox import IN_DOUBT, PERHAPS_DELIVERED
from tests.doubles.bot_api import BotApi
from tests.support.clock import FakeClock
from tests.support.recording_channel import RecordingChannel
from tests.support.rows import a_chat, a_notice, a_reply, outbox_row, states

WAIT = DOUBT_DELAY.total_seconds()
SMALL = Capabilities(buttons_max=10, buttons_per_row=2, label_max=40, text_max=60, choice_max_bytes=64)


def lost() -> SendError:
    return Unreachable("no answer in time", doubtful=True)


class House:
    """A deliverer that can be replaced by a new process's at any time."""

    def __init__(self, database, channel) -> None:
        self.database, self.channel, self.clock = database, channel, FakeClock()
        self.process = 0

    async def step(self):
        """Deliver what is due, as a process that has just started and remembers nothing."""
        self.process += 1
        deliverer = Deliverer(self.database, {"telegram": self.channel}, me=str(self.process), clock=self.clock)
        while await deliverer.claim():
            await deliverer.idle()
        await deliverer.idle()


@pytest.fixture
def house(database):
    return House(database, RecordingChannel("telegram"))


async def test_a_send_in_doubt_is_tried_once_more_after_a_pause(house, database):
    id = await a_notice(database, await a_chat(database))
    house.channel.fail("5001", lost())

    await house.step()
    row = await outbox_row(database, id)
    house.clock.advance(WAIT - 1)
    await house.step()
    early = len(house.channel.sent)
    house.clock.advance(1)
    await house.step()

    assert (row.state, row.reason, row.attempts, early) == ("queued", IN_DOUBT, 1, 0)
    assert (house.channel.ids, await states(database)) == ([f"{id}.0"], ["delivered"])


async def test_a_second_doubt_ends_the_message_as_perhaps_delivered_and_the_next_one_goes(house, database):
    chat = await a_chat(database)
    id = await a_notice(database, chat, about_case_id=5)
    after = await a_notice(database, chat)
    house.channel.fail("5001", lost(), lost())

    await house.step()
    house.clock.advance(WAIT)
    await house.step()

    async with database.read() as connection:
        [failed] = await outbox.failed_about(connection, 5)
    assert (failed.id, failed.reason) == (id, PERHAPS_DELIVERED)
    assert (house.channel.ids, await states(database)) == ([f"{after}.0"], ["failed", "delivered"])


async def test_a_doubt_is_remembered_over_failures_that_leave_none(house, database):
    id = await a_notice(database, await a_chat(database))
    house.channel.fail("5001", lost(), Unreachable("502"), lost())

    await house.step()
    house.clock.advance(WAIT)
    await house.step()
    between = await outbox_row(database, id)
    house.clock.advance(60)
    await house.step()
    row = await outbox_row(database, id)

    assert (between.state, between.reason, between.attempts) == ("queued", IN_DOUBT, 2)
    assert (row.state, row.reason) == ("failed", PERHAPS_DELIVERED)


async def test_failures_without_doubt_climb_the_whole_ladder(house, database):
    id = await a_notice(database, await a_chat(database))
    house.channel.fail("5001", *[Unreachable("502") for _ in range(MAX_ATTEMPTS - 1)])

    for delay in DELAYS:
        await house.step()
        house.clock.advance(delay.total_seconds())
    await house.step()

    assert (await outbox_row(database, id)).state == "delivered"


async def test_the_top_of_the_ladder_after_one_doubt_says_that_it_may_have_arrived(house, database):
    id = await a_notice(database, await a_chat(database))
    house.channel.fail("5001", lost(), *[Unreachable("502") for _ in range(MAX_ATTEMPTS)])

    for delay in DELAYS:
        await house.step()
        house.clock.advance(max(delay.total_seconds(), WAIT))
    await house.step()

    row = await outbox_row(database, id)
    assert (row.state, row.reason) == ("failed", PERHAPS_DELIVERED)


async def test_each_part_of_a_long_message_may_be_in_doubt_once(house, database):
    house.channel.capabilities = SMALL
    id = await a_notice(database, await a_chat(database), said=a_reply("file-refused-type"))
    house.channel.fail("5001", lost())
    doubts = {f"{id}.0": [lost()]}
    house.channel.on_send = lambda message: house.channel.fail("5001", *doubts.pop(message.id, []))

    await house.step()
    house.clock.advance(WAIT)
    await house.step()
    second = await outbox_row(database, id)
    house.clock.advance(WAIT)
    await house.step()

    assert (second.state, second.reason, second.sent_parts) == ("queued", IN_DOUBT, 1)
    assert await states(database) == ["delivered"]
    assert house.channel.ids == [f"{id}.{n}" for n in range(len(house.channel.sent))]


# -- at the Bot API ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("drops", "read", "ends"), [(1, 2, "delivered"), (2, 2, "failed"), (9, 2, "failed")])
async def test_a_person_reads_the_same_words_at_most_twice_however_often_the_answer_is_lost(
    database, drops, read, ends
):
    await a_notice(database, await a_chat(database))
    async with BotApi(time_scale=0.01) as api:
        person = api.person(5001)
        channel = TelegramChannel(api.token, api_url=api.url)
        house = House(database, channel)
        api.faults.drop("after", times=drops)

        for _ in range(4):
            await house.step()
            house.clock.advance(60)
        await channel.close()

        assert (len(person.messages), await states(database)) == (read, [ends])


@pytest.mark.parametrize("code", [500, 502, 503])
async def test_an_outage_that_answers_is_outlasted(database, code):
    await a_notice(database, await a_chat(database))
    async with BotApi(time_scale=0.01) as api:
        person = api.person(5001)
        channel = TelegramChannel(api.token, api_url=api.url)
        house = House(database, channel)
        api.faults.fail(code, "Internal Server Error" if code == 500 else "Bad Gateway", times=4)

        for delay in DELAYS[:5]:
            await house.step()
            house.clock.advance(delay.total_seconds())
        await channel.close()

        assert (len(person.messages), await states(database)) == (1, ["delivered"])
