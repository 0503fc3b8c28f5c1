"""How a Zalo Bot's updates come in: by webhook, and by a poll that gives each of them once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from channels.contract import NotAccepted
from channels.text import decoded
from channels.zalo_bot import Groups, Mode, Poller, add_webhook, prepare, status
from channels.zalo_common.inbox import Inbox
from channels.zalo_common.receiving import Receiver
from tests.channels.test_zalo_bot_payloads import an_update
from tests.channels.zalo_bot_case import HEADER, SECRET, open_zalo_bot
from tests.support.waiting import until


class Intake:
    """Writes down what it is given; refuses while told to."""

    def __init__(self) -> None:
        self.taken = []
        self.refusing = 0
        self.gate: asyncio.Event | None = None

    @property
    def texts(self):
        return [inbound.text for inbound in self.taken]

    async def receive(self, inbound):
        if self.gate is not None:
            await self.gate.wait()
        if self.refusing:
            self.refusing -= 1
            raise NotAccepted("away")
        self.taken.append(inbound)


@asynccontextmanager
async def a_door(there, tmp_path, *, answer_seconds=1.0) -> AsyncIterator[tuple[TestClient, Intake, Receiver, list]]:
    intake, counted, app = Intake(), [], web.Application()
    receiver = Receiver(intake.receive, Inbox(tmp_path / "inbox"), answer_seconds=answer_seconds, retry_seconds=0.01)
    groups = Groups(there.channel, "Xin nhắn riêng cho tôi.")
    add_webhook(app, "/zalo", there.channel, receiver, groups=groups, count=counted.append)
    async with TestClient(TestServer(app)) as client:
        yield client, intake, receiver, counted
        await groups.idle()
        await receiver.stop()


async def test_a_delivery_is_answered_after_its_commit(tmp_path):
    async with open_zalo_bot() as there, a_door(there, tmp_path) as (client, intake, _, _):
        answer = await client.post("/zalo", json=an_update(text="Xin chào"), headers={HEADER: SECRET})

    assert (answer.status, intake.texts) == (200, ["Xin chào"])


@pytest.mark.parametrize("wrapped", [False, True])
async def test_both_shapes_of_a_body_come_through_the_webhook(tmp_path, wrapped):
    async with open_zalo_bot(wrapped=wrapped) as there, a_door(there, tmp_path) as (client, intake, _, _):
        probe = await prepare(there.channel, Mode.WEBHOOK, webhook_url=str(client.make_url("/zalo")))
        there.person.says("Đèn đường hỏng")
        await there.zalo.delivered()

    assert (probe, there.zalo.webhook_statuses, intake.texts) == ("webhook.ok", [200], ["Đèn đường hỏng"])


async def test_the_probe_without_a_body_is_answered_and_nothing_else_without_the_secret(tmp_path):
    async with open_zalo_bot() as there, a_door(there, tmp_path) as (client, intake, _, counted):
        probe = await client.post("/zalo")
        forged = await client.post("/zalo", json=an_update(text="a"), headers={HEADER: "wrong"})
        bare = await client.post("/zalo", json=an_update(text="a"))

    assert [probe.status, forged.status, bare.status] == [200, 403, 403]
    assert (intake.texts, counted) == ([], ["forged", "forged"])


async def test_what_cannot_be_read_or_means_nothing_is_taken_and_counted(tmp_path):
    async with open_zalo_bot() as there, a_door(there, tmp_path) as (client, intake, _, counted):
        answers = [
            await client.post("/zalo", data=body, headers={HEADER: SECRET})
            for body in (b"no json", b'{"event_name": "message.text.received"}', b'{"event_name": "new"}')
        ]

    assert [answer.status for answer in answers] == [200, 200, 200]
    assert (intake.texts, counted) == ([], ["malformed", "malformed", "unknown_event"])


async def test_a_slow_commit_is_answered_for_by_the_disk_and_still_happens(tmp_path):
    async with open_zalo_bot() as there, a_door(there, tmp_path, answer_seconds=0.05) as (client, intake, receiver, _):
        intake.gate = asyncio.Event()
        answer = await client.post("/zalo", json=an_update(text="Xin chào"), headers={HEADER: SECRET})
        kept = len(await Inbox(tmp_path / "inbox").left())
        intake.gate.set()
        await receiver.idle()

    assert (answer.status, kept, intake.texts) == (200, 1, ["Xin chào"])
    assert await Inbox(tmp_path / "inbox").left() == []


async def test_what_is_neither_committed_nor_on_disk_is_not_acknowledged(tmp_path):
    (tmp_path / "inbox").write_text("a file where the folder should be")
    async with open_zalo_bot() as there, a_door(there, tmp_path) as (client, intake, _, _):
        intake.refusing = 1
        answer = await client.post("/zalo", json=an_update(text="Xin chào"), headers={HEADER: SECRET})

    assert answer.status == 503


async def test_a_group_is_told_once_to_write_privately(tmp_path):
    async with open_zalo_bot() as there, a_door(there, tmp_path) as (client, intake, _, counted):
        group = there.zalo.person("group-1")
        for number in range(2):
            update = an_update(chat_type="GROUP", text="@bot", message_id=f"m{number}")
            update["message"]["chat"]["id"] = "group-1"
            await client.post("/zalo", json=update, headers={HEADER: SECRET})
        told = await group.hears()

    assert (told.text, group.heard.empty()) == ("Xin nhắn riêng cho tôi.", True)
    assert (intake.texts, counted) == ([], ["group_chat", "group_chat"])


@asynccontextmanager
async def a_poller(there, tmp_path, intake, **options):
    receiver = Receiver(intake.receive, Inbox(tmp_path / "inbox"), retry_seconds=0.01)
    poller = Poller(there.channel, receiver, first_pause_seconds=0.01, **options)
    task = asyncio.create_task(poller.run())
    yield receiver
    poller.stop()
    await task
    await receiver.stop()


async def test_polled_messages_arrive_in_order_and_idle_polls_are_no_trouble(tmp_path):
    intake = Intake()
    async with open_zalo_bot() as there, a_poller(there, tmp_path, intake):
        await until(lambda: len(there.zalo.calls) >= 3)  # a few idle polls
        for text in ("một", "hai", "ba"):
            there.person.says(text)
        await until(lambda: len(intake.taken) == 3)

    assert intake.texts == ["một", "hai", "ba"]
    assert there.zalo.most_pollers == 1


async def test_a_polled_message_survives_while_nobody_accepts_it(tmp_path):
    intake = Intake()
    intake.refusing = 5
    async with open_zalo_bot() as there, a_poller(there, tmp_path, intake) as receiver:
        there.person.says("một")
        await until(lambda: intake.taken)
        await receiver.idle()

    assert intake.texts == ["một"]
    assert await Inbox(tmp_path / "inbox").left() == []


async def test_a_polled_message_of_a_killed_process_is_handed_on_at_the_next_start(tmp_path):
    intake = Intake()
    intake.gate = asyncio.Event()  # the commit never comes
    inbox = Inbox(tmp_path / "inbox")
    async with open_zalo_bot() as there:
        killed = Receiver(intake.receive, inbox)
        poller = Poller(there.channel, killed, first_pause_seconds=0.01)
        task = asyncio.create_task(poller.run())
        there.person.says("một")
        await until(lambda: list((tmp_path / "inbox").glob("*.json")))
        task.cancel()
        for running in list(killed._tasks):
            running.cancel()
        later = Intake()
        count = await Receiver(later.receive, inbox).replay(lambda body: there.channel.parse(decoded(body)))

    assert (count, later.texts) == (1, ["một"])
    assert await inbox.left() == []


async def test_an_outage_is_waited_out(tmp_path):
    intake = Intake()
    async with open_zalo_bot() as there:
        there.zalo.outage = True
        async with a_poller(there, tmp_path, intake):
            await until(lambda: there.zalo.turned_away > 1)
            there.zalo.outage = False
            there.person.says("một")
            await until(lambda: intake.taken)

    assert intake.texts == ["một"]


async def test_only_the_leader_polls(tmp_path):
    intake, asked, leading = Intake(), [], []

    async def leads():
        asked.append(bool(leading))
        return bool(leading)

    async with open_zalo_bot() as there, a_poller(there, tmp_path, intake, leads=leads):
        there.person.says("một")
        await until(lambda: len(asked) > 2)
        before = list(there.zalo.calls)
        leading.append(True)
        await until(lambda: intake.taken)

    assert before == []


async def test_polling_takes_a_webhook_away_once():
    async with open_zalo_bot() as there:
        there.zalo.webhook = ("https://nghedan.example.vn/zalo", SECRET)
        await prepare(there.channel, Mode.POLLING)
        await prepare(there.channel, Mode.POLLING)
        seen = await status(there.channel)

    assert [name for name, _ in there.zalo.calls].count("deleteWebhook") == 1
    assert (seen.name, seen.webhook_url) == ("bot.VDKyGxQvc", "")
