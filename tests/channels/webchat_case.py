"""The web chat in the contract suite, and the app that its other tests run."""

from __future__ import annotations

import io
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from channels.contract import RawRequest
from channels.webchat import WebChat, add_lost, add_routes
from conversation.messages import FileKind, IncomingFile, Outbound
from tests.channels.contract_case import ChannelCase, Shown, Trouble
from tests.channels.webchat_double import MORNING, Kept, MemoryPorts, Upload, from_outbound

SECRET = "A" * 43
COOKIE = f"nghedan_visitor={SECRET}"


def an_app(ports: MemoryPorts) -> web.Application:
    """The web chat on a server of its own, as after a start."""
    chat = WebChat(ports, clock=ports.now)
    ports.chat = chat
    app = web.Application()
    add_routes(app, chat, ports)
    add_lost(app)
    return app


@asynccontextmanager
async def a_client(ports: MemoryPorts | None = None) -> AsyncIterator[TestClient]:
    """A browser without a page: it keeps cookies and knows no tricks."""
    async with TestClient(TestServer(an_app(ports or MemoryPorts()))) as client:
        yield client


class _OpenWebChat:
    """One visitor with the page open; what they see is read from their socket."""

    def __init__(self, ports: MemoryPorts, channel: WebChat, client: TestClient, socket, address: str) -> None:
        self.ports = ports
        self.channel = _Delivering(channel, ports)
        self.client = client
        self.socket = socket
        self.address = address
        self.genuine = RawRequest({"cookie": COOKIE, "sec-fetch-site": "same-origin"}, b"{}")
        self.forged = RawRequest({"cookie": COOKIE, "sec-fetch-site": "cross-site"}, b"{}")
        self.written = {"type": "say", "address": address, "id": "message-1", "text": "Xin chào"}
        self.malformed = {"type": "say", "address": address, "id": "message-2", "text": 7}
        self.unknown = {"type": "wave", "address": address}

    async def shown(self) -> Shown:
        while True:
            data = await self.socket.receive_json(timeout=5)
            if data["type"] == "lines":
                self.last = data["lines"][-1]
                labels = [button["label"] for row in self.last["rows"] for button in row]
                return Shown(self.last["text"], labels)

    def tapped(self, label: str):
        button = next(b for row in self.last["rows"] for b in row if b["label"] == label)
        data = {"type": "say", "address": self.address, "id": "tap-1", "text": label}
        return {**data, "choice": button["choice"]}

    def make(self, trouble: Trouble) -> None:
        assert trouble is Trouble.FILE_GONE
        self.ports.kept.clear()

    def sent_file(self, content: bytes) -> IncomingFile:
        upload = Upload("a-token", FileKind.PHOTO, "a.png", "image/png", len(content))
        self.ports.kept["a-token"] = Kept(upload, self.address, content, 7)
        return IncomingFile(FileKind.PHOTO, "a-token", "a.png", "image/png", len(content))


class _Delivering:
    """The channel behind a deliverer, which makes a message readable before it calls `send`."""

    def __init__(self, channel: WebChat, ports: MemoryPorts) -> None:
        self._channel = channel
        self._ports = ports

    def __getattr__(self, name: str):
        return getattr(self._channel, name)

    async def send(self, message: Outbound):
        self._ports.put(message.address, from_outbound(message, MORNING))
        return await self._channel.send(message)


@asynccontextmanager
async def _open() -> AsyncIterator[_OpenWebChat]:
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await (await client.get("/")).read()
        # The address is known from the first word that a visitor says.
        await client.post("/chat/say", json={"type": "start", "id": "first"})
        address = ports.inbounds[0].address
        socket = await client.ws_connect("/chat/ws")
        await socket.send_json({"type": "since", "line": 0})
        yield _OpenWebChat(ports, ports.chat, client, socket, address)
        await socket.close()


WEBCHAT_CASE = ChannelCase("webchat", _open, frozenset({Trouble.FILE_GONE}))


# --- What a browser does


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0000003010100"
    "18dd8db00000000049454e44ae426082"
)


def setup_in(html):
    return json.loads(re.search(r'id="setup">(.*?)</script>', html, re.DOTALL).group(1))


def a_form(body=PNG, name="hố ga.png", mime="image/png", **fields):
    # Browsers write names as they are.
    form = aiohttp.FormData(quote_fields=False)
    for key, value in fields.items():
        form.add_field(key, value, content_type="text/plain")
    form.add_field("file", io.BytesIO(body), filename=name, content_type=mime)
    return form


async def said(client, text="Xin chào", id="message-1", **fields):
    return await client.post("/chat/say", json={"type": "say", "id": id, "text": text, **fields})
