"""All documents at once, in a process of its own; bad values refused; remarks for what a reader should know."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from reports.apart import Apart, WorkerFailed, work_apart
from reports.checks import refuse_bad, remarks_on
from reports.documents import chart_picture, read_back, template_problems, workshop, written
from reports.docx_template import shipped_template
from reports.errors import BadValue, RefusedByWorker
from reports.value import (
    BarChart,
    Column,
    FigureChange,
    Layout,
    MapPoint,
    PointMap,
    Report,
    Row,
    Run,
    Section,
    Series,
    Signature,
    SigningForm,
    Table,
)
from reports.wire import CheckJob, Format, WriteJob, decode_report, encode_report
from reports.worker import work
from tests.reports.samples import FIGURES, TAKEN, a_paragraph, a_report, cases, charts


def with_blocks(*blocks) -> Report:
    return a_report(sections=(Section("a", "A", blocks),), annexes=())


def test_the_stored_form_gives_the_same_report():
    report = a_report(cases=cases(200))

    assert decode_report(encode_report(report)) == report


def test_a_snapshot_gives_the_same_documents():
    report = a_report()
    first, second = work(WriteJob(report)), work(WriteJob(decode_report(encode_report(report))))

    assert sorted(first.documents) == ["docx", "pdf", "xlsx"]
    assert first == second


@pytest.mark.parametrize(
    ("report", "problem"),
    [
        (a_report(key="a b/../c"), "key 'a b/../c': letters, digits and - only"),
        (a_report(sections=()), "no section"),
        (with_blocks(a_paragraph("p", "x"), a_paragraph("p", "y")), "id 'p' is there 2 times"),
        (with_blocks(a_paragraph("P-1", "x")), "id 'P-1' is no small letters, digits and _"),
        (with_blocks(a_paragraph("p", Run("5", "nowhere"))), "paragraph p: no figure 'nowhere'"),
        (a_report(figures=(*FIGURES, FIGURES[0])), "figure 'received' is there 2 times"),
        (with_blocks(Table("t", "", (), ())), "table t: no column"),
        (with_blocks(Table("t", "", (Column("a"),), (Row((1, 2)),))), "table t: a row has more cells than there are columns"),
        (with_blocks(Table("t", "", (Column("a"),), (Row((1,), figures=("x",)),))), "table t: no figure 'x'"),
        (with_blocks(BarChart("b", "", "", ("a", "b"), (Series("s", (1,)),))), "chart b: series 's' has not one value a category"),
        (with_blocks(PointMap("m", "", "", (MapPoint(120.0, 13.0, "x", 1),))), "map m: a point lies nowhere on earth"),
    ],
)  # fmt: skip
def test_a_value_that_contradicts_itself_is_refused(report, problem):
    with pytest.raises(BadValue) as refused:
        refuse_bad(report)

    assert refused.value.problems == (problem,)


def test_a_refused_value_makes_nothing():
    done = work(WriteJob(with_blocks(a_paragraph("p", Run("5", "nowhere")))))

    assert (done.documents, done.error) == ({}, "BadValue: paragraph p: no figure 'nowhere'")


def test_a_broken_template_makes_nothing():
    done = work(WriteJob(a_report(), template=b"x"))

    assert done.documents == {}
    assert done.error.startswith("BadTemplate: ")


def test_what_the_documents_lack_is_said():
    change = FigureChange(117, "giấy", "can-bo-7", TAKEN)
    figures = tuple(
        msgspec.structs.replace(one, value=115, change=change) if one.key == "overdue" else one for one in FIGURES
    )
    report = a_report(cases=(), figures=figures, signature=Signature(SigningForm.HEAD, "", "Chủ tịch"))

    assert [(remark.key, remark.values) for remark in remarks_on(report)] == [
        ("report-remark-no-signatory", {}),
        ("report-remark-no-case", {}),
        ("report-remark-left-out", {"count": "1"}),
        ("report-remark-changed", {"figure": "Quá hạn", "before": "117", "after": "115"}),
    ]
    assert work(WriteJob(report)).error == ""


def test_a_complete_report_has_no_remark():
    assert remarks_on(with_blocks(a_paragraph("p", "x"))) == ()


def test_a_template_is_checked():
    assert work(CheckJob(shipped_template(Layout.PARTY), Layout.PARTY)).remarks == ()
    assert [one.key for one in work(CheckJob(b"x", Layout.FRONT)).remarks] == ["template-not-word"]


async def test_documents_are_made_in_a_process_of_their_own():
    report = a_report(draft=True)
    documents = await written(report)
    returned = await read_back(report, documents["docx"])

    assert documents == work(WriteJob(report)).documents
    assert (returned.changes, returned.report) == ((), report)


async def test_processes_that_were_started_before_make_the_same_documents():
    report = a_report(cases=cases(30))
    async with workshop() as ready:
        documents = await ready.written(report)

    assert documents == work(WriteJob(report)).documents


async def test_a_process_that_died_before_it_got_its_job_has_failed():
    apart = await Apart.started()
    apart._process.kill()
    await apart._process.wait()

    with pytest.raises(WorkerFailed):
        await apart.work(WriteJob(a_report()))


async def test_processes_that_got_no_report_end():
    async with workshop((Format.PDF,)) as ready:
        process = ready._processes[Format.PDF]._process
    assert process.returncode is not None


async def test_a_report_that_cannot_be_printed_ends_the_processes_of_all_documents():
    async with workshop() as ready:
        with pytest.raises(RefusedByWorker, match="no figure 'nowhere'"):
            await ready.written(with_blocks(a_paragraph("p", Run("5", "nowhere"))))

    assert all(one._process.returncode is not None for one in ready._processes.values())


def test_figures_without_their_cases_print_the_same_sheet():
    report = a_report(cases=cases(5))
    bare = msgspec.structs.replace(
        report, figures=tuple(msgspec.structs.replace(figure, cases=()) for figure in report.figures)
    )
    traced = tuple(len(figure.cases) for figure in report.figures)

    assert sum(traced) > 0
    assert work(WriteJob(bare, (Format.XLSX,), traced=traced)) == work(WriteJob(report, (Format.XLSX,)))


async def test_a_chart_for_a_chat_is_a_picture():
    assert (await chart_picture(charts()[0])).startswith(b"\x89PNG")


async def test_a_template_is_checked_in_that_process_too():
    (problem,) = await template_problems(b"x", Layout.PARTY)

    assert (problem.key, problem.fatal) == ("template-not-word", True)


async def test_a_draft_of_another_report_is_refused():
    draft = work(WriteJob(a_report(draft=True), (Format.DOCX,))).documents["docx"]

    with pytest.raises(RefusedByWorker, match="the file is a draft of another report") as refused:
        await read_back(a_report(draft=True, key="other"), draft)
    assert refused.value.kind == "NotADraft"


async def test_a_process_that_takes_too_long_is_ended():
    with pytest.raises(WorkerFailed, match="no answer after 0 s"):
        await work_apart(WriteJob(a_report()), timeout_seconds=0.01)


def test_the_light_half_brings_no_heavy_library():
    heavy = {"docx", "docxtpl", "lxml", "typst", "xlsxwriter", "resvg_py", "jinja2"}
    program = "import sys, reports.value, reports.wire, reports.documents, reports.checks, reports.numbers; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()

    assert heavy & set(loaded) == set()
