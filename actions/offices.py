"""Where a body can be met: entered and forgotten by its own officers and by administrators."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import NotAllowed, Refused
from domain.kinds import Organisation
from domain.offices import LIMITS, Office, may_set_office, parse_phone
from domain.roles import Actor, Role
from domain.units import UnitRef
from storage import audit, offices

CONSOLE = Actor(roles=frozenset({Role.ADMINISTRATOR}))
"""Who types a command on the machine itself; it is the administrator without an account."""


async def set_office(
    db: AsyncConnection, unit: UnitRef, organisation: Organisation, wanted: Office, *, by: Actor, now: datetime
) -> Office | None:
    """
    Enter where a body can be met, in place of what was there; an empty office is forgotten.

    Returns what is shown from now on, None when nothing is.

    Raises:
        NotAllowed: it is not the actor's own body, and they are no administrator.
        Refused: a part is too long, or the phone holds no number.
    """
    if not may_set_office(by, unit, organisation):
        raise NotAllowed
    parts = {name: " ".join(getattr(wanted, name).split()) for name in LIMITS}
    if any(len(part) > LIMITS[name] for name, part in parts.items()):
        raise Refused
    if parts["phone"]:
        try:
            parse_phone(parts["phone"])
        except ValueError as problem:
            raise Refused(key=str(problem)) from problem
    entered = Office(**parts)
    if entered.is_empty:
        await clear_office(db, unit, organisation, by=by, now=now)
        return None
    await offices.put_office(db, unit.code, organisation, entered)
    await _trace(db, "office_set", unit, organisation, by, now)
    return entered


async def clear_office(
    db: AsyncConnection, unit: UnitRef, organisation: Organisation, *, by: Actor, now: datetime
) -> bool:
    """
    Forget where a body can be met; tell whether it was known.

    Raises:
        NotAllowed: it is not the actor's own body, and they are no administrator.
    """
    if not may_set_office(by, unit, organisation):
        raise NotAllowed
    known = await offices.remove_office(db, unit.code, organisation)
    if known:
        await _trace(db, "office_cleared", unit, organisation, by, now)
    return known


async def _trace(
    db: AsyncConnection, action: str, unit: UnitRef, organisation: Organisation, by: Actor, now: datetime
) -> None:
    actor = f"officer/{by.officer_id}" if by.officer_id is not None else "administrator"
    await audit.append(db, at=now, actor=actor, action=action, subject=f"office/{unit.code}/{organisation.value}")
