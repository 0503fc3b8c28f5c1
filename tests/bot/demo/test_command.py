from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.demo import command
from storage import migrate

pytestmark = pytest.mark.slow  # loading the demo takes some seconds


@pytest.fixture
def installation(tmp_path: Path, loaded_sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose database holds the demo, as `nghedan migrate` and `nghedan demo` leave it."""
    file = tmp_path / "nghedan.db"
    shutil.copyfile(loaded_sqlite_file, file)
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (migrate.head(),))
    connection.close()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_says_what_is_loaded_and_how_to_look_at_it(installation):
    result = CliRunner().invoke(command, [])

    assert result.exit_code == 0, result.output
    assert "Loaded before: the demo of seed 1 until 2026-11-21." in result.output
    assert "http://127.0.0.1:8080/officer?start=inv_" in result.output
    assert "an officer waits for this resident's answer" in result.output


def test_the_command_answers_programs_in_json(installation):
    answer = json.loads(CliRunner().invoke(command, ["--json"]).output)

    assert answer["loaded_now"] is False
    assert answer["counts"]["petitions"] > 300
    assert [login["role"] for login in answer["logins"]] == ["officer", "leader"]
    assert {"code", "pin", "shows"} == set(answer["try"][0])


def test_the_command_removes_the_demo_once(installation):
    first = CliRunner().invoke(command, ["--remove"])
    second = CliRunner().invoke(command, ["--remove"])

    assert first.output.startswith("Removed: 4")
    assert (second.exit_code, second.output) == (0, "There is no demo to remove.\n")


def test_the_command_refuses_with_one_sentence_and_status_1(installation):
    result = CliRunner().invoke(command, ["--seed", "9"])

    assert result.exit_code == 1
    assert "`nghedan demo --remove`" in result.output


def test_remove_stands_alone(installation):
    assert CliRunner().invoke(command, ["--remove", "--seed", "1"]).exit_code == 2


@pytest.mark.slow
def test_the_command_loads_into_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)

    answer = json.loads(CliRunner().invoke(command, ["--json", "--until", "2026-10-31", "--seed", "3"]).output)

    assert (answer["loaded_now"], answer["until"], answer["seed"]) == (True, "2026-10-31", 3)
    assert (tmp_path / "var" / "nghedan.db").exists()
