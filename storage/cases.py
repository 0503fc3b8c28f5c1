"""Cases as values: one case, its story, its referrals, who is kept away from it, and its petitions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import Json
from domain.kinds import Kind, Organisation
from domain.life import Outcome, State
from domain.routing import Body
from domain.rules import Deadline
from domain.subjects import Subject
from domain.units import PROVINCE_CODE_DIGITS, UnitRef
from storage import petitions
from storage.schema import (
    case_event,
    case_file,
    officer,
    referral,
)


@dataclass(frozen=True, slots=True)
class Case:
    """One row of case_file. `owner` is the body that the resident chose, `handler` the one that reads it."""

    id: int
    code: str
    version: int
    owner: Body
    handler: Body
    commune: str
    province: str
    subject: Subject
    kind: Kind
    place: str
    title: str
    state: State
    outcome: Outcome | None
    reopened: int
    confidential: bool
    danger: bool
    officer_id: int | None
    opened_at: datetime
    read_at: datetime | None
    due_at: datetime | None
    due_rule: Deadline | None
    paused_at: datetime | None
    paused_days: int
    closed_at: datetime | None
    changed_at: datetime
    merged_into_id: int | None
    recurrence_of_id: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a case's story. `step` is a `domain.life.Step` or a line that moves nothing ("file")."""

    id: int
    at: datetime
    step: str
    petition_id: int | None
    officer_id: int | None
    officer_name: str
    person_id: int | None
    before: State
    after: State
    data: dict[str, Json]
    told: bool


@dataclass(frozen=True, slots=True)
class Referral:
    """A case at an authority. `authority` is '' for an office that the officer named in words."""

    id: int
    case_id: int
    authority: str
    authority_name: str
    sent_at: datetime
    due_at: datetime
    due_rule: str
    reminded: int
    last_reminded_at: datetime | None
    answered_at: datetime | None
    answer: str | None
    ended_at: datetime | None = None


def unit_ref(code: str, province: str) -> UnitRef:
    """Return a unit by its code and the province that it lies in."""
    return UnitRef(code, province if len(code) > PROVINCE_CODE_DIGITS else None)


def from_row(row: Row[Any]) -> Case:
    """Return a row of case_file as a value."""
    return Case(
        id=row.id,
        code=row.code,
        version=row.version,
        owner=Body(unit_ref(row.unit_code, row.province_code), Organisation(row.organisation)),
        handler=Body(unit_ref(row.handler_unit_code, row.province_code), Organisation(row.handler_organisation)),
        commune=row.commune_code,
        province=row.province_code,
        subject=Subject(row.subject),
        kind=Kind(row.kind),
        place=row.place,
        title=row.title,
        state=State(row.state),
        outcome=Outcome(row.outcome) if row.outcome else None,
        reopened=row.reopened,
        confidential=row.confidential,
        danger=row.danger,
        officer_id=row.officer_id,
        opened_at=row.opened_at,
        read_at=row.read_at,
        due_at=row.due_at,
        due_rule=Deadline(row.due_rule) if row.due_rule else None,
        paused_at=row.paused_at,
        paused_days=row.paused_days,
        closed_at=row.closed_at,
        changed_at=row.changed_at,
        merged_into_id=row.merged_into_id,
        recurrence_of_id=row.recurrence_of_id,
    )


# --- One case -----------------------------------------------------------------------------------------------


async def case(db: AsyncConnection, case_id: int, *, for_update: bool = False) -> Case | None:
    """Return a case, locked when it is to be changed."""
    row = await petitions.case_by_id(db, case_id, for_update=for_update)
    return from_row(row) if row is not None else None


async def case_by_code(db: AsyncConnection, code: str) -> Case | None:
    """Return the case of this code, or else the one that the petition of this code belongs to now."""
    row = (await db.execute(select(case_file).where(case_file.c.code == code))).first()
    if row is None or row.merged_into_id is not None:
        found = await petitions.petition_by_code(db, code)
        rows = await petitions.cases_of_petition(db, found.id) if found is not None else []
        row = rows[0] if rows else row
    return from_row(row) if row is not None else None


async def cases_of(db: AsyncConnection, petition_id: int) -> list[Case]:
    """Return the cases that a petition belongs to now, the oldest first."""
    return [from_row(row) for row in await petitions.cases_of_petition(db, petition_id)]


async def code_is_free(db: AsyncConnection, code: str) -> bool:
    """Tell whether neither a case nor a petition has this code."""
    query = select(case_file.c.id).where(case_file.c.code == code)
    taken = (await db.execute(query)).first() is not None or await petitions.code_is_taken(db, code)
    return not taken


