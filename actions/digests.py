"""What an officer must look at today, as values: the content of a daily digest, for one officer or for thousands."""

from __future__ import annotations

import asyncio
import functools
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.digest_material import BodyKey, BodyRow, Material, Standing, gather
from domain.calendar import WorkCalendar, local_date
from domain.kinds import Organisation
from domain.life import State
from domain.roles import Role, Scope
from domain.statuses import Status, status_code
from domain.subjects import Subject
from domain.units import PROVINCE_CODE_DIGITS
from storage.digests import GROUPS, Group
from storage.recipients import Recipient

LISTED_IN_GROUP: Final = 5
LISTED_MAX: Final = 12
"""Cases named in one digest: more buttons than that are a wall. The work list has the rest."""

BODIES_MAX: Final = 10
CALL_BACKS_MAX: Final = 5
FAILED_MAX: Final = 5

_AT_ONCE: Final = 20
"""Digests compiled before chats get their turn: some two milliseconds."""


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
    pairs: int = 0
    """Pairs of cases that may be one; they press nobody, so that a digest of nothing else is empty."""

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
    material = await gather(db, recipients, now, calendar, listed=LISTED_IN_GROUP)
    for number, recipient in enumerate(recipients, start=1):
        yield recipient, _compile(recipient, material)
        if number % _AT_ONCE == 0:
            await asyncio.sleep(0)


async def digest_of(db: AsyncConnection, recipient: Recipient, *, now: datetime, calendar: WorkCalendar) -> Digest:
    """Compile one officer's digest."""
    return _compile(recipient, await gather(db, [recipient], now, calendar, listed=LISTED_IN_GROUP))


# --- Compiling ------------------------------------------------------------------------------------------------------


def _compile(recipient: Recipient, m: Material) -> Digest:
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
        pairs=sum(m.pairs.get(body, 0) for body in bodies),
    )


def _bodies(scopes: Iterable[Scope]) -> list[BodyKey]:
    """Return the bodies that the scopes name themselves; see `Scope.owns`."""
    found: dict[BodyKey, None] = {}
    for scope in scopes:
        if scope.unit is not None:
            for organisation in (scope.organisation,) if scope.organisation else Organisation:
                found[scope.unit, organisation.value] = None
    return list(found)


def _mine(by_body: Mapping[BodyKey, Sequence[Row[Any]]], bodies: Iterable[BodyKey], me: int) -> list[Row[Any]]:
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


def _open(recipient: Recipient, bodies: Sequence[BodyKey], m: Material) -> int:
    everything: int = sum(row.cases for row in _mine(m.counts, bodies, recipient.officer_id))
    kept_away = [
        row
        for row in m.recused.get(recipient.officer_id, ())
        if (row.handler_unit_code, row.handler_organisation) in bodies
        and row.officer_id in {None, recipient.officer_id}
    ]
    return everything - len(kept_away)


def _sections(rows: Iterable[Row[Any]], count: Mapping[Group, int], m: Material) -> tuple[Section, ...]:
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


def _item(row: Row[Any], m: Material) -> Item:
    due, left = m.due_day(row.due_at)
    return Item(
        case_id=row.id,
        code=row.code,
        subject=_SUBJECTS[row.subject],
        place=row.place,
        commune=m.names.get(row.commune_code, ""),
        title=row.title,
        status=_status(row.state, row.reopened > 0),
        age_days=m.age_days(row.opened_at),
        due=due,
        left=left,
        paused=row.paused_at is not None,
        danger=row.danger,
        people=row.people,
    )


_SUBJECTS: Final = {subject.value: subject for subject in Subject}
"""Sixty thousand look-ups by `Subject(...)` take five times as long."""


@functools.cache
def _status(state: str, reopened: bool) -> Status:
    return status_code(State(state), reopened=reopened)


def _overview(recipient: Recipient, m: Material) -> Overview:
    """Add up what the leader's scopes cover; see `Scope.covers`."""
    seen: dict[tuple[str, Organisation], BodyRow] = {}
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


def _near(scope: Scope, standing: Standing) -> Sequence[BodyRow]:
    """Return the bodies among which those that a scope covers are."""
    if scope.unit is None:
        return standing.every
    if len(scope.unit) == PROVINCE_CODE_DIGITS:
        return standing.by_province.get(scope.unit, ())
    return standing.by_unit.get(scope.unit, ())
