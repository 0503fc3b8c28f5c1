"""The web chat by plain requests: pages, forms, long polls, files, and who may ask for what."""

from __future__ import annotations

import asyncio
import io
import json
import re
from datetime import UTC, datetime

import aiohttp
import pytest

from channels.webchat import PageInfo
from channels.webchat.answers import CONTENT_SECURITY_POLICY
from channels.webchat.assets import load_assets
from channels.webchat.limits import Flood
from channels.webchat.pages import CLIENT_TEXTS
from channels.webchat.templates import linked, size_words
from channels.webchat.visitors import OFFICERS, RESIDENTS, address_of, is_same_origin, secret_in
from conversation.messages import Button, Event, FileKind
from tests.channels.webchat_case import COOKIE, a_client
from tests.channels.webchat_double import MemoryPorts, a_line, out
from texts import LANGUAGES, has

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0000003010100"
    "18dd8db00000000049454e44ae426082"
)


def setup_in(html):
    return json.loads(re.search(r'id="setup">(.*?)</script>', html, re.DOTALL).group(1))


def a_form(body=PNG, name="hố ga.png", mime="image/png", **fields):
    # Browsers write names as they are.
    form = aiohttp.FormData(quote_fields=False)
    for key, value in fields.items():
        form.add_field(key, value, content_type="text/plain")
    form.add_field("file", io.BytesIO(body), filename=name, content_type=mime)
    return form


async def said(client, text="Xin chào", id="message-1", **fields):
    return await client.post("/chat/say", json={"type": "say", "id": id, "text": text, **fields})


# The page


async def test_a_visit_gets_a_secret_cookie_that_scripts_and_other_sites_cannot_use():
    async with a_client() as client:
        answer = await client.get("/")

    cookie = answer.headers["Set-Cookie"]
    assert re.match(r"nghedan_visitor=[\w-]{43}; ", cookie)
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Max-Age=34560000" in cookie
    assert "Secure" not in cookie


async def test_over_https_the_cookie_is_bound_to_the_host():
    async with a_client() as client:
        answer = await client.get("/", headers={"X-Forwarded-Proto": "https"})

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-nghedan_visitor=")
    assert "Secure" in cookie
    assert "Path=/" in cookie


async def test_the_same_visitor_comes_back_to_the_same_chat():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        await said(client)
        secrets = {cookie.value for cookie in client.session.cookie_jar}
        again = await client.get("/")
        html = await again.text()

    assert {again.headers["Set-Cookie"].split(";")[0].partition("=")[2]} == secrets
    assert "Xin chào" in html


async def test_the_page_is_closed_to_other_origins_and_kept_by_nobody():
    async with a_client() as client:
        headers = (await client.get("/")).headers

    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


async def test_the_page_names_no_other_host():
    async with a_client() as client:
        html = await (await client.get("/")).text()

    assert re.findall(r'(?:src|href|action)="(?:https?:)?//', html) == []


async def test_a_link_that_is_only_previewed_is_not_used_up():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        html = await (await client.get("/?start=moi-abc")).text()

    assert ports.inbounds == []
    assert setup_in(html)["start"] == "moi-abc"
    assert 'name="payload" value="moi-abc"' in html


async def test_a_payload_cannot_break_out_of_the_page():
    async with a_client() as client:
        html = await (await client.get("/", params={"start": '"></script><script>alert(1)</script>'})).text()

    assert "<script>alert" not in html


async def test_the_page_tells_whose_it_is():
    info = PageInfo("Mặt trận xã Quảng Điền", "12 Trần Phú", "0234 3 123 456", "7 giờ 30 đến 17 giờ")
    async with a_client(MemoryPorts(info=info)) as client:
        html = await (await client.get("/")).text()

    assert "<h1>Mặt trận xã Quảng Điền</h1>" in html
    assert "12 Trần Phú" in html
    assert 'href="tel:02343123456"' in html


async def test_long_conversations_open_at_their_end_and_give_the_rest_when_asked():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        await said(client, "Dòng 1")
        ports.put(ports.inbounds[0].address, *[a_line(text=f"Dòng {number}.") for number in range(2, 121)])
        html = await (await client.get("/")).text()
        earlier = await (await client.get("/chat/lines?before=81")).json()
        first = await (await client.get("/chat/lines?before=31")).json()

    assert re.findall(r">Dòng (\d+)\.?<", html) == [str(number) for number in range(81, 121)]
    assert 'id="earlier"' in html
    assert [line["number"] for line in earlier["lines"]] == list(range(31, 81))
    assert (earlier["more"], first["more"]) == (True, False)


