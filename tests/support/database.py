"""An empty database of its own for each test, on both engines: `database` runs a test twice."""

from __future__ import annotations

import asyncio
import copy
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from storage import migrate
from storage.database import Database
from storage.schema import metadata
from storage.units import load_shipped
from tests.support.postgres import execute, fresh_database, named
from tests.support.reused import made_once, made_once_on

# What the driver makes of days and moments by itself goes from Python 3.12 on: no statement may rest on it.
sqlite3.adapters.clear()


async def _create(url: str) -> None:
    database = Database(url)
    async with database.begin() as connection:
        await connection.run_sync(metadata.create_all)
    await database.close()


async def _load_shipped(url: str) -> None:
    database = Database(url)
    async with database.begin() as connection:
        await load_shipped(connection)
    await database.close()


@pytest.fixture(scope="session")
def empty_sqlite_file(run_folder: Path) -> Path:
    """A SQLite file with all tables and no rows; tests copy it."""
    file = run_folder / "empty.db"
    with made_once(run_folder, "empty-sqlite") as first:
        if first:
            asyncio.run(_create(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def migrated_sqlite_file(run_folder: Path) -> Path:
    """A SQLite file that the migrations brought to the newest schema, without rows; tests copy it."""
    file = run_folder / "migrated.db"
    with made_once(run_folder, "migrated-sqlite") as first:
        if first:
            migrate.upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def installed_sqlite_file(migrated_sqlite_file: Path, run_folder: Path) -> Path:
    """A SQLite file as `nghedan migrate` leaves it: the newest schema and the shipped units; tests copy it."""
    file = run_folder / "installed.db"
    with made_once(run_folder, "installed-sqlite") as first:
        if first:
            shutil.copyfile(migrated_sqlite_file, file)
            asyncio.run(_load_shipped(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def empty_postgres_template(postgres_url: str, run_folder: Path, run_name: str) -> str:
    """The name of a PostgreSQL database with all tables and no rows; tests get copies of it."""
    name = f"{run_name}_empty"
    with made_once_on(postgres_url, run_folder, "empty-postgres") as first:
        if first:
            asyncio.run(execute(postgres_url, f"CREATE DATABASE {name}"))
            asyncio.run(_create(named(postgres_url, name)))
    return name


@pytest.fixture(scope="session")
def migrated_postgres_template(postgres_url: str, run_folder: Path, run_name: str) -> str:
    """The name of a PostgreSQL database that the migrations brought to the newest schema; tests get copies of it."""
    name = f"{run_name}_migrated"
    with made_once_on(postgres_url, run_folder, "migrated-postgres") as first:
        if first:
            asyncio.run(execute(postgres_url, f"CREATE DATABASE {name}"))
            migrate.upgrade(named(postgres_url, name))
    return name


@pytest.fixture(scope="session")
def reused_sqlite(empty_sqlite_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], str]:
    """Returns the address of this process's SQLite file, which is as if it had just been made."""
    file = tmp_path_factory.mktemp("sqlite") / "nghedan.db"

    def fresh() -> str:
        for left in file.parent.iterdir():  # also what a test that was broken off left of its log
            left.unlink()
        shutil.copyfile(empty_sqlite_file, file)
        return f"sqlite:///{file}"

    return fresh


@pytest.fixture
def sqlite_url(empty_sqlite_file: Path, tmp_path: Path) -> str:
    """A SQLite database with all tables, of this test alone."""
    file = tmp_path / "nghedan.db"
    shutil.copyfile(empty_sqlite_file, file)
    return f"sqlite:///{file}"


@pytest.fixture
def installed_url(installed_sqlite_file: Path, tmp_path: Path) -> str:
    """A SQLite database as `nghedan migrate` leaves it, of this test alone."""
    file = tmp_path / "nghedan.db"
    shutil.copyfile(installed_sqlite_file, file)
    return f"sqlite:///{file}"


@pytest.fixture
async def postgres_database_url(postgres_url: str, migrated_postgres_template: str) -> AsyncIterator[str]:
    """A PostgreSQL database as the migrations leave it, of this test alone."""
    async with fresh_database(postgres_url, template=migrated_postgres_template) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """Which engine the test runs on."""
    name: str = request.param
    return name


@pytest.fixture
def migrated_url(request: pytest.FixtureRequest, engine: str, tmp_path: Path) -> str:
    """A database on each engine as the migrations leave it, of this test alone."""
    if engine == "postgresql":
        url: str = request.getfixturevalue("postgres_database_url")
        return url
    file = tmp_path / "nghedan.db"
    shutil.copyfile(request.getfixturevalue("migrated_sqlite_file"), file)
    return f"sqlite:///{file}"


@pytest.fixture
def tables_url(request: pytest.FixtureRequest, engine: str) -> str:
    """The address of a database with all tables and no rows; prepared here, before a loop runs."""
    fresh: Callable[[], str] = (
        request.getfixturevalue("reused_sqlite")
        if engine == "sqlite"
        else request.getfixturevalue("reused_postgres").fresh
    )
    return fresh()


_known: dict[str, Database] = {}
"""By address: engines that have closed all connections and kept their compiled statements, a sixth of a test's work."""


@pytest.fixture
async def database(tables_url: str) -> AsyncIterator[Database]:
    """An open database with all tables and no rows."""
    if tables_url not in _known:
        _known[tables_url] = Database(tables_url)
    opened = copy.copy(_known[tables_url])  # what a test changes about it is gone with the copy
    opened._turn = asyncio.Lock()  # one of this test's loop
    yield opened
    await opened.close()
