"""The server: methods, updates on their way, faults."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from aiohttp import web

TOKEN = "12345689:abc-xyz-for-tests"

PATIENCE_SECONDS = 60.0
"""How long a test waits for a message before it fails; far more than any machine needs."""

SENDING = {"sendMessage", "sendPhoto", "sendSticker", "sendVoice"}
METHODS = SENDING | {
    "getMe",
    "getUpdates",
    "setWebhook",
    "deleteWebhook",
    "getWebhookInfo",
    "sendChatAction",
}


class Refusal(Exception):
    """An answer with `ok: false`; `status` is the HTTP status, which need not be the code."""

    def __init__(self, code: int, description: str, *, status: int | None = None) -> None:
        super().__init__(description)
        self.code, self.status = code, code if status is None else status


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the bot as its reader sees it."""

    id: str
    text: str
    photo: str = ""
    method: str = "sendMessage"


@dataclass(slots=True)
class Person:
    """Somebody with the bot's chat open."""

    server: ZaloBotServer
    id: str
    name: str
    heard: asyncio.Queue[Message] = field(default_factory=asyncio.Queue)
    blocked: bool = False

    def _update(self, kind: str, **content: Any) -> dict[str, Any]:
        number = next(self.server.numbers)
        message = {
            "from": {"id": self.id, "display_name": self.name, "is_bot": False},
            "chat": {"id": self.id, "chat_type": "PRIVATE"},
            "message_id": f"{number:020x}",
            "date": int(time.time() * 1000),
            **content,
        }
        return {"event_name": f"message.{kind}.received", "message": message}

    def says(self, text: str) -> dict[str, Any]:
        """Write; return the update."""
        return self.server.deliver(self._update("text", text=text))

    def sends_photo(self, content: bytes, *, caption: str = "", documented: bool = False) -> dict[str, Any]:
        """Send a photo, with the field's name as seen live or as documented."""
        url = self.server.keep(content, "jpg")
        more = {"caption": caption} if caption else {}
        return self.server.deliver(self._update("image", **{"photo" if documented else "photo_url": url}, **more))

    def sends_voice(self, content: bytes) -> dict[str, Any]:
        """Send a voice message."""
        return self.server.deliver(self._update("voice", voice_url=self.server.keep(content, "aac")))

    def sends_sticker(self) -> dict[str, Any]:
        """Send a sticker."""
        return self.server.deliver(self._update("sticker", sticker="0e078a2ab36f", url="https://zdn.vn/s.png"))

    def sends_file(self) -> dict[str, Any]:
        """Send a document: the bot learns only that it was something."""
        return self.server.deliver(self._update("unsupported"))

    async def hears(self, timeout_seconds: float = PATIENCE_SECONDS) -> Message:
        """Return the next message of the bot."""
        return await asyncio.wait_for(self.heard.get(), timeout_seconds)


