from __future__ import annotations

import pytest

from bot.pacer import CHAT_BURST, OVERALL_BURST, Pacer


def turns(pacer, chats, *, now=100.0):
    """Ask for one turn a chat, all at the same moment."""
    return [round(pacer.chat_wait(chat, now) + pacer.take(chat, now), 3) for chat in chats]


def test_a_chat_gets_a_short_burst_and_then_one_message_a_second():
    pacer = Pacer(per_chat=1.0)
    now, starts = 100.0, []
    for _ in range(CHAT_BURST + 3):
        now += pacer.chat_wait(7, now)
        pacer.take(7, now)
        starts.append(now - 100)

    assert starts == [0, 0, 0, 0, 0, 1, 2, 3]


def test_a_chat_that_was_quiet_has_its_burst_again():
    pacer = Pacer(per_chat=1.0)
    turns(pacer, [7] * CHAT_BURST)

    assert pacer.chat_wait(7, 100.0) == pytest.approx(1.0)
    assert pacer.chat_wait(7, 100.0 + CHAT_BURST) == 0


def test_one_chats_pace_is_not_anothers():
    pacer = Pacer(per_chat=1.0)
    turns(pacer, [7] * 20)

    assert pacer.chat_wait(8, 100.0) == 0


def test_all_chats_together_get_a_burst_and_then_the_overall_pace():
    pacer = Pacer(overall=30.0)

    waits = turns(pacer, range(OVERALL_BURST + 3))

    assert waits == [0] * OVERALL_BURST + [0.033, 0.067, 0.1]


def test_no_second_holds_much_more_than_the_overall_pace():
    pacer = Pacer(overall=30.0)

    waits = turns(pacer, range(300))

    for start in range(9):
        assert sum(start <= wait < start + 1 for wait in waits) <= 30 + OVERALL_BURST


def test_a_pace_of_zero_is_no_limit():
    pacer = Pacer(per_chat=0, overall=0)

    assert turns(pacer, [7] * 1000) == [0] * 1000
    assert pacer.backlog(100.0) == 0
    assert pacer.room(100.0, within_seconds=5, at_most=256) == 256


def test_the_room_shrinks_with_the_backlog():
    pacer = Pacer(overall=30.0)
    before = pacer.room(100.0, within_seconds=5, at_most=256)
    turns(pacer, range(OVERALL_BURST + 60))

    assert before == 150
    assert pacer.room(100.0, within_seconds=5, at_most=256) in {88, 89}
    assert pacer.room(102.1, within_seconds=5, at_most=256) == 150


def test_chats_that_are_quiet_again_take_no_memory():
    pacer = Pacer(per_chat=1.0)
    for chat in range(20_000):
        pacer.take(chat, 100.0 + chat)

    assert len(pacer._chats) < 2_500
