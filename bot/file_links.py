"""Files as links that expire: for messengers that fetch pictures by address, and for kinds that they do not carry."""

from __future__ import annotations

import base64
import functools
import hashlib
import hmac
from collections.abc import Callable
from datetime import timedelta
from typing import Final
from urllib.parse import quote

from aiohttp import web

from bot.timing import Clock
from channels.contract import FileGone, FileStore
from channels.webchat import lost

PATH: Final = "/f"
LASTS: Final = timedelta(days=7)
"""Long enough for whoever reads the message some days later, and for the messenger's own servers."""

_INLINE: Final = frozenset({"image/jpeg", "image/png", "application/pdf", "audio/aac", "audio/ogg", "video/mp4"})


class FileLinks:
    """Makes and opens links; implements `channels.contract.FileLinks`. Without a public https address there is none."""

    def __init__(self, secret: Callable[[], bytes], public_url: str, clock: Clock) -> None:
        self._secret = secret
        self._base = public_url.rstrip("/") if public_url.startswith("https://") else ""
        self._clock = clock

    @functools.cached_property
    def _key(self) -> bytes:
        """Read when the first link is made or opened."""
        return hmac.new(self._secret(), b"file links", hashlib.sha256).digest()

    def link(self, file_id: int, name: str) -> str:
        """Return the address of a file, '' when nobody outside could open it."""
        if not self._base:
            return ""
        until = int((self._clock.now() + LASTS).timestamp())
        return f"{self._base}{PATH}/{self.token(file_id, until)}/{quote(name or 'file', safe='')}"

    def token(self, file_id: int, until: int) -> str:
        """Return what proves the right to one file until a moment (Unix time)."""
        claim = f"{file_id}.{until}"
        mark = hmac.new(self._key, claim.encode(), hashlib.sha256).digest()[:18]
        return f"{claim}.{base64.urlsafe_b64encode(mark).decode()}"

    def opened(self, token: str) -> int | None:
        """Return the file that a token opens now, None when it is none of ours or too old."""
        file_id, _, rest = token.partition(".")
        until = rest.partition(".")[0]
        if not (file_id.isdecimal() and until.isdecimal() and len(token) < 100):
            return None
        good = hmac.compare_digest(self.token(int(file_id), int(until)).encode(), token.encode())
        return int(file_id) if good and int(until) > self._clock.now().timestamp() else None


def add_routes(app: web.Application, links: FileLinks, files: FileStore) -> None:
    """Serve the files of links."""

    async def show(request: web.Request) -> web.Response:
        file_id = links.opened(request.match_info["token"])
        if file_id is None:
            return lost(request, "webchat-lost-link")
        try:
            content, mime = await files.read(file_id)
        except FileGone:
            return lost(request, "webchat-lost-link")
        name = quote(request.match_info["name"], safe="")
        manner = "inline" if mime in _INLINE else "attachment"
        headers = {
            "Content-Disposition": f"{manner}; filename*=UTF-8''{name}",
            "Cache-Control": "private, max-age=3600",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "Referrer-Policy": "no-referrer",
        }
        return web.Response(body=content, content_type=mime, headers=headers)

    app.router.add_get(f"{PATH}/{{token}}/{{name}}", show)
