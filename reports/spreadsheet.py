"""
The XLSX annex: a row per case with real dates, filters and a frozen head; a sheet of figures with their definitions.

XlsxWriter makes the workbook around an empty sheet of cases; the rows are written into it as text while the package is
packed. Through XlsxWriter's own cells 20,000 rows took 3 s of processor time, this way half a second; memory stays that
of one row.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html import escape
from typing import Final

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
PACKING_LEVEL: Final = 4

_FIRST_DAY: Final = date(1899, 12, 30).toordinal()
"""Day 0 of a spreadsheet."""

_FIRST_MOMENT: Final = datetime(1899, 12, 29, 17, tzinfo=UTC)
"""Its midnight in Vietnam, which keeps UTC+7 all year; spreadsheets know no zones."""

KEPT_TEXTS: Final = 5_000

FIGURE_COLUMNS: Final = ("key", "label", "definition", "value", "previous", "last_year", "cases", "source", "reason")
FIGURE_WIDTHS: Final = (22, 34, 60, 11, 11, 14, 14, 14, 40)


def write_xlsx(report: Report) -> bytes:
    """Return the annex. The same report gives the same bytes."""
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
    _figure_sheet(workbook, report.figures, head, plain)
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


def _figure_sheet(workbook: Workbook, figures: tuple[Figure, ...], head: Format, plain: Format) -> None:
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
    for row, figure in enumerate(figures, 1):
        number, change = numbers[figure.percent], figure.change
        for column, text in enumerate((figure.key, figure.label, figure.definition)):
            sheet.write_string(row, column, clean(text)[:MAX_CELL_CHARACTERS], plain)
        for column, value in enumerate((figure.value, figure.previous, figure.last_year, len(figure.cases)), 3):
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
    last_column = xl_col_to_name(len(CaseRow._fields) - 1)
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(made, "w", compresslevel=PACKING_LEVEL) as target,
    ):
        for info in source.infolist():
            content = source.read(info)
            with target.open(entry(info.filename), "w") as part:
                if info.filename != "xl/worksheets/sheet1.xml":
                    part.write(content)
                    continue
                before, shown, after = re.split(rb'(<row r="2".*?</row>)', content, maxsplit=1)
                size = re.compile(rb'<dimension ref="[A-Z0-9:]+"/>')
                whole = f'<dimension ref="A1:{last_column}{len(cases) + 1}"/>'
                part.write(size.sub(whole.encode(), before, count=1))
                plain, at, on = (int(number) for number in re.findall(rb' s="([0-9]+)"', shown))
                for rows in _rows(cases, (plain, at, on)):
                    part.write(rows.encode())
                part.write(after)
    return made.getvalue()


def _rows(cases: tuple[CaseRow, ...], styles: tuple[int, int, int]) -> Iterator[str]:
    """Yield the rows' XML some hundreds at a time."""
    letters = [xl_col_to_name(column) for column in range(len(CaseRow._fields))]
    cell = _Cells(styles, say("sheet-yes")).cell
    for first in range(0, len(cases), ROWS_PER_WRITE):
        parts: list[str] = []
        for number, case in enumerate(cases[first : first + ROWS_PER_WRITE], first + 2):
            parts.append(f'<row r="{number}">')
            parts.extend(
                [
                    f'<c r="{letter}{number}"{cell(value)}'
                    for letter, value in zip(letters, case, strict=True)
                    if value is not None and value != "" and value is not False
                ]
            )
            parts.append("</row>")
        yield "".join(parts)


class _Cells:
    """Writes what follows a cell's place. Words of few kinds (subjects, units) are written once and kept."""

    def __init__(self, styles: tuple[int, int, int], yes: str) -> None:
        self._plain, self._at, self._on = styles
        self._yes = yes
        self._kept: dict[str, str] = {}

    def cell(self, value: object) -> str:
        if value is True:
            return self._text(self._yes)
        if isinstance(value, str):
            return self._kept.get(value) or self._text(value)
        if isinstance(value, datetime):
            since = value - _FIRST_MOMENT
            # Minutes are what people read; seconds would only lengthen the number.
            return f' s="{self._at}"><v>{since.days + since.seconds // 60 / 1440:.12g}</v></c>'
        if isinstance(value, date):
            return f' s="{self._on}"><v>{value.toordinal() - _FIRST_DAY}</v></c>'
        return f' s="{self._plain}"><v>{value}</v></c>'

    def _text(self, text: str) -> str:
        """What looks like a formula stays text: an inline string is never run."""
        safe = escape(clean(text)[:MAX_CELL_CHARACTERS], quote=False)
        written = f' s="{self._plain}" t="inlineStr"><is><t xml:space="preserve">{safe}</t></is></c>'
        if len(self._kept) < KEPT_TEXTS:
            self._kept[text] = written
        return written
