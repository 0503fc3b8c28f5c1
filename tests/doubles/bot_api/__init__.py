"""
A local Telegram Bot API server, written by hand from the reference.

It answers the methods that we use, checks their parameters more strictly than Telegram does, keeps what a
person would see in their chat, brings updates by webhook or by long polling with the platform's own order and
retries, and misbehaves on demand. Source: Bot API 10.1 and telegram-bot-api 10.0 (read 2026-11).

    async with BotApi() as api:
        an = api.person(5001, "An")
        ...
        an.says("/start")
        assert (await an.hears()).text == "..."
"""

from __future__ import annotations

from tests.doubles.bot_api.person import Person
from tests.doubles.bot_api.server import TOKEN, BotApi
from tests.doubles.bot_api.world import Chat, Delivery, SentMessage

__all__ = ["TOKEN", "BotApi", "Chat", "Delivery", "Person", "SentMessage"]
