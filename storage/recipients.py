"""Who gets a daily digest, when, in which chat, and what they chose about it."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, TypeAlias

from sqlalchemy import String, cast, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import LOCAL, start_of_day
from domain.daily import LUNCH, QUIET, Hours, Window
from domain.kinds import Organisation
from domain.roles import HANDLERS, Role, Scope, StandIn
from storage import absences
from storage.absences import Absence
from storage.direct import Direct, Parcels
from storage.parts import in_turns
from storage.schema import conversation, officer, outbox, person
from storage.types import from_ms, to_ms
from texts import LANGUAGES


@dataclass(frozen=True, slots=True)
class Recipient:
    """
    An officer whom a digest is for.

    `since` is the moment of the digest before, None for the first; `says_nothing` is the wish to hear nothing on a
    day without anything; `conversation_id` is None for somebody without a chat that can be reached. `away` is the
    absence that lasts on the day, `back` those that are over and of which no digest has told yet.
    """

    officer_id: int
    roles: frozenset[Role]
    scopes: tuple[Scope, ...]
    hours: Hours
    says_nothing: bool
    conversation_id: int | None
    since: datetime | None = None
    stands_in: tuple[StandIn, ...] = ()
    away: Absence | None = None
    back: tuple[Absence, ...] = ()


def minute_of_day(now: datetime) -> int:
    """Return the minute of the local day: 450 at half past seven."""
    local = now.astimezone(LOCAL)
    return local.hour * 60 + local.minute


def once(officer_id: int, day: date) -> str:
    """Return the name under which an officer's digest of a day is in the outbox, once."""
    return f"digest/{officer_id}/{day.isoformat()}"


_HOURS: Final = "digest_minute, digest_days, quiet_from, quiet_until, lunch_from, lunch_until"
_hours_of_all = Direct(*[f"SELECT DISTINCT {_HOURS} FROM officer WHERE disabled_at IS NULL"] * 2)  # noqa: S608  # constants
_hours_of_waiting = Direct(
    *(
        f"SELECT DISTINCT {_HOURS} FROM officer WHERE disabled_at IS NULL "  # noqa: S608  # constants
        f"AND (digest_at IS NULL OR digest_at < {mark}1)"
        for mark in "?$"
    )
)


async def hours_chosen(db: AsyncConnection, waiting_on: date | None = None) -> list[Hours]:
    """Return the different hours of active accounts; of those whose digest of a day was not compiled yet."""
    if waiting_on is None:
        return [hours_of(*row) for row in await _hours_of_all(db)]
    return [hours_of(*row) for row in await _hours_of_waiting(db, to_ms(start_of_day(waiting_on)))]


def hours_of(
    minute: int, days: int | None, quiet_from: int | None, quiet_until: int | None, lunch_from: int | None,
    lunch_until: int | None,
) -> Hours:  # fmt: skip
    """Return the hours of an account's columns; what was not chosen is the house's."""
    quiet = Window(quiet_from, quiet_until) if quiet_from is not None and quiet_until is not None else QUIET
    lunch = Window(lunch_from, lunch_until) if lunch_from is not None and lunch_until is not None else LUNCH
    return Hours(minute, days, quiet, lunch)


# --- Who ------------------------------------------------------------------------------------------------------------

_OFFICERS: Final = (
    f"SELECT id, name, roles, digest_empty, digest_at, {_HOURS} FROM officer o "  # noqa: S608  # constants
    "WHERE disabled_at IS NULL AND (%s) ORDER BY id"
)
_UNSENT: Final = (
    "(digest_at IS NULL OR digest_at < :1) "
    "AND NOT EXISTS (SELECT 1 FROM outbox WHERE once = 'digest/' || o.id || '/' || :2)"
)
_SCOPES: Final = "SELECT officer_id, unit_code, organisation FROM officer_scope %s ORDER BY officer_id, id"
_CHATS: Final = (
    "SELECT officer_id, id FROM conversation WHERE officer_id IS NOT NULL AND unreachable_at IS NULL %s "
    "ORDER BY last_inbound_at IS NOT NULL, last_inbound_at, id DESC"
)


