"""What the server demands of parameters: names, types, lengths and keyboards."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from tests.doubles.bot_api.refusal import bad

TEXT_MAX = 4096
CAPTION_MAX = 1024
CALLBACK_DATA_MAX_BYTES = 64
BUTTONS_MAX = 100
BUTTONS_PER_ROW = 8

_SENDING = {
    "allow_paid_broadcast": bool, "business_connection_id": str, "chat_id": int, "direct_messages_topic_id": int,
    "disable_notification": bool, "message_effect_id": str, "message_thread_id": int, "protect_content": bool,
    "reply_parameters": dict, "suggested_post_parameters": dict,
}  # fmt: skip
_CAPTIONED = {
    **_SENDING, "caption": str, "caption_entities": list, "parse_mode": str, "reply_markup": dict,
    "show_caption_above_media": bool,
}  # fmt: skip

PARAMETERS: Mapping[str, Mapping[str, type]] = {
    "getme": {},
    "getupdates": {"offset": int, "limit": int, "timeout": int, "allowed_updates": list},
    "setwebhook": {
        "url": str, "certificate": bytes, "ip_address": str, "max_connections": int, "allowed_updates": list,
        "drop_pending_updates": bool, "secret_token": str,
    },
    "deletewebhook": {"drop_pending_updates": bool},
    "getwebhookinfo": {},
    "sendmessage": {
        **_SENDING, "text": str, "parse_mode": str, "entities": list, "link_preview_options": dict, "reply_markup": dict,
    },
    "sendphoto": {**_CAPTIONED, "photo": bytes, "has_spoiler": bool},
    "senddocument": {**_CAPTIONED, "document": bytes, "thumbnail": bytes, "disable_content_type_detection": bool},
    "sendvoice": {**_CAPTIONED, "voice": bytes, "duration": int},
    "sendvideo": {
        **_CAPTIONED, "video": bytes, "duration": int, "width": int, "height": int, "thumbnail": bytes, "cover": bytes,
        "start_timestamp": int, "has_spoiler": bool, "supports_streaming": bool,
    },
    "sendmediagroup": {**_SENDING, "media": list},
    "answercallbackquery": {
        "callback_query_id": str, "text": str, "show_alert": bool, "url": str, "cache_time": int,
    },
    "setmycommands": {"commands": list, "scope": dict, "language_code": str},
    "deletemycommands": {"scope": dict, "language_code": str},
    "setmydescription": {"description": str, "language_code": str},
    "setmyshortdescription": {"short_description": str, "language_code": str},
    "getfile": {"file_id": str},
}  # fmt: skip
"""
Methods in lower case, as the server knows them, with their parameters. Source: Bot API 10.1 (read 2026-11).
"""


def typed(method: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return the parameters in their types, whichever way they were sent: JSON values, or text as in a form.

    Telegram overlooks a parameter that it does not know; here it is refused, because it would be our mistake.
    """
    known = PARAMETERS[method]
    values = {}
    for name, value in given.items():
        kind = known.get(name)
        if kind is None:
            raise bad(f"unknown parameter {name!r} of {method}")
        values[name] = value if type(value) is kind else _converted(name, value, kind)
    return values


def _converted(name: str, value: Any, kind: type) -> Any:
    if isinstance(value, bool) and kind is int:
        raise bad(f"{name} must be an integer")
    try:
        if kind is int:
            return int(value)
        if kind is bool:
            return {"true": True, "false": False, "1": True, "0": False}[str(value).lower()]
        if kind in {dict, list} and isinstance(value, str):
            value = json.loads(value)
    except (ValueError, KeyError):
        raise bad(f"can't parse {name}") from None
    if kind is bytes and isinstance(value, str):
        return value  # a file_id or an address
    if not isinstance(value, kind):
        raise bad(f"wrong type of {name}")
    return value


def utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def check_text(text: str) -> None:
    if not text.strip():
        raise bad("message text is empty")
    if utf16(text) > TEXT_MAX:
        raise bad("message is too long")


def check_caption(caption: str) -> None:
    if utf16(caption) > CAPTION_MAX:
        raise bad("message caption is too long")


def check_markup(markup: Mapping[str, Any]) -> None:
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
    elif "keyboard" in markup:
        _check_keyboard(markup["keyboard"])
    elif markup.get("remove_keyboard") is not True:
        raise bad("object expected as reply markup")


def _check_inline(rows: Any) -> None:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad('can\'t parse inline keyboard: field "inline_keyboard" must be of type Array of Arrays')
    if sum(map(len, rows)) > BUTTONS_MAX or any(len(row) > BUTTONS_PER_ROW for row in rows):
        raise bad("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button)


_ACTIONS = frozenset({"callback_data", "url", "web_app", "login_url", "copy_text", "callback_game", "pay",
                      "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat"})  # fmt: skip
_LOOKS = frozenset({"text", "style", "icon_custom_emoji_id"})


def _check_button(button: Any) -> None:
    if not isinstance(button, dict) or not str(button.get("text", "")).strip():
        raise bad("can't parse inline keyboard button: text must be non-empty")
    if unknown := button.keys() - _ACTIONS - _LOOKS:
        raise bad(f"can't parse inline keyboard button: unknown field {min(unknown)!r}")
    if len(button.keys() & _ACTIONS) != 1:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if button.get("style", "primary") not in {"primary", "success", "danger"}:
        raise bad("can't parse inline keyboard button: invalid style specified")
    data = button.get("callback_data", "-")
    if not isinstance(data, str) or not 1 <= len(data.encode()) <= CALLBACK_DATA_MAX_BYTES:
        raise bad("BUTTON_DATA_INVALID")


def _check_keyboard(rows: Any) -> None:
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) and row for row in rows):
        raise bad("can't parse reply keyboard markup JSON object")
    for row in rows:
        for button in row:
            text = button if isinstance(button, str) else button.get("text")
            if not text:
                raise bad("can't parse keyboard button: text must be non-empty")


_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_PORTS = frozenset({443, 80, 88, 8443})


def check_webhook(url: str, secret: str, connections: int, *, cloud: bool) -> None:
    """Telegram itself takes HTTPS on four ports; a server of one's own (`cloud=False`) takes any address."""
    if secret and not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if not 1 <= connections <= 100:
        raise bad("max_connections must be between 1 and 100")
    if not cloud:
        return
    if not url.startswith("https://"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    port = re.match(r"https://[^/:]+(?::(\d+))?", url)
    if port and int(port[1] or 443) not in _PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def chat_of_scope(scope: dict[str, Any] | None) -> int | None:
    """Return the chat that commands are set for, None for everybody's. Source: Bot API, BotCommandScope."""
    if scope is None or scope.get("type") == "default":
        return None
    if scope.get("type") != "chat" or not isinstance(scope.get("chat_id"), int):
        raise bad("can't parse BotCommandScope")
    return int(scope["chat_id"])


def check_commands(commands: list[Any]) -> None:
    if len(commands) > 100:
        raise bad("too many commands")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", ""))):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")


def check_language(code: str) -> None:
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad("invalid language code specified")
