"""Leaders, their weeks and what happens in them, for tests of the weekly digest."""

from __future__ import annotations

from datetime import datetime

from actions.cases import refer
from domain.authorities import Authority
from scheduler.job import JobContext, JobResult
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage import leaders, schema
from storage.database import Database
from storage.leaders import WeeklyChoice
from tests.actions.world import World
from tests.scheduler.days import at

WEEKLY = job_named("weekly-digest")


def a_world(database: Database) -> World:
    """Return a world on 2 November."""
    made = World(database)
    made.now = at(2, "9:00")  # accounts are older than the weeks that are looked at
    return made


async def ring(database: Database, now: datetime, **parts: object) -> list[JobResult]:
    return await run_due(WEEKLY, database, JobContext(**parts), now)


async def queued(world: World, now: datetime) -> int:
    results = await ring(world.database, now)
    assert [result.error for result in results if not result.ok] == []
    return sum(result.count for result in results)


async def names(world: World) -> list[str]:
    return sorted(row.once for row in await world.rows(schema.outbox) if (row.once or "").startswith("digest/week/"))


async def chose(world: World, leader: int, weekday: int, minute: int, *, off: bool = False, now: datetime) -> None:
    async with world.database.begin() as db:
        await leaders.choose(db, leader, WeeklyChoice(weekday, minute, off), now=now)


async def up_to(world: World, day: int, clock: str = "7:30") -> None:
    """Let the weeks before a day of November pass, so that nothing old is due."""
    await ring(world.database, at(day, clock))
    await world.forget_news()


async def filed(world: World, moment: datetime, count: int = 1, **values) -> list:
    now, world.now = world.now, moment
    made = [await world.file(f"Đèn đường số {n} hỏng", **values) for n in range(count)]
    world.now = now
    return made


async def at_an_office(world: World, officer: int, case_id: int, moment: datetime, due: datetime) -> None:
    now, world.now = world.now, moment
    await world.does(officer, refer.refer, case_id, authority=Authority.ECONOMY_OFFICE, due_on=due.date())
    world.now = now


async def words_of(world: World, leader: int) -> str:
    table = schema.conversation
    (chat,) = [row.id for row in await world.rows(table) if row.officer_id == leader]
    return await world.last_words(chat)
