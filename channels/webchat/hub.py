"""Who listens in this process: open sockets and waiting long polls, by chat."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence

log = logging.getLogger(__name__)

Newest = Callable[[Sequence[str]], Awaitable[Mapping[str, int]]]


class Listener:
    """One open page: `seen` is the last line that it has, `news` is set when there may be more."""

    __slots__ = ("address", "news", "on_typing", "seen")

    def __init__(self, address: str, seen: int, on_typing: Callable[[bool], None] | None = None) -> None:
        self.address = address
        self.seen = seen
        self.news = asyncio.Event()
        self.on_typing = on_typing


class Hub:
    """The listeners of this process. Lines written by another process are found by `watch`."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Listener]] = {}
        self.closing = asyncio.Event()

    def join(self, listener: Listener) -> None:
        self._listeners.setdefault(listener.address, set()).add(listener)

    def leave(self, listener: Listener) -> None:
        mates = self._listeners.get(listener.address, set())
        mates.discard(listener)
        if not mates:
            self._listeners.pop(listener.address, None)

    def wake(self, address: str) -> None:
        """Have the pages of this chat read on."""
        for listener in self._listeners.get(address, ()):
            listener.news.set()

    def typing(self, address: str, *, on: bool) -> None:
        """Show or hide, on the pages of this chat, that an answer is being made."""
        for listener in self._listeners.get(address, ()):
            if listener.on_typing is not None:
                listener.on_typing(on)

    def close(self) -> None:
        """Have every page let go."""
        self.closing.set()
        for address in tuple(self._listeners):
            self.wake(address)

    def __len__(self) -> int:
        return sum(len(mates) for mates in self._listeners.values())

    async def watch(self, newest: Newest, *, every_seconds: float = 1.0) -> None:
        """Wake, for ever, the pages whose chat has a newer line than they have."""
        away = False
        while True:
            await asyncio.sleep(every_seconds)
            if not self._listeners:
                continue
            try:
                numbers = await newest(tuple(self._listeners))
            except Exception:
                # The next second asks again; the pages go on with what this process itself sends. A database that is
                # away for an hour is told once.
                if not away:
                    log.exception("webchat: newest lines could not be read")
                away = True
                continue
            away = False
            for address, number in numbers.items():
                for listener in self._listeners.get(address, ()):
                    if number > listener.seen:
                        listener.news.set()
