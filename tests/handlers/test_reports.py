"""Reports in chat: submitted, returned with a note, approved by button; documents come once a version."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from actions import officers
from actions.reports import life
from actions.reports.compiling import Wish, compile_report
from domain.kinds import Organisation
from domain.reporting import ReportKind, ReportState, days, usual_rule
from domain.roles import Role, Scope
from reports.wire import Format
from scheduler.job import JobContext
from scheduler.running import run_job
from scheduler.schedule import job_named
from storage import reports as store
from storage import schema
from storage.blobs import BlobStore
from storage.database import Database
from tests.handlers.test_messenger import delivered
from tests.support.looking import looking_at
from tests.support.talk import House, Person, TestClock
from tests.support.units import load_units

NOW = datetime(2026, 11, 17, 2, tzinfo=UTC)


async def hired(house: House, address: str, roles: tuple[Role, ...]) -> Person:
    """An account with a chat that is its own."""
    person = house.person(address)
    await person.says("xin chào")
    async with house.database.begin() as db:
        id = await officers.add_officer(
            db, name=address, roles=roles, scopes=[Scope("19867", Organisation.FRONT)], now=NOW
        )
        chat = schema.conversation
        await db.execute(chat.update().where(chat.c.address == address).values(officer_id=id))
    await person.look()
    return person


@pytest.fixture
async def house(database: Database) -> House:
    await load_units(database)
    return House(database, clock=TestClock(NOW))


async def a_report(house: House) -> int:
    wish = Wish(usual_rule(ReportKind.MONTH), "19867", "", days(date(2026, 10, 15), date(2026, 11, 14)))
    async with looking_at(house.database) as db:
        compiled = await compile_report(db, wish, now=NOW)
    async with house.database.begin() as db:
        row = await life.store_compiled(db, wish, compiled, due_on=date(2026, 11, 19), now=NOW)
    return row.id


async def state(house: House, id: int) -> ReportState:
    async with looking_at(house.database) as db:
        return (await store.report_by_id(db, id)).state


async def test_an_officer_submits_and_a_leader_returns_and_approves_by_buttons(house: House) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))
    binh = await hired(house, "binh", (Role.OFFICER, Role.LEADER))
    id = await a_report(house)

    await lan.says("báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")
    assert "Đã tổng hợp" in lan.text
    await lan.taps("Trình duyệt")
    assert await state(house, id) is ReportState.SUBMITTED

    await binh.look()
    assert "chờ anh/chị duyệt" in binh.text
    await binh.taps("Xem báo cáo")
    await binh.taps("Trả lại")
    await binh.says("Bổ sung đánh giá chung")
    assert await state(house, id) is ReportState.RETURNED

    await lan.look()
    assert "Bổ sung đánh giá chung" in lan.text
    await lan.taps("Xem báo cáo")
    await lan.taps("Trình duyệt")
    await binh.look()
    await binh.taps("Xem báo cáo")
    await binh.taps("Duyệt")

    assert await state(house, id) is ReportState.APPROVED


@pytest.mark.parametrize(
    "asked", ["xem báo cáo quý 3", "cho tôi xem báo cáo tháng 11", "bao cao quy", "báo cáo mới nhất đâu"]
)
async def test_who_asks_for_the_report_of_a_period_gets_the_list(house: House, asked: str) -> None:
    await a_report(house)
    lan = await hired(house, "lan", (Role.OFFICER,))

    await lan.says(asked)

    assert "chọn báo cáo" in lan.last.text


async def test_what_an_officer_reports_is_no_wish_to_see_a_report(house: House) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))

    await lan.says("báo cáo anh là đường hỏng rồi")

    assert "chọn báo cáo" not in lan.last.text


async def test_a_button_of_an_older_version_decides_nothing(house: House) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))
    id = await a_report(house)
    await lan.says("báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")
    old = next(b.choice for m in lan.heard for row in m.rows for b in row if b.label == "Trình duyệt")
    async with house.database.begin() as db:
        row = await store.report_by_id(db, id)
        await store.change_report(db, row, now=NOW)

    await lan.taps_choice(old)

    assert await state(house, id) is ReportState.COMPILED


async def test_a_resident_sees_no_report(house: House) -> None:
    id = await a_report(house)

    await house.person("an").taps_choice(f"!report={id}")

    assert await state(house, id) is ReportState.COMPILED
    async with looking_at(house.database) as db:
        replies = (await db.execute(select(schema.outbox.c.reply))).scalars().all()
    assert not [reply for reply in replies if "report-card" in reply]


@pytest.mark.slow
async def test_documents_asked_for_come_once_a_version(house: House, tmp_path) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))
    await a_report(house)
    await lan.says("báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")
    await lan.taps("Nhận tệp báo cáo")
    await lan.taps_choice("!report-files=1")
    job, context = job_named("send-report-files"), JobContext(blobs=BlobStore(tmp_path))

    first = await run_job(job, house.database, context, NOW)
    second = await run_job(job, house.database, context, NOW)

    assert (first.count, second.count, first.error) == (1, 0, "")
    async with looking_at(house.database) as db:
        files = (await db.execute(select(schema.file).order_by(schema.file.c.id))).all()
    assert {file.name.rpartition(".")[2] for file in files} == {ending.value for ending in Format}
    assert all(file.state == "stored" and file.size > 5_000 for file in files)


# --- In words, typed where a button stands ---------------------------------------------------------------------


async def _asked(house: House) -> tuple[Person, Person, int]:
    """Return an officer who has submitted a report, the leader who looks at it, and its id."""
    lan = await hired(house, "lan", (Role.OFFICER,))
    binh = await hired(house, "binh", (Role.OFFICER, Role.LEADER))
    id = await a_report(house)
    await lan.says("báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")
    await lan.taps("Trình duyệt")
    await binh.look()
    await binh.taps("Xem báo cáo")
    await delivered(house)
    return lan, binh, id


async def test_a_report_is_returned_with_the_reason_in_one_message(house: House) -> None:
    lan, binh, id = await _asked(house)
    await binh.says("trả lại vì thiếu số liệu tháng 10")
    await lan.look()

    assert await state(house, id) is ReportState.RETURNED
    assert "thiếu số liệu tháng 10" in lan.text


async def test_a_report_is_approved_in_words(house: House) -> None:
    _, binh, id = await _asked(house)
    await binh.says("đồng ý duyệt")

    assert await state(house, id) is ReportState.APPROVED


async def test_returning_without_a_reason_asks_for_one(house: House) -> None:
    _, binh, id = await _asked(house)
    await binh.says("chưa duyệt nhé")

    assert await binh.asked() == "report-return.note"
    assert await state(house, id) is ReportState.SUBMITTED


async def test_a_leader_who_asks_how_things_stand_reads_the_figures_and_finds_the_week(house: House) -> None:
    _, binh, _ = await _asked(house)
    await binh.says("tình hình thế nào rồi")

    assert "Đang mở: " in binh.text
    assert "Bản tin tuần" in binh.labels
