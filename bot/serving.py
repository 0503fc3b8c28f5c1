"""One chat served: row after row is admitted, attempted and concluded, until none is left or its turn is over."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

import structlog
from msgspec.structs import replace

from bot.attempt import (
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
from bot.hands import Chat, Hands
from bot.ladder import MAX_ATTEMPTS, next_try
from bot.timing import Clock
from bot.windows import CLOSED, Admitted, Gate
from conversation.messages import Outbound
from storage import deliveries, quiet
from storage.database import Database
from storage.outbox import IN_DOUBT, PERHAPS_DELIVERED, QUIET, RECIPIENT_GONE, Queued
from storage.types import from_ms

log = structlog.get_logger(__name__)

BAD_CONFIG_PAUSE_SECONDS: Final = 60.0
LATE: Final = timedelta(minutes=15)
"""A digest goes out when its reader wants it: only one that was delayed can meet quiet hours."""

MOVES_MAX: Final = 3
"""Addresses that one attempt follows; more would be a circle."""


class Serving:
    """Serves chats; `channels` are all that the program speaks, `gates` those where not everything may be sent."""

    def __init__(
        self, database: Database, hands: Hands, clock: Clock, *, channels: tuple[str, ...], gates: Mapping[str, Gate]
    ) -> None:
        self._database, self._hands, self._clock = database, hands, clock
        self._channels, self._gates = channels, gates
        self.stopping = False

    async def serve(self, chat: Chat) -> None:
        """Send what the chat has; whatever is not sent at the end goes back to the table."""
        try:
            while chat.rows and not self.stopping:
                if chat.rows[0].unreachable:
                    self._hands.fail(chat, RECIPIENT_GONE)
                elif chat.lane.transcript:
                    await self._publish(chat)
                elif await self._is_for_later(chat):
                    continue
                elif await self._is_admitted(chat):
                    outcome = await attempt(chat.rows[0], chat.lane, chat.progress, self._clock)
                    await self._conclude(chat, outcome)
        except Exception:
            log.exception("chat_not_served", conversation_id=chat.id)
            if chat.rows:
                self._again(chat, UNEXPECTED)
        else:
            self._hands.put_back_all(chat)
        finally:
            # Cancelled while waiting for its turn: the rows go back with what arrived of the first.
            if self.stopping:
                self._hands.put_back_all(chat)

    async def _is_admitted(self, chat: Chat) -> bool:
        """Ask the channel's gate, if it has one; a row that is held leaves our hands."""
        row = chat.rows[0]
        gate = self._gates.get(row.channel)
        if gate is None:
            return True
        answer = await gate.ask(row, claimed=self._hands.was_claimed(row))
        if isinstance(answer, Admitted):
            chat.rows[0] = answer.row
            return True
        self._hands.drop(chat, answer.reason, whole_chat=answer.whole_chat)
        return False

    async def _is_for_later(self, chat: Chat) -> bool:
        """Hold a late digest while its reader keeps quiet hours; it leaves our hands, and nothing waits behind it."""
        row = chat.rows[0]
        if not row.bulk or (now := self._clock.now()) - from_ms(row.created_at) < LATE:
            return False
        async with self._database.read() as db:
            until = await quiet.silence_until(db, row.conversation_id, now=now)
        if until is None:
            return False
        async with self._database.begin() as db:
            await quiet.hold(db, row.id, me=self._hands.ledger.me, until=until)
        self._hands.drop(chat, QUIET, whole_chat=False)
        return True

    async def _conclude(self, chat: Chat, outcome: Outcome) -> None:
        row = chat.rows[0]
        match outcome:
            case Delivered():
                self._hands.delivered(chat, outcome.external_id)
            case NotNow():
                self._hands.put_back_all(chat, wait=timedelta(seconds=outcome.seconds) if outcome.seconds else None)
            case SlowDown():
                chat.lane.slow_down(chat.id, outcome.seconds)
                self._hands.count(row, "throttled")
                self._hands.put_back_all(chat, wait=timedelta(seconds=outcome.seconds))
            case Misconfigured():
                log.critical("channel_misconfigured", channel=row.channel, detail=outcome.detail)
                chat.lane.pause(BAD_CONFIG_PAUSE_SECONDS)
                self._hands.count(row, "bad_config")
                self._hands.put_back_all(chat, wait=timedelta(seconds=BAD_CONFIG_PAUSE_SECONDS))
            case TryAgain():
                self._again(chat, outcome.reason, doubtful=outcome.doubtful, most=outcome.attempts_max)
            case Refused():
                level = log.error if outcome.our_fault else log.warning
                level("delivery_refused", outbox=row.id, channel=row.channel, detail=outcome.detail)
                self._hands.fail(chat, outcome.reason)
            case Shut():
                gate = self._gates.get(row.channel)
                if gate is None:
                    self._hands.fail(chat, CLOSED)
                else:
                    await gate.shut(row)
                    self._hands.drop(chat, CLOSED, whole_chat=True)
            case Gone():
                await self._gone(chat, outcome)
            case Moved():
                await self._moved(chat, outcome.address)

    def _again(self, chat: Chat, reason: str, *, doubtful: bool = False, most: int = MAX_ATTEMPTS) -> None:
        """Put the chat back for the ladder's next rung, or end the row at its top, or at its second doubt."""
        row = chat.rows[0]
        attempts = row.attempts + 1
        wait = next_try(attempts, age=self._clock.now() - from_ms(row.created_at), doubtful=doubtful)
        if wait is None or attempts >= most or (doubtful and chat.progress.in_doubt):
            self._hands.fail(chat, PERHAPS_DELIVERED if doubtful or chat.progress.in_doubt else reason)
            return
        if doubtful:
            chat.progress.in_doubt = True
            reason = IN_DOUBT
        log.info("delivery_later", outbox=row.id, channel=row.channel, code=reason, attempts=attempts)
        self._hands.count(row, reason)
        chat.rows[0] = replace(row, attempts=attempts)
        self._hands.put_back_all(chat, wait=wait, reason=reason)

    async def _gone(self, chat: Chat, outcome: Gone) -> None:
        """Record the block; everything unsent of this chat ends, in our hands and in the table."""
        row = chat.rows[0]
        async with self._database.begin() as connection:
            believed = await deliveries.recipient_gone(
                connection,
                chat.id,
                reason=outcome.reason,
                tried_at=outcome.tried_at,
                now=self._clock.now(),
                channels=self._channels,
            )
        if not believed:
            self._again(chat, outcome.reason)
            return
        log.info("recipient_gone", conversation_id=chat.id, channel=row.channel)
        self._hands.drop(chat, outcome.reason, whole_chat=True)

    async def _moved(self, chat: Chat, address: str) -> None:
        """Record the new address and go on there at once."""
        chat.moves += 1
        if chat.moves > MOVES_MAX:
            self._again(chat, "recipient_moved")
            return
        async with self._database.begin() as connection:
            await deliveries.recipient_moved(connection, chat.id, channel=chat.lane.name, address=address)
        chat.rows = deque(replace(row, address=address) for row in chat.rows)

    async def _publish(self, chat: Chat) -> None:
        """
        Deliver by writing: the lines are committed, then whoever looks at them is told.

        The order makes doubling impossible: a line exists once, and telling twice shows nothing twice.
        """
        rows, parts = self._readable(chat)
        if not rows:
            return
        await self._hands.ledger.publish(rows)
        for row in rows:
            chat.rows.remove(row)
            self._hands.count_delivered(row)
        chat.progress = Progress(0)
        for part in parts:
            try:
                await chat.lane.channel.send(part)
            except Exception:
                log.exception("not_told_of_line", channel=chat.lane.name, outbound=part.id)

    def _readable(self, chat: Chat) -> tuple[list[Queued], list[Outbound]]:
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
            self._hands.put_back_all(chat)
        return rows, parts
