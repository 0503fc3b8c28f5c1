"""A broken Word template is refused with the reason, before the night it is needed."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.shared import Mm

from reports.docx_template import Problem, check_template, shipped_template
from reports.value import Layout

FRONT = shipped_template(Layout.FRONT)


def edited(change, template: bytes = FRONT) -> bytes:
    document = Document(io.BytesIO(template))
    change(document)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def keys(content: bytes, layout: Layout = Layout.FRONT) -> list[str]:
    return [problem.key for problem in check_template(content, layout)]


def without(text: str):
    def change(document):
        for paragraph in document.paragraphs:
            if text in paragraph.text:
                paragraph._p.getparent().remove(paragraph._p)

    return change


@pytest.mark.parametrize("layout", Layout)
def test_the_shipped_templates_are_fine(layout):
    assert check_template(shipped_template(layout), layout) == ()


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", FRONT[:-2000]], ids=["empty", "stub", "pdf", "cut"])
def test_what_word_cannot_open_is_refused(content):
    assert keys(content) == ["template-not-word"]


def test_a_zip_that_is_no_document_is_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("word/document.xml", "<a/>")

    assert keys(made.getvalue()) == ["template-not-word"]


def test_macros_are_refused():
    made = io.BytesIO(FRONT)
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("word/vbaProject.bin", b"x")

    assert keys(made.getvalue()) == ["template-macros"]


def test_a_bomb_is_refused_before_it_is_unpacked():
    made = io.BytesIO(FRONT)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/big.bin", bytes(70_000_000))

    assert keys(made.getvalue()) == ["template-too-big"]


def test_a_mistake_inside_braces_is_shown():
    (problem,) = check_template(
        edited(lambda document: document.add_paragraph("Kính gửi {{ dated | }} x")), Layout.FRONT
    )

    assert problem.key == "template-syntax"
    assert "{{ dated | }}" in problem.words("vi")


def test_an_unclosed_loop_is_refused():
    assert keys(edited(lambda document: document.add_paragraph("{%p for x in recipients %}"))) == ["template-syntax"]


def test_a_name_that_is_not_known_is_named():
    (problem,) = check_template(edited(lambda document: document.add_paragraph("{{ chu_tich }}")), Layout.FRONT)

    assert problem == Problem("template-unknown-name", {"name": "chu_tich"})
    assert problem.words("vi") == "Hệ thống không biết tên “chu_tich” trong dấu ngoặc nhọn."


def test_a_template_without_the_body_is_refused():
    assert keys(edited(without("{{ body }}"))) == ["template-missing-name"]


def test_the_body_must_stand_alone():
    def change(document):
        paragraph = next(one for one in document.paragraphs if "{{ body }}" in one.text)
        paragraph.add_run(" và hết.")

    assert keys(edited(change)) == ["template-misplaced"]


def test_a_missing_style_is_named():
    def change(document):
        style = document.styles["BC Nội dung"]
        style._element.getparent().remove(style._element)

    (problem,) = check_template(edited(change), Layout.FRONT)

    assert problem == Problem("template-missing-style", {"name": "BC Nội dung"})


@pytest.mark.parametrize(("made_for", "used_for"), [(Layout.FRONT, Layout.PARTY), (Layout.PARTY, Layout.FRONT)])
def test_a_template_of_the_other_layout_is_refused(made_for, used_for):
    assert set(keys(shipped_template(made_for), used_for)) == {"template-other-layout"}


def test_margins_against_the_rule_are_said_and_not_fatal():
    def change(document):
        document.sections[0].left_margin = Mm(20)
        document.sections[0].page_width = Mm(216)

    problems = check_template(edited(change), Layout.FRONT)

    assert [(problem.key, problem.fatal) for problem in problems] == [
        ("template-paper", False),
        ("template-margin", False),
    ]
    assert problems[1].words("vi") == "Lề trái là 20 mm; quy định từ 30 đến 35 mm."
