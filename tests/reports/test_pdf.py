"""The PDF: same bytes, embedded letters, and no document at all without them."""

from __future__ import annotations

import re
import shutil

import msgspec
import pytest

from reports import typefaces
from reports.errors import FontMissing
from reports.pdf import write_pdf
from reports.value import Layout, Run, Section
from tests.reports.samples import a_paragraph, a_report, an_overdue_table


def pages(pdf: bytes) -> int:
    return int(re.search(rb"/Type\s*/Pages[^>]*?/Count (\d+)|/Count (\d+)", pdf).group(1) or 0)


@pytest.mark.parametrize("layout", Layout)
def test_the_same_report_gives_the_same_bytes(layout):
    report = a_report(layout)
    again = msgspec.json.decode(msgspec.json.encode(report), type=type(report))

    assert write_pdf(report) == write_pdf(again)


def test_other_words_give_other_bytes():
    assert write_pdf(a_report()) != write_pdf(a_report(draft=True))


def test_its_date_is_that_of_the_figures():
    pdf = write_pdf(a_report())

    assert b"2026-10-01T08:00:00" in pdf
    assert b"pdfaid:part" in pdf


def test_what_looks_like_markup_is_printed_as_it_is():
    text = 'a #read("/etc/passwd") $x$ *b* _c_ `d` @e <f> \\ // { [ ] } {{ 7*7 }} & "'
    report = a_report(sections=(Section("a", text, (a_paragraph("p", text, Run(text, bold=True)),)),), annexes=())

    assert write_pdf(report).startswith(b"%PDF-1.7")


def test_a_missing_or_changed_font_stops_the_document(tmp_path):
    for name in typefaces.FILES:
        shutil.copy(typefaces.FOLDER / name, tmp_path / name)
    assert typefaces.font_folder(tmp_path) == tmp_path

    (tmp_path / "LiberationSerif-Bold.ttf").write_bytes(b"another")
    with pytest.raises(FontMissing, match=r"LiberationSerif-Bold.ttf: not the file that was shipped"):
        typefaces.font_folder(tmp_path)

    (tmp_path / "LiberationSerif-Bold.ttf").unlink()
    with pytest.raises(FontMissing, match=r"LiberationSerif-Bold.ttf: not there"):
        typefaces.font_folder(tmp_path)


def test_a_document_with_hundreds_of_rows_and_endless_words_can_be_set():
    table = an_overdue_table(300)
    endless = "x" * 5000
    rows = (*table.rows, msgspec.structs.replace(table.rows[1], cells=(1, endless, "dòng " * 900)))
    report = a_report(
        sections=(Section("a", endless, (msgspec.structs.replace(table, rows=rows), a_paragraph("p", endless))),)
    )

    assert len(write_pdf(report)) > 100_000