async def test_days_are_separated_as_vietnam_counts_them():
    ports = MemoryPorts(now=lambda: datetime(2026, 11, 23, 1, 30, tzinfo=UTC))
    async with a_client(ports) as client:
        await client.get("/")
        await said(client)
        ports.chats.clear()
        ports.put(
            ports.inbounds[0].address,
            a_line(at=datetime(2026, 11, 20, 3, 0, tzinfo=UTC)),
            a_line(at=datetime(2026, 11, 21, 16, 59, tzinfo=UTC)),
            a_line(at=datetime(2026, 11, 21, 17, 0, tzinfo=UTC)),
            a_line(at=datetime(2026, 11, 22, 17, 0, tzinfo=UTC)),
        )
        html = await (await client.get("/")).text()

    labels = re.findall(r'class="day" data-day="\S+"><span>(.*?)</span>', html)
    assert labels == ["Thứ Sáu, 20/11/2026", "Thứ Bảy, 21/11/2026", "Hôm qua", "Hôm nay"]


async def test_only_the_last_untapped_buttons_are_fresh_and_the_tapped_one_is_marked():
    ports = MemoryPorts(answers=lambda inbound: [out("Ở đâu?", ["Đây", "Kia"])])
    async with a_client(ports) as client:
        await client.get("/")
        await said(client)
        await said(client, "Kia", id="message-2", choice="tap:Kia")
        html = await (await client.get("/")).text()

    assert re.findall(r'class="line out( spent)?" data-number="(\d)"', html) == [(" spent", "2"), ("", "4")]
    assert re.findall(r'value="tap:(\w+)" class="choice ( chosen)?"', html) == [
        ("Đây", ""),
        ("Kia", " chosen"),
        ("Đây", ""),
        ("Kia", ""),
    ]


async def test_with_the_database_away_the_page_opens_and_what_is_written_is_taken():
    ports = MemoryPorts(away=True)
    async with a_client(ports) as client:
        page = await client.get("/")
        html = await page.text()
        answer = await said(client, "Vẫn viết được")
        form = await client.post("/chat/say", data={"id": "message-2", "text": "Cả bằng biểu mẫu"})

    assert (page.status, answer.status, form.status) == (200, 200, 200)
    assert "Ông/bà vẫn viết được" in html
    assert not setup_in(html)["fresh"]
    assert [inbound.text for inbound in ports.inbounds] == ["Vẫn viết được", "Cả bằng biểu mẫu"]


# Without our script


async def test_a_form_says_something_and_comes_back_to_the_page_with_the_answer():
    ports = MemoryPorts(answers=lambda inbound: [out(f"Đã nhận: {inbound.text}")], answer_delay_seconds=0.05)
    async with a_client(ports) as client:
        await client.get("/")
        answer = await client.post("/chat/say", data={"id": "message-1", "text": "Dòng một\r\nDòng hai"})
        html = await answer.text()

    assert (answer.status, answer.url.path) == (200, "/")
    assert ports.inbounds[0].text == "Dòng một\nDòng hai"
    assert "Đã nhận: Dòng một" in html


async def test_a_form_sent_twice_says_one_thing():
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


# JSON and long polls


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


@pytest.mark.parametrize("query", ["after=x", "after=-1", "after=²", "before=1e3", f"after={'9' * 30}"])
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


# Who asks


async def test_another_sites_form_changes_nothing():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        answers = [
            await client.post("/chat/say", data={"id": "message-1", "text": "x"}, headers=headers)
            for headers in (
                {"Sec-Fetch-Site": "cross-site"},
                {"Sec-Fetch-Site": "same-site"},
                {"Origin": "https://elsewhere.example"},
                {"Origin": "null"},
            )
        ]

    assert [answer.status for answer in answers] == [403] * 4
    assert ports.inbounds == []


def test_behind_a_proxy_the_forwarded_host_counts_as_ours():
    headers = {"origin": "https://chat.example", "host": "127.0.0.1:8080", "x-forwarded-host": "chat.example"}

    assert is_same_origin(headers)


