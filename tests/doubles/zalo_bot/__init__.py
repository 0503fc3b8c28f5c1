"""
A local Zalo Bot server, written by hand from the reference (zalo.md, part A; read 2026-11).

It answers the methods that exist, refuses parameters that Zalo refuses, gives each update to whoever asks first and
never again, brings updates by webhook in both shapes of a body, and misbehaves on demand.

    async with ZaloBotServer() as zalo:
        an = zalo.person("6ede9afa66b88fe6d6a9", "An")
        an.says("Xin chào")
        assert (await an.hears()).text == "..."
"""

from __future__ import annotations

from tests.doubles.zalo_bot.server import TOKEN, Message, Person, Refusal, ZaloBotServer

__all__ = ["TOKEN", "Message", "Person", "Refusal", "ZaloBotServer"]
