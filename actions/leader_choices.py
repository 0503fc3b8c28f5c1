"""A leader's choices about the weekly digest: its day and hour, or none; and this week's at once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.leader_digest_words import digest_from
from actions.leader_digests import WeekDigest, compiled, count_for
from actions.leader_traces import Lines, all_lines, from_text
from domain import weekly
from domain.calendar import WorkCalendar, local_date
from domain.units import COMMUNE_CODE_DIGITS
from domain.weekly import Week
from storage import leaders
from storage.leaders import Leader, WeeklyChoice


async def leader_of(db: AsyncConnection, officer_id: int) -> Leader | None:
    """Return an account that may have the weekly digest, whether it wants one or not; None for any other."""
    found = await leaders.leaders(db, officer_id=officer_id, off_too=True)
    return found[0] if found else None


async def newest(db: AsyncConnection, leader: Leader, conversation_id: int, *, now: datetime) -> WeekDigest | None:
    """
    Return the digest of the last week that is over, with its picture where that went to this chat.

    As it was sent; one that was not sent is counted now, unless that would hold up the chats: then None.
    """
    week = weekly.newest_week(now, leader.choice.weekday)
    kept = await leaders.kept(db, leader.officer_id, week.until)
    if kept is not None:
        digest = digest_from(kept.digest)
        return digest if kept.conversation_id == conversation_id else digest.with_picture(0)
    return compiled(await count_for(db, leader, week)) if _is_small(leader) else None


async def lines_of(db: AsyncConnection, leader: Leader, week: Week) -> Lines | None:
    """Return what lies behind the lines of a week, as sent or counted now; None where that is no longer known."""
    kept = await leaders.kept(db, leader.officer_id, week.until)
    if kept is not None:
        return from_text(kept.lines)
    return all_lines(await count_for(db, leader, week)) if _is_small(leader) else None


def _is_small(leader: Leader) -> bool:
    """Tell whether counting this leader's week takes milliseconds: it is one commune's."""
    units = {scope.unit for scope in leader.scopes}
    return len(units) == 1 and all(unit is not None and len(unit) == COMMUNE_CODE_DIGITS for unit in units)


async def choose_time(
    db: AsyncConnection, leader: Leader, weekday: int, minute: int, *, now: datetime, calendar: WorkCalendar
) -> datetime | None:
    """
    Change when a leader's digest goes out; return when the next one is due, None when this week's goes out now.

    Nobody loses a week by choosing an earlier hour: what is due by the new choice and has not gone out does.

    Raises:
        ValueError: a weekday or an hour outside of what can be chosen.
    """
    if not (0 <= weekday <= 6 and weekly.EARLIEST_MINUTE <= minute <= weekly.LATEST_MINUTE):
        raise ValueError("week-not-understood")
    await leaders.choose(db, leader.officer_id, WeeklyChoice(weekday, minute), now=now)
    week = weekly.week_of(local_date(now), weekday)
    if week in weekly.weeks_due(weekday, minute, now, calendar) and not await leaders.is_sent(
        db, leader.officer_id, week.name
    ):
        return None
    return await _next(db, leader.officer_id, weekday, minute, now, calendar)


async def next_due(db: AsyncConnection, leader: Leader, *, now: datetime, calendar: WorkCalendar) -> datetime:
    """Return when a leader's next digest is due."""
    return await _next(db, leader.officer_id, leader.choice.weekday, leader.choice.minute, now, calendar)


async def _next(
    db: AsyncConnection, officer_id: int, weekday: int, minute: int, now: datetime, calendar: WorkCalendar
) -> datetime:
    """Return when the next digest is due that is not one too many in its week."""
    due = weekly.next_due(weekday, minute, now, calendar)
    week = weekly.week_of(local_date(now), weekday)
    if weekly.due_at(week, minute, calendar) == due and await leaders.is_sent(db, officer_id, week.name):
        return weekly.next_due(weekday, minute, due, calendar)
    return due


async def turn_off(db: AsyncConnection, leader: Leader, *, now: datetime) -> None:
    """Send no weekly digest any more; the day and hour are kept for later."""
    chosen = WeeklyChoice(leader.choice.weekday, leader.choice.minute, off=True)
    await leaders.choose(db, leader.officer_id, chosen, now=now)
