"""Who speaks of dying, and who is a child: heard in what they write, so that care comes before any question."""

from __future__ import annotations

import functools
import re
from typing import Final

from msgspec import Struct

from conversation.phrases import Phrases, Spoken, longest, mentioned, phrases, spoken
from conversation.voices import CHILDREN

_HURT: Final = tuple(f"heard-child-hurt-{voice}" for voice in CHILDREN)
_CHILD: Final = tuple(f"heard-child-{voice}" for voice in CHILDREN)
_WISHES: Final = ("heard-self-harm-wish", "heard-self-harm-wish-at-end", "heard-self-harm-or-curse")

_CLAUSE: Final = re.compile(r"[,.;:!?…()\n]+")
NEAR_WORDS: Final = 3
"""So close to a curse stands who is cursed."""


class Distress(Struct, frozen=True):
    """`voice` is how a child is spoken to, '' for an adult; `is_hurt` when the child tells of being hurt."""

    self_harm: bool = False
    voice: str = ""
    is_hurt: bool = False


NONE: Final = Distress()


def distress_in(text: str, *, danger: bool) -> Distress:
    """Return what a text tells; `danger` is whether it is one of danger anyhow."""
    return _distress_in(text, danger) if _may_tell(text) else NONE


@functools.lru_cache(2_048)  # a story is looked through at each message until it is filed
def _may_tell(text: str) -> bool:
    """Walk over the words once for all lists: most texts are about lamps and drains."""
    wanted = phrases("heard-self-harm", *_WISHES, "heard-self-harm-way", *_HURT, *_CHILD)
    return mentioned(spoken(text), wanted) is not None


@functools.lru_cache(256)
def _distress_in(text: str, danger: bool) -> Distress:  # a key of the cache
    typed = spoken(text)
    harm = _speaks_of_dying(text, typed)
    if not harm and danger and mentioned(typed, phrases("heard-self-harm-word")) is not None:
        harm = mentioned(typed, phrases("heard-self-harm-told")) is None
    voice = "" if mentioned(typed, phrases("heard-no-child")) else _voice(typed)
    return Distress(harm, voice, bool(voice) and mentioned(typed, phrases("heard-hurt", *_HURT)) is not None)


def speaks_as_adult(text: str) -> bool:
    """Tell whether the words of a text are those of somebody grown up ("tôi", "con trai tôi")."""
    return mentioned(spoken(text), phrases("heard-no-child")) is not None


def _voice(typed: Spoken) -> str:
    """Return what a child calls itself. "Con học lớp 3" is what parents say too, unless it is hurt or polite words."""
    for voice in CHILDREN:
        if mentioned(typed, phrases(f"heard-child-hurt-{voice}")):
            return voice
        if mentioned(typed, phrases(f"heard-child-{voice}")):
            sure = voice == CHILDREN[0] or mentioned(typed, phrases("heard-hurt", "heard-child-polite"))
            return voice if sure else ""
    return ""


# --- Dying ----------------------------------------------------------------------------------------------------------


def _speaks_of_dying(text: str, typed: Spoken) -> bool:
    """
    Tell a wish to die from a curse ("chết đi cho rồi mấy ông cán bộ") and a figure of speech ("hôi muốn chết").

    In doubt it is a wish: who meant less reads a few kind words too many.
    """
    if mentioned(typed, phrases("heard-self-harm")) is not None or _is_wish_or_curse_of_oneself(typed):
        return True
    told = mentioned(typed, phrases("heard-self-harm-told")) is not None
    return any(_wishes(clause) or (not told and _names_a_way(clause)) for clause in map(spoken, _CLAUSE.split(text)))


def _wishes(clause: Spoken) -> bool:
    """Tell whether a clause says of oneself, or of somebody near, that one wants to die."""
    wish, at_end = phrases("heard-self-harm-wish"), phrases("heard-self-harm-wish-at-end")
    for place in range(len(clause.words)):
        length = longest(clause, place, wish) or longest(clause, place, at_end)
        ends = place + length == len(clause.words)
        if length and (ends or longest(clause, place, wish)) and _is_of_somebody_near(clause, place, place + length):
            return True
    return False


def _is_of_somebody_near(clause: Spoken, place: int, end: int) -> bool:
    """Go back over the words between: before them stands a person near, or the clause begins."""
    near, between = phrases("heard-self-harm-near"), phrases("heard-self-harm-between")
    while place:
        if length := _before(clause, place, near):
            return not _before(clause, place, phrases("heard-self-harm-others")) and not _before(
                clause, place - length, phrases("heard-self-harm-cursed")
            )
        length = _before(clause, place, between)
        if not length:
            return False
        place -= length
    return end == len(clause.words) or not longest(clause, end, phrases("heard-self-harm-of-a-thing"))


def _names_a_way(clause: Spoken) -> bool:
    """Tell whether a clause names a way to die with the will to it in front, or as one's own."""
    ways, will = phrases("heard-self-harm-way"), phrases("heard-self-harm-will", "heard-self-harm-myself")
    return any(longest(clause, place, ways) and _before(clause, place, will) for place in range(len(clause.words)))


def _is_wish_or_curse_of_oneself(typed: Spoken) -> bool:
    """Tell whether words that may be a curse are said of nobody else."""
    found = mentioned(typed, phrases("heard-self-harm-or-curse"))
    if found is None:
        return False
    start, end = found
    near, others = phrases("heard-self-harm-near"), phrases("heard-self-harm-others")
    for place in range(start, max(start - NEAR_WORDS, 0), -1):  # who is spoken of stands in front
        if _before(typed, place, others):
            return False
        if _before(typed, place, near):
            return True
    return end == len(typed.words) or not longest(typed, end, phrases("heard-self-harm-cursed"))


def _before(typed: Spoken, place: int, wanted: Phrases) -> int:
    """Return how many words right before `place` are one of the phrases, the longest of several; 0 for none."""
    lengths = range(min(place, wanted.longest), 0, -1)
    return next((length for length in lengths if _is(typed, place - length, length, wanted)), 0)


def _is(typed: Spoken, place: int, length: int, wanted: Phrases) -> bool:
    part = Spoken(typed.words[place : place + length], typed.folded[place : place + length])
    return longest(part, 0, wanted) == length
