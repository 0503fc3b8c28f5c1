"""From rows to the one report value: facts are read as of the cut-off, counted, worded and laid out in sections."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import tables
from actions.reports.case_rows import case_rows
from actions.reports.clocks import dues_at
from actions.reports.content import sections_of
from actions.reports.counting import Compared, Counting, day_begins
from actions.reports.figures import Figures, figures_of
from actions.reports.former import Received, of_today
from actions.reports.heads import Head, head_of
from actions.reports.matter import Matter, subject_line
from actions.reports.names import Names
from domain import reporting
from domain.calendar import ONE_DAY, WorkCalendar, local_date, start_of_day
from domain.errors import NotFound
from domain.kinds import Organisation
from domain.reporting import PartOfReport, Period, ReportKind, ReportRule, Rhythm
from domain.units import CENTRE, COMMUNE_CODE_DIGITS
from reports import value
from reports.value import Report
from storage import indicators, report_bodies, report_facts
from storage.indicators import IndicatorLine
from storage.reads import Reads, of_one_moment, side_by_side
from storage.report_rows import Facts, Reach
from storage.types import to_ms
from storage.workdays import work_calendar

WITH_ANNEXES: Final = frozenset(ReportKind) - {ReportKind.FLASH, ReportKind.WEEK}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which report of which body: `organisation` "" for all together. `rule` says how its periods are closed."""

    rule: ReportRule
    unit: str
    organisation: str
    period: Period

    @property
    def kind(self) -> ReportKind:
        """The kind of report."""
        return self.rule.kind

    @property
    def key(self) -> str:
        """Return the report's name for files and documents: letters, digits and hyphens."""
        who = f"-{self.organisation.replace('_', '-')}" if self.organisation else ""
        days = f"{self.period.first:%Y%m%d}-{self.period.last:%Y%m%d}"
        return f"{self.kind.value.replace('_', '-')}-{self.unit}{who}-{days}"


def until(period: Period, now: datetime) -> Period:
    """Return the period as it can be counted now: one that goes on is closed yesterday, or on its first day."""
    yesterday = max(local_date(now) - ONE_DAY, period.opens)
    return period if period.cut_off <= yesterday else replace(period, cut_off=yesterday)


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything that a report is made of, as the tables hold it."""

    names: Names
    period: Period
    facts: Facts
    calendar: WorkCalendar
    before: Compared | None
    last_year: Compared | None
    late: Sequence[str]
    own: Row[Any] | None
    indicators: Sequence[IndicatorLine]
    demo: bool


async def compile_report(db: AsyncConnection, wish: Wish, *, now: datetime) -> Report:
    """
    Return the draft of a report from what the tables hold, as of its cut-off. Give it a connection that only reads.

    Counting and wording are done by a thread: chats go on meanwhile.

    Raises:
        NotFound: there is no such unit.
    """
    with _collector_resting():
        async with of_one_moment(db) as reads:
            read = await _read(reads, wish, now)
        return await asyncio.to_thread(_counted_and_worded, wish, read, now)


async def _read(reads: Reads, wish: Wish, now: datetime) -> _Read:
    home = wish.unit if len(wish.unit) == COMMUNE_CODE_DIGITS else ""
    async with reads.one() as db:
        names = Names({unit.code: unit for unit in await report_facts.units_in(db, wish.unit)}, home)
        if wish.unit != CENTRE and wish.unit not in names.units:
            raise NotFound
        period = until(wish.period, now)
        demo = not await report_facts.has_real_petitions(db)
        merged = await report_facts.merged_into(db, wish.unit) if len(wish.unit) == COMMUNE_CODE_DIGITS else ()
        calendar = await work_calendar(db)
        own = await report_bodies.body_of(db, wish.unit, wish.organisation)
        lines: Sequence[IndicatorLine] = ()
        if PartOfReport.INDICATORS in wish.rule.sections:
            year = period.last.year
            lines = await indicators.indicator_lines(db, wish.unit, year, organisation=wish.organisation, until=now)
    reach = replace(_reach(wish, period, demo=demo), merged=merged)
    others = [reporting.year_before(period)]
    before = reporting.before(wish.rule.rhythm, period, wish.rule.closing)
    if before != others[0]:  # what comes once a year has one period to be compared with, named once
        others.append(before)
    facts, late, *compared = await side_by_side(
        report_facts.facts(reads, reach),
        reads.read(report_facts.late_petitions, reach, min(to_ms(now), _next_ends(period))),
        *(reads.read(_compared, replace(_reach(wish, other, demo=demo), merged=merged)) for other in others),
    )
    names, facts, compared = await reads.read(of_today, names, facts, compared)
    return _Read(
        names=names,
        period=period,
        facts=facts,
        calendar=calendar,
        before=Compared(*compared[1]) if compared[1:] and compared[1] else None,
        last_year=Compared(*compared[0]) if compared[0] else None,
        late=late,
        own=own,
        indicators=lines,
        demo=demo,
    )


@contextlib.contextmanager
def _collector_resting() -> Iterator[None]:
    """Rows and values by the hundred thousand are kept, no cycles: searching them again and again took a third."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _counted_and_worded(wish: Wish, read: _Read, now: datetime) -> Report:
    facts, names = read.facts, read.names
    opened = {case.id: case.opened_at for case in facts.cases if case.id in facts.states}
    counting = Counting(facts, dues_at(opened, facts.clocks, facts.reach.ends, read.calendar))
    wide = len(wish.unit) != COMMUNE_CODE_DIGITS
    quiet = _silent(counting, names) if wide else None
    figures = figures_of(
        counting,
        names,
        before=read.before,
        last_year=read.last_year,
        carried_in=_carried_in(counting, read.period),
        late=read.late,
        silent=quiet,
    )
    head = head_of(
        wish.unit,
        wish.organisation,
        names,
        party=wish.rule.party_layout,
        committee=wish.rule.committee,
        own=read.own,
    )
    matter = Matter(
        kind=wish.kind,
        parts=wish.rule.sections,
        period=read.period,
        body=head.body,
        receiver=head.receives,
        party=wish.rule.party_layout,
        unit=wish.unit,
        committee=head.committee,
        counting=counting,
        figures=figures,
        names=names,
        wide=wide,
        single=wish.organisation not in {"", Organisation.FRONT.value},
        indicators=read.indicators,
        silent_names=[names.unit(code) for code in quiet or ()],
        demo=read.demo and bool(facts.petitions),
        brief=wish.kind not in WITH_ANNEXES,
    )
    return _value(wish, matter, head, now)


