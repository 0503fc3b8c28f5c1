"""When officers are away, and who stands in for them meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Select, bindparam, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.prepared import Prepared
from storage.schema import absence, officer, officer_scope, unit


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is away from the first local day to the last; `ended_at` cuts it short."""

    id: int
    officer_id: int
    name: str
    substitute_id: int | None
    substitute_name: str
    first_day: date
    last_day: date
    ended_at: datetime | None

    def lasts(self, day: date) -> bool:
        """Tell whether the officer is away on a day."""
        return self.ended_at is None and self.first_day <= day <= self.last_day


def _absences() -> Select[Any]:
    a, substitute = absence.c, officer.alias("substitute")
    columns = (a.id, a.officer_id, officer.c.name, a.substitute_id, substitute.c.name.label("substitute_name"))
    return (
        select(*columns, a.first_day, a.last_day, a.ended_at)
        .join(officer, officer.c.id == a.officer_id)
        .outerjoin(substitute, substitute.c.id == a.substitute_id)
        .where(officer.c.disabled_at.is_(None))
        .order_by(a.first_day, a.id)
    )


async def _found(db: AsyncConnection, query: Select[Any]) -> list[Absence]:
    return [
        Absence(
            row.id, row.officer_id, row.name, row.substitute_id, row.substitute_name or "", row.first_day, row.last_day,
            row.ended_at,
        )
        for row in await db.execute(query)
    ]  # fmt: skip


async def running(db: AsyncConnection, day: date) -> list[Absence]:
    """Return the absences that last on a day."""
    a = absence.c
    return await _found(db, _absences().where(a.ended_at.is_(None), a.first_day <= day, a.last_day >= day))


async def coming(db: AsyncConnection, day: date, *, officer_id: int | None = None) -> list[Absence]:
    """Return the absences that last on a day or begin after it, the nearest first; of one officer when given."""
    a = absence.c
    query = _absences().where(a.ended_at.is_(None), a.last_day >= day)
    return await _found(db, query if officer_id is None else query.where(a.officer_id == officer_id))


async def overlapping(db: AsyncConnection, officer_ids: Collection[int], first: date, last: date) -> list[Absence]:
    """Return absences of these officers that share a day with a span."""
    a = absence.c
    overlap = (a.first_day <= last, a.last_day >= first, a.ended_at.is_(None))
    return await _found(db, _absences().where(a.officer_id.in_(sorted(officer_ids)), *overlap))


async def add(
    db: AsyncConnection,
    officer_id: int,
    substitute_id: int | None,
    first: date,
    last: date,
    *,
    by: int | None,
    at: datetime,
) -> int:
    """Insert an absence; return its id."""
    values = {
        "officer_id": officer_id,
        "substitute_id": substitute_id,
        "first_day": first,
        "last_day": last,
        "entered_by_id": by,
        "entered_at": at,
    }
    return int((await db.execute(insert(absence).returning(absence.c.id), values)).scalar_one())


async def end(db: AsyncConnection, absence_id: int, *, at: datetime) -> bool:
    """End an absence now; False when it was ended already."""
    still = (absence.c.id == absence_id) & absence.c.ended_at.is_(None)
    return (await db.execute(update(absence).where(still).values(ended_at=at))).rowcount == 1


async def near(db: AsyncConnection, officer_id: int) -> list[int]:
    """Return the accounts, the officer's own among them, that work in the same units or in the provinces of those."""
    s, u = officer_scope.c, unit.c
    own = select(s.unit_code).where(s.officer_id == officer_id)
    above = select(u.province_code).where(u.code.in_(own))
    query = select(s.officer_id).where(or_(s.unit_code.in_(own), s.unit_code.in_(above))).distinct()
    return sorted((await db.execute(query)).scalars())


_standing_in = Prepared(
    select(absence.c.officer_id, absence.c.substitute_id).where(
        absence.c.ended_at.is_(None),
        absence.c.substitute_id.is_not(None),
        absence.c.first_day <= bindparam("day", type_=Date),
        absence.c.last_day >= bindparam("day", type_=Date),
    )
)


async def substitutes(db: AsyncConnection, day: date) -> dict[int, int]:
    """Return who stands in for whom on a day, by the account that is away."""
    return {row.officer_id: row.substitute_id for row in await _standing_in(db, day=day)}


# --- Coming back ----------------------------------------------------------------------------------------------------


async def over(db: AsyncConnection, day: date) -> list[Absence]:
    """Return the absences that are over and of which no digest before this day's has told."""
    a = absence.c
    untold = or_(text("absence.covered_on IS NULL"), a.covered_on == day)
    begun = or_(a.ended_at.is_(None), a.entered_at < a.ended_at)
    query = _absences().where(untold, a.first_day <= day, begun, or_(a.last_day < day, a.ended_at.is_not(None)))
    return await _found(db, query)


async def covered_since(db: AsyncConnection, days: Mapping[int, date]) -> list[Absence]:
    """Return the absences of these officers of which a digest of a day, or of a later one, has told."""
    if not days:
        return []
    a = absence.c
    found = await _found(db, _absences().where(a.officer_id.in_(sorted(days)), a.covered_on >= min(days.values())))
    covered = dict((await db.execute(select(a.id, a.covered_on).where(a.id.in_([one.id for one in found])))).all())
    return [one for one in found if covered[one.id] >= days[one.officer_id]]


async def cover(db: AsyncConnection, absence_ids: Collection[int], *, day: date) -> None:
    """Write down that the digest of a day tells what happened during these absences."""
    if absence_ids:
        await db.execute(update(absence).where(absence.c.id.in_(sorted(absence_ids))).values(covered_on=day))
