"""What an officer must look at today, compiled for one officer or for thousands: the content of a daily digest."""

from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncGenerator, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, cast

import msgspec
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.digest_material import (
    EVERYTHING,
    BodyRow,
    Material,
    Standing,
    bodies_of,
    failures_since,
    gather,
)
from actions.digest_values import (
    BodyCount,
    CallBack,
    Digest,
    Line,
    Meanwhile,
    Overview,
    Section,
    Stead,
    opened,
)
from domain.calendar import WorkCalendar, local_date, start_of_day
from domain.daily import FOLLOWED_MIN, TODOS, Snoozed, Todo
from domain.life import Step
from domain.roles import Role, Scope
from domain.units import PROVINCE_CODE_DIGITS
from storage import digests as store
from storage.database import Database
from storage.digests import Holding, Mark
from storage.parts import in_turns, let_go
from storage.reads import Reads, end
from storage.recipients import Recipient
from storage.turns import TURNS

LISTED_IN_GROUP: Final = 5
LISTED_MAX: Final = 12
"""Cases named in one digest: more buttons than that are a wall. The work list has the rest."""

BODIES_MAX: Final = 10
CALL_BACKS_MAX: Final = 5
FAILED_MAX: Final = 5

MEANWHILE: Final = (Step.ANSWER, Step.REFER, Step.CLOSE, Step.DISPUTE, Step.REOPEN)
"""What somebody who was away is told of, beside the cases that came."""

_AT_ONCE: Final = 250
"""Digests whose lines are read together."""

_BREATH: Final = 5
"""Digests compiled before chats get their turn: a fifth of a millisecond, and a message takes a dozen turns."""


async def compiled(
    source: Database | AsyncConnection,
    recipients: Sequence[Recipient],
    *,
    now: datetime,
    calendar: WorkCalendar,
    full: bool = False,
) -> AsyncGenerator[tuple[Recipient, Digest], None]:
    """
    Compile the digests of these officers as of a moment, in a handful of queries for all whose last one was as old.

    Their lines are JSON still: `digest_values.opened` makes values of them.

    With `full` nothing is taken as known from the digest before. Of a database several things are read at a time, and
    what is needed next while this is worked on; a connection should be one that only reads: on a large installation
    it is busy for a second or two. Close the iterator if you leave it before its end.
    """
    reads = Reads(source)
    for since, group in (await _alike(recipients, now, full=full)).items():
        material = await gather(reads, group, now, calendar, since=since)
        async with contextlib.aclosing(_with_lines(reads, group, material)) as batches:
            async for drafts, lines in batches:
                for number, draft in enumerate(drafts):
                    back = await _meanwhile(reads, draft.recipient, now) if draft.recipient.back else None
                    yield draft.recipient, draft.digest(lines, back)
                    if number % _BREATH == 0:
                        await TURNS.others_first()
        await let_go(group, material.holdings)


async def _with_lines(
    reads: Reads, recipients: Sequence[Recipient], material: Material
) -> AsyncGenerator[tuple[list[_Draft], dict[int, store.Line]], None]:
    """Yield drafts with their lines, some at a time; those of the next are counted and read meanwhile."""
    waiting: list[_Draft] = []
    reading: asyncio.Task[dict[int, store.Line]] | None = None
    try:
        for start in range(0, len(recipients), _AT_ONCE):
            drafts = []
            for number, recipient in enumerate(recipients[start : start + _AT_ONCE]):
                drafts.append(_Draft(recipient, material))
                if number % _BREATH == 0:
                    await TURNS.others_first()
            before, lines = waiting, await reading if reading is not None else {}
            named = {case for draft in drafts for case in draft.named}
            waiting, reading = drafts, await reads.ahead(material.lines_of(reads, named))
            if before:
                yield before, lines
        if reading is not None:
            yield waiting, await reading
    finally:
        await end(reading)


async def digest_of(
    db: AsyncConnection, recipient: Recipient, *, now: datetime, calendar: WorkCalendar, full: bool = False
) -> Digest:
    """Compile one officer's digest, with its lines as values."""
    async for _, digest in compiled(db, [recipient], now=now, calendar=calendar, full=full):
        return opened(digest)
    raise AssertionError("every recipient has a digest")


async def _alike(recipients: Sequence[Recipient], now: datetime, *, full: bool) -> dict[datetime, list[Recipient]]:
    """Return the recipients by since when things are new to them."""
    known: dict[datetime | None, datetime] = {}
    found: dict[datetime, list[Recipient]] = defaultdict(list)
    async for recipient in in_turns(recipients):
        last = None if full else recipient.since
        if last not in known:
            known[last] = new_since(last, now)
        found[known[last]].append(recipient)
    return found


