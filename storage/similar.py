"""Cases that a report may repeat: the index finds candidates, `matching.duplicates` compares them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import local_date
from matching.duplicates import Match, Relation, Report
from matching.duplicates.model import shipped_model
from matching.duplicates.search import rank
from storage.candidates import Scope, Standing, candidates
from storage.schema import case_petition, petition

UNSHOWN: Final = frozenset({Relation.THANKS_OR_FIXED})
"""A text that thanks, or says that all is well, asks for no case to join."""


@dataclass(frozen=True, slots=True)
class Found:
    """A case with the petition in it that resembles most."""

    match: Match
    standing: Standing

    @property
    def case_id(self) -> int:
        """The case."""
        return self.standing.case_id


@dataclass(frozen=True, slots=True)
class LikelyRepeat:
    """A case that a resident may be shown: nothing of another's words, never a confidential one."""

    case_id: int
    subject: str
    place: str
    since: date
    people: int
    relation: Relation
    score: float
    petition_id: int
    """The petition that resembles: their own, where a person repeats themselves."""


async def similar_cases(db: AsyncConnection, report: Report, *, limit: int, scope: Scope = "commune") -> list[Found]:
    """Return the cases that hold petitions like this one, best first; each once. Confidential ones never."""
    found = await candidates(db, report, scope=scope)
    if not found.standing:
        return []
    by_petition: dict[str, list[Standing]] = {}
    for one in found.standing:
        by_petition.setdefault(str(one.petition_id), []).append(one)
    prepared = [same[0].prepared for same in by_petition.values()]
    similar = rank(found.new, prepared, found.rarity, limit=2 * limit, model=shipped_model())
    cases: dict[int, Found] = {}
    for match in similar.candidates:
        for one in by_petition[match.id]:
            cases.setdefault(one.case_id, Found(match, one))
    return list(cases.values())[:limit]


async def likely_repeats(db: AsyncConnection, report: Report, *, limit: int) -> list[LikelyRepeat]:
    """
    Return the cases of the commune that this report may repeat, best first; none when none is likely enough.

    The best decides whether anything is asked; others follow only when they are as likely.
    """
    found = await similar_cases(db, report, limit=limit)
    if not found or not found[0].match.suggest:
        return []
    least = shipped_model().threshold
    shown = [one for one in found if one.match.score >= least and one.match.relation not in UNSHOWN]
    people = await _people(db, [one.case_id for one in shown])
    return [
        LikelyRepeat(
            one.case_id,
            one.standing.subject,
            one.standing.place,
            local_date(one.standing.opened_at),
            people.get(one.case_id, 1),
            one.match.relation,
            one.match.score,
            one.standing.petition_id,
        )
        for one in shown
    ]


async def _people(db: AsyncConnection, case_ids: Sequence[int]) -> dict[int, int]:
    """Return how many different people stand behind each case."""
    query = (
        select(case_petition.c.case_id, func.count(func.distinct(petition.c.person_id)).label("people"))
        .join(petition, petition.c.id == case_petition.c.petition_id)
        .where(
            case_petition.c.case_id.in_(case_ids), case_petition.c.left_at.is_(None), petition.c.withdrawn_at.is_(None)
        )
        .group_by(case_petition.c.case_id)
    )
    return {row.case_id: row.people for row in await db.execute(query)}
