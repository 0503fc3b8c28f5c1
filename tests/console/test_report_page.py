"""A report's page: one link, one device; words saved or shown again; figures and documents; nothing leaks."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from sqlalchemy import select

from actions.reports import life
from actions.reports.editing import paragraphs
from actions.reports.life import ReportChange
from domain.errors import NotFound
from domain.kinds import Kind
from domain.reporting import ReportState
from domain.roles import Role
from storage import accounts, officers, schema
from storage import reports as store
from storage.database import Database
from tests.actions.world import World
from tests.console.report_case import Desk
from tests.support.looking import looking_at
from tests.support.talk import MONDAY, TestClock


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    async with Desk(database, TestClock(MONDAY), email=True, public=True) as made:
        yield made


async def edits(desk: Desk, row, officer: int, texts: dict[str, str], reason: str = "") -> None:
    async with desk.database.begin() as db:
        actor = await officers.actor_of(db, officer)
        fresh = await store.report_by_id(db, row.id, for_update=True)
        await life.edit(db, fresh, ReportChange(actor, desk.clock()), texts, reason=reason)


# --- The link ---------------------------------------------------------------------------------------------------------


async def test_a_link_opens_once_on_one_device_and_looking_at_it_opens_nothing(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    link = await desk.link(row, lan)
    preview, phone, computer = desk.device(), desk.device(), desk.device()

    looked = await preview.get(link)
    opened = await phone.post(link)
    other = await computer.post(link)
    elsewhere = await computer.get(opened.url.path)

    assert (looked.status, opened.status) == (200, 200)
    assert "Mở báo cáo trên máy này" in await looked.text()
    assert (other.status, elsewhere.status) == (410, 404)
    refused = await other.text()
    assert "đã được mở trên một máy" in refused
    assert "Nhắn “báo cáo”" in refused
    assert 'href="/officer"' in refused


async def test_neither_token_nor_cookie_is_kept(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    link = await desk.link(row, lan)
    phone = desk.device()
    await phone.post(link)
    cookie = next(iter(phone.session.cookie_jar))

    async with looking_at(desk.database) as db:
        page = (await db.execute(select(schema.report_page))).one()

    assert link.rpartition("/")[2] not in set(page)
    assert cookie.value not in set(page)
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


@pytest.mark.parametrize("over", ["before", "after"])
async def test_a_link_ends_after_a_day_and_an_open_page_a_day_later(desk: Desk, over: str) -> None:
    row, lan = await desk.report(), await desk.account()
    link = await desk.link(row, lan)
    phone = desk.device()
    if over == "after":
        address = (await phone.post(link)).url.path
        desk.clock.advance(hours=25)
        answer = await phone.get(address)
    else:
        desk.clock.advance(hours=25)
        answer = await phone.post(link)

    assert answer.status == 410


async def test_a_new_link_ends_the_one_before_it_that_nobody_opened(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    first, second = await desk.link(row, lan), await desk.link(row, lan)

    assert (await desk.device().post(first)).status == 410
    assert (await desk.device().post(second)).status == 200


@pytest.mark.parametrize("taken", ["account", "scope", "chat"])
async def test_the_page_closes_with_the_officers_access(desk: Desk, taken: str) -> None:
    row, lan = await desk.report(), await desk.account()
    chat = await World(desk.database).chat(officer_id=lan)
    browser = await desk.opened(row, lan, chat=chat)
    async with desk.database.begin() as db:
        if taken == "account":
            await accounts.disable(db, lan, at=desk.clock())
        elif taken == "scope":
            await db.execute(schema.officer_scope.update().values(unit_code="19870"))
        else:
            await accounts.give_chat(db, chat, None)

    await browser.press("save", t__mood="Viết sau khi mất quyền.")

    assert browser.status == 403
    assert "không còn quyền" in browser.html
    assert "Viết sau khi mất quyền." in browser.html  # handed back, to be copied
    assert paragraphs(await desk.value(row))["mood"].text == ""


async def test_a_reader_of_the_party_committee_and_another_commune_get_no_link(desk: Desk) -> None:
    row = await desk.report()
    reader, stranger = await desk.account("Đọc", Role.PARTY_READER), await desk.account("Xa", unit="19870")

    for officer in (reader, stranger):
        with pytest.raises(NotFound):
            await desk.link(row, officer)


async def test_a_form_of_another_site_or_without_the_pages_mark_changes_nothing(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    browser = await desk.opened(row, lan)
    data = browser.fields() | {"do": "submit"}

    foreign = await browser.client.post(browser.address, data=data, headers={"Sec-Fetch-Site": "cross-site"})
    unmarked = await browser.client.post(browser.address, data=data | {"mark": "0" * 40})

    assert (foreign.status, unmarked.status) == (403, 404)
    assert (await desk.row(row)).state is ReportState.COMPILED


async def test_every_answer_is_closed_to_other_sites_and_runs_no_script(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    browser = await desk.opened(row, lan)

    policy = browser.headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'none'" in policy
    assert browser.headers["Cache-Control"] == "no-store"
    assert "<script" not in browser.html
    assert "style=" not in browser.html


# --- Words ------------------------------------------------------------------------------------------------------------


async def test_what_is_typed_is_saved_and_untouched_paragraphs_stay(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    browser = await desk.opened(row, lan)
    before = paragraphs(await desk.value(row))

    await browser.press("save", t__mood="Nhân dân phấn khởi.")

    after = paragraphs(await desk.value(row))
    assert "Đã lưu 1 đoạn" in browser.html
    assert {id for id in after if after[id] != before[id]} == {"mood"}
    assert after["mood"].text == "Nhân dân phấn khởi."


async def test_a_changed_figure_without_a_reason_is_shown_again_and_the_rest_is_saved(desk: Desk) -> None:
    world = World(desk.database)
    lan = await desk.account()
    world.now = MONDAY.replace(day=3)
    await world.file()
    row = await desk.report()
    browser = await desk.opened(row, lan)
    text = paragraphs(await desk.value(row))["received"].text
    other = text.replace("01 lượt ý", "02 lượt ý")

    await browser.press("save", t__mood="Nhân dân phấn khởi.", t__received=other)
    refused = browser.html
    await browser.press("save", r__received="Thêm một ý kiến bằng giấy")

    figures = {figure.key: figure for figure in (await desk.value(row)).figures}
    assert other != text
    assert "Số liệu trong đoạn này được sửa" in refused
    assert other in refused
    assert "<s>01</s> → <b>02</b>" in refused
    assert (figures["received"].value, figures["received"].change.reason) == (2, "Thêm một ý kiến bằng giấy")
    assert paragraphs(await desk.value(row))["mood"].text == "Nhân dân phấn khởi."


async def test_a_reason_can_be_worded_anew_under_a_figure_that_stays(desk: Desk) -> None:
    world = World(desk.database)
    lan = await desk.account()
    world.now = MONDAY.replace(day=3)
    await world.file()
    row = await desk.report()
    browser = await desk.opened(row, lan)
    text = paragraphs(await desk.value(row))["received"].text
    await browser.press("save", t__received=text.replace("01 lượt ý", "02 lượt ý"), r__received="Giấy")

    await browser.press("save", r__received="Thêm một ý kiến bằng giấy", t__mood="Phấn khởi.")

    figures = {figure.key: figure for figure in (await desk.value(row)).figures}
    assert "Đã lưu 2 đoạn" in browser.html
    assert (figures["received"].value, figures["received"].change.reason) == (2, "Thêm một ý kiến bằng giấy")


async def test_two_who_change_one_paragraph_see_both_and_the_second_decides(desk: Desk) -> None:
    row, lan, minh = await desk.report(), await desk.account(), await desk.account("Minh")
    one, two = await desk.opened(row, lan), await desk.opened(row, minh)
    opening = one.fields()["t.opening"]

    await one.press("save", t__mood="Lan viết.")
    await two.press("save", t__mood="Minh viết.", t__opening=f"{opening} Kính báo cáo.")
    told, after = two.html, paragraphs(await desk.value(row))
    await two.press("save")

    assert two.status == 200
    assert "Người khác vừa sửa đoạn này" in told
    assert "Lan viết." in told
    assert "Minh viết." in told
    assert (after["mood"].text, after["opening"].text) == ("Lan viết.", f"{opening} Kính báo cáo.")
    assert paragraphs(await desk.value(row))["mood"].text == "Minh viết."


async def test_words_typed_into_a_report_that_was_submitted_meanwhile_are_handed_back(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    browser, other = await desk.opened(row, lan), await desk.opened(row, lan)
    await other.press("submit")

    await browser.press("save", t__mood="Viết muộn.")

    assert browser.status == 409
    assert "Viết muộn." in browser.html
    assert "chưa lưu vào báo cáo" in browser.html


async def test_a_form_larger_than_any_report_is_refused_politely(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    browser = await desk.opened(row, lan)

    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await browser.client.post(browser.address, data=BytesIO(b"t.mood=" + b"x" * 3_000_000), headers=kind)

    assert answer.status == 413
    assert "quá lớn" in await answer.text()


async def test_markup_in_a_paragraph_is_shown_as_text(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    browser = await desk.opened(row, lan)
    answer = await browser.client.post(
        browser.address, data=browser.fields() | {"do": "save", "t.mood": "</textarea><script>alert(1)</script>"}
    )

    assert "<script>" not in await answer.text()


# --- Figures ----------------------------------------------------------------------------------------------------------


async def test_a_figure_lists_its_cases_and_a_confidential_one_is_counted_alone(desk: Desk) -> None:
    world = World(desk.database)
    lan = await desk.account()
    world.now = MONDAY.replace(day=3)
    open_case = await world.file()
    secret = await world.file("Tôi tố cáo ông B nhận tiền", kind=Kind.DENUNCIATION, confidential=True)
    browser = await desk.opened(await desk.report(), lan)

    page = browser.html
    await browser.get(f"{browser.address}/figure/received")

    for shown in (page, browser.html):
        assert open_case.code in shown
        assert "Điện, nước sạch" in shown
        assert "1 trường hợp thuộc diện bảo mật" in shown
        assert secret.code not in shown
        assert "nhận tiền" not in shown


async def test_a_figure_that_is_not_there_and_a_stranger_get_nothing(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    browser = await desk.opened(row, lan)
    stranger = desk.device()

    missing = await browser.client.get(f"{browser.address}/figure/nothing")
    foreign = await stranger.get(f"{browser.address}/files/pdf")

    assert (missing.status, foreign.status) == (404, 404)


@pytest.mark.slow
async def test_documents_come_as_the_report_reads_now(desk: Desk) -> None:
    row, lan = await desk.report(), await desk.account()
    browser = await desk.opened(row, lan)

    pdf = await browser.client.get(f"{browser.address}/files/pdf")
    docx = await browser.client.get(f"{browser.address}/files/docx")

    assert (await pdf.read()).startswith(b"%PDF-")
    assert pdf.headers["Content-Disposition"].startswith("inline")
    assert (await docx.read()).startswith(b"PK")
    assert docx.headers["Content-Disposition"].startswith("attachment")
