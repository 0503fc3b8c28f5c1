"""From rows to the one report value: facts are read as of the cut-off, counted, worded and laid out in sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.reports import tables
from actions.reports.case_rows import case_rows
from actions.reports.clocks import dues_at
from actions.reports.content import Matter, sections_of, subject_line
from actions.reports.counting import Compared, Counting, day_begins
from actions.reports.figures import Figures, figures_of
from actions.reports.heads import Head, head_of
from actions.reports.names import Names
from domain import reporting
from domain.calendar import ONE_DAY, local_date, start_of_day
from domain.errors import NotFound
from domain.reporting import PartOfReport, Period, ReportKind, ReportRule, Rhythm
from domain.units import CENTRE, COMMUNE_CODE_DIGITS
from reports import value
from reports.value import Report
from storage import indicators, report_facts
from storage import reports as store
from storage.report_rows import Reach
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


async def compile_report(db: AsyncConnection, wish: Wish, *, now: datetime) -> Report:
    """
    Return the draft of a report from what the tables hold, as of its cut-off. Give it a connection that only reads.

    Raises:
        NotFound: there is no such unit.
    """
    names = Names({unit.code: unit for unit in await report_facts.units_in(db, wish.unit)})
    if wish.unit != CENTRE and wish.unit not in names.units:
        raise NotFound
    period = until(wish.period, now)
    demo = not await report_facts.has_real_petitions(db)
    reach = _reach(wish, period, demo=demo)
    facts = await report_facts.facts(db, reach)
    opened = {case.id: case.opened_at for case in facts.cases if case.id in facts.states}
    counting = Counting(facts, dues_at(opened, facts.clocks, reach.ends, await work_calendar(db)))
    wide = len(wish.unit) != COMMUNE_CODE_DIGITS
    quiet = _silent(counting, names) if wide else None
    figures = figures_of(
        counting,
        names,
        before=await _compared(db, wish, reporting.before(wish.rule.rhythm, period, wish.rule.closing), demo=demo),
        last_year=await _compared(db, wish, reporting.year_before(period), demo=demo),
        carried_in=_carried_in(counting, period),
        late=await report_facts.late_petitions(db, reach, to_ms(now)),
        silent=len(quiet) if quiet is not None else None,
    )
    own = await store.body_of(db, wish.unit, wish.organisation)
    head = head_of(
        wish.unit,
        wish.organisation,
        names,
        party=wish.rule.party_layout,
        committee=wish.rule.committee,
        own=own,
    )
    lines: Sequence[indicators.IndicatorLine] = ()
    if PartOfReport.INDICATORS in reporting.PARTS[wish.kind]:
        year = period.last.year
        lines = await indicators.indicator_lines(db, wish.unit, year, organisation=wish.organisation, until=now)
    matter = Matter(
        kind=wish.kind,
        period=period,
        body=head.body,
        committee=head.committee,
        counting=counting,
        figures=figures,
        names=names,
        wide=wide,
        indicators=lines,
        silent_names=quiet or (),
        demo=demo and bool(facts.petitions),
    )
    return _value(wish, matter, head, now)


def _reach(wish: Wish, period: Period, *, demo: bool) -> Reach:
    begins, ends = start_of_day(period.opens), start_of_day(period.cut_off + ONE_DAY)
    return Reach(wish.unit, wish.organisation, to_ms(begins), to_ms(ends), demo)


async def _compared(db: AsyncConnection, wish: Wish, period: Period, *, demo: bool) -> Compared | None:
    """Return what another period is compared by; None when nothing was received yet: no comparison with a void."""
    reach = _reach(wish, period, demo=demo)
    received = await report_facts.received_counts(db, reach)
    return Compared(received, await report_facts.count_cases(db, reach)) if received else None


def _carried_in(counting: Counting, period: Period) -> list[str]:
    begins = day_begins(period.first)
    return ["" if fact.confidential else fact.code for fact in counting.petitions if fact.filed_at < begins]


def _silent(counting: Counting, names: Names) -> list[str]:
    heard = {fact.commune for fact in counting.petitions}
    return [names.unit(c) for c in names.units if len(c) == COMMUNE_CODE_DIGITS and c not in heard]


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
