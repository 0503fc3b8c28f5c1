"""Calendar, head, new figures and corrections of reports in chat: by a body's own officers and by administrators."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from actions.reports import life
from actions.reports.calendar import line_of
from actions.reports.compiling import Wish, compile_report
from actions.reports.editing import paragraphs
from actions.reports.life import ReportChange
from domain.reporting import PARTS, ReportKind, ReportState, days, usual_rule
from domain.roles import SYSTEM, Role
from scheduler.job import JobContext
from scheduler.running import run_job
from scheduler.schedule import job_named
from storage import report_bodies
from storage import reports as store
from storage.database import Database
from tests.handlers.test_reports import hired
from tests.support.looking import looking_at
from tests.support.talk import House, Person, TestClock
from tests.support.units import load_units

NOW = datetime(2026, 11, 17, 2, tzinfo=UTC)
COMMUNE = "19867"


@pytest.fixture
async def house(database: Database) -> House:
    await load_units(database)
    return House(database, clock=TestClock(NOW))


async def line(house: House, kind: ReportKind):
    async with looking_at(house.database) as db:
        return await line_of(db, COMMUNE, "", kind, NOW.date())


async def a_report(house: House) -> int:
    wish = Wish(usual_rule(ReportKind.MONTH), COMMUNE, "", days(date(2026, 10, 15), date(2026, 11, 14)))
    async with looking_at(house.database) as db:
        compiled = await compile_report(db, wish, now=NOW)
    async with house.database.begin() as db:
        row = await life.store_compiled(db, wish, compiled, due_on=date(2026, 11, 19), now=NOW)
    assert row is not None
    return row.id


async def says_all(chat: Person, *answers: str) -> Person:
    for answer in answers:
        await chat.says(answer)
    return chat


# --- The calendar -------------------------------------------------------------------------------------------------------


async def test_an_officer_looks_at_the_calendar_and_switches_a_report_on_and_off(house: House) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))

    await lan.says("báo cáo")
    await lan.taps("Lịch báo cáo")
    assert "Lịch báo cáo của Mặt trận xã Quảng Điền" in lan.text
    assert "15/11/2026 đến 14/12/2026" in lan.text
    await lan.taps("Báo cáo tuần tình hình Nhân dân")
    assert "không tự tổng hợp" in lan.text
    await lan.taps("Bật")
    on = await line(house, ReportKind.WEEK)
    assert "Đơn vị đã tự đặt lịch này" in lan.text
    await lan.taps("Tắt")
    off = await line(house, ReportKind.WEEK)
    await lan.taps("Trở về như cũ")

    usual = await line(house, ReportKind.WEEK)
    assert [(one.rule.active, one.own) for one in (on, off, usual)] == [(True, True), (False, True), (False, False)]


async def test_an_officer_changes_days_reminders_committee_and_sections(house: House) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))
    await lan.says("lịch báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")
    await lan.taps("Thay đổi")

    await says_all(lan, "1", "không", "3 ngày", "4, 2", "Ban Thường vụ Đảng ủy xã Quảng Điền", "A, b")
    assert "01/12/2026" in lan.text
    await lan.taps("Lưu")

    found = await line(house, ReportKind.MONTH)
    assert (found.rule.closing.month_day, found.rule.closing.closes_early, found.rule.due_days) == (1, 0, 3)
    assert (found.rule.remind_days, found.rule.committee) == ((4, 2), "Ban Thường vụ Đảng ủy xã Quảng Điền")
    assert found.rule.parts == PARTS[ReportKind.MONTH][:2]


async def test_what_cannot_be_is_said_before_it_is_saved_and_refused_after(house: House) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))
    await lan.says("lịch báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")
    await lan.taps("Thay đổi")

    await says_all(lan, "41")
    assert "trong khoảng đã nêu" in lan.text
    await says_all(lan, "15", "không", "-3", "khong")
    await lan.taps("Giữ nguyên")
    await lan.taps("Như thông lệ")
    assert "Hạn gửi phải sau ngày chốt số liệu" in lan.text
    await lan.taps("Lưu")

    assert "Hạn gửi phải sau ngày chốt số liệu" in lan.text
    assert not (await line(house, ReportKind.MONTH)).own


async def test_a_party_reader_changes_nothing(house: House) -> None:
    reader = await hired(house, "doc", (Role.PARTY_READER,))

    await reader.says("lịch báo cáo")
    assert "Lịch báo cáo của" not in reader.text
    await reader.taps_choice(f"!report-line-switch={COMMUNE}-mttq-tuan")

    assert not (await line(house, ReportKind.WEEK)).own


# --- Heads --------------------------------------------------------------------------------------------------------------


async def test_an_officer_names_the_signatory_and_the_recipients(house: House) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))
    await lan.says("ký báo cáo")
    assert "chưa nhập" in lan.text
    await lan.taps("Đổi người ký")
    await lan.taps("Cấp phó ký thay")
    await says_all(lan, "Ban Thường trực", "Chủ tịch", "Phó Chủ tịch", "Lê Thị Hoa")
    await lan.taps("Lưu")
    assert "Lê Thị Hoa" in lan.text

    await lan.taps("Đổi nơi nhận")
    await lan.taps("Giữ nguyên")
    await lan.says("- Ban Thường vụ Đảng ủy xã (để báo cáo);\n- UBND xã")
    await lan.taps("Như thông lệ")
    await lan.taps("Lưu")

    async with looking_at(house.database) as db:
        kept = await report_bodies.body_of(db, COMMUNE, "")
    assert kept is not None
    assert (kept.signing_form, kept.board, kept.for_whom) == ("for-the-head", "Ban Thường trực", "Chủ tịch")
    assert (kept.post, kept.signer, kept.committee) == ("Phó Chủ tịch", "Lê Thị Hoa", "")
    assert kept.recipients == [["Ban Thường vụ Đảng ủy xã", "để báo cáo"], ["UBND xã", ""]]


async def test_an_administrator_sets_any_bodys_numbers(house: House) -> None:
    admin = await hired(house, "quan", (Role.ADMINISTRATOR,))
    await admin.says("ký báo cáo")
    assert "xã, phường" in admin.text.lower()
    await admin.says("Quảng Điền Huế")
    await admin.taps("Xã Quảng Điền")
    await admin.taps("Mặt trận")
    await admin.taps("Đổi ký hiệu")
    await says_all(admin, "BC-UB", "Quảng Điền", "12")
    await admin.taps("Lưu")

    async with looking_at(house.database) as db:
        kept = await report_bodies.body_of(db, COMMUNE, "")
    assert kept is not None
    assert (kept.symbol, kept.place, kept.next_number) == ("BC-UB", "Quảng Điền", 12)


# --- New figures and corrections ------------------------------------------------------------------------------------------


async def test_figures_are_taken_again_by_a_button_and_the_clock(house: House) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))
    id = await a_report(house)
    await lan.says("báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")

    await lan.taps("Tổng hợp lại số liệu")
    assert "trong ít phút" in lan.text
    await run_job(job_named("recompile-reports"), house.database, JobContext(), NOW)

    await lan.look()
    assert "các số tổng không thay đổi" in lan.text
    async with looking_at(house.database) as db:
        steps = [event.step for event in await store.events(db, id)]
    assert steps == ["compile", "recompile"]


async def test_a_report_that_was_sent_is_corrected_by_a_button(house: House) -> None:
    lan = await hired(house, "lan", (Role.OFFICER,))
    id = await a_report(house)
    by = ReportChange(SYSTEM, NOW)
    async with house.database.begin() as db:
        row = await life.submit(db, await store.report_by_id(db, id), by)
        await store.change_report(db, row, now=NOW, state=ReportState.APPROVED.value)
        await life.record_sending(db, await store.report_by_id(db, id), by, way="paper", recipients=["Đảng ủy xã"])
    await lan.says("báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")

    await lan.taps("Đính chính")
    await lan.says("Sai tên đường ở mục II")
    assert "bản đính chính" in lan.text.lower()
    await lan.taps("Xem báo cáo")
    assert "Đã tổng hợp" in lan.text

    async with looking_at(house.database) as db:
        new = await store.report_of(db, ReportKind.MONTH, COMMUNE, "", date(2026, 10, 15), date(2026, 11, 14))
        value = await life.value_of(db, new)
    assert (new.revision, new.corrects_id, new.state) == (2, id, ReportState.COMPILED)
    assert "Sai tên đường ở mục II" in value.header.corrects
    assert paragraphs(value)
