"""Moves what was committed from SQLite's log into its file, beside the messages instead of within a commit."""

from __future__ import annotations

from collections.abc import Callable

import structlog

from storage.database import Database

log = structlog.get_logger(__name__)


class Checkpoints:
    """
    Makes a checkpoint at each step, if people wrote since the last. PostgreSQL has a process of its own for this.

    Left to SQLite, every thousandth page of the log makes the commit at hand copy all of them and wait for the disk
    twice more.
    """

    def __init__(self, database: Database, messages: Callable[[], int]) -> None:
        self._database, self._messages = database, messages
        self._done = 0
        self._failing = False

    async def step(self) -> bool:
        """Make a checkpoint if a message was handled since the last one; tell whether."""
        count = self._messages()
        if count == self._done:
            return False
        try:
            await self._database.checkpoint()
        except Exception as error:  # noqa: BLE001 - nothing is lost: a commit makes one once the log is long
            if not self._failing:  # a full disk fails it every second: once is enough
                log.warning("checkpoint_not_made", error=type(error).__name__)
            self._failing = True
            return False
        self._done, self._failing = count, False
        return True
