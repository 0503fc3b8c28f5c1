"""One attempt to deliver one message: wait for its turn, send its parts, say what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Final, TypeAlias

import structlog
from msgspec import Struct

from bot.ladder import MAX_ATTEMPTS
from bot.lane import Lane
from bot.timing import Clock
from channels.contract import (
    BadConfig,
    Postponed,
    RecipientGone,
    RecipientMoved,
    SendError,
    Throttled,
    Unreachable,
    WindowClosed,
)
from conversation.messages import Outbound
from conversation.render import render
from storage.outbox import Queued
from storage.types import to_ms

log = structlog.get_logger(__name__)

LEASE_SECONDS: Final = 30.0
"""How long a row is one process's own."""

SEND_SECONDS: Final = 20.0
"""The longest send; it begins only while the lease is longer than that, so nobody else sends the same meanwhile."""

UNEXPECTED: Final = "unexpected"
"""Reason of a failure that no channel describes: a defect, logged with its traceback."""


class Delivered(Struct, frozen=True):
    """All parts arrived; the id of the last one in the messenger."""

    external_id: str


class NotNow(Struct, frozen=True):
    """Nothing went wrong, but it is not this row's turn within its lease; perhaps after so many seconds."""

    seconds: float = 0.0


class SlowDown(Struct, frozen=True):
    """The messenger wants this chat to wait."""

    seconds: float


class Misconfigured(Struct, frozen=True):
    """The channel cannot send anything until an administrator mends it."""

    detail: str


class TryAgain(Struct, frozen=True):
    """It may work later; `doubtful` when it may have worked already and only the answer is missing."""

    reason: str
    doubtful: bool = False
    attempts_max: int = MAX_ATTEMPTS


class Refused(Struct, frozen=True):
    """It will never work."""

    reason: str
    detail: str
    our_fault: bool


class Gone(Struct, frozen=True):
    """The person blocked us; noticed by an attempt that began at `tried_at`."""

    reason: str
    tried_at: datetime


class Moved(Struct, frozen=True):
    """The chat has a new address."""

    address: str


class Shut(Struct, frozen=True):
    """The messenger allows nothing to this person before they do something."""


Outcome: TypeAlias = Delivered | Shut | NotNow | SlowDown | Misconfigured | TryAgain | Refused | Gone | Moved


class Progress(Struct):
    """How far the attempt is: parts that arrived, whether the next was sent before, and whether it is in the air."""

    sent_parts: int
    in_doubt: bool = False
    sending: bool = False


def rendered(row: Queued, lane: Lane) -> Sequence[Outbound]:
    """Return the message in the person's language, in parts that the channel can carry."""
    return render(row.reply, lane.channel.capabilities, row.language, id=str(row.id), address=row.address)


def spare_seconds(row: Queued, clock: Clock) -> float:
    """Return how long the row may still wait before its send has to begin."""
    return (row.leased_until - to_ms(clock.now())) / 1000 - SEND_SECONDS


async def attempt(row: Queued, lane: Lane, progress: Progress, clock: Clock) -> Outcome:
    """Send the parts that have not arrived yet; never raises but for cancellation."""
    began = clock.now()
    external_id = ""
    try:
        for part in rendered(row, lane)[progress.sent_parts :]:
            if (not_now := await _turn(row, lane, clock)) is not None:
                return not_now
            async with lane.slots:
                if lane.paused_seconds or spare_seconds(row, clock) <= 0:
                    return NotNow(lane.paused_seconds)
                external_id = await _send(part, lane, progress)
            progress.sent_parts += 1
            progress.in_doubt = False
    except Exception as error:  # noqa: BLE001 - classified below; what no channel describes is logged with its trace
        return _outcome(error, row, began)
    return Delivered(external_id)


async def _turn(row: Queued, lane: Lane, clock: Clock) -> NotNow | None:
    """Return None when the pace lets the next part go, at once `NotNow` when the lease would not outlast the wait."""
    now = clock.monotonic()
    wait = lane.pacer.chat_wait(row.conversation_id, now)
    if wait:
        if wait > spare_seconds(row, clock):
            return NotNow(wait)
        await clock.sleep(wait)
        now = clock.monotonic()
    if lane.pacer.backlog(now) > spare_seconds(row, clock):
        lane.behind = True
        return NotNow()
    wait = lane.pacer.take(row.conversation_id, now)
    if wait:
        await clock.sleep(wait)
    return None


async def _send(part: Outbound, lane: Lane, progress: Progress) -> str:
    progress.sending = True
    try:
        async with asyncio.timeout(SEND_SECONDS):
            return (await lane.channel.send(part)).external_id
    except TimeoutError:
        raise Unreachable("no answer in time", doubtful=True) from None
    finally:
        progress.sending = False


def _outcome(error: Exception, row: Queued, began: datetime) -> Outcome:
    match error:
        case Postponed():
            return NotNow(error.retry_after_seconds)
        case WindowClosed():
            return Shut()
        case Throttled():
            return SlowDown(error.retry_after_seconds)
        case RecipientMoved():
            return Moved(error.new_address)
        case RecipientGone():
            return Gone(error.code, began)
        case BadConfig():
            return Misconfigured(str(error))
        case SendError() if error.retryable:
            return TryAgain(error.code, error.doubtful, error.attempts_max or MAX_ATTEMPTS)
        case SendError():
            return Refused(error.code, str(error), error.our_fault)
    log.error("delivery_unexpected_error", outbox=row.id, channel=row.channel, exc_info=error)
    return TryAgain(UNEXPECTED)
