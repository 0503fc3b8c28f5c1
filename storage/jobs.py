"""Runs of the clock's jobs: one row a job and period decides who runs it, over all processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import job_run, wrong_try
from storage.upserts import insert_into


@dataclass(frozen=True, slots=True)
class Run:
    """One row: `finished_at` is None while it runs, or when whoever ran it was killed; `error` is a class name."""

    name: str
    slot: str
    started_at: datetime
    finished_at: datetime | None
    result: int | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Terms:
    """After how long a run that has not ended may be taken over, and one that failed is tried again."""

    lease: timedelta
    retry_after: timedelta


_COLUMNS = (
    job_run.c.name,
    job_run.c.slot,
    job_run.c.started_at,
    job_run.c.finished_at,
    job_run.c.result,
    job_run.c.error,
)


async def runs(db: AsyncConnection, name: str, slots: Sequence[str]) -> dict[str, Run]:
    """Return the runs there are of these periods, by slot."""
    if not slots:
        return {}
    query = select(*_COLUMNS).where(job_run.c.name == name, job_run.c.slot.in_(slots))
    return {row.slot: Run(*row) for row in await db.execute(query)}


async def last_runs(db: AsyncConnection) -> dict[str, Run]:
    """Return the run that began last, of each job."""
    newest = select(job_run.c.name, func.max(job_run.c.started_at).label("at")).group_by(job_run.c.name).subquery()
    query = (
        select(*_COLUMNS)
        .join(newest, and_(newest.c.name == job_run.c.name, newest.c.at == job_run.c.started_at))
        .order_by(job_run.c.slot)
    )
    return {row.name: Run(*row) for row in await db.execute(query)}


def may_be_taken(run: Run | None, *, now: datetime, terms: Terms) -> bool:
    """
    Tell whether a period is still to be run.

    Nobody began it; whoever did has not ended within the lease (killed, or the clock was set back since); or it
    failed, and the time until the next try has passed.
    """
    if run is None:
        return True
    if run.finished_at is None:
        return abs(now - run.started_at) >= terms.lease
    return run.error is not None and abs(now - run.finished_at) >= terms.retry_after


async def claim(db: AsyncConnection, name: str, slot: str, *, now: datetime, terms: Terms) -> bool:
    """Take a period for oneself; False when it is somebody else's or done. `may_be_taken` as one statement."""
    c, lease, pause = job_run.c, terms.lease, terms.retry_after
    new = insert_into(db, job_run).values(name=name, slot=slot, started_at=now).on_conflict_do_nothing()
    if (await db.execute(new)).rowcount == 1:
        return True
    cut_off = c.finished_at.is_(None) & or_(c.started_at <= now - lease, c.started_at >= now + lease)
    failed = c.error.is_not(None) & or_(c.finished_at <= now - pause, c.finished_at >= now + pause)
    again = (
        update(job_run)
        .where(c.name == name, c.slot == slot, or_(cut_off, failed))
        .values(started_at=now, finished_at=None, result=None, error=None)
    )
    return (await db.execute(again)).rowcount == 1


async def finish(
    db: AsyncConnection,
    name: str,
    slot: str,
    *,
    started_at: datetime,
    now: datetime,
    result: int | None,
    error: str | None,
) -> bool:
    """Write down how a run ended; False when somebody else has taken the period over meanwhile."""
    c = job_run.c
    mine = (c.name == name) & (c.slot == slot) & (c.started_at == started_at) & c.finished_at.is_(None)
    ended = update(job_run).where(mine).values(finished_at=now, result=result, error=error)
    return (await db.execute(ended)).rowcount == 1


async def forget_runs(
    db: AsyncConnection, *, before: datetime, frequent: Sequence[str], frequent_before: datetime
) -> int:
    """Delete the rows of runs begun before these moments; `frequent` names jobs that leave many rows a day."""
    c = job_run.c
    old = or_(c.started_at < before, c.name.in_(frequent) & (c.started_at < frequent_before))
    return (await db.execute(delete(job_run).where(old))).rowcount


async def forget_wrong_tries(db: AsyncConnection, *, before: datetime) -> int:
    """Delete the marks of wrong PINs and codes from before a moment: they count for an hour only."""
    return (await db.execute(delete(wrong_try).where(wrong_try.c.at < before))).rowcount
