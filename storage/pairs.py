"""Pairs of cases that may be one: suggested once each, whatever becomes of the suggestion."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, Select, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.life import State
from domain.roles import Actor
from matching.duplicates import Reason, ReasonCode, Relation
from storage.schema import case_file, case_pair, case_petition, petition, setting
from storage.traces import COMPARED
from storage.upserts import insert_into, put
from storage.worklist import visible_cases

COMPARED_KEY: Final = "pairs/compared"
"""Setting: the last petition that the nightly search has compared."""


@dataclass(frozen=True, slots=True)
class NewPair:
    """What was found: the case, another that it resembles, and why. The one with the lower id is the earlier."""

    case_id: int
    other_id: int
    relation: Relation
    score: float
    reasons: tuple[Reason, ...] = ()
    source: str = "night"


@dataclass(frozen=True, slots=True)
class Pair:
    """A stored pair: `case_id` is the later case, `other_id` the earlier one."""

    id: int
    case_id: int
    other_id: int
    relation: Relation
    score: float
    reasons: tuple[Reason, ...]
    source: str
    decision: str | None


async def suggest(db: AsyncConnection, pairs: Iterable[NewPair], *, at: datetime) -> int:
    """Store the pairs that were never found before; return how many those are."""
    rows = [
        {
            "case_id": max(pair.case_id, pair.other_id),
            "other_id": min(pair.case_id, pair.other_id),
            "relation": pair.relation.value,
            "score": pair.score,
            "reasons": [[reason.code.value, reason.agrees, reason.value] for reason in pair.reasons],
            "source": pair.source,
            "found_at": at,
        }
        for pair in pairs
        if pair.case_id != pair.other_id
    ]
    new = 0
    for row in rows:
        new += (await db.execute(insert_into(db, case_pair).values(row).on_conflict_do_nothing())).rowcount
    return new


async def pair(db: AsyncConnection, pair_id: int, *, for_update: bool = False) -> Pair | None:
    """Return a pair, locked when it is to be decided."""
    query = select(case_pair).where(case_pair.c.id == pair_id)
    row = (await db.execute(query.with_for_update() if for_update else query)).first()
    return _pair(row) if row is not None else None


async def undecided(db: AsyncConnection, actor: Actor, *, limit: int, case_id: int | None = None) -> list[Pair]:
    """Return the pairs that wait for a decision and of which the officer may see both cases, likeliest first."""
    rows = await db.execute(_waiting(actor, case_id).order_by(case_pair.c.score.desc(), case_pair.c.id).limit(limit))
    return [_pair(row) for row in rows]


async def count_undecided(db: AsyncConnection, actor: Actor, *, case_id: int | None = None) -> int:
    """Return how many those are."""
    query = select(func.count()).select_from(_waiting(actor, case_id).subquery())
    return int((await db.execute(query)).scalar_one())


def _waiting(actor: Actor, case_id: int | None) -> Select[Any]:
    """At least one of the two is open and neither was merged meanwhile: otherwise there is nothing left to do."""
    own, other = visible_cases(actor).subquery("own"), visible_cases(actor).subquery("other")
    query = (
        select(case_pair)
        .join(own, own.c.id == case_pair.c.case_id)
        .join(other, other.c.id == case_pair.c.other_id)
        .where(
            text("case_pair.decided_at IS NULL"),
            own.c.merged_into_id.is_(None),
            other.c.merged_into_id.is_(None),
            own.c.state != State.CLOSED.value,
        )
    )
    if case_id is not None:
        query = query.where(or_(case_pair.c.case_id == case_id, case_pair.c.other_id == case_id))
    return query


async def counts_by_body(db: AsyncConnection) -> dict[tuple[str, str], int]:
    """Return how many pairs wait at each body (codes of unit and organisation) that handles the later case."""
    own, other = case_file.alias("own"), case_file.alias("other")
    body = own.c.handler_unit_code, own.c.handler_organisation
    query = (
        select(*body, func.count().label("waiting"))
        .select_from(case_pair)
        .join(own, own.c.id == case_pair.c.case_id)
        .join(other, other.c.id == case_pair.c.other_id)
        .where(
            text("case_pair.decided_at IS NULL"),
            own.c.merged_into_id.is_(None),
            other.c.merged_into_id.is_(None),
            own.c.state != State.CLOSED.value,
            own.c.confidential.is_(False),
            other.c.confidential.is_(False),
        )
        .group_by(*body)
    )
    return {(row.handler_unit_code, row.handler_organisation): row.waiting for row in await db.execute(query)}


async def decide(db: AsyncConnection, pair_id: int, decision: str, *, officer_id: int | None, at: datetime) -> bool:
    """Record what was decided; False when somebody was faster."""
    open_one = (case_pair.c.id == pair_id) & case_pair.c.decided_at.is_(None)
    values = {"decision": decision, "officer_id": officer_id, "decided_at": at}
    return (await db.execute(update(case_pair).where(open_one).values(**values))).rowcount == 1


def _pair(row: Row[Any]) -> Pair:
    reasons = tuple(Reason(ReasonCode(code), bool(agrees), value) for code, agrees, value in row.reasons)
    return Pair(row.id, row.case_id, row.other_id, Relation(row.relation), row.score, reasons, row.source, row.decision)


# --- What the night has to compare ----------------------------------------------------------------------------------


async def to_compare(db: AsyncConnection, *, after_id: int, limit: int) -> Sequence[Any]:
    """Return petitions with their open cases, in order of arrival; those that nobody may be told of are left out."""
    query = (
        select(
            *COMPARED,
            func.min(case_petition.c.case_id).label("case_id"),
            func.max(case_file.c.recurrence_of_id).label("recurrence_of_id"),
        )
        .join(case_petition, case_petition.c.petition_id == petition.c.id)
        .join(case_file, case_file.c.id == case_petition.c.case_id)
        .where(
            petition.c.id > after_id,
            petition.c.withdrawn_at.is_(None),
            petition.c.confidential.is_(False),
            case_petition.c.left_at.is_(None),
            case_file.c.confidential.is_(False),
            case_file.c.state != State.CLOSED.value,
        )
        .group_by(petition.c.id)
        .order_by(petition.c.id)
        .limit(limit)
    )
    return (await db.execute(query)).all()


async def compared(db: AsyncConnection) -> int:
    """Return the last petition that was compared by night, 0 at first."""
    value = (await db.execute(select(setting.c.value).where(setting.c.key == COMPARED_KEY))).scalar()
    return int(value or 0)


async def set_compared(db: AsyncConnection, petition_id: int) -> None:
    """Remember it; two processes that do the same work leave the later one."""
    await put(db, setting, {"key": COMPARED_KEY}, {"value": petition_id})
