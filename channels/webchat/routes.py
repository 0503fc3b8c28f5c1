"""The addresses of the web chat on the program's server."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

from aiohttp import web

from channels.webchat.answers import guarded
from channels.webchat.assets import load_assets
from channels.webchat.channel import WebChat
from channels.webchat.desk import Desk
from channels.webchat.pages import Pages
from channels.webchat.plain import Plain
from channels.webchat.ports import Ports
from channels.webchat.sockets import Sockets
from channels.webchat.uploads import Uploads
from channels.webchat.visitors import DOORS, Door


def add_routes(app: web.Application, chat: WebChat, ports: Ports) -> None:
    """Serve the residents' page at `/` and the officers' at `/officer`, each with its chat below it."""
    desk = Desk(chat, ports)
    for door in DOORS:
        _add_door(app, desk, door)
    app.router.add_get("/chat/static/{version}/{name:.+}", _static)

    async def watching(_: web.Application) -> AsyncIterator[None]:
        watch = asyncio.create_task(chat.hub.watch(ports.newest), name="webchat-watch")
        yield
        watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watch

    async def let_go(_: web.Application) -> None:
        # Before the server waits for its connections to end: an open page would hold it up.
        await chat.close()

    app.cleanup_ctx.append(watching)
    app.on_shutdown.append(let_go)


def _add_door(app: web.Application, desk: Desk, door: Door) -> None:
    pages = Pages(desk, door)
    plain = Plain(desk, door, pages)
    uploads = Uploads(desk, door)
    chat = f"{door.base}/chat"
    app.router.add_get(door.home, guarded(pages.open))
    app.router.add_get(f"{chat}/ws", guarded(Sockets(desk, door).open), allow_head=False)
    app.router.add_post(f"{chat}/say", guarded(plain.say))
    app.router.add_get(f"{chat}/lines", guarded(plain.lines))
    app.router.add_post(f"{chat}/files", guarded(uploads.store))
    app.router.add_get(f"{chat}/files/{{file_id:[0-9]{{1,18}}}}", guarded(uploads.fetch))
    app.router.add_post(f"{chat}/language", guarded(pages.language))
    app.router.add_post(f"{chat}/leave", guarded(pages.leave))


async def _static(request: web.Request) -> web.Response:
    assets = load_assets()
    asset = assets.files.get(request.match_info["name"])
    if asset is None:
        raise web.HTTPNotFound
    # Under a version of before an update the new file is served, but not kept under the old name.
    current = request.match_info["version"] == assets.version
    headers = {
        "Content-Type": asset.mime,
        "Cache-Control": "public, max-age=31536000, immutable" if current else "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Vary": "Accept-Encoding",
    }
    if asset.squeezed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return web.Response(body=asset.squeezed, headers=headers | {"Content-Encoding": "gzip"})
    return web.Response(body=asset.body, headers=headers)
