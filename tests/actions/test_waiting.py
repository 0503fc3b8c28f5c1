"""Which residents of a case have not heard of it yet: their messenger lets us write only after they wrote."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from sqlalchemy import event, update
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import handling
from storage import schema, windows
from storage.database import Database
from tests.actions.world import World
from tests.support.looking import looking_at


async def waiting(world: World, case_id: int) -> windows.Waiting | None:
    async with looking_at(world.database) as db:
        return await windows.waiting_about(db, case_id)


async def test_residents_are_counted_once_each_and_officers_not(world: World) -> None:
    officer = await world.officer()
    filed = await world.file()
    await world.file("Đèn ngõ 12 vẫn tắt", join_case=filed.case_id)
    for step in (handling.accept, handling.verify):
        await world.does(officer, step, filed.case_id)
    async with world.database.begin() as db:
        await db.execute(update(schema.outbox).values(state=windows.WAITING, about_case_id=filed.case_id))

    found = await waiting(world, filed.case_id)

    assert len(await world.officer_told(officer)) > 0
    assert (found.people if found else 0) == 2


async def test_where_nobody_waits_nothing_is_said(world: World) -> None:
    filed = await world.file()

    assert await waiting(world, filed.case_id) is None


async def plan_of(database: Database, query: Callable[[AsyncConnection], Awaitable[object]]) -> list[str]:
    """Return how SQLite goes about the last statement of a query."""
    asked: list[tuple[str, Any]] = []
    async with looking_at(database) as db:

        @event.listens_for(db.sync_connection, "before_cursor_execute")
        def note(connection, cursor, statement, parameters, context, executemany) -> None:
            asked.append((statement, parameters))

        await query(db)
        *_, (statement, parameters) = asked
        plan = [row[3] for row in await db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    await database.close()
    return plan


async def test_what_waits_is_found_without_reading_the_whole_outbox(sqlite_url: str) -> None:
    plan = await plan_of(Database(sqlite_url), lambda db: windows.waiting_about(db, 1))

    assert [step for step in plan if step.startswith("SCAN outbox")] == []
    assert any(step.startswith("SEARCH outbox") for step in plan)


async def test_what_waits_is_counted_by_the_rows_that_wait_alone(sqlite_url: str) -> None:
    plan = await plan_of(Database(sqlite_url), windows.waiting_counts)

    assert [step for step in plan if "outbox" in step and "ix_outbox_waiting" not in step] == []
