"""Where bodies can be met, and who asked to be called back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kinds import Organisation
from domain.offices import Office
from storage.schema import call_back, office, petition
from storage.upserts import put


@dataclass(frozen=True, slots=True)
class Entered:
    """The office that was entered for a body."""

    unit_code: str
    organisation: Organisation
    office: Office


async def office_of(db: AsyncConnection, unit_code: str, organisation: Organisation) -> Office | None:
    """Return where a body can be met, None where nobody has entered it."""
    c = office.c
    query = select(c.address, c.phone, c.hours).where(c.unit_code == unit_code, c.organisation == organisation.value)
    row = (await db.execute(query)).first()
    return Office(row.address, row.phone, row.hours) if row else None


async def offices(db: AsyncConnection, *, unit_code: str | None = None) -> list[Entered]:
    """Return every office that was entered, or those of one unit, by unit and organisation."""
    query = select(office).order_by(office.c.unit_code, office.c.organisation)
    if unit_code is not None:
        query = query.where(office.c.unit_code == unit_code)
    return [
        Entered(row.unit_code, Organisation(row.organisation), Office(row.address, row.phone, row.hours))
        for row in await db.execute(query)
    ]


async def put_office(db: AsyncConnection, unit_code: str, organisation: Organisation, entered: Office) -> None:
    """Enter where a body can be met, in place of what was there."""
    parts = {"address": entered.address, "phone": entered.phone, "hours": entered.hours}
    await put(db, office, {"unit_code": unit_code, "organisation": organisation.value}, parts)


async def remove_office(db: AsyncConnection, unit_code: str, organisation: Organisation) -> bool:
    """Forget where a body can be met; tell whether it was known."""
    c = office.c
    gone = await db.execute(delete(office).where(c.unit_code == unit_code, c.organisation == organisation.value))
    return gone.rowcount > 0


async def last_body(db: AsyncConnection, person_id: int) -> tuple[str, Organisation] | None:
    """Return commune and organisation of the person's newest petition."""
    table = petition
    query = (
        select(table.c.commune_code, table.c.organisation)
        .where(table.c.person_id == person_id)
        .order_by(table.c.id.desc())
    )
    row = (await db.execute(query.limit(1))).first()
    return (row.commune_code, Organisation(row.organisation)) if row else None


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
