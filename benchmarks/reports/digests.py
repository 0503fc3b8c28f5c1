"""
How long the daily digests of a whole country take, from the first query to the last row in the outbox.

`python -m benchmarks.reports.digests --url sqlite:////tmp/million.db` measures a database that `rows.fill` has filled;
without --url it fills one of --petitions in a temporary folder first.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import delete, func, select

from benchmarks.reports.rows import add_officers, fill
from scheduler.digests import send_digests
from scheduler.job import JobContext
from storage import migrate, schema
from storage.database import Database

NOW = datetime(2026, 11, 20, 0, 40, tzinfo=UTC)
"""A Friday, 07:40 in Vietnam."""


async def measure(url: str, runs: int) -> dict[str, float | int]:
    database = Database(url)
    seconds = []
    queued = 0
    try:
        for _ in range(runs):
            async with database.begin() as db:
                await db.execute(delete(schema.outbox))
            began = time.perf_counter()
            queued = await send_digests(database, JobContext(now=NOW, slot="hand-benchmark"))
            seconds.append(time.perf_counter() - began)
        async with database.read() as db:
            rows = await db.scalar(select(func.count()).select_from(schema.outbox))
            petitions = await db.scalar(select(func.count()).select_from(schema.petition))
        assert rows == queued
    finally:
        await database.close()
    return {"petitions": int(petitions or 0), "digests": queued, "seconds": round(min(seconds), 2)}


async def _filled(url: str, petitions: int) -> None:
    database = Database(url)
    await fill(database, petitions)
    await add_officers(database)
    await database.close()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="a filled database")
    parser.add_argument("--petitions", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        url = given.url
        if not url:
            url = f"sqlite:///{Path(folder) / 'bench.db'}"
            migrate.upgrade(url)
            asyncio.run(_filled(url, given.petitions))
        print(json.dumps(asyncio.run(measure(url, given.runs))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
