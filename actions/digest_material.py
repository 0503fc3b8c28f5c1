"""All that the digests of some officers are compiled from, read once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final, TypeAlias

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import LOCAL, WorkCalendar, local_date, start_of_day
from domain.daily import Snoozed
from domain.kinds import Organisation
from domain.roles import Role, Scope
from domain.units import PROVINCE_CODE_DIGITS, UnitRef
from matching.places.units import TYPE_WORDS, UnitType
from storage import digests as store
from storage import pairs
from storage.digests import Area, Holding, Line, OpenCount
from storage.parts import in_turns
from storage.reads import Reads, side_by_side
from storage.recipients import Recipient
from storage.snoozes import snoozes
from storage.types import from_ms

BodyKey: TypeAlias = tuple[str, str]
"""Codes of unit and organisation."""

EVERYTHING: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Since when things are new to somebody who has read nothing yet."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that the digests of some officers are compiled from; what is new to them is new since one moment."""

    now: datetime
    day: date
    """The local day of `now`."""
    since_day: date
    """The local day since which things are new."""
    calendar: WorkCalendar
    holdings: dict[BodyKey, list[Holding]]
    crowds: Mapping[int, int]
    """People behind a case with nothing due, where so many follow it that it is shown."""
    standing: Standing
    recused: Mapping[int, Collection[int]]
    snoozes: Mapping[int, Mapping[int, Snoozed]]
    call_backs: Mapping[BodyKey, Sequence[Row[Any]]]
    failed: Mapping[BodyKey, Sequence[Row[Any]]]
    pairs: Mapping[BodyKey, int]
    """How many pairs of cases that may be one wait for a decision."""
    names: dict[str, str] = field(default_factory=dict)
    days: dict[int, tuple[date, int]] = field(default_factory=dict)

    def due_day(self, due_at: int) -> tuple[date, int]:
        """Return the due day of a moment and the working days left; thousands of cases share a few dozen."""
        found = self.days.get(due_at)
        if found is None:
            day = local_date(from_ms(due_at) - datetime.resolution)  # 24:00 belongs to the day that it ends
            found = self.days[due_at] = day, self.calendar.working_days_between(self.day, day)
        return found

    async def lines_of(self, reads: Reads, case_ids: Collection[int]) -> dict[int, Line]:
        """Return what the lines of these cases say; the names of their communes are known afterwards."""
        async with reads.one() as db:
            found = await store.lines(db, case_ids)
            await self.read_names(db, {line.commune_code for line in found.values()})
        return found

    async def read_names(self, db: AsyncConnection, codes: Collection[str]) -> None:
        """Read the names of units that are not known yet."""
        unknown = set(codes) - self.names.keys()
        if unknown:
            self.names.update(await _names(db, unknown))
            self.names.update(dict.fromkeys(unknown - self.names.keys(), ""))


@dataclass(frozen=True, slots=True)
class Standing:
    """How bodies stand: all of them, and by province and by unit."""

    every: Sequence[BodyRow]
    by_province: Mapping[str, Sequence[BodyRow]]
    by_unit: Mapping[str, Sequence[BodyRow]]


@dataclass(frozen=True, slots=True)
class BodyRow:
    """How many cases of a body are open and overdue."""

    unit: UnitRef
    organisation: Organisation
    open: int
    overdue: int


async def gather(
    reads: Reads, recipients: Sequence[Recipient], now: datetime, calendar: WorkCalendar, *, since: datetime
) -> Material:
    """Read what the digests of these officers, one at least, are made of; new is what happened after `since`."""
    area = Area(everything=True) if len(recipients) > store.NAMED_MAX else Area(units=_own_units(recipients))
    ids = [recipient.officer_id for recipient in recipients]
    leaders = [recipient async for recipient in in_turns(recipients) if Role.LEADER in recipient.roles]
    # Thousands share a few of these: they are told apart by which object they are.
    lasts = {(id(one.since), id(one.hours)): one async for one in in_turns(recipients)}
    earliest = min(failures_since(one.since, one.hours.lands, now, calendar) for one in lasts.values())

    async def crowds() -> dict[int, int]:
        async with reads.one() as db:
            return await store.crowds(db, area, now=now)

    async def others() -> dict[str, Any]:
        async with reads.one() as db:
            counts = await store.open_counts(db, _overseen_area(leaders), now=now) if leaders else []
            late = {row.handler_unit_code for row in counts if row.overdue}
            return {
                "standing": await _standing(counts),
                "failed": _by_body(
                    await store.failed_deliveries(db, area, since=earliest), "handler_unit_code", "handler_organisation"
                ),
                "call_backs": _by_body(await store.open_call_backs(db, area), "unit_code", "organisation"),
                "recused": await store.recused_cases(db, ids),
                # Those that came back lately, too: their lines are new again.
                "snoozes": await snoozes(db, ids, day=local_date(max(since, now - timedelta(days=14)))),
                "pairs": await pairs.counts_by_body(db),
                "names": await _names(db, None if area.is_wide else late),
            }

    holdings, followed, rest = await side_by_side(_holdings(reads, area, now, since), crowds(), others())
    return Material(
        now=now,
        day=local_date(now),
        since_day=local_date(since),
        calendar=calendar,
        holdings=holdings,
        crowds=followed,
        **rest,
    )


