"""The web chat without our script: forms that come back to the page."""

from __future__ import annotations

import re

import pytest

from channels.webchat import plain
from conversation.messages import Button, Event, FileKind
from tests.channels.webchat_case import PNG, a_client, a_form, said
from tests.channels.webchat_double import MemoryPorts, out


async def test_a_form_says_something_and_comes_back_to_the_page_with_the_answer():
    ports = MemoryPorts(answers=lambda inbound: [out(f"Đã nhận: {inbound.text}")], answer_delay_seconds=0.05)
    async with a_client(ports) as client:
        await client.get("/")
        answer = await client.post("/chat/say", data={"id": "message-1", "text": "Dòng một\r\nDòng hai"})
        html = await answer.text()

    assert (answer.status, answer.url.path) == (200, "/")
    assert ports.inbounds[0].text == "Dòng một\nDòng hai"
    assert "Đã nhận: Dòng một" in html


async def test_a_form_sent_twice_says_one_thing(monkeypatch):
    monkeypatch.setattr(plain, "ANSWER_SECONDS", 0.01)  # so long the second one waits for an answer that never comes
    ports = MemoryPorts(answers=lambda inbound: [out("Vâng ạ")])
    async with a_client(ports) as client:
        await client.get("/")
        for _ in range(2):
            await client.post("/chat/say", data={"id": "message-1", "text": "Xin chào"})

    assert [inbound.text for inbound in ports.inbounds] == ["Xin chào"]


async def test_a_button_works_as_a_form_and_reads_as_its_label():
    ports = MemoryPorts(answers=lambda inbound: [out("Ở đâu?", [Button("Xã Đông Anh", "unit:123")])])
    async with a_client(ports) as client:
        await client.get("/")
        await said(client)
        await client.post("/chat/say", data={"id": "button-1", "line": "2", "choice": "unit:123"})

    assert [(i.text, i.choice) for i in ports.inbounds] == [("Xin chào", ""), ("Xã Đông Anh", "unit:123")]


async def test_the_begin_button_of_the_page_starts_the_chat_with_the_links_payload():
    ports = MemoryPorts(answers=lambda inbound: [out("Kính chào")])
    async with a_client(ports) as client:
        html = await (await client.get("/?start=to-chuc")).text()
        form = re.search(r'<form class="plain".*?</form>', html, re.DOTALL).group()
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
        await client.post("/chat/say", data=fields)

    assert [(i.event, i.start) for i in ports.inbounds] == [(Event.STARTED, "to-chuc")]


async def test_photos_travel_with_a_plain_form():
    ports = MemoryPorts(answers=lambda inbound: [out("Đã nhận ảnh")])
    async with a_client(ports) as client:
        await client.get("/")
        await client.post("/chat/say", data=a_form(id="message-1", text="Ảnh đây"))

    (inbound,) = ports.inbounds
    assert [(file.kind, file.name, file.size) for file in inbound.files] == [(FileKind.PHOTO, "hố ga.png", len(PNG))]


async def test_a_refused_form_shows_why_and_keeps_what_was_typed():
    ports = MemoryPorts(refusing=1)
    async with a_client(ports) as client:
        await client.get("/")
        answer = await client.post("/chat/say", data={"id": "message-1", "text": "Viết mãi mới xong"})
        html = await answer.text()

    assert answer.status == 503
    assert "Hiện chưa nhận được tin" in html
    assert ">Viết mãi mới xong</textarea>" in html


async def test_an_empty_form_just_shows_the_page_again():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        answer = await client.post("/chat/say", data={"id": "message-1", "text": "  "})

    assert (answer.status, ports.inbounds) == (200, [])


@pytest.mark.parametrize("multipart", [False, True])
async def test_a_browser_without_cookies_is_told_so_and_keeps_what_was_typed(multipart):
    fields = {"id": "message-1", "text": "Xin chào"}
    async with a_client() as client:
        answer = await client.post("/chat/say", data=a_form(**fields) if multipart else fields)
        html = await answer.text()

    assert answer.status == 403
    assert "cookie" in html
    assert ">Xin chào</textarea>" in html
