"""Builders of rows that the outbox and the files need, with defaults."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import insert, select

from conversation.messages import Reply, reply, words
from storage import outbox
from storage.database import Database
from storage.outbox import Queued
from storage.schema import conversation, person
from storage.schema import outbox as outbox_table
from storage.types import to_ms
from tests.support.clock import START
from tests.support.looking import looking_at


async def a_chat(
    database: Database,
    *,
    channel: str = "telegram",
    address: str = "5001",
    language: str = "vi",
    **values: object,
) -> int:
    """Insert a person with a chat; return the chat's id."""
    async with database.begin() as connection:
        person_id = await connection.scalar(
            insert(person).values(key=secrets.token_hex(16), language=language, created_at=START).returning(person.c.id)
        )
        made = {"channel": channel, "address": address, "person_id": person_id, "state": "", "line": 0}
        return await connection.scalar(
            insert(conversation).values(made | {"created_at": START} | values).returning(conversation.c.id)
        )


def a_reply(key: str = "file-refused-empty", **fields: object) -> Reply:
    """Return a message with one sentence."""
    return Reply((words(key),), **fields) if fields else reply(words(key))


async def a_notice(
    database: Database, chat: int, *, now: datetime = START, said: Reply | None = None, **values: object
) -> int:
    """Queue a message for a chat; return its id."""
    async with database.begin() as connection:
        made = await outbox.queue(connection, chat, said or a_reply(), now=now, **values)
    assert made is not None
    return made


async def a_leased_reply(
    database: Database,
    chat: int,
    *,
    me: str = "me",
    now: datetime = START,
    said: Reply | None = None,
    channel: str = "telegram",
    address: str = "5001",
    lease_seconds: float = 30,
) -> Queued:
    """Insert a reply as the intake does, leased to `me`, and return what the intake hands over."""
    said = said or a_reply()
    until = now + timedelta(seconds=lease_seconds)
    async with database.begin() as connection:
        id = await outbox.queue(connection, chat, said, now=now)
        await connection.execute(
            outbox_table.update()
            .where(outbox_table.c.id == id)
            .values(state="leased", leased_by=me, leased_until=until)
        )
    return Queued(id, chat, channel, address, "vi", said, leased_until=to_ms(until), created_at=to_ms(now))


async def outbox_row(database: Database, id: int):
    """Return a row of the outbox."""
    async with looking_at(database) as connection:
        return (await connection.execute(select(outbox_table).where(outbox_table.c.id == id))).one()


async def states(database: Database) -> list[str]:
    """Return the states of all outbox rows, in order of ids."""
    async with looking_at(database) as connection:
        return list(await connection.scalars(select(outbox_table.c.state).order_by(outbox_table.c.id)))


async def chat_row(database: Database, id: int):
    """Return a row of table conversation."""
    async with looking_at(database) as connection:
        return (await connection.execute(select(conversation).where(conversation.c.id == id))).one()
