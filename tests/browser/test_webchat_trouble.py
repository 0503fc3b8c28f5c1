"""When the network, the server or the browser lets one down: nothing is lost, nothing is doubled."""

from __future__ import annotations

import pytest

from conversation.messages import Event
from tests.browser import scripted_bot
from tests.browser.conftest import PHONE, watch

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


def what_was_said(ports):
    return [said.text for said in ports.inbounds if said.event is Event.MESSAGE]


async def test_what_is_written_while_the_server_restarts_arrives_once_and_in_order(chat, server):
    async with chat(breaks_things=True) as there:
        await there.greeted()
        await there.says("Trước")
        await there.kept(1)
        await server.stop()
        for number in range(1, 4):
            await there.says(f"Trong lúc mất mạng {number}")
        await there.page.wait_for_selector("#banner:has-text('Mất kết nối')")
        waiting = await there.count(".line.pending .state use[href='#i-wait']")
        await server.start()
        await there.kept(4)
        await there.page.wait_for_selector("#banner:empty", state="attached")
        await there.says("Sau")
        await there.kept(5)

        said = ["Trước", *[f"Trong lúc mất mạng {number}" for number in range(1, 4)], "Sau"]
        assert waiting == 3
        assert what_was_said(there.ports) == said
        assert [text for text in await there.texts() if text in said] == said
        assert await there.count(".line.pending") == 0


async def test_what_the_bot_says_meanwhile_is_there_once_after_the_restart(chat, server):
    async with chat(breaks_things=True) as there:
        await there.greeted()
        await server.stop()
        there.ports.put(there.address, *[scripted_bot.out(f"Tin {number}") for number in range(60)])
        await server.start()
        await there.sees("Tin 59")

        assert (await there.texts())[1:] == [f"Tin {number}" for number in range(60)]


async def test_an_acknowledgement_lost_on_the_way_doubles_nothing(chat):
    lost = []

    def on_socket(page_side):
        server_side = page_side.connect_to_server()

        async def from_server(message):
            if '"ack"' in message and not lost:
                # Kept by the server, and the connection breaks before it can say so.
                lost.append(message)
                await page_side.close()
            elif not (lost == [] and '"lines"' in message and '"Chỉ một lần"' in message):
                page_side.send(message)

        server_side.on_message(from_server)

    async with chat(breaks_things=True) as there:
        await there.page.route_web_socket("**/chat/ws", on_socket)
        there.ports.answers = lambda inbound: []
        await there.open()
        await there.says("Chỉ một lần")
        await there.sees("Chỉ một lần")
        await there.kept(1)

        assert lost
        assert what_was_said(there.ports) == ["Chỉ một lần"]


async def test_unsent_words_survive_a_closed_page(chat, server):
    async with chat(breaks_things=True) as there:
        await there.greeted()
        await server.stop()
        await there.says("Viết lúc không có mạng")
        await there.page.close()
        await server.start()
        there.page = await there.context.new_page()
        watch(there, there.page)
        await there.open()
        await there.kept(1)
        await there.hears("Việc này ở xã")

        assert what_was_said(there.ports) == ["Viết lúc không có mạng"]


async def test_a_message_that_the_server_cannot_keep_yet_is_sent_again_by_itself(chat, server):
    async with chat() as there:
        await there.greeted()
        server.ports.refusing = 2
        await there.says("Ba lần mới được")
        await there.page.wait_for_selector(".line.pending .failed:has-text('Hiện chưa nhận được tin')")
        await there.kept(1)

        assert what_was_said(there.ports) == ["Ba lần mới được"]
        assert len(there.ports.arrivals) == 4


