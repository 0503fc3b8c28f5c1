"""What an Official Account's events mean: samples of the reference, made anonymous."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from channels.contract import NotUnderstood
from channels.zalo_oa.payloads import parse_event
from conversation.messages import Event, FileKind, Ignored, Pin

AN, OA, APP = "246845883529197922", "388613280878808645", "360846524940903967"


def an_event(name="user_send_text", **message):
    return {
        "app_id": APP,
        "sender": {"id": AN},
        "user_id_by_app": "552177279717587730",
        "recipient": {"id": OA},
        "event_name": name,
        "message": {"msg_id": "96d3cdf3af150460909", **message},
        "timestamp": "1543908534740",
    }


def an_attachment(kind, payload, *, name="", **message):
    return parse_event(
        an_event(name or f"user_send_{kind}", attachments=[{"type": kind, "payload": payload}], **message)
    )


def test_a_text_says_who_where_and_when():
    found = parse_event(an_event(text="Xin chào"))

    assert (found.channel, found.external_id, found.address) == ("zalo_oa", "96d3cdf3af150460909", AN)
    assert (found.text, found.alias) == ("Xin chào", "552177279717587730")
    assert found.at == datetime(2018, 12, 4, 7, 28, 54, 740000, tzinfo=UTC)


def test_a_tap_comes_as_text_and_is_recognised():
    found = parse_event(an_event(text="#nd:!menu=track"))

    assert (found.choice, found.text) == ("!menu=track", "")


def test_a_hash_of_the_persons_own_is_text():
    assert parse_event(an_event(text="#phananh")).text == "#phananh"


def test_an_answer_names_the_message_that_it_answers():
    assert parse_event(an_event(text="vâng", quote_msg_id="1234")).replies_to == "1234"


@pytest.mark.parametrize(
    ("kind", "ours", "mime"),
    [
        ("image", FileKind.PHOTO, "image/jpeg"),
        ("gif", FileKind.PHOTO, "image/gif"),
        ("audio", FileKind.VOICE, "audio/amr"),
        ("video", FileKind.VIDEO, "video/mp4"),
    ],
)
def test_pictures_voice_and_video_are_files(kind, ours, mime):
    found = an_attachment(kind, {"url": "https://f.zdn.vn/a", "thumbnail": "https://f.zdn.vn/t"}, text="ổ gà")

    (file,) = found.files
    assert (file.kind, file.mime, file.source, found.text) == (ours, mime, "https://f.zdn.vn/a", "ổ gà")


def test_several_pictures_of_one_event_are_all_taken():
    pictures = [{"type": "image", "payload": {"url": f"https://f.zdn.vn/{n}"}} for n in range(3)]
    found = parse_event(an_event("user_send_image", attachments=pictures))

    assert [file.source for file in found.files] == [f"https://f.zdn.vn/{n}" for n in range(3)]


def test_a_document_has_name_size_and_type():
    payload = {"size": "233947", "name": "Đơn.docx", "checksum": "d41d8", "type": "docx", "url": "https://f.zdn.vn/d"}
    (file,) = an_attachment("file", payload).files

    assert (file.name, file.size, file.unique) == ("Đơn.docx", 233947, "d41d8")
    assert file.mime == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_places_coordinates_are_text():
    found = an_attachment("location", {"coordinates": {"latitude": "10.7642473", "longitude": "106.65643139999999"}})

    assert found.pin == Pin(10.7642473, 106.65643139999999)


def test_a_link_is_kept_as_words():
    payload = {"thumbnail": "https://t", "description": "Bài báo", "url": "https://bao.vn/1"}
    found = an_attachment("link", payload, text="xem này")

    assert found.text == "xem này\nBài báo\nhttps://bao.vn/1"


@pytest.mark.parametrize(
    ("name", "kind", "payload", "said"),
    [
        ("user_send_sticker", "sticker", {"url": "https://s", "id": "1"}, "sticker"),
        ("user_send_business_card", "link", {"url": "https://c"}, "business_card"),
        ("user_send_hologram", "hologram", {}, "hologram"),
    ],
)
def test_what_cannot_be_kept_is_told_as_unsupported(name, kind, payload, said):
    found = an_attachment(kind, payload, name=name)

    assert (found.event, found.text) == (Event.UNSUPPORTED, said)


@pytest.mark.parametrize(("name", "event"), [("follow", Event.STARTED), ("unfollow", Event.BLOCKED)])
def test_who_follows_stands_in_the_follower(name, event):
    found = parse_event(
        {"oa_id": OA, "follower": {"id": AN}, "event_name": name, "source": "oa_profile", "timestamp": "1543908534740"}
    )

    assert (found.event, found.address) == (event, AN)
    assert found.external_id.startswith("e-")


def test_the_first_tap_on_write_opens_the_chat():
    found = parse_event({"event_name": "user_click_chatnow", "oa_id": OA, "user_id": AN, "timestamp": "1543908534740"})

    assert (found.event, found.address) == (Event.STARTED, AN)


def test_a_submitted_phone_is_a_number_and_becomes_as_people_write_it():
    info = {"phone": 841213333111, "name": "Nguyễn An", "city": "Vĩnh Long", "address": "…", "ward": ""}
    event = {**an_event("user_submit_info"), "info": info}
    del event["message"]
    found = parse_event(event)

    assert (found.phone, found.sender_name, found.event) == ("01213333111", "Nguyễn An", Event.MESSAGE)


def test_the_echo_of_our_own_words_is_never_answered():
    echo = {**an_event("oa_send_text", text="Kính chào"), "sender": {"id": OA}, "recipient": {"id": AN}}

    assert parse_event(echo) == Ignored("echo")


def test_a_humans_own_message_takes_the_chat_over():
    echo = {**an_event("oa_send_image"), "sender": {"id": OA, "admin_id": "7021"}, "recipient": {"id": AN}}
    found = parse_event(echo)

    assert (found.event, found.address) == (Event.TAKEN_OVER, AN)


@pytest.mark.parametrize(
    ("user", "address"), [(AN, AN), ("", "app:552177279717587730")], ids=["by the account's id", "by the app's id"]
)
def test_a_persons_withdrawal_is_told(user, address):
    found = parse_event(
        {
            "app_id": APP, "oa_id": "", "user_id": user, "user_id_by_app": "552177279717587730",
            "event_name": "user_withdraw", "timestamp": "1543908534740",
        }
    )  # fmt: skip

    assert (found.event, found.address) == (Event.WITHDRAWN, address)


@pytest.mark.parametrize(
    "name",
    ["user_received_message", "user_seen_message", "user_reacted_message", "oa_reacted_message", "add_user_to_tag"],
)
def test_receipts_and_reactions_mean_nothing(name):
    assert parse_event({**an_event(name), "sender": {"id": OA}, "recipient": {"id": AN}}) == Ignored(name)


@pytest.mark.parametrize("name", ["anonymous_send_text", "oa_send_anonymous_text"])
def test_visitors_who_are_not_logged_in_open_no_case(name):
    assert parse_event(an_event(name, text="a")) == Ignored("anonymous")


def test_an_event_brought_again_has_the_same_identity():
    event = {"follower": {"id": AN}, "event_name": "follow", "timestamp": "1543908534740"}

    assert parse_event(event).external_id == parse_event(dict(reversed(event.items()))).external_id
    assert parse_event(event).external_id != parse_event({**event, "timestamp": "1543908534741"}).external_id


@pytest.mark.parametrize(
    "broken",
    [
        {},
        an_event(text=7),
        {**an_event(text="a"), "timestamp": "soon"},
        {**an_event(text="a"), "sender": {}},
        an_event("user_send_image", attachments=[{"type": "image"}]),
        an_event(
            "user_send_location", attachments=[{"type": "location", "payload": {"coordinates": {"latitude": "x"}}}]
        ),
        {"event_name": "follow", "timestamp": "1543908534740"},
    ],
)
def test_what_breaks_the_reference_is_not_understood(broken):
    with pytest.raises(NotUnderstood):
        parse_event(broken)
