"""
The few statements on the path of every message, written out for each driver and run on it directly.

One SQLAlchemy statement costs 120 to 400 µs, one of these 10 to 20 µs (reference/performance.md), and a message needs
five. All of them run inside the transaction of `Database.begin`; everything else in the house goes through
SQLAlchemy Core.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Collection, Sequence
from typing import Any, Protocol, cast

from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.prepared import open_driver


class ConversationRow(Struct):
    """A locked conversation with what is needed of its person. Moments are milliseconds since 1970."""

    id: int
    channel: str
    address: str
    person_id: int
    officer_id: int | None
    state: str
    line: int
    expires_at: int | None
    unreachable_at: int | None
    language: str
    consent_version: str | None
    sender_name: str
    waits_elsewhere: bool
    """An earlier message to this chat is unsent and not in this process's hands."""


class NewInbound(Struct, frozen=True):
    """A message to be kept; moments in milliseconds."""

    channel: str
    external_id: str
    address: str
    at: int
    received_at: int
    body: str
    purge_at: int
    """When its words are purged, unless the person agreed to our keeping them, or is an officer."""


class NewReply(Struct, frozen=True):
    """A row of table outbox for the chat that spoke; moments in milliseconds."""

    conversation_id: int
    reply: str
    not_before: int
    created_at: int
    collapse: str | None
    leased_by: str | None
    leased_until: int | None


class Saved(Struct, frozen=True):
    """What a conversation row becomes."""

    id: int
    state: str
    line: int
    expires_at: int | None
    last_inbound_at: int
    sender_name: str


Address = tuple[str, str]
"""Channel and address."""


class Hot(Protocol):
    """The statements, for one open transaction."""

    async def lock(
        self, addresses: Sequence[Address], *, language: str, now: int, me: str
    ) -> dict[Address, ConversationRow]:
        """Return the chats, locked, in id order; chats never seen are created with a new person each."""
        ...

    async def receive(
        self, messages: Sequence[NewInbound], *, language: str, now: int, me: str
    ) -> tuple[dict[Address, ConversationRow], list[int | None]]:
        """
        Lock the chats of messages, one of each, and keep the messages as the next lines there.

        Returns the chats as `lock` does; the id of each message, or None for one that was there before.
        """
        ...

    async def write(self, saved: Sequence[Saved], replies: Sequence[NewReply]) -> list[int]:
        """Write the conversations back and insert the replies; the replies' ids, in order."""
        ...

    async def settle(self, delivered: Sequence[tuple[int, int, str]], now: int) -> None:
        """Mark outbox rows delivered: (id, line, id in the messenger)."""
        ...

    async def mark(self) -> None:
        """Set the savepoint of one message."""
        ...

    async def keep(self) -> None:
        """Make what was written since the savepoint part of the transaction."""
        ...

    async def undo(self) -> None:
        """Take back what was written since the savepoint."""
        ...


def hot(database: Database, connection: AsyncConnection) -> Hot:
    """Return the statements for the open transaction of `connection`."""
    return HotSqlite(open_driver(connection)) if database.dialect == "sqlite" else HotPostgres(connection)


def _columns_of(reply: NewReply) -> tuple[Any, ...]:
    """Return what a statement is given for a reply."""
    return (
        reply.conversation_id,
        reply.reply,
        "leased" if reply.leased_by else "queued",
        reply.collapse,
        reply.not_before,
        reply.leased_by,
        reply.leased_until,
        reply.created_at,
    )


def _turned(rows: Sequence[tuple[Any, ...]], width: int) -> list[list[Any]]:
    """Return the columns of rows."""
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in range(width)]


SAVEPOINT = "message"
"""Name of the savepoint of the message at work."""

_COLUMNS = """c.id, c.channel, c.address, c.person_id, c.officer_id, c.state, c.line, c.expires_at, c.unreachable_at,
    p.language, p.consent_version, coalesce(c.sender_name, ''),
    EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state IN ('queued', 'leased')
            AND (o.leased_by IS NULL OR o.leased_by <> {me}))"""
