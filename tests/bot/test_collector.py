from __future__ import annotations

import gc
import weakref

import pytest

from bot import collector
from bot.collector import Collector


class Ring:
    """Holds itself: counting never frees it."""

    def __init__(self):
        self.me = self


@pytest.fixture(autouse=True)
def thresholds():
    kept = gc.get_threshold()
    yield
    gc.set_threshold(*kept)
    gc.unfreeze()


class Talk:
    """How many messages were handled, and the collector that asks for it."""

    def __init__(self):
        self.messages = 0
        self.collector = Collector(lambda: self.messages)


async def test_nothing_is_looked_through_before_anybody_wrote():
    assert await Talk().collector.step() is False


async def test_what_a_message_left_behind_is_freed_in_the_first_quiet_second():
    talk = Talk()
    left = weakref.ref(Ring())
    talk.messages = 3

    looked = [await talk.collector.step() for _ in range(3)]

    assert (looked, left()) == ([False, True, False], None)


async def test_while_messages_come_every_second_nobody_waits_for_the_collector():
    talk = Talk()
    looked = []
    for _ in range(5):
        talk.messages += 1
        looked.append(await talk.collector.step())

    assert looked == [False] * 5


def test_what_stays_for_good_is_kept_out_of_every_look():
    collector.spare()

    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == (collector.YOUNG, collector.ROUNDS, collector.FULL_ROUNDS)
