"""Reports as jobs: drafts compiled when their figures are closed, once each; whoever must finish one is reminded."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import correcting, schedule
from actions.reports.compiling import compile_report
from actions.reports.schedule import Due
from scheduler.job import JobContext
from storage import reports as store
from storage.database import Database
from storage.reports import ReportRow
from storage.workdays import work_calendar

AT_ONCE: Final = 300
"""Reports compiled at one ring; the next ring takes the others, oldest first."""


async def report_slots(db: AsyncConnection, now: datetime) -> list[str]:
    """Return a period for each report that should be there by now and is not."""
    return [due.name for due in (await schedule.due_reports(db, now))[:AT_ONCE]]


async def compile_reports(database: Database, context: JobContext) -> int:
    """
    Compile the report that the run is about, by hand all that are due; return how many.

    Safe to do late, twice and in two processes: a body has one report of a kind and period.
    """
    async with database.read() as db:
        if _by_hand(context.slot):
            mine = await schedule.due_reports(db, context.now)
        else:
            named = await schedule.due_named(db, context.slot)
            mine = [named] if named is not None else []
    if context.dry_run:
        context.notes.update(Counter(due.wish.kind.value for due in mine))
        return len(mine)
    return sum([await _compile(database, one, context.now) for one in mine])


async def _compile(database: Database, due: Due, now: datetime) -> int:
    return int(await schedule.compile_due(database, due, now=now) is not None)


def _by_hand(slot: str) -> bool:
    return "/" not in slot


async def recompile_reports(database: Database, context: JobContext) -> int:
    """
    Take the figures of drafts again where somebody asked for it in chat; return how many.

    One that cannot be compiled is told to its writers and does not stop the others.
    """
    async with database.read() as db:
        waiting = await store.to_recompile(db, limit=AT_ONCE)
    if context.dry_run:
        return len(waiting)
    done, failed = 0, []
    for row in waiting:
        try:
            done += await _recompile(database, row, context.now)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other drafts are not kept waiting
            failed.append(error)
            await correcting.give_up_recompiling(database, row, now=context.now, error=type(error).__name__)
    if failed:
        raise failed[0]
    return done


async def _recompile(database: Database, row: ReportRow, now: datetime) -> int:
    async with database.read() as db:
        compiled = await compile_report(db, await correcting.wish_of(db, row), now=now)
    return int(await correcting.recompile_asked(database, row, compiled, now=now))


async def remind_of_reports(db: AsyncConnection, context: JobContext) -> int:
    """Remind of reports that are due soon or late, on working days."""
    return await schedule.remind(db, context.now, await work_calendar(db))
