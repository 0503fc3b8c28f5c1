"""The daily digest as a job: each officer's own minute on working days, late rather than never, once a day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.digest_words import packed
from actions.digests import Digest, compiled
from actions.notices import tell_officers
from conversation.messages import words
from domain.calendar import LOCAL, local_date
from scheduler.job import JobContext
from storage import outbox, recipients
from storage.database import Database
from storage.outbox import Notice
from storage.recipients import Recipient, minute_of_day, once
from storage.workdays import work_calendar

log = structlog.get_logger(__name__)

LATEST_MINUTE: Final = 17 * 60
"""A digest that could not go out at its hour still does until 17:00 of its day: later, nobody is there to act."""

GRACE_MINUTES: Final = 60
"""For somebody who chose an hour near the end of the day."""

_AT_ONCE: Final = 50
"""Digests queued in one transaction: chats wait a few milliseconds for it."""


def at_minute(day: date, minute: int) -> datetime:
    """Return the moment of a minute of a local day."""
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL) + timedelta(minutes=minute)


async def digest_slots(db: AsyncConnection, now: datetime) -> list[str]:
    """Return today's digests that should be out by now, one period for each minute that officers chose."""
    day, minute = local_date(now), minute_of_day(now)
    if not (await work_calendar(db)).is_working_day(day):
        return []
    due = await recipients.minutes(db, until=minute)
    return [slot_of(day, m) for m in due if minute <= max(LATEST_MINUTE, m + GRACE_MINUTES)]


async def next_digest(db: AsyncConnection, now: datetime) -> datetime | None:
    """Return when the next digest goes out, local; None while there is no officer."""
    chosen = await recipients.minutes(db)
    if not chosen:
        return None
    day, minute = local_date(now), minute_of_day(now)
    calendar = await work_calendar(db)
    later = [m for m in chosen if m > minute]
    if later and calendar.is_working_day(day):
        return at_minute(day, later[0])
    return at_minute(calendar.add_working_days(day, 1), chosen[0])


def slot_of(day: date, minute: int) -> str:
    """Return the name of the period of a day's digests at one minute: '2026-11-23/07:30'."""
    return f"{day.isoformat()}/{minute // 60:02d}:{minute % 60:02d}"


def minute_of(slot: str) -> int | None:
    """Return the minute that a period is about, None for a run by hand."""
    _, slash, clock = slot.partition("/")
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes) if slash else None


async def send_digests(database: Database, context: JobContext) -> int:
    """
    Queue the digests of the run's minute, or by hand all that are due by now; return how many were queued.

    On a day off there are none. The name in the outbox keeps each one single, whatever happens in between.
    """
    now = context.now
    day = local_date(now)
    async with database.read() as db:
        calendar = await work_calendar(db)
        if not calendar.is_working_day(day):
            return 0
        due = await recipients.recipients(db, day, minute=minute_of(context.slot), until=minute_of_day(now))
        sending = _Sending(database, context)
        async for recipient, digest in compiled(db, due, now=now, calendar=calendar):
            await sending.take(recipient, digest)
        return await sending.finish()


class _Sending:
    """What becomes of each digest as it is compiled: queued in small transactions, or counted."""

    def __init__(self, database: Database, context: JobContext) -> None:
        self._database, self._context = database, context
        self._waiting: list[Notice] = []
        self._queued = self._silent = 0
        self._unreachable: list[int] = []

    async def take(self, recipient: Recipient, digest: Digest) -> None:
        """Queue a digest, unless there is nothing to say or nobody to say it to."""
        if digest.is_empty and recipient.says_nothing:
            self._silent += 1
        elif recipient.conversation_id is None:
            self._unreachable.append(recipient.officer_id)
        else:
            named = once(recipient.officer_id, digest.day)
            self._waiting.append(Notice(recipient.conversation_id, packed(digest), named))
            if len(self._waiting) >= _AT_ONCE:
                await self._queue()

    async def _queue(self) -> None:
        waiting, self._waiting = self._waiting, []
        if self._context.dry_run:
            self._queued += len(waiting)
            return
        async with self._database.begin() as db:
            self._queued += await outbox.queue_many(db, waiting, now=self._context.now)

    async def finish(self) -> int:
        """Queue the rest, say who could not be reached; return how many were queued."""
        await self._queue()
        self._context.notes.update(silent=self._silent, unreachable=len(self._unreachable))
        if self._unreachable and not self._context.dry_run:
            day = local_date(self._context.now).isoformat()
            log.warning("digest_unreachable", day=day, officers=self._unreachable)
            async with self._database.begin() as db:
                await _tell_administrators(db, len(self._unreachable), self._context.now)
        return self._queued


async def _tell_administrators(db: AsyncConnection, count: int, now: datetime) -> None:
    """Say once a week that some officers get no digest: it is theirs to mend, and no matter of hours."""
    year, week, _ = local_date(now).isocalendar()
    ids = await recipients.administrators(db)
    sentence = words("digest-unreachable", count=count)
    await tell_officers(db, ids, sentence, now=now, once=f"digest-unreachable/{year}-W{week:02d}")
