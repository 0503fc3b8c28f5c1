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
from storage import members, petitions
from storage.cases import Case


async def add_facts(db: AsyncConnection, case_id: int, change: Change, *, text: str, petition_id: int) -> Case:
    """
    Write down facts that the sender of a petition gave; a case that waited for them goes on.

    Raises:
        ReasonMissing: no words.
        NotFound: the petition is not of this case.
        As `access_for`.
    """
    case = await _case_of(db, case_id, Step.SUPPLY, change, petition_id, text)
    return await move(db, case, Step.SUPPLY, change, data={"text": text.strip()}, petition_id=petition_id)


async def note_settled(db: AsyncConnection, case_id: int, change: Change, *, text: str, petition_id: int) -> Case:
    """
    Write down that the sender of a petition said the matter is settled, and how. The case can then be closed.

    Raises:
        As `add_facts`.
    """
    case = await _case_of(db, case_id, Step.CONFIRM, change, petition_id, text)
    return await move(db, case, Step.CONFIRM, change, data={"text": text.strip()}, petition_id=petition_id)


async def note_disputed(db: AsyncConnection, case_id: int, change: Change, *, reason: str, petition_id: int) -> Case:
    """
    Write down that the sender of a petition does not accept the answer; the people behind the case are told.

    Raises:
        As `add_facts`.
    """
    case = await _case_of(db, case_id, Step.DISPUTE, change, petition_id, reason)
    data: dict[str, Json] = {"reason": reason.strip()}
    moved = await move(db, case, Step.DISPUTE, change, data=data, petition_id=petition_id, told=True)
    await news.tell_residents(db, moved, words("notice-looked-at-again"), news.track_options(), now=change.now)
    return moved


async def _case_of(db: AsyncConnection, case_id: int, step: Step, change: Change, petition_id: int, text: str) -> Case:
    """Return the case, locked; the words are kept as this petition's, so that nobody else reads them."""
    if not text.strip():
        raise ReasonMissing
    case = await access_for(db, case_id, step, change)
    if petition_id not in {petition.id for petition in await petitions.petitions_of_case(db, case_id)}:
        raise NotFound
    return case


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
    case = await _case_of(db, case_id, Step.WITHDRAW, change, petition_id, reason)
    here = await petitions.petitions_of_case(db, case_id)
    told = words("notice-withdrawn")
    await news.tell_residents(db, case, told, news.track_options(), now=change.now, only=petition_id)
    await members.mark_withdrawn(db, petition_id, at=change.now)
    data: dict[str, Json] = {"reason": reason.strip(), "alone": len(here) == 1}
    if len(here) == 1:
        return await move(db, case, Step.WITHDRAW, change, data=data, petition_id=petition_id, told=True)
    return await note_in(db, case, Step.WITHDRAW, change, data=data, petition_id=petition_id, told=True)
