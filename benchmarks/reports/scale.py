"""
How a provincial report grows with the installation: figures, whole value, documents, on SQLite and on PostgreSQL.

`python -m benchmarks.reports.scale` fills databases of 10,000, 100,000 and 1,000,000 petitions (five minutes for the
last) and prints a table. The report is of the province with most petitions, over as many days as give `ROWS` cases,
and over a quarter. Wall is what somebody waits, CPU what this process, those that make documents and the database
server burn.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click
from sqlalchemy import func, select

from actions.reports.compiling import Wish, compile_report
from actions.reports.counting import Counting
from benchmarks.digests import settle
from benchmarks.reports.rows import fill
from domain.calendar import start_of_day
from domain.reporting import Period, ReportKind, days, usual_rule
from reports import documents
from storage import migrate, report_facts, schema
from storage.database import Database
from storage.reads import of_one_moment
from storage.report_rows import Reach
from storage.types import to_ms
from tests.support.postgres import NoPostgres, start_server

SIZES = (10_000, 100_000, 1_000_000)
ROWS = 20_000
NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)
LAST = date(2026, 9, 30)
QUARTER = days(date(2026, 7, 1), LAST)


@dataclass(slots=True)
class Took:
    """Seconds of a step, the best of several runs."""

    wall: float = 1e9
    cpu: float = 1e9

    def note(self, wall: float, cpu: float) -> None:
        self.wall, self.cpu = min(self.wall, wall), min(self.cpu, cpu)

    def __str__(self) -> str:
        return f"{self.wall:.2f} ({self.cpu:.2f})"


@contextlib.contextmanager
def timed(took: Took) -> Iterator[None]:
    wall, cpu = time.perf_counter(), _cpu()
    yield
    took.note(time.perf_counter() - wall, _cpu() - cpu)


SERVER: list[int] = []
"""The process of the PostgreSQL server that was started, if one was."""


def _cpu() -> float:
    """Seconds of this process, of those that it has waited for, and of the database server's."""
    return sum(os.times()[:4]) + sum(map(_family, SERVER))


def _family(pid: int) -> float:
    """Seconds of a process and of its children, those that ended among them. Linux; elsewhere 0."""
    ticks = os.sysconf("SC_CLK_TCK")
    seconds = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            if int(stat.parent.name) == pid:
                seconds += sum(map(int, fields[11:15])) / ticks
            elif int(fields[1]) == pid:
                seconds += sum(map(int, fields[11:13])) / ticks
    return seconds


async def province(database: Database) -> str:
    """Return the province with most cases."""
    c = schema.case_file.c
    query = select(c.province_code).group_by(c.province_code).order_by(func.count().desc()).limit(1)
    async with database.read() as db:
        return str(await db.scalar(query))


async def measure(database: Database, kind: ReportKind, period: Period, runs: int) -> tuple[int, dict[str, Took]]:
    unit = await province(database)
    found = {step: Took() for step in ("figures", "compile", "documents", "all")}
    wish = Wish(usual_rule(kind), unit, "", period)
    reach = Reach(unit, "", to_ms(start_of_day(period.first)), to_ms(start_of_day(period.last)) + 86_400_000)
    for _ in range(runs):
        with timed(found["figures"]):
            async with database.read() as db, of_one_moment(db) as reads:
                Counting(await report_facts.facts(reads, reach))
        with timed(found["all"]):
            async with documents.workshop() as ready:  # as `nghedan report build`
                with timed(found["compile"]):
                    async with database.read() as db:
                        report = await compile_report(db, wish, now=NOW)
                with timed(found["documents"]):
                    await ready.written(report)
    return len(report.cases), found


async def period_of(database: Database, rows: int) -> Period:
    """Return as many days before `LAST` as hold about so many cases of the largest province, half a year at most."""
    unit = await province(database)
    p = schema.case_file.c
    first = LAST
    while first > LAST - timedelta(days=300):
        async with database.read() as db:
            since = p.opened_at >= start_of_day(first)
            until = p.opened_at < start_of_day(LAST + timedelta(days=1))
            if int(await db.scalar(select(func.count()).where(p.province_code == unit, since, until)) or 0) >= rows:
                break
        first -= timedelta(days=7)
    return days(first, LAST)


async def one(name: str, url: str, size: int, runs: int, out: list[str]) -> None:
    await asyncio.to_thread(migrate.ensure, url)
    database = Database(url)
    try:
        async with database.read() as db:
            there = int(await db.scalar(select(func.count()).select_from(schema.petition)) or 0)
        if not there:
            hidden = not sys.stdout.isatty()
            with click.progressbar(length=size, label=f"{name}, {size:,} petitions", hidden=hidden) as bar:
                await fill(database, size, tick=bar.update)
            await settle(url)
        for what, period in (("a quarter", QUARTER), (f"{ROWS:,} rows", await period_of(database, ROWS))):
            if what != "a quarter" and size < 1_000_000:
                continue
            rows, took = await measure(database, ReportKind.QUARTER, period, runs)
            cells = " | ".join(map(str, took.values()))
            out.append(f"| {name} | {size:,} | {what} | {rows:,} | {cells} |")
            click.echo(out[-1])
    finally:
        await database.close()


def urls(folder: Path, kept: str) -> Iterator[tuple[str, str, int]]:
    """Yield (database, url, size); a folder that is kept has its databases from the run before."""
    place = Path(kept) if kept else folder
    for size in SIZES:
        yield "SQLite", f"sqlite:///{place / f'{size}.db'}", size


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    server = start_server(durable=True)
    SERVER[:] = [server.pid] if server.pid else []
    try:
        yield server.url
    finally:
        server.stop()


async def postgres_database(server: str, name: str) -> str:
    import asyncpg

    plain = server.replace("+asyncpg", "")
    connection = await asyncpg.connect(plain)
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()
    return server.rsplit("/", 1)[0] + f"/{name}"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--folder", default="", help="keep the SQLite databases here and use those that are there")
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    given = parser.parse_args(arguments)
    gc.set_threshold(20_000, 20, 20)  # as the running program
    out = [
        "| database | petitions | report of | cases | figures s (CPU) | value s (CPU) | documents s (CPU) | all |",
        "|---|---:|---|---:|---:|---:|---:|---:|",
    ]
    click.echo("\n".join(out))
    with tempfile.TemporaryDirectory() as folder:
        if given.only != "postgresql":
            for name, url, size in urls(Path(folder), given.folder):
                if size <= given.largest:
                    asyncio.run(one(name, url, size, given.runs, out))
    if given.only != "sqlite":
        try:
            with postgres() as server:
                for size in SIZES:
                    if size <= given.largest:
                        url = asyncio.run(postgres_database(server, f"reports-{size}"))
                        asyncio.run(one("PostgreSQL", url, size, given.runs, out))
        except NoPostgres as reason:
            click.echo(f"PostgreSQL left out: {reason}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
