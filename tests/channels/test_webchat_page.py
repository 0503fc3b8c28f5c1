"""The web chat's page: whose it is, what it shows, who may ask for it, its words and its weight."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from channels.webchat import PageInfo
from channels.webchat.answers import CONTENT_SECURITY_POLICY
from channels.webchat.assets import load_assets
from channels.webchat.limits import Flood
from channels.webchat.pages import CLIENT_TEXTS
from channels.webchat.ports import Said
from channels.webchat.templates import labelled, line_view, linked, render_line, size_words
from channels.webchat.visitors import OFFICERS, RESIDENTS, address_of, is_same_origin, secret_in
from tests.channels.webchat_case import COOKIE, a_client, said, setup_in
from tests.channels.webchat_double import MemoryPorts, a_line, out
from texts import LANGUAGES, has


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


@pytest.mark.parametrize("path", ["/khong-co", "/officer/khong-co", "/chat/say", "/chat/files/7"])
async def test_an_address_where_nothing_is_leads_back_to_the_chat(path):
    async with a_client() as client:
        page = await client.get(path, headers={"Accept": "text/html"})
        html = await page.text()
        line = await client.get(path, headers={"Accept": "image/png"})

    assert (page.status, line.status) == (404, 404)
    assert (page.content_type, line.content_type) == ("text/html", "text/plain")
    assert "Không có trang này" in html
    assert '<a class="primary" href="/">Mở cuộc trò chuyện</a>' in html
    assert page.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY


async def test_an_address_where_nothing_is_speaks_the_language_of_the_page():
    async with a_client() as client:
        page = await client.get("/nothing", headers={"Accept": "text/html", "Cookie": "nghedan_language=en"})

        assert "No such page" in await page.text()


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


def test_a_range_of_days_in_a_label_is_kept_in_one_piece():
    html = str(labelled("Tuần <này> (16/11/2026 – 22/11/2026)"))

    assert html == 'Tuần &lt;này&gt; <span class="whole">(16/11/2026 – 22/11/2026)</span>'


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


@pytest.mark.parametrize(
    ("door", "own", "other"), [(RESIDENTS, "Ông/bà:", "Mặt trận:"), (OFFICERS, "Anh/chị:", "Trợ lý:")]
)
def test_a_line_is_labelled_as_its_reader_expects(door, own, other):
    lines = [a_line(said=said) for said in (Said.IN, Said.OUT)]
    html = [render_line(line_view(line), base=door.base, language="vi", voice=door.voice) for line in lines]

    assert [label in text for label, text in zip((own, other), html, strict=True)] == [True, True]


async def test_the_officers_page_speaks_to_officers_only():
    async with a_client() as client:
        html = await (await client.get("/officer")).text()

    assert "ông/bà" not in html.casefold()
