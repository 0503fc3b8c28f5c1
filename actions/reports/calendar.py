"""Changing the calendar of reports: which lines hold for a body, setting one, taking it back. Each change is traced."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports.schedule import rules_of
from domain import reporting
from domain.calendar import local_date
from domain.errors import NotAllowed, NotFound
from domain.kinds import Organisation
from domain.report_calendar import Ahead, ahead, checked, may_set_reports
from domain.reporting import ReportKind, ReportRule
from domain.roles import Actor
from domain.units import UnitRef
from storage import audit, report_calendar

EVER: Final = date(2000, 1, 1)
"""Since when a line holds whose periods are those of the usual one, which nobody has set."""


@dataclass(frozen=True, slots=True)
class Line:
    """
    A line of the calendar as it holds for a body.

    `own`: it was set for this very body; `shared`: for all units. Neither: it is a usual one, until somebody sets it.
    """

    organisation: str
    rule: ReportRule
    own: bool
    shared: bool
    ahead: Ahead | None


async def lines(db: AsyncConnection, unit: str, organisation: str, today: date) -> list[Line]:
    """Return a body's calendar, one line a kind in their order; an organisation's own report has only what was set."""
    stored = await report_calendar.rules(db, units=[unit])
    own = {(one.organisation, one.rule.kind) for one in stored if one.unit == unit}
    known = {(one.organisation, one.rule.kind) for one in stored}
    held = rules_of(unit, stored)
    found = []
    for kind in ReportKind:
        rule, _ = held.get((organisation, kind), (None, None))
        if rule is None:
            rule = reporting.usual_rule(kind) if not organisation else replace(reporting.usual_rule(kind), active=False)
        key = (organisation, kind)
        found.append(Line(organisation, rule, key in own, key in known and key not in own, ahead(rule, today)))
    return found


async def line_of(db: AsyncConnection, unit: str, organisation: str, kind: ReportKind, today: date) -> Line:
    """Return one line of a body's calendar."""
    return next(line for line in await lines(db, unit, organisation, today) if line.rule.kind is kind)


async def set_line(
    db: AsyncConnection, unit: UnitRef | None, organisation: str, rule: ReportRule, *, by: Actor, now: datetime
) -> ReportRule:
    """
    Set a line for a body, or for all units with `unit` None; return it as it is kept.

    When its periods are delimited otherwise than before, or it was off, those that ended before today are not
    compiled after the fact: their figures stand in the reports that were made of them.

    Raises:
        NotAllowed: it is not the actor's own body, and they are no administrator.
        Refused: the line says what cannot be; `key` says what.
    """
    if not may_set_reports(by, unit, organisation):
        raise NotAllowed
    kept = checked(rule)
    code, today = unit.code if unit else "", local_date(now)
    before = rules_of(code, await report_calendar.rules(db, units=[code])).get((organisation, rule.kind))
    since = today
    if before is not None and before[0].active and _same_periods(before[0], kept):
        since = before[1] or EVER
    await report_calendar.put_rule(db, code, organisation, kept, since=since)
    await _trace(db, "report_line_set", code, organisation, kept, by, now)
    return kept


def _same_periods(one: ReportRule, other: ReportRule) -> bool:
    return (one.rhythm, one.closing) == (other.rhythm, other.closing)


async def reset_line(
    db: AsyncConnection, unit: UnitRef | None, organisation: str, kind: ReportKind, *, by: Actor, now: datetime
) -> None:
    """
    Forget what was set for a body: the line for all units holds again, or the usual one.

    Raises:
        NotAllowed: it is not the actor's own body, and they are no administrator.
        NotFound: nothing was set.
    """
    if not may_set_reports(by, unit, organisation):
        raise NotAllowed
    code = unit.code if unit else ""
    if not await report_calendar.drop_rule(db, code, organisation, kind):
        raise NotFound(key="report-calendar-not-set")
    await _trace(db, "report_line_reset", code, organisation, reporting.usual_rule(kind), by, now)


def organisation_code(organisation: Organisation) -> str:
    """Return under which organisation a body's calendar stands: the Front makes the report of all together."""
    return "" if organisation is Organisation.FRONT else organisation.value


async def _trace(
    db: AsyncConnection, action: str, unit: str, organisation: str, rule: ReportRule, by: Actor, now: datetime
) -> None:
    who = f"officer/{by.officer_id}" if by.officer_id is not None else "administrator"
    data = {
        "rhythm": rule.rhythm.value,
        "closing": [rule.closing.month_day, rule.closing.closes_early, rule.closing.weekday],
        "due_days": rule.due_days,
        "active": rule.active,
    }
    subject = f"report-line/{unit or 'all'}/{organisation or 'all'}/{rule.kind.value}"
    await audit.append(db, at=now, actor=who, action=action, subject=subject, data=data)
