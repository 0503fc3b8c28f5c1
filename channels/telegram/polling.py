"""Telegram's updates fetched by long polling, confirmed after they are committed."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from typing import Any

import structlog

from channels.contract import (
    BadConfig,
    Count,
    NotAccepted,
    NotUnderstood,
    Receive,
    SendError,
    Throttled,
    uncounted,
)
from channels.pauses import FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, Pauses
from channels.telegram.capabilities import ALLOWED_UPDATES, LONG_POLL_MAX_SECONDS, POLL_BATCH_MAX
from channels.telegram.channel import TelegramChannel
from channels.telegram.payloads import SHARING_ASKED, callback_query_id
from conversation.messages import Ignored, Inbound

log = structlog.get_logger(__name__)

_ANSWER_MARGIN_SECONDS = 10.0
_STOP_GRACE_SECONDS = 5.0


class Poller:
    """
    Brings a channel's updates to `receive`, for installations that have no public address.

    The offset moves only past updates that are committed, so a crash brings them again and their unique row
    stops them. Different chats of a batch are received side by side, one chat in order. `run` ends after
    `stop`, and never leaves a message half received.
    """

    def __init__(
        self,
        channel: TelegramChannel,
        receive: Receive,
        *,
        count: Count = uncounted,
        wait_seconds: int = 30,
        first_pause_seconds: float = FIRST_PAUSE_SECONDS,
    ) -> None:
        self._channel = channel
        self._receive = receive
        self._count = count
        self._wait_seconds = min(wait_seconds, LONG_POLL_MAX_SECONDS)
        self._offset = 0
        self._pauses = Pauses(first_pause_seconds)
        self._answers: set[asyncio.Task[None]] = set()

    def stop(self) -> None:
        """Let `run` end: at once while it waits for updates, otherwise after the batch at hand."""
        self._pauses.stopping.set()

    async def run(self) -> None:
        """Poll until `stop`. Failures are logged and waited out with growing pauses, they never end it."""
        while not self._pauses.stopping.is_set():
            try:
                updates = await self._unless_stopped(self._fetch(self._wait_seconds, POLL_BATCH_MAX))
                if updates:
                    await self._take(updates)
            except SendError as error:
                await self._wait_out(error)
            except NotAccepted as error:
                log.warning("updates_not_accepted", channel=self._channel.name, retry_in=error.retry_after_seconds)
                await self._pauses.sleep(error.retry_after_seconds)
            except Exception:
                # Whatever it was, these updates are not stored: they stay with Telegram and come again.
                log.exception("updates_not_received", channel=self._channel.name)
                await self._pauses.sleep(self._pauses.longer())
            else:
                self._pauses.reset()
        await self._confirm_last()

    async def _fetch(self, wait_seconds: int, limit: int) -> list[Mapping[str, Any]]:
        found: list[Mapping[str, Any]] = await self._channel.api.call(
            "getUpdates",
            {
                "offset": self._offset,
                "limit": limit,
                "timeout": wait_seconds,
                "allowed_updates": ALLOWED_UPDATES,
            },
            read_timeout=wait_seconds + _ANSWER_MARGIN_SECONDS,
        )
        return found

    async def _take(self, updates: Sequence[Mapping[str, Any]]) -> None:
        """Receive a batch and move the offset past it; if any part was not committed, past none of it."""
        chats: dict[str, list[Inbound]] = {}
        for update in updates:
            for item in self._parsed(update):
                chats.setdefault(item.address, []).append(item)
        outcomes = await asyncio.gather(*map(self._receive_in_order, chats.values()), return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome
        self._offset = max(update["update_id"] for update in updates) + 1
        for update in updates:
            if query_id := callback_query_id(update):
                self._in_background(self._channel.answer_tap(query_id))

    def _parsed(self, update: Mapping[str, Any]) -> list[Inbound]:
        try:
            items = self._channel.parse(update)
        except NotUnderstood as error:
            self._count("malformed")
            log.warning("update_not_understood", channel=self._channel.name, error=str(error))
            return []
        for item in items:
            if isinstance(item, Ignored):
                self._count(item.reason)
                if item.reason == SHARING_ASKED:
                    self._in_background(self._channel.offer_sharing(update))
        return [item for item in items if isinstance(item, Inbound)]

    async def _receive_in_order(self, chat: Sequence[Inbound]) -> None:
        for inbound in chat:
            await self._receive(inbound)

    def _in_background(self, answer: Coroutine[Any, Any, None]) -> None:
        """Start an answer to a tap: nobody's message waits for it."""
        task = asyncio.create_task(answer)
        self._answers.add(task)
        task.add_done_callback(self._answers.discard)

    async def _wait_out(self, error: SendError) -> None:
        pause = error.retry_after_seconds if isinstance(error, Throttled) else self._pauses.longer()
        if isinstance(error, BadConfig):
            # 401: a wrong token. 409: another process polls, or a webhook is set. Only an administrator can
            # mend it.
            pause = LONGEST_PAUSE_SECONDS if str(error).startswith(("Unauthorized", "Not Found")) else pause
            log.error("polling_refused", channel=self._channel.name, reason=str(error), retry_in=pause)
        else:
            log.warning(
                "polling_failed",
                channel=self._channel.name,
                code=error.code,
                reason=str(error),
                retry_in=pause,
            )
        await self._pauses.sleep(pause)

    async def _unless_stopped(self, fetching: Any) -> list[Mapping[str, Any]]:
        """Return the updates, or nothing when `stop` comes first: a poll cut off has confirmed nothing."""
        fetch = asyncio.ensure_future(fetching)
        stop = asyncio.ensure_future(self._pauses.stopping.wait())
        try:
            await asyncio.wait({fetch, stop}, return_when=asyncio.FIRST_COMPLETED)
            if fetch.done():
                return list(fetch.result())
            return []
        finally:
            stop.cancel()
            fetch.cancel()
            await asyncio.gather(stop, fetch, return_exceptions=True)

    async def _confirm_last(self) -> None:
        """Tell Telegram about the last batch, which otherwise comes again, harmlessly, at the next start."""
        if self._answers:
            await asyncio.wait(self._answers, timeout=_STOP_GRACE_SECONDS)
        try:
            if self._offset:
                await asyncio.wait_for(self._fetch(0, 1), _STOP_GRACE_SECONDS)
        except (SendError, TimeoutError):
            log.info("last_updates_not_confirmed", channel=self._channel.name)
