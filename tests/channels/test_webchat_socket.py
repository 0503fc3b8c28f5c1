"""The socket of an open page: what is said, acknowledged and shown, and what happens when things break."""

from __future__ import annotations

import asyncio
import contextlib

import pytest
from aiohttp import WSMsgType, WSServerHandshakeError

from conversation.messages import Button, Event
from tests.channels.webchat_case import a_client, an_app
from tests.channels.webchat_double import MemoryPorts, a_line, out


@contextlib.asynccontextmanager
async def a_page(ports, since=0, client=None):
    async with contextlib.AsyncExitStack() as stack:
        if client is None:
            client = await stack.enter_async_context(a_client(ports))
            await client.get("/")
        socket = await stack.enter_async_context(client.ws_connect("/chat/ws"))
        await socket.send_json({"type": "since", "line": since})
        yield Page(client, socket)


class Page:
    """An open page that answers with plain data."""

    def __init__(self, client, socket):
        self.client = client
        self.socket = socket

    async def say(self, text="", id="message-1", **fields):
        await self.socket.send_json({"type": "say", "id": id, "text": text, **fields})

    async def hears(self, kind):
        while True:
            message = await self.socket.receive(timeout=5)
            assert message.type is WSMsgType.TEXT, message
            data = message.json()
            if data["type"] == kind:
                return data

    async def texts(self, count):
        texts = []
        while len(texts) < count:
            texts += [line["text"] for line in (await self.hears("lines"))["lines"]]
        return texts


async def test_a_message_is_acknowledged_after_it_was_received_and_then_shown():
    ports = MemoryPorts(answers=lambda said: [out(f"Đã nhận: {said.text}")])
    async with a_page(ports) as page:
        await page.say("Đèn đường hỏng")
        ack = await page.hears("ack")
        texts = await page.texts(2)

    assert ack["id"] == "message-1"
    assert [said.text for said in ports.inbounds] == ["Đèn đường hỏng"]
    assert texts == ["Đèn đường hỏng", "Đã nhận: Đèn đường hỏng"]


async def test_a_message_sent_again_has_one_effect_and_is_acknowledged_again():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.say("Một lần")
        await page.hears("ack")
        await page.say("Một lần")
        await page.hears("ack")

    assert [said.text for said in ports.inbounds] == ["Một lần"]
    assert len(ports.arrivals) == 2


async def test_a_message_that_could_not_be_kept_is_asked_for_again():
    ports = MemoryPorts(refusing=1)
    async with a_page(ports) as page:
        await page.say("Xin chào")
        error = await page.hears("error")
        await page.say("Xin chào")
        ack = await page.hears("ack")

    assert (error["id"], error["retry_after"]) == ("message-1", 0.2)
    assert error["text"].startswith("Hiện chưa nhận được tin")
    assert ack["id"] == "message-1"


async def test_an_unforeseen_failure_is_never_acknowledged(caplog):
    ports = MemoryPorts(failing=1)
    async with a_page(ports) as page:
        await page.say("Xin chào")
        error = await page.hears("error")

    assert error["retry_after"] > 0
    assert ports.inbounds == []
    assert "Xin chào" not in caplog.text


async def test_typing_is_shown_until_the_answer_comes():
    ports = MemoryPorts(answers=lambda said: [out("Vâng ạ")], answer_delay_seconds=0.05)
    async with a_page(ports) as page:
        await page.say("Xin chào")
        first = await page.hears("typing")
        await page.texts(2)
        second = await page.hears("typing")

    assert (first["on"], second["on"]) == (True, False)


async def test_a_page_gets_only_what_it_has_not_seen():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.say("Một")
        await page.texts(1)
        address = ports.inbounds[0].address
        ports.put(address, *[a_line(text=f"Dòng {number}") for number in range(2, 131)])
        async with a_page(ports, since=120, client=page.client) as later:
            texts = await later.texts(10)

    assert texts == [f"Dòng {number}" for number in range(121, 131)]


async def test_many_unseen_lines_come_in_order_without_gaps():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.say("Một")
        await page.texts(1)
        ports.put(ports.inbounds[0].address, *[a_line(text=f"Dòng {number}") for number in range(2, 131)])
        async with a_page(ports, client=page.client) as later:
            texts = await later.texts(130)

    assert texts == ["Một", *[f"Dòng {number}" for number in range(2, 131)]]


async def test_lines_written_by_another_process_are_found_within_about_a_second():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.say("Một")
        await page.texts(1)
        ports.put(ports.inbounds[0].address, a_line(text="Từ tiến trình khác"))
        texts = await asyncio.wait_for(page.texts(1), 3)

    assert texts == ["Từ tiến trình khác"]


async def test_two_open_pages_of_one_visitor_show_the_same():
    ports = MemoryPorts()
    async with a_page(ports) as first, a_page(ports, client=first.client) as second:
        await first.say("Xin chào")
        texts = [await first.texts(1), await second.texts(1)]

    assert texts == [["Xin chào"], ["Xin chào"]]


