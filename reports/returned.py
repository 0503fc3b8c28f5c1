"""
A draft that comes back from Word: its paragraphs by id with their figures, and the cells of its tables.

What is different from what was sent out is found by `reports.comparison`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from docx import Document
from docx.oxml.ns import qn
from msgspec import Struct

from reports.docx_template import MAX_UNPACKED_BYTES
from reports.errors import NotADraft
from reports.marks import (
    FIGURE_TAG,
    PARAGRAPH_BOOKMARK,
    PARAGRAPH_TAG,
    REPORT_BOOKMARK,
    TABLE_BOOKMARK,
    VERSION_BOOKMARK,
)
from reports.numbers import clean
from reports.value import Run
from texts import say

MAX_DRAFT_BYTES: Final = 20_000_000
_VERSION_DIGITS: Final = 12

_SKIPPED: Final = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), qn("w:sdtPr"), qn("w:drawing")})
"""What Word keeps of deleted words (followed changes), and what holds no words."""


class ReturnedParagraph(Struct, frozen=True):
    """A paragraph as it came back; several paragraphs under one id are joined by line breaks."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def figures(self) -> dict[str, str]:
        """Texts of the figures that are still marked as such, by key."""
        return {run.figure: run.text for run in self.runs if run.figure}


class LooseParagraph(Struct, frozen=True):
    """A paragraph without an id, and the id of the one before it (empty above the first)."""

    after: str
    text: str


class ReturnedTable(Struct, frozen=True):
    """The rows under the head of a table, each cell as text; a joined cell stands once."""

    rows: tuple[tuple[str, ...], ...]


class ReturnedDraft(Struct, frozen=True):
    """
    Everything read; `bookmark` tells of which report (`marks.bookmark_name`), empty when the mark is gone.

    `version` is the state of the draft that the file was made of, 0 when its mark is gone.
    """

    bookmark: str
    paragraphs: dict[str, ReturnedParagraph]
    loose: tuple[LooseParagraph, ...]
    tables: dict[str, ReturnedTable]
    version: int = 0


def read_docx(content: bytes) -> ReturnedDraft:
    """
    Return the paragraphs of a draft that was changed in Word (or LibreOffice), by id.

    Raises:
        NotADraft: no Word document, too big, or without a single paragraph of ours.
    """
    body = _body(content)
    reader = _Reader(say("document-changed-mark"))
    reader.read(body)
    if not reader.paragraphs:
        raise NotADraft("the file has no paragraph of a draft")
    return ReturnedDraft(
        bookmark=reader.bookmark,
        paragraphs={id: ReturnedParagraph(tuple(runs)) for id, runs in reader.paragraphs.items()},
        loose=tuple(reader.loose),
        tables=reader.tables,
        version=reader.version,
    )


def _body(content: bytes) -> Any:
    if len(content) > MAX_DRAFT_BYTES:
        raise NotADraft("the file is too big")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            unpacked = sum(info.file_size for info in package.infolist())
        # Anything may come out of a broken file; the answer is the same.
        body = Document(io.BytesIO(content)).element.body if unpacked <= MAX_UNPACKED_BYTES else None
    except Exception as error:
        raise NotADraft("the file is no Word document") from error
    if body is None:
        raise NotADraft("the file unfolds to too much")
    return body


