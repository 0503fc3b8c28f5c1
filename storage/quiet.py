"""
Digests that a messenger's outage delayed: held while their reader is not to be disturbed, given way to newer ones.

A held one is a row of the outbox in state `waiting` with the reason `QUIET`: it keeps nothing that follows it waiting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import local_date, start_of_day
from domain.daily import Hours, Window
from domain.following import LATEST_MINUTE, SEND_MINUTE
from storage import absences
from storage.absences import Absence
from storage.outbox import NEWS, QUIET, UNSENT
from storage.recipients import hours_of, minute_of_day, once
from storage.schema import conversation, officer, outbox
from storage.workdays import work_calendar

_HELD: Final = f"reason = '{QUIET}'"
"""Written as in the partial index ix_outbox_held: SQLite uses it for this very text only."""

_RESIDENTS: Final = Hours(SEND_MINUTE, None, Window(LATEST_MINUTE, SEND_MINUTE), Window(0, 0))
"""Residents choose no hours: the month's news come by day."""

_NAMED_MAX: Final = 500
_AHEAD_DAYS: Final = 15
"""Longer than any row of days off: then it lands all the same."""

BACK: Final = timedelta(days=21)
"""How far back the last digest that arrived is looked for: before that somebody's news begin anew."""

BACK_OF_MANY: Final = timedelta(days=5)
"""The same after an outage of everybody's messenger: the digests go out in the same minute."""


async def silence_until(db: AsyncConnection, conversation_id: int, *, now: datetime) -> datetime | None:
    """
    Return when the silence ends that the reader of a chat keeps now; None when a digest may land.

    Officers keep their days off as well: what comes on Friday night waits for Monday, and gives way to its digest.
    """
    o = officer.c
    columns = (o.digest_minute, o.digest_days, o.quiet_from, o.quiet_until, o.lunch_from, o.lunch_until)
    query = select(*columns).join(conversation, conversation.c.officer_id == o.id)
    row = (await db.execute(query.where(conversation.c.id == conversation_id))).first()
    hours, minute = hours_of(*row) if row is not None else _RESIDENTS, minute_of_day(now)
    calendar = await work_calendar(db)
    today = local_date(now)

    def is_on(day: date) -> bool:
        return row is None or hours.is_on(day, calendar)

    if is_on(today) and not hours.is_silent(minute):
        return None
    ends = replace(hours, minute=minute).lands
    if is_on(today) and ends > minute:
        return start_of_day(today) + timedelta(minutes=ends)
    for ahead in range(1, _AHEAD_DAYS):
        if is_on(today + timedelta(days=ahead)):
            break
    # Silent all day long: somebody means "never", and is asked again on the next day.
    return start_of_day(today + timedelta(days=ahead)) + timedelta(minutes=replace(hours, minute=0).lands)


async def hold(db: AsyncConnection, id: int, *, me: str, until: datetime) -> None:
    """Let a message in the hands of `me` wait until a moment."""
    mine = (outbox.c.id == id) & (outbox.c.leased_by == me) & (outbox.c.state == "leased")
    values = {"state": "waiting", "reason": QUIET, "not_before": until, "leased_by": None, "leased_until": None}
    await db.execute(update(outbox).where(mine).values(**values))


async def release(db: AsyncConnection, *, now: datetime) -> int:
    """Queue what was held and may land now; return how many."""
    over = (text(_HELD), outbox.c.state == "waiting", outbox.c.not_before <= now)
    found = (await db.execute(update(outbox).where(*over).values(state="queued", reason=None))).rowcount
    if found:
        db.info[NEWS] = True
    return found


@dataclass(frozen=True, slots=True)
class Overtaken:
    """Digests of an officer that have not arrived, by name, and as of when the last one was compiled that did."""

    names: tuple[str, ...]
    since: datetime | None
    back: tuple[Absence, ...] = ()
    """Absences of which they told."""

    @property
    def first(self) -> date:
        """The day of the oldest of them."""
        return date.fromisoformat(self.names[0].rpartition("/")[2])


async def overtaken(db: AsyncConnection, *, day: date) -> dict[int, Overtaken]:
    """Return by officer the daily digests of days before one that have not arrived and are not being sent."""
    o = outbox.c
    unsent: dict[int, list[str]] = defaultdict(list)
    for where in ((text(UNSENT), o.state == "queued"), (text(_HELD), o.state == "waiting")):
        ours = o.once.startswith("digest/", autoescape=True)
        for name in (await db.execute(select(o.once).where(*where, ours))).scalars():
            officer_id, of = _named(name)
            if officer_id and of < day.isoformat():
                unsent[officer_id].append(name)
    arrived = await _arrived(db, set(unsent), day)
    late = {id: Overtaken(tuple(sorted(names)), arrived.get(id)) for id, names in unsent.items()}
    for absence in await absences.covered_since(db, {id: one.first for id, one in late.items()}):
        found = late[absence.officer_id]
        late[absence.officer_id] = replace(found, back=(*found.back, absence))
    return late


async def _arrived(db: AsyncConnection, officer_ids: set[int], day: date) -> dict[int, datetime]:
    """Return when the last digest of these officers that arrived was compiled: most had one the day before theirs."""
    o, found = outbox.c, dict[int, datetime]()
    for back in range(1, BACK.days + 1):
        left = sorted(officer_ids - found.keys())
        if not left or (len(left) > _NAMED_MAX and back > BACK_OF_MANY.days):
            break
        for start in range(0, len(left), _NAMED_MAX):
            names = [once(id, day - timedelta(days=back)) for id in left[start : start + _NAMED_MAX]]
            query = select(o.once, o.created_at).where(o.once.in_(names), o.state == "delivered")
            found |= {_named(row.once)[0]: row.created_at for row in await db.execute(query)}
    return found


def _named(name: str) -> tuple[int, str]:
    """Return officer and day of a daily digest's name; 0 for another name."""
    _, _, rest = name.partition("/")
    id, _, day = rest.partition("/")
    return (int(id), day) if id.isdigit() else (0, "")


async def give_way(db: AsyncConnection, late: Mapping[int, Overtaken], officer_ids: Collection[int]) -> int:
    """Take back the late digests of these officers, whose newer ones tell all of it; return how many."""
    names = [name for id in officer_ids if id in late for name in late[id].names]
    if not names:
        return 0
    waiting = outbox.c.once.in_(names) & outbox.c.state.in_(("queued", "waiting"))
    return (await db.execute(update(outbox).where(waiting).values(state="replaced", reply=""))).rowcount
