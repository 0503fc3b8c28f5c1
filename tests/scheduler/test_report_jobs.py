"""Reports as jobs: each once a body and period, late and twice, by hand and by two bells; reminders on working days."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from domain.reporting import ReportKind
from domain.roles import Role
from scheduler.job import JobContext
from scheduler.running import dry_run, run_due, run_job
from scheduler.schedule import job_named
from storage import reports as store
from storage import schema
from tests.actions.world import World
from tests.support.looking import looking_at
from tests.support.units import load_units

COMPILE = job_named("compile-reports")
DECEMBER = datetime(2026, 12, 16, 2, tzinfo=UTC)


@pytest.fixture
async def world(database) -> World:
    made = World(database)
    await load_units(database)
    await made.officer()
    await made.file()
    return made


async def count(world: World) -> int:
    async with looking_at(world.database) as db:
        return int(await db.scalar(select(func.count()).select_from(schema.report)))


async def test_two_bells_compile_each_report_once(world: World) -> None:
    results = await asyncio.gather(*(run_due(COMPILE, world.database, JobContext(), DECEMBER) for _ in range(2)))
    again = await run_due(COMPILE, world.database, JobContext(), DECEMBER)
    by_hand = await run_job(COMPILE, world.database, JobContext(), DECEMBER)

    compiled = [result for found in results for result in found]
    assert {result.error for result in compiled} == {""}
    async with looking_at(world.database) as db:
        kinds = {row.kind for row in await store.reports(db)}
    assert kinds == {ReportKind.MONTH, ReportKind.YEAR, ReportKind.OPINIONS}
    assert sum(result.count for result in compiled) == await count(world) == 3
    assert (again, by_hand.count) == ([], 0)


async def test_a_dry_run_says_how_many_and_compiles_none(world: World) -> None:
    result = await dry_run(COMPILE, world.database, JobContext(), DECEMBER)

    assert (result.count, await count(world)) == (3, 0)
    assert result.notes == {"thang": 1, "nam": 1, "tong_hop_y_kien": 1}


async def test_a_report_that_cannot_be_compiled_does_not_stop_the_others(world: World) -> None:
    await world.officer("Xa", unit="99999")  # a unit that is not on the list any more
    administrator = await world.officer("Quản", roles=(Role.ADMINISTRATOR,))

    results = await run_due(COMPILE, world.database, JobContext(), DECEMBER)

    assert {result.error for result in results} == {"", "NotFound"}
    assert await count(world) == 3
    assert "job-failed" in await world.officer_told(administrator)


async def test_nobody_is_reminded_on_a_day_off_but_on_the_working_day_after_it(world: World) -> None:
    await run_job(COMPILE, world.database, JobContext(), DECEMBER)
    job = job_named("remind-of-reports")
    sunday, monday = datetime(2026, 12, 13, 2, tzinfo=UTC), datetime(2026, 12, 14, 2, tzinfo=UTC)

    off = await run_job(job, world.database, JobContext(), sunday)
    on = await run_job(job, world.database, JobContext(), monday)
    again = await run_job(job, world.database, JobContext(), monday)

    # The year's and the summary of opinions are due on Wednesday the 16th, three days after that Sunday.
    assert (off.count, on.count, again.count) == (0, 2, 0)
