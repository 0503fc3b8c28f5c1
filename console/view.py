"""A report as its page shows it: sections with their paragraphs, the figures beside each, tables cut to a screenful."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from actions.reports.editing import compare, paragraphs
from actions.reports.figures import not_traced
from actions.reports.page_edits import Problem, text_mark
from reports.numbers import cell_words, figure_words, letter, roman
from reports.value import CaseRow, ColumnKind, Figure, Paragraph, Report, Row, RowKind, Section, Table

CASES_BESIDE = 20
"""Cases listed beside a sentence; all of them have a page of their own."""

ROWS_SHOWN = 40
LETTERS_A_ROW = 62
"""Of a text area on a wide screen: it is made as high as its words need."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case behind a figure: nothing of whom it concerns. `summary` stays empty for what is not described."""

    code: str
    unit: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure beside a sentence: `sealed` cases are counted and not listed, `more` are on the figure's own page."""

    key: str
    label: str
    words: str
    definition: str
    before: str
    last_year: str
    source: str
    reason: str
    cases: tuple[CaseView, ...]
    more: int
    sealed: int


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph: `typed` is what stands in its text area, `now` how it reads in the report."""

    id: str
    section: str
    number: int
    now: str
    typed: str
    hint: str
    base: str
    rows: int
    figures: tuple[FigureView, ...]
    changes: tuple[tuple[str, str, str], ...] = ()
    reason: str = ""
    problem: str = ""
    edited: bool = False


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as it is printed, its first rows; numbers are set to the right."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[str, bool], ...], ...]
    strong: frozenset[int]
    cut: int


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section with its parts in order; `level` 2 and 3 are headings below the first."""

    id: str
    title: str
    level: int
    parts: tuple[ParagraphView | TableView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """All of the page that comes from the report's value."""

    subject: str
    sections: tuple[SectionView, ...]
    problems: tuple[ParagraphView, ...] = ()


@dataclass(slots=True)
class Filled:
    """What was typed and not saved, shown once more: texts, reasons and problems by paragraph."""

    texts: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    problems: dict[str, Problem] = field(default_factory=dict)


def page_view(
    report: Report, compiled: Report, reasons: Mapping[str, str], filled: Filled, case_of: Mapping[str, str]
) -> PageView:
    """
    Return a report as its page shows it.

    `reasons` are those stored with edits, by paragraph; `case_of` tells the case of a petition's code.
    """
    figures = {figure.key: figure for figure in report.figures}
    cases = cases_by_code(report, case_of)
    builder = _Builder(figures, cases, paragraphs(compiled), reasons, filled)
    sections = tuple(builder.sections(report.sections, 1))
    problems = [
        part for section in sections for part in section.parts if isinstance(part, ParagraphView) and part.problem
    ]
    return PageView(report.header.subject, sections, tuple(problems))


@dataclass(slots=True)
class _Builder:
    figures: Mapping[str, Figure]
    cases: Mapping[str, CaseRow]
    source: Mapping[str, Paragraph]
    reasons: Mapping[str, str]
    filled: Filled

    def sections(self, found: Sequence[Section], level: int) -> Iterator[SectionView]:
        count = 0
        for section in found:
            count += bool(section.title)
            number = _number(level, count)
            title = f"{number}. {section.title}" if section.title else ""
            yield SectionView(section.id, title, min(level + 1, 4), tuple(self._parts(section, title)))
            yield from self.sections(section.sections, level + 1)

    def _parts(self, section: Section, title: str) -> Iterator[ParagraphView | TableView]:
        number = 0
        for block in section.blocks:
            if isinstance(block, Paragraph):
                number += 1
                yield self._paragraph(block, title, number)
            elif isinstance(block, Table):
                yield table_view(block)

    def _paragraph(self, paragraph: Paragraph, title: str, number: int) -> ParagraphView:
        now = " ".join(paragraph.text.split())
        typed = self.filled.texts.get(paragraph.id, now)
        problem = self.filled.problems.get(paragraph.id)
        source = self.source[paragraph.id]
        labels = {key: figure.label for key, figure in self.figures.items()}
        changes = tuple(
            (labels.get(change.figure, change.figure), change.source, change.value)
            for change in compare(source, typed)
            if change.figure
        )
        keys = dict.fromkeys(run.figure for run in (*paragraph.runs, *source.runs) if run.figure)
        shown = [figure_view(self.figures[key], self.cases) for key in keys if key in self.figures]
        return ParagraphView(
            id=paragraph.id,
            section=title,
            number=number,
            now=now,
            typed=typed,
            hint=paragraph.hint,
            base=text_mark(now),
            rows=max(2, -(-len(typed) // LETTERS_A_ROW)),
            figures=tuple(shown),
            changes=changes,
            reason=self.filled.reasons.get(paragraph.id) or self.reasons.get(paragraph.id, ""),
            problem=problem.value if problem else "",
            edited=now != " ".join(source.text.split()),
        )


def _number(level: int, count: int) -> str:
    """Return the number of a heading as it is printed: I, then 1, then a."""
    return roman(count) if level == 1 else str(count) if level == 2 else letter(count)


def cases_by_code(report: Report, case_of: Mapping[str, str]) -> dict[str, CaseRow]:
    """Return the cases of a report by their own code and by those of their petitions."""
    cases = {row.code: row for row in report.cases}
    return cases | {code: cases[case] for code, case in case_of.items() if case in cases}


def codes_beside(report: Report) -> list[str]:
    """Return the codes listed beside sentences that are no case's own: for `page_view`."""
    cases = {row.code for row in report.cases}
    shown = {run.figure for one in paragraphs(report).values() for run in one.runs if run.figure}
    codes = (code for figure in report.figures if figure.key in shown for code in figure.cases[:CASES_BESIDE])
    return sorted({code for code in codes if code not in cases})


def figure_view(
    figure: Figure, cases: Mapping[str, CaseRow], *, limit: int = CASES_BESIDE, start: int = 0
) -> FigureView:
    """Return a figure with some of its cases; `start` skips those of the pages before."""
    listed = figure.cases[start : start + limit]
    return FigureView(
        key=figure.key,
        label=figure.label,
        words=figure_words(figure, figure.value),
        definition=figure.definition,
        before="" if figure.previous is None else figure_words(figure, figure.previous),
        last_year="" if figure.last_year is None else figure_words(figure, figure.last_year),
        source=figure_words(figure, figure.change.source_value) if figure.change else "",
        reason=figure.change.reason if figure.change else "",
        cases=tuple(_case(code, cases.get(code)) for code in listed),
        more=max(0, len(figure.cases) - start - len(listed)),
        sealed=not_traced(figure),
    )


def _case(code: str, row: CaseRow | None) -> CaseView:
    if row is None:
        return CaseView(code)
    return CaseView(code) if row.confidential else CaseView(code, row.unit, row.subject)


_RIGHT = frozenset({ColumnKind.COUNT, ColumnKind.PERCENT})


def table_view(table: Table) -> TableView:
    """Return a table's first rows as they are printed."""
    kinds = [column.kind for column in table.columns]
    rows = tuple(
        tuple((cell_words(cell, kind), kind in _RIGHT) for cell, kind in zip(row.cells, kinds, strict=True))
        for row in _first(table)
    )
    strong = frozenset(at for at, row in enumerate(_first(table)) if row.kind is not RowKind.BODY)
    head = tuple(f"{c.group}: {c.title}" if c.group else c.title for c in table.columns)
    return TableView(table.title, head, rows, strong, max(0, len(table.rows) - ROWS_SHOWN))


def _first(table: Table) -> list[Row]:
    rows = list(table.rows)
    if len(rows) <= ROWS_SHOWN:
        return rows
    return [*rows[:ROWS_SHOWN], *(row for row in rows[ROWS_SHOWN:] if row.kind is RowKind.TOTAL)]