def new_since(since: datetime | None, now: datetime) -> datetime:
    """
    Return since when things are new to somebody whose last digest was then: since it, if they had one this week.

    The first of a week names everything anew, so that nothing old is only ever a number.
    """
    if since is None or local_date(since).isocalendar()[:2] != local_date(now).isocalendar()[:2]:
        return EVERYTHING
    return since


# --- One officer ----------------------------------------------------------------------------------------------------

_cases: Final = msgspec.json.Decoder(list[tuple[int, int, int, int]])
_SHOWN: Final = int(Mark.OVERDUE | Mark.TODAY | Mark.PRESSING)
_DUE: Final = int(Mark.OVERDUE | Mark.TODAY)
_FRESH, _CONFIDENTIAL, _OVERDUE, _TODAY = map(int, (Mark.FRESH, Mark.CONFIDENTIAL, Mark.OVERDUE, Mark.TODAY))
_LOOK: Final = TODOS.index(Todo.LOOK)
_PLACES: Final = len(TODOS)


class _Tally:
    """What one block of a digest counts, by the place of the thing to do; `fresh` are (order, case id) of the new."""

    __slots__ = (
        "confidential", "confidential_urgent", "count", "fresh", "open", "overdue", "snoozed", "today",
    )  # fmt: skip

    def __init__(self) -> None:
        self.open = self.confidential = self.confidential_urgent = self.snoozed = 0
        self.count, self.overdue, self.today = [0] * _PLACES, [0] * _PLACES, [0] * _PLACES
        self.fresh: dict[int, list[tuple[int, int]]] = {}

    def add(
        self, holding: Holding, m: Material, barred: Collection[int], put_off: Mapping[int, Snoozed], *, own: bool
    ) -> None:
        """Count the cases of a holding."""
        fresh, crowds = self.fresh, m.crowds
        for case_id, place, mark, order in _cases.decode(holding[3]):
            sealed = mark & _CONFIDENTIAL
            if (sealed and not own) or case_id in barred:
                continue
            self.open += 1
            if not mark & _SHOWN:
                if crowds.get(case_id, 1) < FOLLOWED_MIN:
                    continue
                place = _LOOK  # noqa: PLW2901  # nothing is due, and many wait
            if sealed:
                self.confidential += 1
                self.confidential_urgent += bool(mark & _DUE)
                continue
            snoozed = put_off.get(case_id) if put_off else None
            if snoozed is not None and snoozed.hides(m.day, overdue=bool(mark & _OVERDUE)):
                self.snoozed += 1
                continue
            self.count[place] += 1
            if mark & _OVERDUE:
                self.overdue[place] += 1
            elif mark & _TODAY:
                self.today[place] += 1
            if mark & _FRESH or (snoozed is not None and snoozed.until > m.since_day):
                if place in fresh:
                    fresh[place].append((order, case_id))
                else:
                    fresh[place] = [(order, case_id)]

    def sections(self, chosen: Mapping[int, Sequence[int]], read: Mapping[int, store.Line]) -> tuple[Section, ...]:
        """Return what is to be said; `chosen` are the cases that are named, by place."""
        fresh, said = self.fresh, []
        for place, todo in enumerate(TODOS):
            count = self.count[place]
            if count:
                # As the database wrote them: thousands are put together without a look at what they say.
                lines = tuple([read[id].said for id in chosen.get(place, ()) if id in read])
                new = len(fresh[place]) if place in fresh else 0
                named = cast("tuple[Line, ...]", lines)
                said.append(Section(todo, count, self.overdue[place], self.today[place], new, named))
        return tuple(said)


