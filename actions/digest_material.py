"""All that the digests of some officers are compiled from, read once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import LOCAL, ONE_DAY, WorkCalendar, local_date, start_of_day
from domain.kinds import Organisation
from domain.roles import Role
from domain.units import PROVINCE_CODE_DIGITS, UnitRef
from matching.places.units import TYPE_WORDS, UnitType
from storage import digests as store
from storage import pairs
from storage.digests import Area
from storage.recipients import Recipient

BodyKey: TypeAlias = tuple[str, str]
"""Codes of unit and organisation."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that the digests of some officers are compiled from."""

    now: datetime
    midnight: datetime
    """The first moment of the local day of `now`."""
    calendar: WorkCalendar
    cases: Mapping[BodyKey, Sequence[Row[Any]]]
    counts: Mapping[BodyKey, Sequence[Row[Any]]]
    standing: Standing
    recused: Mapping[int, Sequence[Row[Any]]]
    call_backs: Mapping[BodyKey, Sequence[Row[Any]]]
    failed: Mapping[BodyKey, Sequence[Row[Any]]]
    pairs: Mapping[BodyKey, int]
    """How many pairs of cases that may be one wait for a decision."""
    names: Mapping[str, str]
    days: dict[datetime, tuple[date, int]] = field(default_factory=dict)

    def due_day(self, due_at: datetime | None) -> tuple[date | None, int | None]:
        """Return the due day of a moment and the working days left; thousands of cases share a few dozen."""
        if due_at is None:
            return None, None
        found = self.days.get(due_at)
        if found is None:
            day = local_date(due_at - datetime.resolution)  # 24:00 belongs to the day that it ends
            found = self.days[due_at] = day, self.calendar.working_days_between(local_date(self.midnight), day)
        return found

    def age_days(self, opened_at: datetime) -> int:
        """Return how many local days ago a case was opened."""
        return -((opened_at - self.midnight) // ONE_DAY)


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
    db: AsyncConnection, recipients: Sequence[Recipient], now: datetime, calendar: WorkCalendar, *, listed: int
) -> Material:
    """Read what the digests of these officers, one at least, are made of; `listed` cases of each group."""
    own, overseen = _own_area(recipients), _overseen_area(recipients)
    recused: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in await store.recused_cases(db, [recipient.officer_id for recipient in recipients]):
        recused[row.who].append(row)
    barred = {row.id for rows in recused.values() for row in rows}
    # Whoever is kept away from some of the cases still gets a full list of the others.
    limit = listed + max(map(len, recused.values()), default=0)
    cases: dict[BodyKey, list[Row[Any]]] = defaultdict(list)
    counts: dict[BodyKey, list[Row[Any]]] = defaultdict(list)
    codes: set[str] = set()
    async for rows in store.listed_cases(db, own, now=now, limit=limit, besides=barred):
        _put(cases, rows)
        codes.update(row.commune_code for row in rows)
    async for rows in store.open_counts(db, overseen, now=now):
        _put(counts, rows)
        codes.update(row.handler_unit_code for row in rows if row.overdue)
    since = last_digest(min(recipient.minute for recipient in recipients), now, calendar)
    failed: dict[BodyKey, list[Row[Any]]] = defaultdict(list)
    _put(failed, await store.failed_deliveries(db, own, since=since))
    call_backs: dict[BodyKey, list[Row[Any]]] = defaultdict(list)
    for row in await store.open_call_backs(db, own):
        call_backs[row.unit_code, row.organisation].append(row)
    return Material(
        now=now,
        midnight=start_of_day(local_date(now)),
        calendar=calendar,
        cases=cases,
        counts=counts,
        standing=_standing(counts.values()),
        recused=recused,
        call_backs=call_backs,
        failed=failed,
        pairs=await pairs.counts_by_body(db),
        names={code: _full_name(*named) for code, named in (await store.unit_names(db, codes)).items()},
    )


def _own_area(recipients: Iterable[Recipient]) -> Area:
    return Area(units=frozenset(scope.unit for r in recipients for scope in r.scopes if scope.unit))


def _overseen_area(recipients: Sequence[Recipient]) -> Area:
    """The bodies whose numbers are needed: everybody's own, and what leaders oversee."""
    scopes = {scope.unit for r in recipients if Role.LEADER in r.roles for scope in r.scopes}
    provinces = frozenset(unit for unit in scopes if unit and len(unit) == PROVINCE_CODE_DIGITS)
    return Area(_own_area(recipients).units, provinces, everything=None in scopes)


def last_digest(minute: int, now: datetime, calendar: WorkCalendar) -> datetime:
    """Return when the digest before that of today went out: the working day before, at this minute of the day."""
    day = calendar.add_working_days(local_date(now), -1)
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL) + timedelta(minutes=minute)


def _put(by_body: dict[BodyKey, list[Row[Any]]], rows: Iterable[Row[Any]]) -> None:
    for row in rows:
        by_body[row.handler_unit_code, row.handler_organisation].append(row)


def _standing(counts: Iterable[Sequence[Row[Any]]]) -> Standing:
    every = []
    by_province: dict[str, list[BodyRow]] = defaultdict(list)
    by_unit: dict[str, list[BodyRow]] = defaultdict(list)
    for rows in counts:
        first = rows[0]
        code, province, organisation = first.handler_unit_code, first.province_code, first.handler_organisation
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
