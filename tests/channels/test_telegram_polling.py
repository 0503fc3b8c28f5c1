"""Long polling: confirmed after commit, one chat in order, many side by side."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager

from channels.contract import NotAccepted
from channels.telegram import Mode, Poller, prepare
from channels.telegram.capabilities import ALLOWED_UPDATES
from tests.channels.telegram_case import open_telegram
from tests.channels.test_telegram_webhook import Intake


@asynccontextmanager
async def a_poller(there, intake, *, receive=None):
    poller = Poller(there.channel, receive or intake.receive, count=intake.reasons.append, first_pause_seconds=0.01)
    task = asyncio.create_task(poller.run())
    try:
        yield poller
    finally:
        poller.stop()
        await asyncio.wait_for(task, 10)


async def test_an_update_is_confirmed_after_it_was_received():
    intake = Intake()
    async with open_telegram() as there, a_poller(there, intake):
        await there.person.says("Hẻm 12 ngập").done

    assert intake.texts == ["Hẻm 12 ngập"]


async def test_the_kinds_are_named_with_every_call():
    intake = Intake()
    async with open_telegram() as there:
        async with a_poller(there, intake):
            await there.person.says("một").done
        calls = [parameters for method, parameters in there.api.calls if method == "getupdates"]

    assert len(calls) >= 2
    assert all(call["allowed_updates"] == list(ALLOWED_UPDATES) for call in calls)


async def test_what_was_not_committed_comes_again_and_nothing_is_confirmed_before():
    intake = Intake()
    intake.refusals = [NotAccepted(retry_after_seconds=0.01)]
    async with open_telegram() as there:
        deliveries = [there.person.says("một"), there.person.says("hai")]
        async with a_poller(there, intake):
            await asyncio.gather(*(delivery.done for delivery in deliveries))

    assert intake.texts == ["một", "hai"]


async def test_an_unexpected_failure_loses_nothing():
    intake = Intake()
    intake.refusals = [RuntimeError("a mistake of ours")]
    async with open_telegram() as there, a_poller(there, intake):
        await there.person.says("một").done

    assert intake.texts == ["một"]


async def test_a_chat_that_takes_long_does_not_hold_up_another():
    intake = Intake()
    binh_received = asyncio.Event()

    async def receive(inbound):
        if inbound.address == "5001":
            await binh_received.wait()
        await intake.receive(inbound)
        if inbound.address == "5002":
            binh_received.set()

    async with open_telegram() as there:
        deliveries = [there.person.says("một"), there.person.says("hai"), there.api.person(5002).says("ba")]
        async with a_poller(there, intake, receive=receive):
            await asyncio.gather(*(delivery.done for delivery in deliveries))

    assert intake.texts == ["ba", "một", "hai"]


async def test_a_poison_update_is_counted_and_confirmed():
    intake = Intake()
    async with open_telegram() as there, a_poller(there, intake):
        await there.api.deliver("message", {"text": 5, "chat": {"id": 5001}}).done
        await there.person.says("tiếp").done

    assert (intake.texts, intake.reasons) == (["tiếp"], ["malformed"])


async def test_a_tap_is_answered_by_a_call():
    intake = Intake()
    async with open_telegram() as there:
        async with a_poller(there, intake):
            await there.person.taps_data("q:subject:roads", message_id=12).done
        answered = there.api.counts["answercallbackquery"]

    assert answered == 1


async def test_a_tap_on_a_sharing_button_is_answered_by_the_channel_alone():
    intake = Intake()
    async with open_telegram() as there, a_poller(there, intake):
        await there.person.taps_data("~pin", message_id=12).done
        offer = await there.person.hears()

    assert intake.received == []
    assert offer.keys == [{"text": "📍", "request_location": True}]


async def test_failures_of_every_kind_are_waited_out():
    intake = Intake()
    async with open_telegram() as there:
        faults = there.api.faults
        faults.fail(502, "Bad Gateway", method="getUpdates", times=2)
        faults.drop("before", method="getUpdates")
        faults.fail(409, "terminated by other getUpdates request", method="getUpdates")
        faults.throttle(1, method="getUpdates")
        async with a_poller(there, intake):
            await there.person.says("một").done

    assert intake.texts == ["một"]
    assert faults.waiting == []


async def test_while_a_webhook_is_set_polling_waits_for_its_removal():
    intake = Intake()
    async with open_telegram() as there:
        await prepare(there.channel, Mode.WEBHOOK, webhook_url="http://127.0.0.1:9/none")
        refused_once = asyncio.Event()
        there.api.faults.weather = lambda *_: refused_once.set() if there.api.counts["getupdates:409"] else None
        async with a_poller(there, intake):
            await refused_once.wait()
            await prepare(there.channel, Mode.POLLING)
            await there.person.says("một").done

    assert intake.texts == ["một"]


async def test_stopping_ends_a_long_poll_at_once_and_confirms_what_was_received():
    intake = Intake()
    async with open_telegram() as there:
        async with a_poller(there, intake):
            await there.person.says("một").done
            intake.arrived.clear()
            last = there.person.says("hai")
            await intake.arrived.wait()
        confirmed = last.done.done()

    assert confirmed
