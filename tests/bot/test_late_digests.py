"""A digest that an outage delayed keeps its reader's quiet hours, and nothing waits behind it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from scheduler.job import JobContext
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage import schema, windows
from storage.outbox import QUIET
from tests.actions.world import World
from tests.bot.test_deliverer import House
from tests.support.clock import FakeClock
from tests.support.rows import a_chat, a_notice, outbox_row, states

HOUR = 3600
NIGHT = 13 * HOUR
"""From 08:00, when the messages are put in, to 21:00 in Vietnam."""


def local(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


@pytest.fixture
def house(database):
    return House(database)


async def an_officers_chat(database, **hours: int) -> int:
    world = World(database)
    officer = await world.officer("Lan", chat=False)
    if hours:
        await world.put(schema.officer, officer, **hours)
    chat = await a_chat(database)
    async with database.begin() as db:
        await db.execute(update(schema.conversation).where(schema.conversation.c.id == chat).values(officer_id=officer))
    return chat


async def rings(database, now: datetime) -> int:
    return sum(run.count for run in await run_due(job_named("release-digests"), database, JobContext(), now))


async def test_a_late_digest_is_held_over_the_night_and_sent_when_it_ends(house, database):
    chat = await an_officers_chat(database)
    id = await a_notice(database, chat, once="digest/1/2026-11-23")
    house.clock.advance(NIGHT)

    await house.step()
    held = await outbox_row(database, id)
    early = await rings(database, local(25, 4, 59))
    in_time = await rings(database, local(25, 5))
    house.clock.advance(32 * HOUR)
    await house.step()

    assert (held.state, held.reason, held.not_before) == ("waiting", QUIET, local(25, 5))  # the 24th is a holiday
    assert (early, in_time) == (0, 1)
    assert (house.telegram.ids, await states(database)) == ([f"{id}.0"], ["delivered"])


async def test_nothing_waits_behind_a_held_digest(house, database):
    chat = await an_officers_chat(database)
    await a_notice(database, chat, once="digest/1/2026-11-23")
    house.clock.advance(NIGHT)
    reply = await a_notice(database, chat, now=house.clock.now())

    await house.step()

    assert house.telegram.ids == [f"{reply}.0"]
    assert await states(database) == ["waiting", "delivered"]


@pytest.mark.parametrize("once", [None, "notice-danger/7/1", "report/1/sent/2", "digest-unreachable/2026-W48/1"])
async def test_what_is_no_digest_goes_out_at_night_however_late(house, database, once):
    chat = await an_officers_chat(database)
    await a_notice(database, chat, once=once)
    house.clock.advance(NIGHT)

    await house.step()

    assert await states(database) == ["delivered"]


async def test_a_digest_that_is_not_late_goes_out_at_the_hour_that_was_chosen(database):
    house = House(database, clock=FakeClock(local(23, 21)))
    chat = await an_officers_chat(database)
    await a_notice(database, chat, once="digest/1/2026-11-23", now=local(23, 21))

    await house.step()

    assert await states(database) == ["delivered"]


@pytest.mark.parametrize(
    ("hours", "late", "until"),
    [
        ({"quiet_from": 22 * 60, "quiet_until": 6 * 60}, NIGHT, None),
        ({"quiet_from": 22 * 60, "quiet_until": 6 * 60}, 15 * HOUR, local(25, 6)),
        ({"lunch_from": 11 * 60, "lunch_until": 13 * 60}, 4 * HOUR, local(23, 13)),
        ({"quiet_from": 0, "quiet_until": 0, "lunch_from": 0, "lunch_until": 0}, NIGHT, None),
    ],
    ids=["before one's own night", "in it", "at lunch", "no silence"],
)
async def test_the_hours_are_the_readers_own(house, database, hours, late, until):
    chat = await an_officers_chat(database, **hours)
    id = await a_notice(database, chat, once="digest/week/1/2026-W48")
    house.clock.advance(late)

    await house.step()

    row = await outbox_row(database, id)
    assert (row.state, row.not_before if until else None) == ("waiting" if until else "delivered", until)


async def test_a_digest_of_friday_waits_for_monday(database):
    house = House(database, clock=FakeClock(local(20, 8)))
    chat = await an_officers_chat(database)
    id = await a_notice(database, chat, once="digest/1/2026-11-20", now=local(20, 8))
    house.clock.advance(26 * HOUR)

    await house.step()

    row = await outbox_row(database, id)
    assert (row.state, row.not_before) == ("waiting", local(23, 5))


async def test_residents_hear_the_months_news_by_day(house, database):
    id = await a_notice(database, await a_chat(database), once="following/1/2026-10")
    house.clock.advance(NIGHT)

    await house.step()

    assert (await outbox_row(database, id)).not_before == local(24, 9)


async def test_a_word_of_the_person_does_not_let_a_held_digest_out(house, database):
    chat = await an_officers_chat(database)
    await a_notice(database, chat, once="digest/1/2026-11-23")
    house.clock.advance(NIGHT)
    await house.step()

    async with database.begin() as db:
        taken = await windows.take_up(db, chat, now=house.clock.now())

    assert (taken, await states(database)) == (0, ["waiting"])


async def test_a_held_digest_is_found_by_its_index(database):
    asked = {
        "sqlite": f"EXPLAIN QUERY PLAN SELECT id FROM outbox WHERE reason = '{QUIET}' AND not_before <= 0",
        "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'outbox'",
    }
    async with database.read() as db:
        said = " ".join(str(row) for row in await db.exec_driver_sql(asked[database.dialect]))

    assert "ix_outbox_held" in said
