"""
The door that both Zalo channels share: a message is handed on and answered for quickly, and never lost.

The usual way is the house's: the answer waits for the commit. When the commit takes longer than the platform's patience
allows, the payload is written to disk (`Inbox`) and answered for; it is handed on all the same, and forgotten on disk
once it is committed. A kill in between brings it again at the next start.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

import structlog

from channels.contract import NotAccepted, NotUnderstood, Receive
from channels.zalo_common.inbox import Inbox
from conversation.messages import Ignored, Inbound

log = structlog.get_logger(__name__)

ANSWER_SECONDS = 1.0
"""
Our patience with the commit. Zalo asks for 200 within 2 seconds and disables the webhook of who fails; the other second
is for the network. Source: Official Account, webhook (zalo reference B8).
"""

Parse = Callable[[bytes], Sequence[Inbound | Ignored]]


class Receiver:
    """
    Takes the messages of one channel.

    Messages of one chat are handed on in the order in which they came, those of different chats side by side.
    """

    def __init__(
        self, receive: Receive, inbox: Inbox, *, answer_seconds: float = ANSWER_SECONDS, retry_seconds: float = 1.0
    ) -> None:
        self._receive = receive
        self._inbox = inbox
        self._answer_seconds = answer_seconds
        self._retry_seconds = retry_seconds
        self._chats: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stopping = asyncio.Event()

    @property
    def waiting(self) -> int:
        """Payloads that are on their way to the tables."""
        return len(self._tasks)

    async def take(self, body: bytes, messages: Sequence[Inbound]) -> bool:
        """Hand the messages of one payload on; True once they are durable, False when they are not."""
        if not messages:
            return True
        try:
            task = self._start(messages, until_accepted=False)
            await asyncio.wait({task}, timeout=self._answer_seconds)
            if task.done():
                return await self._ended(task, body, messages)
            log.warning("commit_slow", messages=len(messages), meaning="kept on disk until it is committed")
            path = await self._inbox.add(body)
        except OSError as error:
            log.error("inbox_not_written", error=type(error).__name__)  # noqa: TRY400  # the kind says it all
            return False
        self._follow(self._finish(task, path, messages))
        return True

    async def take_stored(self, body: bytes, messages: Sequence[Inbound]) -> None:
        """
        Put the payload on disk first, then hand its messages on: for what the platform gives only once.

        Returns once it is on disk.

        Raises:
            OSError: it could not be written; the messages are handed on nevertheless.
        """
        try:
            path = await self._inbox.add(body)
        except OSError:
            await self._start(messages, until_accepted=True)
            raise
        task = self._start(messages, until_accepted=True)
        self._follow(self._finish(task, path, messages))

    async def replay(self, parse: Parse, *, older_than_seconds: float = 0.0) -> int:
        """
        Hand on what processes that ended left on disk; return how many payloads.

        One that is still in somebody's hands is handed on twice at worst, and its unique row stops the second.
        """
        left = await self._inbox.left(older_than_seconds=older_than_seconds)
        for path, body in left:
            try:
                messages = [item for item in parse(body) if isinstance(item, Inbound)]
            except NotUnderstood:
                log.exception("inbox_not_understood", file=path.name)
                continue  # kept for a person to look at
            await self._finish(self._start(messages, until_accepted=True), path, messages)
        return len(left)

    async def idle(self) -> None:
        """Return when everything taken so far is committed or given up."""
        while self._tasks:
            await asyncio.wait(self._tasks)  # not `gather`: from Python 3.12 on it never yields to what is done

    async def stop(self, timeout_seconds: float = 5.0) -> None:
        """Wait for what is under way; what is not committed by then is on disk."""
        self._stopping.set()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=timeout_seconds)

    async def _ended(self, task: asyncio.Task[None], body: bytes, messages: Sequence[Inbound]) -> bool:
        error = task.exception()
        if error is None:
            return True
        if isinstance(error, NotAccepted):
            # The intake itself has a disk to fall back to: what it refuses is refused for good reason.
            path = await self._inbox.add(body)
            self._follow(self._finish(self._start(messages, until_accepted=True), path, messages))
            return True
        log.error("update_not_received", exc_info=error)
        return False

    def _start(self, messages: Sequence[Inbound], *, until_accepted: bool) -> asyncio.Task[None]:
        """Begin to hand messages on, behind what their chats have said before."""
        before = [self._chats[m.address] for m in messages if m.address in self._chats]
        task = asyncio.create_task(self._hand_on(messages, before, until_accepted=until_accepted))
        for message in messages:
            self._chats[message.address] = task
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._forget(done, messages))
        return task

    def _forget(self, task: asyncio.Task[None], messages: Sequence[Inbound]) -> None:
        self._tasks.discard(task)
        for message in messages:
            if self._chats.get(message.address) is task:
                del self._chats[message.address]

    async def _hand_on(
        self, messages: Sequence[Inbound], before: Sequence[asyncio.Task[None]], *, until_accepted: bool
    ) -> None:
        if before:
            await asyncio.wait(before)
        for message in messages:
            while True:
                try:
                    await self._receive(message)
                    break
                except NotAccepted as error:
                    if not until_accepted or self._stopping.is_set():
                        raise
                    log.warning("update_waits", code=str(error), retry_seconds=self._retry_seconds)
                    await self._pause()

    async def _pause(self) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), self._retry_seconds)
        except TimeoutError:
            return

    async def _finish(self, task: asyncio.Task[None], path: Path, messages: Sequence[Inbound]) -> None:
        """Forget the payload on disk once its messages are committed; hand on again what was refused."""
        await asyncio.wait({task})
        while isinstance(task.exception(), NotAccepted) and not self._stopping.is_set():
            task = self._start(messages, until_accepted=True)
            await asyncio.wait({task})
        error = task.exception()
        if error is None:
            await self._inbox.done(path)
        elif not isinstance(error, NotAccepted):
            log.error("update_not_received", exc_info=error, file=path.name)

    def _follow(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
