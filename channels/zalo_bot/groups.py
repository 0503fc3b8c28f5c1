"""Groups are told, once an hour at most, to write privately; nothing of what they say is kept."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from typing import Any

from channels.zalo_bot.channel import ZaloBotChannel
from channels.zalo_bot.payloads import group_of

AGAIN_AFTER_SECONDS = 3600.0
GROUPS_REMEMBERED = 500


class Groups:
    """Answers groups; `text` is the one line, '' says nothing."""

    def __init__(self, channel: ZaloBotChannel, text: str, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._channel = channel
        self._text = text
        self._monotonic = monotonic
        self._told: dict[str, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def heard(self, update: Mapping[str, Any]) -> None:
        """Answer beside whatever is going on."""
        group, now = group_of(update), self._monotonic()
        if not self._text or not group or now < self._told.get(group, 0.0):
            return
        if len(self._told) >= GROUPS_REMEMBERED:
            self._told = {name: until for name, until in self._told.items() if until > now}
        self._told[group] = now + AGAIN_AFTER_SECONDS
        task = asyncio.create_task(self._channel.answer_group(group, self._text))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def idle(self) -> None:
        """Return when every answer is out."""
        await asyncio.gather(*self._tasks)
