"""Who follows what, and the facts of a month that residents may be told of, for any number of places at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Exists, Select, and_, delete, false, func, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.following import UNPUBLISHED, UNPUBLISHED_KINDS
from domain.life import Outcome
from storage.parts import in_parts
from storage.schema import case_event, case_file, case_petition, follow, outbox, petition, referral
from storage.upserts import insert_into

NAMED_MAX: Final = 400
"""Units named in one query; beyond that reading all of them is faster, and others' rows are passed over."""

ALL: Final = ""
"""In place of a subject: everything in the unit."""


@dataclass(frozen=True, slots=True)
class Follow:
    """One thing that a person follows: a unit, or one subject there ('' for all)."""

    id: int
    person_id: int
    unit: str
    subject: str
    agreed_at: datetime


# --- What a person follows ------------------------------------------------------------------------------------------


async def follows_of(db: AsyncConnection, person_id: int) -> list[Follow]:
    """Return what a person follows, oldest first."""
    query = select(follow).where(follow.c.person_id == person_id).order_by(follow.c.id)
    return [_follow(row) for row in await db.execute(query)]


def _follow(row: Any) -> Follow:
    return Follow(row.id, row.person_id, row.unit_code, row.subject, row.agreed_at)


async def add(
    db: AsyncConnection, person_id: int, unit_code: str, subject: str, *, version: str, now: datetime
) -> bool:
    """Write down what a person follows and which text they agreed to; False when they follow it already."""
    values = {
        "person_id": person_id,
        "unit_code": unit_code,
        "subject": subject,
        "agreed_version": version,
        "agreed_at": now,
    }
    return (await db.execute(insert_into(db, follow).values(values).on_conflict_do_nothing())).rowcount == 1


async def remove(db: AsyncConnection, person_id: int, follow_id: int | None = None) -> int:
    """Forget one thing that a person follows, or all; return how many, and take back what waits to be said of it."""
    which: ColumnElement[bool] = follow.c.person_id == person_id
    if follow_id is not None:
        which = and_(which, follow.c.id == follow_id)
    gone = (await db.execute(delete(follow).where(which))).rowcount
    left = (await db.execute(select(func.count()).where(follow.c.person_id == person_id))).scalar_one()
    if gone and not left:
        await _take_back(db, outbox.c.once.startswith(f"following/{person_id}/", autoescape=True))
    return gone


def once(person_id: int, month: str) -> str:
    """Return the name under which a person's news of a month is in the outbox, once."""
    return f"following/{person_id}/{month}"


async def replace_older(db: AsyncConnection, person_ids: Collection[int], month: str) -> int:
    """Take back the news of a month that still waits for these people: newer ones come. Returns how many."""
    return await _take_back(db, outbox.c.once.in_([once(person_id, month) for person_id in person_ids]))


async def _take_back(db: AsyncConnection, which: ColumnElement[bool]) -> int:
    unsent = outbox.c.state.in_(("queued", "waiting"))
    return (await db.execute(update(outbox).where(which, unsent).values(state="replaced", reply=""))).rowcount


async def followers(db: AsyncConnection, *, after: int, limit: int) -> dict[int, list[Follow]]:
    """Return the next people (by id, from above `after`) who follow anything, with what each follows."""
    ids = (
        select(follow.c.person_id)
        .where(follow.c.person_id > after)
        .distinct()
        .order_by(follow.c.person_id)
        .limit(limit)
    )
    query = select(follow).where(follow.c.person_id.in_(ids)).order_by(follow.c.person_id, follow.c.id)
    found: dict[int, list[Follow]] = {}
    for row in await db.execute(query):
        found.setdefault(row.person_id, []).append(_follow(row))
    return found


async def followed_units(db: AsyncConnection) -> list[str]:
    """Return every unit that somebody follows."""
    return sorted((await db.execute(select(follow.c.unit_code).distinct())).scalars())


async def counts(db: AsyncConnection) -> dict[tuple[str, str], int]:
    """Return how many people follow each unit and subject."""
    c = follow.c
    query = select(c.unit_code, c.subject, func.count().label("people")).group_by(c.unit_code, c.subject)
    return {(row.unit_code, row.subject): row.people for row in await db.execute(query)}


async def is_followed(db: AsyncConnection) -> bool:
    """Tell whether anybody follows anything."""
    return (await db.execute(select(follow.c.id).limit(1))).first() is not None


# --- What may be told -----------------------------------------------------------------------------------------------


