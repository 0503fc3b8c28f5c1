"""Who gets the weekly digest, when, in which chat, and what they chose about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Row, Select, String, cast, delete, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain import weekly
from domain.kinds import Organisation
from domain.roles import Actor, Role, Scope
from domain.roles import officer as officer_actor
from storage.parts import in_parts
from storage.schema import conversation, officer, officer_scope, outbox, person, weekly_choice, weekly_digest
from storage.schema import file as file_table
from storage.upserts import insert_into, put
from texts import LANGUAGES

LEADING: Final = frozenset({Role.LEADER, Role.APPROVER})
"""Roles that get the digest: leaders and secretaries of a body."""

NAMED_MAX: Final = 400
"""Accounts named in one query; beyond that reading all of them is faster."""


@dataclass(frozen=True, slots=True)
class WeeklyChoice:
    """When somebody wants the digest: weekday (0: Monday) and minute of the local day; `off`: not at all."""

    weekday: int = weekly.WEEKDAY
    minute: int = weekly.MINUTE
    off: bool = False
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Leader:
    """
    Somebody whom a weekly digest is for, since `created_at`.

    `conversation_id` is None without a chat that can be reached.
    """

    officer_id: int
    roles: frozenset[Role]
    scopes: tuple[Scope, ...]
    choice: WeeklyChoice
    conversation_id: int | None
    language: str
    created_at: datetime

    @property
    def actor(self) -> Actor:
        """The account as one who looks at cases."""
        return officer_actor(self.officer_id, self.roles, self.scopes)


def once(officer_id: int, week: str) -> str:
    """Return the name under which a leader's digest of a week is in the outbox, once."""
    return f"digest/week/{officer_id}/{week}"


# --- When -----------------------------------------------------------------------------------------------------------


async def times(db: AsyncConnection) -> list[tuple[int, int]]:
    """Return each weekday and minute at which somebody may have the digest, the usual one among them."""
    c = weekly_choice.c
    chosen = select(c.weekday, c.minute).where(c.off.is_(False)).distinct()
    return sorted({(weekly.WEEKDAY, weekly.MINUTE), *((row.weekday, row.minute) for row in await db.execute(chosen))})


async def changed_since(db: AsyncConnection, moment: datetime) -> list[tuple[int, WeeklyChoice]]:
    """Return who chose another time since a moment: the period of that time may have been run without them."""
    c = weekly_choice.c
    query = select(weekly_choice).where(c.changed_at >= moment, c.off.is_(False))
    return [(row.officer_id, _chosen(row)) for row in await db.execute(query.order_by(c.officer_id))]


async def choice_of(db: AsyncConnection, officer_id: int) -> WeeklyChoice:
    """Return what somebody chose, or the usual."""
    query = select(weekly_choice).where(weekly_choice.c.officer_id == officer_id)
    row = (await db.execute(query)).first()
    return _chosen(row) if row is not None else WeeklyChoice()


async def choose(db: AsyncConnection, officer_id: int, chosen: WeeklyChoice, *, now: datetime) -> None:
    """Write a choice down."""
    values = {"weekday": chosen.weekday, "minute": chosen.minute, "off": chosen.off, "changed_at": now}
    await put(db, weekly_choice, {"officer_id": officer_id}, values)


def _chosen(row: Row[Any]) -> WeeklyChoice:
    if row.weekday is None:
        return WeeklyChoice()
    return WeeklyChoice(row.weekday, row.minute, bool(row.off), row.changed_at)


# --- Who ------------------------------------------------------------------------------------------------------------


async def leaders(
    db: AsyncConnection,
    *,
    time: tuple[int, int] | None = None,
    officer_id: int | None = None,
    not_sent: str = "",
    off_too: bool = False,
) -> list[Leader]:
    """
    Return the active accounts that lead a body, by id.

    `time` asks for those of one weekday and minute, `not_sent` for those whose digest of this week is not in the
    outbox; who wants none is left out unless `off_too`.
    """
    c, chosen = officer.c, weekly_choice.c
    joined = officer.outerjoin(weekly_choice, chosen.officer_id == c.id)
    query = select(c.id, c.roles, c.created_at, chosen.weekday, chosen.minute, chosen.off, chosen.changed_at)
    query = query.select_from(joined)
    named = or_(*(cast(c.roles, String).like(f'%"{role.value}"%') for role in sorted(LEADING)))
    query = query.where(c.disabled_at.is_(None), named)
    if officer_id is not None:
        query = query.where(c.id == officer_id)
    if not_sent:
        query = query.where(~_sent(not_sent).exists())
    rows = [row async for part in in_parts(db, query.order_by(c.id)) for row in part]
    wanted = [
        (row, choice)
        for row, choice in zip(rows, map(_chosen, rows), strict=True)
        if (off_too or not choice.off) and time in {None, (choice.weekday, choice.minute)}
    ]
    ids = [row.id for row, _ in wanted]
    scopes, chats = await _scopes(db, ids), await _chats(db, ids)
    found = []
    for row, choice in wanted:
        chat, language = chats.get(row.id, (None, LANGUAGES[0]))
        roles = frozenset(map(Role, row.roles))
        found.append(Leader(row.id, roles, tuple(scopes[row.id]), choice, chat, language, row.created_at))
    return found


