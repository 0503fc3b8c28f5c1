"""The Word document: layout, tables, pictures, sections, same bytes; the template governs what it is given to govern."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reports.data.make_templates import make
from reports.docx_body import BodyWriter
from reports.docx_template import shipped_template, style_ids
from reports.errors import BadTemplate
from reports.grids import Grid
from reports.layouts import MEASURES
from reports.page import page_of
from reports.value import Layout, Section, Signature, SigningForm
from reports.word import write_docx
from tests.reports.samples import a_paragraph, a_report, a_table, an_overdue_table


def opened(report, template=None):
    return Document(io.BytesIO(write_docx(report, template)))


def texts(document) -> list[str]:
    return [
        "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        for paragraph in document.element.body.iter(qn("w:p"))
    ]


def edited(template: bytes, change) -> bytes:
    document = Document(io.BytesIO(template))
    change(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize("layout", Layout)
def test_the_same_report_gives_the_same_bytes(layout):
    assert write_docx(a_report(layout)) == write_docx(a_report(layout))


@pytest.mark.parametrize("layout", Layout)
def test_the_shipped_templates_are_what_the_script_writes(layout):
    assert shipped_template(layout) == make(layout)


def test_nothing_in_the_package_tells_when_it_was_made():
    content = write_docx(a_report())
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        moments = {info.date_time for info in package.infolist()}
    properties = Document(io.BytesIO(content)).core_properties

    assert moments == {(1980, 1, 1, 0, 0, 0)}
    assert properties.created.isoformat() == properties.modified.isoformat() == "2026-10-01T08:00:00+00:00"
    assert properties.identifier == "tong-hop-66-2026-q3"


@pytest.mark.parametrize("layout", Layout)
def test_paper_and_margins_are_those_of_the_rules(layout):
    section = opened(a_report(layout)).sections[0]
    lengths = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )

    assert [round(length / Mm(1)) for length in lengths] == [210, 297, 20, 20, 30, 15]


@pytest.mark.parametrize("layout", Layout)
def test_number_and_day_stand_on_one_line(layout):
    page, head = page_of(a_report(layout)), opened(a_report(layout)).tables[0]

    assert [cell.text.split("\n")[0] for cell in head.rows[1].cells] == [page.number, page.dated]


def test_page_numbers_begin_on_the_second_page_and_anew_in_each_annex():
    document = opened(a_report())

    assert [section.different_first_page_header_footer for section in document.sections] == [True] * 3
    assert [section.orientation for section in document.sections] == [0, 1, 0]
    starts = [number.get(qn("w:start")) for number in document.element.body.iter(qn("w:pgNumType"))]
    assert starts == ["1", "1"]
    assert "PAGE" in document.sections[0].header._element.xpath("string(.)")
    assert document.sections[0].first_page_header._element.xpath("string(.)").strip() == ""


def test_an_unannexed_report_is_one_section():
    assert len(opened(a_report(annexes=())).sections) == 1


def test_a_table_repeats_its_head_and_does_not_split_rows():
    table = opened(a_report(sections=(Section("a", "A", (a_table(),)),), annexes=())).tables[1]
    rows = table._tbl.findall(qn("w:tr"))
    heads = [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows]

    assert heads == [True] * 3 + [False] * 9  # two rows of titles, one of numbers, eight subjects, the sum
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


@pytest.mark.parametrize("note", ["", "Đơn vị tính: vụ việc"])
def test_what_belongs_together_of_a_table_is_on_one_page(note):
    report = a_report(sections=(Section("a", "A", (a_table(note=note), a_paragraph("p", "Hết."))),), annexes=())
    rows = opened(report).tables[1]._tbl.findall(qn("w:tr"))
    kept = [all(p.find(qn("w:keepNext")) is not None for p in row.iter(qn("w:pPr"))) for row in rows]

    heads_and_first_subject, subjects, last_subject_and_sum = [True] * 4, [False] * 6, [True, bool(note)]
    assert kept == heads_and_first_subject + subjects + last_subject_and_sum


def test_each_table_is_as_wide_as_its_page():
    document = opened(a_report())
    widths = [
        sum(int(column.get(qn("w:w"))) for column in table._tbl.iter(qn("w:gridCol"))) / 56.6929
        for table in document.tables
    ]

    assert [round(width) for width in widths] == [165, 165, 165, 252, 165]


def test_charts_are_pictures_with_words_for_those_who_cannot_see_them():
    document = opened(a_report())

    assert len(document.inline_shapes) == 4
    assert {round(shape.width / Mm(1)) for shape in document.inline_shapes} == {165}
    described = [element.get("descr") for element in document.element.body.iter(qn("wp:docPr"))]
    assert described[1].startswith("Vụ việc theo lĩnh vực và tình trạng (vụ việc). Đất đai")


def test_words_stand_in_reading_order():
    words = [text for text in texts(opened(a_report())) if text]

    order = [
        words.index(text)
        for text in (
            "BÁO CÁO",
            "I. TÌNH HÌNH TƯ TƯỞNG, TÂM TRẠNG NHÂN DÂN",
            "IV. KIẾN NGHỊ, ĐỀ XUẤT",
            "TM. BAN THƯỜNG TRỰC",
            "Phụ lục I",
            "Phụ lục II",
        )
    ]
    assert order == sorted(order)
    assert "{{" not in "".join(words)


def test_a_report_without_a_signatory_has_dots_in_place_of_the_name():
    words = texts(opened(a_report(signature=Signature(SigningForm.HEAD, "", "Chủ tịch", ""))))

    assert "." * 34 in words


def test_words_that_look_like_a_template_or_a_tag_are_printed_as_they_are():
    text = "{{ 7*7 }} {% for x in y %} <w:p/> & \" ' ]]>"
    words = texts(opened(a_report(sections=(Section("a", text, (a_paragraph("p", text),)),), header={"subject": text})))

    assert f"I. {text.upper()}" in words
    assert text in words


def test_an_administrators_template_governs_fonts_and_what_else_it_says():
    def change(document):
        document.styles["BC Nội dung"].font.size = Pt(13)
        document.add_paragraph("Điện thoại: 0262 3 000 000")

    document = opened(a_report(annexes=()), edited(shipped_template(Layout.FRONT), change))

    assert "Điện thoại: 0262 3 000 000" in texts(document)
    assert document.styles["BC Nội dung"].font.size == Pt(13)


def test_a_broken_template_makes_no_document():
    def change(document):
        document.add_paragraph("{{ khong_co }}")

    with pytest.raises(BadTemplate, match="khong_co"):
        write_docx(a_report(), edited(shipped_template(Layout.FRONT), change))


def test_a_template_reaches_nothing_but_its_words():
    def change(document):
        document.add_paragraph("{{ body.__class__.__mro__[1].__subclasses__() }}")

    with pytest.raises(BadTemplate):
        write_docx(a_report(), edited(shipped_template(Layout.FRONT), change))


def test_a_long_table_is_all_there():
    words = texts(
        opened(a_report(sections=(Section("a", "A", (an_overdue_table(300), a_paragraph("p", "x"))),), annexes=()))
    )

    assert len([word for word in words if word == "UBND xã Ea Súp"]) == 300


def _before_the_signature(report, template=None):
    """The elements of the page up to the table that holds the signature, nearest first, and that table."""
    document = opened(report, template)
    signed = next(table._tbl for table in document.tables if "Nơi nhận" in table.cell(0, 0).text)
    return list(signed.itersiblings(preceding=True)), signed


def _kept(element) -> bool:
    paragraphs = list(element.iter(qn("w:pPr")))
    return bool(paragraphs) and all(form.find(qn("w:keepNext")) is not None for form in paragraphs)


@pytest.mark.parametrize("layout", Layout)
def test_the_signature_stands_on_one_page_with_the_last_paragraph(layout):
    before, signed = _before_the_signature(a_report(layout))
    last = next(at for at, element in enumerate(before) if "".join(element.itertext()).strip())

    assert all(_kept(element) for element in before[: last + 1])
    assert signed.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


def test_the_signature_stands_on_one_page_with_the_end_of_a_last_table():
    document = opened(a_report(annexes=()))
    writer_keeps = BodyWriter(
        style_ids(document), MEASURES[Layout.FRONT], lambda _: b"", lambda _: "", draft=False, changed_mark="*"
    ).blocks
    grid = next(
        b for b in page_of(a_report(sections=(Section("a", "A", (a_table(note=""),)),))).blocks if isinstance(b, Grid)
    )

    kept, loose = (writer_keeps((grid,), width_mm=160, keep_last=last) for last in (True, False))

    assert (
        kept.count("<w:keepNext/>") == loose.count("<w:keepNext/>") + len(grid.columns) + 1
    )  # last row, and the line below it


def test_a_table_that_ends_the_report_stays_with_the_mark_of_its_end():
    rows = opened(a_report(sections=(Section("a", "A", (a_table(note=""),)),), annexes=())).tables[1]._tbl
    last = rows.findall(qn("w:tr"))[-1]

    assert all(form.find(qn("w:keepNext")) is not None for form in last.iter(qn("w:pPr")))
