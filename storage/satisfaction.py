"""What residents said of closed cases in an officer's scopes: how many were rated and how, never a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.kinds import Rating
from domain.life import Outcome
from domain.roles import Actor
from storage.schema import case_file, rating
from storage.worklist import Reach, reached


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """
    Counts of closed cases that the officer may know of, and of the ratings given to them.

    Several residents may rate one case: `scores` are of ratings, `rated` of cases.
    """

    closed: int
    rated: int
    scores: Mapping[Rating, int]


async def satisfaction(
    db: AsyncConnection, actor: Actor, *, start: datetime, end: datetime, commune: str | None = None
) -> Satisfaction:
    """
    Return how residents rated the cases that were closed from one moment to before another, and are closed now.

    What was withdrawn or merged into another case has nothing to be rated and does not count.
    """
    c = case_file.c
    asked = [
        c.state == "closed",
        c.closed_at >= start,
        c.closed_at < end,
        c.outcome.not_in([Outcome.WITHDRAWN.value, Outcome.MERGED.value]),
        *reached(actor, Reach.AREA),
        *([] if commune is None else [c.commune_code == commune]),
    ]
    rated = select(rating.c.id).where(rating.c.case_id == c.id).exists()
    closed = await db.scalar(select(func.count()).select_from(case_file).where(*asked)) or 0
    some = await db.scalar(select(func.count()).select_from(case_file).where(rated, *asked)) or 0
    query = select(rating.c.score, func.count()).join(case_file, c.id == rating.c.case_id).where(*asked)
    given = dict(tuple(row) for row in await db.execute(query.group_by(rating.c.score)))
    return Satisfaction(closed, some, {score: given.get(score.value, 0) for score in Rating})
