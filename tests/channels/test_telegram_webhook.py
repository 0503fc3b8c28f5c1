"""What is acknowledged is committed; what is not comes again, in order."""

from __future__ import annotations

import asyncio
import io
import json
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from channels.contract import NotAccepted
from channels.telegram import Mode, add_webhook, prepare
from tests.channels.telegram_case import HEADER, SECRET, open_telegram

PATH = "/telegram/webhook"


class Intake:
    """Stands where the unit of work stands: keeps what it is given, or refuses as it is told."""

    def __init__(self) -> None:
        self.received = []
        self.refusals = []
        self.reasons = []
        self.arrived = asyncio.Event()
        self.may_commit = asyncio.Event()
        self.may_commit.set()

    async def receive(self, inbound):
        self.arrived.set()
        await self.may_commit.wait()
        if self.refusals:
            raise self.refusals.pop(0)
        self.received.append(inbound)

    @property
    def texts(self):
        return [inbound.text or inbound.choice or inbound.event for inbound in self.received]


@asynccontextmanager
async def a_served_webhook(*, through_telegram=True):
    """Yield Telegram, what was received, and the webhook's address."""
    intake = Intake()
    async with open_telegram() as there:
        app = web.Application()
        add_webhook(app, PATH, there.channel, intake.receive, count=intake.reasons.append)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        url = f"http://127.0.0.1:{runner.addresses[0][1]}{PATH}"
        if through_telegram:
            await prepare(there.channel, Mode.WEBHOOK, webhook_url=url)
        try:
            yield there, intake, url
        finally:
            await there.api.updates.close()
            await runner.cleanup()


async def post(url, body, *, secret=SECRET):
    headers = {HEADER: secret} if secret is not None else {}
    async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as answer:
        return answer.status, answer.headers, await answer.read()


async def test_an_update_is_acknowledged_after_it_was_received():
    async with a_served_webhook() as (there, intake, _):
        delivery = there.person.says("Hẻm 12 ngập")
        await delivery.done

    assert intake.texts == ["Hẻm 12 ngập"]
    assert delivery.statuses == [200]


async def test_an_update_is_not_acknowledged_while_it_is_being_received():
    async with a_served_webhook() as (there, intake, _):
        intake.may_commit.clear()
        delivery = there.person.says("Chờ ghi xong")
        await intake.arrived.wait()
        acknowledged_too_early = delivery.done.done()
        intake.may_commit.set()
        await delivery.done

    assert not acknowledged_too_early
    assert intake.texts == ["Chờ ghi xong"]


@pytest.mark.parametrize("secret", [None, "", "a-secret_of-the-webhoo", SECRET + "x", "ký tự lạ"])
async def test_without_the_secret_nothing_is_read(secret):
    async with a_served_webhook(through_telegram=False) as (_, intake, url):
        status, _, _ = await post(url, b'{"update_id": 1}', secret=secret)

    assert status == 403
    assert (intake.received, intake.reasons) == ([], ["forged"])


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"no json",
        b"[]",
        b'{"update_id": 1, "message": {"text": 5}}',
        b"[" * 100_000,
        b'"\\ud83d"',
        b"x" * 1_048_577,
    ],
)
async def test_a_poison_update_is_taken_and_counted_so_that_it_blocks_nobody(body):
    async with a_served_webhook(through_telegram=False) as (_, intake, url):
        status, _, answer = await post(url, io.BytesIO(body))

    assert (status, answer) == (200, b"")
    assert intake.reasons == ["malformed"]


async def test_half_an_emoji_does_not_make_a_message_unreadable():
    body = (
        b'{"update_id": 1, "message": {"message_id": 1, "date": 1767225600, "text": "\\ud83d ch\\u00e0o",'
        b' "from": {"id": 5001, "is_bot": false, "first_name": "An"}, "chat": {"id": 5001, "type": "private"}}}'
    )
    async with a_served_webhook(through_telegram=False) as (_, intake, url):
        status, _, _ = await post(url, body)

    assert (status, intake.texts) == (200, ["\ufffd chào"])


