"""When Python looks for objects that only hold each other: rarely, and all of them only while nobody is writing."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Final

from bot.lean import give_back

YOUNG: Final = 50_000
"""New objects before the young ones are looked through. Nearly all that a message makes is freed by counting."""

ROUNDS: Final = 20
"""Looks at the young before those that stayed are looked through as well."""

FULL_ROUNDS: Final = 500
"""
Of those, before everything is, if no quiet moment came: 500 million objects, hours of the fullest load.

A full look stops the program for 30 to 40 ms under load; it was what the slowest message of a hundred waited for.
"""


def spare() -> None:
    """
    Keep the collector off what stays for good.

    Modules and the tables of matching are half a million objects, which every full look would walk through.
    """
    gc.freeze()
    gc.set_threshold(YOUNG, ROUNDS, FULL_ROUNDS)


class Collector:
    """
    Looks at everything once nobody has written since the last step, and somebody has since the last time.

    What became free goes back to the system: the first messages load tables, which leaves room behind.
    """

    def __init__(self, messages: Callable[[], int]) -> None:
        self._messages = messages
        self._seen = self._done = 0

    async def step(self) -> bool:
        """Collect if no message came since the last step and one did since the last collection; tell whether."""
        count = self._messages()
        quiet, self._seen = count == self._seen, count
        if not quiet or count == self._done:
            return False
        gc.collect()
        give_back()
        self._done = count
        return True
