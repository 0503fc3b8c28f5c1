"""
An Official Account's events translated into ours.

Ids sit in another place for each kind, moments and coordinates are text, a phone number is a number. Source: zalo
reference B8 (read 2026-11).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from channels.contract import NotUnderstood
from channels.text import clean
from channels.zalo_common.text import ident, moment
from channels.zalo_oa.attachments import attached
from channels.zalo_oa.capabilities import MARK
from conversation.messages import Event, Ignored, Inbound

NAME = "zalo_oa"
BY_APP = "app:"
"""Begins an address that is known by the app's id of the person alone: see `user_withdraw`."""

ANONYMOUS = "anonymous"
"""Reason for which what visitors without an account write is not kept; see `strangers`."""

Json: TypeAlias = Mapping[str, Any]

_IGNORED = frozenset(
    """
    user_received_message user_seen_message user_reacted_message oa_reacted_message add_user_to_tag update_user_info
    widget_interaction_accepted
    """.split()
)
"""Receipts, reactions, tags: nothing that is said to us. In receipts `sender` is the account itself."""


def parse_event(event: Json) -> Inbound | Ignored:
    """
    Return what one event means.

    Raises:
        NotUnderstood: a required field is missing or has another type than the reference says.
    """
    try:
        name = clean(event["event_name"])
        if name in _IGNORED:
            return Ignored(name)
        if name.startswith(("anonymous_send_", "oa_send_anonymous_")):
            return Ignored(ANONYMOUS)
        if name.startswith("oa_send_"):
            return _ours(event)
        kind = _KINDS.get(name)
        if kind is not None:
            return kind(event)
        return _said(event) if name.startswith("user_send_") else Ignored("unknown_event")
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError, IndexError) as error:
        raise NotUnderstood(f"not an event: {type(error).__name__}") from None


def event_id(event: Json) -> str:
    """Return the event's identity: the message's id, else a digest, the same whenever it is brought again."""
    message = event.get("message")
    if isinstance(message, Mapping) and "msg_id" in message:
        return ident(message["msg_id"])
    text = json.dumps(event, sort_keys=True, ensure_ascii=False)
    return "e-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def _inbound(event: Json, address: object, /, **fields: Any) -> Inbound:
    alias = event.get("user_id_by_app")
    return Inbound(
        channel=NAME,
        external_id=event_id(event),
        address=ident(address),
        at=moment(event["timestamp"]),
        alias=ident(alias) if alias else "",
        **fields,
    )


def _said(event: Json) -> Inbound:
    """A message of a person: text, or attachments with or without text."""
    message = event["message"]
    fields: dict[str, Any] = {"replies_to": ident(message["quote_msg_id"]) if message.get("quote_msg_id") else ""}
    text = clean(message.get("text") or "")
    if event["event_name"] == "user_send_text":
        text = clean(message["text"])
        fields |= {"choice": text[len(MARK) :].strip()} if _is_tap(text) else {"text": text}
    else:
        fields |= attached(clean(event["event_name"]), message.get("attachments") or (), text)
    return _inbound(event, event["sender"]["id"], **fields)


def _is_tap(text: str) -> bool:
    return text.startswith(MARK) and len(text) > len(MARK)


def _ours(event: Json) -> Inbound | Ignored:
    """The echo of what the account sent: never answered; with `admin_id` a human of ours wrote by hand."""
    if not event["sender"].get("admin_id"):
        return Ignored("echo")
    return _inbound(event, event["recipient"]["id"], event=Event.TAKEN_OVER)


def _submitted(event: Json) -> Inbound:
    """A filled form of contact details: the phone is the person's own, since Zalo took it from their account."""
    info = event["info"]
    phone = info.get("phone")
    return _inbound(
        event,
        event["sender"]["id"],
        phone=_local_phone(phone) if phone else "",
        sender_name=clean(info.get("name") or "")[:120],
    )


def _local_phone(phone: object) -> str:
    """Return 0… for 84…, as people write it."""
    digits = "".join(c for c in str(phone) if c.isdigit())
    return "0" + digits[2:] if digits.startswith("84") and len(digits) >= 11 else digits


def _follow(event: Json) -> Inbound:
    return _inbound(event, event["follower"]["id"], event=Event.STARTED)


def _unfollow(event: Json) -> Inbound:
    return _inbound(event, event["follower"]["id"], event=Event.BLOCKED)


def _chat_now(event: Json) -> Inbound:
    return _inbound(event, event["user_id"], event=Event.STARTED)


def _withdraw(event: Json) -> Inbound:
    """The right to be erased; `user_id` may be empty, then only the app's id says who it is."""
    user = event.get("user_id")
    address = ident(user) if user else BY_APP + ident(event["user_id_by_app"])
    return _inbound(event, address, event=Event.WITHDRAWN)


_KINDS: dict[str, Callable[[Json], Inbound | Ignored]] = {
    "follow": _follow,
    "unfollow": _unfollow,
    "user_click_chatnow": _chat_now,
    "user_submit_info": _submitted,
    "user_withdraw": _withdraw,
}
