"""A further case: for another matter of a petition, or for a petition that leaves a shared one."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases.change import Change
from actions.cases.moving import write
from actions.filing import title_of
from domain import receipt
from domain.deadlines import due
from domain.kinds import Kind
from domain.life import State
from domain.rules import Deadline, rule_for
from domain.subjects import Subject
from storage import cases, petitions
from storage.cases import Case

FILED = "file"
"""First line of every case's story; it is no step of `domain.life`."""


async def open_like(
    db: AsyncConnection,
    case: Case,
    petition: Row[Any],
    change: Change,
    *,
    draw: receipt.RandomBytes,
    by: str,
    title: str = "",
    subject: Subject | None = None,
    kind: Kind | None = None,
) -> Case:
    """
    Open a case at the same body for one of a case's petitions; return it.

    It takes the petition's own code when no other case has it: a resident then knows both by one code.
    """
    code = petition.code
    while not (code == petition.code and await cases.case_code_is_free(db, code)):
        code = receipt.draw(draw)
        if await cases.code_is_free(db, code):
            break
    read_by = due(rule_for(Deadline.READ), change.now, change.calendar)
    case_id = await petitions.insert_case(
        db,
        code=code,
        version=1,
        unit_code=case.owner.unit.code,
        organisation=case.owner.organisation.value,
        commune_code=case.commune,
        province_code=case.province,
        handler_unit_code=case.handler.unit.code,
        handler_organisation=case.handler.organisation.value,
        subject=(subject or Subject(petition.subject)).value,
        kind=(kind or Kind(petition.kind)).value,
        place=petition.place,
        title=title_of(title or petition.text),
        state=State.RECEIVED.value,
        reopened=0,
        confidential=case.confidential,
        danger=case.danger,
        opened_at=change.now,
        due_at=read_by.at,
        due_rule=read_by.rule.value,
        paused_days=0,
        changed_at=change.now,
        officer_id=case.officer_id if by == "officer" else None,
    )
    await petitions.join_case(db, case_id, petition.id, at=change.now, by=by, officer_id=change.actor.officer_id)
    new = await cases.case(db, case_id)
    assert new is not None
    await write(db, new, FILED, change, data={"from": case.id}, petition_id=petition.id, version=1)
    return new
