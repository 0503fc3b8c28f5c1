"""
From facts to numbers: every figure of a report with the codes behind it. Pure; each figure is defined here once.

A key is `what` or `what.by.value`: `received`, `received.subject.dat_dai`, `overdue.unit.19867`. Breakdowns of one
figure add up to it. Confidential petitions and cases are counted; their codes stand nowhere.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from domain.kinds import Kind, Rating
from domain.life import Outcome, State
from domain.statuses import ReportGroup, report_group
from domain.subjects import RESTRICTED, Subject
from domain.units import COMMUNE_CODE_DIGITS
from storage.report_rows import CaseFact, CrowdFact, Facts, PetitionFact, ReceivedCount, ReferralFact, StoryFact

DAY_MS: Final = 86_400_000

REPEATED_MIN: Final = 2
"""Different people behind a case from which it counts as reported by several."""

SPREAD_MIN: Final = 3
"""Communes from which a subject counts as a problem of several communes. House rule."""

HOT_PEOPLE: Final = 5
HOT_DAYS: Final = 7
"""A hot spot: so many different people about one subject in one commune within so many days. House rule."""

WALK_IN: Final = "walk_in"

DONE: Final = "done"
IN_PROGRESS: Final = "in_progress"
NOT_DONE: Final = "not_done"
OUTSIDE: Final = "outside"
_GROUPS: Final[Mapping[ReportGroup, str]] = {
    ReportGroup.DONE: DONE,
    ReportGroup.IN_PROGRESS: IN_PROGRESS,
    ReportGroup.NOT_DONE: NOT_DONE,
    ReportGroup.OUTSIDE: OUTSIDE,
}

BY_CASE: Final = ("subject", "unit", "organisation", "kind")
"""What figures of cases are broken down by."""

_SEALED_KINDS: Final = frozenset({Kind.COMPLAINT.value, Kind.DENUNCIATION.value})
_SEALED_SUBJECTS: Final = frozenset(subject.value for subject in RESTRICTED)
_UNNAMED_SUBJECTS: Final = _SEALED_SUBJECTS | {Subject.OTHER.value}
"""What "other" holds is no one problem: many people under it are no hot spot, many communes no spread."""


@dataclass(slots=True)
class Count:
    """A number and the codes behind it: those of confidential ones are left out, so there may be fewer codes."""

    value: int = 0
    codes: list[str] = field(default_factory=list)

    def add(self, code: str) -> None:
        """Count one; without a code it is confidential."""
        self.value += 1
        if code:
            self.codes.append(code)


class Tally:
    """
    Counts many things by several dimensions at once: figures have tens of thousands of keys, cases a dozen figures.

    Codes are collected by what they count for together, of which there are a few dozen combinations, and become figures
    and keys at the end: touching each key, or each figure, for each case is what took long.
    """

    def __init__(self, dimensions: Sequence[str]) -> None:
        self._dimensions = tuple(dimensions)
        self._found: dict[tuple[str, ...], tuple[list[str], tuple[dict[str, list[str]], ...]]] = {}

    def add(self, whats: tuple[str, ...], code: str, values: Sequence[str]) -> None:
        """Count one under figures and under its value of each dimension; without a code it is confidential."""
        found = self._found.get(whats)
        if found is None:
            found = self._found[whats] = ([], tuple(defaultdict(list) for _ in self._dimensions))
        total, parts = found
        total.append(code)
        for part, value in zip(parts, values, strict=True):
            part[value].append(code)

    def into(self, counts: dict[str, Count]) -> None:
        """Put everything into counts by key."""
        for whats, (total, parts) in self._found.items():
            _add(counts, whats, total)
            for dimension, part in zip(self._dimensions, parts, strict=True):
                heads = [f"{what}.{dimension}." for what in whats]
                for value, codes in part.items():
                    _add(counts, [head + value for head in heads], codes)


_code = operator.attrgetter("code")
"""Codes are listed in order beside figures: a list that is nearly in order is sorted in no time."""


def _add(counts: dict[str, Count], keys: Iterable[str], codes: Sequence[str]) -> None:
    """Count all of these under each of the keys."""
    known = [code for code in codes if code]
    for key in keys:
        count = counts[key]
        count.value += len(codes)
        count.codes += known


@dataclass(frozen=True, slots=True)
class HotSpot:
    """Many people about one thing in a short time. Days are local days since 1970, both counted."""

    unit: str
    subject: str
    people: int
    first_day: int
    last_day: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A case at the cut-off."""

    case: CaseFact
    state: State
    outcome: Outcome | None
    group: ReportGroup
    overdue: bool
    petitions: int
    people: int
    first_filed_at: int

    @property
    def may_be_described(self) -> bool:
        """Whether a report may say what the case is about: never of a confidential one, or one about an official."""
        return is_described(self.case)


