"""The monthly news of followers: when, once a person and month, to whom, and what it may cost."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from actions import following, privacy
from domain.calendar import WorkCalendar
from domain.errors import Refused
from domain.following import Month, last_month, month_due, month_named, next_due
from domain.subjects import Subject
from domain.window import Rules, Verdict, Window, is_important, verdict
from scheduler.job import JobContext
from scheduler.running import dry_run, run_job
from storage import jobs, schema
from tests.actions.world import COMMUNE, NEIGHBOUR, World
from tests.scheduler.killing import AROUND_COMMITS, die_in
from tests.scheduler.news import NEWS, a_follower, a_world, names, on, queued, raised, ring
from tests.support.looking import looking_at
from tests.support.units import load_units


@pytest.fixture
async def world(database) -> World:
    await load_units(database)
    return a_world(database)


# --- When -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "month"),
    [
        (on(12, 1, "8:59"), None), (on(12, 1), Month(2026, 11)), (on(12, 1, "20:01"), None),
        (on(12, 5, "10:00"), Month(2026, 11)), (on(12, 10, "19:00"), Month(2026, 11)), (on(12, 11), None),
        (on(11, 1, "10:00"), None), (on(11, 2), Month(2026, 10)), (on(1, 1), None), (on(1, 5), Month(2025, 12)),
    ],
)  # fmt: skip
def test_a_month_is_told_of_from_its_first_working_day_to_the_tenth_and_never_at_night(now, month):
    assert month_due(now, WorkCalendar()) == month


def test_the_next_time_is_known_and_months_follow_each_other():
    assert next_due(on(11, 20), WorkCalendar()) == on(12, 1)
    assert next_due(on(12, 1, "8:00"), WorkCalendar()) == on(12, 1)
    assert last_month(on(1, 5)) == Month(2025, 12) == month_named("2025-12")
    assert Month(2025, 12).next == Month(2026, 1) == Month(2026, 2).before


async def test_while_nobody_follows_anything_nothing_is_run(world):
    assert await ring(world.database, on(12, 1)) == []


# --- Once -----------------------------------------------------------------------------------------------------------


async def test_each_hears_once_a_month_however_often_it_is_run(world, second):
    person, _ = await a_follower(world)
    await raised(world, 3)

    runs = await asyncio.gather(*(ring(database, on(12, 1)) for database in (world.database, second) * 2))
    again = await ring(world.database, on(12, 2))
    by_hand = await asyncio.gather(
        *(run_job(NEWS, database, JobContext(), on(12, 2)) for database in (world.database, second))
    )

    assert sum(result.count for run in runs for result in run) == 1
    assert (again, [run.count for run in by_hand]) == ([], [0, 0])
    assert await names(world) == [f"following/{person}/2026-11"]


async def test_a_run_that_was_cut_off_is_taken_up_again(world):
    await a_follower(world)
    await raised(world, 3)
    async with world.database.begin() as db:
        assert await jobs.claim(db, NEWS.name, "2026-11", now=on(12, 1), terms=NEWS.terms)

    assert await ring(world.database, on(12, 1, "9:05")) == []
    assert await queued(world, on(12, 1, "9:10")) == 1


@pytest.mark.parametrize(("transaction", "moment"), AROUND_COMMITS)
async def test_a_process_killed_around_a_commit_loses_none_and_doubles_none(world, transaction, moment):
    people = [(await a_follower(world))[0] for _ in range(4)]
    await raised(world, 3)

    await die_in(
        world.database,
        "monthly-news",
        on(12, 1),
        transaction,
        moment,
        lots=("scheduler.follower_digests", "AT_ONCE", 2),
    )
    for clock in ("9:10", "9:20", "9:30"):
        await ring(world.database, on(12, 1, clock))

    assert await names(world) == sorted(f"following/{person}/2026-11" for person in people)


async def test_a_dry_run_says_how_many_and_changes_nothing(world):
    await a_follower(world)
    await raised(world, 3)

    result = await dry_run(NEWS, world.database, JobContext(), on(12, 1))

    assert (result.count, await names(world)) == (1, [])


async def test_who_has_stopped_hears_nothing_and_what_waits_is_taken_back(world):
    person, _ = await a_follower(world)
    other, _ = await a_follower(world)
    await raised(world, 3)
    assert await queued(world, on(12, 1)) == 2

    async with world.database.begin() as db:
        await following.end(db, person, now=on(12, 1))

    states = {row.once: (row.state, row.reply == "") for row in await world.rows(schema.outbox) if row.once}
    assert states[f"following/{person}/2026-11"] == ("replaced", True)
    assert states[f"following/{other}/2026-11"] == ("queued", False)


async def test_news_that_still_wait_give_way_to_those_of_the_next_month(world):
    person, _ = await a_follower(world)
    await raised(world, 3)
    assert await queued(world, on(12, 1)) == 1
    async with world.database.begin() as db:
        await db.execute(update(schema.outbox).values(state="waiting", reason="window_closed"))
    world.now = on(12, 15)
    waiting = [row.id for row in await world.rows(schema.outbox)]
    for number in range(3):
        await world.file(f"Việc mới {number}")

    january = datetime(2027, 1, 4, 2, 0, tzinfo=UTC)
    assert await queued(world, january) == 1

    states = {row.once: row.state for row in await world.rows(schema.outbox) if row.id in waiting or row.once}
    assert (states[f"following/{person}/2026-11"], states[f"following/{person}/2026-12"]) == ("replaced", "queued")


# --- Whom, and at what price ----------------------------------------------------------------------------------------


async def test_it_goes_to_the_chat_used_last_and_an_officers_chat_is_none(world):
    person, chat = await a_follower(world)
    world.now = on(11, 8)
    newer = await world.chat(person_id=person)
    officer = await world.officer(chat=False)
    world.now = on(11, 9)
    await world.chat(person_id=person, officer_id=officer)
    await raised(world, 3)

    await queued(world, on(12, 1))

    assert (await world.told(chat), await world.told(newer)) == ([], ["following-head"])


async def test_who_cannot_be_reached_is_counted(world):
    _, chat = await a_follower(world)
    await raised(world, 3)
    await world.put(schema.conversation, chat, unreachable_at=on(11, 10))

    (result,) = await ring(world.database, on(12, 1))

    assert (result.count, result.notes) == (0, {"silent": 0, "unreachable": 1})


async def test_it_is_among_the_least_important_words_and_never_paid_for(world):
    _, chat = await a_follower(world)
    await a_follower(world, subject=Subject.WORK.value)
    await raised(world, 3)
    await queued(world, on(12, 1))
    (reply,) = await world.replies(chat)

    important = is_important(tuple(paragraph.key for paragraph in reply.paragraphs))
    days_ago = Window(on(12, 1) - timedelta(days=3))
    said = verdict(days_ago, Rules(), now=on(12, 1), important=important, spent=0)

    assert (important, said) == (False, Verdict.DEAR)


async def test_a_place_of_which_nothing_may_be_said_stands_beside_one_of_which_something_may(world):
    person, chat = await a_follower(world)
    async with world.database.begin() as db:
        await following.begin(db, person, NEIGHBOUR.code, "", now=world.now)
    await raised(world, 3)
    await queued(world, on(12, 1))

    (reply,) = await world.replies(chat)
    assert [paragraph.key for paragraph in reply.paragraphs] == [
        "following-head", "following-place", "following-nothing", "following-rule",
    ]  # fmt: skip
    assert not is_important(tuple(paragraph.key for paragraph in reply.paragraphs))


async def test_erasing_a_person_ends_what_they_follow_and_takes_back_what_waits(world):
    person, _ = await a_follower(world)
    await raised(world, 3)
    await queued(world, on(12, 1))

    async with world.database.begin() as db:
        await privacy.erase_person(db, person, now=on(12, 1))

    assert await world.rows(schema.follow) == []
    assert [row.reply for row in await world.rows(schema.outbox) if row.once] == [""]


async def test_nobody_follows_more_than_five_or_what_is_never_told(world):
    person, _ = await a_follower(world)
    async with world.database.begin() as db:
        for subject in (Subject.LAND, Subject.ROADS, Subject.HEALTH, Subject.WORK):
            assert await following.begin(db, person, COMMUNE.code, subject.value, now=world.now)
        assert not await following.begin(db, person, COMMUNE.code, "", now=world.now)
        with pytest.raises(Refused):
            await following.begin(db, person, NEIGHBOUR.code, "", now=world.now)
        with pytest.raises(ValueError, match="can_bo"):
            await following.begin(db, person, NEIGHBOUR.code, Subject.OFFICIALS.value, now=world.now)


async def test_invented_petitions_are_told_of_only_while_there_are_no_real_ones(world):
    made = await raised(world, 4)
    async with world.database.begin() as db:
        await db.execute(update(schema.petition).values(demo=True))
        await db.execute(update(schema.case_file).values(demo=True))
    async with looking_at(world.database) as db:
        alone = await following.month_facts(db, [COMMUNE.code], Month(2026, 11))
    await world.put(schema.petition, made[0].petition_id, demo=False)
    async with looking_at(world.database) as db:
        beside = await following.month_facts(db, [COMMUNE.code], Month(2026, 11))

    assert sum(one.things for found in alone.raised.values() for one in found.values()) == 4
    assert sum(one.things for found in beside.raised.values() for one in found.values()) == 1
