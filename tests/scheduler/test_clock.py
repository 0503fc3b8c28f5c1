from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from scheduler.clock import JUMP_SECONDS, WATCH_SECONDS, Bell
from scheduler.job import Job, JobContext
from scheduler.schedule import SCHEDULE
from storage import schema
from tests.scheduler.days import a_database_that_is_away, at
from tests.support.logs import logged
from tests.support.looking import looking_at

NOW = at(17, "8:00")


class RealClock:
    """The machine's time; sleeping ends when the bell is stopped."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    async def sleep(self, _seconds: float) -> None:
        await asyncio.Event().wait()


class StillClock(RealClock):
    """Stands at a moment until somebody moves it, and lets nobody sleep to an end unless told to."""

    def __init__(self, start: datetime = NOW) -> None:
        self.wall, self.steady = start, 1_000.0
        self.naps: asyncio.Queue[float] = asyncio.Queue()
        self.wake = asyncio.Event()

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.steady

    async def sleep(self, seconds: float) -> None:
        self.naps.put_nowait(seconds)
        await self.wake.wait()
        self.wake.clear()
        self.steady += seconds
        self.wall += timedelta(seconds=seconds)


class Work:
    """Counts its runs; holds each until let go."""

    def __init__(self) -> None:
        self.runs = 0
        self.begun, self.go_on = asyncio.Event(), asyncio.Event()
        self.go_on.set()

    async def __call__(self, _database, _context) -> int:
        self.runs += 1
        self.begun.set()
        await self.go_on.wait()
        return 1


def a_job(work: Work, **values) -> Job:
    made = {"name": "tidy", "purpose": "Test.", "every": timedelta(hours=1), "long_work": work, "everywhere": True}
    return Job(**made | values)


async def slots(database) -> set[tuple[str, str]]:
    async with looking_at(database) as db:
        rows = (await db.execute(select(schema.job_run.c.name, schema.job_run.c.slot))).all()
    return {(row.name, row.slot) for row in rows}


async def test_the_bell_rings_and_jobs_run(database):
    """The one test that waits for the real clock: 20 milliseconds."""
    work = Work()
    bell = Bell(database, JobContext(), clock=RealClock(), schedule=[a_job(work, every=timedelta(milliseconds=20))])

    await bell.start()
    async with asyncio.timeout(20):
        while work.runs < 4:
            work.begun.clear()
            await work.begun.wait()
    await bell.stop()

    assert work.runs >= 4


async def test_at_start_every_job_is_caught_up(world):
    await world.officer()
    bell = Bell(world.database, JobContext(), clock=StillClock())

    await bell.start()
    await asyncio.gather(*(task for task in bell._tasks if task.get_name() == "catch-up"))
    await bell.stop()

    assert await slots(world.database) == {
        ("daily-digest", "2026-11-17/07:30"),
        ("weekly-digest", "2026-W47/0-07:30"),
        ("remind-of-reports", "2026-11-17"),
        ("recompile-reports", "2026-11-17T08:00"),
        ("tell-undelivered-reports", "2026-11-17T08:00"),
        ("expire-conversations", "2026-11-17T08:00"),
        ("purge-unagreed", "2026-11-17T08:00"),
        ("tell-failures", "2026-11-17T08:00"),
        ("release-digests", "2026-11-17T08:00"),
        ("purge-old-messages", "2026-11-17"),
        ("index-duplicates", "2026-11-17"),
        ("find-pairs", "2026-11-17"),
        ("clear-old-rows", "2026-11-17"),
    }
    assert [row.once for row in await world.rows(schema.outbox)] == ["digest/1/2026-11-17"]


async def test_a_failing_job_does_not_keep_the_others_from_running(database):
    async def fail(_database, _context) -> int:
        raise ValueError

    work = Work()
    broken = Job(name="broken", purpose="Test.", every=timedelta(minutes=5), long_work=fail)
    bell = Bell(database, JobContext(), clock=StillClock(), schedule=[broken, a_job(work)])

    await bell.start()
    await asyncio.gather(*(task for task in bell._tasks if task.get_name() == "catch-up"))
    await bell.stop()

    assert work.runs == 1
    assert await slots(database) == {("broken", "2026-11-17T08:00")}


async def test_a_job_that_is_still_running_is_not_begun_again(database):
    work = Work()
    work.go_on.clear()
    job = a_job(work)
    bell = Bell(database, JobContext(), clock=StillClock(), schedule=[job])

    first = bell.ring(job)
    await work.begun.wait()
    second = bell.ring(job)
    work.go_on.set()
    await first
    await asyncio.sleep(0)
    third = bell.ring(job)
    await third

    assert second is first
    assert third is not first
    assert work.runs == 2


async def test_a_stop_lets_the_running_job_end(database):
    work = Work()
    work.go_on.clear()
    job = a_job(work)
    bell = Bell(database, JobContext(), clock=StillClock(), schedule=[job])
    await bell.start()
    await work.begun.wait()

    stopping = asyncio.create_task(bell.stop())
    await asyncio.sleep(0)
    running = bell.ring(job)
    work.go_on.set()
    await stopping

    assert running.done()
    assert not running.cancelled()
    assert work.runs == 1


async def test_a_stop_cuts_off_what_does_not_end(database):
    work = Work()
    work.go_on.clear()
    bell = Bell(database, JobContext(), clock=StillClock(), schedule=[a_job(work)])
    await bell.start()
    await work.begun.wait()

    with logged() as log:
        await bell.stop(timeout_seconds=0)

    assert [(line["event"], line["job"]) for line in log.lines] == [("job_cut_off", "tidy")]


async def test_while_the_database_is_away_the_bell_goes_on_and_says_so_in_a_line():
    away = a_database_that_is_away()
    job = Job(name="shared", purpose="Test.", every=timedelta(minutes=5), long_work=Work())
    bell = Bell(away, JobContext(), clock=StillClock(), schedule=[job])

    with logged() as log:
        await bell.ring(job)

    (line,) = log.lines
    assert (line["event"], line["job"], line["level"]) == ("job_not_begun", "shared", "warning")
    await away.close()


async def test_every_ring_stands_in_the_table_of_the_clock_and_none_is_dropped_for_being_late(database):
    bell = Bell(database, JobContext(), clock=StillClock())

    await bell.start()
    rings = {ring.id: ring for ring in bell._scheduler.get_jobs()}
    await bell.stop()

    assert set(rings) == {job.name for job in SCHEDULE}
    assert {(r.misfire_grace_time, r.coalesce, r.max_instances) for r in rings.values()} == {(None, True, 1)}
    assert {str(ring.trigger.timezone) for ring in rings.values()} == {"Asia/Ho_Chi_Minh"}
    assert rings["daily-digest"].trigger.start_date == at(17, "8:01")
    assert str(rings["clear-old-rows"].trigger) == "cron[hour='3', minute='40']"


@pytest.mark.parametrize(("seconds", "again"), [(-3600, True), (3600, True), (JUMP_SECONDS - 1, False)])
async def test_after_somebody_set_the_clock_the_rings_are_told_anew(database, seconds, again):
    clock = StillClock()
    bell = Bell(database, JobContext(), clock=clock, schedule=[a_job(Work())])
    await bell.start()
    await clock.naps.get()

    with logged() as log:
        clock.wall += timedelta(seconds=seconds)
        clock.wake.set()
        await clock.naps.get()  # the next nap: it has looked
    (ring,) = bell._scheduler.get_jobs()
    await bell.stop()

    jumped = at(17, "9:00") + timedelta(seconds=seconds if again else 0)
    assert ring.trigger.start_date == jumped
    assert [line["event"] for line in log.lines] == (["clock_jumped"] if again else [])


def test_a_watch_is_shorter_than_the_shortest_shared_period():
    # Jobs whose slots are named by what waits do the same at any hour.
    by_time = [job for job in SCHEDULE if job.every and not job.everywhere and job.slots is None]

    assert min(job.every for job in by_time) > timedelta(seconds=WATCH_SECONDS)


def test_the_clock_is_imported_without_apscheduler(modules_with_the_clock):
    assert "scheduler.clock" in modules_with_the_clock
    assert "apscheduler" not in modules_with_the_clock
