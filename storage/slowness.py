"""Who is behind: overdue cases by commune, body or officer, late answers by authority, of a span of days or now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.roles import Actor
from storage.schema import case_file, officer, referral
from storage.standing import handed_back
from storage.worklist import Reach, reached

LISTED_MAX: Final = 8


class By(StrEnum):
    """Whose slowness is asked for; the values name texts."""

    COMMUNE = "commune"
    ORGANISATION = "organisation"
    OFFICER = "officer"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Behind:
    """How many are late of how many; `name` is a commune's or an organisation's code, a person, an authority or ''."""

    name: str
    late: int
    of: int


Span = tuple[datetime, datetime]
"""From a moment to before another."""


async def behind(db: AsyncConnection, actor: Actor, by: By, *, now: datetime, span: Span | None) -> list[Behind]:
    """
    Return who is behind in an officer's scopes, most late first; nobody who is in time.

    Of cases that were opened in the span, or are open now without one, those are late that are overdue now. Of answers
    that were due in it, or are owed now, those that came after their day or have not come.
    """
    if by is By.OFFICE:
        return await _offices(db, actor, now=now, span=span)
    c = case_file.c
    is_open = c.state != "closed"
    late = func.count(case((and_(is_open, c.paused_at.is_(None), c.due_at <= now), 1)))
    asked = is_open if span is None else and_(c.opened_at >= span[0], c.opened_at < span[1])
    key = {By.COMMUNE: c.commune_code, By.ORGANISATION: c.handler_organisation, By.OFFICER: officer.c.name}[by]
    query = select(key, late, func.count()).select_from(case_file.outerjoin(officer, officer.c.id == c.officer_id))
    grouped = query.where(asked, *reached(actor, Reach.AREA)).group_by(
        key, *([c.officer_id] if by is By.OFFICER else [])
    )
    return _most([Behind(name or "", late, count) for name, late, count in await db.execute(grouped)])


async def _offices(db: AsyncConnection, actor: Actor, *, now: datetime, span: Span | None) -> list[Behind]:
    r = referral.c
    waits = and_(r.answered_at.is_(None), r.ended_at.is_(None))
    late = or_(and_(waits, r.due_at <= now), r.answered_at > r.due_at)
    asked: ColumnElement[bool] = (
        waits if span is None else and_(r.due_at > span[0], r.due_at <= span[1], ~handed_back())
    )
    name = case((r.authority != "", r.authority), else_=r.authority_name)
    query = select(name, func.count(case((late, 1))), func.count()).join(case_file, case_file.c.id == r.case_id)
    rows = await db.execute(query.where(asked, true(), *reached(actor, Reach.AREA)).group_by(name))
    return _most([Behind(name, late, count) for name, late, count in rows])


def _most(found: list[Behind]) -> list[Behind]:
    late = [one for one in found if one.late]
    return sorted(late, key=lambda one: (-one.late, one.of, one.name))[:LISTED_MAX]
