"""One Zalo Bot at one server: its token, its connections, and every failure as a `SendError`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import aiohttp
import msgspec
from yarl import URL

from channels.contract import BadConfig, Rejected, SendError, Throttled, Unreachable

CLOUD = "https://bot-api.zaloplatforms.com"
"""An older host serves the same: https://bot-api.zapps.me (zalo reference A1)."""

CONNECT_TIMEOUT_SECONDS = 10.0
READ_TIMEOUT_SECONDS = 15.0
CONNECTIONS_MAX = 128

QUOTA_SECONDS = 5.0
"""
First wait after 429, which is all that this product says, for a burst and for the month alike.

The channel lets it grow. Source: zalo reference A7.
"""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class Idle(Exception):
    """A long poll ended without an update: the normal case. Source: zalo reference A3."""


class ZaloBotApi:
    """
    The calls of one bot.

    No error of this class names an address, because the address holds the bot's token.
    """

    def __init__(self, token: str, *, url: str = CLOUD) -> None:
        self._base = f"{url.rstrip('/')}/bot{token}"
        self._session: aiohttp.ClientSession | None = None

    def __repr__(self) -> str:
        """Without the token."""
        return "ZaloBotApi()"

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

    async def call(
        self, method: str, parameters: Mapping[str, Any] | None = None, *, read_timeout: float = READ_TIMEOUT_SECONDS
    ) -> Any:
        """
        Return the result of one call as plain JSON values, None when the answer has none.

        Raises:
            SendError: what to do about the failure.
        """
        try:
            async with self.session.post(
                URL(f"{self._base}/{method}", encoded=True),
                data=_encode(parameters or {}),
                headers={"Content-Type": "application/json"},
                timeout=_timeout(read_timeout),
                allow_redirects=False,
            ) as answer:
                status, body = answer.status, await answer.read()
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise _broken(error) from None
        return _result(status, body)

    async def poll(self, wait_seconds: int) -> Any:
        """
        Return what a long poll brought: one update, a list of them, or None.

        Raises:
            Idle: nothing came within the time.
            SendError: as `call`.
        """
        try:
            return await self.call("getUpdates", {"timeout": wait_seconds}, read_timeout=wait_seconds + 10)
        except Unreachable as error:
            if getattr(error, "status", 0) == 408:
                raise Idle from None
            raise

    async def close(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()


def _timeout(read: float) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT_SECONDS, sock_read=read)


def _result(status: int, body: bytes) -> Any:
    try:
        answer = _decode(body)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict) or "ok" not in answer:
        # A gateway's page: it says nothing about what happened behind it.
        raise error_of(status, f"answered {status} without JSON", certain=False)
    if answer["ok"] is True:
        return answer.get("result")
    code = answer.get("error_code")
    said = str(answer.get("description", ""))[:200]
    raise error_of(code if type(code) is int and code else status, said, certain=True)


def error_of(code: int, said: str, *, certain: bool) -> SendError:
    """
    Return what to do about a refusal: `certain` when the bot server itself said it.

    Source: Zalo Bot Platform, error page (zalo reference A7).
    """
    if code == 401:
        return BadConfig(f"401 {said}")
    if code == 429:
        return Throttled(QUOTA_SECONDS, said)
    if code in {400, 404}:
        return Rejected(f"{code} {said}")
    # 403 is documented as "Internal server error"; 408 leaves open whether a message went out.
    error = Unreachable(f"{code} {said}", doubtful=not certain or code == 408)
    error.status = code  # type: ignore[attr-defined]
    return error


def _broken(error: Exception) -> SendError:
    kind = type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError):
        return Unreachable(f"no connection ({kind})")
    return Unreachable(f"the connection broke ({kind})", doubtful=True)
