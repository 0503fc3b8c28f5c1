"""The XLSX annex, read back by another library."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import msgspec
import openpyxl
import pytest

from reports.spreadsheet import write_xlsx
from reports.value import CaseRow, FigureChange
from tests.reports.samples import FIGURES, TAKEN, a_report, cases


def sheets(report):
    return openpyxl.load_workbook(io.BytesIO(write_xlsx(report))).worksheets


def test_each_case_is_a_row_under_a_frozen_filtered_head():
    rows = sheets(a_report(cases=cases(700)))[0]

    assert rows.title == "Danh sách vụ việc"
    assert (rows.dimensions, rows.freeze_panes, rows.auto_filter.ref) == ("A1:AB701", "B2", "A1:AB701")
    assert [cell.value for cell in rows[1]][:4] == ["Mã vụ việc", "Loại", "Lĩnh vực", "Mã xã/phường"]
    assert len([cell for cell in rows[1] if cell.value]) == len(CaseRow._fields)
    assert [rows.cell(row, 1).value for row in (2, 3, 701)] == ["K0000000", "K0000001", "K0000699"]


def test_times_are_real_dates_in_local_time():
    case = cases(1)[0]._replace(received_at=datetime(2026, 7, 1, 20, 45, 59, tzinfo=UTC))
    rows = sheets(a_report(cases=(case,)))[0]
    column = CaseRow._fields.index("received_at") + 1

    assert rows.cell(2, column).value.isoformat(timespec="seconds") == "2026-07-02T03:45:00"
    assert rows.cell(2, column).number_format == "dd/mm/yyyy hh:mm"


def test_a_due_day_is_a_date_without_a_time():
    rows = sheets(a_report(cases=cases(1)))[0]
    cell = rows.cell(2, CaseRow._fields.index("due_on") + 1)

    assert (cell.value.isoformat(), cell.number_format) == ("2026-07-31T00:00:00", "dd/mm/yyyy")


def test_what_did_not_happen_is_an_empty_cell():
    case = cases(1)[0]._replace(closed_at=None, outcome="", confidential=False)
    rows = sheets(a_report(cases=(case,)))[0]

    assert [
        rows.cell(2, CaseRow._fields.index(name) + 1).value for name in ("closed_at", "outcome", "confidential")
    ] == [None] * 3


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1+1", "@SUM(A1)", "-2", "00123", "a & <b>", "dòng\nhai"])
def test_a_residents_formula_stays_text(text):
    rows = sheets(a_report(cases=(cases(1)[0]._replace(summary=text),)))[0]
    cell = rows.cell(2, CaseRow._fields.index("summary") + 1)

    assert (cell.value, cell.data_type) == (text, "s")


def test_a_text_too_long_for_a_cell_is_cut():
    rows = sheets(a_report(cases=(cases(1)[0]._replace(summary="ơ" * 40_000),)))[0]

    assert len(rows.cell(2, CaseRow._fields.index("summary") + 1).value) == 32_767


def test_a_confidential_case_is_there_without_its_story():
    rows = sheets(a_report(cases=cases(1)))[0]
    found = {name: rows.cell(2, at).value for at, name in enumerate(CaseRow._fields, 1)}

    assert (found["code"], found["confidential"], found["summary"]) == ("K0000000", "Có", None)


def test_an_empty_period_has_a_head_and_no_row():
    rows = sheets(a_report(cases=()))[0]

    assert (rows.max_row, rows.auto_filter.ref) == (1, "A1:AB2")


def test_figures_stand_beside_their_definitions_and_changes():
    change = FigureChange(117, "trả lời bằng giấy", "can-bo-7", TAKEN)
    figures = (*FIGURES[:1], msgspec.structs.replace(FIGURES[3], value=115, change=change))
    sheet = sheets(a_report(figures=figures))[1]

    assert [cell.value for cell in sheet[2]] == [
        "received",
        "Lượt ý kiến tiếp nhận",
        "Số ý kiến được tiếp nhận trong kỳ, qua mọi kênh.",
        2403,
        2140,
        None,
        2,
        None,
        None,
    ]
    assert [cell.value for cell in sheet[3]][3:] == [115, None, None, 1, 117, "trả lời bằng giấy"]


def test_the_same_report_gives_the_same_bytes():
    report = a_report(cases=cases(600))

    assert write_xlsx(report) == write_xlsx(report)


def test_nothing_in_the_package_tells_when_it_was_made():
    with zipfile.ZipFile(io.BytesIO(write_xlsx(a_report()))) as package:
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = package.read("docProps/core.xml").decode()

    assert "2026-10-01T08:00:00Z" in core
