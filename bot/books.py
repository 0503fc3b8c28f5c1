"""What channels sent, what it cost and how they are: counted in memory, written down every second."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import datetime
from typing import Final, Protocol

import structlog

from bot.timing import Clock
from channels.zalo_oa.ports import Quota
from storage import usage, windows
from storage.database import Database

log = structlog.get_logger(__name__)

WRITE_EVERY_SECONDS: Final = 1.0
"""A kill loses the counts of so long; nothing else hangs on them."""

HEALTH_EVERY_SECONDS: Final = 10.0
SPENT_LOOK_SECONDS: Final = 5.0
"""How long the month's sum of other processes is taken for granted."""

CHARGED: Final = "charged"


class SentMetrics(Protocol):
    """What is counted about sends."""

    def delivery(self, channel: str, result: str, seconds: float | None = None) -> None:
        """Count one outcome."""
        ...

    def sent(self, channel: str, kind: str) -> None:
        """Count one message by what the messenger counts it against."""
        ...


class Books:
    """
    Stands where the deliverer counts deliveries, and where channels tell what they sent.

    `price` is that of a charged message in dong.
    """

    def __init__(self, database: Database, metrics: SentMetrics, clock: Clock, *, price: int = 0) -> None:
        self._database, self._metrics, self._clock, self._price = database, metrics, clock, price
        self._counts: Counter[tuple[str, str]] = Counter()
        self._chats: dict[str, dict[str, list[datetime]]] = {}
        """By channel and address: when the messages went out that are not in the tables yet."""
        self._delivered: dict[str, datetime] = {}
        self._failures: dict[str, tuple[datetime, str]] = {}
        self._spent: dict[str, tuple[float, int]] = {}
        self._health_at = 0.0
        self._task: asyncio.Task[None] | None = None

    # --- Told by others ------------------------------------------------------------------------------------------

    def delivery(self, channel: str, result: str, seconds: float | None = None) -> None:
        """See `DeliveryMetrics`."""
        self._metrics.delivery(channel, result, seconds)
        if result == "delivered":
            self._delivered[channel] = self._clock.now()
        else:
            self._failures[channel] = (self._clock.now(), result)

    def sent(self, address: str, quota: Quota) -> None:
        """See `Accounting` of the Official Account."""
        self.count("zalo_oa", quota.kind)
        self._chats.setdefault("zalo_oa", {}).setdefault(address, []).append(self._clock.now())

    def count(self, channel: str, kind: str) -> None:
        """Count one message that the messenger took."""
        self._metrics.sent(channel, kind)
        self._counts[channel, kind] += 1

    # --- Asked by the budget -------------------------------------------------------------------------------------

    def unwritten(self, channel: str, address: str, since: datetime | None) -> int:
        """Return how many messages to a chat, since its person's last word, are not in the tables yet."""
        moments = self._chats.get(channel, {}).get(address, ())
        return sum(since is None or at + windows.CLOCKS_DIFFER >= since for at in moments)

    async def spent(self, channel: str) -> int:
        """Return the dong of this month, those included that are not in the tables yet."""
        now = self._clock.monotonic()
        looked, sum_ = self._spent.get(channel, (-SPENT_LOOK_SECONDS, 0))
        if now - looked >= SPENT_LOOK_SECONDS:
            async with self._database.read() as db:
                sum_ = await usage.spent(db, channel, now=self._clock.now())
            self._spent[channel] = (now, sum_)
        return sum_ + self._counts[channel, CHARGED] * self._price

    # --- Writing -------------------------------------------------------------------------------------------------

    async def write(self, *, health: bool = True) -> None:
        """Write everything down; what cannot be written is kept for the next time."""
        counts, self._counts = self._counts, Counter()
        chats, self._chats = self._chats, {}
        delivered, failures = (self._delivered, self._failures) if health else ({}, {})
        if health:
            self._delivered, self._failures = {}, {}
        if not (counts or chats or delivered or failures):
            return
        now = self._clock.now()
        try:
            # A power cut may take a second's counts as a kill does; nobody's message waits for the disk meanwhile.
            async with self._database.begin(durable=False) as db:
                for (channel, kind), count in sorted(counts.items()):
                    cost = count * self._price if kind == CHARGED else 0
                    await usage.add(db, channel, kind, count=count, cost=cost, now=now)
                for channel, sent in sorted(chats.items()):
                    await windows.count_sent(db, channel, sent)
                for channel in sorted({*delivered, *failures}):
                    failed_at, failure = failures.get(channel, (None, ""))
                    await usage.note_health(
                        db, channel, delivered_at=delivered.get(channel), failed_at=failed_at, failure=failure
                    )
        except Exception as error:  # noqa: BLE001 - whatever it is, the counts are kept for the next time
            log.warning("books_not_written", error=type(error).__name__)
            self._counts += counts
            for channel, sent in chats.items():
                for address, moments in sent.items():
                    self._chats.setdefault(channel, {}).setdefault(address, []).extend(moments)
            return
        for channel, _ in counts:
            self._spent.pop(channel, None)

    def start(self) -> None:
        """Begin to write every second."""
        self._task = asyncio.create_task(self._write_for_ever(), name="books")

    async def stop(self) -> None:
        """Write the rest."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self.write()

    async def _write_for_ever(self) -> None:
        while True:
            await self._clock.sleep(WRITE_EVERY_SECONDS)
            now = self._clock.monotonic()
            due = now - self._health_at >= HEALTH_EVERY_SECONDS
            if due:
                self._health_at = now
            await self.write(health=due)
