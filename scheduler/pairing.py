"""Duplicates by night: the index kept whole, and pairs of cases that may be one found for officers."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from matching.duplicates import Relation
from matching.duplicates.model import shipped_model
from scheduler.job import JobContext
from storage import pairs, similar, traces
from storage.database import Database
from storage.pairs import NewPair

_BATCH: Final = 100
"""Petitions in one transaction: chats wait for it some fifty milliseconds."""

_READ_AT_ONCE: Final = 10
"""Texts read in one transaction of the running program: some ten milliseconds."""

_FOUND_MAX: Final = 5
"""Pairs that one petition can bring: an officer looks at each."""


async def index_duplicates(database: Database, context: JobContext) -> int:
    """Take out of the index what is too old, put in what it lacks or holds in an older reading."""
    return await _let_go(database, context) + await _catch_up(database, context)


async def _let_go(database: Database, context: JobContext) -> int:
    count = 0
    while True:
        async with database.read() as db:
            ids = await traces.outlived(db, now=context.now, limit=_BATCH)
        if not ids or context.dry_run:
            return count + len(ids)
        async with database.begin() as db:
            await traces.forget(db, ids)
        count += len(ids)


async def _catch_up(database: Database, context: JobContext) -> int:
    count = last = 0
    while True:
        async with database.read() as db:
            ids = await traces.missing(db, now=context.now, after_id=last, limit=_BATCH)
        if not ids:
            return count
        last = ids[-1]
        count += len(ids)
        for start in range(0, 0 if context.dry_run else len(ids), _READ_AT_ONCE):
            began = time.perf_counter()
            async with database.begin() as db:
                await traces.refresh(db, ids[start : start + _READ_AT_ONCE], anew=True)
            await asyncio.sleep(time.perf_counter() - began)  # a new version reads a whole country: chats go first


# --- Pairs ----------------------------------------------------------------------------------------------------------


async def find_pairs(database: Database, context: JobContext) -> int:
    """
    Compare what was filed since the last night with what was there; store each pair of cases once, merge nothing.

    Where it stopped is stored with the pairs, so a killed run goes on and a second one finds nothing to do.
    """
    count = 0
    would: set[frozenset[int]] = set()
    async with database.read() as db:
        last = await pairs.compared(db)
    while True:
        async with database.read() as db:
            rows = await pairs.to_compare(db, after_id=last, limit=_BATCH)
            found = [pair for row in rows for pair in await _compare(db, row)]
        if not rows:
            return count or len(would)
        last = rows[-1].id
        if context.dry_run:
            would |= {frozenset((pair.case_id, pair.other_id)) for pair in found}
            continue
        async with database.begin() as db:
            count += await pairs.suggest(db, found, at=context.now)
            await pairs.set_compared(db, last)


async def _compare(db: AsyncConnection, row: Any) -> Sequence[NewPair]:
    """Compare one petition, then leave the loop to the chats for as long as that took."""
    began = time.perf_counter()
    found = await similar.similar_cases(db, traces.report_of(row), limit=_FOUND_MAX)
    await asyncio.sleep(time.perf_counter() - began)
    least = shipped_model().threshold
    return [
        NewPair(row.case_id, one.case_id, one.match.relation, one.match.score, one.match.reasons)
        for one in found
        if one.match.score >= least
        and one.match.relation is not Relation.THANKS_OR_FIXED
        and one.case_id not in {row.case_id, row.recurrence_of_id}
    ]
