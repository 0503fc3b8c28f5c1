"""An Official Account's events at our door: proof, speed, repetition."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from channels.zalo_common.inbox import Inbox
from channels.zalo_common.receiving import Receiver
from channels.zalo_oa import add_webhook
from tests.channels.test_zalo_bot_receive import Intake
from tests.channels.zalo_oa_case import open_zalo_oa


@asynccontextmanager
async def a_door(there, tmp_path, **options) -> AsyncIterator[tuple[Intake, Receiver, list]]:
    intake, counted, app = Intake(), [], web.Application()
    receiver = Receiver(intake.receive, Inbox(tmp_path / "inbox"), retry_seconds=0.01, **options)
    add_webhook(app, "/zalo-oa", there.channel, receiver, count=counted.append)
    async with TestServer(app) as server:
        there.zalo.webhook = str(server.make_url("/zalo-oa"))
        yield intake, receiver, counted
        await receiver.stop()


@pytest.mark.parametrize("header_stamp", [False, True], ids=["moment of the body", "moment of a header"])
async def test_an_event_is_believed_in_both_readings_of_the_signature(tmp_path, header_stamp):
    async with open_zalo_oa(header_stamp=header_stamp) as there, a_door(there, tmp_path) as (intake, _, _):
        status = await there.person.says("Đèn đường hỏng")

    assert (status, intake.texts) == (200, ["Đèn đường hỏng"])


@pytest.mark.parametrize("change", ["secret", "body", "none", "app"])
async def test_what_is_not_signed_for_us_is_refused(tmp_path, change):
    async with open_zalo_oa() as there, a_door(there, tmp_path) as (intake, _, counted):
        event = there.person.event("user_send_text", text="Xin chào")
        if change == "app":
            event["app_id"] = "1"
        body, headers = there.zalo.signed(event, secret="app-secret-key" if change == "secret" else None)
        if change == "none":
            headers.pop("X-ZEvent-Signature")
        if change == "body":
            body = body.replace(b"Xin", b"Yin")
        async with there.channel.api.session.post(there.zalo.webhook, data=body, headers=headers) as answer:
            status = answer.status

    assert (status, intake.texts, counted) == (403, [], ["forged"])


async def test_the_bare_hex_of_a_signature_is_taken_too(tmp_path):
    async with open_zalo_oa() as there, a_door(there, tmp_path) as (intake, _, _):
        body, headers = there.zalo.signed(there.person.event("user_send_text", text="Xin chào"))
        bare = {"X-ZEvent-Signature": headers["X-ZEvent-Signature"].removeprefix("mac=").upper()}
        async with there.channel.api.session.post(there.zalo.webhook, data=body, headers=bare) as answer:
            status = answer.status

    assert (status, intake.texts) == (200, ["Xin chào"])


async def test_a_replayed_old_event_is_refused(tmp_path):
    clock = [datetime.now(UTC)]
    async with open_zalo_oa(now=lambda: clock[0]) as there, a_door(there, tmp_path) as (intake, _, _):
        event = there.person.event("user_send_text", text="Xin chào")
        fresh = await there.zalo.bring(event)
        clock[0] = datetime.fromtimestamp(time.time() + 3 * 3600, UTC)
        replayed = await there.zalo.bring(event)

    assert (fresh, replayed, intake.texts) == (200, 403, ["Xin chào"])


async def test_the_consoles_probe_and_a_look_are_answered(tmp_path):
    async with open_zalo_oa() as there, a_door(there, tmp_path) as (intake, _, counted):
        session = there.channel.api.session
        async with session.post(there.zalo.webhook, data=b"{}") as probe, session.get(there.zalo.webhook) as look:
            statuses = [probe.status, look.status]

    assert (statuses, intake.taken, counted) == ([200, 200], [], [])


async def test_what_means_nothing_to_us_is_answered_with_200(tmp_path):
    async with open_zalo_oa() as there, a_door(there, tmp_path) as (intake, _, counted):
        statuses = [
            await there.person.does("user_waves"),
            await there.zalo.bring(there.person.echo("Kính chào")),
            await there.person.does("user_send_image", attachments=[{"type": "image"}]),
        ]

    assert (statuses, intake.taken, counted) == ([200, 200, 200], [], ["unknown_event", "echo", "malformed"])


async def test_a_retry_is_counted_and_has_the_identity_of_the_first(tmp_path):
    async with open_zalo_oa() as there, a_door(there, tmp_path) as (intake, _, counted):
        event = there.person.event("user_send_text", text="Xin chào")
        await there.zalo.bring(event)
        await there.zalo.bring(event, again=1)

    assert len({inbound.external_id for inbound in intake.taken}) == 1
    assert counted == ["brought_again"]


async def test_a_database_that_hangs_does_not_keep_zalo_waiting(tmp_path):
    async with open_zalo_oa() as there, a_door(there, tmp_path, answer_seconds=0.1) as (intake, receiver, _):
        intake.gate = asyncio.Event()
        status = await there.person.says("Xin chào")
        before = list(intake.texts)
        intake.gate.set()
        await receiver.idle()

    assert (status, before, intake.texts) == (200, [], ["Xin chào"])


async def test_messages_of_one_chat_stay_in_order_while_the_first_is_slow(tmp_path):
    async with open_zalo_oa() as there, a_door(there, tmp_path, answer_seconds=0.02) as (intake, receiver, _):
        intake.gate = asyncio.Event()
        for text in ("một", "hai", "ba"):
            await there.person.says(text)
        intake.gate.set()
        await receiver.idle()

    assert intake.texts == ["một", "hai", "ba"]


async def test_a_slow_account_server_does_not_slow_the_webhook(tmp_path):
    async with open_zalo_oa() as there, a_door(there, tmp_path) as (intake, _, _):
        there.zalo.gate = asyncio.Event()  # never opened: it answers no call
        people = [there.zalo.person(f"{number:018d}") for number in range(20)]
        statuses = await asyncio.gather(*(person.says("Xin chào") for person in people))

    assert (statuses, len(intake.taken)) == ([200] * 20, 20)
