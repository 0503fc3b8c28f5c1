"""The account's servers: OpenAPI, token server, uploads, media; and the caller of our webhook."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import itertools
import json
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.doubles.zalo_oa.person import FREE, Person

APP_ID, APP_SECRET, OA_ID, OA_SECRET = "360846524940903967", "app-secret-key", "388613280878808645", "oa-secret-key"
DAY = 86_400.0
WINDOW, FREE_WINDOW = 7 * DAY, 2 * DAY


class Failure(Exception):
    """An answer with HTTP 200 and this error."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message of the account as its reader sees it on the phone."""

    id: str
    text: str = ""
    buttons: list[dict[str, Any]] = field(default_factory=list)
    attachment: str = ""
    """Id of the picture or document that came with it."""
    asks_info: bool = False

    @property
    def labels(self) -> list[str]:
        return [button["title"] for button in self.buttons]


class ZaloOaServer:
    """
    The servers. `clock` gives Unix seconds.

    `errors` answer the next sends, `status` every call when set; `slow_seconds` is waited before each send, and
    `gate` until somebody sets it; `header_stamp` signs with a moment in a header instead of the body's.
    """

    def __init__(self, *, clock: Callable[[], float] = time.time, header_stamp: bool = False) -> None:
        self.now = clock
        self.header_stamp = header_stamp
        self.app_id, self.app_secret, self.oa_id, self.oa_secret = APP_ID, APP_SECRET, OA_ID, OA_SECRET
        self.numbers = itertools.count(1)
        self.people: dict[str, Person] = {}
        self.access, self.refresh = "access-1", "refresh-1"
        self.expired: set[str] = set()
        self.spent: list[str] = []
        self.refreshes = 0
        self.refresh_seconds = 0.0
        self.lose_refresh_answer = 0
        self.codes: dict[str, str] = {}
        """Consent codes and the challenge that each was asked with."""
        self.errors: deque[int] = deque()
        self.status = 0
        self.down = 0
        self.cuts = 0
        self.slow_seconds = 0.0
        self.gate: asyncio.Event | None = None
        self.rate_limit = ""
        self.uploads: dict[str, bytes] = {}
        self.upload_calls = 0
        self.calls: Counter[str] = Counter()
        self.sent: list[tuple[str, Message]] = []
        self.files: dict[str, bytes] = {}
        self.to_strangers: list[tuple[str, str, str]] = []
        self.webhook = ""
        self.webhook_seconds: list[float] = []

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=20_000_000)
        app.router.add_route("*", "/{path:.*}", self._serve)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
        self.url, self.media_host = f"http://127.0.0.1:{self.port}", f"127.0.0.1:{self.port}"
        self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=256))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()
        await self._runner.cleanup()

    def now_ms(self) -> int:
        return int(self.now() * 1000)

    def person(self, id: str, name: str = "An") -> Person:
        """Return somebody who has interacted with the account just now."""
        return self.people.setdefault(id, Person(self, id, name, interacted_at=self.now()))

    def keep(self, content: bytes, extension: str) -> str:
        """Store what a person sent; return its address."""
        path = f"/media/{next(self.numbers)}.{extension}"
        self.files[path] = content
        return self.url + path

    # -- our webhook's caller ------------------------------------------------------------------------------------

    def signed(self, event: dict[str, Any], *, secret: str | None = None) -> tuple[bytes, dict[str, str]]:
        """Return body and headers of an event, signed as this server does it."""
        body = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
        stamp = str(int(event["timestamp"]) + 7) if self.header_stamp else str(event["timestamp"])
        secret = self.oa_secret if secret is None else secret
        mac = hashlib.sha256(event["app_id"].encode() + body + stamp.encode() + secret.encode()).hexdigest()
        headers = {"Content-Type": "application/json", "X-ZEvent-Signature": f"mac={mac}"}
        return body, {**headers, "X-ZEvent-Timestamp": stamp} if self.header_stamp else headers

    async def bring(self, event: dict[str, Any], *, secret: str | None = None, again: int = 0) -> int:
        """Call the webhook; return the HTTP status. `again` is the number of this retry."""
        body, headers = self.signed(event, secret=secret)
        if again:
            headers["num_retry"] = str(again)
        began = time.perf_counter()
        async with self._session.post(self.webhook, data=body, headers=headers) as answer:
            self.webhook_seconds.append(time.perf_counter() - began)
            return answer.status

    # -- our calls ---------------------------------------------------------------------------------------------

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if request.path.startswith("/media/"):
            content = self.files.get(request.path)
            return web.Response(body=content) if content is not None else web.Response(status=404)
        self.calls[request.path] += 1
        if self.down:
            self.down -= 1
            return web.Response(status=503, text="<html>Service Unavailable</html>")
        if self.status:
            return web.Response(status=self.status, text="<html>Bad Gateway</html>")
        if request.path == "/v4/oa/access_token":
            return await self._token(request)
        headers = {"X-RateLimit-Limit": self.rate_limit} if self.rate_limit else {}
        try:
            data = await self._api(request)
        except Failure as failure:
            return web.json_response({"error": failure.args[0], "message": f"error {failure.args[0]}"}, headers=headers)
        if self.cuts and request.path.endswith("/message/cs"):
            self.cuts -= 1
            assert request.transport is not None
            request.transport.abort()
        return web.json_response({"data": data, "error": 0, "message": "Success"}, headers=headers)

    async def _api(self, request: web.Request) -> dict[str, Any]:
        token = request.headers.get("access_token", "")
        if token in self.expired:
            raise Failure(-220)
        if token != self.access:
            raise Failure(-216)
        match request.path:
            case "/v3.0/oa/message/cs":
                return await self._message(await request.json())
            case "/v2.0/oa/upload/image":
                return await self._upload(request, "attachment_id", 1024 * 1024, (".jpg", ".png"))
            case "/v2.0/oa/upload/file":
                return await self._upload(request, "token", 5 * 1024 * 1024, (".pdf", ".doc", ".docx"))
            case "/v2.0/oa/getoa":
                return {"oa_id": self.oa_id, "name": "Mặt trận phường", "oa_type": 4, "is_verified": True}
            case "/v3.0/oa/quota/message":
                person = self.people[(await request.json())["user_id"]]
                return {"cs_reply": {"remain": FREE - person.free_used, "total": FREE}}
            case "/v2.0/oa/message":
                return await self._to_stranger(await request.json())
        raise Failure(-201)

    async def _to_stranger(self, body: dict[str, Any]) -> dict[str, Any]:
        """The older API serves visitors who are not logged in alone."""
        recipient = body["recipient"]
        if "user_id" in recipient:
            raise Failure(-240)
        if self.errors:
            raise Failure(self.errors.popleft())
        if not (recipient["anonymous_id"] and recipient["conversation_id"] and body["message"]["text"]):
            raise Failure(-201)
        self.to_strangers.append((recipient["anonymous_id"], recipient["conversation_id"], body["message"]["text"]))
        return {"message_id": f"{next(self.numbers):020x}"}

    async def _upload(self, request: web.Request, name: str, limit: int, endings: tuple[str, ...]) -> dict[str, Any]:
        part = await (await request.multipart()).next()
        assert part is not None
        content = bytes(await part.read())  # type: ignore[union-attr]
        if part.name != "file" or len(content) > limit or not (part.filename or "").endswith(endings):
            raise Failure(-201)
        self.upload_calls += 1
        token = f"upload-{self.upload_calls}"
        self.uploads[token] = content
        return {name: token}

    async def _message(self, body: dict[str, Any]) -> dict[str, Any]:
        if self.slow_seconds:
            await asyncio.sleep(self.slow_seconds)
        if self.gate is not None:
            await self.gate.wait()
        if self.errors:
            raise Failure(self.errors.popleft())
        user, message = body["recipient"]["user_id"], body["message"]
        person = self.people.get(user)
        if person is None:
            raise Failure(-201)
        if person.refusal:
            raise Failure(person.refusal)
        age = None if person.interacted_at is None else self.now() - person.interacted_at
        if age is None or age > WINDOW:
            raise Failure(-230)
        said = self._read(message)
        self.sent.append((user, said))
        person.heard.put_nowait(said)
        answer: dict[str, Any] = {"message_id": said.id, "user_id": user}
        if age <= FREE_WINDOW and person.free_used < FREE:
            person.free_used += 1
            quota = {"quota_type": "reply", "remain": str(FREE - person.free_used), "total": str(FREE)}
            answer["quota"] = quota
        return answer

    def _read(self, message: dict[str, Any]) -> Message:
        text, attachment = message.get("text", ""), message.get("attachment", {})
        payload = attachment.get("payload", {})
        buttons = payload.get("buttons", [])
        if len(text) > 2000 or len(buttons) > 5 or not (text or attachment):
            raise Failure(-210 if len(text) > 2000 else -201)
        for button in buttons:
            if len(button["title"]) > 100 or not isinstance(button["payload"], str) or len(button["payload"]) > 1000:
                raise Failure(-201)
        element = next(iter(payload.get("elements", [])), {})
        upload = element.get("attachment_id") or payload.get("token", "")
        if upload and upload not in self.uploads:
            raise Failure(-100)
        asks = payload.get("template_type") == "request_user_info"
        if asks and not element.get("image_url"):
            raise Failure(-201)
        return Message(f"{next(self.numbers):020x}", text, buttons, upload, asks)

    # -- tokens ------------------------------------------------------------------------------------------------

    def consents(self, challenge: str) -> str:
        """An administrator of the account agrees; return the code that comes to our callback."""
        code = f"code-{next(self.numbers)}"
        self.codes[code] = challenge
        return code

    async def _token(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        if request.headers.get("secret_key") != self.app_secret or form.get("app_id") != self.app_id:
            return web.json_response({"error": -14004, "error_description": "Invalid secret key"})
        if form.get("grant_type") == "authorization_code":
            challenge = self.codes.pop(str(form.get("code")), None)
            digest = hashlib.sha256(str(form.get("code_verifier")).encode()).digest()
            if challenge != base64.urlsafe_b64encode(digest).rstrip(b"=").decode():
                return web.json_response({"error": -14011, "error_description": "Invalid code"})
        else:
            given = str(form.get("refresh_token"))
            if given != self.refresh:
                self.spent.append(given)
                return web.json_response({"error": -14014, "error_description": "Invalid refresh token"})
        self.refreshes += 1
        number = next(self.numbers) + 1
        self.expired.add(self.access)
        self.access, self.refresh = f"access-{number}", f"refresh-{number}"
        answer = {"access_token": self.access, "refresh_token": self.refresh, "expires_in": "90000"}
        if self.refresh_seconds:
            await asyncio.sleep(self.refresh_seconds)
        if self.lose_refresh_answer:
            self.lose_refresh_answer -= 1
            assert request.transport is not None
            request.transport.abort()
        return web.json_response(answer)
