from __future__ import annotations

import asyncio
import gc
import sys

import pytest
from sqlalchemy import insert

from actions import digests
from actions.digest_values import opened
from actions.digest_words import message
from domain.roles import Role
from scheduler.digests import digest_slots, next_digest, send_digests
from scheduler.job import JobContext
from scheduler.running import run_job
from storage import jobs, outbox, recipients, schema
from storage.workdays import work_calendar
from tests.actions.world import World
from tests.scheduler.days import DIGEST, at, queued, ring
from tests.scheduler.killing import die_in
from tests.support.logs import logged
from tests.support.looking import looking_at


async def names(world: World) -> list[str]:
    """The names of the digests in the outbox."""
    return [row.once for row in await world.rows(schema.outbox) if (row.once or "").startswith("digest/")]


async def an_officer_with_work(world: World, *, minute: int = 450, empty: str = "line", **values) -> int:
    officer = await world.officer(**values)
    await world.put(schema.officer, officer, digest_minute=minute, digest_empty=empty)
    await world.file()
    await world.forget_news()
    return officer


# --- When -----------------------------------------------------------------------------------------------------------


async def test_the_digest_goes_out_at_half_past_seven_and_not_before(world):
    officer = await an_officer_with_work(world)

    assert await ring(world.database, at(17, "7:29")) == []
    assert await queued(world.database, at(17, "7:30")) == 1
    assert await names(world) == [f"digest/{officer}/2026-11-17"]


@pytest.mark.parametrize("day", [21, 22, 24], ids=["Saturday", "Sunday", "holiday"])
async def test_on_a_day_off_none_goes_out(world, day):
    await an_officer_with_work(world)

    assert await ring(world.database, at(day, "9:00")) == []
    assert await queued(world.database, at(23)) == 1


async def test_a_day_off_that_an_administrator_entered_counts(world):
    await an_officer_with_work(world)
    async with world.database.begin() as db:
        await db.execute(insert(schema.work_day), {"day": at(17).date(), "kind": "off", "basis": "bão"})

    assert await ring(world.database, at(17, "9:00")) == []


async def test_every_officer_has_a_minute_of_their_own(world):
    early = await an_officer_with_work(world, minute=6 * 60, name="Early")
    late = await an_officer_with_work(world, minute=9 * 60 + 15, name="Late")

    assert await queued(world.database, at(17, "6:00")) == 1
    assert await names(world) == [f"digest/{early}/2026-11-17"]
    assert await queued(world.database, at(17, "9:14")) == 0
    assert await queued(world.database, at(17, "9:15")) == 1
    assert await names(world) == [f"digest/{early}/2026-11-17", f"digest/{late}/2026-11-17"]


@pytest.mark.parametrize(("clock", "count"), [("10:00", 2), ("17:00", 2), ("17:01", 0)])
async def test_what_was_missed_goes_out_late_the_same_day_until_five(world, clock, count):
    await an_officer_with_work(world, minute=6 * 60, name="Early")
    await an_officer_with_work(world, minute=8 * 60, name="Late")

    assert await queued(world.database, at(17, clock)) == count


async def test_what_was_missed_does_not_go_out_the_next_day(world):
    officer = await an_officer_with_work(world)

    await ring(world.database, at(17, "18:00"))
    await ring(world.database, at(18, "8:00"))

    assert await names(world) == [f"digest/{officer}/2026-11-18"]


async def test_who_chose_an_hour_after_five_is_served_too(world):
    await an_officer_with_work(world, minute=17 * 60 + 30)

    assert await queued(world.database, at(17, "17:40")) == 1


@pytest.mark.parametrize(
    ("now", "expected"),
    [(at(17, "6:00"), at(17, "7:30")), (at(17, "7:30"), at(18, "7:30")), (at(23, "8:00"), at(25, "7:30"))],
)
async def test_the_next_digest_is_known(world, now, expected):
    await world.officer()

    async with looking_at(world.database) as db:
        assert await next_digest(db, now) == expected


