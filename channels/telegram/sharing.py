"""
The keys by which a person shares a place or a phone number with one tap.

Only the keyboard below the input line can carry them, a message carries one keyboard, and nearly every question of ours
has buttons. So the question gets one more button, and its tap brings the key. What was asked for stands in the
button itself: nothing is remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from channels.text import clean
from conversation.messages import Outbound

SHARE_PIN = "~pin"
SHARE_PHONE = "~phone"
"""Payloads that never leave this channel."""

BUTTONS = 2
"""How many buttons a message may get beside its own."""

_KEYS = {SHARE_PIN: ("request_location", "📍"), SHARE_PHONE: ("request_contact", "📞")}


def wanted(message: Outbound) -> list[tuple[str, str]]:
    """Return payload and label of what a message invites to share."""
    asked = ((SHARE_PIN, message.asks_pin), (SHARE_PHONE, message.asks_phone))
    return [(data, label) for data, label in asked if label]


def keys(shared: list[tuple[str, str]]) -> dict[str, Any]:
    """Return the keyboard that shares, for (payload, label) pairs; it folds itself away after use."""
    rows = [[{"text": label, _KEYS[data][0]: True}] for data, label in shared]
    return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}


def is_asked(data: str) -> bool:
    """Return whether a tapped payload is one of ours."""
    return data in _KEYS


def answer_to(update: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the parameters of the `sendMessage` that brings the key which a tap has asked for.

    `update` is one that `payloads.parse_update` has found to be such a tap. The label is taken from the tapped
    button; Telegram leaves it out for messages that are too old to be seen.
    """
    query = update["callback_query"]
    data = clean(query["data"])
    message = query.get("message") or {}
    label = next((b["text"] for b in _buttons(message) if b.get("callback_data") == data), _KEYS[data][1])
    chat_id = message["chat"]["id"] if "chat" in message else query["from"]["id"]
    return {"chat_id": chat_id, "text": clean(label), "reply_markup": keys([(data, clean(label))])}


def _buttons(message: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]
