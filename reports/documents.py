"""
The front of this room: documents of a report, templates checked, drafts read back; each by a process of its own.

Nothing heavy is imported here. Every function may raise `reports.errors.ReportError`: `RefusedByWorker` when the job
cannot be done (a contradictory value, a broken template, a file that is no draft), `WorkerFailed` when it may be tried
again.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from reports.apart import work_apart
from reports.checks import remarks_on
from reports.errors import RefusedByWorker
from reports.value import Chart, Layout, Report
from reports.wire import Change, ChartJob, CheckJob, Done, Format, Job, ReadJob, Remark, WriteJob

ALL: Final = tuple(Format)


class ReadBack(Struct, frozen=True):
    """The report with the sentences of the returned draft, and every difference; its figures are as they came back."""

    report: Report
    changes: tuple[Change, ...]


async def written(
    report: Report, *, formats: tuple[Format, ...] = ALL, template: bytes | None = None
) -> dict[str, bytes]:
    """
    Return the documents by ending ("docx", "pdf", "xlsx"). The same report and template give the same bytes.

    Args:
        template: an administrator's Word template for the DOCX; None takes the one that is shipped.
    """
    return (await _answered(WriteJob(report, formats, template))).documents


async def template_problems(template: bytes, layout: Layout) -> tuple[Remark, ...]:
    """Return what is wrong with a Word template; it can be used unless one of them is `fatal`."""
    return (await _answered(CheckJob(template, layout))).remarks


async def read_back(report: Report, draft: bytes) -> ReadBack:
    """Return what an officer changed in Word in the draft of this report, as it was sent out."""
    done = await _answered(ReadJob(report, draft))
    assert done.report is not None
    return ReadBack(done.report, done.changes)


async def chart_picture(chart: Chart) -> bytes:
    """Return one chart with its title as PNG, for a chat."""
    return (await _answered(ChartJob(chart))).documents["png"]


async def _answered(job: Job) -> Done:
    done = await work_apart(job)
    if done.error:
        raise RefusedByWorker(done.error)
    return done


__all__ = ["ALL", "ReadBack", "chart_picture", "read_back", "remarks_on", "template_problems", "written"]
