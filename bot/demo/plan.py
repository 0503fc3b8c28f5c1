"""Who files what, what becomes of it, and when: the whole demo decided beforehand by seed and day, without I/O."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from bot.demo import voices
from bot.demo.dice import dice
from bot.demo.hours import between, moments_of
from bot.demo.material import SHOWCASE, Commune, Material, Problem
from bot.demo.stories import THANKS, Beat, Fit, Story, deck
from bot.demo.voices import Spot
from conversation.messages import Pin
from domain.calendar import WorkCalendar, end_of_day
from domain.kinds import Kind, NameVisibility, OnBehalf, Organisation

ORIGINS: Final = {"zalo_oa": 38, "webchat": 22, "zalo_bot": 16, "telegram": 14, "walk_in": 10}
"""Where petitions come from, in parts of a hundred."""

_ENDS_JOINING: Final = ("withdraw", "leave", "answer", "close", "decline", "file_apart")
"""Beats (by the beginning of their name) after which nobody joins the case any more."""

_AGAIN: Final = 0.12
"""How often a petition is by somebody who has filed before."""

_REPEAT_DAYS: Final = timedelta(days=14)
"""People report the same problem within two weeks of the first."""

_PIN_DEGREES: Final = 0.012
"""How far from the commune's middle a pin may lie: about 1.3 km."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the table of units says of a commune."""

    full_name: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Person:
    """An invented resident."""

    number: int
    name: str
    phone: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Filing:
    """A petition to be filed. `person` is the number of a `Person`."""

    number: int
    at: datetime
    person: int
    text: str
    origin: str
    on_behalf: OnBehalf
    visibility: NameVisibility
    named: bool
    pin: Pin | None


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem at one place with the story that it takes; thanks have no story."""

    number: int
    commune: Commune
    problem: Problem
    where: Spot
    story: Story | None


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to be played: a petition, a beat, or a petition that a beat brings."""

    at: datetime
    issue: int
    order: int
    filing: Filing | None = None
    beat: Beat | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole demo in the order in which it happens."""

    issues: tuple[Issue, ...]
    people: tuple[Person, ...]
    acts: tuple[Act, ...]

    @property
    def petitions(self) -> int:
        """How many petitions are filed."""
        return sum(act.filing is not None for act in self.acts)


@dataclass(slots=True)
class _Draft:
    """A plan in the making."""

    seed: int
    until: date
    calendar: WorkCalendar
    material: Material
    places: Mapping[str, Place]
    issues: list[Issue] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    residents: dict[str, list[int]] = field(default_factory=dict)
    filings: int = 0


def make_plan(seed: int, until: date, calendar: WorkCalendar, material: Material, places: Mapping[str, Place]) -> Plan:
    """Return the demo whose last day is `until`. `places` holds the communes of the material by code."""
    draft = _Draft(seed, until, calendar, material, places)
    taken: set[tuple[str, str]] = set()
    shown: set[str] = set()
    for number, story in enumerate(deck()):
        rng = dice(seed, "issue", number)
        commune, problem = _choose(draft, story, taken, rng, offered=bool(story.shows) and story.name not in shown)
        shown.add(story.name)
        taken.add((commune.unit.code, problem.id))
        where = voices.spot(commune, places[commune.unit.code].full_name, rng)
        issue = Issue(number, commune, problem, where, story)
        draft.issues.append(issue)
        _play_out(draft, issue, story, rng)
    for number in range(len(draft.issues), len(draft.issues) + THANKS):
        _thank(draft, number, dice(seed, "issue", number))
    acts = sorted(draft.acts, key=lambda act: (act.at, act.issue, act.order))
    return Plan(tuple(draft.issues), tuple(_since_first(draft.people, acts)), tuple(acts))


def _since_first(people: Sequence[Person], acts: Sequence[Act]) -> list[Person]:
    first: dict[int, datetime] = {}
    for act in acts:
        if act.filing is not None:
            first.setdefault(act.filing.person, act.at)
    return [Person(one.number, one.name, one.phone, first[one.number]) for one in people]


# --- What happens where ------------------------------------------------------------------------------------------


def _choose(
    draft: _Draft, story: Story, taken: set[tuple[str, str]], rng: Random, *, offered: bool
) -> tuple[Commune, Problem]:
    """
    Return a commune and a problem that it does not have yet.

    What a visitor is offered to look up lies where they can log in: with the Front of the showcase commune.
    """
    communes = [one for one in draft.material.communes if not offered or one.unit.code == SHOWCASE]
    while True:
        commune = rng.choices(communes, [one.weight for one in communes])[0]
        free = [
            problem
            for problem in draft.material.problems
            if (commune.unit.code, problem.id) not in taken
            and _suits(problem, story)
            and voices.fits(problem, commune)
            and not (offered and (problem.organisation is not Organisation.FRONT or problem.accuses_leader))
        ]
        if free:
            return commune, rng.choice(free)


def _suits(problem: Problem, story: Story) -> bool:
    if story.name == "reassigned" and problem.organisation is not Organisation.FRONT:
        return False  # the Front has several officers everywhere, an organisation may have one
    if problem.subject not in story.about:
        return False
    if problem.confidential:
        return story.fit is Fit.SEALED
    if problem.kind is Kind.COMMENT:
        return story.fit is Fit.COMMENT
    return story.fit is (Fit.DANGER if problem.danger else Fit.ORDINARY)


def _play_out(draft: _Draft, issue: Issue, story: Story, rng: Random) -> None:
    first, *rest = moments_of(story, draft.until, draft.calendar, rng)
    crowd = rng.randint(*story.crowd)
    said = iter(voices.voices(issue.problem, issue.where, draft.material, crowd + len(story.beats), rng))
    here: list[int] = []
    draft.acts.append(Act(first, issue.number, 0, _filing(draft, issue, first, next(said), here, rng)))
    ends = (at for at, beat in zip(rest, story.beats, strict=True) if beat.do.startswith(_ENDS_JOINING))
    before = min(next(ends, end_of_day(draft.until)), first + _REPEAT_DAYS)
    for at in sorted(between(first, before, rng) for _ in range(crowd - 1)):
        draft.acts.append(Act(at, issue.number, len(here), _filing(draft, issue, at, next(said), here, rng)))
    for order, (at, beat) in enumerate(zip(rest, story.beats, strict=True), start=len(here)):
        filing = None
        if beat.do in {"file_apart", "file_again"}:
            text = _again(draft, issue, next(said), rng) if beat.do == "file_again" else next(said)
            filing = _filing(draft, issue, at, text, here, rng)
        draft.acts.append(Act(at, issue.number, order, filing, beat))


def _again(draft: _Draft, issue: Issue, text: str, rng: Random) -> str:
    """Return how somebody says that a problem is back."""
    if issue.problem.again:
        return issue.where.fill(rng.choice(issue.problem.again))
    return rng.choice(draft.material.phrases["again"]) + text


def _thank(draft: _Draft, number: int, rng: Random) -> None:
    grateful = [problem for problem in draft.material.problems if problem.thanks]
    while True:
        commune, problem = rng.choice(draft.material.communes), rng.choice(grateful)
        if voices.fits(problem, commune):
            break
    where = voices.spot(commune, draft.places[commune.unit.code].full_name, rng)
    issue = Issue(number, commune, problem, where, None)
    draft.issues.append(issue)
    at = moments_of(_ANY_DAY, draft.until, draft.calendar, rng)[0]
    template = rng.choice(problem.thanks if rng.random() < 0.6 else draft.material.phrases["thanks"])
    draft.acts.append(Act(at, number, 0, _filing(draft, issue, at, where.fill(template), [], rng)))


_ANY_DAY: Final = Story("thanks", 0, (), (1, None))


# --- Who says it -------------------------------------------------------------------------------------------------


def _filing(draft: _Draft, issue: Issue, at: datetime, text: str, here: list[int], rng: Random) -> Filing:
    """Return a petition of somebody who has not reported this problem yet; `here` are those who have."""
    person = _somebody(draft, issue.commune, here, rng)
    here.append(person)
    came_in = issue.story is not None and issue.story.name == "walk_in"
    origin = "walk_in" if came_in else rng.choices(tuple(ORIGINS), tuple(ORIGINS.values()))[0]
    sealed = issue.problem.confidential and issue.story is not None
    without, shown = (0.4, 0.0) if sealed else (0.1, 0.15)
    visibility = rng.choices(
        (NameVisibility.WITHOUT, NameVisibility.SHOWN, NameVisibility.OFFICER_ONLY),
        (without, shown, 1 - without - shown),
    )[0]
    draft.filings += 1
    return Filing(
        number=draft.filings,
        at=at,
        person=person,
        text=text,
        origin=origin,
        on_behalf=rng.choices(tuple(OnBehalf), (86, 8, 6))[0],
        visibility=visibility,
        named=visibility is not NameVisibility.WITHOUT and (origin == "walk_in" or rng.random() < 0.6),
        pin=_pin(draft.places[issue.commune.unit.code], rng) if rng.random() < 0.3 and not sealed else None,
    )


def _somebody(draft: _Draft, commune: Commune, here: Sequence[int], rng: Random) -> int:
    known = draft.residents.setdefault(commune.unit.code, [])
    others = [number for number in known if number not in here]
    if others and rng.random() < _AGAIN:
        return rng.choice(others)
    number = len(draft.people) + 1
    draft.people.append(
        Person(number, voices.person_name(draft.material.names, rng), voices.phone(rng), end_of_day(draft.until))
    )
    known.append(number)
    return number


def _pin(place: Place, rng: Random) -> Pin | None:
    if place.lat is None or place.lon is None:
        return None
    north, east = (rng.uniform(-_PIN_DEGREES, _PIN_DEGREES) for _ in range(2))
    return Pin(round(place.lat + north, 5), round(place.lon + east, 5))