async def test_the_first_word_of_a_visit_starts_the_chat_once():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        for _ in range(2):
            await page.socket.send_json({"type": "start", "id": "first", "payload": "xa-123"})
            await page.hears("ack")

    assert [(said.event, said.start) for said in ports.inbounds] == [(Event.STARTED, "xa-123")]
    assert await ports.lines(ports.inbounds[0].address, after=0, limit=9) == []


async def test_a_tapped_button_and_a_pin_are_told_as_what_they_are():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.say("Đường sá", id="tap-0", choice="q:subject:roads")
        await page.hears("ack")
        await page.say(id="pin-0", pin={"lat": 21.03, "lon": 105.85})
        await page.hears("ack")

    tap, pin = ports.inbounds
    assert (tap.choice, tap.text) == ("q:subject:roads", "Đường sá")
    assert (pin.pin.lat, pin.pin.lon) == (21.03, 105.85)


@pytest.mark.parametrize(
    "text",
    [
        '{"type": "say", "id": "x"}',
        '{"type": "say", "id": "message-1", "pin": {"lat": 91, "lon": 0}}',
        '{"type": "say", "id": "message-1", "text": 5}',
        '{"type": "say", "id": "message-1", "text": "\\ud800"}',
        '{"type": "dance"}',
        '{"type": "since", "line": 2147483648}',
        "[]",
        "not json",
    ],
)
async def test_what_cannot_be_understood_is_refused_for_good_and_the_page_stays_open(text):
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.socket.send_str(text)
        error = await page.hears("error")
        await page.say("Xin chào")
        ack = await page.hears("ack")

    assert error["retry_after"] == 0
    assert ack["id"] == "message-1"


async def test_a_text_of_five_thousand_letters_is_taken_and_twenty_thousand_is_the_limit():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.say("đ" * 5_000)
        await page.hears("ack")
        await page.say("đ" * 20_001, id="message-2")
        error = await page.hears("error")

    assert [len(said.text) for said in ports.inbounds] == [5_000]
    assert "20.000" in error["text"]


async def test_what_no_database_can_hold_is_taken_out_and_the_rest_is_composed():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.say("Đu\u031bo\u031b\u0300ng\x00 hỏng")
        await page.hears("ack")

    assert ports.inbounds[0].text == "Đường hỏng"


async def test_a_flood_is_slowed_politely_and_says_when_to_go_on():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        for number in range(26):
            await page.say("Này", id=f"message-{number}")
        error = await page.hears("error")

    assert error["id"] == "message-25"
    assert 0 < error["retry_after"] <= 10
    assert error["text"].startswith("Ông/bà gửi hơi nhanh")
    assert len(ports.inbounds) == 25


async def test_with_the_database_away_what_is_said_is_taken_and_lines_follow_when_it_is_back():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        ports.away = True
        async with a_page(ports, client=client) as page:
            await page.say("Xin chào")
            ack = await page.hears("ack")
            ports.away = False
            texts = await page.texts(1)

    assert (ack["id"], texts) == ("message-1", ["Xin chào"])


async def test_another_sites_page_cannot_open_the_socket():
    async with a_client() as client:
        await client.get("/")
        with pytest.raises(WSServerHandshakeError) as caught:
            await client.ws_connect("/chat/ws", origin="https://elsewhere.example")

    assert caught.value.status == 403


async def test_without_a_cookie_there_is_no_socket():
    async with a_client() as client:
        with pytest.raises(WSServerHandshakeError) as caught:
            await client.ws_connect("/chat/ws")

    assert caught.value.status == 403


async def test_a_stopping_server_lets_its_pages_go_at_once():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.say("Xin chào")
        await page.texts(1)
        await ports.chat.close()
        while (message := await page.socket.receive(timeout=5)).type is WSMsgType.TEXT:
            pass

    assert (message.type, message.data) == (WSMsgType.CLOSE, 1001)


async def test_officers_have_a_chat_of_their_own_in_the_same_browser():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        await client.get("/officer")
        await client.post("/chat/say", json={"type": "say", "id": "message-1", "text": "Dân"})
        await client.post("/officer/chat/say", json={"type": "say", "id": "message-1", "text": "Cán bộ"})

    assert [(said.address[0], said.text) for said in ports.inbounds] == [("v", "Dân"), ("o", "Cán bộ")]
    assert all(len(said.address) == 41 for said in ports.inbounds)


async def test_lines_carry_their_buttons_as_data_and_as_html():
    ports = MemoryPorts()
    async with a_page(ports) as page:
        await page.say("Xin chào")
        await page.texts(1)
        await ports.tell(ports.inbounds[0].address, out("Chọn <một>", [Button("Gửi & đi", "go", "primary")]))
        (line,) = (await page.hears("lines"))["lines"]

    assert line["rows"] == [[{"label": "Gửi & đi", "choice": "go", "style": "primary"}]]
    assert "Chọn &lt;một&gt;" in line["html"]
    assert "Gửi &amp; đi" in line["html"]


def test_the_routes_fit_into_any_app():
    app = an_app(MemoryPorts())

    assert {"/", "/officer", "/chat/ws", "/officer/chat/ws"} <= {r.resource.canonical for r in app.router.routes()}
