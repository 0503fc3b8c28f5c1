"""One Chromium for the browser tests of a process, ended with the last of them, and pages of the web chat that must stay clean."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest_asyncio
from aiohttp import web
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from channels.webchat import PageInfo
from tests.browser import scripted_bot
from tests.channels.webchat_case import an_app
from tests.channels.webchat_double import MORNING, MemoryPorts

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1440, "height": 900}
INFO = PageInfo(
    "Mặt trận Tổ quốc Việt Nam xã Quảng Điền",
    "12 Trần Phú, xã Quảng Điền, TP. Huế",
    "0234 3554 321",
    "Thứ Hai đến thứ Sáu, 7 giờ 30 – 17 giờ",
)
PATIENCE_MS = 60_000
"""How long a test waits for what a page will show; far more than any machine needs."""

FLAGS = (
    "--no-sandbox",  # needed as root; the pages are our own
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


@pytest_asyncio.fixture(scope="package", loop_scope="session")
async def browser(chromium: Path) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        await browser.close()


@dataclass
class Server:
    """The web chat on a port that it keeps when it is stopped and started again."""

    ports: MemoryPorts
    port: int = 0
    runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self.runner = web.AppRunner(an_app(self.ports), shutdown_timeout=1.0)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", self.port, reuse_address=True)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        if self.runner is not None:
            await self.runner.cleanup()
            self.runner = None


@pytest_asyncio.fixture(loop_scope="session")
async def server() -> AsyncIterator[Server]:
    ports = MemoryPorts(answers=scripted_bot.answers, info=INFO)
    for number in range(6):
        ports.drawings[901 + number] = (scripted_bot.a_photo(number), "image/jpeg")
    server = Server(ports)
    await server.start()
    yield server
    await server.stop()
    await ports.settled()


@dataclass
class Chat:
    """One browser with the chat open. `complaints` must be empty in the end, unless the test breaks something."""

    server: Server
    context: BrowserContext
    page: Page
    complaints: list[str] = field(default_factory=list)
    breaks_things: bool = False

    @property
    def ports(self) -> MemoryPorts:
        return self.server.ports

    @property
    def address(self) -> str:
        return self.ports.inbounds[0].address

    async def open(self, path: str = "/") -> Chat:
        await self.page.goto(self.server.url + path)
        return self

    async def greeted(self, path: str = "/") -> Chat:
        """Open the page and wait for the bot's first word."""
        await self.open(path)
        await self.page.wait_for_selector(".line.out")
        return self

    async def says(self, text: str) -> None:
        await self.page.fill("#text", text)
        await self.page.press("#text", "Enter")

    async def taps(self, label: str) -> None:
        await self.page.locator("button.choice", has_text=label).last.click()

    async def hears(self, text: str) -> None:
        """Wait until the bot has said these words last."""
        script = """text => {
            const said = [...document.querySelectorAll(".line.out[data-number]")].pop();
            return said && said.textContent.includes(text);
        }"""
        await self.page.wait_for_function(script, arg=text)

    async def sees(self, text: str, *, times: int = 1) -> None:
        """Wait until a bubble with exactly these words stands there as often as said."""
        script = """([text, times]) => [...document.querySelectorAll(".line .text")]
            .filter((words) => words.textContent === text).length === times"""
        await self.page.wait_for_function(script, arg=[text, times])

    async def texts(self) -> list[str]:
        return await self.page.eval_on_selector_all(".line .text", "all => all.map((one) => one.textContent)")

    async def kept(self, count: int) -> None:
        """Wait until so many lines of the visitor are kept by the server."""
        script = "count => document.querySelectorAll('.line.in[data-number]').length === count"
        await self.page.wait_for_function(script, arg=count)

    async def count(self, selector: str) -> int:
        return await self.page.locator(selector).count()

    async def hides(self, *, hidden: bool) -> None:
        """Another tab comes to the front, or this one again."""
        await self.page.evaluate(
            """hidden => {
                Object.defineProperty(document, "visibilityState",
                    { configurable: true, get: () => hidden ? "hidden" : "visible" });
                document.dispatchEvent(new Event("visibilitychange"));
            }""",
            hidden,
        )


@pytest_asyncio.fixture(loop_scope="session")
async def chat(browser: Browser, server: Server):
    """Make a chat in a browser of its own: `async with chat(viewport=PHONE) as there`."""

    @asynccontextmanager
    async def make(viewport=PHONE, *, breaks_things: bool = False, **options) -> AsyncIterator[Chat]:
        options = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh", "viewport": viewport, **options}
        if viewport["width"] < 500:
            options = {"has_touch": True, **options}
        context = await browser.new_context(**options)
        context.set_default_timeout(PATIENCE_MS)
        # The same morning as the server's; timers run on.
        await context.clock.set_fixed_time(MORNING)
        there = Chat(server, context, await context.new_page(), breaks_things=breaks_things)
        watch(there, there.page)
        yield there
        await context.close()
        assert breaks_things or there.complaints == []

    return make


def watch(there: Chat, page: Page) -> None:
    """Collect what a clean page never does: errors, warnings of the policy, requests to anybody else."""

    def on_request(request) -> None:
        if not request.url.startswith((there.server.url, "data:", "blob:")):
            there.complaints.append(f"asked {request.url}")

    def on_console(message) -> None:
        if message.type in {"error", "warning"}:
            there.complaints.append(f"{message.type}: {message.text}")

    page.on("request", on_request)
    page.on("console", on_console)
    page.on("pageerror", lambda error: there.complaints.append(f"crashed: {error}"))
    page.on("websocket", lambda socket: on_socket(socket.url))

    def on_socket(url: str) -> None:
        if not url.startswith(there.server.url.replace("http", "ws")):
            there.complaints.append(f"asked {url}")
