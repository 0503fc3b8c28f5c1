"""
How long the daily digests of a whole country take, and what chats feel meanwhile: `python -m benchmarks digests`.

An officer for each of 3,321 communes and six organisations, a growing number of petitions. "Everything new" is the
first digest of a week, which names cases up to its limit; "ordinary" has what changed since yesterday. CPU is that of
this process with the threads that SQLite reads in, not PostgreSQL's own. Chats go through the real intake in the same
loop, each message until it is committed; the longest hold is that of a digest's transaction, commit included.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import secrets
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.reports.rows import add_officers, fill
from bot.cli.frame import progress
from conversation.messages import Inbound
from handlers.intake import Intake
from handlers.router import Router
from scheduler.digests import send_digests
from scheduler.job import JobContext
from storage import migrate, schema
from storage.database import Database
from storage.digest_queue import tidy
from tests.support.postgres import NoPostgres, execute, named, start_server
from tests.support.talk import House, NoDelivery, NoObserver, NoSpool, table

NOW = datetime(2026, 11, 20, 0, 40, tzinfo=UTC)
"""A Friday, 07:40 in Vietnam."""

YESTERDAY = NOW - timedelta(days=1)
SAID = ("Đèn đường ngõ 12 thôn Hạ Lang xã Quảng Điền, Huế hỏng cả tháng nay", "hủy")


@dataclass
class Times:
    """What was measured for one size."""

    petitions: int = 0
    digests: int = 0
    everything: list[tuple[float, float]] = field(default_factory=list)
    """(seconds, seconds of CPU) of each run."""
    ordinary: list[tuple[float, float]] = field(default_factory=list)
    hold_ms: float = 0.0
    work_ms: float = 0.0
    idle_ms: list[float] = field(default_factory=list)
    busy_ms: list[float] = field(default_factory=list)


class Watched(Database):
    """A database that notes how long its longest transaction held the writer: at work, and with its commit."""

    longest = working = 0.0

    @contextlib.asynccontextmanager
    async def begin(self, *, durable: bool = True) -> AsyncIterator[AsyncConnection]:
        waiting = super().begin(durable=durable)
        async with waiting as db:
            began = time.perf_counter()
            yield db
            self.working = max(self.working, time.perf_counter() - began)
        self.longest = max(self.longest, time.perf_counter() - began)


async def reset(database: Database, since: datetime | None) -> None:
    """Take the digests back; officers had theirs at `since`."""
    async with database.begin() as db:
        await db.execute(delete(schema.outbox).where(schema.outbox.c.once.is_not(None)))
        await db.execute(update(schema.officer).values(digest_at=since))
    await tidy(database)  # else whoever writes next pays for what was taken back
    if database.dialect == "postgresql":
        await execute(database.url.render_as_string(hide_password=False), "VACUUM outbox", "VACUUM officer")


async def run(database: Database) -> tuple[int, float, float]:
    """Send all digests; return how many, the seconds and the CPU seconds."""
    began, used = time.perf_counter(), time.process_time()
    count = await send_digests(database, JobContext(now=NOW, slot="hand-benchmark"))
    return count, time.perf_counter() - began, time.process_time() - used


# --- Chats ----------------------------------------------------------------------------------------------------------


class Chats:
    """Residents who write at a steady rate, whatever happens; each message is timed from when it was due."""

    def __init__(self, database: Database, rate: float) -> None:
        house = House(database)
        self._clock, self._rate, self._sent = house.clock, rate, 0
        self._intake = Intake(
            database, house.services, Router(table()), NoDelivery(), NoSpool(), NoObserver(),
            me=secrets.token_hex(4), clock=house.clock,
        )  # fmt: skip
        self._intake.start()

    async def one(self, into: list[float], due: float) -> None:
        number, self._sent = self._sent, self._sent + 1
        name = f"bench-{number // 2 % 300}"
        text = SAID[number % 2]
        inbound = Inbound("webchat", f"{secrets.token_hex(6)}-{number}", name, self._clock(), text=text)
        await self._intake.receive(inbound)
        into.append((time.perf_counter() - due) * 1000)

    async def write(self, into: list[float], until: asyncio.Event) -> None:
        """Write until told to stop; return when all is committed."""
        began, number, tasks = time.perf_counter(), 0, set()
        while not until.is_set():
            due = began + number / self._rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            tasks.add(asyncio.create_task(self.one(into, due)))
            number += 1
        await asyncio.gather(*tasks)

    async def stop(self) -> None:
        await self._intake.stop()


async def idle(chats: Chats, into: list[float], seconds: float) -> None:
    until = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, until.set)
    await chats.write(into, until)


async def busy(chats: Chats, database: Database, into: list[float]) -> None:
    until = asyncio.Event()
    writing = asyncio.create_task(chats.write(into, until))
    await run(database)
    until.set()
    await writing


# --- One size -------------------------------------------------------------------------------------------------------


async def measure(url: str, options: argparse.Namespace) -> Times:
    """Measure a filled database."""
    database, times = Watched(url), Times()
    try:
        for since, into in ((None, times.everything), (YESTERDAY, times.ordinary)):
            for _ in range(options.runs):
                await reset(database, since)
                database.longest = database.working = 0.0
                times.digests, seconds, cpu = await run(database)
                times.hold_ms = max(times.hold_ms, database.longest * 1000)
                times.work_ms = max(times.work_ms, database.working * 1000)
                into.append((seconds, cpu))
        chats = Chats(database, options.rate)
        await idle(chats, [], 2.0)  # the first words read the tables of places
        gc.collect()
        gc.freeze()  # as the running program does when it stands
        gc.set_threshold(20_000, 20, 20)
        while len(times.busy_ms) < options.messages:
            await idle(chats, times.idle_ms, 4.0)
            await reset(database, YESTERDAY)
            await busy(chats, database, times.busy_ms)
        await chats.stop()
        async with database.read() as db:
            times.petitions = int(await db.scalar(select(func.count()).select_from(schema.petition)) or 0)
    finally:
        await database.close()
    return times


async def fill_with(url: str, petitions: int) -> None:
    """Fill a migrated database."""
    database = Database(url)
    with progress(petitions, f"Filling {petitions:,} petitions") as bar:
        await fill(database, petitions, tick=bar.update)
    await add_officers(database)
    if database.dialect == "postgresql":
        async with database.begin() as db:  # the rows brought their own ids
            for name in ("person", "petition", "case_file", "officer"):
                newest = f"(SELECT max(id) FROM {name})"
                await db.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), {newest})"))
    await database.close()
    await settle(url)


async def settle(url: str) -> None:
    """Let PostgreSQL do now what it does beside an installation that runs, and would in the middle of a measurement."""
    if not url.startswith("sqlite"):
        await execute(url, "VACUUM ANALYZE", "CHECKPOINT")


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


COLUMNS = (
    "database", "petitions", "digests", "everything new, s", "CPU s", "ordinary, s", "CPU s",
    "longest hold, with commit, ms", "chat p50 idle → digests, ms", "p99 idle → digests, ms", "ratio",
)  # fmt: skip


def line(name: str, times: Times) -> str:
    cells = [name, f"{times.petitions:,}", f"{times.digests:,}"]
    for runs in (times.everything, times.ordinary):
        cells += [f"{min(seconds for seconds, _ in runs):.2f}", f"{min(cpu for _, cpu in runs):.2f}"]
    cells.append(f"{times.work_ms:.0f}, {times.hold_ms:.0f}")
    for share in (0.5, 0.99):
        cells.append(f"{percentile(times.idle_ms, share):.1f} → {percentile(times.busy_ms, share):.1f}")
    calm = percentile(times.idle_ms, 0.99)
    cells.append(f"{percentile(times.busy_ms, 0.99) / calm:.1f}" if calm else "–")
    return f"| {' | '.join(cells)} |"


@contextlib.contextmanager
def urls(options: argparse.Namespace) -> Iterator[Iterator[tuple[str, str]]]:
    """Give (name, URL) of a filled database for each size, one after the other."""
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:

        def each() -> Iterator[tuple[str, str]]:
            if options.url:
                yield options.url.partition(":")[0], options.url
                return
            for name in options.database:
                server = start_server(durable=True) if name == "postgresql" else None
                if server is not None:
                    stack.callback(server.stop)
                for size in options.sizes:
                    place = Path(options.keep or folder) / f"digests-{size}.db"
                    url = f"sqlite:///{place}"
                    if server is not None:
                        asyncio.run(execute(server.url, f"CREATE DATABASE digests_{size}"))
                        url = named(server.url, f"digests_{size}")
                    filled = server is None and place.exists()
                    migrate.upgrade(url)
                    if not filled:
                        asyncio.run(fill_with(url, size))
                    yield name, url

        yield each()


def print_table(columns: Sequence[str], options: argparse.Namespace, row: Callable[[str, str], str]) -> int:
    """Print a table with a row for each filled database, given its engine and address; return the exit status."""
    print(f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}", flush=True)
    try:
        with urls(options) as found:
            for name, url in found:
                print(row(name, url), flush=True)
    except NoPostgres as reason:
        print(f"\nLeft out: PostgreSQL: {reason}", flush=True)
        return 1
    return 0


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks digests", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="petitions")
    parser.add_argument("--database", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    parser.add_argument("--runs", type=int, default=3, help="of each; the best counts (default 3)")
    parser.add_argument("--rate", type=float, default=10.0, help="chat messages a second (default 10)")
    parser.add_argument("--messages", type=int, default=600, help="chat messages during digests (default 600)")
    parser.add_argument("--keep", help="a folder for the filled SQLite files; those that are there are used again")
    parser.add_argument("--url", help="a database that was filled before, and nothing else")
    options = parser.parse_args(given)
    return print_table(COLUMNS, options, lambda name, url: line(name, asyncio.run(measure(url, options))))


if __name__ == "__main__":
    sys.exit(main())
