"""The calendar of reports at work: which line holds for a body, which reports should be there by now, who is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.notices import tell_officers
from actions.reports import life
from actions.reports.compiling import Wish, compile_report
from conversation.messages import Option, Words, words
from domain import reporting
from domain.calendar import LOCAL, ONE_DAY, WorkCalendar, local_date
from domain.codes import text_key
from domain.reporting import OPEN_TO_EDITS, Period, ReportKind, ReportRule, ReportState, Rhythm
from domain.roles import HANDLERS
from storage import officers, report_bodies, report_calendar, report_facts
from storage import reports as store
from storage.database import Database
from storage.report_calendar import StoredRule
from storage.reports import ReportRow

CATCH_UP_PERIODS: Final = 3
"""Missed periods of one report that are still compiled after a downtime, the oldest first; older ones on request."""

CATCH_UP_DAYS: Final = 120


@dataclass(frozen=True, slots=True)
class Due:
    """A report that should be compiled by now."""

    wish: Wish
    due_on: date

    @property
    def name(self) -> str:
        """Return the name of its period for the table of jobs: 60 characters at most."""
        w, p = self.wish, self.wish.period
        return f"{w.kind.value}/{w.unit}/{w.organisation or '-'}/{p.first:%Y%m%d}-{p.last:%Y%m%d}"


def rules_of(unit: str, stored: Sequence[StoredRule]) -> dict[tuple[str, ReportKind], tuple[ReportRule, date | None]]:
    """Return the lines that hold for a unit, by organisation and kind, and since when: its own win over all others'."""
    found: dict[tuple[str, ReportKind], tuple[ReportRule, date | None]] = {
        ("", rule.kind): (rule, None) for rule in reporting.USUAL_CALENDAR
    }
    for whose in ("", unit):
        found |= {(line.organisation, line.rule.kind): (line.rule, line.since) for line in stored if line.unit == whose}
    return found


def periods_due(rule: ReportRule, today: date, since: date) -> list[Period]:
    """
    Return the periods of a line whose figures are closed by now, oldest first, not more than are caught up.

    None that ended before `since`, when nobody was there yet to report.
    """
    if not rule.active or rule.rhythm is Rhythm.ON_DEMAND:
        return []
    found: list[Period] = []
    day = today
    while len(found) < CATCH_UP_PERIODS:
        period = rule.period(day)
        closed = rule.compiled_on(period)
        if period.last < since or closed < today - CATCH_UP_DAYS * ONE_DAY:
            break
        if closed <= today:
            found.append(period)
        day = period.first - ONE_DAY
    return found[::-1]


async def due_reports(db: AsyncConnection, now: datetime) -> list[Due]:
    """Return the reports that the calendar asks for by now and that nobody has compiled, oldest period first."""
    today = local_date(now)
    stored = await report_calendar.rules(db)
    units = await report_bodies.reporting_units(db)
    found: list[Due] = []
    known: dict[tuple[ReportRule, date], list[Period]] = {}
    for unit, began in units:
        for (organisation, _), (rule, since) in rules_of(unit, stored).items():
            start = max(local_date(began), since) if since is not None else local_date(began)
            if (rule, start) not in known:
                known[rule, start] = periods_due(rule, today, start)
            found += [Due(Wish(rule, unit, organisation, period), rule.due_on(period)) for period in known[rule, start]]
    asked = sorted({(due.wish.kind, due.wish.period.first, due.wish.period.last) for due in found})
    there = await report_bodies.compiled_periods(db, asked)
    missing = [due for due in found if _identity(due.wish) not in there]
    return sorted(missing, key=lambda due: (due.wish.period.last, due.wish.unit, due.wish.organisation, due.wish.kind))


async def due_named(db: AsyncConnection, name: str) -> Due | None:
    """Return what a period's name stands for, by the calendar as it is now; None when it no longer asks for it."""
    kind, unit, who, days = name.split("/")
    organisation = "" if who == "-" else who
    line = rules_of(unit, await report_calendar.rules(db, units=[unit])).get((organisation, ReportKind(kind)))
    if line is None or not line[0].active:
        return None
    rule, last = line[0], datetime.strptime(days.split("-")[1], "%Y%m%d").replace(tzinfo=LOCAL).date()
    due = Due(Wish(rule, unit, organisation, rule.period(last)), rule.due_on(rule.period(last)))
    return due if due.name == name else None


