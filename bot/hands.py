"""The rows in one process's hands, by chat, and what is noted of each: delivered, failed, or back to the table."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, Protocol

import structlog
from msgspec.structs import replace

from bot.attempt import Progress
from bot.lane import Lane
from bot.ledger import Ledger
from bot.timing import Clock
from storage.database import Database
from storage.deliveries import PutBack
from storage.outbox import IN_DOUBT, Queued
from storage.types import to_ms

log = structlog.get_logger(__name__)

PARK_SECONDS: Final = 5.0
"""
How long after a row went back to the table its chat is served from the table alone.

A message that was being handled while the row went back may have seen it still in our hands; its reply would
overtake. Five seconds outlast any handling.
"""


class DeliveryMetrics(Protocol):
    """What is counted about deliveries."""

    def delivery(self, channel: str, result: str, seconds: float | None = None) -> None:
        """Count one outcome; `seconds` from the outbox to the messenger, for a message that arrived."""
        ...


@dataclass(slots=True)
class Chat:
    """The rows of one chat in our hands, lowest first; `progress` is that of the first."""

    id: int
    lane: Lane
    rows: deque[Queued] = field(default_factory=deque)
    progress: Progress = field(default_factory=lambda: Progress(0))
    moves: int = 0
    task: asyncio.Task[None] | None = None

    def next(self) -> None:
        """Let go of the first row."""
        self.rows.popleft()
        self.progress = Progress(self.rows[0].sent_parts, self.rows[0].in_doubt) if self.rows else Progress(0)
        self.moves = 0


class Hands:
    """
    Knows which rows are ours until it is written down what became of them.

    `wake` is called when the table may have more for us.
    """

    def __init__(
        self, database: Database, clock: Clock, me: str, metrics: DeliveryMetrics | None, wake: Callable[[], None]
    ) -> None:
        self.ledger = Ledger(database, clock, me, self._written)
        self._clock, self._metrics, self.wake = clock, metrics, wake
        self._held: dict[int, bool] = {}
        """Rows in our hands or not yet written down: id -> whether the table may have more for us after it."""
        self._parked: dict[int, float] = {}
        """Chats served from the table alone, until that monotonic second."""

    def hold(self, row: Queued, *, claimed: bool) -> None:
        """Note that a row is ours; `claimed` when the table may hold what follows it."""
        self._held[row.id] = claimed

    def holds(self, row: Queued) -> bool:
        """Return whether a row is ours: a send that outlived its lease still is, its end says what became of it."""
        return row.id in self._held

    def was_claimed(self, row: Queued) -> bool:
        """Return whether the row came from the table."""
        return self._held.get(row.id, True)

    def is_parked(self, chat_id: int) -> bool:
        """Return whether a chat is served from the table alone for now."""
        return self._parked.get(chat_id, 0.0) > self._clock.monotonic()

    def unpark(self) -> None:
        """Forget chats that may be served from memory again."""
        now = self._clock.monotonic()
        self._parked = {chat: until for chat, until in self._parked.items() if until > now}

    # --- What became of a row ------------------------------------------------------------------------------------

    def delivered(self, chat: Chat, external_id: str) -> None:
        """Note that the first row arrived."""
        row = chat.rows[0]
        self.ledger.delivered(row, external_id)
        self.count_delivered(row)
        chat.next()

    def fail(self, chat: Chat, reason: str) -> None:
        """Note that the first row will never arrive."""
        row = chat.rows[0]
        log.warning("delivery_failed", outbox=row.id, channel=row.channel, code=reason, attempts=row.attempts)
        self.ledger.failed(row, reason)
        self.count(row, reason)
        chat.next()

    def drop(self, chat: Chat, reason: str, *, whole_chat: bool) -> None:
        """Let go of rows that the table no longer counts as ours; some may wait in another chat now."""
        for row in list(chat.rows) if whole_chat else [chat.rows[0]]:
            self._held.pop(row.id, None)
            self.count(row, reason)
            chat.next()
        self.wake()

    def put_back_all(self, chat: Chat, *, wait: timedelta | None = None, reason: str | None = None) -> None:
        """Return the chat's rows to the table: the first after the wait, the rest behind it."""
        if not chat.rows:
            return
        progress = chat.progress
        first = replace(chat.rows.popleft(), sent_parts=progress.sent_parts, in_doubt=progress.in_doubt)
        self.put_back(first, wait=wait, reason=reason)
        while chat.rows:
            self.put_back(chat.rows.popleft())

    def put_back(self, row: Queued, *, wait: timedelta | None = None, reason: str | None = None) -> None:
        """Return one row to the table."""
        self._parked[row.conversation_id] = self._clock.monotonic() + PARK_SECONDS
        self._held[row.id] = wait is None
        not_before = None if wait is None else self._clock.now() + wait
        if row.in_doubt:
            reason = IN_DOUBT  # whatever came after it: the count of doubts outlives this process
        self.ledger.put_back(PutBack(row.id, row.attempts, row.sent_parts, not_before, reason))

    def _written(self, ids: Iterable[int]) -> None:
        """Forget rows that are written down, and look for the next heads of their chats."""
        more = [self._held.pop(id, False) for id in ids]
        if any(more):
            self.wake()

    # --- Counting ------------------------------------------------------------------------------------------------

    def count_delivered(self, row: Queued) -> None:
        """Count a row that arrived, with the seconds it took."""
        self.count(row, "delivered", max(0.0, (to_ms(self._clock.now()) - row.created_at) / 1000))

    def count(self, row: Queued, result: str, seconds: float | None = None) -> None:
        """Count one outcome."""
        if self._metrics is not None:
            self._metrics.delivery(row.channel, result, seconds)
