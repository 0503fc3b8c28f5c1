"""The monthly news of residents who follow a place, as a job: at the month's first working day, once each."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.following import MonthFacts, month_facts, news_of
from actions.following_words import packed
from domain import following as rules
from domain.following import Month
from scheduler.job import JobContext
from storage import following as store
from storage import links, outbox
from storage.database import Database
from storage.following import Follow, once
from storage.outbox import Notice
from storage.workdays import work_calendar

AT_ONCE: Final = 100
"""People whose news are queued in one transaction: chats wait a few milliseconds for it."""


async def monthly_slots(db: AsyncConnection, now: datetime) -> list[str]:
    """Return the month that should have been told of by now: '2026-10'. None while nobody follows anything."""
    month = rules.month_due(now, await work_calendar(db))
    return [month.name] if month is not None and await store.is_followed(db) else []


async def next_monthly(db: AsyncConnection, now: datetime) -> datetime:
    """Return when the next news go out, local."""
    return rules.next_due(now, await work_calendar(db))


async def send_monthly_news(database: Database, context: JobContext) -> int:
    """
    Queue the news of the run's month, by hand those of the last one; return how many were queued.

    The name in the outbox keeps each one single. People of whose places nothing may be said hear nothing.
    """
    month = _month(context)
    count = 0
    silent = unreachable = after = 0
    async with database.read() as db:
        facts = await month_facts(db, await store.followed_units(db), month)
        while people := await store.followers(db, after=after, limit=AT_ONCE):
            after = max(people)
            chats = await links.last_used(db, sorted(people))
            told = _told(facts, people, chats)
            silent += sum(news_of(facts, follows).is_empty for follows in people.values())
            unreachable += len(people.keys() - chats.keys())
            count += await _queue(database, context, month, told)
    context.notes.update(silent=silent, unreachable=unreachable)
    return count


def _month(context: JobContext) -> Month:
    try:
        return rules.month_named(context.slot)
    except ValueError:  # by hand
        return rules.last_month(context.now)


def _told(facts: MonthFacts, people: dict[int, list[Follow]], chats: dict[int, int]) -> dict[int, Notice]:
    """Return what each person is told who has a chat and of whose places something may be said."""
    found = {}
    for person_id, follows in people.items():
        news = news_of(facts, follows)
        if person_id in chats and not news.is_empty:
            found[person_id] = Notice(chats[person_id], packed(news), once(person_id, facts.month.name))
    return found


async def _queue(database: Database, context: JobContext, month: Month, told: dict[int, Notice]) -> int:
    if context.dry_run or not told:
        return len(told)
    async with database.begin() as db:
        # On a messenger with a window the month before may wait still: nobody reads two in a row.
        await store.replace_older(db, list(told), month.before.name)
        still = {person for person in told if await store.follows_of(db, person)}
        return await outbox.queue_many(db, [told[person] for person in sorted(still)], now=context.now)
