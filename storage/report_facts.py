"""
What a report's figures are counted from: petitions, cases, referrals, ratings of a period, in a few statements.

Rows come back as they were at the cut-off: what happened later (a withdrawal, an answer, a closing) does not show.
Moments are whole milliseconds since 1970, as stored: tens of thousands of rows are counted, few are printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Text,
    and_,
    case,
    false,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.units import CENTRE
from storage.reads import Reads, side_by_side
from storage.report_reach import among, apart_from, case_ids, ms, of_petitions, present
from storage.report_referrals import referral_facts
from storage.report_rows import (
    CaseFact,
    ClockFact,
    CrowdFact,
    Facts,
    PetitionFact,
    RatingFact,
    Reach,
    ReceivedCount,
    StoryFact,
    UnitFact,
)
from storage.schema import case_event, case_file, case_petition, former_unit, petition, rating, unit

# --- What -------------------------------------------------------------------------------------------------------------


async def petition_facts(db: AsyncConnection, reach: Reach) -> list[PetitionFact]:
    """Return the petitions filed in the period, each beside its cases, in order of filing."""
    p, link = petition.c, case_petition.c
    tables = petition.outerjoin(case_petition, and_(link.petition_id == p.id, present(reach)))
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
            ms(p.filed_at),
            ms(p.withdrawn_at),
            link.case_id,
        )
        .select_from(tables)
        .where(of_petitions(reach))
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
        ms(c.opened_at),
        ms(c.due_at),
        ms(c.paused_at),
        ms(c.closed_at),
        ms(c.changed_at),
        c.recurrence_of_id,
    ).where(among(db, c.id, ids))
    return sorted(map(CaseFact._make, (await db.execute(query)).all()))


async def states_at(db: AsyncConnection, ids: Sequence[int], ends: int) -> dict[int, tuple[str, str | None]]:
    """Return (state, outcome) at a moment of cases that changed after it, from their stories."""
    if not ids:
        return {}
    event = case_event.c
    newest = (
        select(func.max(event.id))
        .where(among(db, event.case_id, ids), type_coerce(event.at, BigInteger) < ends)
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
            among(db, event.case_id, ids),
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


async def crowd_facts(db: AsyncConnection, reach: Reach, petitions: Sequence[PetitionFact]) -> list[CrowdFact]:
    """Return how many petitions and people stand behind each case of these, those of before the period among them."""
    p, link = petition.c, case_petition.c
    ids = sorted({fact.case_id for fact in petitions if fact.case_id is not None})
    query = (
        select(link.case_id, p.person_id, ms(p.filed_at), ms(p.withdrawn_at))
        .select_from(case_petition.join(petition, p.id == link.petition_id))
        .where(
            among(db, link.case_id, ids),
            present(reach),
            apart_from(db, link.petition_id, [fact.id for fact in petitions]),  # nearly all are: not fetched twice
        )
    )
    filed: dict[int, list[int]] = defaultdict(list)
    people: dict[int, set[int]] = defaultdict(set)
    of_period = ((fact.case_id, fact.person_id, fact.filed_at, fact.withdrawn_at) for fact in petitions)
    for case_id, person_id, filed_at, withdrawn_at in (*of_period, *await db.execute(query)):
        if case_id is not None and (withdrawn_at is None or withdrawn_at >= reach.ends):
            filed[case_id].append(filed_at)
            people[case_id].add(person_id)
    return [CrowdFact(id, len(filed[id]), len(people[id]), min(filed[id])) for id in sorted(filed)]


async def rating_facts(db: AsyncConnection, reach: Reach, ids: Sequence[int]) -> list[RatingFact]:
    """Return the ratings of these cases given before the cut-off."""
    r = rating.c
    given = type_coerce(r.at, BigInteger) < reach.ends
    query = select(r.case_id, r.petition_id, r.score).where(among(db, r.case_id, ids), given)
    return sorted(map(RatingFact._make, (await db.execute(query)).all()))


async def story_facts(db: AsyncConnection, reach: Reach, ids: Sequence[int]) -> list[StoryFact]:
    """
    Return when each case took its last steps before the cut-off.

    Reports say of a reopening that residents did not agree: an officer's own, who takes a closing back or corrects
    it, is none. What residents told an officer is a dispute.
    """
    event = case_event.c
    at = type_coerce(event.at, BigInteger)
    again = (event.step == "dispute") | ((event.step == "reopen") & event.officer_id.is_(None))

    def last(*steps: str) -> ColumnElement[Any]:
        return func.max(case((event.step.in_(steps), at)))

    query = (
        select(
            event.case_id,
            last("accept", "classify"),
            last("verify"),
            last("check"),
            func.max(case((again, at))),
            func.count(case((again, 1))),
        )
        .where(among(db, event.case_id, ids), at < reach.ends)
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
        select(event.case_id, ms(event.at), event.data)
        .where(
            among(db, event.case_id, ids),
            type_coerce(event.at, BigInteger) < ends,
            or_(kept.like('%"clock"%'), kept.like('%"pause"%')),
        )
        .order_by(event.id)
    )
    return [ClockFact(row[0], row[1], row[2] or {}) for row in await db.execute(query)]


async def facts(reads: Reads, reach: Reach) -> Facts:
    """Return everything that a report's figures are counted from; as much at a time as the reads allow."""
    petitions = await reads.read(petition_facts, reach)
    ids = sorted({fact.case_id for fact in petitions if fact.case_id is not None})

    async def cases_then() -> tuple[Sequence[CaseFact], list[Any]]:
        cases = await reads.read(case_facts, ids)
        changed = [case.id for case in cases if case.changed_at >= reach.ends]
        return cases, await side_by_side(
            reads.read(referral_facts, reach, cases),
            reads.read(states_at, changed, reach.ends),
            reads.read(clock_facts, changed, reach.ends),
        )

    (cases, (referrals, states, clocks)), crowds, stories, ratings = await side_by_side(
        cases_then(),
        reads.read(crowd_facts, reach, petitions),
        reads.read(story_facts, reach, ids),
        reads.read(rating_facts, reach, ids),
    )
    return Facts(
        reach=reach,
        petitions=petitions,
        cases=cases,
        referrals=referrals,
        crowds=crowds,
        ratings=ratings,
        states=states,
        stories=stories,
        clocks=clocks,
    )


