"""Setting how a body's documents begin and end: who signs and how, the committee, recipients, symbol, numbers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports.heads import Head, head_of
from actions.reports.names import Names
from domain.errors import NotAllowed, NotFound
from domain.report_calendar import may_set_reports
from domain.report_heads import checked_head
from domain.roles import Actor
from domain.units import CENTRE, UnitRef
from storage import audit, report_bodies, report_facts


async def head(db: AsyncConnection, unit: str, organisation: str, *, party: bool = False) -> Head:
    """
    Return a body's head as its next report will have it.

    Raises:
        NotFound: there is no such unit.
    """
    names = Names({found.code: found for found in await report_facts.units_in(db, unit)})
    if unit != CENTRE and unit not in names.units:
        raise NotFound(key="report-unit-unknown")
    own = await report_bodies.body_of(db, unit, organisation)
    return head_of(unit, organisation, names, party=party, own=own)


async def set_head(
    db: AsyncConnection, unit: UnitRef, organisation: str, values: dict[str, Any], *, by: Actor, now: datetime
) -> Head:
    """
    Set parts of a body's head; what is not named stays, '' or [] stands for what is usual.

    Reports that are compiled from now on have it; one that is compiled already gets it when it is compiled again.

    Raises:
        NotAllowed: it is not the actor's own body, and they are no administrator.
        Refused: a part is too long, or no such form; `key` says which.
    """
    if not may_set_reports(by, unit, organisation):
        raise NotAllowed
    await report_bodies.put_body(db, unit.code, organisation, **checked_head(values))
    await _trace(db, "report_head_set", unit, organisation, sorted(values), by, now)
    return await head(db, unit.code, organisation)


async def reset_head(db: AsyncConnection, unit: UnitRef, organisation: str, *, by: Actor, now: datetime) -> None:
    """
    Forget what was set of a body's head: what is usual holds again.

    Raises:
        NotAllowed: it is not the actor's own body, and they are no administrator.
        NotFound: nothing was set.
    """
    if not may_set_reports(by, unit, organisation):
        raise NotAllowed
    if not await report_bodies.drop_body(db, unit.code, organisation):
        raise NotFound(key="report-head-not-set")
    await _trace(db, "report_head_reset", unit, organisation, [], by, now)


async def _trace(
    db: AsyncConnection, action: str, unit: UnitRef, organisation: str, parts: list[str], by: Actor, now: datetime
) -> None:
    # Which parts, not what they say: a signer is a person.
    who = f"officer/{by.officer_id}" if by.officer_id is not None else "administrator"
    subject = f"report-head/{unit.code}/{organisation or 'all'}"
    await audit.append(db, at=now, actor=who, action=action, subject=subject, data={"parts": list(parts)})
