"""
The one value of a report that feeds every format: who reports what to whom, its sections, tables, charts and figures.

Whoever compiles a report builds a `Report` and hands it to `reports.documents`. Words of people are in here already
worded, in Vietnamese; the fixed words of the legal layout (motto, "Nơi nhận", "TM." or "T/M", headings of annexes) are
added by the layouts and never stand in a value. The value holds no name, phone or words of a resident that the reader
of the report may not see: what is in the value is printed.

These are msgspec structs and no dataclasses, because they are also the stored snapshot: `reports.wire` turns them into
JSON and back without a line of code per type. They are frozen and slotted all the same.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import StrEnum
from typing import Final, NamedTuple

from msgspec import Struct

ID_PATTERN: Final = re.compile(r"[a-z][a-z0-9_]{0,34}")
"""What an id of a paragraph, table or chart looks like: Word allows 40 letters, digits and _ in a bookmark's name."""


class Layout(StrEnum):
    """Which rules the page follows. The two are never mixed: "TM.", "Số:" and "./." against "T/M", "Số" and "."."""

    FRONT = "front"
    """NĐ 30/2020/NĐ-CP, Annex I: documents of the Front and of the organisations."""

    PARTY = "party"
    """Hướng dẫn 05-HD/VPTW (2026) and 36-HD/VPTW (2018): documents that a Party committee's own office issues."""


class Urgency(StrEnum):
    """The boxed word under the number."""

    NONE = "none"
    URGENT = "urgent"
    VERY_URGENT = "very-urgent"
    EXPRESS = "express"


class SigningForm(StrEnum):
    """In whose stead the signer signs; the layout writes it its own way ("TM." or "T/M")."""

    HEAD = "head"
    """The head signs for the body itself: nothing stands before the post."""

    ON_BEHALF = "on-behalf"
    """TM., T/M: for a collective, as the Ban Thường trực or a Ban Thường vụ."""

    FOR_THE_HEAD = "for-the-head"
    """KT., K/T: a deputy in the head's stead."""

    BY_ORDER = "by-order"
    """TL., T/L: by order of the head."""

    BY_MANDATE = "by-mandate"
    """TUQ., TUQ: by mandate of the head."""

    ACTING = "acting"
    """Q.: the post itself is held provisionally."""


class Signature(Struct, frozen=True):
    """
    The block at the lower right.

    `form` and `for_whom` make the first line ("TM. BAN THƯỜNG TRỰC", "KT. CHỦ TỊCH"); `post` the second ("CHỦ TỊCH");
    a deputy who signs for a collective as well has it in `board`: "TM. BAN THƯỜNG TRỰC" stands above "KT. CHỦ TỊCH".
    `name` stands under the room for the hand and the seal. An empty `name` leaves a dotted line and a warning
    (`documents.warnings_of`): a report without a signatory can be looked at, and never looks signed.
    """

    form: SigningForm
    for_whom: str
    post: str
    name: str = ""
    board: str = ""


class Recipient(Struct, frozen=True):
    """One line of "Nơi nhận": `purpose` in brackets after the name ("để báo cáo"), or empty."""

    name: str
    purpose: str = ""


