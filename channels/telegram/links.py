"""Links that open the bot's chat."""

from __future__ import annotations

import re

from channels.telegram.capabilities import START_PAYLOAD_MAX

_USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
_PAYLOAD = re.compile(rf"[A-Za-z0-9_-]{{1,{START_PAYLOAD_MAX}}}")


def deep_link(bot_username: str, payload: str = "") -> str:
    """
    Return the address that opens the bot's chat and, with a payload, sends `/start payload` from there.

    Anybody can write such a message by hand: a payload proves nothing, it only says what was meant.

    Raises:
        ValueError: the name or the payload has letters that Telegram does not carry.
    """
    if not _USERNAME.fullmatch(bot_username):
        raise ValueError(f"{bot_username!r} is not the user name of a bot (without @)")
    if payload and not _PAYLOAD.fullmatch(payload):
        raise ValueError(f"a start payload is 1 to {START_PAYLOAD_MAX} of A-Z a-z 0-9 _ -")
    return f"https://t.me/{bot_username}" + (f"?start={payload}" if payload else "")
