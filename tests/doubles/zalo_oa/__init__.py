"""
A local Official Account with its token server, written by hand from the reference (zalo.md, part B; read 2026-11).

It answers HTTP 200 with an error in the body, spends refresh tokens, keeps the reply window and the free messages of
each person by its own clock, signs events in either reading, brings them again, late or forged, and is slow on demand.

    async with ZaloOaServer() as zalo:
        an = zalo.person("246845883529197922", "An")
        await an.says("Xin chào")
        assert (await an.hears()).text == "..."
"""

from __future__ import annotations

from tests.doubles.zalo_oa.person import Person
from tests.doubles.zalo_oa.server import APP_ID, APP_SECRET, OA_ID, OA_SECRET, Message, ZaloOaServer

__all__ = ["APP_ID", "APP_SECRET", "OA_ID", "OA_SECRET", "Message", "Person", "ZaloOaServer"]
