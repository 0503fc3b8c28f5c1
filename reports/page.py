"""
What stands on the pages, before any format: headings numbered, numbers written, fixed words added, empty things gone.

PDF and DOCX are made from one `Page`, so that they cannot say different things.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct, structs

from reports.grids import Grid, grid_of
from reports.layouts import MEASURES, PAGE_HEIGHT_MM, PAGE_WIDTH_MM, Measures
from reports.numbers import (
    clean,
    count_words,
    day_number,
    day_words,
    figure_words,
    letter,
    month_number,
    roman,
)
from reports.value import (
    Annex,
    Block,
    Chart,
    Column,
    ColumnKind,
    Figure,
    Header,
    Layout,
    Paragraph,
    PointMap,
    Report,
    Row,
    Run,
    Section,
    Signature,
    SigningForm,
    Table,
    Urgency,
)
from texts import moment_words, say

BLANK_NUMBER: Final = "\u00a0" * 7
BLANK_DAY: Final = "\u00a0" * 5
CHANGED_ID: Final = "changed_figures"


class Heading(Struct, frozen=True, tag="heading"):
    """A heading with its number; `level` is 1 (I.), 2 (1.) or 3 (a))."""

    level: int
    text: str


class Words(Struct, frozen=True):
    """A run as printed; `figure` is empty where the text shows none."""

    text: str
    bold: bool = False
    italic: bool = False
    figure: str = ""
    changed: bool = False


def by_line(runs: tuple[Words, ...]) -> list[list[Words]]:
    """Return the runs of each line that somebody ended with a line break; without runs, nothing."""
    lines: list[list[Words]] = [[]] if runs else []
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(structs.replace(run, text=first))
        lines.extend([structs.replace(run, text=text)] for text in others)
    return lines


class Lines(Struct, frozen=True, tag="paragraph"):
    """
    A paragraph as printed; `hint` alone is shown where the officer has not written yet.

    `leads`: it stands on one page with what follows: it announces a list, or the mark of the end.
    """

    id: str
    runs: tuple[Words, ...]
    hint: str = ""
    item: bool = False
    leads: bool = False


class Picture(Struct, frozen=True, tag="chart"):
    """A chart to be drawn by `reports.charts`."""

    id: str
    title: str
    unit: str
    note: str
    chart: Chart


Printed = Heading | Lines | Grid | Picture


class PrintedAnnex(Struct, frozen=True):
    """An annex on its own pages; `label` is "Phụ lục I", `belongs` says to which report."""

    label: str
    title: str
    belongs: str
    landscape: bool
    blocks: tuple[Printed, ...]


class Page(Struct, frozen=True):
    """All words of the document in their places."""

    layout: Layout
    superior: tuple[str, ...]
    issuing: tuple[str, ...]
    number: str
    title: str
    motto: str
    dated: str
    urgency: str
    draft: str
    type_name: str
    subject: str
    under_subject: tuple[str, ...]
    addressed: str
    blocks: tuple[Printed, ...]
    signing: tuple[str, ...]
    signer: str
    recipients_title: str
    recipients: tuple[str, ...]
    annexes: tuple[PrintedAnnex, ...]


def page_of(report: Report, language: str = "vi") -> Page:
    """Return what is printed of the report."""
    layout, header, period = report.layout, report.header, report.period
    figures = {figure.key: figure for figure in report.figures}
    printer = _Printer(figures, MEASURES[layout], language, draft=report.draft)
    under = [say("document-corrects", language, {"what": clean(header.corrects)})] if header.corrects else []
    under.append(
        say(
            "document-period",
            language,
            {"first": day_words(period.first), "last": day_words(period.last), "taken": moment_words(period.taken_at)},
        )
    )
    number = BLANK_NUMBER if header.number is None else count_words(header.number, padded=True).replace(".", "")
    dated = {
        "place": clean(header.place),
        "day": day_number(header.dated) if header.dated else BLANK_DAY,
        "month": month_number(header.dated) if header.dated else BLANK_DAY,
        "year": str(header.dated.year if header.dated else header.year),
    }
    annexes = report.annexes + _changed_annex(report, language)
    return Page(
        layout=layout,
        superior=tuple(clean(line).upper() for line in header.superior_body),
        issuing=tuple(clean(line).upper() for line in header.issuing_body),
        number=say(f"document-{layout}-number", language, {"number": number, "symbol": clean(header.symbol)}),
        title=say(f"document-{layout}-title", language),
        motto=say("document-front-motto", language) if layout is Layout.FRONT else "",
        dated=say("document-dated", language, dated),
        urgency="" if header.urgency is Urgency.NONE else say(f"document-urgency-{header.urgency}", language),
        draft=say("document-draft", language) if report.draft else "",
        type_name=say("document-type", language),
        subject=_subject(report),
        under_subject=tuple(under),
        addressed=say("document-addressed", language, {"committee": clean(header.addressed_to)})
        if header.addressed_to
        else "",
        blocks=_with_end(tuple(printer.sections(report.sections, 1)), say(f"document-{layout}-end", language)),
        signing=_signing_lines(report.signature, layout, language),
        signer=clean(report.signature.name),
        recipients_title=say("document-recipients", language),
        recipients=_recipient_lines(report, language),
        annexes=tuple(
            PrintedAnnex(
                label=say("document-annex", language, {"number": roman(at)}) if len(annexes) > 1 else _alone(language),
                title=clean(annex.title).upper(),
                belongs=_belongs(header, number, dated, language) if layout is Layout.FRONT else "",
                landscape=annex.landscape,
                blocks=tuple(printer.blocks(annex.blocks, landscape=annex.landscape)),
            )
            for at, annex in enumerate(annexes, 1)
        ),
    )


def _subject(report: Report) -> str:
    """Return the subject line; the Party's begins with a small letter. Source: domain reference §5.8."""
    text = clean(report.header.subject)
    return text if report.layout is Layout.FRONT else text[:1].lower() + text[1:]