def is_described(case: CaseFact | ReferralFact) -> bool:
    """Tell whether a report may say more of a case than that there is one."""
    return not (case.confidential or case.kind in _SEALED_KINDS or case.subject in _SEALED_SUBJECTS)


class Compared:
    """What another period is compared by: petitions received, broken down, and cases. As `Counting` counts them."""

    def __init__(self, received: Iterable[ReceivedCount], cases: int) -> None:
        self.numbers: dict[str, int] = defaultdict(int, received=0, digital=0, cases=cases)
        self.numbers["received.channel.walk_in"] = 0
        for row in received:
            for key in (
                "received",
                f"received.channel.{row.origin}",
                f"received.kind.{row.kind}",
                f"received.subject.{row.subject}",
                f"received.organisation.{row.organisation}",
                f"received.unit.{row.commune}",
                *(("digital",) if row.origin != WALK_IN else ()),
            ):
                self.numbers[key] += row.number
        self.numbers["walk_in"] = self.numbers["received.channel.walk_in"]

    def number(self, key: str) -> int | None:
        """Return a number of that period; None for what is not compared."""
        if key in self.numbers:
            return self.numbers[key]
        return 0 if key.startswith("received.") and not key.startswith("received.unit_subject.") else None

    @property
    def digital_rate(self) -> float | None:
        """Return the share received by digital channels, in percent."""
        received = self.numbers["received"]
        return round(100 * self.numbers["digital"] / received, 1) if received else None


