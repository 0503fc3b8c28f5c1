"""What a balancer learns: whether people are heard here."""

from __future__ import annotations

import asyncio

from aiohttp.test_utils import TestClient, TestServer

from bot.house import House
from bot.server import build_app
from bot.settings import Settings


async def test_a_house_that_can_store_nothing_is_not_ready_until_it_can(installed_url, tmp_path):
    environ = {"NGHEDAN_DATA_FOLDER": str(tmp_path), "DATABASE_URL": installed_url}
    house = House(Settings.load(environ, env_file=None))
    said = []
    async with TestServer(build_app(house)) as server, TestClient(server) as client:
        said.append((await client.get("/readyz")).status)
        await house.start()
        try:
            for refused_at in (None, asyncio.get_running_loop().time(), None):
                house.intake._refused_at = refused_at
                said.append((await client.get("/readyz")).status)
        finally:
            await house.stop()

    assert said == [503, 200, 503, 200]
