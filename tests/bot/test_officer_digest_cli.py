"""`nghedan officer digest` and `nghedan officer away`."""

from __future__ import annotations

import json
from typing import Any

import pytest
import time_machine

from bot.cli.officer import command as officer
from storage import schema
from tests.actions.world import World
from tests.bot.test_digest_and_jobs_commands import inside, run
from tests.scheduler.days import at


@pytest.fixture
def url(sqlite_url: str, tmp_path, monkeypatch) -> str:
    """A database with two officers."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)

    async def fill(world: World) -> None:
        await world.officer("Lan")
        await world.officer("Hoa")

    inside(sqlite_url, fill)
    return sqlite_url


@pytest.fixture(autouse=True)
def tuesday():
    with time_machine.travel(at(17, "9:00")):
        yield


def rows(url: str, table: Any) -> list[Any]:
    async def look(world: World) -> list[Any]:
        return await world.rows(table)

    return inside(url, look)


# --- Hours ----------------------------------------------------------------------------------------------------------


def test_without_options_it_shows_what_holds(url):
    shown = run(officer, "digest", "1")

    assert shown.exit_code == 0, shown.output
    assert shown.stdout == (
        "Officer 1: at 07:30, days working, quiet 20:00-05:00, lunch 11:30-13:30, on an empty day line.\n"
    )


def test_hours_days_and_silences_are_changed(url):
    done = run(
        officer, "digest", "1", "--at", "08:15", "--days", "mon-sat", "--quiet", "19:00-06:30", "--lunch", "none",
        "--empty", "none", "--json",
    )  # fmt: skip

    assert json.loads(done.stdout) == {
        "officer": 1, "dry_run": False, "at": "08:15", "lands_at": "08:15", "days": "mon,tue,wed,thu,fri,sat",
        "quiet": "19:00-06:30", "lunch": "none", "empty": "none",
    }  # fmt: skip
    lan, hoa = rows(url, schema.officer)
    assert (lan.digest_minute, lan.digest_days, lan.quiet_from, lan.lunch_from) == (495, 63, 1140, 0)
    assert (hoa.digest_minute, hoa.digest_days) == (450, None)


def test_a_dry_run_says_what_would_hold_and_changes_nothing(url):
    shown = run(officer, "digest", "1", "--at", "12:00", "--dry-run")

    assert "at 13:30" in shown.stdout
    assert shown.stdout.endswith("Nothing was changed.\n")
    assert rows(url, schema.officer)[0].digest_minute == 450


@pytest.mark.parametrize(
    ("options", "status", "sentence"),
    [
        (["--at", "18:00"], 1, "between 05:00 and 17:00"),
        (["--quiet", "06:00-05:00"], 1, "no time to arrive"),
        (["--days", "someday"], 2, "no weekday"),
        (["--lunch", "noon"], 2, "no span of the day"),
    ],
)
def test_what_cannot_be_chosen_is_said(url, options, status, sentence):
    shown = run(officer, "digest", "1", *options)

    assert shown.exit_code == status
    assert sentence in shown.stderr
    assert rows(url, schema.officer)[0].digest_minute == 450


def test_an_unknown_account_is_an_error(url):
    assert "no active account 9" in run(officer, "digest", "9").stderr


# --- Away -----------------------------------------------------------------------------------------------------------

LEAVE = ("away", "1", "--from", "2026-11-18", "--to", "2026-11-20", "--substitute", "2")


def test_an_absence_is_entered_listed_and_ended(url):
    begun, listed, ended, gone = run(officer, *LEAVE), run(officer, "away", "--json"), None, None
    ended, gone = run(officer, "away", "1", "--end"), run(officer, "away")

    assert begun.stdout == "Lan (1): 2026-11-18 to 2026-11-20, Hoa (2) stands in\n"
    assert json.loads(listed.stdout)["absences"] == [
        {"officer": 1, "substitute": 2, "from": "2026-11-18", "to": "2026-11-20"}
    ]
    assert ended.stdout == "Officer 1 is not away.\n"
    assert gone.stdout == "Nobody is away.\n"
    assert [(row.actor, row.action) for row in rows(url, schema.audit)][-2:] == [
        ("administrator", "absence_begun"), ("administrator", "absence_ended"),
    ]  # fmt: skip


def test_a_dry_run_of_an_absence_enters_nothing(url):
    shown = run(officer, *LEAVE, "--dry-run")

    assert "Hoa (2) stands in" in shown.stdout
    assert rows(url, schema.absence) == []
    assert rows(url, schema.outbox) == []


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["away", "1", "--from", "2026-11-20", "--to", "2026-11-18"], 1, "The last day must follow"),
        (["away", "1", "--from", "2026-11-20", "--substitute", "1"], 1, "another officer"),
        (["away", "1", "--from", "2026-11-20", "--substitute", "9"], 1, "no such active account"),
        (["away", "1", "--end"], 1, "is not away"),
        (["away", "--end"], 2, "Say which officer"),
        (["away", "1", "--substitute", "2"], 2, "go with --from"),
    ],
)
def test_what_cannot_be_entered_is_said(url, arguments, status, sentence):
    shown = run(officer, *arguments)

    assert shown.exit_code == status, shown.output
    assert sentence in shown.stderr
    assert rows(url, schema.absence) == []