_NEW_PERSON = "INSERT INTO person (key, language, created_at) VALUES ({0}, {1}, {2}) RETURNING id"


class HotSqlite:
    """
    On sqlite3: single statements, prepared once by the driver, no round trip to save.

    Nothing is RETURNING: SQLite collects that in a table of its own, which costs as much as the row.
    """

    _select = (
        f"SELECT {_COLUMNS.format(me='?')} FROM conversation c JOIN person p ON p.id = c.person_id "  # noqa: S608  # built from constants only
        "WHERE c.channel = ? AND c.address = ?"
    )
    _new_conversation = (
        "INSERT INTO conversation (channel, address, person_id, state, line, created_at) VALUES (?, ?, ?, '', 0, ?)"
    )
    _inbound = (
        "INSERT INTO inbound (channel, external_id, conversation_id, line, at, received_at, body, state, purge_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'done', ?) ON CONFLICT (channel, external_id) DO NOTHING"
    )
    _outbox = (
        "INSERT INTO outbox (conversation_id, line, reply, state, collapse, not_before, attempts, sent_parts, "
        "leased_by, leased_until, created_at) VALUES (?, 0, ?, ?, ?, ?, 0, 0, ?, ?, ?)"
    )
    _save = (
        "UPDATE conversation SET state = ?, line = ?, expires_at = ?, last_inbound_at = ?, sender_name = ? WHERE id = ?"
    )
    _settle = "UPDATE outbox SET state = 'delivered', line = ?, external_id = ?, done_at = ? WHERE id = ?"

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._cursor = sqlite3.Cursor(driver)  # one for all: each statement is read to its end before the next

    async def lock(
        self, addresses: Sequence[Address], *, language: str, now: int, me: str
    ) -> dict[Address, ConversationRow]:
        """See `Hot`. BEGIN IMMEDIATE has locked everything already."""
        rows = {}
        for channel, address in addresses:
            found = self._cursor.execute(self._select, (me, channel, address)).fetchone()
            if found is None:
                key = secrets.token_hex(16)
                (person,) = self._cursor.execute(_NEW_PERSON.format("?", "?", "?"), (key, language, now)).fetchone()
                self._cursor.execute(self._new_conversation, (channel, address, person, now))
                found = self._cursor.execute(self._select, (me, channel, address)).fetchone()
            rows[channel, address] = ConversationRow(*found)
        return rows

    async def receive(
        self, messages: Sequence[NewInbound], *, language: str, now: int, me: str
    ) -> tuple[dict[Address, ConversationRow], list[int | None]]:
        """See `Hot`."""
        chats = await self.lock([(m.channel, m.address) for m in messages], language=language, now=now, me=me)
        return chats, [self._insert(message, chats[message.channel, message.address]) for message in messages]

    def _insert(self, m: NewInbound, chat: ConversationRow) -> int | None:
        purge = None if chat.consent_version is not None or chat.officer_id is not None else m.purge_at
        values = (m.channel, m.external_id, chat.id, chat.line + 1, m.at, m.received_at, m.body, purge)
        done = self._cursor.execute(self._inbound, values)
        return done.lastrowid if done.rowcount else None

    async def write(self, saved: Sequence[Saved], replies: Sequence[NewReply]) -> list[int]:
        """See `Hot`."""
        values = [(r.state, r.line, r.expires_at, r.last_inbound_at, r.sender_name or None, r.id) for r in saved]
        self._cursor.executemany(self._save, values)
        # In the order of the replies, one for each: an INSERT always leaves its row's id.
        return [cast("int", self._cursor.execute(self._outbox, _columns_of(reply)).lastrowid) for reply in replies]

    async def settle(self, delivered: Sequence[tuple[int, int, str]], now: int) -> None:
        """See `Hot`."""
        self._cursor.executemany(self._settle, [(line, external, now, id) for id, line, external in delivered])

    async def mark(self) -> None:
        """See `Hot`."""
        self._cursor.execute(f"SAVEPOINT {SAVEPOINT}")

    async def keep(self) -> None:
        """See `Hot`."""
        self._cursor.execute(f"RELEASE SAVEPOINT {SAVEPOINT}")

    async def undo(self) -> None:
        """See `Hot`."""
        self._cursor.execute(f"ROLLBACK TO SAVEPOINT {SAVEPOINT}")
        self._cursor.execute(f"RELEASE SAVEPOINT {SAVEPOINT}")


