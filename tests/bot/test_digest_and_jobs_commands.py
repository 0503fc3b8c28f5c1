from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner, Result
from sqlalchemy import select

from bot.cli.digest import command as digest
from bot.cli.jobs import command as jobs
from scheduler.job import JobContext
from scheduler.running import run_job
from scheduler.schedule import SCHEDULE, job_named
from storage import schema
from storage.database import Database
from tests.actions.world import World
from tests.scheduler.days import at
from tests.support.logs import logged


@pytest.fixture
def database_url(sqlite_url: str, tmp_path, monkeypatch) -> str:
    """A database with an officer who has a case, one without a chat, one who hears nothing on an empty day."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", sqlite_url)

    async def fill(world: World) -> None:
        await world.officer("Lan")
        await world.officer("Quê", chat=False)
        silent = await world.officer("Im", unit="19870")
        await world.put(schema.officer, silent, digest_empty="none", digest_minute=480)
        await world.file("Đèn đường hỏng")
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


def names(url: str) -> list[str | None]:
    """The names of what is in the outbox."""

    async def look(world: World) -> list[str | None]:
        return [row.once for row in await world.rows(schema.outbox)]

    return inside(url, look)


def run(command, *arguments: str) -> Result:
    with logged():
        return CliRunner().invoke(command, arguments)


# --- digest ---------------------------------------------------------------------------------------------------------


def test_a_dry_run_prints_every_digest_of_the_day_in_words_and_sends_nothing(database_url):
    shown = run(digest, "--date", "2026-11-17", "--dry-run")

    assert shown.exit_code == 0, shown.output
    heads = [line for line in shown.stdout.splitlines() if line.startswith("---")]
    assert heads == [
        "--- officer 1, Lan, 07:30: goes out",
        "--- officer 2, Quê, 07:30: NO CHAT that can be reached",
        "--- officer 3, Im, 08:00: nothing to say, and they chose to hear nothing",
    ]
    assert "Bản tin ngày 17/11/2026\nCần xem hôm nay: 1 việc. Đang mở: 1 việc." in shown.stdout
    assert "Đèn đường hỏng. Mới gửi, đã 1 ngày. Hạn 17/11 (hôm nay)." in shown.stdout
    assert "[Danh sách việc]" in shown.stdout
    assert shown.stderr == "Digests of 2026-11-17: 3; nothing was sent.\n"
    assert names(database_url) == []


def test_a_program_may_read_it_and_one_officer_may_be_asked_for(database_url):
    shown = run(digest, "--date", "2026-11-17", "--dry-run", "--officer", "1", "--json")

    answer = json.loads(shown.stdout)
    (entry,) = answer["digests"]
    assert (answer["date"], answer["working_day"]) == ("2026-11-17", True)
    assert (entry["officer"], entry["at"], entry["reachable"], entry["sent"], entry["empty"]) == (
        1, "07:30", True, False, False,
    )  # fmt: skip
    assert entry["text"].startswith("Bản tin ngày 17/11/2026")
    assert entry["buttons"][-1] == "Danh sách việc"


def test_on_a_day_off_it_says_so(database_url):
    shown = run(digest, "--date", "2026-11-24", "--dry-run")
    as_json = run(digest, "--date", "2026-11-21", "--dry-run", "--json")

    assert shown.stdout == "2026-11-24 is no day of digests (Vietnam Cultural Day): none goes out.\n"
    assert json.loads(as_json.stdout) == {"date": "2026-11-21", "working_day": False, "digests": []}


def test_an_officer_who_gets_none_is_an_error(database_url):
    shown = run(digest, "--date", "2026-11-17", "--dry-run", "--officer", "99")

    assert shown.exit_code == 1
    assert "Officer 99 gets no digest" in shown.stderr


@pytest.mark.parametrize("arguments", [["--date", "2026-11-23"], ["--officer", "1"], ["--date", "tomorrow"]])
def test_what_makes_no_sense_is_wrong_usage(database_url, arguments):
    with time_machine.travel(at(17, "8:00")):
        assert run(digest, *arguments).exit_code == 2
    assert names(database_url) == []


def test_without_dry_run_what_is_due_goes_into_the_outbox_once(database_url):
    with time_machine.travel(at(17, "7:45")):
        first, second = run(digest), run(digest, "--json")
        shown = run(digest, "--dry-run", "--json")

    assert first.exit_code == 0, first.output
    assert first.stdout == (
        "Digests put into the outbox: 1.\nOfficers without a chat that can be reached: 1; --dry-run names them.\n"
    )
    assert json.loads(second.stdout) == {"date": "2026-11-17", "queued": 0, "silent": 0, "unreachable": 1}
    assert names(database_url) == ["digest/1/2026-11-17"]
    assert [entry["sent"] for entry in json.loads(shown.stdout)["digests"]] == [True, False, False]


def test_before_the_hour_nothing_goes_out(database_url):
    with time_machine.travel(at(17, "7:29")):
        assert run(digest).stdout == "Digests put into the outbox: 0.\n"


# --- jobs -----------------------------------------------------------------------------------------------------------


def test_the_list_shows_every_job_with_its_last_and_next_run(database_url):
    async def fail(*_: object) -> int:
        raise KeyError

    async def some_runs(world: World) -> None:
        for name in ("expire-conversations", "daily-digest"):
            await run_job(job_named(name), world.database, JobContext(), at(17, "7:31"))
        broken = job_named("purge-unagreed")
        await run_job(type(broken)(name=broken.name, purpose="x", every=broken.every, work=fail), world.database, JobContext(), at(17, "7:31"))  # fmt: skip

    with logged():
        inside(database_url, some_runs)
    with time_machine.travel(at(17, "7:45")):
        shown, as_json = run(jobs), run(jobs, "--json")

    entries = {entry["name"]: entry for entry in json.loads(as_json.stdout)}
    assert list(entries) == [job.name for job in SCHEDULE]
    sent, broken, idle = (entries[name] for name in ("daily-digest", "purge-unagreed", "clear-old-rows"))
    assert (sent["result"], sent["error"], sent["ended"], sent["next"]) == (1, None, True, "2026-11-17 08:00")
    assert (broken["error"], broken["result"], broken["next"]) == ("KeyError", None, "2026-11-17 07:50")
    assert (idle["started_at"], idle["next"]) == (None, "2026-11-18 03:40")
    assert shown.exit_code == 0, shown.output
    for words in ("1 done in", "FAILED 2026-11-17 07:31 (KeyError)", "never ran", "daily at 03:40", "every 5 min"):
        assert words in shown.stdout
    assert "at each officer's hour on working days; last had something due 2026-11-17 07:31" in shown.stdout
    assert "every 5 min; last 2026-11-17 07:31" in shown.stdout


def test_one_is_run_by_hand_and_leaves_its_row(database_url):
    ran = run(jobs, "run", "expire-conversations")
    as_json = run(jobs, "run", "expire-conversations", "--json")

    assert ran.exit_code == 0, ran.output
    assert ran.stdout.startswith("expire-conversations: 0 done, ")
    answer = json.loads(as_json.stdout)
    assert (answer["name"], answer["count"], answer["error"], answer["dry_run"]) == (
        "expire-conversations",
        0,
        "",
        False,
    )
    assert answer["slot"].startswith("hand-")
    assert len(runs(database_url)) == 2


def runs(url: str) -> list[str]:
    async def look(world: World) -> list[str]:
        async with world.database.read() as db:
            return list((await db.execute(select(schema.job_run.c.slot))).scalars())

    return inside(url, look)


def test_a_dry_run_of_a_job_leaves_nothing(database_url):
    with time_machine.travel(at(17, "7:45")):
        ran = run(jobs, "run", "daily-digest", "--dry-run")

    assert ran.exit_code == 0, ran.output
    assert ran.stdout.startswith("daily-digest: 1 would do, silent 0, unreachable 1, ")
    assert names(database_url) == []
    assert runs(database_url) == []


def test_a_job_of_the_running_program_is_refused_and_an_unknown_one_is_wrong_usage(database_url):
    refused, unknown = run(jobs, "run", "retry-messages"), run(jobs, "run", "nothing")

    assert (refused.exit_code, unknown.exit_code) == (1, 2)
    assert "belongs to the running program" in refused.stderr
    assert "There is no job nothing" in unknown.stderr


def test_a_job_that_fails_ends_with_1(tmp_path, monkeypatch, database_url):
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "files").write_text("a file where a folder should be")

    ran = run(jobs, "run", "clear-uploads")

    assert ran.exit_code == 1
    assert "clear-uploads failed (" in ran.stderr


@pytest.mark.parametrize("arguments", [(digest, "--dry-run"), (jobs,), (jobs, "run", "clear-old-rows")])
def test_where_nothing_is_installed_nothing_is_made(tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)

    shown = run(*arguments)

    assert shown.exit_code == 1
    assert "There is no database at var/nghedan.db yet" in shown.stderr
    assert list(tmp_path.iterdir()) == []
