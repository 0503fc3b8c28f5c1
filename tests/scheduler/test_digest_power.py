"""Digests are committed without waiting for the disk: what a power cut takes back is compiled again, and sent once."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

import scheduler.digests
from bot.deliverer import Deliverer
from scheduler.digests import send_digests
from scheduler.job import JobContext
from storage import schema
from storage.database import Database
from tests.actions.world import World
from tests.scheduler.days import at
from tests.support.clock import FakeClock
from tests.support.recording_channel import RecordingChannel

OFFICERS = 6


class Noted(Database):
    """A database that notes of each transaction whether it waited for the disk, and how long the log was after it."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.durable: list[bool] = []
        self.lengths: list[int] = []

    @contextlib.asynccontextmanager
    async def begin(self, *, durable: bool = True) -> AsyncIterator[AsyncConnection]:
        async with super().begin(durable=durable) as db:
            yield db
        self.durable.append(durable)
        log = Path(f"{self.url.database}-wal")
        self.lengths.append(log.stat().st_size if log.exists() else 0)


@pytest.fixture(autouse=True)
def two_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler.digests, "_AT_ONCE", {"sqlite": 2, "postgresql": 2})


async def officers_with_work(database: Database) -> World:
    world = World(database)
    for number in range(OFFICERS):
        await world.officer(f"Officer {number}")
    await world.file()
    await world.forget_news()
    return world


async def send(database: Database) -> int:
    return await send_digests(database, JobContext(now=at(17), slot="hand-power"))


async def test_digests_do_not_wait_for_the_disk_and_whoever_claims_them_for_sending_does(tables_url: str) -> None:
    database = Noted(tables_url)
    world = await officers_with_work(database)
    channel = next(chat.channel for chat in await world.rows(schema.conversation) if chat.officer_id)
    deliverer = Deliverer(database, {channel: RecordingChannel(channel)}, me="me", clock=FakeClock(at(17)))

    database.durable.clear()
    count = await send(database)
    queueing, database.durable = database.durable, []
    taken = await deliverer.claim()
    claiming = database.durable[:1]
    await deliverer.idle()
    await database.close()

    assert (count, queueing) == (OFFICERS, [False] * 3)
    assert (taken > 0, claiming) == (True, [True])


@pytest.mark.parametrize("kept", [0, 1, 2, 3])
async def test_after_a_power_cut_that_took_the_last_digests_back_each_is_there_once(
    sqlite_url: str, tmp_path: Path, kept: int
) -> None:
    """The file and as much of its log as had come to the disk: so many of three transactions."""
    database = Noted(sqlite_url)
    await officers_with_work(database)
    lengths = [database.lengths[-1]]
    database.lengths.clear()
    await send(database)
    lengths += database.lengths
    file, log = Path(str(database.url.database)), Path(f"{database.url.database}-wal")
    shutil.copyfile(file, tmp_path / "cut.db")
    (tmp_path / "cut.db-wal").write_bytes(log.read_bytes()[: lengths[kept]])
    await database.close()

    after = Database(f"sqlite:///{tmp_path / 'cut.db'}")
    left = len(await World(after).rows(schema.outbox))
    again = await send(after)
    names = sorted(row.once for row in await World(after).rows(schema.outbox))
    await after.close()

    assert (left, again) == (2 * kept, OFFICERS - 2 * kept)
    assert names == [f"digest/{number}/2026-11-17" for number in range(1, OFFICERS + 1)]


async def test_when_a_transaction_of_digests_fails_the_run_fails_and_nothing_of_it_goes_on(database: Database) -> None:
    world = await officers_with_work(database)

    class Full(Noted):
        @contextlib.asynccontextmanager
        async def begin(self, *, durable: bool = True) -> AsyncIterator[AsyncConnection]:
            async with super().begin(durable=durable) as db:
                yield db
                if len(self.durable) == 1:
                    raise OSError("the disk is full")

    full = Full(database.url.render_as_string(hide_password=False))
    with pytest.raises(OSError, match="the disk is full"):
        await send(full)
    await full.close()

    assert len(await world.rows(schema.outbox)) == 2
    assert await send(database) == OFFICERS - 2
