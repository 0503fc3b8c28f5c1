from __future__ import annotations

import asyncio
import resource

import pytest

from bot.spool import FILE_LINES, Spool, SpoolFull
from conversation.messages import Inbound
from tests.support.clock import START


def said(number, *, chat="1", text=""):
    return Inbound("telegram", str(number), chat, START, text=text or f"lời {number}")


class Handled:
    """What was handed on, in order; fails as often as told."""

    def __init__(self, failures=0):
        self.ids = []
        self.failures = failures

    async def __call__(self, inbound):
        await asyncio.sleep(0)
        if self.failures and inbound.external_id == "2":
            self.failures -= 1
            raise OSError("no database")
        self.ids.append(inbound.external_id)


async def test_what_was_added_is_handed_on_as_it_was(tmp_path):
    spool, got = Spool(tmp_path / "spool"), []
    await spool.add(said(1))

    async def receive(inbound):
        got.append(inbound)

    assert spool.pending == 1
    assert await spool.replay(receive) == 1
    assert got == [said(1)]
    assert (spool.pending, list((tmp_path / "spool").iterdir())) == (0, [])


async def test_messages_are_handed_on_in_the_order_of_their_arrival(tmp_path):
    spool, handled = Spool(tmp_path), Handled()
    await asyncio.gather(*(spool.add(said(n)) for n in range(FILE_LINES)))
    await asyncio.gather(*(spool.add(said(n)) for n in range(FILE_LINES, FILE_LINES + 20)))

    await spool.replay(handled)

    assert handled.ids == [str(n) for n in range(FILE_LINES + 20)]


async def test_messages_of_different_chats_are_handed_on_together(tmp_path):
    spool, at_once, most = Spool(tmp_path), 0, 0
    for n in range(10):
        await spool.add(said(n, chat=str(n % 5)))

    async def receive(inbound):
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0)
        at_once -= 1

    await spool.replay(receive)

    assert most == 5


async def test_what_a_killed_process_kept_is_handed_on_by_the_next(tmp_path):
    killed, handled = Spool(tmp_path), Handled()
    for n in range(3):
        await killed.add(said(n))

    spool = Spool(tmp_path)
    await spool.add(said(3))
    assert spool.pending == 4
    await spool.replay(handled)

    assert handled.ids == ["0", "1", "2", "3"]


async def test_a_torn_last_line_is_passed_over(tmp_path):
    killed, handled = Spool(tmp_path), Handled()
    await killed.add(said(0))
    [file] = tmp_path.iterdir()
    file.write_bytes(file.read_bytes() + b'{"channel": "tele')

    spool = Spool(tmp_path)
    await spool.add(said(1))
    await spool.replay(handled)

    assert handled.ids == ["0", "1"]


async def test_a_line_that_cannot_be_read_is_kept_beside_and_stops_nobody(tmp_path):
    killed, handled = Spool(tmp_path), Handled()
    await killed.add(said(0))
    [file] = tmp_path.iterdir()
    file.write_bytes(b'{"channel": 7}\n' + file.read_bytes())

    await Spool(tmp_path).replay(handled)

    assert handled.ids == ["0"]
    assert (tmp_path / "unreadable.txt").read_bytes() == b'{"channel": 7}\n'
    assert Spool(tmp_path).pending == 0


async def test_a_database_that_goes_away_again_loses_nothing(tmp_path):
    spool, handled = Spool(tmp_path), Handled(failures=1)
    for n in range(4):
        await spool.add(said(n))

    with pytest.raises(OSError, match="no database"):
        await spool.replay(handled)
    assert spool.pending == 4
    await spool.replay(handled)

    # What had been handled comes again and is recognised by its external id.
    assert handled.ids == ["0", "1", "0", "1", "2", "3"]


async def test_what_arrives_during_a_replay_is_handed_on_after_what_was_there(tmp_path):
    spool, ids, adding = Spool(tmp_path), [], []
    for n in range(3):
        await spool.add(said(n))

    async def receive(inbound):
        ids.append(inbound.external_id)
        if inbound.external_id == "0":
            adding.extend(asyncio.ensure_future(spool.add(said(n))) for n in (3, 4))
        await asyncio.sleep(0)

    await spool.replay(receive)
    await asyncio.gather(*adding)

    assert ids == ["0", "1", "2", "3", "4"]
    assert spool.pending == 0


async def test_a_replay_never_misses_a_line_that_is_being_written(tmp_path):
    spool, handled = Spool(tmp_path), Handled()
    adding = []
    for n in range(200):
        adding.append(asyncio.ensure_future(spool.add(said(n, chat=str(n)))))
        if n % 20 == 0:
            await spool.replay(handled)
    await asyncio.gather(*adding)
    await spool.replay(handled)

    assert sorted(handled.ids, key=int) == [str(n) for n in range(200)]


async def test_a_full_spool_refuses(tmp_path):
    spool = Spool(tmp_path, max_bytes=300)

    with pytest.raises(SpoolFull):
        await asyncio.gather(*(spool.add(said(n)) for n in range(10)))
    assert spool.size <= 300


async def test_a_full_disk_refuses_and_leaves_what_was_there_whole(tmp_path):
    spool, handled = Spool(tmp_path), Handled()
    await spool.add(said(1))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The nearest to a full disk that a test may make: the second line fits only in part.
    resource.setrlimit(resource.RLIMIT_FSIZE, (spool.size + 20, hard))
    try:
        with pytest.raises(SpoolFull):
            await spool.add(said(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    await spool.add(said(3))

    await Spool(tmp_path).replay(handled)

    assert handled.ids == ["1", "3"]


async def test_a_full_disk_is_not_filled_with_empty_files(tmp_path):
    spool = Spool(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))  # the log of the test is a file, too
    try:
        for number in range(3):
            with pytest.raises(SpoolFull):
                await spool.add(said(number, text="x" * 4_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert list(tmp_path.iterdir()) == []


async def test_a_folder_that_cannot_be_made_refuses(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(SpoolFull):
        await Spool(tmp_path / "file" / "spool").add(said(1))


async def test_only_we_may_read_what_people_wrote(tmp_path):
    await Spool(tmp_path / "spool").add(said(1))

    [file] = (tmp_path / "spool").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
