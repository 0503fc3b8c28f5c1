"""Documents of reports that were asked for in chats: made by a process of their own, sent once a time of asking."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import life, templates
from actions.reports.schedule import name_of
from conversation.messages import FileKind, OutgoingFile, Reply, words
from reports import documents
from reports.errors import ReportError
from scheduler.job import JobContext
from storage import files, outbox
from storage import reports as store
from storage.database import Database
from storage.types import to_ms

AT_ONCE: Final = 5
"""Requests answered at one ring: each takes some seconds of another process."""

MIMES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


async def send_documents(database: Database, context: JobContext) -> int:
    """Make and send what was asked for; a run that is cut off is taken up again, and nothing is sent twice."""
    async with database.read() as db:
        waiting = await store.waiting_requests(db, limit=AT_ONCE)
    if context.dry_run:
        return len(waiting)
    return sum([await _answer(database, context, request) for request in waiting])


async def _answer(database: Database, context: JobContext, request: Row[Any]) -> int:
    assert context.blobs is not None
    async with database.read() as db:
        row = await store.report_by_id(db, request.report_id)
        assert row is not None
        value = await life.value_of(db, row)
        template = await templates.template_of(db, row, value.layout)
    try:
        made = await documents.written(value, template=template)
    except ReportError as error:
        async with database.begin() as db:
            if await store.answer_request(db, request.id, now=context.now, error=type(error).__name__):
                sentence = words("report-files-failed", report=name_of(row), error=type(error).__name__)
                await _queue(db, request, Reply((sentence,)), context)
        raise
    stored = [(ending, data, await context.blobs.put(data)) for ending, data in made.items()]
    async with database.begin() as db:
        if not await store.answer_request(db, request.id, now=context.now):
            return 0
        sent = []
        for ending, data, sha256 in stored:
            name = f"{value.key}.{ending}"
            id = await files.put_made(
                db,
                request.conversation_id,
                name=name,
                mime=MIMES[ending],
                size=len(data),
                sha256=sha256,
                kind=FileKind.DOCUMENT,
                now=context.now,
            )
            sent.append(OutgoingFile(id, FileKind.DOCUMENT, name))
        await _queue(db, request, Reply((words("report-files", report=name_of(row)),), files=tuple(sent)), context)
    return 1


async def _queue(db: AsyncConnection, request: Row[Any], reply: Reply, context: JobContext) -> None:
    once = f"report-files/{request.id}/{to_ms(request.at)}"  # who lost the files may ask again
    await outbox.queue(db, request.conversation_id, reply, now=context.now, once=once)
