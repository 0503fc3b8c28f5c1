"""
How a reader is spoken to: a sentence written for everybody ("ông/bà"), said to a child or to an officer.

A voice is '' for everybody, `OFFICER`, or the word that a child calls itself by. What a voice says of a sentence is its
own wording where the texts have one, `<key>-to-officer` or `<key>-to-child`; else the usual words with `voice-<voice>`
in the place of `voice-usual`. What stands in the values stays as it is: somebody's own words, or what somebody
else will be told.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

from texts import has, say

CHILDREN: Final = ("em", "con", "chau")
"""Words that children call themselves by."""

GROWN_UP: Final = "grown_up"
"""Kept of a chat in which somebody said so after a child had written there: spoken to as everybody is."""

OFFICER: Final = "officer"
_OWN: Final = {OFFICER: "-to-officer", **dict.fromkeys(CHILDREN, "-to-child")}

_HELD: Final = "\ue000", "\ue001"
"""Stand for the usual words inside a value, which are somebody's own: characters that no text has. Source: Unicode
17.0, Private Use Area."""


def say_in(voice: str, key: str, language: str, values: Mapping[str, object] | None = None) -> str:
    """Return the sentence as it is said in that voice; '' and a voice that there is not are everybody's."""
    if voice not in _OWN:
        return say(key, language, values)
    usual, own = _address("usual", language), _address(voice, language)
    if usual == own:
        return say(_own_key(key, voice), language, values)
    text = say(
        _own_key(key, voice), language, {name: _each(value, usual, _HELD) for name, value in (values or {}).items()}
    )
    return str(_each(_each(text, usual, own), _HELD, usual))


def _each(text: object, these: tuple[str, str], those: tuple[str, str]) -> object:
    return text.replace(these[0], those[0]).replace(these[1], those[1]) if isinstance(text, str) else text


@functools.lru_cache(2048)
def _own_key(key: str, voice: str) -> str:
    own = key + _OWN[voice]
    return own if has(own) else key


@functools.cache
def _address(voice: str, language: str) -> tuple[str, str]:
    """Return how a voice calls the reader, inside a sentence and at its beginning."""
    word = say(f"voice-{voice}", language)
    return word, word[:1].upper() + word[1:]
