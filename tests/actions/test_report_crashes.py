"""A crash at any statement of any step leaves no half report and no second one: every one of them is tried."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, select
from sqlalchemy.engine import Engine

from actions.reports import correcting, deciding, drafts, life, numbering, pages, sending
from actions.reports.compiling import Wish
from actions.reports.life import ReportChange
from actions.reports.page_edits import Typed, save, text_mark
from conversation.messages import FileKind, IncomingFile
from domain.reporting import ReportKind, usual_rule
from reports import documents
from reports.wire import Format
from scheduler.job import JobContext
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage import files, officers, report_ways, schema
from storage import reports as store
from storage.blobs import BlobStore
from tests.actions.test_report_life import NOVEMBER, compiled, house  # noqa: F401 - house is a fixture
from tests.actions.test_report_returning import in_word
from tests.actions.world import COMMUNE, World
from tests.support.looking import looking_at

pytestmark = pytest.mark.slow  # each step is taken once for every statement in it

WRITES = ("INSERT", "UPDATE", "DELETE")
FAR = 200
"""More statements than any step has: the walk over them ends by itself."""


class Crash(Exception):
    """The process is gone."""


@contextmanager
def crash_at(number: int) -> Iterator[list[int]]:
    """Let the statement of this number that writes fail; yields a list with how many there were."""
    seen = [0]

    def before(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.lstrip().upper().startswith(WRITES):
            seen[0] += 1
            if seen[0] == number:
                raise Crash

    event.listen(Engine, "before_cursor_execute", before)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", before)


async def contents(world: World) -> dict[str, list[Any]]:
    """Return every row of every table."""
    found = {}
    async with looking_at(world.database) as db:
        for table in schema.metadata.sorted_tables:
            if table.name in {"unit", "former_unit"}:
                continue  # thousands of rows that no step touches
            query = select(table).order_by(*table.primary_key.columns)
            found[table.name] = [tuple(row) for row in await db.execute(query)]
    return found


Step = Callable[[], Awaitable[Any]]


async def crashed_everywhere(world: World, step: Step) -> int:
    """Crash at each statement in turn and find nothing changed; then let it pass. Returns how many crashes."""
    before = await contents(world)
    for number in range(1, FAR):
        with crash_at(number) as seen:
            try:
                await step()
            except Crash:
                assert await contents(world) == before, f"statement {number} left something behind"
            else:
                return seen[0]
    raise AssertionError("the step never ends")


class Shelf:
    """A report and whoever works on it; each step in a transaction of its own, as a message or a form is."""

    def __init__(self, world: World) -> None:
        self.world, self.report = world, 0

    async def store(self) -> None:
        report = await compiled(self.world)
        wish = Wish(usual_rule(ReportKind.MONTH), COMMUNE.code, "", NOVEMBER)
        async with self.world.database.begin() as db:
            row = await life.store_compiled(db, wish, report, due_on=None, now=self.world.now)
        self.report = row.id if row is not None else 0

    async def row(self) -> Any:
        async with looking_at(self.world.database) as db:
            return await store.report_by_id(db, self.report)

    def does(self, who: int, step: Any, **values: Any) -> Step:
        async def run() -> Any:
            async with self.world.database.begin() as db:
                actor = await officers.actor_of(db, who)
                row = await store.report_by_id(db, self.report, for_update=True)
                return await step(db, row, ReportChange(actor, self.world.now), **values)

        return run


@pytest.fixture
async def shelf(house: World) -> Shelf:  # noqa: F811
    return Shelf(house)


async def test_a_crash_while_compiling_stores_nothing_and_the_next_try_stores_one(shelf: Shelf) -> None:
    crashes = await crashed_everywhere(shelf.world, shelf.store)
    await shelf.store()

    rows = await shelf.world.rows(schema.report)
    assert crashes >= 4
    assert (len(rows), len(await shelf.world.rows(schema.report_snapshot))) == (1, 1)
    assert rows[0].snapshot_id is not None


async def test_a_crash_in_any_step_from_edit_to_paper_leaves_the_report_as_it_was(shelf: Shelf) -> None:
    world = shelf.world
    await shelf.store()
    lan, binh = world.lan, world.binh
    mood = [Typed("mood", "Nhân dân phấn khởi.", text_mark(""))]
    shown = [drafts.ChangeShown("sentence", "mood", "I", "Nhân dân phấn khởi.", "Khác.", "Nhân dân phấn khởi.")]
    day = date(2026, 11, 17)
    steps = {
        "save": shelf.does(lan, save, typed=mood),
        "take": shelf.does(lan, drafts.take, changes=shown),
        "submit": shelf.does(lan, deciding.submit),
        "return": shelf.does(binh, deciding.give_back, note="Sửa"),
        "submit again": shelf.does(lan, deciding.submit),
        "approve": shelf.does(binh, deciding.approve),
        "number": shelf.does(lan, numbering.enter, number=45, dated=day),
        "chat": shelf.does(lan, sending.send_by_chat),
        "paper": shelf.does(lan, sending.record_paper, recipient="Thường trực Đảng ủy", day=day),
    }

    crashes = {name: await crashed_everywhere(world, step) for name, step in steps.items()}

    row = await shelf.row()
    assert all(count >= 2 for count in crashes.values()), crashes
    assert (row.state.value, row.number) == ("sent", 45)
    async with looking_at(world.database) as db:
        events = [one.step for one in await store.events(db, row.id)]
    assert events == ["compile", "edit", "edit", "submit", "return", "submit", "approve", "number", "send", "send"]


async def test_a_crash_while_a_page_is_opened_leaves_the_link_to_be_opened(shelf: Shelf) -> None:
    world = shelf.world
    await shelf.store()
    draws = iter(range(1, 500))
    row = await shelf.row()
    async with world.database.begin() as db:
        token = await pages.make(
            db, row, world.lan, conversation_id=None, draw=lambda count: next(draws).to_bytes(count, "big"),
            now=world.now,
        )  # fmt: skip

    async def opened() -> None:
        async with world.database.begin() as db:
            await pages.open_once(db, token, draw=lambda count: next(draws).to_bytes(count, "big"), now=world.now)

    assert await crashed_everywhere(world, opened) >= 2
    assert len(await world.rows(schema.report_page)) == 1


async def _crashed_job(world: World, name: str, context: JobContext) -> int:
    """Run a job with a crash at each statement in turn, each time as the bell does; then until all is done."""
    job = job_named(name)
    for number in range(1, FAR):
        world.advance(minutes=11)
        with crash_at(number) as seen:
            try:
                results = await run_due(job, world.database, context, world.now)
            except Crash:
                continue
        if seen[0] < number and not [one for one in results if one.error]:
            break
    world.advance(minutes=11)
    await run_due(job, world.database, context, world.now)
    return number


async def test_a_mail_that_crashes_anywhere_goes_out_once(shelf: Shelf, tmp_path: Path) -> None:
    world = shelf.world
    await shelf.store()
    for step in (shelf.does(world.lan, deciding.submit), shelf.does(world.binh, deciding.approve)):
        await step()
    await shelf.does(
        world.lan, sending.ask_for, way=sending.BY_EMAIL, recipients=["vanphong@example.vn"], formats=("pdf",)
    )()

    crashes = await _crashed_job(world, "send-reports", JobContext(blobs=BlobStore(tmp_path)))

    mails = [row for row in await world.rows(schema.outbox) if row.once and row.once.startswith("report-dispatch/")]
    async with looking_at(world.database) as db:
        sent = await store.sendings(db, shelf.report)
    assert crashes > 8
    assert (len(mails), len(sent)) == (1, 1)
    assert len(await world.rows(schema.file)) == 1
    assert (await shelf.row()).state.value == "sent"


async def test_documents_asked_for_that_crash_anywhere_come_once(shelf: Shelf, tmp_path: Path) -> None:
    world = shelf.world
    await shelf.store()
    chat = await world.chat(officer_id=world.lan)
    async with world.database.begin() as db:
        await store.ask_for_documents(db, await shelf.row(), chat, now=world.now)

    crashes = await _crashed_job(world, "send-report-files", JobContext(blobs=BlobStore(tmp_path)))

    assert crashes > 5
    assert (await world.told(chat)).count("report-files") == 1
    assert len(await world.rows(schema.file)) == 3


async def test_a_draft_whose_reading_crashes_anywhere_is_shown_once(shelf: Shelf, tmp_path: Path) -> None:
    world, blobs = shelf.world, BlobStore(tmp_path)
    await shelf.store()
    chat = await world.chat(officer_id=world.lan)
    async with looking_at(world.database) as db:
        value = await life.value_of(db, await shelf.row())
    docx = (await documents.written(value, formats=(Format.DOCX,)))["docx"]
    sha256 = await blobs.put(in_word(docx, ("[Cán bộ bổ sung: đánh giá chung", "Nhân dân phấn khởi [")))
    async with world.database.begin() as db:
        incoming = IncomingFile(FileKind.DOCUMENT, "x", name="a.docx")
        file = await files.want(db, chat, "webchat", incoming, world.now)
        await files.stored(db, file, kind=FileKind.DOCUMENT, mime="x", size=len(docx), sha256=sha256)
        await report_ways.add_draft(db, file_id=file, conversation_id=chat, officer_id=world.lan, now=world.now)

    crashes = await _crashed_job(world, "read-report-drafts", JobContext(blobs=blobs))

    draft = (await world.rows(schema.report_draft))[0]
    assert crashes > 3
    assert await world.told(chat) == ["report-draft-read"]
    assert (draft.state, draft.report_id) == ("shown", shelf.report)


async def test_a_second_waiting_draft_of_one_file_is_not_noted(shelf: Shelf) -> None:
    world = shelf.world
    chat = await world.chat(officer_id=world.lan)
    async with world.database.begin() as db:
        file = await files.want(db, chat, "webchat", IncomingFile(FileKind.DOCUMENT, "x", name="a.docx"), world.now)
        ids = [
            await report_ways.add_draft(db, file_id=file, conversation_id=chat, officer_id=world.lan, now=world.now)
            for _ in range(2)
        ]

    assert [id is not None for id in ids] == [True, False]


async def test_a_correction_that_crashes_anywhere_leaves_the_sent_report_alone(shelf: Shelf) -> None:
    world = shelf.world
    await shelf.store()
    for who, step, values in (
        (world.lan, deciding.submit, {}),
        (world.binh, deciding.approve, {}),
        (world.lan, sending.send_by_chat, {}),
    ):
        await shelf.does(who, step, **values)()

    crashes = await crashed_everywhere(world, shelf.does(world.lan, correcting.correct, what="Bổ sung phụ lục"))

    assert crashes >= 3
    assert [row.revision for row in await world.rows(schema.report)] == [1, 2]
