"""Who gets a daily digest, when, in which chat, and what they chose about it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, String, cast, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import LOCAL
from domain.kinds import Organisation
from domain.roles import HANDLERS, Role, Scope
from storage.parts import ROWS_AT_ONCE, in_parts
from storage.schema import conversation, officer, officer_scope, outbox, person
from texts import LANGUAGES

NAMED_MAX: Final = 400
"""Accounts named in one query; beyond that reading all of them is faster."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """
    An officer whom a digest is for. `minute` is that of the local day at which it goes out.

    `says_nothing` is the wish to hear nothing on a day without anything; `conversation_id` is None for somebody
    without a chat that can be reached.
    """

    officer_id: int
    roles: frozenset[Role]
    scopes: tuple[Scope, ...]
    minute: int
    says_nothing: bool
    conversation_id: int | None


def minute_of_day(now: datetime) -> int:
    """Return the minute of the local day: 450 at half past seven."""
    local = now.astimezone(LOCAL)
    return local.hour * 60 + local.minute


def once(officer_id: int, day: date) -> str:
    """Return the name under which an officer's digest of a day is in the outbox, once."""
    return f"digest/{officer_id}/{day.isoformat()}"


async def minutes(db: AsyncConnection, *, until: int = 24 * 60) -> list[int]:
    """Return the minutes of the local day at which some active account has its digest, up to `until`."""
    c = officer.c
    query = select(c.digest_minute).where(c.disabled_at.is_(None), c.digest_minute <= until).distinct()
    return sorted((await db.execute(query)).scalars())


async def recipients(
    db: AsyncConnection,
    day: date,
    *,
    minute: int | None = None,
    until: int = 24 * 60,
    officer_id: int | None = None,
    sent_too: bool = False,
) -> list[Recipient]:
    """
    Return the officers whose digest of this day is not in the outbox yet, by id.

    `minute` asks for those of one minute, `until` for those up to one, `sent_too` for all of them, whatever went
    out. Accounts that handle no cases get no digest.
    """
    c = officer.c
    query = select(c.id, c.roles, c.digest_minute, c.digest_empty).where(
        c.disabled_at.is_(None), c.digest_minute <= until
    )
    if minute is not None:
        query = query.where(c.digest_minute == minute)
    if officer_id is not None:
        query = query.where(c.id == officer_id)
    if not sent_too:
        query = query.where(~_sent(day).exists())
    rows = [row async for row in _each(db, query.order_by(c.id)) if not HANDLERS.isdisjoint(row.roles)]
    ids = [row.id for row in rows]
    scopes, chats = await _scopes(db, ids), await _chats(db, ids)
    found = []
    for start in range(0, len(rows), ROWS_AT_ONCE):
        found += [
            Recipient(
                officer_id=row.id,
                roles=frozenset(Role(role) for role in row.roles),
                scopes=scopes.get(row.id, ()),
                minute=row.digest_minute,
                says_nothing=row.digest_empty == "none",
                conversation_id=chats.get(row.id),
            )
            for row in rows[start : start + ROWS_AT_ONCE]
        ]
        await asyncio.sleep(0)
    return found


async def _each(db: AsyncConnection, query: Select[Any]) -> AsyncIterator[Row[Any]]:
    """Yield every row; thousands of officers may have their digest at one minute."""
    async for rows in in_parts(db, query):
        for row in rows:
            yield row


def _sent(day: date) -> Select[tuple[int]]:
    named = literal("digest/") + cast(officer.c.id, String) + literal(f"/{day.isoformat()}")  # as `once`
    return select(outbox.c.id).where(outbox.c.once == named).correlate(officer)


async def is_sent(db: AsyncConnection, officer_id: int, day: date) -> bool:
    """Tell whether an officer's digest of this day is in the outbox."""
    query = select(outbox.c.id).where(outbox.c.once == once(officer_id, day))
    return (await db.execute(query)).first() is not None


async def _scopes(db: AsyncConnection, ids: Sequence[int]) -> dict[int, tuple[Scope, ...]]:
    table = officer_scope
    found: dict[int, tuple[Scope, ...]] = {}
    query = select(table.c.officer_id, table.c.unit_code, table.c.organisation).order_by(table.c.id)
    async for row in _each(db, _named(query, table.c.officer_id, ids)):
        organisation = Organisation(row.organisation) if row.organisation else None
        found[row.officer_id] = (*found.get(row.officer_id, ()), Scope(row.unit_code, organisation))
    return found


async def _chats(db: AsyncConnection, ids: Sequence[int]) -> dict[int, int]:
    """Return each officer's reachable chat used last."""
    table = conversation
    query = select(table.c.officer_id, table.c.id).where(
        table.c.officer_id.is_not(None), table.c.unreachable_at.is_(None)
    )
    order = (table.c.last_inbound_at.is_not(None), table.c.last_inbound_at, table.c.id.desc())
    rows = _each(db, _named(query, table.c.officer_id, ids).order_by(*order))
    return {row.officer_id: row.id async for row in rows}


async def names_and_languages(db: AsyncConnection) -> dict[int, tuple[str, str]]:
    """Return each account's name and the language spoken in its chat; Vietnamese for one without a chat."""
    c = officer.c
    chats = conversation.join(person, person.c.id == conversation.c.person_id)
    spoken = select(conversation.c.officer_id, person.c.language).select_from(chats)
    languages = {row.officer_id: row.language for row in await db.execute(spoken.where(conversation.c.officer_id > 0))}
    rows = await db.execute(select(c.id, c.name))
    return {row.id: (row.name, languages.get(row.id, LANGUAGES[0])) for row in rows}


def _named(query: Select[Any], column: ColumnElement[int], ids: Collection[int]) -> Select[Any]:
    """Name the ids when they are few; a long list costs more than reading all."""
    return query.where(column.in_(sorted(ids))) if len(ids) <= NAMED_MAX else query


# --- An officer's choices -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """When an officer wants the digest (minute of the local day), and "line" or "none" when there is nothing."""

    minute: int
    empty: str


async def choice_of(db: AsyncConnection, officer_id: int) -> Choice | None:
    """Return what an active account chose."""
    c = officer.c
    query = select(c.digest_minute, c.digest_empty).where(c.id == officer_id, c.disabled_at.is_(None))
    row = (await db.execute(query)).first()
    return Choice(row.digest_minute, row.digest_empty) if row else None


async def choose(db: AsyncConnection, officer_id: int, *, minute: int | None = None, empty: str | None = None) -> None:
    """Change when an account's digest goes out, or what it says when there is nothing ("line", "none")."""
    chosen = {"digest_minute": minute, "digest_empty": empty}
    values = {name: value for name, value in chosen.items() if value is not None}
    await db.execute(update(officer).where(officer.c.id == officer_id).values(**values))


async def administrators(db: AsyncConnection) -> list[int]:
    """Return the active accounts with the role administrator."""
    c = officer.c
    has_role = cast(c.roles, String).like(f'%"{Role.ADMINISTRATOR.value}"%')
    return list((await db.execute(select(c.id).where(c.disabled_at.is_(None), has_role).order_by(c.id))).scalars())
