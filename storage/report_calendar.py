"""The calendar of reports as rows: the lines that somebody set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.reporting import Closing, PartOfReport, ReportKind, ReportRule, Rhythm
from storage.schema import report_rule


@dataclass(frozen=True, slots=True)
class StoredRule:
    """A line of the calendar that somebody set: for a unit ("" for all) and an organisation ("" for all together)."""

    unit: str
    organisation: str
    rule: ReportRule
    since: date


async def rules(db: AsyncConnection, *, units: Sequence[str] | None = None) -> list[StoredRule]:
    """Return the lines of the calendar that were set; with `units` those of these, and those of all units."""
    r = report_rule.c
    query = select(report_rule).order_by(r.unit_code, r.organisation, r.kind)
    if units is not None:
        query = query.where(r.unit_code.in_(["", *units]))
    return [_stored(row) for row in await db.execute(query)]


def _stored(row: Row[Any]) -> StoredRule:
    rule = ReportRule(
        kind=ReportKind(row.kind),
        rhythm=Rhythm(row.rhythm),
        closing=Closing(row.month_day, row.closes_early, row.weekday),
        due_days=row.due_days,
        remind_days=tuple(row.remind_days),
        committee=row.committee,
        party_layout=row.party_layout,
        active=row.active,
        parts=tuple(PartOfReport(part) for part in row.parts),
    )
    return StoredRule(row.unit_code, row.organisation, rule, row.since)


def _here(unit: str, organisation: str, kind: ReportKind) -> ColumnElement[bool]:
    r = report_rule.c
    return (r.unit_code == unit) & (r.organisation == organisation) & (r.kind == kind.value)


async def put_rule(db: AsyncConnection, unit: str, organisation: str, rule: ReportRule, *, since: date) -> None:
    """Set a line of the calendar."""
    await drop_rule(db, unit, organisation, rule.kind)
    await db.execute(
        insert(report_rule).values(
            unit_code=unit,
            organisation=organisation,
            kind=rule.kind.value,
            rhythm=rule.rhythm.value,
            month_day=rule.closing.month_day,
            closes_early=rule.closing.closes_early,
            weekday=rule.closing.weekday,
            due_days=rule.due_days,
            remind_days=list(rule.remind_days),
            committee=rule.committee,
            party_layout=rule.party_layout,
            active=rule.active,
            since=since,
            parts=[part.value for part in rule.parts],
        )
    )


async def drop_rule(db: AsyncConnection, unit: str, organisation: str, kind: ReportKind) -> bool:
    """Forget a line; tell whether there was one."""
    return (await db.execute(delete(report_rule).where(_here(unit, organisation, kind)))).rowcount == 1
