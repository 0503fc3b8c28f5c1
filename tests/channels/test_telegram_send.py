"""Our messages as Telegram's: keyboards, files, and what each refusal means."""

from __future__ import annotations

import asyncio
import logging

import pytest

from channels.contract import (
    BadConfig,
    FileGone,
    FileTooLarge,
    RecipientGone,
    RecipientMoved,
    Rejected,
    Throttled,
    Unreachable,
)
from channels.telegram import TelegramChannel, deep_link
from channels.telegram.capabilities import CAPTION_MAX, DOWNLOAD_MAX_BYTES
from channels.telegram.payloads import SHARING_ASKED
from channels.telegram.sharing import SHARE_PHONE
from conversation.messages import Button, FileKind, Ignored, IncomingFile, Outbound, OutgoingFile
from tests.channels.telegram_case import open_telegram
from tests.doubles.bot_api.person import JPEG

PHOTO = (JPEG, "image/jpeg")
PAPER = (b"%PDF-1.7 a paper", "application/pdf")
ROWS = ((Button("Đúng", "yes"), Button("Sai", "no")),)


def an_outbound(text="Kính chào ông/bà", **fields):
    return Outbound(**{"id": "7.0", "address": "5001", "text": text, **fields})


def photos(*numbers):
    return tuple(OutgoingFile(number, FileKind.PHOTO, f"anh-{number}.jpg") for number in numbers)


# -- the chat's own menu of commands ------------------------------------------------------------------------------------


async def test_a_chat_is_given_a_menu_of_its_own_and_everybodys_again():
    async with open_telegram() as there:
        await there.channel.send(an_outbound(menu=(("tim", "Tìm vụ việc"),)))
        given = dict(there.api.chat_commands)
        await there.channel.send(an_outbound())
        kept = dict(there.api.chat_commands)
        await there.channel.send(an_outbound(menu=()))

    assert given == kept == {5001: [{"command": "tim", "description": "Tìm vụ việc"}]}
    assert there.api.chat_commands == {}
    assert there.api.commands == {}


async def test_a_menu_that_telegram_refuses_keeps_no_message_back():
    async with open_telegram() as there:
        sent = await there.channel.send(an_outbound(menu=(("Không-Hợp-Lệ", "?"),)))
        heard = await there.person.hears()

    assert sent.external_id == str(heard.message_id)


# -- keyboards --------------------------------------------------------------------------------------------------------


async def test_a_text_goes_without_markup_and_without_previews():
    async with open_telegram() as there:
        await there.channel.send(an_outbound("Xem https://example.org <b>"))

    (method, parameters) = there.api.calls[-1]
    assert method == "sendmessage"
    assert parameters["text"] == "Xem https://example.org <b>"
    assert parameters["link_preview_options"] == {"is_disabled": True}
    assert "parse_mode" not in parameters


async def test_sent_tells_the_number_of_the_message_there():
    async with open_telegram() as there:
        sent = await there.channel.send(an_outbound())
        heard = await there.person.hears()

    assert sent.external_id == str(heard.message_id)


async def test_styles_that_telegram_knows_are_handed_on_and_others_are_not():
    rows = ((Button("Gửi", "a", "primary"), Button("Xóa", "b", "danger"), Button("Lạ", "c", "sparkling")),)
    async with open_telegram() as there:
        await there.channel.send(an_outbound(rows=rows))
        heard = await there.person.hears()

    assert [button.get("style", "") for button in heard.buttons] == ["primary", "danger", ""]


async def test_without_buttons_the_sharing_keys_come_with_the_question():
    async with open_telegram() as there:
        await there.channel.send(an_outbound("Ở đâu?", asks_pin="Gửi vị trí", asks_phone="Gửi số điện thoại"))
        heard = await there.person.hears()

    assert heard.text == "Ở đâu?"
    assert heard.keys == [
        {"text": "Gửi vị trí", "request_location": True},
        {"text": "Gửi số điện thoại", "request_contact": True},
    ]
    assert heard.markup["one_time_keyboard"] is True


