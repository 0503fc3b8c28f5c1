"""
The server as a process of its own: `python -m tests.doubles.bot_api --port 8081`.

Beside the Bot API it answers `POST /control/says {"chat_id": 5001, "text": "..."}`,
`POST /control/taps {"chat_id": 5001, "label": "..."}` and `GET /control/messages?chat_id=5001`.
"""

from __future__ import annotations

import argparse
import asyncio
import json

from aiohttp import web

from tests.doubles.bot_api.server import TOKEN, BotApi


class BotApiWithControl(BotApi):
    """The server with a door for the person at the keyboard."""

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        if not request.path.startswith("/control/"):
            return await super()._serve(request)
        given = dict(request.query) if request.method == "GET" else json.loads(await request.read())
        person = self.person(int(given["chat_id"]))
        if request.path == "/control/says":
            person.says(given["text"])
        elif request.path == "/control/taps":
            person.taps(given["label"])
        elif request.path != "/control/messages":
            return web.Response(status=404)
        shown = [{"text": m.text, "labels": m.labels, "keys": m.keys} for m in person.messages]
        return web.Response(text=json.dumps(shown, ensure_ascii=False), content_type="application/json")


async def main() -> None:
    parser = argparse.ArgumentParser(description="A local Telegram Bot API server")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--api-delay-ms", type=float, default=0)
    options = parser.parse_args()
    api = BotApiWithControl(token=options.token, api_delay=options.api_delay_ms / 1000, record_calls=False)
    await api.start(options.port)
    print(f"TELEGRAM_API_URL={api.url} TELEGRAM_TOKEN={api.token}", flush=True)  # noqa: T201
    try:
        await asyncio.Event().wait()
    finally:
        await api.stop()


if __name__ == "__main__":
    asyncio.run(main())