class HotPostgres:
    """On asyncpg: one statement for the whole group, rows travel as arrays."""

    _select = (
        f"SELECT {_COLUMNS.format(me='$3')} FROM conversation c JOIN person p ON p.id = c.person_id "  # noqa: S608  # built from constants only
        "WHERE (c.channel, c.address) IN (SELECT * FROM unnest($1::text[], $2::text[])) ORDER BY c.id FOR UPDATE OF c"
    )
    _create = """
        WITH wanted AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS w(channel, address, key)),
        people AS (INSERT INTO person (key, language, created_at) SELECT key, $4, $5 FROM wanted RETURNING id, key)
        INSERT INTO conversation (channel, address, person_id, state, line, created_at)
        SELECT w.channel, w.address, p.id, '', 0, $5 FROM wanted w JOIN people p USING (key)
        ON CONFLICT (channel, address) DO NOTHING"""
    _receive = f"""
        WITH told AS (
            SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[],
                                 $7::bigint[])
              WITH ORDINALITY AS r(channel, external_id, address, at, received_at, body, purge_at, n)),
        chat AS MATERIALIZED (
            SELECT {_COLUMNS.format(me="$8")} FROM conversation c JOIN person p ON p.id = c.person_id
            WHERE (c.channel, c.address) IN (SELECT channel, address FROM told) ORDER BY c.id FOR UPDATE OF c),
        kept AS (
            INSERT INTO inbound (channel, external_id, conversation_id, line, at, received_at, body, state, purge_at)
            SELECT t.channel, t.external_id, c.id, c.line + 1, t.at, t.received_at, t.body, 'done',
                CASE WHEN c.consent_version IS NULL AND c.officer_id IS NULL THEN t.purge_at END
            FROM told t JOIN chat c ON c.channel = t.channel AND c.address = t.address
            ORDER BY n ON CONFLICT (channel, external_id) DO NOTHING RETURNING id, conversation_id)
        SELECT chat.*, kept.id FROM chat LEFT JOIN kept ON kept.conversation_id = chat.id"""  # noqa: S608  # constants
    _write = """
        WITH saved AS (
            UPDATE conversation c SET state = r.state, line = r.line, expires_at = r.expires_at,
                last_inbound_at = r.last_inbound_at, sender_name = r.sender_name
            FROM unnest($1::bigint[], $2::text[], $3::int[], $4::bigint[], $5::bigint[], $6::text[])
              AS r(id, state, line, expires_at, last_inbound_at, sender_name) WHERE c.id = r.id)
        INSERT INTO outbox (conversation_id, line, reply, state, collapse, not_before, attempts, sent_parts,
                            leased_by, leased_until, created_at)
        SELECT conversation_id, 0, reply, state, collapse, not_before, 0, 0, leased_by, leased_until, created_at
        FROM unnest($7::bigint[], $8::text[], $9::text[], $10::text[], $11::bigint[], $12::text[], $13::bigint[],
                    $14::bigint[])
          WITH ORDINALITY AS r(conversation_id, reply, state, collapse, not_before, leased_by, leased_until,
                               created_at, n)
        ORDER BY n RETURNING id"""
    _settle = """
        UPDATE outbox o SET state = 'delivered', line = r.line, external_id = r.external_id, done_at = $4
        FROM unnest($1::bigint[], $2::int[], $3::text[]) AS r(id, line, external_id) WHERE o.id = r.id"""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection
        self._driver = open_driver(connection)

    async def _first(self, statement: str, *values: Any) -> Sequence[Any]:
        """
        Run what may be a transaction's first statement, and return its rows.

        It goes through SQLAlchemy, which opens asyncpg's transaction with the first statement that it sees; where one
        was there before, which set something for the transaction, it need not.
        """
        if self._driver.is_in_transaction():
            return cast("Sequence[Any]", await self._driver.fetch(statement, *values))
        result = await self._connection.exec_driver_sql(statement, values)
        return result.fetchall() if result.returns_rows else ()

    async def lock(
        self, addresses: Sequence[Address], *, language: str, now: int, me: str
    ) -> dict[Address, ConversationRow]:
        """See `Hot`. Rows are locked in id order, so two workers never wait for each other in a circle."""
        channels, places = [a[0] for a in addresses], [a[1] for a in addresses]
        found = await self._first(self._select, channels, places, me)
        if len(found) < len(addresses):
            await self._create_chats(set(addresses) - {(row[1], row[2]) for row in found}, language, now)
            found = await self._driver.fetch(self._select, channels, places, me)
        return {(row[1], row[2]): ConversationRow(*row) for row in found}

    async def _create_chats(self, addresses: Collection[Address], language: str, now: int) -> None:
        new = sorted(addresses)
        keys = [secrets.token_hex(16) for _ in new]
        await self._driver.execute(self._create, [a[0] for a in new], [a[1] for a in new], keys, language, now)

    async def receive(
        self, messages: Sequence[NewInbound], *, language: str, now: int, me: str
    ) -> tuple[dict[Address, ConversationRow], list[int | None]]:
        """See `Hot`. One way there and back for all of it, but for a chat's first message."""
        found = list(await self._first(self._receive, *self._columns(messages), me))
        known = {(row[1], row[2]) for row in found}
        new = [message for message in messages if (message.channel, message.address) not in known]
        if new:
            await self._create_chats({(message.channel, message.address) for message in new}, language, now)
            found += await self._driver.fetch(self._receive, *self._columns(new), me)
        chats = {(row[1], row[2]): ConversationRow(*row[:-1]) for row in found}
        ids = {(row[1], row[2]): row[-1] for row in found}
        return chats, [ids[message.channel, message.address] for message in messages]

    @staticmethod
    def _columns(messages: Sequence[NewInbound]) -> list[list[Any]]:
        rows = [(m.channel, m.external_id, m.address, m.at, m.received_at, m.body, m.purge_at) for m in messages]
        return _turned(rows, 7)

    async def write(self, saved: Sequence[Saved], replies: Sequence[NewReply]) -> list[int]:
        """See `Hot`. One way there and back for both."""
        rows = [(r.id, r.state, r.line, r.expires_at, r.last_inbound_at, r.sender_name or None) for r in saved]
        columns = (*_turned(rows, 6), *_turned([_columns_of(reply) for reply in replies], 8))
        return sorted(row[0] for row in await self._driver.fetch(self._write, *columns))

    async def settle(self, delivered: Sequence[tuple[int, int, str]], now: int) -> None:
        """See `Hot`."""
        await self._first(self._settle, *_turned(delivered, 3), now)

    async def mark(self) -> None:
        """See `Hot`."""
        await self._driver.execute(f"SAVEPOINT {SAVEPOINT}")

    async def keep(self) -> None:
        """See `Hot`. The commit releases it: the next message's lies inside, and of one name the innermost counts."""

    async def undo(self) -> None:
        """See `Hot`."""
        await self._driver.execute(f"ROLLBACK TO SAVEPOINT {SAVEPOINT}; RELEASE SAVEPOINT {SAVEPOINT}")