async def test_what_means_nothing_to_us_is_taken_and_counted():
    async with a_served_webhook(through_telegram=False) as (_, intake, url):
        status, _, _ = await post(url, b'{"update_id": 1, "poll_answer": {}}')

    assert (status, intake.reasons) == (200, ["update_poll_answer"])


async def test_what_was_not_committed_is_asked_for_again_after_the_given_time():
    async with a_served_webhook(through_telegram=False) as (there, intake, url):
        intake.refusals = [NotAccepted("the database is away", retry_after_seconds=17)]
        status, headers, _ = await post(url, _written(there))

    assert (status, headers["Retry-After"]) == (503, "17")


async def test_an_unexpected_failure_is_not_acknowledged_either():
    async with a_served_webhook(through_telegram=False) as (there, intake, url):
        intake.refusals = [RuntimeError("a mistake of ours")]
        status, headers, _ = await post(url, _written(there))

    assert (status, headers["Retry-After"]) == (503, "2")


def _written(there):
    return json.dumps(there.written).encode()


async def test_a_refused_update_holds_up_its_chat_and_no_other():
    async with a_served_webhook() as (there, intake, _):
        binh = there.api.person(5002, "Bình")
        intake.refusals = [NotAccepted(retry_after_seconds=20)]
        first = there.person.says("một")
        await first.attempted.wait()
        second, other = there.person.says("hai"), binh.says("của Bình")
        await asyncio.gather(first.done, second.done, other.done)

    assert first.statuses == [503, 200]
    assert intake.texts == ["của Bình", "một", "hai"]


async def test_a_lost_acknowledgement_brings_the_same_update_with_the_same_identity():
    async with a_served_webhook() as (there, intake, _):
        there.api.faults.lost_acknowledgements = 1
        await there.person.says("một lần").done

    first, second = intake.received
    assert first == second


async def test_a_tap_is_answered_in_the_acknowledgement_itself():
    async with a_served_webhook() as (there, intake, _):
        delivery = there.person.taps_data("q:subject:roads", message_id=12)
        await delivery.done

    assert intake.texts == ["q:subject:roads"]
    assert there.api.answered_queries == [delivery.update["callback_query"]["id"]]
    assert there.api.counts["answercallbackquery:inline"] == 1


async def test_a_tap_that_was_not_committed_is_not_answered():
    async with a_served_webhook() as (there, intake, _):
        intake.refusals = [NotAccepted(retry_after_seconds=1)]
        delivery = there.person.taps_data("q:subject:roads", message_id=12)
        await delivery.done

    assert delivery.statuses == [503, 200]
    assert len(there.api.answered_queries) == 1


async def test_a_tap_on_a_sharing_button_is_answered_by_the_channel_alone():
    async with a_served_webhook() as (there, intake, _):
        await there.person.taps_data("~pin", message_id=12).done
        offer = await there.person.hears()

    assert (intake.received, intake.reasons) == ([], ["sharing_key_asked"])
    assert offer.keys == [{"text": "📍", "request_location": True}]
    assert len(there.api.answered_queries) == 1


async def test_every_kind_of_message_arrives_through_the_webhook():
    async with a_served_webhook() as (there, intake, _):
        an = there.person
        for delivery in (
            an.starts("u_26734"),
            an.sends_photo(caption="ổ gà"),
            *an.sends_album([b"1", b"2"], caption="hai tấm"),
            an.sends_document(b"%PDF"),
            an.sends_voice(),
            an.sends_location(10.7, 106.6),
            an.sends_contact("84901234567"),
            an.sends_sticker(),
            an.forwards("chuyển tiếp"),
            an.edits(11, "sửa lại"),
            an.blocks(),
            an.unblocks(),
        ):
            await delivery.done

    assert len(intake.received) == 13
    assert intake.reasons == []
