"""Our messages as a Zalo Bot's calls."""

from __future__ import annotations

import logging

import pytest

from channels.contract import FileGone, FileTooLarge, RecipientGone, Rejected, SendError, Throttled, Unreachable
from channels.zalo_common.media import download
from conversation.messages import FileKind, Option, Outbound, OutgoingFile, Reply, words
from conversation.render import render
from tests.channels.zalo_bot_case import AN, open_zalo_bot

PHOTO = OutgoingFile(7, FileKind.PHOTO, "a.jpg")


def an_outbound(**fields):
    return Outbound(**{"id": "1.0", "address": AN, "text": "Kính chào ông/bà", **fields})


async def test_choices_are_numbers_in_the_text():
    options = (Option("a", words("menu-new"), "a"), Option("b", words("menu-help"), "b"))
    async with open_zalo_bot() as there:
        said = Reply((words("engine-unsupported"),), options)
        (message,) = render(said, there.channel.capabilities, "vi", id="1", address=AN)
        await there.channel.send(message)
        shown = await there.person.hears()

    assert [line[:2] for line in shown.text.splitlines()[-2:]] == ["1.", "2."]


async def test_a_long_text_is_cut_at_the_end_of_a_sentence():
    text = ("Đường hỏng nặng, xe không đi được. " * 120).strip()
    async with open_zalo_bot() as there:
        await there.channel.send(an_outbound(text=text))
        parts = [await there.person.hears() for _ in range(there.person.heard.qsize())]

    assert len(parts) > 1
    assert all(part.text.endswith(".") for part in parts)
    assert " ".join(part.text for part in parts) == text


async def test_a_photo_travels_as_a_public_address_with_the_text_under_it():
    async with open_zalo_bot() as there:
        await there.channel.send(an_outbound(files=(PHOTO,)))
        shown = await there.person.hears()

    assert (shown.photo, shown.text) == ("https://nghedan.example.vn/f/7", "Kính chào ông/bà")
    assert there.person.heard.empty()


async def test_a_document_travels_as_a_link():
    file = OutgoingFile(8, FileKind.DOCUMENT, "Báo cáo.xlsx")
    async with open_zalo_bot() as there:
        await there.channel.send(an_outbound(files=(file,)))
        shown = await there.person.hears()

    assert shown.text == "Kính chào ông/bà\n\nBáo cáo.xlsx: https://nghedan.example.vn/f/8"


async def test_without_a_public_address_the_words_arrive_alone():
    async with open_zalo_bot(public=False) as there:
        await there.channel.send(an_outbound(files=(PHOTO,)))
        shown = await there.person.hears()

    assert (shown.photo, shown.text) == ("", "Kính chào ông/bà")


async def test_what_people_wrote_is_never_markup():
    async with open_zalo_bot() as there:
        await there.channel.send(an_outbound(text="**đậm** {red}đỏ{/red}"))

    assert there.zalo.calls[-1] == ("sendMessage", {"chat_id": AN, "text": "**đậm** {red}đỏ{/red}"})


async def test_a_refusal_with_http_200_is_a_refusal():
    async with open_zalo_bot() as there:
        there.zalo.refuse(400, "Bad request", status=200)
        with pytest.raises(Rejected):
            await there.channel.send(an_outbound())


async def test_waits_grow_while_zalo_says_that_the_quota_is_used_up():
    waits = []
    async with open_zalo_bot() as there:
        for _ in range(3):
            there.zalo.refuse(429, "Quota exceeded")
            with pytest.raises(Throttled) as caught:
                await there.channel.send(an_outbound())
            waits.append(caught.value.retry_after_seconds)
        await there.channel.send(an_outbound())
        there.zalo.refuse(429, "Quota exceeded")
        with pytest.raises(Throttled) as caught:
            await there.channel.send(an_outbound())

    assert waits == [5, 15, 60]
    assert caught.value.retry_after_seconds == 5


@pytest.mark.parametrize(("code", "doubtful"), [(403, False), (503, False), (408, True)])
async def test_only_what_proves_that_it_was_not_taken_is_without_doubt(code, doubtful):
    async with open_zalo_bot() as there:
        there.zalo.refuse(code, "sorry")
        with pytest.raises(Unreachable) as caught:
            await there.channel.send(an_outbound())

    assert caught.value.doubtful == doubtful


async def test_a_gateways_error_page_leaves_a_doubt():
    async with open_zalo_bot() as there:
        there.zalo.outage = True
        with pytest.raises(Unreachable) as caught:
            await there.channel.send(an_outbound())

    assert caught.value.doubtful


async def test_a_chat_that_alone_is_refused_again_and_again_has_blocked_us():
    async with open_zalo_bot() as there:
        there.zalo.person("other")
        there.person.blocked = True
        errors = []
        for _ in range(3):
            with pytest.raises(SendError) as caught:
                await there.channel.send(an_outbound())
            errors.append(type(caught.value))
            await there.channel.send(an_outbound(address="other"))

    assert errors == [Rejected, Rejected, RecipientGone]


async def test_a_chat_is_not_taken_for_blocked_while_everybody_is_refused():
    async with open_zalo_bot() as there:
        there.person.blocked = True
        for _ in range(4):
            with pytest.raises(Rejected):
                await there.channel.send(an_outbound())


async def test_neither_errors_nor_the_log_hold_the_token(caplog):
    caplog.set_level(logging.DEBUG)
    async with open_zalo_bot() as there:
        there.zalo.cuts = 1
        with pytest.raises(Unreachable) as caught:
            await there.channel.send(an_outbound())

    assert there.zalo.token not in f"{caught.value!r} {there.channel.api!r} {caplog.text}"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/a.jpg",
        "https://evilzdn.vn/a.jpg",
        "https://zdn.vn:8443/a.jpg",
        "https://user@photo.zdn.vn/a.jpg",
        "file:///etc/passwd",
        "http://169.254.169.254/latest",
        "",
    ],
)
async def test_a_file_is_fetched_from_zalos_hosts_alone(address):
    async with open_zalo_bot() as there:
        with pytest.raises(FileGone):
            _ = [chunk async for chunk in download(there.channel.api.session, address)]


async def test_a_redirect_does_not_lead_out_of_the_list():
    async with open_zalo_bot() as there:
        there.zalo.hops["/media/hop"] = "http://169.254.169.254/latest"
        source = there.sent_file(b"x")
        moved = there.zalo.url + "/media/hop"
        with pytest.raises(FileGone):
            _ = [c async for c in download(there.channel.api.session, moved, hosts=[there.zalo.media_host])]
        there.zalo.hops["/media/hop"] = source.source
        kept = [c async for c in download(there.channel.api.session, moved, hosts=[there.zalo.media_host])]

    assert kept == [b"x"]


async def test_a_download_stops_at_its_limit():
    async with open_zalo_bot() as there:
        source = there.sent_file(b"x" * 100_000).source
        with pytest.raises(FileTooLarge):
            _ = [
                c
                async for c in download(
                    there.channel.api.session, source, hosts=[there.zalo.media_host], at_most_bytes=1000
                )
            ]
