"""What the load benchmark counts: a reply sent twice, and not an answer that is rightly the same."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks.load.driver import Resident, Tally, Turn
from benchmarks.load.turns import table
from benchmarks.load.walk import COMMUNES, Plain
from matching.places import find_commune
from tests.doubles.bot_api import SentMessage
from tests.support.talk import gazetteer


@dataclass
class Phone:
    """A person whose words are kept, and who hears what the test says."""

    said: list[str] = field(default_factory=list)
    chat: Any = field(default_factory=lambda: SimpleNamespace(listener=None, messages=[]))

    def says(self, text: str) -> None:
        self.said.append(text)

    def taps_data(self, data: str, *, message_id: int) -> None:
        self.said.append(data)

    def hears(self, text: str, *labels: str, id: int = 1) -> None:
        rows = [[{"text": label, "callback_data": label} for label in labels]]
        self.chat.listener(SentMessage(id, 5001, "sendMessage", text, {"inline_keyboard": rows}))


@pytest.fixture
def tally() -> Tally:
    return Tally(counting=True)


@pytest.fixture
def phone(tally: Tally) -> Phone:
    phone = Phone()
    Resident(phone, Plain(), tally, None).step()
    return phone


def test_a_reply_that_comes_again_after_the_next_step_is_doubled(phone: Phone, tally: Tally) -> None:
    phone.hears("Đồng ý không?", "Đồng ý")
    phone.hears("Đồng ý không?", "Đồng ý")

    assert (tally.doubled, len(tally.latencies), len(phone.said)) == (1, 1, 2)


def test_a_reply_that_nobody_waits_for_is_doubled(tally: Tally) -> None:
    phone = Phone()
    Resident(phone, Plain(), tally, deque()).step()
    phone.hears("Ở đâu?", "Đúng rồi")
    phone.hears("Lĩnh vực?", "Rác")

    assert (tally.doubled, len(tally.latencies)) == (1, 1)


def test_the_same_answer_to_the_same_words_is_an_answer_and_the_resident_begins_anew(
    phone: Phone, tally: Tally
) -> None:
    phone.hears("Ở xã nào ạ?")
    for _ in range(2):
        phone.hears("Tôi chưa tìm thấy nơi nào tên ấy")

    begun, typed, again, anew = phone.said
    assert (typed == again, begun == anew) == (True, False)
    assert (tally.doubled, len(tally.latencies)) == (0, 3)


def test_every_commune_is_found_by_what_a_resident_types() -> None:
    found = gazetteer()

    assert [name for name in COMMUNES if not find_commune(found, name).candidates] == []


def test_who_is_held_waits_after_the_next_reply_and_says_nothing(tally: Tally) -> None:
    phone, idle = Phone(), deque[Resident]()
    resident = Resident(phone, Plain(), tally, None)
    resident.step()

    resident.hold(idle)
    phone.hears("Đồng ý không?", "Đồng ý")

    assert (list(idle), len(phone.said), len(tally.latencies)) == ([resident], 1, 1)


def test_a_turn_is_compared_with_the_firsts_of_the_same_round() -> None:
    first = [Turn(100, 1.0, 0.2), Turn(50, 1.0, 0.2)]  # a machine half as fast in the second round
    ours = [Turn(200, 1.0, 0.2), Turn(100, 1.0, 0.2)]

    assert table({"them": first, "us": ours})[-1] == ("| us | 150 | 2.00 (2.00 to 2.00) | 1.50 | 0.50 (0.50 to 0.50) |")
