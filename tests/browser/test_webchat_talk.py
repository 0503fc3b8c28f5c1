"""Talking in a real browser: writing, buttons, photos, location, and what the page shows meanwhile."""

from __future__ import annotations

import asyncio

import pytest

from conversation.messages import Event
from tests.browser import scripted_bot
from tests.browser.conftest import DESK, PHONE
from tests.channels.webchat_double import out

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
both = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])


def a_file(number=0, **changes):
    made = {"name": f"anh{number}.jpg", "mimeType": "image/jpeg", "buffer": scripted_bot.a_photo(number)}
    return {**made, **changes}


@pytest.mark.walk
@both
async def test_what_is_written_is_answered(chat, viewport):
    async with chat(viewport) as there:
        await there.greeted()
        await there.says("Đèn đường hỏng")
        await there.hears("Việc này ở xã, phường nào")

        assert (await there.texts())[1] == "Đèn đường hỏng"
        assert await there.page.input_value("#text") == ""
        assert await there.count(".line.in .state use[href='#i-check']") == 1


async def test_enter_with_shift_begins_a_new_line(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.type("#text", "Dòng một")
        await there.page.press("#text", "Shift+Enter")
        await there.page.type("#text", "Dòng hai")
        await there.page.press("#text", "Enter")
        await there.kept(1)

    assert there.ports.inbounds[-1].text == "Dòng một\nDòng hai"


async def test_five_thousand_letters_are_sent_and_the_box_does_not_outgrow_the_screen(chat):
    text = "Đường làng ngập nước. " * 228
    async with chat() as there:
        await there.greeted()
        await there.page.fill("#text", text)
        box = await there.page.locator("#text").bounding_box()
        await there.page.press("#text", "Enter")
        await there.kept(1)

    assert box["height"] < 740 * 0.4
    assert there.ports.inbounds[-1].text == text.strip()


async def test_a_text_beyond_the_limit_is_explained_before_it_travels(chat):
    async with chat() as there:
        await there.greeted()
        await there.says("a" * 20_001)
        note = await there.page.inner_text("#note")
        kept = await there.page.input_value("#text")

    assert "20.000" in note
    assert len(kept) == 20_001
    assert len(there.ports.inbounds) == 1


async def test_a_draft_survives_a_reload(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.type("#text", "Nửa chừng")
        await there.page.reload()

        assert await there.page.input_value("#text") == "Nửa chừng"


@both
async def test_a_tapped_button_speaks_and_is_marked_and_the_others_step_back(chat, viewport):
    async with chat(viewport) as there:
        await there.greeted()
        await there.says("Đèn đường hỏng")
        await there.hears("Việc này ở xã")
        await there.taps("Xã Quảng Điền")
        await there.hears("đã đúng chưa")

        assert there.ports.inbounds[-1].choice == "place"
        assert await there.count(".line.spent") == 2
        assert await there.page.inner_text(".choice.chosen") == "Xã Quảng Điền, TP. Huế"
        assert await there.page.locator(".line:not(.spent) .choice").all_inner_texts() == [
            "Đúng, gửi đi",
            "Sửa lại",
            "Thôi, không gửi",
        ]


async def test_a_button_tapped_twice_by_a_trembling_finger_speaks_once(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.locator("button.choice", has_text="Gửi kiến nghị").dblclick()
        await there.hears("kể lại việc đó")
        await there.kept(1)

    assert [said.choice for said in there.ports.inbounds] == ["", "new"]


async def test_a_finger_that_touches_twice_speaks_once_wherever_the_second_touch_lands(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.evaluate(
            """() => {
                for (const button of document.querySelectorAll("button.choice"))
                    button.dispatchEvent(new PointerEvent("click", { pointerType: "touch", bubbles: true, cancelable: true }));
            }"""
        )
        await there.hears("kể lại việc đó")
        await there.kept(1)

    assert [said.choice for said in there.ports.inbounds] == ["", "new"]


async def test_the_menu_says_what_it_offers(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.click(".menu-open")
        await there.page.click("text=Tôi đã có mã hồ sơ")
        await there.hears("gõ mã hồ sơ")
        await there.page.wait_for_selector(".menu", state="hidden")

    assert there.ports.inbounds[-1].text == "Tra cứu"


async def test_typing_is_shown_until_the_answer_comes(chat, server):
    server.ports.answer_delay_seconds = 0.4
    async with chat() as there:
        await there.greeted()
        await there.says("Đèn đường hỏng")
        await there.page.wait_for_selector(".typing")
        await there.hears("Việc này ở xã")

        assert await there.count(".typing") == 0


# Photos


@both
async def test_photos_are_shown_before_they_go_and_can_be_taken_away(chat, viewport):
    async with chat(viewport) as there:
        await there.greeted()
        await there.page.set_input_files("#files", [a_file(number) for number in range(3)])
        await there.page.wait_for_function("() => document.querySelectorAll('.tile img').length === 3")
        await there.page.click("[aria-label='Bỏ anh1.jpg']")
        await there.page.click(".send")
        await there.hears("đã nhận 2 ảnh")
        await there.page.wait_for_function(
            "() => [...document.querySelectorAll('.line.in .photo img')].filter((one) => one.naturalWidth > 0).length === 2"
        )

        assert await there.count(".tile") == 0
    assert [file.name for file in there.ports.inbounds[-1].files] == ["anh0.jpg", "anh2.jpg"]


async def test_a_message_waits_for_its_photos(chat):
    may_go = asyncio.Event()

    async def hold(route):
        await may_go.wait()
        await route.continue_()

    async with chat() as there:
        await there.greeted()
        await there.page.route("**/chat/files", hold)
        await there.page.set_input_files("#files", [a_file(0), a_file(1)])
        await there.says("Ảnh đây")
        note = await there.page.inner_text("#note")
        said_before = len(there.ports.inbounds)
        may_go.set()
        await there.hears("đã nhận 2 ảnh")

    assert (note, said_before) == ("Đang tải ảnh lên, xong sẽ gửi ngay.", 1)
    assert (there.ports.inbounds[-1].text, len(there.ports.inbounds[-1].files)) == ("Ảnh đây", 2)


async def test_a_photo_that_is_still_being_stored_is_shown_meanwhile_and_opens_afterwards(chat, server):
    server.ports.putting_away = True
    async with chat() as there:
        await there.greeted()
        await there.page.set_input_files("#files", [a_file(0)])
        await there.page.click(".send")
        await there.kept(1)
        own = await there.page.get_attribute(".line.in .photo img", "src")
        await there.page.reload()
        await there.page.wait_for_selector(".photo.waiting")
        server.ports.putting_away = False
        await there.page.click("a.photo")
        await there.page.wait_for_selector("#viewer img", state="visible")  # it has no size until it has come
        shown = await there.page.eval_on_selector("#viewer img", "image => image.naturalWidth")

        assert own.startswith("data:image/jpeg")
        assert shown > 0


async def test_large_photos_travel_small(chat):
    large = scripted_bot.a_photo(width=5000, height=4000, kind="PNG")
    async with chat() as there:
        await there.greeted()
        await there.page.set_input_files("#files", [a_file(0, name="to.png", mimeType="image/png", buffer=large)])
        await there.page.click(".send")
        await there.hears("đã nhận 1 ảnh")

    (kept,) = there.ports.kept.values()
    assert len(kept.body) < len(large)
    assert kept.upload.mime == "image/jpeg"
    assert kept.upload.name == "to.jpg"


async def test_the_eleventh_photo_is_asked_for_in_another_message(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.set_input_files("#files", [a_file(number) for number in range(11)])
        await there.page.wait_for_selector("#note:has-text('10 ảnh hoặc tệp')")

        assert await there.count("#attachments li") == 10


async def test_a_file_that_is_not_taken_says_why_and_can_be_removed(chat):
    refused = {"name": "a.exe", "mimeType": "application/x-msdownload", "buffer": b"MZ"}
    async with chat(breaks_things=True) as there:
        await there.greeted()
        await there.page.set_input_files("#files", [refused])
        await there.page.wait_for_selector("button.tile")
        note = await there.page.inner_text("#note")
        await there.page.click("[aria-label='Bỏ a.exe']")

        assert note.startswith("Trang không đọc được")
        assert await there.count("#attachments li") == 0


async def test_a_photo_opens_large_and_the_arrows_go_on(chat):
    async with chat(DESK) as there:
        await there.greeted()
        await there.ports.tell(there.address, out("Ảnh sau khi sửa", pictures=3))
        await there.page.click(".photo >> nth=0")
        first = await there.page.get_attribute("#viewer img", "src")
        await there.page.keyboard.press("ArrowRight")
        second = await there.page.get_attribute("#viewer img", "src")
        await there.page.keyboard.press("Escape")

        assert (first.rpartition("/")[2], second.rpartition("/")[2]) == ("901", "902")
        assert not await there.page.is_visible("#viewer")


# Location


async def test_a_location_is_explained_first_and_then_sent(chat):
    options = {"permissions": ["geolocation"], "geolocation": {"latitude": 16.57, "longitude": 107.5}}
    async with chat(**options) as there:
        await there.greeted()
        await there.page.click("#locate")
        await there.page.click("text=Gửi vị trí tôi đang đứng")
        await there.page.wait_for_selector(".line.in .pin")

    pin = there.ports.inbounds[-1].pin
    assert (pin.lat, pin.lon) == (16.57, 107.5)


async def test_without_permission_one_is_told_to_type_and_the_box_is_ready(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.click("#locate")
        await there.page.click("text=Gửi vị trí tôi đang đứng")
        await there.page.wait_for_selector("#location .note:has-text('gõ tên xã')")
        await there.page.click("text=Tôi gõ tên nơi đó")

        assert await there.page.evaluate("document.activeElement.id") == "text"


# Coming in, language, leaving


async def test_the_first_visit_starts_the_chat_once(chat):
    async with chat() as there:
        await there.greeted()
        await there.page.reload()
        await there.page.wait_for_selector(".line.out")

    assert [(said.event, said.start) for said in there.ports.inbounds] == [(Event.STARTED, "")]


async def test_a_link_is_opened_once_however_often_the_page_is_loaded(chat):
    async with chat() as there:
        await there.greeted("/?start=xa-19753")
        url = there.page.url
        await there.page.reload()
        await there.page.wait_for_selector(".line.out")

    assert [said.start for said in there.ports.inbounds] == ["xa-19753"]
    assert url == there.server.url + "/"


async def test_the_officers_page_looks_like_itself_and_opens_its_own_chat(chat):
    async with chat(DESK) as there:
        await there.greeted("/officer?start=moi-abc")
        title = await there.page.title()
        item = await there.page.inner_text(".menu .item >> nth=0")

    assert (title, item) == ("Nghe Dân – Cán bộ", "Việc mới")
    assert [(said.address[0], said.start) for said in there.ports.inbounds] == [("o", "moi-abc")]


async def test_the_page_speaks_english_when_asked(chat):
    async with chat(DESK) as there:
        await there.greeted()
        await there.page.click("button:has-text('English')")
        await there.page.wait_for_selector("text=New petition")

        assert await there.page.get_attribute("html", "lang") == "en"


async def test_leaving_a_shared_device_takes_a_second_word_and_leaves_nothing(chat):
    async with chat(DESK) as there:
        await there.greeted()
        await there.says("Chuyện riêng")
        await there.kept(1)
        await there.page.fill("#text", "Chuyện riêng, viết dở")
        await there.page.click("text=Rời khỏi máy này >> nth=0")
        await there.page.click("#leave button.danger")
        await there.page.wait_for_function("() => !document.body.textContent.includes('Chuyện riêng')")
        await there.page.wait_for_selector(".line.out")

        stored = await there.page.evaluate("JSON.stringify(localStorage)")
        assert "Chuyện riêng" not in stored
    assert len({said.address for said in there.ports.inbounds}) == 2
