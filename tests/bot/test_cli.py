from __future__ import annotations

import importlib
import inspect
import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot import __version__
from bot.cli import COMMANDS, cli, main

ROOT = Path(__file__).parents[2]
HEAVY = (
    "aiohttp",
    "sqlalchemy",
    "telegram",
    "asyncpg",
    "cryptography",
    "apscheduler",
    "PIL",
    "structlog",
    "msgspec",
)


def nghedan(*arguments: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a shell would."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), **environ}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def commands() -> list[tuple[str, click.Command]]:
    """Every command and subcommand with what is typed to reach it."""
    found: list[tuple[str, click.Command]] = []
    context = click.Context(cli)
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        found += within(name, command)
    return found


def within(name: str, command: click.Command) -> list[tuple[str, click.Command]]:
    """The command and, of a group, all below it."""
    below = command.commands.items() if isinstance(command, click.Group) else ()
    return [(name, command), *(one for sub, part in below for one in within(f"{name} {sub}", part))]


def status_of(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    return int(ended.value.code or 0)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_of_the_table_exists_and_says_what_the_table_says(name):
    command = importlib.import_module(f"bot.cli.{name}").command

    assert inspect.cleandoc(command.help or "").splitlines()[0] == COMMANDS[name]


def test_every_command_file_is_in_the_table():
    folder = ROOT / "bot" / "cli"
    files = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/__init__.py")}

    assert {name for name in files if hasattr(importlib.import_module(f"bot.cli.{name}"), "command")} == set(COMMANDS)


def test_every_help_has_an_example_that_names_its_command():
    for name, command in commands():
        if isinstance(command, click.Group):
            continue
        text = command.get_help(click.Context(command, info_name=name))
        assert "Examples:" in text, name
        assert f"nghedan {name}" in text, name


def test_help_lists_every_command(tmp_path):
    shown = nghedan("--help", cwd=tmp_path)

    assert shown.returncode == 0
    assert [name for name in COMMANDS if name not in shown.stdout] == []


def test_neither_help_nor_a_commands_file_imports_anything_heavy(tmp_path):
    script = (
        "import sys, importlib\n"
        "from bot.cli import COMMANDS\n"
        "for name in COMMANDS: importlib.import_module(f'bot.cli.{name}')\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    assert shown.stdout.strip() == "[]"


def test_the_version_is_shown(capsys):
    assert status_of("--version") == 0
    assert capsys.readouterr().out.strip() == f"nghedan {__version__}"


@pytest.mark.parametrize("arguments", [["bogus"], ["migrate", "--bogus"], []])
def test_wrong_usage_ends_with_2(arguments, capsys):
    assert status_of(*arguments) == 2
    assert "Usage:" in capsys.readouterr().err


def test_bad_settings_are_all_named_without_a_traceback(tmp_path):
    ended = nghedan("doctor", cwd=tmp_path, NGHEDAN_WEB_PORT="x", NGHEDAN_DIGEST_AT="y")

    assert ended.returncode == 2
    assert ended.stdout == ""
    assert "2 settings cannot be used" in ended.stderr
    assert "NGHEDAN_WEB_PORT" in ended.stderr
    assert "NGHEDAN_DIGEST_AT" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_error_is_one_clear_sentence(tmp_path):
    ended = nghedan("backup", cwd=tmp_path)

    assert ended.returncode == 1
    assert ended.stderr == "Error: There is no database at var/nghedan.db yet, so there is nothing to copy.\n"


def test_an_unforeseen_error_is_a_sentence_too_and_a_traceback_on_demand(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("var").write_text("a file where a folder should be")

    ended, said = status_of("migrate"), capsys.readouterr().err
    monkeypatch.setenv("NGHEDAN_LOG_LEVEL", "debug")
    at_length, more = status_of("migrate"), capsys.readouterr().err

    assert ended == at_length == 1
    assert said.startswith("Error: ")
    assert "Traceback" not in said
    assert "Traceback" in more


@pytest.mark.slow
def test_a_database_is_made_brought_to_the_newest_and_checked(tmp_path):
    before = nghedan("migrate", "--check", cwd=tmp_path)
    made = nghedan("migrate", cwd=tmp_path)
    again = nghedan("migrate", "--json", cwd=tmp_path)
    after = nghedan("migrate", "--check", cwd=tmp_path)

    assert before.returncode == 1
    assert "The schema is empty" in before.stdout
    assert made.returncode == 0, made.stderr
    assert "Units: loaded." in made.stdout
    answer = json.loads(again.stdout)
    assert (answer["schema_before"], answer["units_loaded"]) == (answer["schema"], False)
    assert after.returncode == 0


@pytest.mark.slow
def test_a_backup_is_made_checked_and_put_back_from_the_command_line(tmp_path):
    nghedan("migrate", cwd=tmp_path)
    (tmp_path / "var" / "files").mkdir()
    (tmp_path / "var" / "files" / "a.jpg").write_bytes(b"photo")

    made = nghedan("backup", "--json", cwd=tmp_path)
    archive = json.loads(made.stdout)["file"]
    whole = nghedan("restore", "--check", archive, cwd=tmp_path)
    refused = nghedan("restore", archive, cwd=tmp_path)
    restored = nghedan("restore", archive, cwd=tmp_path, NGHEDAN_DATA_FOLDER="again")

    assert (whole.returncode, refused.returncode, restored.returncode) == (0, 1, 0), restored.stderr
    assert "not empty" in refused.stderr
    assert (tmp_path / "again" / "files" / "a.jpg").read_bytes() == b"photo"
    assert nghedan("migrate", "--check", cwd=tmp_path, NGHEDAN_DATA_FOLDER="again").returncode == 0


@pytest.mark.slow
def test_the_doctor_says_what_is_bad_and_ends_with_1(tmp_path):
    well = nghedan("doctor", cwd=tmp_path)
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "secret.key").write_text("k")
    (tmp_path / "var" / "secret.key").chmod(0o644)
    ill = nghedan("doctor", cwd=tmp_path)
    as_json = nghedan("doctor", "--json", cwd=tmp_path)

    assert well.returncode == 0, well.stdout
    assert ill.returncode == as_json.returncode == 1
    assert "BAD  key" in ill.stdout
    assert "-> chmod 600" in ill.stdout
    assert [entry["check"] for entry in json.loads(as_json.stdout) if entry["level"] == "bad"] == ["key"]
