"""A leader's week as values: what came in, what was answered, what is overdue and where, what is boiling."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.leader_material import BodyKey, Material, material_of, organisation_of, planned
from actions.reports.counting import Counting
from actions.reports.names import Names
from domain.kinds import Organisation
from domain.subjects import Subject
from domain.units import CENTRE
from domain.weekly import Week
from storage.leaders import Leader

OFFICES_MAX: Final = 5
BODIES_MAX: Final = 5
HOT_MAX: Final = 5
HOT_MIN: Final = 2
"""With fewer hot spots than this the subjects that most people spoke of stand in their place."""

_UNNAMED: Final = frozenset({Subject.OTHER.value, Subject.OFFICIALS.value})
"""What "other" holds is no one matter; conduct of officials is for its handlers alone."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A number of this week beside the one of the week before."""

    now: int
    before: int


@dataclass(frozen=True, slots=True)
class OfficeCount:
    """An authority that owes answers after their due date: its code, or its name as the officer wrote it."""

    office: str
    overdue: int

    @property
    def mark(self) -> str:
        """Eight letters that name the authority in a button."""
        return hashlib.blake2b(self.office.encode(), digest_size=4).hexdigest()


@dataclass(frozen=True, slots=True)
class BodyCount:
    """A body inside the leader's scope: what it received, and answers that it still waits for after their date."""

    unit_code: str
    unit: str
    organisation: Organisation
    received: int
    overdue: int


@dataclass(frozen=True, slots=True)
class Hot:
    """Many people about one thing in one place: `actions.reports.counting.HotSpot`, in so many days."""

    unit_code: str
    unit: str
    subject: Subject
    people: int
    days: int


@dataclass(frozen=True, slots=True)
class Talked:
    """A subject that much was said about, where there are no hot spots to name."""

    subject: Subject
    petitions: Compared


@dataclass(frozen=True, slots=True)
class WeekDigest:
    """
    A leader's week. Confidential petitions are in every number and in no line.

    `unit` and `organisation` name the scope when it is a single one, else both are ''. `picture` is the id of the
    chart's file, 0 without one. `stead` names the leader in whose stead somebody reads it, who opens no lines.
    """

    officer_id: int
    until: date
    unit: str
    organisation: str
    received: Compared
    cases: Compared
    answered: Compared
    on_time: Compared
    overdue: Compared
    confidential: int
    offices: tuple[OfficeCount, ...]
    more_offices: int
    sealed_overdue: int
    bodies: tuple[BodyCount, ...]
    more_bodies: int
    hot: tuple[Hot, ...]
    more_hot: int
    talked: tuple[Talked, ...]
    picture: int = 0
    stead: str = ""

    @property
    def week(self) -> Week:
        """The days that it tells of."""
        return Week(self.until)

    def with_picture(self, file_id: int) -> WeekDigest:
        """Return it with the chart's file."""
        return replace(self, picture=file_id)


@dataclass(frozen=True)
class Counted:
    """What one leader's digest is made of, and what its lines are traced by. Its lists are made once."""

    leader: Leader
    material: Material
    bodies: Sequence[BodyKey]
    now: Counting
    before: Counting

    @functools.cached_property
    def offices(self) -> list[OfficeCount]:
        """The authorities that owe answers, those with most first; confidential cases are none of these."""
        return _overdue_offices(self)

    @functools.cached_property
    def reporting(self) -> list[BodyCount]:
        """The bodies with anything to say, those with most overdue first; nothing where there is but one."""
        return _bodies_of(self)

    @functools.cached_property
    def hot(self) -> list[Hot]:
        """Where many people spoke of one thing this week, most people first."""
        return _hot_spots(self)

    @functools.cached_property
    def talked(self) -> list[Talked]:
        """The subjects of petitions that are not confidential, those most spoken of first."""
        return _talked_about(self)


