"""One bot at one Bot API server: its token, its connections, and every failure as a `SendError`."""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import AsyncIterator, Awaitable
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import quote

import aiohttp
from telegram.error import TelegramError
from yarl import URL

from channels.contract import BadConfig, FileGone, FileTooLarge, SendError, Throttled, Unreachable
from channels.telegram.capabilities import CLOUD
from channels.telegram.errors import send_error
from channels.telegram.transport import WATCHED, AiohttpRequest, message_id_in, without_address

if TYPE_CHECKING:
    from telegram import Bot

_CHUNK_BYTES = 64 * 1024

T = TypeVar("T")

# At DEBUG the library writes whole messages, that is: what people wrote.
logging.getLogger("telegram").setLevel(logging.WARNING)


class BotApi:
    """
    The calls of one bot.

    `call` is the short way for what has no files; `bot` is python-telegram-bot's `Bot` for everything else, its
    calls wrapped in `result_of`. Both use the same connections. A reverse proxy or a server of one's own is
    given by `url`, e.g. "http://127.0.0.1:8081". `proxy` is an HTTP proxy for networks that close Telegram off.
    """

    def __init__(self, token: str, *, url: str = CLOUD, proxy: str = "") -> None:
        self._token, self._base = token, url.rstrip("/")
        base = self._base
        self._calls = f"{base}/bot{token}"
        self._files = f"{base}/file/bot{token}"
        self._request = AiohttpRequest(proxy=proxy)

    @functools.cached_property
    def bot(self) -> Bot:
        """The library's bot; the first look imports the library's 180 modules, where `load` has not."""
        from telegram import Bot

        return Bot(
            self._token,
            base_url=f"{self._base}/bot",
            base_file_url=f"{self._base}/file/bot",
            request=self._request,
            get_updates_request=self._request,
        )

    async def load(self) -> None:
        """Import what `bot` and files take, 5 MB, without holding up the loop."""
        if "bot" not in self.__dict__:
            await asyncio.to_thread(getattr, self, "bot")

    def __repr__(self) -> str:
        """Without the token, which python-telegram-bot's own `Bot` would show."""
        return "BotApi()"

    async def send(self, parameters: dict[str, Any]) -> str:
        """Return the id of a text that was sent; raise as `call` does. Whoever calls watches the time."""
        try:
            return cast(
                "str",
                await self._request.call(
                    f"{self._calls}/sendMessage", parameters, read_timeout=WATCHED, result_in=message_id_in
                ),
            )
        except TelegramError as error:
            raise send_error(error) from error

    async def call(self, method: str, parameters: dict[str, Any], *, read_timeout: float | None = None) -> Any:
        """
        Return the result of one call as plain JSON values.

        Raises:
            SendError: what to do about the failure.
        """
        try:
            return await self._request.call(f"{self._calls}/{method}", parameters, read_timeout=read_timeout)
        except (TelegramError, KeyError) as error:
            raise send_error(error) from error

    async def result_of(self, awaited: Awaitable[T]) -> T:
        """Return what a method of `bot` gives, its failure as a `SendError`."""
        try:
            return await awaited
        except (TelegramError, KeyError) as error:
            raise send_error(error) from error

    async def download(self, path: str, *, at_most_bytes: int) -> AsyncIterator[bytes]:
        """Yield the bytes of a file that getFile has named; raise `SendError` kinds."""
        url = URL(f"{self._files}/{quote(path)}", encoded=True)
        received = 0
        try:
            async with self._request.session.get(url, allow_redirects=False, proxy=self._request.proxy) as answer:
                if answer.status != 200:
                    raise _download_error(answer.status)
                async for chunk in answer.content.iter_chunked(_CHUNK_BYTES):
                    received += len(chunk)
                    if received > at_most_bytes:
                        raise FileTooLarge
                    yield chunk
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            raise Unreachable(str(without_address(error))) from None

    async def close(self) -> None:
        await self._request.shutdown()


def _download_error(status: int) -> SendError:
    if status == 404:
        return FileGone()
    if status in {401, 403}:
        return BadConfig(f"the file server answers {status}")
    if status == 429:
        return Throttled(1.0)
    return Unreachable(f"the file server answers {status}")
