"""Tables as printed: cells written, columns wide enough for their longest word, the same in every format."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Final

from msgspec import Struct

from reports.numbers import cell_words, clean
from reports.sketch import text_width
from reports.value import Cell, Column, ColumnKind, Row, RowKind, Table
from texts import say

MANY_COLUMNS: Final = 8
"""From so many columns on a table is set a size smaller."""

MM_PER_POINT: Final = 0.3528
PADDING_MM: Final = 2.8
WIDEST_NEED_MM: Final = 34.0
"""A longer word than this (a pasted address) is broken rather than given the whole page."""

SEEN_ROWS: Final = 60
"""Rows whose words decide the least width of a column."""


class GridColumn(Struct, frozen=True):
    """A column as printed: `share` of the width (they add up to 1), `align` is left, center or right."""

    title: str
    share: float
    align: str
    group: str = ""


class GridRow(Struct, frozen=True):
    """Cells as printed. A group row has one."""

    cells: tuple[str, ...]
    kind: RowKind = RowKind.BODY


class Grid(Struct, frozen=True, tag="table"):
    """A table as printed; `numbers` are the (1) (2) (3) under the head, or nothing."""

    id: str
    title: str
    note: str
    columns: tuple[GridColumn, ...]
    numbers: tuple[str, ...]
    rows: tuple[GridRow, ...]
    small: bool


def grid_of(
    table: Table, *, width_mm: float, size: float, language: str, changed: AbstractSet[str] = frozenset()
) -> Grid:
    """Return the table as printed on a page of that width in letters of that size; `changed` figures are marked."""
    small = len(table.columns) >= MANY_COLUMNS
    mark = say("document-changed-mark", language)
    rows = tuple(_marked(_printed_row(row, table.columns), row, changed, mark) for row in table.rows)
    numbers = (
        tuple(say("document-table-numbers", language, {"number": str(at)}) for at in range(1, len(table.columns) + 1))
        if table.numbered
        else ()
    )
    titles = tuple(clean(column.title) for column in table.columns)
    seen = [row.cells for row in rows[:SEEN_ROWS] if row.kind is not RowKind.GROUP]
    needs = [
        _need([title, *numbers[at : at + 1]], [cells[at] for cells in seen], size - small) / width_mm
        for at, title in enumerate(titles)
    ]
    shares = fitted([column.width for column in table.columns], needs)
    return Grid(
        id=table.id,
        title=clean(table.title),
        note=clean(table.note),
        columns=tuple(
            GridColumn(title, share, _alignment(column), clean(column.group))
            for title, share, column in zip(titles, shares, table.columns, strict=True)
        ),
        numbers=numbers,
        rows=rows or (GridRow((say("document-table-empty", language),), RowKind.GROUP),),
        small=small,
    )


def fitted(widths: list[float], needs: list[float]) -> list[float]:
    """
    Return shares that add up to 1: as the widths are to each other, but none below its need while there is room.

    >>> fitted([1.0, 3.0], [0.4, 0.1])
    [0.4, 0.6]
    """
    if sum(needs) >= 1:
        return [need / sum(needs) for need in needs]
    fixed: set[int] = set()
    while True:
        room = 1 - sum(needs[at] for at in fixed)
        total = sum(width for at, width in enumerate(widths) if at not in fixed) or 1.0
        shares = [needs[at] if at in fixed else width / total * room for at, width in enumerate(widths)]
        short = {at for at, share in enumerate(shares) if at not in fixed and share < needs[at]}
        if not short:
            return shares
        fixed |= short


def _need(head: list[str], cells: list[str], size: float) -> float:
    """Return the millimetres that the longest word takes; the head is bold and so a tenth wider."""
    widest = max((text_width(word, size * 1.1) for text in head for word in text.split()), default=0)
    widest = max(widest, max((text_width(word, size) for text in cells for word in text.split()), default=0))
    return min(widest * MM_PER_POINT + PADDING_MM, WIDEST_NEED_MM)


def _printed_row(row: Row, columns: tuple[Column, ...]) -> GridRow:
    if row.kind is RowKind.GROUP:
        return GridRow((next((clean(str(cell)) for cell in row.cells if cell not in {None, ""}), ""),), row.kind)
    return GridRow(_printed_cells(row.cells, columns), row.kind)


def _marked(printed: GridRow, row: Row, changed: AbstractSet[str], mark: str) -> GridRow:
    """Return the row with a mark behind each figure that an officer changed: its column adds up no more."""
    if not changed or changed.isdisjoint(key for key in row.figures if key):
        return printed
    keys = (*row.figures, *(None,) * len(printed.cells))
    cells = (cell + mark if key in changed else cell for cell, key in zip(printed.cells, keys, strict=False))
    return GridRow(tuple(cells), printed.kind)


def _printed_cells(cells: tuple[Cell, ...], columns: tuple[Column, ...]) -> tuple[str, ...]:
    written = [clean(cell_words(cell, column.kind)) for cell, column in zip(cells, columns, strict=False)]
    return tuple(written + [""] * (len(columns) - len(written)))


def _alignment(column: Column) -> str:
    match column.kind:
        case ColumnKind.TEXT:
            return "left"
        case ColumnKind.COUNT | ColumnKind.PERCENT:
            return "right"
        case _:
            return "center"
