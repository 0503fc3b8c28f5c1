"""An officer's choices about the daily digest: hour, days, quiet hours, lunch, empty days, and lines put off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.cases.access import access
from actions.digest_values import Digest
from actions.digest_words import packed
from actions.digests import digest_of
from conversation.codec import reply_to_json
from domain.calendar import WorkCalendar, local_date
from domain.daily import DAY_MINUTES, Hours, Window
from domain.errors import NotFound, Refused
from domain.roles import Actor
from storage import absences, recipients, snoozes
from storage.cases import Case
from storage.digest_queue import Digested, mark_compiled, queue_digests
from storage.recipients import Choice, minute_of_day

EARLIEST_MINUTE: Final = 5 * 60
LATEST_MINUTE: Final = 17 * 60
"""Hours that can be chosen, as minutes of the local day: 05:00 to 17:00. After that nobody is there to act."""

SILENT_MAX: Final = 16 * 60
"""Minutes of the day that may be silent in all: a digest must have somewhere to land."""

EMPTY_CHOICES: Final = ("line", "none")

SNOOZE_DAYS: Final = (1, 3, 7)
"""For how many days a line can be put off. House rule; one about a danger for a single day."""


async def todays_digest(
    db: AsyncConnection, officer_id: int, *, now: datetime, calendar: WorkCalendar
) -> Digest | None:
    """Return what an officer's digest would say now, all of it named; None for an account that gets none."""
    found = await recipients.recipients(db, local_date(now), officer_id=officer_id, sent_too=True, away_too=True)
    return await digest_of(db, found[0], now=now, calendar=calendar, full=True) if found else None


@dataclass(frozen=True, slots=True)
class Changed:
    """What an officer has chosen now; `today` says that the day's digest still goes out by it, or just went."""

    choice: Choice
    today: bool


async def choose(
    db: AsyncConnection,
    officer_id: int,
    *,
    now: datetime,
    calendar: WorkCalendar,
    hours: Hours | None = None,
    empty: str | None = None,
) -> Changed:
    """
    Change when an officer's digest goes out, or what comes on a day without anything ("line" or "none").

    When today's has not gone out and the new hour has passed already, it goes out now: nobody loses a day by
    choosing an earlier hour.

    Raises:
        NotFound: no active account.
        ValueError: with a text key: hours that cannot be chosen, or another word.
    """
    before = await recipients.choice_of(db, officer_id)
    if before is None:
        raise NotFound
    choice = Choice(hours or before.hours, empty or before.empty)
    check(choice)
    await recipients.choose(db, officer_id, choice)
    return Changed(choice, await _still_today(db, officer_id, choice.hours, now, calendar) if hours else False)


def check(choice: Choice) -> None:
    """
    Refuse what cannot be chosen.

    Raises:
        ValueError: with a text key.
    """
    hours = choice.hours
    if not EARLIEST_MINUTE <= hours.minute <= LATEST_MINUTE:
        raise ValueError("digest-hour-not-understood")
    if hours.days is not None and not 0 < hours.days < 1 << 7:
        raise ValueError("digest-days-not-understood")
    edges = (hours.quiet.start, hours.quiet.end, hours.lunch.start, hours.lunch.end)
    if not all(0 <= minute < DAY_MINUTES for minute in edges):
        raise ValueError("digest-span-not-understood")
    silent = sum(map(hours.is_silent, range(DAY_MINUTES)))
    if silent > SILENT_MAX or not EARLIEST_MINUTE <= hours.lands <= LATEST_MINUTE + 60:
        raise ValueError("digest-span-too-long")
    if choice.empty not in EMPTY_CHOICES:
        raise ValueError(choice.empty)


def with_span(hours: Hours, name: str, window: Window) -> Hours:
    """Return the hours with another silence: "quiet" or "lunch"."""
    return replace(hours, quiet=window) if name == "quiet" else replace(hours, lunch=window)


async def _still_today(
    db: AsyncConnection, officer_id: int, hours: Hours, now: datetime, calendar: WorkCalendar
) -> bool:
    day, present = local_date(now), minute_of_day(now)
    if not hours.is_on(day, calendar) or await recipients.is_compiled(db, officer_id, day):
        return False
    if hours.lands <= present:
        if present > LATEST_MINUTE:
            return False
        if not hours.is_silent(present):
            await _send_now(db, officer_id, now, calendar)
    return True


async def _send_now(db: AsyncConnection, officer_id: int, now: datetime, calendar: WorkCalendar) -> None:
    day = local_date(now)
    for recipient in await recipients.recipients(db, day, officer_id=officer_id):
        digest = await digest_of(db, recipient, now=now, calendar=calendar)
        if recipient.conversation_id is None:
            continue
        if not (digest.is_empty and recipient.says_nothing):
            name = recipients.once(officer_id, day)
            await queue_digests(db, [Digested(recipient.conversation_id, reply_to_json(packed(digest)), name)], now=now)
        await mark_compiled(db, [officer_id], now=now)
        await absences.cover(db, [absence.id for absence in recipient.back], day=day)


# --- Lines ----------------------------------------------------------------------------------------------------------


async def put_off(db: AsyncConnection, case_id: int, days: int, actor: Actor, *, now: datetime) -> tuple[Case, int]:
    """
    Keep a case's line out of the actor's digests for so many days; return it, and for how many days it is away.

    It comes back before when the case becomes overdue. One about a danger is away for a day at most.

    Raises:
        NotFound, Conflicted: as `access`.
        Refused: another number of days, or a case that digests do not name.
    """
    case = await access(db, case_id, actor, now=now, content=False)
    if days not in SNOOZE_DAYS or case.confidential or actor.officer_id is None:
        raise Refused
    away = 1 if case.danger else days
    overdue = case.paused_at is None and case.due_at is not None and case.due_at <= now
    until = local_date(now) + timedelta(days=away)
    await snoozes.snooze(db, actor.officer_id, case_id, until=until, was_overdue=overdue, at=now)
    return case, away
