"""The story of a petition as its owner may hear it: the steps that residents are told of, in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.messages import Words, words
from domain.calendar import local_date
from domain.life import Step
from storage.prepared import Prepared
from storage.schema import case_event, case_file, case_petition, petition

TOLD_STEPS = frozenset(
    {
        Step.ACCEPT, Step.ASK, Step.SUPPLY, Step.VERIFY, Step.REFER, Step.ACKNOWLEDGE, Step.EXTEND, Step.REMIND,
        Step.ANSWER, Step.CHECK, Step.CONFIRM, Step.DISPUTE, Step.CLOSE, Step.DECLINE, Step.MERGE, Step.REOPEN,
        Step.REPLY, Step.CORRECT, Step.START,
    }
)  # fmt: skip
"""Notes, assignments and what other petitioners of the case said are not among them."""


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One step: when, and the sentence for the owner."""

    at: datetime
    sentence: Words


async def for_resident(db: AsyncConnection, petition_id: int) -> list[StoryLine]:
    """Return the steps of the petition's cases that concern all petitioners or this petition alone."""
    query = (
        select(case_event)
        .join(case_petition, case_petition.c.case_id == case_event.c.case_id)
        .where(
            case_petition.c.petition_id == petition_id,
            case_event.c.step.in_(TOLD_STEPS),
            or_(case_event.c.petition_id.is_(None), case_event.c.petition_id == petition_id),
            case_event.c.at >= case_petition.c.joined_at,
        )
        .order_by(case_event.c.id)
    )
    return [StoryLine(row.at, _sentence(row)) for row in await db.execute(query)]


def _sentence(event: Row[Any]) -> Words:
    text = str(event.data.get("text") or event.data.get("reason") or "")
    return words(
        "story-line-text" if text else "story-line",
        day=local_date(event.at),
        step=words(f"story-{event.step.replace('_', '-')}", authority=str(event.data.get("authority_name", ""))),
        text=text,
    )


async def joined_by_resident(db: AsyncConnection, petition_id: int) -> int | None:
    """Return the open case of others that the owner put the petition into, if any."""
    query = (
        select(case_petition.c.case_id)
        .join(case_file, case_file.c.id == case_petition.c.case_id)
        .where(
            case_petition.c.petition_id == petition_id,
            case_petition.c.left_at.is_(None),
            case_petition.c.joined_by == "resident",
            case_file.c.state != "closed",
        )
    )
    return (await db.execute(query)).scalars().first()


_asked = case_event.alias("asked")
_open_questions = Prepared(
    select(_asked.c.id, _asked.c.case_id, _asked.c.data, petition.c.code)
    .join(petition, petition.c.id == _asked.c.petition_id)
    .join(case_file, case_file.c.id == _asked.c.case_id)
    .where(
        petition.c.person_id == bindparam("person"),
        # Written out: SQLite would not see the partial index, and plans anew at each run where a value might allow one.
        _asked.c.step == literal_column(f"'{Step.ASK.value}'"),
        case_file.c.state != literal_column("'closed'"),
        ~select(case_event.c.id)
        .where(
            case_event.c.petition_id == _asked.c.petition_id,
            case_event.c.case_id == _asked.c.case_id,
            case_event.c.step == literal_column(f"'{Step.SUPPLY.value}'"),
            case_event.c.id > _asked.c.id,
        )
        .exists(),
    )
    .order_by(_asked.c.id.desc())
)
"""Built once: it is asked whenever somebody begins to write."""


async def open_questions(db: AsyncConnection, person_id: int) -> Sequence[Row[Any]]:
    """Return the officers' questions to this person that no answer followed yet, newest first."""
    return await _open_questions(db, person=person_id)
