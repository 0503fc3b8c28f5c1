"""The web chat by plain requests: messages by post, long polls, files."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from channels.webchat import PageInfo, Upload
from tests.channels.webchat_case import COOKIE, PNG, a_client, a_form, an_app, said
from tests.channels.webchat_double import MemoryPorts, out


async def test_a_message_by_post_is_acknowledged_after_it_was_received():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        answer = await said(client)
        data = await answer.json()

    assert data == {"type": "ack", "id": "message-1"}
    assert len(ports.inbounds) == 1


async def test_a_message_that_could_not_be_kept_says_when_to_knock_again():
    async with a_client(MemoryPorts(refusing=1)) as client:
        await client.get("/")
        answer = await said(client)
        data = await answer.json()

    assert (answer.status, answer.headers["Retry-After"]) == (503, "1")
    assert (data["id"], data["retry_after"]) == ("message-1", 0.2)


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"type":"say"}', b"\xff\xfe", b'{"type":"say","id":"m"}'])
async def test_a_body_that_is_no_message_is_a_bad_request(body):
    async with a_client() as client:
        await client.get("/")
        answer = await client.post("/chat/say", data=body, headers={"Content-Type": "application/json"})
        data = await answer.json()

    assert (answer.status, data["type"]) == (400, "error")


async def test_an_oversized_body_is_politely_refused():
    async with a_client() as client:
        await client.get("/")
        answer = await client.post("/chat/say", data=b" " * 300_000, headers={"Content-Type": "application/json"})
        data = await answer.json()

    assert answer.status == 413
    assert data["text"].startswith("Tin này dài quá")


async def test_a_poll_waits_for_news():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        await said(client)
        poll = asyncio.ensure_future(client.get("/chat/lines?after=1&wait=25"))
        await asyncio.sleep(0)
        await ports.tell(ports.inbounds[0].address, out("Có tin"))
        data = await (await asyncio.wait_for(poll, 5)).json()

    assert [line["text"] for line in data["lines"]] == ["Có tin"]


async def test_a_poll_without_news_ends_empty():
    async with a_client() as client:
        await client.get("/")
        data = await (await client.get("/chat/lines?after=0")).json()

    assert data == {"type": "lines", "lines": []}


@pytest.mark.parametrize(
    "query", ["after=x", "after=-1", "after=²", "before=1e3", "after=2147483648", f"after={'9' * 30}"]
)
async def test_a_number_that_is_none_is_a_bad_request(query):
    async with a_client() as client:
        await client.get("/")
        answer = await client.get(f"/chat/lines?{query}")

    assert answer.status == 400


# Files


async def test_an_uploaded_photo_travels_with_the_message_that_names_it():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        upload = await (await client.post("/chat/files", data=a_form())).json()
        answer = await said(client, "", files=[upload["token"]])
        shown = await client.get(f"/chat/files/{next(iter(ports.kept.values())).file_id}")
        body = await shown.read()

    assert (upload["type"], upload["kind"], upload["size"]) == ("file", "photo", len(PNG))
    assert answer.status == 200
    assert [file.source for file in ports.inbounds[0].files] == [upload["token"]]
    assert (body, shown.headers["Content-Type"]) == (PNG, "image/png")
    assert shown.headers["Content-Disposition"] == "inline"
    assert "sandbox" in shown.headers["Content-Security-Policy"]


async def test_what_a_browser_might_run_is_only_ever_saved():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        await client.post("/chat/files", data=a_form(b"<script>", "a.html", "text/html"))
        shown = await client.get(f"/chat/files/{next(iter(ports.kept.values())).file_id}")

    assert shown.headers["Content-Type"] == "application/octet-stream"
    assert shown.headers["Content-Disposition"] == "attachment"


async def test_anothers_file_is_neither_shown_nor_sent():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        upload = await (await client.post("/chat/files", data=a_form())).json()
        client.session.cookie_jar.clear()
        await client.get("/")
        shown = await client.get(f"/chat/files/{next(iter(ports.kept.values())).file_id}")
        answer = await said(client, "", files=[upload["token"]])

    assert (shown.status, answer.status, ports.inbounds) == (404, 409, [])


async def test_a_file_that_is_too_large_is_refused_while_it_arrives():
    info = PageInfo(file_max_bytes=2 * 1024 * 1024)
    ports = MemoryPorts(info=info)
    async with a_client(ports) as client:
        await client.get("/")
        answer = await client.post("/chat/files", data=a_form(b"x" * 3_000_000, "a.pdf", "application/pdf"))
        data = await answer.json()

    assert (answer.status, ports.kept) == (415, {})
    assert "2 MB" in data["text"]


async def test_a_page_that_goes_away_in_the_middle_of_an_upload_leaves_nothing_and_is_no_error(caplog):
    begun, ended = asyncio.Event(), asyncio.Event()

    class Watched(MemoryPorts):
        async def store_upload(self, address: str, name: str, mime: str, chunks: AsyncIterator[bytes]) -> Upload:
            begun.set()
            try:
                return await super().store_upload(address, name, mime, chunks)
            finally:
                ended.set()

    ports = Watched()
    runner = web.AppRunner(an_app(ports))  # as the program does, and not as aiohttp's test server, which cancels
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    _, writer = await asyncio.open_connection(*runner.addresses[0])
    writer.write(
        b"POST /chat/files HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 5000\r\n"
        b"Content-Type: multipart/form-data; boundary=b\r\nCookie: " + COOKIE.encode() + b"\r\n\r\n"
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf of it'
    )
    await begun.wait()
    writer.close()
    await ended.wait()
    await runner.cleanup()

    assert ports.kept == {}
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []


async def test_a_type_that_the_program_refuses_is_refused_in_its_words():
    async with a_client() as client:
        await client.get("/")
        answer = await client.post("/chat/files", data=a_form(b"MZ", "a.exe", "application/x-msdownload"))
        data = await answer.json()

    assert answer.status == 415
    assert data["text"].startswith("Trang không đọc được")


@pytest.mark.parametrize("path", ["/chat/files", "/chat/say"])
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"anything"),
        ("multipart/form-data; boundary=x", b"anything"),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n--x"),
        ("multipart/form-data; boundary=" + "x" * 99, b"--x"),
        ("multipart/mixed; boundary=x", b"--x--"),
        ("text/plain", b"anything"),
    ],
)
async def test_a_broken_form_is_a_bad_request_and_never_a_crash(path, kind, body):
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        answer = await client.post(path, data=body, headers={"Content-Type": kind})

    assert answer.status in {400, 415}
    assert ports.inbounds == []


async def test_a_files_name_loses_its_folders_and_what_cannot_be_seen():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        for name in ["C:\\Ảnh\\đường\u202e.png", "x" * 300 + ".png"]:
            await client.post("/chat/files", data=a_form(name=name))

    names = [kept.upload.name for kept in ports.kept.values()]
    assert names == ["đường.png", "x" * 116 + ".png"]


async def test_uploads_are_slowed_when_they_flood():
    async with a_client() as client:
        await client.get("/")
        statuses = [(await client.post("/chat/files", data=a_form())).status for _ in range(41)]

    assert statuses == [200] * 40 + [429]
