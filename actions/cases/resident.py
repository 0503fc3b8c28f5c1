"""
What a resident may do after filing: supply, confirm, dispute, withdraw, reopen, rate, leave.

The caller has made sure that the petition is this person's. A petition may stand in several cases: `case_id`
names one of them, None means those that the step fits. Every function tells the officers who handle the case
(and the other people behind it, where they are concerned); what the acting resident reads is the caller's to
say.

Buttons under the notices of `actions.cases.news`: `!answer`, `!confirm` and `!dispute` with "CODE.CASE"
(receipt code, case id), for a petition may wait in two cases; `!track`, `!add`, `!reopen` with the code
alone; `!score` with "CODE.SCORE", the score being one of `domain.kinds.Rating`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import news
from actions.cases.change import Change, by_resident
from actions.cases.moving import move, note_in
from actions.cases.opening import open_like
from conversation.codec import Json
from conversation.messages import Pin, words
from domain.calendar import WorkCalendar
from domain.errors import AlreadyDone, NotAllowed, NotFound, ReasonMissing, StepNotAllowed
from domain.kinds import Kind, Rating
from domain.life import OPEN, Outcome, State, Step
from domain.receipt import RandomBytes
from storage import cases, members, petitions
from storage.cases import Case

_ANSWERED: Final = frozenset({State.ANSWERED, State.CHECKING})


async def supply(
    db: AsyncConnection,
    petition_id: int,
    text: str,
    files: Sequence[int] = (),
    *,
    person_id: int,
    now: datetime,
    calendar: WorkCalendar,
    case_id: int | None = None,
    pin: Pin | None = None,
    urging: bool = False,
) -> list[int]:
    """
    Add facts to a petition, or answer an officer's question: the handler is told, a waiting case goes on.

    Without `case_id` the words go to the cases that wait for this petition's answer, else to all that are
    open. `urging` says that the person tells again what they have told: the story and the notice say so.
    Returns the ids of the cases they went to.

    Raises:
        ReasonMissing: neither words nor files nor a pin.
        StepNotAllowed: none of the petition's cases is open.
    """
    if not text.strip() and not files and pin is None:
        raise ReasonMissing
    petition, found = await _cases(db, petition_id, case_id, OPEN, Step.SUPPLY)
    await members.add_files(db, petition_id, files, person_id=person_id)
    if pin is not None and petition.lat is None:
        await members.place_petition(db, petition_id, pin.lat, pin.lon)
    if case_id is None:
        asked = {asked_case for asked_case, _ in await cases.open_questions(db, [petition_id])}
        found = [case for case in found if case.id in asked] or found
    change = by_resident(person_id, now, calendar)
    for case in found:
        data: dict[str, Json] = {
            "text": text.strip(),
            "files": list(files),
            "pin": [pin.lat, pin.lon] if pin else None,
            **({"urging": True} if urging else {}),
        }
        await move(db, case, Step.SUPPLY, change, data=data, petition_id=petition_id)
        await news.tell_handler(
            db,
            case,
            words(
                "officer-urged" if urging else "officer-supplied",
                code=news.shown(petition.code),
                words=news.brief(case, text),
                files=len(files),
            ),
            now=now,
        )
    return [case.id for case in found]


async def confirm(
    db: AsyncConnection,
    petition_id: int,
    *,
    person_id: int,
    now: datetime,
    calendar: WorkCalendar,
    case_id: int | None = None,
) -> list[int]:
    """
    Say that the matter is settled: the officer then closes the case. Returns the ids of the cases.

    Raises:
        StepNotAllowed: none of the petition's cases is open.
    """
    petition, found = await _cases(db, petition_id, case_id, OPEN, Step.CONFIRM)
    if case_id is None:  # the cases that asked, else all that are open: "it is mended" may come at any time
        found = [case for case in found if case.state in _ANSWERED] or found
    change = by_resident(person_id, now, calendar)
    for case in found:
        await move(db, case, Step.CONFIRM, change, petition_id=petition_id)
        await news.tell_handler(db, case, words("officer-confirmed", code=news.shown(petition.code)), now=now)
    return [case.id for case in found]


async def dispute(
    db: AsyncConnection,
    petition_id: int,
    reason: str,
    *,
    person_id: int,
    now: datetime,
    calendar: WorkCalendar,
    case_id: int | None = None,
) -> list[int]:
    """
    Say that an answer is not enough: the case goes back to its officer. Returns the ids of the cases.

    Raises:
        ReasonMissing: no reason in words.
        StepNotAllowed: no case of the petition has an answer to dispute.
    """
    petition, found = await _cases(db, petition_id, case_id, _ANSWERED, Step.DISPUTE)
    change = by_resident(person_id, now, calendar)
    for case in found:
        moved = await move(db, case, Step.DISPUTE, change, data={"reason": reason.strip()}, petition_id=petition_id)
        sentence = words("officer-disputed", code=news.shown(petition.code), reason=news.brief(case, reason))
        await news.tell_handler(db, case, sentence, now=now)
        await news.tell_residents(db, moved, words("notice-looked-at-again"), now=now, but_not=petition_id)
    return [case.id for case in found]


async def withdraw(
    db: AsyncConnection, petition_id: int, *, person_id: int, now: datetime, calendar: WorkCalendar
) -> list[int]:
    """
    Take a petition back. A case that others stand behind goes on without it; one that nobody does is closed.

    Returns the ids of the cases that were closed.

    Raises:
        NotAllowed: a complaint or denunciation is withdrawn on signed paper (Luật Tố cáo 25/2018 Art 33).
        AlreadyDone: it was withdrawn before.
        StepNotAllowed: every one of its cases is closed.
    """
    petition = await _petition(db, petition_id)
    if petition.withdrawn_at is not None:
        raise AlreadyDone
    if not Kind(petition.kind).withdrawn_by_button:
        raise NotAllowed(key="error-withdraw-on-paper")
    found: list[Case] = []
    if Kind(petition.kind).becomes_case:
        _, found = await _cases(db, petition_id, None, OPEN, Step.WITHDRAW)
    await members.mark_withdrawn(db, petition_id, at=now)
    change = by_resident(person_id, now, calendar)
    return [case.id for case in found if await _withdraw_from(db, case, petition, change)]


async def _withdraw_from(db: AsyncConnection, case: Case, petition: Row[Any], change: Change) -> bool:
    """Return whether that closed the case."""
    alone = not await petitions.petitions_of_case(db, case.id)
    data: dict[str, Json] = {"alone": alone}
    if alone:
        await move(db, case, Step.WITHDRAW, change, data=data, petition_id=petition.id)
    else:
        await note_in(db, case, Step.WITHDRAW, change, data=data, petition_id=petition.id)
    key = "officer-withdrawn" if alone else "officer-withdrawn-one"
    await news.tell_handler(db, case, words(key, code=news.shown(petition.code)), now=change.now)
    return alone


async def reopen(
    db: AsyncConnection,
    petition_id: int,
    reason: str,
    *,
    person_id: int,
    now: datetime,
    calendar: WorkCalendar,
    case_id: int | None = None,
) -> int:
    """
    Have a closed case looked at again, the one closed last unless `case_id` names it. Returns its id.

    Raises:
        ReasonMissing: no reason in words.
        StepNotAllowed: no case of the petition is closed.
    """
    petition, found = await _cases(db, petition_id, case_id, frozenset({State.CLOSED}), Step.REOPEN)
    case = _closed_last(found)
    change = by_resident(person_id, now, calendar)
    moved = await move(db, case, Step.REOPEN, change, data={"reason": reason.strip()}, petition_id=petition_id)
    sentence = words("officer-reopened", code=news.shown(petition.code), reason=news.brief(case, reason))
    await news.tell_handler(db, case, sentence, now=now)
    await news.tell_residents(db, moved, words("notice-looked-at-again"), now=now, but_not=petition_id)
    return case.id


async def rate(
    db: AsyncConnection,
    petition_id: int,
    score: Rating,
    comment: str = "",
    *,
    person_id: int,
    now: datetime,
    calendar: WorkCalendar,
    case_id: int | None = None,
) -> int:
    """
    Store what a resident thinks of a closed case, the one closed last unless `case_id` names it.

    Returns its id.

    A later rating replaces an earlier one; both stay in the story. A bad one is told to the handler.

    Raises:
        StepNotAllowed: no case of the petition is closed.
    """
    petition, found = await _cases(db, petition_id, case_id, frozenset({State.CLOSED}), Step.RATE)
    case = _closed_last(found)
    await members.rate(db, petition_id, case.id, score=score.value, comment=comment.strip(), at=now)
    data: dict[str, Json] = {"score": score.value, "text": comment.strip()}
    await move(db, case, Step.RATE, by_resident(person_id, now, calendar), data=data, petition_id=petition_id)
    if score is Rating.NOT_SATISFIED:
        key = "officer-not-satisfied-why" if comment.strip() else "officer-not-satisfied"
        sentence = words(key, code=news.shown(petition.code), words=news.brief(case, comment))
        # The sentence comes after the score, and tells of both: a notice of the score alone gives way to it.
        await news.tell_handler(db, case, sentence, now=now, collapse=f"rated-{petition_id}")
    return case.id


async def leave(
    db: AsyncConnection,
    petition_id: int,
    case_id: int,
    *,
    person_id: int,
    now: datetime,
    calendar: WorkCalendar,
    draw: RandomBytes,
) -> int:
    """
    Take a petition out of a case that it was filed in together with others, into a case of its own.

    Returns the new case's id.

    Raises:
        NotAllowed: nobody else stands behind the case: it is the petition's own already.
        StepNotAllowed: the case is closed.
    """
    petition, found = await _cases(db, petition_id, case_id, OPEN, Step.SPLIT)
    case = found[0]
    if len(await petitions.petitions_of_case(db, case.id)) < 2:
        raise NotAllowed(key="error-alone-in-case")
    change = by_resident(person_id, now, calendar)
    new = await open_like(db, case, petition, change, draw=draw, by="resident")
    await members.take_out(db, case.id, [petition_id], at=now)
    await move(db, case, Step.SPLIT, change, data={"into": new.id, "left": True}, petition_id=petition_id)
    sentence = words("officer-left-case", code=news.shown(petition.code), new=news.shown(new.code))
    await news.tell_handler(db, new, sentence, now=now)
    return new.id


# --- Finding them -------------------------------------------------------------------------------------------


async def _petition(db: AsyncConnection, petition_id: int) -> Row[Any]:
    petition = await members.petition_by_id(db, petition_id)
    if petition is None:
        raise NotFound
    return petition


async def _cases(
    db: AsyncConnection, petition_id: int, case_id: int | None, states: frozenset[State], step: Step
) -> tuple[Row[Any], list[Case]]:
    """Return the petition and its cases in one of the states, locked in id order; merged ones never are."""
    petition = await _petition(db, petition_id)
    if petition.withdrawn_at is not None:
        raise StepNotAllowed(State.CLOSED, step)
    found: list[Case] = []
    last: State = State.CLOSED
    for case in await cases.cases_of(db, petition_id):
        locked = await cases.case(db, case.id, for_update=True)
        if locked is None or case_id not in {None, case.id}:
            continue
        last = locked.state
        if locked.state in states and locked.outcome is not Outcome.MERGED:
            found.append(locked)
    if not found:
        raise StepNotAllowed(last, step)
    return petition, found


def _closed_last(found: Sequence[Case]) -> Case:
    return max(found, key=lambda case: (case.closed_at or case.changed_at, case.id))
