"""What is printed: the two layouts and their words, numbers of sections, what is left out."""

from __future__ import annotations

import re
from datetime import date

import msgspec
import pytest

from reports.grids import Grid, fitted
from reports.page import Heading, Lines, Picture, page_of
from reports.value import (
    BarChart,
    FigureChange,
    Layout,
    Paragraph,
    Recipient,
    Row,
    RowKind,
    Run,
    Section,
    Series,
    Signature,
    SigningForm,
    Table,
    Urgency,
)
from tests.reports.samples import COUNTS, FIGURES, TAKEN, a_paragraph, a_report, a_table


def all_words(page) -> str:
    return msgspec.json.encode(page).decode()


def headings(page) -> list[str]:
    return [block.text for block in page.blocks if isinstance(block, Heading)]


def test_a_front_document_has_the_head_of_the_decree():
    page = page_of(a_report())

    assert (page.title, page.motto) == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    assert (page.number, page.dated) == ("Số: 05/BC-MTTQ-BTT", "Đắk Lắk, ngày 02 tháng 10 năm 2026")
    assert page.superior == ("ỦY BAN MTTQ VIỆT NAM", "TỈNH ĐẮK LẮK")
    assert page.issuing == ("BAN THƯỜNG TRỰC",)


def test_a_party_document_has_the_head_of_the_party():
    page = page_of(a_report(Layout.PARTY))

    assert (page.title, page.motto) == ("ĐẢNG CỘNG SẢN VIỆT NAM", "")
    assert (page.number, page.dated) == ("Số 152-BC/ĐU", "Ea Súp, ngày 05 tháng 02 năm 2026")


@pytest.mark.parametrize(
    ("layout", "foreign"),
    [
        (Layout.FRONT, ["T/M", "K/T", "ĐẢNG CỘNG SẢN"]),
        (Layout.PARTY, ["TM.", "Số:", "./.", "CỘNG HÒA", "Độc lập - Tự do"]),
    ],
)
def test_the_layouts_are_never_mixed(layout, foreign):
    words = all_words(page_of(a_report(layout)))

    assert [word for word in foreign if word in words] == []


