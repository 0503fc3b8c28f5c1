"""
The one owner of a message's transaction: inbound row, locked conversation, answers, action, outbox, all or nothing.

Messages of different chats share one commit; each writes in a savepoint of its own, so one that fails is taken back
alone and tried once more alone. What fails twice is committed as failed and apologised for.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import inbound_from_json
from conversation.messages import Event, Inbound, Reply, words
from conversation.state import state_from_json
from conversation.voices import OFFICER
from domain.calendar import WorkCalendar
from handlers.message_rows import conversation_row, inbound_row, queued, reply_row
from handlers.ports import Deliverer
from handlers.services import Clock, Services
from handlers.visit import Visit
from storage import files, outbox, schema
from storage.database import Database
from storage.hot import Address, ConversationRow, Hot, hot
from storage.outbox import Queued
from storage.types import to_ms
from texts import LANGUAGES

log = logging.getLogger(__name__)

FIRST_LANGUAGE: Final = LANGUAGES[0]
"""Many phones in Vietnam are set to English: everybody starts in Vietnamese and may switch."""


class Handled(NamedTuple):
    """What became of one message."""

    inbound: Inbound
    result: str
    """done, seen (a second time), retry (to be tried once more alone) or failed."""
    conversation_id: int
    replies: int = 0
    inbound_id: int | None = None
    """None: it was seen before."""


class GroupCommit:
    """Handles messages in one transaction. `answer` is the router: it fills a visit's replies, changes its state."""

    def __init__(
        self,
        database: Database,
        services: Services,
        answer: Callable[[Visit], Awaitable[None]],
        deliverer: Deliverer,
        *,
        me: str,
        clock: Clock,
        files_wanted: Callable[[], None],
        prepare: Callable[[], Awaitable[None]] | None,
    ) -> None:
        self._database, self._services, self._answer = database, services, answer
        self._deliverer, self._files_wanted = deliverer, files_wanted
        self._me, self._clock = me, clock
        self._prepare = prepare
        """Loads the tables of matching before the first message: a program that nobody talks to stays small."""
        self._waits_in_table = False
        """Replies were written that this process does not hold: the deliverer must claim them."""

    def use_calendar(self, calendar: WorkCalendar) -> None:
        """Let messages from now on count working days by another calendar."""
        self._services = replace(self._services, calendar=calendar)

    async def commit(self, group: Sequence[Inbound]) -> list[Handled]:
        """
        Handle the group, at most one message of a chat, in one transaction.

        Raises:
            Exception: nothing was kept. Of several messages each is to be tried alone.
        """
        await self._make_ready()
        async with self._database.begin() as connection:
            statements = hot(self._database, connection)
            chats, ids = await self._receive(statements, group)
            visits = [
                self._visit(inbound, chats, id, connection, statements, alone=len(group) == 1)
                if id is not None
                else None
                for inbound, id in zip(group, ids, strict=True)
            ]
            results = await self._each(visits)
            done = [v for v, result in zip(visits, results, strict=True) if v is not None and result == "done"]
            retry = [
                v.inbound_id for v, result in zip(visits, results, strict=True) if v is not None and result == "retry"
            ]
            queue = await self._write(statements, connection, done, [v for v in visits if v is not None])
            if retry:
                await connection.execute(
                    update(schema.inbound).where(schema.inbound.c.id.in_(retry)).values(state="retry")
                )
            news, wants = outbox.news_of(connection), outbox.news_of(connection, files.WANTS)
        self._hand_over(queue, news=news, wants=wants)
        return [
            Handled(
                inbound,
                result,
                chats[inbound.channel, inbound.address].id,
                len(visit.replies) if visit is not None and result == "done" else 0,
                id,
            )
            for inbound, visit, result, id in zip(group, visits, results, ids, strict=True)
        ]

    async def _receive(
        self, statements: Hot, group: Sequence[Inbound]
    ) -> tuple[dict[Address, ConversationRow], list[int | None]]:
        moment = self._clock()
        now, purge_at = to_ms(moment), to_ms(moment + self._services.limits.purge_after)
        rows = [inbound_row(inbound, now_ms=now, purge_at_ms=purge_at) for inbound in group]
        return await statements.receive(rows, language=FIRST_LANGUAGE, now=now, me=self._me)

    def _visit(
        self,
        inbound: Inbound,
        chats: dict[Address, ConversationRow],
        inbound_id: int,
        connection: AsyncConnection,
        statements: Hot,
        *,
        alone: bool,
    ) -> Visit:
        row = chats[inbound.channel, inbound.address]
        return Visit(
            inbound,
            row,
            state_from_json(row.state),
            inbound_id=inbound_id,
            now=self._clock(),
            services=self._services,
            connection=connection,
            statements=statements,
            alone=alone,
        )

    async def _each(self, visits: Sequence[Visit | None]) -> list[str]:
        """Answer each; those at the same step one after the other, for what it needs is still near the processor."""
        results = ["seen"] * len(visits)
        fresh = [(index, visit) for index, visit in enumerate(visits) if visit is not None]
        for index, visit in sorted(fresh, key=lambda one: one[1].step):
            results[index] = await self._one(visit)
        return results

    async def _one(self, visit: Visit) -> str:
        try:
            await self._answer(visit)
        except Exception as error:
            if visit.may_have_spoiled or (isinstance(error, DBAPIError) and error.connection_invalidated):
                raise
            log.exception("handler failed", extra={"inbound_id": visit.inbound_id, "conversation_id": visit.row.id})
            await visit.undo()
            return "retry"
        await visit.keep()
        return "done"

    async def _write(
        self, statements: Hot, connection: AsyncConnection, done: Sequence[Visit], all_visits: Sequence[Visit]
    ) -> list[Queued]:
        """Write conversations and replies; return the replies that this process sends at once."""
        pairs = [(visit, reply) for visit in done for reply in visit.replies]
        for visit, reply in pairs:
            if reply.collapse:
                await outbox.replace_collapsed(connection, visit.row.id, reply.collapse)
        finished = {id(visit) for visit in done}
        saved = [conversation_row(visit, finished=id(visit) in finished) for visit in all_visits]
        rows = [reply_row(visit, reply, me=self._me) for visit, reply in pairs]
        ids = await statements.write(saved, rows)
        if not all(row.leased_by for row in rows):
            self._waits_in_table = True
        return [
            queued(id, visit, reply, row)
            for id, (visit, reply), row in zip(ids, pairs, rows, strict=True)
            if row.leased_by
        ]

    def _hand_over(self, queue: Sequence[Queued], *, news: bool, wants: bool) -> None:
        if queue:
            self._deliverer.take(queue)
        if news or self._waits_in_table:
            self._waits_in_table = False
            self._deliverer.wake()
        if wants:
            self._files_wanted()

    async def _make_ready(self) -> None:
        if self._prepare is not None:
            await self._prepare()
            self._prepare = None

    async def retry(self, inbound_id: int) -> Handled | None:
        """
        Try a message once more, alone; a second failure is committed, apologised for and shown to somebody.

        Returns None when another process has tried it.
        """
        await self._make_ready()
        async with self._database.begin() as connection:
            table = schema.inbound
            query = select(table.c.body).where(table.c.id == inbound_id, table.c.state == "retry").with_for_update()
            body = (await connection.execute(query)).scalar()
            if body is None:
                return None
            statements = hot(self._database, connection)
            inbound = inbound_from_json(body)
            address = inbound.channel, inbound.address
            now = to_ms(self._clock())
            chats = await statements.lock([address], language=FIRST_LANGUAGE, now=now, me=self._me)
            visit = self._visit(inbound, chats, inbound_id, connection, statements, alone=True)
            visit.row.line -= 1  # its line was given when it came
            error = await self._again(visit)
            queue = await self._write(statements, connection, [visit], [visit])
            state = "failed" if error else "done"
            await connection.execute(
                update(table).where(table.c.id == inbound_id).values(state=state, error=error or None)
            )
            news, wants = outbox.news_of(connection), outbox.news_of(connection, files.WANTS)
        self._hand_over(queue, news=news, wants=wants)
        return Handled(inbound, state, visit.row.id, len(visit.replies), inbound_id)

    async def _again(self, visit: Visit) -> str:
        """Answer; return the error's name after an apology, '' when it went well."""
        try:
            await self._answer(visit)
        except Exception as error:
            if isinstance(error, DBAPIError) and error.connection_invalidated:
                raise
            log.exception("handler failed twice", extra={"inbound_id": visit.inbound_id})
            await visit.undo()
            visit.state = state_from_json(visit.row.state)
            voice = OFFICER if visit.row.officer_id is not None else visit.state.voice
            sorry = Reply((words("engine-failed"),), voice=voice)
            visit.replies = [sorry] if visit.inbound.event is Event.MESSAGE else []
            return type(error).__name__
        await visit.keep()
        return ""

    async def to_retry(self) -> list[int]:
        """Return the ids of messages whose second try was cut off by the end of a process."""
        async with self._database.read() as connection:
            query = select(schema.inbound.c.id).where(schema.inbound.c.state == "retry").order_by(schema.inbound.c.id)
            return list((await connection.execute(query)).scalars())