class Counting:
    """Everything counted from facts: `counts` by key, and the cases and referrals behind them."""

    def __init__(self, facts: Facts, dues: Mapping[int, int | None] | None = None) -> None:
        """Count; `dues` is when cases that changed after the cut-off were due at it, None while a clock stood."""
        self.facts = facts
        self.dues = dues or {}
        self.counts: dict[str, Count] = defaultdict(Count)
        self._count_petitions()
        self._count_cases()
        self._count_referrals()
        self._count_ratings()

    def __getitem__(self, key: str) -> int:
        found = self.counts.get(key)
        return found.value if found else 0

    def rate(self, part: str, *whole: str) -> float | None:
        """Return a percentage with one decimal; None where there is nothing to divide by."""
        base = sum(self[key] for key in whole)
        return round(100 * self[part] / base, 1) if base else None

    def values_of(self, what: str, by: str) -> list[str]:
        """Return the values that a breakdown has, the most frequent first."""
        head = f"{what}.{by}."
        found = [(count.value, key[len(head) :]) for key, count in self.counts.items() if key.startswith(head)]
        return [value for _, value in sorted(found, key=lambda entry: (-entry[0], entry[1]))]

    # --- Petitions

    @cached_property
    def petitions(self) -> Sequence[PetitionFact]:
        """Every petition once."""
        seen: dict[int, PetitionFact] = {}
        for fact in self.facts.petitions:
            seen.setdefault(fact.id, fact)
        return tuple(seen.values())

    def _count_petitions(self) -> None:
        ends, counts = self.facts.reach.ends, self.counts
        wide = len(self.facts.reach.unit) != COMMUNE_CODE_DIGITS
        tally = Tally(("channel", "kind", "subject", "organisation", "unit", *(("unit_subject",) if wide else ())))
        for fact in sorted(self.petitions, key=_code):
            code = "" if fact.confidential else fact.code
            values = [fact.origin, fact.kind, fact.subject, fact.organisation, fact.commune]
            if wide:
                values.append(f"{fact.commune}:{fact.subject}")
            tally.add(("received",), code, values)
            if fact.origin != WALK_IN:
                counts["digital"].add(code)
            if fact.confidential:
                counts["confidential"].add(code)
            if fact.withdrawn_at is not None and fact.withdrawn_at < ends:
                counts["withdrawn"].add(code)
        tally.into(counts)

    # --- Cases

    @cached_property
    def crowds(self) -> Mapping[int, CrowdFact]:
        return {crowd.case_id: crowd for crowd in self.facts.crowds}

    @cached_property
    def stories(self) -> Mapping[int, StoryFact]:
        return {story.case_id: story for story in self.facts.stories}

    @cached_property
    def referrals_of(self) -> Mapping[int, Sequence[ReferralFact]]:
        """The referrals of each case, oldest first."""
        found: dict[int, list[ReferralFact]] = defaultdict(list)
        for fact in self.facts.referrals:
            found[fact.case_id].append(fact)
        return found

    @cached_property
    def cases(self) -> Sequence[Standing]:
        """Every case of the period's petitions as it stood at the cut-off."""
        return tuple(self._standing(case) for case in self.facts.cases)

    def _standing(self, case: CaseFact) -> Standing:
        ends = self.facts.reach.ends
        changed = case.id in self.facts.states
        state, outcome = self.facts.states[case.id] if changed else (case.state, case.outcome)
        late = any(r.waits and r.due_at <= ends for r in self.referrals_of.get(case.id, ()))
        due = self.dues.get(case.id) if changed else None if case.paused_at is not None else case.due_at
        late = late or (due is not None and due <= ends)
        overdue = late and state != "closed"
        crowd = self.crowds.get(case.id) or CrowdFact(case.id, 0, 0, case.opened_at)
        stands, ended = State(state), Outcome(outcome) if outcome else None
        return Standing(
            case,
            stands,
            ended,
            report_group(stands, ended, overdue=overdue),
            overdue,
            crowd.petitions,
            crowd.people,
            crowd.first_filed_at,
        )

    def _count_cases(self) -> None:
        tally = Tally(BY_CASE)
        for one in sorted(self.cases, key=lambda one: one.case.code):
            case = one.case
            whats = ["cases", _GROUPS[one.group]]
            if one.outcome is not None:
                whats.append(f"outcome_{one.outcome.value}")
            referrals = self.referrals_of.get(case.id, ())
            if referrals:
                whats.append("forwarded")
            if any(r.answered_at is not None and not r.handed_back for r in referrals):
                whats.append("answered")
            if one.overdue:
                whats.append("overdue")
            if one.people >= REPEATED_MIN:
                whats.append("repeated")
            if case.recurrence_of_id is not None:
                whats.append("recurring")
            story = self.stories.get(case.id)
            if story is not None and story.reopened:
                whats.append("reopened")
            code = "" if case.confidential else case.code
            values = (case.subject, case.commune, case.organisation, case.kind)
            tally.add(tuple(whats), code, values)
        tally.into(self.counts)

    # --- Referrals

    @cached_property
    def flow(self) -> Sequence[ReferralFact]:
        """The referrals that waited, or were sent or answered, in the period."""
        reach = self.facts.reach
        alive = (r for r in self.facts.referrals if (r.answered_at or r.ended_at or reach.ends) >= reach.begins)
        return tuple(r for r in alive if reach.organisation in {"", r.organisation})

    def _count_referrals(self) -> None:
        tally = Tally(("authority",))
        for fact in sorted(self.flow, key=operator.attrgetter("case_code")):
            code = "" if fact.confidential else fact.case_code
            who = (fact.authority or fact.authority_name,)
            tally.add(tuple(self.fates(fact)), code, who)
        tally.into(self.counts)

    def fates(self, fact: ReferralFact) -> Iterable[str]:
        """Yield the keys that a referral of the flow counts for."""
        reach = self.facts.reach
        yield "ref_sent" if fact.sent_at >= reach.begins else "ref_carried"
        if fact.reminded:
            yield "ref_reminded"
        if fact.waits:
            yield "ref_waiting"
            if fact.due_at <= reach.ends:
                yield "ref_overdue"
        elif fact.answered_at is None:
            yield "ref_ended"
        elif fact.handed_back:
            yield "ref_handed_back"
        else:
            yield "ref_answered"
            yield "ref_on_time" if fact.answered_at <= fact.due_at else "ref_late"

    # --- Ratings

    def _count_ratings(self) -> None:
        scores = {(r.case_id, r.petition_id): r.score for r in self.facts.ratings}
        done = {one.case.id for one in self.cases if one.group is ReportGroup.DONE}
        names = {rating.value: f"rated_{rating.value}" for rating in Rating}
        for fact in self.facts.petitions:
            if fact.case_id in done:
                score = scores.get((fact.case_id, fact.id))
                self.counts[names[score] if score else "unrated"].add("" if fact.confidential else fact.code)

    # --- What stands out

    @cached_property
    def cases_of(self) -> Mapping[str, Sequence[Standing]]:
        """The cases of each subject."""
        found: dict[str, list[Standing]] = defaultdict(list)
        for one in self.cases:
            found[one.case.subject].append(one)
        return found

    def leading(self, limit: int, *, among: Iterable[Standing] | None = None) -> list[Standing]:
        """Return the cases to be described: most people first, then danger, overdue, the oldest."""
        found = [one for one in (self.cases if among is None else among) if one.may_be_described]
        found.sort(key=lambda one: (-one.people, not one.case.danger, not one.overdue, one.first_filed_at, one.case.id))
        return found[:limit]

    @cached_property
    def spread(self) -> Sequence[tuple[str, int, Sequence[str]]]:
        """Return subjects that several communes have cases of, widest first: (subject, communes, codes of cases)."""
        found = []
        for subject, cases in self.cases_of.items():
            units = len({one.case.commune for one in cases})
            if subject not in _UNNAMED_SUBJECTS and units >= SPREAD_MIN:
                codes = [one.case.code for one in cases if not one.case.confidential]
                found.append((-units, -len(cases), subject, codes))
        return [(subject, -units, codes) for units, _, subject, codes in sorted(found)]

    @cached_property
    def hot_spots(self) -> Sequence[HotSpot]:
        """Return where many people spoke of one thing in a short time, most people first; one for unit and subject."""
        said: dict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
        for fact in self.petitions:
            sealed = fact.confidential or fact.kind in _SEALED_KINDS or fact.subject in _UNNAMED_SUBJECTS
            if not sealed and fact.kind != Kind.THANKS.value and fact.withdrawn_at is None:
                said[fact.commune, fact.subject].append((local_day(fact.filed_at), fact.person_id, fact.code))
        found = [
            spot
            for (unit, subject), entries in said.items()
            if len(entries) >= HOT_PEOPLE and (spot := _hottest(unit, subject, entries)) is not None
        ]
        return sorted(found, key=lambda spot: (-spot.people, spot.unit, spot.subject))


def day_begins(day: date) -> int:
    """Return the first moment of a local day, in milliseconds since 1970."""
    return (day - date(1970, 1, 1)).days * DAY_MS - 7 * 3_600_000


def local_day(ms: int) -> int:
    """Return the local day of a moment, counted from 1970: Vietnam keeps UTC+7 all year."""
    return (ms + 7 * 3_600_000) // DAY_MS


def _hottest(unit: str, subject: str, entries: Sequence[tuple[int, int, str]]) -> HotSpot | None:
    """Return the window of `HOT_DAYS` days with most people, if it has enough."""
    entries = sorted(entries)
    best: HotSpot | None = None
    start = 0
    inside: dict[int, int] = defaultdict(int)
    for end, (day, person, _) in enumerate(entries):
        inside[person] += 1
        while entries[start][0] <= day - HOT_DAYS:
            gone = entries[start][1]
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            start += 1
        if len(inside) >= HOT_PEOPLE and (best is None or len(inside) > best.people):
            codes = tuple(sorted(code for _, _, code in entries[start : end + 1]))
            best = HotSpot(unit, subject, len(inside), entries[start][0], day, codes)
    return best
