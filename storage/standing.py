"""How things stand in an officer's scopes at this moment: open, new and overdue cases, answers owed and given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, case, func, select, text, true
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.roles import Actor
from storage.schema import case_event, case_file, referral
from storage.worklist import Reach, reached


@dataclass(frozen=True, slots=True)
class Standing:
    """
    Counts of cases that the officer may know of; `offices` are the authorities that owe most answers after their date.

    `answered` and `on_time` are answers since the moment asked for.
    """

    open: int
    new: int
    """Opened since the moment asked for, whatever became of them."""
    overdue: int
    owed: int
    """Answers that authorities owe after their date."""
    offices: tuple[tuple[str, int], ...]
    """Code of an authority, or its name as the officer wrote it."""
    answered: int
    on_time: int
    communes: tuple[tuple[str, int], ...] = ()
    """Codes of the communes with most overdue cases."""


OFFICES_MAX: Final = 5
COMMUNES_MAX: Final = 5


async def standing(
    db: AsyncConnection, actor: Actor, *, now: datetime, new_since: datetime, commune: str | None = None
) -> Standing:
    """Return how things stand, in one commune when given; what is new, and the answers, are those since a moment."""
    c, r = case_file.c, referral.c
    mine = [*reached(actor, Reach.AREA), *([] if commune is None else [c.commune_code == commune])]
    is_open = c.state != "closed"
    late = is_open & c.paused_at.is_(None) & (c.due_at <= now)
    lately = c.opened_at >= new_since
    cases = select(_count(is_open), _count(late), _count(lately)).where(*mine)
    counted = (await db.execute(cases)).one()
    by_commune = select(c.commune_code, func.count()).where(text("case_file.state <> 'closed'"), late, *mine)
    behind = (await db.execute(by_commune.group_by(c.commune_code))).all() if counted[1] else ()
    owed = r.answered_at.is_(None) & r.ended_at.is_(None) & (r.due_at <= now)
    waited = (
        select(r.authority, r.authority_name, func.count())
        .join(case_file, c.id == r.case_id)
        .where(owed, text("referral.answered_at IS NULL"), *mine)
        .group_by(r.authority, r.authority_name)
    )
    offices: dict[str, int] = {}
    for code, name, count in await db.execute(waited):
        offices[code or name] = offices.get(code or name, 0) + count
    given = (
        select(func.count(), _count(r.answered_at <= r.due_at))
        .join(case_file, c.id == r.case_id)
        .where(r.answered_at >= new_since, ~handed_back(), *mine)
    )
    answered, on_time = (await db.execute(given)).one()
    return Standing(
        open=counted[0],
        overdue=counted[1],
        new=counted[2],
        owed=sum(offices.values()),
        offices=tuple(_most(offices, OFFICES_MAX)),
        answered=answered,
        on_time=on_time,
        communes=tuple(_most(dict(tuple(row) for row in behind), COMMUNES_MAX)),
    )


def _most(counts: dict[str, int], limit: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]


def handed_back() -> ColumnElement[bool]:
    """An authority that gave the case back has not answered: as `actions.reports.counting` counts."""
    e = case_event.c
    here = (e.case_id == referral.c.case_id) & (e.at == referral.c.answered_at)
    return select(e.id).where(here, text("case_event.step = 'hand_back'")).exists()


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.count(case((condition, 1)))


@dataclass(frozen=True, slots=True)
class Span:
    """What came and went from one moment to another in an officer's scopes."""

    new: int
    closed: int
    answered: int
    on_time: int


async def spans(db: AsyncConnection, actor: Actor, bounds: Sequence[tuple[datetime, datetime]]) -> list[Span]:
    """Return what was opened, closed and answered from each moment to before the other, in two queries."""
    c, r = case_file.c, referral.c
    mine = reached(actor, Reach.AREA)
    cases = [
        _count((column >= start) & (column < end)) for start, end in bounds for column in (c.opened_at, c.closed_at)
    ]
    given = [
        _count((r.answered_at >= start) & (r.answered_at < end) & late)
        for start, end in bounds
        for late in (true(), r.answered_at <= r.due_at)
    ]
    first = min(start for start, _ in bounds)
    counted = (await db.execute(select(*cases).where((c.opened_at >= first) | (c.closed_at >= first), *mine))).one()
    answers = select(*given).join(case_file, c.id == r.case_id).where(r.answered_at >= first, ~handed_back(), *mine)
    answered = (await db.execute(answers)).one()
    return [Span(*counted[n : n + 2], *answered[n : n + 2]) for n in range(0, 2 * len(bounds), 2)]
