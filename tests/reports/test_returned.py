"""A draft comes back from Word: sentences are read by id, figures and cells compared, what Word does to files survived."""

from __future__ import annotations

import copy
import functools
import io

import pytest
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from reports.comparison import Added, CellChange, FigureFound, SentenceChange, compare, with_sentences
from reports.errors import NotADraft
from reports.returned import read_docx
from reports.value import Layout, Paragraph, Run
from reports.word import write_docx
from tests.reports.samples import a_report

DRAFT = a_report(draft=True)


@functools.cache
def sent() -> bytes:
    return write_docx(DRAFT)


def came_back(change):
    document = Document(io.BytesIO(sent()))
    change(document.element.body)
    made = io.BytesIO()
    document.save(made)
    return read_docx(made.getvalue())


def control(body, tag: str):
    return next(one.getparent().getparent() for one in body.iter(qn("w:tag")) if one.get(qn("w:val")) == tag)


def set_text(element, text: str) -> None:
    """Put the text in the first run and empty the others, as somebody does who types over all of it."""
    nodes = list(element.iter(qn("w:t")))
    nodes[0].text = text
    for node in nodes[1:]:
        node.text = ""


def unwrap(element) -> None:
    """Take a control away and leave what it held, as other programs do."""
    for child in list(element.find(qn("w:sdtContent"))):
        element.addprevious(child)
    element.getparent().remove(element)


def paragraph_of(report, id: str) -> Paragraph:
    def inside(sections):
        for section in sections:
            yield from section.blocks
            yield from inside(section.sections)

    return next(block for block in inside(report.sections) if block.id == id)


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("layout", Layout)
def test_an_untouched_draft_has_no_difference(layout, draft):
    report = a_report(layout, draft=draft)
    returned = read_docx(write_docx(report))

    assert compare(report, returned).nothing
    assert with_sentences(report, returned) == report


def test_a_changed_sentence_is_read_by_its_id():
    returned = came_back(lambda body: set_text(control(body, "p:roads_1"), "Đường liên thôn đã có 14 xã phản ánh."))

    assert compare(DRAFT, returned).sentences == (
        SentenceChange(
            "roads_1",
            "Đường liên thôn hư hỏng được 512 người phản ánh tại 14 xã.",
            "Đường liên thôn đã có 14 xã phản ánh.",
        ),
    )
    assert paragraph_of(with_sentences(DRAFT, returned), "roads_1").runs == (
        Run("Đường liên thôn đã có 14 xã phản ánh."),
    )


def test_what_is_written_over_a_hint_is_a_sentence_in_plain_letters():
    returned = came_back(lambda body: set_text(control(body, "p:proposals_1"), "Đề nghị UBND tỉnh chỉ đạo."))

    assert paragraph_of(with_sentences(DRAFT, returned), "proposals_1").runs == (Run("Đề nghị UBND tỉnh chỉ đạo."),)


def test_a_changed_figure_is_shown_with_its_number():
    returned = came_back(lambda body: set_text(control(body, "f:overdue"), "115"))

    assert compare(DRAFT, returned).figures == (FigureFound("overview_1", "overdue", "117", "115", 115),)
    assert Run("115", "overdue") in paragraph_of(with_sentences(DRAFT, returned), "overview_1").runs


def test_words_around_a_figure_change_and_the_figure_keeps_its_key():
    def change(body):
        nodes = [node for node in control(body, "p:overview_1").iter(qn("w:t")) if node.text == "; quá hạn "]
        nodes[0].text = "; còn quá hạn "

    returned = came_back(change)

    assert compare(DRAFT, returned).figures == ()
    runs = paragraph_of(with_sentences(DRAFT, returned), "overview_1").runs
    assert [run.figure for run in runs] == [None, "received", None, "hot", None, "on_time", None, "overdue", None]
    assert runs[6].text == "; còn quá hạn "


def test_a_figure_that_was_deleted_is_shown():
    def change(body):
        figure = control(body, "f:hot")
        figure.getparent().remove(figure)

    assert compare(DRAFT, came_back(change)).figures == (FigureFound("overview_1", "hot", "08", "", None),)


def test_a_figure_whose_mark_is_lost_is_found_by_its_digits():
    returned = came_back(lambda body: unwrap(control(body, "f:received")))

    assert compare(DRAFT, returned).nothing
    assert with_sentences(DRAFT, returned) == DRAFT


