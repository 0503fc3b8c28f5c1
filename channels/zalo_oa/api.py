"""The calls of one Official Account: HTTP 200 with an error is an error, and a refused token is renewed once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import aiohttp
import msgspec
import structlog

from channels.contract import Throttled, Unreachable
from channels.zalo_oa.errors import BAD_TOKENS, send_error
from channels.zalo_oa.ports import Tokens

CLOUD = "https://openapi.zalo.me"
CONNECT_TIMEOUT_SECONDS = 10.0
READ_TIMEOUT_SECONDS = 15.0
UPLOAD_TIMEOUT_SECONDS = 60.0
CONNECTIONS_MAX = 512

log = structlog.get_logger(__name__)

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


def _utc_now() -> datetime:
    return datetime.now(UTC)


class OaApi:
    """
    One account at one server.

    `on_limit` is told of the calls a minute that Zalo allows, whenever an answer says so: the documented 4,000 may be
    less by the account's package (zalo reference B3: UNSURE).
    """

    def __init__(
        self,
        tokens: Tokens,
        *,
        url: str = CLOUD,
        now: Callable[[], datetime] = _utc_now,
        on_limit: Callable[[int], None] | None = None,
    ) -> None:
        self.tokens = tokens
        self._base = url.rstrip("/")
        self._now = now
        self._on_limit = on_limit
        self._session: aiohttp.ClientSession | None = None

    @property
    def session(self) -> aiohttp.ClientSession:
        """The pool of connections; needs a running loop."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS_MAX, ttl_dns_cache=300),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=_timeout(READ_TIMEOUT_SECONDS),
            )
        return self._session

    async def post(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """
        Return the `data` of a call.

        Raises:
            SendError: what to do about the failure.
        """
        data = _encode(body)
        return await self._authorised("POST", path, lambda: {"data": data, "headers": _JSON})

    async def get(self, path: str, **query: str) -> Mapping[str, Any]:
        """Return the `data` of a question; raises as `post`."""
        return await self._authorised("GET", path, lambda: {"params": query, "headers": {}})

    async def upload(self, path: str, content: bytes, *, name: str, mime: str) -> Mapping[str, Any]:
        """Return the `data` of an upload; raises as `post`."""

        def form() -> dict[str, Any]:
            made = aiohttp.FormData()
            made.add_field("file", content, filename=name, content_type=mime)
            return {"data": made, "headers": {}, "timeout": _timeout(UPLOAD_TIMEOUT_SECONDS)}

        return await self._authorised("POST", path, form)

    async def _authorised(self, method: str, path: str, request: Callable[[], dict[str, Any]]) -> Mapping[str, Any]:
        token = await self.tokens.current()
        code, answer = await self._call(method, path, token, request())
        if code in BAD_TOKENS:
            token = await self.tokens.renewed(token)
            code, answer = await self._call(method, path, token, request())
        if code:
            raise send_error(code, str(answer.get("message", "")), self._now())
        data = answer.get("data")
        return data if isinstance(data, Mapping) else {}

    async def _call(self, method: str, path: str, token: str, request: dict[str, Any]) -> tuple[int, Mapping[str, Any]]:
        headers = {**request.pop("headers"), "access_token": token}
        try:
            async with self.session.request(
                method, self._base + path, headers=headers, allow_redirects=False, **request
            ) as response:
                status, body = response.status, await response.read()
                self._heed(response.headers)
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise broken(error) from None
        return _read(status, body)

    def _heed(self, headers: Mapping[str, str]) -> None:
        limit = headers.get("X-RateLimit-Limit", "")
        if self._on_limit is not None and limit.isdecimal() and int(limit) > 0:
            self._on_limit(int(limit))

    async def close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()


_JSON = {"Content-Type": "application/json"}


def _timeout(read: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT_SECONDS, sock_read=read)


def _read(status: int, body: bytes) -> tuple[int, Mapping[str, Any]]:
    """Return error code and answer: what counts is `error` in the body, not the status (zalo reference B3)."""
    try:
        answer = _decode(body)
    except (ValueError, RecursionError):
        answer = None
    code = answer.get("error") if isinstance(answer, dict) else None
    if isinstance(code, str) and code.lstrip("-").isdecimal():
        code = int(code)
    if type(code) is int and isinstance(answer, dict):
        return code, answer
    if status == 429:
        raise Throttled(60.0, "429 from the gateway")
    # No answer of the API's own: whatever stood behind the gateway may have taken the call.
    raise Unreachable(f"answered {status} without a result", doubtful=True)


def broken(error: Exception) -> Unreachable:
    """Return what a failure on the wire means; aiohttp's own words are left out, they may hold an address."""
    kind = type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return Unreachable(f"no connection ({kind})")
    return Unreachable(f"the connection broke ({kind})", doubtful=True)
