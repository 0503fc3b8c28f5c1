from __future__ import annotations

import shutil
import sqlite3

import pytest

from bot.checkpoints import Checkpoints
from storage.database import Database
from tests.support.logs import logged
from tests.support.rows import a_chat


@pytest.fixture
async def talk(sqlite_url):
    database = Database(sqlite_url)
    yield Talk(database)
    await database.close()


class Talk:
    """How many messages were handled, and the checkpoints that ask for it."""

    def __init__(self, database):
        self.messages = 0
        self.database = database
        self.checkpoints = Checkpoints(database, lambda: self.messages)

    def in_the_file(self, folder):
        """Return the chats in the file alone, without its log."""
        shutil.copyfile(self.database.url.database, folder / "alone.db")
        with sqlite3.connect(folder / "alone.db") as db:
            (count,) = db.execute("SELECT count(*) FROM conversation").fetchone()
        db.close()
        return count


async def test_what_was_committed_is_in_the_file_a_second_later(talk, tmp_path):
    await a_chat(talk.database)
    talk.messages = 1
    before = talk.in_the_file(tmp_path)

    made = [await talk.checkpoints.step(), await talk.checkpoints.step()]

    assert (before, made, talk.in_the_file(tmp_path)) == (0, [True, False], 1)


async def test_a_checkpoint_makes_no_writer_wait_and_waits_for_none(talk, tmp_path):
    await a_chat(talk.database)
    talk.messages = 1
    async with talk.database.begin() as connection:
        await connection.exec_driver_sql("UPDATE conversation SET line = 7")

        assert await talk.checkpoints.step()

    assert talk.in_the_file(tmp_path) == 1


async def test_a_checkpoint_that_fails_is_tried_again(talk, monkeypatch):
    talk.messages = 1

    async def broken():
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as broken_disk:
        broken_disk.setattr(talk.database, "checkpoint", broken)
        first = await talk.checkpoints.step()

    assert (first, await talk.checkpoints.step()) == (False, True)


async def test_checkpoints_that_fail_one_after_the_other_are_told_once(talk, monkeypatch):
    talk.messages = 1

    async def broken():
        raise sqlite3.OperationalError("database or disk is full")

    with logged() as log:
        with monkeypatch.context() as full_disk:
            full_disk.setattr(talk.database, "checkpoint", broken)
            for _ in range(3):
                await talk.checkpoints.step()
        await talk.checkpoints.step()

    assert [line["event"] for line in log.lines] == ["checkpoint_not_made"]


async def test_a_long_log_is_copied_by_a_commit_where_nobody_else_does_it(talk):
    async with talk.database.begin() as connection:
        pages = (await connection.exec_driver_sql("PRAGMA wal_autocheckpoint")).scalar()

    assert pages == 8000
