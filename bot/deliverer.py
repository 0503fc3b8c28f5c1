"""Carries the outbox to the channels: in order within a chat, side by side over chats, at each channel's pace."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

import structlog

from bot.attempt import LEASE_SECONDS, Progress
from bot.hands import Chat, DeliveryMetrics, Hands
from bot.lane import Lane
from bot.pacer import Pacer
from bot.serving import Serving
from bot.timing import Clock, SystemClock
from bot.windows import Gate
from channels.contract import Channel
from storage import deliveries
from storage.database import Database
from storage.outbox import Queued

log = structlog.get_logger(__name__)

CLAIM_EVERY_SECONDS: Final = 1.0
"""How often the table is looked at for what no one announced: other processes' rows, expired leases, due retries."""

STOP_SECONDS: Final = 10.0


class Deliverer:
    """
    Sends what the outbox holds.

    `take` gets rows that were inserted leased to `me`; everything else is claimed from the table, heads only.
    `me` is a random id of this process. Channels without a pacer are not slowed down.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        me: str,
        clock: Clock | None = None,
        pacers: Mapping[str, Pacer] | None = None,
        metrics: DeliveryMetrics | None = None,
        gates: Mapping[str, Gate] | None = None,
    ) -> None:
        self.me = me
        self._database = database
        self._clock = clock or SystemClock()
        pacers = pacers or {}
        self._lanes = {n: Lane(c, pacers.get(n) or Pacer(), self._clock) for n, c in channels.items()}
        self._hands = Hands(database, self._clock, me, metrics, self.wake)
        self._serving = Serving(database, self._hands, self._clock, channels=tuple(self._lanes), gates=gates or {})
        self._chats: dict[int, Chat] = {}
        self._bell = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None

    # --- The life of the process ---------------------------------------------------------------------------------

    async def start(self) -> None:
        """Begin to claim. On SQLite there is one process: leases left by an earlier one are void."""
        if self._database.dialect == "sqlite":
            async with self._database.begin() as connection:
                await deliveries.release(connection, None)
        self._loop = asyncio.create_task(self._claim_for_ever(), name="deliverer")

    async def stop(self, timeout_seconds: float = STOP_SECONDS) -> None:
        """Finish the sends in the air, write everything down, and give back what is left."""
        self._serving.stopping = True
        self._bell.set()
        if self._loop is not None:
            await asyncio.gather(self._loop, return_exceptions=True)
        running = [chat.task for chat in self._chats.values() if chat.task is not None]
        for chat in self._chats.values():
            if chat.task is not None and not chat.progress.sending:
                chat.task.cancel()
        if running:
            _, late = await asyncio.wait(running, timeout=timeout_seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
        await self._hands.ledger.close(timeout_seconds)
        try:
            async with self._database.begin() as connection:
                await deliveries.release(connection, self.me)
        except Exception:
            log.exception("leases_not_released", meaning="they run out by themselves")

    async def idle(self) -> None:
        """Return when everything taken so far is delivered, failed or put back, and written down."""
        while tasks := [chat.task for chat in self._chats.values() if chat.task is not None]:
            await asyncio.wait(tasks)  # not `gather`: from Python 3.12 on it never yields to what is done
        await self._hands.ledger.written()

    # --- Getting rows --------------------------------------------------------------------------------------------

    def take(self, rows: Sequence[Queued]) -> None:
        """Deliver rows that the caller committed as leased to `me`; call it right after the commit."""
        for row in rows:
            lane = self._lanes.get(row.channel)
            if lane is None or self._serving.stopping or lane.behind or self._hands.is_parked(row.conversation_id):
                self._hands.put_back(row)
            else:
                self._accept(lane, row, claimed=False)

    def wake(self) -> None:
        """Look at the table now: somebody put rows in."""
        self._bell.set()

    async def claim(self) -> int:
        """Take what is due from the table, once; return how many rows."""
        if self._hands.ledger.away:
            return 0  # what is delivered and not yet written down looks unsent
        self._hands.unpark()
        return sum([await self._claim_for(lane) for lane in self._lanes.values()])

    async def _claim_for_ever(self) -> None:
        away = False
        while not self._serving.stopping:
            try:
                await self.claim()
                away = False
            except Exception as error:
                log.warning("claim_failed", error=type(error).__name__, exc_info=not away)
                away = True
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CLAIM_EVERY_SECONDS):
                    await self._bell.wait()
            if away and not self._serving.stopping:
                await self._clock.sleep(CLAIM_EVERY_SECONDS)
            self._bell.clear()

    async def _claim_for(self, lane: Lane) -> int:
        room = lane.room()
        if room <= 0:
            return 0
        now = self._clock.now()
        until = now + timedelta(seconds=LEASE_SECONDS)
        async with self._database.begin() as connection:
            rows = await deliveries.claim(
                connection, channel=lane.name, me=self.me, now=now, until=until, after=lane.after, limit=room
            )
            if lane.after and len(rows) < room:
                rows += await deliveries.claim(
                    connection, channel=lane.name, me=self.me, now=now, until=until, limit=room - len(rows)
                )
        full = len(rows) == room
        lane.after = rows[-1].conversation_id if full else 0
        lane.behind = full
        for row in rows:
            if not self._hands.holds(row):
                self._accept(lane, row, claimed=True)
        return len(rows)

    def _accept(self, lane: Lane, row: Queued, *, claimed: bool) -> None:
        self._hands.hold(row, claimed=claimed)
        chat = self._chats.get(row.conversation_id)
        if chat is None:
            chat = Chat(row.conversation_id, lane, progress=Progress(row.sent_parts, row.in_doubt))
            self._chats[chat.id] = chat
            chat.task = asyncio.create_task(self._serve(chat))
            lane.active += 1
        chat.rows.append(row)

    async def _serve(self, chat: Chat) -> None:
        try:
            await self._serving.serve(chat)
        finally:
            chat.lane.active -= 1
            del self._chats[chat.id]