class Header(Struct, frozen=True):
    """
    What stands above the body.

    `superior_body` are the regular lines at the upper left, `issuing_body` the bold ones below them, each line as it is
    to be broken; the layout writes both in capitals. Samples: Front ("Ủy ban MTTQ Việt Nam", "phường Yên Nghĩa") over
    ("Ban Thường trực",); an organisation ("Ủy ban MTTQ Việt Nam", "phường Yên Nghĩa") over ("Hội Liên hiệp Phụ nữ",);
    Party ("Đảng bộ thành phố Hà Nội",) over ("Đảng ủy phường Yên Nghĩa",).
    """

    superior_body: tuple[str, ...]
    issuing_body: tuple[str, ...]
    symbol: str
    """What follows the number: "BC-MTTQ-BTT" after "Số: 05/" (Front), "BC/ĐU" after "Số 05-" (Party)."""

    place: str
    """Name of the commune or province without its type: "Yên Nghĩa"."""

    subject: str
    """Trích yếu: the line under "BÁO CÁO", with the period in words."""

    year: int
    """Year of the document: printed where the day is left to the hand."""

    number: int | None = None
    """None leaves room for an office that numbers by hand."""

    dated: date | None = None
    """Day of signing; None leaves room for the day and the month."""

    organisation: str = ""
    """Code of the organisation whose report this is; empty for all together. Not printed."""

    addressed_to: str = ""
    """The recipient committee, after "Kính gửi:"; empty prints no such line."""

    issuer: str = ""
    """What `issuing_body` is called in a sentence: an annex says whose report it belongs to. Empty names nobody."""

    corrects: str = ""
    """For a correction: which report it takes the place of, and what changed; printed in brackets under the subject."""

    urgency: Urgency = Urgency.NONE


class Period(Struct, frozen=True):
    """Days that the figures cover, both included, and the moment (aware) at which they were taken."""

    first: date
    last: date
    taken_at: datetime


class FigureChange(Struct, frozen=True):
    """An officer wrote another figure than the one compiled: printed with a mark, explained in an annex of its own."""

    source_value: float | int | None
    """What was compiled from the cases; `Figure.value` is what the report says."""

    reason: str
    by: str
    """Id or code name of the account, never a person's name."""

    at: datetime


class Figure(Struct, frozen=True):
    """
    One number of the report, traceable: what it counts and which cases stand behind it.

    `value` is None where there is nothing to divide by; `percent` tells that it is a percentage (with one decimal).
    `cases` are the receipt codes counted, sorted; whoever compiles decides whether confidential codes are among them.
    """

    key: str
    label: str
    definition: str
    value: float | int | None
    percent: bool = False
    cases: tuple[str, ...] = ()
    previous: float | int | None = None
    """Of the period before; None when there was none."""

    last_year: float | int | None = None
    change: FigureChange | None = None


class Run(Struct, frozen=True):
    """
    Text inside a paragraph; `figure` is the key of the `Figure` that the text shows, else None.

    A run with a figure holds the number alone, as written ("2.403", "72,5%", "08"), so that it can be compared when the
    draft comes back from Word.
    """

    text: str
    figure: str | None = None
    bold: bool = False
    italic: bool = False


class Paragraph(Struct, frozen=True, tag="paragraph"):
    """
    One paragraph, whose `id` stays the same in every format and while it is edited; unique in the report.

    Without runs it is a place for the officer: a draft shows `hint` in brackets there, an issued document nothing.
    `item` puts a dash in front.
    """

    id: str
    runs: tuple[Run, ...]
    hint: str = ""
    item: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class ColumnKind(StrEnum):
    """How a column's cells are written and set."""

    TEXT = "text"
    ORDINAL = "ordinal"
    """STT: centred."""

    COUNT = "count"
    """Whole number, dot between thousands, to the right."""

    PERCENT = "percent"
    """One decimal with a comma, to the right, without the sign (which the title carries)."""

    DAY = "day"
    """dd/mm/yyyy, centred. The cells are `Day`."""


class Column(Struct, frozen=True):
    """One column: `width` is its share of the table's in any unit; `group` joins equal neighbours under one head."""

    title: str
    kind: ColumnKind = ColumnKind.TEXT
    width: float = 1.0
    group: str = ""


class Day(Struct, frozen=True, tag="day"):
    """A date in a cell (JSON could not tell a bare one from text)."""

    value: date


Cell = str | int | float | Day | None
"""None is printed as an empty cell."""


class RowKind(StrEnum):
    """What a table's row is."""

    BODY = "body"
    GROUP = "group"
    """Its first cell that is not empty runs over the whole width, bold."""

    TOTAL = "total"
    """Bold: "Tổng cộng"."""