def test_digits_inside_a_longer_number_are_not_the_figure():
    def change(body):
        set_text(control(body, "f:overdue"), "1.117")
        unwrap(control(body, "f:overdue"))

    (found,) = compare(DRAFT, came_back(change)).figures

    assert (found.key, found.after) == ("overdue", "")


def test_bookmarks_do_where_another_program_has_dropped_the_controls():
    def change(body):
        for tag in [one.get(qn("w:val")) for one in body.iter(qn("w:tag"))]:
            unwrap(control(body, tag))

    returned = came_back(change)

    assert compare(DRAFT, returned).nothing
    assert with_sentences(DRAFT, returned) == DRAFT


def test_controls_do_where_the_bookmarks_are_gone():
    def change(body):
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            for element in list(body.iter(qn(tag))):
                element.getparent().remove(element)

    returned = came_back(change)

    assert (returned.bookmark, compare(DRAFT, returned).nothing) == ("", True)


def test_an_enter_inside_a_paragraph_is_a_line_break():
    def change(body):
        first = control(body, "p:roads_1").find(f"{qn('w:sdtContent')}/{qn('w:p')}")
        second = copy.deepcopy(first)
        set_text(first, "Một.")
        set_text(second, "Hai.")
        first.addnext(second)

    edited = with_sentences(DRAFT, came_back(change))

    assert paragraph_of(edited, "roads_1").text == "Một.\nHai."
    assert compare(edited, read_docx(write_docx(edited))).nothing


def test_a_paragraph_that_was_deleted_is_empty():
    def change(body):
        element = control(body, "p:land_1")
        element.getparent().remove(element)

    returned = came_back(change)

    (found,) = compare(DRAFT, returned).sentences
    assert (found.id, found.after) == ("land_1", "")
    assert paragraph_of(with_sentences(DRAFT, returned), "land_1").runs == ()


def test_a_paragraph_that_was_added_is_shown_with_its_place():
    def change(body):
        control(body, "p:roads_1").addnext(parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>Thêm một đoạn.</w:t></w:r></w:p>"))

    returned = came_back(change)

    assert compare(DRAFT, returned).added == (Added("roads_1", "Thêm một đoạn."),)
    assert with_sentences(DRAFT, returned) == DRAFT


def test_followed_changes_are_read_as_if_accepted():
    def change(body):
        run = next(control(body, "p:roads_1").iter(qn("w:r")))
        deleted, inserted = OxmlElement("w:del"), OxmlElement("w:ins")
        run.addnext(inserted)
        run.addnext(deleted)
        deleted.append(run)
        for node in deleted.iter(qn("w:t")):
            node.tag = qn("w:delText")
        inserted.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>Câu mới.</w:t></w:r>"))

    assert came_back(change).paragraphs["roads_1"].text == "Câu mới."


def test_bold_and_slanted_words_stay_so():
    def change(body):
        run = next(control(body, "p:roads_1").iter(qn("w:r")))
        run.insert(0, parse_xml(f"<w:rPr {nsdecls('w')}><w:b/><w:i w:val='0'/></w:rPr>"))
        set_text(run, "Đậm.")

    assert paragraph_of(with_sentences(DRAFT, came_back(change)), "roads_1").runs == (Run("Đậm.", bold=True),)


def test_a_changed_cell_is_shown_and_not_taken_over():
    def change(body):
        node = next(node for node in body.iter(qn("w:t")) if node.text == "310")
        node.text = "311"

    returned = came_back(change)

    assert compare(DRAFT, returned).cells == (CellChange("by_subject", 1, 3, "310", "311"),)
    assert with_sentences(DRAFT, returned) == DRAFT


def test_a_draft_of_another_report_is_known():
    other = a_report(draft=True, key="tong-hop-66-2026-q2")

    assert compare(other, read_docx(sent())).other_report
    assert not compare(DRAFT, read_docx(sent())).other_report


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda: b"", id="empty"),
        pytest.param(lambda: b"x", id="text"),
        pytest.param(lambda: sent()[:5000], id="cut", marks=pytest.mark.slow),
    ],
)
def test_what_is_no_document_is_refused(content):
    with pytest.raises(NotADraft):
        read_docx(content())


def test_a_document_without_our_paragraphs_is_refused():
    made = io.BytesIO()
    Document().save(made)

    with pytest.raises(NotADraft, match="no paragraph of a draft"):
        read_docx(made.getvalue())
