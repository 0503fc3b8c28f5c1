"""Tables, charts and annexes of a report, and its rows for the XLSX annex. Source of columns: domain reference §5.6."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from msgspec import structs

from actions.reports.counting import Counting, Standing, is_described
from actions.reports.describing import what_about
from actions.reports.figures import Figures
from actions.reports.names import REPORT_LANGUAGE, Names, organisation_name, short_subject, subject_name
from actions.reports.wording import day_of, due_day_of, sentence
from domain.codes import text_key
from domain.kinds import Rating
from domain.life import Outcome, State
from domain.statuses import status_code
from domain.subjects import Subject
from reports.value import (
    Annex,
    BarChart,
    Cell,
    Column,
    ColumnChart,
    ColumnKind,
    Day,
    MapPoint,
    PointMap,
    Row,
    RowKind,
    Series,
    Table,
)
from storage.indicators import IndicatorLine
from storage.report_rows import ReferralFact
from texts import say

ROWS_MAX: Final = 300
"""Rows of a list in an annex on paper; the XLSX annex has all."""

CHART_MAX: Final = 8
CHART_MIN: Final = 3
"""Fewer columns or dots show nothing that a sentence does not say."""

BARS_MIN: Final = 2

_COUNTED: Final = ("received", "cases", "forwarded", "done", "in_progress", "not_done", "overdue")


def _say(key: str) -> str:
    return say(key, REPORT_LANGUAGE)


def _columns(*titles: tuple[str, ColumnKind, float]) -> tuple[Column, ...]:
    return tuple(Column(_say(f"report-col-{title}"), kind, float(width)) for title, kind, width in titles)


_N, _P, _T, _O, _D = ColumnKind.COUNT, ColumnKind.PERCENT, ColumnKind.TEXT, ColumnKind.ORDINAL, ColumnKind.DAY


def breakdown(id: str, title: str, by: str, head: str, counting: Counting, figures: Figures, names: Names) -> Table:
    """Return tables A, B and C of the reference: one row a subject, unit or organisation, and the sum."""
    columns = _columns(
        ("number", _O, 0.6),
        (head, _T, 3.2),
        ("received", _N, 1),
        ("cases", _N, 1),
        ("forwarded", _N, 1),
        ("done", _N, 1),
        ("in-progress", _N, 1),
        ("not-done", _N, 1),
        ("overdue", _N, 1),
        ("rate", _P, 1),
    )
    values = list(dict.fromkeys((*counting.values_of("received", by), *counting.values_of("cases", by))))
    rows = [
        _row(number, names.value(by, value), figures, f".{by}.{value}") for number, value in enumerate(values, start=1)
    ]
    total = _row(None, _say("report-total"), figures, "")
    return Table(
        id,
        _say(title),
        columns,
        (*rows, Row(total.cells, RowKind.TOTAL, total.figures)),
        True,
    )


def base_note(figures: Figures) -> str:
    """Return what rates are of, and where the cases are that stand in no column of states."""
    return sentence("report-base-note", outside="yes" if figures.count("outside") else "no")


def _row(number: int | None, name: str, figures: Figures, tail: str) -> Row:
    keys = [key + tail for key in _COUNTED]
    rate = figures.by_key.get(f"done_rate{tail}")
    cells: tuple[Cell, ...] = (number, name, *map(figures.count, keys), rate.value if rate else None)
    named = tuple(key if key in figures.by_key else None for key in keys)
    return Row(cells, RowKind.BODY, (None, None, *named, rate.key if rate else None))


def authorities(counting: Counting, figures: Figures, names: Names) -> Table:
    """Return how offices answered: carried over + sent = answered + handed back + waiting."""
    keys = ("ref_carried", "ref_sent", "ref_answered", "ref_on_time", "ref_waiting", "ref_overdue")
    heads = ("carried", "sent", "answered", "on-time", "waiting", "overdue")
    columns = _columns(("number", _O, 0.6), ("authority", _T, 3.4), *((head, _N, 1.0) for head in heads))
    offices = dict.fromkeys(
        value
        for key in ("ref_overdue", "ref_waiting", "ref_answered", "ref_carried", "ref_sent")
        for value in counting.values_of(key, "authority")
    )
    rows = []
    for number, office in enumerate(offices, start=1):
        found = [f"{key}.authority.{office}" for key in keys]
        named = tuple(key if key in figures.by_key else None for key in found)
        rows.append(
            Row((number, names.authority(office), *map(figures.count, found)), RowKind.BODY, (None, None, *named))
        )
    total = Row((None, _say("report-total"), *map(figures.count, keys)), RowKind.TOTAL, (None, None, *keys))
    return Table("table_authorities", _say("report-table-authorities"), columns, (*rows, total), True)


def satisfaction(figures: Figures) -> Table:
    """Return table F."""
    keys = (*(f"rated_{rating.value}" for rating in Rating), "unrated")
    titles = [*(_say(text_key("rating", rating.value)) for rating in Rating), _say("report-figure-unrated")]
    row = Row(tuple(map(figures.count, keys)), RowKind.BODY, keys)
    columns = tuple(Column(title, _N) for title in titles)
    return Table("table_satisfaction", _say("report-table-satisfaction"), columns, (row,))


def unit_subject(counting: Counting, figures: Figures, names: Names) -> Table:
    """Return the annex of units by subjects; as many subjects as fit a page across, the rest together."""
    subjects = [s for s in counting.values_of("received", "subject") if s != Subject.OTHER.value][:12]
    units = counting.values_of("received", "unit")
    columns = (
        Column(_say("report-col-number"), _O, 0.6),
        Column(_say("report-col-unit"), _T, 2.6),
        *(Column(short_subject(subject), _N, 1.0) for subject in subjects),
        Column(short_subject(Subject.OTHER.value), _N, 1.0),
        Column(_say("report-col-all"), _N, 1.0),
    )
    rows = []
    for number, unit in enumerate(units, start=1):
        keys = [f"received.unit_subject.{unit}:{subject}" for subject in subjects]
        counts, whole = [figures.count(key) for key in keys], figures.count(f"received.unit.{unit}")
        named = tuple(key if key in figures.by_key else None for key in keys)
        cells: tuple[Cell, ...] = (number, names.unit(unit), *counts, whole - sum(counts), whole)
        rows.append(Row(cells, RowKind.BODY, (None, None, *named, None, f"received.unit.{unit}")))
    sums = [figures.count(f"received.subject.{subject}") for subject in subjects]
    whole = figures.count("received")
    total = Row((None, _say("report-total"), *sums, whole - sum(sums), whole), RowKind.TOTAL)
    return Table("table_unit_subject", _say("report-table-unit-subject"), columns, (*rows, total), True)


def referral_list(id: str, title: str, facts: Sequence[ReferralFact], counting: Counting, names: Names) -> Table:
    """Return a list of referrals, overdue (table D) or answered; of a confidential case only that there is one."""
    answered = id == "list_answered"
    columns = _columns(
        ("number", _O, 0.6),
        ("code", _T, 1.3),
        ("summary", _T, 3.8),
        ("place", _T, 1.8),
        ("authority", _T, 2.6),
        ("sent-on", _D, 1.4),
        ("due-on", _D, 1.4),
        ("answered-on", _D, 1.4) if answered else ("days-late", _N, 1),
        ("reminded", _N, 0.9),
    )
    standing = {one.case.id: one for one in counting.cases}
    rows = []
    ends = day_of(counting.facts.reach.ends - 1)
    for number, fact in enumerate(facts[:ROWS_MAX], start=1):
        if not is_described(fact):
            # That there is one, and no more: an office and its days could tell which.
            rows.append(Row((number, "", _say("report-sealed-summary"), *(None,) * (len(columns) - 3))))
            continue
        last: Cell = (ends - due_day_of(fact.due_at)).days
        if fact.answered_at is not None:
            last = Day(day_of(fact.answered_at))
        cells: tuple[Cell, ...] = (
            number,
            fact.case_code,
            what_about(standing[fact.case_id]) if fact.case_id in standing else subject_name(fact.subject),
            _place(standing.get(fact.case_id), names) or names.unit(fact.commune),
            names.authority(fact.authority or fact.authority_name, fact.commune),
            Day(day_of(fact.sent_at)),
            Day(due_day_of(fact.due_at)),
            last,
            fact.reminded,
        )
        rows.append(Row(cells))
    note = sentence("report-table-cut", shown=len(rows)) if len(facts) > len(rows) else ""
    return Table(id, _say(title), columns, tuple(rows), True, note)


def _place(one: Standing | None, names: Names) -> str:
    """Return where in its commune a case is, where the report is about that commune alone."""
    return one.case.place if one is not None and names.home else ""


def indicators(lines: Sequence[IndicatorLine], year: int) -> Table:
    """Return targets beside what was reached."""
    columns = _columns(
        ("number", _O, 0.6), ("indicator", _T, 4), ("target", _T, 1.4), ("value", _T, 1.4), ("met", _T, 1.4),
        ("evidence", _T, 2.6),
    )  # fmt: skip
    rows = []
    for number, line in enumerate(lines, start=1):
        met = "report-not-entered" if line.value is None else "report-met" if line.is_met else "report-not-met"
        reached = "" if line.value is None else _measured(line.value, line.measure)
        who = f"{organisation_name(line.organisation)}: {line.name}" if line.organisation else line.name
        rows.append(Row((number, who, _measured(line.target, line.measure), reached, _say(met), line.evidence)))
    return Table("table_indicators", sentence("report-table-indicators", year=str(year)), columns, tuple(rows))


def _measured(value: float, measure: str) -> str:
    number = f"{value:g}".replace(".", ",")
    return f"{number}%" if measure == "%" else f"{number} {measure}".strip()


# --- Charts -----------------------------------------------------------------------------------------------------------


def fields_chart(counting: Counting, figures: Figures) -> ColumnChart | None:
    """Return subjects by period: this one, the one before, the same of last year. None when there are too few."""
    subjects = counting.values_of("received", "subject")[:CHART_MAX]
    if len(subjects) < CHART_MIN:
        return None
    found = [figures[f"received.subject.{subject}"] for subject in subjects]
    series = [Series(_say("report-chart-this"), tuple(f.value for f in found))]
    if any(f.previous is not None for f in found):
        series.append(Series(_say("report-chart-before"), tuple(f.previous for f in found)))
    if any(f.last_year is not None for f in found):
        series.append(Series(_say("report-chart-last-year"), tuple(f.last_year for f in found)))
    names = tuple(short_subject(subject) for subject in subjects)
    title = _say("report-chart-fields" if len(series) > 1 else "report-chart-fields-alone")
    return ColumnChart("chart_fields", title, _say("report-chart-unit"), names, tuple(series))


def authorities_chart(counting: Counting, figures: Figures, names: Names) -> BarChart | None:
    """Return answers in time and late, by office."""
    offices = counting.values_of("ref_answered", "authority")[:CHART_MAX]
    if len(offices) < BARS_MIN:
        return None
    parts = (("ref_on_time", "report-figure-ref-on-time"), ("ref_late", "report-figure-ref-late"))
    series = tuple(
        Series(_say(name), tuple(figures.count(f"{key}.authority.{office}") for office in offices))
        for key, name in parts
    )
    titles = tuple(names.authority(office) for office in offices)
    return BarChart(
        "chart_authorities", _say("report-chart-authorities"), _say("report-chart-referrals"), titles, series
    )


def units_map(counting: Counting, figures: Figures, names: Names) -> PointMap | None:
    """Return communes as dots: petitions, and the share of cases overdue. None with too few."""
    points = []
    for code in counting.values_of("received", "unit"):
        unit = names.units.get(code)
        if unit is not None and unit.lat is not None and unit.lon is not None:
            value, part = figures.count(f"received.unit.{code}"), figures.count(f"overdue.unit.{code}")
            points.append(MapPoint(unit.lat, unit.lon, unit.name, value, min(value, part)))
    if len(points) < CHART_MIN:
        return None
    return PointMap(
        "chart_map",
        _say("report-chart-map"),
        _say("report-chart-unit"),
        tuple(points),
        _say("report-chart-overdue-part"),
    )


# --- Annexes ----------------------------------------------------------------------------------------------------------


def annexes(counting: Counting, figures: Figures, names: Names, *, wide: bool) -> tuple[Annex, ...]:
    """Return the annexes: units by subjects, what is overdue, what was answered."""
    found = []
    if wide and figures.count("received"):
        table = unit_subject(counting, figures, names)
        found.append(Annex("annex_units", table.title, (_untitled(table),), landscape=True))
    late = _late(counting)
    done = sorted((r for r in counting.flow if r.answered_at is not None and not r.handed_back), key=_answered_at)
    lists: tuple[tuple[str, str, Sequence[ReferralFact]], ...] = (
        ("list_overdue", "report-table-overdue", late),
        ("list_answered", "report-table-answered", done),
    )
    for id, title, facts in lists:
        if facts:
            table = referral_list(id, title, facts, counting, names)
            found.append(Annex(f"annex_{id}", table.title, (_untitled(table),), landscape=True))
    return tuple(found)


def _untitled(table: Table) -> Table:
    """Return the table without its title, which is the annex's."""
    return structs.replace(table, title="")


def _late(counting: Counting) -> list[ReferralFact]:
    ends = counting.facts.reach.ends
    return sorted((r for r in counting.flow if r.waits and r.due_at <= ends), key=lambda r: (r.due_at, r.id))


def _answered_at(fact: ReferralFact) -> tuple[int, int]:
    return fact.answered_at or 0, fact.id


def status_words(one: Standing) -> str:
    """Return how a case stands, as officers say it."""
    return _status(one.state, one.outcome)


@functools.cache
def _status(state: State, outcome: Outcome | None) -> str:
    return say(status_code(state, outcome).officer_key, REPORT_LANGUAGE)
