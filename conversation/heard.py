"""What people type instead of tapping: a yes with polite words around it means the button that agrees."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Mapping, Sequence

from conversation.messages import Option, Words
from conversation.spelling import same_marks
from matching.text import fold, nfc
from texts import LANGUAGES, has, listed

MAX_CHARS = 40
"""A longer message says more than which button is meant."""

ASIDE_MAX_CHARS = 80

_WORD = re.compile(r"[\w']+")

Phrases = Mapping[str, tuple[str, ...]]
"""Phrases as they are spelled, by their folded form."""


def meant(text: str, shown: Sequence[Option]) -> Option | None:
    """
    Return the one option that these words stand for, None for none or more than one.

    The words of a label, beside its own, are in `texts` under its key and `-heard`, in every language: people mix them.
    """
    if not shown or len(text) > MAX_CHARS:
        return None
    words = _words(text)
    found = [option for option in shown if _made_of(words, _phrases_of(option.label))]
    return found[0] if len(found) == 1 else None


def agrees(text: str) -> bool:
    """Tell whether the message only says yes: to what was suggested in words, without a button of its own."""
    return len(text) <= MAX_CHARS and _made_of(_words(text), _phrases("heard-yes"))


def confirms(text: str) -> bool:
    """Tell whether the message lets go what was shown for a last look, whatever its button is called."""
    return len(text) <= MAX_CHARS and _made_of(_words(text), _phrases("button-confirm-send-heard"))


def says_hello(text: str) -> bool:
    """Tell whether no matter is named yet: calls and greetings one after the other, or not a letter at all."""
    words = _words(text)
    return not words or (len(text) <= MAX_CHARS and _made_of(words, _phrases("heard-hello")))


def thanks(text: str) -> bool:
    """Tell whether the message only thanks, agrees or says goodbye."""
    return len(text) <= MAX_CHARS and _made_of(_words(text), _phrases("heard-thanks"))


def asks_for_news(text: str) -> bool:
    """Tell whether the message only asks how far a matter is that is not named: what is filed already."""
    return len(text) <= ASIDE_MAX_CHARS and _made_of(_words(text), _phrases("heard-news"), beside="heard-news-beside")


def _words(text: str) -> list[str]:
    return _WORD.findall(nfc(text).casefold())


def _made_of(words: Sequence[str], phrases: Phrases, *, beside: str = "") -> bool:
    """Tell whether the words are some of these phrases, one after the other, and nothing else but words beside them."""
    place, found = 0, False
    others = _single("heard-polite") | (_single(beside) if beside else frozenset())
    while phrases and place < len(words):
        length = _longest(words[place:], phrases)
        if not length and fold(words[place]) not in others:
            return False
        found = found or length > 0
        place += length or 1
    return found


def _longest(words: Sequence[str], phrases: Phrases) -> int:
    """Return how many of the first words are a phrase, 0 for none."""
    for length in range(min(len(words), 6), 0, -1):
        typed = " ".join(words[:length])
        if any(typed.isascii() or same_marks(typed, phrase) for phrase in phrases.get(fold(typed), ())):
            return length
    return 0


def _phrases_of(label: Words) -> Phrases:
    """Return what stands for a label; one with values, such as the name of a commune, is for its question to read."""
    return _phrases(f"{label.key}-heard", *(() if label.values else (label.key,)))


@functools.cache
def _phrases(*keys: str) -> Phrases:
    found: dict[str, tuple[str, ...]] = {}
    for key, language in itertools.product(keys, LANGUAGES):
        for phrase in listed(key, language) if has(key, language) else ():
            spelled = " ".join(_words(phrase))
            found[fold(spelled)] = (*found.get(fold(spelled), ()), spelled)
    return found


@functools.cache
def _single(key: str) -> frozenset[str]:
    return frozenset(fold(word) for language in LANGUAGES for word in listed(key, language))
