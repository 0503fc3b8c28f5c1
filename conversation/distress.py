"""Who speaks of dying, and who is a child: heard in what they write, so that care comes before any question."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from conversation.phrases import Spoken, mentioned, phrases, spoken
from conversation.voices import CHILDREN

_HURT: Final = tuple(f"heard-child-hurt-{voice}" for voice in CHILDREN)
_CHILD: Final = tuple(f"heard-child-{voice}" for voice in CHILDREN)


@dataclass(frozen=True, slots=True)
class Distress:
    """`voice` is how a child is spoken to, '' for an adult; `is_hurt` when the child tells of being hurt."""

    self_harm: bool = False
    voice: str = ""
    is_hurt: bool = False


NONE: Final = Distress()


@functools.lru_cache(256)
def distress_in(text: str, *, danger: bool) -> Distress:
    """Return what a text tells; `danger` is whether it is one of danger anyhow."""
    typed = spoken(text)
    # One walk over the words for all lists: most texts are about lamps and drains.
    if mentioned(typed, phrases("heard-self-harm", "heard-self-harm-word", *_HURT, *_CHILD)) is None:
        return NONE
    harm = mentioned(typed, phrases("heard-self-harm")) is not None
    if not harm and danger and mentioned(typed, phrases("heard-self-harm-word")) is not None:
        harm = mentioned(typed, phrases("heard-self-harm-told")) is None
    voice = "" if mentioned(typed, phrases("heard-no-child")) else _voice(typed)
    return Distress(harm, voice, bool(voice) and mentioned(typed, phrases("heard-hurt", *_HURT)) is not None)


def _voice(typed: Spoken) -> str:
    """Return what a child calls itself. "Con học lớp 3" is what parents say too, unless it is hurt or polite words."""
    for voice in CHILDREN:
        if mentioned(typed, phrases(f"heard-child-hurt-{voice}")):
            return voice
        if mentioned(typed, phrases(f"heard-child-{voice}")):
            sure = voice == CHILDREN[0] or mentioned(typed, phrases("heard-hurt", "heard-child-polite"))
            return voice if sure else ""
    return ""
