"""
The one owner of a message's transaction: inbound row, locked conversation, answers, action, outbox, all or nothing.

Messages of different chats that arrive together share one commit; each writes in a savepoint of its own, so one that
fails is taken back alone and tried once more alone. What fails twice is committed as failed and apologised for.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol

from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import inbound_from_json, inbound_to_json, reply_to_json
from conversation.messages import Event, Inbound, Reply, words
from conversation.state import state_from_json, state_to_json
from domain.calendar import WorkCalendar
from handlers.services import Clock, Services
from handlers.visit import Visit
from storage import files, outbox, schema
from storage.database import Database
from storage.hot import Address, ConversationRow, Hot, NewInbound, NewReply, Saved, hot
from storage.outbox import Queued
from storage.types import to_ms
from texts import LANGUAGES

log = logging.getLogger(__name__)

GROUP_MAX = 64
"""Messages that share one commit. More would make the first wait for the last."""

REFUSING_SECONDS = 30.0
"""After a message that nothing could keep, others are better sent elsewhere; then it is tried again."""

LANES = {"sqlite": 1, "postgresql": 2}
"""
Groups at work at once. SQLite has one writer; PostgreSQL's answers take time in which another group can be thought
about. A chat is in one of them at most.
"""

LEASE = timedelta(seconds=30)
"""How long a reply is ours to send before another process may take it over."""


class Deliverer(Protocol):
    """Where committed replies go."""

    def take(self, rows: Sequence[Queued]) -> None:
        """Send these; they are leased to this process."""

    def wake(self) -> None:
        """Look for messages that wait in the outbox."""


class Spool(Protocol):
    """Where messages wait on disk while the database is away."""

    @property
    def pending(self) -> int:
        """How many messages wait there; later ones must queue behind them."""
        ...

    async def add(self, inbound: Inbound) -> None:
        """Store the message durably or raise OSError."""


class Observer(Protocol):
    """Who counts and logs."""

    def handled(self, inbound: Inbound, result: str, *, conversation_id: int, seconds: float, replies: int = 0) -> None:
        """One message was handled: result is done, seen, retry, failed or spooled; so many replies went out for it."""

    def group(self, size: int) -> None:
        """So many messages shared a commit."""


@dataclass(slots=True)
class _Waiting:
    inbound: Inbound
    done: asyncio.Future[None]
    since: float
    may_spool: bool = True


class Intake:
    """Takes messages from channels. `answer` is the router: it fills a visit's replies and changes its state."""

    def __init__(
        self,
        database: Database,
        services: Services,
        answer: Callable[[Visit], Awaitable[None]],
        deliverer: Deliverer,
        spool: Spool,
        observer: Observer,
        *,
        me: str,
        clock: Clock,
        files_wanted: Callable[[], None] = lambda: None,
        prepare: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._database, self._services, self._answer = database, services, answer
        self._deliverer, self._spool, self._observer = deliverer, spool, observer
        self._me, self._clock, self._files_wanted = me, clock, files_wanted
        self._prepare = prepare
        """Loads the tables of matching before the first message: a program that nobody talks to stays small."""
        self._waiting: deque[_Waiting] = deque()
        self._waits_in_table = False
        """Replies were written that this process does not hold: the deliverer must claim them."""
        self._wake = asyncio.Event()
        self._stopping = False
        self._busy: set[Address] = set()
        """Chats whose message is at work: their next one builds on it, and waits."""
        self._lanes: list[asyncio.Task[None]] = []
        self._failing = False  # the last commit
        self._refused_at: float | None = None

    @property
    def is_refusing(self) -> bool:
        """Whether a message was turned away within `REFUSING_SECONDS`, and none was kept since: nothing is writable."""
        at = self._refused_at
        return at is not None and asyncio.get_running_loop().time() - at < REFUSING_SECONDS

    def start(self) -> None:
        """Begin to handle messages."""
        count = LANES[self._database.dialect]
        self._lanes = [asyncio.create_task(self._run(), name=f"intake-{number}") for number in range(count)]

    def use_calendar(self, calendar: WorkCalendar) -> None:
        """Let messages from now on count working days by another calendar."""
        self._services = replace(self._services, calendar=calendar)

    async def stop(self) -> None:
        """Finish what was received, then stop."""
        self._stopping = True
        self._wake.set()
        await asyncio.gather(*self._lanes)

    async def receive(self, inbound: Inbound) -> None:
        """
        Return when the message is committed, or on disk while the database is away.

        Raises:
            OSError: neither could be done: the edge must not acknowledge the message.
        """
        if self._spool.pending:
            await self._spooled(inbound)
            return
        await self._enqueue(inbound, may_spool=True)

    async def _spooled(self, inbound: Inbound) -> None:
        try:
            await self._spool.add(inbound)
        except OSError:
            self._refused_at = asyncio.get_running_loop().time()
            raise
        self._refused_at = None

    async def replay(self, inbound: Inbound) -> None:
        """
        Handle a message of the spool; return when it is committed.

        Raises:
            Exception: whatever kept it from being committed: the spool holds it still.
        """
        await self._enqueue(inbound, may_spool=False)

    async def _enqueue(self, inbound: Inbound, *, may_spool: bool) -> None:
        loop = asyncio.get_running_loop()
        waiting = _Waiting(inbound, loop.create_future(), loop.time(), may_spool)
        self._waiting.append(waiting)
        self._wake.set()
        await waiting.done

    async def _run(self) -> None:
        while True:
            group = self._next_group()
            if not group:
                if self._stopping and not self._waiting:
                    return
                self._wake.clear()
                await self._wake.wait()
                continue
            chats = {(waiting.inbound.channel, waiting.inbound.address) for waiting in group}
            self._busy |= chats
            self._observer.group(len(group))
            try:
                await self._handle_all(group)
            finally:
                self._busy -= chats
                self._wake.set()

    def _next_group(self) -> list[_Waiting]:
        """Take what waits, at most one message of a chat and none of a chat at work: the second builds on the first."""
        group: list[_Waiting] = []
        later: list[_Waiting] = []
        chats = set(self._busy)
        while self._waiting and len(group) < GROUP_MAX:
            waiting = self._waiting.popleft()
            chat = (waiting.inbound.channel, waiting.inbound.address)
            (later if chat in chats else group).append(waiting)
            chats.add(chat)
        self._waiting.extendleft(reversed(later))
        return group

    async def _handle_all(self, group: list[_Waiting]) -> None:
        try:
            retry = await self._commit_group(group)
        except Exception as error:  # noqa: BLE001  # whoever waits must be answered, whatever it is
            if len(group) > 1:  # find out whose it is
                for waiting in group:
                    await self._handle_all([waiting])
                return
            await self._rescue(group[0], error)
            return
        self._failing, self._refused_at = False, None
        for waiting in group:
            if not waiting.done.done():
                waiting.done.set_result(None)
        for inbound_id in retry:
            await self.retry(inbound_id)

    async def _rescue(self, waiting: _Waiting, error: Exception) -> None:
        """The transaction itself failed: keep the message on disk, whatever the reason."""
        if not waiting.may_spool:
            waiting.done.set_exception(error)
            return
        # A trace once: while the disk is full every message would bring the same one.
        trace, self._failing = None if self._failing else error, True
        about = {"channel": waiting.inbound.channel, "error": type(error).__name__}
        log.error("commit failed, message goes to the spool", exc_info=trace, extra=about)
        try:
            await self._spooled(waiting.inbound)
        except Exception as worse:  # noqa: BLE001  # whoever waits must learn that nothing was kept
            waiting.done.set_exception(worse)
            return
        waiting.done.set_result(None)
        self._observe(waiting, "spooled", 0)

    def _observe(self, waiting: _Waiting, result: str, conversation_id: int, replies: int = 0) -> None:
        seconds = asyncio.get_running_loop().time() - waiting.since
        self._observer.handled(
            waiting.inbound, result, conversation_id=conversation_id, seconds=seconds, replies=replies
        )

    async def _commit_group(self, group: list[_Waiting]) -> list[int]:
        """Handle the group in one transaction; return the ids of messages to be tried once more alone."""
        await self._make_ready()
        async with self._database.begin() as connection:
            statements = hot(self._database, connection)
            chats = await self._lock(statements, [w.inbound for w in group])
            ids = await statements.insert_inbound([self._row(w.inbound, chats) for w in group])
            visits = [
                self._visit(w.inbound, chats, id, connection, statements) if id is not None else None
                for w, id in zip(group, ids, strict=True)
            ]
            results = [await self._one(visit) if visit is not None else "seen" for visit in visits]
            done = [v for v, result in zip(visits, results, strict=True) if v is not None and result == "done"]
            retry = [
                v.inbound_id for v, result in zip(visits, results, strict=True) if v is not None and result == "retry"
            ]
            queued = await self._write(statements, connection, done, [v for v in visits if v is not None])
            if retry:
                await connection.execute(
                    update(schema.inbound).where(schema.inbound.c.id.in_(retry)).values(state="retry")
                )
            news, wants = outbox.news_of(connection), outbox.news_of(connection, files.WANTS)
        self._hand_over(queued, news=news, wants=wants)
        for waiting, visit, result in zip(group, visits, results, strict=True):
            replies = len(visit.replies) if visit is not None and result == "done" else 0
            self._observe(waiting, result, chats[waiting.inbound.channel, waiting.inbound.address].id, replies)
        return retry

    async def _lock(self, statements: Hot, group: Sequence[Inbound]) -> dict[Address, ConversationRow]:
        addresses = [(inbound.channel, inbound.address) for inbound in group]
        # Many phones in Vietnam are set to English: everybody starts in Vietnamese and may switch.
        return await statements.lock(addresses, language=LANGUAGES[0], now=to_ms(self._clock()), me=self._me)

    def _row(self, inbound: Inbound, chats: dict[Address, ConversationRow]) -> NewInbound:
        chat = chats[inbound.channel, inbound.address]
        now = self._clock()
        purge = None if chat.consent_version or chat.officer_id else to_ms(now + self._services.limits.purge_after)
        return NewInbound(
            inbound.channel, inbound.external_id, chat.id, chat.line + 1, to_ms(inbound.at), to_ms(now),
            inbound_to_json(inbound), purge,
        )  # fmt: skip

    def _visit(
        self,
        inbound: Inbound,
        chats: dict[Address, ConversationRow],
        inbound_id: int,
        connection: AsyncConnection,
        statements: Hot,
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
        )

    async def _one(self, visit: Visit) -> str:
        try:
            await self._answer(visit)
        except Exception as error:
            if isinstance(error, DBAPIError) and error.connection_invalidated:
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
        saved = [self._saved(visit, id(visit) in finished) for visit in all_visits]
        rows = [self._new_reply(visit, reply) for visit, reply in pairs]
        ids = await statements.write(saved, rows)
        if not all(row.leased_by for row in rows):
            self._waits_in_table = True
        return [
            self._queued(id, visit, reply, row)
            for id, (visit, reply), row in zip(ids, pairs, rows, strict=True)
            if row.leased_by
        ]

    def _saved(self, visit: Visit, finished: bool) -> Saved:
        row, state = visit.row, visit.state
        text = state_to_json(state) if finished else row.state
        expires = visit.now + self._services.limits.expires_after if finished and (state.form or state.parked) else None
        return Saved(
            id=row.id,
            state=text,
            line=row.line + 1,
            expires_at=to_ms(expires) if expires else None,
            last_inbound_at=to_ms(visit.inbound.at),
            sender_name=visit.inbound.sender_name or row.sender_name,
        )

    def _new_reply(self, visit: Visit, reply: Reply) -> NewReply:
        now = to_ms(visit.now)
        mine = not (visit.row.waits_elsewhere or reply.delay_seconds)
        if not mine:
            visit.row.waits_elsewhere = True  # what follows in this chat queues up behind it
        return NewReply(
            conversation_id=visit.row.id,
            reply=reply_to_json(reply),
            not_before=now + int(reply.delay_seconds * 1000),
            created_at=now,
            collapse=reply.collapse or None,
            leased_by=self._me if mine else None,
            leased_until=to_ms(visit.now + LEASE) if mine else None,
        )

    def _queued(self, outbox_id: int, visit: Visit, reply: Reply, row: NewReply) -> Queued:
        assert row.leased_until is not None
        return Queued(
            id=outbox_id,
            conversation_id=visit.row.id,
            channel=visit.row.channel,
            address=visit.row.address,
            language=visit.row.language,
            reply=reply,
            leased_until=row.leased_until,
            created_at=row.created_at,
        )

    def _hand_over(self, queued: Sequence[Queued], *, news: bool, wants: bool) -> None:
        if queued:
            self._deliverer.take(queued)
        if news or self._waits_in_table:
            self._waits_in_table = False
            self._deliverer.wake()
        if wants:
            self._files_wanted()

    async def _make_ready(self) -> None:
        if self._prepare is not None:
            await self._prepare()
            self._prepare = None

    async def retry(self, inbound_id: int) -> None:
        """Try a message once more, alone; a second failure is committed, apologised for and shown to somebody."""
        await self._make_ready()
        async with self._database.begin() as connection:
            table = schema.inbound
            query = select(table.c.body).where(table.c.id == inbound_id, table.c.state == "retry").with_for_update()
            body = (await connection.execute(query)).scalar()
            if body is None:
                return
            statements = hot(self._database, connection)
            inbound = inbound_from_json(body)
            chats = await self._lock(statements, [inbound])
            visit = self._visit(inbound, chats, inbound_id, connection, statements)
            visit.row.line -= 1  # its line was given when it came
            error = await self._again(visit)
            queued = await self._write(statements, connection, [visit], [visit])
            state = "failed" if error else "done"
            await connection.execute(
                update(table).where(table.c.id == inbound_id).values(state=state, error=error or None)
            )
            news, wants = outbox.news_of(connection), outbox.news_of(connection, files.WANTS)
        self._hand_over(queued, news=news, wants=wants)
        self._observer.handled(inbound, state, conversation_id=visit.row.id, seconds=0.0, replies=len(visit.replies))

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
            visit.replies = [Reply((words("engine-failed"),))] if visit.inbound.event is Event.MESSAGE else []
            return type(error).__name__
        await visit.keep()
        return ""

    async def sweep(self) -> int:
        """Try messages whose second try was cut off by the end of a process. Returns how many."""
        async with self._database.read() as connection:
            query = select(schema.inbound.c.id).where(schema.inbound.c.state == "retry").order_by(schema.inbound.c.id)
            ids = list((await connection.execute(query)).scalars())
        for inbound_id in ids:
            await self.retry(inbound_id)
        return len(ids)
