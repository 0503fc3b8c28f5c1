"""What a Zalo Bot's updates mean: shapes as documented and as captured live, made anonymous."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from channels.contract import NotUnderstood
from channels.zalo_bot.payloads import parse_body
from conversation.messages import Event, FileKind, Ignored

AN = "6ede9afa66b88fe6d6a9"


def an_update(kind: str = "text", chat_type: str = "PRIVATE", **content):
    message = {
        "from": {"id": AN, "display_name": "Ted", "is_bot": False},
        "chat": {"id": AN, "chat_type": chat_type},
        "message_id": "2d758cb5e222177a4e35",
        "date": 1750316131602,
        **content,
    }
    return {"event_name": f"message.{kind}.received", "message": message}


def parsed(update):
    (found,) = parse_body(update)
    return found


def test_a_text_says_who_where_and_when():
    found = parsed(an_update(text="Xin chào"))

    assert (found.channel, found.external_id, found.address) == ("zalo_bot", "2d758cb5e222177a4e35", AN)
    assert (found.text, found.sender_name) == ("Xin chào", "Ted")
    assert found.at == datetime(2025, 6, 19, 6, 55, 31, 602000, tzinfo=UTC)


def test_the_documented_wrapping_and_the_live_bare_body_mean_the_same():
    update = an_update(text="Xin chào")

    assert parse_body({"ok": True, "result": update}) == parse_body(update)


@pytest.mark.parametrize("empty", [None, [], {"ok": True, "result": None}, {"ok": True, "result": []}])
def test_a_poll_without_an_update_brings_nothing(empty):
    assert tuple(parse_body(empty)) == ()


def test_a_list_of_updates_is_read_too():
    first, second = an_update(text="một"), an_update(text="hai", message_id="e1a0")

    assert [found.text for found in parse_body({"ok": True, "result": [first, second]})] == ["một", "hai"]


@pytest.mark.parametrize("field", ["photo_url", "photo"])
def test_a_photo_is_read_from_either_field(field):
    url = "https://photo-stal-1.zdn.vn/a.jpg"
    found = parsed(an_update("image", **{field: url}, caption="Ổ gà trước nhà số 12", message_type="CHAT_PHOTO"))

    (photo,) = found.files
    assert (photo.kind, photo.source, found.text) == (FileKind.PHOTO, url, "Ổ gà trước nhà số 12")


def test_a_voice_message_is_a_file():
    found = parsed(an_update("voice", voice_url="https://f2-voice-aac-dl.zdn.vn/a.aac"))

    assert (found.files[0].kind, found.files[0].mime) == (FileKind.VOICE, "audio/aac")


@pytest.mark.parametrize(("kind", "named"), [("sticker", "sticker"), ("unsupported", "other")])
def test_what_cannot_be_kept_is_told_as_unsupported(kind, named):
    found = parsed(an_update(kind))

    assert (found.event, found.text) == (Event.UNSUPPORTED, named)


@pytest.mark.parametrize(
    ("sender", "named"),
    [
        ({"id": AN, "first_name": "Ân"}, "Ân"),
        ({"id": AN, "name": "Ba"}, "Ba"),
        ({"id": AN}, ""),
    ],
)
def test_the_name_is_read_from_the_fields_seen_so_far(sender, named):
    assert parsed(an_update(text="a", **{"from": sender})).sender_name == named


def test_nothing_of_a_group_is_kept():
    assert parsed(an_update(chat_type="GROUP", text="@bot xin chào")) == Ignored("group_chat")


def test_another_bot_is_not_answered():
    assert parsed(an_update(text="a", **{"from": {"id": AN, "is_bot": True}})) == Ignored("bot")


def test_an_event_that_is_newer_than_we_is_ignored():
    assert parsed({"event_name": "message.hologram.received"}) == Ignored("unknown_event")


@pytest.mark.parametrize(
    "broken",
    [
        {"message": {}},
        an_update(text=7),
        an_update(text="a", date="soon"),
        an_update(text="a", message_id=""),
        an_update("image"),
        "text",
        7,
    ],
)
def test_what_breaks_the_reference_is_not_understood(broken):
    with pytest.raises(NotUnderstood):
        parse_body(broken)
