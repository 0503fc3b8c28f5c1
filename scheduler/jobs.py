"""What the clock does besides digests: ends what was left open, purges what is not kept, tidies up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from actions import failures, privacy
from domain.calendar import local_date
from scheduler.job import JobContext
from storage import jobs as runs
from storage import report_ways, retention, snoozes
from storage.database import Database

log = structlog.get_logger(__name__)

MESSAGES_KEPT: Final = timedelta(days=730)
"""How long the words of a chat are kept after they were said. Source: domain reference §7.3 (8), 24 months."""

RUNS_KEPT: Final = timedelta(days=90)
FREQUENT_RUNS_KEPT: Final = timedelta(days=7)
"""For jobs that run more than daily: hundreds of rows a day tell nothing after a week."""

WRONG_TRIES_KEPT: Final = timedelta(days=30)

PAGES_KEPT: Final = timedelta(days=30)
"""How long after its end a link to a report's page still says that it was used or has expired."""

SNOOZES_KEPT: Final = timedelta(days=30)
"""A line that came back is new in the next digest: until then its officer may be away."""

BYTES_SETTLED: Final = timedelta(hours=1)
"""Bytes written less than this ago may still be on their way into a row: they are left alone."""

_BATCH: Final = 500
"""Rows changed in one transaction: chats wait for it some ten milliseconds."""


async def expire_conversations(db: AsyncConnection, context: JobContext) -> int:
    """Leave forms that nobody went on with."""
    return await privacy.expire_conversations(db, now=context.now)


async def purge_unagreed(db: AsyncConnection, context: JobContext) -> int:
    """Purge words whose keeping nobody agreed to in time."""
    return await privacy.purge_expired(db, now=context.now)


async def retry_messages(_: Database, context: JobContext) -> int:
    """Handle messages whose second try was cut off by the end of a process."""
    assert context.retry_messages is not None
    return 0 if context.dry_run else await context.retry_messages()


async def tell_failures(db: AsyncConnection, context: JobContext) -> int:
    """Tell the administrators of messages whose handling failed twice."""
    return await failures.tell_administrators(db, now=context.now)


async def notice_changes(_: Database, context: JobContext) -> int:
    """Read again what this process keeps in memory of tables that an administrator changed."""
    assert context.refresh is not None
    return 0 if context.dry_run else await context.refresh()


async def replay_spool(database: Database, context: JobContext) -> int:
    """Hand on what waits on disk, as soon as the database answers."""
    assert context.replay is not None
    assert context.spool is not None
    if context.dry_run:
        return context.spool.pending
    if not await _answers(database):
        log.warning("spool_waits", messages=context.spool.pending)
        return 0
    return await context.replay()


async def take_over_spools(_: Database, context: JobContext) -> int:
    """Take in messages that processes of this machine left on the disk when they ended."""
    assert context.take_over is not None
    return 0 if context.dry_run else await context.take_over()


async def _answers(database: Database) -> bool:
    try:
        async with database.read() as db:
            await db.execute(text("SELECT 1"))
    except Exception:  # noqa: BLE001 - whatever it is, the messages are safe where they are
        return False
    return True


async def keep_tokens(_: Database, context: JobContext) -> int:
    """Renew the tokens of accounts ahead of time; tell administrators when their consent comes to its end."""
    assert context.keep_tokens is not None
    return 0 if context.dry_run else await context.keep_tokens()


async def take_inbox(_: Database, context: JobContext) -> int:
    """Hand on messages that a process of this machine had answered for and not committed when it ended."""
    assert context.take_inbox is not None
    return 0 if context.dry_run else await context.take_inbox()


async def watch_limits(_: Database, context: JobContext) -> int:
    """Tell administrators of plans and money that are nearly used up."""
    assert context.watch_limits is not None
    return 0 if context.dry_run else await context.watch_limits(context.now)


# --- The end of keeping ---------------------------------------------------------------------------------------------

_Find = Callable[..., Awaitable[list[int]]]
_Purge = Callable[[AsyncConnection, Sequence[int]], Awaitable[int]]


async def purge_old_messages(database: Database, context: JobContext) -> int:
    """Purge the words of chats that are older than we keep them, unless the person has an open case."""
    before = context.now - MESSAGES_KEPT
    heard = await _purge_in_batches(database, context, retention.old_inbound, retention.purge_inbound, before)
    said = await _purge_in_batches(database, context, retention.old_outbox, retention.purge_outbox, before)
    return heard + said


async def _purge_in_batches(
    database: Database, context: JobContext, find: _Find, purge: _Purge, before: datetime
) -> int:
    count = last = 0
    while True:
        # Found by a connection that holds up nobody; only the change itself takes its turn among the writers.
        async with database.read() as db:
            ids = await find(db, before=before, after_id=last, limit=_BATCH)
        if not ids:
            return count
        last = ids[-1]
        if context.dry_run:
            count += len(ids)
            continue
        async with database.begin() as db:
            count += await purge(db, ids)


async def delete_purged_files(database: Database, context: JobContext) -> int:
    """Take names and bytes from files that were purged."""
    assert context.blobs is not None
    count = 0
    while True:
        async with database.read() as db:
            found = await retention.given_up_files(db, limit=_BATCH)
        if context.dry_run or not found:
            return count + len(found)
        async with database.begin() as db:
            count += await retention.forget_files(db, [id for id, *_ in found])
        blobs = sorted({name for _, *names in found for name in names if name})
        await _discard_unnamed(database, context, blobs)


async def delete_unnamed_blobs(database: Database, context: JobContext) -> int:
    """Delete bytes that no row names: of files given up, and of downloads cut off before their commit."""
    assert context.blobs is not None
    names = await context.blobs.names(written_before=(context.now - BYTES_SETTLED).timestamp())
    count = 0
    for start in range(0, len(names), _BATCH):
        count += await _discard_unnamed(database, context, names[start : start + _BATCH])
    return count


async def _discard_unnamed(database: Database, context: JobContext, names: Sequence[str]) -> int:
    assert context.blobs is not None
    async with database.read() as db:
        named = await retention.named_blobs(db, names)
    unnamed = [name for name in names if name not in named]
    if context.dry_run:
        return len(unnamed)
    settled = (context.now - BYTES_SETTLED).timestamp()
    return sum([await context.blobs.discard(name, written_before=settled) for name in unnamed])


async def clear_uploads(_: Database, context: JobContext) -> int:
    """Clear away uploads that no message named, and what killed downloads left on this machine's disk."""
    assert context.uploads is not None
    assert context.blobs is not None
    if context.dry_run:
        return 0
    now = context.now.timestamp()
    uploads = await asyncio.to_thread(context.uploads.sweep, now=now)
    return uploads + await asyncio.to_thread(context.blobs.sweep, now=now)


def clear_old_rows(frequent: Sequence[str]) -> Callable[[AsyncConnection, JobContext], Awaitable[int]]:
    """Return the job that forgets old runs, wrong tries and links; `frequent` names jobs that run more than daily."""

    async def work(db: AsyncConnection, context: JobContext) -> int:
        now = context.now
        forgotten = await runs.forget_runs(
            db, before=now - RUNS_KEPT, frequent=frequent, frequent_before=now - FREQUENT_RUNS_KEPT
        )
        forgotten += await report_ways.forget_pages(db, before=now - PAGES_KEPT)
        forgotten += await snoozes.forget_old(db, day=local_date(now - SNOOZES_KEPT))
        return forgotten + await runs.forget_wrong_tries(db, before=now - WRONG_TRIES_KEPT)

    return work
