"""When a failed delivery is tried again, and when it is not."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

SECOND: Final = timedelta(seconds=1)
MINUTE: Final = timedelta(minutes=1)
HOUR: Final = timedelta(hours=1)

DELAYS: Final = (
    1 * SECOND,
    3 * SECOND,
    10 * SECOND,
    30 * SECOND,
    2 * MINUTE,
    10 * MINUTE,
    30 * MINUTE,
    1 * HOUR,
    2 * HOUR,
    4 * HOUR,
    8 * HOUR,
)
"""The wait after the first failed attempt, the second, ...: a hiccup is over in seconds, an outage in hours."""

DOUBT_DELAY: Final = timedelta(seconds=5)
"""
The wait before the one retry of a send whose answer was lost: that long the messenger's own hiccup may last, and
that long the person may have to wait.
"""

MAX_ATTEMPTS: Final = len(DELAYS) + 1
MAX_AGE: Final = timedelta(hours=24)
MIN_ATTEMPTS: Final = 5
"""Age alone ends nothing: a message that a paused channel held back for days still gets its first rungs."""


def next_try(attempts: int, *, age: timedelta, doubtful: bool = False) -> timedelta | None:
    """
    Return the wait before the next attempt, None when the ladder ends.

    Args:
        attempts: how many attempts failed so far, this one included; at least 1.
        age: how long ago the message was put in.
        doubtful: the messenger may have taken the message: the next attempt is the last.
    """
    if attempts >= MAX_ATTEMPTS or (age >= MAX_AGE and attempts >= MIN_ATTEMPTS):
        return None
    if doubtful:
        return DOUBT_DELAY
    return DELAYS[attempts - 1]
