"""
Writes the Word templates that are shipped: `python -m reports.data.make_templates`.

An administrator changes a copy of them in Word; these stay as the rules want them. Measures come from
`reports.layouts`, so that a new rule is changed in one place and both formats follow.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from reports.docx_template import STYLES, Role
from reports.layouts import FONT, MEASURES, PAGE_HEIGHT_MM, PAGE_WIDTH_MM, Measures
from reports.value import Layout
from reports.zipping import same_bytes
from texts import say

FOLDER: Final = Path(__file__).parent
MADE: Final = datetime(2026, 1, 1)  # noqa: DTZ001  # core properties of a template: a constant, no moment
CENTRED: Final = WD_ALIGN_PARAGRAPH.CENTER


def make(layout: Layout) -> bytes:
    """Return the template of a layout as a Word file, always the same bytes."""
    measures = MEASURES[layout]
    document = Document()
    document.element.body.clear_content()
    _page(document, measures)
    _styles(document, measures)
    _head(document, layout, measures)
    _titles(document, layout, measures)
    _add(document, "{{ body }}", size=measures.body_size)
    _add(document, "", size=6)
    _closing(document, layout, measures)
    _add(document, "{{ annexes }}", size=measures.body_size)
    properties = document.core_properties
    properties.author, properties.comments, properties.title = "", "", ""
    properties.created = properties.modified = MADE
    _without_leftovers(document)
    made = io.BytesIO()
    document.save(made)
    return same_bytes(made.getvalue())


def _without_leftovers(document: DocumentObject) -> None:
    """
    Take away what the library's own template carries and no report needs: four fifths of the file.

    A picture of an empty page; an empty bibliography; a hundred styles of tables; and the second set of styles that
    Word 2010 wrote for Word 2007, which must not differ from the first, or Word may offer to repair the file.
    """
    part = document.part
    for rels, kinds in ((part.package.rels, ("/thumbnail",)), (part.rels, ("/stylesWithEffects", "/customXml"))):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(kinds)]:
            del rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) != "1":
            styles.remove(style)


def _page(document: DocumentObject, measures: Measures) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH_MM), Mm(PAGE_HEIGHT_MM)
    section.top_margin, section.bottom_margin = Mm(measures.top_mm), Mm(measures.bottom_mm)
    section.left_margin, section.right_margin = Mm(measures.left_mm), Mm(measures.right_mm)
    section.header_distance = section.footer_distance = Mm(10)
    # The first page carries no number.
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRED
    _field(paragraph, "PAGE", measures.page_number_size)


def _field(paragraph: Paragraph, code: str, size: float) -> None:
    for kind, text in (("begin", None), (None, code), ("end", None)):
        run = paragraph.add_run()
        run.font.size = Pt(size)
        if kind is None:
            element = OxmlElement("w:instrText")
            element.text = text
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)  # noqa: SLF001  # fields have no public way in


def _styles(document: DocumentObject, measures: Measures) -> None:
    """Define what the body is written in; an administrator changes these in Word's list of styles."""
    # What Word's own defaults would add: an English dictionary and the theme's fonts.
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), "vi-VN")
    _style(document, "Normal", size=measures.body_size)
    text: dict[str, Any] = {
        "size": measures.body_size,
        "after": measures.paragraph_gap,
        "pitch": measures.pitch,
        "indent": measures.indent_mm,
    }
    _style(document, STYLES[Role.BODY], justified=True, **text)
    _style(document, STYLES[Role.ITEM], justified=True, **text)
    _style(document, STYLES[Role.HEADING_1], bold=True, keep=True, **text)
    _style(document, STYLES[Role.HEADING_2], bold=True, keep=True, **text)
    _style(document, STYLES[Role.HEADING_3], keep=True, **text)
    _style(
        document,
        STYLES[Role.TABLE_TITLE],
        size=measures.table_size + 1,
        bold=True,
        centred=True,
        keep=True,
        before=8,
        after=4,
    )
    _style(document, STYLES[Role.UNIT], size=measures.table_size - 1, italic=True, centred=True, keep=True, after=3)
    _style(document, STYLES[Role.CELL], size=measures.table_size)
    _style(document, STYLES[Role.NOTE], size=measures.table_size - 1, italic=True, before=3, after=8)
    _style(document, STYLES[Role.CHART], size=measures.body_size, centred=True)
    _style(document, STYLES[Role.ANNEX], size=measures.annex_size, bold=True, centred=True, keep=True, after=3)