class _Reader:
    """Walks through the body once, in reading order."""

    def __init__(self, changed_mark: str) -> None:
        self._changed_mark = changed_mark
        self.bookmark = ""
        self.version = 0
        self.paragraphs: dict[str, list[Run]] = {}
        self.loose: list[LooseParagraph] = []
        self.tables: dict[str, ReturnedTable] = {}
        self._last_id = ""
        self._open: tuple[str, str] | None = None
        """Id of the paragraph whose bookmark has begun, and the bookmark's number."""

    def read(self, container: Any, inside: str = "") -> None:
        for element in container:
            match element.tag:
                case tag if tag == qn("w:p"):
                    self._paragraph(element, inside)
                case tag if tag == qn("w:sdt"):
                    named = _tag_of(element)
                    id = named.removeprefix(PARAGRAPH_TAG) if named.startswith(PARAGRAPH_TAG) else inside
                    content = element.find(qn("w:sdtContent"))
                    if content is not None:
                        self.read(content, id)
                case tag if tag == qn("w:tbl"):
                    self._table(element)
                case tag if tag == qn("w:bookmarkStart"):
                    self._report_mark(element.get(qn("w:name"), ""))
                case tag if tag in {qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}:
                    self.read(element, inside)

    def _report_mark(self, name: str) -> None:
        if name.startswith(REPORT_BOOKMARK):
            self.bookmark = name
        elif name.startswith(VERSION_BOOKMARK) and name[2:].isdecimal() and len(name) < _VERSION_DIGITS:
            self.version = int(name[2:])

    def _paragraph(self, paragraph: Any, inside: str) -> None:
        for start in paragraph.iter(qn("w:bookmarkStart")):
            name = start.get(qn("w:name"), "")
            self._report_mark(name)
            if name.startswith(PARAGRAPH_BOOKMARK):
                self._open = name.removeprefix(PARAGRAPH_BOOKMARK), start.get(qn("w:id"), "")
        # A program that loses controls may tag the paragraph from within.
        tags = [_tag_of(control) for control in paragraph.iter(qn("w:sdt"))]
        within = next((tag.removeprefix(PARAGRAPH_TAG) for tag in tags if tag.startswith(PARAGRAPH_TAG)), "")
        id = inside or within or (self._open[0] if self._open else "")
        runs = list(self._runs(paragraph, None))
        if id:
            known = self.paragraphs.setdefault(id, [])
            if known and runs:
                known.append(Run("\n"))
            known.extend(runs)
            self._last_id = id
        elif (text := _collapsed(runs)) != "":
            self.loose.append(LooseParagraph(self._last_id, text))
        if self._open and any(end.get(qn("w:id")) == self._open[1] for end in paragraph.iter(qn("w:bookmarkEnd"))):
            self._open = None

    def _runs(self, element: Any, figure: str | None) -> Iterator[Run]:
        for child in element:
            if child.tag in _SKIPPED:
                continue
            if child.tag == qn("w:r"):
                run = _run(child, figure)
                if run.text and not (run.text.strip() == self._changed_mark and _superscript(child)):
                    yield run
            elif child.tag == qn("w:sdt"):
                tag = _tag_of(child)
                content = child.find(qn("w:sdtContent"))
                if content is not None:
                    key = tag.removeprefix(FIGURE_TAG) if tag.startswith(FIGURE_TAG) else figure
                    yield from _joined(self._runs(content, key)) if key else self._runs(content, key)
            else:
                yield from self._runs(child, figure)

    def _table(self, table: Any) -> None:
        marks = (start.get(qn("w:name"), "") for start in table.iter(qn("w:bookmarkStart")))
        id = next((name.removeprefix(TABLE_BOOKMARK) for name in marks if name.startswith(TABLE_BOOKMARK)), "")
        if not id:
            return
        rows = [
            tuple(
                " ".join(_collapsed(list(self._runs(paragraph, None))) for paragraph in cell.iter(qn("w:p"))).strip()
                for cell in row.iter(qn("w:tc"))
            )
            for row in table.iter(qn("w:tr"))
            if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None
        ]
        self.tables[id] = ReturnedTable(tuple(rows))


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """Make one run of a figure's pieces: Word splits words where somebody has typed."""
    pieces = list(runs)
    if pieces:
        yield Run("".join(piece.text for piece in pieces), pieces[0].figure, pieces[0].bold, pieces[0].italic)


def _run(element: Any, figure: str | None) -> Run:
    text = []
    for child in element:
        if child.tag == qn("w:t"):
            text.append(child.text or "")
        elif child.tag in {qn("w:br"), qn("w:cr")}:
            text.append("\n")
        elif child.tag == qn("w:tab"):
            text.append(" ")
        elif child.tag == qn("w:noBreakHyphen"):
            text.append("-")
    return Run(clean("".join(text)), figure, bold=_is_on(element, "w:b"), italic=_is_on(element, "w:i"))


def _is_on(run: Any, name: str) -> bool:
    form = run.find(f"{qn('w:rPr')}/{qn(name)}")
    return form is not None and form.get(qn("w:val"), "true") not in {"0", "false", "off"}


def _superscript(run: Any) -> bool:
    form = run.find(f"{qn('w:rPr')}/{qn('w:vertAlign')}")
    return form is not None and form.get(qn("w:val")) == "superscript"


def _tag_of(control: Any) -> str:
    tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
    return "" if tag is None else str(tag.get(qn("w:val"), ""))


def _collapsed(runs: list[Run]) -> str:
    return " ".join("".join(run.text for run in runs).split())
