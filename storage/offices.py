"""Where a body can be met, and who asked to be called back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import call_back, office, petition


async def office_of(db: AsyncConnection, unit_code: str, organisation: str) -> Row[Any] | None:
    """Return address, phone and hours that an administrator entered for a body."""
    table = office
    query = select(table).where(table.c.unit_code == unit_code, table.c.organisation == organisation)
    return (await db.execute(query)).first()


async def last_body(db: AsyncConnection, person_id: int) -> tuple[str, str] | None:
    """Return commune and organisation of the person's newest petition."""
    table = petition
    query = (
        select(table.c.commune_code, table.c.organisation)
        .where(table.c.person_id == person_id)
        .order_by(table.c.id.desc())
    )
    row = (await db.execute(query.limit(1))).first()
    return (row.commune_code, row.organisation) if row else None


async def ask_call_back(
    db: AsyncConnection, conversation_id: int, unit_code: str, organisation: str, phone: str, note: str, *, at: datetime
) -> int:
    """Write down that somebody wishes to be called; return the row's id."""
    table = call_back
    values = {
        "conversation_id": conversation_id,
        "unit_code": unit_code,
        "organisation": organisation,
        "phone": phone,
        "note": note,
        "at": at,
    }
    return int((await db.execute(insert(table).values(**values).returning(table.c.id))).scalar_one())
