"""The register of indicators (chỉ tiêu): targets of a body and year, and the values entered for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import indicator, indicator_value


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """A target and the value that counts: that of the newest day. `value` None: nothing was entered."""

    id: int
    unit: str
    organisation: str
    year: int
    name: str
    measure: str
    target: float
    basis: str
    value: float | None
    day: date | None
    evidence: str

    @property
    def is_met(self) -> bool:
        """Whether the target is reached; every target is a least value."""
        return self.value is not None and self.value >= self.target


async def indicator_lines(
    db: AsyncConnection, unit: str, year: int, *, organisation: str = "", until: datetime | None = None
) -> list[IndicatorLine]:
    """Return a unit's targets of a year with what was entered until a moment; `organisation` "" for all."""
    i, v = indicator.c, indicator_value.c
    query = select(indicator).where(i.unit_code == unit, i.year == year, i.removed_at.is_(None)).order_by(i.id)
    if organisation:
        query = query.where(i.organisation == organisation)
    targets = (await db.execute(query)).all()
    if not targets:
        return []
    ids = [row.id for row in targets]
    entered = select(indicator_value).where(v.indicator_id.in_(ids)).order_by(v.day, v.id)
    if until is not None:
        entered = entered.where(v.at < until)
    newest: dict[int, Row[Any]] = {row.indicator_id: row for row in await db.execute(entered)}
    return [_line(row, newest.get(row.id)) for row in targets]


def _line(row: Row[Any], entered: Row[Any] | None) -> IndicatorLine:
    return IndicatorLine(
        id=row.id,
        unit=row.unit_code,
        organisation=row.organisation,
        year=row.year,
        name=row.name,
        measure=row.measure,
        target=row.target,
        basis=row.basis,
        value=entered.value if entered else None,
        day=entered.day if entered else None,
        evidence=entered.evidence if entered else "",
    )


async def insert_indicator(db: AsyncConnection, **values: Any) -> int:
    """Insert a target; return its id."""
    return int((await db.execute(insert(indicator).returning(indicator.c.id), values)).scalar_one())


async def revive_indicator(
    db: AsyncConnection, *, unit_code: str, organisation: str, year: int, name: str, **values: Any
) -> int | None:
    """Put a target that was taken out back into the register, with these values; return its id, None without one."""
    i = indicator.c
    same = (i.unit_code == unit_code) & (i.organisation == organisation) & (i.year == year) & (i.name == name)
    change = update(indicator).where(same, i.removed_at.is_not(None)).values(removed_at=None, **values)
    found = (await db.execute(change.returning(i.id))).first()
    return int(found.id) if found is not None else None


async def insert_value(db: AsyncConnection, **values: Any) -> int:
    """Insert a value; return its id."""
    return int((await db.execute(insert(indicator_value).returning(indicator_value.c.id), values)).scalar_one())


async def indicator_by_id(db: AsyncConnection, indicator_id: int) -> Row[Any] | None:
    """Return a target that is in force."""
    query = select(indicator).where(indicator.c.id == indicator_id, indicator.c.removed_at.is_(None))
    return (await db.execute(query)).first()


async def remove_indicator(db: AsyncConnection, indicator_id: int, *, at: datetime) -> bool:
    """Take a target out of the register; what was entered stays."""
    change = update(indicator).where(indicator.c.id == indicator_id, indicator.c.removed_at.is_(None))
    return (await db.execute(change.values(removed_at=at))).rowcount == 1


async def values_of(db: AsyncConnection, indicator_id: int) -> Sequence[Row[Any]]:
    """Return everything entered for a target, oldest first."""
    v = indicator_value.c
    return (await db.execute(select(indicator_value).where(v.indicator_id == indicator_id).order_by(v.day, v.id))).all()
