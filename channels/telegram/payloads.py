"""
Telegram's updates translated into ours.

The JSON is read directly: building the library's `Update` costs ten times as much, and this runs for every
message.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from math import isfinite
from typing import Any, TypeAlias

from channels.contract import NotUnderstood
from channels.telegram import sharing
from channels.telegram.attachments import files_of
from channels.telegram.kinds import SERVICE_KEYS, UNSUPPORTED_KEYS, UPDATE_KINDS
from channels.text import clean
from conversation.messages import Event, Ignored, Inbound, Pin

NAME = "telegram"

SHARING_ASKED = "sharing_key_asked"
"""Reason of a tap that the channel answers by itself: see `sharing`."""

Json: TypeAlias = Mapping[str, Any]


def parse_update(update: Json, received_at: datetime) -> Inbound | Ignored:
    """
    Return what one update means.

    `received_at` (aware UTC) dates what Telegram itself does not date: the tap of a button.

    Raises:
        NotUnderstood: a required field is missing or has another type than the reference says.
    """
    try:
        return _parse(update, received_at)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, OSError) as error:
        raise NotUnderstood(f"not an update: {type(error).__name__}") from None


def callback_query_id(update: Json) -> str:
    """Return the id under which a tap has to be answered, '' for any other update."""
    query = update.get("callback_query")
    found = query.get("id") if isinstance(query, Mapping) else None
    return found if isinstance(found, str) else ""


def _parse(update: Json, received_at: datetime) -> Inbound | Ignored:
    external_id = str(_whole(update["update_id"]))
    if "message" in update:
        return _message(external_id, update["message"])
    if "callback_query" in update:
        return _tap(external_id, update["callback_query"], received_at)
    if "edited_message" in update:
        return _edited(external_id, update["edited_message"])
    if "my_chat_member" in update:
        return _membership(external_id, update["my_chat_member"])
    kind = next((key for key in update if key in UPDATE_KINDS), "unknown")
    return Ignored(f"update_{kind}")


def _message(external_id: str, message: Json) -> Inbound | Ignored:
    chat = message["chat"]
    if "migrate_to_chat_id" in message:
        return Inbound(
            channel=NAME,
            external_id=external_id,
            address=str(_whole(chat["id"])),
            at=_moment(message["date"]),
            event=Event.MOVED,
            moved_to=str(_whole(message["migrate_to_chat_id"])),
        )
    if refusal := _not_a_person(chat, message.get("from")):
        return refusal
    if "text" in message:
        event, fields = _written(clean(message["text"]))
    elif attached := _attached(message):
        event, fields = attached
    else:
        return Ignored("service_message")
    return _inbound(external_id, message, event, fields)


def _edited(external_id: str, message: Json) -> Inbound | Ignored:
    if refusal := _not_a_person(message["chat"], message.get("from")):
        return refusal
    if "location" in message:
        # A shared live position moves every few seconds; the point that was sent first is the one that was
        # meant.
        return Ignored("live_location")
    fields = {
        "text": clean(message.get("text", message.get("caption", ""))),
        "files": files_of(message),
        "replies_to": str(_whole(message["message_id"])),
    }
    return _inbound(external_id, message, Event.EDITED, fields, at=_moment(message.get("edit_date", message["date"])))


def _inbound(
    external_id: str, message: Json, event: Event, fields: dict[str, Any], *, at: datetime | None = None
) -> Inbound:
    sender = message["from"]
    if event is not Event.EDITED:
        fields["message_id"] = str(_whole(message["message_id"]))
    if "replies_to" not in fields and "reply_to_message" in message:
        fields["replies_to"] = str(_whole(message["reply_to_message"]["message_id"]))
    if "media_group_id" in message:
        fields["album"] = clean(message["media_group_id"])
    if "forward_origin" in message or "forward_date" in message:
        fields["forwarded"] = True
    return Inbound(
        channel=NAME,
        external_id=external_id,
        address=str(_whole(message["chat"]["id"])),
        at=at or _moment(message["date"]),
        event=event,
        sender_name=_name(sender),
        language=clean(sender.get("language_code", "")),
        **fields,
    )


def _written(text: str) -> tuple[Event, dict[str, Any]]:
    """Return a text, with the bot's name taken off a command: `/help@OurBot` is how some apps write it."""
    if not text.startswith("/"):
        return Event.MESSAGE, {"text": text}
    command, *rest = text.split(maxsplit=1)
    command = command.partition("@")[0]
    argument = rest[0] if rest else ""
    if command.lower() == "/start":
        return Event.STARTED, {"start": argument.strip()}
    return Event.MESSAGE, {"text": f"{command} {argument}" if argument else command}


