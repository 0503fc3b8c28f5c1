"""One recogniser for all channels: commands, buttons, numbers, labels."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversation.messages import Inbound, Option, words
from conversation.recognise import Command, Free, Picked, Recognised, Tapped, Vocabulary, recognise

VOCABULARY = Vocabulary(("cancel", "back", "help", "meet", "track", "mine", "new", "data", "language", "resume"))
OPTIONS = (Option("a", words("menu-new"), "1.q=a"), Option("b", words("menu-help"), "1.q=b"))


def heard(text: str = "", choice: str = "") -> Recognised:
    inbound = Inbound("test", "1", "a", datetime(2026, 11, 16, tzinfo=UTC), text=text, choice=choice)
    return recognise(inbound, OPTIONS, VOCABULARY, "vi")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("hủy", "cancel"), ("HUỶ", "cancel"), ("huy", "cancel"), ("thôi", "cancel"), ("quay lai", "back"),
        ("Trợ giúp!", "help"), ("gap can bo", "meet"), ("0", "meet"), ("/tracuu", "track"), ("kết quả", "track"),
        ("viec cua toi", "mine"), ("dữ liệu", "data"), ("làm tiếp", "resume"), ("/HELP", "help"),
    ],
)  # fmt: skip
def test_words_that_always_work_are_commands_however_typed(text: str, name: str) -> None:
    assert heard(text) == Command(name)


def test_a_command_may_carry_what_follows_it() -> None:
    assert heard("/tracuu HK7M-3PQR") == Command("track", "HK7M-3PQR")


def test_a_command_meant_for_a_bot_by_name_is_the_command() -> None:
    assert heard("/tracuu@nghe_dan_bot") == Command("track")


@pytest.mark.parametrize("text", ["thối", "thổi", "hụy", "mà", "đừng lại"])
def test_a_word_with_other_diacritics_is_no_command(text: str) -> None:
    assert not isinstance(heard(text), Command)


def test_a_command_word_inside_a_story_is_part_of_the_story() -> None:
    assert heard("cống tắc, nước thối lắm, thôi thì mong xã sớm sửa giúp bà con") == Free()


def test_a_label_wins_over_a_command_of_the_same_words() -> None:
    assert heard("Hướng dẫn") == Picked(OPTIONS[1])


def test_a_number_beyond_the_list_is_free_text() -> None:
    assert heard("3") == Free()


def test_a_button_that_is_not_shown_now_is_named_as_tapped() -> None:
    assert heard(choice="9.x=y") == Tapped("9.x=y")


@given(st.text(max_size=200))
def test_no_text_makes_the_recogniser_fail(text: str) -> None:
    heard(text)
