"""What is wrong with a report's value before anything is made of it, and what a reader of the documents should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reports.errors import BadValue
from reports.numbers import figure_words
from reports.value import (
    ID_PATTERN,
    Block,
    Paragraph,
    PointMap,
    Report,
    Section,
    Table,
)
from reports.wire import Remark


def refuse_bad(report: Report) -> None:
    """
    Raise when the value contradicts itself.

    Raises:
        BadValue: all contradictions at once.
    """
    problems = list(_problems(report))
    if problems:
        raise BadValue(problems)


def remarks_on(report: Report) -> tuple[Remark, ...]:
    """Return what the documents of this report lack or leave out. None of it keeps them from being made."""
    return tuple(_remarks(report))


def sections_of(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Yield all sections, from the top, in reading order."""
    for section in sections:
        yield section
        yield from sections_of(section.sections)


def blocks_of(report: Report) -> Iterator[Block]:
    """Yield all blocks of sections and annexes in reading order."""
    for section in sections_of(report.sections):
        yield from section.blocks
    for annex in report.annexes:
        yield from annex.blocks


def _problems(report: Report) -> Iterator[str]:
    if not report.key or not all(char.isascii() and (char.isalnum() or char == "-") for char in report.key):
        yield f"key {report.key!r}: letters, digits and - only"
    if not report.sections:
        yield "no section"
    ids = Counter(block.id for block in blocks_of(report))
    yield from (f"id {id!r} is there {times} times" for id, times in ids.items() if times > 1)
    yield from (f"id {id!r} is no small letters, digits and _" for id in ids if not ID_PATTERN.fullmatch(id))
    keys = Counter(figure.key for figure in report.figures)
    yield from (f"figure {key!r} is there {times} times" for key, times in keys.items() if times > 1)
    figures = {figure.key: figure for figure in report.figures}
    for block in blocks_of(report):
        match block:
            case Paragraph():
                named = {run.figure for run in block.runs if run.figure}
                yield from (f"paragraph {block.id}: no figure {key!r}" for key in sorted(named - set(figures)))
            case Table():
                yield from _table_problems(block, set(figures))
            case PointMap():
                if any(not (-90 <= p.latitude <= 90 and -180 <= p.longitude <= 180) for p in block.points):
                    yield f"map {block.id}: a point lies nowhere on earth"
            case _:
                wrong = [one.name for one in block.series if len(one.values) != len(block.categories)]
                yield from (f"chart {block.id}: series {name!r} has not one value a category" for name in wrong)


def _table_problems(table: Table, figures: set[str]) -> Iterator[str]:
    if not table.columns:
        yield f"table {table.id}: no column"
    if any(len(row.cells) > len(table.columns) for row in table.rows):
        yield f"table {table.id}: a row has more cells than there are columns"
    named = {key for row in table.rows for key in row.figures if key}
    yield from (f"table {table.id}: no figure {key!r}" for key in sorted(named - figures))


def _remarks(report: Report) -> Iterator[Remark]:
    if not report.signature.name.strip():
        yield Remark("report-remark-no-signatory", {})
    if not report.cases:
        yield Remark("report-remark-no-case", {})
    empty = [block for block in blocks_of(report) if isinstance(block, Paragraph) and not block.text.strip()]
    if empty:
        key = "report-remark-to-write" if report.draft else "report-remark-left-out"
        yield Remark(key, {"count": str(len(empty))})
    for figure in report.figures:
        if figure.change is not None:
            before, after = figure_words(figure, figure.change.source_value), figure_words(figure, figure.value)
            yield Remark("report-remark-changed", {"figure": figure.label, "before": before, "after": after})
