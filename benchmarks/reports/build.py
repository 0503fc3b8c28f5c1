"""
How long a quarterly provincial report takes: its figures and words, and its documents.

`python -m benchmarks.reports.build --url sqlite:////tmp/million.db --unit 79` measures a database that `rows.fill` has
filled; without --url it fills one of --petitions in a temporary folder first.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from actions.reports.compiling import Wish, compile_report
from actions.reports.counting import Counting
from benchmarks.reports.rows import fill
from domain.calendar import start_of_day
from domain.reporting import ReportKind, days, usual_rule
from reports import documents
from storage import migrate, report_facts
from storage.database import Database
from storage.reads import of_one_moment
from storage.report_rows import Reach
from storage.types import to_ms

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)


async def measure(url: str, unit: str, runs: int, *, first: date, last: date) -> dict[str, float | int | str]:
    database = Database(url)
    found: dict[str, list[float]] = {"figures": [], "compile": [], "documents": []}
    wish = Wish(usual_rule(ReportKind.QUARTER), unit, "", days(first, last))
    reach = Reach(unit, "", to_ms(start_of_day(first)), to_ms(start_of_day(last)) + 86_400_000)
    try:
        for _ in range(runs):
            began = time.perf_counter()
            async with database.read() as db, of_one_moment(db) as reads:
                Counting(await report_facts.facts(reads, reach))
            found["figures"].append(time.perf_counter() - began)
            async with documents.workshop() as ready:  # as `nghedan report build`
                began = time.perf_counter()
                async with database.read() as db:
                    report = await compile_report(db, wish, now=NOW)
                found["compile"].append(time.perf_counter() - began)
                began = time.perf_counter()
                made = await ready.written(report)
                found["documents"].append(time.perf_counter() - began)
    finally:
        await database.close()
    facts = {name: round(min(seconds), 2) for name, seconds in found.items()}
    sizes = {f"{name}_kb": len(data) // 1000 for name, data in made.items()}
    return {"unit": unit, "cases": len(report.cases), "figures_count": len(report.figures), **facts, **sizes}


async def _filled(url: str, petitions: int) -> None:
    database = Database(url)
    await fill(database, petitions)
    await database.close()


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", help="a filled database")
    parser.add_argument("--petitions", type=int, default=10_000)
    parser.add_argument("--unit", default="79")
    parser.add_argument("--from", dest="first", type=date.fromisoformat, default=date(2026, 7, 1))
    parser.add_argument("--to", dest="last", type=date.fromisoformat, default=date(2026, 9, 30))
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        url = given.url
        if not url:
            url = f"sqlite:///{Path(folder) / 'bench.db'}"
            migrate.upgrade(url)
            asyncio.run(_filled(url, given.petitions))
        print(json.dumps(asyncio.run(measure(url, given.unit, given.runs, first=given.first, last=given.last))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
