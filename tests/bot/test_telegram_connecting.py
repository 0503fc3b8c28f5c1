"""Telegram told at start where we are: whatever answers in its place, it is tried again until it is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from aiohttp import web

from bot.app import TELEGRAM_AGAIN_SECONDS, _connect_telegram
from bot.house import House
from bot.settings import Settings
from tests.doubles.bot_api import TOKEN, BotApi
from tests.support.clock import FakeClock


class Impostor(BotApi):
    """Something in the place of the Bot API that gives one wrong answer before it behaves."""

    def __init__(self, body: str) -> None:
        super().__init__(time_scale=0.05)
        self._body: str | None = body

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if self._body is not None and request.path.endswith("/getMe"):
            body, self._body = self._body, None
            return web.Response(text=body, content_type="application/json")
        return await super()._serve(request)


@pytest.mark.parametrize("body", ['{"ok":true,"result":null}', '{"ok":true,"result":[1]}', '{"ok":tru', "{}"])
async def test_an_answer_that_telegram_never_gives_is_waited_out(tmp_path: Path, body: str) -> None:
    async with Impostor(body) as api:
        environment = {
            "NGHEDAN_DATA_FOLDER": str(tmp_path),
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_API_URL": api.url,
            "PUBLIC_URL": "https://nghedan.example",
        }
        clock = FakeClock()
        house = House(Settings.load(environment, env_file=None), clock=clock)

        await _connect_telegram(house)

        assert clock.slept == [TELEGRAM_AGAIN_SECONDS]
        assert house.links["telegram"]("abc") == "https://t.me/nghedan_double_bot?start=abc"
        assert house.telegram is not None
        await house.telegram.close()
        await house.database.close()
        house.spools.close()
