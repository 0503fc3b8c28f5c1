"""Days and hours of November 2026, and the job that sends digests."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from scheduler.job import JobContext, JobResult
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage.database import Database
from tests.support.postgres import free_port

DIGEST = job_named("daily-digest")


def at(day: int, clock: str = "7:30") -> datetime:
    """Return a moment of November 2026, told by a clock in Vietnam. The 16th is a Monday, the 24th a holiday."""
    hours, minutes = clock.split(":")
    return datetime(2026, 11, day, int(hours), int(minutes), tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")).astimezone(UTC)


async def ring(database: Database, now: datetime) -> list[JobResult]:
    """Let the bell ring for the digests."""
    return await run_due(DIGEST, database, JobContext(), now)


async def queued(database: Database, now: datetime) -> int:
    """Ring; return how many digests that put into the outbox."""
    return sum(result.count for result in await ring(database, now))


def a_database_that_is_away() -> Database:
    """Return a database at a port where nobody listens."""
    return Database(f"postgresql://nobody@127.0.0.1:{free_port()}/nothing")
