"""Residents who follow a place: begin and end it with their consent, and what each is told once a month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.calendar import start_of_day
from domain.errors import Refused
from domain.following import FOLLOWABLE, FOLLOWS_MAX, PEOPLE_MIN, Month
from domain.subjects import Subject
from domain.units import PROVINCE_CODE_DIGITS
from matching.places.units import TYPE_WORDS, UnitType
from storage import audit
from storage import digests as names
from storage import following as store
from storage.following import ALL, Follow
from storage.report_facts import has_real_petitions, provinces_of_communes

CONSENT_VERSION: Final = "follow-2026-11"
"""Version of the text `follow-agree`: changed whenever that says something else."""

LISTED_MAX: Final = 8
"""Subjects named for one place; further ones are told of together."""


class TooManyFollows(Refused):
    """A person follows as much as one message can tell."""

    text_key = "follow-too-many"
    status = 409


async def begin(db: AsyncConnection, person_id: int, unit: str, subject: str, *, now: datetime) -> bool:
    """
    Let a person follow a unit, or one subject there ('' for all), as they agreed; False when they do already.

    Raises:
        TooManyFollows: they follow as much as there may be.
        ValueError: a subject that nobody can follow.
    """
    if subject != ALL and subject not in {one.value for one in FOLLOWABLE}:
        raise ValueError(subject)
    present = await store.follows_of(db, person_id)
    if any((one.unit, one.subject) == (unit, subject) for one in present):
        return False
    if len(present) >= FOLLOWS_MAX:
        raise TooManyFollows(limit=FOLLOWS_MAX)
    added = await store.add(db, person_id, unit, subject, version=CONSENT_VERSION, now=now)
    if added:
        actor = f"person/{person_id}"
        await audit.append(db, at=now, actor=actor, action="follow", subject=actor, data={"version": CONSENT_VERSION})
    return added


async def end(db: AsyncConnection, person_id: int, follow_id: int | None = None, *, now: datetime) -> int:
    """Stop one thing that a person follows, or all of them; return how many."""
    gone = await store.remove(db, person_id, follow_id)
    if gone:
        actor = f"person/{person_id}"
        await audit.append(db, at=now, actor=actor, action="unfollow", subject=actor, data={"count": gone})
    return gone


# --- What is told ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SubjectCount:
    """How many petitions were filed about a subject."""

    subject: Subject
    count: int


@dataclass(frozen=True, slots=True)
class PlaceNews:
    """
    What is told of one thing that somebody follows; every number has `PEOPLE_MIN` people behind it or is 0.

    `subject` is '' for everything in the unit; `others` are the petitions about further subjects together.
    """

    unit: str
    subject: str
    raised: int
    subjects: tuple[SubjectCount, ...]
    others: int
    answered: int
    closed: int
    wide: bool = False
    """It is a whole province."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that may be said."""
        return not (self.raised or self.answered or self.closed)


