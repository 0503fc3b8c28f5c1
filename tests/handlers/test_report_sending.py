"""How a report goes out, in chat: its number with a day or left blank, e-mail, links, paper; and the way to its page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from domain.reporting import ReportState
from domain.roles import Role
from scheduler.job import JobContext
from scheduler.running import run_job
from scheduler.schedule import job_named
from storage import emails, report_bodies, report_ways, schema
from storage import reports as store
from storage.blobs import BlobStore
from storage.database import Database
from tests.handlers.test_reports import NOW, a_report, hired
from tests.support.looking import looking_at
from tests.support.talk import House, Person, TestClock
from tests.support.units import load_units


@pytest.fixture
async def house(database: Database) -> House:
    await load_units(database)
    made = House(database, clock=TestClock(NOW))
    made.services = replace(made.services, public_url="https://nghedan.example.vn", email=True)
    return made


async def approved(house: House) -> tuple[Person, int]:
    lan, binh = await hired(house, "lan", (Role.OFFICER,)), await hired(house, "binh", (Role.LEADER,))
    id = await a_report(house)
    await lan.says("báo cáo")
    await lan.taps("Báo cáo công tác Mặt trận tháng")
    await lan.taps("Trình duyệt")
    await binh.look()
    await binh.taps("Xem báo cáo")
    await binh.taps("Duyệt")
    await lan.look()
    await lan.taps("Xem báo cáo")
    return lan, id


async def row(house: House, id: int) -> Any:
    async with looking_at(house.database) as db:
        return await store.report_by_id(db, id)


async def test_a_number_by_hand_is_asked_with_its_day(house: House) -> None:
    lan, id = await approved(house)

    await lan.taps("Vào sổ")
    await lan.says("số 045")
    await lan.says("16/11")

    found = await row(house, id)
    assert (found.number, found.dated, found.state) == (45, date(2026, 11, 16), ReportState.NUMBERED)
    assert "Số 45/" in lan.text


async def test_a_number_may_be_left_blank_and_the_report_goes_out_all_the_same(house: House) -> None:
    lan, id = await approved(house)

    await lan.taps("Vào sổ")
    await lan.taps("Để trống")
    blank = lan.text
    await lan.taps("Gửi báo cáo")
    await lan.taps("Gửi trong ứng dụng")

    assert "để trống" in blank
    assert (await row(house, id)).number is None
    assert (await row(house, id)).state is ReportState.SENT


async def test_the_registers_next_number_is_a_button(house: House) -> None:
    async with house.database.begin() as db:
        await report_bodies.put_body(db, "19867", "", next_number=7)
    lan, id = await approved(house)

    await lan.taps("Vào sổ")
    await lan.taps("Lấy số 7")
    await lan.taps("Hôm nay")

    assert (await row(house, id)).number == 7


async def test_a_number_of_another_report_of_the_year_is_refused(house: House) -> None:
    lan, id = await approved(house)
    async with house.database.begin() as db:
        other = await store.insert_report(
            db, kind=(await store.report_by_id(db, id)).kind, unit="19867", organisation="",
            period=(await store.report_by_id(db, id)).period, due_on=None, now=NOW, revision=9,
        )  # fmt: skip
        await db.execute(
            schema.report.update().where(schema.report.c.id == other).values(number=45, dated=date(2026, 1, 5))
        )

    await lan.taps("Vào sổ")
    await lan.says("45")
    await lan.taps("Hôm nay")

    assert "đã cấp cho báo cáo khác" in lan.text
    assert (await row(house, id)).number is None


async def test_known_readers_are_mailed_by_a_button_and_others_by_their_address(house: House) -> None:
    lan, id = await approved(house)
    async with house.database.begin() as db:
        leader = await db.scalar(select(schema.officer.c.id).where(schema.officer.c.name == "binh"))
        await emails.give(db, await emails.chat_of(db, "binh@example.vn", language="vi", now=NOW), leader)

    for answer in ("Người nhận đã biết", "vanphong@example.vn; sai"):
        await lan.taps_choice(f"!report-email={id}")
        await (lan.taps(answer) if answer.startswith("Người") else lan.says(answer))
        if answer.startswith("Người"):
            await lan.taps("Word và PDF")
    refused = lan.text
    await lan.says("vanphong@example.vn")
    await lan.taps("Word, PDF và phụ lục Excel")

    async with looking_at(house.database) as db:
        asked = await report_ways.waiting_dispatches(db, limit=9)
    assert "chưa phải là địa chỉ e-mail" in refused
    assert [(one.recipient, one.formats) for one in asked] == [
        ("binh@example.vn", ["docx", "pdf"]),
        ("vanphong@example.vn", ["docx", "pdf", "xlsx"]),
    ]


async def test_without_a_mail_server_no_mail_is_offered_and_without_https_no_links(house: House) -> None:
    house.services = replace(house.services, public_url="http://127.0.0.1:8080", email=False)
    lan, id = await approved(house)

    await lan.taps("Gửi báo cáo")
    ways = lan.labels
    await lan.taps("Lấy liên kết tải")
    await lan.says("Văn phòng Đảng ủy")

    assert not [label for label in ways if "e-mail" in label]
    assert "chưa có địa chỉ công khai" in lan.text
    async with looking_at(house.database) as db:
        assert await report_ways.waiting_dispatches(db, limit=9) == []
    assert (await row(house, id)).state is ReportState.APPROVED


async def test_a_paper_is_recorded_with_whom_and_when(house: House) -> None:
    lan, id = await approved(house)

    await lan.taps("Gửi báo cáo")
    await lan.taps("Ghi đã gửi bản giấy")
    await lan.says("Thường trực Đảng ủy xã")
    await lan.says("30/2/2026")
    wrong = lan.text
    await lan.taps("Hôm nay")

    async with looking_at(house.database) as db:
        papers = await report_ways.handovers(db, id)
    assert "gõ ngày và tháng" in wrong
    assert [(one.recipient, one.day) for one in papers] == [("Thường trực Đảng ủy xã", date(2026, 11, 17))]
    assert (await row(house, id)).state is ReportState.SENT


async def test_the_page_is_given_as_a_link_whose_token_stands_in_no_table_but_the_message(house: House) -> None:
    lan, _ = await approved(house)

    await lan.taps("Xem trên trang")

    token = lan.text.partition("/report/open/")[2].split()[0]
    async with looking_at(house.database) as db:
        page = (await db.execute(select(schema.report_page))).one()
    assert lan.text.count("https://nghedan.example.vn/report/open/") == 1
    assert len(token) >= 40
    assert token not in set(page)


@pytest.mark.slow
async def test_who_lost_the_files_gets_them_again_and_a_sent_report_goes_out_again(house: House, tmp_path) -> None:
    lan, id = await approved(house)
    job, context = job_named("send-report-files"), JobContext(blobs=BlobStore(tmp_path))

    async def files_sent() -> int:
        async with looking_at(house.database) as db:
            o = schema.outbox.c
            return len((await db.execute(select(o.id).where(o.once.like("report-files/%")))).all())

    for _ in range(2):
        await lan.taps_choice(f"!report-files={id}")
        await lan.taps_choice(f"!report-files={id}")
    waiting = lan.text
    for _ in range(2):
        await run_job(job, house.database, context, house.clock())
        house.clock.advance(minutes=1)
        await lan.taps_choice(f"!report-files={id}")
    await run_job(job, house.database, context, house.clock())
    sent = await files_sent()
    await lan.taps_choice(f"!report-send={id}.{(await row(house, id)).version}")
    again = await lan.taps("Gửi lại báo cáo")

    assert "Tệp đang được soạn" in waiting
    assert sent == 3
    assert again is None or (await row(house, id)).state is ReportState.SENT


async def test_a_report_that_nobody_can_be_told_of_is_not_sent(house: House) -> None:
    lan, id = await approved(house)
    async with house.database.begin() as db:
        chat = schema.conversation
        await db.execute(chat.update().where(chat.c.address == "binh").values(unreachable_at=NOW))

    await lan.taps("Gửi báo cáo")
    await lan.taps("Gửi trong ứng dụng")

    assert "Chưa có người nhận nào" in lan.text
    assert (await row(house, id)).state is ReportState.APPROVED
