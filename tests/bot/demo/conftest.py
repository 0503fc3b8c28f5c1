"""The demo loaded once on each engine; tests get copies."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database
from tests.support.demo import load_into
from tests.support.postgres import execute, fresh_database, named


@pytest.fixture(scope="session")
def loaded_sqlite_file(tmp_path_factory: pytest.TempPathFactory, empty_sqlite_file: Path) -> Path:
    """A SQLite file with the demo; tests copy it."""
    file = tmp_path_factory.mktemp("demo") / "loaded.db"
    shutil.copyfile(empty_sqlite_file, file)
    load_into(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def loaded_postgres_template(postgres_url: str, empty_postgres_template: str) -> Iterator[str]:
    """The name of a PostgreSQL database with the demo; tests get copies of it."""
    name = f"{empty_postgres_template}_demo"
    create = (f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE {empty_postgres_template}")
    asyncio.run(execute(postgres_url, *create))
    load_into(named(postgres_url, name))
    yield name
    asyncio.run(execute(postgres_url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))


@pytest.fixture(params=["sqlite", "postgresql"])
def loaded(request: pytest.FixtureRequest) -> str:
    """Which engine the test runs on; loaded here, before a loop runs."""
    request.getfixturevalue("loaded_sqlite_file" if request.param == "sqlite" else "loaded_postgres_template")
    name: str = request.param
    return name


@pytest.fixture
async def demo(request: pytest.FixtureRequest, loaded: str, tmp_path: Path) -> Any:
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
