"""What commands refuse before they do anything: an older or newer database, positions and provinces that are none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.cli import backup, digest, jobs, place
from storage import migrate


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to type commands in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    (tmp_path / "var").mkdir()
    return tmp_path


def a_database_of(schema: str) -> None:
    with closing(sqlite3.connect("var/nghedan.db")) as db:
        db.execute("CREATE TABLE alembic_version (version_num)")
        db.execute("CREATE TABLE unit (edition)")
        db.execute("INSERT INTO alembic_version VALUES (?)", (schema,))
        db.commit()


def typed(command, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


@pytest.mark.parametrize("command", [jobs.command, digest.command])
@pytest.mark.parametrize(
    ("schema", "do"), [("0001", "back it up, then run `nghedan migrate`"), ("9999", "install the newer version")]
)
def test_a_database_of_another_version_is_named_with_what_to_do(folder: Path, command, schema: str, do: str) -> None:
    a_database_of(schema)

    shown = typed(command)

    assert shown.exit_code == 1
    assert f"schema is {schema}, this program's {migrate.head()}: {do}." in shown.output


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--lat", "200", "--lon", "5"), "200.0 is not in the range"),
        (("--lat", "16"), "Give both --lat and --lon."),
        (("--province", "xy", "quang dien"), "There is no province xy"),
    ],
)
def test_no_place_is_sought_where_none_can_be(arguments: tuple[str, ...], says: str) -> None:
    shown = typed(place.command, *arguments)

    assert (shown.exit_code, says in shown.output) == (2, True)


def test_a_backup_goes_into_the_folder_that_a_slash_names_also_when_it_is_not_there_yet(folder: Path) -> None:
    a_database_of(migrate.head())

    typed(backup.command, f"{folder}/usb/")

    assert [file.name.startswith("nghedan-") for file in (folder / "usb").iterdir()] == [True]
