"""Reports of the demo data: every figure is the one that a slow recount of the raw rows gives."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from actions.reports.compiling import Wish, compile_report
from actions.reports.figures import is_counted_by_codes, not_traced
from domain.calendar import start_of_day
from domain.reporting import PARTS, ReportKind, days, usual_rule
from reports.spreadsheet import write_xlsx
from reports.value import Paragraph, Table
from reports.wire import decode_report, encode_report
from reports.word import write_docx
from storage.database import Database
from tests.reports.test_office_accepts import objections
from tests.support.demo import NOW, load_into
from tests.support.looking import looking_at
from tests.support.recount import recount

HUE, NGHE_AN, QUANG_DIEN = "46", "40", "19867"


@pytest.fixture(scope="module")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The demo, loaded once."""
    from storage import migrate

    url = f"sqlite:///{tmp_path_factory.mktemp('demo') / 'nghedan.db'}"
    migrate.upgrade(url)
    load_into(url)
    return url


async def compiled(
    url: str, kind: ReportKind, unit: str, first: date, last: date, organisation: str = "", *, party: bool = False
):
    database = Database(url)
    try:
        async with looking_at(database) as db:
            rule = replace(usual_rule(kind), party_layout=party)
            wish = Wish(rule, unit, organisation, days(first, last))
            report = await compile_report(db, wish, now=NOW)
        slow = await recount(
            database,
            unit=unit,
            organisation=organisation,
            begins=start_of_day(first),
            ends=start_of_day(last + timedelta(days=1)),
        )
    finally:
        await database.close()
    return report, slow


PERIODS = [
    (ReportKind.MONTH, QUANG_DIEN, date(2026, 10, 15), date(2026, 11, 14), ""),
    (ReportKind.QUARTER, NGHE_AN, date(2026, 7, 1), date(2026, 9, 30), ""),
    (ReportKind.QUARTER, HUE, date(2026, 10, 1), date(2026, 11, 21), ""),
    (ReportKind.SUPERVISION, HUE, date(2026, 9, 1), date(2026, 10, 31), ""),
    (ReportKind.OPINIONS, "00", date(2026, 8, 1), date(2026, 11, 21), ""),
    (ReportKind.YEAR, HUE, date(2025, 12, 1), date(2026, 11, 21), "phu_nu"),
    (ReportKind.FLASH, QUANG_DIEN, date(2026, 11, 1), date(2026, 11, 15), ""),
    (ReportKind.WEEK, HUE, date(2026, 11, 9), date(2026, 11, 15), ""),
    (ReportKind.HALF_YEAR, NGHE_AN, date(2026, 8, 1), date(2026, 11, 15), ""),
    (ReportKind.NINE_MONTHS, HUE, date(2026, 1, 1), date(2026, 9, 30), "mttq"),
    (ReportKind.THIRD_QUARTER, NGHE_AN, date(2026, 1, 1), date(2026, 11, 20), ""),
]


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "unit", "first", "last", "organisation"), PERIODS)
async def test_every_figure_of_the_demo_is_the_one_of_a_slow_recount(
    demo_url: str, kind: ReportKind, unit: str, first: date, last: date, organisation: str
) -> None:
    report, slow = await compiled(demo_url, kind, unit, first, last, organisation)

    counted = {figure.key: figure.value for figure in report.figures if not figure.percent}
    assert slow["received"] > 0
    assert {key: counted.get(key, 0) for key in slow} == slow
    same = set(slow) | {"late", "silent", "hot", "carried_in", "rated", "satisfied", "base", "walk_in"}
    more = {key for key in counted if counted[key] and key.split(".")[0] in {k.split(".")[0] for k in slow}}
    # What the recount breaks down too, it breaks down alike: nothing was counted that is not there.
    dimensions = ("", ".subject.", ".unit.", ".organisation.")
    assert {key for key in more if key.split(".", 1)[0] in slow and any(d in key for d in dimensions[1:])} <= same
    assert {part.value for part in PARTS[kind]} >= {section.id for section in report.sections[1:]}


@pytest.mark.slow
async def test_nothing_of_a_confidential_case_is_in_the_value(demo_url: str) -> None:
    report, _ = await compiled(demo_url, ReportKind.YEAR, HUE, date(2025, 12, 1), date(2026, 11, 21))
    database = Database(demo_url)
    from sqlalchemy import select

    from storage import schema

    async with looking_at(database) as db:
        c, p = schema.case_file.c, schema.petition.c
        sealed = (await db.execute(select(c.code, c.title).where(c.confidential, c.province_code == HUE))).all()
        texts = (await db.execute(select(p.code, p.text).where(p.confidential, p.province_code == HUE))).all()
    await database.close()
    printed = encode_report(report).decode()
    assert sealed
    assert [title for _, title in sealed if title in printed] == []
    assert [text for _, text in texts if text[:40] in printed] == []
    rows = [row for row in report.cases if row.confidential]
    assert len(rows) == len(sealed)
    assert {row.code or row.authority or row.received_at or row.due_on for row in rows} == {None}
    listed = {code for figure in report.figures for code in figure.cases} | {row.code for row in report.cases}
    assert listed.isdisjoint({code for code, _ in sealed} | {code for code, _ in texts})
    figures = {figure.key: figure for figure in report.figures}
    assert not_traced(figures["confidential"]) == len(texts)


