"""A daily digest as a value: what is counted, what is named, for whom somebody stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

import msgspec
from msgspec import Struct

from domain.calendar import local_date
from domain.daily import Todo
from domain.kinds import Organisation
from domain.life import State
from domain.statuses import Status, status_code
from domain.subjects import Subject

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Line(Struct, frozen=True, array_like=True):
    """
    What a digest keeps of a case that it names because it is new, changed or due: as `storage.digests.Line.said`.

    A digest of thousands is put together from the JSON of these; see `opened`.
    """

    case_id: int
    code: str
    subject: Subject
    place: str
    commune_code: str
    title: str
    state: State
    reopened: int
    opened_at: int
    due_at: int | None
    paused: int
    danger: int


@dataclass(frozen=True, slots=True)
class Item:
    """
    One line as it is read: a case that is not confidential.

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


class Section(Struct, frozen=True, array_like=True):
    """
    What there is of one thing to do: `count` cases, `overdue` and due `today` among them, `lines` that are named.

    `fresh` of them are new, changed or due since the digest before; the others are as they were.
    """

    todo: Todo
    count: int
    overdue: int
    today: int
    fresh: int
    lines: tuple[Line, ...]


class Stead(Struct, frozen=True, array_like=True):
    """What somebody else who is away until a day would have to look at; confidential cases are left to their own."""

    name: str
    until: date
    sections: tuple[Section, ...]


class Meanwhile(Struct, frozen=True, array_like=True):
    """What happened to an officer's cases while they were away: (step, how many cases)."""

    first: date
    last: date
    counts: tuple[tuple[str, int], ...]


class BodyCount(Struct, frozen=True, array_like=True):
    """How a body stands, for whoever oversees it."""

    unit: str
    organisation: Organisation
    open: int
    overdue: int


class Overview(Struct, frozen=True, array_like=True):
    """What a leader sees of their scope; `bodies` are those with most overdue, `late_bodies` how many have any."""

    open: int
    overdue: int
    late_bodies: int
    bodies: tuple[BodyCount, ...]


class CallBack(Struct, frozen=True, array_like=True):
    """Somebody who wishes to be called."""

    phone: str
    since: date


class Digest(Struct, frozen=True, omit_defaults=True):
    """An officer's day. Confidential cases are counted, `confidential_urgent` of them overdue or due today."""

    officer_id: int
    day: date
    open: int
    sections: tuple[Section, ...] = ()
    confidential: int = 0
    confidential_urgent: int = 0
    snoozed: int = 0
    """Lines that were put off."""
    call_backs: int = 0
    callers: tuple[CallBack, ...] = ()
    failed: int = 0
    failed_cases: tuple[tuple[int, str], ...] = ()
    overview: Overview | None = None
    pairs: int = 0
    """Pairs of cases that may be one; they press nobody, so that a digest of nothing else is empty."""
    steads: tuple[Stead, ...] = ()
    meanwhile: Meanwhile | None = None
    communes: dict[str, str] = {}
    """Names of the communes of the lines, by code."""
    dues: dict[int, tuple[date, int]] = {}
    """Due day and working days left on the day of the digest, by the due moment of a line."""
    people: dict[int, int] = {}
    """People behind the cases of lines, where there are several."""

    def items(self, section: Section) -> tuple[Item, ...]:
        """Return the lines of one of the sections as they are read."""
        return tuple(map(self._item, section.lines))

    def _item(self, line: Line) -> Item:
        due, left = self.dues[line.due_at] if line.due_at is not None else (None, None)
        return Item(
            case_id=line.case_id,
            code=line.code,
            subject=line.subject,
            place=line.place,
            commune=self.communes.get(line.commune_code, ""),
            title=line.title,
            status=status_code(line.state, reopened=line.reopened > 0),
            age_days=(self.day - local_date(_EPOCH + timedelta(milliseconds=line.opened_at))).days,
            due=due,
            left=left,
            paused=bool(line.paused),
            danger=bool(line.danger),
            people=self.people.get(line.case_id, 1),
        )

    @property
    def all_sections(self) -> tuple[Section, ...]:
        """Return the officer's own sections and those in others' stead."""
        return (*self.sections, *(section for stead in self.steads for section in stead.sections))

    @property
    def to_look_at(self) -> int:
        """Return how many cases there are to look at, confidential ones among them."""
        return sum(section.count for section in self.all_sections) + self.confidential

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing calls for anybody today."""
        late = self.overview is not None and self.overview.overdue > 0
        return not (self.to_look_at or self.call_backs or self.failed or late or self.meanwhile)

    @property
    def is_unchanged(self) -> bool:
        """Tell whether there is work, and nothing about it is new since the digest before."""
        fresh = any(section.fresh for section in self.all_sections)
        return not (fresh or self.call_backs or self.failed or self.meanwhile) and self.to_look_at > 0


_decoder: Final = msgspec.json.Decoder(Digest)


def opened(digest: Digest | bytes) -> Digest:
    """Return a digest that was just compiled, or its JSON, with its lines as values."""
    return _decoder.decode(digest if isinstance(digest, bytes) else msgspec.json.encode(digest))
