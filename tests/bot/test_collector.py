from __future__ import annotations

import gc
import weakref

import pytest

from bot import collector
from bot.collector import Collector
from tests.support.clock import FakeClock


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
        self.collector = Collector(FakeClock(), lambda: self.messages)


def test_nothing_is_looked_through_before_anybody_wrote():
    assert Talk().collector.step() is False


def test_what_a_message_left_behind_is_freed_in_the_first_quiet_second():
    talk = Talk()
    left = weakref.ref(Ring())
    talk.messages = 3

    looked = [talk.collector.step() for _ in range(3)]

    assert (looked, left()) == ([False, True, False], None)


def test_while_messages_come_every_second_nobody_waits_for_the_collector():
    talk = Talk()
    looked = []
    for _ in range(5):
        talk.messages += 1
        looked.append(talk.collector.step())

    assert looked == [False] * 5


def test_what_stays_for_good_is_kept_out_of_every_look():
    collector.spare()

    assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == (collector.YOUNG, collector.ROUNDS, collector.FULL_ROUNDS)


async def test_the_running_collector_stops_at_once():
    talk = Talk()
    talk.collector.start()

    await talk.collector.stop()

    assert talk.collector._task.done()
