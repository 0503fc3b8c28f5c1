"""Where an invitation can be opened: a link for each channel that is configured."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from bot.settings import Settings

log = logging.getLogger(__name__)

ANSWER_SECONDS = 5
"""How long Telegram may take to say what its bot is called."""


@dataclass(frozen=True, slots=True)
class Link:
    """One way in."""

    channel: str
    url: str


async def invitation_links(settings: Settings, payload: str) -> list[Link]:
    """Return the officers' page with the payload, and the Telegram bot's chat when there is one that answers."""
    links = [Link("webchat", f"{settings.public_url}/officer?start={payload}")]
    if settings.telegram.enabled:
        username = await _bot_username(settings)
        if username:
            from channels.telegram.links import deep_link

            links.append(Link("telegram", deep_link(username, payload)))
    return links


async def _bot_username(settings: Settings) -> str | None:
    """Return the bot's user name, None when Telegram does not tell. Source: Bot API, getMe (read 2026-11)."""
    import aiohttp

    address = f"{settings.telegram.api_url}/bot{settings.telegram.token.reveal()}/getMe"
    timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(address) as response:
            answer: dict[str, Any] = await response.json(content_type=None)
            return str(answer["result"]["username"])
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError, KeyError, TypeError) as error:
        # Without the address: it holds the token.
        log.warning("Telegram did not say what the bot is called (%s)", type(error).__name__)
        return None
