"""A text without what identifies a person, and its first sentence."""

from __future__ import annotations

import re

from matching.reading import read
from matching.text import nfc
from matching.understanding.persons import find_numbers, find_persons
from matching.understanding.places import find_places
from matching.understanding.spans import dictionary

MASK = "***"
_SPACES = re.compile(r"\s+")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_ADDRESS = re.compile(
    r"^(?:kính gửi|kính thưa|kính chào|gửi|thưa|dạ thưa|xin chào|ad ơi|alo)[^,.:;!\n]{0,80}[,.:;!\n]\s*", re.IGNORECASE
)


def mask(text: str) -> str:
    """
    Return the text (NFC) with phone numbers, identity numbers and names after ông, bà, anh, chị … replaced by ***.

    It masks what it recognises: a person who reads the result must still look before it leaves the house.
    """
    reading = read(text)
    places = find_places(reading, dictionary().find(reading.tokens))
    spans = [*find_numbers(reading.written), *find_persons(reading, places)]
    masked = reading.written
    for span in sorted(spans, key=lambda span: -span.start):
        masked = masked[: span.start] + MASK + masked[span.end :]
    return masked


def summary(text: str, max_chars: int) -> str:
    """
    Return the first sentences of a text that fit into `max_chars` characters (code points), in one line.

    The form of address at the head is left out; a first sentence that is too long is cut after a word, with "…".
    """
    line = _ADDRESS.sub("", nfc(text).strip()) or nfc(text).strip()
    sentences = [_SPACES.sub(" ", sentence).strip() for sentence in _SENTENCE.split(line) if sentence.strip()]
    taken = ""
    for sentence in sentences:
        longer = f"{taken} {sentence}".strip()
        if len(longer) > max_chars:
            break
        taken = longer
    if taken or not sentences:
        return taken
    cut = sentences[0][: max(0, max_chars - 1)]
    head, space, _ = cut.rpartition(" ")
    return ((head if space else cut).rstrip(" ,;:-") + "…")[:max_chars]
