"""Who asked to be called back, until somebody has called."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kinds import Organisation
from storage.schema import call_back


@dataclass(frozen=True, slots=True)
class Call:
    """A wish to be called, addressed to one body."""

    id: int
    unit_code: str
    organisation: Organisation
    phone: str
    note: str
    at: datetime
    done_at: datetime | None


def _from_row(row: Row[Any]) -> Call:
    return Call(
        row.id, row.unit_code, Organisation(row.organisation), row.phone, row.note, at=row.at, done_at=row.done_at
    )


async def call(db: AsyncConnection, call_id: int) -> Call | None:
    """Return one wish."""
    row = (await db.execute(select(call_back).where(call_back.c.id == call_id))).first()
    return _from_row(row) if row is not None else None


async def open_calls(db: AsyncConnection, units: Collection[str]) -> list[Call]:
    """Return the wishes at bodies of these units that nobody has answered, the oldest first."""
    c = call_back.c
    query = select(call_back).where(text("call_back.done_at IS NULL"), c.unit_code.in_(sorted(units)))
    return [_from_row(row) for row in await db.execute(query.order_by(c.at, c.id))]


async def mark_called(db: AsyncConnection, call_id: int, *, at: datetime) -> bool:
    """Note that somebody has called; False when that was noted before."""
    waiting = (call_back.c.id == call_id) & call_back.c.done_at.is_(None)
    return (await db.execute(update(call_back).where(waiting).values(done_at=at))).rowcount == 1
