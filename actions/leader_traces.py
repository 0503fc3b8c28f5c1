"""The cases behind each line of a leader's weekly digest: counted again as of its days, shown as far as allowed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.leader_digest_words import (
    WHAT_NAMES,
    body_line,
    body_words,
    hot_line,
    office_line,
    office_words,
    subject_line,
    subject_words,
)
from actions.leader_digests import (
    BodyCount,
    Counted,
    Hot,
    OfficeCount,
    Talked,
)
from actions.reports.counting import Counting
from conversation.codec import dumps, loads, words_from_json, written
from conversation.messages import Words, words
from domain.calendar import LOCAL, ONE_DAY, local_date
from domain.units import inside
from storage import worklist
from storage.cases import Case
from storage.leaders import Leader
from storage.report_rows import PetitionFact, ReferralFact
from storage.types import from_ms

PICKS_MAX: Final = 12
"""Lines offered to choose among: more buttons are a wall."""


@dataclass(frozen=True, slots=True)
class Late:
    """What an authority owes for a case: whose answer, since when it is late, and by how many days."""

    office: str
    due: date
    days: int


@dataclass(frozen=True, slots=True)
class Behind:
    """The cases behind a line: how many were counted, and the codes of those that are not confidential, in order."""

    what: Words
    count: int
    codes: tuple[str, ...]
    late: dict[str, Late]


@dataclass(frozen=True, slots=True)
class Pick:
    """A line to choose: its name and its label."""

    line: str
    label: Words


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of what lies behind a line; `hidden` of `count` are confidential or not this leader's to see."""

    behind: Behind
    visible: int
    cases: tuple[Case, ...]

    @property
    def hidden(self) -> int:
        """How many of those counted are not shown on any page."""
        return max(self.behind.count - self.visible, 0)


def picks(c: Counted, line: str) -> list[Pick] | None:
    """Return the lines of a group (offices, bodies, hot, talked) to choose among; None for a line of cases."""
    match line:
        case "offices":
            found = [
                Pick(
                    office_line(one),
                    words("week-list-office-button", office=office_words(one.office), count=one.overdue),
                )
                for one in c.offices
            ]
        case "bodies":
            found = [Pick(body_line(one), words("week-list-body-button", body=body_words(one))) for one in c.reporting]
        case "hot":
            found = [
                Pick(
                    hot_line(one),
                    words("week-list-hot-button", subject=subject_words(one.subject), unit=inside(one.unit)),
                )
                for one in c.hot
            ]
        case "talked":
            found = [
                Pick(
                    subject_line(one),
                    words("week-list-subject-button", subject=subject_words(one.subject), count=one.petitions.now),
                )
                for one in c.talked
            ]
        case _:
            return None
    return found[:PICKS_MAX]


def behind(c: Counted, line: str) -> Behind | None:
    """Return what lies behind a line of cases; None for one that the week's figures do not have."""
    head, _, rest = line.partition("-")
    match head:
        case "cases":
            return _of_petitions(c, c.now.facts.petitions, words("week-list-cases"), c.now.petitions)
        case "answered":
            return _of_referrals(c, words("week-list-answered"), _which(c.now, "ref_answered"))
        case "on_time":
            return _of_referrals(c, words("week-list-on-time"), _which(c.now, "ref_on_time"))
        case "overdue":
            return _of_referrals(c, words("week-list-overdue"), _which(c.now, "ref_overdue"))
        case "office":
            return _of_office(c, next((one for one in c.offices if one.mark == rest), None))
        case "body":
            return _of_body(c, next((one for one in c.reporting if body_line(one) == line), None))
        case "hot":
            return _of_hot(c, next((one for one in c.hot if hot_line(one) == line), None))
        case "subject":
            return _of_subject(c, next((one for one in c.talked if subject_line(one) == line), None))
    return None


def _which(counting: Counting, what: str) -> list[ReferralFact]:
    return [fact for fact in counting.flow if what in counting.fates(fact)]


def _of_office(c: Counted, office: OfficeCount | None) -> Behind | None:
    if office is None:
        return None
    facts = [f for f in _which(c.now, "ref_overdue") if (f.authority or f.authority_name) == office.office]
    return _of_referrals(c, words("week-list-office", office=office_words(office.office)), facts)


def _of_body(c: Counted, body: BodyCount | None) -> Behind | None:
    if body is None:
        return None
    key = body.unit_code, body.organisation.value
    week = c.material.now
    received = sorted(week.petitions.get(key, ()), key=lambda fact: (fact.filed_at, fact.id, fact.case_id or 0))
    what = words("week-list-body", body=body_words(body))
    owed = _of_referrals(c, what, week.overdue(key))
    return _together(what, owed, _of_petitions(c, received, what, received))


