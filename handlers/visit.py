"""One message being handled: who spoke, where the conversation stands, the open transaction, the replies so far."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import Json
from conversation.forms import State
from conversation.messages import Inbound, Option, Reply, Words
from conversation.state import begin, state_from_json
from handlers.services import Services
from storage import petitions
from storage.hot import ConversationRow, Hot
from storage.types import to_ms


class Visit:
    """
    What a handler is given. It says things with `say`, and reaches the database through `db`, or `look` to read only.

    The first call of `db` opens this message's savepoint: a message that writes nothing costs none, and one
    that fails takes only its own changes back.
    """

    def __init__(
        self,
        inbound: Inbound,
        row: ConversationRow,
        state: State,
        *,
        inbound_id: int,
        now: datetime,
        services: Services,
        connection: AsyncConnection,
        statements: Hot,
        alone: bool,
    ) -> None:
        self.inbound, self.row, self.state = inbound, row, state
        self.inbound_id, self.now, self.services = inbound_id, now, services
        self.now_ms = to_ms(now)
        """The moment of the message in milliseconds since 1970."""
        self.replies: list[Reply] = []
        self.keep_until: datetime | None = None
        """When this message's words are purged; None keeps them."""
        self.begun = False
        """A handler began a form: its first question is asked after the handler."""
        self.calls: Mapping[str, Callable[[Visit, str], Awaitable[bool | None]]] = {}
        """The commands, for a handler that passes on to another; given by the router."""
        self._connection = connection
        self._statements = statements
        self._marked = False
        self._alone = alone
        """No other message is in the transaction."""
        self._looked = False
        """Something was read outside any savepoint."""
        self._newest: Sequence[Row[Any]] | None = None

    @property
    def language(self) -> str:
        """The person's language."""
        return self.row.language

    @property
    def step(self) -> tuple[str, str, str]:
        """Where in which form the message finds its conversation, and what was tapped: alike for the same step."""
        shown = self.state.shown
        return self.state.form, shown.question if shown else "", self.inbound.choice.partition(".")[2]

    @property
    def consented(self) -> bool:
        """Whether the person agreed to our keeping what they write."""
        return self.row.consent_version is not None

    async def db(self) -> AsyncConnection:
        """Return the connection, inside this message's own savepoint."""
        if not self._marked:
            await self._statements.mark()
            self._marked = True
        return self._connection

    async def look(self) -> AsyncConnection:
        """
        Return the connection for queries that only read, which need no savepoint to be taken back.

        One that fails spoils the whole transaction on PostgreSQL. Its messages are handled again, each alone and
        inside a savepoint.
        """
        if self._alone:
            return await self.db()
        self._looked = True
        return self._connection

    async def newest_petition(self) -> Row[Any] | None:
        """Return the person's newest petition as it was before this message, None for somebody without one."""
        if self._newest is None:
            self._newest = await petitions.petitions_of_person(await self.look(), self.row.person_id, limit=1)
        return self._newest[0] if self._newest else None

    @property
    def may_have_spoiled(self) -> bool:
        """Whether a failure may be that of a query outside any savepoint."""
        return self._looked and not self._marked

    def say(self, *paragraphs: Words, options: tuple[Option, ...] = ()) -> None:
        """Add a message to this chat."""
        self.replies.append(Reply(paragraphs, options))

    def erased(self, *paragraphs: Words, options: tuple[Option, ...] = ()) -> None:
        """Say that what was said in this chat is erased: pages that show it are to forget it."""
        self.replies.append(Reply(paragraphs, options, erases=True))

    def begin(self, form: str, *, args: dict[str, Json] | None = None, **answers: Json) -> None:
        """Begin a form with what is already known; one in progress is parked."""
        begin(self.state, form, args=args, **answers)
        self.begun = True

    async def call(self, command: str, rest: str = "") -> bool:
        """Pass on to a command; False when it had nothing to do with the message."""
        return await self.calls[command](self, rest) is not False

    async def take_back(self) -> None:
        """Undo what was written, answered and said so far: the handler refused."""
        await self.undo()
        self.state = state_from_json(self.row.state)
        self.replies.clear()
        self.begun = False

    async def keep(self) -> None:
        """Make what was written part of the group's transaction."""
        if self._marked:
            self._marked = False
            await self._statements.keep()

    async def undo(self) -> None:
        """Take back what was written."""
        if self._marked:
            self._marked = False
            await self._statements.undo()