# --- Once -----------------------------------------------------------------------------------------------------------


async def test_a_second_ring_sends_nothing(world):
    await an_officer_with_work(world)

    assert await queued(world.database, at(17)) == 1
    assert await ring(world.database, at(17)) == []
    assert await ring(world.database, at(17, "15:00")) == []


async def test_two_processes_that_ring_at_once_send_one(world, second):
    officers = [await an_officer_with_work(world, name=f"Officer {n}") for n in range(5)]

    results = await asyncio.gather(
        *(ring(database, at(17)) for database in (world.database, second, world.database, second))
    )

    assert sum(result.count for run in results for result in run) == 5
    assert sorted(await names(world)) == [f"digest/{officer}/2026-11-17" for officer in officers]
    assert sum(len(run) for run in results) == 1


async def test_two_processes_that_both_compile_still_send_one(world, second):
    """The row of the period is out of the game: by hand everybody has a period of their own."""
    await an_officer_with_work(world)

    runs = await asyncio.gather(
        run_job(DIGEST, world.database, JobContext(), at(17), slot="hand-1"),
        run_job(DIGEST, second, JobContext(), at(17), slot="hand-2"),
    )

    assert [run.ok for run in runs] == [True, True]
    assert len(await names(world)) == 1


async def test_a_run_that_was_cut_off_is_taken_up_again_after_its_lease(world):
    await an_officer_with_work(world)
    async with world.database.begin() as db:
        assert await jobs.claim(db, DIGEST.name, "2026-11-17/07:30", now=at(17), terms=DIGEST.terms)

    assert await ring(world.database, at(17, "7:31")) == []
    assert await queued(world.database, at(17, "7:32")) == 1


@pytest.mark.parametrize(
    ("transaction", "moment"),
    [(1, "before"), (2, "before"), (3, "before"), (4, "before"), (4, "after")],
    ids=["claim", "first digests", "last digests", "end", "after the end"],
)
async def test_a_process_killed_around_a_commit_loses_none_and_doubles_none(world, transaction, moment):
    for number in range(60):
        await world.officer(f"Officer {number}")
    await world.file()
    await world.forget_news()

    await die_in(
        world.database, "daily-digest", at(17), transaction, moment, lots=("scheduler.digests", "_AT_ONCE", 50)
    )
    for clock in ("7:31", "7:40", "7:50"):
        await ring(world.database, at(17, clock))

    assert len(await names(world)) == 60


async def queue_and_lose_power(world: World) -> None:
    async with world.database.read() as reading, world.database.begin() as db:
        calendar = await work_calendar(reading)
        due = await recipients.recipients(reading, at(17).date())
        async for recipient, digest in digests.compiled(reading, due, now=at(17), calendar=calendar):
            name = recipients.once(recipient.officer_id, digest.day)
            assert await outbox.queue(db, recipient.conversation_id, message(opened(digest)), now=at(17), once=name)
        raise KeyError("the power went")


async def test_a_failure_between_insert_and_commit_leaves_nothing_behind(world):
    await an_officer_with_work(world)

    with pytest.raises(KeyError, match="the power went"):
        await queue_and_lose_power(world)

    assert await names(world) == []
    assert await queued(world.database, at(17)) == 1


async def test_a_clock_set_back_sends_nothing_again(world):
    await an_officer_with_work(world)

    assert await queued(world.database, at(17, "7:30")) == 1
    for clock in ("7:10", "7:29", "7:30", "7:31", "8:30"):
        assert await queued(world.database, at(17, clock)) == 0
    assert await queued(world.database, at(18, "7:30")) == 1


async def test_a_run_begun_before_the_clock_was_set_back_is_taken_up_again(world):
    await an_officer_with_work(world)
    async with world.database.begin() as db:
        await jobs.claim(db, DIGEST.name, "2026-11-17/07:30", now=at(17, "9:30"), terms=DIGEST.terms)

    assert await queued(world.database, at(17, "7:30")) == 1


