"""What learnt tables know of a text: its words, those with marks, and neighbours; made once for all of them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from matching.reading.values import Reading


class Terms(NamedTuple):
    """`words`: folded, in order, without numbers; `known`: them, them with marks, and those side by side."""

    words: list[str]
    known: set[str]


def terms_of(reading: Reading, skipped: AbstractSet[int] = frozenset()) -> Terms:
    """
    Return the terms of a text: folded words and pairs of words inside a sentence, and words with their marks.

    A word with known marks gives both forms, so that "chợ" counts for itself and "cho" only for what it tells ("nổ"
    is no "nợ").

    Args:
        skipped: indices of tokens that are left out.
    """
    words: list[str] = []
    known: set[str] = set()
    add = known.add
    previous = ""
    for index, (_, _, _, _, expanded, word, has_marks, number, after_break) in enumerate(reading.tokens):
        if number is not None or index in skipped or word[:1].isdigit():
            previous = ""
            continue
        words.append(word)
        add(word)
        if has_marks:
            add(expanded)
        if previous and not after_break:
            add(f"{previous} {word}")
        previous = word
    return Terms(words, known)