def _style(
    document: DocumentObject, name: str, *, size: float, bold: bool = False, italic: bool = False,
    centred: bool = False, justified: bool = False, keep: bool = False, indent: float = 0, before: float = 0,
    after: float = 0, pitch: float = 0,
) -> None:  # fmt: skip
    try:
        style = document.styles[name]
    except KeyError:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.quick_style, style.hidden = True, False
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    fonts = " ".join(f'w:{slot}="{FONT}"' for slot in ("ascii", "hAnsi", "cs", "eastAsia"))
    properties.append(parse_xml(f"<w:rFonts {nsdecls('w')} {fonts}/>"))
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.keep_with_next, form.widow_control = keep, True
    form.first_line_indent = Mm(indent) if indent else None
    form.alignment = CENTRED if centred else WD_ALIGN_PARAGRAPH.JUSTIFY if justified else WD_ALIGN_PARAGRAPH.LEFT
    if pitch:
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(pitch)
    else:
        form.line_spacing = 1.0


def _head(document: DocumentObject, layout: Layout, measures: Measures) -> None:
    width = measures.text_width_mm
    left, right = width * measures.left_share, width * (1 - measures.left_share)
    # Number and day stand on one line, however many lines either side has above: a second row.
    cells, below = _pairs(document, (left, right), 2)
    for cell in (cells[0], below[0]):
        room = parse_xml(f'<w:tcMar {nsdecls("w")}><w:right w:w="113" w:type="dxa"/></w:tcMar>')
        cell._tc.get_or_add_tcPr().append(room)  # noqa: SLF001  # a long name must not touch the motto
    _loop(cells[0], "superior", size=measures.superior_size)
    _loop(cells[0], "issuing", size=measures.issuing_size, bold=True)
    if layout is Layout.PARTY:
        _add(cells[0], "*", size=measures.issuing_size, centred=True)
    else:
        _rule(cells[0], left, left * 0.4)
    _add(below[0], "{{ number }}", size=measures.number_size, centred=True, before=4)
    for name in ("urgency", "draft"):
        _add(below[0], f"{{%p if {name} %}}")
        _add(below[0], "", size=3)  # two boxed paragraphs that touch would share one box
        boxed = _add(below[0], f"{{{{ {name} }}}}", size=13, bold=True, centred=True, before=4)
        _boxed(boxed, left)
        _add(below[0], "{%p endif %}")
    if layout is Layout.FRONT:
        _add(cells[1], say("document-front-title"), size=measures.title_size, bold=True, centred=True)
        _add(cells[1], say("document-front-motto"), size=measures.motto_size, bold=True, centred=True)
        _rule(cells[1], right, 57)
    else:
        _add(cells[1], say("document-party-title"), size=measures.title_size, bold=True, centred=True)
        _rule(cells[1], right, 74)
    _add(below[1], "{{ dated }}", size=measures.dated_size, italic=True, centred=True, before=4)
    for cell in (*cells, *below):
        _drop_first(cell)


def _titles(document: DocumentObject, layout: Layout, measures: Measures) -> None:
    _add(document, say("document-type"), size=measures.type_size, bold=True, centred=True, before=12)
    _loop(document, "subject", size=measures.subject_size, bold=True)
    if layout is Layout.FRONT:
        _rule(document, measures.text_width_mm, measures.text_width_mm * 0.25)
    else:
        _add(document, "-----", size=measures.subject_size, centred=True)
    _loop(document, "under_subject", size=13, italic=True, before=3)
    _add(document, "{%p if addressed %}")
    _add(document, "{{ addressed }}", size=measures.body_size, centred=True, before=6)
    _add(document, "{%p endif %}")
    _add(document, "", size=6)


