"""
What is different between a report and the draft that came back from Word, and the report with the new sentences.

Only sentences are taken over. Headings, tables and the head are the program's; a changed cell of a table is shown, so
that nobody believes it was taken over.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from reports.grids import Grid
from reports.marks import bookmark_name
from reports.numbers import parsed_number
from reports.page import Heading, Lines, Page, Picture, Printed, page_of
from reports.returned import ReturnedDraft, ReturnedParagraph
from reports.value import Annex, Block, Paragraph, Report, Run, Section


class SentenceChange(Struct, frozen=True):
    """A paragraph whose words are others now; `after` is empty where it was emptied or deleted."""

    id: str
    before: str
    after: str


class FigureFound(Struct, frozen=True):
    """A figure that is not as it was sent: other digits, or gone (`after` is empty, `value` None)."""

    paragraph: str
    key: str
    before: str
    after: str
    value: float | int | None


class Added(Struct, frozen=True):
    """A paragraph that was not there; it follows the paragraph `after` and is not taken over by itself."""

    after: str
    text: str


class CellChange(Struct, frozen=True):
    """A cell changed in Word, which is not taken over: `row` and `column` counted from 1 under the head."""

    table: str
    row: int
    column: int
    before: str
    after: str


class Comparison(Struct, frozen=True):
    """Everything that is different. `other_report` tells that the file is a draft of another report."""

    other_report: bool
    sentences: tuple[SentenceChange, ...]
    figures: tuple[FigureFound, ...]
    added: tuple[Added, ...]
    cells: tuple[CellChange, ...]

    @property
    def nothing(self) -> bool:
        return not (self.sentences or self.figures or self.added or self.cells)


def compare(report: Report, returned: ReturnedDraft) -> Comparison:
    """Return what is different from the report as it was sent out."""
    page = page_of(report)
    printed, own_words = _paragraphs(page), _own_words(page)
    return Comparison(
        other_report=bool(returned.bookmark) and returned.bookmark != bookmark_name(report.key),
        sentences=tuple(_sentences(printed, returned)),
        figures=tuple(_figures(printed, returned)),
        added=tuple(
            Added(loose.after, loose.text) for loose in returned.loose if loose.after and loose.text not in own_words
        ),
        cells=tuple(_cells(page, returned)),
    )


def with_sentences(report: Report, returned: ReturnedDraft) -> Report:
    """
    Return the report with the words of the returned paragraphs; everything else stays.

    A figure keeps its key while its digits stand in the paragraph, even where Word has lost the mark. A paragraph that
    is not in the file any more is emptied: in an issued document it is then not printed.
    """
    printed = _paragraphs(page_of(report))

    def renewed(paragraph: Paragraph) -> Paragraph:
        before = printed.get(paragraph.id)
        if before is None:  # not printed, so nobody could change it
            return paragraph
        after = _without_extras(before, returned.paragraphs.get(paragraph.id))
        if _words(after) == _words_sent(before):
            return paragraph
        return replace(paragraph, runs=_with_figures(after, paragraph))

    def renewed_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(renewed(block) if isinstance(block, Paragraph) else block for block in blocks)

    def renewed_section(section: Section) -> Section:
        return replace(
            section,
            blocks=renewed_blocks(section.blocks),
            sections=tuple(renewed_section(below) for below in section.sections),
        )

    annexes: tuple[Annex, ...] = tuple(replace(annex, blocks=renewed_blocks(annex.blocks)) for annex in report.annexes)
    return replace(report, sections=tuple(map(renewed_section, report.sections)), annexes=annexes)


def _all_blocks(page: Page) -> Iterator[Printed]:
    yield from page.blocks
    for annex in page.annexes:
        yield from annex.blocks


def _paragraphs(page: Page) -> dict[str, Lines]:
    """Return what an officer may change, by id."""
    return {block.id: block for block in _all_blocks(page) if isinstance(block, Lines) and block.id}


def _sentences(printed: dict[str, Lines], returned: ReturnedDraft) -> Iterator[SentenceChange]:
    for id, lines in printed.items():
        before, after = _words_sent(lines), _words(_without_extras(lines, returned.paragraphs.get(id)))
        if before != after:
            yield SentenceChange(id, before, after)


def _figures(printed: dict[str, Lines], returned: ReturnedDraft) -> Iterator[FigureFound]:
    for id, lines in printed.items():
        came = returned.paragraphs.get(id)
        marked = came.figures if came else {}
        words = came.text.replace("\u00a0", " ") if came else ""
        for run in lines.runs:
            if not run.figure:
                continue
            after = marked.get(run.figure)
            if after is None and _stands_in(run.text, words):
                continue  # the mark is lost, the digits are there
            if after is None or after.strip() != run.text.strip():
                yield FigureFound(id, run.figure, run.text, (after or "").strip(), parsed_number(after or ""))


def _cells(page: Page, returned: ReturnedDraft) -> Iterator[CellChange]:
    for block in _all_blocks(page):
        if not isinstance(block, Grid) or block.id not in returned.tables:
            continue
        for number, (row, came) in enumerate(zip(block.rows, returned.tables[block.id].rows, strict=False), 1):
            for column, (before, after) in enumerate(zip(row.cells, came, strict=False), 1):
                if _plain(before) != _plain(after):
                    yield CellChange(block.id, number, column, before, after)


def _own_words(page: Page) -> frozenset[str]:
    """Paragraphs of ours that carry no id: headings, titles, notes, what stands around the body."""
    words = [page.type_name, *page.subject.split("\n"), *page.under_subject, page.addressed, "-----"]
    words += [word for annex in page.annexes for word in (annex.label, annex.title, annex.belongs)]
    for block in _all_blocks(page):
        match block:
            case Heading():
                words.append(block.text)
            case Grid():
                words += [block.title, block.note]
            case Picture():
                words += [block.title, block.unit, block.note]
            case Lines() if not block.id:
                words.append("".join(run.text for run in block.runs))
    return frozenset(_plain(word) for word in words)


def _as_returned(lines: Lines) -> ReturnedParagraph:
    """What comes back of a paragraph that nobody has touched."""
    if not lines.runs:
        return ReturnedParagraph((Run(lines.hint),))
    dash = (Run("- "),) if lines.item else ()
    runs = (Run(word.text, word.figure or None, word.bold, word.italic) for word in lines.runs)
    return ReturnedParagraph((*dash, *runs))


def _without_extras(lines: Lines, came: ReturnedParagraph | None) -> tuple[Run, ...]:
    """Take away what the page has added to the officer's words: the dash, the hint, the mark of the end."""
    if came is None:
        return ()
    if lines.hint and _plain(came.text) == _plain(lines.hint):
        return ()
    runs = [run for run in came.runs if run.text]
    if lines.hint:  # written over the hint, whose letters are slanted
        runs = [replace(run, italic=False) for run in runs]
    if lines.item and runs and runs[0].text.lstrip().startswith("-") and not runs[0].figure:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip()[1:].lstrip())
    if runs and not runs[-1].figure and runs[-1].text.rstrip().endswith("./."):
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip().removesuffix("/."))
    return tuple(run for run in runs if run.text)


