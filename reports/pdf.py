"""The PDF: the fixed legal layout, set by typst from `data/report.typ`, with the fonts embedded, as PDF/A-2b."""

from __future__ import annotations

from datetime import datetime
from importlib import resources
from typing import Any, Final

import msgspec
import typst

from reports.charts import described, draw
from reports.errors import ReportError
from reports.grids import Grid
from reports.layouts import EMBEDDED_FONT, MEASURES
from reports.numbers import breakable
from reports.page import Lines, Picture, Printed, by_line, page_of
from reports.typefaces import font_folder
from reports.value import Report
from texts import LOCAL, say

STANDARD: Final = "a-2b"
"""For archives: fonts inside, nothing fetched, no script. Source: ISO 19005-2."""


def write_pdf(report: Report) -> bytes:
    """
    Return the report as PDF. The same report gives the same bytes: its date and id come from the value.

    Raises:
        FontMissing: the letters to embed are not there.
    """
    folder = font_folder()
    page = page_of(report)
    taken = report.period.taken_at
    data = {
        "page": msgspec.to_builtins(page)
        | {
            "blocks": [_block(block) for block in page.blocks],
            "annexes": [
                msgspec.to_builtins(annex) | {"blocks": [_block(block) for block in annex.blocks]}
                for annex in page.annexes
            ],
        },
        "measures": msgspec.to_builtins(MEASURES[report.layout])
        | {"text_width": MEASURES[report.layout].text_width_mm},
        "font": EMBEDDED_FONT,
        "title": f"{page.type_name} {page.subject}".replace("\n", " "),
        "author": " ".join((*page.superior, *page.issuing)),
        "made": _moment(taken),
        "changed_mark": say("document-changed-mark"),
    }
    source = resources.files("reports").joinpath("data/report.typ").read_bytes()
    try:
        made = typst.compile(
            source,
            font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]),
            ignore_system_fonts=True,
            sys_inputs={"data": msgspec.json.encode(data).decode()},
            pdf_standards=STANDARD,
            timestamp=taken,
        )
    except typst.TypstError as error:
        raise ReportError(f"the PDF of {report.key} could not be set: {error.message}") from error
    if not isinstance(made, bytes):
        raise ReportError(f"the PDF of {report.key} came out in pieces")
    return made


def _moment(moment: datetime) -> dict[str, int]:
    local = moment.astimezone(LOCAL)
    return {name: getattr(local, name) for name in ("year", "month", "day", "hour", "minute")}


def _block(block: Printed) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(block)
    match block:
        case Picture():
            return {
                "type": "chart",
                "title": block.title,
                "unit": block.unit,
                "note": block.note,
                "svg": draw(block.chart),
                "described": described(block.chart),
            }
        case Grid():
            for row in data["rows"]:
                row["cells"] = [breakable(cell) for cell in row["cells"]]
        case Lines():
            data["lines"] = [
                [msgspec.to_builtins(words) | {"text": breakable(words.text)} for words in line]
                for line in by_line(block.runs)
            ]
    return data