class ZaloBotServer:
    """
    The server. `wrapped` puts {"ok", "result"} around webhook bodies, as documented; live ones are bare.

    `poll_limit` shortens the longest poll, in seconds.
    """

    def __init__(self, *, wrapped: bool = False, poll_limit: float = 0.05) -> None:
        self.wrapped = wrapped
        self.poll_limit = poll_limit
        self.numbers = itertools.count(1)
        self.people: dict[str, Person] = {}
        self.updates: deque[dict[str, Any]] = deque()
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.refusals: deque[tuple[str, Refusal]] = deque()
        self.cuts = 0
        """So many sends are done and the connection closed before the answer."""
        self.slow_seconds = 0.0
        self.outage = False
        """Everything answers 502 with a gateway's page."""
        self.turned_away = 0
        """How many calls were answered so."""
        self.webhook: tuple[str, str] | None = None
        self.webhook_statuses: list[int] = []
        self.files: dict[str, bytes] = {}
        self.hops: dict[str, str] = {}
        """Paths that redirect, for tests of what may be fetched."""
        self.token = TOKEN
        self.pollers = self.most_pollers = 0
        self._arrived = asyncio.Event()
        self._deliveries: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
        self.url = f"http://127.0.0.1:{self.port}"
        self.media_host = f"127.0.0.1:{self.port}"
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._deliveries:
            task.cancel()
        await asyncio.gather(*self._deliveries, return_exceptions=True)
        await self._session.close()
        await self._runner.cleanup()

    # -- people ------------------------------------------------------------------------------------------------

    def person(self, id: str, name: str = "An") -> Person:
        """Return somebody who has written to the bot once and may be written to."""
        return self.people.setdefault(id, Person(self, id, name))

    def keep(self, content: bytes, extension: str) -> str:
        """Store a file; return its public address."""
        path = f"/media/{next(self.numbers)}.{extension}"
        self.files[path] = content
        return self.url + path

    def deliver(self, update: dict[str, Any]) -> dict[str, Any]:
        """Put an update on its way."""
        if self.webhook is not None:
            task = asyncio.create_task(self.knock(update))
            self._deliveries.add(task)
            task.add_done_callback(self._deliveries.discard)
        else:
            self.updates.append(update)
            self._arrived.set()
        return update

    async def knock(self, update: dict[str, Any], *, secret: str | None = None) -> None:
        """Bring an update to the webhook."""
        assert self.webhook is not None
        url, known = self.webhook
        body = {"ok": True, "result": update} if self.wrapped else update
        headers = {"X-Bot-Api-Secret-Token": known if secret is None else secret, "User-Agent": "Java/17.0.2"}
        async with self._session.post(url, json=body, headers=headers) as answer:
            self.webhook_statuses.append(answer.status)

    async def delivered(self) -> None:
        """Return when every update has been brought."""
        while self._deliveries:
            done, _ = await asyncio.wait(self._deliveries)
            for task in done:
                task.result()

    # -- faults ------------------------------------------------------------------------------------------------

    def refuse(self, code: int, description: str = "", *, method: str = "", status: int | None = None) -> None:
        """Refuse the next call of a method, of any that sends without one."""
        self.refusals.append((method, Refusal(code, description, status=status)))

    # -- the bot's side ----------------------------------------------------------------------------------------

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if request.path in self.hops:
            raise web.HTTPFound(self.hops[request.path])
        if request.path.startswith("/media/"):
            content = self.files.get(request.path)
            return web.Response(body=content) if content is not None else web.Response(status=404)
        if self.outage:
            self.turned_away += 1
            return web.Response(status=502, text="<html>Bad Gateway</html>", content_type="text/html")
        token, _, method = request.path.removeprefix("/bot").partition("/")
        try:
            self._check(token, method)
            parameters = await request.json()
            self.calls.append((method, parameters))
            if self.slow_seconds:
                await asyncio.sleep(self.slow_seconds)
            self._misbehave(method)
            result = await getattr(self, f"_{method}")(parameters)
        except Refusal as refusal:
            answer = {"ok": False, "description": str(refusal), "error_code": refusal.code}
            return web.json_response(answer, status=refusal.status)
        if self.cuts and method in SENDING:
            self.cuts -= 1
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"ok": True, "result": result})

    def _check(self, token: str, method: str) -> None:
        if token != self.token:
            raise Refusal(401, "Unauthorized")
        if method not in METHODS:
            raise Refusal(400, "invalid API name")

    def _misbehave(self, method: str) -> None:
        for index, (name, refusal) in enumerate(self.refusals):
            if name == method or (not name and method in SENDING):
                del self.refusals[index]
                raise refusal

    async def _getMe(self, _: dict[str, Any]) -> Any:  # the method's name
        name = {"id": "1459232241454765289", "account_name": "bot.VDKyGxQvc", "account_type": "BASIC"}
        return {**name, "can_join_groups": False}

    async def _getUpdates(self, parameters: dict[str, Any]) -> Any:
        if self.webhook is not None:
            raise Refusal(400, "webhook is active")
        self.pollers += 1
        self.most_pollers = max(self.pollers, self.most_pollers)
        try:
            async with asyncio.timeout(min(float(parameters.get("timeout", 30)), self.poll_limit)):
                while not self.updates:
                    self._arrived.clear()
                    await self._arrived.wait()
            return self.updates.popleft()
        except TimeoutError:
            raise Refusal(408, "Request timeout") from None
        finally:
            self.pollers -= 1

    async def _setWebhook(self, parameters: dict[str, Any]) -> Any:
        url, secret = parameters.get("url", ""), parameters.get("secret_token", "")
        if not url or not 8 <= len(secret) <= 256:
            raise Refusal(400, "url and secret_token are required")
        self.webhook = (url, secret)
        async with self._session.post(url) as answer:
            ok = answer.status == 200
        verification = {"ok": ok, "outcome": "webhook.ok" if ok else f"webhook.http.{answer.status}"}
        return {"url": url, "updated_at": int(time.time() * 1000), "verification": verification}

    async def _deleteWebhook(self, _: dict[str, Any]) -> Any:
        self.webhook = None
        return {"url": "", "updated_at": int(time.time() * 1000)}

    async def _getWebhookInfo(self, _: dict[str, Any]) -> Any:
        if self.webhook is None:
            raise Refusal(404, "Not Found")
        return {"url": self.webhook[0], "updated_at": 0}

    async def _sendMessage(self, parameters: dict[str, Any]) -> Any:
        text = parameters.get("text")
        if not isinstance(text, str) or not 1 <= len(text.encode("utf-16-le")) // 2 <= 2000:
            raise Refusal(400, "text is 1 to 2000 characters")
        if set(parameters) - {"chat_id", "text", "parse_mode", "text_styles"}:
            raise Refusal(400, "unknown parameter")
        return self._said(parameters, Message(f"{next(self.numbers):020x}", text))

    async def _sendPhoto(self, parameters: dict[str, Any]) -> Any:
        photo, caption = parameters.get("photo", ""), parameters.get("caption", "")
        if not photo.startswith(("http://", "https://")) or len(caption) > 2000:
            raise Refusal(400, "photo is a public address, caption has at most 2000 characters")
        return self._said(parameters, Message(f"{next(self.numbers):020x}", caption, photo, "sendPhoto"))

    async def _sendChatAction(self, parameters: dict[str, Any]) -> Any:
        if parameters.get("action") != "typing":
            raise Refusal(400, "unknown action")
        return {"ok": True}

    def _said(self, parameters: dict[str, Any], message: Message) -> dict[str, Any]:
        person = self.people.get(parameters.get("chat_id", ""))
        if person is None or person.blocked:
            raise Refusal(400, "chat not found")
        person.heard.put_nowait(message)
        return {"message_id": message.id, "date": int(time.time() * 1000)}
