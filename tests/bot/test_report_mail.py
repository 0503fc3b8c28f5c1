"""A report by e-mail or as links: asked for once, sent once with its files, failures told, nothing sent that changed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from actions.reports import deciding, life, sending
from actions.reports.compiling import Wish
from actions.reports.life import ReportChange
from bot.deliverer import Deliverer
from bot.file_links import LASTS, FileLinks
from bot.uploads import Uploads
from bot.webports import WebPorts
from channels.email import EmailChannel, Server
from channels.email.channel import ATTACHED_MAX_BYTES
from conversation.messages import FileKind, Outbound, OutgoingFile
from domain.errors import NotAllowed, Refused, StepNotAllowed
from domain.offices import Office
from domain.reporting import ReportKind, ReportState, usual_rule
from domain.roles import Role
from reports.value import Layout
from scheduler.job import JobContext, JobResult
from scheduler.report_sending import LINKS_LAST_DAYS, sender_of
from scheduler.running import run_due, run_job
from scheduler.schedule import job_named
from storage import officers, schema
from storage import reports as store
from storage.blobs import BlobStore
from storage.database import Database
from tests.actions.test_report_life import NOVEMBER, compiled
from tests.actions.world import COMMUNE, World
from tests.doubles.smtp import SmtpServer
from tests.reports.samples import a_report
from tests.support.clock import FakeClock
from tests.support.units import load_units

pytestmark = pytest.mark.slow
SEND, TELL = job_named("send-reports"), job_named("tell-undelivered-reports")
NOW = datetime(2026, 11, 17, 3, tzinfo=UTC)
PARTY = "vanphong@example.vn"


class Post:
    """An approved report in a house with a mail server."""

    def __init__(self, database: Database, folder: Path, smtp: SmtpServer) -> None:
        self.world, self.smtp = World(database), smtp
        self.world.now = NOW
        self.database, self.blobs = database, BlobStore(folder / "blobs")
        self.clock = FakeClock(NOW)
        links = FileLinks(lambda: b"key", "https://nghedan.example.vn", self.clock)
        self.context = JobContext(blobs=self.blobs, links=links)
        uploads = Uploads(folder / "uploads", max_bytes=10**6)
        files = WebPorts(database, self.blobs, uploads, Office(), files_max=5, file_max_bytes=10**6)
        server = Server("127.0.0.1", smtp.port, "Nghe Dan <nghedan@example.vn>", security="none")
        mail = EmailChannel(server, subject="Nghe Dân: có tin", links=links, files=files)
        self.deliverer = Deliverer(database, {"email": mail}, me="me", clock=self.clock)

    async def begin(self) -> None:
        await load_units(self.database)
        self.lan, self.binh = await self.world.officer("Lan"), await self.world.leader("Bình")
        report = await compiled(self.world)
        wish = Wish(usual_rule(ReportKind.MONTH), COMMUNE.code, "", NOVEMBER)
        async with self.database.begin() as db:
            row = await life.store_compiled(db, wish, report, due_on=None, now=NOW)
        assert row is not None
        self.report = row.id
        await self.does(self.lan, deciding.submit)
        await self.does(self.binh, deciding.approve)

    async def does(self, who: int, step: Any, **values: Any) -> Any:
        async with self.database.begin() as db:
            actor = await officers.actor_of(db, who)
            row = await store.report_by_id(db, self.report, for_update=True)
            return await step(db, row, ReportChange(actor, self.world.now), **values)

    async def mails(self, *addresses: str, formats: tuple[str, ...] = ("docx", "pdf")) -> int:
        wanted = {"way": sending.BY_EMAIL, "recipients": addresses or (PARTY,), "formats": formats}
        return int(await self.does(self.lan, sending.ask_for, **wanted))

    async def runs(self, minutes: float = 6) -> list[JobResult]:
        self.world.advance(minutes=minutes)
        return await run_due(SEND, self.database, self.context, self.world.now)

    async def delivers(self) -> None:
        self.clock.advance(3600)
        while await self.deliverer.claim():
            await self.deliverer.idle()
        await self.deliverer.idle()

    async def told(self) -> list[str]:
        return await self.world.officer_told(self.lan)

    async def row(self) -> Any:
        async with self.database.read() as db:
            return await store.report_by_id(db, self.report)

    async def ways(self) -> list[tuple[str, str]]:
        async with self.database.read() as db:
            return [(row.way, row.recipient) for row in await store.sendings(db, self.report)]


@pytest.fixture
async def post(database: Database, tmp_path: Path) -> AsyncIterator[Post]:
    async with SmtpServer() as smtp:
        made = Post(database, tmp_path, smtp)
        await made.begin()
        yield made


async def test_a_report_is_mailed_once_with_the_files_that_were_chosen(post: Post) -> None:
    asked = [await post.mails(), await post.mails()]
    await post.runs()
    await post.runs()
    await post.delivers()

    mail = post.smtp.mails[0]
    parts = {part.get_filename(): part.get_payload(decode=True) for part in mail.iter_attachments()}
    assert (asked, len(post.smtp.mails), mail["To"]) == ([1, 0], 1, PARTY)
    assert mail["Subject"] == "Báo cáo công tác Mặt trận tháng (01/11/2026 – 15/11/2026)"
    assert sorted(name.rpartition(".")[2] for name in parts) == ["docx", "pdf"]
    assert all(content[:4] in {b"PK\x03\x04", b"%PDF"} for content in parts.values())
    assert "Kính gửi quý cơ quan" in mail.get_body().get_content()
    assert (await post.row()).state is ReportState.SENT
    assert await post.ways() == [("email", PARTY)]


@pytest.mark.parametrize(
    ("layout", "organisation", "issuing", "superior", "sender"),
    [
        (
            Layout.FRONT,
            "",
            "Ban Thường trực",
            ("Ủy ban MTTQ Việt Nam", "xã A"),
            "Ban Thường trực Ủy ban MTTQ Việt Nam xã A",
        ),
        (Layout.FRONT, "phu_nu", "Hội Liên hiệp Phụ nữ", ("Ủy ban MTTQ Việt Nam", "xã A"), "Hội Liên hiệp Phụ nữ xã A"),
        (Layout.PARTY, "", "Đảng ủy xã A", ("Đảng bộ tỉnh B",), "Đảng ủy xã A"),
    ],
)
def test_a_letter_names_who_sends_the_report(layout, organisation, issuing, superior, sender) -> None:
    header = {"issuing_body": (issuing,), "superior_body": superior, "organisation": organisation}

    assert sender_of(a_report(layout, header=header)) == sender


async def test_two_processes_send_each_mail_once(post: Post) -> None:
    await post.mails("a@example.vn", "b@example.vn")
    await run_job(SEND, post.database, post.context, post.world.now)
    await run_job(SEND, post.database, post.context, post.world.now)
    await post.delivers()

    assert sorted(mail["To"] for mail in post.smtp.mails) == ["a@example.vn", "b@example.vn"]


async def test_a_server_that_is_busy_is_tried_again_and_no_mail_is_doubled(post: Post) -> None:
    await post.mails()
    await post.runs()
    post.smtp.refusals["RCPT"] = "450 mailbox busy"
    await post.delivers()
    post.smtp.refusals.clear()
    await post.delivers()

    assert len(post.smtp.mails) == 1


async def test_an_address_that_is_refused_is_told_to_the_officer_once_and_may_be_tried_again(post: Post) -> None:
    post.smtp.refusals["RCPT"] = "550 no such user"
    await post.mails()
    await post.runs()
    await post.delivers()
    for _ in range(2):
        await run_job(TELL, post.database, JobContext(), post.world.now)
    told = await post.told()
    post.smtp.refusals.clear()
    again = await post.mails()
    await post.runs()
    await post.delivers()

    assert told.count("report-mail-failed") == 1
    assert (again, len(post.smtp.mails)) == (1, 1)


async def test_what_was_returned_meanwhile_is_not_sent(post: Post) -> None:
    await post.mails()
    post.world.advance(minutes=1)
    await post.does(post.binh, deciding.give_back, note="Sai số liệu")
    await post.does(post.lan, deciding.submit)
    await post.does(post.binh, deciding.approve)
    await post.runs()
    await post.delivers()

    assert post.smtp.mails == []
    assert "report-dispatch-failed" in await post.told()
    assert (await post.row()).state is ReportState.APPROVED


async def test_only_an_approved_report_is_sent_and_only_by_its_officers(post: Post) -> None:
    stranger = await post.world.officer("Xa", unit="19870")
    reader = await post.world.officer("Đọc", roles=(Role.PARTY_READER,))
    wanted = {"way": sending.BY_EMAIL, "recipients": [PARTY]}

    for who in (stranger, reader):
        with pytest.raises(NotAllowed):
            await post.does(who, sending.ask_for, **wanted)
    await post.does(post.binh, deciding.give_back, note="Sửa")
    with pytest.raises(StepNotAllowed):
        await post.mails()


async def test_links_come_to_whoever_asked_and_the_recipient_is_recorded(post: Post) -> None:
    chat = await post.world.chat(officer_id=post.lan)
    whom = "Văn phòng Đảng ủy"
    await post.does(
        post.lan, sending.ask_for, way=sending.BY_LINK, recipients=[whom], formats=("pdf",), conversation_id=chat
    )
    await post.runs()

    said = await post.world.last_words(chat)
    assert "https://nghedan.example.vn/f/" in said
    assert whom in said
    assert await post.ways() == [("link", whom)]
    assert timedelta(days=LINKS_LAST_DAYS) == LASTS


async def test_a_file_too_large_for_a_mail_goes_as_a_link() -> None:
    class Files:
        async def read(self, file_id: int) -> tuple[bytes, str]:
            return (b"x" * (ATTACHED_MAX_BYTES + 1 if file_id == 2 else 10)), "application/pdf"

    class Links:
        def link(self, file_id: int, name: str) -> str:
            return f"https://example.vn/f/{file_id}/{name}"

    async with SmtpServer() as smtp:
        server = Server("127.0.0.1", smtp.port, "nghedan@example.vn", security="none")
        channel = EmailChannel(server, subject="Tin", links=Links(), files=Files())
        sent = tuple(OutgoingFile(id, FileKind.DOCUMENT, f"{id}.pdf") for id in (1, 2))
        await channel.send(Outbound("1.0", PARTY, "Kính gửi", files=sent))

    mail = smtp.mails[0]
    assert [part.get_filename() for part in mail.iter_attachments()] == ["1.pdf"]
    assert "https://example.vn/f/2/2.pdf" in mail.get_body().get_content()


async def test_a_paper_is_recorded_with_its_day_and_twice_is_refused(post: Post) -> None:
    day = date(2026, 11, 16)
    await post.does(post.lan, sending.record_paper, recipient=" Thường trực  Đảng ủy ", day=day)
    with pytest.raises(Refused):
        await post.does(post.lan, sending.record_paper, recipient="Thường trực Đảng ủy", day=day)

    async with post.database.read() as db:
        papers = (await db.execute(select(schema.report_handover.c.recipient, schema.report_handover.c.day))).all()
    assert [tuple(one) for one in papers] == [("Thường trực Đảng ủy", day)]
    assert (await post.row()).state is ReportState.SENT
