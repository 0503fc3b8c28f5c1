"""The page for everybody: narrow and wide, large letters, keyboard, screen reader, dark, still, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from conversation.messages import Button
from tests.browser import scripted_bot
from tests.browser.conftest import DESK, PHONE
from tests.channels.webchat_double import a_line, out

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
SIZES = {
    "narrow": {"width": 320, "height": 568},
    "phone": PHONE,
    "across": {"width": 740, "height": 360},
    "tablet": {"width": 820, "height": 1180},
    "desk": DESK,
}
every_size = pytest.mark.parametrize("viewport", SIZES.values(), ids=SIZES.keys())


async def a_full_conversation(there, path="/"):
    """Bring everything on the screen that a conversation can hold."""
    await there.greeted(path)
    await there.says("Đường ngập " + "nước" * 60 + " https://example.vn/" + "a" * 120)
    await there.kept(1)
    photos = [
        {"name": f"anh{number}.jpg", "mimeType": "image/jpeg", "buffer": scripted_bot.a_photo(number)}
        for number in range(4)
    ]
    await there.page.set_input_files("#files", photos)
    await there.page.click(".send")
    await there.hears("đã nhận 4 ảnh")
    many = [[Button(f"Xã số {number} có tên rất dài, tỉnh Thừa Thiên Huế", f"u:{number}")] for number in range(12)]
    await there.ports.tell(
        there.address,
        out("Ảnh sau khi sửa", pictures=3),
        out("Chọn nơi", *many, [Button("Trước", "p"), Button("Sau", "n"), Button("Thôi", "c", "danger")]),
        out("Gửi vị trí được không ạ?", [Button("Đồng ý", "y", "primary")], asks_pin="Gửi vị trí"),
    )
    await there.hears("Gửi vị trí được không")
    pdf = {"name": "Đơn kiến nghị của tổ dân phố số 12.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    await there.page.set_input_files("#files", [pdf])
    await there.page.wait_for_selector(".attachments progress", state="detached")


async def overflowing(page):
    """Elements that stick out of the screen sideways."""
    return await page.evaluate(
        """() => [...document.querySelectorAll("body *")]
            .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".attachments, .sr, .menu, .drawings"))
            .filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5);
            })
            .map((one) => `${one.tagName}.${one.className}`)
            .concat(document.documentElement.scrollWidth > innerWidth ? ["page"] : [])
            .concat(document.getElementById("scroller").scrollWidth > document.getElementById("scroller").clientWidth
                ? ["scroller"] : [])"""
    )


async def findings(page):
    """What axe holds against the page, moderate or worse."""
    await page.evaluate(AXE)
    result = await page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{finding['id']} ({finding['impact']}): {node['html'][:120]}"
        for finding in result["violations"]
        if finding["impact"] in {"moderate", "serious", "critical"}
        for node in finding["nodes"]
    ]


# Size


@every_size
async def test_nothing_overflows_sideways(chat, viewport):
    async with chat(viewport) as there:
        await there.greeted()
        first = await overflowing(there.page)
        await a_full_conversation(there)

        assert (first, await overflowing(there.page)) == ([], [])


@pytest.mark.parametrize("viewport", [PHONE, {"width": 720, "height": 450}, DESK], ids=["phone", "zoomed", "desk"])
async def test_letters_twice_as_large_fit_and_everything_can_be_reached(chat, viewport):
    async with chat(viewport) as there:
        await there.greeted()
        await there.page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
        await there.says("Đèn đường hỏng")
        await there.hears("Việc này ở xã")
        log = await there.page.locator("#scroller").bounding_box()

        assert await overflowing(there.page) == []
        assert await there.page.is_visible(".send")
        assert log["height"] > viewport["height"] * 0.15


async def test_with_the_keyboard_of_a_phone_open_the_conversation_stays_readable(chat):
    async with chat({"width": 360, "height": 330}) as there:
        await there.greeted()
        await there.says("Đèn đường hỏng")
        await there.hears("Việc này ở xã")
        log = await there.page.locator("#scroller").bounding_box()

    assert log["height"] >= 150


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
async def test_whatever_can_be_tapped_is_large_enough_for_a_thumb(chat, viewport):
    async with chat(viewport) as there:
        await a_full_conversation(there)
        if viewport is PHONE:
            await there.page.click(".menu-open")
        small = await there.page.evaluate(
            """() => [...document.querySelectorAll("a, button, textarea, label.tool")]
                .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest(".text") && !one.matches(".skip, .veil"))
                .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
                .filter(([, box]) => box.height > 0 && (box.height < 43.9 || box.width < 43.9))
                .map(([html, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html}`)"""
        )

    assert small == []


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
async def test_a_range_of_days_stands_on_one_line_of_its_button(chat, viewport):
    kinds = ("Báo cáo tuần", "Báo cáo tổng hợp ý kiến, kiến nghị của cử tri và Nhân dân", "Báo cáo nhanh")
    buttons = [[Button(f"{kind} (16/11/2026 – 22/11/2026)", f"r:{kind}")] for kind in kinds]
    async with chat(viewport) as there:
        await there.greeted()
        await there.ports.tell(there.address, out("Chọn báo cáo", *buttons))
        await there.hears("Chọn báo cáo")
        lines = await there.page.eval_on_selector_all(
            ".choice .whole",
            """all => all.map((one) => { const range = document.createRange(); range.selectNodeContents(one);
                return new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size; })""",
        )
        await there.taps("Báo cáo nhanh")
        await there.kept(1)

    assert lines == [1, 1, 1]
    assert [said.text for said in there.ports.inbounds][-1] == "Báo cáo nhanh (16/11/2026 – 22/11/2026)"


# Keyboard and screen reader


async def test_everything_is_done_by_keyboard_alone(chat):
    async with chat(DESK) as there:
        await there.greeted()
        await there.page.keyboard.press("Tab")
        await there.page.keyboard.press("Enter")
        await there.page.keyboard.type("Đèn đường hỏng")
        await there.page.keyboard.press("Enter")
        await there.hears("Việc này ở xã")
        for _ in range(4):
            await there.page.keyboard.press("Shift+Tab")
            if await there.page.evaluate("() => document.activeElement.textContent.includes('Quảng Điền, TP')"):
                break
        await there.page.keyboard.press("Enter")
        await there.hears("đã đúng chưa")
        # The answer's buttons follow the tapped one.
        for _ in range(4):
            await there.page.keyboard.press("Tab")
            if await there.page.evaluate("() => document.activeElement.textContent.includes('Đúng, gửi đi')"):
                break
        await there.page.keyboard.press("Enter")
        await there.hears("Mã hồ sơ")

    assert [said.choice for said in there.ports.inbounds] == ["", "", "place", "file"]


async def test_whoever_just_types_writes_into_the_box(chat):
    async with chat(DESK) as there:
        await there.greeted()
        await there.page.click("h1")
        await there.page.keyboard.type("abc")

        assert await there.page.input_value("#text") == "abc"


async def test_the_menu_opens_and_closes_by_keyboard_and_gives_the_focus_back(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.focus(".menu-open")
        await there.page.keyboard.press("Space")
        inside = await there.page.evaluate("() => document.activeElement.closest('.menu') !== null")
        behind = await there.page.evaluate("() => document.querySelector('main').inert")
        await there.page.keyboard.press("Escape")
        await there.page.wait_for_selector(".menu", state="hidden")

        assert (inside, behind) == (True, True)
        assert await there.page.evaluate("() => document.activeElement.className") == "menu-open"


async def test_the_focus_can_be_seen_wherever_it_is(chat):
    async with chat(DESK) as there:
        await there.greeted()
        unseen = []
        for _ in range(20):
            await there.page.keyboard.press("Tab")
            unseen += await there.page.evaluate(
                """() => {
                    const one = document.activeElement;
                    const drawn = (each) => getComputedStyle(each).outlineStyle !== "none" && each.getBoundingClientRect().width;
                    return one === document.body || drawn(one) || (one.id === "files" && drawn(one.parentElement))
                        ? [] : [one.outerHTML.slice(0, 80)];
                }"""
            )

    assert unseen == []


async def test_a_screen_reader_hears_answers_once_and_not_ones_own_words(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.evaluate(
            """() => {
                window.heard = [];
                new MutationObserver((changes) => {
                    for (const change of changes)
                        for (const node of change.addedNodes)
                            if (node.nodeType === 1 && !node.closest("[aria-live=off]")) window.heard.push(node.textContent.trim());
                }).observe(document.getElementById("scroller"), { childList: true, subtree: true });
            }"""
        )
        await there.says("Đèn đường hỏng")
        await there.hears("Việc này ở xã")
        heard = await there.page.evaluate("() => window.heard.map((text) => text.split('\\n')[0])")
        role = await there.page.get_attribute("#scroller", "role")

    assert role == "log"
    assert [text for text in heard if text != "Trợ lý đang trả lời"] == ["Mặt trận:"]


# axe


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["/", "/officer"], ids=["resident", "officer"])
async def test_axe_finds_nothing(chat, viewport, scheme, path):
    async with chat(viewport, color_scheme=scheme, reduced_motion="reduce") as there:
        await there.greeted(path)
        first = await findings(there.page)
        await a_full_conversation(there, path)
        full = await findings(there.page)
        await there.page.click("#locate")
        card = await findings(there.page)
        await there.page.keyboard.press("Escape")
        await there.page.click(".remove")
        for label, word in (("Đồng ý", "Việc này ở xã"), ("Quảng Điền, TP", "đã đúng chưa"), ("gửi đi", "Mã hồ sơ")):
            await there.taps(label)
            await there.hears(word)
        receipt = await findings(there.page)

    assert (first, full, card, receipt) == ([], [], [], [])


async def test_axe_finds_nothing_without_a_script(chat):
    # axe is a script itself: the page stays as it is served because its own may not be loaded.
    async with chat(PHONE, breaks_things=True) as there:
        await there.page.route("**/*.js", lambda route: route.abort())
        await there.open()
        await there.page.click("text=Bắt đầu")
        await there.page.locator(".choice").first.wait_for()
        served = await findings(there.page)

    assert served == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [SIZES["narrow"], DESK], ids=["narrow", "desk"])
async def test_where_nothing_is_everybody_finds_back(chat, viewport, scheme):
    async with chat(viewport, color_scheme=scheme, breaks_things=True) as there:
        await there.open("/khong-co")
        found = await findings(there.page)
        width = await there.page.evaluate("document.documentElement.scrollWidth")
        await there.page.click("a.primary")
        await there.page.wait_for_selector(".line.out")

        assert (found, width) == ([], viewport["width"])


async def test_axe_would_find_something(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.evaluate("() => document.querySelector('.send').removeAttribute('aria-label')")
        found = await findings(there.page)

    assert [finding.split(" ")[0] for finding in found] == ["button-name"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_axe_finds_nothing_in_menu_viewer_and_trouble(chat, server, scheme):
    async with chat(PHONE, breaks_things=True, color_scheme=scheme, reduced_motion="reduce") as there:
        await there.greeted()
        await there.page.click(".menu-open")
        menu = await findings(there.page)
        await there.page.click(".menu-close")
        await there.ports.tell(there.address, out("Ảnh", pictures=2))
        await there.page.click(".photo >> nth=0")
        viewer = await findings(there.page)
        await there.page.keyboard.press("Escape")
        await server.stop()
        await there.says("Không có mạng")
        await there.page.wait_for_selector("#banner:has-text('Mất kết nối')")
        trouble = await findings(there.page)

    assert (menu, viewer, trouble) == ([], [], [])


# Stillness and paper


async def test_nothing_moves_for_those_who_asked_for_stillness(chat, server):
    server.ports.answer_delay_seconds = 0.5
    async with chat(reduced_motion="reduce") as there:
        await there.greeted()
        await there.says("Đèn đường hỏng")
        await there.page.wait_for_selector(".typing")
        moving = await there.page.evaluate(
            """() => document.getAnimations().filter((each) => each.effect.getComputedTiming().activeDuration > 1)
                .map((each) => each.animationName || each.transitionProperty)"""
        )

    assert moving == []


async def test_on_paper_stands_the_conversation_and_nothing_else(chat):
    async with chat(DESK) as there:
        await there.greeted()
        await there.ports.tell(there.address, *[a_line(text=f"Tin {number}") for number in range(2, 41)])
        await there.sees("Tin 40")
        await there.page.emulate_media(media="print")
        pdf = await there.page.pdf()

        assert not await there.page.is_visible("#composer")
        assert not await there.page.is_visible("#menu")
        assert await there.page.evaluate("() => document.querySelector('main').scrollHeight > 1000")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type /Page/") >= 2


# Letters


async def test_vietnamese_letters_come_from_our_own_font(chat):
    async with chat(DESK) as there:
        await there.greeted()
        faces = await there.page.evaluate(
            """async () => {
                const loading = ["400 16px", "600 16px"].map((font) => document.fonts.load(`${font} "Be Vietnam Pro"`, "Đặng ĩ ấ"));
                return (await Promise.all(loading)).map((faces) => faces.map((face) => face.status));
            }"""
        )

    assert [set(statuses) for statuses in faces] == [{"loaded"}, {"loaded"}]
