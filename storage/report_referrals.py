"""Referrals of a report as they stood at its cut-off: answers, due days and reminders of later do not show."""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import BigInteger, and_, func, literal_column, or_, select, text, type_coerce
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import end_of_day
from storage.report_reach import among, apart_from, ms, of_cases
from storage.report_rows import CaseFact, Reach, ReferralFact, ReferralLine
from storage.schema import case_event, case_file, referral
from storage.types import to_ms

_LINES = ("refer", "extend", "remind")


async def referral_facts(db: AsyncConnection, reach: Reach, cases: Sequence[CaseFact]) -> list[ReferralFact]:
    """Return the referrals of the reach that waited in the period, and all of these cases; by id."""
    r, c, event = referral.c, case_file.c, case_event.c
    back = (
        select(literal_column("1"))
        .where(event.case_id == r.case_id, text("case_event.step = 'hand_back'"), event.at == r.answered_at)
        .exists()
    )
    query = select(
        r.id,
        r.case_id,
        r.authority,
        r.authority_name,
        ms(r.sent_at),
        ms(r.due_at),
        ms(r.answered_at),
        ms(r.ended_at),
        r.reminded,
        ms(r.last_reminded_at),
        and_(r.answered_at.is_not(None), back).label("handed_back"),  # 0 and 1 on SQLite
    ).where(type_coerce(r.sent_at, BigInteger) < reach.ends)
    ids = [case.id for case in cases]
    ended = func.coalesce(type_coerce(r.answered_at, BigInteger), type_coerce(r.ended_at, BigInteger))
    alive = or_(ended.is_(None), ended >= reach.begins)
    others = (
        query.add_columns(c.code, c.commune_code, c.organisation, c.subject, c.kind, c.confidential, ms(c.changed_at))
        .select_from(case_file.join(referral, r.case_id == c.id))
        .where(of_cases(reach), alive, apart_from(db, c.id, ids))  # by case: most of the reach's are of these
    )
    known = {case.id: _of_case(case) for case in cases}
    found = [(*row, known[row[1]]) for row in await db.execute(query.where(among(db, r.case_id, ids)))]
    found += [(*row[:11], tuple(row[11:])) for row in await db.execute(others)]
    found.sort()
    facts = [ReferralFact(id, case_id, *of[:-1], *rest) for id, case_id, *rest, of in found]
    stories = await _lines(db, sorted({row[1] for row in found if row[-1][-1] >= reach.ends}))
    return [_at(fact, reach.ends) for fact in then(facts, stories, reach.ends)]


_of_case = operator.attrgetter("code", "commune", "organisation", "subject", "kind", "confidential", "changed_at")


async def _lines(db: AsyncConnection, case_ids: Sequence[int]) -> list[ReferralLine]:
    """Return what was done to the referrals of cases, oldest first."""
    if not case_ids:
        return []
    event = case_event.c
    query = (
        select(event.case_id, event.step, ms(event.at), event.data)
        .where(among(db, event.case_id, case_ids), event.step.in_(_LINES))
        .order_by(event.id)
    )
    return [ReferralLine(row[0], row[1], row[2], row[3] or {}) for row in await db.execute(query)]


def _at(fact: ReferralFact, ends: int) -> ReferralFact:
    if fact.ended_at is not None and fact.ended_at >= ends:
        fact = fact._replace(ended_at=None)
    if fact.answered_at is not None and fact.answered_at >= ends:
        return fact._replace(answered_at=None, handed_back=False)
    return fact if fact.answered_at is None else fact._replace(handed_back=bool(fact.handed_back))


# --- Due days and reminders of then -----------------------------------------------------------------------------------


def then(facts: Sequence[ReferralFact], lines: Sequence[ReferralLine], ends: int) -> list[ReferralFact]:
    """
    Return referrals with the due day and the reminders that held at a moment, from the stories of their cases.

    A line of a story names the office; of several referrals to one office it is about the newest that waited then.
    A referral whose story does not tell its first due day keeps the present one.
    """
    later = {line.case_id for line in lines if line.at >= ends and line.step != "refer"}
    if not later:
        return list(facts)
    by_case: dict[int, list[ReferralFact]] = defaultdict(list)
    for fact in facts:
        by_case[fact.case_id].append(fact)
    mine: dict[int, list[ReferralLine]] = defaultdict(list)
    for line in lines:
        if line.case_id in later:
            about = _about(line, by_case[line.case_id])
            if about is not None:
                mine[about.id].append(line)
    return [_then(fact, mine, ends) if fact.case_id in later else fact for fact in facts]


def _about(line: ReferralLine, facts: Sequence[ReferralFact]) -> ReferralFact | None:
    office = (line.data.get("authority"), line.data.get("authority_name"))
    there = [
        fact
        for fact in facts
        if (fact.authority, fact.authority_name) == office
        and (fact.sent_at == line.at if line.step == "refer" else fact.sent_at <= line.at)
        and (fact.answered_at is None or line.at <= fact.answered_at)
    ]
    return there[-1] if there else None


def _then(fact: ReferralFact, lines: Mapping[int, Sequence[ReferralLine]], ends: int) -> ReferralFact:
    story = lines.get(fact.id, ())
    days = [line.data.get("due") for line in story if line.step in {"refer", "extend"} and line.at < ends]
    told = any(line.step == "refer" for line in story)
    if told and days and any(line.step == "extend" and line.at >= ends for line in story):
        fact = fact._replace(due_at=to_ms(end_of_day(date.fromisoformat(str(days[-1])))))
    reminders = [line.at for line in story if line.step == "remind"]
    after = sum(at >= ends for at in reminders)
    if not after:
        return fact
    earlier = [at for at in reminders if at < ends]
    return fact._replace(reminded=max(0, fact.reminded - after), last_reminded_at=earlier[-1] if earlier else None)
