"""An empty database of its own for each test, on both engines: `database` runs a test twice."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from storage.schema import metadata
from tests.support.postgres import execute, fresh_database, named


async def _create(url: str) -> None:
    database = Database(url)
    async with database.begin() as connection:
        await connection.run_sync(metadata.create_all)
    await database.close()


@pytest.fixture(scope="session")
def empty_sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and no rows; tests copy it."""
    file = tmp_path_factory.mktemp("sqlite") / "empty.db"
    asyncio.run(_create(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def empty_postgres_template(postgres_url: str, worker_id: str) -> str:
    """The name of a PostgreSQL database with all tables and no rows; tests get copies of it."""
    name = f"nghedan_empty_{worker_id}_{os.getpid()}"

    async def prepare() -> None:
        await execute(postgres_url, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
        await _create(named(postgres_url, name))

    asyncio.run(prepare())
    return name


@pytest.fixture
def sqlite_url(empty_sqlite_file: Path, tmp_path: Path) -> str:
    """A SQLite database with all tables, of this test alone."""
    file = tmp_path / "nghedan.db"
    shutil.copyfile(empty_sqlite_file, file)
    return f"sqlite:///{file}"


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """Which engine the test runs on; prepared here, before a loop runs."""
    request.getfixturevalue("empty_sqlite_file" if request.param == "sqlite" else "empty_postgres_template")
    name: str = request.param
    return name


@pytest.fixture
async def database(request: pytest.FixtureRequest, engine: str) -> AsyncIterator[Database]:
    """An open database with all tables and no rows."""
    if engine == "sqlite":
        opened = Database(request.getfixturevalue("sqlite_url"))
        yield opened
        await opened.close()
        return
    server, template = (
        request.getfixturevalue("postgres_url"),
        request.getfixturevalue("empty_postgres_template"),
    )
    async with fresh_database(server, template=template) as url:
        opened = Database(url)
        yield opened
        await opened.close()
