"""Every kind of update, as Telegram sends it (made anonymous), and what it means to us."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.contract import NotUnderstood
from channels.telegram.payloads import callback_query_id, parse_update
from conversation.messages import Event, FileKind, Ignored, Inbound, IncomingFile, Pin
from tests.support.properties import examples

PAYLOADS = sorted((Path(__file__).parent / "payloads" / "telegram").glob("*.json"))
RECEIVED_AT = datetime(2026, 1, 1, 0, 5, tzinfo=UTC)


def expected_of(written):
    if "ignored" in written:
        return Ignored(written["ignored"])
    fields = dict(written)
    fields["at"] = datetime.fromisoformat(fields["at"])
    fields["event"] = Event(fields.get("event", "message"))
    fields["files"] = tuple(
        IncomingFile(**{**file, "kind": FileKind(file["kind"])}) for file in fields.get("files", [])
    )
    fields["pin"] = Pin(*fields["pin"]) if "pin" in fields else None
    return Inbound(**fields)


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_an_update_means(path):
    case = json.loads(path.read_text(encoding="utf-8"))

    assert parse_update(case["payload"], RECEIVED_AT) == expected_of(case["expected"])


def a_message(**fields):
    sender = {"id": 5001, "is_bot": False, "first_name": "An"}
    message = {"message_id": 1, "date": 1767225600, "from": sender, "chat": {"id": 5001, "type": "private"}}
    return {"update_id": 1, "message": {**message, **fields}}


@pytest.mark.parametrize(
    "update",
    [
        {},
        [],
        None,
        {"update_id": "7"},
        {"update_id": True, "message": {}},
        {"update_id": 1, "message": None},
        {"update_id": 1, "message": "text"},
        a_message(text=5),
        a_message(text="x", date="yesterday"),
        a_message(text="x", date=10**20),
        a_message(text="x", chat={"id": "5001", "type": "private"}),
        a_message(photo=[]),
        a_message(photo=[{"file_id": "F", "width": 1, "height": 1}]),
        a_message(location={"latitude": 91.0, "longitude": 0.0}),
        a_message(location={"latitude": float("nan"), "longitude": 0.0}),
        a_message(document={"file_id": "F", "file_unique_id": "U", "file_size": "big"}),
        {"update_id": 1, "callback_query": {"id": "1", "data": "x"}},
    ],
)
def test_what_the_reference_does_not_describe_is_not_understood(update):
    with pytest.raises(NotUnderstood):
        parse_update(update, RECEIVED_AT)


def test_the_error_of_a_malformed_update_repeats_nothing_of_it():
    with pytest.raises(NotUnderstood) as caught:
        parse_update(a_message(text={"secret": "0901234567"}), RECEIVED_AT)

    assert "0901234567" not in str(caught.value)


def test_a_tap_is_known_by_its_query():
    assert callback_query_id({"update_id": 1, "callback_query": {"id": "77"}}) == "77"
    assert callback_query_id(a_message(text="x")) == ""


KEYS = sorted(
    {key for path in PAYLOADS for key in json.loads(path.read_text(encoding="utf-8"))["payload"]}
    | {
        "message_id",
        "date",
        "from",
        "chat",
        "text",
        "caption",
        "photo",
        "document",
        "voice",
        "location",
        "venue",
        "contact",
    }
    | {
        "id",
        "type",
        "is_bot",
        "first_name",
        "data",
        "status",
        "new_chat_member",
        "file_id",
        "file_unique_id",
        "width",
    }
    | {
        "height",
        "media_group_id",
        "reply_to_message",
        "migrate_to_chat_id",
        "sticker",
        "latitude",
        "longitude",
        "title",
    }
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["private", "group", "kicked", "member", "/start x", "\ud83d", "\0"])
)
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=8),
    max_leaves=25,
)


def _mended(update, path, value):
    """Return the update with the value at one place replaced: nearly right is where mistakes hide."""
    if not path or not isinstance(update, dict | list) or not update:
        return value
    keys = list(update) if isinstance(update, dict) else range(len(update))
    key = keys[path[0] % len(keys)]
    copy = dict(update) if isinstance(update, dict) else list(update)
    copy[key] = _mended(copy[key], path[1:], value)
    return copy


def _check(update):
    try:
        parsed = parse_update(update, RECEIVED_AT)
    except NotUnderstood:
        return
    if isinstance(parsed, Ignored):
        assert parsed.reason.replace("_", "").isalpha()
        return
    assert parsed.at.tzinfo is not None
    texts = [parsed.external_id, parsed.address, parsed.text, parsed.choice, parsed.phone, parsed.sender_name]
    texts += [parsed.language, parsed.album, parsed.replies_to, parsed.start, parsed.moved_to]
    texts += [word for file in parsed.files for word in (file.source, file.name, file.mime, file.unique)]
    for text in texts:
        assert isinstance(text, str)
        assert "\0" not in text
        text.encode()


@examples(300)
@given(JSON)
def test_no_json_makes_the_parser_raise_anything_else(update):
    _check(update)


@examples(600)
@given(st.sampled_from(PAYLOADS), st.lists(st.integers(0, 30), min_size=1, max_size=5), JSON)
def test_no_nearly_right_update_makes_the_parser_raise_anything_else(path, place, value):
    update = json.loads(path.read_text(encoding="utf-8"))["payload"]

    _check(_mended(update, place, value))
