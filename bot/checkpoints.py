"""Moves what was committed from SQLite's log into its file, beside the messages instead of within a commit."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from typing import Final

import structlog

from bot.timing import Clock
from storage.database import Database

log = structlog.get_logger(__name__)

EVERY_SECONDS: Final = 1.0


class Checkpoints:
    """
    Makes a checkpoint a second while people write.

    Left to SQLite, every thousandth page of the log makes the commit at hand copy all of them and wait for the disk
    twice more: one message in fifty waited for it.
    """

    def __init__(self, database: Database, clock: Clock, messages: Callable[[], int]) -> None:
        self._database, self._clock, self._messages = database, clock, messages
        self._done = 0
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin; PostgreSQL has a process of its own for this."""
        if self._database.dialect == "sqlite":
            self._task = asyncio.create_task(self._make_for_ever(), name="checkpoints")

    async def stop(self) -> None:
        """Leave the rest to SQLite, which makes one when the last connection closes."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def step(self) -> bool:
        """Make a checkpoint if a message was handled since the last one; tell whether."""
        count = self._messages()
        if count == self._done:
            return False
        try:
            await self._database.checkpoint()
        except Exception as error:  # noqa: BLE001 - nothing is lost: a commit makes one once the log is long
            log.warning("checkpoint_not_made", error=type(error).__name__)
            return False
        self._done = count
        return True

    async def _make_for_ever(self) -> None:
        while True:
            await self._clock.sleep(EVERY_SECONDS)
            await self.step()
