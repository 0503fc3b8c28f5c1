"""
What officers changed in a draft, laid over the compiled value: sentences as they wrote them, figures marked.

A paragraph comes back as plain text, from Word or from a page. Its figures are found again by comparing it with what
was compiled; another number in a figure's place changes that figure everywhere in the report, keeps what was
compiled, and needs a reason. Pure.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec

from reports.numbers import figure_words
from reports.value import Annex, Block, Figure, FigureChange, Paragraph, Report, Row, Run, Section, Table

_TOKEN: Final = re.compile(r"\d+(?:[.,/:]\d+)*%?|[^\W\d]+|\s+|.", re.DOTALL)
_NUMBER: Final = re.compile(r"\d[\d.,]*%?")
_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?%?|\d+(?:,\d+)?%?")


@dataclass(frozen=True, slots=True)
class NumberChange:
    """Another number than compiled. `figure` is the key, '' for a number in a sentence that is no figure."""

    figure: str
    source: str
    value: str


@dataclass(frozen=True, slots=True)
class Edit:
    """How one paragraph reads now. `by` is the officer's account."""

    paragraph: str
    text: str
    changes: tuple[NumberChange, ...]
    reason: str
    by: str
    at: datetime

    @property
    def changes_figures(self) -> bool:
        """Whether a figure of the report was changed, and not only a sentence."""
        return any(change.figure for change in self.changes)


def paragraphs(report: Report) -> dict[str, Paragraph]:
    """Return every paragraph of the sections by id: what an officer may edit."""
    return {block.id: block for block in _blocks(report.sections) if isinstance(block, Paragraph)}


def _blocks(sections: Sequence[Section]) -> Iterator[Block]:
    for section in sections:
        yield from section.blocks
        yield from _blocks(section.sections)


def compare(source: Paragraph, text: str) -> tuple[NumberChange, ...]:
    """Return which numbers of a paragraph read otherwise in its new text, figures first."""
    _, changes = _aligned(source, text)
    return tuple(sorted(changes, key=lambda change: change.figure == ""))


def parse_number(words: str) -> float | None:
    """Return the number that prose writes as 2.403, 08 or 72,5%; None for what is none."""
    if not _GROUPED.fullmatch(words.strip()):
        return None
    plain = words.strip().rstrip("%").replace(".", "").replace(",", ".")
    number = float(plain)
    return int(number) if number.is_integer() and "," not in words else number


def applied(report: Report, edits: Sequence[Edit]) -> Report:
    """Return the report with the edits in it: the same edits give the same value."""
    if not edits:
        return report
    changed = _changed_figures(report, edits)
    by_id = {edit.paragraph: edit for edit in edits}
    return msgspec.structs.replace(
        report,
        figures=tuple(changed.get(figure.key, figure) for figure in report.figures),
        sections=tuple(_section(section, by_id, changed) for section in report.sections),
        annexes=tuple(_annex(annex, changed) for annex in report.annexes),
    )


def _changed_figures(report: Report, edits: Sequence[Edit]) -> dict[str, Figure]:
    known = {figure.key: figure for figure in report.figures}
    changed: dict[str, Figure] = {}
    for edit in sorted(edits, key=lambda edit: (edit.at, edit.paragraph)):
        for change in edit.changes:
            figure = known.get(change.figure)
            number = parse_number(change.value)
            if figure is not None and number is not None:
                note = FigureChange(figure.value, edit.reason, edit.by, edit.at)
                changed[figure.key] = msgspec.structs.replace(figure, value=number, change=note)
    return changed


def _section(section: Section, edits: Mapping[str, Edit], changed: Mapping[str, Figure]) -> Section:
    return msgspec.structs.replace(
        section,
        blocks=tuple(_block(block, edits, changed) for block in section.blocks),
        sections=tuple(_section(below, edits, changed) for below in section.sections),
    )


def _annex(annex: Annex, changed: Mapping[str, Figure]) -> Annex:
    return msgspec.structs.replace(annex, blocks=tuple(_block(block, {}, changed) for block in annex.blocks))


def _block(block: Block, edits: Mapping[str, Edit], changed: Mapping[str, Figure]) -> Block:
    if isinstance(block, Table):
        return (
            msgspec.structs.replace(block, rows=tuple(_row(row, changed) for row in block.rows)) if changed else block
        )
    if not isinstance(block, Paragraph):
        return block
    edit = edits.get(block.id)
    runs = block.runs
    if edit is not None:
        runs, _ = _aligned(block, edit.text)
    return msgspec.structs.replace(block, runs=tuple(_run(run, changed) for run in runs))


def _row(row: Row, changed: Mapping[str, Figure]) -> Row:
    if not any(key in changed for key in row.figures if key):
        return row
    cells = [
        changed[key].value if key is not None and key in changed else cell
        for cell, key in zip(row.cells, (*row.figures, *(None,) * (len(row.cells) - len(row.figures))), strict=True)
    ]
    return msgspec.structs.replace(row, cells=tuple(cells))


def _run(run: Run, changed: Mapping[str, Figure]) -> Run:
    figure = changed.get(run.figure) if run.figure else None
    return msgspec.structs.replace(run, text=figure_words(figure, figure.value)) if figure is not None else run


# --- Finding figures again --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    figure: str | None = None
    bold: bool = False
    italic: bool = False


def _tokens(paragraph: Paragraph) -> list[_Token]:
    found = []
    for run in paragraph.runs:
        if run.figure is not None:
            found.append(_Token(run.text, run.figure, run.bold, run.italic))
        else:
            found += [_Token(part, None, run.bold, run.italic) for part in _TOKEN.findall(run.text)]
    return found


def _aligned(source: Paragraph, text: str) -> tuple[tuple[Run, ...], list[NumberChange]]:
    """Return the text as runs with its figures, and which numbers differ."""
    old, new = _tokens(source), _TOKEN.findall(text.strip())
    figures: dict[int, _Token] = {}
    changes: list[NumberChange] = []
    matcher = difflib.SequenceMatcher(None, [token.text for token in old], new, autojunk=False)
    for _, i1, i2, j1, j2 in matcher.get_opcodes():
        if [token.text for token in old[i1:i2]] == new[j1:j2]:
            figures |= {j1 + n: token for n, token in enumerate(old[i1:i2]) if token.figure is not None}
            continue
        before = [token for token in old[i1:i2] if _NUMBER.fullmatch(token.text)]
        after = [n for n in range(j1, j2) if _NUMBER.fullmatch(new[n])]
        for token, place in zip(before, after, strict=False):
            if token.figure is not None and parse_number(new[place]) is not None:
                figures[place] = token
            if token.text != new[place]:
                changes.append(NumberChange(token.figure or "", token.text, new[place]))
        changes += [NumberChange("", token.text, "") for token in before[len(after) :]]
        changes += [NumberChange("", "", new[place]) for place in after[len(before) :]]
    return tuple(_runs(new, figures)), changes


def _runs(new: Sequence[str], figures: Mapping[int, _Token]) -> Iterator[Run]:
    waiting = ""
    for place, part in enumerate(new):
        token = figures.get(place)
        if token is None:
            waiting += part
            continue
        if waiting:
            yield Run(waiting)
            waiting = ""
        yield Run(part, figure=token.figure, bold=token.bold, italic=token.italic)
    if waiting:
        yield Run(waiting)
