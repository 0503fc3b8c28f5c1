"""
What a report's figures are counted from: petitions, cases, referrals, ratings of a period, in a few statements.

Rows come back as they were at the cut-off: what happened later (a withdrawal, an answer, a closing) does not show.
Moments are whole milliseconds since 1970, as stored: tens of thousands of rows are counted, few are printed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    ColumnElement,
    Label,
    Select,
    Text,
    and_,
    any_,
    case,
    false,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
    true,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.units import CENTRE, PROVINCE_CODE_DIGITS
from storage.report_rows import (
    CaseFact,
    ClockFact,
    CrowdFact,
    Facts,
    PetitionFact,
    RatingFact,
    Reach,
    ReceivedCount,
    ReferralFact,
    StoryFact,
    UnitFact,
)
from storage.schema import case_event, case_file, case_petition, petition, rating, referral, unit


def _ms(column: Column[Any] | ColumnElement[Any], name: str | None = None) -> Label[int]:
    return type_coerce(column, BigInteger).label(name or getattr(column, "name", None))


# --- Where ------------------------------------------------------------------------------------------------------------


def _of_petitions(reach: Reach) -> ColumnElement[bool]:
    p = petition.c
    filed = type_coerce(p.filed_at, BigInteger)
    conditions = [filed >= reach.begins, filed < reach.ends, p.demo == (true() if reach.demo else false())]
    if reach.unit != CENTRE:
        column = p.province_code if len(reach.unit) == PROVINCE_CODE_DIGITS else p.commune_code
        conditions.append(column == reach.unit)
    if reach.organisation:
        conditions.append(p.organisation == reach.organisation)
    return and_(*conditions)


def _of_cases(reach: Reach) -> ColumnElement[bool]:
    c = case_file.c
    conditions: list[ColumnElement[bool]] = [c.demo == (true() if reach.demo else false())]
    if reach.unit != CENTRE:
        conditions.append(
            (c.province_code if len(reach.unit) == PROVINCE_CODE_DIGITS else c.commune_code) == reach.unit
        )
    if reach.organisation:
        conditions.append(c.organisation == reach.organisation)
    return and_(*conditions)


def _present(reach: Reach) -> ColumnElement[bool]:
    """The petition belonged to the case at the cut-off."""
    link = case_petition.c
    joined, left = type_coerce(link.joined_at, BigInteger), type_coerce(link.left_at, BigInteger)
    return and_(joined < reach.ends, or_(link.left_at.is_(None), left >= reach.ends))


def _case_ids(reach: Reach) -> Select[Any]:
    """The cases of the period's petitions."""
    joined = petition.join(case_petition, case_petition.c.petition_id == petition.c.id)
    return select(case_petition.c.case_id).select_from(joined).where(_of_petitions(reach), _present(reach)).distinct()


def _among(db: AsyncConnection, column: ColumnElement[Any], ids: Sequence[int]) -> ColumnElement[bool]:
    """Any number of ids as one value: neither database takes tens of thousands of parameters."""
    if db.dialect.name == "postgresql":
        return column == any_(literal(list(ids), ARRAY(BigInteger)))
    return column.in_(select(func.json_each(literal(json.dumps(ids))).table_valued("value").c.value))


# --- What -------------------------------------------------------------------------------------------------------------


async def petition_facts(db: AsyncConnection, reach: Reach) -> list[PetitionFact]:
    """Return the petitions filed in the period, each beside its cases, in order of filing."""
    p, link = petition.c, case_petition.c
    tables = petition.outerjoin(case_petition, and_(link.petition_id == p.id, _present(reach)))
    query = (
        select(
            p.id,
            p.code,
            p.person_id,
            p.kind,
            p.commune_code,
            p.organisation,
            p.subject,
            p.origin,
            p.confidential,
            _ms(p.filed_at),
            _ms(p.withdrawn_at),
            link.case_id,
        )
        .select_from(tables)
        .where(_of_petitions(reach))
    )
    rows = (await db.execute(query)).all()
    # Sorted here: the database would sort what it reads by index anyway, with every column.
    return sorted(map(PetitionFact._make, rows), key=lambda fact: (fact.filed_at, fact.id, fact.case_id or 0))


async def case_facts(db: AsyncConnection, ids: Sequence[int]) -> list[CaseFact]:
    """Return cases by id."""
    c = case_file.c
    sealed = c.confidential
    query = select(
        c.id,
        c.code,
        c.commune_code,
        c.province_code,
        c.organisation,
        c.subject,
        c.kind,
        case((sealed, ""), else_=c.place).label("place"),  # what a confidential case says stays in the database
        case((sealed, ""), else_=c.title).label("title"),
        c.state,
        c.outcome,
        c.confidential,
        c.danger,
        _ms(c.opened_at),
        _ms(c.due_at),
        _ms(c.paused_at),
        _ms(c.closed_at),
        _ms(c.changed_at),
        c.recurrence_of_id,
    ).where(_among(db, c.id, ids))
    return sorted(map(CaseFact._make, (await db.execute(query)).all()))


