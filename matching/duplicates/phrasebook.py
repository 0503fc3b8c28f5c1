"""
All phrases of relations.tsv, scenes.tsv and harms.tsv in one book: a text's words are looked up once for all three.

Most words of a text begin some phrase of each table, so that three walks would ask for the same words three times.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from matching.duplicates.relations import Meant, Typed, Wording, strength_of, table
from matching.duplicates.scenes import Said, Told, phrases

_LONGEST_WORDING = 5
_LONGEST_SCENE = 4
_LEAST_SURE = 0.1
_Phrase = TypeVar("_Phrase")


class Entry(NamedTuple):
    """What the tables say of folded words, and whether a longer phrase begins with them."""

    longer: bool
    wordings: tuple[Wording, ...]
    scenes: tuple[Told, ...]
    harms: tuple[Told, ...]


class LookedUp(NamedTuple):
    """
    The phrases of a text, table by table, in order; of one beginning the longest first.

    First word, end (exclusive), and the phrases that fold to these words.
    """

    wordings: list[tuple[int, int, tuple[Wording, ...]]]
    scenes: list[Said]
    harms: list[Said]


def _joined(found: Mapping[tuple[str, ...], _Phrase], most: int) -> dict[str, _Phrase]:
    return {" ".join(words): phrase for words, phrase in found.items() if len(words) <= most}


@functools.cache
def book() -> dict[str, Entry]:
    """Return folded words, joined by spaces -> their entry; also what only begins a phrase has one."""
    wordings = _joined(table(), _LONGEST_WORDING)
    scenes, harms = (_joined(phrases(name), _LONGEST_SCENE) for name in ("scenes.tsv", "harms.tsv"))
    known = wordings.keys() | scenes.keys() | harms.keys()
    begun = {phrase[:at] for phrase in known for at, char in enumerate(phrase) if char == " "}
    only_begun = Entry(True, (), (), ())
    said = {
        words: Entry(words in begun, wordings.get(words, ()), scenes.get(words, ()), harms.get(words, ()))
        for words in known
    }
    return {words: said.get(words, only_begun) for words in sorted(known | begun)}


def look_up(typed: Typed) -> LookedUp:
    """Return the phrases whose words, folded, stand in the text one after the other."""
    known, folded, pairs = book(), typed.folded, typed.pairs
    found = LookedUp([], [], [])
    all_wordings, all_scenes, all_harms = found
    last = len(folded) - 1
    for at, word in enumerate(folded):
        entry = known.get(word)
        if entry is None:
            continue
        begun: tuple[Entry, ...] = (entry,)
        end = at + 1
        if entry[0] and at < last:
            words = pairs[at]
            while (entry := known.get(words)) is not None:
                begun = (entry, *begun)
                end += 1
                if not entry[0] or end > last:
                    break
                words = f"{words} {folded[end]}"
        for _, wordings, scenes, harms in begun:
            if wordings:
                all_wordings.append((at, end, wordings))
            if scenes:
                all_scenes.append((at, end, scenes))
            if harms:
                all_harms.append((at, end, harms))
            end -= 1
    return found


def meanings(found: LookedUp, typed: Typed) -> list[Meant]:
    """Return the meanings of the longest known wordings, left to right."""
    meant: list[Meant] = []
    free, keys, is_open = 0, typed.keys, typed.is_open
    for at, end, wordings in found.wordings:
        if at < free:
            continue
        for wanted, chance, meaning in wordings:
            if end == at + 1:
                sure = chance if is_open[at] else float(wanted[0] == keys[at])
            else:
                sure = strength_of(wanted, at, typed)
            if sure > _LEAST_SURE:
                free = end
                meant.append(Meant(at, end, meaning, sure))
    return meant
