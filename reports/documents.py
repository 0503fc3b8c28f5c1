"""
The front of this room: documents of a report, templates checked, drafts read back; each by a process of its own.

Nothing heavy is imported here. Every function may raise `reports.errors.ReportError`: `RefusedByWorker` when the job
cannot be done (a contradictory value, a broken template, a file that is no draft), `WorkerFailed` when it may be tried
again.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Mapping
from typing import Final

from msgspec import Struct, structs

from reports.apart import Apart, work_apart
from reports.checks import remarks_on
from reports.errors import RefusedByWorker
from reports.value import Chart, Layout, Report
from reports.wire import Change, ChartJob, CheckJob, Done, Format, Job, MarkJob, ReadJob, Remark, WriteJob

ALL: Final = tuple(Format)

MANY_CASES: Final = 2_000
"""Cases from which each document is made by a process of its own beside the others."""


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
    if len(report.cases) < MANY_CASES or len(formats) == 1:
        return (await _answered(WriteJob(report, formats, template))).documents
    async with workshop(formats) as ready:
        return await ready.written(report, template=template)


@contextlib.asynccontextmanager
async def workshop(formats: tuple[Format, ...] = ALL) -> AsyncIterator[Workshop]:
    """
    Start a process for each document and let it load what it needs, while the report is still being compiled.

    They end with the context, whether or not anything was written.
    """
    processes: dict[Format, Apart] = {}
    try:
        for wanted in formats:
            processes[wanted] = await Apart.started([wanted])
        yield Workshop(processes)
    finally:
        for process in processes.values():
            await process.end()


class Workshop:
    """Processes that wait for a report, one for each document."""

    def __init__(self, processes: Mapping[Format, Apart]) -> None:
        self._processes = processes

    async def written(self, report: Report, *, template: bytes | None = None) -> dict[str, bytes]:
        """Return the documents by ending, as `documents.written`. To be asked once."""
        jobs = _shared_out(report, template, tuple(self._processes))
        tasks = [asyncio.create_task(_checked(self._processes[wanted].work(job))) for wanted, job in jobs.items()]
        try:
            done = await asyncio.gather(*tasks)
        finally:
            for task in tasks:  # when one fails, nothing waits for the others
                task.cancel()
        return {ending: made for one in done for ending, made in one.documents.items()}


def _shared_out(report: Report, template: bytes | None, formats: tuple[Format, ...]) -> dict[Format, WriteJob]:
    """Return a job for each document, with the part of the value that it prints."""
    figures = tuple(structs.replace(figure, cases=()) for figure in report.figures)
    paper = structs.replace(report, cases=report.cases[:1], figures=figures)
    sheet = structs.replace(report, annexes=(), figures=figures)
    traced = tuple(len(figure.cases) for figure in report.figures)
    return {
        wanted: WriteJob(sheet, (wanted,), traced=traced)
        if wanted is Format.XLSX
        else WriteJob(paper, (wanted,), template)
        for wanted in formats
    }


async def template_problems(template: bytes, layout: Layout) -> tuple[Remark, ...]:
    """Return what is wrong with a Word template; it can be used unless one of them is `fatal`."""
    return (await _answered(CheckJob(template, layout))).remarks


async def read_back(report: Report, draft: bytes) -> ReadBack:
    """Return what an officer changed in Word in the draft of this report, as it was sent out."""
    done = await _answered(ReadJob(report, draft))
    assert done.report is not None
    return ReadBack(done.report, done.changes)


async def mark_of(draft: bytes) -> tuple[str, int]:
    """Return of which report a file is a draft (`marks.bookmark_name`, '' for one without) and of which version."""
    done = await _answered(MarkJob(draft))
    return done.mark, done.version


async def chart_picture(chart: Chart) -> bytes:
    """Return one chart with its title as PNG, for a chat."""
    return (await _answered(ChartJob(chart))).documents["png"]


async def _answered(job: Job) -> Done:
    return await _checked(work_apart(job))


async def _checked(working: Awaitable[Done]) -> Done:
    done = await working
    if done.error:
        raise RefusedByWorker(done.error)
    return done


__all__ = [
    "ALL", "ReadBack", "Workshop", "chart_picture", "mark_of", "read_back", "remarks_on", "template_problems",
    "workshop", "written",
]  # fmt: skip