async def states_at(db: AsyncConnection, ids: Sequence[int], ends: int) -> dict[int, tuple[str, str | None]]:
    """Return (state, outcome) at a moment of cases that changed after it, from their stories."""
    if not ids:
        return {}
    event = case_event.c
    newest = (
        select(func.max(event.id))
        .where(_among(db, event.case_id, ids), type_coerce(event.at, BigInteger) < ends)
        .group_by(event.case_id)
    )
    query = select(event.case_id, event.state_after).where(event.id.in_(newest))
    states: dict[int, tuple[str, str | None]] = {
        row.case_id: (row.state_after, None) for row in await db.execute(query)
    }
    closed = [id for id, (state, _) in states.items() if state == "closed"]
    return states | await _outcomes_at(db, closed, ends) if closed else states


_OUTCOME_OF_STEP = {"decline": "declined", "withdraw": "withdrawn", "merge": "merged"}


async def _outcomes_at(db: AsyncConnection, ids: Sequence[int], ends: int) -> dict[int, tuple[str, str | None]]:
    """A closed case may have been rated or noted since: its outcome is in the step that closed it last."""
    event = case_event.c
    query = (
        select(event.case_id, event.step, event.data)
        .where(
            _among(db, event.case_id, ids),
            event.step.in_(("close", *_OUTCOME_OF_STEP)),
            event.state_after == "closed",
            type_coerce(event.at, BigInteger) < ends,
        )
        .order_by(event.id)
    )
    return {
        row.case_id: ("closed", _OUTCOME_OF_STEP.get(row.step) or str((row.data or {}).get("outcome", "filed")))
        for row in await db.execute(query)
    }


async def referral_facts(db: AsyncConnection, reach: Reach, ids: Sequence[int]) -> list[ReferralFact]:
    """Return the referrals of the reach that waited in the period, and all of these cases; by id."""
    r, c, event = referral.c, case_file.c, case_event.c
    back = (
        select(literal_column("1"))
        .where(event.case_id == r.case_id, text("case_event.step = 'hand_back'"), event.at == r.answered_at)
        .exists()
    )
    query = (
        select(
            r.id,
            r.case_id,
            c.code,
            c.commune_code,
            c.organisation,
            c.subject,
            c.kind,
            c.confidential,
            r.authority,
            r.authority_name,
            _ms(r.sent_at),
            _ms(r.due_at),
            _ms(r.answered_at),
            _ms(r.ended_at),
            r.reminded,
            _ms(r.last_reminded_at),
            and_(r.answered_at.is_not(None), back).label("handed_back"),
        )
        .select_from(case_file.join(referral, r.case_id == c.id))
        .where(type_coerce(r.sent_at, BigInteger) < reach.ends)
    )
    ended = func.coalesce(type_coerce(r.answered_at, BigInteger), type_coerce(r.ended_at, BigInteger))
    alive = or_(ended.is_(None), ended >= reach.begins)
    found = {row.id: row for row in await db.execute(query.where(_of_cases(reach), alive))}
    found |= {row.id: row for row in await db.execute(query.where(_among(db, r.case_id, ids)))}
    facts = [ReferralFact._make(found[id]) for id in sorted(found)]
    return [_at(fact, reach.ends) for fact in facts]


def _at(fact: ReferralFact, ends: int) -> ReferralFact:
    if fact.ended_at is not None and fact.ended_at >= ends:
        fact = fact._replace(ended_at=None)
    if fact.answered_at is not None and fact.answered_at >= ends:
        return fact._replace(answered_at=None, handed_back=False)
    return fact._replace(handed_back=bool(fact.handed_back))


async def crowd_facts(db: AsyncConnection, reach: Reach, ids: Sequence[int]) -> list[CrowdFact]:
    """Return how many petitions and people stand behind each case, those of before the period among them."""
    p, link = petition.c, case_petition.c
    standing = or_(p.withdrawn_at.is_(None), type_coerce(p.withdrawn_at, BigInteger) >= reach.ends)
    query = (
        select(
            link.case_id,
            func.count(),
            func.count(p.person_id.distinct()),
            func.min(type_coerce(p.filed_at, BigInteger)),
        )
        .select_from(case_petition.join(petition, p.id == link.petition_id))
        .where(_among(db, link.case_id, ids), _present(reach), standing)
        .group_by(link.case_id)
    )
    return sorted(map(CrowdFact._make, (await db.execute(query)).all()))


