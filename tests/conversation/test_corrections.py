from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversation.corrections import corrections_in
from conversation.phrases import WORD, spoken
from matching.text import nfc


def test_what_is_set_right_is_told_apart_from_what_was_wrong():
    (found,) = corrections_in("không phải 21 mà là 12")

    assert (found.said, found.instead_of) == ("12", "21")


@pytest.mark.parametrize("text", ["İstanbul ß ﬀ", "không phải İ 12 mà là ngõ 21"])
def test_letters_whose_small_form_takes_more_room_part_no_word(text):
    assert len(spoken(text).words) == len(WORD.findall(nfc(text)))
    assert corrections_in(text)


@given(st.text(max_size=60))
def test_any_text_can_be_asked_for_corrections(text):
    assert all(found.said for found in corrections_in(text))
