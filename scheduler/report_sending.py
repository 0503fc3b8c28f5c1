"""Reports that go out by e-mail or as links: documents made once, each sending handed on once, failures told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.notices import tell_officers
from actions.reports import life, schedule, sending, templates
from actions.reports.life import ReportChange
from conversation.messages import FileKind, Option, OutgoingFile, Reply, Words, words
from domain.errors import Refused, StaleVersion
from domain.kinds import Organisation
from domain.roles import SYSTEM, Actor
from reports import documents
from reports.errors import ReportError
from reports.numbers import count_words
from reports.value import Layout, Report
from reports.wire import Format
from scheduler.job import JobContext
from scheduler.report_files import MIMES
from storage import emails, files, officers, outbox, report_ways
from storage import reports as store
from storage.database import Database
from storage.reports import ReportRow
from texts import LANGUAGES

log = structlog.get_logger(__name__)

AT_ONCE: Final = 20
TOLD_WITHIN: Final = timedelta(days=30)
GIVEN_UP_AFTER: Final = timedelta(hours=2)
"""So long documents that cannot be made are tried again; then who asked is told."""

LINKS_LAST_DAYS: Final = 7
"""As `bot.file_links.LASTS`; a test compares them."""

_SLOT: Final = "report-"


async def dispatch_slots(db: AsyncConnection, _now: datetime) -> list[str]:
    """Return a name for each report that waits to be sent; a later wish has another, so that it is heard."""
    waiting = await report_ways.waiting_dispatches(db, limit=AT_ONCE)
    newest: dict[int, int] = {}
    for row in waiting:
        newest[row.report_id] = max(newest.get(row.report_id, 0), row.id)
    return [f"{_SLOT}{report}-{dispatch}" for report, dispatch in newest.items()]


async def send_dispatches(database: Database, context: JobContext) -> int:
    """Hand on what waits of the slot's report, or of all when run by hand; return how many."""
    async with database.read() as db:
        waiting = await report_ways.waiting_dispatches(db, limit=AT_ONCE)
    wanted = context.slot.removeprefix(_SLOT).partition("-")[0] if context.slot.startswith(_SLOT) else ""
    mine = [row for row in waiting if wanted in {"", str(row.report_id)}]
    if context.dry_run:
        return len(mine)
    by_report: dict[int, list[Row[Any]]] = {}
    for row in mine:
        by_report.setdefault(row.report_id, []).append(row)
    return sum([await _send(database, context, id, rows) for id, rows in by_report.items()])


async def _send(database: Database, context: JobContext, report_id: int, rows: Sequence[Row[Any]]) -> int:
    assert context.blobs is not None
    async with database.read() as db:
        report = await store.report_by_id(db, report_id)
        assert report is not None
        value = await life.value_of(db, report)
        template = await templates.template_of(db, report, value.layout)
    wanted = {Format(name) for row in rows for name in row.formats}
    try:
        made = await documents.written(value, formats=tuple(f for f in Format if f in wanted), template=template)
    except ReportError as error:
        if context.now - rows[0].at < GIVEN_UP_AFTER:
            raise
        return sum([await _fail(database, context, row, report, type(error).__name__) for row in rows])
    kept = {ending: (len(data), await context.blobs.put(data)) for ending, data in made.items()}
    return sum([await _hand_on(database, context, row, report, value, kept) for row in rows])


async def _hand_on(
    database: Database,
    context: JobContext,
    row: Row[Any],
    seen: ReportRow,
    value: Report,
    kept: Mapping[str, tuple[int, str]],
) -> int:
    """Queue one sending and record it in one transaction: either all of it happened or nothing."""
    try:
        async with database.begin() as db:
            once = f"report-dispatch/{row.id}"
            if not await report_ways.end_dispatch(db, row.id, now=context.now, once=once):
                return 0
            report = await store.report_by_id(db, seen.id, for_update=True)
            assert report is not None
            await _refuse_changed(db, row, seen, report)
            actor = await officers.actor_of(db, row.officer_id) if row.officer_id is not None else SYSTEM
            if actor is None:
                raise Refused("the account was taken away")  # noqa: TRY301 - one place tells of every refusal
            if row.way == sending.BY_EMAIL:
                await _mail(db, context, row, report, value, kept, once)
            else:
                await _links(db, context, row, report, value, kept, once)
            change = ReportChange(actor, context.now)
            await life.record_sending(db, report, change, way=row.way, recipients=[row.recipient])
    except Refused as refusal:
        return await _fail(database, context, row, seen, type(refusal).__name__)
    log.info("report_sent", report_id=seen.id, dispatch_id=row.id, way=row.way)
    return 1


async def _refuse_changed(db: AsyncConnection, row: Row[Any], seen: ReportRow, now: ReportRow) -> None:
    """
    Send nothing but what was approved when it was asked for.

    Raises:
        Refused: the report was given back since, or reads otherwise than the documents that were made.
    """
    same = (seen.snapshot_id, seen.number, seen.dated) == (now.snapshot_id, now.number, now.dated)
    if not same or await report_ways.returned_since(db, now.id, row.at):
        raise Refused("the report was changed")


async def _files(
    db: AsyncConnection,
    context: JobContext,
    chat: int,
    formats: Sequence[str],
    value: Report,
    kept: Mapping[str, tuple[int, str]],
) -> tuple[OutgoingFile, ...]:
    found = []
    for ending in formats:
        size, sha256 = kept[ending]
        name = f"{value.key}.{ending}"
        id = await files.put_made(
            db, chat, name=name, mime=MIMES[ending], size=size, sha256=sha256, kind=FileKind.DOCUMENT, now=context.now
        )
        found.append(OutgoingFile(id, FileKind.DOCUMENT, name))
    return tuple(found)


