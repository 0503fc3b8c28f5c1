"""The daily digest as a job: each officer's own hour and days, never in their quiet hours, late rather than never."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.digest_values import Digest
from actions.digest_words import packed
from actions.digests import compiled
from actions.notices import tell_officers
from conversation.codec import reply_to_json
from conversation.messages import words
from domain.calendar import LOCAL, WorkCalendar, local_date
from domain.daily import Hours
from scheduler.job import JobContext
from storage import absences, quiet, recipients
from storage.database import Database
from storage.digest_queue import Digested, mark_compiled, queue_digests, tidy
from storage.parts import let_go
from storage.quiet import Overtaken
from storage.reads import end
from storage.recipients import Recipient, minute_of_day, once
from storage.turns import TURNS
from storage.workdays import work_calendar

log = structlog.get_logger(__name__)

LATEST_MINUTE: Final = 17 * 60
"""A digest that could not go out at its hour still does until 17:00 of its day: later, nobody is there to act."""

GRACE_MINUTES: Final = 60
"""For somebody who chose an hour near the end of the day."""

_AT_ONCE: Final = {"sqlite": 50, "postgresql": 250}
"""
Digests queued in one transaction. SQLite has one writer: a chat waits for a millisecond or two of them, and as its
commit brings to the disk what was written before, the less of it the sooner. In PostgreSQL nobody waits for them.
"""

_LOOKED_AT: Final = 500
"""Recipients whose hours are looked at before chats get their turn."""

_TIDY_EVERY: Final = 30
"""Transactions of digests; they write some five hundred pages."""

TURN_SECONDS: Final = 0.0002
"""How long a thread waits for the interpreter's lock before it is given to it: less than a step of the work takes."""

_SEARCH_DAYS: Final = 400
"""How far ahead the next digest is looked for: an officer of Sundays before a year of holidays has none."""


def at_minute(day: date, minute: int) -> datetime:
    """Return the moment of a minute of a local day."""
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL) + timedelta(minutes=minute)


def slot_for(hours: Hours, now: datetime, calendar: WorkCalendar, *, by_hand: bool = False) -> str | None:
    """
    Return the period in which a digest that is not out yet goes out now; None while it does not.

    By hand it may be later than `LATEST_MINUTE`, and silence is kept all the same.

    That is the minute it lands at or, when silence began before it could go out, the minute that ended it last:
    then another run must look for it, for that of its own minute is done.
    """
    day, minute, landing = local_date(now), minute_of_day(now), hours.lands
    if not hours.is_on(day, calendar) or minute < landing or hours.is_silent(minute):
        return None
    if not by_hand and minute > max(LATEST_MINUTE, landing + GRACE_MINUTES):
        return None
    ends = [window.end for window in (hours.quiet, hours.lunch) if landing < window.end <= minute]
    return slot_of(day, max([landing, *(end for end in ends if hours.is_silent(end - 1))]))


async def digest_slots(db: AsyncConnection, now: datetime) -> list[str]:
    """Return the periods of today's digests that should be out by now, one for each minute at which some are due."""
    calendar = await work_calendar(db)
    waiting = await recipients.hours_chosen(db, local_date(now))
    return sorted({slot for hours in waiting if (slot := slot_for(hours, now, calendar)) is not None})


async def next_digest(db: AsyncConnection, now: datetime) -> datetime | None:
    """Return when the next digest goes out, local; None while there is no officer."""
    chosen = await recipients.hours_chosen(db)
    calendar = await work_calendar(db)
    day, minute = local_date(now), minute_of_day(now)
    for ahead in range(_SEARCH_DAYS if chosen else 0):
        that = day + timedelta(days=ahead)
        landing = [hours.lands for hours in chosen if hours.is_on(that, calendar) and (ahead or hours.lands > minute)]
        if landing:
            return at_minute(that, min(landing))
    return None


def slot_of(day: date, minute: int) -> str:
    """Return the name of the period of a day's digests at one minute: '2026-11-23/07:30'."""
    return f"{day.isoformat()}/{minute // 60:02d}:{minute % 60:02d}"


def due_now(
    waiting: Sequence[Recipient], now: datetime, calendar: WorkCalendar, *, slot: str | None = None
) -> list[Recipient]:
    """Return whose digest goes out now: those of one period, or by hand, without one, of everybody."""
    slots: dict[int, str | None] = {}
    found = []
    for recipient in waiting:
        hours = recipient.hours  # thousands share a few of these: they are told apart by which object they are
        if id(hours) not in slots:
            slots[id(hours)] = slot_for(hours, now, calendar, by_hand=slot is None)
        own = slots[id(hours)]
        if own is not None and slot in {None, own}:
            found.append(recipient)
    return found


async def send_digests(database: Database, context: JobContext) -> int:
    """
    Queue the digests of the run's period, or by hand all that are due by now; return how many were queued.

    The name in the outbox keeps each one single, whatever happens in between.
    """
    async with _gently():
        return await _send(database, context)


