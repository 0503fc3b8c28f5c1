"""Reading in a real browser: what came before, news, long answers, several tabs, and words that look like markup."""

from __future__ import annotations

import pytest

from channels.webchat.ports import Said
from conversation.messages import Button
from tests.browser.conftest import DESK, PHONE
from tests.channels.webchat_double import a_line, out

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
both = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])


async def test_earlier_messages_come_when_asked_and_the_place_is_kept(chat):
    async with chat() as there:
        await there.greeted()
        there.ports.put(there.address, *[a_line(text=f"Tin {number}") for number in range(2, 101)])
        await there.page.reload()
        await there.sees("Tin 100")
        await there.page.locator("#earlier").scroll_into_view_if_needed()
        before = await there.page.locator("text=Tin 61").bounding_box()
        await there.page.click("#earlier")
        await there.sees("Tin 11")
        after = await there.page.locator("text=Tin 61").bounding_box()
        await there.page.locator("#earlier").scroll_into_view_if_needed()
        await there.page.click("#earlier")
        await there.sees("Tin 2")

        assert abs(after["y"] - before["y"]) < 3
        assert await there.count("#earlier") == 0
        assert (await there.texts())[1:] == [f"Tin {number}" for number in range(2, 101)]


async def test_news_below_the_fold_are_announced_and_do_not_move_what_is_read(chat):
    async with chat(reduced_motion="reduce") as there:
        await there.greeted()
        await there.ports.tell(there.address, *[a_line(text=f"Tin {number}") for number in range(2, 31)])
        await there.sees("Tin 30")
        await there.page.evaluate("document.getElementById('scroller').scrollTop = -600")
        before = await there.page.locator("text=Tin 15").bounding_box()
        await there.ports.tell(there.address, out("Có tin mới đây"))
        await there.page.wait_for_selector("#to-latest:has-text('1 tin mới')")
        after = await there.page.locator("text=Tin 15").bounding_box()
        await there.page.click("#to-latest")
        await there.page.wait_for_selector("#to-latest", state="hidden")

        assert abs(after["y"] - before["y"]) < 3
        assert await there.page.is_visible("text=Có tin mới đây")


@both
async def test_an_answer_taller_than_the_screen_is_read_from_its_beginning(chat, viewport):
    async with chat(viewport) as there:
        await there.greeted()
        await there.ports.tell(there.address, out("Việc thứ nhất. " + "Có nhiều điều phải nói ở đây. " * 200))
        await there.page.wait_for_selector(".line.out >> text=Việc thứ nhất")
        bubble = await there.page.locator(".line.out .bubble").last.bounding_box()
        log = await there.page.locator("#scroller").bounding_box()
        await there.page.wait_for_selector("#to-latest", state="visible")
        await there.says("Tôi đọc rồi")
        await there.hears("Việc này ở xã")

        assert 0 <= bubble["y"] - log["y"] < 40
        assert await there.page.is_hidden("#to-latest")


async def test_what_came_before_ones_own_words_does_not_hide_the_answer_to_them(chat):
    async with chat() as there:
        await there.greeted()
        tall = "Có nhiều điều phải nói ở đây. " * 200
        there.ports.put(there.address, out(tall), a_line(said=Said.IN, text="Đèn hỏng"))
        await there.ports.tell(there.address, out("Việc này ở xã nào ạ?"))
        await there.hears("Việc này ở xã nào")

        assert await there.page.is_hidden("#to-latest")
        answer = await there.page.locator(".line.out .bubble").last.bounding_box()
        log = await there.page.locator("#scroller").bounding_box()
        assert log["y"] <= answer["y"] < log["y"] + log["height"]


async def test_news_while_one_is_elsewhere_are_counted_in_the_title_and_marked(chat):
    async with chat() as there:
        await there.greeted()
        await there.hides(hidden=True)
        await there.ports.tell(there.address, out("Đã chuyển"), out("Đã trả lời"))
        await there.page.wait_for_function("() => document.title.startsWith('(2) ')")
        await there.hides(hidden=False)
        await there.page.wait_for_function("() => document.title === 'Nghe Dân'")

        assert await there.page.inner_text(".unread") == "Tin mới"


async def test_news_since_the_last_visit_are_marked_on_the_next(chat):
    async with chat() as there:
        await there.greeted()
        await there.open("/officer")
        await there.ports.tell(there.address, out("Trong lúc đi vắng"))
        await there.open()
        marker = there.page.locator(".unread + .line")

        assert await marker.inner_text() != ""
        assert "Trong lúc đi vắng" in await marker.inner_text()


async def test_two_tabs_show_the_same_conversation(chat):
    async with chat() as there:
        await there.greeted()
        other = await there.context.new_page()
        await other.goto(there.server.url)
        await there.says("Từ thẻ thứ nhất")
        await other.wait_for_selector("text=Từ thẻ thứ nhất")
        await other.wait_for_selector("text=Việc này ở xã")

        assert await other.locator(".line.in").count() == 1


async def test_words_are_words_and_never_markup(chat):
    async with chat() as there:
        await there.greeted()
        await there.says("<img src=x onerror=alert(1)> & <b>đậm</b>")
        await there.kept(1)
        await there.ports.tell(there.address, out("<i>1 < 2</i>", [Button("<u>nút</u>", "x")]))
        await there.sees("<i>1 < 2</i>")

        assert await there.count(".line img, .line b, .line i, .line u") == 0
