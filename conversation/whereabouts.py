"""Whether words may say where something is: what plainly names no place, and what points somewhere."""

from __future__ import annotations

from typing import Final

from conversation.patterns import folded_words
from conversation.phrases import is_spelled, longest, mentioned, phrases, spoken
from matching.text import fold

FEW_WORDS: Final = 3
"""So many words may be the name of a place that nobody told us of; more of them say in some way where it is."""


def names_no_place(text: str) -> bool:
    """Tell whether a message is nothing but talk, bad temper or signs: "cái đầu", "hỏi lắm thế", "???"."""
    if _has_a_name(text):
        return False
    typed, beside = spoken(text), phrases("heard-no-place")
    place = 0
    while place < len(typed.words):
        length = longest(typed, place, beside) or _is_talk(typed.words[place], unmarked=text.isascii())
        if not length:
            return False
        place += length
    return True


def points_somewhere(text: str) -> bool:
    """Tell whether a message may say where: it is short, or has a name or a word for a place in it."""
    typed = spoken(text)
    if len(typed.words) <= FEW_WORDS or _has_a_name(text):
        return True
    return mentioned(typed, phrases("heard-where")) is not None


def begins_with_place(text: str) -> bool:
    """Tell whether a message begins with a word for a place: "chỗ hay ngập", "gần chợ"."""
    typed = spoken(text)
    return bool(typed.words) and bool(longest(typed, 0, phrases("heard-where")))


def _has_a_name(text: str) -> bool:
    """A capital behind the first word begins a name, where not all is written in capitals."""
    words = text.split()[1:]
    return any(word[:1].isupper() for word in words) and not text.isupper()


def _is_talk(word: str, *, unmarked: bool) -> bool:
    """Without marks "cho" may be a market (chợ) or a spot (chỗ): what may be a place is none of the talk."""
    spelled = phrases("heard-talk").spelled.get(fold(word), ())
    if unmarked:
        return bool(spelled) and word not in folded_words("heard-where", "heard-where-beside")
    return is_spelled(word, spelled)
