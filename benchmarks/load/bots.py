"""How each bot is started: every row of the table begins with a fresh process and an empty database."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import psutil

from benchmarks.load.post import Answer, Poster
from tests.doubles.bot_api import BotApi
from tests.support.postgres import free_port, start_server

ROOT = Path(__file__).resolve().parents[2]
AIOGRAM_PYTHON = ROOT / "benchmarks" / ".venv" / "bin" / "python"
START_SECONDS = 60.0


class LeftOut(Exception):
    """A row cannot be measured here; the message says why."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A bot to be measured: command and environment depend on the server, the bot's port, its folder."""

    name: str
    command: Callable[[BotApi, int], list[str]]
    environment: Callable[[BotApi, int, Path], Mapping[str, str]]
    webhook: bool = True


@dataclass(slots=True)
class Running:
    """
    A bot that answers: seconds from the command until it calls itself ready, and until Telegram knows its address.

    By then it has told Telegram; without Telegram both are the same.
    """

    api: BotApi
    process: psutil.Process
    port: int
    started_in: float
    connected_in: float
    log: Path = field(default_factory=Path)


def _ours(database: str | None) -> Kind:
    def environment(api: BotApi, port: int, folder: Path) -> dict[str, str]:
        return {
            "TELEGRAM_TOKEN": api.token,
            "TELEGRAM_API_URL": api.url,
            "NGHEDAN_TELEGRAM_MODE": "webhook",
            # The driver stands where a TLS proxy would: it takes https addresses and calls http.
            "PUBLIC_URL": f"https://127.0.0.1:{port}",
            "NGHEDAN_WEB_PORT": str(port),
            "NGHEDAN_DATA_FOLDER": str(folder / "var"),
            "NGHEDAN_LOG_LEVEL": "warning",
            # What is measured is our work, not Telegram's pace.
            "NGHEDAN_PACE_PER_CHAT": "0",
            "NGHEDAN_PACE_OVERALL": "0",
            **({"DATABASE_URL": database} if database else {}),
        }

    name = "Nghe Dân, PostgreSQL" if database else "Nghe Dân, SQLite"
    return Kind(name, lambda *_: [sys.executable, "-m", "bot", "run"], environment)


@contextmanager
def ours_on_sqlite() -> Iterator[Kind]:
    yield _ours(None)


@contextmanager
def ours_without_telegram() -> Iterator[Kind]:
    """Ours with the web chat alone, as a newcomer starts it."""
    ours = _ours(None)

    def environment(api: BotApi, port: int, folder: Path) -> dict[str, str]:
        kept = ("NGHEDAN_WEB_PORT", "NGHEDAN_DATA_FOLDER", "NGHEDAN_LOG_LEVEL")
        given = ours.environment(api, port, folder)
        return {name: given[name] for name in kept}

    yield Kind("Nghe Dân, web chat alone", ours.command, environment, webhook=False)


@contextmanager
def house_on_sqlite() -> Iterator[Kind]:
    """Ours with one fixed answer to everything (`house.py`): no conversation can cost less."""
    ours = _ours(None)
    script = str(ROOT / "benchmarks" / "load" / "house.py")
    yield Kind("the same, one fixed answer", lambda *_: [sys.executable, script, "run"], ours.environment)


@contextmanager
def ours_at(folder: Path) -> Iterator[Kind]:
    """Ours on SQLite, as another checkout has it, with this environment."""
    ours = _ours(None)

    def command(api: BotApi, port: int) -> list[str]:
        return ["/bin/sh", "-c", 'cd "$0" && exec "$@"', str(folder.absolute()), *ours.command(api, port)]

    yield Kind(folder.name, command, ours.environment)


def profiled(kind: Kind, file: str) -> Kind:
    """The same bot under cProfile; every figure grows, so compare nothing with it."""
    profiler = ["-m", "cProfile", "-o", str(Path(file).absolute())]

    def command(api: BotApi, port: int) -> list[str]:
        program, *rest = kind.command(api, port)
        return [program, *profiler, *rest]

    return Kind(f"{kind.name}, profiled", command, kind.environment, kind.webhook)


@contextmanager
def aiogram_that_answers_taps() -> Iterator[Kind]:
    """The baseline with the call that Telegram asks for after each tap; ours answers taps as well."""
    with aiogram() as lean:
        yield Kind(
            "aiogram that answers taps", lambda *given: [*lean.command(*given), "--answer-taps"], lean.environment
        )


