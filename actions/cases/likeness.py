"""Cases that may be one: what an officer is offered to merge with, and what becomes of a suggested pair."""

from __future__ import annotations

from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases import join
from actions.cases.access import access, access_for, may_see
from actions.cases.change import Change
from actions.cases.moving import write
from domain.errors import AlreadyDone, NotFound, StaleVersion
from domain.life import State, Step
from domain.roles import Actor
from matching.duplicates import Relation
from storage import cases, pairs, petitions, similar, traces
from storage.cases import Case
from storage.pairs import Pair
from storage.similar import Found

LOOKED_AT: Final = 12
"""Similar cases that are looked at: some may lie outside the officer's scope, or be closed."""

LINKED: Final = "linked"
"""Line in the story of a case that was found to be another one returned; it is no step of `domain.life`."""


async def open_cases_like(db: AsyncConnection, case: Case, actor: Actor, *, limit: int) -> list[tuple[Case, Found]]:
    """
    Return open cases of the commune whose petitions resemble a case's first, likeliest first, with the reasons.

    Only those that the officer may see; none for a confidential case, whose words are in no index.
    """
    held = [] if case.confidential else await petitions.petitions_of_case(db, case.id)
    if not held:
        return []
    found = await similar.similar_cases(db, traces.report_of(held[0]), limit=LOOKED_AT)
    like = []
    for one in found:
        other = await cases.case(db, one.case_id) if one.case_id != case.id else None
        if other is None or other.state is State.CLOSED or not may_see(other, actor):
            continue
        if actor.officer_id not in await cases.recused(db, other.id):
            like.append((other, one))
    return like[:limit]


async def merge_pair(db: AsyncConnection, pair_id: int, change: Change) -> Case:
    """
    Merge the later case of a pair into the earlier one; return that one. `join.unmerge` undoes it.

    Raises:
        NotFound: there is no such pair.
        AlreadyDone: it was decided before.
        As `join.merge`.
    """
    pair = await _open_pair(db, pair_id)
    merged = await join.merge(db, pair.case_id, change, into_id=pair.other_id)
    await _decide(db, pair, "merged", change)
    return merged


async def link_pair(db: AsyncConnection, pair_id: int, change: Change) -> Case:
    """
    Note that the later case is the earlier one returned: it stays a case of its own; return it.

    Raises:
        As `merge_pair`; StaleVersion: somebody else changed the case meanwhile.
    """
    pair = await _open_pair(db, pair_id)
    other = await access(db, pair.other_id, change.actor, now=change.now, content=False)
    case = await access_for(db, pair.case_id, Step.NOTE, change)
    values = {"changed_at": change.now, "recurrence_of_id": other.id}
    if not await petitions.change_case(db, case.id, case.version, values):
        raise StaleVersion(case_id=case.id, version=case.version)
    await write(db, case, LINKED, change, data={"from_code": other.code, "from": other.id})
    await _decide(db, pair, LINKED, change)
    linked = await cases.case(db, case.id)
    assert linked is not None
    return linked


async def tell_apart(db: AsyncConnection, pair_id: int, change: Change) -> Case:
    """
    Note that the two cases of a pair are not one: it is never suggested again. Returns the later case.

    Raises:
        As `merge_pair`; NotFound, Conflicted: one of them is not for the officer's eyes.
    """
    pair = await _open_pair(db, pair_id)
    await access(db, pair.other_id, change.actor, now=change.now, content=False)
    case = await access(db, pair.case_id, change.actor, now=change.now, content=False)
    await _decide(db, pair, "different", change)
    return case


def may_link(pair: Pair, other: Case) -> bool:
    """Whether the pair is a return rather than a repeat: nothing is merged into a closed case."""
    return pair.relation is Relation.RECURRENCE or other.state is State.CLOSED


async def _open_pair(db: AsyncConnection, pair_id: int) -> Pair:
    pair = await pairs.pair(db, pair_id, for_update=True)
    if pair is None:
        raise NotFound
    if pair.decision is not None:
        raise AlreadyDone
    return pair


async def _decide(db: AsyncConnection, pair: Pair, decision: str, change: Change) -> None:
    if not await pairs.decide(db, pair.id, decision, officer_id=change.actor.officer_id, at=change.now):
        raise AlreadyDone
