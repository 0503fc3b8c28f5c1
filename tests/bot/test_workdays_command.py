"""`nghedan workdays`: days off and extra working days, from the command line, on both databases."""

from __future__ import annotations

import asyncio
import json
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.cli import workdays
from domain.calendar import WorkCalendar
from storage.database import Database
from storage.workdays import work_calendar

FRIDAY, SATURDAY = date(2027, 3, 12), date(2027, 3, 20)


@pytest.fixture
def run(tables_url: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Type a command over a database with all tables."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", tables_url)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(workdays.command, arguments)

    return run


def listed(run: Any, *arguments: str) -> list[dict[str, str]]:
    return json.loads(run("list", "--json", *arguments).output)


def calendar(url: str) -> WorkCalendar:
    async def read() -> WorkCalendar:
        database = Database(url)
        async with database.read() as db:
            found = await work_calendar(db)
        await database.close()
        return found

    return asyncio.run(read())


def test_a_swapped_day_is_off_and_its_saturday_is_worked(run, tables_url):
    off = run("set", "2027-03-12", "--off", "--note", "QĐ 123/QĐ-TTg")
    on = run("set", "2027-03-20", "--on", "--note", "QĐ 123/QĐ-TTg", "--json")

    assert (off.exit_code, off.output) == (0, "2027-03-12: not worked.\n")
    assert json.loads(on.output) == {"day": "2027-03-20", "kind": "work", "note": "QĐ 123/QĐ-TTg"}
    found = calendar(tables_url)
    assert [found.is_working_day(day) for day in (FRIDAY, SATURDAY)] == [False, True]
    assert found.name_of(FRIDAY) == "QĐ 123/QĐ-TTg"


def test_the_last_word_about_a_day_holds(run):
    run("set", "2027-03-12", "--off", "--note", "first")
    run("set", "2027-03-12", "--on", "--note", "second")

    assert listed(run) == [{"day": "2027-03-12", "kind": "work", "note": "second"}]


def test_days_are_listed_by_year(run):
    for day in ("2028-01-03", "2027-03-12"):
        run("set", day, "--off")

    assert [row["day"] for row in listed(run)] == ["2027-03-12", "2028-01-03"]
    assert [row["day"] for row in listed(run, "--year", "2028")] == ["2028-01-03"]
    assert run("list").output == "2027-03-12  off\n2028-01-03  off\n"


def test_a_cleared_day_is_as_the_table_says_and_cannot_be_cleared_again(run, tables_url):
    run("set", "2027-03-12", "--off")

    first, second = run("clear", "2027-03-12"), run("clear", "2027-03-12")

    assert (first.exit_code, second.exit_code) == (0, 1)
    assert calendar(tables_url).is_working_day(FRIDAY)
    assert "None is entered" in run("list").output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("set", "2027-03-12"), "--off or --on"),
        (("set", "12/3/2027", "--off"), "is no day; write one like 2026-11-24."),
        (("set", "2027-02-30", "--off"), "is no day; write one like 2026-11-24."),
        (("set", "2027-03-12", "--off", "--note", "x" * 201), "200 characters"),
    ],
)
def test_what_is_no_day_or_says_too_much_is_refused(run, arguments, words):
    result = run(*arguments)

    assert (result.exit_code, words in result.output) == (2, True)
    assert listed(run) == []