def _both(sql: str, *, cast_text: str = "") -> Direct:
    lite, post = sql, sql
    for number in "12":
        lite = lite.replace(f":{number}", f"?{number}")
        post = post.replace(f":{number}", f"${number}{cast_text if number == '2' else ''}")
    lite = lite.replace("{ids}", "IN (SELECT value FROM json_each(?1))")
    return Direct(lite, post.replace("{ids}", "= ANY($1::bigint[])"))


_Number: TypeAlias = int | None
_OFFICER: Final = tuple[int, str, str, str, _Number, int, _Number, _Number, _Number, _Number, _Number]


_everybody, _unsent = (
    Parcels(statement, _OFFICER, f"id, name, roles, digest_empty, digest_at, {_HOURS}", "id / 512")
    for statement in (_both(_OFFICERS % "1 = 1"), _both(_OFFICERS % _UNSENT, cast_text="::text"))
)
_named = _both(_OFFICERS % "id {ids}")
_scopes_of_all = Parcels(
    _both(_SCOPES % ""), tuple[int, str | None, str | None], "officer_id, unit_code, organisation", "officer_id / 1024"
)
_scopes_named = _both(_SCOPES % "WHERE officer_id {ids}")
_chats_of_all = Parcels(_both(_CHATS % ""), tuple[int, int], "officer_id, id", "officer_id / 1024")
_chats_named = _both(_CHATS % "AND officer_id {ids}")

NAMED_MAX: Final = 400
"""Accounts named in one query; beyond that reading all of them is faster."""


def _ids(db: AsyncConnection, ids: Collection[int]) -> Any:
    ordered = sorted(ids)
    return ordered if db.dialect.name == "postgresql" else json.dumps(ordered)


async def recipients(
    db: AsyncConnection, day: date, *, officer_id: int | None = None, sent_too: bool = False, away_too: bool = False
) -> list[Recipient]:
    """
    Return the officers whose digest of this day was not compiled yet, by id.

    `sent_too` asks for all of them, whatever went out, `away_too` for those who are away. Accounts that handle no
    cases get no digest.
    """
    if sent_too:
        rows = await (_everybody(db) if officer_id is None else _named(db, _ids(db, [officer_id])))
    else:
        rows = await _unsent(db, to_ms(start_of_day(day)), day.isoformat())
        rows = [row for row in rows if row[0] == officer_id] if officer_id is not None else rows
    people = _People(await absences.running(db, day), await absences.over(db, day))
    handling = {stored for stored in {row[2] for row in rows} if not HANDLERS.isdisjoint(people.roles(stored))}
    rows = [row async for row in in_turns(rows) if row[2] in handling and (away_too or row[0] not in people.away)]
    await people.read(db, [row[0] for row in rows])
    return [people.recipient(*row) async for row in in_turns(rows, 100)]


