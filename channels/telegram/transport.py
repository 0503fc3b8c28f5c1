"""python-telegram-bot's calls carried by aiohttp's client instead of httpx."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, cast

import aiohttp
import msgspec
from aiohttp.payload import BytesPayload
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

CONNECT_TIMEOUT_SECONDS = 10.0
READ_TIMEOUT_SECONDS = 30.0
UPLOAD_TIMEOUT_SECONDS = 180.0
WATCHED = 0.0
"""Instead of a limit: whoever calls watches the time himself, and aiohttp need not set a clock twice a call."""

CONNECTIONS_MAX = 512
"""
Calls in flight at once. More than the platform's pace will ever need; a slow API fills it, not a fast one.
"""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder().decode


class NotConnected(NetworkError):
    """No connection came about, so the platform has certainly not seen the call."""


class JsonParameters:
    """
    The parameters of a call without files, in the two attributes of `RequestData` that a transport reads.

    python-telegram-bot encodes every value on its own and all of them as a form; JSON is as official, and a
    tenth of the work.
    """

    __slots__ = ("parameters",)
    contains_files = False

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        self.parameters = parameters


class AiohttpRequest(BaseRequest):
    """
    The transport of a `telegram.Bot`: one pool of connections, opened with the first call.

    No error of this class names an address, because the address holds the bot's token. Per call with 64 in
    flight it costs 0.14 ms where httpx costs 7.7 (benchmarks/README.md).
    """

    __slots__ = ("_patient", "_proxy", "_session", "_timeout")

    def __init__(self, *, read_timeout: float = READ_TIMEOUT_SECONDS, proxy: str = "") -> None:
        self._timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT_SECONDS, sock_read=read_timeout)
        self._patient = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_TIMEOUT_SECONDS)
        self._proxy = proxy or None
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._timeout.sock_read

    @property
    def session(self) -> aiohttp.ClientSession:
        """The pool of connections; needs a running loop."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS_MAX, ttl_dns_cache=300),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=self._timeout,
                headers={"User-Agent": self.USER_AGENT},
                auto_decompress=True,
            )
        return self._session

    @property
    def proxy(self) -> str | None:
        return self._proxy

    async def initialize(self) -> None:
        """Nothing: connections are made when they are needed."""

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def call(
        self,
        url: str,
        parameters: Mapping[str, Any],
        *,
        read_timeout: float | None = None,
        result_in: Callable[[bytes], Any] | None = None,
    ) -> Any:
        """
        Return the result of one call without files, as plain JSON values or as `result_in` finds it in the answer.

        The way of every message. `Bot.send_message` builds a `Message` of the answer, of which we need one
        number: 325 microseconds against 35, more than everything else that we do for a message.

        Raises:
            TelegramError: as every method of `Bot`.
        """
        data = cast("RequestData", JsonParameters(parameters))
        limit = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
        try:
            status, answer = await self.do_request(url, "POST", data, limit)
        except TelegramError:
            raise
        except Exception as error:
            raise NetworkError(f"nothing was heard ({type(error).__name__})") from error
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            await _Answered(status, answer).post(url, data)  # raises
        return result_in(answer) if result_in is not None else self.parse_json_payload(answer)["result"]

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        data: BytesPayload | aiohttp.FormData | None = None
        timeout = self._timeout
        if request_data is not None and request_data.contains_files:
            data, timeout = _multipart(request_data), aiohttp.ClientTimeout(total=UPLOAD_TIMEOUT_SECONDS)
        elif request_data is not None:
            data = BytesPayload(_encode(request_data.parameters), content_type="application/json")
        if read_timeout == WATCHED:
            timeout = self._patient
        elif read_timeout is not BaseRequest.DEFAULT_NONE and read_timeout != timeout.sock_read:
            timeout = aiohttp.ClientTimeout(
                total=timeout.total, sock_connect=timeout.sock_connect, sock_read=read_timeout
            )
        try:
            answer = await self.session.request(
                method,
                URL(url, encoded=True),
                data=data,
                timeout=timeout,
                allow_redirects=False,
                proxy=self._proxy,
            )
            return answer.status, await answer.read()  # to its end, which gives the connection back
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise without_address(error) from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer's object; the library's own version would log an answer that is not JSON."""
        try:
            answer = _decode(payload)
        except (ValueError, RecursionError):
            raise TelegramError("Invalid server response") from None
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        return answer


class _Answered(AiohttpRequest):
    """What is an answer already: python-telegram-bot says which error it means."""

    __slots__ = ("_answer",)

    def __init__(self, status: int, answer: bytes) -> None:
        self._answer = status, answer

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        return self._answer


class _Message(msgspec.Struct):
    message_id: int


class _Sent(msgspec.Struct):
    result: _Message


_sent = msgspec.json.Decoder(_Sent).decode


def message_id_in(answer: bytes) -> str:
    """Return the id of a sent message; all else that the answer repeats of it is passed over unread."""
    try:
        return str(_sent(answer).result.message_id)
    except (ValueError, RecursionError):
        raise TelegramError("Invalid server response") from None


def without_address(error: Exception) -> NetworkError:
    """Return what went wrong on the wire, without the address that aiohttp's own words may hold."""
    kind = type(error).__name__
    if isinstance(
        error,
        aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.ClientProxyConnectionError,
    ):
        return NotConnected(f"no connection ({kind})")
    if isinstance(error, TimeoutError):
        return TimedOut(f"no answer in time ({kind})")
    return NetworkError(f"the connection broke ({kind})")


def _multipart(request_data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        # As a file object it is sent in pieces; plain bytes of megabytes would hold up the loop.
        body = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, body, filename=filename, content_type=mime)
    return form
