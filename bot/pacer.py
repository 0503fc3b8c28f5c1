"""How fast one channel may be written to: a token bucket for each chat and one over all chats."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CHAT_BURST: Final = 5
"""Messages that may follow each other at once in one chat. Telegram tolerates short bursts (its FAQ, read 2026-11)."""

OVERALL_BURST: Final = 10
"""Messages to different chats at once: a third of a second's worth, so no second holds much more than its share."""

_SWEEP_EVERY: Final = 1_000
"""Chats after which those whose bucket is full again are forgotten."""


@dataclass(slots=True)
class Bucket:
    """
    A token bucket that keeps one number: the moment at which it will be full again (GCRA).

    `rate` is tokens a second; 0 means no limit.
    """

    rate: float
    burst: int
    full_at: float = 0.0

    def wait(self, now: float) -> float:
        """Return how many seconds from now the next token is there."""
        if not self.rate:
            return 0.0
        return max(0.0, self.full_at - now - (self.burst - 1) / self.rate)

    def take(self, now: float) -> float:
        """Take a token, perhaps one of the future; return the seconds until it may be used."""
        if not self.rate:
            return 0.0
        wait = self.wait(now)
        self.full_at = max(self.full_at, now) + 1 / self.rate
        return wait


class Pacer:
    """
    The pace of one channel in this process; rates in messages a second, 0 for no limit.

    Moments are seconds of any clock that only grows. Nothing here waits: callers sleep, holding nothing.
    """

    def __init__(self, *, per_chat: float = 0.0, overall: float = 0.0, chat_burst: int = CHAT_BURST) -> None:
        self._per_chat = per_chat
        self._chat_burst = chat_burst
        self._overall = Bucket(overall, OVERALL_BURST)
        self._chats: dict[int, Bucket] = {}
        self._sweep_at = _SWEEP_EVERY

    def set_overall(self, rate: float) -> None:
        """Let the messenger's own word on its limit count from now on; messages a second."""
        self._overall.rate = rate

    def chat_wait(self, chat: int, now: float) -> float:
        """Return how long this chat has to wait for its own sake; nothing is taken."""
        bucket = self._chats.get(chat)
        return bucket.wait(now) if bucket else 0.0

    def take(self, chat: int, now: float) -> float:
        """Take one message's turn; return the seconds until it comes. Turns are given in the order of asking."""
        if self._per_chat:
            bucket = self._chats.get(chat)
            if bucket is None:
                bucket = self._chats[chat] = Bucket(self._per_chat, self._chat_burst)
                self._sweep(now)
            bucket.take(now)
        return self._overall.take(now)

    def backlog(self, now: float) -> float:
        """Return how long a chat that never wrote would have to wait."""
        return self._overall.wait(now)

    def room(self, now: float, *, within_seconds: float, at_most: int) -> int:
        """Return how many messages of different chats can start within so many seconds, `at_most` when unlimited."""
        if not self._overall.rate:
            return at_most
        return min(at_most, int((within_seconds - self.backlog(now)) * self._overall.rate))

    def _sweep(self, now: float) -> None:
        """Forget chats whose bucket is full: a new one says the same."""
        if len(self._chats) < self._sweep_at:
            return
        self._chats = {chat: bucket for chat, bucket in self._chats.items() if bucket.full_at > now}
        self._sweep_at = 2 * len(self._chats) + _SWEEP_EVERY