async def case_code_is_free(db: AsyncConnection, code: str) -> bool:
    """Tell whether no case has this code; the petition of this code may lend it to one."""
    return (await db.execute(select(case_file.c.id).where(case_file.c.code == code))).first() is None


async def mark_read(db: AsyncConnection, case_id: int, *, at: datetime) -> None:
    """Record when somebody of the handling body looked at a case for the first time."""
    unread = (case_file.c.id == case_id) & case_file.c.read_at.is_(None)
    await db.execute(update(case_file).where(unread).values(read_at=at))


# --- Its story ----------------------------------------------------------------------------------------------


async def events(db: AsyncConnection, case_id: int, *, newest: int | None = None) -> list[Event]:
    """Return a case's story, oldest first; only the `newest` so many lines when given."""
    query = (
        select(case_event, officer.c.name)
        .outerjoin(officer, officer.c.id == case_event.c.officer_id)
        .where(case_event.c.case_id == case_id)
        .order_by(case_event.c.id.desc())
    )
    rows = (await db.execute(query.limit(newest) if newest is not None else query)).all()
    return [_event(row) for row in reversed(rows)]


def _event(row: Row[Any]) -> Event:
    return Event(
        id=row.id,
        at=row.at,
        step=row.step,
        petition_id=row.petition_id,
        officer_id=row.officer_id,
        officer_name=row.name or "",
        person_id=row.person_id,
        before=State(row.state_before),
        after=State(row.state_after),
        data=row.data or {},
        told=row.told,
    )


async def recused(db: AsyncConnection, case_id: int) -> frozenset[int]:
    """Return the officers who said that a case concerns them: they are kept away from it."""
    query = select(case_event.c.officer_id).where(case_event.c.case_id == case_id, text("case_event.step = 'recuse'"))
    return frozenset((await db.execute(query)).scalars())


async def open_questions(db: AsyncConnection, petition_ids: Sequence[int]) -> list[tuple[int, Event]]:
    """
    Return the officers' questions that these petitions' people have not answered: (case id, its `ask` event).

    An answer to one case never counts for another.
    """
    if not petition_ids:
        return []
    query = (
        select(case_event, officer.c.name)
        .outerjoin(officer, officer.c.id == case_event.c.officer_id)
        .where(case_event.c.petition_id.in_(petition_ids), case_event.c.step.in_(("ask", "supply")))
        .order_by(case_event.c.id)
    )
    waiting: dict[tuple[int, int], tuple[int, Event]] = {}
    for row in (await db.execute(query)).all():
        place = (row.case_id, row.petition_id)
        if row.step == "ask":
            waiting[place] = (row.case_id, _event(row))
        else:
            waiting.pop(place, None)
    return list(waiting.values())


# --- Referrals ----------------------------------------------------------------------------------------------


async def insert_referral(db: AsyncConnection, **values: Any) -> int:
    """Insert a referral; return its id."""
    return int((await db.execute(insert(referral).returning(referral.c.id), values)).scalar_one())


async def change_referral(db: AsyncConnection, referral_id: int, values: Mapping[str, Any]) -> None:
    """Change a referral; its case is locked by the caller."""
    await db.execute(update(referral).where(referral.c.id == referral_id).values(**values))


async def count_reminder(db: AsyncConnection, referral_id: int, *, at: datetime) -> None:
    """Count one more reminder."""
    change = {"reminded": referral.c.reminded + 1, "last_reminded_at": at}
    await change_referral(db, referral_id, change)


async def end_referrals(db: AsyncConnection, case_id: int, *, at: datetime) -> int:
    """End the referrals of a case that still wait for an answer; return how many."""
    c = referral.c
    waiting = (c.case_id == case_id) & c.answered_at.is_(None) & c.ended_at.is_(None)
    return (await db.execute(update(referral).where(waiting).values(ended_at=at))).rowcount


async def referrals(db: AsyncConnection, case_id: int, *, unanswered: bool = False) -> list[Referral]:
    """Return a case's referrals, oldest first; only those whose answer is waited for when `unanswered`."""
    query = select(referral).where(referral.c.case_id == case_id).order_by(referral.c.id)
    if unanswered:
        query = query.where(referral.c.answered_at.is_(None), referral.c.ended_at.is_(None))
    return [
        Referral(
            id=row.id,
            case_id=row.case_id,
            authority=row.authority,
            authority_name=row.authority_name,
            sent_at=row.sent_at,
            due_at=row.due_at,
            due_rule=row.due_rule,
            reminded=row.reminded,
            last_reminded_at=row.last_reminded_at,
            answered_at=row.answered_at,
            answer=row.answer,
            ended_at=row.ended_at,
        )
        for row in (await db.execute(query)).all()
    ]