@contextmanager
def aiogram() -> Iterator[Kind]:
    """The baseline; raises `LeftOut` without its environment."""
    if not AIOGRAM_PYTHON.exists():
        raise LeftOut("aiogram's environment is missing: run `make bench`, which makes it")
    script = str(ROOT / "benchmarks" / "load" / "aiogram_bot.py")

    def command(api: BotApi, port: int) -> list[str]:
        return [str(AIOGRAM_PYTHON), script, "--api-url", api.url, "--token", api.token, "--port", str(port)]

    yield Kind("aiogram in memory", command, lambda *_: {})


@contextmanager
def ours_on_postgres() -> Iterator[Kind]:
    """Ours on a PostgreSQL of its own, with PostgreSQL's own durable defaults."""
    server = start_server(durable=True)
    try:
        yield _ours(server.url)
    finally:
        server.stop()


def fsync_shim(folder: Path) -> Path:
    """Compile the shim; raises `LeftOut` without a C compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None:
        raise LeftOut("no C compiler for the fsync shim")
    built = folder / "fsync_shim.so"
    source = ROOT / "benchmarks" / "fsync_shim.c"
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", str(source), "-o", str(built), "-ldl"], check=True)
    return built


async def post_as_proxy(url: str, headers: dict[str, str], body: bytes, *, poster: Poster) -> Answer:
    """Call http where https was asked for, as a TLS proxy on this machine would."""
    return await poster(url.replace("https://", "http://", 1), headers, body)


@asynccontextmanager
async def running(
    kind: Kind,
    *,
    api_delay: float = 0.0,
    environment: Mapping[str, str] | None = None,
    slow_fsync: bool = False,
) -> AsyncIterator[Running]:
    """Yield the started bot beside a Bot API server in this process; everything is gone afterwards."""
    poster = Poster()

    async def post(url: str, headers: dict[str, str], body: bytes) -> Answer:
        return await post_as_proxy(url, headers, body, poster=poster)

    with tempfile.TemporaryDirectory(prefix="nghedan-bench-") as name:
        folder = Path(name)
        async with BotApi(record_calls=False, api_delay=api_delay, post=post) as api:
            port = free_port()
            given = {**_basics(), **kind.environment(api, port, folder), **(environment or {})}
            if slow_fsync:
                given |= {"LD_PRELOAD": str(fsync_shim(folder)), "FSYNC_DELAY_MS": "5"}
            log = folder / "log"
            began = asyncio.get_running_loop().time()
            with log.open("wb") as output:
                process = subprocess.Popen(  # noqa: ASYNC220 - once, before anything is measured
                    kind.command(api, port), cwd=ROOT, env=given, stdout=output, stderr=output
                )
            try:
                async with aiohttp.ClientSession() as session:
                    await _until(lambda: _says_ready(session, port), process, log)
                started = asyncio.get_running_loop().time() - began
                if kind.webhook:
                    await _until(lambda: _knows_address(api), process, log)
                connected = asyncio.get_running_loop().time() - began
                yield Running(api, psutil.Process(process.pid), port, started, connected, log)
            finally:
                process.terminate()
                try:
                    process.wait(15)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
                poster.close()


def _basics() -> dict[str, str]:
    """What a program needs of our environment: no setting of the developer's must change a figure."""
    kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH")
    return {name: os.environ[name] for name in kept if name in os.environ} | {"PYTHONUNBUFFERED": "1"}


async def _until(true: Callable[[], Awaitable[bool]], process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the bot has done what `true` looks for; raise what it printed when it ends or takes too long."""
    try:
        async with asyncio.timeout(START_SECONDS):
            while not await true():
                if process.poll() is not None:
                    raise RuntimeError(f"the bot ended at once:\n{log.read_text(errors='replace')[-3000:]}")
                await asyncio.sleep(0.01)
    except TimeoutError:
        raise RuntimeError(f"the bot is not ready:\n{log.read_text(errors='replace')[-3000:]}") from None


async def _knows_address(api: BotApi) -> bool:
    return bool(api.updates.url)


async def _says_ready(session: aiohttp.ClientSession, port: int) -> bool:
    try:
        async with session.get(f"http://127.0.0.1:{port}/readyz") as answer:
            return answer.status == 200
    except aiohttp.ClientError:
        return False
