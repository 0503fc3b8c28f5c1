"""The lines of a digest that officers put off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.daily import Snoozed
from storage.digests import NAMED_MAX
from storage.schema import digest_snooze
from storage.upserts import put


async def snoozes(db: AsyncConnection, officer_ids: Sequence[int], *, day: date) -> dict[int, dict[int, Snoozed]]:
    """Return the lines that are put off beyond a day, by officer and case."""
    c = digest_snooze.c
    query = select(c.officer_id, c.case_id, c.until, c.was_overdue).where(c.until > day)
    if len(officer_ids) <= NAMED_MAX:
        query = query.where(c.officer_id.in_(sorted(officer_ids)))
    found: dict[int, dict[int, Snoozed]] = {}
    for row in await db.execute(query):
        found.setdefault(row.officer_id, {})[row.case_id] = Snoozed(row.until, row.was_overdue)
    return found


async def snooze(
    db: AsyncConnection, officer_id: int, case_id: int, *, until: date, was_overdue: bool, at: datetime
) -> None:
    """Put a line off until a day, in place of what was said of it before."""
    key = {"officer_id": officer_id, "case_id": case_id}
    await put(db, digest_snooze, key, {"until": until, "was_overdue": was_overdue, "at": at})


async def wake(db: AsyncConnection, officer_id: int, case_id: int | None = None) -> int:
    """Bring a line back, or all of an officer's; return how many were away."""
    c = digest_snooze.c
    gone = delete(digest_snooze).where(c.officer_id == officer_id)
    return (await db.execute(gone.where(c.case_id == case_id) if case_id is not None else gone)).rowcount


async def forget_old(db: AsyncConnection, *, day: date) -> int:
    """Delete what has come back by a day; return how many lines."""
    return (await db.execute(delete(digest_snooze).where(digest_snooze.c.until <= day))).rowcount
