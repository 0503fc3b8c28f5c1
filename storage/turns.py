"""Whose turn it is: work that nobody waits for gives way to messages that are being committed in this process."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Final

PATIENCE_SECONDS: Final = 0.01
"""How long work gives way to messages at a time: a message takes less, and so many never end."""


_GIVES_WAY: ContextVar[bool] = ContextVar("gives_way", default=False)


class Turns:
    """Counts the messages under way; long work asks between its steps whether they are through."""

    def __init__(self) -> None:
        self._urgent = 0
        self._giving_way: set[asyncio.Future[None]] = set()

    @contextlib.contextmanager
    def first(self) -> Iterator[None]:
        """Go before work that gives way."""
        self._urgent += 1
        try:
            yield
        finally:
            self._urgent -= 1
            if not self._urgent:
                for waiting in self._giving_way:
                    if not waiting.done():
                        waiting.set_result(None)

    @contextlib.contextmanager
    def last(self) -> Iterator[None]:
        """Give way in what is done here and in the tasks that are begun here: nobody waits for it."""
        token = _GIVES_WAY.set(True)
        try:
            yield
        finally:
            _GIVES_WAY.reset(token)

    async def others_first(self, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """
        Give the loop away between steps of long work; one that gives way waits for messages, for so long at most.

        A message takes a dozen turns of the loop, and would wait for a step of the work at each of them. Work that
        somebody waits for, maybe a message itself, gives away one turn.
        """
        await asyncio.sleep(0)
        if self._urgent and _GIVES_WAY.get():
            waiting = asyncio.get_running_loop().create_future()
            self._giving_way.add(waiting)
            try:
                await asyncio.wait([waiting], timeout=patience_seconds)
            finally:
                self._giving_way.discard(waiting)


TURNS: Final = Turns()
"""Those of this process, whatever database they are about: it is the loop and the cores that are shared."""