def _of_hot(c: Counted, hot: Hot | None) -> Behind | None:
    if hot is None:
        return None
    spot = next(s for s in c.now.hot_spots if (s.unit, s.subject) == (hot.unit_code, hot.subject.value))
    codes = set(spot.codes)
    petitions = [fact for fact in c.now.petitions if fact.code in codes]
    what = words("week-list-hot", subject=subject_words(hot.subject), unit=inside(hot.unit))
    return _of_petitions(c, c.now.facts.petitions, what, petitions)


def _of_subject(c: Counted, one: Talked | None) -> Behind | None:
    if one is None:
        return None
    petitions = [fact for fact in c.now.petitions if fact.subject == one.subject and not fact.confidential]
    return _of_petitions(
        c, c.now.facts.petitions, words("week-list-subject", subject=subject_words(one.subject)), petitions
    )


def _of_petitions(c: Counted, facts: Sequence[PetitionFact], what: Words, petitions: Iterable[PetitionFact]) -> Behind:
    """The cases of petitions among these facts, oldest petition first; thanks have none."""
    wanted = {fact.id for fact in petitions}
    ids = dict.fromkeys(f.case_id for f in facts if f.id in wanted and f.case_id is not None)
    found = [c.material.now.cases[id] for id in ids]
    return Behind(what, len(found), tuple(case.code for case in found if not case.confidential), {})


def _of_referrals(c: Counted, what: Words, facts: Sequence[ReferralFact]) -> Behind:
    """The cases of referrals, those of one authority together, longest overdue first."""
    ends = c.now.facts.reach.ends
    ordered = sorted(facts, key=lambda f: (f.authority or f.authority_name, f.due_at, f.id))
    late = {
        fact.case_code: _late(fact, ends)
        for fact in ordered
        if fact.waits and fact.due_at <= ends and not fact.confidential
    }
    codes = dict.fromkeys(fact.case_code for fact in ordered if not fact.confidential)
    return Behind(what, len({fact.case_id for fact in ordered}), tuple(codes), late)


def _late(fact: ReferralFact, ends: int) -> Late:
    due = local_date(from_ms(fact.due_at) - datetime.resolution)  # 24:00 belongs to the day that it ends
    last = from_ms(ends).astimezone(LOCAL).date() - ONE_DAY
    return Late(fact.authority or fact.authority_name, due, max((last - due).days, 0))


def _together(what: Words, one: Behind, other: Behind) -> Behind:
    codes = tuple(dict.fromkeys((*one.codes, *other.codes)))
    sealed = (one.count - len(one.codes)) + (other.count - len(other.codes))
    return Behind(what, len(codes) + sealed, codes, one.late)


# --- As it was sent -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lines:
    """What lies behind all lines of one digest: the groups to choose from, and the cases of each line."""

    groups: dict[str, list[Pick]]
    lines: dict[str, Behind]


GROUPS: Final = ("offices", "bodies", "hot", "talked")


def all_lines(c: Counted) -> Lines:
    """Return what lies behind every line that a button can ask for."""
    groups = {group: offered for group in GROUPS if (offered := picks(c, group))}
    names = [*WHAT_NAMES, *(pick.line for offered in groups.values() for pick in offered)]
    return Lines(groups, {name: found for name in names if (found := behind(c, name)) is not None and found.count})


def to_text(lines: Lines) -> str:
    """Return the lines as they are stored; `from_text` undoes it."""
    return dumps(
        {
            "groups": {
                group: [[pick.line, written(pick.label)] for pick in found] for group, found in lines.groups.items()
            },
            "lines": {
                name: {
                    "what": written(found.what),
                    "count": found.count,
                    "codes": found.codes,
                    "late": {code: [one.office, one.due.isoformat(), one.days] for code, one in found.late.items()},
                }
                for name, found in lines.lines.items()
            },
        }
    )


def from_text(text: str) -> Lines:
    """Return the lines of a stored text."""
    kept = loads(text)
    return Lines(
        {
            group: [Pick(line, words_from_json(label)) for line, label in found]
            for group, found in kept["groups"].items()
        },
        {
            name: Behind(
                words_from_json(one["what"]),
                one["count"],
                tuple(one["codes"]),
                {code: Late(late[0], date.fromisoformat(late[1]), late[2]) for code, late in one["late"].items()},
            )
            for name, one in kept["lines"].items()
        },
    )


async def page(db: AsyncConnection, leader: Leader, found: Behind, *, offset: int, limit: int) -> Shown:
    """Return one page of the cases behind a line: those that the leader may see now, in the line's order."""
    cases = {case.code: case for case in await worklist.visible_by_code(db, leader.actor, found.codes)}
    ordered = [cases[code] for code in found.codes if code in cases]
    return Shown(found, len(ordered), tuple(ordered[offset : offset + limit]))
