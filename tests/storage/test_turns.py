"""Long work in small steps: messages go first, thousands of things are walked through and given back some at a time."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from storage.database import Database
from storage.parts import in_turns, let_go
from storage.reads import AT_A_TIME, Reads
from storage.turns import TURNS


async def test_long_work_gives_way_until_a_message_is_committed(database: Database) -> None:
    entered, order = asyncio.Event(), []

    async def message() -> None:
        async with database.begin():
            entered.set()
            for _ in range(5):
                await asyncio.sleep(0)
        order.append("message")

    async def work() -> None:
        await entered.wait()
        with TURNS.last():
            await TURNS.others_first(patience_seconds=60)
        order.append("work")

    await asyncio.gather(message(), work())
    assert order == ["message", "work"]


async def test_long_work_goes_on_when_messages_never_end(database: Database) -> None:
    async with database.begin():
        with TURNS.last():
            await TURNS.others_first(patience_seconds=0.001)


async def test_work_that_somebody_waits_for_gives_away_one_turn(database: Database) -> None:
    async with database.begin():
        await TURNS.others_first(patience_seconds=3_600)


async def test_long_work_does_not_wait_for_long_work(database: Database) -> None:
    async with database.begin(durable=False):
        with TURNS.last():
            await TURNS.others_first(patience_seconds=3_600)


async def test_no_more_is_read_side_by_side_than_leaves_others_a_core(database: Database) -> None:
    reads = Reads(database)

    async with contextlib.AsyncExitStack() as stack:
        for _ in range(AT_A_TIME[database.dialect]):
            assert not reads._turns.locked()
            await stack.enter_async_context(reads.one())
        assert reads._turns.locked()


async def test_others_get_their_turn_while_thousands_are_walked_through() -> None:
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    beside = asyncio.create_task(other())
    walked = [value async for value in in_turns(range(1_000), 100)]
    beside.cancel()

    assert (walked, turns) == (list(range(1_000)), 10)


@pytest.mark.parametrize(
    "held", [list(range(1_000)), {number: number for number in range(1_000)}], ids=["list", "dict"]
)
async def test_what_is_let_go_is_empty(held: list[int] | dict[int, int]) -> None:
    await let_go(held)

    assert not held
