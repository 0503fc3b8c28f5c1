"""The socket of an open page: what it says goes in, lines and signs of life come back."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Any, Final

import msgspec
from aiohttp import WSCloseCode, WSMsgType, web

from channels.webchat.answers import Refused
from channels.webchat.desk import RETRY_AFTER_SECONDS, Desk, Visitor
from channels.webchat.hub import Listener
from channels.webchat.payloads import Say, Since
from channels.webchat.ports import Said
from channels.webchat.visitors import Door, is_same_origin

log = logging.getLogger(__name__)

MESSAGE_MAX_BYTES: Final = 256 * 1024
"""Bytes of one message of the page: 20,000 characters, each escaped, fit."""
LINES_AT_ONCE: Final = 50


class Sockets:
    """Handler of `GET /chat/ws` for one door."""

    def __init__(self, desk: Desk, door: Door) -> None:
        self._desk = desk
        self._door = door

    async def open(self, request: web.Request) -> web.StreamResponse:
        # A browser opens sockets for any page, with our cookie: the page must be ours.
        if not is_same_origin(request.headers):
            raise web.HTTPForbidden(text="This request comes from another site.")
        visitor = await self._desk.visitor(request, self._door)
        if visitor is None:
            raise web.HTTPForbidden(text="No cookie of this chat.")
        socket = web.WebSocketResponse(heartbeat=25, max_msg_size=MESSAGE_MAX_BYTES)
        if not socket.can_prepare(request).ok:
            raise web.HTTPBadRequest(text="This address speaks WebSocket.")
        await socket.prepare(request)
        await _Session(self._desk, visitor, socket).run()
        return socket


class _Session:
    """One open socket. Nothing of the conversation lives here: a dropped session loses nothing."""

    def __init__(self, desk: Desk, visitor: Visitor, socket: web.WebSocketResponse) -> None:
        self._desk = desk
        self._visitor = visitor
        self._socket = socket
        self._listener = Listener(visitor.address, 0, self._on_typing)
        self._knows_where = False
        self._typing: bool | None = None
        self._sending = asyncio.Lock()

    async def run(self) -> None:
        hub = self._desk.chat.hub
        hub.join(self._listener)
        pump = asyncio.create_task(self._pump())
        try:
            async for message in self._socket:
                if message.type is not WSMsgType.TEXT or hub.closing.is_set():
                    break
                data = _decoded(message.data)
                if isinstance(data, Since):
                    self._listener.seen = data.line
                    self._knows_where = True
                    self._listener.news.set()
                elif isinstance(data, Say):
                    await self._said(data)
                elif data == "ping":
                    await self._tell({"type": "pong"})
                else:
                    await self._tell(self._error(Refused("webchat-not-understood", 400), _id_in(message.data)))
        except ConnectionError:
            # The page is gone; it comes back and asks for what it has not seen.
            log.debug("webchat: a page went away")
        finally:
            hub.leave(self._listener)
            pump.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await pump

    async def _said(self, say: Say) -> None:
        try:
            await self._desk.take(self._visitor, say)
        except Refused as refused:
            await self._tell(self._error(refused, say.id))
        except Exception:
            # Whatever it was, the message is not acknowledged: the page keeps it and sends it again.
            log.exception("webchat: message %s was not taken", say.id)
            self._desk.chat.hub.typing(self._visitor.address, on=False)
            failed = Refused("webchat-not-kept", 503, retry_after=RETRY_AFTER_SECONDS)
            await self._tell(self._error(failed, say.id))
        else:
            await self._tell({"type": "ack", "id": say.id})

    def _error(self, refused: Refused, client_id: str) -> dict[str, Any]:
        return refused.data(self._visitor.language, client_id)

    def _on_typing(self, on: bool) -> None:
        self._typing = on
        self._listener.news.set()

    async def _pump(self) -> None:
        """Bring, while the page is open, what it has not seen, and whether an answer is being made."""
        hub = self._desk.chat.hub
        with contextlib.suppress(ConnectionError):
            while not hub.closing.is_set():
                await self._listener.news.wait()
                self._listener.news.clear()
                if self._typing is not None:
                    on, self._typing = self._typing, None
                    await self._tell({"type": "typing", "on": on})
                try:
                    await self._bring_lines()
                except Exception as error:
                    if isinstance(error, ConnectionError):
                        raise
                    log.exception("webchat: lines could not be read")
                    await asyncio.sleep(1)
                    self._listener.news.set()
            await self._socket.close(code=WSCloseCode.GOING_AWAY, message=b"restarting")

    async def _bring_lines(self) -> None:
        more = self._knows_where
        while more:
            lines = await self._desk.lines(self._visitor, self._listener.seen, LINES_AT_ONCE)
            more = len(lines) == LINES_AT_ONCE
            if lines:
                await self._tell({"type": "lines", "lines": lines})
                self._listener.seen = max(self._listener.seen, lines[-1]["number"])
            if any(line["said"] == Said.OUT for line in lines):
                await self._tell({"type": "typing", "on": False})

    async def _tell(self, data: dict[str, Any]) -> None:
        async with self._sending:
            await self._socket.send_str(msgspec.json.encode(data).decode())


def _decoded(text: str) -> Say | Since | str | None:
    """Return what the page means; None when it cannot be understood."""
    try:
        kind = msgspec.json.decode(text, type=_Kind).type
        if kind == "since":
            return msgspec.json.decode(text, type=Since)
        if kind == "ping":
            return "ping"
        return msgspec.json.decode(text, type=Say)
    except msgspec.DecodeError:
        return None


class _Kind(msgspec.Struct):
    type: str


class _Id(msgspec.Struct):
    id: str = ""


def _id_in(text: str) -> str:
    try:
        return msgspec.json.decode(text, type=_Id).id[:64]
    except msgspec.DecodeError:
        return ""
