"""How a reader is spoken to: what is written for everybody ("ông/bà"), said to a child or to an officer."""

from __future__ import annotations

from typing import Final

from texts import say

CHILDREN: Final = ("em", "con", "chau")
"""Words that children call themselves by: keys `voice-<name>` of the texts."""

OFFICER: Final = "officer"


def in_voice(text: str, voice: str, language: str) -> str:
    """Return a sentence as it is said to that reader; '' and a voice that there is not leave it as it is."""
    if voice not in CHILDREN and voice != OFFICER:
        return text
    usual, own = say("voice-usual", language), say(f"voice-{voice}", language)
    return text if usual == own else text.replace(usual, own).replace(_begun(usual), _begun(own))


def _begun(word: str) -> str:
    return word[:1].upper() + word[1:]