class Raised(NamedTuple):
    """How many public petitions one person filed about one subject in one commune."""

    commune: str
    subject: str
    person_id: int
    number: int


class Moved(NamedTuple):
    """A public case that was answered or closed in the month, once for each person behind it."""

    commune: str
    subject: str
    case_id: int
    person_id: int


_HIDDEN_SUBJECTS: Final = sorted(subject.value for subject in UNPUBLISHED)
_HIDDEN_KINDS: Final = sorted(kind.value for kind in UNPUBLISHED_KINDS)

_SETTLED: Final = (Outcome.RESOLVED.value, Outcome.EXPLAINED.value)
"""Outcomes of cases that count as closed with a result."""


def _is_public(table: Any, *, demo: bool) -> ColumnElement[bool]:
    c = table.c
    invented = true() if demo else false()
    hidden = (c.subject.not_in(_HIDDEN_SUBJECTS), c.kind.not_in(_HIDDEN_KINDS))
    return and_(c.confidential.is_(False), *hidden, c.demo == invented)


def _in_hidden_case() -> Exists:
    """A petition whose case an officer has found to be confidential, a complaint or about an official."""
    link = case_petition.join(case_file, case_file.c.id == case_petition.c.case_id)
    hidden = (
        case_file.c.confidential.is_(True)
        | case_file.c.subject.in_(_HIDDEN_SUBJECTS)
        | case_file.c.kind.in_(_HIDDEN_KINDS)
    )
    query = select(case_petition.c.id).select_from(link).where(case_petition.c.petition_id == petition.c.id, hidden)
    return query.correlate(petition).exists()


def _of_units(column: ColumnElement[str], units: Sequence[str]) -> list[ColumnElement[bool]]:
    return [column.in_(units)] if len(units) <= NAMED_MAX else []


async def raised(
    db: AsyncConnection, units: Sequence[str], begins: datetime, ends: datetime, *, demo: bool
) -> AsyncIterator[Sequence[Raised]]:
    """Yield, some at a time, what was filed in these communes: nothing confidential, and nothing withdrawn."""
    p = petition.c
    query = (
        select(p.commune_code, p.subject, p.person_id, func.count())
        .where(
            p.filed_at >= begins,
            p.filed_at < ends,
            p.withdrawn_at.is_(None),
            _is_public(petition, demo=demo),
            ~_in_hidden_case(),
            *_of_units(p.commune_code, units),
        )
        .group_by(p.commune_code, p.subject, p.person_id)
    )
    async for rows in in_parts(db, query):
        yield [Raised._make(row) for row in rows]


async def answered(
    db: AsyncConnection, units: Sequence[str], begins: datetime, ends: datetime, *, demo: bool
) -> AsyncIterator[Sequence[Moved]]:
    """Yield the public cases that an authority answered in the month; handed back is not answered."""
    r = referral.c
    back = (
        select(case_event.c.id)
        .where(case_event.c.case_id == r.case_id, case_event.c.step == "hand_back", case_event.c.at == r.answered_at)
        .correlate(referral)
        .exists()
    )
    cases = select(r.case_id).where(r.answered_at >= begins, r.answered_at < ends, ~back)
    async for rows in _moved(db, case_file.c.id.in_(cases), units, demo=demo):
        yield rows


async def settled(
    db: AsyncConnection, units: Sequence[str], begins: datetime, ends: datetime, *, demo: bool
) -> AsyncIterator[Sequence[Moved]]:
    """Yield the public cases that were closed in the month with a result, and are closed still."""
    c = case_file.c
    which = and_(c.closed_at >= begins, c.closed_at < ends, c.outcome.in_(_SETTLED))
    async for rows in _moved(db, which, units, demo=demo):
        yield rows


async def _moved(
    db: AsyncConnection, which: ColumnElement[bool], units: Sequence[str], *, demo: bool
) -> AsyncIterator[Sequence[Moved]]:
    c, link, p = case_file.c, case_petition.c, petition.c
    tables = case_file.join(case_petition, link.case_id == c.id).join(petition, p.id == link.petition_id)
    query: Select[Any] = (
        select(c.commune_code, c.subject, c.id, p.person_id)
        .select_from(tables)
        .where(
            which,
            link.left_at.is_(None),
            p.withdrawn_at.is_(None),
            p.confidential.is_(False),
            _is_public(case_file, demo=demo),
            *_of_units(c.commune_code, units),
        )
    )
    async for rows in in_parts(db, query):
        yield [Moved._make(row) for row in rows]
