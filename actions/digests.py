"""What an officer must look at today, as values: the content of a daily digest, for one officer or for thousands."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeAlias

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import LOCAL, WorkCalendar, local_date
from domain.kinds import Organisation
from domain.life import State
from domain.roles import Role, Scope
from domain.statuses import Status, status_code
from domain.subjects import Subject
from domain.units import PROVINCE_CODE_DIGITS, UnitRef
from matching.places import TYPE_WORDS, UnitType
from storage import digests as store
from storage.digests import GROUPS, Area, Group
from storage.recipients import Recipient

BodyKey: TypeAlias = tuple[str, str]
"""Codes of unit and organisation."""

LISTED_IN_GROUP: Final = 5
LISTED_MAX: Final = 12
"""Cases named in one digest: more buttons than that are a wall. The work list has the rest."""

BODIES_MAX: Final = 10
CALL_BACKS_MAX: Final = 5
FAILED_MAX: Final = 5

_AT_ONCE: Final = 100
"""Digests compiled before other chats get their turn: some five milliseconds."""


@dataclass(frozen=True, slots=True)
class Item:
    """
    One line: a case that is not confidential.

    `left` are the working days to the due day: 0 on it, negative after it, None without one. `paused` says that the
    clock stands. `people` stand behind the case.
    """

    case_id: int
    code: str
    subject: Subject
    place: str
    commune: str
    title: str
    status: Status
    age_days: int
    due: date | None
    left: int | None
    paused: bool
    danger: bool
    people: int


@dataclass(frozen=True, slots=True)
class Section:
    """A group of cases: how many there are, and those that are named."""

    group: Group
    count: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class BodyCount:
    """How a body stands, for whoever oversees it."""

    unit: str
    organisation: Organisation
    open: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What a leader sees of their scope; `bodies` are those with most overdue, `late_bodies` how many have any."""

    open: int
    overdue: int
    late_bodies: int
    bodies: tuple[BodyCount, ...]


@dataclass(frozen=True, slots=True)
class CallBack:
    """Somebody who wishes to be called."""

    phone: str
    since: date


@dataclass(frozen=True, slots=True)
class Digest:
    """An officer's day. Confidential cases are counted, `confidential_urgent` of them overdue or due today."""

    officer_id: int
    day: date
    open: int
    sections: tuple[Section, ...] = ()
    confidential: int = 0
    confidential_urgent: int = 0
    call_backs: int = 0
    callers: tuple[CallBack, ...] = ()
    failed: int = 0
    failed_cases: tuple[tuple[int, str], ...] = ()
    overview: Overview | None = None

    @property
    def to_look_at(self) -> int:
        """Return how many cases there are to look at, confidential ones among them."""
        return sum(section.count for section in self.sections) + self.confidential

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing calls for anybody today."""
        late = self.overview is not None and self.overview.overdue > 0
        return not (self.to_look_at or self.call_backs or self.failed or late)


async def compiled(
    db: AsyncConnection, recipients: Sequence[Recipient], *, now: datetime, calendar: WorkCalendar
) -> AsyncIterator[tuple[Recipient, Digest]]:
    """
    Compile the digests of these officers as of a moment, in a handful of queries for all of them together.

    Give it a connection that only reads: on a large installation it is busy for a second or two.
    """
    if not recipients:
        return
    material = await _gather(db, recipients, now, calendar)
    for number, recipient in enumerate(recipients, start=1):
        yield recipient, _compile(recipient, material)
        if number % _AT_ONCE == 0:
            await asyncio.sleep(0)


async def digest_of(db: AsyncConnection, recipient: Recipient, *, now: datetime, calendar: WorkCalendar) -> Digest:
    """Compile one officer's digest."""
    return _compile(recipient, await _gather(db, [recipient], now, calendar))


