"""When a phrase that was typed with diacritics is one of ours: 'thối' is not 'thôi', while 'gap cán bộ' is fine."""

from __future__ import annotations

import functools
import unicodedata

from matching.text import fold


@functools.lru_cache(2048)
def same_marks(typed: str, phrase: str) -> bool:
    """
    Tell whether every marked word agrees with ours; unmarked ones match any.

    The cache saves work: the lists are short, and one word is held against the same phrase in many of them.
    """
    pairs = zip(typed.split(), phrase.split(), strict=False)
    return all(word.isascii() or fold(word) != fold(other) or _plain(word) == _plain(other) for word, other in pairs)


def _plain(word: str) -> str:
    # Old and new tone placement (hoà, hòa) are the same word: compare the set of letters and marks.
    return "".join(sorted(unicodedata.normalize("NFD", word.strip(".,!?"))))
