"""Which case was merged into the one before an officer: what "hủy gộp" and "tách ra" there are about."""

from __future__ import annotations

from collections.abc import Sequence

from actions.cases.access import access
from actions.cases.join import GAVE_BACK, TOOK_IN
from domain.life import Step
from handlers.officer.desk import Desk
from storage import cases
from storage.cases import Case, Event


async def merged_case(desk: Desk, case: Case, step: Step, rest: str) -> Case | None:
    """
    Return the case that was merged into this one, where that is meant to be undone; None for all other wishes.

    "hủy gộp" is said of the case that holds both; "tách ra" and nothing else means it right after a merge.
    """
    if step is not Step.UNMERGE and (step is not Step.SPLIT or rest):
        return None
    events = await cases.events(desk.db, case.id)
    if step is Step.SPLIT and events[-1].step != TOOK_IN:
        return None
    merged = taken_in(events)
    return await case_of(desk, merged) if merged is not None else None


def taken_in(events: Sequence[Event]) -> int | None:
    """Return the case that was merged into this one last and is still in it, by the story of this one."""
    held: list[object] = []
    for event in events:
        if event.step == TOOK_IN:
            held.append(event.data.get("from"))
        elif event.step == GAVE_BACK and event.data.get("to") in held:
            held.remove(event.data.get("to"))
    return held[-1] if held and isinstance(held[-1], int) else None


async def case_of(desk: Desk, case_id: int) -> Case:
    """
    Return a case that this officer may see.

    Raises:
        NotFound, Conflicted: as `access`.
    """
    return await access(desk.db, case_id, desk.actor, now=desk.visit.now, content=False)