# --- Reading --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Material:
    """All that the digests of some officers are compiled from."""

    now: datetime
    calendar: WorkCalendar
    cases: Mapping[BodyKey, Sequence[Row[Any]]]
    counts: Mapping[BodyKey, Sequence[Row[Any]]]
    standing: _Standing
    recused: Mapping[int, Sequence[Row[Any]]]
    call_backs: Mapping[BodyKey, Sequence[Row[Any]]]
    failed: Mapping[BodyKey, Sequence[Row[Any]]]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Standing:
    """How bodies stand: all of them, and by province and by unit."""

    every: list[_BodyRow] = field(default_factory=list)
    by_province: Mapping[str, list[_BodyRow]] = field(default_factory=dict)
    by_unit: Mapping[str, list[_BodyRow]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _BodyRow:
    unit: UnitRef
    organisation: Organisation
    open: int
    overdue: int


async def _gather(
    db: AsyncConnection, recipients: Sequence[Recipient], now: datetime, calendar: WorkCalendar
) -> _Material:
    own, overseen = _own_area(recipients), _overseen_area(recipients)
    recused: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in await store.recused_cases(db, [recipient.officer_id for recipient in recipients]):
        recused[row.who].append(row)
    barred = {row.id for rows in recused.values() for row in rows}
    # Whoever is kept away from some of the cases still gets a full list of the others.
    limit = LISTED_IN_GROUP + max(map(len, recused.values()), default=0)
    cases = _by_body(await store.listed_cases(db, own, now=now, limit=limit, besides=barred))
    counts = _by_body(await store.open_counts(db, overseen, now=now))
    standing = _standing(counts.values())
    since = last_digest(min(recipient.minute for recipient in recipients), now, calendar)
    codes = {row.commune_code for rows in cases.values() for row in rows}
    codes |= {row.unit.code for row in standing.every if row.overdue}
    call_backs: dict[BodyKey, list[Row[Any]]] = defaultdict(list)
    for row in await store.open_call_backs(db, own):
        call_backs[row.unit_code, row.organisation].append(row)
    return _Material(
        now=now,
        calendar=calendar,
        cases=cases,
        counts=counts,
        standing=standing,
        recused=recused,
        call_backs=call_backs,
        failed=_by_body(await store.failed_deliveries(db, own, since=since)),
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


def _by_body(rows: Iterable[Row[Any]]) -> dict[BodyKey, list[Row[Any]]]:
    found: dict[BodyKey, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.handler_unit_code, row.handler_organisation].append(row)
    return found


def _standing(counts: Iterable[Sequence[Row[Any]]]) -> _Standing:
    every = []
    by_province: dict[str, list[_BodyRow]] = defaultdict(list)
    by_unit: dict[str, list[_BodyRow]] = defaultdict(list)
    for rows in counts:
        code, province, organisation = rows[0][:3]
        unit = UnitRef(code, province if len(code) > PROVINCE_CODE_DIGITS else None)
        body = _BodyRow(
            unit, Organisation(organisation), sum(row.cases for row in rows), sum(row.overdue for row in rows)
        )
        every.append(body)
        by_province[province].append(body)
        by_unit[code].append(body)
    return _Standing(every, by_province, by_unit)


def _full_name(unit_type: str, name: str) -> str:
    return f"{TYPE_WORDS[UnitType(unit_type)]} {name}"


# --- Compiling ------------------------------------------------------------------------------------------------------


def _compile(recipient: Recipient, m: _Material) -> Digest:
    me, bodies = recipient.officer_id, _bodies(recipient.scopes)
    barred = {row.id for row in m.recused.get(me, ())}
    rows = _mine(m.cases, bodies, me)
    count, guarded = _totals(rows, barred)
    calls = sorted((row for body in bodies for row in m.call_backs.get(body, ())), key=lambda row: row.at)
    failed = [row for row in _mine(m.failed, bodies, me) if row.id not in barred]
    named = [(row.id, row.code) for row in failed if not row.confidential]
    return Digest(
        officer_id=me,
        day=local_date(m.now),
        open=_open(recipient, bodies, m),
        sections=_sections([r for r in rows if r.id not in barred and not r.confidential], count, m),
        confidential=sum(guarded.values()),
        confidential_urgent=guarded[Group.OVERDUE] + guarded[Group.TODAY],
        call_backs=len(calls),
        callers=tuple(CallBack(row.phone, local_date(row.at)) for row in calls[:CALL_BACKS_MAX]),
        failed=len(failed),
        failed_cases=tuple(named[:FAILED_MAX]),
        overview=_overview(recipient, m) if Role.LEADER in recipient.roles else None,
    )


def _bodies(scopes: Iterable[Scope]) -> list[BodyKey]:
    """Return the bodies that the scopes name themselves; see `Scope.owns`."""
    found = {}
    for scope in scopes:
        if scope.unit is not None:
            for organisation in (scope.organisation,) if scope.organisation else Organisation:
                found[scope.unit, organisation.value] = None
    return list(found)


def _mine(
    by_body: Mapping[BodyKey, Sequence[Row[Any]]], bodies: Iterable[BodyKey], me: int
) -> list[Row[Any]]:
    """Return the rows that are given to nobody, or to this officer."""
    return [row for body in bodies for row in by_body.get(body, ()) if row.officer_id in {None, me}]


def _totals(rows: Iterable[Row[Any]], barred: set[int]) -> tuple[dict[Group, int], dict[Group, int]]:
    """Return how many cases each group has, and how many confidential ones."""
    count, guarded = dict.fromkeys(GROUPS, 0), dict.fromkeys(GROUPS, 0)
    for row in rows:
        where = guarded if row.confidential else count
        group = GROUPS[row.place_in_groups]
        if row.number == 1:
            where[group] += row.total
        if row.id in barred:
            where[group] -= 1
    return count, guarded


def _open(recipient: Recipient, bodies: Sequence[BodyKey], m: _Material) -> int:
    everything = sum(row.cases for row in _mine(m.counts, bodies, recipient.officer_id))
    kept_away = [
        row
        for row in m.recused.get(recipient.officer_id, ())
        if (row.handler_unit_code, row.handler_organisation) in bodies
        and row.officer_id in {None, recipient.officer_id}
    ]
    return everything - len(kept_away)


def _sections(rows: Iterable[Row[Any]], count: Mapping[Group, int], m: _Material) -> tuple[Section, ...]:
    """Take the most urgent cases of every group in turn, until the digest is full."""
    by_group: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        by_group[row.place_in_groups].append(row)
    ranked = [
        (rank, place, row)
        for place, group in by_group.items()
        for rank, row in enumerate(sorted(group, key=_urgency)[:LISTED_IN_GROUP])
    ]
    chosen: dict[int, list[Item]] = defaultdict(list)
    for _, place, row in sorted(ranked, key=lambda entry: entry[:2])[:LISTED_MAX]:
        chosen[place].append(_item(row, m))
    return tuple(
        Section(group, count[group], tuple(chosen[place])) for place, group in enumerate(GROUPS) if count[group]
    )


def _urgency(row: Row[Any]) -> tuple[Any, ...]:
    """As `storage.digests.listed_cases` orders, over several bodies."""
    crowd_first = -row.people if GROUPS[row.place_in_groups] is Group.FOLLOWED else 0
    due = row.due_at.timestamp() if row.due_at else 0.0
    return (not row.danger, crowd_first, row.paused_at is not None, row.due_at is None, due, row.id)


def _item(row: Row[Any], m: _Material) -> Item:
    day = local_date(row.due_at - datetime.resolution) if row.due_at else None  # 24:00 belongs to the day it ends
    return Item(
        case_id=row.id,
        code=row.code,
        subject=Subject(row.subject),
        place=row.place,
        commune=m.names.get(row.commune_code, ""),
        title=row.title,
        status=status_code(State(row.state), reopened=row.reopened > 0),
        age_days=(local_date(m.now) - local_date(row.opened_at)).days,
        due=day,
        left=m.calendar.working_days_between(local_date(m.now), day) if day else None,
        paused=row.paused_at is not None,
        danger=row.danger,
        people=row.people,
    )


def _overview(recipient: Recipient, m: _Material) -> Overview:
    """Add up what the leader's scopes cover; see `Scope.covers`."""
    seen: dict[tuple[str, Organisation], _BodyRow] = {}
    for scope in recipient.scopes:
        for body in _near(scope, m.standing):
            if scope.covers(body.unit, body.organisation):
                seen[body.unit.code, body.organisation] = body
    late = sorted(
        (body for body in seen.values() if body.overdue),
        key=lambda body: (-body.overdue, -body.open, body.unit.code, body.organisation),
    )
    return Overview(
        open=sum(body.open for body in seen.values()),
        overdue=sum(body.overdue for body in late),
        late_bodies=len(late),
        bodies=tuple(
            BodyCount(m.names.get(body.unit.code, ""), body.organisation, body.open, body.overdue)
            for body in late[:BODIES_MAX]
        ),
    )


def _near(scope: Scope, standing: _Standing) -> Sequence[_BodyRow]:
    """Return the bodies among which those that a scope covers are."""
    if scope.unit is None:
        return standing.every
    if len(scope.unit) == PROVINCE_CODE_DIGITS:
        return standing.by_province.get(scope.unit, ())
    return standing.by_unit.get(scope.unit, ())
