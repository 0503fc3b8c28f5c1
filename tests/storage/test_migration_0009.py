"""What the ninth migration does to reports, lines of the calendar and heads that are there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from storage import migrate, report_bodies, report_calendar
from storage import reports as store
from storage.database import Database
from tests.actions.world import MONDAY
from tests.support.postgres import fresh_database


@pytest.fixture
async def url(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> AsyncIterator[str]:
    """A database of the schema before."""
    if engine == "sqlite":
        found = f"sqlite:///{tmp_path / 'nghedan.db'}"
        await asyncio.to_thread(migrate.upgrade, found, "0008")
        yield found
        return
    async with fresh_database(request.getfixturevalue("postgres_url")) as found:
        await asyncio.to_thread(migrate.upgrade, found, "0008")
        yield found


async def test_what_was_set_and_compiled_stays_and_goes_back(url: str) -> None:
    database = Database(url)
    async with database.begin() as db:
        await db.execute(
            text(
                "INSERT INTO report_rule (id, unit_code, organisation, kind, rhythm, month_day, closes_early, weekday,"
                " due_days, remind_days, committee, party_layout, active, since) VALUES"
                " (1, '19867', '', 'thang', 'hang_thang', 15, 0, 0, 5, '[3, 1]', '', false, true, '2026-11-01')"
            )
            if database.dialect == "postgresql"
            else text(
                "INSERT INTO report_rule VALUES (1, '19867', '', 'thang', 'hang_thang', 15, 0, 0, 5, '[3, 1]', '', 0, 1,"
                " '2026-11-01')"
            )
        )
        await db.execute(
            text("INSERT INTO report_body VALUES ('19867', '', '[]', '[]', '', '', '', '', '', 'Lan', '[]', '', 7)")
        )
        await db.execute(
            text(
                "INSERT INTO report (id, kind, unit_code, organisation, first, last, opens, cut_off, revision, state,"
                " version, what_changed, symbol, created_at, changed_at, demo) VALUES (1, 'thang', '19867', '',"
                " '2026-10-15', '2026-11-14', '2026-10-15', '2026-11-14', 1, 'compiled', 1, '', '', 0, 0, false)"
            )
        )

    await asyncio.to_thread(migrate.upgrade, url)
    async with database.read() as db:
        (line,) = await report_calendar.rules(db, units=["19867"])
        head = await report_bodies.body_of(db, "19867", "")
        row = await store.report_by_id(db, 1)
    async with database.begin() as db:
        await store.change_report(db, row, now=MONDAY, recompile_at=MONDAY)
    await asyncio.to_thread(migrate.downgrade, url, "0008")
    async with database.read() as db:
        kept = (await db.execute(text("SELECT unit_code, version FROM report"))).all()
        signer = (await db.execute(text("SELECT signer, next_number FROM report_body"))).all()
    await database.close()

    assert (line.rule.parts, line.since) == ((), date(2026, 11, 1))
    assert head is not None
    assert (head.signer, head.committee, head.board) == ("Lan", "", "")
    assert row is not None
    assert (row.template_id, row.recompile_at) == (None, None)
    assert [tuple(one) for one in kept] == [("19867", 2)]
    assert [tuple(one) for one in signer] == [("Lan", 7)]