async def rating_facts(db: AsyncConnection, reach: Reach, ids: Sequence[int]) -> list[RatingFact]:
    """Return the ratings of these cases given before the cut-off."""
    r = rating.c
    given = type_coerce(r.at, BigInteger) < reach.ends
    query = select(r.case_id, r.petition_id, r.score).where(_among(db, r.case_id, ids), given)
    return sorted(map(RatingFact._make, (await db.execute(query)).all()))


async def story_facts(db: AsyncConnection, reach: Reach, ids: Sequence[int]) -> list[StoryFact]:
    """Return when each case took its last steps before the cut-off."""
    event = case_event.c
    at = type_coerce(event.at, BigInteger)

    def last(*steps: str) -> ColumnElement[Any]:
        return func.max(case((event.step.in_(steps), at)))

    again = ("reopen", "dispute")
    query = (
        select(
            event.case_id,
            last("accept", "classify"),
            last("verify"),
            last("check"),
            last(*again),
            func.count(case((event.step.in_(again), 1))),
        )
        .where(_among(db, event.case_id, ids), at < reach.ends)
        .group_by(event.case_id)
    )
    return sorted(map(StoryFact._make, (await db.execute(query)).all()))


async def clock_facts(db: AsyncConnection, ids: Sequence[int], ends: int) -> list[ClockFact]:
    """Return the lines of these cases' stories before a moment that moved or stopped their clocks, oldest first."""
    if not ids:
        return []
    event = case_event.c
    kept = type_coerce(event.data, Text)
    query = (
        select(event.case_id, _ms(event.at), event.data)
        .where(
            _among(db, event.case_id, ids),
            type_coerce(event.at, BigInteger) < ends,
            or_(kept.like('%"clock"%'), kept.like('%"pause"%')),
        )
        .order_by(event.id)
    )
    return [ClockFact(row[0], row[1], row[2] or {}) for row in await db.execute(query)]


async def facts(db: AsyncConnection, reach: Reach) -> Facts:
    """Return everything that a report's figures are counted from."""
    petitions = await petition_facts(db, reach)
    ids = sorted({fact.case_id for fact in petitions if fact.case_id is not None})
    cases = await case_facts(db, ids)
    changed = [case.id for case in cases if case.changed_at >= reach.ends]
    return Facts(
        reach=reach,
        petitions=petitions,
        cases=cases,
        referrals=await referral_facts(db, reach, ids),
        crowds=await crowd_facts(db, reach, ids),
        ratings=await rating_facts(db, reach, ids),
        states=await states_at(db, changed, reach.ends),
        stories=await story_facts(db, reach, ids),
        clocks=await clock_facts(db, changed, reach.ends),
    )


async def received_counts(db: AsyncConnection, reach: Reach) -> list[ReceivedCount]:
    """Return how many petitions were filed in a period, by everything that reports break them down by."""
    p = petition.c
    keys = (p.origin, p.kind, p.subject, p.organisation, p.commune_code)
    query = select(*keys, func.count()).where(_of_petitions(reach)).group_by(*keys)
    return sorted(map(ReceivedCount._make, (await db.execute(query)).all()))


async def count_cases(db: AsyncConnection, reach: Reach) -> int:
    """Return how many cases the petitions of a period belonged to at its end."""
    ids = _case_ids(reach).subquery()
    return int(await db.scalar(select(func.count()).select_from(ids)) or 0)


async def late_petitions(db: AsyncConnection, reach: Reach, until: int) -> int:
    """Return how many petitions came in between the cut-off and a moment: they belong to the next report."""
    after = Reach(reach.unit, reach.organisation, reach.ends, until, reach.demo)
    return int(await db.scalar(select(func.count()).select_from(petition).where(_of_petitions(after))) or 0)


async def units_in(db: AsyncConnection, unit_code: str) -> list[UnitFact]:
    """Return the unit, what lies in it and the province above it, by code; for the centre every unit."""
    u = unit.c
    query = select(u.code, u.type, u.name, u.lat, u.lon).order_by(u.code)
    if unit_code != CENTRE:
        above = select(u.province_code).where(u.code == unit_code).scalar_subquery()
        query = query.where(or_(u.code == unit_code, u.province_code == unit_code, u.code == above))
    return [UnitFact._make(row) for row in await db.execute(query)]


async def has_real_petitions(db: AsyncConnection) -> bool:
    """Tell whether anything but the demo was ever filed: then invented petitions are in no report."""
    return (await db.execute(select(petition.c.id).where(petition.c.demo == false()).limit(1))).first() is not None


async def province_of(db: AsyncConnection, unit_code: str) -> str | None:
    """Return the province that a commune lies in; None for a province and the centre."""
    query = select(unit.c.province_code).where(unit.c.code == unit_code, unit.c.province_code != "")
    return (await db.execute(query)).scalar()