class Row(Struct, frozen=True):
    """Cells in the order of the columns; `figures` names the figure behind each cell, None where there is none."""

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.BODY
    figures: tuple[str | None, ...] = ()


class Table(Struct, frozen=True, tag="table"):
    """A table; its head is repeated on every page. `numbered` adds the row (1) (2) (3) under the head."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    numbered: bool = False
    note: str = ""


class Series(Struct, frozen=True):
    """One colour of a chart: as many values as the chart has categories; None leaves a gap."""

    name: str
    values: tuple[float | int | None, ...]


class SeriesChart(Struct, frozen=True):
    """What bars, columns and lines have in common: each series has as many values as there are categories."""

    id: str
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    note: str = ""


class BarChart(SeriesChart, frozen=True, tag="bars"):
    """Lying bars, one a category, the series stacked: people look at which is longest. At most twelve are readable."""


class ColumnChart(SeriesChart, frozen=True, tag="columns"):
    """Standing columns beside each other for periods: this one, the one before, the same of last year."""


class LineChart(SeriesChart, frozen=True, tag="lines"):
    """Lines over time, such as the share answered on time; with `percent` the axis runs from 0 to 100."""

    percent: bool = False


class MapPoint(Struct, frozen=True):
    """A unit at its centroid (WGS 84 degrees); the area of the dot goes with `value`, its dark share with `part`."""

    latitude: float
    longitude: float
    label: str
    value: int
    part: int = 0
    """How many of `value` are of the kind that the map warns of (overdue)."""


class PointMap(Struct, frozen=True, tag="map"):
    """Units as sized dots; the largest are labelled. `part_name` words what the dark share is."""

    id: str
    title: str
    unit: str
    points: tuple[MapPoint, ...]
    part_name: str = ""
    note: str = ""


Chart = BarChart | ColumnChart | LineChart | PointMap
Block = Paragraph | Table | Chart


class Section(Struct, frozen=True):
    """
    A heading with what stands under it.

    Numbers are not written in titles: the first level is numbered I, the second 1, the third a) by the layout. An empty
    title (in a first-level section alone) is an opening without a heading and without a number.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


class Annex(Struct, frozen=True):
    """A phụ lục, numbered by the layout, on pages of its own; `landscape` for tables with many columns."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    landscape: bool = False


class CaseRow(NamedTuple):
    """
    One case in the XLSX annex, with all its times (aware; written in local time). Words are worded already.

    No name and no phone: the residents' data are another, logged export. A confidential case has
    neither code nor times, offices or words. A named tuple, because tens of thousands cross the process's border.
    """

    code: str
    kind: str
    subject: str
    unit_code: str
    unit: str
    place: str
    organisation: str
    channel: str
    petitions: int
    people: int
    confidential: bool
    summary: str
    status: str
    received_at: datetime | None
    accepted_at: datetime | None
    verified_at: datetime | None
    referred_at: datetime | None
    authority: str
    due_on: date | None
    reminders: int
    reminded_at: datetime | None
    answered_at: datetime | None
    checked_at: datetime | None
    closed_at: datetime | None
    outcome: str
    reopened_at: datetime | None
    days_late: int
    satisfaction: str


class Report(Struct, frozen=True):
    """
    Everything that is printed, and the figures behind it.

    `key` names the report in file names and document properties (letters, digits, "-"; same report, same key).
    With `draft` the pages are marked and hints for the officer are shown.
    """

    key: str
    layout: Layout
    header: Header
    period: Period
    sections: tuple[Section, ...]
    signature: Signature
    recipients: tuple[Recipient, ...]
    filing: str
    """Where the copy is kept: the last line of "Nơi nhận" after "Lưu:" ("VT, BTT")."""

    figures: tuple[Figure, ...] = ()
    annexes: tuple[Annex, ...] = ()
    cases: tuple[CaseRow, ...] = ()
    draft: bool = False

    version: int = 0
    """Which state of a draft this is, printed nowhere: one that comes back from Word tells what it was made of."""
