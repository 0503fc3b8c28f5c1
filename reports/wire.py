"""
What crosses the border of the process that makes documents, and the stored form of a report: JSON of the value.

The stored form is a snapshot: compiled again from it, with the same template and libraries, every document has the same
bytes. A field that is added to a value later needs a default, or older snapshots cannot be read.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec
from msgspec import Struct

from reports.value import Chart, Layout, Report
from reports.week_picture import WeekPicture


class Format(StrEnum):
    """Which documents to make."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


class WriteJob(Struct, frozen=True, tag="write"):
    """
    Make documents of the report; `template` is a checked Word template, None the one that is shipped.

    `traced` is how many cases stand behind each figure, in their order, where the figures come without them: hundreds
    of thousands of codes that no document prints.
    """

    report: Report
    formats: tuple[Format, ...] = tuple(Format)
    template: bytes | None = None
    traced: tuple[int, ...] = ()


class CheckJob(Struct, frozen=True, tag="check"):
    """Look whether a Word template can be used for a layout."""

    template: bytes
    layout: Layout


class ReadJob(Struct, frozen=True, tag="read"):
    """Read a draft that came back from Word and compare it with the report as it was sent out."""

    report: Report
    draft: bytes


class MarkJob(Struct, frozen=True, tag="mark"):
    """Tell which report a file that came back is a draft of."""

    draft: bytes


class ChartJob(Struct, frozen=True, tag="chart"):
    """Draw one chart with its title as PNG: for a chat."""

    chart: Chart


class PicturesJob(Struct, frozen=True, tag="pictures"):
    """Draw many pictures for chats as PNG: one process for all of them, each of which takes it a few milliseconds."""

    pictures: tuple[WeekPicture, ...]


Job = WriteJob | CheckJob | ReadJob | MarkJob | ChartJob | PicturesJob


class Remark(Struct, frozen=True):
    """Something that a person should know: a key of texts/ with its values; `fatal` says that nothing was made."""

    key: str
    values: dict[str, str]
    fatal: bool = False


class Change(Struct, frozen=True):
    """
    One difference between the draft sent out and the one that came back.

    `kind` is "sentence", "figure", "added" or "cell"; `place` the paragraph's or table's id ("by_subject 3 2": row and
    column for a cell; for "added" the paragraph before it); `key` the figure's. `number` is what was written in place
    of a figure, when it is a number.
    """

    kind: str
    place: str
    before: str
    after: str
    key: str = ""
    number: float | int | None = None


class Done(Struct, frozen=True):
    """
    The answer to any job.

    `documents` holds the bytes by format (a chart's under "png", pictures' under "0", "1", …); `report` the report with
    the returned sentences (read jobs); `mark` and `version` tell of which report a draft is (mark jobs, see
    `reports.returned`); `error` is empty unless the job failed: then its first word is the name of a class in
    `reports.errors`.
    """

    documents: dict[str, bytes] = {}
    remarks: tuple[Remark, ...] = ()
    changes: tuple[Change, ...] = ()
    report: Report | None = None
    mark: str = ""
    version: int = 0
    error: str = ""


def encode_report(report: Report) -> bytes:
    """Return the report as JSON (UTF-8), the form to store."""
    return msgspec.json.encode(report)


def decode_report(data: bytes) -> Report:
    """
    Return the report from its stored form.

    Raises:
        msgspec.ValidationError: the data are no report.
    """
    return msgspec.json.decode(data, type=Report)


def encode_job(job: Job) -> bytes:
    return msgspec.msgpack.encode(job)


def decode_job(data: bytes) -> Job:
    job: Job = msgspec.msgpack.decode(data, type=Job)
    return job


def encode_done(done: Done) -> bytes:
    return msgspec.msgpack.encode(done)


def decode_done(data: bytes) -> Done:
    return msgspec.msgpack.decode(data, type=Done)
