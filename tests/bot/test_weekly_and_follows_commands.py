"""`nghedan weekly` and `nghedan follows`: what they show, that a dry run sends nothing, and what they send once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner, Result

from actions import following
from bot.cli.follows import command as follows
from bot.cli.jobs import command as jobs
from bot.cli.weekly import command as weekly
from domain.roles import Role
from storage import schema
from storage.database import Database
from tests.actions.world import COMMUNE, World
from tests.scheduler.days import at
from tests.support.units import load_units


@pytest.fixture
def database_url(sqlite_url: str, tmp_path, monkeypatch) -> str:
    """A database with a leader, one without a chat, an officer, three petitions of the week, and a follower."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("NGHEDAN_DATA_FOLDER", str(tmp_path))

    async def fill(world: World) -> None:
        world.now = at(2, "9:00")
        await load_units(world.database)
        await world.leader("Bình")
        await world.officer("Quê", roles=(Role.APPROVER,), chat=False)
        await world.officer("Lan")
        world.now = at(17)
        for number in range(3):
            await world.file(f"Đèn số {number} hỏng")
        chat = await world.chat()
        (person,) = [row.person_id for row in await world.rows(schema.conversation) if row.id == chat]
        async with world.database.begin() as db:
            await following.begin(db, person, COMMUNE.code, "", now=world.now)
        await world.forget_news()

    inside(sqlite_url, fill)
    return sqlite_url


def inside(url: str, body: Callable[[World], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        database = Database(url)
        try:
            return await body(World(database))
        finally:
            await database.close()

    return asyncio.run(run())


def names(url: str) -> list[str]:
    async def look(world: World) -> list[str]:
        return sorted(row.once for row in await world.rows(schema.outbox) if row.once)

    return inside(url, look)


def run(command, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=True)


@time_machine.travel(at(23, "6:00"), tick=False)
def test_a_dry_run_prints_every_leaders_week_and_sends_nothing(database_url, tmp_path):
    result = run(weekly, "--dry-run", "--out", str(tmp_path / "charts"))

    assert result.exit_code == 0, result.output
    assert "officer 1, Bình, Monday 07:30: goes out" in result.output
    assert "officer 2, Quê, Monday 07:30: NO CHAT that can be reached" in result.output
    assert "Bản tin tuần 16/11/2026 – 22/11/2026\nMặt trận xã Quảng Điền" in result.output
    assert "Lan" not in result.output
    charts = sorted((tmp_path / "charts").iterdir())
    assert [chart.name for chart in charts] == ["1-2026-W48.png", "2-2026-W48.png"]
    assert all(chart.read_bytes().startswith(b"\x89PNG") for chart in charts)
    assert names(database_url) == []


@time_machine.travel(at(23, "6:00"), tick=False)
def test_a_program_may_read_it_and_one_leader_and_day_may_be_asked_for(database_url):
    result = run(weekly, "--dry-run", "--officer", "1", "--date", "2026-11-20", "--json")

    (entry,) = json.loads(result.stdout)["digests"]
    assert (entry["officer"], entry["week"], entry["sent"], entry["reachable"]) == (1, "2026-W47", False, True)
    assert "13/11/2026 – 19/11/2026" in entry["text"]


@time_machine.travel(at(23, "7:30"), tick=False)
def test_without_dry_run_what_is_due_goes_out_once_with_its_chart(database_url):
    first, second = run(weekly, "--json"), run(weekly, "--json")

    assert json.loads(first.stdout) == {"queued": 2, "unreachable": 1, "without_picture": 0, "failed": 0}
    assert json.loads(second.stdout)["queued"] == 0
    # The account is older than the week before: that one is a week old, and sent as well.
    assert [name for name in names(database_url) if name.startswith("digest/week/")] == [
        "digest/week/1/2026-W47", "digest/week/1/2026-W48",
    ]  # fmt: skip


@time_machine.travel(at(23, "6:00"), tick=False)
def test_the_places_that_are_followed_are_shown_and_nothing_is_sent(database_url):
    result = run(follows, "--dry-run", "--month", "2026-11")
    as_json = json.loads(run(follows, "--dry-run", "--json").stdout)

    assert result.exit_code == 0, result.output
    assert "19867 : 1 follow it; goes out" in result.output
    assert "Bà con gửi 3 ý kiến, phản ánh." in result.output
    assert (as_json["month"], as_json["places"][0]["empty"]) == ("2026-10", True)
    assert names(database_url) == []


@time_machine.travel(at(30, "9:00").replace(month=12, day=1), tick=False)
def test_the_news_of_last_month_are_sent_once(database_url):
    first, second = run(follows), run(follows, "--json")

    assert "News put into the outbox: 1." in first.output
    assert json.loads(second.stdout)["queued"] == 0
    assert [name for name in names(database_url) if name.startswith("following/")] == ["following/6/2026-11"]


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (weekly, ["--officer", "1"]), (weekly, ["--date", "2026-11-20"]), (weekly, ["--out", "x"]),
        (follows, ["--month", "2026-11"]), (follows, ["--dry-run", "--month", "November"]),
        (follows, ["--dry-run", "--month", "2026-13"]),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_wrong_usage(database_url, command, arguments):
    assert run(command, *arguments).exit_code == 2


def test_an_officer_who_leads_nothing_is_an_error(database_url):
    result = run(weekly, "--dry-run", "--officer", "3")

    assert result.exit_code == 1
    assert "Officer 3 gets no weekly digest" in result.output


@time_machine.travel(at(20, "6:00"), tick=False)
def test_the_list_of_jobs_tells_when_they_are_next_and_a_dry_run_of_each_changes_nothing(database_url):
    entries = {entry["name"]: entry for entry in json.loads(run(jobs, "--json").stdout)}
    dry = [run(jobs, "run", name, "--dry-run") for name in ("weekly-digest", "monthly-news")]

    assert entries["weekly-digest"]["next"] == "2026-11-23 07:30"
    assert entries["monthly-news"]["next"] == "2026-12-01 09:00"
    assert [result.exit_code for result in dry] == [0, 0]
    assert names(database_url) == []
