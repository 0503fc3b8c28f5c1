"""Carries the outbox to the channels: in order within a chat, side by side over chats, at each channel's pace."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Final, Protocol

import structlog

from bot.attempt import (
    LEASE_SECONDS,
    UNEXPECTED,
    Delivered,
    Gone,
    Misconfigured,
    Moved,
    NotNow,
    Outcome,
    Progress,
    Refused,
    Shut,
    SlowDown,
    TryAgain,
    attempt,
    rendered,
    spare_seconds,
)
from bot.ladder import MAX_ATTEMPTS, next_try
from bot.lane import Lane
from bot.ledger import Ledger
from bot.pacer import Pacer
from bot.timing import Clock, SystemClock
from bot.windows import CLOSED, Admitted, Gate
from channels.contract import Channel
from conversation.messages import Outbound
from storage import deliveries
from storage.database import Database
from storage.deliveries import PutBack
from storage.outbox import IN_DOUBT, PERHAPS_DELIVERED, RECIPIENT_GONE, Queued
from storage.types import from_ms, to_ms

log = structlog.get_logger(__name__)

CLAIM_EVERY_SECONDS: Final = 1.0
"""How often the table is looked at for what no one announced: other processes' rows, expired leases, due retries."""

PARK_SECONDS: Final = 5.0
"""
How long after a row went back to the table its chat is served from the table alone.

A message that was being handled while the row went back may have seen it still in our hands; its reply would
overtake. Five seconds outlast any handling.
"""

BAD_CONFIG_PAUSE_SECONDS: Final = 60.0
MOVES_MAX: Final = 3
"""Addresses that one attempt follows; more would be a circle."""

STOP_SECONDS: Final = 10.0


class DeliveryMetrics(Protocol):
    """What is counted about deliveries."""

    def delivery(self, channel: str, result: str, seconds: float | None = None) -> None:
        """Count one outcome; `seconds` from the outbox to the messenger, for a message that arrived."""
        ...


