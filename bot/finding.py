"""One thing that `nghedan doctor` has seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Clock = Callable[[], datetime]
"""Returns the present moment, aware."""


ANSWER_SECONDS = 10
"""How long one check may wait for somebody else."""


class Level(StrEnum):
    """How a check ended."""

    OK = "ok"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check saw; `do` says what to do about it and is empty when all is well."""

    check: str
    level: Level
    what: str
    do: str = ""


def words_of(error: BaseException, *secrets: str) -> str:
    """Return what happened in one line, without the secrets that an address in it may hold."""
    cause = getattr(error, "orig", None) or error
    words = " ".join(str(cause).split()) or type(cause).__name__
    for secret in secrets:
        words = words.replace(secret, "…") if secret else words
    return words[:300]
