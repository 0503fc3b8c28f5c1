"""
A Zalo Bot's updates fetched by long polling.

One object a call, no offset, no acknowledgement: what was fetched is gone at Zalo's. So it is put on disk first, handed
on beside the next poll, and taken from the disk once it is committed. Source: zalo reference A3.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
import structlog

from channels.contract import BadConfig, Count, NotUnderstood, SendError, Throttled, uncounted
from channels.pauses import FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS, Pauses
from channels.zalo_bot.api import Idle
from channels.zalo_bot.capabilities import LONG_POLL_MAX_SECONDS
from channels.zalo_bot.channel import ZaloBotChannel
from channels.zalo_bot.groups import Groups
from channels.zalo_bot.payloads import GROUP
from channels.zalo_common.receiving import Receiver
from conversation.messages import Ignored, Inbound

log = structlog.get_logger(__name__)

IN_HAND_MAX = 256
"""Payloads on their way to the tables while we poll on."""

Leads = Callable[[], Awaitable[bool]]
"""Tells whether this process is the one that polls: a second poller of a token steals messages."""


async def _alone() -> bool:
    return True


class Poller:
    """Brings a channel's updates to a receiver until `stop`; failures are waited out, they never end it."""

    def __init__(
        self,
        channel: ZaloBotChannel,
        receiver: Receiver,
        *,
        groups: Groups | None = None,
        leads: Leads = _alone,
        count: Count = uncounted,
        wait_seconds: int = 30,
        first_pause_seconds: float = FIRST_PAUSE_SECONDS,
    ) -> None:
        self._channel = channel
        self._receiver = receiver
        self._groups = groups
        self._leads = leads
        self._count = count
        self._wait_seconds = min(wait_seconds, LONG_POLL_MAX_SECONDS)
        self._pauses = Pauses(first_pause_seconds)

    def stop(self) -> None:
        """Let `run` end: a poll in the air is waited for shortly, since cutting it off could lose a message."""
        self._pauses.stopping.set()

    async def run(self) -> None:
        """Poll until `stop`."""
        while not self._pauses.stopping.is_set():
            try:
                if not await self._leads():
                    await self._pauses.sleep(self._pauses.first * 5)
                    continue
                # Not cut off at a stop: the answer may hold the only copy of a message.
                update = await self._channel.api.poll(self._wait_seconds)
                await self._take(update)
                self._pauses.reset()
                while self._receiver.waiting > IN_HAND_MAX and not self._pauses.stopping.is_set():
                    await self._pauses.sleep(self._pauses.first / 20)
            except Idle:
                self._pauses.reset()
            except SendError as error:
                await self._wait_out(error)
            except Exception:
                log.exception("polling_failed", channel=self._channel.name)
                await self._pauses.sleep(self._pauses.longer())

    async def _take(self, update: Any) -> None:
        if not update:
            return
        try:
            parsed = self._channel.parse(update)
        except NotUnderstood as error:
            self._count("malformed")
            log.warning("update_not_understood", channel=self._channel.name, error=str(error))
            return
        for item in parsed:
            if isinstance(item, Ignored):
                self._count(item.reason)
                if item.reason == GROUP and self._groups is not None and isinstance(update, dict):
                    self._groups.heard(update)
        messages = [item for item in parsed if isinstance(item, Inbound)]
        if messages:
            try:
                await self._receiver.take_stored(msgspec.json.encode(update), messages)
            except OSError as error:
                log.error("inbox_not_written", error=type(error).__name__)  # noqa: TRY400  # handed on nevertheless

    async def _wait_out(self, error: SendError) -> None:
        pause = error.retry_after_seconds if isinstance(error, Throttled) else self._pauses.longer()
        if isinstance(error, BadConfig):
            pause = LONGEST_PAUSE_SECONDS
            log.error("polling_refused", channel=self._channel.name, reason=str(error), retry_in=pause)
        else:
            log.warning("polling_failed", channel=self._channel.name, code=error.code, detail=str(error), wait=pause)
        await self._pauses.sleep(pause)