async def test_with_buttons_there_is_one_more_whose_tap_brings_the_sharing_key():
    async with open_telegram() as there:
        await there.channel.send(an_outbound("Ở đâu?", rows=ROWS, asks_pin="Gửi vị trí", asks_phone="Gửi số"))
        question = await there.person.hears()
        tap = there.person.taps("Gửi vị trí").update
        (ignored,) = there.channel.parse(tap)
        await there.channel.offer_sharing(tap)
        offer = await there.person.hears()

    assert question.labels == ["Đúng", "Sai", "Gửi vị trí", "Gửi số"]
    assert ignored == Ignored(SHARING_ASKED)
    assert (offer.text, offer.keys) == ("Gửi vị trí", [{"text": "Gửi vị trí", "request_location": True}])


async def test_a_sharing_button_too_old_to_be_seen_still_brings_its_key():
    async with open_telegram() as there:
        tap = there.person.taps_data(SHARE_PHONE, message_id=12).update
        del tap["callback_query"]["message"]
        await there.channel.offer_sharing(tap)
        offer = await there.person.hears()

    assert offer.keys == [{"text": "📞", "request_contact": True}]


async def test_a_sharing_key_that_does_not_arrive_harms_nobody():
    async with open_telegram() as there:
        there.api.faults.throttle(3)
        await there.channel.offer_sharing(there.person.taps_data(SHARE_PHONE, message_id=12).update)

    assert there.person.messages == []


async def test_the_next_plain_message_takes_the_sharing_keys_away():
    async with open_telegram() as there:
        await there.channel.send(an_outbound("Ở đâu?", asks_pin="Gửi vị trí"))
        await there.channel.send(an_outbound("Cảm ơn ông/bà"))
        await there.person.hears()
        heard = await there.person.hears()

    assert heard.takes_keyboard_away


# -- files ------------------------------------------------------------------------------------------------------------


async def test_one_photo_carries_text_and_buttons():
    async with open_telegram(f1=PHOTO) as there:
        await there.channel.send(an_outbound("Đã vá ổ gà", files=photos(1), rows=ROWS))
        heard = await there.person.hears()

    assert (heard.method, heard.text, heard.labels) == ("sendPhoto", "Đã vá ổ gà", ["Đúng", "Sai"])
    assert heard.files == (("photo", "anh-1.jpg", JPEG),)


async def test_a_text_too_long_for_a_caption_follows_its_photo():
    text = "đ" * (CAPTION_MAX + 1)
    async with open_telegram(f1=PHOTO) as there:
        await there.channel.send(an_outbound(text, files=photos(1), rows=ROWS))
        photo, words = await there.person.hears(), await there.person.hears()

    assert (photo.method, photo.text, photo.labels) == ("sendPhoto", "", [])
    assert (words.text, words.labels) == (text, ["Đúng", "Sai"])


async def test_several_files_go_as_albums_of_their_kind_and_the_text_comes_last():
    files = (*photos(1, 2, 3), OutgoingFile(4, FileKind.DOCUMENT, "cong-van.pdf"))
    async with open_telegram(f1=PHOTO, f2=PHOTO, f3=PHOTO, f4=PAPER) as there:
        sent = await there.channel.send(an_outbound("Hồ sơ", files=files, rows=ROWS))
        heard = there.person.messages

    assert [message.method for message in heard] == ["sendMediaGroup"] * 3 + ["sendDocument", "sendMessage"]
    assert heard[3].files == (("document", "cong-van.pdf", PAPER[0]),)
    assert heard[-1].labels == ["Đúng", "Sai"]
    assert sent.external_id == str(heard[-1].message_id)


async def test_eleven_photos_are_two_sendings():
    files = {f"f{number}": PHOTO for number in range(11)}
    async with open_telegram(**files) as there:
        await there.channel.send(an_outbound("", files=photos(*range(11))))
        methods = [method for method, _ in there.api.calls]

    assert methods == ["sendmediagroup", "sendphoto"]


@pytest.mark.parametrize(
    ("kind", "method"),
    [(FileKind.VOICE, "sendVoice"), (FileKind.VIDEO, "sendVideo"), (FileKind.DOCUMENT, "sendDocument")],
)
async def test_a_file_goes_as_what_it_is(kind, method):
    async with open_telegram(f1=(b"OggS bytes", "audio/ogg")) as there:
        await there.channel.send(an_outbound("Nghe thử", files=(OutgoingFile(1, kind, "ghi-am"),)))
        heard = await there.person.hears()

    assert (heard.method, heard.text) == (method, "Nghe thử")