def _reach(wish: Wish, period: Period, *, demo: bool) -> Reach:
    begins, ends = start_of_day(period.opens), start_of_day(period.cut_off + ONE_DAY)
    return Reach(wish.unit, wish.organisation, to_ms(begins), to_ms(ends), demo)


async def _compared(db: AsyncConnection, reach: Reach) -> Received | None:
    """Return what another period is compared by; None when nothing was received yet: no comparison with a void."""
    received = await report_facts.received_counts(db, reach)
    return (received, await report_facts.count_cases(db, reach)) if received else None


def _next_ends(period: Period) -> int:
    """
    Return up to when what came after the cut-off is told of as the next report's, in milliseconds.

    That is the rest of a period that was closed early, else as many days again: a report may be compiled much later.
    """
    days = (period.cut_off - period.opens).days + 1 if period.cut_off >= period.last else 0
    return to_ms(start_of_day(max(period.last, period.cut_off + days * ONE_DAY) + ONE_DAY))


def _carried_in(counting: Counting, period: Period) -> list[str]:
    begins = day_begins(period.first)
    return ["" if fact.confidential else fact.code for fact in counting.petitions if fact.filed_at < begins]


def _silent(counting: Counting, names: Names) -> list[str]:
    heard = {fact.commune for fact in counting.petitions}
    return [code for code in names.units if len(code) == COMMUNE_CODE_DIGITS and code not in heard]


def _value(wish: Wish, m: Matter, head: Head, now: datetime) -> Report:
    return Report(
        key=wish.key,
        layout=head.layout,
        header=value.Header(
            superior_body=head.superior,
            issuing_body=head.issuer,
            symbol=head.symbol,
            place=head.place,
            subject=subject_line(wish.kind, m.period),
            year=local_date(now).year,
            organisation=wish.organisation,
            addressed_to=head.committee,
            issuer=head.author,
        ),
        # Whole seconds: it is printed to the minute, and the PDF takes no fractions.
        period=value.Period(m.period.opens, m.period.cut_off, now.replace(microsecond=0)),
        sections=sections_of(m),
        signature=head.signature,
        recipients=head.recipients,
        filing=head.filing,
        figures=_kept(m.figures),
        annexes=tables.annexes(m.counting, m.figures, m.names, wide=m.wide) if wish.kind in WITH_ANNEXES else (),
        cases=tuple(case_rows(m.counting, m.names)),
        draft=True,
    )


def _kept(figures: Figures) -> tuple[value.Figure, ...]:
    return tuple(figures.by_key.values())


def wish_for(kind: ReportKind, unit: str, organisation: str, *, rule: ReportRule | None = None, period: Period) -> Wish:
    """Return a wish for any days: compared with as many days before, when they are no period of the rule."""
    rule = rule or reporting.usual_rule(kind)
    if rule.rhythm is not Rhythm.ON_DEMAND and rule.period(period.last) != period:
        rule = replace(rule, rhythm=Rhythm.ON_DEMAND)
    return Wish(rule, unit, organisation, period)
