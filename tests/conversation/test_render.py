"""One rendering: buttons if all fit, else numbers; long texts in parts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from conversation.messages import Capabilities, Option, Reply, words
from conversation.render import length, render, split

FULL = Capabilities(buttons_max=10, buttons_per_row=3, label_max=30, text_max=200, choice_max_bytes=64)
REPLY = Reply(
    (words("engine-confirm"),), (Option("a", words("consent-yes"), "1.q=a"), Option("b", words("consent-no"), "1.q=b"))
)


def labels(capabilities: Capabilities) -> list[str]:
    return [b.label for row in render(REPLY, capabilities, "vi", id="1", address="x")[-1].rows for b in row]


def test_buttons_stand_alone_where_every_app_shows_them() -> None:
    (message,) = render(REPLY, FULL, "vi", id="1", address="x")

    assert labels(FULL) == ["Tôi đồng ý", "Tôi không đồng ý"]
    assert "1." not in message.text


def test_options_are_numbered_where_there_are_no_buttons() -> None:
    (message,) = render(REPLY, replace(FULL, buttons_max=0), "vi", id="1", address="x")

    assert message.rows == ()
    assert message.text.endswith("1. Tôi đồng ý\n2. Tôi không đồng ý")


def test_numbers_stand_beside_buttons_that_not_every_app_shows() -> None:
    (message,) = render(REPLY, replace(FULL, buttons_everywhere=False), "vi", id="1", address="x")

    assert len(message.rows) > 0
    assert "2. Tôi không đồng ý" in message.text


def test_one_label_that_does_not_fit_numbers_all() -> None:
    assert labels(replace(FULL, label_max=12)) == []


def test_only_the_last_part_of_a_long_message_carries_the_buttons() -> None:
    long = Reply((words("unit-alone", unit="câu dài. " * 60),), REPLY.options)

    parts = render(long, FULL, "vi", id="7", address="x")

    assert len(parts) > 1
    assert [part.id for part in parts] == [f"7.{n}" for n in range(len(parts))]
    assert all(not part.rows for part in parts[:-1])
    assert parts[-1].rows


@given(st.text(max_size=3_000), st.integers(20, 300), st.sampled_from(["code_points", "utf16"]))
def test_no_part_is_longer_than_the_limit_and_no_letter_is_lost(text: str, limit: int, unit: str) -> None:
    parts = split(text, limit, unit)

    assert all(length(part, unit) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


LISTED = Reply(
    (words("engine-confirm"),),
    (
        Option(
            "7", words("officer-open", code="HK7M-3PQR"), "!case=7", about="Đèn đường ngõ 12 thôn Hạ Lang hỏng cả tháng"
        ),
    ),
)


def only_label(capabilities: Capabilities, listed: Reply = LISTED) -> str:
    return render(listed, capabilities, "vi", id="1", address="x")[-1].rows[0][0].label


def test_a_button_says_what_it_opens_as_far_as_there_is_room() -> None:
    assert only_label(replace(FULL, label_max=64)) == "Mở HK7M-3PQR · Đèn đường ngõ 12 thôn Hạ\u00a0…"
    assert only_label(FULL) == "Mở HK7M-3PQR · Đèn đường ngõ\u00a0…"
    assert only_label(replace(FULL, label_max=16)) == "Mở HK7M-3PQR"


def test_numbers_do_not_say_again_what_the_lines_have_said() -> None:
    (message,) = render(LISTED, replace(FULL, buttons_max=0), "vi", id="1", address="x")

    assert message.text.endswith("1. Mở HK7M-3PQR")


@given(st.text(max_size=60), st.integers(13, 80), st.sampled_from(["code_points", "utf16"]))
def test_what_a_button_opens_never_makes_it_too_long(about: str, label_max: int, unit: str) -> None:
    listed = Reply(LISTED.paragraphs, (Option("7", LISTED.options[0].label, "!case=7", about=about),))

    label = only_label(replace(FULL, label_max=label_max, length_unit=unit), listed)

    assert length(label, unit) <= label_max
    assert "\n" not in label
