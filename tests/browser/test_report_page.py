"""A report's page in a browser: without a script, on a phone and at a desk, by keyboard, for a screen reader."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page

from actions.reports.editing import paragraphs
from channels.webchat.assets import load_assets
from storage.database import Database
from tests.actions.world import World
from tests.browser.conftest import DESK, PATIENCE_MS, PHONE
from tests.console.report_case import Desk
from tests.support.talk import MONDAY, TestClock

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
SIZES = {"narrow": {"width": 320, "height": 568}, "phone": PHONE, "desk": DESK}
every_size = pytest.mark.parametrize("viewport", SIZES.values(), ids=SIZES.keys())


@pytest_asyncio.fixture(loop_scope="session")
async def desk(sqlite_url: str) -> AsyncIterator[Desk]:
    database = Database(sqlite_url)
    async with Desk(database, TestClock(MONDAY), email=True, public=True) as made:
        yield made
    await database.close()


async def a_report(desk: Desk) -> tuple[object, int]:
    """A report with petitions behind its figures, and its officer."""
    world = World(desk.database)
    lan = await desk.account()
    world.now = MONDAY.replace(day=3)
    for text in ("Đèn đường ngõ 12 hỏng cả tháng nay", "Rác ở chợ không ai dọn", "Cống tắc, nước tràn vào nhà"):
        await world.file(text)
    return await desk.report(), lan


@asynccontextmanager
async def page_of(
    browser: Browser, desk: Desk, row, officer: int, viewport, *, script: bool = False, **options
) -> AsyncIterator[Page]:
    """Open a report's page by its link, as a person does; nobody else may be asked for anything."""
    context = await browser.new_context(viewport=viewport, java_script_enabled=script, locale="vi-VN", **options)
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    complaints: list[str] = []
    home = str(desk.server.make_url("/")).rstrip("/")
    page.on(
        "request", lambda request: None if request.url.startswith((home, "data:")) else complaints.append(request.url)
    )
    page.on("console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None)
    await page.goto(home + await desk.link(row, officer))
    await page.get_by_role("button", name="Mở báo cáo trên máy này").click()
    await page.wait_for_url("**/report/*")
    yield page
    await context.close()
    assert complaints == []


async def overflowing(page: Page) -> list[str]:
    """Elements that stick out of the screen sideways, but for tables that scroll in their own frame."""
    return await page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".table, .sr, .skip"))
            .filter((one) => { const box = one.getBoundingClientRect();
                return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5); })
            .map((one) => `${one.tagName}.${one.className}`)
            .concat(document.documentElement.scrollWidth > innerWidth ? ["page"] : [])"""
    )


async def findings(page: Page) -> list[str]:
    """What axe holds against the page, moderate or worse."""
    await page.evaluate(AXE)
    found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in found["violations"]
        if one["impact"] in {"moderate", "serious", "critical"}
    ]


@pytest.mark.walk
@pytest.mark.parametrize(
    "viewport", [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk", marks=pytest.mark.slow)]
)
async def test_a_report_is_edited_and_submitted_without_any_script(browser: Browser, desk: Desk, viewport) -> None:
    row, lan = await a_report(desk)
    async with page_of(browser, desk, row, lan, viewport) as page:
        text = await page.locator("#t-received").input_value()
        await page.locator("#t-received").fill(text.replace("03 lượt ý", "05 lượt ý"))
        await page.locator("#t-mood").fill("Nhân dân phấn khởi.")
        await page.get_by_role("button", name="Lưu và trình duyệt").click()
        refused = await page.get_by_role("alert").inner_text()
        await page.get_by_label("Lý do sửa số liệu").first.fill("Thêm hai ý kiến bằng giấy")
        await page.get_by_role("button", name="Lưu và trình duyệt").click()
        said = await page.get_by_role("status").inner_text()

    value = await desk.value(row)
    assert "Chưa trình" in refused
    assert "Đã trình duyệt" in said
    assert paragraphs(value)["mood"].text == "Nhân dân phấn khởi."
    assert next(figure.value for figure in value.figures if figure.key == "received") == 5
    assert (await desk.row(row)).state.value == "submitted"


@every_size
async def test_nothing_sticks_out_whatever_is_open(browser: Browser, desk: Desk, viewport) -> None:
    row, lan = await a_report(desk)
    async with page_of(browser, desk, row, lan, viewport, script=True) as page:
        await page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
        long = "https://example.vn/" + "a" * 200
        await page.locator("#t-mood").fill(long)
        stuck = await overflowing(page)

    assert stuck == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
async def test_axe_finds_nothing_in_any_state(browser: Browser, desk: Desk, viewport, scheme: str) -> None:
    row, lan = await a_report(desk)
    found = []
    async with page_of(browser, desk, row, lan, viewport, script=True, color_scheme=scheme, bypass_csp=True) as page:
        await page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")
        found += await findings(page)
        text = await page.locator("#t-received").input_value()
        await page.locator("#t-received").fill(text.replace("03 lượt ý", "05 lượt ý"))
        await page.get_by_role("button", name="Lưu", exact=True).click()
        await page.get_by_role("alert").wait_for()
        found += await findings(page)
        await page.goto(f"{page.url.partition('?')[0]}/figure/received")
        found += await findings(page)

    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
async def test_a_link_that_was_used_says_how_to_go_on(browser: Browser, desk: Desk, viewport, scheme: str) -> None:
    row, lan = await a_report(desk)
    context = await browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    first, second = await context.new_page(), await context.new_page()
    address = str(desk.server.make_url("/")).rstrip("/") + await desk.link(row, lan)
    for page in (first, second):
        await page.goto(address)
    offered = await findings(first)
    for page in (first, second):
        await page.get_by_role("button", name="Mở báo cáo trên máy này").click()
        await page.wait_for_load_state()
    steps = await second.locator("ol > li").all_inner_texts()
    way = await second.get_by_role("link", name="Mở trang trò chuyện của cán bộ").get_attribute("href")
    found, stuck = await findings(second), await overflowing(second)
    await context.close()

    assert (len(steps), way) == (3, "/officer")
    assert (offered, found, stuck) == ([], [], [])


async def test_the_page_is_set_in_our_own_letters(browser: Browser, desk: Desk) -> None:
    row, lan = await a_report(desk)
    async with page_of(browser, desk, row, lan, DESK, script=True) as page:
        style = await page.evaluate(
            "[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule.constructor.name"
            " === 'CSSFontFaceRule').map((rule) => rule.style.getPropertyValue('src'))"
        )

    assert len(style) == 6
    assert all("/static/fonts/be-vietnam-pro-" in source for source in style)
    assert {name for name in load_assets().files if "be-vietnam-pro" in name and name.endswith(".woff2")} >= {
        "fonts/be-vietnam-pro-vietnamese-400-normal.woff2"
    }


async def test_keys_reach_the_words_after_one_jump(browser: Browser, desk: Desk) -> None:
    row, lan = await a_report(desk)
    async with page_of(browser, desk, row, lan, DESK, script=True) as page:
        await page.keyboard.press("Tab")
        first = await page.evaluate("document.activeElement.getAttribute('href')")
        await page.keyboard.press("Enter")
        for _ in range(3):
            await page.keyboard.press("Tab")
        reached = await page.evaluate("document.activeElement.closest('main') !== null")

    assert (first, reached) == ("#main", True)
