"""`nghedan audit`: the chain is checked, a noted end must still be there, rows are listed without a name."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import audit as audit_command
from storage import audit, schema
from storage.database import Database

FIRST = datetime(2026, 11, 2, 3, tzinfo=UTC)


@pytest.fixture
def url(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database in which officer 7 opened three confidential cases on three days."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    asyncio.run(_fill(sqlite_url))
    return sqlite_url


async def _fill(url: str) -> None:
    database = Database(url)
    for number in range(3):
        async with database.begin() as db:
            at, subject = FIRST + timedelta(days=number), f"case/{number + 1}"
            await audit.append(db, at=at, actor="officer/7", action="read_confidential", subject=subject)
    await database.close()


async def _without(url: str, id: int) -> None:
    database = Database(url)
    async with database.begin() as db:
        await db.execute(schema.audit.delete().where(schema.audit.c.id == id))
    await database.close()


def typed(*arguments: str) -> Result:
    return CliRunner().invoke(audit_command.command, arguments)


def last_hash() -> str:
    return typed().output.split()[-1]


def test_a_chain_that_holds_is_said_to_with_its_last_hash(url: str) -> None:
    shown = typed()

    assert (shown.exit_code, "holds: 3 rows" in shown.output, len(last_hash())) == (0, True, 64)


def test_a_row_that_was_taken_out_fails_the_check(url: str) -> None:
    asyncio.run(_without(url, 2))

    shown = typed()

    assert (shown.exit_code, "does not hold at row 3" in shown.output) == (1, True)


def test_rows_cut_off_at_the_end_show_by_the_hash_that_was_noted(url: str) -> None:
    noted = last_hash()
    asyncio.run(_without(url, 3))

    assert typed().exit_code == 0
    shown = typed("--contains", noted)

    assert (shown.exit_code, "cut off" in shown.output) == (1, True)


def test_half_a_hash_is_refused(url: str) -> None:
    assert typed("--contains", "5f2c").exit_code == 2


def test_rows_are_listed_of_one_subject_and_since_a_day(url: str) -> None:
    of_one = json.loads(typed("list", "--subject", "case/2", "--json").output)
    lately = json.loads(typed("list", "--since", "2026-11-03", "--json").output)

    assert [row["subject"] for row in of_one] == ["case/2"]
    assert [row["subject"] for row in lately] == ["case/2", "case/3"]


def test_of_nobody_nothing_is_listed(url: str) -> None:
    assert "Nothing of that kind" in typed("list", "--actor", "officer/8").output
