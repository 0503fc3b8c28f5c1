"""What a Zalo Bot is told at start, and what Zalo says about it to `doctor`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import structlog

from channels.contract import Rejected, Unreachable
from channels.zalo_bot.channel import ZaloBotChannel

log = structlog.get_logger(__name__)


class Mode(StrEnum):
    """How updates reach us."""

    WEBHOOK = "webhook"
    POLLING = "polling"


@dataclass(frozen=True, slots=True)
class Status:
    """What Zalo knows of the bot; `probe` is what Zalo saw when it tried the webhook, '' when it did not say."""

    bot_id: str
    name: str
    webhook_url: str
    can_join_groups: bool = False
    probe: str = ""


async def prepare(channel: ZaloBotChannel, mode: Mode, *, webhook_url: str = "") -> str:
    """
    Set or remove the webhook; return what Zalo's probe of it found ('' when it does not say). May run at every start.

    The address is kept by Zalo even when its probe failed, so the outcome is read. Source: zalo reference A4.

    Raises:
        SendError: Zalo cannot be reached or refuses; `BadConfig` when the token is wrong.
        ValueError: webhook mode without an address or without a secret.
    """
    if mode is Mode.POLLING:
        if (await _webhook_url(channel)) != "":
            await channel.api.call("deleteWebhook")
        return ""
    if not webhook_url or not channel.webhook_secret:
        raise ValueError("a webhook needs a public address and a secret")
    result = await channel.api.call("setWebhook", {"url": webhook_url, "secret_token": channel.webhook_secret})
    probe = _probe(result)
    if probe and probe != "webhook.ok":
        log.error("webhook_probe_failed", channel=channel.name, outcome=probe)
    return probe


async def status(channel: ZaloBotChannel) -> Status:
    """
    Return what Zalo says about this bot.

    Raises:
        SendError: as `prepare`.
    """
    me = await channel.api.call("getMe")
    if not isinstance(me, Mapping):
        raise Unreachable("getMe answers without a bot")
    return Status(
        bot_id=str(me.get("id", "")),
        name=str(me.get("account_name", "")),
        webhook_url=await _webhook_url(channel),
        can_join_groups=bool(me.get("can_join_groups")),
    )


async def _webhook_url(channel: ZaloBotChannel) -> str:
    """Return the webhook's address; the live service says 404 when there is none (zalo reference A4)."""
    try:
        found = await channel.api.call("getWebhookInfo")
    except Rejected as error:
        if str(error).startswith("404"):
            return ""
        raise
    return str(found.get("url", "")) if isinstance(found, Mapping) else ""


def _probe(result: Any) -> str:
    verification = result.get("verification") if isinstance(result, Mapping) else None
    if not isinstance(verification, Mapping):
        return ""
    return "webhook.ok" if verification.get("ok") else str(verification.get("outcome", "failed"))[:60]
