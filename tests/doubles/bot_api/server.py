"""The server itself: HTTP in, the methods, answers out."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import parse_qsl, unquote

from aiohttp import web

from tests.doubles.bot_api import checks
from tests.doubles.bot_api.faults import Fault, Faults
from tests.doubles.bot_api.methods import Methods
from tests.doubles.bot_api.person import Person
from tests.doubles.bot_api.refusal import Refusal
from tests.doubles.bot_api.updates import Post, Updates
from tests.doubles.bot_api.world import Chat, Delivery, StoredFile

TOKEN = "424242:AAHdouble-of-a-token-for-loopback-only"
"""A token of the right shape: digits, colon, 35 letters or more."""

BODY_MAX_BYTES = 64 * 1024 * 1024


class BotApi:
    """
    One bot's Bot API on loopback; see the package's description.

    `cloud=True` is as strict about webhook addresses as Telegram itself; `record_calls` keeps every call's
    (method, parameters) in `calls`; `api_delay` seconds pass before each call is done.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "nghedan_double_bot",
        cloud: bool = False,
        time_scale: float = 1.0,
        record_calls: bool = True,
        api_delay: float = 0.0,
        post: Post | None = None,
    ) -> None:
        self.token = token
        self.me = {
            "id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Nghe", "username": username,
            "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False,
        }  # fmt: skip
        self.cloud = cloud
        self.api_delay = api_delay
        self.record_calls = record_calls
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.counts: Counter[str] = Counter()
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, StoredFile] = {}
        self.open_queries: set[str] = set()
        self.answered_queries: list[str] = []
        self.commands: dict[str, list[dict[str, str]]] = {}
        self.chat_commands: dict[int, list[dict[str, str]]] = {}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}
        self.faults = Faults()
        self.updates = Updates(self.faults, time_scale=time_scale, post=post)
        self.updates.inline_call = self._call_inline
        self._methods = Methods(self)
        self._next_update_id = random.randrange(100_000, 900_000_000)
        self._runner: web.ServerRunner | None = None
        self.url = ""

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self, port: int = 0, host: str = "127.0.0.1") -> None:
        self._runner = web.ServerRunner(web.Server(self._serve, request_factory=_request, access_log=None))
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port, backlog=1024).start()
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        await self.updates.close()
        if self._runner is not None:
            await self._runner.shutdown()
            await self._runner.cleanup()

    # -- the platform's side
    # ------------------------------------------------------------------------------------------

    def person(self, chat_id: int, first_name: str = "An", *, language: str = "vi") -> Person:
        """Return somebody who has opened the bot's chat and may be written to."""
        self.chats.setdefault(chat_id, Chat(chat_id))
        return Person(self, chat_id, first_name, language)

    def deliver(self, kind: str, inner: dict[str, Any], *, update_id: int | None = None) -> Delivery:
        """Put an update on its way; `update_id` only for one that shall come twice."""
        if update_id is None:
            update_id, self._next_update_id = self._next_update_id, self._next_update_id + 1
        delivery = Delivery({"update_id": update_id, kind: inner}, kind, asyncio.get_running_loop().create_future())
        self.updates.add(delivery)
        return delivery

    def keep_file(self, content: bytes, path: str) -> StoredFile:
        """Store a file that a person has sent, under an id of its own."""
        file = StoredFile(f"F{len(self.files) + 1}-{random.getrandbits(32):08x}", path, content)
        self.files[file.file_id] = file
        return file

    # -- the bot's side
    # -----------------------------------------------------------------------------------------------

    async def _serve(self, request: web.BaseRequest) -> web.StreamResponse:
        path = request.path
        if path.startswith("/file/bot"):
            return self._download(unquote(path.removeprefix("/file/bot")))
        token, _, name = path.removeprefix("/bot").partition("/")
        if not path.startswith("/bot") or token != self.token:
            known = path.startswith("/bot") and ":" in token
            return _answer(Refusal(401, "Unauthorized") if known else Refusal(404, "Not Found"))
        method = name.lower()
        if method not in checks.PARAMETERS:
            return _answer(Refusal(404, "Not Found: method not found"))
        try:
            parameters = checks.typed(method, await _given(request))
            result = await self._done(method, parameters, request)
        except Refusal as refusal:
            self.counts[f"{method}:{refusal.code}"] += 1
            return _answer(refusal)
        self.counts[method] += 1
        return web.Response(body=json.dumps({"ok": True, "result": result}).encode(), content_type="application/json")

    async def _done(self, method: str, parameters: dict[str, Any], request: web.BaseRequest) -> Any:
        fault: Fault | None = None
        if self.faults.waiting or self.faults.weather:
            fault = self.faults.take(method, parameters.get("chat_id"))
        if fault is not None:
            await self._suffer(fault, request)
        if self.api_delay and method != "getupdates":
            await asyncio.sleep(self.api_delay)
        if self.record_calls:
            self.calls.append((method, parameters))
        result = self._methods.call(method, parameters)
        if asyncio.iscoroutine(result):
            result = await result
        if fault is not None and fault.drop == "after":
            await _cut(request)
        return result

    async def _suffer(self, fault: Fault, request: web.BaseRequest) -> None:
        if fault.seconds:
            await asyncio.sleep(fault.seconds)
        if fault.drop == "before":
            await _cut(request)
        if fault.refusal is not None:
            raise fault.refusal

    async def _call_inline(self, method: str, parameters: dict[str, Any]) -> None:
        if method not in checks.PARAMETERS:
            raise Refusal(404, "Not Found: method not found")
        parameters = checks.typed(method, parameters)
        if self.record_calls:
            self.calls.append((method, parameters))
        self._methods.call(method, parameters)
        self.counts[f"{method}:inline"] += 1

    def _download(self, rest: str) -> web.Response:
        token, _, path = rest.partition("/")
        if token != self.token:
            return _answer(Refusal(401, "Unauthorized"))
        for file in self.files.values():
            if file.path == path:
                return web.Response(body=file.content, content_type="application/octet-stream")
        return _answer(Refusal(404, "Not Found"))

    def now(self) -> int:
        return int(time.time())