@pytest.mark.parametrize("numbers", [(1,), (1, 2)])
async def test_a_picture_that_telegram_cannot_show_goes_as_document(numbers):
    odd = (b"RIFF not a picture for Telegram", "image/webp")
    async with open_telegram(f1=odd, f2=odd) as there:
        await there.channel.send(an_outbound("Bản vẽ", files=photos(*numbers)))
        heard = there.person.messages

    assert {file[0] for message in heard for file in message.files} == {"document"}
    assert [file[2] for message in heard for file in message.files] == [odd[0]] * len(numbers)


async def test_a_file_of_megabytes_arrives_whole():
    content = bytes(range(256)) * 20_000
    async with open_telegram(f1=(content, "application/pdf")) as there:
        await there.channel.send(an_outbound(files=(OutgoingFile(1, FileKind.DOCUMENT, "ho-so.pdf"),)))
        heard = await there.person.hears()

    assert heard.files == (("document", "ho-so.pdf", content),)


async def test_a_file_above_fifty_megabytes_is_not_even_tried():
    async with open_telegram(f1=(bytes(50 * 1024 * 1024 + 1), "video/mp4")) as there:
        with pytest.raises(FileTooLarge):
            await there.channel.send(an_outbound(files=photos(1)))

    assert there.api.calls == []


async def test_an_empty_message_is_refused_before_it_is_sent():
    async with open_telegram() as there:
        with pytest.raises(Rejected):
            await there.channel.send(an_outbound(""))


async def test_an_address_of_another_channel_is_refused():
    async with open_telegram() as there:
        with pytest.raises(Rejected):
            await there.channel.send(an_outbound(address="web-4f2a"))


# -- refusals ---------------------------------------------------------------------------------------------------------

REFUSALS = [
    (403, "bot was blocked by the user", RecipientGone),
    (403, "user is deactivated", RecipientGone),
    (403, "bot can't initiate conversation with a user", RecipientGone),
    (403, "bot was kicked from the group chat", RecipientGone),
    (400, "chat not found", RecipientGone),
    (400, "PEER_ID_INVALID", RecipientGone),
    (400, "can't parse entities: unsupported start tag", Rejected),
    (400, "message text is empty", Rejected),
    (400, "BUTTON_DATA_INVALID", Rejected),
    (400, "wrong file_id or the file is temporarily unavailable", Unreachable),
    (401, "Unauthorized", BadConfig),
    (404, "Not Found", BadConfig),
    (409, "terminated by other getUpdates request", BadConfig),
    (413, "Request Entity Too Large", FileTooLarge),
    (500, "Internal Server Error", Unreachable),
    (502, "Bad Gateway", Unreachable),
    (504, "Gateway Timeout", Unreachable),
]


@pytest.mark.parametrize(("code", "description", "expected"), REFUSALS, ids=[f"{r[0]}-{r[1][:30]}" for r in REFUSALS])
async def test_a_refusal_means(code, description, expected):
    async with open_telegram() as there:
        there.api.faults.fail(code, description)
        with pytest.raises(expected) as caught:
            await there.channel.send(an_outbound())

    assert description.lower() in str(caught.value).lower()


async def test_a_moved_chat_tells_its_new_address():
    async with open_telegram() as there:
        there.person.moves_to(-1001234567890)
        with pytest.raises(RecipientMoved) as caught:
            await there.channel.send(an_outbound())

    assert caught.value.new_address == "-1001234567890"


async def test_being_throttled_tells_for_how_long():
    async with open_telegram() as there:
        there.api.faults.throttle(7)
        with pytest.raises(Throttled) as caught:
            await there.channel.send(an_outbound())

    assert caught.value.retry_after_seconds == 7.0


async def test_a_429_without_parameters_is_still_throttling():
    async with open_telegram() as there:
        there.api.faults.fail(429, "retry after 9")
        with pytest.raises(Throttled) as caught:
            await there.channel.send(an_outbound())

    assert caught.value.retry_after_seconds == 9.0


@pytest.mark.parametrize(("when", "arrived"), [("before", 0), ("after", 1)])
async def test_a_connection_that_breaks_leaves_a_doubt(when, arrived):
    async with open_telegram() as there:
        there.api.faults.drop(when)
        with pytest.raises(Unreachable) as caught:
            await there.channel.send(an_outbound())

    assert caught.value.doubtful
    assert len(there.person.messages) == arrived


async def test_a_server_that_cannot_be_reached_leaves_no_doubt():
    async with open_telegram() as there:
        url = there.api.url
    channel = TelegramChannel("1:token", api_url=url)
    with pytest.raises(Unreachable) as caught:
        await channel.send(an_outbound())
    await channel.close()

    assert not caught.value.doubtful


