"""
How long the weekly digests of thousands of leaders take, pictures included: `python -m benchmarks weekly`.

A leader of the Front in each of the first communes by code, of a given number of communes, among petitions of one year.
CPU is that of this process and of those that draw; PostgreSQL's own is not in it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import delete, func, select, update

from benchmarks.digests import print_table
from scheduler.job import JobContext
from scheduler.leader_digests import send_weekly_digests
from storage import schema
from storage.blobs import BlobStore
from storage.database import Database

NOW = datetime(2026, 11, 23, 0, 40, tzinfo=UTC)
"""A Monday, 07:40 in Vietnam."""

COLUMNS = ("database", "petitions", "digests", "pictures", "seconds", "own CPU s", "CPU s with those that draw")


async def appoint(database: Database, leaders: int) -> None:
    """Make the Front's officers of so many communes leaders, and nobody else; take digests of before back."""
    scope, officer = schema.officer_scope.c, schema.officer.c
    heads = select(scope.officer_id).where(scope.organisation == "mttq").order_by(scope.unit_code).limit(leaders)
    async with database.begin() as db:
        await db.execute(update(schema.officer).values(roles=["officer"]))
        await db.execute(update(schema.officer).where(officer.id.in_(heads)).values(roles=["officer", "leader"]))
        await db.execute(delete(schema.outbox).where(schema.outbox.c.once.like("digest/week/%")))
        await db.execute(delete(schema.weekly_digest))


def _cpu() -> tuple[float, float]:
    own, system, children, their_system, _ = os.times()
    return own + system, own + system + children + their_system


async def measure(url: str, leaders: int) -> tuple[str, ...]:
    """Send the digests of a filled database; return the cells of its row."""
    database = Database(url)
    try:
        async with database.read() as db:
            petitions = int(await db.scalar(select(func.count()).select_from(schema.petition)) or 0)
        await appoint(database, leaders)
        gc.collect()
        gc.freeze()  # as the running program does when it stands
        gc.set_threshold(20_000, 20, 20)
        with tempfile.TemporaryDirectory() as folder:
            blobs = BlobStore(Path(folder))
            context = JobContext(now=NOW, slot="hand-benchmark", blobs=blobs)
            began, used = time.perf_counter(), _cpu()
            count = await send_weekly_digests(database, context)
            seconds, now = time.perf_counter() - began, _cpu()
            pictures = len(await blobs.names(written_before=time.time() + 60))
    finally:
        await database.close()
    own, every = (after - before for after, before in zip(now, used, strict=True))
    return f"{petitions:,}", f"{count:,}", f"{pictures:,}", f"{seconds:.1f}", f"{own:.1f}", f"{every:.1f}"


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks weekly", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000], help="petitions")
    parser.add_argument("--database", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite", "postgresql"])
    parser.add_argument("--leaders", type=int, default=3_000)
    parser.add_argument("--keep", help="a folder for the filled SQLite files; those of `digests` are used again")
    parser.add_argument("--url", help="a database that was filled before, and nothing else")
    options = parser.parse_args(given)

    def row(name: str, url: str) -> str:
        return f"| {' | '.join((name, *asyncio.run(measure(url, options.leaders))))} |"

    return print_table(COLUMNS, options, row)


if __name__ == "__main__":
    sys.exit(main())