def _belongs(header: Header, number: str, dated: dict[str, str], language: str) -> str:
    """
    Return the line that ties an annex to its report, with room where the hand enters number and day.

    Source: NĐ 30/2020/NĐ-CP, Annex I, part II, section III. What the Party's rules want there is not known.
    """
    key = "document-annex-of-issuer" if header.issuer else "document-annex-of"
    values = dated | {"number": number, "symbol": clean(header.symbol), "issuer": clean(header.issuer)}
    return say(key, language, values)


def _alone(language: str) -> str:
    """The label of an only annex carries no number. Source: NĐ 30/2020/NĐ-CP, Annex I, part III."""
    return say("document-annex", language, {"number": ""}).strip()


class _Printer:
    """Turns sections and blocks into what is printed; holds what that needs to know of the report."""

    def __init__(self, figures: dict[str, Figure], measures: Measures, language: str, *, draft: bool) -> None:
        self._figures, self._measures, self._language, self._draft = figures, measures, language, draft
        self._changed = {key for key, figure in figures.items() if figure.change is not None}

    def sections(self, sections: tuple[Section, ...], level: int) -> Iterator[Printed]:
        """Yield headings and blocks in reading order. A section with nothing under it has no heading either."""
        number = 0
        for section in sections:
            below = [*self.blocks(section.blocks), *self.sections(section.sections, level + 1)]
            if not below:
                continue
            if section.title:
                number += 1
                yield Heading(level, _numbered(clean(section.title), number, level))
            yield from below

    def blocks(self, blocks: tuple[Block, ...], *, landscape: bool = False) -> Iterator[Printed]:
        for block in blocks:
            match block:
                case Paragraph():
                    if block.text.strip():
                        leads = not block.item and block.text.rstrip().endswith(":")
                        yield Lines(block.id, tuple(map(self._words, block.runs)), item=block.item, leads=leads)
                    elif self._draft:
                        hint = say("document-hint", self._language, {"hint": clean(block.hint) or "…"})
                        yield Lines(block.id, (), hint=hint, item=block.item)
                case Table():
                    room = PAGE_HEIGHT_MM - PAGE_WIDTH_MM if landscape else 0
                    width, size = self._measures.text_width_mm + room, self._measures.table_size
                    yield grid_of(block, width_mm=width, size=size, language=self._language, changed=self._changed)
                case _ if shows_something(block):
                    unit = say("document-unit", self._language, {"unit": clean(block.unit)}) if block.unit else ""
                    yield Picture(block.id, clean(block.title), unit, clean(block.note), block)

    def _words(self, run: Run) -> Words:
        figure = self._figures.get(run.figure) if run.figure else None
        return Words(
            clean(run.text),
            bold=run.bold,
            italic=run.italic,
            figure=run.figure or "",
            changed=figure is not None and figure.change is not None,
        )


