"""What digests read: cases counted off an index alone, and lines however many are asked for at once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from sqlalchemy import insert, text

from storage import digests, schema
from storage.database import Database

NOW = datetime(2026, 11, 20, 0, 40, tzinfo=UTC)
LATER = 1_800_000_000_000
CASE = {
    "subject": "moi_truong", "kind": "phan_anh", "place": 'Thôn "5"', "commune_code": "19867", "unit_code": "19867", "organisation": "mttq", "province_code": "46",
    "handler_unit_code": "19867", "handler_organisation": "mttq", "title": "Rác \\ thải", "state": "accepted",
    "reopened": 0, "confidential": False, "danger": False, "opened_at": NOW, "changed_at": NOW, "paused_days": 0, "version": 1,
}  # fmt: skip


@pytest.fixture
async def cases(database: Database) -> Database:
    """1,300 cases of one body, every other without a due date, the last one closed."""
    async with database.begin() as db:
        await db.execute(
            insert(schema.case_file),
            [
                {**CASE, "id": n, "code": f"C{n:07}", "due_at": NOW if n % 2 else None, "state": "accepted"}
                for n in range(1, 1_300)
            ],
        )
        await db.execute(insert(schema.case_file), {**CASE, "id": 1_300, "code": "LAST", "state": "closed"})
    return database


async def test_lines_of_many_cases_are_those_of_each(cases: Database) -> None:
    async with cases.read() as db:
        together = await digests.lines(db, range(1, 1_400))
        alone = (await digests.lines(db, [700]))[700]

    assert sorted(together) == list(range(1, 1_300))
    assert together[700] == alone
    said = [700, "C0000700", "moi_truong", 'Thôn "5"', "19867", "Rác \\ thải", "accepted", 0, 1795135200000, None, 0, 0]
    assert msgspec.json.decode(alone.said) == said
    assert [(line.commune_code, line.due_at, line.people) for line in (together[700], together[701])] == [
        ("19867", None, None),
        ("19867", 1795135200000, None),
    ]


async def test_postgresql_reads_no_row_of_the_table_to_count_open_cases(postgres_database_url: str) -> None:
    database = Database(postgres_database_url)
    plans = []
    async with database.begin() as db:
        # On a table without rows anything is as fast; where an index will do, it is to be taken.
        for way in ("seqscan", "bitmapscan"):
            await db.execute(text(f"SET LOCAL enable_{way} = off"))
        driver: Any = (await db.get_raw_connection()).driver_connection
        for sql, values in (
            (digests._holdings._statement.postgresql, (LATER, LATER, LATER)),
            (digests._crowds._statement.postgresql, (LATER,)),
        ):
            plans.append("\n".join(row[0] for row in await driver.fetch(f"EXPLAIN {sql}", *values)))
    await database.close()

    assert ["Index Only Scan using ix_case_file_digest on case_file" in plan for plan in plans] == [True, True]
