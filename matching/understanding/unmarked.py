"""Words without marks that may be the name of a place as well as a thing and its trouble: "duong hong"."""

from __future__ import annotations

import functools

from matching.text import fold
from matching.understanding.phrases import entries_of_relations


def may_be_trouble(text: str) -> bool:
    """Tell whether a text without marks is a thing and what is wrong with it in some reading: "đường hỏng"."""
    if not text.isascii():
        return False
    words = fold(text).split()
    things, troubles = _told()
    return any(" ".join(words[:at]) in things and " ".join(words[at:]) in troubles for at in range(1, len(words)))


@functools.cache
def _told() -> tuple[frozenset[str], frozenset[str]]:
    """Return what people call things and troubles, folded."""
    entries = [(entry.what, fold(" ".join(entry.words))) for entry in entries_of_relations()]
    things, troubles = (frozenset(said for what, said in entries if what == kind) for kind in ("object", "trouble"))
    return things, troubles