def shows_something(chart: Chart) -> bool:
    """Return whether there is anything to draw; an empty period has no chart rather than an empty frame."""
    if isinstance(chart, PointMap):
        return any(point.value for point in chart.points)
    return any(value for series in chart.series for value in series.values)


def _numbered(title: str, number: int, level: int) -> str:
    match level:
        case 1:
            return f"{roman(number)}. {title.upper()}"
        case 2:
            return f"{number}. {title}"
        case _:
            return f"{letter(number)}) {title}"


def _with_end(blocks: tuple[Printed, ...], end: str) -> tuple[Printed, ...]:
    """Put the mark of the end behind the last word, in place of its full stop."""
    last = blocks[-1] if blocks else None
    if not isinstance(last, Lines) or not last.runs:
        if end == ".":
            return blocks
        if isinstance(last, Lines):  # a draft's hint: the mark alone would begin a page
            blocks = (*blocks[:-1], structs.replace(last, leads=True))
        return (*blocks, Lines("", (Words(end),)))
    final = last.runs[-1]
    text = final.text.rstrip()
    text = text if text.endswith(end) else text.rstrip(".") + end
    if final.figure:  # the number itself stays comparable
        runs = (*last.runs, Words(end))
    else:
        runs = (*last.runs[:-1], Words(text, final.bold, final.italic))
    return (*blocks[:-1], Lines(last.id, runs, item=last.item))


def _signing_lines(signature: Signature, layout: Layout, language: str) -> tuple[str, ...]:
    post = clean(signature.post).upper()
    if signature.form is SigningForm.HEAD:
        return (post,)
    form = say(f"document-{layout}-form-{signature.form}", language)
    if signature.form is SigningForm.ACTING:
        return (f"{form} {post}",)
    above: tuple[str, ...] = ()
    if signature.board and signature.form is not SigningForm.ON_BEHALF:
        collective = say(f"document-{layout}-form-{SigningForm.ON_BEHALF}", language)
        above = (f"{collective} {clean(signature.board).upper()}",)
    return (*above, f"{form} {clean(signature.for_whom).upper()}", post)


def _recipient_lines(report: Report, language: str) -> tuple[str, ...]:
    """
    One line a recipient: semicolons (Front) or commas (Party), the copy on file last with a full stop.

    Whom a report is addressed to, after "Kính gửi:", is not named again. Source: NĐ 30/2020/NĐ-CP, Annex I, II.9.
    """
    stop = ";" if report.layout is Layout.FRONT else ","
    to = clean(report.header.addressed_to)
    names = [
        clean(recipient.name) + (f" ({clean(recipient.purpose)})" if recipient.purpose else "")
        for recipient in report.recipients
        if clean(recipient.name) != to
    ]
    above = say("document-as-above", language)
    if to and above not in names:
        names.insert(0, above)
    lines = [f"- {name}{stop}" for name in names]
    filing = say("document-filing", language, {"where": clean(report.filing).rstrip(".")})
    if report.layout is Layout.PARTY:
        filing = filing.replace(":", "")
    return (*lines, f"- {filing}.")


def _changed_annex(report: Report, language: str) -> tuple[Annex, ...]:
    """Return the annex that owns up to every figure that an officer has changed; nothing without such."""
    changed = [(figure, figure.change) for figure in report.figures if figure.change is not None]
    if not changed:
        return ()
    titles = ("figure", "source", "reported", "reason", "on")
    widths = (4.0, 1.4, 1.4, 4.0, 1.5)
    kinds = (ColumnKind.TEXT, ColumnKind.ORDINAL, ColumnKind.ORDINAL, ColumnKind.TEXT, ColumnKind.ORDINAL)
    columns = tuple(
        Column(say(f"document-changed-{title}", language), kind, width)
        for title, kind, width in zip(titles, kinds, widths, strict=True)
    )
    rows = tuple(
        _changed_row(figure, change.source_value, change.reason, moment_words(change.at)) for figure, change in changed
    )
    note = Paragraph(f"{CHANGED_ID}_note", (Run(say("document-changed-note", language)),))
    table = Table(CHANGED_ID, "", columns, rows)
    return (Annex(CHANGED_ID, say("document-changed-title", language), (note, table)),)


def _changed_row(figure: Figure, source: float | None, reason: str, on: str) -> Row:
    cells = (figure.label, figure_words(figure, source), figure_words(figure, figure.value), reason, on)
    return Row(cells)
