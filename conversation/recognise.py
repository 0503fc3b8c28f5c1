"""
One recogniser for every channel, in one order: words that always work, button, number, label, its like, near label.

What it does not recognise is left to the question's own parser; near labels are offered, never taken.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct
from rapidfuzz import fuzz

from conversation.heard import counted, meant, meant_as_told, right_or_stop
from conversation.messages import Inbound, Option, Words
from conversation.patterns import any_of
from conversation.spelling import same_marks
from conversation.voices import say_in
from matching.text import fold, nfc
from texts import LANGUAGES, has, listed, say

COMMAND_MAX_CHARS = 40
"""A longer message is never a command: 'thôi' inside a story must not cancel it."""

NEAR_SCORE = 80
"""RapidFuzz ratio (0-100) of folded texts from which a label is offered as what may have been meant."""

NEAR_MIN_CHARS = 6
"""Shorter words resemble too many others."""


class Command(Struct, frozen=True):
    """A word that always works."""

    name: str
    rest: str = ""
    """What follows the command: the code in '/tracuu ABCD-EFGH'."""


class Picked(Struct, frozen=True):
    """One of the options shown."""

    option: Option


class Tapped(Struct, frozen=True):
    """A button that is not among the options shown now: its payload as we gave it out."""

    choice: str


class Near(Struct, frozen=True):
    """Labels that resemble what was typed, best first."""

    options: tuple[Option, ...]


class Free(Struct, frozen=True):
    """None of these: the question reads it itself."""


Recognised: TypeAlias = Command | Picked | Tapped | Near | Free


class Vocabulary:
    """
    The words of each command, from the texts `command-<name>` (one phrase a line).

    A phrase typed with diacritics must have the right ones ('thối' is not 'thôi'); typed without, it matches folded.
    """

    def __init__(self, commands: Sequence[str], languages: Sequence[str] = LANGUAGES) -> None:
        self._commands, self._languages = tuple(commands), tuple(languages)

    @functools.cached_property
    def _folded(self) -> dict[str, list[tuple[str, str]]]:
        """Read when the first message comes: the texts take a moment, which the start has no need of."""
        found: dict[str, list[tuple[str, str]]] = {}
        for name in self._commands:
            for language in self._languages:
                for phrase in listed(f"command-{name}", language) if has(f"command-{name}", language) else ():
                    found.setdefault(fold(phrase), []).append((nfc(phrase).casefold(), name))
        return found

    def command(self, text: str) -> str | None:
        """Return the command that this whole text names, or None."""
        key = fold(text)
        typed = nfc(text).casefold().strip(" .!?,/")
        for phrase, name in self._folded.get(key, ()):
            if typed.isascii() or same_marks(typed, phrase):
                return name
        return None

    def near(self, text: str) -> tuple[str, str] | None:
        """Return the command that a short text resembles, and its phrase: to be offered, never taken."""
        key = fold(text)
        scored = ((fuzz.ratio(key, known), known) for known in self._folded if len(known) >= NEAR_MIN_CHARS)
        score, known = max(scored, default=(0.0, ""))
        if score < NEAR_SCORE or len(text) > COMMAND_MAX_CHARS:
            return None
        phrase, name = self._folded[known][0]
        return name, phrase


def recognise(inbound: Inbound, shown: Sequence[Option], vocabulary: Vocabulary, language: str) -> Recognised:
    """Return what the message is, given the options that the person saw (in the order they were shown)."""
    if inbound.choice:
        return _tapped(inbound.choice, shown)
    text = inbound.text.strip()
    if not text or inbound.files:
        return Free()
    if len(text) <= COMMAND_MAX_CHARS:
        if text.startswith("/"):
            return _slash(text, vocabulary)
        name = vocabulary.command(text)
        if name is not None and not _is_label(text, shown, language):
            if (option := meant(text, shown)) is not None:
                return Picked(option)
            # Before a choice "dung" need not mean "stop": the question asks which it is.
            return Free() if shown and right_or_stop(text) else Command(name)
    return _typed(text, shown, language)


def _tapped(choice: str, shown: Sequence[Option]) -> Recognised:
    for option in shown:
        if option.choice == choice:
            return Picked(option)
    return Tapped(choice)


def _slash(text: str, vocabulary: Vocabulary) -> Recognised:
    head, _, rest = text[1:].partition(" ")
    name = vocabulary.command("/" + head.split("@")[0]) or vocabulary.command(head.split("@")[0])
    return Command(name, rest.strip()) if name else Free()


def _is_label(text: str, shown: Sequence[Option], language: str) -> bool:
    key = fold(text)
    return any(key == _folded_label(option.label, language) for option in shown)


def _folded_label(label: Words, language: str) -> str:
    return fold(label_of(label, language)) if label.values else _folded_sentence(label.key, language)


@functools.cache
def _folded_sentence(key: str, language: str) -> str:
    """Return a sentence without values as it is compared; each of the texts once."""
    return fold(say(key, language))


@functools.cache
def _before_number() -> re.Pattern[str]:
    return re.compile(rf"^{any_of('heard-before-number')}\s+(?=\d)")


def _typed(text: str, shown: Sequence[Option], language: str) -> Recognised:
    key = fold(text)
    number = _before_number().sub("", key) if key[-1:].isdecimal() else ""
    if number.isdecimal() and len(number) <= 3 and 1 <= int(number) <= len(shown):
        return Picked(shown[int(number) - 1])
    if not key:
        return Free()
    labels = [_folded_label(option.label, language) for option in shown]
    exact = [option for option, label in zip(shown, labels, strict=True) if label == key]
    if len(exact) == 1:
        return Picked(exact[0])
    option = meant(text, shown) or meant_as_told(text, shown)
    if option is None and (place := counted(text, len(shown))) is not None:
        option = shown[place]
    if option is not None:
        return Picked(option)
    scored = ((fuzz.ratio(key, label), option) for option, label in zip(shown, labels, strict=True))
    near = sorted((pair for pair in scored if pair[0] >= NEAR_SCORE), key=lambda pair: -pair[0])
    return Near(tuple(option for _, option in near[:3])) if near else Free()


def label_of(label: Words, language: str, voice: str = "") -> str:
    """
    Return a label or sentence in the person's language, as it is said in that voice; labels inside it are worded too.

    A sentence inside another is said as to everybody: an officer reads what the resident will be told.
    """
    values = worded(label.values, language) if label.values else None
    return say_in(voice, label.key, language, values) if voice else say(label.key, language, values)


def worded(values: Mapping[str, object], language: str) -> dict[str, object]:
    """Return the values with every nested sentence worded."""
    return {name: label_of(value, language) if type(value) is Words else value for name, value in values.items()}
