"""Regular expressions over folded text whose words stand in the texts: "(?:hom nay|today)" of a list."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from matching.text import fold
from texts import LANGUAGES, listed


@functools.cache
def folded_words(*keys: str) -> frozenset[str]:
    """Return the phrases of these lists in every language, folded."""
    return frozenset(fold(phrase) for key in keys for language in LANGUAGES for phrase in listed(key, language))


@functools.cache
def any_of(*keys: str) -> str:
    """Return an expression that matches any phrase of these lists, the longest first, as a group that is not caught."""
    return f"(?:{'|'.join(sorted(map(re.escape, folded_words(*keys)), key=len, reverse=True))})"


@functools.cache
def numbered(prefix: str, count: int) -> Mapping[str, int]:
    """Return which of the lists `<prefix>-0`, `<prefix>-1` … a folded phrase stands in."""
    return {phrase: number for number in range(count) for phrase in folded_words(f"{prefix}-{number}")}
