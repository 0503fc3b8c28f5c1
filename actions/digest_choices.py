"""An officer's choices about the daily digest: its hour, and what it says on a day without anything."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.digest_words import message
from actions.digests import Digest, digest_of
from domain.calendar import WorkCalendar, local_date
from storage import outbox, recipients
from storage.recipients import minute_of_day

EARLIEST_MINUTE: Final = 5 * 60
LATEST_MINUTE: Final = 17 * 60
"""Hours that can be chosen, as minutes of the local day: 05:00 to 17:00. After that nobody is there to act."""

EMPTY_CHOICES: Final = ("line", "none")


async def todays_digest(
    db: AsyncConnection, officer_id: int, *, now: datetime, calendar: WorkCalendar
) -> Digest | None:
    """Return what an officer's digest would say now; None for an account that gets none."""
    found = await recipients.recipients(db, local_date(now), officer_id=officer_id, sent_too=True)
    return await digest_of(db, found[0], now=now, calendar=calendar) if found else None


async def choose_hour(
    db: AsyncConnection, officer_id: int, minute: int, *, now: datetime, calendar: WorkCalendar
) -> bool:
    """
    Change when an officer's digest goes out, a minute of the local day; tell whether that holds from today on.

    When today's has not gone out and the new hour has passed already, it goes out now: nobody loses a day by
    choosing an earlier hour.

    Raises:
        ValueError: an hour outside of what can be chosen.
    """
    if not EARLIEST_MINUTE <= minute <= LATEST_MINUTE:
        raise ValueError("digest-hour-not-understood")
    day, present = local_date(now), minute_of_day(now)
    await recipients.choose(db, officer_id, minute=minute)
    if not calendar.is_working_day(day) or await recipients.is_sent(db, officer_id, day):
        return False
    if minute <= present:
        if present > LATEST_MINUTE:
            return False
        await _send_now(db, officer_id, now, calendar)
    return True


async def _send_now(db: AsyncConnection, officer_id: int, now: datetime, calendar: WorkCalendar) -> None:
    for recipient in await recipients.recipients(db, local_date(now), officer_id=officer_id):
        digest = await digest_of(db, recipient, now=now, calendar=calendar)
        if recipient.conversation_id is not None and not (digest.is_empty and recipient.says_nothing):
            name = recipients.once(officer_id, digest.day)
            await outbox.queue(db, recipient.conversation_id, message(digest), now=now, once=name)


async def choose_empty(db: AsyncConnection, officer_id: int, choice: str) -> None:
    """
    Change what comes on a day without anything: "line" or "none".

    Raises:
        ValueError: another word.
    """
    if choice not in EMPTY_CHOICES:
        raise ValueError(choice)
    await recipients.choose(db, officer_id, empty=choice)
