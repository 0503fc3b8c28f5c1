"""The channel's contract, kept for Telegram."""

from __future__ import annotations

import asyncio
import functools
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import structlog

from channels.contract import FileGone, FileStore, FileTooLarge, NotFromPlatform, RawRequest, SendError, Sent
from channels.telegram import sharing
from channels.telegram.capabilities import CLOUD, DOWNLOAD_MAX_BYTES, TELEGRAM
from channels.telegram.payloads import NAME, parse_update
from conversation.messages import Ignored, Inbound, IncomingFile, Outbound

if TYPE_CHECKING:
    from channels.telegram.api import BotApi

log = structlog.get_logger(__name__)

SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header
"""Source: Bot API, setWebhook (read 2026-11)."""


_Deliver = Callable[["BotApi", FileStore | None, Outbound], Awaitable[Sent]]


def _sender() -> _Deliver:
    from channels.telegram.send import deliver

    return deliver


def _utc_now() -> datetime:
    return datetime.now(UTC)


class TelegramChannel:
    """
    One Telegram bot.

    `token` is @BotFather's; `webhook_secret` is what `setWebhook` was given and every delivery has to repeat:
    without one no webhook call is believed. `files` gives the bytes of what is to be sent. `now` dates taps,
    which Telegram does not date.

    Messages are taken before anything of python-telegram-bot is imported: `load` does it beside the loop, and so does
    the first message that is sent. Most of it comes with the first file only: see `BotApi.load`.
    """

    name = NAME
    capabilities = TELEGRAM

    def __init__(
        self,
        token: str,
        *,
        api_url: str = CLOUD,
        webhook_secret: str = "",
        files: FileStore | None = None,
        proxy: str = "",
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._connection = (token, api_url, proxy)
        self.webhook_secret = webhook_secret
        self._secret = webhook_secret.encode()
        self._files = files
        self._now = now
        self._deliver: _Deliver | None = None

    @functools.cached_property
    def api(self) -> BotApi:
        """The bot's calls; the first look imports python-telegram-bot."""
        from channels.telegram.api import BotApi

        token, url, proxy = self._connection
        return BotApi(token, url=url, proxy=proxy)

    async def load(self) -> None:
        """Import what sending needs, without holding up the loop."""
        if self._deliver is None:
            self._deliver = await asyncio.to_thread(_sender)

    def verify(self, request: RawRequest) -> None:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not self._secret or not hmac.compare_digest(given, self._secret):
            raise NotFromPlatform("the webhook's secret token is missing or wrong")

    def parse(self, payload: Mapping[str, Any]) -> Sequence[Inbound | Ignored]:
        return (parse_update(payload, self._now()),)

    async def send(self, message: Outbound) -> Sent:
        await self.load()
        assert self._deliver is not None
        return await self._deliver(self.api, self._files, message)

    async def fetch(self, file: IncomingFile) -> AsyncIterator[bytes]:
        if file.size > DOWNLOAD_MAX_BYTES:
            raise FileTooLarge(f"{file.size} bytes, Telegram gives bots at most {DOWNLOAD_MAX_BYTES}")
        described = await self.api.call("getFile", {"file_id": file.source})
        path = described.get("file_path")
        if not path:
            raise FileGone
        async for chunk in self.api.download(path, at_most_bytes=DOWNLOAD_MAX_BYTES):
            yield chunk

    async def answer_tap(self, query_id: str) -> None:
        """Stop the spinner on a tapped button. It is only a nicety, hence no failure comes out of it."""
        try:
            await self.api.call("answerCallbackQuery", {"callback_query_id": query_id})
        except SendError as error:
            log.debug("tap_not_answered", code=error.code)

    async def offer_sharing(self, update: Mapping[str, Any]) -> None:
        """Bring the key that a tap has asked for. Not insisted on: the person taps again, or types the place."""
        try:
            await self.api.call("sendMessage", sharing.answer_to(update))
        except SendError as error:
            log.info("sharing_key_not_sent", code=error.code)
        except (KeyError, TypeError, AttributeError):
            log.warning("sharing_key_not_understood")

    async def close(self) -> None:
        if "api" in self.__dict__:
            await self.api.close()
