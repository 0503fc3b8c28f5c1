"""A small HTTP client for one thing: bringing webhooks with as little work of our own as can be."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import cast
from urllib.parse import urlsplit

Answer = tuple[int, float | None, bytes]


class _Connection(asyncio.Protocol):
    """One kept-alive connection; one request at a time."""

    def __init__(self) -> None:
        self.transport: asyncio.Transport | None = None
        self._waiting: asyncio.Future[Answer] | None = None
        self._received = bytearray()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # uvloop's are no children of it

    def connection_lost(self, exc: Exception | None) -> None:
        self.transport = None
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(exc or ConnectionResetError("closed before the answer"))

    def data_received(self, data: bytes) -> None:
        self._received += data
        head_end = self._received.find(b"\r\n\r\n")
        if head_end < 0:
            return
        head = bytes(self._received[:head_end]).lower()
        length = _header(head, b"content-length")
        end = head_end + 4 + int(length or 0)
        if len(self._received) < end or self._waiting is None:
            return
        body = bytes(self._received[head_end + 4 : end])
        self._received.clear()
        after = _header(head, b"retry-after")
        if not self._waiting.done():
            self._waiting.set_result((int(head[9:12]), float(after) if after else None, body))

    async def ask(self, request: bytes) -> Answer:
        if self.transport is None:
            raise ConnectionResetError("the connection is closed")
        self._waiting = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return await self._waiting


def _header(head: bytes, name: bytes) -> bytes:
    at = head.find(b"\r\n" + name + b":")
    if at < 0:
        return b""
    start = at + len(name) + 3
    end = head.find(b"\r\n", start)
    return head[start : end if end >= 0 else len(head)].strip()


class Poster:
    """
    Posts to http addresses over kept-alive connections.

    Answers must carry a Content-Length, as those of aiohttp do. aiohttp's own client would cost the driver as
    much as the bot spends on a whole message.
    """

    def __init__(self) -> None:
        self._idle: deque[_Connection] = deque()
        self._heads: dict[str, tuple[str, int, bytes]] = {}

    async def __call__(self, url: str, headers: dict[str, str], body: bytes) -> Answer:
        host, port, head = self._heads.get(url) or self._head(url, headers)
        connection = await self._connection(host, port)
        answer = await connection.ask(b"%s%d\r\n\r\n%s" % (head, len(body), body))
        self._idle.append(connection)
        return answer

    def _head(self, url: str, headers: dict[str, str]) -> tuple[str, int, bytes]:
        parts = urlsplit(url)
        lines = [f"POST {parts.path} HTTP/1.1", f"Host: {parts.netloc}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        head = ("\r\n".join(lines) + "\r\nContent-Length: ").encode()
        self._heads[url] = (parts.hostname or "", parts.port or 80, head)
        return self._heads[url]

    async def _connection(self, host: str, port: int) -> _Connection:
        while self._idle:
            connection = self._idle.pop()
            if connection.transport is not None:
                return connection
        _, connection = await asyncio.get_running_loop().create_connection(_Connection, host, port)
        return connection

    def close(self) -> None:
        while self._idle:
            connection = self._idle.pop()
            if connection.transport is not None:
                connection.transport.close()