@dataclass(frozen=True, slots=True)
class News:
    """A person's news of a month: `first` is its first day."""

    first: date
    places: tuple[PlaceNews, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that may be said of anything."""
        return all(place.is_empty for place in self.places)


@dataclass(slots=True)
class _Behind:
    """A number, and the people behind it."""

    people: set[int] = field(default_factory=set)
    things: int = 0

    def add(self, other: _Behind) -> None:
        """Put another number's people and things to these."""
        self.people |= other.people
        self.things += other.things

    @property
    def told(self) -> int:
        """The number where it may be said, else 0."""
        return self.things if len(self.people) >= PEOPLE_MIN else 0


_Raised = Mapping[str, Mapping[str, _Behind]]
"""By commune and subject: petitions, or cases that were answered or closed."""

_Moved = dict[str, dict[str, dict[int, set[int]]]]
"""By commune and subject: the people behind each case."""


@dataclass(frozen=True, slots=True)
class MonthFacts:
    """A month in all the communes that somebody follows; `told` keeps what was worked out already."""

    month: Month
    raised: _Raised
    answered: _Raised
    closed: _Raised
    names: Mapping[str, str]
    communes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Of the provinces that somebody follows."""
    told: dict[tuple[str, str], PlaceNews] = field(default_factory=dict)


async def month_facts(db: AsyncConnection, units: Sequence[str], month: Month) -> MonthFacts:
    """Read what may be told of a month in these communes and provinces. Give it a connection that only reads."""
    begins, ends = start_of_day(month.first), start_of_day(month.next.first)
    demo = not await has_real_petitions(db)
    communes: dict[str, list[str]] = {unit: [] for unit in units if len(unit) == PROVINCE_CODE_DIGITS}
    if communes:
        for code, province in (await provinces_of_communes(db)).items():
            if province in communes:
                communes[province].append(code)
    read = sorted({unit for unit in units if unit not in communes}.union(*communes.values()))
    raised: dict[str, dict[str, _Behind]] = defaultdict(lambda: defaultdict(_Behind))
    async for rows in store.raised(db, read, begins, ends, demo=demo):
        for row in rows:
            behind = raised[row.commune][row.subject]
            behind.people.add(row.person_id)
            behind.things += row.number
    found: list[_Raised] = []
    for query in (store.answered, store.settled):
        moved: _Moved = defaultdict(lambda: defaultdict(lambda: defaultdict(set)))
        async for some in query(db, read, begins, ends, demo=demo):
            for one in some:
                moved[one.commune][one.subject][one.case_id].add(one.person_id)
        found.append(_by_case(moved))
    return MonthFacts(month, raised, found[0], found[1], await _names(db, units), communes)


def _by_case(moved: _Moved) -> _Raised:
    """Return the cases of each commune and subject with the people behind them."""
    return {
        unit: {of: _Behind(set().union(*cases.values()), len(cases)) for of, cases in subjects.items()}
        for unit, subjects in moved.items()
    }


async def _names(db: AsyncConnection, units: Sequence[str]) -> dict[str, str]:
    found = await names.unit_names(db, units)
    return {code: f"{TYPE_WORDS[UnitType(kind)]} {name}" for code, (kind, name) in found.items()}


def news_of(facts: MonthFacts, follows: Iterable[Follow]) -> News:
    """Return what one person is told."""
    return News(facts.month.first, tuple(_place(facts, one.unit, one.subject) for one in follows))


def _place(facts: MonthFacts, unit: str, subject: str) -> PlaceNews:
    """Return what everybody is told who follows this; thousands of people follow the same."""
    found = facts.told.get((unit, subject))
    if found is None:
        found = facts.told[unit, subject] = _place_news(facts, unit, subject)
    return found


def _place_news(facts: MonthFacts, unit: str, subject: str) -> PlaceNews:
    counted = [_counted(facts, table, unit, subject) for table in (facts.raised, facts.answered, facts.closed)]
    (total, large), (answered, _), (closed, _) = counted
    listed = sorted(large.items(), key=lambda entry: (entry[0] == Subject.OTHER.value, -entry[1], entry[0]))
    shown = listed[:LISTED_MAX]
    return PlaceNews(
        unit=facts.names.get(unit, unit),
        subject=subject,
        raised=total,
        subjects=tuple(SubjectCount(Subject(of), count) for of, count in shown),
        others=total - sum(count for _, count in shown),
        answered=answered,
        closed=closed,
        wide=unit in facts.communes,
    )


def _counted(facts: MonthFacts, table: _Raised, unit: str, subject: str) -> tuple[int, dict[str, int]]:
    """
    Return the whole number that may be said of a unit, and those by subject that may.

    A province's are made of what is told of its communes, so that nothing more can be found by subtracting one of
    them: to its communes' numbers come, by subject, those that no number of their own commune holds, where three
    people stand behind them together.
    """
    if unit not in facts.communes:
        mine = {of: behind for of, behind in table.get(unit, {}).items() if subject in {ALL, of}}
        return _told(mine.values()), {of: behind.told for of, behind in mine.items() if behind.told}
    total = 0
    large: dict[str, int] = defaultdict(int)
    rest: dict[str, _Behind] = defaultdict(_Behind)
    for commune in facts.communes[unit]:
        found = table.get(commune, {})
        for of, behind in found.items():
            large[of] += behind.told
        small = {of: behind for of, behind in found.items() if not behind.told}
        together = _told(small.values())
        total += sum(behind.told for behind in found.values()) + together
        for of, behind in {}.items() if together else small.items():
            rest[of].add(behind)
    for of, behind in rest.items():
        large[of] += behind.told
    if subject != ALL:
        return large.get(subject, 0), {}
    return total + _told(rest.values()), {of: count for of, count in large.items() if count}


def _told(categories: Iterable[_Behind]) -> int:
    """Add up what may be said: categories with people enough, and the others when they have them together."""
    known = list(categories)
    small = _Behind()
    for one in known:
        if not one.told:
            small.add(one)
    return sum(one.told for one in known) + small.told
