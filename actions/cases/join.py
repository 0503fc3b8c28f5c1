"""Which petitions a case holds: split a matter off, merge two cases, undo a merge. Codes never change."""

from __future__ import annotations

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import news
from actions.cases.access import access, access_for, check_version, handles
from actions.cases.change import Change
from actions.cases.moving import move, note_in
from actions.cases.opening import open_like
from conversation.codec import Json
from conversation.messages import words
from domain.errors import NotAllowed, NotFound
from domain.kinds import Kind
from domain.life import State, Step, check_step
from domain.receipt import RandomBytes
from domain.subjects import Subject
from storage import cases, members, petitions
from storage.cases import Case

TOOK_IN = "took_in"
"""Line in the story of the case that another was merged into; it is no step of `domain.life`."""

GAVE_BACK = "gave_back"
"""The same when the merge is undone."""


async def split(
    db: AsyncConnection,
    case_id: int,
    change: Change,
    *,
    petition_id: int,
    title: str,
    subject: Subject,
    draw: RandomBytes,
    stays: bool = True,
    kind: Kind | None = None,
) -> Case:
    """
    Open a further case for one petition (tách nội dung); return it.

    With `stays` the petition speaks of two matters and belongs to both cases; without, it never was about
    this one and goes. Each matter then has its own addressee and clock. Source: Luật Tiếp công dân Art 25(3).

    Raises:
        NotFound: the petition is not of this case.
        NotAllowed: the only petition of a case cannot go from it.
        As `access_for`.
    """
    case = await access_for(db, case_id, Step.SPLIT, change)
    here = await petitions.petitions_of_case(db, case_id)
    petition = next((petition for petition in here if petition.id == petition_id), None)
    if petition is None:
        raise NotFound
    if not stays and len(here) < 2:
        raise NotAllowed(key="error-alone-in-case")
    new = await open_like(db, case, petition, change, draw=draw, by="officer", title=title, subject=subject, kind=kind)
    if not stays:
        await members.take_out(db, case_id, [petition_id], at=change.now)
    data: dict[str, Json] = {"into": new.id, "new_code": new.code, "left": not stays}
    await move(db, case, Step.SPLIT, change, data=data, petition_id=petition_id, told=True)
    sentence = words("notice-split" if stays else "notice-split-off", body=news.body_words(case), title=new.title)
    await news.tell_residents(db, new, sentence, news.track_options(), now=change.now, only=petition_id)
    return new


async def merge(db: AsyncConnection, case_id: int, change: Change, *, into_id: int) -> Case:
    """
    Merge a case into another open one about the same thing; return that one. Everybody behind either is told.

    No petitioner ever reads another's words. `unmerge` undoes it.

    Raises:
        NotAllowed: a case with itself, a confidential one with one that is not, or none is the actor's own.
        NotFound: the actor may not see one of them.
        As `access_for`.
    """
    if case_id == into_id:
        raise NotAllowed(key="error-merge-itself")
    locked = {}
    for id in sorted((case_id, into_id)):  # in id order: two officers merging never wait in a circle
        locked[id] = await access(db, id, change.actor, now=change.now, for_update=True)
    case, target = locked[case_id], locked[into_id]
    await check_version(db, case, change)
    for one in (case, target):
        check_step(one.state, Step.MERGE, change.actor.roles)
    # The unit's Front brings together what its organisations hear: one of the two must be its own.
    if not (handles(case, change.actor) or handles(target, change.actor)):
        raise NotAllowed
    if case.confidential != target.confidential:
        raise NotAllowed(key="error-merge-confidential")
    moving = [petition.id for petition in await petitions.petitions_of_case(db, case_id)]
    joined = await members.put_into(
        db, into_id, moving, at=change.now, by="officer", officer_id=change.actor.officer_id
    )
    await members.take_out(db, case_id, moving, at=change.now)
    data: dict[str, Json] = {
        "into": into_id,
        "into_code": target.code,
        "petitions": list(moving),
        "joined": list(joined),
    }
    await move(db, case, Step.MERGE, change, data=data, values={"merged_into_id": into_id}, told=True)
    merged = await note_in(db, target, TOOK_IN, change, data={"from": case_id, "from_code": case.code}, told=True)
    people = await petitions.people_in_case(db, into_id)
    sentence = words("notice-merged", people=people, body=news.body_words(merged))
    await news.tell_residents(db, merged, sentence, news.track_options(), now=change.now)
    told = words("officer-merged-into", code=news.shown(target.code), other=news.shown(case.code))
    me = change.actor.officer_id
    if target.officer_id != me:
        await news.tell_handler(db, merged, told, now=change.now, but_not=me)
    if case.handler != target.handler:
        await news.tell_handler(db, case, told, now=change.now, but_not=me)
    return merged


async def unmerge(db: AsyncConnection, case_id: int, change: Change) -> Case:
    """
    Undo a merge: the case is open again with the petitions that it had; return it. The people of both are told.

    Petitions that left the other case meanwhile, or were withdrawn, stay as they are.

    Raises:
        NotFound: the case was not merged.
        As `access_for`.
    """
    seen = await access(db, case_id, change.actor, now=change.now)
    if seen.merged_into_id is None:
        raise NotFound(key="error-not-merged")
    for locked in sorted((case_id, seen.merged_into_id)):
        await cases.case(db, locked, for_update=True)
    case = await access_for(db, case_id, Step.UNMERGE, change)
    target = await cases.case(db, seen.merged_into_id, for_update=True)
    if target is None:
        raise NotFound
    event = next((e for e in reversed(await cases.events(db, case_id)) if e.step == Step.MERGE), None)
    record = event.data if event is not None else {}
    there = {petition.id for petition in await petitions.petitions_of_case(db, target.id)}
    back = [petition for petition in record.get("petitions", ()) if petition in there]
    joined = [petition for petition in record.get("joined", ()) if petition in there]
    await members.put_into(db, case_id, back, at=change.now, by="officer", officer_id=change.actor.officer_id)
    await members.take_out(db, target.id, joined, at=change.now)
    moved = await move(
        db, case, Step.UNMERGE, change, data={"from": target.id}, values={"merged_into_id": None}, told=True
    )
    kept = await note_in(db, target, GAVE_BACK, change, data={"to": case_id, "to_code": case.code}, told=True)
    sentence = words("notice-unmerged", body=news.body_words(moved))
    await news.tell_residents(db, moved, sentence, news.track_options(), now=change.now)
    if kept.state is not State.CLOSED:  # they read how many had reported it when the cases were put together
        remaining = words("notice-gave-back", people=await petitions.people_in_case(db, target.id))
        await news.tell_residents(db, kept, remaining, news.track_options(), now=change.now)
    return moved