def _with_figures(runs: tuple[Run, ...], paragraph: Paragraph) -> tuple[Run, ...]:
    """Give figures back their keys where Word has lost the marks, and join neighbours of the same form."""
    lost = [run for run in paragraph.runs if run.figure and run.figure not in {new.figure for new in runs}]
    found = list(runs)
    for figure in lost:
        for at, run in enumerate(found):
            if run.figure is None and _stands_in(figure.text, run.text):
                before, after = _split(run.text, figure.text)
                pieces = (replace(run, text=before), replace(run, text=figure.text, figure=figure.figure))
                found[at : at + 1] = [*pieces, replace(run, text=after)]
                break
    joined: list[Run] = []
    for run in found:
        last = joined[-1] if joined else None
        if last and not last.figure and not run.figure and (last.bold, last.italic) == (run.bold, run.italic):
            joined[-1] = replace(last, text=last.text + run.text)
        elif run.text:
            joined.append(run)
    return tuple(joined)


def _stands_in(number: str, text: str) -> bool:
    return _place(number, text) >= 0


def _split(text: str, number: str) -> tuple[str, str]:
    at = _place(number, text)
    return text[:at], text[at + len(number) :]


def _place(number: str, text: str) -> int:
    """Return where the digits stand by themselves, not inside a longer number; -1 if nowhere."""
    at = text.find(number)
    while at >= 0:
        before, after = text[:at], text[at + len(number) :]
        inside = before[-1:].isdigit() or (before[-1:] in ".," and before[-2:-1].isdigit()) or after[:1].isdigit()
        if not inside and not (after[:1] in set(".,") and after[1:2].isdigit()):
            return at
        at = text.find(number, at + 1)
    return -1


def _words_sent(lines: Lines) -> str:
    return _words(_without_extras(lines, _as_returned(lines)))


def _words(runs: tuple[Run, ...]) -> str:
    return _plain("".join(run.text for run in runs))


def _plain(text: str) -> str:
    """Spaces of every kind are one: Word puts its own in while lines are broken and joined."""
    return " ".join(text.replace("\u200b", "").split())
