"""The gate before a messenger with a reply window: send now, let wait, or send elsewhere; several notices as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import structlog
from msgspec.structs import replace

from bot.books import Books
from bot.timing import Clock
from conversation.messages import Reply
from domain.window import Rules, Verdict, Window, is_important, verdict
from handlers.numbers import with_keep_open
from storage import windows
from storage.database import Database
from storage.outbox import Queued

log = structlog.get_logger(__name__)

CLOSED: Final = "window_closed"
DEAR: Final = "over_budget"
"""Reasons of messages that wait, as `channels.contract.WindowClosed` has its code."""

REMEMBERED_SECONDS: Final = 60.0
CHATS_REMEMBERED: Final = 10_000
"""An open window is open for days: of a chat that talks to us it is looked up once a minute."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """The row may be sent, with these words."""

    row: Queued


@dataclass(frozen=True, slots=True)
class Held:
    """The row waits for its person or went elsewhere; `whole_chat` when nothing of the chat can be sent."""

    reason: str
    whole_chat: bool


class Gate(Protocol):
    """What the deliverer asks before it sends."""

    async def ask(self, row: Queued, *, claimed: bool) -> Admitted | Held:
        """
        Return what becomes of the head of a chat; a held row is already written down as such.

        `claimed`: the row comes from the table; others are replies that were written a moment ago.
        """
        ...

    async def shut(self, row: Queued) -> None:
        """The messenger itself refused: nothing of this chat can be sent before its person does something."""
        ...


class WindowGate:
    """The budget of one channel. `channels` are those that run, for messages that go elsewhere."""

    def __init__(
        self, database: Database, books: Books, rules: Rules, *, channels: Sequence[str], clock: Clock, me: str
    ) -> None:
        self._database, self._books, self._rules = database, books, rules
        self._channels, self._clock, self._me = tuple(channels), clock, me
        self._looked: dict[int, tuple[float, Window]] = {}
        """Chats whose window was open and free, and when that was looked up."""

    async def ask(self, row: Queued, *, claimed: bool) -> Admitted | Held:
        """See `Gate`."""
        important = is_important(tuple(paragraph.key for paragraph in row.reply.paragraphs))
        if not claimed and self._is_free(row, important=important):
            return Admitted(row)
        async with self._database.read() as db:
            window = await windows.window_of(db, row.conversation_id)
        window = replace(
            window, sent=window.sent + self._books.unwritten(row.channel, row.address, window.interacted_at)
        )
        said = verdict(
            window,
            self._rules,
            now=self._clock.now(),
            important=important,
            spent=await self._books.spent(row.channel),
        )
        self._remember(row, window, said)
        if said is Verdict.CLOSED:
            await self._hold_chat(row, CLOSED)
            return Held(CLOSED, whole_chat=True)
        if said is Verdict.DEAR:
            async with self._database.begin() as db:
                await windows.hold(db, row.conversation_id, DEAR, only=row.id)
            return Held(DEAR, whole_chat=False)
        return Admitted(replace(row, reply=with_keep_open(await self._joined(row))) if claimed else row)

    def _is_free(self, row: Queued, *, important: bool) -> bool:
        """
        Return whether a reply is free by what was looked up a moment ago, counting what went out since.

        A word of the person meanwhile only makes more of them free; whatever else it says is looked up anew.
        """
        looked, window = self._looked.get(row.conversation_id, (-REMEMBERED_SECONDS, Window()))
        if self._clock.monotonic() - looked >= REMEMBERED_SECONDS:
            return False
        said = verdict(window, self._rules, now=self._clock.now(), important=important, spent=0)
        if said is not Verdict.FREE:
            return False
        self._looked[row.conversation_id] = (looked, replace(window, sent=window.sent + 1))
        return True

    def _remember(self, row: Queued, window: Window, said: Verdict) -> None:
        if said is not Verdict.FREE:
            self._looked.pop(row.conversation_id, None)
            return
        if len(self._looked) >= CHATS_REMEMBERED:
            self._looked.clear()
        self._looked[row.conversation_id] = (self._clock.monotonic(), replace(window, sent=window.sent + 1))

    async def shut(self, row: Queued) -> None:
        """See `Gate`."""
        self._looked.pop(row.conversation_id, None)
        async with self._database.begin() as db:
            await windows.close(db, row.conversation_id, at=self._clock.now())
        await self._hold_chat(row, CLOSED)

    async def _hold_chat(self, row: Queued, reason: str) -> None:
        now = self._clock.now()
        async with self._database.begin() as db:
            other = await windows.other_chat(db, row.conversation_id, self._channels)
            moved = await windows.move(db, row.conversation_id, other, now=now) if other is not None else 0
            held = await windows.hold(db, row.conversation_id, reason)
        log.info("window_closed", conversation_id=row.conversation_id, moved=moved, waiting=held)

    async def _joined(self, row: Queued) -> Reply:
        """Return the row's words with those of the notices behind it: each message is counted."""
        if row.sent_parts:
            return row.reply
        async with self._database.read() as db:
            if not await windows.has_behind(db, row.conversation_id, row.id):
                return row.reply
        async with self._database.begin() as db:
            joined = await windows.join_behind(db, row.conversation_id, row.id, me=self._me, now=self._clock.now())
        return joined or row.reply
