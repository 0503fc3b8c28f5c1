"""Days off and polygons that an administrator enters while the program runs, on both databases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.gazetteers import LazyGazetteer
from bot.refreshing import Refresher
from domain.calendar import Override, OverrideKind, WorkCalendar
from handlers.intake import Intake
from scheduler.job import JobContext
from scheduler.running import dry_run, run_due
from scheduler.schedule import job_named
from storage import polygons, schema, workdays
from storage.database import Database
from storage.versions import Watched
from tests.support.talk import MONDAY, House, NoDelivery, NoObserver, NoSpool, services
from tests.support.units import load_units

JOB = job_named("notice-changes")
DAY = date(2027, 3, 12)
SQUARE = {"type": "MultiPolygon", "coordinates": [[[[107.4, 16.5], [107.5, 16.5], [107.5, 16.6], [107.4, 16.5]]]]}


class Program:
    """What a running process keeps of the tables."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.calendar = WorkCalendar()
        self.gazetteer = LazyGazetteer(database)
        reloads = {Watched.WORK_DAYS: self._renew_calendar, Watched.POLYGONS: self.gazetteer.renew_polygons}
        self.refresher = Refresher(database, reloads)

    async def _renew_calendar(self, db: Any) -> bool:
        self.calendar = await workdays.work_calendar(db)
        return True

    async def rings(self) -> int:
        """Let the clock ring for the job; return how many tables were read again."""
        (result,) = await run_due(JOB, self.database, JobContext(refresh=self.refresher), MONDAY)
        assert result.ok
        return result.count


@pytest.fixture
async def program(database: Database) -> Program:
    started = Program(database)
    await started.refresher.begin()
    return started


async def enter(database: Database, kind: OverrideKind = OverrideKind.OFF) -> None:
    async with database.begin() as db:
        await workdays.put_override(db, Override(DAY, kind, "QĐ 1"))


async def draw(database: Database, codes: tuple[str, ...] = ("19867",)) -> None:
    async with database.begin() as db:
        await polygons.replace_polygons(db, dict.fromkeys(codes, SQUARE))


async def test_a_day_off_counts_at_the_next_ring_without_a_restart(program: Program) -> None:
    await enter(program.database)
    assert program.calendar.is_working_day(DAY)

    counts = [await program.rings(), await program.rings()]

    assert counts == [1, 0]
    assert not program.calendar.is_working_day(DAY)


async def test_a_day_that_is_taken_back_is_worked_again(program: Program) -> None:
    await enter(program.database)
    await program.rings()
    async with program.database.begin() as db:
        assert await workdays.remove_override(db, DAY)

    assert await program.rings() == 1
    assert program.calendar.is_working_day(DAY)


async def test_nothing_is_read_again_when_nothing_changed(program: Program) -> None:
    async with program.database.begin() as db:
        assert not await workdays.remove_override(db, DAY)
    calendar = program.calendar

    assert await program.rings() == 0
    assert program.calendar is calendar


async def test_what_was_entered_before_the_start_is_not_read_twice(database: Database) -> None:
    await enter(database)
    program = Program(database)
    await program.refresher.begin()

    assert await program.rings() == 0


async def test_a_change_that_is_rolled_back_is_none(program: Program) -> None:
    async def enter_and_fail() -> None:
        async with program.database.begin() as db:
            await workdays.put_override(db, Override(DAY, OverrideKind.OFF, ""))
            raise KeyError

    with pytest.raises(KeyError):
        await enter_and_fail()

    assert await program.rings() == 0


async def test_polygons_loaded_while_it_runs_are_taken_up_and_forgotten(program: Program) -> None:
    await load_units(program.database)
    await program.gazetteer.prepare()
    assert program.gazetteer.polygons() is None

    await draw(program.database)
    assert await program.rings() == 1
    taken_up = program.gazetteer.polygons()
    await draw(program.database, ())
    assert await program.rings() == 1

    assert taken_up is not None
    assert [area.code for area in taken_up.areas] == ["19867"]
    assert program.gazetteer.polygons() is None


@pytest.mark.slow
async def test_polygons_loaded_before_the_first_message_wait_for_it(program: Program) -> None:
    await load_units(program.database)
    await draw(program.database)
    assert await program.rings() == 0

    await program.gazetteer.prepare()

    assert program.gazetteer.polygons() is not None
    assert await program.rings() == 1


async def test_a_dry_run_reads_nothing(program: Program) -> None:
    await enter(program.database)

    result = await dry_run(JOB, program.database, JobContext(refresh=program.refresher), MONDAY)

    assert result.count == 0
    assert program.calendar.is_working_day(DAY)


async def test_the_job_is_left_out_where_nothing_is_kept(database: Database) -> None:
    assert await run_due(JOB, database, JobContext(), MONDAY) == []


async def test_messages_count_by_the_new_calendar_from_the_next_one_on(database: Database) -> None:
    seen: list[bool] = []

    async def answer(visit: Any) -> None:
        seen.append(visit.services.calendar.is_working_day(DAY))

    house = House(database)
    intake = Intake(
        database, services(), answer, NoDelivery(), NoSpool(), NoObserver(), me="a", clock=house.clock
    )  # fmt: skip
    intake.start()
    person = house.person()
    house.hear = intake.receive  # type: ignore[method-assign]
    await person.says("một")
    intake.use_calendar(WorkCalendar([Override(DAY, OverrideKind.OFF, "")]))
    await person.says("hai")
    await intake.stop()

    assert seen == [True, False]
    async with database.read() as db:
        assert len((await db.execute(schema.inbound.select())).all()) == 2
