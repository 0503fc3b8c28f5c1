from __future__ import annotations

import asyncio

import pytest

from channels.contract import (
    Unreachable,
)
from conversation.messages import Capabilities, words
from tests.support.delivering import House
from tests.support.rows import a_chat, a_leased_reply, a_notice, a_reply, chat_row, outbox_row, states
from tests.support.waiting import until


@pytest.fixture
def house(database):
    return House(database)


async def test_a_taken_reply_is_sent_at_once_and_settled(house, database):
    chat = await a_chat(database)
    row = await a_leased_reply(database, chat)
    house.clock.advance(0.25)

    await house.take(row)

    assert house.telegram.ids == [f"{row.id}.0"]
    settled = await outbox_row(database, row.id)
    assert (settled.state, settled.external_id, settled.line) == ("delivered", f"x{row.id}.0", 0)
    assert house.counted.results == [("telegram", "delivered", 0.25)]


async def test_a_queued_notice_is_claimed_and_sent_in_the_persons_language(house, database):
    chat = await a_chat(database, language="en")
    await a_notice(database, chat)

    await house.step()

    assert [message.text for message in house.telegram.sent] == ["The file you sent is empty. Please send it again."]
    assert await states(database) == ["delivered"]


async def test_messages_of_one_chat_arrive_in_order(house, database):
    chat = await a_chat(database)
    queued = [await a_notice(database, chat) for _ in range(3)]
    taken = [await a_leased_reply(database, chat) for _ in range(2)]

    await house.step()

    assert house.telegram.ids == [f"{id}.0" for id in (*queued, taken[0].id, taken[1].id)][:3]
    assert await states(database) == ["delivered"] * 3 + ["leased"] * 2


async def test_a_slow_chat_delays_no_other(house, database):
    slow, quick = await a_chat(database, address="slow"), await a_chat(database, address="quick")
    gate = house.telegram.hold("slow")
    one = await a_leased_reply(database, slow, address="slow")
    two = await a_leased_reply(database, quick, address="quick")

    house.deliverer.take([one, two])
    await house.telegram.arrived.wait()

    assert house.telegram.ids == [f"{two.id}.0"]
    gate.set()
    await house.deliverer.idle()
    assert house.telegram.ids == [f"{two.id}.0", f"{one.id}.0"]


async def test_many_chats_are_written_to_at_the_same_time(house, database):
    rows = []
    for n in range(20):
        chat = await a_chat(database, address=str(n))
        rows.append(await a_leased_reply(database, chat, address=str(n)))
    gates = [house.telegram.hold(str(n)) for n in range(20)]

    house.deliverer.take(rows)
    await until(lambda: house.telegram.in_flight == 20)
    for gate in gates:
        gate.set()
    await house.deliverer.idle()

    assert await states(database) == ["delivered"] * 20


async def test_a_long_message_goes_on_at_the_part_that_failed(house, database):
    house.telegram.capabilities = Capabilities(
        buttons_max=10, buttons_per_row=2, label_max=40, text_max=60, choice_max_bytes=64
    )
    chat = await a_chat(database)
    id = await a_notice(database, chat, said=a_reply("file-refused-type"))
    house.telegram.on_send = lambda message: (
        house.telegram.fail("5001", Unreachable()) if message.id.endswith(".1") else None
    )

    await house.step()
    row = await outbox_row(database, id)
    house.clock.advance(2)
    await house.step()

    assert (row.state, row.sent_parts, row.attempts) == ("queued", 2, 1)
    assert house.telegram.ids == [f"{id}.{n}" for n in range(len(house.telegram.sent))]
    assert len(house.telegram.sent) > 2
    assert await states(database) == ["delivered"]


async def test_a_row_whose_lease_is_short_is_given_back_and_claimed_anew(house, database):
    chat = await a_chat(database)
    row = await a_leased_reply(database, chat, lease_seconds=30)
    house.clock.advance(11)

    await house.take(row)
    assert (house.telegram.sent, await states(database)) == ([], ["queued"])
    await house.step()

    assert await states(database) == ["delivered"]


async def test_a_reply_that_was_handled_while_its_chat_went_back_does_not_overtake(house, database):
    chat = await a_chat(database)
    first, second = [await a_leased_reply(database, chat) for _ in range(2)]
    house.telegram.fail("5001", Unreachable())

    await house.take(first)
    await house.take(second)
    assert (house.telegram.sent, await states(database)) == ([], ["queued", "queued"])
    house.clock.advance(2)
    await house.step()

    assert house.telegram.ids == [f"{first.id}.0", f"{second.id}.0"]


async def test_a_line_of_a_transcript_is_numbered_and_committed_before_anybody_is_told(house, database):
    chat = await a_chat(database, channel="webchat", address="v1", line=4)
    rows = [await a_leased_reply(database, chat, channel="webchat", address="v1") for _ in range(2)]
    told = []

    async def told_states():
        told.append([(row.state, row.line) for row in [await outbox_row(database, r.id) for r in rows]])

    tasks = []
    house.webchat.on_send = lambda message: tasks.append(asyncio.ensure_future(told_states()))
    await house.take(*rows)
    await asyncio.gather(*tasks)

    assert told == [[("delivered", 5), ("delivered", 6)]] * 2
    assert (await chat_row(database, chat)).line == 6


async def test_nobody_being_told_does_not_undo_a_line(house, database):
    chat = await a_chat(database, channel="webchat", address="v1")
    row = await a_leased_reply(database, chat, channel="webchat", address="v1")
    house.webchat.fail("v1", RuntimeError("socket"))

    await house.take(row)

    assert await states(database) == ["delivered"]


