"""The one HTTP server: web chat, Telegram's webhook, Zalo, links to files, health and metrics."""

from __future__ import annotations

import secrets

from aiohttp import web
from sqlalchemy import text

from bot.file_links import add_routes as add_file_links
from bot.house import House
from bot.metrics import add_routes as add_metrics
from channels.webchat import WebChat, add_lost
from channels.webchat import add_routes as add_webchat
from channels.webchat.assets import load_assets
from console import Ports
from console import add_routes as add_console

BODY_MAX_BYTES = 64 * 1024 * 1024
"""Of one request. Uploads have their own, smaller limit, with a polite answer."""

TELEGRAM_PATH = "/telegram/webhook"


def build_app(house: House) -> web.Application:
    """Return the application; the house may start later: until then it is not ready and takes nothing."""
    app = web.Application(client_max_size=BODY_MAX_BYTES)
    chat = house.channels["webchat"]
    assert isinstance(chat, WebChat)
    add_webchat(app, chat, house.ports)
    if house.telegram is not None and house.settings.telegram_by_webhook:
        from channels.telegram import add_webhook

        add_webhook(app, TELEGRAM_PATH, house.telegram, house.ports.receive, count=house.metrics.ignored)
    house.zalo.add_routes(app)
    add_file_links(app, house.file_links, house.ports)
    add_console(app, _console_ports(house))
    web_settings = house.settings.web
    token = web_settings.metrics_token.reveal()
    add_metrics(app, house.metrics, token=token, behind_proxy=bool(web_settings.public_url))

    async def healthy(_request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def ready(_request: web.Request) -> web.Response:
        if not house.ready:
            raise web.HTTPServiceUnavailable(text="starting or stopping")
        try:
            async with house.database.read() as db:
                await db.execute(text("SELECT 1"))
        except Exception:  # noqa: BLE001  # whatever it is, a balancer should send people elsewhere
            raise web.HTTPServiceUnavailable(text="the database does not answer") from None
        if house.intake is not None and house.intake.is_refusing:
            raise web.HTTPServiceUnavailable(text="messages cannot be stored: is a disk full?")
        return web.json_response({"status": "ready"})

    app.router.add_get("/healthz", healthy)
    app.router.add_get("/readyz", ready)
    add_lost(app)
    return app


def _console_ports(house: House) -> Ports:
    return Ports(
        database=house.database,
        clock=house.clock.now,
        draw=secrets.token_bytes,
        asset=load_assets().url,
        wake=house.deliverer.wake,
        email=house.settings.email.enabled,
        public=house.settings.public_url.startswith("https://"),
    )
