"""Reports as rows: their life, snapshots, edits and sendings."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.reporting import Period, ReportKind, ReportState
from storage.schema import (
    report,
    report_edit,
    report_event,
    report_request,
    report_sending,
    report_snapshot,
)
from storage.upserts import insert_into


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report. `revision` 1 is the first, each correction has the next; `version` counts changes of the row."""

    id: int
    kind: ReportKind
    unit: str
    organisation: str
    period: Period
    revision: int
    state: ReportState
    version: int
    due_on: date | None
    snapshot_id: int | None
    corrects_id: int | None
    what_changed: str
    submitted_by: int | None
    approved_by: int | None
    number: int | None
    symbol: str
    dated: date | None
    created_at: datetime
    changed_at: datetime
    demo: bool
    template_id: int | None
    recompile_at: datetime | None


def _row(r: Row[Any]) -> ReportRow:
    return ReportRow(
        id=r.id,
        kind=ReportKind(r.kind),
        unit=r.unit_code,
        organisation=r.organisation,
        period=Period(r.first, r.last, r.opens, r.cut_off),
        revision=r.revision,
        state=ReportState(r.state),
        version=r.version,
        due_on=r.due_on,
        snapshot_id=r.snapshot_id,
        corrects_id=r.corrects_id,
        what_changed=r.what_changed,
        submitted_by=r.submitted_by_id,
        approved_by=r.approved_by_id,
        number=r.number,
        symbol=r.symbol,
        dated=r.dated,
        created_at=r.created_at,
        changed_at=r.changed_at,
        demo=r.demo,
        template_id=r.template_id,
        recompile_at=r.recompile_at,
    )


# --- Reports ----------------------------------------------------------------------------------------------------------


async def insert_report(
    db: AsyncConnection,
    *,
    kind: ReportKind,
    unit: str,
    organisation: str,
    period: Period,
    due_on: date | None,
    now: datetime,
    revision: int = 1,
    corrects_id: int | None = None,
    what_changed: str = "",
    demo: bool = False,
) -> int | None:
    """Insert a report; None when there is one of this kind, body, period and revision: nobody compiles a second."""
    values = {
        "kind": kind.value,
        "unit_code": unit,
        "organisation": organisation,
        "first": period.first,
        "last": period.last,
        "opens": period.opens,
        "cut_off": period.cut_off,
        "revision": revision,
        "state": ReportState.COMPILED.value,
        "version": 1,
        "due_on": due_on,
        "corrects_id": corrects_id,
        "what_changed": what_changed,
        "symbol": "",
        "created_at": now,
        "changed_at": now,
        "demo": demo,
    }
    made = insert_into(db, report).values(values).on_conflict_do_nothing().returning(report.c.id)
    id: int | None = (await db.execute(made)).scalar()
    return id


async def report_by_id(db: AsyncConnection, report_id: int, *, for_update: bool = False) -> ReportRow | None:
    """Return a report, locked when it is to be changed."""
    query = select(report).where(report.c.id == report_id)
    row = (await db.execute(query.with_for_update() if for_update else query)).first()
    return _row(row) if row is not None else None


async def report_of(
    db: AsyncConnection, kind: ReportKind, unit: str, organisation: str, first: date, last: date
) -> ReportRow | None:
    """Return the newest revision of a body's report for a period."""
    r = report.c
    here = (r.kind == kind.value) & (r.unit_code == unit) & (r.organisation == organisation)
    query = select(report).where(here, r.first == first, r.last == last).order_by(r.revision.desc()).limit(1)
    row = (await db.execute(query)).first()
    return _row(row) if row is not None else None


async def reports(
    db: AsyncConnection,
    *,
    unit: str = "",
    organisation: str | None = None,
    kind: ReportKind | None = None,
    states: Sequence[ReportState] = (),
    due_until: date | None = None,
    limit: int = 50,
) -> list[ReportRow]:
    """Return reports, newest period first; a province's code brings those of its communes too."""
    r = report.c
    query = select(report).order_by(r.last.desc(), r.id.desc()).limit(limit)
    if unit:
        query = query.where(r.unit_code == unit)
    if organisation is not None:
        query = query.where(r.organisation == organisation)
    if kind is not None:
        query = query.where(r.kind == kind.value)
    if states:
        query = query.where(r.state.in_([state.value for state in states]))
    if due_until is not None:
        query = query.where(r.due_on <= due_until)
    return [_row(row) for row in await db.execute(query)]


async def change_report(db: AsyncConnection, seen: ReportRow, *, now: datetime, **values: Any) -> bool:
    """Change a report if nobody else did since it was read; False when somebody has."""
    same = (report.c.id == seen.id) & (report.c.version == seen.version)
    change = update(report).where(same).values(version=seen.version + 1, changed_at=now, **values)
    return (await db.execute(change)).rowcount == 1


async def to_recompile(db: AsyncConnection, *, limit: int) -> list[ReportRow]:
    """Return the drafts whose figures somebody asked to be taken again, oldest report first."""
    query = select(report).where(text("report.recompile_at IS NOT NULL")).order_by(report.c.id).limit(limit)
    return [_row(row) for row in await db.execute(query)]


