"""A draft changed in Word and sent back in the chat: shown before and after, taken over by button, nothing lost."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from actions.reports import life, stored
from actions.reports.editing import paragraphs
from actions.reports.life import ReportChange
from conversation.messages import FileKind, IncomingFile
from domain.roles import Role
from reports import documents
from reports.wire import Format
from scheduler.job import JobContext
from scheduler.running import run_due
from scheduler.schedule import job_named
from storage import files, officers, schema
from storage import reports as store
from storage.blobs import BlobStore
from storage.database import Database
from tests.actions.test_report_returning import in_word
from tests.actions.world import World
from tests.handlers.test_reports import NOW, a_report, hired
from tests.support.looking import looking_at
from tests.support.talk import House, Person, TestClock
from tests.support.units import load_units

pytestmark = pytest.mark.slow
READ = job_named("read-report-drafts")
MOOD = "[Cán bộ bổ sung: đánh giá chung về tư tưởng, tâm trạng của các tầng lớp Nhân dân trong kỳ]"


class Office:
    """An officer with a draft, the files they were given, and the process that reads what they send back."""

    def __init__(self, house: House, folder: Path) -> None:
        self.house, self.blobs = house, BlobStore(folder)
        self.report = 0
        self.sent = 0

    async def begin(self) -> Person:
        lan = await hired(self.house, "lan", (Role.OFFICER,))
        self.report = await a_report(self.house)
        return lan

    async def value(self):
        async with looking_at(self.house.database) as db:
            return await stored.value_of(db, await store.report_by_id(db, self.report))

    async def docx(self, *replacements: tuple[str, str]) -> bytes:
        made = (await documents.written(await self.value(), formats=(Format.DOCX,)))["docx"]
        return in_word(made, *replacements) if replacements else made

    async def sends_back(self, person: Person, content: bytes, name: str = "bao-cao.docx") -> str:
        """Send a file, have it fetched and read; return everything that was said to it."""
        self.sent += 1
        file = IncomingFile(FileKind.DOCUMENT, f"draft-{self.sent}", name=name, size=len(content))
        await person.says("", files=(file,))
        said = person.text
        await self.fetched(f"draft-{self.sent}", content)
        await self.read()
        await person.look()
        return f"{said}\n===\n{person.text}"

    async def fetched(self, source: str, content: bytes) -> None:
        sha256 = await self.blobs.put(content)
        async with self.house.database.begin() as db:
            table = schema.file
            id = await db.scalar(select(table.c.id).where(table.c.source == source))
            if id is not None:
                mime, kind = "application/octet-stream", FileKind.DOCUMENT
                await files.stored(db, id, kind=kind, mime=mime, size=len(content), sha256=sha256)

    async def read(self) -> list[str]:
        self.house.clock.advance(minutes=6)
        results = await run_due(READ, self.house.database, JobContext(blobs=self.blobs), self.house.clock())
        return [result.error for result in results]

    async def edits(self, texts: dict[str, str], *, reason: str = "") -> None:
        """Let a colleague change paragraphs meanwhile."""
        async with self.house.database.begin() as db:
            officer = await db.scalar(select(schema.officer.c.id).order_by(schema.officer.c.id))
            actor = await officers.actor_of(db, officer)
            row = await store.report_by_id(db, self.report, for_update=True)
            await life.edit(db, row, ReportChange(actor, self.house.clock()), texts, reason=reason)

    async def state(self) -> str:
        async with looking_at(self.house.database) as db:
            return (await store.report_by_id(db, self.report)).state.value


@pytest.fixture
async def office(database: Database, tmp_path: Path) -> Office:
    await load_units(database)
    return Office(House(database, clock=TestClock(NOW)), tmp_path / "blobs")


async def test_a_sentence_written_in_word_is_shown_and_taken_over_by_button(office: Office) -> None:
    lan = await office.begin()

    said = await office.sends_back(lan, await office.docx((MOOD, "Nhân dân phấn khởi, tin tưởng.")))
    shown = (await office.value()).version
    await lan.taps("Lấy các sửa đổi này")

    assert "Đã nhận tệp Word" in said
    assert "Viết thêm: Nhân dân phấn khởi, tin tưởng." in said
    assert "Đã lấy 1 đoạn" in lan.text
    assert paragraphs(await office.value())["mood"].text == "Nhân dân phấn khởi, tin tưởng."
    assert (await office.value()).version == shown + 1


async def test_nothing_is_taken_over_before_the_button_and_leaving_it_changes_nothing(office: Office) -> None:
    lan = await office.begin()
    before = await office.value()

    await office.sends_back(lan, await office.docx((MOOD, "Nhân dân phấn khởi.")))
    await lan.taps("Không lấy")
    left = lan.text
    await lan.taps_choice("!report-take=1")

    assert "báo cáo giữ nguyên" in left
    assert "đã chọn không lấy" in lan.text
    assert await office.value() == before


async def test_a_changed_figure_is_marked_and_asks_why(office: Office) -> None:
    world = World(office.house.database)
    world.now = datetime(2026, 11, 3, 2, tzinfo=UTC)
    await world.file()
    lan = await office.begin()
    shown = await office.docx()
    number = next(run for p in paragraphs(await office.value()).values() for run in p.runs if run.figure)

    said = await office.sends_back(lan, in_word(shown, (number.text, "07")))
    await lan.taps("Lấy các sửa đổi này")
    asked = lan.text
    await lan.says("Thêm bảy ý kiến nhận bằng giấy")

    figure = next(figure for figure in (await office.value()).figures if figure.key == number.figure)
    assert "⚠ Sửa số liệu" in said
    assert f"{number.text} → 07" in said
    assert "Vì sao số liệu được sửa?" in asked
    assert (figure.value, figure.change.reason) == (7, "Thêm bảy ý kiến nhận bằng giấy")


async def test_a_file_of_before_undoes_nobodys_work_and_a_disputed_paragraph_is_shown_with_both(office: Office) -> None:
    lan = await office.begin()
    old = await office.docx()
    opening = paragraphs(await office.value())["opening"].text
    await office.edits({"mood": "Đồng nghiệp đã viết.", "opening": f"{opening} Kính báo cáo."})

    said = await office.sends_back(lan, in_word(old, (MOOD, "Tôi cũng viết.")))

    assert "đã được người khác sửa" in said
    assert "Hiện nay: Đồng nghiệp đã viết." in said
    assert "Trong tệp: Tôi cũng viết." in said
    assert "Lấy các sửa đổi này" not in lan.labels
    now = paragraphs(await office.value())
    assert now["mood"].text == "Đồng nghiệp đã viết."
    assert now["opening"].text.endswith("Kính báo cáo.")


async def test_what_was_changed_between_showing_and_the_button_is_compared_once_more(office: Office) -> None:
    lan = await office.begin()
    await office.sends_back(lan, await office.docx((MOOD, "Tôi viết.")))
    await office.edits({"mood": "Đồng nghiệp nhanh hơn."})

    await lan.taps("Lấy các sửa đổi này")
    again = lan.text
    await office.read()
    await lan.look()

    assert "vừa được người khác sửa" in again
    assert "Hiện nay: Đồng nghiệp nhanh hơn." in lan.text
    assert paragraphs(await office.value())["mood"].text == "Đồng nghiệp nhanh hơn."


@pytest.mark.parametrize(
    ("content", "name", "answer"),
    [
        (b"PK\x03\x04 broken", "bao-cao.docx", "không mở được"),
        (b"", "bao-cao.doc", "Lưu thành"),
        (b"", "bao-cao.xlsx", "chỉ nhận lại dự thảo"),
    ],
)
async def test_a_wrong_file_is_answered_and_changes_nothing(
    office: Office, content: bytes, name: str, answer: str
) -> None:
    lan = await office.begin()

    said = await office.sends_back(lan, content, name)

    assert answer in said
    assert await office.state() == "compiled"


async def test_a_word_file_of_something_else_and_a_draft_of_another_commune_are_not_known(office: Office) -> None:
    from docx import Document

    lan = await office.begin()
    draft = await office.docx((MOOD, "Sửa."))
    stranger = await hired(office.house, "xa", (Role.OFFICER,))
    async with office.house.database.begin() as db:
        account = await db.scalar(select(schema.officer.c.id).where(schema.officer.c.name == "xa"))
        await db.execute(
            schema.officer_scope.update().where(schema.officer_scope.c.officer_id == account).values(unit_code="19870")
        )
    path = office.blobs.waiting_room() / "other.docx"
    letter = Document()
    letter.add_paragraph("Thư mời họp")
    letter.save(str(path))

    other = await office.sends_back(lan, path.read_bytes(), "thu-moi.docx")
    theirs = await office.sends_back(stranger, draft)

    assert "không mở được tệp thu-moi.docx" in other
    assert "không phải dự thảo của báo cáo nào" in theirs
    assert await office.state() == "compiled"


async def test_a_submitted_report_takes_no_draft_and_says_what_can_be_done(office: Office) -> None:
    lan = await office.begin()
    draft = await office.docx((MOOD, "Sửa muộn."))
    await lan.says("báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")
    await lan.taps("Trình duyệt")

    said = await office.sends_back(lan, draft)

    assert "đang ở bước “Đã trình duyệt”" in said
    assert await office.state() == "submitted"


async def test_a_file_too_large_is_refused_by_whoever_fetches_it_and_the_draft_ends(office: Office) -> None:
    lan = await office.begin()
    file = IncomingFile(FileKind.DOCUMENT, "huge", name="bao-cao.docx", size=10**9)
    await lan.says("", files=(file,))
    async with office.house.database.begin() as db:
        await files.refused(db, 1, "file-refused-size")

    errors = await office.read()

    async with office.house.database.read() as db:
        draft = (await db.execute(select(schema.report_draft))).one()
    assert errors == [""]
    assert (draft.state, draft.error) == ("refused", "file-refused")


async def test_an_untouched_file_says_so_and_the_job_answers_once(office: Office) -> None:
    lan = await office.begin()

    said = await office.sends_back(lan, await office.docx())
    again = await office.read()

    assert "không có gì thay đổi" in said
    assert again == []


async def test_a_draft_sent_while_something_else_is_asked_is_read_and_the_question_waits(office: Office) -> None:
    lan = await office.begin()
    await lan.taps_choice(f"!report-paper={office.report}")

    said = await office.sends_back(
        lan, await office.docx((MOOD, "Nhân dân phấn khởi.")), "thang-19867-20261015-20261114 (1).docx"
    )

    assert "Đã nhận tệp Word" in said
    assert "Viết thêm: Nhân dân phấn khởi." in said
    assert await lan.asked() == "report-paper.whom"


async def test_any_other_file_is_what_the_question_takes_it_for(office: Office) -> None:
    lan = await office.begin()
    await lan.taps_choice(f"!report-paper={office.report}")

    said = await office.sends_back(lan, await office.docx(), "van-ban.docx")

    assert "Đã nhận tệp Word" not in said
