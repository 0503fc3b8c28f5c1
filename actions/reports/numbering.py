"""The number of a report in the register (vào sổ): the register's next, one given by hand, or none at all."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import life
from actions.reports.life import WRITERS, ReportChange
from domain.calendar import local_date
from domain.errors import NotAllowed, Refused, ReportStepNotAllowed
from domain.reporting import ReportState, ReportStep
from domain.roles import Role
from storage import report_bodies, report_ways
from storage.reports import ReportRow

_DAYS_BACK: Final = timedelta(days=366)
"""A report is dated when it is signed: last year's day is a slip of the pen."""

_NUMBER = re.compile(r"(?:số\s*)?0*(\d{1,5})(?:\s*[/-].*)?", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?")


def number_in(text: str) -> int:
    """
    Return the number that somebody wrote: "45", "số 045", "45/BC-MTTQ-BTT".

    Raises:
        ValueError: with a text key: it is none.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None or int(found.group(1)) == 0:
        raise ValueError("report-number-not-understood")
    return int(found.group(1))


def day_in(text: str, today: date) -> date:
    """
    Return the day of a paper, "20/11" or "20/11/2026", not later than today.

    Raises:
        ValueError: with a text key: it is none, to come, or more than a year ago.
    """
    found = _DAY.fullmatch(text.strip())
    try:
        if found is None:
            meant = date.fromisoformat(text.strip())
        else:
            meant = date(int(found.group(3) or today.year), int(found.group(2)), int(found.group(1)))
            if found.group(3) is None and meant > today:  # in January "30/12" means the December that was
                meant = meant.replace(year=today.year - 1)
    except ValueError:
        raise ValueError("report-day-not-understood") from None
    if not today - _DAYS_BACK <= meant <= today:
        raise ValueError("report-day-not-possible")
    return meant


async def next_number(db: AsyncConnection, row: ReportRow) -> int | None:
    """Return the number that the body's register would give now; None where numbers are given by hand."""
    found = await report_bodies.body_of(db, row.unit, row.organisation)
    return found.next_number if found is not None else None


async def enter(
    db: AsyncConnection, row: ReportRow, change: ReportChange, *, number: int | None = None, dated: date | None = None
) -> ReportRow:
    """
    Enter a report in the register: under the register's next number, or under one given by hand; its day is today's.

    A number that was mistyped can be entered again until the report is sent.

    Raises:
        NotAllowed: no officer of this body.
        StepNotAllowed: it is not approved, or was sent.
        ReasonMissing: the body keeps no register, and no number was given.
        Refused: the number belongs to another report of the year.
    """
    if not (change.actor.has(Role.SYSTEM) or await life.may(db, change.actor, row, WRITERS)):
        raise NotAllowed
    day = dated or local_date(change.now)
    if number is None and row.state is ReportState.NUMBERED:
        raise ReportStepNotAllowed(row.state, ReportStep.NUMBER)
    if number is not None:
        await _refuse_taken(db, row, number, day)
    numbered = await life.give_number(db, row, change, number=number, dated=day)
    if number is None and numbered.number is not None:
        await _refuse_taken(db, numbered, numbered.number, day)
    return numbered


async def _refuse_taken(db: AsyncConnection, row: ReportRow, number: int, day: date) -> None:
    other = await report_ways.report_of_number(
        db, unit=row.unit, organisation=row.organisation, number=number, year=day.year, but_not=row.id
    )
    if other is not None:
        raise Refused(key="report-number-taken", number=number, year=str(day.year))
