"""How a reader is spoken to: by another form of address, by words of their own, and never in what somebody wrote."""

from __future__ import annotations

import pytest

from conversation.messages import Capabilities, Reply, words
from conversation.render import render
from conversation.voices import OFFICER, say_in

FULL = Capabilities(buttons_max=10, buttons_per_row=3, label_max=30, text_max=2_000, choice_max_bytes=64)


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        ("", "Ông/bà xem đã đúng chưa ạ?"),
        ("con", "Con xem đã đúng chưa ạ?"),
        ("chau", "Cháu xem đã đúng chưa ạ?"),
        (OFFICER, "Anh/chị xem đã đúng chưa ạ?"),
        ("nobody", "Ông/bà xem đã đúng chưa ạ?"),
    ],
)
def test_the_form_of_address_is_the_readers(voice: str, said: str) -> None:
    assert say_in(voice, "engine-confirm", "vi") == said


def test_a_sentence_with_words_of_its_own_for_a_voice_is_said_in_those() -> None:
    assert "gõ “việc”" in say_in(OFFICER, "engine-empty", "vi")
    assert "111" in say_in("con", "care-here", "vi")
    assert "115" in say_in("", "care-here", "vi")


@pytest.mark.parametrize("voice", ["con", OFFICER])
def test_what_somebody_wrote_stays_as_it_is(voice: str) -> None:
    told = "Ông/bà trưởng thôn mắng cháu, ông/bà ấy hay uống rượu"
    reply = Reply((words("engine-confirm"), words("unit-alone", unit=told)), voice=voice)

    (message,) = render(reply, FULL, "vi", id="1", address="x")

    assert message.text.endswith(told)
    assert "Ông/bà xem" not in message.text


def test_a_sentence_inside_another_is_said_as_to_everybody() -> None:
    reply = Reply((words("officer-text", text=words("engine-confirm")),), voice=OFFICER)

    (message,) = render(reply, FULL, "vi", id="1", address="x")

    assert message.text == "Ông/bà xem đã đúng chưa ạ?"