async def received_counts(db: AsyncConnection, reach: Reach) -> list[ReceivedCount]:
    """Return how many petitions were filed in a period, by everything that reports break them down by."""
    p = petition.c
    keys = (p.origin, p.kind, p.subject, p.organisation, p.commune_code)
    query = select(*keys, func.count()).where(of_petitions(reach)).group_by(*keys)
    return sorted(map(ReceivedCount._make, (await db.execute(query)).all()))


async def count_cases(db: AsyncConnection, reach: Reach) -> int:
    """Return how many cases the petitions of a period belonged to at its end."""
    ids = case_ids(reach).subquery()
    return int(await db.scalar(select(func.count()).select_from(ids)) or 0)


async def late_petitions(db: AsyncConnection, reach: Reach, until: int) -> list[str]:
    """
    Return the codes of petitions that came in between the cut-off and a moment: they belong to the next report.

    '' stands for a confidential one, which is counted and not named.
    """
    after = replace(reach, begins=reach.ends, ends=until)
    p = petition.c
    query = select(case((p.confidential, ""), else_=p.code)).where(of_petitions(after))
    return list((await db.execute(query)).scalars())


async def units_in(db: AsyncConnection, unit_code: str) -> list[UnitFact]:
    """Return the unit, what lies in it and the province above it, by code; for the centre every unit."""
    u = unit.c
    query = select(u.code, u.type, u.name, u.lat, u.lon).order_by(u.code)
    if unit_code != CENTRE:
        above = select(u.province_code).where(u.code == unit_code).scalar_subquery()
        query = query.where(or_(u.code == unit_code, u.province_code == unit_code, u.code == above))
    return [UnitFact._make(row) for row in await db.execute(query)]


async def merged_into(db: AsyncConnection, unit_code: str) -> tuple[str, ...]:
    """Return codes of former communes that lie in a commune of today now, and in no other; none that is used again."""
    f = former_unit.c
    listed = type_coerce(f.new_codes, Text) == f'["{unit_code}"]'
    query = select(f.code).where(listed, f.code != "", f.code.not_in(select(unit.c.code))).distinct()
    return tuple(sorted((await db.execute(query)).scalars()))


async def former_units(db: AsyncConnection, codes: Sequence[str]) -> dict[str, tuple[UnitFact, tuple[str, ...]]]:
    """Return units that are not there any more, each with the codes of those that it went into."""
    f = former_unit.c
    query = select(f.code, f.type, f.name, f.lat, f.lon, f.new_codes).where(f.code.in_(codes)).order_by(f.id)
    return {row[0]: (UnitFact(*row[:5]), tuple(row[5])) for row in await db.execute(query)}


async def has_real_petitions(db: AsyncConnection) -> bool:
    """Tell whether anything but the demo was ever filed: then invented petitions are in no report."""
    return (await db.execute(select(petition.c.id).where(petition.c.demo == false()).limit(1))).first() is not None


async def province_of(db: AsyncConnection, unit_code: str) -> str | None:
    """Return the province that a commune lies in; None for a province and the centre."""
    query = select(unit.c.province_code).where(unit.c.code == unit_code, unit.c.province_code != "")
    return (await db.execute(query)).scalar()


async def provinces_of_communes(db: AsyncConnection) -> dict[str, str]:
    """Return the province of every commune."""
    query = select(unit.c.code, unit.c.province_code).where(unit.c.province_code != "")
    return {row.code: row.province_code for row in await db.execute(query)}
