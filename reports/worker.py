"""What the process that makes documents does with each job. Brings heavy libraries: for that process alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reports.checks import refuse_bad, remarks_on
from reports.docx_template import check_template
from reports.errors import ReportError
from reports.wire import Change, ChartJob, CheckJob, Done, Format, Job, MarkJob, PicturesJob, ReadJob, Remark, WriteJob
from texts import has

if TYPE_CHECKING:
    from reports.comparison import Comparison
    from reports.week_picture import WeekPicture


def prepare(formats: Iterable[Format]) -> None:
    """Load what documents of these formats need, while whoever wants them is still counting."""
    for wanted in formats:
        match wanted:
            case Format.DOCX:
                import reports.word
            case Format.PDF:
                import reports.pdf
            case Format.XLSX:
                import reports.spreadsheet  # noqa: F401
    has("document-type")  # reads the sentences


def work(job: Job) -> Done:
    """Return the answer to a job; what cannot be done is told in `Done.error`, all or nothing."""
    try:
        match job:
            case WriteJob():
                return _written(job)
            case CheckJob():
                return _checked(job)
            case ReadJob():
                return _read(job)
            case MarkJob():
                from reports.returned import read_docx

                returned = read_docx(job.draft)
                return Done(mark=returned.bookmark, version=returned.version)
            case ChartJob():
                from reports.charts import titled
                from reports.word import png_of

                return Done(documents={"png": png_of(titled(job.chart))})
            case PicturesJob():
                return Done(documents={str(number): _painted(one) for number, one in enumerate(job.pictures)})
    except ReportError as error:
        return Done(error=f"{type(error).__name__}: {error}")


def _painted(picture: WeekPicture) -> bytes:
    from reports.raster import Raster
    from reports.week_picture import HEIGHT, MARGIN, draw_with

    raster = Raster(HEIGHT, margin=MARGIN)
    draw_with(raster, picture)
    return raster.png()


def _checked(job: CheckJob) -> Done:
    remarks = [Remark(one.key, one.values, one.fatal) for one in check_template(job.template, job.layout)]
    if not any(remark.fatal for remark in remarks):
        from reports.trial import trial_report
        from reports.word import write_docx

        try:
            write_docx(trial_report(job.layout), job.template)
        except Exception as error:  # noqa: BLE001  # a template may make the libraries raise anything
            remarks.append(Remark("template-trial-failed", {"what": " ".join(str(error).split())[:200]}, fatal=True))
    return Done(remarks=tuple(remarks))


def _written(job: WriteJob) -> Done:
    report = job.report
    refuse_bad(report)
    documents: dict[str, bytes] = {}
    for wanted in job.formats:
        match wanted:
            case Format.DOCX:
                from reports.word import write_docx

                documents[wanted] = write_docx(report, job.template)
            case Format.PDF:
                from reports.pdf import write_pdf

                documents[wanted] = write_pdf(report)
            case Format.XLSX:
                from reports.spreadsheet import write_xlsx

                documents[wanted] = write_xlsx(report, job.traced)
    return Done(documents=documents, remarks=remarks_on(report))


def _read(job: ReadJob) -> Done:
    from reports.comparison import compare, with_sentences
    from reports.returned import read_docx

    returned = read_docx(job.draft)
    comparison = compare(job.report, returned)
    if comparison.other_report:
        return Done(error="NotADraft: the file is a draft of another report")
    return Done(changes=_changes(comparison), report=with_sentences(job.report, returned))


def _changes(comparison: Comparison) -> tuple[Change, ...]:
    sentences = (Change("sentence", one.id, one.before, one.after) for one in comparison.sentences)
    figures = (Change("figure", one.paragraph, one.before, one.after, one.key, one.value) for one in comparison.figures)
    added = (Change("added", one.after, "", one.text) for one in comparison.added)
    cells = (Change("cell", f"{one.table} {one.row} {one.column}", one.before, one.after) for one in comparison.cells)
    return (*sentences, *figures, *added, *cells)
