"""An officer is away and somebody stands in: begun by the officer or an administrator, ended early, always traced."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.notices import tell_officers
from conversation.messages import words
from domain.calendar import local_date
from domain.errors import AlreadyDone, NotFound, Refused
from domain.roles import HANDLERS
from storage import absences, accounts, audit
from storage.absences import Absence
from storage.accounts import Account

LONGEST_DAYS: Final = 365
"""Who is away longer hands over. House rule."""


async def begin(
    db: AsyncConnection,
    officer_id: int,
    substitute_id: int | None,
    first: date,
    last: date,
    *,
    by: int | None,
    now: datetime,
) -> Absence:
    """
    Let an officer be away from the first day to the last, both included; the substitute is told.

    From the first day on, and no longer than the absence lasts, the substitute handles the cases of the officer's
    bodies and finds them in their own digest. `by` is the officer who entered it, None for an administrator.

    Raises:
        NotFound: one of the two is no active account.
        Refused: days that make no sense, or overlap another absence; a substitute who handles no cases, is the
            same, or is away then.
    """
    officer = await _active(db, officer_id)
    if first > last or last < local_date(now) or last - first > timedelta(days=LONGEST_DAYS):
        raise Refused(key="absence-days-wrong")
    if await absences.overlapping(db, [officer_id], first, last):
        raise Refused(key="absence-overlaps")
    if substitute_id is not None:
        substitute = await _active(db, substitute_id)
        if substitute_id == officer_id or HANDLERS.isdisjoint(substitute.roles):
            raise Refused(key="absence-no-substitute")
        if await absences.overlapping(db, [substitute_id], first, last):
            raise Refused(key="absence-substitute-away")
    id = await absences.add(db, officer_id, substitute_id, first, last, by=by, at=now)
    await _trace(db, "absence_begun", officer_id, by, now, absence=id, substitute=substitute_id, first=first, last=last)
    if substitute_id is not None:
        sentence = words("absence-told", name=officer.name, first=first, last=last)
        await tell_officers(db, [substitute_id], sentence, now=now, once=f"absence/{id}")
    return next(found for found in await absences.coming(db, last, officer_id=officer_id) if found.id == id)


async def end(db: AsyncConnection, absence: Absence, *, by: int | None, now: datetime) -> None:
    """
    End an absence now: from here on the substitute has no access that was not their own.

    Raises:
        AlreadyDone: it was ended before.
    """
    if not await absences.end(db, absence.id, at=now):
        raise AlreadyDone
    await _trace(db, "absence_ended", absence.officer_id, by, now, absence=absence.id)
    if absence.substitute_id is not None:
        sentence = words("absence-ended-told", name=absence.name)
        await tell_officers(db, [absence.substitute_id], sentence, now=now, once=f"absence-ended/{absence.id}")


async def _active(db: AsyncConnection, officer_id: int) -> Account:
    found = await accounts.account(db, officer_id)
    if found is None or found.disabled_at is not None:
        raise NotFound
    return found


async def _trace(
    db: AsyncConnection, action: str, officer_id: int, by: int | None, now: datetime, **data: int | date | None
) -> None:
    who = f"officer/{by}" if by is not None else "administrator"
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in data.items()}
    await audit.append(db, at=now, actor=who, action=action, subject=f"officer/{officer_id}", data=plain)


async def candidates(db: AsyncConnection, officer_id: int) -> list[Account]:
    """Return who may stand in for an officer: active accounts that handle cases of the same units or above them."""
    found = await accounts.accounts(db, ids=await absences.near(db, officer_id))
    return [
        account
        for account in found
        if account.id != officer_id and account.disabled_at is None and not HANDLERS.isdisjoint(account.roles)
    ]
