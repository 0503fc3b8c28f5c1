"""
The body of a report as WordprocessingML: paragraphs that carry their ids, tables, pictures.

Written as text and not with python-docx's objects, which take ten times as long for a table of hundreds of rows. Each
paragraph stands in a locked content control (tag "p:<id>", which an officer cannot delete by accident) and holds a
bookmark (p_<id>, for programs that lose the control); each figure stands in a control of its own (tag "f:<key>").
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import Any, Final

from reports.charts import described, draw
from reports.docx_template import Role
from reports.grids import Grid, GridColumn, GridRow
from reports.layouts import Measures
from reports.marks import FIGURE_TAG, PARAGRAPH_BOOKMARK, PARAGRAPH_TAG, TABLE_BOOKMARK
from reports.page import Heading, Lines, Picture, Printed, Words, by_line
from reports.sketch import WIDTH
from reports.value import RowKind

TWIPS_PER_MM: Final = 56.6929
EMU_PER_MM: Final = 36_000
HEAD_FILL: Final = "EEEEEE"
DRAWING_NAMESPACES: Final = (
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
"""Declared where a picture stands: a template without pictures need not know them."""

ALIGNMENT: Final = {"left": "left", "center": "center", "right": "right"}

FIRST_ID: Final = 20_000
"""Bookmarks and pictures that stand in a template have numbers, too, and Word gives them from 0 up."""

AddPicture = Callable[[io.BytesIO], str]
"""Puts a PNG into the package and returns the id of its relationship."""


class BodyWriter:
    """Writes printed blocks as XML; counts the ids that Word wants to be unique in a file."""

    def __init__(
        self,
        styles: Mapping[Role, str],
        measures: Measures,
        png: Callable[[str], bytes],
        add_picture: AddPicture,
        *,
        draft: bool,
        changed_mark: str,
    ) -> None:
        self._styles, self._measures, self._png, self._add_picture = styles, measures, png, add_picture
        self._draft, self._mark = draft, changed_mark
        self._last_id = FIRST_ID

    def bookmark(self, name: str) -> str:
        """Return an empty bookmark, to stand between paragraphs."""
        number = self._next_id()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'

    def blocks(self, blocks: tuple[Printed, ...], *, width_mm: float, keep_last: bool = False) -> str:
        """Return them as XML; with `keep_last` the last of them stays on one page with what follows."""
        last = len(blocks) - 1 if keep_last else None
        kept = {last}
        if last and isinstance(end := blocks[last], Lines) and not end.id:
            kept.add(last - 1)  # the mark of the end alone: what it ends goes with it
        return "".join(part for at, block in enumerate(blocks) for part in self._block(block, width_mm, at in kept))

    def annex_title(self, label: str, title: str, belongs: str) -> str:
        style = self._styles[Role.ANNEX]
        below = _run(belongs, '<w:b w:val="0"/><w:i/>')
        line = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{below}</w:p>' if belongs else ""
        return self._simple(style, label) + self._simple(style, title) + line

    def _next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def _block(self, block: Printed, width_mm: float, keep: bool) -> Iterator[str]:
        match block:
            case Heading(level, text):
                yield self._simple(self._styles[Role(f"heading-{min(level, 3)}")], text)
            case Lines():
                yield self._lines(block, keep=keep)
            case Grid():
                if block.title:
                    yield self._simple(self._styles[Role.TABLE_TITLE], block.title)
                yield self._grid(block, width_mm, keep=keep)
                # Two tables that touch would become one; the note keeps them apart, else an empty line does.
                yield self._simple(self._styles[Role.NOTE], block.note, keep=keep)
            case Picture():
                yield self._simple(self._styles[Role.TABLE_TITLE], block.title)
                if block.unit:
                    yield self._simple(self._styles[Role.UNIT], block.unit)
                yield self._picture(block, min(width_mm, self._measures.text_width_mm), keep=keep)
                if block.note:
                    yield self._simple(self._styles[Role.NOTE], block.note, keep=keep)

    def _simple(self, style: str, text: str, *, keep: bool = False) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_kept(keep)}</w:pPr>{_run(text) if text else ""}</w:p>'

    def _lines(self, lines: Lines, *, keep: bool) -> str:
        style = self._styles[Role.ITEM if lines.item else Role.BODY]
        paragraph = f'<w:pPr><w:pStyle w:val="{style}"/>{_kept(keep or lines.leads)}</w:pPr>'
        dash = _run("- ") if lines.item else ""
        if lines.runs:
            written = ["".join(map(self._words, line)) for line in by_line(lines.runs)]
            # A line break inside a justified paragraph would pull the words before it apart: a new one begins.
            words = f"</w:p><w:p>{paragraph}".join(written)
        else:
            words = _run(lines.hint, '<w:i/><w:color w:val="595959"/>')
        if not lines.id:
            return f"<w:p>{paragraph}{dash}{words}</w:p>"
        number = self._next_id()
        begin = f'<w:bookmarkStart w:id="{number}" w:name="{PARAGRAPH_BOOKMARK}{lines.id}"/>'
        end = f'<w:bookmarkEnd w:id="{number}"/>'
        return self._control(
            f"{PARAGRAPH_TAG}{lines.id}",
            f"<w:p>{paragraph}{begin}{dash}{words}{end}</w:p>",
            locked=True,
            hint=not lines.runs,
        )

    def _control(self, tag: str, content: str, *, locked: bool = False, hint: bool = False) -> str:
        lock = '<w:lock w:val="sdtLocked"/>' if locked else ""
        # Word takes a hint away as soon as somebody types, with its grey letters.
        shown = "<w:showingPlcHdr/>" if hint else ""
        properties = f'<w:tag w:val="{escape(tag)}"/><w:id w:val="{self._next_id() + 1_000_000}"/>{lock}{shown}'
        return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    def _words(self, words: Words) -> str:
        form = ("<w:b/>" if words.bold else "") + ("<w:i/>" if words.italic else "")
        if words.changed and self._draft:
            form += '<w:highlight w:val="yellow"/>'
        run = _run(words.text, form)
        if words.figure:
            run = self._control(f"{FIGURE_TAG}{words.figure}", run)
        if words.changed:
            run += _run(self._mark, '<w:vertAlign w:val="superscript"/>')
        return run

    def _picture(self, picture: Picture, width_mm: float, *, keep: bool) -> str:
        svg = draw(picture.chart)
        relation = self._add_picture(io.BytesIO(self._png(svg)))
        height_mm = width_mm * _height(svg) / WIDTH
        extent = f'cx="{round(width_mm * EMU_PER_MM)}" cy="{round(height_mm * EMU_PER_MM)}"'
        number = self._next_id()
        words = escape(described(picture.chart))
        drawing = (
            f'<w:drawing><wp:inline {DRAWING_NAMESPACES} distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:docPr id="{number}" name="{picture.id}" descr="{words}"/>'
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{picture.id}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )
        style = self._styles[Role.CHART]
        kept = _kept(keep or bool(picture.note))
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr><w:r>{drawing}</w:r></w:p>'

    def _grid(self, grid: Grid, width_mm: float, *, keep: bool) -> str:
        widths = [round(column.share * width_mm * TWIPS_PER_MM) for column in grid.columns]
        size = f'<w:sz w:val="{round(2 * (self._measures.table_size - 1))}"/>' if grid.small else ""
        mark = self.bookmark(f"{TABLE_BOOKMARK}{grid.id}")
        cells = _Cells(self._styles[Role.CELL], size, widths, mark)
        # A head with a single row under it is no beginning of a table at the end of a page.
        cells.keep = len(grid.rows) > 1
        rows = [cells.head(grid.columns)]
        if grid.numbers:
            rows.append(cells.numbers(grid.numbers))
        for at, (row, after) in enumerate(zip(grid.rows, (*grid.rows[1:], None), strict=True)):
            # A sum never stands alone under a repeated head, nor a note on a page of its own.
            cells.keep = (at == 0 or after.kind is RowKind.TOTAL) if after is not None else keep or bool(grid.note)
            rows.append(cells.row(row, grid.columns))
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        room = "".join(
            f'<w:{side} w:w="{room}" w:type="dxa"/>'
            for side, room in (("top", 40), ("left", 60), ("bottom", 40), ("right", 60))
        )
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{room}</w:tblCellMar>'
            f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )


class _Cells:
    """Writes rows of one table."""

    def __init__(self, style: str, size: str, widths: list[int], mark: str) -> None:
        self._style, self._size, self._widths, self._mark = style, size, widths, mark
        self.keep = False
        """Whether the row written next stays on one page with the one after it."""

    def head(self, columns: tuple[GridColumn, ...]) -> str:
        """One row of titles, or two where columns stand in groups."""
        if not any(column.group for column in columns):
            return _head_row(
                "".join(self._cell(c.title, w, "center", form="<w:b/>", fill=True) for c, w in self._with(columns))
            )
        upper, lower, at = [], [], 0
        while at < len(columns):
            column = columns[at]
            if not column.group:
                form: Any = {"form": "<w:b/>", "fill": True}
                upper.append(
                    self._cell(column.title, self._widths[at], "center", span='<w:vMerge w:val="restart"/>', **form)
                )
                lower.append(self._cell("", self._widths[at], "center", span="<w:vMerge/>", fill=True))
                at += 1
                continue
            end = at
            while end < len(columns) and columns[end].group == column.group:
                width = self._widths[end]
                lower.append(self._cell(columns[end].title, width, "center", form="<w:b/>", fill=True))
                end += 1
            span = f'<w:gridSpan w:val="{end - at}"/>'
            width = sum(self._widths[at:end])
            upper.append(self._cell(column.group, width, "center", span=span, form="<w:b/>", fill=True))
            at = end
        return _head_row("".join(upper)) + _head_row("".join(lower))

    def numbers(self, numbers: tuple[str, ...]) -> str:
        return _head_row(
            "".join(
                self._cell(number, width, "center", form="<w:i/>", fill=True)
                for number, width in zip(numbers, self._widths, strict=True)
            )
        )

    def row(self, row: GridRow, columns: tuple[GridColumn, ...]) -> str:
        if row.kind is RowKind.GROUP:
            span = f'<w:gridSpan w:val="{len(columns)}"/>'
            cells = self._cell(row.cells[0], sum(self._widths), "left", span=span, form="<w:b/>")
            return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        form = "<w:b/>" if row.kind is RowKind.TOTAL else ""
        cells = "".join(
            self._cell(text, width, column.align, form=form)
            for text, column, width in zip(row.cells, columns, self._widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _with(self, columns: tuple[GridColumn, ...]) -> Iterator[tuple[GridColumn, int]]:
        return zip(columns, self._widths, strict=True)

    def _cell(self, text: str, width: int, align: str, *, span: str = "", form: str = "", fill: bool = False) -> str:
        mark, self._mark = self._mark, ""  # the first cell of all carries the table's id
        kept = _kept(self.keep)
        shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{HEAD_FILL}"/>' if fill else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{shade}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{self._style}"/>{kept}<w:jc w:val="{ALIGNMENT[align]}"/></w:pPr>{mark}'
            f"{_run(text, form + self._size) if text else ''}</w:p></w:tc>"
        )


def _head_row(cells: str) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _kept(keep: bool) -> str:
    """Return what holds a paragraph on one page with the next."""
    return "<w:keepNext/>" if keep else ""


def _run(text: str, form: str = "") -> str:
    properties = f"<w:rPr>{form}</w:rPr>" if form else ""
    parts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' for part in text.split("\n"))
    return f"<w:r>{properties}{parts.replace(chr(9), ' ')}</w:r>"


def _height(svg: str) -> float:
    """Return the height of a drawing of ours in its own units."""
    return float(svg.split('height="', 1)[1].split('"', 1)[0])
