from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert

from conversation.messages import FileKind, IncomingFile
from storage import files
from storage.schema import person, petition
from tests.support.clock import START
from tests.support.rows import a_chat

PHOTO = IncomingFile(FileKind.PHOTO, "F1", "anh.jpg", "image/jpeg", 100)


async def want(database, chat, incoming=PHOTO):
    async with database.begin() as connection:
        return await files.want(connection, chat, "telegram", incoming, START)


async def take(database, *, now=START, limit=10, channels=("telegram",)):
    async with database.begin() as connection:
        until = now + timedelta(minutes=5)
        return await files.wanted(connection, now=now, until=until, channels=channels, limit=limit)


async def a_petition(database, chat):
    async with database.begin() as connection:
        person_id = await connection.scalar(
            insert(person).values(key="p", language="vi", created_at=START).returning(person.c.id)
        )
        values = dict.fromkeys(
            ("kind", "text", "organisation", "subject", "place", "on_behalf", "name_visibility"), "x"
        )
        values |= {"code": "ABCDEFGH", "commune_code": "00001", "province_code": "01", "origin": "telegram"}
        values |= {"confidential": False, "danger": False, "filed_at": START, "person_id": person_id}
        return await connection.scalar(insert(petition).values(conversation_id=chat, **values).returning(petition.c.id))


async def test_a_wanted_file_is_taken_by_one_and_again_after_its_lease(database):
    id = await want(database, await a_chat(database))

    [first] = await take(database)
    assert (first.id, first.incoming, first.attempts) == (id, PHOTO, 1)
    assert await take(database) == []
    [second] = await take(database, now=START + timedelta(minutes=5))
    assert second.attempts == 2


async def test_files_of_channels_that_are_not_connected_wait(database):
    await want(database, await a_chat(database))

    assert await take(database, channels=("webchat",)) == []


async def test_a_file_is_decided_once(database):
    id = await want(database, await a_chat(database))
    async with database.begin() as connection:
        first = await files.refused(connection, id, "file-refused-type")
        second = await files.failed(connection, id, "file_gone")
        await files.stored(connection, id, kind=FileKind.PHOTO, mime="image/jpeg", size=1, sha256="a" * 64)
        found = await files.get(connection, id)

    assert (first, second) == (True, False)
    assert (found.state, found.reason, found.sha256) == ("refused", "file-refused-type", None)


async def test_an_attempt_that_was_not_the_files_fault_does_not_count(database):
    id = await want(database, await a_chat(database))
    await take(database)
    async with database.begin() as connection:
        at = START + timedelta(seconds=7)
        await files.later(connection, id, next_try_at=at, reason="throttled", counted=False)

    assert await take(database) == []
    assert [file.attempts for file in await take(database, now=START + timedelta(seconds=7))] == [1]


async def test_files_of_another_chat_cannot_be_attached(database):
    one, two = await a_chat(database, address="1"), await a_chat(database, address="2")
    mine, anothers = await want(database, one), await want(database, two)
    number = await a_petition(database, one)
    async with database.begin() as connection:
        count = await files.attach(connection, [mine, anothers], number, conversation_id=one)
        found = await files.of_petition(connection, number)

    assert count == 1
    assert [file.id for file in found] == [mine]


async def test_long_names_are_cut_to_what_the_table_holds(database):
    incoming = IncomingFile(FileKind.DOCUMENT, "F2", "đ" * 500, "x" * 500, 1)
    id = await want(database, await a_chat(database), incoming)
    async with database.read() as connection:
        found = await files.get(connection, id)

    assert (len(found.name), len(found.mime)) == (200, 100)


async def test_purging_frees_the_bytes_that_no_other_file_names(database):
    chat = await a_chat(database)
    one, two = await want(database, chat), await want(database, chat)
    async with database.begin() as connection:
        for id, thumbnail in ((one, "b" * 64), (two, "c" * 64)):
            await files.stored(
                connection, id, kind=FileKind.PHOTO, mime="image/jpeg", size=1, sha256="a" * 64, thumbnail=thumbnail
            )
        first = await files.purge(connection, [one])
        second = await files.purge(connection, [two])
        gone = await files.get(connection, one)

    assert (first, second) == (["b" * 64], ["a" * 64, "c" * 64])
    assert (gone.state, gone.name, gone.sha256) == ("purged", "", None)