class _People:
    """What is read once for all recipients of a run."""

    def __init__(self, running: Sequence[Absence], over: Sequence[Absence]) -> None:
        self.away = {absence.officer_id: absence for absence in running}
        self._back: dict[int, list[Absence]] = {}
        for absence in over:
            self._back.setdefault(absence.officer_id, []).append(absence)
        self._scopes: dict[int, tuple[Scope, ...]] = {}
        self._chats: dict[int, int] = {}
        self._roles: dict[str, frozenset[Role]] = {}
        self._hours: dict[tuple[int | None, ...], Hours] = {}
        self._stands_in: dict[int, tuple[StandIn, ...]] = {}
        self._moments: dict[int | None, datetime | None] = {None: None}

    def roles(self, stored: str) -> frozenset[Role]:
        """Return the roles of an account's column."""
        found = self._roles.get(stored)
        if found is None:
            found = self._roles[stored] = frozenset(Role(role) for role in json.loads(stored))
        return found

    async def read(self, db: AsyncConnection, ids: Sequence[int]) -> None:
        """Read scopes and chats of these accounts, and the scopes of those they stand in for."""
        if len(ids) > NAMED_MAX:
            scopes, chats = await _scopes_of_all(db), await _chats_of_all(db)
        else:
            listed = _ids(db, ids)
            scopes, chats = await _scopes_named(db, _ids(db, {*ids, *self.away})), await _chats_named(db, listed)
        made: dict[tuple[str | None, str | None], Scope] = {}
        async for officer_id, unit, organisation in in_turns(scopes):
            key = (unit, organisation)
            if key not in made:
                made[key] = Scope(unit, Organisation(organisation) if organisation else None)
            self._scopes[officer_id] = (*self._scopes.get(officer_id, ()), made[key])
        async for officer_id, id in in_turns(chats):
            self._chats[officer_id] = id
        for absence in self.away.values():
            if absence.substitute_id is not None:
                stand_in = StandIn(
                    absence.officer_id, absence.name, absence.last_day, self._scopes.get(absence.officer_id, ())
                )
                before = self._stands_in.get(absence.substitute_id, ())
                self._stands_in[absence.substitute_id] = (*before, stand_in)

    def recipient(
        self, id: int, _name: str, roles: str, empty: str, digest_at: int | None, *hours: int | None
    ) -> Recipient:
        """Return the recipient of an account's row."""
        chosen = self._hours.get(hours)
        if chosen is None:
            chosen = self._hours[hours] = hours_of(*hours)  # type: ignore[arg-type]  # the first is never NULL
        return Recipient(
            officer_id=id,
            roles=self.roles(roles),
            scopes=self._scopes.get(id, ()),
            hours=chosen,
            says_nothing=empty == "none",
            conversation_id=self._chats.get(id),
            since=self._moment(digest_at),
            stands_in=self._stands_in.get(id, ()),
            away=self.away.get(id),
            back=tuple(self._back.get(id, ())),
        )

    def _moment(self, ms: int | None) -> datetime | None:
        """Return a moment; thousands share one, which then is hashed once."""
        if ms is not None and ms not in self._moments:
            self._moments[ms] = from_ms(ms)
        return self._moments[ms]


async def is_compiled(db: AsyncConnection, officer_id: int, day: date) -> bool:
    """Tell whether an officer's digest of this day was compiled: it is in the outbox, or there was nothing to say."""
    queued = select(outbox.c.id).where(outbox.c.once == once(officer_id, day))
    seen = select(officer.c.id).where(officer.c.id == officer_id, officer.c.digest_at >= start_of_day(day))
    return (await db.execute(queued)).first() is not None or (await db.execute(seen)).first() is not None


async def names_and_languages(db: AsyncConnection) -> dict[int, tuple[str, str]]:
    """Return each account's name and the language spoken in its chat; Vietnamese for one without a chat."""
    c = officer.c
    chats = conversation.join(person, person.c.id == conversation.c.person_id)
    spoken = select(conversation.c.officer_id, person.c.language).select_from(chats)
    languages = {row.officer_id: row.language for row in await db.execute(spoken.where(conversation.c.officer_id > 0))}
    rows = await db.execute(select(c.id, c.name))
    return {row.id: (row.name, languages.get(row.id, LANGUAGES[0])) for row in rows}


# --- An officer's choices -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """When an officer wants the digest, and "line" or "none" when there is nothing."""

    hours: Hours
    empty: str


async def choice_of(db: AsyncConnection, officer_id: int) -> Choice | None:
    """Return what an active account chose."""
    c = officer.c
    row = (await db.execute(select(officer).where(c.id == officer_id, c.disabled_at.is_(None)))).first()
    if row is None:
        return None
    hours = hours_of(
        row.digest_minute, row.digest_days, row.quiet_from, row.quiet_until, row.lunch_from, row.lunch_until
    )
    return Choice(hours, row.digest_empty)


async def choose(db: AsyncConnection, officer_id: int, choice: Choice) -> None:
    """Write an account's choices down."""
    hours = choice.hours
    values = {
        "digest_minute": hours.minute,
        "digest_days": hours.days,
        "digest_empty": choice.empty,
        "quiet_from": hours.quiet.start,
        "quiet_until": hours.quiet.end,
        "lunch_from": hours.lunch.start,
        "lunch_until": hours.lunch.end,
    }
    await db.execute(update(officer).where(officer.c.id == officer_id).values(**values))


async def administrators(db: AsyncConnection) -> list[int]:
    """Return the active accounts with the role administrator."""
    c = officer.c
    has_role = cast(c.roles, String).like(f'%"{Role.ADMINISTRATOR.value}"%')
    return list((await db.execute(select(c.id).where(c.disabled_at.is_(None), has_role).order_by(c.id))).scalars())
