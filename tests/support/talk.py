"""A person who talks to the house in tests: through the real intake, on the real tables, state reloaded each time."""

from __future__ import annotations

import functools
import itertools
import secrets
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from conversation.codec import reply_from_json
from conversation.messages import Capabilities, Event, FileKind, Inbound, IncomingFile, Outbound, Pin
from conversation.recognise import Vocabulary
from conversation.render import render
from conversation.state import state_from_json
from domain.calendar import WorkCalendar
from handlers.intake import Intake
from handlers.router import Router
from handlers.services import Services
from handlers.table import Table
from handlers.wiring import build_table, spoken_commands
from matching.places import Gazetteer
from storage import schema
from storage.data import shipped_units
from storage.database import Database
from storage.outbox import Queued
from tests.support import purity
from tests.support.looking import looking_at
from tests.support.purity import watched

MONDAY = datetime(2026, 11, 16, 2, 0, tzinfo=UTC)
"""A Monday, 09:00 in Vietnam; Tuesday 24 November of the week after is a holiday."""

BUTTONS = Capabilities(buttons_max=30, buttons_per_row=3, label_max=60, text_max=4_000, choice_max_bytes=64)
NUMBERS = Capabilities(buttons_max=0, buttons_per_row=1, label_max=20, text_max=2_000, choice_max_bytes=64)

_ids = itertools.count(1)


@functools.cache
def gazetteer() -> Gazetteer:
    """Return the shipped gazetteer, built once a test process."""
    shipped = shipped_units()
    return Gazetteer.build(shipped.units, shipped.former_units)


@functools.cache
def table() -> Table:
    """Return the house's own table; each of its forms is read twice whenever it is read."""
    return watched(build_table())


@functools.cache
def vocabulary() -> Vocabulary:
    """Return the words of all commands."""
    return Vocabulary(spoken_commands(table()))


class TestClock:
    """A moment that stands until it is moved."""

    __test__ = False

    def __init__(self, now: datetime = MONDAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **delta: float) -> None:
        """Let time pass."""
        self.now += timedelta(**delta)


@dataclass
class NoDelivery:
    """Takes replies and sends nothing: tests read the outbox."""

    taken: list[Queued] = field(default_factory=list)

    def take(self, rows: Sequence[Queued]) -> None:
        self.taken.extend(rows)

    def wake(self) -> None:
        pass


class NoSpool:
    """There is no disk to fall back to: a failing commit fails the test."""

    pending = False

    async def add(self, inbound: Inbound) -> None:
        raise AssertionError("a message went to the spool")


class NoObserver:
    """Counts nothing."""

    def handled(self, inbound: Inbound, result: str, *, conversation_id: int, seconds: float, replies: int = 0) -> None:
        pass

    def group(self, size: int) -> None:
        pass


def services(**changes: Any) -> Services:
    """Return what handlers are given in tests."""
    values: dict[str, Any] = {
        "gazetteer": gazetteer,
        "calendar": WorkCalendar(()),
        "vocabulary": vocabulary(),
        "secret": b"a secret of the tests",
    }
    return Services(**{**values, **changes})


class House:
    """The intake over a database, without channels. Every message goes through objects made anew."""

    def __init__(
        self,
        database: Database,
        *,
        clock: TestClock | None = None,
        answer: Callable[[Any], Awaitable[None]] | None = None,
    ) -> None:
        self.database = database
        self.clock = clock or TestClock()
        self.services = services()
        self.answer = answer

    async def hear(self, inbound: Inbound) -> None:
        """Handle one message as a process would that has just started."""
        intake = Intake(
            self.database,
            self.services,
            self.answer or Router(table()),
            NoDelivery(),
            NoSpool(),
            NoObserver(),
            me=secrets.token_hex(4),
            clock=self.clock,
        )
        intake.start()
        try:
            await intake.receive(inbound)
        finally:
            await intake.stop()
            if purity.found:
                impure, purity.found[:] = purity.found[0], []
                raise impure

    def person(self, address: str = "an", *, channel: str = "webchat", capabilities: Capabilities = BUTTONS) -> Person:
        """Return somebody with a chat."""
        return Person(self, channel, address, capabilities)