@pytest.mark.parametrize(
    ("layout", "form", "lines"),
    [
        (Layout.FRONT, SigningForm.ON_BEHALF, ("TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
        (Layout.FRONT, SigningForm.FOR_THE_HEAD, ("KT. BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
        (Layout.FRONT, SigningForm.ACTING, ("Q. CHỦ TỊCH",)),
        (Layout.FRONT, SigningForm.HEAD, ("CHỦ TỊCH",)),
        (Layout.PARTY, SigningForm.ON_BEHALF, ("T/M BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
        (Layout.PARTY, SigningForm.BY_ORDER, ("T/L BAN THƯỜNG TRỰC", "CHỦ TỊCH")),
    ],
)
def test_a_signature_is_written_the_way_of_its_layout(layout, form, lines):
    assert page_of(a_report(layout, signature=Signature(form, "Ban Thường trực", "Chủ tịch"))).signing == lines


def test_a_number_and_a_day_can_be_left_to_the_hand():
    page = page_of(a_report(header={"number": None, "dated": None}))

    assert page.number == "Số: " + "\u00a0" * 7 + "/BC-MTTQ-BTT"
    assert page.dated == "Đắk Lắk, ngày " + "\u00a0" * 5 + " tháng " + "\u00a0" * 5 + " năm 2026"


@pytest.mark.parametrize(("number", "words"), [(5, "05"), (10, "10"), (1203, "1203")])
def test_a_document_number_has_no_dots(number, words):
    assert page_of(a_report(header={"number": number})).number == f"Số: {words}/BC-MTTQ-BTT"


def test_the_year_of_a_dated_document_is_that_of_its_day():
    assert page_of(a_report(header={"dated": date(2027, 1, 3)})).dated.endswith("ngày 03 tháng 01 năm 2027")


def test_recipients_end_with_the_copy_on_file():
    recipients = (Recipient("Thường trực Tỉnh ủy", "để báo cáo"), Recipient("Các tổ chức"))

    front, party = (page_of(a_report(layout, recipients=recipients, filing="VT")).recipients for layout in Layout)

    assert front == ("- Thường trực Tỉnh ủy (để báo cáo);", "- Các tổ chức;", "- Lưu: VT.")
    assert party == ("- Thường trực Tỉnh ủy (để báo cáo),", "- Các tổ chức,", "- Lưu VT.")


def test_sections_are_numbered_on_three_levels():
    inner = Section("c", "Vấn đề lặp lại", (a_paragraph("c1", "x"),))
    middle = Section("b", "Về đất đai", (a_paragraph("b1", "x"),), (inner,))
    page = page_of(
        a_report(
            sections=(
                Section("open", "", (a_paragraph("o1", "x"),)),
                Section("a", "Tình hình", (a_paragraph("a1", "x"),), (middle,)),
                Section("d", "Kiến nghị", (a_paragraph("d1", "x"),)),
            )
        )
    )

    assert headings(page) == ["I. TÌNH HÌNH", "1. Về đất đai", "a) Vấn đề lặp lại", "II. KIẾN NGHỊ"]


def test_a_section_with_nothing_under_it_takes_no_number():
    sections = (
        Section("a", "Trống"),
        Section("b", "Chờ viết", (a_paragraph("b1", hint="viết"),)),
        Section("c", "Kiến nghị", (a_paragraph("c1", "x"),)),
    )

    assert headings(page_of(a_report(sections=sections))) == ["I. KIẾN NGHỊ"]
    assert headings(page_of(a_report(sections=sections, draft=True))) == ["I. CHỜ VIẾT", "II. KIẾN NGHỊ"]


def test_hints_are_shown_in_a_draft_alone():
    assert "Gợi ý" in all_words(page_of(a_report(draft=True)))
    assert "Gợi ý" not in all_words(page_of(a_report()))


@pytest.mark.parametrize(("layout", "last"), [(Layout.FRONT, "đúng hạn./."), (Layout.PARTY, "đúng hạn.")])
def test_the_text_ends_with_the_mark_of_its_layout(layout, last):
    final = [block for block in page_of(a_report(layout)).blocks if isinstance(block, Lines)][-1]

    assert final.runs[-1].text.endswith(last)


def test_a_text_that_ends_with_a_figure_keeps_the_figure_apart_from_the_mark():
    sections = (Section("a", "A", (a_paragraph("p", "quá hạn ", Run("117", "overdue")),)),)

    runs = page_of(a_report(sections=sections)).blocks[-1].runs

    assert [(run.text, run.figure) for run in runs] == [("quá hạn ", ""), ("117", "overdue"), ("./.", "")]


def test_a_chart_of_nothing_is_left_out():
    nothing = BarChart("b", "Không có gì", "vụ", ("a", "b"), (Series("x", (0, None)),))
    page = page_of(a_report(sections=(Section("a", "A", (nothing, a_paragraph("p", "x"))),)))

    assert [block for block in page.blocks if isinstance(block, Picture)] == []


def test_a_table_without_rows_says_so():
    page = page_of(a_report(sections=(Section("a", "A", (Table("t", "T", COUNTS, ()),)),)))
    grid = next(block for block in page.blocks if isinstance(block, Grid))

    assert [(row.kind, row.cells) for row in grid.rows] == [(RowKind.GROUP, ("Không có trong kỳ.",))]


def test_an_only_annex_has_no_number():
    annexes = a_report().annexes

    assert [annex.label for annex in page_of(a_report(annexes=annexes[:1])).annexes] == ["Phụ lục"]
    assert [annex.label for annex in page_of(a_report()).annexes] == ["Phụ lục I", "Phụ lục II"]


def test_every_annex_of_a_front_document_names_its_report():
    issuer = "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Đắk Lắk"
    reports = (a_report(header={"issuer": issuer} | left) for left in ({}, {"number": None, "dated": None}))
    lines = [page_of(report).annexes[-1].belongs for report in reports]

    assert [re.sub(r"\u00a0+", "_", line) for line in lines] == [
        f"(Kèm theo Báo cáo số 05/BC-MTTQ-BTT ngày 02 tháng 10 năm 2026 của {issuer})",
        f"(Kèm theo Báo cáo số _/BC-MTTQ-BTT ngày _ tháng _ năm 2026 của {issuer})",
    ]
    assert {annex.belongs for annex in page_of(a_report(Layout.PARTY)).annexes} == {""}


def test_a_changed_figure_is_marked_and_owned_up_to_in_an_annex():
    change = FigureChange(117, "Hai vụ đã trả lời bằng giấy", "can-bo-7", TAKEN)
    figures = tuple(
        msgspec.structs.replace(one, value=115, change=change) if one.key == "overdue" else one for one in FIGURES
    )

    page = page_of(a_report(figures=figures))

    marked = [run.figure for block in page.blocks if isinstance(block, Lines) for run in block.runs if run.changed]
    grid = page.annexes[-1].blocks[-1]
    assert marked == ["overdue"]
    assert page.annexes[-1].title == "SỐ LIỆU DO CÁN BỘ ĐIỀU CHỈNH"
    assert grid.rows[0].cells == ("Quá hạn", "117", "115", "Hai vụ đã trả lời bằng giấy", "08:00 01/10/2026")


def test_a_changed_figure_is_marked_in_tables_too_for_their_columns_add_up_no_more():
    change = FigureChange(117, "Hai vụ đã trả lời bằng giấy", "can-bo-7", TAKEN)
    figures = tuple(
        msgspec.structs.replace(one, value=115, change=change) if one.key == "overdue" else one for one in FIGURES
    )
    rows = (Row((1, "Đất đai", 117)), Row((None, "Tổng cộng", 115), RowKind.TOTAL, (None, None, "overdue")))
    table = Table("t", "T", COUNTS[:3], rows)

    page = page_of(a_report(figures=figures, sections=(Section("a", "A", (table,)),)))

    grid = next(block for block in page.blocks if isinstance(block, Grid))
    assert [row.cells[2] for row in grid.rows] == ["117", "115(*)"]


def test_urgency_draft_correction_and_recipient_are_printed_where_given():
    page = page_of(
        a_report(
            draft=True,
            header={
                "urgency": Urgency.EXPRESS,
                "addressed_to": "Thường trực Tỉnh ủy",
                "corrects": "Thay thế Báo cáo số 04",
            },
        )
    )
    plain = page_of(a_report())

    assert (page.urgency, page.draft, page.addressed) == ("HỎA TỐC", "DỰ THẢO", "Kính gửi: Thường trực Tỉnh ủy")
    assert page.under_subject == (
        "(Thay thế Báo cáo số 04)",
        "(Số liệu tính từ ngày 01/07/2026 đến ngày 30/09/2026, chốt lúc 08:00 01/10/2026)",
    )
    assert (plain.urgency, plain.draft, plain.addressed, len(plain.under_subject)) == ("", "", "", 1)


def test_no_column_is_narrower_than_its_longest_word():
    grid = next(
        block
        for block in page_of(a_report(sections=(Section("a", "A", (a_table(),)),))).blocks
        if isinstance(block, Grid)
    )

    assert sum(column.share for column in grid.columns) == pytest.approx(1)
    assert grid.columns[0].share * 165 > 9  # "STT", which its share alone would give 8 mm


def test_needs_that_leave_no_room_are_cut_alike():
    assert fitted([1, 1], [1.0, 3.0]) == [0.25, 0.75]


def test_what_announces_a_list_stays_with_it_and_the_mark_of_the_end_with_the_hint_before_it():
    lead, item = a_paragraph("lead", "Một số vụ việc:"), a_paragraph("one", "Vụ một:", item=True)
    hint = Paragraph("hint", (), "Cán bộ bổ sung")
    report = a_report()
    draft = msgspec.structs.replace(report, sections=(Section("s", "Mục", (lead, item, hint)),), draft=True)

    lines = [block for block in page_of(draft).blocks if isinstance(block, Lines)]

    assert [(one.id, one.leads) for one in lines] == [("lead", True), ("one", False), ("hint", True), ("", False)]