async def test_what_an_earlier_process_held_is_sent_after_a_start(database, engine):
    chat = await a_chat(database)
    row = await a_leased_reply(database, chat, me="killed")
    house = House(database)
    if engine == "postgresql":
        house.clock.advance(31)  # there another process may be alive: its lease has to run out

    await house.deliverer.start()
    await house.telegram.arrived.wait()
    await house.deliverer.stop()

    assert house.telegram.ids == [f"{row.id}.0"]
    assert await states(database) == ["delivered"]


async def test_a_stop_finishes_what_is_in_the_air_and_gives_the_rest_back(house, database):
    chat = await a_chat(database)
    rows = [await a_leased_reply(database, chat) for _ in range(3)]
    gate = house.telegram.hold("5001")
    house.deliverer.take(rows)
    await house.telegram.started.wait()

    stopping = asyncio.ensure_future(house.deliverer.stop())
    await asyncio.sleep(0)
    gate.set()
    await stopping

    assert house.telegram.ids == [f"{rows[0].id}.0"]
    assert await states(database) == ["delivered", "queued", "queued"]
    assert (await outbox_row(database, rows[1].id)).leased_by is None


async def test_a_stop_does_not_wait_for_a_messenger_that_hangs(house, database):
    chat = await a_chat(database)
    row = await a_leased_reply(database, chat)
    house.telegram.hold("5001")
    house.deliverer.take([row])
    await house.telegram.started.wait()

    await house.deliverer.stop(timeout_seconds=0.01)

    assert await states(database) == ["queued"]


async def test_a_stopping_deliverer_gives_back_what_it_is_handed(house, database):
    chat = await a_chat(database)
    await house.deliverer.stop()
    row = await a_leased_reply(database, chat)

    await house.take(row)

    assert (house.telegram.sent, await states(database)) == ([], ["queued"])


async def test_a_reply_for_a_channel_that_is_not_connected_waits_in_the_table(house, database):
    chat = await a_chat(database, channel="zalo_oa")
    row = await a_leased_reply(database, chat, channel="zalo_oa")

    await house.take(row)

    assert await states(database) == ["queued"]


async def test_what_was_delivered_is_remembered_until_the_database_takes_it(database, monkeypatch):
    house = House(database)
    chat = await a_chat(database)
    row = await a_leased_reply(database, chat)
    begin, failures = database.begin, [OSError("no connection"), OSError("no connection")]

    def begin_later(**how):
        if failures:
            raise failures.pop()
        return begin(**how)

    monkeypatch.setattr(database, "begin", begin_later)
    await house.take(row)

    assert house.telegram.ids == [f"{row.id}.0"]
    assert await states(database) == ["delivered"]


async def test_nothing_is_claimed_while_results_wait_for_the_database(database, monkeypatch):
    house = House(database)
    chat = await a_chat(database)
    row = await a_leased_reply(database, chat, lease_seconds=21)
    begin, claims = database.begin, []

    def begin_later(**how):
        if not claims:
            claims.append(asyncio.ensure_future(house.deliverer.claim()))
            raise OSError("no connection")
        return begin(**how)

    monkeypatch.setattr(database, "begin", begin_later)
    await house.take(row)

    assert [await claim for claim in claims] == [0]
    assert house.telegram.ids == [f"{row.id}.0"]


async def test_a_send_that_outlives_its_lease_is_not_begun_twice_by_the_same_process(house, database):
    chat = await a_chat(database)
    row = await a_leased_reply(database, chat)
    gate = house.telegram.hold("5001")
    house.deliverer.take([row])
    await house.telegram.started.wait()
    house.clock.advance(60)

    await house.deliverer.claim()
    gate.set()
    await house.deliverer.idle()

    assert house.telegram.ids == [f"{row.id}.0"]
    assert await states(database) == ["delivered"]


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
async def test_two_processes_share_one_outbox_without_doubling_and_in_order(database):
    one, two = House(database, me="one"), House(database, me="two")
    expected = {}
    for n in range(6):
        chat = await a_chat(database, address=str(n))
        expected[str(n)] = [f"{await a_notice(database, chat)}.0" for _ in range(4)]
    everything = []
    for house in (one, two):
        house.telegram.on_send = everything.append

    await asyncio.gather(one.step(), two.step())
    await one.step()

    got = {address: [m.id for m in everything if m.address == address] for address in expected}
    assert got == expected


async def test_a_newer_album_receipt_replaces_the_one_that_waits(house, database):
    chat = await a_chat(database)
    for _ in range(3):
        await a_notice(database, chat, said=a_reply(collapse="album", delay_seconds=2.0))

    await house.step()
    assert house.telegram.sent == []
    house.clock.advance(2)
    await house.step()

    assert len(house.telegram.sent) == 1


async def test_values_of_a_sentence_reach_the_person(house, database):
    said = type(a_reply())((words("file-refused-size", megabytes=20),))
    await a_notice(database, await a_chat(database), said=said)

    await house.step()

    assert "20 MB" in house.telegram.sent[0].text


async def test_a_row_in_an_unreachable_chat_is_not_sent_even_when_handed_over(house, database):
    from msgspec.structs import replace

    chat = await a_chat(database)
    row = replace(await a_leased_reply(database, chat), unreachable=True)

    await house.take(row)

    assert house.telegram.sent == []
    assert (await outbox_row(database, row.id)).reason == "recipient_gone"
