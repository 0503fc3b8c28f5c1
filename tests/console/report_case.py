"""A report's page as a browser meets it: one device with its cookies, links asked for in chat, forms filled in."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from types import TracebackType
from typing import Any, Self

from aiohttp import CookieJar, web
from aiohttp.test_utils import TestClient, TestServer

from actions import officers as accounts
from actions.reports import life, pages, stored
from actions.reports.compiling import Wish, compile_report
from console import Ports, add_routes
from domain.kinds import Organisation
from domain.reporting import ReportKind, days, usual_rule
from domain.roles import Role, Scope
from storage import reports as store
from storage import schema
from storage.database import Database
from storage.reports import ReportRow
from tests.support.looking import looking_at
from tests.support.talk import TestClock

UNIT = "19867"
UNITS = (("46", "Huế", "thanh_pho", ""), (UNIT, "Quảng Điền", "xa", "46"), ("19870", "Đan Điền", "xa", "46"))
PERIOD = days(date(2026, 10, 15), date(2026, 11, 14))


def a_unit(code: str, name: str, kind: str, province: str) -> dict[str, Any]:
    """Return a row of the table of units: three are enough here, the shipped list has thousands."""
    return {"code": code, "name": name, "type": kind, "province_code": province, "folded": name, "edition": "test"}


@dataclass
class Desk:
    """The server of the pages over a database; `woken` counts how often the deliverer was told of messages."""

    database: Database
    clock: TestClock
    email: bool = False
    public: bool = False
    woken: int = 0
    devices: list[TestClient[Any, Any]] = field(default_factory=list)

    async def __aenter__(self) -> Self:
        async with self.database.begin() as db:
            await db.execute(schema.unit.insert(), [a_unit(*one) for one in UNITS])
        app = web.Application()
        add_routes(app, self._ports())
        self.server = TestServer(app)
        await self.server.start_server()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for device in self.devices:
            await device.close()
        await self.server.close()

    def _ports(self) -> Ports:
        def wake() -> None:
            self.woken += 1

        return Ports(
            self.database,
            self.clock,
            secrets.token_bytes,
            lambda name: f"/static/{name}",
            wake,
            self.email,
            self.public,
        )

    async def account(self, name: str = "Lan", *roles: Role, unit: str = UNIT) -> int:
        async with self.database.begin() as db:
            return await accounts.add_officer(
                db,
                name=name,
                roles=roles or (Role.OFFICER,),
                scopes=[Scope(unit, Organisation.FRONT)],
                now=self.clock(),
            )

    async def report(self) -> ReportRow:
        wish = Wish(usual_rule(ReportKind.MONTH), UNIT, "", PERIOD)
        async with looking_at(self.database) as db:
            compiled = await compile_report(db, wish, now=self.clock())
        async with self.database.begin() as db:
            row = await life.store_compiled(db, wish, compiled, due_on=date(2026, 11, 19), now=self.clock())
        assert row is not None
        return row

    async def link(self, row: ReportRow, officer: int, *, chat: int | None = None) -> str:
        """Ask for a link as a chat does; return its path."""
        async with self.database.begin() as db:
            token = await pages.make(db, row, officer, conversation_id=chat, draw=secrets.token_bytes, now=self.clock())
        return f"/report/open/{token}"

    def device(self) -> TestClient[Any, Any]:
        """Return a browser without cookies."""
        client = TestClient(self.server, cookie_jar=CookieJar(unsafe=True))
        self.devices.append(client)
        return client

    async def opened(self, row: ReportRow, officer: int, **values: Any) -> Browser:
        """Return a browser with the report's page open."""
        browser = Browser(self.device())
        await browser.open(await self.link(row, officer, **values))
        return browser

    async def row(self, row: ReportRow) -> ReportRow:
        async with looking_at(self.database) as db:
            found = await store.report_by_id(db, row.id)
        assert found is not None
        return found

    async def value(self, row: ReportRow) -> Any:
        async with looking_at(self.database) as db:
            return await stored.value_of(db, await self.row(row))


class Browser:
    """One device; `html` is the page that it shows, `status` how it was answered."""

    def __init__(self, client: TestClient[Any, Any]) -> None:
        self.client = client
        self.html, self.status, self.path = "", 0, ""

    async def _shown(self, answer: Any) -> Browser:
        self.html, self.status, self.path = unescape(await answer.text()), answer.status, answer.url.path_qs
        self.headers = answer.headers
        return self

    async def get(self, path: str) -> Browser:
        return await self._shown(await self.client.get(path))

    async def open(self, link: str) -> Browser:
        """Tap the button behind a link."""
        return await self._shown(await self.client.post(link))

    @property
    def address(self) -> str:
        return self.path.partition("?")[0]

    def fields(self) -> dict[str, str]:
        """Return what the form with the paragraphs would send untouched, or the marks of any form."""
        found = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', self.html))
        found |= dict(re.findall(r'<input id="r-[^"]+" name="(r\.[^"]+)" value="([^"]*)"', self.html))
        texts = re.findall(r'<textarea id="t-[^"]+" name="(t\.[^"]+)"[^>]*>\n?(.*?)</textarea>', self.html, re.DOTALL)
        return found | dict(texts)

    async def press(self, do: str, **typed: str) -> Browser:
        """Fill in fields (`t__mood` for t.mood) and press a button."""
        given = {name.replace("__", "."): value for name, value in typed.items()}
        data = self.fields() | given | {"do": do}
        return await self._shown(await self.client.post(self.address, data=data))
