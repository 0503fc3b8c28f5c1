"""The rooms stand where the picture in the README shows them, and keep to their manners."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.sources import ROOT, source

CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ROOMS = (
    "bot", "channels", "console", "scheduler", "handlers", "actions", "reports", "storage", "conversation", "matching",
    "domain", "texts",
)  # fmt: skip
PURE = ("conversation", "matching", "domain", "texts")
"""Rooms that neither read nor write anything but their own data files."""

TOLD_THE_TIME = ("handlers", "actions", "reports", "storage", "conversation", "matching", "domain", "texts")
"""Rooms whose functions are given the moment: a test, a replay and a dry run give another one."""

OUTSIDE_WORLD = {
    "aiohttp", "aiosqlite", "alembic", "apscheduler", "asyncio", "asyncpg", "http", "httpx", "multiprocessing", "requests",
    "select", "selectors", "socket", "sqlalchemy", "sqlite3", "subprocess", "telegram", "threading",
}  # fmt: skip
LONGEST_FILE = 450


def modules(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        yield from sorted((ROOT / room).rglob("*.py"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def existing_rooms() -> list[str]:
    return [room for room in ROOMS if (ROOT / room / "__init__.py").exists()]


def test_every_room_is_watched_by_import_linter_and_installed():
    installed = set(CONFIGURATION["tool"]["setuptools"]["packages"]["find"]["include"])

    assert sorted(CONFIGURATION["tool"]["importlinter"]["root_packages"]) == sorted(existing_rooms())
    assert installed == {name for room in ROOMS for name in (room, f"{room}.*")}


def test_no_package_stands_beside_the_rooms():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}

    assert packages - {"tests", "benchmarks"} <= set(ROOMS)


def test_the_layers_are_those_of_the_house():
    contract = CONFIGURATION["tool"]["importlinter"]["contracts"][0]
    layers = [tuple(name.strip(" ()") for name in layer.split("|")) for layer in contract["layers"]]

    assert layers == [
        ("bot",), ("channels", "console", "scheduler"), ("handlers",), ("actions",), ("reports",), ("storage",),
        ("conversation",), ("matching",), ("domain",), ("texts",),
    ]  # fmt: skip


def test_no_room_imports_one_above_or_beside_it():
    linter = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert linter.returncode == 0, linter.stdout


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_does_not_touch_the_outside_world(room):
    touched = {name_of(path): source(path).packages & OUTSIDE_WORLD for path in modules(room)}

    assert {name: packages for name, packages in touched.items() if packages} == {}


@pytest.mark.parametrize("room", TOLD_THE_TIME)
def test_the_moment_is_passed_in(room):
    asked = {name_of(path): source(path).asks_the_time for path in modules(room)}

    assert {name: lines for name, lines in asked.items() if lines} == {}


def test_no_file_is_longer_than_a_reader_can_hold():
    long = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(*existing_rooms())
        if path.parent.name != "versions"  # a migration is a list of columns, read once from top to bottom
    }

    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}


def test_every_module_says_what_it_holds():
    silent = [
        name_of(path) for path in modules(*existing_rooms()) if path.stat().st_size and not source(path).described
    ]

    assert silent == []


def test_what_a_person_reads_stands_in_texts():
    # Word lists are what matching/ is made of.
    rooms = [room for room in existing_rooms() if room not in {"texts", "matching"}]

    said = {name_of(path): source(path).sentences for path in modules(*rooms) if "data" not in path.parts}

    assert {name: sentences for name, sentences in said.items() if sentences} == {}