async def _holdings(reads: Reads, area: Area, now: datetime, since: datetime) -> dict[BodyKey, list[Holding]]:
    async with reads.one() as db:
        read = await store.holdings(db, area, now=now, since=since)
    found: dict[BodyKey, list[Holding]] = defaultdict(list)
    async for holding in in_turns(read):
        found[holding[0], holding[1]].append(holding)
    return found


def _by_body(rows: Iterable[Row[Any]], unit: str, organisation: str) -> dict[BodyKey, list[Row[Any]]]:
    """Return rows by the body that two of their columns name."""
    found: dict[BodyKey, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[getattr(row, unit), getattr(row, organisation)].append(row)
    return found


async def _names(db: AsyncConnection, codes: Collection[str] | None) -> dict[str, str]:
    """Return the names of units, of all of them for None."""
    found = await store.unit_names(db, codes) if codes is None or codes else {}
    return {code: _full_name(*named) async for code, named in in_turns(found.items())}


def _own_units(recipients: Iterable[Recipient]) -> frozenset[str]:
    """Return the units of everybody's own bodies, and of those in whose stead somebody works."""
    return frozenset(
        scope.unit
        for recipient in recipients
        for scopes in (recipient.scopes, *(stead.scopes for stead in recipient.stands_in))
        for scope in scopes
        if scope.unit
    )


def _overseen_area(leaders: Sequence[Recipient]) -> Area:
    scopes = {scope.unit for leader in leaders for scope in leader.scopes}
    provinces = frozenset(unit for unit in scopes if unit and len(unit) == PROVINCE_CODE_DIGITS)
    return Area(frozenset(unit for unit in scopes if unit), provinces, everything=None in scopes)


def failures_since(last: datetime | None, minute: int, now: datetime, calendar: WorkCalendar) -> datetime:
    """Return from when on failed messages are told: since the digest before, or since it should have been there."""
    if last is not None and last < start_of_day(local_date(now)):
        return last
    return last_digest(minute, now, calendar)


def last_digest(minute: int, now: datetime, calendar: WorkCalendar) -> datetime:
    """Return when a digest before that of today is due: the working day before, at this minute of the day."""
    day = calendar.add_working_days(local_date(now), -1)
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL) + timedelta(minutes=minute)


def bodies_of(scopes: Iterable[Scope]) -> list[BodyKey]:
    """Return the bodies that the scopes name themselves; see `Scope.owns`."""
    found: dict[BodyKey, None] = {}
    for scope in scopes:
        if scope.unit is not None:
            for organisation in (scope.organisation,) if scope.organisation else Organisation:
                found[scope.unit, organisation.value] = None
    return list(found)


async def _standing(counts: Iterable[OpenCount]) -> Standing:
    by_body: dict[BodyKey, list[OpenCount]] = defaultdict(list)
    for row in counts:
        by_body[row.handler_unit_code, row.handler_organisation].append(row)
    every = []
    by_province: dict[str, list[BodyRow]] = defaultdict(list)
    by_unit: dict[str, list[BodyRow]] = defaultdict(list)
    async for (code, organisation), rows in in_turns(by_body.items(), 100):
        province = rows[0].province_code
        unit = UnitRef(code, province if len(code) > PROVINCE_CODE_DIGITS else None)
        body = BodyRow(
            unit, Organisation(organisation), sum(row.cases for row in rows), sum(row.overdue for row in rows)
        )
        every.append(body)
        by_province[province].append(body)
        by_unit[code].append(body)
    return Standing(every, by_province, by_unit)


def _full_name(unit_type: str, name: str) -> str:
    return f"{TYPE_WORDS[UnitType(unit_type)]} {name}"
