"""
The register of indicators (chỉ tiêu): a body's targets of a year, and the values entered for them with evidence.

Targets come from local resolutions: all are entered by hand, none is a national rule (domain reference §1.5). Values
are never derived from what residents write.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import NotAllowed, NotFound, ReasonMissing, Refused
from domain.kinds import Organisation
from domain.roles import HANDLERS, Actor, Role
from domain.units import UnitRef
from storage import audit, indicators, report_facts


async def set_target(
    db: AsyncConnection,
    actor: Actor,
    *,
    unit: str,
    year: int,
    name: str,
    measure: str,
    target: float,
    organisation: str = "",
    basis: str = "",
    now: datetime,
) -> int:
    """
    Set a target of a unit and year; return its id. `measure` is "%" or what is counted; a target is a least value.

    One that was taken out comes back under its name, with what was entered for it.

    Raises:
        ReasonMissing: no name.
        Refused: a target below 0, or of more than 100 %.
        NotAllowed: the unit is not the actor's.
    """
    await _allow(db, actor, unit, organisation)
    if not name.strip():
        raise ReasonMissing
    if target < 0 or (measure == "%" and target > 100):
        raise Refused(key="error-indicator-target")
    values: dict[str, Any] = {
        "unit_code": unit,
        "organisation": organisation,
        "year": year,
        "name": name.strip(),
        "measure": measure.strip(),
        "target": target,
        "basis": basis.strip(),
        "officer_id": actor.officer_id,
        "created_at": now,
    }
    id = await indicators.revive_indicator(db, **values) or await indicators.insert_indicator(db, **values)
    await _trace(db, actor, "indicator_set", id, now)
    return id


async def enter_value(
    db: AsyncConnection, actor: Actor, indicator_id: int, *, value: float, day: date, evidence: str, now: datetime
) -> int:
    """
    Enter what was reached on a day, with the document or link that shows it; return the entry's id.

    Raises:
        NotFound: no such target.
        ReasonMissing: no evidence.
        NotAllowed: the unit is not the actor's.
    """
    found = await indicators.indicator_by_id(db, indicator_id)
    if found is None:
        raise NotFound
    await _allow(db, actor, found.unit_code, found.organisation)
    if not evidence.strip():
        raise ReasonMissing
    if value < 0:
        raise Refused(key="error-indicator-target")
    id = await indicators.insert_value(
        db,
        indicator_id=indicator_id,
        value=value,
        day=day,
        evidence=evidence.strip(),
        officer_id=actor.officer_id,
        at=now,
    )
    await _trace(db, actor, "indicator_entered", indicator_id, now)
    return id


async def remove_target(db: AsyncConnection, actor: Actor, indicator_id: int, *, now: datetime) -> None:
    """
    Take a target out of the register; what was entered for it stays in the table.

    Raises:
        NotFound: no such target.
        NotAllowed: the unit is not the actor's.
    """
    found = await indicators.indicator_by_id(db, indicator_id)
    if found is None:
        raise NotFound
    await _allow(db, actor, found.unit_code, found.organisation)
    await indicators.remove_indicator(db, indicator_id, at=now)
    await _trace(db, actor, "indicator_removed", indicator_id, now)


async def _allow(db: AsyncConnection, actor: Actor, unit: str, organisation: str) -> None:
    if actor.has(Role.ADMINISTRATOR):
        return
    body = Organisation(organisation) if organisation else Organisation.FRONT
    where = UnitRef(unit, await report_facts.province_of(db, unit))
    if not actor.has(*HANDLERS) or not actor.covers(where, body):
        raise NotAllowed


async def _trace(db: AsyncConnection, actor: Actor, action: str, id: int, now: datetime) -> None:
    who = f"officer/{actor.officer_id}" if actor.officer_id is not None else "administrator"
    await audit.append(db, at=now, actor=who, action=action, subject=f"indicator/{id}")
