"""The desk where every way in arrives: who is asking, may they, and then the message goes to the program."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import msgspec
from aiohttp import web

from channels.contract import NotAccepted
from channels.webchat.answers import Refused
from channels.webchat.capabilities import SAID_MAX
from channels.webchat.channel import WebChat
from channels.webchat.limits import Flood
from channels.webchat.payloads import Say, line_data
from channels.webchat.ports import Line, Ports, Upload, UploadRefused
from channels.webchat.templates import line_view, render_line
from channels.webchat.visitors import Door, address_of, is_https, secret_in
from conversation.messages import Ignored
from texts import LANGUAGES, known

log = logging.getLogger(__name__)
T = TypeVar("T")

LANGUAGE_COOKIE: Final = "nghedan_language"
RETRY_AFTER_SECONDS: Final = 3.0
"""How long a page waits before it sends again what failed for a reason that nobody foresaw."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody with our cookie. `chosen_language` is what they chose on the page, '' when they did not."""

    door: Door
    secret: str
    address: str
    language: str
    chosen_language: str = ""


class Desk:
    """Takes what visitors say and upload, whichever way it came."""

    def __init__(self, chat: WebChat, ports: Ports) -> None:
        self.chat = chat
        self.ports = ports
        self.messages = Flood(most=25, seconds=10)
        self.files = Flood(most=40, seconds=60)

    async def visitor(self, request: web.Request, door: Door) -> Visitor | None:
        """Return who is asking; None without a cookie of ours."""
        secure = is_https(request.headers, request.scheme)
        secret = secret_in(request.headers.get("cookie", ""), door.cookie_name(secure=secure))
        return None if secret is None else await self.known(request, door, secret)

    async def known(self, request: web.Request, door: Door, secret: str) -> Visitor:
        """Return the visitor with this secret: their own language before the page's."""
        address = address_of(door, secret)
        chosen = request.cookies.get(LANGUAGE_COOKIE, "")
        chosen = chosen if chosen in LANGUAGES else ""
        language = await self.or_else("", self.ports.language(address))
        return Visitor(door, secret, address, known(language or chosen), chosen)

    async def or_else(self, default: T, asked: Awaitable[T]) -> T:
        """
        Return what was asked for, or the default when it cannot be had.

        With the database away people still open the page and write: what they write is spooled.
        """
        try:
            return await asked
        except Exception:
            log.exception("webchat: something for the page could not be read")
            return default

    async def visitor_or_refuse(self, request: web.Request, door: Door) -> Visitor:
        """
        Return who is asking.

        Raises:
            Refused: the browser sent no cookie of ours.
        """
        visitor = await self.visitor(request, door)
        if visitor is None:
            raise Refused("webchat-no-cookie", 403)
        return visitor

    async def take(self, visitor: Visitor, say: Say) -> None:
        """
        Return when the message is committed.

        Raises:
            Refused: it cannot be taken, or (with `retry_after`) not now.
        """
        wait = self.messages.wait_seconds(visitor.address, asyncio.get_running_loop().time())
        if wait:
            raise Refused("webchat-slow-down", 429, retry_after=wait)
        if say.is_empty:
            raise Refused("webchat-empty", 400)
        if len(say.text) > SAID_MAX:
            raise Refused("webchat-too-long", 413, most=SAID_MAX)
        uploads = await self.ports.uploads(visitor.address, say.files) if say.files else ()
        if len(uploads) < len(say.files):
            raise Refused("webchat-file-gone", 409)
        for inbound in self.chat.parse(_completed(say, visitor, uploads)):
            if not isinstance(inbound, Ignored):
                self.chat.hub.typing(visitor.address, on=True)
                try:
                    await self.ports.receive(inbound)
                except NotAccepted as error:
                    self.chat.hub.typing(visitor.address, on=False)
                    raise Refused("webchat-not-kept", 503, retry_after=error.retry_after_seconds) from error
        self.chat.hub.wake(visitor.address)

    async def keep(self, visitor: Visitor, name: str, mime: str, chunks: AsyncIterator[bytes]) -> Upload:
        """
        Return the stored upload.

        Raises:
            Refused: too many in a while, or a type or size that is not taken.
        """
        wait = self.files.wait_seconds(visitor.address, asyncio.get_running_loop().time())
        if wait:
            raise Refused("webchat-slow-down", 429, retry_after=wait)
        most = (await self.ports.page_info(visitor.address)).file_max_bytes
        try:
            return await self.ports.store_upload(visitor.address, name, mime, _capped(chunks, most))
        except UploadRefused as error:
            refused = Refused(error.text_key, 415)
            refused.values = error.values
            raise refused from error

    async def lines(self, visitor: Visitor, after: int, limit: int = 50) -> list[dict[str, Any]]:
        """Return the lines after a number, as the page gets them."""
        return self.shown(visitor, await self.ports.lines(visitor.address, after=after, limit=limit))

    def shown(self, visitor: Visitor, lines: Sequence[Line]) -> list[dict[str, Any]]:
        """Return lines as the page gets them."""
        return [
            line_data(
                line,
                render_line(
                    line_view(line), base=visitor.door.base, language=visitor.language, voice=visitor.door.voice
                ),
            )
            for line in lines
        ]


def _completed(say: Say, visitor: Visitor, uploads: Sequence[Upload]) -> dict[str, Any]:
    payload: dict[str, Any] = msgspec.to_builtins(say)
    payload["address"] = visitor.address
    payload["language"] = visitor.chosen_language
    payload["files"] = [
        {
            "token": file.token,
            "kind": file.kind.value,
            "name": file.name,
            "mime": file.mime,
            "size": file.size,
        }
        for file in uploads
    ]
    return payload


async def _capped(chunks: AsyncIterator[bytes], most: int) -> AsyncIterator[bytes]:
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size > most:
            raise UploadRefused("webchat-file-too-large", megabytes=most // (1024 * 1024))
        yield chunk
