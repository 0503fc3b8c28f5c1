"""The DOCX: the words of a report in the administrator's Word template, or in the one that is shipped."""

from __future__ import annotations

import copy
import io
import zipfile
from typing import Any, Final

import resvg_py
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from reports.docx_body import TWIPS_PER_MM, BodyWriter
from reports.docx_template import OWN_PARAGRAPH, environment, marker_of, open_template, shipped_template, style_ids
from reports.errors import BadTemplate
from reports.layouts import EMBEDDED_FONT, MEASURES
from reports.marks import VERSION_BOOKMARK, bookmark_name
from reports.page import Page, page_of
from reports.sketch import WIDTH
from reports.typefaces import font_folder
from reports.value import Report
from reports.zipping import LEVEL, entry
from texts import LOCAL, say

SHARPNESS: Final = 2
"""Pixels per unit of a drawing: 1,320 over 165 mm are 203 dots an inch."""

DOTS: Final = "." * 34
"""Where a name would stand."""

BEFORE_PAGE_NUMBERS: Final = ("w:lnNumType", "w:pgBorders", "w:paperSrc", "w:pgMar")
"""
What stands before the numbering in a section's properties, nearest first; Word takes them in this order only.
Source: ECMA-376 part 1, 17.6.17 (sectPr) (read 2026-11).
"""


def write_docx(report: Report, template: bytes | None = None) -> bytes:
    """
    Return the report as a Word document. The same report and template give the same bytes.

    Args:
        template: a checked Word template; None takes the one that is shipped for the layout.

    Raises:
        BadTemplate: the template cannot be used; nothing was made.
        FontMissing: the letters of the charts are not there.
    """
    content = shipped_template(report.layout) if template is None else template
    word = open_template(content, report.layout)
    page = page_of(report)
    try:
        word.render(_context(page), jinja_env=environment(), autoescape=True)
    except TemplateError as error:
        raise BadTemplate([f"the template cannot be filled: {error}"]) from error
    places = _fill(word, report, page)
    properties = word.docx.core_properties
    moment = report.period.taken_at.astimezone(LOCAL).replace(tzinfo=None)
    properties.created = properties.modified = moment
    properties.title = f"{page.type_name} {page.subject}".replace("\n", " ")[:255]
    properties.author = properties.last_modified_by = " ".join((*page.superior, *page.issuing))[:255]
    properties.identifier, properties.revision, properties.language = report.key[:255], 1, "vi-VN"
    made = io.BytesIO()
    word.save(made)
    return _with_places(made.getvalue(), places)


