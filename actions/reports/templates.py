"""
Word templates of reports: which one governs a report, installing a checked one, taking it back.

A body's own template wins over the one for all bodies, that over the shipped one. A report that was submitted keeps
the template it was submitted with: made again, its documents have the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import NotAllowed, NotFound, Refused
from domain.reporting import FROZEN
from domain.roles import Actor, Role
from reports.value import Layout
from reports.wire import Remark
from storage import audit, report_templates
from storage.report_templates import StoredTemplate
from storage.reports import ReportRow

NAME_MAX = 200


async def governing(db: AsyncConnection, layout: Layout, unit: str, organisation: str) -> StoredTemplate | None:
    """Return the template that governs a body's documents now; None for the shipped one."""
    for place in ((unit, organisation), ("", organisation), ("", "")):
        found = await report_templates.present(db, layout.value, *place)
        if found is not None:
            return found
    return None


async def governing_content(db: AsyncConnection, layout: Layout, unit: str, organisation: str) -> bytes | None:
    """Return the Word file that governs a body's documents now; None for the shipped one."""
    found = await governing(db, layout, unit, organisation)
    return await report_templates.content(db, found.id) if found is not None else None


async def governing_id(db: AsyncConnection, row: ReportRow, layout: Layout) -> int | None:
    """Return the id of the template of a report: the one it was submitted with, or the present one of its body."""
    if row.state in FROZEN:
        return row.template_id
    found = await governing(db, layout, row.unit, row.organisation)
    return found.id if found is not None else None


async def template_of(db: AsyncConnection, row: ReportRow, layout: Layout) -> bytes | None:
    """Return the Word file that governs a report's DOCX, None for the shipped one."""
    id = await governing_id(db, row, layout)
    return await report_templates.content(db, id) if id is not None else None


async def install(
    db: AsyncConnection,
    *,
    layout: Layout,
    unit: str,
    organisation: str,
    name: str,
    content: bytes,
    problems: Sequence[Remark],
    by: Actor,
    now: datetime,
) -> int:
    """
    Install a template for a body, or for all with `unit` ""; return its id. `problems` is what the check found.

    Raises:
        NotAllowed: no administrator.
        Refused: one of the problems keeps it from being used; nothing was installed.
    """
    _allow(by)
    if any(problem.fatal for problem in problems):
        raise Refused(key="report-template-refused")
    id = await report_templates.install(
        db,
        layout=layout.value,
        unit=unit,
        organisation=organisation,
        name=name[-NAME_MAX:],
        content=content,
        now=now,
        officer_id=by.officer_id,
    )
    await _trace(db, "report_template_installed", id, by, now)
    return id


async def revert(
    db: AsyncConnection, *, layout: Layout, unit: str, organisation: str, by: Actor, now: datetime
) -> StoredTemplate | None:
    """
    Take the present template of a body (or of all) back; return the one that governs again, None for the shipped one.

    Raises:
        NotAllowed: no administrator.
        NotFound: nothing was installed there.
    """
    _allow(by)
    found = await report_templates.present(db, layout.value, unit, organisation)
    if found is None:
        raise NotFound(key="report-template-none")
    before = await report_templates.revert(db, found, now=now)
    await _trace(db, "report_template_reverted", found.id, by, now)
    return before


def _allow(by: Actor) -> None:
    if not by.has(Role.ADMINISTRATOR):
        raise NotAllowed


async def _trace(db: AsyncConnection, action: str, id: int, by: Actor, now: datetime) -> None:
    who = f"officer/{by.officer_id}" if by.officer_id is not None else "administrator"
    await audit.append(db, at=now, actor=who, action=action, subject=f"report-template/{id}")
