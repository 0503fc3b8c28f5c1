"""
The reply window of a messenger as a budget: may something be said to a person now, and what does it cost.

On a Zalo Official Account a person may be written to for seven days after they last did something; the first messages
within 48 hours are free, further ones cost. The numbers are settings, for the reference is not certain of them. Source:
zalo reference B4, B10.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct


class Verdict(StrEnum):
    """What the budget says to one message."""

    FREE = "free"
    PAID = "paid"
    CLOSED = "closed"
    """Nothing may be said before the person does something."""
    DEAR = "dear"
    """It would cost, and is not worth it or over the month's ceiling: it waits for the person's next word."""


@dataclass(frozen=True, slots=True)
class Rules:
    """
    The messenger's rules and the house's purse.

    `free` messages within `free_for` of the person's last word cost nothing, further ones `price` dong each, up to
    `ceiling` dong a month (0: none is set). The last `kept_free` free ones are kept for important words. `margin` is
    taken from the window's end: clocks differ and messages travel.
    """

    open_for: timedelta = timedelta(days=7)
    free_for: timedelta = timedelta(hours=48)
    free: int = 8
    kept_free: int = 2
    price: int = 55
    ceiling: int = 0
    margin: timedelta = timedelta(minutes=10)


class Window(Struct, frozen=True):
    """A chat's window: the person's last act, how many messages went out since, when the messenger closed it."""

    interacted_at: datetime | None = None
    sent: int = 0
    closed_at: datetime | None = None


def verdict(window: Window, rules: Rules, *, now: datetime, important: bool, spent: int) -> Verdict:
    """Return what the budget says; `spent` are the dong of this month so far."""
    if window.interacted_at is None or window.closed_at is not None:
        return Verdict.CLOSED
    age = now - window.interacted_at
    if age > rules.open_for - rules.margin:
        return Verdict.CLOSED
    left = rules.free - window.sent if age <= rules.free_for - rules.margin else 0
    if left > (0 if important else rules.kept_free):
        return Verdict.FREE
    if not important or (rules.ceiling and spent + rules.price > rules.ceiling):
        return Verdict.DEAR
    return Verdict.PAID


LESS_IMPORTANT: Final = frozenset(
    """
    notice-accepted notice-verifying notice-in-progress notice-acknowledged notice-reminded notice-reminded-late
    notice-handed-back notice-looked-at-again notice-reassigned notice-merged notice-unmerged notice-gave-back
    notice-split
    notice-split-off digest-nothing job-failed digest-unreachable digest-week-unreachable
    following-head following-place following-nothing following-rule
    """.split()
)
"""Sentences that may wait: something goes on. Answers, questions, results and refusals may not."""


def is_important(keys: tuple[str, ...]) -> bool:
    """Return whether a message of these sentences goes before others, and is worth its price."""
    return any(key not in LESS_IMPORTANT for key in keys)