class Person:
    """Somebody in a chat; `last` is the newest message to them as rendered, `heard` all since their last word."""

    def __init__(self, house: House, channel: str, address: str, capabilities: Capabilities) -> None:
        self.house, self.channel, self.address, self.capabilities = house, channel, address, capabilities
        self.heard: list[Outbound] = []
        self._seen = 0

    async def _send(self, **values: Any) -> None:
        self.heard = []
        number = values.pop("external_id", None) or f"{self.address}-{next(_ids)}"
        inbound = Inbound(self.channel, number, self.address, self.house.clock(), **values)
        await self.house.hear(inbound)
        await self.look()

    async def look(self) -> list[Outbound]:
        """Read the messages that came since the last look."""
        table = schema.outbox
        chat = schema.conversation
        query = (
            select(table.c.id, table.c.reply)
            .join(chat, chat.c.id == table.c.conversation_id)
            .where(
                chat.c.channel == self.channel,
                chat.c.address == self.address,
                table.c.id > self._seen,
                table.c.state != "replaced",
            )
            .order_by(table.c.id)
        )
        async with looking_at(self.house.database) as db:
            for id, reply in (await db.execute(query)).all():
                self._seen = id
                self.heard += render(reply_from_json(reply), self.capabilities, "vi", id=str(id), address=self.address)
        return self.heard

    async def says(self, text: str, **values: Any) -> Person:
        """Write a text, which may be a label or a number."""
        await self._send(text=text, **values)
        return self

    async def taps(self, label: str) -> Person:
        """Tap a button of any message heard since the last word, by (the beginning of) its label."""
        buttons = [button for message in self.heard for row in message.rows for button in row]
        found = [b for b in buttons if b.label == label] or [b for b in buttons if b.label.startswith(label)]
        assert found, f"no button {label!r} among {[b.label for b in buttons]}"
        await self._send(choice=found[-1].choice)
        return self

    async def taps_choice(self, choice: str) -> Person:
        """Tap a button by its payload, such as one kept from long ago."""
        await self._send(choice=choice)
        return self

    async def sends_photo(self, source: str = "", *, album: str = "", text: str = "") -> Person:
        """Send a photo."""
        name = source or f"photo-{next(_ids)}"
        file = IncomingFile(FileKind.PHOTO, name, mime="image/jpeg", size=1_000, unique=name)
        await self._send(files=(file,), album=album, text=text)
        return self

    async def sends_pin(self, lat: float, lon: float) -> Person:
        """Send a point on the map."""
        await self._send(pin=Pin(lat, lon))
        return self

    async def does(self, event: Event, **values: Any) -> Person:
        """Do something else: open, block, edit ..."""
        await self._send(event=event, **values)
        return self

    @property
    def last(self) -> Outbound:
        """The newest message."""
        assert self.heard, "nothing was heard"
        return self.heard[-1]

    @property
    def text(self) -> str:
        """All that was heard since the last word."""
        return "\n---\n".join(message.text for message in self.heard)

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons heard."""
        return [button.label for message in self.heard for row in message.rows for button in row]

    async def asked(self) -> str:
        """Return "form.question" of what is being asked, '' for nothing."""
        table = schema.conversation
        query = select(table.c.state).where(table.c.channel == self.channel, table.c.address == self.address)
        async with looking_at(self.house.database) as db:
            state = state_from_json((await db.execute(query)).scalar_one())
        return f"{state.form}.{state.shown.question}" if state.form and state.shown else ""


__all__ = ["BUTTONS", "MONDAY", "NUMBERS", "House", "Person", "TestClock", "gazetteer", "replace", "services"]
