"""
The XLSX annex: a row per case with real dates, filters and a frozen head; a sheet of figures with their definitions.

XlsxWriter makes the workbook around an empty sheet of cases; the rows are written into it as text while the package is
packed. Through XlsxWriter's own cells 20,000 rows took 3 s of processor time, this way half a second.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from html import escape
from typing import Any, Final, ForwardRef, TypeAlias

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from reports.numbers import clean
from reports.value import CaseRow, Figure, Report
from reports.zipping import entry
from texts import LOCAL, say

FONT: Final = "Times New Roman"
MAX_CELL_CHARACTERS: Final = 32_767
"""Source: Excel specifications and limits (read 2026-11)."""

WIDTHS: Final = {
    "code": 13, "kind": 12, "subject": 30, "unit_code": 9, "unit": 22, "place": 22, "organisation": 18, "channel": 12,
    "petitions": 9, "people": 9, "confidential": 9, "summary": 60, "status": 22, "authority": 26, "due_on": 12,
    "reminders": 10, "outcome": 22, "days_late": 10, "satisfaction": 14,
}  # fmt: skip
"""Characters wide; moments have `MOMENT_WIDTH`."""

MOMENT_WIDTH: Final = 17
ROWS_PER_WRITE: Final = 500
PACKING_LEVEL: Final = 5
"""Of zlib: 6 takes half as long again for 3 % less of these rows."""

_FIRST_DAY: Final = date(1899, 12, 30).toordinal()
"""Day 0 of a spreadsheet."""

_FIRST_MOMENT: Final = datetime(1899, 12, 29, 17, tzinfo=UTC)
"""Its midnight in Vietnam, which keeps UTC+7 all year; spreadsheets know no zones."""

_MINUTE: Final = timedelta(minutes=1)

UNLIKE: Final = frozenset({"code", "place", "summary"})
"""Fields whose words are hardly ever the same twice."""

FIGURE_COLUMNS: Final = ("key", "label", "definition", "value", "previous", "last_year", "cases", "source", "reason")
FIGURE_WIDTHS: Final = (22, 34, 60, 11, 11, 14, 14, 14, 40)


def write_xlsx(report: Report, traced: Sequence[int] = ()) -> bytes:
    """
    Return the annex. The same report gives the same bytes.

    Args:
        traced: how many cases stand behind each figure, where the figures come without them.
    """
    frame = io.BytesIO()
    workbook = xlsxwriter.Workbook(
        frame, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    )
    moment = report.period.taken_at.astimezone(LOCAL).replace(tzinfo=None)
    workbook.set_properties({"title": report.header.subject.replace("\n", " ")[:255], "created": moment})
    head = workbook.add_format(
        {"bold": True, "font_name": FONT, "font_size": 11, "text_wrap": True, "valign": "vcenter", "align": "center",
         "bg_color": "#EEEEEE", "border": 1}
    )  # fmt: skip
    plain = workbook.add_format({"font_name": FONT, "font_size": 11, "valign": "top", "text_wrap": True})
    at = workbook.add_format({"font_name": FONT, "font_size": 11, "valign": "top", "num_format": "dd/mm/yyyy hh:mm"})
    on = workbook.add_format({"font_name": FONT, "font_size": 11, "valign": "top", "num_format": "dd/mm/yyyy"})
    _case_sheet(workbook, head, (plain, at, on), len(report.cases))
    _figure_sheet(workbook, report.figures, traced or [len(one.cases) for one in report.figures], head, plain)
    workbook.close()
    return _with_rows(frame.getvalue(), report.cases)


def _case_sheet(workbook: Workbook, head: Format, cells: tuple[Format, Format, Format], rows: int) -> None:
    sheet = workbook.add_worksheet(say("sheet-cases")[:31])
    columns = len(CaseRow._fields)
    for column, name in enumerate(CaseRow._fields):
        sheet.write_string(0, column, say(f"sheet-case-{name.replace('_', '-')}"), head)
        sheet.set_column(column, column, WIDTHS.get(name, MOMENT_WIDTH))
    # One row of empty cells tells the numbers of the formats; the real rows take its place.
    for column, form in enumerate(cells):
        sheet.write_blank(1, column, None, form)
    sheet.set_row(0, 34)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(rows, 1), columns - 1)
    _for_print(sheet, wide=3)


def _figure_sheet(
    workbook: Workbook, figures: tuple[Figure, ...], traced: Sequence[int], head: Format, plain: Format
) -> None:
    sheet = workbook.add_worksheet(say("sheet-figures")[:31])
    for column, (name, width) in enumerate(zip(FIGURE_COLUMNS, FIGURE_WIDTHS, strict=True)):
        sheet.write_string(0, column, say(f"sheet-figure-{name.replace('_', '-')}"), head)
        sheet.set_column(column, column, width)
    numbers = {
        percent: workbook.add_format(
            {"font_name": FONT, "font_size": 11, "valign": "top", "num_format": "0.0" if percent else "#,##0"}
        )
        for percent in (False, True)
    }
    for row, (figure, cases) in enumerate(zip(figures, traced, strict=True), 1):
        number, change = numbers[figure.percent], figure.change
        for column, text in enumerate((figure.key, figure.label, figure.definition)):
            sheet.write_string(row, column, clean(text)[:MAX_CELL_CHARACTERS], plain)
        for column, value in enumerate((figure.value, figure.previous, figure.last_year, cases), 3):
            if value is not None:
                sheet.write_number(row, column, value, numbers[False] if column == 6 else number)
        if change is not None:
            if change.source_value is not None:
                sheet.write_number(row, 7, change.source_value, number)
            sheet.write_string(row, 8, clean(change.reason)[:MAX_CELL_CHARACTERS], plain)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(figures), 1), len(FIGURE_COLUMNS) - 1)
    _for_print(sheet, wide=1)


def _for_print(sheet: Worksheet, *, wide: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(wide, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.set_footer("&C&P/&N")


def _with_rows(package: bytes, cases: tuple[CaseRow, ...]) -> bytes:
    """Return the package with the cases' rows in the first sheet, in place of the row that shows the formats."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                content = _sheet_with_rows(content, cases)
            target.writestr(entry(info.filename), content, compresslevel=PACKING_LEVEL)
    return made.getvalue()


