"""The bell: it rings for every job in every process, from memory; the rows decide who runs what."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Protocol

import structlog

from domain.calendar import LOCAL
from scheduler.job import Job, JobContext, next_time
from scheduler.running import JobMetrics, run_due
from scheduler.schedule import SCHEDULE
from storage.database import Database

log = structlog.get_logger(__name__)

WATCH_SECONDS: Final = 20.0
JUMP_SECONDS: Final = 5.0
"""A difference between the two clocks from which somebody has set one of them."""

STOP_SECONDS: Final = 10.0


class Clock(Protocol):
    """What time it is, and how to wait."""

    def now(self) -> datetime:
        """Return the present moment, aware UTC; an administrator may set it forth or back."""
        ...

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Return after so many seconds."""
        ...


class Bell:
    """
    Rings by APScheduler, which keeps its times in memory only and is imported when the bell starts.

    At start and at every ring a job is run for whatever periods are due and missing, so it matters little when
    it rings. Start it after the doors are open: the import takes some 60 ms, in a thread.
    """

    def __init__(
        self,
        database: Database,
        context: JobContext,
        *,
        clock: Clock,
        metrics: JobMetrics | None = None,
        schedule: Sequence[Job] = SCHEDULE,
    ) -> None:
        self._database, self._context = database, context
        self._clock, self._metrics, self._schedule = clock, metrics, tuple(schedule)
        self._scheduler: Any = None
        self._running: dict[str, asyncio.Task[None]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._stopping = False

    async def start(self) -> None:
        """Begin to ring; what was missed is caught up in the background."""
        schedulers = await asyncio.to_thread(importlib.import_module, "apscheduler.schedulers.asyncio")
        self._scheduler = schedulers.AsyncIOScheduler(
            timezone=LOCAL,
            # By default a ring more than a second late is dropped without a word.
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        self._set_times()
        self._scheduler.start()
        self._tasks += [
            asyncio.create_task(self._catch_up(), name="catch-up"),
            asyncio.create_task(self._watch_the_clock(), name="clock-watch"),
        ]

    async def stop(self, timeout_seconds: float = STOP_SECONDS) -> None:
        """Ring no more and let running jobs end, within so many seconds; the rest is taken up after its lease."""
        self._stopping = True
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
        for task in self._tasks:
            task.cancel()
        running = [*self._running.values()]
        if running:
            _, late = await asyncio.wait(running, timeout=timeout_seconds)
            for task in late:
                log.warning("job_cut_off", job=task.get_name())
                task.cancel()
        await asyncio.gather(*self._tasks, *running, return_exceptions=True)

    def ring(self, job: Job) -> asyncio.Task[None]:
        """Run a job for what is due, unless it is running; return the task that does it."""
        task = self._running.get(job.name)
        if task is None:
            task = self._running[job.name] = asyncio.create_task(self._run(job), name=job.name)
            task.add_done_callback(lambda _: self._running.pop(job.name, None))
        return task

    async def _run(self, job: Job) -> None:
        try:
            await run_due(job, self._database, self._context, self._clock.now(), metrics=self._metrics)
        except Exception as error:  # noqa: BLE001 - the database is away; the next ring finds the period again
            log.warning("job_not_begun", job=job.name, error=type(error).__name__)
            if self._metrics is not None:
                self._metrics.job(job.name, ok=False)

    async def _rung(self, job: Job) -> None:
        if not self._stopping:
            self.ring(job)

    async def _catch_up(self) -> None:
        """Run what became due while no process was there, one job after the other."""
        for job in self._schedule:
            # Being stopped ends this loop, not the job in it.
            await asyncio.shield(self.ring(job))

    def _set_times(self) -> None:
        """Ring at the beginning of each period, such as half past seven sharp."""
        intervals = importlib.import_module("apscheduler.triggers.interval")
        crons = importlib.import_module("apscheduler.triggers.cron")
        now = self._clock.now()
        for job in self._schedule:
            if job.at is not None:
                trigger = crons.CronTrigger(hour=job.at.hour, minute=job.at.minute, timezone=LOCAL)
            else:
                assert job.every is not None
                seconds, first = job.every.total_seconds(), next_time(job, now)
                trigger = intervals.IntervalTrigger(seconds=seconds, start_date=first, timezone=LOCAL)
            self._scheduler.add_job(self._rung, trigger, args=(job,), id=job.name, replace_existing=True)

    async def _watch_the_clock(self) -> None:
        """APScheduler waits for moments that it computed before: after the clock is set back it would be silent."""
        while True:
            jumped = await self._jump()
            if abs(jumped) >= JUMP_SECONDS:
                log.warning("clock_jumped", seconds=round(jumped))
                self._set_times()

    async def _jump(self) -> float:
        """Return by how many seconds the wall clock moved on its own within `WATCH_SECONDS`."""
        wall, steady = self._clock.now(), self._clock.monotonic()
        await self._clock.sleep(WATCH_SECONDS)
        return (self._clock.now() - wall).total_seconds() - (self._clock.monotonic() - steady)
