"""Followers and what people raise around them, for tests of the monthly news."""

from __future__ import annotations

from datetime import UTC, datetime

from actions import following
from domain.calendar import LOCAL
from domain.units import UnitRef
from scheduler.job import JobContext, JobResult
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage import schema
from storage.database import Database
from tests.actions.world import COMMUNE, PROVINCE, World

NEWS = job_named("monthly-news")
KIM_LONG, VY_DA = UnitRef("19774", PROVINCE), UnitRef("19777", PROVINCE)


def on(month: int, day: int, clock: str = "9:00") -> datetime:
    """Return a moment of 2026, told by a clock in Vietnam. 1 December is a Tuesday, 1 November a Sunday."""
    hours, minutes = clock.split(":")
    return datetime(2026, month, day, int(hours), int(minutes), tzinfo=LOCAL).astimezone(UTC)


def a_world(database: Database) -> World:
    """Return a world on 5 November."""
    made = World(database)
    made.now = on(11, 5)
    return made


async def ring(database: Database, now: datetime) -> list[JobResult]:
    return await run_due(NEWS, database, JobContext(), now)


async def queued(world: World, now: datetime) -> int:
    results = await ring(world.database, now)
    assert [result.error for result in results if not result.ok] == []
    return sum(result.count for result in results)


async def names(world: World) -> list[str]:
    return sorted(row.once for row in await world.rows(schema.outbox) if (row.once or "").startswith("following/"))


async def a_follower(world: World, unit: str = COMMUNE.code, subject: str = "") -> tuple[int, int]:
    """Return a person who follows a place, and their chat."""
    chat = await world.chat()
    (person,) = [row.person_id for row in await world.rows(schema.conversation) if row.id == chat]
    async with world.database.begin() as db:
        assert await following.begin(db, person, unit, subject, now=world.now)
    return person, chat


async def raised(world: World, people: int, **values) -> list:
    """Let so many different people file one petition each."""
    made = [await world.file(f"Việc số {n} của thôn", **values) for n in range(people)]
    await world.forget_news()
    return made


async def heard(world: World, chat: int) -> str:
    return await world.last_words(chat)