async def test_a_message_refused_for_good_stays_and_can_be_sent_again(chat):
    async with chat() as there:
        await there.greeted()
        # Somebody else's file: the server refuses it until it is theirs.
        await there.page.set_input_files(
            "#files", [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": scripted_bot.a_photo()}]
        )
        await there.page.wait_for_selector(".tile img")
        await there.page.wait_for_selector(".attachments progress", state="detached")
        (kept,) = there.ports.kept.values()
        owner, kept.address = kept.address, "v-somebody"
        await there.page.click(".send")
        await there.page.wait_for_selector(".line.pending .failed:has-text('không còn trên máy chủ')")
        kept.address = owner
        await there.page.click("text=Gửi lại")
        await there.hears("đã nhận 1 ảnh")

        assert await there.count(".line.pending") == 0


async def test_where_no_socket_gets_through_plain_requests_do(chat):
    async with chat(breaks_things=True) as there:
        await there.page.route_web_socket("**/chat/ws", lambda socket: socket.close())
        await there.greeted()
        await there.says("Không có socket")
        await there.hears("Việc này ở xã")
        await there.ports.tell(there.address, scripted_bot.out("Tin đến sau"))
        await there.sees("Tin đến sau")

        assert what_was_said(there.ports) == ["Không có socket"]
        assert await there.page.inner_text("#banner") == ""


async def test_a_lost_cookie_brings_a_fresh_chat_instead_of_a_dead_one(chat):
    async with chat(breaks_things=True) as there:
        await there.greeted()
        await there.context.clear_cookies()
        await there.page.evaluate("() => dispatchEvent(new Event('offline'))")
        await there.page.wait_for_event("load")
        await there.page.wait_for_selector(".line.out")

    assert len({said.address for said in there.ports.inbounds}) == 2


async def test_what_is_written_without_a_network_waits_in_sight_and_arrives_once(chat):
    async with chat(breaks_things=True) as there:
        await there.greeted()
        await there.context.set_offline(True)
        await there.page.evaluate("() => dispatchEvent(new Event('offline'))")
        await there.says("Viết trong hầm")
        await there.page.wait_for_selector(".line.pending .state use[href='#i-wait']")
        await there.page.wait_for_selector("#banner:has-text('Mất kết nối')")
        before = what_was_said(there.ports)
        await there.context.set_offline(False)
        await there.kept(1)
        await there.hears("Việc này ở xã")

        assert before == []
        assert what_was_said(there.ports) == ["Viết trong hầm"]
        assert await there.count(".line.in") == 1


async def test_on_a_slow_network_nothing_is_doubled(chat):
    async with chat() as there:
        await there.greeted()
        wire = await there.context.new_cdp_session(there.page)
        await wire.send("Network.enable")
        slow = {"offline": False, "latency": 1200, "downloadThroughput": 6_000, "uploadThroughput": 6_000}
        await wire.send("Network.emulateNetworkConditions", slow)
        photo = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": scripted_bot.a_photo()}
        await there.page.set_input_files("#files", [photo])
        await there.says("Ảnh đi chậm")
        await there.page.wait_for_selector("#note:has-text('ảnh')")
        await there.page.press("#text", "Enter")
        await there.kept(1)
        await there.hears("đã nhận 1 ảnh")

        assert what_was_said(there.ports) == ["Ảnh đi chậm"]


async def test_a_photo_cut_off_on_its_way_goes_up_when_the_network_is_back(chat):
    cut = []

    async def cut_off(route):
        if cut:
            await route.continue_()
        else:
            cut.append(route.request.url)
            await route.abort("connectionreset")

    photo = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": scripted_bot.a_photo()}
    async with chat(breaks_things=True) as there:
        await there.greeted()
        await there.page.route("**/chat/files", cut_off)
        await there.page.set_input_files("#files", [photo])
        await there.page.wait_for_selector("button.tile")
        said = await there.page.inner_text("#note")
        await there.page.evaluate("() => dispatchEvent(new Event('offline'))")
        await there.page.wait_for_selector("button.tile", state="detached")
        await there.page.click(".send")
        await there.hears("đã nhận 1 ảnh")

        assert "chưa" in said
        assert len(cut) == 1


@pytest.mark.parametrize(("status", "expected"), [(413, "lớn"), (429, "chưa"), (500, "chưa"), (502, "chưa")], ids=str)
async def test_what_a_proxy_answers_to_a_photo_is_told_in_plain_words(chat, status, expected):
    # A proxy speaks HTML and English, and our own words never arrive.
    photo = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": scripted_bot.a_photo()}
    async with chat(breaks_things=True) as there:
        await there.greeted()
        await there.page.route(
            "**/chat/files",
            lambda route: route.fulfill(status=status, content_type="text/html", body="<h1>Refused</h1>"),
        )
        await there.page.set_input_files("#files", [photo])
        await there.page.wait_for_selector("button.tile")
        said = await there.page.inner_text("#note")

        assert expected in said
        assert "Refused" not in said


async def test_going_back_returns_to_the_same_conversation(chat):
    async with chat() as there:
        await there.greeted()
        await there.says("Đèn đường hỏng")
        await there.hears("Việc này ở xã")
        await there.page.goto("about:blank")
        await there.page.go_back()
        await there.sees("Đèn đường hỏng")
        await there.says("Ngõ 12")
        await there.kept(2)

        assert what_was_said(there.ports) == ["Đèn đường hỏng", "Ngõ 12"]


# Without JavaScript


async def test_without_javascript_the_conversation_can_be_read_and_continued(chat):
    async with chat(java_script_enabled=False) as there:
        await there.open()
        await there.page.click("text=Bắt đầu")
        await there.page.locator("text=Kính chào ông/bà!").wait_for()
        await there.page.fill("#text", "Đèn đường hỏng")
        await there.page.click(".send")
        await there.page.locator("text=Việc này ở xã").wait_for()
        await there.page.click("button.choice:has-text('Xã Quảng Điền')")
        await there.page.locator("text=Tôi ghi lại như sau").wait_for()

        assert what_was_said(there.ports) == ["Đèn đường hỏng", "Xã Quảng Điền, TP. Huế"]
        assert await there.page.locator(".choice.chosen").inner_text() == "Xã Quảng Điền, TP. Huế\n(đã chọn)"
        await there.page.locator("a:has-text('Tải lại')").wait_for()


async def test_without_javascript_photos_travel_and_the_menu_opens(chat):
    photo = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": scripted_bot.a_photo()}
    async with chat(java_script_enabled=False) as there:
        await there.open()
        await there.page.set_input_files("#files", [photo])
        await there.page.click(".send")
        await there.page.locator("text=Tôi đã nhận 1 ảnh").wait_for()
        await there.page.click(".menu-open")
        await there.page.click("text=Tôi đã có mã hồ sơ")
        await there.page.locator("text=Ông/bà gõ mã hồ sơ").wait_for()

    assert what_was_said(there.ports) == ["", "Tra cứu"]


async def test_without_javascript_nothing_that_needs_it_is_offered_and_nothing_overflows(chat):
    async with chat(PHONE, java_script_enabled=False) as there:
        await there.open()
        await there.page.click("text=Bắt đầu")
        await there.page.locator(".line.out").wait_for()
        boxes = [await box.bounding_box() for box in await there.page.locator("button:visible, a:visible").all()]

        assert not await there.page.locator("#locate").is_visible()
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes if box)


async def test_words_that_the_server_erased_stay_where_they_were_said(chat):
    async with chat() as there:
        await there.greeted()
        there.ports.erasing = "Xóa hết đi"
        await there.says("Xóa hết đi")
        await there.page.wait_for_selector(".line.pending.taken")
        await there.says("Sau")
        await there.kept(1)

        said = [text for text in await there.texts() if text in {"Xóa hết đi", "Sau"}]
        last = (await there.texts())[-1]
        assert said == ["Xóa hết đi", "Sau"]
        assert "Xóa hết đi" not in last


async def test_what_the_server_erased_leaves_every_page_that_shows_it(chat):
    async with chat() as there:
        await there.greeted()
        await there.says("Đường hỏng")
        await there.sees("Đường hỏng")
        other = await there.context.new_page()
        await other.goto(there.server.url)
        await other.locator(".line.in .text", has_text="Đường hỏng").wait_for()
        there.ports.erasing, there.ports.forgetting = "Xóa sạch đi", True

        await there.says("Xóa sạch đi")

        for page in (there.page, other):
            await page.locator(".line.out .text", has_text="Tôi đã xóa").wait_for()
            await page.wait_for_function("() => document.querySelectorAll('.line.in').length === 0")