def counted(leader: Leader, material: Material) -> Counted:
    """Count what lies in a leader's scopes."""
    bodies, organisation = material.bodies_of(leader.scopes), organisation_of(leader.scopes)
    now, before = material.now.of(bodies, organisation), material.before.of(bodies, organisation)
    return Counted(leader, material, bodies, now, before)


async def count_for(db: AsyncConnection, leader: Leader, week: Week) -> Counted:
    """Count one leader's week."""
    plan = await planned(db, [leader])
    return counted(leader, await material_of(db, plan, plan.areas[0], week))


def compiled(c: Counted) -> WeekDigest:
    """Return the digest of what was counted."""
    m, names = c.material, c.material.names

    def compare(key: str) -> Compared:
        return Compared(c.now[key], c.before[key])

    offices, bodies, hot = c.offices, c.reporting, c.hot
    unit, organisation = _place(c.leader, names)
    return WeekDigest(
        officer_id=c.leader.officer_id,
        until=m.week.until,
        unit=unit,
        organisation=organisation,
        received=compare("received"),
        cases=compare("cases"),
        answered=compare("ref_answered"),
        on_time=compare("ref_on_time"),
        overdue=compare("ref_overdue"),
        confidential=c.now["confidential"],
        offices=tuple(offices[:OFFICES_MAX]),
        more_offices=max(len(offices) - OFFICES_MAX, 0),
        sealed_overdue=c.now["ref_overdue"] - sum(office.overdue for office in offices),
        bodies=tuple(bodies[:BODIES_MAX]),
        more_bodies=max(len(bodies) - BODIES_MAX, 0),
        hot=tuple(hot[:HOT_MAX]),
        more_hot=max(len(hot) - HOT_MAX, 0),
        talked=tuple(c.talked[: max(HOT_MIN - len(hot), 0)]),
    )


def _overdue_offices(c: Counted) -> list[OfficeCount]:
    head = "ref_overdue.authority"
    found = [
        OfficeCount(office, _open(c.now, f"{head}.{office}")) for office in c.now.values_of("ref_overdue", "authority")
    ]
    return sorted((one for one in found if one.overdue), key=lambda one: (-one.overdue, one.office))


def _open(counting: Counting, key: str) -> int:
    """Count what is not confidential: only that has a code."""
    found = counting.counts.get(key)
    return len(found.codes) if found else 0


def _place(leader: Leader, names: Names) -> tuple[str, str]:
    if len(leader.scopes) != 1:
        return "", ""
    (scope,) = leader.scopes
    return names.unit(scope.unit or CENTRE), (scope.organisation or Organisation.FRONT).value


def _bodies_of(c: Counted) -> list[BodyCount]:
    if len(c.bodies) < 2:
        return []
    found = []
    for key in c.bodies:
        received, overdue = c.material.now.received(key), len(c.material.now.overdue(key))
        if received or overdue:
            unit = c.material.names.unit(key[0])
            found.append(BodyCount(key[0], unit, Organisation(key[1]), received, overdue))
    found.sort(key=lambda body: (-body.overdue, -body.received, body.unit_code, body.organisation))
    return found if len(found) > 1 else []


def _hot_spots(c: Counted) -> list[Hot]:
    return [
        Hot(
            spot.unit,
            c.material.names.unit(spot.unit),
            Subject(spot.subject),
            spot.people,
            spot.last_day - spot.first_day + 1,
        )
        for spot in c.now.hot_spots
    ]


def _talked_about(c: Counted) -> list[Talked]:
    named = [subject for subject in c.now.values_of("received", "subject") if subject not in _UNNAMED]
    found = [Talked(Subject(subject), Compared(*_said_about(c, subject))) for subject in named]
    return sorted((one for one in found if one.petitions.now), key=lambda one: -one.petitions.now)


def _said_about(c: Counted, subject: str) -> tuple[int, int]:
    key = f"received.subject.{subject}"
    return _open(c.now, key), _open(c.before, key)
