"""An officer takes a case up: accept, classify, verify, work on it."""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import news
from actions.cases.access import access_for, handles, in_stead_of
from actions.cases.change import Change
from actions.cases.moving import move
from conversation.messages import words
from domain.kinds import TREATED_AS_CONFIDENTIAL, Kind
from domain.life import State, Step
from domain.roles import Actor
from domain.subjects import RESTRICTED, Subject
from storage import cases
from storage.cases import Case


async def read(db: AsyncConnection, case: Case, actor: Actor, change: Change) -> None:
    """Record that somebody of the handling body has looked at a case; the first look counts."""
    if case.read_at is None and handles(case, actor):
        await cases.mark_read(db, case.id, at=change.now)


async def accept(db: AsyncConnection, case_id: int, change: Change) -> Case:
    """
    Take a case up: its residents hear that somebody has read it, and it is this officer's from now on.

    Raises:
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.ACCEPT, change)
    moved = await move(db, case, Step.ACCEPT, change, values=_taken_by(case, change), told=True)
    await news.tell_residents(
        db, moved, words("notice-accepted", body=news.body_words(case)), news.track_options(), now=change.now
    )
    return moved


def _taken_by(case: Case, change: Change) -> dict[str, Any]:
    values: dict[str, Any] = {} if case.read_at else {"read_at": change.now}
    if case.officer_id is not None:
        return values
    # Taken up in somebody's stead it is theirs: who stands in loses sight of it when they are back.
    return {**values, "officer_id": in_stead_of(case, change.actor) or change.actor.officer_id}


async def classify(db: AsyncConnection, case_id: int, change: Change, *, kind: Kind, subject: Subject) -> Case:
    """
    Say what a case is in law and what it is about; a new case is thereby accepted.

    A complaint or denunciation, and whatever accuses an official, is kept confidential from then on.

    Raises:
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.CLASSIFY, change)
    guarded = kind in TREATED_AS_CONFIDENTIAL or subject in RESTRICTED
    values = {
        "kind": kind.value,
        "subject": subject.value,
        "confidential": case.confidential or guarded,
    }
    first = case.state is State.RECEIVED
    if first:
        values |= _taken_by(case, change)
    data = {
        "kind": kind.value,
        "subject": subject.value,
        "old_kind": case.kind.value,
        "old_subject": case.subject.value,
    }
    moved = await move(db, case, Step.CLASSIFY, change, data=dict(data), values=values, told=first)
    if first:
        sentence = words("notice-accepted", body=news.body_words(case))
        await news.tell_residents(db, moved, sentence, news.track_options(), now=change.now)
    return moved


async def verify(db: AsyncConnection, case_id: int, change: Change) -> Case:
    """
    Begin to verify what was reported.

    Raises:
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.VERIFY, change)
    moved = await move(db, case, Step.VERIFY, change, values=_taken_by(case, change), told=True)
    await news.tell_residents(
        db, moved, words("notice-verifying", body=news.body_words(case)), news.track_options(), now=change.now
    )
    return moved


async def start(db: AsyncConnection, case_id: int, change: Change) -> Case:
    """
    Record that work on the matter has begun.

    Raises:
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.START, change)
    moved = await move(db, case, Step.START, change, told=True)
    await news.tell_residents(db, moved, words("notice-in-progress"), news.track_options(), now=change.now)
    return moved
