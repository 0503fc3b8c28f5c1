"""Visitors who are not logged in: one fixed answer a conversation, nothing kept, nothing waited for."""

from __future__ import annotations

import pytest

from tests.channels.test_zalo_oa_webhook import a_door
from tests.channels.zalo_oa_case import open_zalo_oa

WORDS = "Xin đăng nhập Zalo."


async def says(there, text, *, who="anon-1", conversation="c-1", name="anonymous_send_text"):
    event = there.person.event(name, text=text, conversation_id=conversation)
    event["sender"] = {"id": who}
    status = await there.zalo.bring(event)
    await there.channel.strangers.idle()
    return status


async def test_a_visitor_is_told_once_a_conversation_how_to_be_heard_and_nothing_is_kept(tmp_path):
    async with open_zalo_oa(stranger_words=WORDS) as there, a_door(there, tmp_path) as (intake, _, counted):
        statuses = [await says(there, text) for text in ("Đèn hỏng", "Alo?")]
        statuses.append(await says(there, "Tôi khác", who="anon-2", conversation="c-2"))

    assert statuses == [200, 200, 200]
    assert there.zalo.to_strangers == [("anon-1", "c-1", WORDS), ("anon-2", "c-2", WORDS)]
    assert (intake.texts, counted) == ([], ["anonymous"] * 3)


async def test_the_echo_of_our_answer_is_not_answered(tmp_path):
    async with open_zalo_oa(stranger_words=WORDS) as there, a_door(there, tmp_path):
        await says(there, WORDS, name="oa_send_anonymous_text")

    assert there.zalo.to_strangers == []


async def test_without_words_nobody_is_answered(tmp_path):
    async with open_zalo_oa() as there, a_door(there, tmp_path):
        status = await says(there, "Đèn hỏng")

    assert (status, there.zalo.to_strangers) == (200, [])


@pytest.mark.parametrize(
    "message", [{"text": "a"}, {"text": "a", "conversation_id": ""}, {"text": "a", "conversation_id": []}]
)
async def test_an_event_without_a_conversation_is_taken_and_let_be(tmp_path, message):
    async with open_zalo_oa(stranger_words=WORDS) as there, a_door(there, tmp_path):
        status = await there.zalo.bring(there.person.event("anonymous_send_text", **message))
        await there.channel.strangers.idle()

    assert (status, there.zalo.to_strangers) == (200, [])


async def test_an_answer_that_zalo_refuses_harms_nobody(tmp_path):
    async with open_zalo_oa(stranger_words=WORDS) as there, a_door(there, tmp_path):
        there.zalo.errors.append(-240)
        status = await says(there, "Đèn hỏng")
        heard = await there.person.says("Tôi đã đăng nhập")

    assert (status, heard, there.zalo.to_strangers) == (200, 200, [])