def _sheet_with_rows(sheet: bytes, cases: tuple[CaseRow, ...]) -> bytes:
    before, shown, after = re.split(rb'(<row r="2".*?</row>)', sheet, maxsplit=1)
    whole = f'<dimension ref="A1:{xl_col_to_name(len(CaseRow._fields) - 1)}{len(cases) + 1}"/>'
    before = re.sub(rb'<dimension ref="[A-Z0-9:]+"/>', whole.encode(), before, count=1)
    plain, at, on = (int(number) for number in re.findall(rb' s="([0-9]+)"', shown))
    return b"".join((before, *(rows.encode() for rows in _rows(cases, (plain, at, on))), after))


def _rows(cases: tuple[CaseRow, ...], styles: tuple[int, int, int]) -> Iterator[str]:
    """Yield the rows' XML some hundreds at a time; column by column, each of which holds one kind of value."""
    cells = _Cells(styles, say("sheet-yes"))
    columns = [(xl_col_to_name(at), cells.kind_of(name)) for at, name in enumerate(CaseRow._fields)]
    for first in range(0, len(cases), ROWS_PER_WRITE):
        some = cases[first : first + ROWS_PER_WRITE]
        numbers = range(first + 2, first + 2 + len(some))
        written = [
            kind(letter, numbers, values)
            for (letter, kind), values in zip(columns, zip(*some, strict=True), strict=True)
        ]
        yield "".join(
            f'<row r="{number}">{"".join(row)}</row>'
            for number, row in zip(numbers, zip(*written, strict=True), strict=True)
        )


Column: TypeAlias = Callable[[str, range, Sequence[Any]], list[str]]
"""Writes cells of a column: its letter, the numbers of the rows, their values. An empty cell is no words."""


class _Cells:
    """Writes cells. Words of few kinds (subjects, units) are written once and kept."""

    def __init__(self, styles: tuple[int, int, int], yes: str) -> None:
        plain, at, on = styles
        self._number, self._at, self._on = (f' s="{style}"><v>' for style in (plain, at, on))
        self._text = f' s="{plain}" t="inlineStr"><is><t xml:space="preserve">'
        self._yes = yes
        self._kept: dict[str, str] = {}

    def kind_of(self, name: str) -> Column:
        """Return what writes a field of `CaseRow`."""
        if name in UNLIKE:
            return self._own_texts
        kind = CaseRow.__annotations__[name]
        kind = kind.__forward_arg__ if isinstance(kind, ForwardRef) else kind
        kinds: dict[str, Column] = {
            "str": self._texts,
            "int": self._numbers,
            "bool": self._marks,
            "date | None": self._days,
        }
        return kinds.get(kind, self._moments)

    def _texts(self, letter: str, numbers: range, values: Sequence[str]) -> list[str]:
        kept = self._kept
        for value in values:
            if value not in kept:
                kept[value] = self._worded(value)
        return [
            f'<c r="{letter}{number}"{kept[value]}' if value else ""
            for number, value in zip(numbers, values, strict=True)
        ]

    def _own_texts(self, letter: str, numbers: range, values: Sequence[str]) -> list[str]:
        worded = self._worded
        return [
            f'<c r="{letter}{number}"{worded(value)}' if value else ""
            for number, value in zip(numbers, values, strict=True)
        ]

    def _worded(self, text: str) -> str:
        """What looks like a formula stays text: an inline string is never run."""
        safe = escape(clean(text)[:MAX_CELL_CHARACTERS], quote=False)
        return f"{self._text}{safe}</t></is></c>"

    def _numbers(self, letter: str, numbers: range, values: Sequence[int]) -> list[str]:
        head = self._number
        pairs = zip(numbers, values, strict=True)
        return [f'<c r="{letter}{number}"{head}{value}</v></c>' for number, value in pairs]

    def _marks(self, letter: str, numbers: range, values: Sequence[bool]) -> list[str]:
        yes = self._worded(self._yes)
        return [f'<c r="{letter}{number}"{yes}' if value else "" for number, value in zip(numbers, values, strict=True)]

    def _days(self, letter: str, numbers: range, values: Sequence[date | None]) -> list[str]:
        return [
            f'<c r="{letter}{number}"{self._on}{value.toordinal() - _FIRST_DAY}</v></c>' if value else ""
            for number, value in zip(numbers, values, strict=True)
        ]

    def _moments(self, letter: str, numbers: range, values: Sequence[datetime | None]) -> list[str]:
        # Minutes are what people read; seconds would only lengthen the number.
        found = (0 if value is None else (value - _FIRST_MOMENT) // _MINUTE for value in values)
        return [
            f'<c r="{letter}{number}"{self._at}{minutes / 1440:.12g}</v></c>' if minutes else ""
            for number, minutes in zip(numbers, found, strict=True)
        ]