def _request(message: Any, payload: Any, protocol: Any, writer: Any, task: Any) -> web.BaseRequest:
    """Make a request that may carry an upload; aiohttp's own limit is one megabyte."""
    loop = asyncio.get_running_loop()
    return web.BaseRequest(message, payload, protocol, writer, task, loop, client_max_size=BODY_MAX_BYTES)


async def _given(request: web.BaseRequest) -> Mapping[str, Any]:
    """Return what was sent, from query, form, JSON or multipart; files as (name, bytes)."""
    kind = request.content_type
    query = dict(request.query) if request.query_string else {}
    if kind == "application/json":
        body = await request.read()
        try:
            return {**query, **json.loads(body)} if body else query
        except (ValueError, TypeError):
            raise Refusal(400, "can't parse JSON object") from None
    if kind == "application/x-www-form-urlencoded":
        return {**query, **dict(parse_qsl((await request.read()).decode(), keep_blank_values=True))}
    if kind == "multipart/form-data":
        return {**query, **await _parts(request)}
    return query


async def _parts(request: web.BaseRequest) -> dict[str, Any]:
    found: dict[str, Any] = {}
    attached: dict[str, tuple[str, bytes]] = {}
    async for part in await request.multipart():
        if part.filename is None:
            found[part.name] = (await part.read()).decode()
        else:
            attached[part.name] = (part.filename, bytes(await part.read()))
    media = json.loads(found["media"]) if "media" in found else []
    for item in media:
        # attach://NAME points to a part of its own.
        item["media"] = attached.pop(item["media"].removeprefix("attach://"), None)
    if media:
        found["media"] = media
    return {**found, **{name: Upload(content, file_name) for name, (file_name, content) in attached.items()}}


class Upload(bytes):
    """The bytes of an uploaded file, with its name."""

    file_name: str

    def __new__(cls, content: bytes, file_name: str) -> Self:
        upload = super().__new__(cls, content)
        upload.file_name = file_name
        return upload


def _answer(refusal: Refusal) -> web.Response:
    body = json.dumps(refusal.as_answer()).encode()
    return web.Response(status=refusal.code, body=body, content_type="application/json")


async def _cut(request: web.BaseRequest) -> None:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    raise asyncio.CancelledError
