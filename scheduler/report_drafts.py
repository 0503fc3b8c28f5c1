"""Drafts that officers sent back in chats: read by a process of their own, compared, and what is different shown."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import drafts, life
from actions.reports.draft_words import draft_options, shown_words
from actions.reports.drafts import ChangeShown
from actions.reports.schedule import name_of, open_option
from conversation.messages import Option, Reply, Words, words
from domain.codes import text_key
from domain.reporting import OPEN_TO_EDITS
from reports import documents
from reports.apart import WorkerFailed
from reports.errors import RefusedByWorker
from reports.value import Report
from scheduler.job import JobContext
from storage import officers, outbox, report_ways
from storage.database import Database
from storage.reports import ReportRow
from storage.types import to_ms

log = structlog.get_logger(__name__)

AT_ONCE: Final = 5
GIVEN_UP_AFTER: Final = timedelta(hours=1)
"""So long a file is tried whose reading ends its process; then its officer is told."""

_SLOT: Final = "draft-"


class _NotTaken(Exception):
    """The file is no draft that can be taken: `said` tells its officer why, and what to do."""

    def __init__(self, reason: str, said: Words | None = None, row: ReportRow | None = None) -> None:
        super().__init__(reason)
        self.reason, self.said, self.row = reason, said, row


async def draft_slots(db: AsyncConnection, _now: datetime) -> list[str]:
    """Return a name for each draft that waits to be read; one that is read anew has another."""
    return [_slot(row) for row in await report_ways.waiting_drafts(db, limit=AT_ONCE)]


def _slot(row: Row[Any]) -> str:
    return f"{_SLOT}{row.id}-{to_ms(row.done_at) if row.done_at is not None else 0}"


async def read_drafts(database: Database, context: JobContext) -> int:
    """Read the draft of the slot, or all that wait when run by hand; return how many were answered."""
    async with database.read() as db:
        waiting = await report_ways.waiting_drafts(db, limit=AT_ONCE)
    mine = [row for row in waiting if not context.slot.startswith(_SLOT) or _slot(row) == context.slot]
    if context.dry_run:
        return len(mine)
    return sum([await _answer(database, context, row) for row in mine])


async def _answer(database: Database, context: JobContext, draft: Row[Any]) -> int:
    try:
        return await _read(database, context, draft)
    except _NotTaken as problem:
        log.info("report_draft", draft_id=draft.id, result="refused", code=problem.reason)
        return await _refuse(database, context, draft, problem)
    except WorkerFailed:
        if context.now - draft.at < GIVEN_UP_AFTER:
            raise
        gone = _NotTaken("WorkerFailed", words("report-draft-unreadable", name=draft.file_name))
        return await _refuse(database, context, draft, gone)


async def _read(database: Database, context: JobContext, draft: Row[Any]) -> int:
    assert context.blobs is not None
    if draft.file_state != "stored" or draft.sha256 is None:
        raise _NotTaken(f"file-{draft.file_state}")  # whoever fetched it has said why it is not there
    content = await context.blobs.read(draft.sha256)
    unreadable = words("report-draft-unreadable", name=draft.file_name)
    try:
        mark, version = await documents.mark_of(content)
    except RefusedByWorker as refused:
        raise _NotTaken(refused.kind, unreadable) from None
    async with database.read() as db:
        row, base = await _based(db, draft, mark, version)
    try:
        back = await documents.read_back(base, content)
    except RefusedByWorker as refused:
        raise _NotTaken(refused.kind, unreadable, row) from None
    async with database.read() as db:
        changes = await drafts.changes_shown(db, row, base, back.changes)
    return await _show(database, context, draft, row, version, changes)


async def _based(db: AsyncConnection, draft: Row[Any], mark: str, version: int) -> tuple[ReportRow, Report]:
    """Return the report that a file is a draft of, and how it read when the file was made."""
    actor = await officers.actor_of(db, draft.officer_id) if draft.officer_id is not None else None
    if actor is None:
        raise _NotTaken("no-officer")
    row = await drafts.report_of_mark(db, mark) if mark else None
    if row is None or not await life.may(db, actor, row, life.WRITERS):
        raise _NotTaken("not-known", words("report-draft-not-known", name=draft.file_name))
    if row.state not in OPEN_TO_EDITS:
        state = words(text_key("report-state", row.state.value))
        raise _NotTaken("not-open", words("report-draft-not-open", report=name_of(row), state=state), row)
    base = await drafts.value_at(db, row, version)
    if base is None or version > row.version:
        raise _NotTaken("compiled-again", words("report-draft-compiled-again", report=name_of(row)), row)
    return row, base


async def _show(
    database: Database,
    context: JobContext,
    draft: Row[Any],
    row: ReportRow,
    version: int,
    changes: list[ChangeShown],
) -> int:
    state = "shown" if any(one.can_be_taken for one in changes) else "same"
    told = [words("report-draft-same", report=name_of(row))]
    if changes:
        told = shown_words(name_of(row), changes)
    async with database.begin() as db:
        values = {"state": state, "report_id": row.id, "base": version, "changes": drafts.stored(changes)}
        if not await report_ways.change_draft(db, draft.id, before="waiting", done_at=context.now, **values):
            return 0
        options = draft_options(draft.id, changes, open_option(row.id))
        await _queue(db, context, draft, told, options)
    log.info("report_draft", draft_id=draft.id, report_id=row.id, result=state, count=len(changes))
    return 1


async def _refuse(database: Database, context: JobContext, draft: Row[Any], problem: _NotTaken) -> int:
    async with database.begin() as db:
        values: dict[str, Any] = {"state": "refused", "error": problem.reason[:80], "done_at": context.now}
        if problem.row is not None:
            values["report_id"] = problem.row.id
        if not await report_ways.change_draft(db, draft.id, before="waiting", **values):
            return 0
        if problem.said is not None:
            options = (open_option(problem.row.id),) if problem.row is not None else ()
            await _queue(db, context, draft, [problem.said], options)
    return 1


async def _queue(
    db: AsyncConnection, context: JobContext, draft: Row[Any], told: list[Words], options: tuple[Option, ...]
) -> None:
    once = f"report-draft/{_slot(draft)}"
    await outbox.queue(db, draft.conversation_id, Reply(tuple(told), options), now=context.now, once=once)
