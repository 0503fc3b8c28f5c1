from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from domain.roles import Role
from scheduler.job import Job, JobContext
from scheduler.running import dry_run, run_due, run_job
from storage import schema
from storage.database import Database
from tests.scheduler.days import a_database_that_is_away, at
from tests.support.logs import logged
from tests.support.looking import looking_at

NOW = at(17, "8:00")


class Heartbeats:
    """Remembers what the metrics were told."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, bool]] = []

    def job(self, name: str, *, ok: bool, at: float | None = None) -> None:
        self.heard.append((name, ok))


async def write_a_mark(db, context):
    """Do something that can be counted."""
    await db.execute(insert(schema.wrong_try), {"what": context.slot, "at": context.now})
    return 1


async def write_and_fail(db, context):
    await write_a_mark(db, context)
    raise ValueError("a text that no row and no notice may carry")


def a_job(work=write_a_mark, **values) -> Job:
    return Job(**{"name": "mark", "purpose": "Test.", "every": timedelta(minutes=5), "work": work} | values)


async def marks(database: Database) -> list[str]:
    async with looking_at(database) as db:
        return list((await db.execute(select(schema.wrong_try.c.what).order_by(schema.wrong_try.c.id))).scalars())


async def rows(database: Database) -> list:
    async with looking_at(database) as db:
        return list((await db.execute(select(schema.job_run).order_by(schema.job_run.c.slot))).all())


async def test_a_run_leaves_a_row_a_line_and_a_heartbeat(database):
    metrics = Heartbeats()

    with logged() as log:
        (result,) = await run_due(a_job(), database, JobContext(), NOW, metrics=metrics)

    (row,) = await rows(database)
    (line,) = log.lines
    assert (result.ok, result.count, result.slot) == (True, 1, "2026-11-17T08:00")
    assert (row.name, row.slot, row.started_at, row.result, row.error) == ("mark", "2026-11-17T08:00", NOW, 1, None)
    assert row.finished_at >= NOW
    assert (line["event"], line["job"], line["result"], line["count"]) == ("job", "mark", "done", 1)
    assert metrics.heard == [("mark", True)]


async def test_a_period_is_run_once_and_the_next_one_again(database):
    for minutes in (0, 1, 4, 5, 9, 10):
        await run_due(a_job(), database, JobContext(), NOW + timedelta(minutes=minutes))

    assert await marks(database) == ["2026-11-17T08:00", "2026-11-17T08:05", "2026-11-17T08:10"]


async def test_after_a_downtime_the_present_period_is_run_at_once(database):
    daily = a_job(every=None, at=at(17, "3:10").astimezone().time().replace(hour=3, minute=10))
    await run_due(daily, database, JobContext(), at(16, "3:10"))

    (late,) = await run_due(daily, database, JobContext(), at(20, "2:00"))
    (present,) = await run_due(daily, database, JobContext(), at(20, "3:11"))

    assert (late.slot, present.slot) == ("2026-11-19", "2026-11-20")


async def test_two_processes_share_one_row(database, second):
    results = await asyncio.gather(*(run_due(a_job(), db, JobContext(), NOW) for db in (database, second) * 3))

    assert sum(len(run) for run in results) == 1
    assert len(await marks(database)) == 1


async def test_a_failure_is_taken_back_written_down_by_its_class_and_tried_again(database):
    metrics = Heartbeats()

    with logged() as log:
        (failed,) = await run_due(a_job(write_and_fail), database, JobContext(), NOW, metrics=metrics)
    soon = await run_due(a_job(), database, JobContext(), NOW + timedelta(minutes=4))
    (row,) = await rows(database)

    assert (failed.ok, failed.error) == (False, "ValueError")
    assert (row.error, row.result, row.finished_at is not None) == ("ValueError", None, True)
    assert await marks(database) == []
    assert soon == []
    assert metrics.heard == [("mark", False)]
    assert log.lines[0]["result"] == "failed"


async def test_a_failed_period_that_still_counts_is_tried_again(database):
    daily = {"every": None, "at": at(17).time().replace(hour=3, minute=0)}

    await run_due(a_job(write_and_fail, **daily), database, JobContext(), NOW)
    soon = await run_due(a_job(**daily), database, JobContext(), NOW + timedelta(minutes=4))
    (later,) = await run_due(a_job(**daily), database, JobContext(), NOW + timedelta(minutes=6))

    assert (soon, later.ok, later.slot) == ([], True, "2026-11-17")


async def test_administrators_hear_of_a_failing_job_once_a_day_and_nobody_else_does(world):
    administrators = [await world.officer(f"Admin {n}", roles=(Role.ADMINISTRATOR,)) for n in range(2)]
    officer = await world.officer("Lan")

    for minutes in (0, 5, 10):
        await run_due(a_job(write_and_fail), world.database, JobContext(), NOW + timedelta(minutes=minutes))
    other = a_job(write_and_fail, name="expire-conversations")
    await run_due(other, world.database, JobContext(), NOW)
    await run_due(a_job(write_and_fail), world.database, JobContext(), NOW + timedelta(days=1))

    assert [await world.officer_told(a) for a in administrators] == [["job-failed"] * 3] * 2
    assert await world.officer_told(officer) == []
    notices = [row.reply for row in await world.rows(schema.outbox)]
    assert all("no notice may carry" not in reply for reply in notices)


async def test_work_is_taken_back_when_somebody_has_taken_the_period_over(database):
    async def slow(db, context):
        # While it worked its lease ran out, and another process ended the period.
        row = schema.job_run
        await db.execute(row.update().values(started_at=NOW + timedelta(minutes=11), finished_at=NOW, result=7))
        return await write_a_mark(db, context)

    assert await run_due(a_job(slow), database, JobContext(), NOW) == []
    assert await marks(database) == []


async def test_a_run_by_hand_has_a_period_of_its_own(database):
    await run_due(a_job(), database, JobContext(), NOW)
    result = await run_job(a_job(), database, JobContext(), NOW + timedelta(minutes=1))

    assert result.slot.startswith("hand-2026-11-17T08:01:00-")
    assert len(await marks(database)) == 2
    assert len(await rows(database)) == 2


async def test_a_dry_run_tells_and_takes_back(database):
    result = await dry_run(a_job(), database, JobContext(), NOW)

    assert (result.count, result.ok) == (1, True)
    assert await marks(database) == []
    assert await rows(database) == []


async def test_what_every_process_does_for_itself_has_no_row_and_no_line_when_idle(database):
    done = [0, 3]

    async def tidy(_, __):
        return done.pop(0)

    here = a_job(None, long_work=tidy, everywhere=True)
    with logged() as log:
        results = [await run_due(here, database, JobContext(), NOW) for _ in range(2)]

    assert [[result.count for result in run] for run in results] == [[0], [3]]
    assert await rows(database) == []
    assert [line["count"] for line in log.lines] == [3]


async def test_a_job_without_what_it_needs_is_left_out(database):
    assert await run_due(a_job(possible=lambda context: context.spool is not None), database, JobContext(), NOW) == []
    assert await rows(database) == []


async def test_the_database_being_away_is_no_failure_of_the_job():
    away = a_database_that_is_away()

    with pytest.raises(OSError, match="Connect"):
        await run_due(a_job(), away, JobContext(), NOW)
    await away.close()
