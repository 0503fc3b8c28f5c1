"""The story inside what people paste: a forwarded post without its likes and tags, a letter without its head."""

from __future__ import annotations

import functools
import re
from typing import Final

from conversation.letters import letter_in
from conversation.phrases import WORD, longest, mentioned, phrases, spoken
from matching.text import fold, nfc
from texts import say

_URL: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_TAGS: Final = re.compile(r"(?:\s*#\w+)+\s*$")
_TAG: Final = re.compile(r"#\w+")
_BETWEEN: Final = re.compile("[·•|]")
_SHORT_COUNT: Final = re.compile(r"\d+(?:[.,]\d+)?[kmtr]{0,2}")

AUTHOR_WORDS: Final = 5
"""So many words at most, each with a capital, make the name above the time of a post."""


@functools.cache
def only_spoken() -> str:
    """Return what stands for the story of who told it in voice messages and wrote nothing."""
    return say("story-only-spoken")


@functools.lru_cache(2_048)  # a story is compared and summed up at each message until it is filed
def story_of(text: str) -> str:
    """
    Return the story in a text, as it is shown: without the lines that only a post has, or a letter's head and foot.

    A text that is neither is returned as it is: "2 giờ" may be an answer, and a link what somebody wants to show.
    What was written is kept whole. A letter's head names its writer with number and address: that is for the officer
    who reads the whole.
    """
    if (letter := letter_in(text)) is not None:
        return letter.story
    lines = nfc(text).split("\n")
    if not any(_is_of_a_post(line) for line in lines):
        return text
    left: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if _is_beside(line) or (_is_count(line) and following.strip() and _is_beside(following)):
            if left and _is_time(line) and _may_be_name(left[-1]):
                left.pop()
            continue
        left.append(_without_end(line))
    told = re.sub(r"\n{3,}", "\n\n", "\n".join(left)).strip()
    return told if WORD.search(told) else text


def _is_of_a_post(line: str) -> bool:
    """Tell whether a line can stand in nothing but a post: "Chia sẻ từ Facebook", "Thích · Trả lời · 2 giờ"."""
    named = _made_of(line, "heard-post", "heard-post-beside")
    told = named and mentioned(spoken(line), phrases("heard-post")) is not None
    return told or (named and bool(_BETWEEN.search(line))) or _cut(line) != line


def _is_beside(line: str) -> bool:
    """Tell whether a line of a post tells nothing of the story."""
    bare = _TAG.sub(" ", _URL.sub(" ", line))
    return not WORD.search(bare) or _made_of(bare, "heard-post", "heard-post-beside")


def _is_count(line: str) -> bool:
    return bool(_SHORT_COUNT.fullmatch(line.strip()))


def _is_time(line: str) -> bool:
    return any(char.isdigit() for char in line) and not _URL.search(line)


def _made_of(line: str, *keys: str) -> bool:
    """Tell whether a line consists of these phrases and of numbers; at least one phrase is there."""
    typed, wanted, found, place = spoken(line), phrases(*keys), False, 0
    while place < len(typed.words):
        length = longest(typed, place, wanted)
        if not length and not _SHORT_COUNT.fullmatch(typed.folded[place]):
            return False
        found = found or length > 0
        place += length or 1
    return found


def _may_be_name(line: str) -> bool:
    words = line.split()
    return 0 < len(words) <= AUTHOR_WORDS and all(word[:1].isupper() for word in words)


def _without_end(line: str) -> str:
    return _cut(_TAGS.sub("", line)).rstrip()


def _cut(line: str) -> str:
    """Return a line without the button behind what was cut off: "… Xem thêm"."""
    if "…" not in line and "..." not in line:
        return line
    plain = line.rstrip()
    for end in _ends():
        before = plain[: -len(end)].rstrip()
        if before.endswith(("…", "...")) and fold(plain[-len(end) :]) == fold(end):
            return before
    return line


@functools.cache
def _ends() -> tuple[str, ...]:
    return tuple(phrase for spelled in phrases("heard-post-more").spelled.values() for phrase in spelled)
