"""What the bot tells Telegram about itself at start, and what Telegram says about the bot to `doctor`."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from channels.telegram.capabilities import (
    ALLOWED_UPDATES,
    COMMAND_DESCRIPTION_MAX,
    DESCRIPTION_MAX,
    SHORT_DESCRIPTION_MAX,
    WEBHOOK_CONNECTIONS_MAX,
)
from channels.telegram.channel import TelegramChannel
from channels.telegram.links import deep_link


class Mode(StrEnum):
    """How updates reach us."""

    WEBHOOK = "webhook"
    POLLING = "polling"


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the menu: a name of a-z 0-9 _ without the slash, and what it does, in one language."""

    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person sees in one language before writing. `language` is two letters, '' for everybody else."""

    language: str
    commands: Sequence[Command]
    description: str = ""
    short_description: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What Telegram knows: moments are aware UTC, `pending` are updates that wait for us."""

    bot_id: int
    username: str
    webhook_url: str
    pending: int
    last_error: str
    last_error_at: datetime | None
    max_connections: int
    allowed_updates: tuple[str, ...]


async def prepare(
    channel: TelegramChannel, mode: Mode, *, webhook_url: str = "", profiles: Sequence[Profile] = ()
) -> None:
    """
    Set or remove the webhook, and set menu and descriptions. May be run at every start.

    Waiting updates are never dropped: they are what people wrote while we were away.

    Raises:
        SendError: Telegram cannot be reached or refuses; `BadConfig` when the token is wrong.
        ValueError: webhook mode without an address or without a secret.
    """
    api = channel.api
    if mode is Mode.WEBHOOK:
        if not webhook_url or not channel.webhook_secret:
            raise ValueError("a webhook needs a public address and a secret")
        await api.call(
            "setWebhook",
            {
                "url": webhook_url,
                "secret_token": channel.webhook_secret,
                "allowed_updates": ALLOWED_UPDATES,
                "max_connections": WEBHOOK_CONNECTIONS_MAX,
                "drop_pending_updates": False,
            },
        )
    else:
        await api.call("deleteWebhook", {"drop_pending_updates": False})
    for profile in profiles:
        await _introduce(channel, profile)


async def _introduce(channel: TelegramChannel, profile: Profile) -> None:
    call = channel.api.call
    language = {"language_code": profile.language} if profile.language else {}
    commands = [{"command": c.name, "description": c.description[:COMMAND_DESCRIPTION_MAX]} for c in profile.commands]
    await call("setMyCommands", {"commands": commands, **language})
    if profile.description:
        await call("setMyDescription", {"description": profile.description[:DESCRIPTION_MAX], **language})
    if profile.short_description:
        text = profile.short_description[:SHORT_DESCRIPTION_MAX]
        await call("setMyShortDescription", {"short_description": text, **language})


async def link_maker(channel: TelegramChannel) -> Callable[[str], str] | None:
    """
    Return what makes links that open this bot's chat with a start payload; None for a name that links cannot carry.

    Raises:
        SendError: as `prepare`.
    """
    me = await channel.api.call("getMe", {})
    username = str(me.get("username", ""))
    try:
        deep_link(username)
    except ValueError:
        return None
    return functools.partial(deep_link, username)


async def status(channel: TelegramChannel) -> Status:
    """
    Return what Telegram says about this bot.

    Raises:
        SendError: as `prepare`.
    """
    api = channel.api
    await api.load()
    me = await api.result_of(api.bot.get_me())
    webhook = await api.result_of(api.bot.get_webhook_info())
    return Status(
        bot_id=me.id,
        username=me.username or "",
        webhook_url=webhook.url,
        pending=webhook.pending_update_count,
        last_error=webhook.last_error_message or "",
        last_error_at=webhook.last_error_date,
        max_connections=webhook.max_connections or 0,
        allowed_updates=tuple(webhook.allowed_updates or ()),
    )
