from __future__ import annotations

import asyncio

from bot.rounds import Rounds
from tests.support.clock import FakeClock


async def test_a_step_follows_a_pause_until_it_is_stopped():
    clock, third = FakeClock(), asyncio.Event()
    begun = clock.monotonic()
    steps = []

    async def step():
        steps.append(clock.monotonic() - begun)
        if len(steps) == 3:
            third.set()
            await asyncio.Event().wait()

    rounds = Rounds("test", clock, step, seconds=5.0)
    rounds.start()
    await third.wait()
    await rounds.stop()

    assert steps == [5.0, 10.0, 15.0]


async def test_what_never_began_is_stopped_at_once():
    await Rounds("test", FakeClock(), asyncio.Event().wait).stop()
