"""
A Zalo Bot's updates translated into ours.

Both shapes of a body are read, wrapped in {"ok", "result"} as documented and bare as seen live. Source: zalo reference
A4, A5.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from channels.contract import NotUnderstood
from channels.text import clean
from channels.zalo_common.text import ident, moment
from conversation.messages import Event, FileKind, Ignored, Inbound, IncomingFile

NAME = "zalo_bot"
GROUP = "group_chat"
"""Reason of a message from a group: answered with one line, nothing of it is kept."""

Json: TypeAlias = Mapping[str, Any]


def parse_body(body: Any) -> Sequence[Inbound | Ignored]:
    """
    Return what a webhook's body or a poll's result means: one update, a list of them, or nothing.

    Raises:
        NotUnderstood: a required field is missing or has another type than the reference says.
    """
    if body is None:
        return ()
    updates = body if isinstance(body, list) else [body]
    return tuple(found for update in updates for found in _parsed(update))


def _parsed(update: Any) -> Sequence[Inbound | Ignored]:
    try:
        if "event_name" not in update and "result" in update:
            return parse_body(update["result"])
        return (_update(update),)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise NotUnderstood(f"not an update: {type(error).__name__}") from None


def group_of(update: Json) -> str:
    """Return the id of the group that a message came from, '' for anything else."""
    inner = update.get("result") if "event_name" not in update else update
    message = inner.get("message") if isinstance(inner, Mapping) else None
    chat = message.get("chat") if isinstance(message, Mapping) else None
    if not isinstance(chat, Mapping) or chat.get("chat_type") != "GROUP":
        return ""
    return str(chat.get("id", ""))


def _update(update: Json) -> Inbound | Ignored:
    name = clean(update["event_name"])
    kinds = {
        "message.text.received": _text,
        "message.image.received": _image,
        "message.voice.received": _voice,
        "message.sticker.received": _sticker,
        "message.unsupported.received": _unsupported,
    }
    if name not in kinds:
        return Ignored("unknown_event")
    message = update["message"]
    chat, sender = message["chat"], message["from"]
    if chat.get("chat_type", "PRIVATE") != "PRIVATE":
        return Ignored(GROUP)
    if sender.get("is_bot"):
        return Ignored("bot")
    event, fields = kinds[name](message)
    return Inbound(
        channel=NAME,
        external_id=ident(message["message_id"]),
        address=ident(chat["id"]),
        at=moment(message["date"]),
        event=event,
        sender_name=_name(sender),
        **fields,
    )


def _text(message: Json) -> tuple[Event, dict[str, Any]]:
    return Event.MESSAGE, {"text": clean(message["text"])}


def _image(message: Json) -> tuple[Event, dict[str, Any]]:
    # Live deliveries say `photo_url`, the documentation `photo`.
    url = clean(message["photo_url"] if "photo_url" in message else message["photo"])
    photo = IncomingFile(FileKind.PHOTO, url, mime="image/jpeg", unique=url)
    return Event.MESSAGE, {"files": (photo,), "text": clean(message.get("caption") or "")}


def _voice(message: Json) -> tuple[Event, dict[str, Any]]:
    url = clean(message["voice_url"])
    return Event.MESSAGE, {"files": (IncomingFile(FileKind.VOICE, url, mime="audio/aac", unique=url),)}


def _sticker(_message: Json) -> tuple[Event, dict[str, Any]]:
    return Event.UNSUPPORTED, {"text": "sticker"}


def _unsupported(_message: Json) -> tuple[Event, dict[str, Any]]:
    """A file, a place, a link ...: the bot is not told what it was."""
    return Event.UNSUPPORTED, {"text": "other"}


def _name(sender: Json) -> str:
    named = next((sender[key] for key in ("display_name", "first_name", "name") if sender.get(key)), "")
    return clean(named)[:120] if isinstance(named, str) else ""