def _identity(wish: Wish) -> tuple[str, str, str, date, date]:
    return (wish.kind.value, wish.unit, wish.organisation, wish.period.first, wish.period.last)


async def compile_due(database: Database, due: Due, *, now: datetime) -> ReportRow | None:
    """Compile a report and store it, and tell whoever must finish it; None when somebody else was faster."""
    async with database.read() as db:
        compiled = await compile_report(db, due.wish, now=now)
        demo = not await report_facts.has_real_petitions(db)
    async with database.begin() as db:
        row = await life.store_compiled(db, due.wish, compiled, due_on=due.due_on, now=now, demo=demo)
        if row is not None:
            news = compiled_words(row, signed=bool(compiled.signature.name))
            await tell_writers(db, row, news, now=now, once=f"report/{row.id}/compiled")
    return row


# --- Telling people ---------------------------------------------------------------------------------------------------


def name_of(row: ReportRow) -> Words:
    """Return what a report is called in a message."""
    return words(
        "report-name",
        kind=words(text_key("report-kind", row.kind.value)),
        first=row.period.opens,
        last=row.period.cut_off,
    )


def compiled_words(row: ReportRow, *, signed: bool = True) -> Words:
    """Return the news that a draft is there; without a signatory how to name one."""
    key = "report-told-compiled" if signed else "report-told-compiled-unsigned"
    return words(key, report=name_of(row), due=row.due_on or row.period.last)


def open_option(report_id: int) -> Option:
    """Return the button that opens a report in the chat."""
    return Option(f"report-{report_id}", words("report-button-open"), f"!report={report_id}")


async def tell_writers(
    db: AsyncConnection, row: ReportRow, sentence: Words, *, now: datetime, once: str, but: int | None = None
) -> int:
    """Tell the officers of a report's body, `but` the one who did it; return how many."""
    body = await life.body_of(db, row)
    handlers = await officers.handlers_of(db, body)
    ids = [one.id for one in handlers if not HANDLERS.isdisjoint(one.roles) and one.id != but]
    return await tell_officers(db, ids, sentence, (open_option(row.id),), now=now, once=once)


async def tell_approvers(db: AsyncConnection, row: ReportRow, sentence: Words, *, now: datetime, once: str) -> int:
    """Tell the leaders and approvers of a report's body; return how many."""
    ids = await life.approvers(db, row)
    return await tell_officers(db, ids, sentence, (open_option(row.id),), now=now, once=once)


_UNFINISHED: Final = (*sorted(OPEN_TO_EDITS), ReportState.SUBMITTED, ReportState.APPROVED, ReportState.NUMBERED)


async def remind(db: AsyncConnection, now: datetime, calendar: WorkCalendar) -> int:
    """
    Remind whoever must finish a report before it is due, and once when it is late; return how many were told.

    On working days: what would have been said on days off before is said today.
    """
    today = local_date(now)
    if not calendar.is_working_day(today):
        return 0
    quiet = (today - calendar.add_working_days(today, -1)).days
    stored = await report_calendar.rules(db)
    told = 0
    far = today + 30 * ONE_DAY
    for row in await store.reports(db, states=_UNFINISHED, due_until=far, limit=20_000):
        assert row.due_on is not None
        rule, _ = rules_of(row.unit, stored).get((row.organisation, row.kind), (reporting.usual_rule(row.kind), None))
        left = (row.due_on - today).days
        if {*rule.remind_days, -1}.isdisjoint(range(left, left + quiet)):
            continue
        sentence = words("report-told-due" if left > 0 else "report-told-late", report=name_of(row), due=row.due_on)
        once = f"report/{row.id}/due/{today.isoformat()}"
        who = tell_approvers if row.state is ReportState.SUBMITTED else tell_writers
        told += await who(db, row, sentence, now=now, once=once)
    return told
