"""Something that is done again and again beside the messages, with a pause before each time."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from bot.timing import Clock


class Rounds:
    """Awaits `step` every so many seconds until it is stopped; a step minds its own errors."""

    def __init__(self, name: str, clock: Clock, step: Callable[[], Awaitable[object]], *, seconds: float = 1.0) -> None:
        self._name, self._clock, self._step, self._seconds = name, clock, step, seconds
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._go_on(), name=self._name)

    async def stop(self) -> None:
        """Break off; what a step has not done is nobody's loss."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _go_on(self) -> None:
        while True:
            await self._clock.sleep(self._seconds)
            await self._step()
