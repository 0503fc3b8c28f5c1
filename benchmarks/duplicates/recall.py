"""Measures whether the right earlier petition is among those that are compared, beside comparing every one.

    python -m benchmarks.duplicates.recall [--commune 5000] [--asked 150] [--keep 8,16,24]

One commune of a SQLite database holds invented petitions (see scale.py) and, one at a time, an earlier report of
the development and of the own data; its duplicate is then searched. Half keep their distance in time, half lie up
to 300 days apart, so that the earlier one is not among the newest. Petitions made from the same problem are left out.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncConnection

from benchmarks.duplicates import scale, streams
from benchmarks.duplicates.streams import Row, Share
from matching.duplicates import Prepared, Rarity, Report, prepare
from matching.duplicates.model import shipped_model
from matching.duplicates.search import rank
from storage import candidates, migrate, schema, traces
from storage.database import Database


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


async def fill(database: Database, rows: Sequence[Row], count: int, rng: random.Random) -> dict[int, str]:
    """Put the invented petitions into the index; return what each was made from, by id."""
    made: dict[int, str] = {}
    async with database.begin() as db:
        for number in range(count):
            row = rng.choice(rows)
            text = re.sub(r"\d+", lambda _: str(rng.randint(1, 99)), row.prepared.report.text)
            if rng.random() < 0.5:
                text += f", thôn {rng.choice(scale.HAMLETS)} {rng.randint(1, 12)}"
            at = scale.NOW - timedelta(days=360) * (1 - number / count)
            id = 10 * (number + 1)
            await traces.add(db, id, Report(str(id), text, "1", "1", at))
            made[id] = row.group
    return made


async def likely_ids(db: AsyncConnection, new: Prepared, banned: frozenset[int], keep: int) -> list[int]:
    """Return the ids that `storage.candidates` would compare, as in `candidates.candidates`."""
    window, rarity, others = await candidates.weighed(db, new, "commune")
    return window.likely(new, rarity, [one for one in others if one.id not in banned], keep)


async def measure(rows: Sequence[Row], count: int, asked: int, keeps: Sequence[int], folder: Path) -> None:
    """Print the shares."""
    rng = random.Random(11)
    url = f"sqlite:///{folder / 'recall.db'}"
    await asyncio.to_thread(migrate.upgrade, url)
    database = Database(url)
    made = await fill(database, rows, count, rng)
    by_group: dict[str, set[int]] = defaultdict(set)
    for id, group in made.items():
        by_group[group].add(id)
    stored = dict(await _all(database))
    rarity = Rarity()
    for kept in stored.values():
        rarity.add(kept.keys, kept.named)
    hits: dict[str, list[bool]] = defaultdict(list)
    model = shipped_model()
    for one in pairs(rows, rng, asked):
        own = "named" if not one.new.no_place else "not named"
        at = scale.NOW - timedelta(days=one.days)
        place = 10 * int(count * (1 - min(360.0, one.days) / 360)) + 5
        old = replace(one.old.prepared.report, id=str(place), commune_code="1", province_code="1", at=at)
        new = prepare(replace(one.new.prepared.report, id="new", commune_code="1", province_code="1", at=scale.NOW))
        banned = frozenset(by_group[one.new.group])
        async with database.begin() as db:
            await traces.add(db, place, old)
            for keep in keeps:
                found = await likely_ids(db, new, banned, keep)
                hits[f"{own}, among {keep} compared"].append(place in found)
            for table in (schema.petition_posting, schema.petition_trace, schema.petition_reading):
                await db.execute(delete(table).where(table.c.petition_id == place))
        others = [prepared for id, prepared in stored.items() if id not in banned]
        best = rank(new, [*others, prepare(old)], rarity, limit=24, model=model).candidates
        order = [match.id for match in best]
        for top in (1, 3, 24):
            hits[f"{own}, every one compared: first {top}"].append(str(place) in order[:top])
    for label, values in sorted(hits.items()):
        print(f"  place {label:<40} {Share(sum(values), len(values))}")
    await database.close()


async def _all(database: Database) -> list[tuple[int, Prepared]]:
    from sqlalchemy import select

    from matching.duplicates.stored import from_text
    from storage.schema import petition_reading, petition_trace

    t, r = petition_trace.c, petition_reading.c
    query = select(t.petition_id, t.filed_at, r.body).join(petition_reading, r.petition_id == t.petition_id)
    async with database.read() as db:
        found = (await db.execute(query)).all()
    return [
        (row.petition_id, from_text(Report(str(row.petition_id), "", "1", "1", row.filed_at), row.body))
        for row in found
    ]


def main() -> None:
    """Print the shares of both data sets."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--commune", type=int, default=5_000)
    options.add_argument("--asked", type=int, default=150)
    options.add_argument("--keep", default="8,16,24")
    given = options.parse_args()
    keeps = [int(keep) for keep in given.keep.split(",")]
    for name, path in (("development data", streams.DEV), ("own data", streams.OWN)):
        if path.exists():
            print(f"{name}, one commune of {given.commune:,} petitions")
            with tempfile.TemporaryDirectory(prefix="nghedan-recall-") as folder:
                rows = streams.load(path)
                asyncio.run(measure(rows, given.commune, given.asked, keeps, Path(folder)))


if __name__ == "__main__":
    main()