async def test_who_moves_the_hour_gets_no_second_digest(world):
    officer = await an_officer_with_work(world)

    assert await queued(world.database, at(17, "7:30")) == 1
    await world.put(schema.officer, officer, digest_minute=9 * 60)

    assert await queued(world.database, at(17, "9:00")) == 0


# --- To whom --------------------------------------------------------------------------------------------------------


async def test_a_day_without_anything_is_one_line_or_none_as_the_officer_chose(world):
    await world.officer("Line")
    silent = await world.officer("None")
    await world.put(schema.officer, silent, digest_empty="none")

    results = await ring(world.database, at(17))

    assert (results[0].count, results[0].notes) == (1, {"silent": 1, "unreachable": 0})
    assert await world.officer_told(silent) == []
    (row,) = await world.rows(schema.outbox)
    assert await world.last_words(row.conversation_id) == (
        "Bản tin ngày 17/11/2026: không có việc mới, đến hạn hay quá hạn. Đang mở: 0 việc."
    )


async def test_who_hears_nothing_is_not_written_to_later_the_same_day_either(world):
    await an_officer_with_work(world, name="At nine", minute=9 * 60)
    silent = await world.officer("None", unit="19870")
    await world.put(schema.officer, silent, digest_empty="none")
    assert await queued(world.database, at(17)) == 0

    await world.put(schema.officer_scope, 2, unit_code="19867")

    assert await queued(world.database, at(17, "9:00")) == 1
    assert await world.officer_told(silent) == []


async def test_an_officer_without_a_chat_is_counted_and_named_by_id_in_the_log(world):
    await world.officer("Quê", chat=False)
    administrator = await world.officer("Admin", roles=(Role.ADMINISTRATOR,))

    with logged() as log:
        (result,) = await ring(world.database, at(17))
        await ring(world.database, at(18))

    assert (result.count, result.notes) == (0, {"silent": 0, "unreachable": 1})
    (line, _) = [line for line in log.lines if line["event"] == "digest_unreachable"]
    assert line["officers"] == [1]
    assert "Quê" not in log.text
    assert await world.officer_told(administrator) == ["digest-unreachable"]


async def test_a_blocked_chat_is_passed_over_for_another_one(world):
    officer = await an_officer_with_work(world)
    (blocked,) = [row for row in await world.rows(schema.conversation) if row.officer_id == officer]
    other = await world.chat(officer_id=officer)
    await world.put(schema.conversation, blocked.id, unreachable_at=world.now)

    assert await queued(world.database, at(17)) == 1
    assert await world.told(other) == ["digest-head"]


async def test_disabled_accounts_and_those_that_handle_no_cases_get_none(world):
    disabled = await an_officer_with_work(world)
    await world.put(schema.officer, disabled, disabled_at=world.now)
    for role in (Role.ADMINISTRATOR, Role.COLLABORATOR, Role.PARTY_READER, Role.APPROVER):
        await world.officer(role.value, roles=(role,))

    assert await queued(world.database, at(17)) == 0


async def test_a_dry_run_writes_nothing(world):
    await an_officer_with_work(world)
    await world.officer("Without a chat", chat=False)
    await world.officer("Admin", roles=(Role.ADMINISTRATOR,))
    context = JobContext(now=at(17), slot="hand-dry", dry_run=True)

    assert await send_digests(world.database, context) == 1
    assert context.notes == {"silent": 0, "unreachable": 1}
    assert await world.rows(schema.outbox) == []


async def test_the_periods_are_the_minutes_that_officers_chose(world):
    for minute in (360, 450, 450, 600):
        officer = await world.officer()
        await world.put(schema.officer, officer, digest_minute=minute)

    async with looking_at(world.database) as db:
        assert await digest_slots(db, at(17, "9:00")) == ["2026-11-17/06:00", "2026-11-17/07:30"]


async def test_the_interpreter_is_as_before_when_digests_are_sent(world):
    before = gc.isenabled(), sys.getswitchinterval()
    await queued(world.database, at(17))

    assert (gc.isenabled(), sys.getswitchinterval()) == before
