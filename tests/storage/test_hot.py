"""The statements on the path of every message, on both databases."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select, update

from storage.database import Database
from storage.hot import Address, ConversationRow, NewInbound, hot
from storage.schema import inbound, person

NOW = 1_800_000_000_000
PURGE = NOW + 1_000


def message(address: str, external_id: str) -> NewInbound:
    """Return a message of a web chat."""
    return NewInbound("webchat", external_id, address, NOW, NOW, "{}", PURGE)


async def receive(
    database: Database, messages: Sequence[NewInbound]
) -> tuple[dict[Address, ConversationRow], list[int | None]]:
    """Receive them in a transaction of their own."""
    async with database.begin() as db:
        return await hot(database, db).receive(messages, language="vi", now=NOW, me="a")


async def test_a_group_may_hold_known_chats_new_ones_and_a_message_seen_before(database: Database) -> None:
    first, (seen,) = await receive(database, [message("an", "1")])
    chats, ids = await receive(database, [message("binh", "2"), message("an", "1"), message("chi", "3")])

    assert [address for _, address in sorted(chats)] == ["an", "binh", "chi"]
    assert chats["webchat", "an"].id == first["webchat", "an"].id
    assert seen is not None
    assert [id is None for id in ids] == [False, True, False]


async def test_a_message_is_the_next_line_of_its_chat(database: Database) -> None:
    chats, (id,) = await receive(database, [message("an", "1")])
    async with database.read() as db:
        row = (await db.execute(select(inbound).where(inbound.c.id == id))).one()

    assert (row.conversation_id, row.line) == (chats["webchat", "an"].id, chats["webchat", "an"].line + 1)


async def test_words_of_who_agreed_are_not_purged(database: Database) -> None:
    chats, _ = await receive(database, [message("an", "1"), message("binh", "2")])
    async with database.begin() as db:
        of_an = person.c.id == chats["webchat", "an"].person_id
        await db.execute(update(person).where(of_an).values(consent_version="2026-11"))
    _, ids = await receive(database, [message("an", "3"), message("binh", "4")])
    async with database.read() as db:
        purged = {row.id: row.purge_at for row in await db.execute(select(inbound.c.id, inbound.c.purge_at))}

    assert [purged[id] is None for id in ids if id is not None] == [True, False]


async def test_what_is_undone_takes_back_one_message_and_not_the_one_before(database: Database) -> None:
    chats, (first, second) = await receive(database, [message("an", "1"), message("binh", "2")])
    async with database.begin() as db:
        statements = hot(database, db)
        await statements.lock([("webchat", "an")], language="vi", now=NOW, me="a")
        for id, keeps in ((first, True), (second, False)):
            await statements.mark()
            await db.execute(update(inbound).where(inbound.c.id == id).values(state="failed"))
            await (statements.keep() if keeps else statements.undo())
    async with database.read() as db:
        states = {row.id: row.state for row in await db.execute(select(inbound.c.id, inbound.c.state))}

    assert len(chats) == 2
    assert [states[id] for id in (first, second) if id is not None] == ["failed", "done"]
