"""Residents who asked to be called: whom an officer has to call, and that it was done."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import AlreadyDone, NotFound
from domain.roles import READERS_OF_PERSONAL_DATA, Actor
from domain.units import UnitRef
from storage import audit, calls
from storage.calls import Call


def may_call(actor: Actor, call: Call) -> bool:
    """Tell whether the wish is for a body of the actor's own: a phone number is nobody else's business."""
    body = UnitRef(call.unit_code)
    return actor.has(*READERS_OF_PERSONAL_DATA) and any(s.owns(body, call.organisation) for s in actor.scopes)


async def calls_for(db: AsyncConnection, actor: Actor) -> list[Call]:
    """Return whom an officer has to call, who waits longest first."""
    units = {scope.unit for scope in actor.scopes if scope.unit}
    return [call for call in await calls.open_calls(db, units) if may_call(actor, call)]


async def called(db: AsyncConnection, call_id: int, actor: Actor, *, now: datetime) -> Call:
    """
    Note that an officer has called; return the wish.

    Raises:
        NotFound: there is no such wish, or it is not for the actor's bodies.
        AlreadyDone: somebody has called before.
    """
    wish = await calls.call(db, call_id)
    if wish is None or not may_call(actor, wish):
        raise NotFound
    if not await calls.mark_called(db, call_id, at=now):
        raise AlreadyDone(key="error-called-already")
    who = f"officer/{actor.officer_id}"
    await audit.append(db, at=now, actor=who, action="called_back", subject=f"call_back/{call_id}")
    return wish
