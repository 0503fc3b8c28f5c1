"""The channel's contract, kept for a Zalo Bot."""

from __future__ import annotations

import hmac
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from typing import Any

import structlog

from channels.contract import (
    FileLinks,
    NotFromPlatform,
    RawRequest,
    RecipientGone,
    Rejected,
    SendError,
    Sent,
    Throttled,
    Unreachable,
)
from channels.zalo_bot.api import CLOUD, ZaloBotApi
from channels.zalo_bot.capabilities import CAPTION_MAX, PHOTO_TIMEOUT_SECONDS, TEXT_MAX, ZALO_BOT
from channels.zalo_bot.payloads import NAME, parse_body
from channels.zalo_common.media import HOSTS, download
from conversation.messages import FileKind, Ignored, Inbound, IncomingFile, Outbound
from conversation.render import length, split

log = structlog.get_logger(__name__)

SECRET_HEADER = "x-bot-api-secret-token"  # noqa: S105  # the name of a header
"""Source: Zalo Bot Platform, webhook (zalo reference A4)."""

THROTTLED_SECONDS = (5.0, 15.0, 60.0, 300.0, 900.0)
"""Waits after one 429, two in a row, ...: no Retry-After is promised. Source: zalo reference A7."""

REFUSALS_MAX = 3
"""
So many 400 or 403 in a row to one chat, while others are served, mean that the person blocked the bot.

No code says so. Source: zalo reference A7 (UNSURE); a person who writes again is written to again.
"""


def _not_told(address: str) -> None:
    """Nobody wants to hear of it."""


class ZaloBotChannel:
    """
    One Zalo Bot.

    `token` is the Bot Creator's; `webhook_secret` is what `setWebhook` was given and every delivery repeats: without
    one no webhook call is believed. `links` gives the public addresses under which Zalo fetches our pictures; files
    for which there is none travel as a line of text. `on_sent` is told of each message that Zalo took.
    """

    name = NAME
    capabilities = ZALO_BOT

    def __init__(
        self,
        token: str,
        *,
        api_url: str = CLOUD,
        webhook_secret: str = "",
        links: FileLinks | None = None,
        media_hosts: Sequence[str] = HOSTS,
        on_sent: Callable[[str], None] = _not_told,
    ) -> None:
        self.api = ZaloBotApi(token, url=api_url)
        self.webhook_secret = webhook_secret
        self._secret = webhook_secret.encode()
        self._links = links
        self._hosts = tuple(media_hosts)
        self._on_sent = on_sent
        self._throttled = 0
        self._refused: Counter[str] = Counter()
        self._served_since_refusal: set[str] = set()

    def verify(self, request: RawRequest) -> None:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not self._secret or not hmac.compare_digest(given, self._secret):
            raise NotFromPlatform("the webhook's secret token is missing or wrong")

    def parse(self, payload: Mapping[str, Any]) -> Sequence[Inbound | Ignored]:
        return parse_body(payload)

    async def send(self, message: Outbound) -> Sent:
        sent = Sent()
        calls = list(self._calls(message))
        if not calls:
            raise Rejected("the message is empty")
        for method, parameters in calls:
            sent = await self._call(message.address, method, parameters)
        return sent

    def _calls(self, message: Outbound) -> list[tuple[str, dict[str, Any]]]:
        """
        Return the calls that deliver one message, words last, where the person's eye rests.

        Never a parse_mode: what a person wrote is not markup. Source: zalo reference A2.
        """
        calls: list[tuple[str, dict[str, Any]]] = []
        lines = []
        for file in message.files:
            url = self._links.link(file.file_id, file.name) if self._links is not None else ""
            if not url:
                log.warning("file_not_shown", channel=NAME, file_id=file.file_id, reason="no public address")
            elif file.kind is FileKind.PHOTO:
                calls.append(("sendPhoto", {"chat_id": message.address, "photo": url}))
            else:
                lines.append(f"{file.name}: {url}" if file.name else url)
        text = "\n\n".join(filter(None, (message.text, "\n".join(lines))))
        if len(calls) == 1 and text and length(text, "utf16") <= CAPTION_MAX:
            calls[0][1]["caption"] = text
            return calls
        parts = split(text, TEXT_MAX, "utf16") if text else []
        return calls + [("sendMessage", {"chat_id": message.address, "text": part}) for part in parts]

    async def _call(self, address: str, method: str, parameters: dict[str, Any]) -> Sent:
        patience = {"read_timeout": PHOTO_TIMEOUT_SECONDS} if method == "sendPhoto" else {}
        try:
            result = await self.api.call(method, parameters, **patience)
        except Throttled as error:
            raise self._slower(error) from None
        except SendError as error:
            raise self._judged(address, error) from None
        self._throttled = 0
        self._refused.pop(address, None)
        if self._refused:
            self._served_since_refusal.update(self._refused)
        self._on_sent(address)
        return Sent(str(result.get("message_id", "")) if isinstance(result, Mapping) else "")

    def _slower(self, error: Throttled) -> Throttled:
        seconds = THROTTLED_SECONDS[min(self._throttled, len(THROTTLED_SECONDS) - 1)]
        self._throttled += 1
        if self._throttled >= 3:
            log.error("quota_exceeded", channel=NAME, retry_seconds=seconds, meaning="a burst, or the month's messages")
        return Throttled(seconds, str(error))

    def _judged(self, address: str, error: SendError) -> SendError:
        """Take a chat that alone is refused again and again for one that blocked us."""
        meant = isinstance(error, Rejected) or (isinstance(error, Unreachable) and str(error).startswith("403"))
        if not meant:
            return error
        self._refused[address] += 1
        if self._refused[address] == 1:
            self._served_since_refusal.discard(address)
        if self._refused[address] >= REFUSALS_MAX and address in self._served_since_refusal:
            del self._refused[address]
            return RecipientGone(f"refused {REFUSALS_MAX} times while others were served")
        return error

    def fetch(self, file: IncomingFile) -> AsyncIterator[bytes]:
        return download(self.api.session, file.source, hosts=self._hosts)

    async def answer_group(self, chat_id: str, text: str) -> None:
        """Say in a group where to write instead. Not insisted on: nobody's petition is there."""
        try:
            await self.api.call("sendMessage", {"chat_id": chat_id, "text": text})
        except SendError as error:
            log.info("group_not_answered", code=error.code)

    async def close(self) -> None:
        await self.api.close()
