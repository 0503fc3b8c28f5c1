"""The nights' work about duplicates: the index whole, each pair of cases suggested once and nothing merged."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from scheduler.job import JobContext
from scheduler.running import dry_run, run_job
from scheduler.schedule import job_named
from storage import schema, traces
from tests.actions.world import LAMP, MONDAY, World
from tests.support.looking import looking_at

LAMP_AGAIN = "den duong ngo 12 thon Ha Lang van hong, toi om"


async def count_of(world: World, name: str, *, days: float = 1) -> int:
    """Run a job by hand so many days later; return how much it did."""
    result = await run_job(job_named(name), world.database, JobContext(), MONDAY + timedelta(days=days))
    assert result is not None
    assert result.ok, result.error
    return result.count


async def in_index(world: World) -> int:
    async with looking_at(world.database) as db:
        return int((await db.execute(select(func.count()).select_from(schema.petition_trace))).scalar_one())


async def test_what_the_index_lacks_is_added_and_what_is_too_old_goes(world: World) -> None:
    await world.file(LAMP)
    async with world.database.begin() as db:
        await traces.clear(db)

    added = await count_of(world, "index-duplicates")
    again = await count_of(world, "index-duplicates")
    outlived = await count_of(world, "index-duplicates", days=366)

    assert (added, again, outlived, await in_index(world)) == (1, 0, 1, 0)


async def test_a_dry_run_of_the_index_changes_nothing(world: World) -> None:
    await world.file(LAMP)
    async with world.database.begin() as db:
        await traces.clear(db)

    would = await dry_run(job_named("index-duplicates"), world.database, JobContext(), MONDAY)

    assert (would.count, await in_index(world)) == (1, 0)


async def test_two_cases_of_one_problem_are_suggested_once(world: World) -> None:
    first, second = await world.file(LAMP), await world.file(LAMP_AGAIN)

    found = await count_of(world, "find-pairs")
    again = await count_of(world, "find-pairs", days=2)

    (pair,) = await world.rows(schema.case_pair)
    assert (found, again) == (1, 0)
    assert (pair.case_id, pair.other_id, pair.relation, pair.decision) == (
        second.case_id,
        first.case_id,
        "same",
        None,
    )
    assert (await world.case(first.case_id)).merged_into_id is None


async def test_a_pair_that_comes_up_again_is_not_stored_again(world: World) -> None:
    await world.file(LAMP)
    await world.file(LAMP_AGAIN)
    await count_of(world, "find-pairs")
    async with world.database.begin() as db:
        await db.execute(schema.setting.delete())

    assert await count_of(world, "find-pairs", days=2) == 0


async def test_a_dry_run_counts_the_pairs_and_stores_none(world: World) -> None:
    await world.file(LAMP)
    await world.file(LAMP_AGAIN)

    would = await dry_run(job_named("find-pairs"), world.database, JobContext(), MONDAY)

    assert (would.count, await world.rows(schema.case_pair)) == (1, [])


async def test_confidential_and_different_cases_are_no_pair(world: World) -> None:
    await world.file(LAMP)
    await world.file(LAMP_AGAIN, confidential=True)
    await world.file("Rác đổ đầu chợ Đình ba ngày không ai dọn")

    assert await count_of(world, "find-pairs") == 0


async def test_what_a_resident_could_not_tell_apart_is_suggested_at_once(world: World) -> None:
    first = await world.file(LAMP)
    second = await world.file("Tối om cả xóm", unsure=(first.case_id,))

    (pair,) = await world.rows(schema.case_pair)
    assert (pair.case_id, pair.other_id, pair.source) == (second.case_id, first.case_id, "resident")
