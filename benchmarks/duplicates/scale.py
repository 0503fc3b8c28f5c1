"""Measures the search for duplicates end to end in a database of many petitions: query, read, compare.

    python -m benchmarks.duplicates.scale [--database sqlite|postgresql|both] [--sizes 10000,1000000] [--folder DIR]
                                          [--keep] [--postgresql URL]

`--keep` leaves the filled databases where they are, SQLite's in DIR and PostgreSQL's on the server at URL, and takes
them up again next time, unless petitions are read otherwise or stored otherwise since.

Invented petitions (the wordings of data/cards.txt with other numbers and hamlets) are laid into communes of some 300
live ones each and one large commune of 5,000, so that a larger country has more communes, not fuller ones; all are
open and younger than a year, the worst case for the index. Every search begins cold: no text is remembered in the
process. Beside it, in the same run and on the same rows: all live texts of the commune fetched, folded and ranked by
RapidFuzz's `token_set_ratio`, and by BM25. Last, what writing the index costs a filing. One search is also what the
other chats of a commit group may wait for.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import itertools
import random
import re
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
import zlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace
from rapidfuzz import fuzz

from benchmarks.duplicates import streams
from benchmarks.duplicates.measure import Bm25
from matching.duplicates import Prepared, Report, prepare
from matching.duplicates.postings import posted, traits
from matching.duplicates.stored import reading_version, to_text
from matching.text import fold
from storage import migrate, similar, traces
from storage.database import Database
from storage.types import to_ms
from tests.support.postgres import execute, named, start_server

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PER_COMMUNE = 300
LARGE = ("99999", 5_000)
TEXTS = 3_000
HAMLETS = ("Phú Hữu", "Đông Hạ", "Tân Lập", "Xuân Mỹ", "Hòa Bình", "Trung Chánh", "Bàu Sen", "Gò Dưa", "Cây Da")
_Row = tuple[Any, ...]

COLUMNS = {
    "petition": "id,code,person_id,kind,text,commune_code,province_code,organisation,subject,place,on_behalf,"
    "name_visibility,confidential,danger,filed_at,origin,demo",
    "case_file": "id,code,version,unit_code,organisation,commune_code,province_code,handler_unit_code,"
    "handler_organisation,subject,kind,place,title,state,reopened,confidential,danger,opened_at,paused_days,changed_at,demo",
    "case_petition": "id,case_id,petition_id,joined_at,joined_by",
    "petition_trace": "commune_code,petition_id,filed_at,until,traits",
    "petition_reading": "petition_id,version,body",
    "petition_posting": "commune_code,key,petition_id",
}


def invented(rng: random.Random) -> list[Prepared]:
    """Return different texts as prepared: wordings of the own data with other numbers and places."""
    texts = [row.prepared.report.text for row in streams.load("own")]
    found = []
    for _ in range(TEXTS):
        text = re.sub(r"\d+", lambda _: str(rng.randint(1, 99)), rng.choice(texts))
        if rng.random() < 0.5:
            text += f", thôn {rng.choice(HAMLETS)} {rng.randint(1, 12)}"
        found.append(prepare(Report("", text, "", "", NOW)))
    return found


def communes(count: int) -> Iterator[str]:
    """Yield the commune of each petition, mixed as they would arrive."""
    small = max(1, (count - LARGE[1]) // PER_COMMUNE)
    every = max(2, count // LARGE[1])
    others = itertools.count()
    for number in range(count):
        is_large = number % every == 0 and number // every < LARGE[1]
        yield LARGE[0] if is_large else f"{10_000 + next(others) % small:05d}"


def rows(count: int, texts: Sequence[Prepared], rng: random.Random) -> Iterator[dict[str, list[_Row]]]:
    """Yield the rows of all tables, a thousand petitions at a time."""
    made = [(one.report.text, traits(one), posted(one), to_text(one)) for one in texts]
    version, now = reading_version(), to_ms(NOW)
    numbers = zip(range(1, count + 1), communes(count), strict=True)
    while batch := list(itertools.islice(numbers, 1_000)):
        tables: dict[str, list[_Row]] = {name: [] for name in COLUMNS}
        for id, commune in batch:
            text, packed, keys, body = rng.choice(made)
            at = now - (count - id) * 360 * 86_400_000 // count
            code, province = f"{id:08d}", "46"
            tables["petition"].append(
                (id, code, 1, "observation", text, commune, province, "front", "ha_tang", "", "self", "officer_only",
                 False, False, at, "webchat", False)
            )  # fmt: skip
            tables["case_file"].append(
                (id, code, 1, commune, "front", commune, province, commune, "front", "ha_tang", "observation", "",
                 "", "received", 0, False, False, at, 0, at, False)
            )  # fmt: skip
            tables["case_petition"].append((id, id, id, at, "filing"))
            tables["petition_trace"].append((commune, id, at, at + 365 * 86_400_000, packed))
            tables["petition_reading"].append((id, version, body))
            tables["petition_posting"] += [(commune, key, id) for key in keys]
        yield tables


def fill_sqlite(file: Path, batches: Iterator[dict[str, list[_Row]]], told: Callable[[], None]) -> None:
    """Insert the rows in one transaction."""
    with contextlib.closing(sqlite3.connect(file)) as db:
        db.execute("pragma journal_mode=wal")
        db.execute("pragma synchronous=off")
        db.execute("INSERT INTO person (id, key, language, created_at) VALUES (1, 'k', 'vi', 0)")
        for tables in batches:
            for name, values in tables.items():
                names = COLUMNS[name]
                marks = ",".join("?" * (names.count(",") + 1))
                db.executemany(f"INSERT INTO {name} ({names}) VALUES ({marks})", values)  # constants
            told()
        db.commit()
        db.execute("pragma wal_checkpoint(truncate)")
        db.execute("analyze")


async def fill_postgres(url: str, batches: Iterator[dict[str, list[_Row]]], told: Callable[[], None]) -> None:
    """Copy the rows; references are not checked, as all of them are there."""
    import asyncpg

    db = await asyncpg.connect(url.replace("+asyncpg", ""))
    await db.execute("SET session_replication_role = replica")
    await db.execute("INSERT INTO person (id, key, language, created_at) VALUES (1, 'k', 'vi', 0)")
    for tables in batches:
        for name, values in tables.items():
            await db.copy_records_to_table(name, records=values, columns=COLUMNS[name].split(","))
        told()
    await db.execute("SELECT setval(pg_get_serial_sequence('petition', 'id'), max(id)) FROM petition")
    await db.execute("VACUUM (ANALYZE)")
    await db.close()


# --- Measuring ------------------------------------------------------------------------------------------------------

_Search = Callable[[Report], Awaitable[object]]


async def timed(search: _Search, reports: Sequence[Report]) -> list[tuple[float, float]]:
    """Return the milliseconds that each search took, wall and own CPU; the first few warm the connection up."""
    for report in reports[:5]:
        await search(report)
    took = []
    for report in reports:
        traces.features.cache_clear()
        began, busy = time.perf_counter(), time.process_time()
        await search(report)
        took.append(((time.perf_counter() - began) * 1000, (time.process_time() - busy) * 1000))
    return took


def told(label: str, took: Sequence[tuple[float, float]]) -> float:
    """Print one line; return the 95th percentile of the wall time."""
    wall, busy = (sorted(values) for values in zip(*took, strict=True))
    at = int(len(wall) * 0.95)
    slow: float = wall[at]
    print(
        f"    {label:<46} p50 {statistics.median(wall):7.2f} ms  p95 {slow:7.2f} ms  "
        f"(own CPU p50 {statistics.median(busy):6.2f}, p95 {busy[at]:6.2f})"
    )
    return slow


async def measure(database: Database, count: int, asked: int) -> dict[str, float]:
    """Print how long searches take in communes of ordinary size and in the large one."""
    rng = random.Random(7)
    texts = [row.prepared.report.text for row in streams.load("dev")]
    small = max(1, (count - LARGE[1]) // PER_COMMUNE)
    p95 = {}
    for label, commune in (("300", ""), ("5,000", LARGE[0])):
        reports = [
            Report("new", rng.choice(texts), commune or f"{10_000 + rng.randrange(small):05d}", "46", NOW)
            for _ in range(asked)
        ]
        async with database.begin() as db:

            async def ours(report: Report) -> object:
                return await similar.similar_cases(db, report, limit=5)  # awaited in this turn

            p95[label] = told(f"nghedan, commune of {label}", await timed(ours, reports))
            few = reports[: 40 if commune else 100]
            told(f"token_set_ratio over all, commune of {label}", await timed(naive(db, by_token_set), few))
            told(f"BM25 over all, commune of {label}", await timed(naive(db, by_bm25), few[:20]))
    with contextlib.suppress(_Undone):
        async with database.begin() as db:
            numbers = itertools.count(count + 1)

            async def write(report: Report) -> object:
                id = next(numbers)
                await traces.add(db, id, replace(report, id=str(id)))
                return None

            told("writing a petition into the index, read anew", await timed(write, reports))
            raise _Undone
    return p95


class _Undone(Exception):
    """Ends a transaction that leaves nothing behind: the database may be measured again."""


def naive(db: Any, rank: Callable[[str, list[_Row]], object]) -> _Search:
    """Return a search that fetches every live text of the commune."""
    from sqlalchemy import select

    from storage.schema import petition

    async def search(report: Report) -> object:
        where = (petition.c.commune_code == report.commune_code) & (petition.c.filed_at > NOW - timedelta(days=365))
        found = (await db.execute(select(petition.c.id, petition.c.text).where(where))).all()
        return rank(fold(report.text), found)

    return search


def by_token_set(text: str, found: list[_Row]) -> object:
    """Rank by RapidFuzz."""
    return max(((fuzz.token_set_ratio(text, fold(other)), id) for id, other in found), default=None)


def by_bm25(text: str, found: list[_Row]) -> object:
    """Rank by BM25."""
    index = Bm25()
    for id, other in found:
        index.add(str(id), fold(other))
    return max(index.scores(text), key=lambda pair: pair[1], default=None)


class Place(NamedTuple):
    """Where the databases lie: SQLite's folder, PostgreSQL's server (None: one of its own), and whether they stay."""

    folder: Path
    server: str | None
    keep: bool

    def mark(self, kind: str, count: int) -> Path:
        """Return the file that says what a kept database was filled with."""
        return self.folder / f"scale-{kind}-{count}.txt"


def _made_of() -> str:
    """Return what a kept database must have been filled with to be of use: the reading, the tables, this program."""
    program = zlib.crc32(Path(__file__).read_bytes())
    versions = sorted(path.name for path in (Path(migrate.__file__).parent / "migrations" / "versions").glob("*.py"))
    return f"{reading_version()} {versions[-1]} {program}"


@contextlib.asynccontextmanager
async def filled(kind: str, count: int, place: Place, texts: Sequence[Prepared]) -> AsyncIterator[Database]:
    """A database with so many petitions, removed afterwards or kept."""
    began = time.perf_counter()
    mark = place.mark(kind, count)
    is_there = place.keep and mark.exists() and mark.read_text() == _made_of()
    steps = itertools.count(1)

    def step() -> None:
        done = next(steps) * 1_000
        if sys.stdout.isatty() and done % 20_000 == 0:
            print(f"\r  {kind}: {done:,} of {count:,}", end="", flush=True)

    batches = rows(count, texts, random.Random(3))
    with contextlib.ExitStack() as stack:
        if kind == "sqlite":
            file = place.folder / f"scale-{count}.db"
            url = f"sqlite:///{file}"
            if not place.keep:
                stack.callback(_remove, place.folder, f"{file.name}*")
            if not is_there:
                _remove(place.folder, f"{file.name}*")
                await asyncio.to_thread(migrate.upgrade, url)
                await asyncio.to_thread(fill_sqlite, file, batches, step)
        else:
            address = place.server
            if address is None:
                server = await asyncio.to_thread(start_server, durable=True)
                stack.callback(server.stop)
                address, is_there = server.url, False
            url = named(address, f"nghedan_scale_{count}")
            if not is_there:
                await execute(address, f"DROP DATABASE IF EXISTS nghedan_scale_{count}")
                await execute(address, f"CREATE DATABASE nghedan_scale_{count}")
                await asyncio.to_thread(migrate.upgrade, url)
                await fill_postgres(url, batches, step)
        if place.keep and (kind == "sqlite" or place.server):
            mark.write_text(_made_of())
        how = "taken up again" if is_there else f"filled in {time.perf_counter() - began:.0f} s"
        print(f"\r  {kind}, {count:,} petitions ({how})")
        database = Database(url)
        try:
            yield database
        finally:
            await database.close()


def _remove(folder: Path, names: str) -> None:
    for path in folder.glob(names):
        path.unlink()


async def run(kinds: Sequence[str], sizes: Sequence[int], place: Place, asked: int) -> int:
    """Measure all; exit status 1 when a goal is missed."""
    texts = invented(random.Random(1))
    missed = 0
    for kind in kinds:
        found: list[dict[str, float]] = []
        for count in sizes:
            async with filled(kind, count, place, texts) as database:
                found.append(await measure(database, count, asked))
        for label in found[-1]:
            growth = found[-1][label] / found[0][label]
            missed += found[-1][label] > 15 or growth > 1.5
            print(
                f"  {kind}, commune of {label}: p95 {found[-1][label]:.1f} ms at {sizes[-1]:,} (goal 15), "
                f"growth from {sizes[0]:,} {growth:.2f} (goal 1.5)"
            )
    return int(missed > 0)


def main(arguments: list[str] | None = None) -> int:
    """Print all figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    options.add_argument("--sizes", default="10000,1000000")
    options.add_argument("--asked", type=int, default=300, help="searches of each kind")
    options.add_argument("--folder", type=Path, help="where the SQLite file grows (3 GB); a temporary one by default")
    options.add_argument("--postgresql", metavar="URL", help="a server to use instead of one that is started")
    options.add_argument("--keep", action="store_true", help="leave the databases and use them again (see above)")
    given = options.parse_args(arguments)
    if given.keep and given.folder is None:
        options.error("--keep needs --folder")
    kinds = ("sqlite", "postgresql") if given.database == "both" else (given.database,)
    folder = given.folder or Path(tempfile.mkdtemp(prefix="nghedan-scale-"))
    folder.mkdir(parents=True, exist_ok=True)
    sizes = [int(size) for size in given.sizes.split(",")]
    try:
        return asyncio.run(run(kinds, sizes, Place(folder, given.postgresql, given.keep), given.asked))
    finally:
        if given.folder is None:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
