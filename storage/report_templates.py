"""Word templates as rows: which one governs a body's documents, which did before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import report_template


@dataclass(frozen=True, slots=True)
class StoredTemplate:
    """An installed template without its bytes: of a body, or of all with `unit` "". `present`: it governs now."""

    id: int
    layout: str
    unit: str
    organisation: str
    name: str
    sha256: str
    installed_at: datetime
    officer_id: int | None
    present: bool
    reverted: bool


_T = report_template.c
_COLUMNS = (
    _T.id, _T.layout, _T.unit_code, _T.organisation, _T.name, _T.sha256, _T.installed_at, _T.officer_id,
    _T.replaced_at, _T.reverted_at,
)  # fmt: skip
_PRESENT = _T.replaced_at.is_(None) & _T.reverted_at.is_(None)


def _stored(row: Any) -> StoredTemplate:
    return StoredTemplate(
        id=row.id,
        layout=row.layout,
        unit=row.unit_code,
        organisation=row.organisation,
        name=row.name,
        sha256=row.sha256,
        installed_at=row.installed_at,
        officer_id=row.officer_id,
        present=row.replaced_at is None and row.reverted_at is None,
        reverted=row.reverted_at is not None,
    )


def _of(layout: str, unit: str, organisation: str) -> ColumnElement[bool]:
    return (_T.layout == layout) & (_T.unit_code == unit) & (_T.organisation == organisation)


async def templates(db: AsyncConnection, *, unit: str | None = None) -> list[StoredTemplate]:
    """Return what was installed, newest first of each body; with `unit` for it and for all."""
    query = select(*_COLUMNS).order_by(_T.layout, _T.unit_code, _T.organisation, _T.id.desc())
    if unit is not None:
        query = query.where(_T.unit_code.in_(["", unit]))
    return [_stored(row) for row in await db.execute(query)]


async def present(db: AsyncConnection, layout: str, unit: str, organisation: str) -> StoredTemplate | None:
    """Return what governs exactly this body's documents of a layout, if something was installed for it."""
    row = (await db.execute(select(*_COLUMNS).where(_of(layout, unit, organisation), _PRESENT))).first()
    return _stored(row) if row is not None else None


async def content(db: AsyncConnection, template_id: int) -> bytes | None:
    """Return the Word file of a template."""
    found: bytes | None = await db.scalar(select(_T.content).where(_T.id == template_id))
    return found


async def install(
    db: AsyncConnection,
    *,
    layout: str,
    unit: str,
    organisation: str,
    name: str,
    content: bytes,
    now: datetime,
    officer_id: int | None,
) -> int:
    """Install a template in place of the one that governed; return its id."""
    old = update(report_template).where(_of(layout, unit, organisation), _PRESENT).values(replaced_at=now)
    await db.execute(old)
    made = insert(report_template).values(
        layout=layout,
        unit_code=unit,
        organisation=organisation,
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        installed_at=now,
        officer_id=officer_id,
    )
    return int((await db.execute(made.returning(_T.id))).scalar_one())


async def revert(db: AsyncConnection, template: StoredTemplate, *, now: datetime) -> StoredTemplate | None:
    """Take a template back; return the one before, which governs again, None when that is the shipped one."""
    await db.execute(update(report_template).where(_T.id == template.id).values(reverted_at=now))
    here = _of(template.layout, template.unit, template.organisation)
    before = select(_T.id).where(here, _T.reverted_at.is_(None)).order_by(_T.id.desc()).limit(1)
    id = await db.scalar(before)
    if id is None:
        return None
    await db.execute(update(report_template).where(_T.id == id).values(replaced_at=None))
    return await present(db, template.layout, template.unit, template.organisation)
