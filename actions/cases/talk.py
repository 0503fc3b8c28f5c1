"""An officer and the residents speak: reply, ask one of them, correct what was said; and internal notes."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import news
from actions.cases.access import access_for
from actions.cases.change import Change
from actions.cases.moving import move
from conversation.codec import Json
from conversation.messages import words
from domain.errors import NotFound, ReasonMissing
from domain.life import Step
from storage import cases, petitions
from storage.cases import Case, Event


async def reply(
    db: AsyncConnection, case_id: int, change: Change, *, text: str, only_petition: int | None = None
) -> Case:
    """
    Say something to everybody behind a case, or to one of them.

    Raises:
        ReasonMissing: no words.
        NotFound: the one petition is not of this case.
        As `access_for`.
    """
    text = _words(text)
    case = await access_for(db, case_id, Step.REPLY, change)
    await _check_one(db, case_id, only_petition)
    moved = await move(db, case, Step.REPLY, change, data={"text": text}, petition_id=only_petition, told=True)
    sentence = words("notice-reply", body=news.body_words(case), text=text)
    await news.tell_residents(db, moved, sentence, news.track_options(), now=change.now, only=only_petition)
    return moved


async def ask(db: AsyncConnection, case_id: int, change: Change, *, petition_id: int, text: str) -> Case:
    """
    Ask one resident something about their petition in this case.

    Their answer comes to this case and petition alone (`resident.supply`). Before a referral the case waits
    for it and its house deadline stands still; an authority's clock goes on.

    Raises:
        ReasonMissing, NotFound: as `reply`.
        As `access_for`.
    """
    text = _words(text)
    case = await access_for(db, case_id, Step.ASK, change)
    await _check_one(db, case_id, petition_id)
    moved = await move(db, case, Step.ASK, change, data={"text": text}, petition_id=petition_id, told=True)
    sentence = words("notice-ask", body=news.body_words(case), text=text)
    await news.tell_residents(db, moved, sentence, news.answer_options(case), now=change.now, only=petition_id)
    return moved


async def note(db: AsyncConnection, case_id: int, change: Change, *, text: str) -> Case:
    """
    Keep something for the officers; no resident sees or hears of it.

    Raises:
        ReasonMissing: no words.
        As `access_for`.
    """
    text = _words(text)
    case = await access_for(db, case_id, Step.NOTE, change)
    return await move(db, case, Step.NOTE, change, data={"text": text})


async def said(db: AsyncConnection, case_id: int) -> list[Event]:
    """Return what officers told residents of a case and can still correct, newest first."""
    events = await cases.events(db, case_id)
    corrected = {event.data.get("corrects") for event in events if event.step == Step.CORRECT}
    spoken = [e for e in events if e.step in {Step.REPLY, Step.CORRECT, Step.ANSWER} and e.id not in corrected]
    return spoken[::-1]


async def correct(db: AsyncConnection, case_id: int, change: Change, *, event_id: int, text: str) -> Case:
    """
    Say visibly that an earlier message was wrong, and what is right. The wrong one stays in the story.

    It goes to those who had received the wrong one.

    Raises:
        ReasonMissing: no words.
        NotFound: there is no such message, or it was corrected before.
        As `access_for`.
    """
    text = _words(text)
    case = await access_for(db, case_id, Step.CORRECT, change)
    wrong = next((event for event in await said(db, case_id) if event.id == event_id), None)
    if wrong is None:
        raise NotFound
    data: dict[str, Json] = {"text": text, "corrects": wrong.id, "wrong": wrong.data.get("text", "")}
    moved = await move(db, case, Step.CORRECT, change, data=data, petition_id=wrong.petition_id, told=True)
    sentence = words("notice-correct", body=news.body_words(case), text=text, wrong=str(data["wrong"]))
    only = wrong.petition_id
    await news.tell_residents(db, moved, sentence, news.track_options(), now=change.now, only=only)
    return moved


def _words(text: str) -> str:
    if not text.strip():
        raise ReasonMissing
    return text.strip()


async def _check_one(db: AsyncConnection, case_id: int, petition_id: int | None) -> None:
    if petition_id is None:
        return
    if petition_id not in {petition.id for petition in await petitions.petitions_of_case(db, case_id)}:
        raise NotFound