def test_an_address_shows_nothing_of_the_secret_and_the_doors_do_not_meet():
    secret = COOKIE.partition("=")[2]
    resident, officer = address_of(RESIDENTS, secret), address_of(OFFICERS, secret)

    assert secret_in(COOKIE, "nghedan_visitor") == secret
    assert (resident[0], officer[0], len(resident)) == ("v", "o", 41)
    assert secret not in resident


@pytest.mark.parametrize("header", ["", "nghedan_visitor=short", "nghedan_visitor=" + "ấ" * 43, ";;;=", "a=b"])
def test_a_cookie_that_we_did_not_give_is_none(header):
    assert secret_in(header, "nghedan_visitor") is None


async def test_leaving_forgets_the_visitor_on_this_device():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        await said(client)
        html = await (await client.post("/chat/leave")).text()

    assert "Xin chào" not in html
    assert setup_in(html)["fresh"]


# Words


async def test_the_language_of_the_page_can_be_changed_and_is_told_with_each_message():
    ports = MemoryPorts()
    async with a_client(ports) as client:
        await client.get("/")
        html = await (await client.post("/chat/language", data={"language": "en"})).text()
        await said(client)

    assert '<html lang="en"' in html
    assert "Write a message" in html
    assert ports.inbounds[0].language == "en"


async def test_a_language_that_nobody_speaks_here_is_refused():
    async with a_client() as client:
        await client.get("/")
        answer = await client.post("/chat/language", data={"language": "xx"})

    assert answer.status == 400


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CLIENT_TEXTS)
def test_what_the_script_says_has_words(name, language):
    assert has(f"webchat-js-{name}", language)


def test_the_script_is_given_the_words_that_it_says_and_no_others():
    scripts = [asset.body.decode() for name, asset in load_assets().files.items() if name.endswith(".js")]
    asked = {
        dotted or quoted
        for script in scripts
        for dotted, quoted in re.findall(r'\btexts(?:\.([a-z]+)|\["([a-z-]+)"\])', script)
    }

    assert asked == set(CLIENT_TEXTS)


def test_addresses_in_a_text_become_links_and_nothing_else_does():
    html = str(linked('Xem https://a.vn/x?y=1&z="<b>" (https://b.vn/q). <script>'))

    assert re.findall(r'href="([^"]*)"', html) == ["https://a.vn/x?y=1&amp;z=", "https://b.vn/q"]
    assert "<script>" not in html
    assert "<b>" not in html


def test_sizes_read_as_people_say_them():
    words = [size_words(size, "vi") for size in (10, 820 * 1024, 1_468_006)]

    assert words == ["1 KB", "820 KB", "1,4 MB"]


# What is loaded


async def test_the_pages_files_may_be_kept_for_ever_and_travel_squeezed():
    async with a_client() as client:
        html = await (await client.get("/")).text()
        urls = set(re.findall(r'(?:src|href)="(/chat/static/[^"]+)"', html))
        answers = {url: await client.get(url) for url in urls}

    assert len(urls) >= 12
    assert {answer.status for answer in answers.values()} == {200}
    assert all("immutable" in answer.headers["Cache-Control"] for answer in answers.values())
    assert all(
        answer.headers.get("Content-Encoding") == "gzip" for url, answer in answers.items() if url.endswith(".js")
    )


def test_the_page_weighs_little_besides_its_letters():
    weights = {name: len(asset.squeezed or asset.body) for name, asset in load_assets().files.items()}

    assert sum(weight for name, weight in weights.items() if "fonts/" not in name) < 40_000
    assert sum(weight for name, weight in weights.items() if name.endswith(".woff2")) < 100_000


async def test_nothing_but_the_pages_own_files_is_served():
    async with a_client() as client:
        statuses = [
            (await client.get(f"/chat/static/{load_assets().version}/{name}")).status
            for name in ("../pages.py", "%2e%2e/pages.py", "fonts/", "nothing.js")
        ]

    assert statuses == [404] * 4


# Floods


def test_a_flood_is_counted_for_each_visitor_and_passes():
    flood = Flood(most=2, seconds=10)
    waits = [flood.wait_seconds(who, now) for who, now in [("a", 0), ("a", 1), ("a", 2), ("b", 2), ("a", 10.5)]]

    assert waits == [0, 0, 8, 0, 0]