@pytest.mark.slow
async def test_compiling_twice_gives_the_same_bytes(demo_url: str) -> None:
    first, _ = await compiled(demo_url, *PERIODS[2][:4])
    second, _ = await compiled(demo_url, *PERIODS[2][:4])

    assert encode_report(first) == encode_report(second)
    assert encode_report(decode_report(encode_report(first))) == encode_report(first)


def blocks(sections):
    for section in sections:
        yield from section.blocks
        yield from blocks(section.sections)


PLAIN_NUMBERS = re.compile(
    r"\d{2}/\d{2}/\d{4}"  # days
    r"|năm \d{4}"
    r"|\([^()]*(?:kỳ trước|cùng kỳ)[^()]*\)"  # the comparison, of the figure before it
    r"|“[^”]*”"  # words of a petition
    r"| (?:tại|ở) [^:]*:"  # the place of a case: numbers of lanes and houses
)
"""Numbers of a sentence that are no figures of the report."""


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "unit", "first", "last", "organisation"), PERIODS)
async def test_every_number_in_a_sentence_or_table_is_a_figure_to_be_explained(
    demo_url: str, kind: ReportKind, unit: str, first: date, last: date, organisation: str
) -> None:
    report, _ = await compiled(demo_url, kind, unit, first, last, organisation)
    keys = {figure.key for figure in report.figures}

    named, loose = set(), []
    for block in [*blocks(report.sections), *(b for annex in report.annexes for b in annex.blocks)]:
        if isinstance(block, Paragraph):
            named |= {run.figure for run in block.runs if run.figure}
            said = PLAIN_NUMBERS.sub("", "".join("" if run.figure else run.text for run in block.runs))
            loose += [said] if re.search(r"\d", said) else []
        if isinstance(block, Table):
            named |= {key for row in block.rows for key in row.figures if key}
    assert len(named) > 20
    assert named <= keys
    assert loose == []


@pytest.mark.slow
@pytest.mark.parametrize("party", [False, True], ids=["front", "party"])
@pytest.mark.parametrize(("kind", "unit", "first", "last", "organisation"), PERIODS)
async def test_documents_of_every_kind_open_without_repair(
    demo_url: str, tmp_path, kind: ReportKind, unit: str, first: date, last: date, organisation: str, party: bool
) -> None:
    report, _ = await compiled(demo_url, kind, unit, first, last, organisation, party=party)

    assert objections(write_docx(report), tmp_path / "report.docx") == []
    assert party or objections(write_xlsx(report), tmp_path / "annex.xlsx") == []


def test_every_kind_of_report_is_recounted() -> None:
    assert {kind for kind, *_ in PERIODS} == set(ReportKind)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "unit", "first", "last", "organisation"), PERIODS)
async def test_behind_every_figure_of_every_kind_stand_as_many_cases_as_it_counts(
    demo_url: str, kind: ReportKind, unit: str, first: date, last: date, organisation: str
) -> None:
    report, _ = await compiled(demo_url, kind, unit, first, last, organisation)
    database = Database(demo_url)
    from sqlalchemy import select

    from storage import schema

    async with looking_at(database) as db:
        p, c = schema.petition.c, schema.case_file.c
        sealed = {row.code for row in await db.execute(select(p.code).where(p.confidential))}
        sealed |= {row.code for row in await db.execute(select(c.code).where(c.confidential))}
        known = {row.code for row in await db.execute(select(p.code))}
        known |= {row.code for row in await db.execute(select(c.code))}
        units = {row.code for row in await db.execute(select(schema.unit.c.code))}
    await database.close()

    for figure in report.figures:
        assert figure.label, figure.key
        assert figure.definition, figure.key
        assert set(figure.cases) <= (units if figure.key == "silent" else known - sealed), figure.key
        if figure.percent or not is_counted_by_codes(figure.key):
            continue
        assert len(figure.cases) <= figure.value, figure.key
        whole = not figure.key.startswith(
            ("received", "digital", "walk_in", "carried", "late", "ref_", "rated", "unrated")
        )
        if whole and figure.key not in {"confidential", "withdrawn", "satisfied"}:
            assert len(set(figure.cases)) == len(figure.cases), figure.key  # a case counts once
