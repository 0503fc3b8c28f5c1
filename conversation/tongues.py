"""Which language a first message is written in, as far as an answer depends on it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from matching.text import nfc

_WORD = re.compile(r"[a-z']+")
_FOREIGN = re.compile(r"[^\W\d_a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
"""A letter beside the Latin ones. Source: Unicode 17.0, blocks Latin-1 Supplement to Latin Extended Additional."""

_ENGLISH = frozenset(
    "is are was were has have been my our of and for with street there this that please they because from when where "
    "very house water road broken since front near light nobody officer would like report problem about want from "
    "people someone help husband wife money school market drain blocked dirty garbage noise pollution children every "
    "after before chairman commune taking took village river bridge lamp i i'm don't can't myself kill die live life "
    "alone afraid scared anymore beats hits hurts teacher into their them his her she we you your ward canal landlord "
    "owner neighbour neighbours neighbor neighbors dog dogs bite week weeks month months year years monday tuesday "
    "wednesday thursday friday saturday sunday throws dumps trash waste smell smells loud music dust tree trees power "
    "electricity leak leaking pipe sewage traffic accident sidewalk hole holes office staff boss salary".split()
)
"""Frequent words that are no Vietnamese syllables; what both have ("the", "can", "to") tells nothing."""

SEEN_FROM = 3
SHARE = 0.25


def looks_english(text: str) -> bool:
    """Tell whether a text is English: some of its frequent words, and a good part of all."""
    if not text.isascii():
        return False
    typed = _WORD.findall(text.casefold())
    found = [word for word in typed if word in _ENGLISH]
    return len(set(found)) >= SEEN_FROM and len(found) >= SHARE * len(typed)


ENGLISH_DANGERS: Final = {
    "114": frozenset("fire burning burns drowning drowned explosion exploded trapped collapsed gas".split()),
    "113": frozenset("kill killing knife beats beating rape raped attack attacked threatens kidnapped missing".split()),
    "115": frozenset("suicide bleeding unconscious dying injured electrocuted poisoned heart".split()),
    "112": frozenset("flood flooding landslide stranded".split()),
    "111": frozenset("child children girl boy baby".split()),
}
"""Words of danger by the number that helps. "111" counts only beside another."""


def english_dangers(text: str) -> tuple[str, ...]:
    """Return the numbers to call for what an English text tells of; matching reads Vietnamese only."""
    if not looks_english(text):
        return ()
    typed = set(_WORD.findall(text.casefold()))
    found = [number for number, named in ENGLISH_DANGERS.items() if typed & named]
    return tuple(sorted(found)) if set(found) - {"111"} else ()


def in_other_script(text: str) -> bool:
    """Tell whether most letters are of a script that is neither Vietnamese nor English: Khmer, Chinese, Thai ..."""
    if _FOREIGN.search(text) is None:
        return False
    letters = [char for char in nfc(text) if char.isalpha()]
    others = sum(not unicodedata.name(char, "LATIN").startswith("LATIN") for char in letters)
    return others * 2 > len(letters)
