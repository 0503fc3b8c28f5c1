"""Running a job: once per period over all processes, taken up again after a kill, with a trace and an alarm."""

from __future__ import annotations

import secrets
import time
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Protocol

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.notices import tell_officers
from conversation.messages import words
from domain.calendar import LOCAL, local_date
from scheduler.job import Job, JobContext, JobResult, slot_of
from storage import jobs as store
from storage import recipients
from storage.database import Database

log = structlog.get_logger(__name__)

BY_HAND: Final = "hand-"
"""Begins the slot of a run that somebody asked for."""


class JobMetrics(Protocol):
    """What is counted about jobs."""

    def job(self, name: str, *, ok: bool, at: float | None = None) -> None:
        """Note the end of a run; `at` is a Unix time."""
        ...


class TakenOver(Exception):
    """Somebody else has taken the period over; what was done here is taken back."""


class _NoMetrics:
    def job(self, name: str, *, ok: bool, at: float | None = None) -> None:
        """Count nothing."""


async def slots_due(job: Job, database: Database, now: datetime) -> list[str]:
    """Return the periods of a job that should have been run by now and that nobody has run or is running."""
    async with database.read() as db:
        slots = await job.slots(db, now) if job.slots is not None else [slot_of(job, now)]
        known = await store.runs(db, job.name, slots)
    return [slot for slot in slots if store.may_be_taken(known.get(slot), now=now, terms=job.terms)]


async def run_due(
    job: Job, database: Database, context: JobContext, now: datetime, *, metrics: JobMetrics | None = None
) -> list[JobResult]:
    """
    Run a job for every period that is due, missed ones among them; return the runs that were ours.

    Never raises for what the job does wrong; a database that is away raises here.
    """
    if not job.possible(context):
        return []
    if job.everywhere:
        return [await _run_here(job, database, replace(context, now=now, notes={}), metrics or _NoMetrics())]
    results = []
    for slot in await slots_due(job, database, now):
        result = await run_job(job, database, context, now, slot=slot, metrics=metrics)
        if result is not None:
            results.append(result)
    return results


async def run_job(
    job: Job,
    database: Database,
    context: JobContext,
    now: datetime,
    *,
    slot: str | None = None,
    metrics: JobMetrics | None = None,
) -> JobResult | None:
    """
    Run a job for one period, by hand without one; None when the period is somebody else's or done.

    The row of (name, slot) decides. It is written before the work begins; work in one transaction is committed
    together with the row's end, so a kill leaves either both or a row that is taken up again.
    """
    metrics = metrics or _NoMetrics()
    slot = slot or f"{BY_HAND}{now.astimezone(LOCAL):%Y-%m-%dT%H:%M:%S}-{secrets.token_hex(2)}"
    context = replace(context, now=now, slot=slot, notes={})
    if job.everywhere:
        return await _run_here(job, database, context, metrics)
    async with database.begin() as db:
        if not await store.claim(db, job.name, slot, now=now, terms=job.terms):
            return None
    began = time.perf_counter()
    try:
        count = await _do(job, database, context, began)
    except TakenOver:
        log.warning("job_taken_over", job=job.name, slot=slot)
        return None
    except Exception as error:
        log.exception("job", job=job.name, slot=slot, result="failed")
        result = _result(job, context, began, error=type(error).__name__)
        await _note_failure(job, database, context, began, result)
    else:
        result = _result(job, context, began, count=count)
        took = round(result.seconds * 1000)
        log.info("job", job=job.name, slot=slot, result="done", count=count, duration_ms=took, **result.notes)
    metrics.job(job.name, ok=result.ok, at=_ended(context, began).timestamp())
    return result


async def dry_run(job: Job, database: Database, context: JobContext, now: datetime) -> JobResult:
    """
    Tell what a run would do, and take all of it back.

    Raises:
        Exception: what a run would fail with.
    """
    context = replace(context, now=now, slot=f"{BY_HAND}dry", dry_run=True, notes={})
    began = time.perf_counter()
    if job.long_work is not None:
        return _result(job, context, began, count=await job.long_work(database, context))
    assert job.work is not None
    async with database.begin() as db:
        savepoint = await db.begin_nested()
        count = await job.work(db, context)
        await savepoint.rollback()
    return _result(job, context, began, count=count)


async def _do(job: Job, database: Database, context: JobContext, began: float) -> int:
    if job.work is not None:
        async with database.begin() as db:
            count = await job.work(db, context)
            await _finish(db, job, context, began, count=count)
        return count
    assert job.long_work is not None
    count = await job.long_work(database, context)
    async with database.begin() as db:
        await _finish(db, job, context, began, count=count)
    return count


async def _finish(db: AsyncConnection, job: Job, context: JobContext, began: float, *, count: int) -> None:
    now = _ended(context, began)
    ended = await store.finish(db, job.name, context.slot, started_at=context.now, now=now, result=count, error=None)
    if not ended:
        raise TakenOver


def _ended(context: JobContext, began: float) -> datetime:
    """Return the moment, told from the run's own `now`: a clock that jumps does not make a run last for ever."""
    return context.now + timedelta(seconds=time.perf_counter() - began)


def _result(job: Job, context: JobContext, began: float, *, count: int = 0, error: str = "") -> JobResult:
    return JobResult(job.name, context.slot, count, time.perf_counter() - began, error, dict(context.notes))


async def _note_failure(job: Job, database: Database, context: JobContext, began: float, result: JobResult) -> None:
    """Write the failure down and tell the administrators, if the database lets us."""
    try:
        async with database.begin() as db:
            ended = _ended(context, began)
            await store.finish(
                db, job.name, context.slot, started_at=context.now, now=ended, result=None, error=result.error
            )
            await _alarm(db, job, context.now, result.error)
    except Exception as worse:  # noqa: BLE001 - the row shows it as cut off, and it is taken up again
        log.warning("job_failure_not_written", job=job.name, slot=context.slot, error=type(worse).__name__)


async def _alarm(db: AsyncConnection, job: Job, now: datetime, error: str) -> None:
    """Tell every administrator, once a job and day."""
    sentence = words("job-failed", job=words(job.text_key), error=error)
    once = f"job/{job.name}/{local_date(now).isoformat()}"
    await tell_officers(db, await recipients.administrators(db), sentence, now=now, once=once)


async def _run_here(job: Job, database: Database, context: JobContext, metrics: JobMetrics) -> JobResult:
    """Run what every process does for itself: no row, and a line in the log only when something was done."""
    assert job.long_work is not None, f"{job.name} runs everywhere and has no transaction of its own"
    began = time.perf_counter()
    try:
        count = await job.long_work(database, context)
    except Exception as error:  # noqa: BLE001 - see below
        # It is tried again at the next ring, maybe in a second: a traceback each time would bury the log.
        log.warning("job", job=job.name, result="failed", error=type(error).__name__)
        result = _result(job, context, began, error=type(error).__name__)
        await _note_failure(job, database, context, began, result)
    else:
        result = _result(job, context, began, count=count)
        if count:
            log.info("job", job=job.name, result="done", count=count, duration_ms=round(result.seconds * 1000))
    metrics.job(job.name, ok=result.ok, at=_ended(context, began).timestamp())
    return result