async def _send(database: Database, context: JobContext) -> int:
    now = context.now
    async with database.read() as db:
        calendar = await work_calendar(db)
        late = await quiet.overtaken(db, day=local_date(now))
        waiting = await recipients.recipients(db, local_date(now))
    slot, due = context.slot if "/" in context.slot else None, list[Recipient]()
    for start in range(0, len(waiting), _LOOKED_AT):
        some = [_with_missed(one, late) for one in waiting[start : start + _LOOKED_AT]]
        due += due_now(some, now, calendar, slot=slot)
        await TURNS.others_first()
    sending = _Sending(database, context, late)
    try:
        async with contextlib.aclosing(compiled(database, due, now=now, calendar=calendar)) as digests:
            async for recipient, digest in digests:
                await sending.take(recipient, digest)
        await let_go(due, waiting)
        return await sending.finish()
    finally:
        await sending.stop()


async def release_held(db: AsyncConnection, context: JobContext) -> int:
    """Queue late digests whose reader's quiet hours are over; return how many."""
    return await quiet.release(db, now=context.now)


def _with_missed(recipient: Recipient, late: Mapping[int, Overtaken]) -> Recipient:
    """What stood in digests that have not arrived is new still: theirs tells of it, and takes their place."""
    missed = late.get(recipient.officer_id)
    if missed is None:
        return recipient
    return replace(recipient, since=missed.since, back=tuple(dict.fromkeys((*missed.back, *recipient.back))))


@contextlib.asynccontextmanager
async def _gently() -> AsyncIterator[None]:
    """
    Let chats have their turn while thousands of digests are compiled.

    A chat's commit happens in a thread, which needs the interpreter's lock twice. The loop gives it up between steps
    for a moment too short to wake up in, and each such moment begins the thread's patience anew: steps shorter than
    that (5 ms by default) can keep it waiting for a hundred milliseconds. Sources: CPython 3.11, `take_gil` in
    ceval_gil.h; `sys.setswitchinterval`.

    The collector looks for no circles: tens of thousands of young objects at a time make each of its passes one of ten
    milliseconds and more; hardly any of them is in a circle, and what chats leave behind is looked at afterwards.
    """
    enabled, interval = gc.isenabled(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(min(TURN_SECONDS, interval))
    try:
        with TURNS.last():
            yield
    finally:
        sys.setswitchinterval(interval)
        if enabled:
            gc.enable()


@dataclass(slots=True)
class _Batch:
    """What is written down in one transaction: digests, whose were compiled, and the absences that they tell of."""

    waiting: list[Digested] = field(default_factory=list)
    compiled: list[int] = field(default_factory=list)
    covered: list[int] = field(default_factory=list)


class _Sending:
    """What becomes of each digest as it is compiled: queued in small transactions, or counted."""

    def __init__(self, database: Database, context: JobContext, late: Mapping[int, Overtaken]) -> None:
        self._database, self._context, self._late = database, context, late
        self._batch = _Batch()
        self._queued = self._silent = self._transactions = 0
        self._unreachable: list[int] = []
        self._under_way: asyncio.Task[None] | None = None

    async def take(self, recipient: Recipient, digest: Digest) -> None:
        """Queue a digest, unless there is nothing to say or nobody to say it to."""
        if recipient.conversation_id is None:
            self._unreachable.append(recipient.officer_id)
            return
        batch = self._batch
        batch.compiled.append(recipient.officer_id)
        batch.covered += [absence.id for absence in recipient.back]
        if recipient.says_nothing and digest.is_empty:
            self._silent += 1
        else:
            named = once(recipient.officer_id, digest.day)
            # As text at once: hundreds of them together would be a stop of milliseconds for chats.
            batch.waiting.append(Digested(recipient.conversation_id, reply_to_json(packed(digest)), named))
        if len(batch.compiled) >= _AT_ONCE[self._database.dialect]:
            await self._begin()

    async def _begin(self) -> None:
        """Begin to queue what was compiled, once what came before it is queued."""
        await self._arrived()
        batch, self._batch = self._batch, _Batch()
        self._under_way = asyncio.create_task(self._queue(batch), name="digests")
        if self._database.dialect == "sqlite":
            # Its rows are written by the loop itself: the shorter they hold the only writer, the less chats wait.
            await self._arrived()

    async def _arrived(self) -> None:
        """Wait for those that are being queued; raise what went wrong with them."""
        if self._under_way is not None:
            await self._under_way

    async def stop(self) -> None:
        """Let nothing go on when the run has ended, however it ended."""
        await end(self._under_way)

    async def _queue(self, batch: _Batch) -> None:
        now, done = self._context.now, batch.compiled
        if self._context.dry_run:
            self._queued += len(batch.waiting)
            return
        if not done:
            return
        # What a power cut takes back was not sent, for a claim is durable, and is compiled again: all or nothing of it.
        async with self._database.begin(durable=False) as db:
            await quiet.give_way(db, self._late, done)
            self._queued += await queue_digests(db, batch.waiting, now=now)
            await mark_compiled(db, done, now=now)
            if batch.covered:
                await absences.cover(db, batch.covered, day=local_date(now))
        self._transactions += 1
        if self._transactions % _TIDY_EVERY == 0:
            await tidy(self._database)

    async def finish(self) -> int:
        """Queue the rest, say who could not be reached; return how many were queued."""
        await self._begin()
        await self._arrived()
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