def _sent(week: str) -> Select[tuple[int]]:
    named = literal("digest/week/") + cast(officer.c.id, String) + literal(f"/{week}")  # as `once`
    return select(outbox.c.id).where(outbox.c.once == named).correlate(officer)


async def is_sent(db: AsyncConnection, officer_id: int, week: str) -> bool:
    """Tell whether a leader's digest of a week is in the outbox."""
    query = select(outbox.c.id).where(outbox.c.once == once(officer_id, week))
    return (await db.execute(query)).first() is not None


async def sent_names(db: AsyncConnection, names: Collection[str]) -> set[str]:
    """Return those of these names that are in the outbox."""
    return set((await db.execute(select(outbox.c.once).where(outbox.c.once.in_(names)))).scalars())


# --- As it was sent -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kept:
    """A digest as it was sent to a chat: the value and what lies behind its lines, both as JSON."""

    until: date
    conversation_id: int
    digest: str
    lines: str


async def keep(db: AsyncConnection, those: Sequence[tuple[int, Kept]]) -> None:
    """Keep digests that go out, each beside its account; one of the same days gives way."""
    if not those:
        return
    rows = [
        {
            "officer_id": officer_id,
            "until": kept.until,
            "conversation_id": kept.conversation_id,
            "digest": kept.digest,
            "lines": kept.lines,
        }
        for officer_id, kept in those
    ]
    new = insert_into(db, weekly_digest)
    values = {name: new.excluded[name] for name in ("conversation_id", "digest", "lines")}
    await db.execute(new.on_conflict_do_update(index_elements=["officer_id", "until"], set_=values), rows)


async def kept(db: AsyncConnection, officer_id: int, until: date) -> Kept | None:
    """Return a digest as it was sent; None when none was, or long ago."""
    c = weekly_digest.c
    query = select(c.until, c.conversation_id, c.digest, c.lines).where(c.officer_id == officer_id, c.until == until)
    row = (await db.execute(query)).first()
    return Kept(*row) if row is not None else None


async def forget(db: AsyncConnection, officer_ids: Collection[int], *, before: date) -> list[str]:
    """Forget the digests of these accounts from before a day; return their values, for what else they name."""
    c = weekly_digest.c
    old = (c.officer_id.in_(officer_ids)) & (c.until < before)
    return list((await db.execute(delete(weekly_digest).where(old).returning(c.digest))).scalars())


async def give_up_files(db: AsyncConnection, ids: Collection[int]) -> None:
    """Give up pictures; another job deletes their bytes."""
    mine = file_table.c.id.in_(ids) & (file_table.c.state == "stored")
    await db.execute(update(file_table).where(mine).values(state="purged"))


async def _scopes(db: AsyncConnection, ids: Sequence[int]) -> dict[int, list[Scope]]:
    c = officer_scope.c
    found: dict[int, list[Scope]] = defaultdict(list)
    query = _named(select(c.officer_id, c.unit_code, c.organisation).order_by(c.id), c.officer_id, ids)
    async for rows in in_parts(db, query):
        for row in rows:
            organisation = Organisation(row.organisation) if row.organisation else None
            found[row.officer_id].append(Scope(row.unit_code, organisation))
    return found


async def _chats(db: AsyncConnection, ids: Sequence[int]) -> dict[int, tuple[int, str]]:
    """Return each account's reachable chat used last, and the language spoken there."""
    c = conversation.c
    query = select(c.officer_id, c.id, person.c.language).join(person, person.c.id == c.person_id)
    query = query.where(c.officer_id.is_not(None), c.unreachable_at.is_(None))
    order = (c.last_inbound_at.is_not(None), c.last_inbound_at, c.id.desc())
    found: dict[int, tuple[int, str]] = {}
    async for rows in in_parts(db, _named(query, c.officer_id, ids).order_by(*order)):
        found.update({row.officer_id: (row.id, row.language) for row in rows})
    return found


def _named(query: Select[Any], column: Any, ids: Collection[int]) -> Select[Any]:
    return query.where(column.in_(sorted(ids))) if len(ids) <= NAMED_MAX else query
