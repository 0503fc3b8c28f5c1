"""The only way to a case for somebody: scope, conflicts, confidentiality, and the trace that it leaves."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases.change import Change
from domain.errors import Conflicted, NotAllowed, NotFound, StaleVersion
from domain.life import Step, check_step, steps_open_to
from domain.roles import CASE_READERS, CONFIDENTIAL_READERS, READERS_OF_PERSONAL_DATA, Actor, Role
from domain.routing import Conflict
from storage import audit, cases, members
from storage.cases import Case, Event

FROM_ABOVE: Final = frozenset({Step.NOTE, Step.REASSIGN, Step.RECUSE, Step.PROPOSE_DECLINE, Step.DECLINE})
"""What those who see a case without handling it may do to it: the unit's Front, the province, an approver."""


def handles(case: Case, actor: Actor) -> bool:
    """Tell whether the actor is one of the handling body's own officers, or stands in for one who is away."""
    return _owns(case, actor) or in_stead_of(case, actor) is not None


def _owns(case: Case, actor: Actor) -> bool:
    body = case.handler
    return actor.officer_id is not None and any(s.owns(body.unit, body.organisation) for s in actor.scopes)


def in_stead_of(case: Case, actor: Actor) -> int | None:
    """
    Return the account in whose stead alone the actor handles a case; None when it is their own, or none of theirs.

    A confidential case stays with its body's own officers: the one who stands in may belong to another body.
    """
    if case.confidential or actor.officer_id is None or _owns(case, actor):
        return None
    body = case.handler
    return next(
        (
            stead.officer_id
            for stead in actor.stands_in
            if any(scope.owns(body.unit, body.organisation) for scope in stead.scopes)
        ),
        None,
    )


def may_see(case: Case, actor: Actor) -> bool:
    """
    Tell whether a case lies in an officer's scope; conflicts are asked for elsewhere.

    The handling body and the one that the resident chose, the Front of the unit, those above it. A
    confidential case is for the handling body's own officers alone: the body complained about may be any of
    the others.
    """
    if case.confidential:
        return handles(case, actor) and actor.has(*CONFIDENTIAL_READERS)
    bodies = (case.handler, case.owner)
    if in_stead_of(case, actor) is not None:
        return actor.has(*CASE_READERS)
    return actor.has(*CASE_READERS) and any(actor.covers(body.unit, body.organisation) for body in bodies)


def sees_names(case: Case, actor: Actor) -> bool:
    """Tell whether petitioners' names and phones are shown: to those who handle the case, to nobody else."""
    return handles(case, actor) and actor.has(*READERS_OF_PERSONAL_DATA)


async def access(
    db: AsyncConnection,
    case_id: int,
    actor: Actor,
    *,
    now: datetime,
    for_update: bool = False,
    content: bool = True,
) -> Case:
    """
    Return a case to somebody who may see it, locked when it is to be changed.

    Reading the content of a confidential case leaves a row in the audit trail, and so does reading or changing one
    in somebody else's stead; `content` False says that nothing of it will be shown.

    Raises:
        NotFound: there is no such case, or the actor may not know of it.
        Conflicted: the officer is concerned by it.
    """
    case = await cases.case(db, case_id, for_update=for_update)
    if case is None:
        raise NotFound
    if actor.has(Role.SYSTEM):
        return case
    if actor.person_id is not None:
        if not await members.belongs(db, case_id, actor.person_id):
            raise NotFound
        return case
    if not may_see(case, actor):
        raise NotFound
    if Conflict(declared=await cases.recused(db, case_id)).bars(actor.officer_id):
        raise Conflicted
    if case.confidential and content and not for_update:
        who, what = f"officer/{actor.officer_id}", f"case/{case_id}"
        await audit.append(db, at=now, actor=who, action="read_confidential", subject=what)
    absent = in_stead_of(case, actor)
    if absent is not None and (content or for_update):
        who, what = f"officer/{actor.officer_id}", f"case/{case_id}"
        action = "changed_in_stead" if for_update else "read_in_stead"
        await audit.append(db, at=now, actor=who, action=action, subject=what, data={"of": f"officer/{absent}"})
    return case


def steps_for(case: Case, actor: Actor) -> tuple[Step, ...]:
    """Return the steps that an officer may take now: the table's, and from above only a few of them."""
    steps = steps_open_to(case.state, actor.roles, outcome=case.outcome)
    return steps if handles(case, actor) else tuple(step for step in steps if step in FROM_ABOVE)


async def access_for(db: AsyncConnection, case_id: int, step: Step, change: Change) -> Case:
    """
    Return a case, locked, to somebody who may take this step now and has seen it as it is.

    Raises:
        NotFound, Conflicted: as `access`.
        StaleVersion: somebody else changed it since the version that the actor saw.
        StepNotAllowed, NotAllowed: as `domain.life.check_step`, or the actor only oversees the case.
    """
    case = await access(db, case_id, change.actor, now=change.now, for_update=True)
    await check_version(db, case, change)
    check_step(case.state, step, change.actor.roles, outcome=case.outcome)
    if change.actor.officer_id is not None and step not in steps_for(case, change.actor):
        raise NotAllowed
    return case


async def check_version(db: AsyncConnection, case: Case, change: Change) -> None:
    """
    Make sure that nobody else changed a case since the actor saw it.

    Raises:
        StaleVersion: somebody did; `changes_since` tells what.
    """
    if await changes_since(db, case, change.version, change.actor):
        raise StaleVersion(case_id=case.id, version=case.version)


async def changes_since(db: AsyncConnection, case: Case, version: int | None, actor: Actor) -> list[Event]:
    """Return what others did to a case after the version that an officer saw; nothing for None."""
    if version is None or version >= case.version:
        return []
    # Every version but the first has its own line in the story, and a few lines belong to none.
    recent = await cases.events(db, case.id, newest=2 * (case.version - version) + 2)
    later = [event for event in recent if int(event.data.get("version", 0)) > version]
    return [event for event in later if event.officer_id != actor.officer_id or event.officer_id is None]
