"""
Where messages wait to be handled: those of one chat one after the other, those of others together.

Whoever hands one in is answered when it is committed, or on disk while the database is away.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

from msgspec import Struct

from conversation.messages import Inbound
from domain.calendar import WorkCalendar
from handlers.group_commit import GroupCommit
from handlers.ports import Deliverer, Observer, Spool
from handlers.services import Clock, Services
from handlers.visit import Visit
from storage.database import Database
from storage.hot import Address

log = logging.getLogger(__name__)

GROUP_MAX = 64
"""Messages that share one commit. More would make the first wait for the last."""

REFUSING_SECONDS = 30.0
"""After a message that nothing could keep, others are better sent elsewhere; then it is tried again."""

LANES = {"sqlite": 1, "postgresql": 2}
"""
Groups at work at once. SQLite has one writer; PostgreSQL's answers take time in which another group can be thought
about. A chat is in one of them at most.
"""


class _Waiting(Struct):
    inbound: Inbound
    done: asyncio.Future[None]
    since: float
    may_spool: bool = True

    def succeed(self) -> None:
        """Answer who waits, unless they went away."""
        if not self.done.done():
            self.done.set_result(None)

    def fail(self, error: Exception) -> None:
        """Tell who waits that nothing was kept, unless they went away."""
        if not self.done.done():
            self.done.set_exception(error)


class Intake:
    """Takes messages from channels. `answer` is the router: it fills a visit's replies and changes its state."""

    def __init__(
        self,
        database: Database,
        services: Services,
        answer: Callable[[Visit], Awaitable[None]],
        deliverer: Deliverer,
        spool: Spool,
        observer: Observer,
        *,
        me: str,
        clock: Clock,
        files_wanted: Callable[[], None] = lambda: None,
        prepare: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._work = GroupCommit(
            database, services, answer, deliverer, me=me, clock=clock, files_wanted=files_wanted, prepare=prepare
        )
        self._dialect, self._spool, self._observer = database.dialect, spool, observer
        self._waiting: deque[_Waiting] = deque()
        self._wake = asyncio.Event()
        self._stopping = False
        self._busy: set[Address] = set()
        """Chats whose message is at work: their next one builds on it, and waits."""
        self._lanes: list[asyncio.Task[None]] = []
        self._failing = False  # the last commit
        self._refused_at: float | None = None

    @property
    def is_refusing(self) -> bool:
        """Whether a message was turned away within `REFUSING_SECONDS`, and none was kept since: nothing is writable."""
        at = self._refused_at
        return at is not None and asyncio.get_running_loop().time() - at < REFUSING_SECONDS

    def start(self) -> None:
        """Begin to handle messages."""
        count = LANES[self._dialect]
        self._lanes = [asyncio.create_task(self._run(), name=f"intake-{number}") for number in range(count)]

    def use_calendar(self, calendar: WorkCalendar) -> None:
        """Let messages from now on count working days by another calendar."""
        self._work.use_calendar(calendar)

    async def stop(self) -> None:
        """Finish what was received, then stop."""
        self._stopping = True
        self._wake.set()
        await asyncio.gather(*self._lanes)

    async def receive(self, inbound: Inbound) -> None:
        """
        Return when the message is committed, or on disk while the database is away.

        Raises:
            OSError: neither could be done: the edge must not acknowledge the message.
        """
        if self._spool.pending:
            await self._spooled(inbound)
            return
        await self._enqueue(inbound, may_spool=True)

    async def _spooled(self, inbound: Inbound) -> None:
        try:
            await self._spool.add(inbound)
        except OSError:
            self._refused_at = asyncio.get_running_loop().time()
            raise
        self._refused_at = None

    async def replay(self, inbound: Inbound) -> None:
        """
        Handle a message of the spool; return when it is committed.

        Raises:
            Exception: whatever kept it from being committed: the spool holds it still.
        """
        await self._enqueue(inbound, may_spool=False)

    async def _enqueue(self, inbound: Inbound, *, may_spool: bool) -> None:
        loop = asyncio.get_running_loop()
        waiting = _Waiting(inbound, loop.create_future(), loop.time(), may_spool)
        self._waiting.append(waiting)
        self._wake.set()
        await waiting.done

    async def _run(self) -> None:
        while True:
            group = self._next_group()
            if not group:
                if self._stopping and not self._waiting:
                    return
                self._wake.clear()
                await self._wake.wait()
                continue
            chats = {(waiting.inbound.channel, waiting.inbound.address) for waiting in group}
            self._busy |= chats
            self._observer.group(len(group))
            try:
                await self._handle_all(group)
            finally:
                self._busy -= chats
                self._wake.set()

    def _next_group(self) -> list[_Waiting]:
        """Take what waits, at most one message of a chat and none of a chat at work: the second builds on the first."""
        group: list[_Waiting] = []
        later: list[_Waiting] = []
        chats = set(self._busy)
        while self._waiting and len(group) < GROUP_MAX:
            waiting = self._waiting.popleft()
            chat = (waiting.inbound.channel, waiting.inbound.address)
            (later if chat in chats else group).append(waiting)
            chats.add(chat)
        self._waiting.extendleft(reversed(later))
        return group

    async def _handle_all(self, group: list[_Waiting]) -> None:
        if self._spool.pending:
            # What their chats said before may be on disk: they follow it there, as whatever comes now does.
            await asyncio.gather(*(self._to_disk(waiting) for waiting in group if waiting.may_spool))
            group = [waiting for waiting in group if not waiting.may_spool]
            if not group:
                return
        try:
            handled = await self._work.commit([waiting.inbound for waiting in group])
            for waiting, one in zip(group, handled, strict=True):
                self._observe(waiting, one.result, one.conversation_id, one.replies)
        except Exception as error:  # noqa: BLE001  # whoever waits must be answered, whatever it is
            if len(group) > 1:  # find out whose it is
                for waiting in group:
                    await self._handle_all([waiting])
                return
            await self._rescue(group[0], error)
            return
        self._failing, self._refused_at = False, None
        for waiting in group:
            waiting.succeed()
        for one in handled:
            if one.result == "retry" and one.inbound_id is not None:
                await self._try_again(one.inbound_id)

    async def _rescue(self, waiting: _Waiting, error: Exception) -> None:
        """The transaction itself failed: keep the message on disk, whatever the reason."""
        if not waiting.may_spool:
            waiting.fail(error)
            return
        # A trace once: while the disk is full every message would bring the same one.
        trace, self._failing = None if self._failing else error, True
        about = {"channel": waiting.inbound.channel, "error": type(error).__name__}
        log.error("commit failed, message goes to the spool", exc_info=trace, extra=about)
        await self._to_disk(waiting)

    async def _to_disk(self, waiting: _Waiting) -> None:
        try:
            await self._spooled(waiting.inbound)
        except Exception as worse:  # noqa: BLE001  # whoever waits must learn that nothing was kept
            waiting.fail(worse)
            return
        waiting.succeed()
        self._observe(waiting, "spooled", 0)

    def _observe(self, waiting: _Waiting, result: str, conversation_id: int, replies: int = 0) -> None:
        seconds = asyncio.get_running_loop().time() - waiting.since
        self._observer.handled(
            waiting.inbound, result, conversation_id=conversation_id, seconds=seconds, replies=replies
        )

    async def _try_again(self, inbound_id: int) -> None:
        try:
            await self.retry(inbound_id)
        except Exception:
            log.exception("second try cut off, the next sweep makes it", extra={"inbound_id": inbound_id})

    async def retry(self, inbound_id: int) -> None:
        """Try a message once more, alone; a second failure is committed, apologised for and shown to somebody."""
        again = await self._work.retry(inbound_id)
        if again is not None:
            self._observer.handled(
                again.inbound, again.result, conversation_id=again.conversation_id, seconds=0.0, replies=again.replies
            )

    async def sweep(self) -> int:
        """Try messages whose second try was cut off by the end of a process. Returns how many."""
        ids = await self._work.to_retry()
        for inbound_id in ids:
            await self.retry(inbound_id)
        return len(ids)