# --- Snapshots --------------------------------------------------------------------------------------------------------


async def insert_snapshot(db: AsyncConnection, content: bytes, *, taken_at: datetime, figures: int, cases: int) -> int:
    """Store what was compiled; return its id. `content` is JSON."""
    values = {
        "taken_at": taken_at,
        "sha256": hashlib.sha256(content).hexdigest(),
        "content": zlib.compress(content, 1),
        "figures": figures,
        "cases": cases,
    }
    made = insert(report_snapshot).returning(report_snapshot.c.id)
    return int((await db.execute(made, values)).scalar_one())


class DamagedSnapshot(Exception):
    """A stored snapshot is not what was written."""


async def snapshot(db: AsyncConnection, snapshot_id: int) -> bytes:
    """
    Return the JSON of a snapshot.

    Raises:
        DamagedSnapshot: its checksum does not fit, or it is gone.
    """
    s = report_snapshot.c
    row = (await db.execute(select(s.content, s.sha256).where(s.id == snapshot_id))).first()
    if row is None:
        raise DamagedSnapshot(f"snapshot {snapshot_id} is gone")
    content = zlib.decompress(row.content)
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise DamagedSnapshot(f"snapshot {snapshot_id} does not fit its checksum")
    return content


# --- Edits, events, sendings ------------------------------------------------------------------------------------------


async def edits(db: AsyncConnection, report_id: int) -> list[Row[Any]]:
    """Return what was changed in a report's words, by paragraph."""
    e = report_edit.c
    return list((await db.execute(select(report_edit).where(e.report_id == report_id).order_by(e.id))).all())


async def put_edit(db: AsyncConnection, report_id: int, paragraph: str, **values: Any) -> None:
    """Store how a paragraph reads now; an earlier edit of it gives way."""
    e = report_edit.c
    here = (e.report_id == report_id) & (e.paragraph == paragraph)
    if (await db.execute(update(report_edit).where(here).values(**values))).rowcount == 0:
        await db.execute(insert(report_edit).values(report_id=report_id, paragraph=paragraph, **values))


async def drop_edit(db: AsyncConnection, report_id: int, paragraph: str) -> None:
    """Let a paragraph read as compiled again."""
    e = report_edit.c
    await db.execute(delete(report_edit).where(e.report_id == report_id, e.paragraph == paragraph))


async def drop_edits(db: AsyncConnection, report_id: int) -> None:
    """Let every paragraph read as compiled again."""
    await db.execute(delete(report_edit).where(report_edit.c.report_id == report_id))


async def add_event(db: AsyncConnection, report_id: int, **values: Any) -> None:
    """Write one line of a report's story."""
    await db.execute(insert(report_event).values(report_id=report_id, **values))


async def events(db: AsyncConnection, report_id: int) -> list[Row[Any]]:
    """Return a report's story, oldest first."""
    e = report_event.c
    return list((await db.execute(select(report_event).where(e.report_id == report_id).order_by(e.id))).all())


async def add_sending(
    db: AsyncConnection, report_id: int, way: str, recipient: str, *, at: datetime, officer_id: int | None
) -> bool:
    """Record a sending; False when it was sent to them this way before."""
    values = {"report_id": report_id, "way": way, "recipient": recipient, "at": at, "officer_id": officer_id}
    made = insert_into(db, report_sending).values(values).on_conflict_do_nothing()
    return (await db.execute(made)).rowcount == 1


async def sendings(db: AsyncConnection, report_id: int) -> list[Row[Any]]:
    """Return how and to whom a report was sent."""
    s = report_sending.c
    return list((await db.execute(select(report_sending).where(s.report_id == report_id).order_by(s.id))).all())


# --- Documents asked for in chats -------------------------------------------------------------------------------------


async def ask_for_documents(db: AsyncConnection, row: ReportRow, conversation_id: int, *, now: datetime) -> bool:
    """Note that a chat wants a report's documents, perhaps once more; False while they are being made."""
    values = {"report_id": row.id, "conversation_id": conversation_id, "version": row.version, "at": now}
    again = {"at": now, "done_at": None, "error": None}
    made = (
        insert_into(db, report_request)
        .values(values)
        .on_conflict_do_update(
            index_elements=["report_id", "conversation_id", "version"],
            set_=again,
            where=report_request.c.done_at.is_not(None),
        )
    )
    return (await db.execute(made)).rowcount == 1


async def waiting_requests(db: AsyncConnection, *, limit: int) -> list[Row[Any]]:
    """Return what was asked for and not answered, oldest first."""
    query = select(report_request).where(text("report_request.done_at IS NULL")).order_by(report_request.c.id)
    return list((await db.execute(query.limit(limit))).all())


async def answer_request(db: AsyncConnection, request_id: int, *, now: datetime, error: str = "") -> bool:
    """Note that a request was answered, or cannot be; False when somebody else was faster."""
    open_ = (report_request.c.id == request_id) & report_request.c.done_at.is_(None)
    change = update(report_request).where(open_).values(done_at=now, error=error or None)
    return (await db.execute(change)).rowcount == 1
