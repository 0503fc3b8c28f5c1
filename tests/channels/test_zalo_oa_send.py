"""Our messages as an Official Account's calls, and what its errors mean."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from PIL import Image

from channels.contract import (
    BadConfig,
    FileGone,
    Postponed,
    RecipientGone,
    Rejected,
    SendFailed,
    Throttled,
    Unreachable,
    WindowClosed,
)
from channels.zalo_oa.errors import POLICIES, send_error
from channels.zalo_oa.setup import account, free_messages
from conversation.messages import Button, FileKind, Option, Outbound, OutgoingFile, Reply, words
from conversation.render import render
from tests.channels.zalo_oa_case import AN, open_zalo_oa

NOW = datetime(2026, 11, 16, 2, 0, 20, tzinfo=UTC)
"""09:00:20 in Vietnam."""

PHOTO = OutgoingFile(7, FileKind.PHOTO, "a.jpg")
PDF = OutgoingFile(8, FileKind.DOCUMENT, "Giấy mời.pdf")
SHEET = OutgoingFile(9, FileKind.DOCUMENT, "Phụ lục.xlsx")


def an_outbound(**fields):
    return Outbound(**{"id": "1.0", "address": AN, "text": "Kính chào ông/bà", **fields})


def a_picture(side=40, *, noise=False):
    picture = Image.effect_noise((side, side), 90) if noise else Image.new("RGB", (side, side), "red")
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue(), "image/png"


FILES = {7: a_picture(), 8: (b"%PDF-1.7 x", "application/pdf"), 9: (b"PK", "application/vnd.ms-excel")}


async def test_numbers_stand_in_the_text_beside_the_buttons():
    options = (Option("a", words("menu-new"), "!menu=new"), Option("b", words("menu-help"), "!menu=help"))
    async with open_zalo_oa() as there:
        (message,) = render(
            Reply((words("engine-unsupported"),), options), there.channel.capabilities, "vi", id="1", address=AN
        )
        await there.channel.send(message)
        shown = await there.person.hears()

    assert [line[:2] for line in shown.text.splitlines()[-2:]] == ["1.", "2."]
    assert [button["type"] for button in shown.buttons] == ["oa.query.hide", "oa.query.hide"]


async def test_six_choices_are_numbers_alone():
    options = tuple(Option(str(n), words("menu-new"), f"!menu={n}") for n in range(6))
    async with open_zalo_oa() as there:
        (message,) = render(
            Reply((words("engine-unsupported"),), options), there.channel.capabilities, "vi", id="1", address=AN
        )
        await there.channel.send(message)
        shown = await there.person.hears()

    assert shown.buttons == []
    assert "6." in shown.text


async def test_an_error_with_http_200_is_an_error():
    async with open_zalo_oa() as there:
        there.zalo.errors.append(-201)
        with pytest.raises(Rejected, match="-201"):
            await there.channel.send(an_outbound())


async def test_every_send_is_counted_against_what_zalo_says():
    async with open_zalo_oa() as there:
        for _ in range(9):
            await there.channel.send(an_outbound())

    kinds = [quota.kind for quota in there.accounting.quotas]
    assert kinds == ["reply"] * 8 + ["charged"]
    assert [quota.remain for quota in there.accounting.quotas[:2]] == [7, 6]


async def test_a_picture_with_short_words_is_one_message():
    async with open_zalo_oa(files=FILES) as there:
        await there.channel.send(an_outbound(files=(PHOTO,)))
        shown = await there.person.hears()

    assert (shown.text, there.zalo.uploads[shown.attachment][:4]) == ("Kính chào ông/bà", b"\x89PNG")
    assert there.person.heard.empty()


async def test_a_picture_comes_before_words_with_buttons():
    async with open_zalo_oa(files=FILES) as there:
        await there.channel.send(an_outbound(files=(PHOTO,), rows=((Button("Được", "yes"),),)))
        first, second = await there.person.hears(), await there.person.hears()

    assert (bool(first.attachment), first.text) == (True, "")
    assert (second.labels, second.text) == (["Được"], "Kính chào ông/bà")


async def test_an_upload_is_used_again():
    async with open_zalo_oa(files=FILES) as there:
        for _ in range(3):
            await there.channel.send(an_outbound(files=(PHOTO, PDF)))

    assert there.zalo.upload_calls == 2


async def test_an_upload_that_zalo_forgot_is_made_again():
    async with open_zalo_oa(files=FILES) as there:
        await there.channel.send(an_outbound(files=(PHOTO,)))
        there.zalo.uploads.clear()
        await there.channel.send(an_outbound(files=(PHOTO,)))

    assert there.zalo.upload_calls == 2
    assert there.uploads.ids[7] in there.zalo.uploads


async def test_a_picture_is_made_small_enough():
    async with open_zalo_oa(files={7: a_picture(1500, noise=True)}) as there:
        await there.channel.send(an_outbound(files=(PHOTO,)))
        shown = await there.person.hears()

    assert len(there.zalo.uploads[shown.attachment]) <= 1024 * 1024


async def test_what_zalo_does_not_carry_travels_as_a_link():
    async with open_zalo_oa(files=FILES) as there:
        await there.channel.send(an_outbound(files=(SHEET,)))
        shown = await there.person.hears()

    assert shown.text == "Kính chào ông/bà\n\nPhụ lục.xlsx: https://nghedan.example.vn/f/9"


async def test_contact_details_are_asked_for_with_zalos_own_form():
    async with open_zalo_oa(info_image="https://nghedan.example.vn/logo.png") as there:
        able = there.channel.capabilities.asks_phone
        await there.channel.send(an_outbound(asks_phone="Gửi số điện thoại"))
        first, second = await there.person.hears(), await there.person.hears()

    assert able
    assert (first.asks_info, second.asks_info) == (False, True)


async def test_without_a_public_picture_nobody_is_asked_by_form():
    async with open_zalo_oa() as there:
        await there.channel.send(an_outbound(asks_phone="Gửi số điện thoại"))

    assert not there.channel.capabilities.asks_phone
    assert there.zalo.calls["/v3.0/oa/message/cs"] == 1


async def test_a_token_that_expires_within_a_batch_is_renewed_and_nothing_is_lost():
    async with open_zalo_oa() as there:
        await there.channel.send(an_outbound(text="một"))
        there.zalo.expired.add(there.zalo.access)
        there.zalo.access = "access-2"
        for text in ("hai", "ba"):
            await there.channel.send(an_outbound(text=text))

    assert [message.text for _, message in there.zalo.sent] == ["một", "hai", "ba"]
    assert there.tokens.renewals == 1


async def test_a_token_that_cannot_be_renewed_is_an_administrators_matter():
    async with open_zalo_oa() as there:
        there.tokens.lost = True
        there.zalo.access = "another"
        with pytest.raises(BadConfig):
            await there.channel.send(an_outbound())


async def test_a_token_that_is_refused_twice_is_not_tried_a_third_time():
    async with open_zalo_oa() as there:
        there.zalo.errors.extend([-216, -216])
        with pytest.raises(BadConfig, match="-216"):
            await there.channel.send(an_outbound())

    assert there.zalo.calls["/v3.0/oa/message/cs"] == 2


async def test_the_limit_that_zalo_states_is_told():
    told = []
    async with open_zalo_oa(on_limit=told.append) as there:
        there.zalo.rate_limit = "100"
        await there.channel.send(an_outbound())

    assert told == [100]


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_a_gateways_error_leaves_a_doubt(status):
    async with open_zalo_oa() as there:
        there.zalo.status = status
        with pytest.raises(Unreachable) as caught:
            await there.channel.send(an_outbound())

    assert caught.value.doubtful


async def test_a_closed_window_is_told_as_such():
    async with open_zalo_oa() as there:
        there.person.interacted_at -= 8 * 86_400
        with pytest.raises(WindowClosed):
            await there.channel.send(an_outbound())


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (-32, Throttled), (-100, FileGone), (-200, SendFailed), (-201, Rejected), (-204, BadConfig), (-205, BadConfig),
        (-209, BadConfig), (-210, Rejected), (-211, Postponed), (-212, BadConfig), (-213, RecipientGone),
        (-216, BadConfig), (-217, RecipientGone), (-218, Postponed), (-219, BadConfig), (-220, BadConfig),
        (-221, BadConfig), (-223, BadConfig), (-224, BadConfig), (-227, RecipientGone), (-230, WindowClosed),
        (-232, WindowClosed), (-233, Rejected), (-234, Postponed), (-235, BadConfig), (-240, Rejected),
        (-242, BadConfig), (-244, RecipientGone), (-248, Rejected), (-320, BadConfig), (-321, BadConfig),
        (-999, Rejected),
    ],
)  # fmt: skip
def test_every_code_says_what_to_do(code, error):
    found = send_error(code, "said", NOW)

    assert type(found) is error
    assert str(found).startswith(str(code))
    assert found.our_fault or not isinstance(found, Rejected)


def test_every_documented_code_is_in_the_table_of_the_test_above():
    assert len(POLICIES) == 31


@pytest.mark.parametrize(
    ("code", "at", "hours"),
    [(-211, NOW, 15), (-218, NOW, 15), (-234, datetime(2026, 11, 16, 16, 0, tzinfo=UTC), 7)],
)
def test_what_is_used_up_waits_for_the_next_day_and_the_night_for_six(code, at, hours):
    error = send_error(code, "", at)

    assert isinstance(error, Postponed)
    assert hours * 3600 - 60 <= error.retry_after_seconds <= hours * 3600 + 60


def test_a_full_minute_is_waited_out():
    error = send_error(-32, "", NOW)

    assert isinstance(error, Throttled)
    assert error.retry_after_seconds == pytest.approx(40.5)


async def test_the_account_and_the_free_messages_can_be_asked_for():
    async with open_zalo_oa() as there:
        await there.channel.send(an_outbound())
        seen, left = await account(there.channel), await free_messages(there.channel, AN)

    assert (seen.type, seen.verified, left) == (4, True, 7)