@pytest.mark.parametrize("answer", [b"<html", b'{"ok":true}', b'{"ok":true,"result":{"chat":{}}}', b"[]"])
async def test_an_answer_that_tells_no_number_of_a_message_leaves_a_doubt(answer):
    async def nonsense(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%b" % (len(answer), answer))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(nonsense, "127.0.0.1", 0)
    channel = TelegramChannel("1:token", api_url=f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}")
    with pytest.raises(Unreachable) as caught:
        await channel.send(an_outbound())
    await channel.close()
    server.close()

    assert caught.value.doubtful


# -- fetching ---------------------------------------------------------------------------------------------------------


async def fetch(channel, file):
    return b"".join([chunk async for chunk in channel.fetch(file)])


async def test_a_file_announced_as_too_large_is_not_asked_for():
    async with open_telegram() as there:
        with pytest.raises(FileTooLarge):
            await fetch(there.channel, IncomingFile(FileKind.VIDEO, "F1", size=DOWNLOAD_MAX_BYTES + 1))

    assert there.api.calls == []


async def test_a_file_that_telegram_finds_too_large_is_too_large():
    async with open_telegram() as there:
        file = there.api.keep_file(bytes(DOWNLOAD_MAX_BYTES + 1), "videos/file_1.mp4")
        with pytest.raises(FileTooLarge):
            await fetch(there.channel, IncomingFile(FileKind.VIDEO, file.file_id))


async def test_a_download_that_does_not_end_is_cut_off():
    async with open_telegram() as there:
        file = there.sent_file(b"x")
        there.api.files[file.source] = there.api.keep_file(b"y" * 100_000, "photos/file_0.jpg")
        with pytest.raises(FileTooLarge):
            async for _ in there.channel.api.download("photos/file_0.jpg", at_most_bytes=99_999):
                pass


async def test_a_link_that_has_run_out_means_that_the_file_is_gone():
    async with open_telegram() as there:
        with pytest.raises(FileGone):
            async for _ in there.channel.api.download("photos/file_77.jpg", at_most_bytes=1):
                pass


async def test_a_path_with_letters_of_ours_is_found():
    async with open_telegram() as there:
        stored = there.api.keep_file(b"content", "documents/đơn số 1.pdf")

        assert await fetch(there.channel, IncomingFile(FileKind.DOCUMENT, stored.file_id)) == b"content"


# -- the token --------------------------------------------------------------------------------------------------------


async def test_the_token_appears_in_no_error_and_in_no_log(caplog):
    caplog.set_level(logging.DEBUG)
    said = []
    async with open_telegram(f1=PHOTO) as there:
        secret = there.api.token.partition(":")[2]
        troubles = [
            lambda: there.api.faults.fail(401, "Unauthorized"),
            lambda: there.api.faults.fail(502, "Bad Gateway"),
            lambda: there.api.faults.drop("before"),
            lambda: there.api.faults.drop("after"),
        ]
        for message in (an_outbound(), an_outbound(files=photos(1))):
            for trouble in troubles:
                trouble()
                with pytest.raises((BadConfig, Unreachable)) as caught:
                    await there.channel.send(message)
                said.append(_everything_said(caught.value))
    said.append(repr(there.channel) + repr(there.channel.api))
    with pytest.raises(Unreachable) as caught:
        await there.channel.send(an_outbound())
    said.append(_everything_said(caught.value))
    await there.channel.close()

    assert not [text for text in said if secret in text]
    assert secret not in caplog.text


def _everything_said(error):
    said = ""
    while error is not None:
        said += f"{error!r} {error} "
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return said


# -- links ------------------------------------------------------------------------------------------------------------


def test_a_link_opens_the_chat_with_its_payload():
    assert deep_link("nghedan_bot", "u_26734-MT") == "https://t.me/nghedan_bot?start=u_26734-MT"
    assert deep_link("nghedan_bot") == "https://t.me/nghedan_bot"


@pytest.mark.parametrize(
    ("name", "payload"), [("@nghedan_bot", "x"), ("nghedan_bot", "a b"), ("nghedan_bot", "x" * 65), ("", "x")]
)
def test_a_link_that_telegram_would_not_open_is_refused(name, payload):
    with pytest.raises(ValueError):
        deep_link(name, payload)
