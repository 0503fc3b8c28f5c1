"""Files that Word and Excel open without an offer to repair them, by Microsoft's own schema of these formats."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openxml_audit import FileFormat, OpenXmlValidator

from reports.docx_template import shipped_template
from reports.spreadsheet import write_xlsx
from reports.value import Layout
from reports.word import write_docx
from tests.reports.samples import a_report

OLDEST_AND_NEWEST = (FileFormat.OFFICE_2007, FileFormat.MICROSOFT_365)


def objections(content: bytes, path) -> list[str]:
    path.write_bytes(content)
    return [
        f"{error.part_uri} {error.path}: {error.description}"
        for version in OLDEST_AND_NEWEST
        for error in OpenXmlValidator(file_format=version, max_errors=20).validate(path).errors
    ]


def an_administrators_template() -> bytes:
    """What Word leaves in a file: a logo, a bookmark, lines around the page, numbered lines, another paper tray."""
    document = Document(io.BytesIO(shipped_template(Layout.FRONT)))
    picture = io.BytesIO(write_docx(a_report()))
    with zipfile.ZipFile(picture) as package:
        logo = package.read(next(name for name in package.namelist() if name.startswith("word/media/")))
    document.paragraphs[0].add_run().add_picture(io.BytesIO(logo))
    for mark in ("Start", "End"):
        name = ' w:name="_GoBack"' if mark == "Start" else ""
        document.paragraphs[0]._p.append(parse_xml(f'<w:bookmark{mark} {nsdecls("w")} w:id="1"{name}/>'))
    line = '<w:top w:val="single" w:sz="4" w:space="24" w:color="auto"/>'
    margins = document.sections[0]._sectPr.find(qn("w:pgMar"))
    for xml in (
        f'<w:lnNumType {nsdecls("w")} w:countBy="1"/>',
        f"<w:pgBorders {nsdecls('w')}>{line}</w:pgBorders>",
        f'<w:paperSrc {nsdecls("w")} w:first="1"/>',
    ):
        margins.addnext(parse_xml(xml))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize("draft", [True, False])
@pytest.mark.parametrize("layout", Layout)
def test_a_report_and_its_draft_are_word_documents(layout, draft, tmp_path):
    assert objections(write_docx(a_report(layout, draft=draft)), tmp_path / "report.docx") == []


@pytest.mark.parametrize("layout", Layout)
def test_the_shipped_templates_are_word_documents(layout, tmp_path):
    assert objections(shipped_template(layout), tmp_path / "template.docx") == []


def test_a_report_in_a_template_that_word_has_saved_is_a_word_document(tmp_path):
    report = write_docx(a_report(draft=True), an_administrators_template())

    assert objections(report, tmp_path / "report.docx") == []


def test_the_annex_is_an_excel_workbook(tmp_path):
    assert objections(write_xlsx(a_report()), tmp_path / "annex.xlsx") == []


def test_numbers_of_pictures_and_of_controls_are_there_once():
    document = Document(io.BytesIO(write_docx(a_report(draft=True), an_administrators_template())))
    body = document.element.body
    pictures = [picture.get("id") for picture in body.iter(qn("wp:docPr"))]
    controls = [number.get(qn("w:val")) for number in body.iter(qn("w:id")) if number.getparent().tag == qn("w:sdtPr")]

    assert len(pictures) == len(set(pictures)) == 5
    assert len(controls) == len(set(controls)) > 10


def test_what_word_would_repair_is_noticed(tmp_path):
    content, broken = io.BytesIO(write_docx(a_report())), io.BytesIO()
    with zipfile.ZipFile(content) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            right, wrong = b'<w:tblLayout w:type="fixed"/>', b'<w:tblLook w:val="04A0"/><w:tblLayout w:type="fixed"/>'
            target.writestr(name, source.read(name).replace(right, wrong))

    assert any("tblLayout" in found for found in objections(broken.getvalue(), tmp_path / "report.docx"))
