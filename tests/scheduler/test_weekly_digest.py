"""The weekly digest of leaders: when, once and to whom."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import insert

from actions import absences, leader_digests
from conversation.codec import reply_from_json
from conversation.recognise import label_of
from domain.calendar import WorkCalendar
from domain.roles import Role
from domain.weekly import weeks_due
from scheduler import leader_digests as job
from scheduler.job import JobContext
from scheduler.leader_digests import next_weekly
from scheduler.running import dry_run, run_job
from storage import jobs, schema
from storage.blobs import BlobStore
from tests.actions.world import World
from tests.scheduler.days import at
from tests.scheduler.killing import AROUND_COMMITS, die_in
from tests.scheduler.weeks import WEEKLY, a_world, chose, filed, names, queued, ring, up_to
from tests.support.looking import looking_at
from tests.support.units import load_units


@pytest.fixture
async def world(database) -> World:
    await load_units(database)
    return a_world(database)


# --- When -----------------------------------------------------------------------------------------------------------


async def test_it_goes_out_on_monday_at_half_past_seven_and_not_before(world):
    leader = await world.leader()
    await up_to(world, 16)

    assert await queued(world, at(20)) == await queued(world, at(23, "7:29")) == 0
    assert await queued(world, at(23, "7:30")) == 1
    assert await names(world) == [f"digest/week/{leader}/2026-W48"]


async def test_a_monday_off_makes_it_tuesday(world):
    await world.leader()
    await up_to(world, 16)
    async with world.database.begin() as db:
        await db.execute(insert(schema.work_day), {"day": at(23).date(), "kind": "off", "basis": "bão"})

    assert await queued(world, at(23, "9:00")) == 0
    assert await queued(world, at(24, "9:00")) == 0  # the holiday of 24 November
    assert await queued(world, at(25, "7:29")) == 0
    assert await queued(world, at(25, "7:30")) == 1


async def test_everybody_has_a_day_and_hour_of_their_own_or_none_at_all(world):
    monday, friday, silent = [await world.leader(name) for name in ("A", "B", "C")]
    await chose(world, friday, 4, 16 * 60, now=at(9))
    await chose(world, silent, 0, 450, off=True, now=at(9))
    await up_to(world, 13, "16:00")
    await up_to(world, 16)

    assert await queued(world, at(20, "15:59")) == 0
    assert await queued(world, at(20, "16:00")) == 1
    assert await queued(world, at(23, "7:30")) == 1
    assert await names(world) == sorted([f"digest/week/{monday}/2026-W48", f"digest/week/{friday}/2026-W47"])


@pytest.mark.parametrize(
    ("day", "clock", "weeks"),
    [
        (25, "10:00", ["2026-W48"]),
        (27, "3:00", []),
        (27, "20:30", []),
        (28, "10:00", []),
        (30, "7:00", []),
        (30, "9:00", ["2026-W48", "2026-W49"]),
    ],
    ids=["two days late", "at night", "in the evening", "on a Saturday", "before one's hour", "a week late"],
)
async def test_what_was_missed_is_caught_up_in_order_in_the_daytime_of_a_working_day(world, day, clock, weeks):
    leader = await world.leader()
    await up_to(world, 16)

    await ring(world.database, at(day, clock))

    rows = [row.once for row in await world.rows(schema.outbox)]
    assert rows == [f"digest/week/{leader}/{week}" for week in weeks]


async def test_what_is_older_than_a_week_is_not_sent(world):
    leader = await world.leader()
    await up_to(world, 9)

    assert await queued(world, at(24 + 1, "9:00")) == 1  # Wednesday the 25th: the 16th is nine days ago
    assert await names(world) == [f"digest/week/{leader}/2026-W48"]


async def test_a_new_account_hears_of_no_week_before_it(world):
    await world.leader("Old")
    await up_to(world, 16)
    world.now = at(18, "9:00")
    new = await world.leader("New")

    by_hand = await run_job(WEEKLY, world.database, JobContext(), at(19, "9:00"))

    assert by_hand.count == 1  # the old one's, dropped above
    assert await world.officer_told(new) == []
    assert await queued(world, at(23)) == 2


async def test_the_next_time_is_known(world):
    leader = await world.leader()
    async with looking_at(world.database) as db:
        assert await next_weekly(db, at(20)) == at(23)
    await chose(world, leader, 4, 16 * 60, now=at(9))
    async with looking_at(world.database) as db:
        assert await next_weekly(db, at(20)) == at(20, "16:00")


# --- Once -----------------------------------------------------------------------------------------------------------


async def test_a_second_ring_two_processes_and_a_run_by_hand_send_one(world, second):
    people = [await world.leader(f"Leader {n}") for n in range(4)]
    await ring(world.database, at(16))

    runs = await asyncio.gather(*(ring(database, at(23)) for database in (world.database, second) * 2))
    again = await ring(world.database, at(23, "8:00"))
    by_hand = await asyncio.gather(
        *(run_job(WEEKLY, database, JobContext(), at(23, "8:01")) for database in (world.database, second))
    )

    assert sum(result.count for run in runs for result in run) == 4
    assert (again, [run.count for run in by_hand]) == ([], [0, 0])
    assert await names(world) == sorted(
        f"digest/week/{leader}/2026-W{week}" for leader in people for week in (46, 47, 48)
    )


async def test_a_run_that_was_cut_off_is_taken_up_again(world):
    await world.leader()
    await up_to(world, 16)
    async with world.database.begin() as db:
        assert await jobs.claim(db, WEEKLY.name, "2026-W48/0-07:30", now=at(23), terms=WEEKLY.terms)

    assert await ring(world.database, at(23, "7:35")) == []
    assert await queued(world, at(23, "7:40")) == 1


@pytest.mark.parametrize(
    ("transaction", "moment"),
    AROUND_COMMITS,
    ids=["claim", "first lot", "after the first lot", "second lot", "end", "after the end"],
)
async def test_a_process_killed_around_a_commit_loses_none_and_doubles_none(world, transaction, moment):
    for number in range(4):
        await world.leader(f"Leader {number}")
    await up_to(world, 16)

    await die_in(
        world.database, "weekly-digest", at(23), transaction, moment, lots=("scheduler.leader_digests", "AT_ONCE", 2)
    )
    for clock in ("7:31", "7:41", "7:52"):
        await ring(world.database, at(23, clock))

    assert len(await names(world)) == 4


async def test_a_clock_set_back_sends_nothing_again(world):
    await world.leader()
    await up_to(world, 16)

    assert await queued(world, at(23)) == 1
    for clock in ("7:10", "7:30", "9:00"):
        assert await queued(world, at(23, clock)) == 0


async def test_who_moves_the_day_gets_no_second_one_in_that_week(world):
    leader = await world.leader()
    await up_to(world, 16)

    assert await queued(world, at(23)) == 1
    await chose(world, leader, 4, 16 * 60, now=at(25))

    assert await queued(world, at(27, "16:00")) == 0
    assert await queued(world, at(30)) == 0
    assert await names(world) == [f"digest/week/{leader}/2026-W48"]


async def test_who_chooses_an_hour_that_has_passed_gets_it_within_a_minute(world):
    leader = await world.leader()
    await chose(world, leader, 4, 16 * 60, now=at(9))
    await up_to(world, 16)
    await up_to(world, 23)

    await chose(world, leader, 0, 450, now=at(23, "9:00"))

    assert await queued(world, at(23, "9:01")) == 1
    assert await queued(world, at(23, "9:02")) == await queued(world, at(27, "16:00")) == 0
    assert await names(world) == [f"digest/week/{leader}/2026-W48"]


@pytest.mark.parametrize("offset", range(60))
def test_in_any_half_year_each_week_is_due_once_and_never_late_by_more_than_the_limit(offset):
    calendar, seen = WorkCalendar(), {}
    now = at(2, "6:00") + timedelta(hours=7 * offset)
    for _ in range(26 * 7 * 2):
        for week in weeks_due(offset % 7, 450, now, calendar):
            seen.setdefault(week, now)
        now += timedelta(hours=12)

    first, *_, last = sorted(seen, key=lambda week: week.until)
    assert len(seen) == (last.until - first.until).days // 7 + 1
    assert len({week.name for week in seen}) == len(seen)


# --- To whom --------------------------------------------------------------------------------------------------------


async def test_leaders_and_approvers_get_it_and_nobody_else(world):
    leader = await world.leader("Leader")
    approver = await world.officer("Approver", roles=(Role.APPROVER,))
    await world.officer("Officer")
    await world.officer("Reader", roles=(Role.PARTY_READER,))
    await up_to(world, 16)

    assert await queued(world, at(23)) == 2
    assert await names(world) == sorted(f"digest/week/{id}/2026-W48" for id in (leader, approver))


async def test_administrators_hear_once_a_week_of_leaders_who_cannot_be_reached(world):
    administrator = await world.officer("Quản", roles=(Role.ADMINISTRATOR,))
    await world.leader(chat=False)
    await up_to(world, 16)

    results = await ring(world.database, at(23))
    await run_job(WEEKLY, world.database, JobContext(), at(23, "9:00"))

    assert results[0].notes["unreachable"] == 1
    assert (await world.officer_told(administrator)).count("digest-week-unreachable") == 1


async def test_a_dry_run_says_how_many_and_changes_nothing(world):
    await world.leader()

    result = await dry_run(WEEKLY, world.database, JobContext(), at(23))

    assert (result.count, await world.rows(schema.outbox)) == (2, [])


async def test_one_that_cannot_be_compiled_stops_nobody_and_alerts_an_administrator(world, monkeypatch):
    """Only a fault of ours could do that: it is made here."""
    administrator = await world.officer("Quản", roles=(Role.ADMINISTRATOR,))
    bad, good = await world.leader("Bad"), await world.leader("Good")
    await up_to(world, 16)
    right = leader_digests.compiled

    def compiled(c):
        if c.leader.officer_id == bad:
            raise ZeroDivisionError
        return right(c)

    monkeypatch.setattr(job, "compiled", compiled)
    (failed,) = await ring(world.database, at(23))
    monkeypatch.setattr(job, "compiled", right)
    mended = await queued(world, at(23, "7:36"))

    assert (failed.error, failed.notes["failed"], mended) == ("NotAllCompiled", 1, 1)
    assert await names(world) == sorted(f"digest/week/{id}/2026-W48" for id in (bad, good))
    assert await world.officer_told(administrator) == ["job-failed"]


async def test_leaders_of_one_body_share_what_was_counted_and_drawn(world, tmp_path, monkeypatch):
    await world.leader("One"), await world.leader("Two")
    await up_to(world, 16)
    await filed(world, at(17))
    asked, drawn = [], []
    counted, draw = job.counted, job.draw_apart

    async def draw_apart(pictures, blobs):
        drawn.extend(pictures)
        return await draw(pictures, blobs)

    monkeypatch.setattr(job, "counted", lambda leader, material: asked.append(leader) or counted(leader, material))
    monkeypatch.setattr(job, "draw_apart", draw_apart)
    (result,) = await ring(world.database, at(23), blobs=BlobStore(tmp_path))

    assert (result.count, len(asked), len(drawn)) == (2, 1, 1)
    files = [row for row in await world.rows(schema.file) if row.sha256]
    assert len({row.conversation_id for row in files}) == 2


# --- While a leader is away -------------------------------------------------------------------------------------------


async def test_the_substitute_reads_the_weekly_digest_of_a_leader_who_is_away(world):
    leader, lan = await world.leader("Trần Bình"), await world.officer("Lan")
    await up_to(world, 16)
    async with world.database.begin() as db:
        await absences.begin(db, leader, lan, at(23).date(), at(25).date(), by=leader, now=at(20))
    await world.forget_news()

    assert await queued(world, at(23)) == 1

    (row,) = [row for row in await world.rows(schema.outbox) if row.once]
    (chat,) = [row.id for row in await world.rows(schema.conversation) if row.officer_id == lan]
    reply = reply_from_json(row.reply)
    assert (row.once, row.conversation_id) == (f"digest/week/{leader}/2026-W48", chat)
    assert label_of(reply.paragraphs[0], "vi").startswith("Trần Bình đang nghỉ và nhờ anh/chị thay.")
    assert reply.options == ()


async def test_a_leader_who_is_away_without_a_substitute_gets_it_as_ever(world):
    leader = await world.leader()
    await up_to(world, 16)
    async with world.database.begin() as db:
        await absences.begin(db, leader, None, at(23).date(), at(25).date(), by=leader, now=at(20))

    assert await queued(world, at(23)) == 1

    (row,) = [row for row in await world.rows(schema.outbox) if row.once and row.once.startswith("digest/week")]
    assert reply_from_json(row.reply).paragraphs[0].key == "digest-week-head"