async def _mail(
    db: AsyncConnection,
    context: JobContext,
    row: Row[Any],
    report: ReportRow,
    value: Report,
    kept: Mapping[str, tuple[int, str]],
    once: str,
) -> None:
    chat = await emails.chat_of(db, row.recipient, language="vi", now=context.now)
    await emails.try_again(db, chat)
    sent = await _files(db, context, chat, row.formats, value, kept)
    number: Words | str = ""
    if report.number is not None:
        padded = count_words(report.number, padded=True).replace(".", "")
        number = words("report-mail-number", number=padded, symbol=report.symbol)
    name = schedule.name_of(report)
    letter = words("report-mail", body=sender_of(value), report=name, number=number)
    title = words("report-mail-title", report=name, number=number)
    await outbox.queue(db, chat, Reply((letter,), files=sent, title=title), now=context.now, once=once)


def sender_of(value: Report) -> str:
    """Return who sends a report: a board of the Front, an organisation at its unit, a Party committee."""
    header = value.header
    if value.layout is Layout.PARTY:
        return " ".join(header.issuing_body)
    whole = header.organisation in {"", Organisation.FRONT.value}
    above = header.superior_body if whole else header.superior_body[-1:]
    return " ".join((*header.issuing_body, *above))


async def _addresses(
    db: AsyncConnection,
    context: JobContext,
    chat: int,
    formats: Sequence[str],
    value: Report,
    kept: Mapping[str, tuple[int, str]],
) -> list[str]:
    assert context.links is not None
    sent = await _files(db, context, chat, formats, value, kept)
    addresses = [context.links.link(file.file_id, file.name) for file in sent]
    if not all(addresses):
        raise Refused("no public address")
    return addresses


async def _links(
    db: AsyncConnection,
    context: JobContext,
    row: Row[Any],
    report: ReportRow,
    value: Report,
    kept: Mapping[str, tuple[int, str]],
    once: str,
) -> None:
    if row.conversation_id is None or context.links is None:
        raise Refused("nobody to give the links to")
    addresses = await _addresses(db, context, row.conversation_id, row.formats, value, kept)
    told = words(
        "report-links",
        report=schedule.name_of(report),
        recipient=row.recipient,
        days=LINKS_LAST_DAYS,
        links="\n\n".join(addresses),
    )
    await outbox.queue(db, row.conversation_id, Reply((told,)), now=context.now, once=once)


async def links_now(
    database: Database,
    context: JobContext,
    seen: ReportRow,
    *,
    whom: str,
    formats: Sequence[str],
    by: Actor,
    chat: int | None,
) -> list[str]:
    """
    Make links to a report's documents at once and record that they went to somebody; the files belong to a chat.

    Who asks for them may have none: `chat` is None then.

    Raises:
        Refused: the officer may not send it, it is not approved or was changed meanwhile, or no link can be made.
        ReportError: the documents cannot be made.
    """
    change = ReportChange(by, context.now)
    async with database.read() as db:
        await sending.may_send(db, seen, change)
        value = await life.value_of(db, seen)
        template = await templates.template_of(db, seen, value.layout)
    wanted = tuple(Format(name) for name in formats)
    assert context.blobs is not None
    made = await documents.written(value, formats=wanted, template=template)
    kept = {ending: (len(data), await context.blobs.put(data)) for ending, data in made.items()}
    async with database.begin() as db:
        row = await store.report_by_id(db, seen.id, for_update=True)
        if row is None or row.version != seen.version:
            raise StaleVersion
        if chat is None:
            chat = await emails.desk_of(db, by.officer_id or 0, language=LANGUAGES[0], now=context.now)
        addresses = await _addresses(db, context, chat, formats, value, kept)
        await life.record_sending(db, row, change, way=sending.BY_LINK, recipients=[whom])
    return addresses


async def _fail(database: Database, context: JobContext, row: Row[Any], report: ReportRow, error: str) -> int:
    log.warning("report_not_sent", report_id=report.id, dispatch_id=row.id, way=row.way, error=error)
    async with database.begin() as db:
        if not await report_ways.end_dispatch(db, row.id, now=context.now, error=error):
            return 0
        await _tell(db, row, "report-dispatch-failed", report, error, context.now)
    return 1


# --- What did not arrive ----------------------------------------------------------------------------------------------


async def tell_undelivered(db: AsyncConnection, context: JobContext) -> int:
    """Tell officers of reports whose mail was refused, once each."""
    failed = await report_ways.failed_dispatches(db, since=context.now - TOLD_WITHIN, limit=AT_ONCE)
    for row in failed:
        if await report_ways.told_of_dispatch(db, row.id, now=context.now):
            report = await store.report_by_id(db, row.report_id)
            assert report is not None
            await _tell(db, row, "report-mail-failed", report, row.reason or "?", context.now)
    return len(failed)


async def _tell(db: AsyncConnection, row: Row[Any], key: str, report: ReportRow, reason: str, now: datetime) -> None:
    """Tell who asked, in the chat where they did; else wherever they are reached."""
    told = words(key, report=schedule.name_of(report), recipient=row.recipient, reason=reason)
    options: tuple[Option, ...] = (schedule.open_option(report.id),)
    once = f"{key}/{row.id}"
    if row.conversation_id is not None:
        await outbox.queue(db, row.conversation_id, Reply((told,), options), now=now, once=once)
    elif row.officer_id is not None:
        await tell_officers(db, [row.officer_id], told, options, now=now, once=once)