def _attached(message: Json) -> tuple[Event, dict[str, Any]] | None:
    """Return what a message without text carries, or None for a service message."""
    if files := files_of(message):
        return Event.MESSAGE, {"files": files, "text": clean(message.get("caption", ""))}
    if "location" in message:
        return Event.MESSAGE, {"pin": _pin(message["location"]), "text": _venue_words(message)}
    if "contact" in message and (phone := _own_phone(message["contact"], message["from"])):
        return Event.MESSAGE, {"phone": phone}
    kind = next((key for key in UNSUPPORTED_KEYS if key in message), "")
    if not kind and not SERVICE_KEYS.isdisjoint(message):
        return None
    # A kind that is newer than this table: the person sees their message and deserves an answer.
    return Event.UNSUPPORTED, {"text": kind or "other"}


def _tap(external_id: str, query: Json, received_at: datetime) -> Inbound | Ignored:
    sender = query["from"]
    # The message may be missing, or be a stub with date 0 ("inaccessible") that still has chat and id.
    message = query.get("message")
    chat = message["chat"] if message else {"id": sender["id"], "type": "private"}
    if refusal := _not_a_person(chat, sender):
        return refusal
    if "data" not in query:
        return Ignored("tap_without_data")
    if sharing.is_asked(clean(query["data"])):
        return Ignored(SHARING_ASKED)
    return Inbound(
        channel=NAME,
        external_id=external_id,
        address=str(_whole(chat["id"])),
        at=received_at,
        choice=clean(query["data"]),
        sender_name=_name(sender),
        language=clean(sender.get("language_code", "")),
        replies_to=str(_whole(message["message_id"])) if message else "",
    )


def _membership(external_id: str, change: Json) -> Inbound | Ignored:
    sender = change["from"]
    if refusal := _not_a_person(change["chat"], sender):
        return refusal
    events: dict[object, Event] = {"kicked": Event.BLOCKED, "member": Event.UNBLOCKED}
    event = events.get(clean(change["new_chat_member"]["status"]))
    if event is None:
        return Ignored("member_change")
    return Inbound(
        channel=NAME,
        external_id=external_id,
        address=str(_whole(change["chat"]["id"])),
        at=_moment(change["date"]),
        event=event,
        sender_name=_name(sender),
        language=clean(sender.get("language_code", "")),
    )


def _not_a_person(chat: Json, sender: Json | None) -> Ignored | None:
    """Return why nobody is to be answered: we speak with one person in a private chat, with nobody else."""
    kind = chat["type"]
    if kind != "private":
        return Ignored("channel_chat" if kind == "channel" else "group_chat")
    if sender is None:
        return Ignored("no_sender")
    return Ignored("from_bot") if sender.get("is_bot") else None


def _pin(location: Json) -> Pin:
    lat, lon = float(location["latitude"]), float(location["longitude"])
    if not (isfinite(lat) and isfinite(lon) and -90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("not a point on the earth")
    return Pin(lat, lon)


def _venue_words(message: Json) -> str:
    venue = message.get("venue")
    if venue is None:
        return ""
    return ", ".join(filter(None, (clean(venue[key]).strip() for key in ("title", "address"))))


def _own_phone(contact: Json, sender: Json) -> str:
    """
    Return the sender's own number as '+' and digits, '' for a card of somebody else.

    Anybody can forward anybody's card; only `user_id` tells. The number comes with or without '+'.
    """
    if contact.get("user_id") != sender["id"]:
        return ""
    digits = "".join(filter(str.isdecimal, clean(contact["phone_number"])))
    return digits if digits.startswith("0") or not digits else f"+{digits}"


def _name(sender: Json) -> str:
    # Required by the reference, but nobody's message is to be refused for want of a name.
    return f"{clean(sender.get('first_name', ''))} {clean(sender.get('last_name', ''))}".strip()


def _moment(seconds: object) -> datetime:
    return datetime.fromtimestamp(_whole(seconds), UTC)


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError("a whole number expected")
    return value
