"""Several processes on one disk: each its own spool, and what the dead left is taken over once."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys

import pytest

from bot.spool import Spool
from bot.spool_folders import LOCK, SpoolFolders
from conversation.messages import Inbound
from tests.support.clock import START


def said(number, *, chat="1"):
    return Inbound("telegram", str(number), chat, START, text=f"lời {number}")


async def heard(spool: Spool) -> list[str]:
    """Hand everything on; return the ids in order."""
    ids: list[str] = []

    async def receive(inbound):
        ids.append(inbound.external_id)

    await spool.replay(receive)
    return ids


def dies(folders: SpoolFolders) -> None:
    """End a process without a word: the system lets go of its lock."""
    os.close(folders._held)


async def spools(folders: SpoolFolders, *numbers: int) -> None:
    for number in numbers:
        await folders.spool.add(said(number))
        await asyncio.sleep(0.002)  # files of one process are ordered by number, of several by the millisecond


@pytest.fixture
def root(tmp_path):
    return tmp_path / "spool"


async def test_two_processes_do_not_see_each_others_messages(root):
    one, two = SpoolFolders(root, "one"), SpoolFolders(root, "two")
    await spools(one, 1)
    await spools(two, 2)

    assert await one.take_over() == await two.take_over() == 0
    assert (await heard(one.spool), await heard(two.spool)) == (["1"], ["2"])


async def test_what_a_killed_process_left_is_taken_over_at_the_next_start(root):
    killed = SpoolFolders(root, "killed")
    await spools(killed, 1, 2)
    dies(killed)

    after = SpoolFolders(root, "after")
    await spools(after, 3)

    assert after.spool.pending == 3
    assert await heard(after.spool) == ["1", "2", "3"]
    assert [path.name for path in root.iterdir()] == ["after"]


async def test_a_living_process_takes_over_from_one_that_ended_and_keeps_the_order_of_time(root):
    living, killed = SpoolFolders(root, "living"), SpoolFolders(root, "killed")
    await spools(living, 1)
    await spools(killed, 2)
    living.spool._open = None  # the next message begins a file of its own, as 500 messages later
    await spools(living, 3)
    dies(killed)

    assert await living.take_over() == 1
    assert await heard(living.spool) == ["1", "2", "3"]


async def test_what_several_dead_processes_left_is_taken_by_one_alone(root):
    dead = [SpoolFolders(root, f"dead-{n}") for n in range(3)]
    for number, folders in enumerate(dead):
        await spools(folders, number)
        dies(folders)

    one, two = SpoolFolders(root, "one"), SpoolFolders(root, "two")

    assert (await heard(one.spool), await heard(two.spool)) == (["0", "1", "2"], [])


async def test_files_of_an_earlier_version_or_a_backup_come_first(root):
    old = Spool(root)
    await old.add(said(1))
    [file] = root.glob("*.jsonl")
    file.rename(root / "000000001.jsonl")

    folders = SpoolFolders(root, "me")
    await spools(folders, 2)

    assert await heard(folders.spool) == ["1", "2"]


async def test_messages_taken_over_survive_a_second_death(root):
    first = SpoolFolders(root, "first")
    await spools(first, 1)
    dies(first)
    second = SpoolFolders(root, "second")
    dies(second)

    assert await heard(SpoolFolders(root, "third").spool) == ["1"]


async def test_a_process_that_stops_with_nothing_left_leaves_no_folder(root):
    empty, full = SpoolFolders(root, "empty"), SpoolFolders(root, "full")
    await spools(full, 1)

    empty.close()
    full.close()

    assert sorted(path.name for path in root.iterdir()) == ["full"]


async def test_lines_that_nobody_could_read_stay_where_they_are(root):
    killed = SpoolFolders(root, "killed")
    await spools(killed, 1)
    (root / "killed" / "unreadable.txt").write_text("a person's words\n")
    dies(killed)

    SpoolFolders(root, "after")

    assert [path.name for path in (root / "killed").iterdir()] == ["unreadable.txt"]


def test_the_system_lets_go_of_the_lock_of_a_killed_program(root):
    script = (
        "import os, signal, sys; from pathlib import Path; from bot.spool_folders import SpoolFolders;"
        "held = SpoolFolders(Path(sys.argv[1]), 'other'); print('ready', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen([sys.executable, "-c", script, str(root)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout is not None
    other.stdout.readline()
    SpoolFolders(root, "mine")
    while_it_lives = (root / "other" / LOCK).exists()
    other.kill()
    other.communicate()

    SpoolFolders(root, "later")

    assert (while_it_lives, (root / "other").exists()) == (True, False)