def _closing(document: DocumentObject, layout: Layout, measures: Measures) -> None:
    half = measures.text_width_mm / 2
    (cells,) = _pairs(document, (half, half), 1)
    title = _add(cells[0], say("document-recipients"), size=measures.recipients_title_size)
    run = title.runs[0]
    if layout is Layout.PARTY:
        run.underline = True
    else:
        run.bold = run.italic = True
    _loop(cells[0], "recipients", size=measures.recipients_size, centred=False)
    _loop(cells[1], "signing", size=measures.body_size, bold=True)
    # The post is not bold in a Party document.
    _add(cells[1], "{{ post }}", size=measures.body_size, bold=layout is Layout.FRONT, centred=True)
    for _ in range(4):
        _add(cells[1], "", size=measures.body_size, centred=True)
    _add(cells[1], "{{ signer }}", size=measures.body_size, bold=True, centred=True)
    for cell in cells:
        _drop_first(cell)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _pairs(document: DocumentObject, widths: tuple[float, float], rows: int) -> list[tuple[_Cell, _Cell]]:
    """Add a table of rows of two cells without lines and without room inside; no row breaks across pages."""
    table: Table = document.add_table(rows=rows, cols=2)
    table.autofit = False
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    # Margins must stand before tblLook, which says which parts of a named style apply: nothing of a table without one.
    table._tblPr.remove(table._tblPr.find(qn("w:tblLook")))  # noqa: SLF001
    table._tblPr.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))  # noqa: SLF001
    for at, width in enumerate(widths):
        table.columns[at].width = Mm(width)
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    return [(row.cells[0], row.cells[1]) for row in table.rows]


def _add(
    where: Any, text: str, *, size: float = 14, bold: bool = False, italic: bool = False, centred: bool = False,
    before: float = 0,
) -> Paragraph:  # fmt: skip
    paragraph: Paragraph = where.add_paragraph()
    paragraph.paragraph_format.space_before = Pt(before)
    paragraph.paragraph_format.space_after = Pt(0)
    if centred:
        paragraph.alignment = CENTRED
    if text:
        run = paragraph.add_run(text)
        run.font.size, run.font.bold, run.font.italic = Pt(size), bold or None, italic or None
    else:  # an empty line is as high as its mark
        mark = parse_xml(f'<w:rPr {nsdecls("w")}><w:sz w:val="{round(size * 2)}"/></w:rPr>')
        paragraph._p.get_or_add_pPr().append(mark)  # noqa: SLF001
    return paragraph


def _loop(where: Any, name: str, *, centred: bool = True, **form: Any) -> None:
    _add(where, f"{{%p for line in {name} %}}")
    _add(where, "{{ line }}", centred=centred, **form)
    _add(where, "{%p endfor %}")


def _rule(where: Any, width: float, length: float) -> None:
    """Add a line of that length (mm), centred in that width."""
    paragraph = _add(where, "", size=2)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm((width - length) / 2)
    _border(paragraph, ("bottom",), space=0)


def _boxed(paragraph: Paragraph, width: float) -> None:
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm((width - 34) / 2)
    _border(paragraph, ("top", "left", "bottom", "right"), space=2)


def _border(paragraph: Paragraph, sides: Iterable[str], *, space: int) -> None:
    lines = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="{space}" w:color="000000"/>' for side in sides)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001
    properties.insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>"), "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _drop_first(cell: _Cell) -> None:
    """Take away the empty paragraph that a new cell begins with."""
    first = cell.paragraphs[0]._p  # noqa: SLF001
    first.getparent().remove(first)


def main() -> None:
    """Write both templates beside this file."""
    for layout in Layout:
        (FOLDER / f"{layout}.docx").write_bytes(make(layout))


if __name__ == "__main__":
    main()
