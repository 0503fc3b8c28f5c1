"""The demo loaded once a run on each engine: tests look at it together, or change a copy of their own."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.support.demo import load_into
from tests.support.postgres import execute, fresh_database, named
from tests.support.reused import made_once, made_once_on


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def engine(request: pytest.FixtureRequest) -> str:
    """Which engine the test runs on; three months of petitions take PostgreSQL so long that the slow suite does it."""
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def loaded_sqlite_file(run_folder: Path, empty_sqlite_file: Path) -> Path:
    """A SQLite file with the demo; tests copy it."""
    file = run_folder / "demo.db"
    with made_once(run_folder, "demo-sqlite") as first:
        if first:
            shutil.copyfile(empty_sqlite_file, file)
            load_into(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def loaded_postgres_template(postgres_url: str, empty_postgres_template: str, run_folder: Path, run_name: str) -> str:
    """The name of a PostgreSQL database with the demo; tests get copies of it."""
    name = f"{run_name}_demo"
    with made_once_on(postgres_url, run_folder, "demo-postgres") as first:
        if first:
            asyncio.run(execute(postgres_url, f"CREATE DATABASE {name} TEMPLATE {empty_postgres_template}"))
            load_into(named(postgres_url, name))
    return name


@pytest.fixture(scope="session")
def seen_sqlite_url(run_folder: Path, loaded_sqlite_file: Path) -> str:
    """A copy that all tests look at."""
    file = run_folder / "demo-seen.db"
    with made_once(run_folder, "demo-seen-sqlite") as first:
        if first:
            shutil.copyfile(loaded_sqlite_file, file)
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def seen_postgres_url(postgres_url: str, loaded_postgres_template: str, run_folder: Path) -> str:
    """A copy that all tests look at and none can change; a template itself may have no visitors."""
    name = f"{loaded_postgres_template}_seen"
    with made_once_on(postgres_url, run_folder, "demo-seen-postgres") as first:
        if first:
            copy = f"CREATE DATABASE {name} TEMPLATE {loaded_postgres_template}"
            read_only = f"ALTER DATABASE {name} SET default_transaction_read_only = on"
            asyncio.run(execute(postgres_url, copy, read_only))
    return named(postgres_url, name)


@pytest.fixture
def seen_url(request: pytest.FixtureRequest, engine: str) -> str:
    """Where the demo lies that all tests look at; loaded here, before a loop runs."""
    url: str = request.getfixturevalue("seen_sqlite_url" if engine == "sqlite" else "seen_postgres_url")
    return url


@pytest.fixture
async def demo(seen_url: str) -> AsyncIterator[Database]:
    """An open database with the demo, to look at."""
    opened = Database(seen_url)
    yield opened
    await opened.close()


@pytest.fixture
def loaded(request: pytest.FixtureRequest, engine: str) -> str:
    """Which engine the test runs on; loaded here, before a loop runs."""
    request.getfixturevalue("loaded_sqlite_file" if engine == "sqlite" else "loaded_postgres_template")
    return engine


@pytest.fixture
async def demo_of_its_own(request: pytest.FixtureRequest, loaded: str, tmp_path: Path) -> AsyncIterator[Database]:
    """An open database with the demo, of this test alone."""
    if loaded == "sqlite":
        file = tmp_path / "demo.db"
        shutil.copyfile(request.getfixturevalue("loaded_sqlite_file"), file)
        opened = Database(f"sqlite:///{file}")
        yield opened
        await opened.close()
        return
    server, template = (request.getfixturevalue(name) for name in ("postgres_url", "loaded_postgres_template"))
    async with fresh_database(server, template=template) as url:
        opened = Database(url)
        yield opened
        await opened.close()
