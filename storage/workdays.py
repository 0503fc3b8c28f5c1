"""Days off and make-up days that an administrator entered, and the calendar that follows from them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import Override, OverrideKind, WorkCalendar
from storage.schema import work_day
from storage.upserts import put
from storage.versions import Watched, touch


async def overrides(db: AsyncConnection) -> list[Override]:
    """Return the days that were entered, in their order."""
    rows = await db.execute(select(work_day).order_by(work_day.c.day))
    return [Override(row.day, OverrideKind(row.kind), row.basis) for row in rows]


async def work_calendar(db: AsyncConnection) -> WorkCalendar:
    """Return the calendar with the days that an administrator entered."""
    return WorkCalendar(await overrides(db))


async def put_override(db: AsyncConnection, override: Override) -> None:
    """Enter a day, in place of what was said of it; running programs take it up within a minute."""
    await put(db, work_day, {"day": override.day}, {"kind": override.kind.value, "basis": override.basis})
    await touch(db, Watched.WORK_DAYS)


async def remove_override(db: AsyncConnection, day: date) -> bool:
    """Let a day be what the table of holidays says; tell whether it was entered."""
    gone = (await db.execute(delete(work_day).where(work_day.c.day == day))).rowcount > 0
    if gone:
        await touch(db, Watched.WORK_DAYS)
    return gone
