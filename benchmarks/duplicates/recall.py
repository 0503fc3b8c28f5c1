"""Measures whether the right earlier petition is among those that are compared, beside comparing every one.

    python -m benchmarks.duplicates.recall [--commune 5000] [--asked 150] [--keep 12,24,48] [--database both] [--every]

A database holds invented petitions, made of the wordings of all sets: one large commune, and others of its province
with 300 each. One at a time an earlier report of the labelled data is added to the large commune; its duplicate is then
searched there, in the whole province, and from a neighbouring commune. Half keep their distance in time, half lie up
to 300 days apart, so that the earlier one is not among the newest. Petitions made from the same problem are left out.
`--every` compares every petition of the commune, too: the most that any choice could find.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace
from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.duplicates import scale, streams
from benchmarks.duplicates.streams import Row, Share
from matching.duplicates import Prepared, Rarity, Report, prepare
from matching.duplicates.model import shipped_model
from matching.duplicates.search import rank
from matching.duplicates.stored import from_text
from storage import candidates, migrate, schema, traces
from storage.database import Database
from storage.units import load_shipped
from tests.support.postgres import start_server

PROVINCE = "46"
NEIGHBOURS, AROUND = 10, 300  # other communes, petitions in each
SETS = ("dev", "own", "written", "more")


@dataclass(frozen=True, slots=True)
class Asked:
    """A report and the earlier one of the same issue."""

    new: Row
    old: Row
    days: float


def pairs(rows: Sequence[Row], rng: random.Random, count: int) -> list[Asked]:
    """Return reports with an earlier duplicate in their commune, some with another distance in time."""
    seen: dict[tuple[str, str], Row] = {}
    found = []
    for row in rows:
        key = (row.prepared.report.commune_code, row.issue)
        if key in seen:
            apart = (row.prepared.report.at - seen[key].prepared.report.at).total_seconds() / 86_400
            found.append(Asked(row, seen[key], apart if rng.random() < 0.5 else rng.uniform(0, 300)))
        seen[key] = row
    return rng.sample(found, min(count, len(found)))


def invented(rows: Sequence[Row], count: int, rng: random.Random) -> Iterator[tuple[float, str, str]]:
    """Yield moment (share of the year that has passed), text and origin of invented petitions, in order of time."""
    for number in range(count):
        row = rng.choice(rows)
        text = re.sub(r"\d+", lambda _: str(rng.randint(1, 99)), row.prepared.report.text)
        if rng.random() < 0.5:
            text += f", thôn {rng.choice(scale.HAMLETS)} {rng.randint(1, 12)}"
        yield number / count, text, row.group


async def fill(
    database: Database, rows: Sequence[Row], communes: Sequence[str], count: int, rng: random.Random
) -> dict[int, str]:
    """Put the invented petitions into the index; return what each of the first commune was made from, by id."""
    made: dict[int, str] = {}
    async with database.begin() as db:
        await load_shipped(db)
        for at, commune in enumerate(communes):
            for passed, text, group in invented(rows, AROUND if at else count, rng):
                moment = scale.NOW - timedelta(days=360) * (1 - passed)
                id = _id_at(passed) + at
                await traces.add(db, id, Report(str(id), text, commune, PROVINCE, moment))
                made[id] = group
    return made


def _id_at(passed: float) -> int:
    """Return the id of what came when this share of the year had passed: ids grow with time, 1,000 free after each."""
    return 1_000 * (1 + round(passed * 1_000_000))


async def likely_ids(
    db: AsyncConnection, new: Prepared, banned: frozenset[int], keep: int, scope: candidates.Scope
) -> list[int]:
    """Return the ids that `storage.candidates` would compare, as in `candidates.candidates`."""
    window, others = await candidates.weighed(db, new, scope)
    return window.likely(new, [one for one in others if one.id not in banned], keep)


async def measure(
    database: Database, rows: Sequence[Row], count: int, asked: int, keeps: Sequence[int], *, every: bool
) -> None:
    """Print the shares."""
    others_too = [row for name in SETS for row in streams.load(name)]
    rng = random.Random(11)
    async with database.begin() as db:
        await load_shipped(db)
        query = select(schema.unit.c.code).where(schema.unit.c.province_code == PROVINCE).order_by(schema.unit.c.code)
        here, there, *_ = communes = list((await db.execute(query.limit(1 + NEIGHBOURS))).scalars())
    made = await fill(database, others_too, communes, count, rng)
    by_group: dict[str, set[int]] = defaultdict(set)
    for id, group in made.items():
        by_group[group].add(id)
    stored = dict(await _all(database, here)) if every else {}
    rarity = Rarity()
    for kept in stored.values():
        rarity.add(kept.keys, kept.named)
    hits: dict[str, list[bool]] = defaultdict(list)
    model = shipped_model()
    for one in pairs(rows, rng, asked):
        own = "told" if not one.new.no_place else "untold"
        at = scale.NOW - timedelta(days=one.days)
        place = _id_at(1 - one.days / 360) + 500
        old = replace(one.old.prepared.report, id=str(place), commune_code=here, province_code=PROVINCE, at=at)
        asking = replace(one.new.prepared.report, id="new", commune_code=here, province_code=PROVINCE, at=scale.NOW)
        new = prepare(asking)
        banned = frozenset(by_group[one.new.group])
        async with database.begin() as db:
            await traces.add(db, place, old)
            for keep in keeps:
                found = await likely_ids(db, new, banned, keep, "commune")
                hits[f"{own}, among {keep} compared"].append(place in found)
            found = await likely_ids(db, new, banned, candidates.FULL_LOOK, "province")
            hits[f"{own}, whole province searched"].append(place in found)
            found = await likely_ids(
                db, prepare(replace(asking, commune_code=there)), banned, candidates.FULL_LOOK, "province"
            )
            hits[f"{own}, searched from another commune"].append(place in found)
            for table in (schema.petition_posting, schema.petition_trace, schema.petition_reading):
                await db.execute(delete(table).where(table.c.petition_id == place))
        if not every:
            continue
        others = [prepared for id, prepared in stored.items() if id not in banned]
        best = rank(new, [*others, prepare(old)], rarity, limit=candidates.FULL_LOOK, model=model).candidates
        order = [match.id for match in best]
        for top in (1, 3, candidates.FULL_LOOK):
            hits[f"{own}, every one compared: first {top}"].append(str(place) in order[:top])
    for label, values in sorted(hits.items()):
        print(f"  place {label:<42} {Share(sum(values), len(values))}")


async def _all(database: Database, commune: str) -> list[tuple[int, Prepared]]:
    t, r = schema.petition_trace.c, schema.petition_reading.c
    query = select(t.petition_id, t.filed_at, r.body).join(schema.petition_reading, r.petition_id == t.petition_id)
    async with database.read() as db:
        found = (await db.execute(query.where(t.commune_code == commune))).all()
    return [
        (row.petition_id, from_text(Report(str(row.petition_id), "", commune, PROVINCE, row.filed_at), row.body))
        for row in found
    ]


async def run(kind: str, rows: Sequence[Row], count: int, asked: int, keeps: Sequence[int], *, every: bool) -> None:
    """Measure in a new database of this kind."""
    with contextlib.ExitStack() as stack:
        if kind == "sqlite":
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="nghedan-recall-"))
            url = f"sqlite:///{Path(folder) / 'recall.db'}"
        else:
            server = await asyncio.to_thread(start_server)
            stack.callback(server.stop)
            url = server.url
        await asyncio.to_thread(migrate.upgrade, url)
        database = Database(url)
        try:
            await measure(database, rows, count, asked, keeps, every=every)
        finally:
            await database.close()


def main() -> None:
    """Print the shares of all data sets."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--commune", type=int, default=5_000)
    options.add_argument("--asked", type=int, default=150)
    options.add_argument("--keep", default="12,24,48")
    options.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="sqlite")
    options.add_argument("--data", default="", help="the first letters of the sets to measure: all by default")
    options.add_argument("--every", action="store_true", help="compare every petition, too: an hour")
    given = options.parse_args()
    keeps = [int(keep) for keep in given.keep.split(",")]
    for kind in ("sqlite", "postgresql") if given.database == "both" else (given.database,):
        for name in SETS:
            if name.startswith(given.data):
                print(f"{name}, {kind}, a commune of {given.commune:,} petitions", flush=True)
                asyncio.run(run(kind, streams.load(name), given.commune, given.asked, keeps, every=given.every))


if __name__ == "__main__":
    main()
