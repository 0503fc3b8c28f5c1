"""Words that say what a text does: it thanks, says that the trouble is over, complains, says that it is back."""

from __future__ import annotations

import functools
import json
import math
import re
from dataclasses import dataclass

from matching.duplicates.tables import rows, text
from matching.text import strip_marks

_OVER = 0.4


@dataclass(frozen=True, slots=True)
class Cues:
    """
    Which cues a text holds: `told` in the order of `names()`, `again` for what is back after a fix.

    `over` is the probability (0..1) that the text says that the trouble is over; the weights are in cues.json.
    """

    told: tuple[bool, ...]
    again: bool
    over: float

    @property
    def resolved(self) -> bool:
        """Whether the text reports that the trouble is over: not one more complaint."""
        return self.over >= _OVER


@functools.cache
def _patterns() -> dict[str, str]:
    """Return name -> pattern of cues.tsv, parts put in."""
    found: dict[str, str] = {}
    parts: dict[str, str] = {}
    for name, pattern in rows("cues.tsv"):
        if name.startswith("{"):
            parts[name] = pattern
            continue
        for part, words in parts.items():
            pattern = pattern.replace(part, words)  # noqa: PLW2901
        found[name] = pattern
    return found


def names() -> tuple[str, ...]:
    """Return the names of the cues, in order; the last is "again"."""
    return tuple(_patterns())


@functools.cache
def _compiled(*, is_marked: bool) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one if is_marked else _without_marks(one)) for one in _patterns().values())


def _without_marks(pattern: str) -> str:
    """Return the pattern without diacritics, its signs untouched."""
    return "".join(char if char.isascii() else strip_marks(char) for char in pattern)


def read_cues(words: str, *, is_marked: bool) -> Cues:
    """Return the cues of a text: its expanded words with marks (`is_marked`) or its folded words."""
    told = tuple(bool(pattern.search(words)) for pattern in _compiled(is_marked=is_marked))
    return Cues(told, told[-1], _over(told))


@functools.cache
def _weights() -> tuple[float, tuple[float, ...]]:
    table = json.loads(text("cues.json"))
    return float(table["intercept"]), tuple(float(table["weights"][name]) for name in names())


def _over(told: tuple[bool, ...]) -> float:
    intercept, weights = _weights()
    logit = intercept + sum(weight for weight, is_told in zip(weights, told, strict=True) if is_told)
    return 1 / (1 + math.exp(-logit))
