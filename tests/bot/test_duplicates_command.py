"""`nghedan duplicates`: groups of a province, and the index made anew."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from click.testing import CliRunner
from sqlalchemy import update

from bot.cli.duplicates import command
from storage import traces
from storage.database import Database
from storage.schema import petition
from tests.actions.world import LAMP, MONDAY, World


@pytest.fixture(autouse=True)
def that_week() -> Iterator[None]:
    """What has been filed long ago is not in the index: it is the week of the petitions, whenever the test runs."""
    with time_machine.travel(MONDAY + timedelta(days=2)):
        yield


def run(*arguments: str) -> Any:
    return CliRunner().invoke(command, arguments)


@pytest.fixture(autouse=True)
def as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command gives way to all others; the tests after it need not."""
    monkeypatch.setattr("os.nice", lambda _: 0)


@pytest.fixture
def url(installed_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database with two cases of one lamp and one of something else, and the settings that name it."""
    url = installed_url

    async def fill() -> None:
        database = Database(url)
        world = World(database)
        await world.file(LAMP)
        world.advance(days=1)
        await world.file("den duong ngo 12 thon Ha Lang van hong, toi om")
        await world.file("Rác đổ đầu chợ Đình ba ngày không ai dọn", confidential=True)
        await database.close()

    asyncio.run(fill())
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("NGHEDAN_DATA_FOLDER", str(tmp_path))
    return url


def test_the_groups_of_a_province_come_as_json_without_words(url: str) -> None:
    result = run("--province", "46", "--since", "2026-11-01", "--json")

    (group,) = json.loads(result.output)
    assert (result.exit_code, group["kind"], len(group["cases"]), group["communes"]) == (0, "unmerged", 2, ["19867"])
    assert "ngo 12" not in result.output


def test_a_file_takes_the_groups_and_the_terminal_a_summary(url: str, tmp_path: Path) -> None:
    out = tmp_path / "groups.json"

    result = run("--province", "46", "--since", "2026-11-01", "--out", str(out))

    assert (result.exit_code, len(json.loads(out.read_text("utf-8")))) == (0, 1)
    assert "2 petitions of Huế compared, 1 group." in result.output


def test_days_without_petitions_have_no_groups(url: str) -> None:
    result = run("--province", "46", "--since", "2026-12-01", "--json")

    assert (result.exit_code, json.loads(result.output)) == (0, [])


@pytest.mark.parametrize(
    "arguments",
    [(), ("--province", "46"), ("--province", "46", "--since", "soon"), ("--province", "98", "--since", "2026-11-01")],
)
def test_wrong_usage_is_status_two(url: str, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_file_that_cannot_be_written_is_status_one(url: str, tmp_path: Path) -> None:
    result = run("--province", "46", "--since", "2026-11-01", "--out", str(tmp_path / "none" / "groups.json"))

    assert (result.exit_code, "cannot be written" in result.output) == (1, True)


def test_the_help_has_an_example() -> None:
    assert "nghedan duplicates --province 46 --since" in run("--help").output


def test_the_index_is_made_anew(url: str) -> None:
    async def emptied() -> None:
        database = Database(url)
        async with database.begin() as db:
            await traces.clear(db)
        await database.close()

    asyncio.run(emptied())

    result = run("rebuild", "--json")

    assert json.loads(result.output) == {"indexed": 2, "size": 2}


def test_what_does_not_belong_into_the_index_is_taken_out(url: str) -> None:
    async def hide() -> None:
        database = Database(url)
        async with database.begin() as db:  # behind the index's back
            await db.execute(update(petition).where(petition.c.id == 1).values(confidential=True))
        await database.close()

    asyncio.run(hide())

    assert json.loads(run("rebuild", "--json").output) == {"indexed": 1, "size": 1}


def test_only_what_is_missing_is_indexed_when_asked_so(url: str) -> None:
    assert json.loads(run("rebuild", "--missing", "--json").output) == {"indexed": 0, "size": 2}
