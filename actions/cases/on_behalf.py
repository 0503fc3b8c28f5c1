"""What an officer writes down for a resident who phoned, came or sent a paper instead of writing in the chat."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import news
from actions.cases.access import access_for
from actions.cases.change import Change
from actions.cases.moving import move, note_in
from conversation.codec import Json
from conversation.messages import words
from domain.errors import NotFound, ReasonMissing
from domain.life import Step
from storage import cases, petitions
from storage.cases import Case


async def add_facts(
    db: AsyncConnection, case_id: int, change: Change, *, text: str, petition_id: int | None = None
) -> Case:
    """
    Write down facts that a resident gave; a case that waited for them goes on.

    Raises:
        ReasonMissing: no words.
        As `access_for`.
    """
    if not text.strip():
        raise ReasonMissing
    case = await access_for(db, case_id, Step.SUPPLY, change)
    return await move(db, case, Step.SUPPLY, change, data={"text": text.strip()}, petition_id=petition_id)


async def note_settled(db: AsyncConnection, case_id: int, change: Change, *, text: str) -> Case:
    """
    Write down that a resident said the matter is settled, and how they said it. The case can then be closed.

    Raises:
        ReasonMissing: no words.
        As `access_for`.
    """
    if not text.strip():
        raise ReasonMissing
    case = await access_for(db, case_id, Step.CONFIRM, change)
    return await move(db, case, Step.CONFIRM, change, data={"text": text.strip()})


async def note_disputed(db: AsyncConnection, case_id: int, change: Change, *, reason: str) -> Case:
    """
    Write down that a resident does not accept the answer; the people behind the case are told.

    Raises:
        ReasonMissing: no reason.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.DISPUTE, change)
    moved = await move(db, case, Step.DISPUTE, change, data={"reason": reason.strip()}, told=True)
    await news.tell_residents(db, moved, words("notice-looked-at-again"), news.track_options(), now=change.now)
    return moved


async def withdraw(db: AsyncConnection, case_id: int, change: Change, *, petition_id: int, reason: str) -> Case:
    """
    Write down that a petition was withdrawn on paper or in person; its sender is told.

    The case is closed when nobody else stands behind it. Complaints and denunciations are withdrawn this way
    only. Source: Luật Tố cáo 25/2018 Art 33.

    Raises:
        ReasonMissing: no word of how it was withdrawn.
        NotFound: the petition is not of this case.
        As `access_for`.
    """
    if not reason.strip():
        raise ReasonMissing
    case = await access_for(db, case_id, Step.WITHDRAW, change)
    here = {petition.id for petition in await petitions.petitions_of_case(db, case_id)}
    if petition_id not in here:
        raise NotFound
    told = words("notice-withdrawn")
    await news.tell_residents(db, case, told, news.track_options(), now=change.now, only=petition_id)
    await cases.mark_withdrawn(db, petition_id, at=change.now)
    data: dict[str, Json] = {"reason": reason.strip(), "alone": len(here) == 1}
    if len(here) == 1:
        return await move(db, case, Step.WITHDRAW, change, data=data, petition_id=petition_id, told=True)
    return await note_in(db, case, Step.WITHDRAW, change, data=data, petition_id=petition_id, told=True)
