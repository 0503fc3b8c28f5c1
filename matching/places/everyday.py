"""How unlikely the words of a name are in what people say every day: "an ninh" is likely, "rờ kơi" is not."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from matching.places.tokens import Word
from matching.reading.syllables import is_syllable

TABLE = Path(__file__).with_name("everyday.tsv")
_UNMET, _FOREIGN = 0.5, 0.005


class _Met(NamedTuple):
    """
    How often words and pairs of words were met in `total` words, without diacritics and as spelled.

    `together` has the pairs that belong together, with how much more often than by chance they are met, in nats.
    """

    total: int
    folded: dict[str, int]
    spelled: dict[str, int]
    together: dict[str, float]


@functools.cache
def _met() -> _Met:
    total, folded, spelled, together = 0, {}, {}, {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        key, often, *spellings = line.split("\t")
        if key.startswith("+"):
            together[key[1:]] = float(often)
            continue
        if key == "*":
            total = int(often)
            continue
        folded[key] = int(often)
        for one in spellings[0].split(", ") if spellings[0] else ():
            spelling, _, count = one.rpartition("=")
            spelled[spelling] = int(count)
    return _Met(total, folded, spelled, together)


def surprise(name: Sequence[Word], *, folded: bool = False) -> float:
    """
    Return how surprising it is to meet these words in a row where no name is meant, in nats.

    Where one of them is typed with diacritics the words count as they are spelled; otherwise, and where `folded` is
    true, all their readings count. A pair that was met together is as likely as it was met; one that was not, as its
    words are.
    """
    met = _met()
    marked = not folded and any(word.has_marks for word in name)
    often = met.spelled if marked else met.folded
    words = [word.marks if marked else word.key for word in name]
    counts = [
        often.get(said, 0) + (_UNMET if is_syllable(word.folded) else _FOREIGN)
        for said, word in zip(words, name, strict=True)
    ]
    found = math.log(met.total / counts[0])
    for (one, two), before, after in zip(pairwise(words), counts, counts[1:], strict=False):
        found -= math.log(max(after / met.total, often.get(f"{one} {two}", 0) / before))
    return found


def belonging(one: Word, two: Word) -> float:
    """Return how much more often than by chance these words follow each other every day ("tay vịn"), in nats."""
    return _met().together.get(f"{one.key} {two.key}", 0.0)
