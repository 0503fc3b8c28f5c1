"""A text without what identifies a person, and its first sentence."""

from __future__ import annotations

import functools
import re

from matching.reading import read
from matching.reading.dictionary import dictionary as meanings
from matching.reading.words import words_of
from matching.text import nfc
from matching.understanding.persons import find_numbers, find_persons, is_form_of_address
from matching.understanding.places import find_places
from matching.understanding.spans import dictionary

MASK = "***"
_LETTERS = re.compile(r"[^\W\d_]+")
_TOUCHED = re.compile(r"[^\W\d_]\d|[\u0300-\u036f]")
"""A digit right behind a letter may be a mark of the VNI keyboard; a mark may stand apart from its letter."""

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
    if not may_identify(text):
        return nfc(text)
    reading = read(text)
    places = find_places(reading, dictionary().find(reading.tokens))
    spans = [*find_numbers(reading.written), *find_persons(reading, places)]
    masked = reading.written
    for span in sorted(spans, key=lambda span: -span.start):
        masked = masked[: span.start] + MASK + masked[span.end :]
    return masked


def may_identify(text: str) -> bool:
    """Tell whether there is anything that `mask` must look at: numbers, or a word that may stand before a name."""
    written = nfc(text)
    if find_numbers(written) or _TOUCHED.search(written):
        return True
    return any(map(_may_address, _LETTERS.findall(written)))


@functools.lru_cache(4096)
def _may_address(word: str) -> bool:
    """Tell whether a word is a form of address as it is typed, without its marks, or written out."""
    return any(
        is_form_of_address(one.normal, has_marks=True)  # as in a text with marks, where it needs none
        or is_form_of_address(one.normal, has_marks=False)
        or any(
            is_form_of_address(part, has_marks=True) for row in meanings().get(one.normal, ()) for part in row.meaning
        )
        for one in words_of(word)
    )


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
