"""The benchmark's residents walk our bot, briefly: everybody is answered, nobody twice."""

from __future__ import annotations

import pytest

from benchmarks.load import bots
from benchmarks.load.driver import Load

pytestmark = pytest.mark.load


@pytest.mark.parametrize("database", [bots.ours_on_sqlite, bots.ours_on_postgres], ids=["sqlite", "postgres"])
async def test_sixteen_residents_file_petitions_and_no_reply_is_lost_or_doubled(database):
    with database() as kind:
        async with bots.running(kind) as bot:
            load = Load(bot.api, bot.process, residents=16, strangers=True)
            await load.file(64)

            assert load.tally.petitions >= 64
            assert (load.tally.lost, load.tally.doubled) == (0, 0)


async def test_a_lost_acknowledgement_files_nothing_twice():
    with bots.ours_on_sqlite() as kind:
        async with bots.running(kind) as bot:
            bot.api.faults.lost_acknowledgements = 12
            load = Load(bot.api, bot.process, residents=8)
            await load.file(24)

            assert (load.tally.lost, load.tally.doubled) == (0, 0)


async def test_in_turns_everybody_goes_on_where_he_stood():
    with bots.ours_on_sqlite() as kind:
        async with bots.running(kind) as bot:
            load = Load(bot.api, bot.process, residents=4)
            for _ in range(2):
                await load.turn(0.1, settle=0.0)

            assert len(load.tally.latencies) >= 2 * 4, "each had a reply in each turn"
            assert (load.tally.lost, load.tally.doubled) == (0, 0)