class _Draft:
    """A digest before its lines are read: everything is counted and chosen, `named` are the cases to read."""

    def __init__(self, recipient: Recipient, m: Material) -> None:
        self.recipient, self._m = recipient, m
        me = recipient.officer_id
        self._bodies = bodies_of(recipient.scopes)
        self._barred = m.recused.get(me, ())
        put_off = m.snoozes.get(me, {})
        self._own = _Tally()
        for body in self._bodies:
            for holding in m.holdings.get(body, ()):
                if holding[2] is None or holding[2] == me:
                    self._own.add(holding, m, self._barred, put_off, own=True)
        self._steads = []
        mine = set(self._bodies)
        for stead in recipient.stands_in:
            tally = _Tally()
            for body in bodies_of(stead.scopes):
                for holding in m.holdings.get(body, ()):
                    holder = holding[2]
                    # What is given to nobody is the officer's own already where both work for the body.
                    if holder == stead.officer_id or (holder is None and body not in mine):
                        tally.add(holding, m, self._barred, put_off, own=body in mine)
            mine.update(bodies_of(stead.scopes))
            self._steads.append(tally)
        self._chosen = _choose([self._own, *self._steads])
        self.named = [case for chosen in self._chosen for cases in chosen.values() for case in cases]

    def digest(self, read: Mapping[int, store.Line], meanwhile: Meanwhile | None) -> Digest:
        """Return the digest, given what its lines say."""
        m, recipient, own = self._m, self.recipient, self._own
        calls = self._call_backs()
        failed = self._failed()
        lines = [read[case] for case in self.named if case in read]
        return Digest(
            officer_id=recipient.officer_id,
            day=m.day,
            open=own.open,
            sections=own.sections(self._chosen[0], read),
            confidential=own.confidential,
            confidential_urgent=own.confidential_urgent,
            snoozed=own.snoozed + sum(tally.snoozed for tally in self._steads),
            call_backs=len(calls),
            callers=tuple([CallBack(row.phone, local_date(row.at)) for row in calls[:CALL_BACKS_MAX]]),
            failed=len(failed),
            failed_cases=tuple([(row.id, row.code) for row in failed if not row.confidential][:FAILED_MAX]),
            overview=_overview(recipient, m) if Role.LEADER in recipient.roles else None,
            pairs=sum(m.pairs.get(body, 0) for body in self._bodies) if m.pairs else 0,
            steads=self._in_stead(read) if self._steads else (),
            meanwhile=meanwhile,
            communes={line.commune_code: m.names[line.commune_code] for line in lines},
            dues={line.due_at: m.due_day(line.due_at) for line in lines if line.due_at is not None},
            people={line.id: line.people for line in lines if line.people},
        )

    def _in_stead(self, read: Mapping[int, store.Line]) -> tuple[Stead, ...]:
        found = zip(self.recipient.stands_in, self._steads, self._chosen[1:], strict=True)
        return tuple(Stead(stead.name, stead.until, tally.sections(chosen, read)) for stead, tally, chosen in found)

    def _call_backs(self) -> list[Any]:
        found = self._m.call_backs
        return (
            sorted((row for body in self._bodies for row in found.get(body, ())), key=lambda r: r.at) if found else []
        )

    def _failed(self) -> list[Any]:
        m, me = self._m, self.recipient.officer_id
        if not m.failed:
            return []
        since = failures_since(self.recipient.since, self.recipient.hours.lands, m.now, m.calendar)
        rows = [row for body in self._bodies for row in m.failed.get(body, ())]
        return [r for r in rows if r.officer_id in {None, me} and r.id not in self._barred and r.failed_at >= since]


def _choose(tallies: Sequence[_Tally]) -> list[dict[int, list[int]]]:
    """Take the most urgent new cases of every group in turn, until the digest is full; by tally and place."""
    urgent = [
        {place: [case for _, case in sorted(tally.fresh[place])[:LISTED_IN_GROUP]] for place in sorted(tally.fresh)}
        for tally in tallies
    ]
    if sum(len(cases) for groups in urgent for cases in groups.values()) <= LISTED_MAX:
        return urgent
    ranked = [
        (rank, number, place, case_id)
        for number, groups in enumerate(urgent)
        for place, cases in groups.items()
        for rank, case_id in enumerate(cases)
    ]
    ranked.sort()
    chosen: list[dict[int, list[int]]] = [{} for _ in tallies]
    for _, number, place, case_id in ranked[:LISTED_MAX]:
        chosen[number].setdefault(place, []).append(case_id)
    return chosen


# --- Leaders, and who comes back ------------------------------------------------------------------------------------


def _overview(recipient: Recipient, m: Material) -> Overview:
    """Add up what the leader's scopes cover; see `Scope.covers`."""
    seen: dict[tuple[str, str], BodyRow] = {}
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


async def _meanwhile(reads: Reads, recipient: Recipient, now: datetime) -> Meanwhile:
    """Return what happened while the officer was away, for the first digest after it."""
    first = min(absence.first_day for absence in recipient.back)
    ended = max(local_date(absence.ended_at) if absence.ended_at else absence.last_day for absence in recipient.back)
    bodies = set(bodies_of(recipient.scopes))
    async with reads.one() as db:
        rows = await store.happened_meanwhile(db, {unit for unit, _ in bodies}, start=start_of_day(first), end=now)
    counts = _added((step, count) for unit, organisation, step, count in rows if (unit, organisation) in bodies)
    return Meanwhile(first, ended, tuple((step.value, counts[step]) for step in MEANWHILE if counts.get(step)))


def _added(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    total: dict[str, int] = defaultdict(int)
    for name, count in pairs:
        total[name] += count
    return total