@dataclass(slots=True)
class _Chat:
    """The rows of one chat in our hands, lowest first; `progress` is that of the first."""

    id: int
    lane: Lane
    rows: deque[Queued] = field(default_factory=deque)
    progress: Progress = field(default_factory=lambda: Progress(0))
    moves: int = 0
    task: asyncio.Task[None] | None = None


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
        self._metrics = metrics
        self._gates = gates or {}
        """Channels where not everything may be sent at any time."""
        pacers = pacers or {}
        self._lanes = {n: Lane(c, pacers.get(n) or Pacer(), self._clock) for n, c in channels.items()}
        self._ledger = Ledger(database, self._clock, me, self._written)
        self._chats: dict[int, _Chat] = {}
        self._held: dict[int, bool] = {}
        """Rows in our hands or not yet written down: id -> whether the table may have more for us after it."""
        self._parked: dict[int, float] = {}
        """Chats served from the table alone, until that monotonic second."""
        self._bell = asyncio.Event()
        self._loop: asyncio.Task[None] | None = None
        self._stopping = False

    # --- The life of the process ---------------------------------------------------------------------------------

    async def start(self) -> None:
        """Begin to claim. On SQLite there is one process: leases left by an earlier one are void."""
        if self._database.dialect == "sqlite":
            async with self._database.begin() as connection:
                await deliveries.release(connection, None)
        self._loop = asyncio.create_task(self._claim_for_ever(), name="deliverer")

    async def stop(self, timeout_seconds: float = STOP_SECONDS) -> None:
        """Finish the sends in the air, write everything down, and give back what is left."""
        self._stopping = True
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
        await self._ledger.close(timeout_seconds)
        try:
            async with self._database.begin() as connection:
                await deliveries.release(connection, self.me)
        except Exception:
            log.exception("leases_not_released", meaning="they run out by themselves")

    async def idle(self) -> None:
        """Return when everything taken so far is delivered, failed or put back, and written down."""
        while tasks := [chat.task for chat in self._chats.values() if chat.task is not None]:
            await asyncio.gather(*tasks, return_exceptions=True)
        await self._ledger.written()

    # --- Getting rows --------------------------------------------------------------------------------------------

    def take(self, rows: Sequence[Queued]) -> None:
        """Deliver rows that the caller committed as leased to `me`; call it right after the commit."""
        for row in rows:
            lane = self._lanes.get(row.channel)
            if lane is None or self._stopping or lane.behind or self._is_parked(row.conversation_id):
                self._put_back(row)
            else:
                self._accept(lane, row, claimed=False)

    def wake(self) -> None:
        """Look at the table now: somebody put rows in."""
        self._bell.set()

    async def claim(self) -> int:
        """Take what is due from the table, once; return how many rows."""
        if self._ledger.away:
            return 0  # what is delivered and not yet written down looks unsent
        now = self._clock.monotonic()
        self._parked = {chat: until for chat, until in self._parked.items() if until > now}
        return sum([await self._claim_for(lane) for lane in self._lanes.values()])

    async def _claim_for_ever(self) -> None:
        away = False
        while not self._stopping:
            try:
                await self.claim()
                away = False
            except Exception as error:
                log.warning("claim_failed", error=type(error).__name__, exc_info=not away)
                away = True
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CLAIM_EVERY_SECONDS):
                    await self._bell.wait()
            if away and not self._stopping:
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
            # A send that outlived its lease is still ours: its end will say what became of it.
            if row.id not in self._held:
                self._accept(lane, row, claimed=True)
        return len(rows)

    def _accept(self, lane: Lane, row: Queued, *, claimed: bool) -> None:
        self._held[row.id] = claimed
        chat = self._chats.get(row.conversation_id)
        if chat is None:
            chat = self._chats[row.conversation_id] = _Chat(row.conversation_id, lane)
            chat.progress = Progress(row.sent_parts, row.in_doubt)
            chat.task = asyncio.create_task(self._serve(chat))
            lane.active += 1
        chat.rows.append(row)

    def _is_parked(self, chat_id: int) -> bool:
        return self._parked.get(chat_id, 0.0) > self._clock.monotonic()

    # --- One chat ------------------------------------------------------------------------------------------------

    async def _serve(self, chat: _Chat) -> None:
        try:
            while chat.rows and not self._stopping:
                if chat.rows[0].unreachable:
                    self._fail(chat, RECIPIENT_GONE)
                elif chat.lane.transcript:
                    await self._publish(chat)
                elif await self._is_admitted(chat):
                    outcome = await attempt(chat.rows[0], chat.lane, chat.progress, self._clock)
                    await self._conclude(chat, outcome)
        except Exception:
            log.exception("chat_not_served", conversation_id=chat.id)
            if chat.rows:
                self._again(chat, UNEXPECTED)
        else:
            self._put_back_all(chat)
        finally:
            # Cancelled while waiting for its turn: the rows go back with what arrived of the first.
            if self._stopping:
                self._put_back_all(chat)
            chat.lane.active -= 1
            del self._chats[chat.id]

    async def _is_admitted(self, chat: _Chat) -> bool:
        """Ask the channel's gate, if it has one; a row that is held leaves our hands."""
        row = chat.rows[0]
        gate = self._gates.get(row.channel)
        if gate is None:
            return True
        answer = await gate.ask(row, claimed=self._held.get(row.id, True))
        if isinstance(answer, Admitted):
            chat.rows[0] = answer.row
            return True
        self._drop(chat, answer.reason, whole_chat=answer.whole_chat)
        return False

    def _drop(self, chat: _Chat, reason: str, *, whole_chat: bool) -> None:
        """Let go of rows that the table no longer counts as ours; some may wait in another chat now."""
        for row in list(chat.rows) if whole_chat else [chat.rows[0]]:
            self._held.pop(row.id, None)
            self._count(row, reason)
            self._next(chat)
        self.wake()

    async def _conclude(self, chat: _Chat, outcome: Outcome) -> None:
        row = chat.rows[0]
        match outcome:
            case Delivered():
                self._ledger.delivered(row, outcome.external_id)
                self._count(row, "delivered", self._age_seconds(row))
                self._next(chat)
            case NotNow():
                self._put_back_all(chat, wait=timedelta(seconds=outcome.seconds) if outcome.seconds else None)
            case SlowDown():
                chat.lane.slow_down(chat.id, outcome.seconds)
                self._count(row, "throttled")
                self._put_back_all(chat, wait=timedelta(seconds=outcome.seconds))
            case Misconfigured():
                log.critical("channel_misconfigured", channel=row.channel, detail=outcome.detail)
                chat.lane.pause(BAD_CONFIG_PAUSE_SECONDS)
                self._count(row, "bad_config")
                self._put_back_all(chat, wait=timedelta(seconds=BAD_CONFIG_PAUSE_SECONDS))
            case TryAgain():
                self._again(chat, outcome.reason, doubtful=outcome.doubtful, most=outcome.attempts_max)
            case Refused():
                level = log.error if outcome.our_fault else log.warning
                level("delivery_refused", outbox=row.id, channel=row.channel, detail=outcome.detail)
                self._fail(chat, outcome.reason)
            case Shut():
                gate = self._gates.get(row.channel)
                if gate is None:
                    self._fail(chat, CLOSED)
                else:
                    await gate.shut(row)
                    self._drop(chat, CLOSED, whole_chat=True)
            case Gone():
                await self._gone(chat, outcome)
            case Moved():
                await self._moved(chat, outcome.address)

    def _again(self, chat: _Chat, reason: str, *, doubtful: bool = False, most: int = MAX_ATTEMPTS) -> None:
        """Put the chat back for the ladder's next rung, or end the row at its top, or at its second doubt."""
        row = chat.rows[0]
        attempts = row.attempts + 1
        wait = next_try(attempts, age=self._clock.now() - from_ms(row.created_at), doubtful=doubtful)
        if wait is None or attempts >= most or (doubtful and chat.progress.in_doubt):
            self._fail(chat, PERHAPS_DELIVERED if doubtful or chat.progress.in_doubt else reason)
            return
        if doubtful:
            chat.progress.in_doubt = True
            reason = IN_DOUBT
        log.info("delivery_later", outbox=row.id, channel=row.channel, code=reason, attempts=attempts)
        self._count(row, reason)
        chat.rows[0] = replace(row, attempts=attempts)
        self._put_back_all(chat, wait=wait, reason=reason)

    def _fail(self, chat: _Chat, reason: str) -> None:
        row = chat.rows[0]
        log.warning("delivery_failed", outbox=row.id, channel=row.channel, code=reason, attempts=row.attempts)
        self._ledger.failed(row, reason)
        self._count(row, reason)
        self._next(chat)

    async def _gone(self, chat: _Chat, outcome: Gone) -> None:
        """Record the block; everything unsent of this chat ends, in our hands and in the table."""
        row = chat.rows[0]
        async with self._database.begin() as connection:
            believed = await deliveries.recipient_gone(
                connection,
                chat.id,
                reason=outcome.reason,
                tried_at=outcome.tried_at,
                now=self._clock.now(),
                channels=tuple(self._lanes),
            )
        if not believed:
            self._again(chat, outcome.reason)
            return
        log.info("recipient_gone", conversation_id=chat.id, channel=row.channel)
        for ended in chat.rows:
            self._held.pop(ended.id, None)
            self._count(ended, outcome.reason)
        chat.rows.clear()
        self.wake()  # some may go to another chat of theirs

    async def _moved(self, chat: _Chat, address: str) -> None:
        """Record the new address and go on there at once."""
        chat.moves += 1
        if chat.moves > MOVES_MAX:
            self._again(chat, "recipient_moved")
            return
        async with self._database.begin() as connection:
            await deliveries.recipient_moved(connection, chat.id, channel=chat.lane.name, address=address)
        chat.rows = deque(replace(row, address=address) for row in chat.rows)

    async def _publish(self, chat: _Chat) -> None:
        """
        Deliver by writing: the lines are committed, then whoever looks at them is told.

        The order makes doubling impossible: a line exists once, and telling twice shows nothing twice.
        """
        rows, parts = self._readable(chat)
        if not rows:
            return
        await self._ledger.publish(rows)
        for row in rows:
            chat.rows.remove(row)
            self._count(row, "delivered", self._age_seconds(row))
        chat.progress = Progress(0)
        for part in parts:
            try:
                await chat.lane.channel.send(part)
            except Exception:
                log.exception("not_told_of_line", channel=chat.lane.name, outbound=part.id)

    def _readable(self, chat: _Chat) -> tuple[list[Queued], list[Outbound]]:
        """Return the rows that may be written now, and their parts; a first row that cannot be goes back."""
        rows: list[Queued] = []
        parts: list[Outbound] = []
        for row in chat.rows:
            if row.unreachable or spare_seconds(row, self._clock) <= 0:
                break
            try:
                parts += rendered(row, chat.lane)
            except Exception:
                log.exception("delivery_unexpected_error", outbox=row.id, channel=row.channel)
                if not rows:
                    self._again(chat, UNEXPECTED)
                    return [], []
                break
            rows.append(row)
        if not rows:
            self._put_back_all(chat)
        return rows, parts

    # --- Bookkeeping ---------------------------------------------------------------------------------------------

    def _next(self, chat: _Chat) -> None:
        chat.rows.popleft()
        chat.progress = Progress(chat.rows[0].sent_parts, chat.rows[0].in_doubt) if chat.rows else Progress(0)
        chat.moves = 0

    def _put_back_all(self, chat: _Chat, *, wait: timedelta | None = None, reason: str | None = None) -> None:
        """Return the chat's rows to the table: the first after the wait, the rest behind it."""
        if not chat.rows:
            return
        progress = chat.progress
        first = replace(chat.rows.popleft(), sent_parts=progress.sent_parts, in_doubt=progress.in_doubt)
        self._put_back(first, wait=wait, reason=reason)
        while chat.rows:
            self._put_back(chat.rows.popleft())

    def _put_back(self, row: Queued, *, wait: timedelta | None = None, reason: str | None = None) -> None:
        self._parked[row.conversation_id] = self._clock.monotonic() + PARK_SECONDS
        self._held[row.id] = wait is None
        not_before = None if wait is None else self._clock.now() + wait
        if row.in_doubt:
            reason = IN_DOUBT  # whatever came after it: the count of doubts outlives this process
        self._ledger.put_back(PutBack(row.id, row.attempts, row.sent_parts, not_before, reason))

    def _written(self, ids: Iterable[int]) -> None:
        """Forget rows that are written down, and look for the next heads of their chats."""
        more = [self._held.pop(id, False) for id in ids]
        if any(more):
            self.wake()

    def _age_seconds(self, row: Queued) -> float:
        return max(0.0, (to_ms(self._clock.now()) - row.created_at) / 1000)

    def _count(self, row: Queued, result: str, seconds: float | None = None) -> None:
        if self._metrics is not None:
            self._metrics.delivery(row.channel, result, seconds)
