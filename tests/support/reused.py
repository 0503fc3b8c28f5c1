"""
One PostgreSQL database a process, emptied between tests; and things that are made once a run for all processes.

Making a database for each test cost half of the whole suite's CPU (a copy of the template is 300 files). Emptying one
takes about 2 ms: only tables that hold rows are touched, and all numbers begin at 1 again.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import secrets
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import asyncpg
import pytest

from tests.support.postgres import execute, named

T = TypeVar("T")

USES = 200
"""After so many tests the database is made anew: deleted rows are not vacuumed away."""

OTHERS = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
SHAPE = """
    SELECT count(*), sum(relnatts), sum(relchecks), count(*) FILTER (WHERE relhastriggers)
    FROM pg_class WHERE relnamespace = 'public'::regnamespace
"""


class Reused:
    """A database of this process alone: `fresh` returns its address, and it is as if it had just been made."""

    def __init__(self, server_url: str, template: str, name: str) -> None:
        self._server, self._template, self._name = server_url, template, name
        self._loop = asyncio.new_event_loop()
        self._connection: asyncpg.Connection[Any] | None = None
        self._uses = 0

    def fresh(self) -> str:
        """Throw out whoever is still connected, empty the tables; call it where no loop runs."""
        self._wait(self._fresh())
        return named(self._server, self._name)

    def close(self) -> None:
        """Drop it."""
        self._wait(self._drop())
        self._loop.close()

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        return self._loop.run_until_complete(work)

    async def _fresh(self) -> None:
        self._uses += 1
        if self._connection is None or self._uses > USES or not await self._emptied(self._connection):
            await self._make()

    async def _make(self) -> None:
        await self._drop()
        await execute(self._server, f"CREATE DATABASE {self._name} TEMPLATE {self._template}")
        url = named(self._server, self._name).replace("postgresql+asyncpg://", "postgresql://")
        self._connection = connection = await asyncpg.connect(url)
        # Rows may be deleted in any order.
        await connection.execute("SET session_replication_role = replica")
        names = {
            kind: [row[0] for row in await connection.fetch(f"SELECT relname FROM pg_class WHERE relkind = '{kind}'"
                   " AND relnamespace = 'public'::regnamespace")]
            for kind in ("r", "S")
        }  # fmt: skip
        filled = [f"SELECT 'DELETE FROM {table}' WHERE EXISTS (SELECT FROM {table})" for table in names["r"]]
        counted = [f"SELECT 'SELECT setval(''{name}'', 1, false)' FROM {name} WHERE is_called" for name in names["S"]]
        self._dirty = await connection.prepare(" UNION ALL ".join([*filled, *counted]))
        self._shape = await connection.fetchrow(SHAPE)
        self._uses = 1

    async def _emptied(self, connection: asyncpg.Connection[Any]) -> bool:
        """Empty it; False when that is not possible, because a test has changed the tables themselves."""
        await connection.execute(f"SELECT pg_terminate_backend(pid, 10000) {OTHERS}")
        if await connection.fetchrow(SHAPE) != self._shape:
            return False
        statements = [row[0] for row in await self._dirty.fetch()]
        if statements:
            await connection.execute(";".join(statements))
        return True

    async def _drop(self) -> None:
        if self._connection is not None:
            await self._connection.close()
            self._connection = None
        await execute(self._server, f"DROP DATABASE IF EXISTS {self._name} WITH (FORCE)")


@contextlib.contextmanager
def made_once(folder: Path, name: str) -> Iterator[bool]:
    """True for the one process of the run that has to make a thing; the others wait until it is made."""
    done = folder / f"{name}.made"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield not done.exists()
        done.touch()


@contextlib.contextmanager
def made_once_on(server_url: str, folder: Path, name: str) -> Iterator[bool]:
    """The same for what lies on a server: where all processes had left, the server was stopped, and the next is empty."""
    with made_once(folder, f"{name}-{urlsplit(server_url).port}") as first:
        yield first


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    # With xdist every worker has a folder inside the run's; without, the folder is the run's.
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def run_name(run_folder: Path) -> str:
    """A name that no other run on the same server has."""
    return _run_name(run_folder)


def _run_name(folder: Path) -> str:
    file = folder / "run-name"
    with made_once(folder, "run-name") as first:
        if first:
            file.write_text(f"nghedan_{secrets.token_hex(4)}", encoding="utf-8")
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def reused_postgres(postgres_url: str, empty_postgres_template: str, run_name: str) -> Iterator[Reused]:
    """The database that this process's tests use one after another."""
    reused = Reused(postgres_url, empty_postgres_template, f"{run_name}_{os.getpid()}")
    yield reused
    reused.close()


@pytest.hookimpl(tryfirst=True)  # pytest removes the folder then
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Leave nothing on a server that was there before us; only the process that leads the run does this."""
    server = os.environ.get("TEST_DATABASE_URL")
    factory: pytest.TempPathFactory | None = getattr(session.config, "_tmp_path_factory", None)
    if server is None or factory is None or hasattr(session.config, "workerinput"):
        return
    if (folder := factory.getbasetemp()).joinpath("run-name.made").exists():
        asyncio.run(_drop_all(server, _run_name(folder)))


async def _drop_all(server: str, prefix: str) -> None:
    connection = await asyncpg.connect(server.replace("postgresql+asyncpg://", "postgresql://"))
    try:
        left = await connection.fetch("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", prefix)
        for row in left:
            await connection.execute(f"DROP DATABASE IF EXISTS {row[0]} WITH (FORCE)")
    finally:
        await connection.close()
