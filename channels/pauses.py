"""The waits of whoever polls: longer after each failure, short again after a success, ended by a stop."""

from __future__ import annotations

import asyncio

FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 60.0
"""Waits after failures: 1, 2, 4 … 60 s. Source for Zalo: zalo reference A3 (5xx and network errors)."""


class Pauses:
    """Growing pauses; `first` is the shortest, in seconds."""

    def __init__(self, first: float = FIRST_PAUSE_SECONDS) -> None:
        self.first = first
        self.stopping = asyncio.Event()
        self._next = first

    def longer(self) -> float:
        """Return how long to wait after a failure; after the next one it is twice as long."""
        pause, self._next = self._next, min(self._next * 2, LONGEST_PAUSE_SECONDS)
        return pause

    def reset(self) -> None:
        """Begin anew: it worked."""
        self._next = self.first

    async def sleep(self, seconds: float) -> None:
        """Wait so long, or until `stopping` is set."""
        try:
            await asyncio.wait_for(self.stopping.wait(), seconds)
        except TimeoutError:
            return
