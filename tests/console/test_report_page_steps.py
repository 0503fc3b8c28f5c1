"""A report's page: decisions, the register, sending."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date

import pytest
from sqlalchemy import select

from actions.reports import pages
from actions.reports.editing import paragraphs
from domain.reporting import ReportState
from domain.roles import Role
from storage import report_bodies, schema
from storage import reports as store
from storage.database import Database
from tests.console.report_case import Desk
from tests.support.looking import looking_at
from tests.support.talk import MONDAY, TestClock


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    async with Desk(database, TestClock(MONDAY), email=True, public=True) as made:
        yield made


async def test_an_officer_submits_and_a_leader_returns_with_a_note_and_approves(desk: Desk) -> None:
    row, lan, binh = await desk.report(), await desk.account(), await desk.account("Bình", Role.LEADER, Role.OFFICER)
    officer, leader = await desk.opened(row, lan), await desk.opened(row, binh)

    await officer.press("submit", t__mood="Nhân dân phấn khởi.")
    await leader.get(leader.address)
    await leader.press("return", note="  ")
    refused = leader.html
    await leader.press("return", note="Bổ sung số hộ")
    assert (await desk.row(row)).state is ReportState.RETURNED
    await officer.get(officer.address)
    returned = officer.html
    await officer.press("submit")
    await leader.get(leader.address)
    await leader.press("approve")

    assert "Trả lại để sửa" in refused
    assert "lý do trả lại" in refused
    assert "Bổ sung số hộ" in returned
    assert "Đã duyệt" in leader.html
    assert (await desk.row(row)).state is ReportState.APPROVED
    assert desk.woken >= 4


async def test_an_officer_does_not_approve_and_a_leader_decides_only_on_what_they_saw(desk: Desk) -> None:
    row, lan, binh = await desk.report(), await desk.account(), await desk.account("Bình", Role.LEADER)
    officer = await desk.opened(row, lan)
    await officer.press("submit")
    leader = await desk.opened(row, binh)
    async with desk.database.begin() as db:
        fresh = await store.report_by_id(db, row.id)
        await store.change_report(db, fresh, now=desk.clock())

    await leader.press("approve")
    await officer.press("approve")

    assert leader.status == 409
    assert officer.status == 403
    assert (await desk.row(row)).state is ReportState.SUBMITTED


async def approved(desk: Desk):
    row, lan, binh = await desk.report(), await desk.account(), await desk.account("Bình", Role.LEADER)
    officer = await desk.opened(row, lan)
    await officer.press("submit")
    leader = await desk.opened(row, binh)
    await leader.press("approve")
    await officer.get(officer.address)
    return row, officer


async def test_a_number_is_given_by_hand_with_its_day_and_can_be_mended_until_sending(desk: Desk) -> None:
    row, officer = await approved(desk)

    await officer.press("number", number="45/BC-MTTQ-BTT", dated="2026-11-14")
    first = await desk.row(row)
    await officer.press("number", number="46", dated="2026-11-15")

    assert (first.number, first.dated) == (45, date(2026, 11, 14))
    assert "Đã vào sổ, số 46" in officer.html
    assert (await desk.row(row)).number == 46


@pytest.mark.parametrize(
    ("number", "day", "answer"),
    [("không", "2026-11-14", "số nguyên"), ("7", "2026-12-24", "không sau hôm nay"), ("", "2026-11-14", "bằng tay")],
)
async def test_a_number_that_cannot_be_is_refused_with_what_was_typed(
    desk: Desk, number: str, day: str, answer: str
) -> None:
    row, officer = await approved(desk)

    await officer.press("number", number=number, dated=day)

    assert answer in officer.html
    assert f'value="{day}"' in officer.html
    assert (await desk.row(row)).number is None


async def test_the_register_gives_its_next_number_when_none_is_typed(desk: Desk) -> None:
    async with desk.database.begin() as db:
        await report_bodies.put_body(db, "19867", "", next_number=7)
    row, officer = await approved(desk)

    await officer.press("number", number="", dated="2026-11-16")

    assert (await desk.row(row)).number == 7


async def test_paper_mail_and_links_are_asked_for_and_seen_in_the_story(desk: Desk) -> None:
    row, officer = await approved(desk)

    await officer.press("email", addresses="vanphong@example.vn, sai", formats="docx")
    refused = officer.html
    await officer.press("email", addresses="vanphong@example.vn", formats="pdf")
    await officer.press("link", whom="Văn phòng Đảng ủy")
    await officer.press("paper", whom="Thường trực Đảng ủy", day="2026-11-15")
    await officer.press("paper", whom="Thường trực Đảng ủy", day="2026-11-15")

    assert "chưa phải là địa chỉ e-mail" in refused
    assert "vanphong@example.vn, sai" in refused
    assert officer.status == 422
    assert "e-mail đến vanphong@example.vn: đang soạn tệp" in officer.html
    assert "Bản giấy gửi Thường trực Đảng ủy ngày 15/11/2026" in officer.html
    assert (await desk.row(row)).state is ReportState.SENT
    async with looking_at(desk.database) as db:
        sent = schema.report_dispatch.c
        asked = (await db.execute(select(sent.way, sent.formats).order_by(sent.id))).all()
    assert [tuple(one) for one in asked] == [("email", ["pdf"]), ("link", ["docx", "pdf", "xlsx"])]


async def test_the_story_tells_the_newest_first_even_of_one_moment(desk: Desk) -> None:
    _, officer = await approved(desk)

    told = officer.html.partition('class="story"')[2]
    places = [told.index(step) for step in ("Duyệt –", "Trình duyệt –", "Tổng hợp số liệu")]

    assert places == sorted(places)


async def test_closing_the_page_ends_it_on_this_device(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    browser = await desk.opened(row, lan)
    address = browser.address

    await browser.press("close")
    await browser.get(address)

    assert browser.status == 410
    assert pages.LASTS.total_seconds() > 0


async def test_a_page_that_is_open_saves_and_submits_without_reading_what_was_compiled_again(desk: Desk) -> None:
    """A province's snapshot takes a third of a second to decode: what is at hand is used."""
    row, lan = await desk.report(), await desk.account()
    browser = await desk.opened(row, lan)
    async with desk.database.begin() as db:
        content = await db.scalar(select(schema.report_snapshot.c.content))
        await db.execute(schema.report_snapshot.update().values(content=b"unreadable"))

    await browser.press("save", t__mood="Nhân dân phấn khởi.")
    saved = browser.status
    await browser.press("submit")

    assert (saved, browser.status, (await desk.row(row)).state) == (200, 200, ReportState.SUBMITTED)
    async with desk.database.begin() as db:
        await db.execute(schema.report_snapshot.update().values(content=content))
    assert paragraphs(await desk.value(row))["mood"].text == "Nhân dân phấn khởi."
