"""What every channel promises. A new channel is one more `ChannelCase` in `CASES`."""

from __future__ import annotations

import pytest

from channels.contract import (
    BadConfig,
    FileGone,
    FileTooLarge,
    NotFromPlatform,
    NotUnderstood,
    RecipientGone,
    Rejected,
    Throttled,
    Unreachable,
)
from conversation.messages import Button, Event, Ignored, Inbound, Outbound
from tests.channels.contract_case import Trouble
from tests.channels.telegram_case import TELEGRAM_CASE
from tests.channels.webchat_case import WEBCHAT_CASE
from tests.channels.zalo_bot_case import ZALO_BOT_CASE
from tests.channels.zalo_oa_case import ZALO_OA_CASE

CASES = [
    TELEGRAM_CASE,
    WEBCHAT_CASE,
    ZALO_BOT_CASE,
    ZALO_OA_CASE,
]

SENDING = {
    Trouble.GONE: RecipientGone,
    Trouble.THROTTLED: Throttled,
    Trouble.DOWN: Unreachable,
    Trouble.CUT_OFF: Unreachable,
    Trouble.REFUSED: Rejected,
    Trouble.BAD_CONFIG: BadConfig,
}
FETCHING = {
    Trouble.FILE_GONE: FileGone,
    Trouble.FILE_TOO_LARGE: FileTooLarge,
}

every_channel = pytest.mark.parametrize("case", CASES, ids=str)
with_buttons = pytest.mark.parametrize("case", [case for case in CASES if case.buttons], ids=str)


def troubles_of(table):
    pairs = [(case, trouble) for case in CASES for trouble in table if trouble in case.troubles]
    return pytest.mark.parametrize(("case", "trouble"), pairs, ids=[f"{case}-{trouble}" for case, trouble in pairs])


def an_outbound(address, **fields):
    return Outbound(**{"id": "1.0", "address": address, "text": "Kính chào ông/bà", **fields})


async def all_of(chunks):
    return b"".join([chunk async for chunk in chunks])


@every_channel
async def test_a_genuine_request_is_believed(case):
    async with case.open() as there:
        there.channel.verify(there.genuine)


@every_channel
async def test_a_forged_request_is_not_believed(case):
    async with case.open() as there:
        with pytest.raises(NotFromPlatform):
            there.channel.verify(there.forged)


@every_channel
async def test_a_written_message_is_told_with_who_where_and_when(case):
    async with case.open() as there:
        (inbound,) = there.channel.parse(there.written)

    assert isinstance(inbound, Inbound)
    assert (inbound.channel, inbound.text, inbound.event) == (case.name, "Xin chào", Event.MESSAGE)
    assert inbound.external_id
    assert inbound.address
    assert inbound.at.utcoffset().total_seconds() == 0


@every_channel
async def test_the_same_payload_has_the_same_identity(case):
    async with case.open() as there:
        (first,) = there.channel.parse(there.written)
        (second,) = there.channel.parse(there.written)

    assert (first.external_id, first.address) == (second.external_id, second.address)


@every_channel
async def test_a_malformed_payload_is_not_understood(case):
    async with case.open() as there:
        with pytest.raises(NotUnderstood):
            there.channel.parse(there.malformed)


@every_channel
async def test_an_unknown_kind_is_ignored_with_a_reason(case):
    async with case.open() as there:
        (ignored,) = there.channel.parse(there.unknown)

    assert isinstance(ignored, Ignored)
    assert ignored.reason


@every_channel
async def test_a_message_arrives_as_written(case):
    text = "Ông/bà cần gì?\n\n1 < 2 & *không* _in đậm_ <b>🙂</b>"
    async with case.open() as there:
        sent = await there.channel.send(an_outbound(there.address, text=text))
        shown = await there.shown()

    assert shown.text == text
    assert isinstance(sent.external_id, str)


@with_buttons
async def test_a_tapped_button_brings_its_payload_back(case):
    rows = ((Button("Đường sá", "q:subject:roads", "primary"), Button("Rác", "q:subject:waste")),)
    async with case.open() as there:
        await there.channel.send(an_outbound(there.address, rows=(*rows, (Button("Hủy", "cancel", "danger"),))))
        shown = await there.shown()
        (inbound,) = there.channel.parse(there.tapped("Rác"))

    assert shown.labels == ["Đường sá", "Rác", "Hủy"]
    assert (inbound.choice, inbound.address) == ("q:subject:waste", there.address)


@every_channel
async def test_the_longest_text_with_the_most_buttons_arrives(case):
    async with case.open() as there:
        able = there.channel.capabilities
        text = "đ" * able.text_max
        # Payloads are counted in bytes, labels in the channel's unit.
        buttons = [
            Button(f"{number:03}".ljust(able.label_max, "ư"), f"{number:03}".ljust(able.choice_max_bytes, "x"))
            for number in range(able.buttons_max)
        ]
        rows = tuple(
            tuple(buttons[start : start + able.buttons_per_row])
            for start in range(0, len(buttons), able.buttons_per_row)
        )
        await there.channel.send(an_outbound(there.address, text=text, rows=rows))
        shown = await there.shown()

    assert shown.text == text
    assert shown.labels == [button.label for button in buttons]


@troubles_of(SENDING)
async def test_a_failed_send_says_what_to_do(case, trouble):
    async with case.open() as there:
        there.make(trouble)
        with pytest.raises(SENDING[trouble]) as caught:
            await there.channel.send(an_outbound(there.address))

    assert str(caught.value)
    assert not isinstance(caught.value, Throttled) or caught.value.retry_after_seconds > 0
    assert trouble is not Trouble.CUT_OFF or caught.value.doubtful


@troubles_of({Trouble.THROTTLED: Throttled, Trouble.DOWN: Unreachable})
async def test_after_a_passing_trouble_the_same_message_arrives_once(case, trouble):
    async with case.open() as there:
        message = an_outbound(there.address)
        there.make(trouble)
        with pytest.raises(SENDING[trouble]):
            await there.channel.send(message)
        await there.channel.send(message)
        shown = await there.shown()

    assert shown.text == message.text


@every_channel
async def test_a_file_is_fetched_byte_by_byte(case):
    content = bytes(range(256)) * 1000
    async with case.open() as there:
        fetched = await all_of(there.channel.fetch(there.sent_file(content)))

    assert fetched == content


@troubles_of(FETCHING)
async def test_a_failed_fetch_says_what_to_do(case, trouble):
    async with case.open() as there:
        file = there.sent_file(b"a picture")
        there.make(trouble)
        with pytest.raises(FETCHING[trouble]):
            await all_of(there.channel.fetch(file))


@every_channel
async def test_closing_twice_does_no_harm(case):
    async with case.open() as there:
        await there.channel.close()
        await there.channel.close()
