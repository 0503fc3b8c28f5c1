"""The audit trail: who opened or did what, each row chained to the one before by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import Json, dumps
from storage.schema import audit
from storage.types import to_ms

BEGINNING: Final = "0" * 64
"""What the first row gives as the hash before it."""

_LOCK: Final = 7_436_101
"""Key of PostgreSQL's advisory lock: rows are chained one at a time. SQLite writes one at a time anyway."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The first row whose hash does not fit: it or the one before was changed, removed or put in later."""

    id: int


async def append(
    db: AsyncConnection,
    *,
    at: datetime,
    actor: str,
    action: str,
    subject: str,
    data: dict[str, Json] | None = None,
) -> None:
    """
    Add a row. `actor`, `subject` are of the form "officer/7", "case/12"; never a name or a petition's words.

    The chain's end is locked until the transaction is over, so call it late in one that does much.
    """
    if db.dialect.name == "postgresql":
        await db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    before = (await db.execute(select(audit.c.hash).order_by(audit.c.id.desc()).limit(1))).scalar() or BEGINNING
    values = {
        "at": at,
        "actor": actor,
        "action": action,
        "subject": subject,
        "data": data or {},
        "before": before,
    }
    hashed = row_hash(before, at, actor, action, subject, data or {})
    await db.execute(insert(audit).values(**values, hash=hashed))


async def last_of(db: AsyncConnection, *, action: str, subject: str) -> dict[str, Json] | None:
    """Return the data of the newest row of an action upon something; None when there is none."""
    query = select(audit.c.data).where(audit.c.action == action, audit.c.subject == subject)
    return (await db.execute(query.order_by(audit.c.id.desc()).limit(1))).scalar_one_or_none()


def row_hash(before: str, at: datetime, actor: str, action: str, subject: str, data: dict[str, Json]) -> str:
    """Return the SHA-256 of a row and the hash before it, in hexadecimal."""
    return hashlib.sha256(dumps([before, to_ms(at), actor, action, subject, data]).encode()).hexdigest()


_CHUNK: Final = 1_000


async def first_broken(db: AsyncConnection, walked: Callable[[int], object] | None = None) -> Broken | None:
    """Walk the chain; return where it does not hold, or None when it does. `walked` hears of every so many rows."""
    before, last = BEGINNING, 0
    while True:
        rows = (await db.execute(select(audit).where(audit.c.id > last).order_by(audit.c.id).limit(_CHUNK))).all()
        for row in rows:
            expected = row_hash(before, row.at, row.actor, row.action, row.subject, row.data)
            if row.before != before or row.hash != expected:
                return Broken(row.id)
            before, last = row.hash, row.id
        if walked is not None:
            walked(len(rows))
        if not rows:
            return None


@dataclass(frozen=True, slots=True)
class End:
    """How long the chain is, and the hash of its newest row (`BEGINNING` of an empty one)."""

    rows: int
    hash: str


async def end(db: AsyncConnection) -> End:
    """Return the end of the chain."""
    newest = (await db.execute(select(audit.c.hash).order_by(audit.c.id.desc()).limit(1))).scalar()
    return End((await db.execute(select(func.count()).select_from(audit))).scalar_one(), newest or BEGINNING)


async def holds(db: AsyncConnection, noted: str) -> bool:
    """Tell whether the chain has a row of this hash; one that was noted and is gone was cut off with all after it."""
    return (await db.execute(select(audit.c.id).where(audit.c.hash == noted))).scalar() is not None


async def entries(
    db: AsyncConnection, *, actor: str | None, subject: str | None, since: datetime | None, limit: int
) -> list[Row[Any]]:
    """Return the newest rows, those of one actor, about one subject or since a moment where given; oldest first."""
    wanted = [audit.c.actor == actor] if actor else []
    wanted += [audit.c.subject == subject] if subject else []
    wanted += [audit.c.at >= since] if since else []
    query = select(audit).where(*wanted).order_by(audit.c.id.desc()).limit(limit)
    return list(reversed((await db.execute(query)).all()))
