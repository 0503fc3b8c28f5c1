"""One channel as the deliverer sees it: its pace, its pauses, and how many sends are in the air."""

from __future__ import annotations

import asyncio
from typing import Final

import structlog

from bot.pacer import Pacer
from bot.timing import Clock
from channels.contract import Channel

log = structlog.get_logger(__name__)

IN_FLIGHT_MAX: Final = 256
"""Sends of one channel at the same time. More than this many connections gain nothing at any messenger."""

SEVERAL_CHATS: Final = 3
SEVERAL_WITHIN_SECONDS: Final = 1.0
"""So many chats slowed down within so short a time mean that the bot is meant, not the chats."""

CLAIM_AHEAD_SECONDS: Final = 5.0
"""Only rows that the pace lets start this soon are claimed; the lease is for sending, not for queueing."""


class Lane:
    """The way to one channel."""

    def __init__(self, channel: Channel, pacer: Pacer, clock: Clock) -> None:
        self.channel = channel
        self.name = channel.name
        self.transcript: bool = getattr(channel, "transcript", False)
        """The channel shows what our tables hold: a line is delivered once it is written."""
        self.pacer = pacer
        self.slots = asyncio.Semaphore(IN_FLIGHT_MAX)
        self.after = 0
        """The chat up to which heads were claimed in this round."""
        self.active = 0
        """Chats that are being written to."""
        self.behind = False
        """Rows wait in the table because the pace or a pause sent them there: newcomers queue up behind them."""
        self._clock = clock
        self._paused_until = 0.0
        self._slowed: dict[int, float] = {}

    @property
    def paused_seconds(self) -> float:
        """How much longer nothing may be sent to this channel; 0 when it may."""
        return max(0.0, self._paused_until - self._clock.monotonic())

    def pause(self, seconds: float) -> None:
        """Send nothing for so long."""
        self._paused_until = max(self._paused_until, self._clock.monotonic() + seconds)
        self.behind = True

    def slow_down(self, chat: int, seconds: float) -> None:
        """Note that the messenger slowed down one chat; several within a second pause the channel."""
        now = self._clock.monotonic()
        self._slowed[chat] = now
        self._slowed = {c: at for c, at in self._slowed.items() if now - at <= SEVERAL_WITHIN_SECONDS}
        if len(self._slowed) >= SEVERAL_CHATS:
            log.warning("channel_slowed_down", channel=self.name, seconds=seconds)
            self.pause(seconds)

    def room(self) -> int:
        """Return how many more chats may be claimed now."""
        free = IN_FLIGHT_MAX - self.active
        if self.paused_seconds or free <= 0:
            return 0
        return self.pacer.room(self._clock.monotonic(), within_seconds=CLAIM_AHEAD_SECONDS, at_most=free)