def png_of(svg: str, *, zoom: int = SHARPNESS, fonts: str = "") -> bytes:
    """Return a drawing of `reports.charts` as PNG on white, with the letters that are shipped (in folder `fonts`)."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        font_dirs=[fonts or str(font_folder())],
        skip_system_fonts=True,
        font_family=EMBEDDED_FONT,
        background="white",
        width=WIDTH * zoom,
    )


def _context(page: Page) -> dict[str, Any]:
    return {
        "superior": list(page.superior),
        "issuing": list(page.issuing),
        "number": page.number,
        "title": page.title,
        "motto": page.motto,
        "dated": page.dated,
        "urgency": page.urgency,
        "draft": page.draft,
        "type_name": page.type_name,
        "subject": page.subject.split("\n"),
        "under_subject": list(page.under_subject),
        "addressed": page.addressed,
        "signing": list(page.signing[:-1]),
        "post": page.signing[-1],
        "signer": page.signer or DOTS,
        "recipients": list(page.recipients),
    } | {name: marker_of(name) for name in OWN_PARAGRAPH}


def _fill(word: DocxTemplate, report: Report, page: Page) -> dict[str, str]:
    """Put marks in the places of the body and the annexes, and return the XML that is to stand in place of each."""
    document = word.docx
    section = document.sections[0]
    wide, tall = section.page_width or Mm(210), section.page_height or Mm(297)
    sides = (section.left_margin or 0) + (section.right_margin or 0)
    fonts = str(font_folder())
    writer = BodyWriter(
        style_ids(document),
        MEASURES[report.layout],
        lambda svg: png_of(svg, fonts=fonts),
        lambda png: str(document.part.get_or_add_image(png)[0]),
        draft=report.draft,
        changed_mark=say("document-changed-mark"),
    )
    upright, lying = (wide - sides) / Mm(1), (tall - sides) / Mm(1)
    places = {
        _place(document, "body"): writer.bookmark(bookmark_name(report.key))
        + (writer.bookmark(f"{VERSION_BOOKMARK}{report.version}") if report.version else "")
        + writer.blocks(page.blocks, width_mm=upright, keep_last=True),
        _place(document, "annexes"): "",
    }
    _hold_closing(document)
    last = document.element.body.sectPr
    for at, annex in enumerate(page.annexes):
        # A section ends with a paragraph that holds its properties; the last one's stand at the end of the body.
        closing = parse_xml(
            f'<w:p {nsdecls("w")}><w:pPr><w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
        )
        closing.pPr.append(copy.deepcopy(last))
        last.addprevious(closing)
        _turn(last, wide, tall, landscape=annex.landscape)
        last.addprevious(_mark(f"annex-{at}"))
        width = lying if annex.landscape else upright
        places[f"annex-{at}"] = writer.annex_title(annex.label, annex.title, annex.belongs) + writer.blocks(
            annex.blocks, width_mm=width
        )
    return places


def _place(document: Any, name: str) -> str:
    """Put a mark in place of the paragraph that holds the name, and return the name."""
    marker = marker_of(name)
    paragraph = next(paragraph._p for paragraph in document.paragraphs if paragraph.text.strip() == marker)  # noqa: SLF001
    paragraph.addprevious(_mark(name))
    paragraph.getparent().remove(paragraph)
    return name


def _hold_closing(document: Any) -> None:
    """Keep what stands between body and annexes with its signature on one page, in every template."""
    body, annexes = (document.element.body.find(f"{qn('w:bookmarkEnd')}[@{qn('w:id')}='{n}']") for n in OWN_PARAGRAPH)
    for element in body.itersiblings():
        if element is annexes:
            break
        if element.tag == qn("w:tbl"):
            for row in element.iter(qn("w:tr")):
                properties = row.get_or_add_trPr()
                if properties.find(qn("w:cantSplit")) is None:
                    properties.append(OxmlElement("w:cantSplit"))
        elif element.tag == qn("w:p") and element.getnext() is not annexes:
            element.get_or_add_pPr().get_or_add_keepNext()


def _mark(name: str) -> Any:
    """Return an element that no template holds (its id is no number) and that is written the same way always."""
    element = OxmlElement("w:bookmarkEnd")
    element.set(qn("w:id"), name)
    return element


def _turn(properties: Any, wide: int, tall: int, *, landscape: bool) -> None:
    """Make the last section's properties those of an annex: numbers from 1, upright or lying, heads as before."""
    for tag in ("w:headerReference", "w:footerReference", "w:pgNumType", "w:type"):
        for element in properties.findall(qn(tag)):
            properties.remove(element)
    size = properties.find(qn("w:pgSz"))
    width, height = (tall, wide) if landscape else (wide, tall)
    size.set(qn("w:w"), str(round(width / Mm(1) * TWIPS_PER_MM)))
    size.set(qn("w:h"), str(round(height / Mm(1) * TWIPS_PER_MM)))
    if landscape:
        size.set(qn("w:orient"), "landscape")
    else:
        size.attrib.pop(qn("w:orient"), None)
    before = [found for tag in BEFORE_PAGE_NUMBERS if (found := properties.find(qn(tag))) is not None]
    before[0].addnext(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))


def _with_places(package: bytes, places: dict[str, str]) -> bytes:
    """Return the package with the XML of each mark in its place: as text, ten times as fast as moving elements."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(made, "w") as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "word/document.xml":
                for name, xml in places.items():
                    content = content.replace(f'<w:bookmarkEnd w:id="{name}"/>'.encode(), xml.encode())
            target.writestr(entry(info.filename), content, compresslevel=LEVEL)
    return made.getvalue()
