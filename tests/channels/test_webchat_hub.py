"""The hub asks for news of open pages, for ever; a database that is away is told once."""

from __future__ import annotations

import asyncio
import contextlib
import logging

import pytest

from channels.webchat.hub import Hub, Listener


class Away:
    """A database that answers the third question and none before or after it."""

    def __init__(self) -> None:
        self.asked = 0
        self.enough = asyncio.Event()

    async def __call__(self, addresses):
        self.asked += 1
        if self.asked == 6:
            self.enough.set()
        if self.asked == 3:
            return {}
        raise OSError("no database")


async def test_a_database_that_is_away_is_told_once_each_time(caplog: pytest.LogCaptureFixture) -> None:
    hub, database = Hub(), Away()
    hub.join(Listener("a1", 0))
    with caplog.at_level(logging.ERROR):
        watch = asyncio.create_task(hub.watch(database, every_seconds=0))
        await database.enough.wait()
        watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watch

    assert [record.message for record in caplog.records] == ["webchat: newest lines could not be read"] * 2
