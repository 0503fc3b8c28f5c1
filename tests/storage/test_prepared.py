"""Statements that are compiled once give what SQLAlchemy's own way gives, on both databases."""

from __future__ import annotations

from sqlalchemy import select

from storage import schema
from storage.database import Database
from storage.petitions import petitions_of_person
from tests.actions.world import LAMP, World


async def test_a_persons_petitions_come_newest_first_and_with_every_value_as_it_is_kept(database: Database) -> None:
    world = World(database)
    chat = await world.chat()
    filed = [await world.file(LAMP, chat=chat, danger=danger) for danger in (False, True, False)]
    ids = [one.petition_id for one in reversed(filed)]

    await world.file(LAMP)
    async with database.begin() as db:
        of_all = select(schema.petition).order_by(schema.petition.c.id.desc())
        kept = (await db.execute(of_all.where(schema.petition.c.conversation_id == chat))).all()
        person = kept[0].person_id
        everything = await petitions_of_person(db, person)
        newest = await petitions_of_person(db, person, limit=2)
        earlier = await petitions_of_person(db, person, before=ids[1])

    assert [row.id for row in kept] == ids
    assert [tuple(row) for row in everything] == [tuple(row) for row in kept]
    assert ([row.id for row in newest], [row.id for row in earlier]) == (ids[:2], ids[2:])
    assert [type(row.danger) for row in everything] == [bool] * 3
