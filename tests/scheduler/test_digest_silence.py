"""No digest lands in quiet hours, over lunch, on a free day or with somebody who is away; and each still comes once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import update

from actions import absences as away
from domain.calendar import local_date
from domain.daily import days_mask
from domain.roles import Role
from scheduler.digests import next_digest, send_digests
from scheduler.job import JobContext
from scheduler.running import run_job
from storage import schema
from tests.actions.world import World
from tests.scheduler.days import DIGEST, at, queued, ring
from tests.support.looking import looking_at


@pytest.fixture
async def officer(world: World) -> int:
    made = await world.officer()
    await world.file()
    await world.forget_news()
    return made


async def by_hand(world: World, clock: str, *, day: int = 17) -> int:
    return (await run_job(DIGEST, world.database, JobContext(), at(day, clock))).count


async def names(world: World) -> list[str]:
    return [row.once for row in await world.rows(schema.outbox) if (row.once or "").startswith("digest/")]


# --- Silence --------------------------------------------------------------------------------------------------------


async def test_what_was_missed_waits_for_the_end_of_lunch(world, officer):
    for clock in ("11:30", "12:00", "13:29"):
        assert await queued(world.database, at(17, clock)) == 0
    assert await queued(world.database, at(17, "13:30")) == 1
    assert await queued(world.database, at(17, "13:31")) == 0


async def test_who_has_no_lunch_break_is_served_at_noon_and_the_others_after_it(world, officer):
    hardy = await world.officer("Hardy")
    await world.put(schema.officer, hardy, lunch_from=0, lunch_until=0)

    assert await queued(world.database, at(17, "12:00")) == 1
    assert await names(world) == [f"digest/{hardy}/2026-11-17"]
    assert await queued(world.database, at(17, "13:30")) == 1
    assert await names(world) == [f"digest/{hardy}/2026-11-17", f"digest/{officer}/2026-11-17"]


async def test_an_hour_inside_lunch_lands_at_its_end(world, officer):
    await world.put(schema.officer, officer, digest_minute=12 * 60)

    assert await queued(world.database, at(17, "12:30")) == 0
    assert await queued(world.database, at(17, "13:30")) == 1
    async with looking_at(world.database) as db:
        assert await next_digest(db, at(17, "13:31")) == at(18, "13:30")


async def test_an_early_hour_waits_for_the_end_of_quiet_hours(world, officer):
    await world.put(schema.officer, officer, digest_minute=6 * 60, quiet_from=20 * 60, quiet_until=6 * 60 + 45)

    assert await queued(world.database, at(17, "6:44")) == 0
    assert await queued(world.database, at(17, "6:45")) == 1


async def test_by_hand_no_silence_is_broken_either(world, officer):
    assert await by_hand(world, "12:00") == 0
    assert await by_hand(world, "18:30") == 1


async def test_the_urgent_news_of_one_case_is_no_digest_and_comes_at_night(world, officer):
    world.now = at(17, "23:00")
    await world.file("Dây điện đứt, đang phóng điện trước trường học")

    assert await world.officer_told(officer) != []


# --- Days -----------------------------------------------------------------------------------------------------------


async def test_a_saturday_is_served_to_who_chose_it_and_a_holiday_to_nobody(world, officer):
    saturdays = await world.officer("Saturdays")
    await world.put(schema.officer, saturdays, digest_days=days_mask(range(6)))

    assert await queued(world.database, at(21)) == 1
    assert await names(world) == [f"digest/{saturdays}/2026-11-21"]
    assert await queued(world.database, at(24)) == 0  # a Tuesday, and a holiday


async def test_a_day_that_was_not_chosen_is_passed_over(world, officer):
    await world.put(schema.officer, officer, digest_days=days_mask([0, 2]))

    assert await queued(world.database, at(17)) == 0
    assert await queued(world.database, at(18)) == 1
    async with looking_at(world.database) as db:
        assert await next_digest(db, at(18, "8:00")) == at(23)


# --- Once -----------------------------------------------------------------------------------------------------------


async def test_who_chose_to_hear_nothing_is_not_looked_at_again_after_lunch(world):
    silent = await world.officer("Silent")
    await world.put(schema.officer, silent, digest_empty="none")
    assert await queued(world.database, at(17, "7:30")) == 0
    await world.file()
    await world.forget_news()

    assert await queued(world.database, at(17, "13:30")) == 0
    assert await by_hand(world, "14:00") == 0
    assert await queued(world.database, at(18, "7:30")) == 1


async def test_two_processes_after_lunch_send_one(world, second, officer):
    runs = await asyncio.gather(*(ring(database, at(17, "13:30")) for database in (world.database, second) * 2))

    assert sum(result.count for run in runs for result in run) == 1
    assert await names(world) == [f"digest/{officer}/2026-11-17"]


async def test_a_chat_that_was_opened_later_gets_the_digest_after_lunch(world):
    late = await world.officer("Late", chat=False)
    assert await queued(world.database, at(17, "7:30")) == 0
    await world.chat(officer_id=late)

    assert await queued(world.database, at(17, "13:30")) == 1


# --- Away -----------------------------------------------------------------------------------------------------------


async def test_who_is_away_gets_none_until_they_are_back_and_then_hears_of_it_once(world, officer):
    binh = await world.officer("Bình")
    today = local_date(at(17))
    async with world.database.begin() as db:
        await away.begin(db, officer, binh, today, today + timedelta(days=1), by=None, now=at(16, "9:00"))
    await world.forget_news()

    assert await queued(world.database, at(17)) == 1
    assert await queued(world.database, at(18)) == 1
    assert await queued(world.database, at(19)) == 2
    async with world.database.begin() as db:
        await db.execute(update(schema.outbox).values(state="delivered"))
    assert await queued(world.database, at(20)) == 2

    (absence,) = await world.rows(schema.absence)
    assert absence.covered_on == local_date(at(19))
    told = [row.reply for row in await world.rows(schema.outbox) if row.once.startswith(f"digest/{officer}/")]
    assert ["meanwhile" in reply for reply in told] == [True, False]


async def test_a_dry_run_covers_no_absence_and_marks_nobody(world, officer):
    today = local_date(at(16))
    async with world.database.begin() as db:
        await away.begin(db, officer, None, today, today, by=None, now=at(16, "9:00"))

    await send_digests(world.database, JobContext(now=at(17), slot="hand-dry", dry_run=True))

    (absence,) = await world.rows(schema.absence)
    (account,) = await world.rows(schema.officer)
    assert (absence.covered_on, account.digest_at) == (None, None)


async def test_an_administrator_who_handles_no_case_keeps_nobody_waiting(world, officer):
    await world.officer("Admin", roles=(Role.ADMINISTRATOR,))

    assert await queued(world.database, at(17)) == 1
    assert sum(result.count for result in await ring(world.database, at(17, "13:30"))) == 0
