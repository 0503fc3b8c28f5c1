"""
From what an operator wrote to a value: one function a kind of setting.

A ValueError's words complete the sentence "NAME: … is expected; what was written is not."
"""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path
from urllib.parse import urlsplit

from bot.environment import Parse, Secret

MEGABYTE = 1024 * 1024


def text(written: str) -> str:
    """Take the text as it stands."""
    return written


def number(at_least: int, at_most: int) -> Parse[int]:
    """A whole number within bounds, both included."""

    def parse(written: str) -> int:
        if re.fullmatch(r"\d{1,12}", written) is None or not at_least <= int(written) <= at_most:
            raise ValueError(f"a whole number from {at_least} to {at_most} is expected")
        return int(written)

    return parse


def decimal(at_least: float, at_most: float) -> Parse[float]:
    """A number with or without a fraction, written with a point."""

    def parse(written: str) -> float:
        if re.fullmatch(r"\d{1,9}(\.\d{1,6})?", written) is None or not at_least <= float(written) <= at_most:
            raise ValueError(f"a number from {at_least:g} to {at_most:g} is expected")
        return float(written)

    return parse


def one_of(*words: str) -> Parse[str]:
    """One of a few words, in any case."""

    def parse(written: str) -> str:
        if written.lower() not in words:
            raise ValueError(f"one of {', '.join(words)} is expected")
        return written.lower()

    return parse


def clock_time(written: str) -> time:
    """A time of day in 24 hours, such as 07:30."""
    match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", written)
    if match is None:
        raise ValueError("a time of day such as 07:30 is expected")
    return time(int(match[1]), int(match[2]))


def web_address(written: str) -> str:
    """An http or https address without query; a slash at its end is dropped."""
    try:
        parts = urlsplit(written)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = None
    if not usable or parts.query or parts.fragment or any(c.isspace() for c in written):
        raise ValueError("an address such as https://nghedan.example.vn is expected")
    return written.rstrip("/")


def folder(written: str) -> Path:
    """A path; `~` is the home folder."""
    return Path(written).expanduser()


def database_address(written: str) -> Secret:
    """
    A database's address with the driver that we use; secret, because it may hold a password.

    `sqlite:///var/nghedan.db`, `postgresql://…` and `postgres://…` are taken: hosting panels write those.
    """
    scheme, separator, rest = written.partition("://")
    drivers = {
        "sqlite": "sqlite+aiosqlite",
        "sqlite+aiosqlite": "sqlite+aiosqlite",
        "postgres": "postgresql+asyncpg",
        "postgresql": "postgresql+asyncpg",
        "postgresql+asyncpg": "postgresql+asyncpg",
    }
    in_file = scheme.startswith("sqlite") and rest.startswith("/") and rest.strip("/")
    on_server = scheme.startswith("postgres") and urlsplit(f"//{rest}").path.strip("/")
    if not separator or scheme not in drivers or not (in_file or on_server):
        raise ValueError("sqlite:///path/to/file.db or postgresql://user:password@host/database is expected")
    return Secret(f"{drivers[scheme]}://{rest}")


def telegram_token(written: str) -> Secret:
    """
    A bot's token as BotFather gives it.

    Source: Telegram Bot API, "Authorizing your bot" (read 2026-11).
    """
    if re.fullmatch(r"\d+:[A-Za-z0-9_-]+", written) is None:
        raise ValueError("a token as BotFather gives it (digits, a colon, letters) is expected")
    return Secret(written)


def metrics_token(written: str) -> Secret:
    """
    What opens /metrics.

    Source: RFC 6750, section 2.1, b64token: A-Z a-z 0-9 - . _ ~ + / and = at the end (read 2026-11).
    """
    if re.fullmatch(r"[A-Za-z0-9._~+/-]{16,256}=*", written) is None:
        raise ValueError("16 to 256 letters, digits and - . _ ~ + / are expected")
    return Secret(written)


def webhook_secret(written: str) -> Secret:
    """
    What Telegram repeats in a header, so that we know it is Telegram who calls.

    Source: Telegram Bot API, setWebhook, `secret_token`: 1 to 256 of A-Z a-z 0-9 _ - (read 2026-11).
    """
    if re.fullmatch(r"[A-Za-z0-9_-]{16,256}", written) is None:
        raise ValueError("16 to 256 letters, digits, _ and - are expected")
    return Secret(written)
