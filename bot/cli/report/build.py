"""`nghedan report build`: a report compiled now and written as files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.cli.frame import DAY, counted, example, fail, in_loop, json_option, load_settings, print_json, progress
from bot.cli.opened import opened
from bot.cli.report.common import KINDS, checked_organisation, why

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from datetime import date, datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from actions.reports.compiling import Wish
    from domain.reporting import Period, ReportRule
    from reports.value import Report
    from storage.reports import ReportRow

STEPS = 5


@click.command(
    epilog=example(
        "report build --kind thang --unit 19867 --out /tmp/report",
        "report build --kind quy --unit 46 --organisation phu_nu --from 2026-07-01 --to 2026-09-30 --out .",
    )
)
@click.option("--kind", type=click.Choice(KINDS), required=True, help="Which report.")
@click.option("--unit", required=True, metavar="CODE", help="Code of a commune or province; 00 for all of them.")
@click.option("--organisation", default="", help="mttq or one of the five; all together when left out.")
@click.option("--from", "first", type=DAY, help="First day; that of the kind's last closed period when left out.")
@click.option("--to", "last", type=DAY, help="Last day, counted.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder for the files.")
@click.option("--store", "keep", is_flag=True, help="Also store it as this period's draft, if there is none yet.")
@json_option
@in_loop
async def build(
    *,
    kind: str,
    unit: str,
    organisation: str,
    first: datetime | None,
    last: datetime | None,
    out: Path,
    keep: bool,
    as_json: bool,
) -> None:
    """
    Compile a report now and write DOCX, PDF, XLSX and figures.json.

    figures.json holds every figure with what it counts and the codes of its cases; confidential cases are counted,
    and named nowhere. Without --from and --to the kind's last period whose figures are closed is taken.
    """
    settings = load_settings()
    import gc
    from datetime import UTC, datetime

    from actions.reports import templates
    from actions.reports.compiling import compile_report
    from domain.errors import NotFound
    from reports import documents

    gc.set_threshold(20_000, 20, 20)  # as the running program: rows by the ten thousand are no garbage
    now = datetime.now(UTC)
    with progress(STEPS, "Building", quiet=as_json) as bar:
        async with opened(settings) as database, documents.workshop() as ready:
            async with database.read() as db:
                wish, due_on = await _wish(db, kind, unit, organisation, first, last, now)
                bar.update(1)
                try:
                    compiled = await compile_report(db, wish, now=now)
                except NotFound:
                    raise fail(f"There is no unit {unit}; `nghedan units search NAME` finds codes.") from None
                template = await templates.governing_content(db, compiled.layout, unit, organisation)
            bar.update(2)
            # Written before it is stored: what cannot be written leaves no half report.
            files = await _write(compiled, out, ready.written(compiled, template=template))
            row = None
            if keep:
                from actions.reports import life

                async with database.begin() as db:
                    row = await life.store_compiled(db, wish, compiled, due_on=due_on, now=now)
            bar.update(2)
    _say_built(compiled, files, row, keep=keep, as_json=as_json)


async def _wish(
    db: AsyncConnection,
    kind: str,
    unit: str,
    organisation: str,
    first: datetime | None,
    last: datetime | None,
    now: datetime,
) -> tuple[Wish, date | None]:
    from actions.reports.compiling import Wish, wish_for
    from actions.reports.schedule import rules_of
    from domain.reporting import ReportKind, Rhythm, days, usual_rule
    from storage import report_calendar

    checked_organisation(organisation)
    if (first is None) != (last is None):
        raise click.UsageError("--from and --to go together.")
    wanted = ReportKind(kind)
    lines = rules_of(unit, await report_calendar.rules(db, units=[unit]))
    rule, _ = lines.get((organisation, wanted)) or lines.get(("", wanted)) or (usual_rule(wanted), None)
    if first is not None and last is not None:
        if first > last:
            raise click.UsageError("--from is after --to.")
        return wish_for(wanted, unit, organisation, rule=rule, period=days(first.date(), last.date())), None
    if rule.rhythm is Rhythm.ON_DEMAND:
        raise click.UsageError(f"A report of kind {kind} covers the days that --from and --to name.")
    period = _last_closed(rule, now)
    return Wish(rule, unit, organisation, period), rule.due_on(period)


def _last_closed(rule: ReportRule, now: datetime) -> Period:
    from domain.calendar import ONE_DAY, local_date

    period = rule.period(local_date(now))
    while rule.compiled_on(period) > local_date(now):
        period = rule.period(period.first - ONE_DAY)
    return period


async def _write(compiled: Report, out: Path, writing: Awaitable[dict[str, bytes]]) -> list[Path]:
    """Write the files, whose documents are made by processes of their own."""
    import asyncio

    from actions.reports.figures_json import figures_json
    from reports.errors import ReportError

    try:
        made = await writing
    except ReportError as problem:
        raise fail(f"No document was made: {why(problem)}") from None
    out.mkdir(parents=True, exist_ok=True)
    files = {f"{compiled.key}.{ending}": data for ending, data in made.items()}
    files["figures.json"] = figures_json(compiled)
    # Under another name first: a run that is cut off leaves no half file, and none of this report beside older ones.
    for name, data in files.items():
        await asyncio.to_thread((out / f".{name}.part").write_bytes, data)
    for name in files:
        (out / f".{name}.part").replace(out / name)
    return [out / name for name in files]


def _say_built(compiled: Report, files: list[Path], row: ReportRow | None, *, keep: bool, as_json: bool) -> None:
    from reports.checks import remarks_on
    from texts import say

    remarks = [say(one.key, "en", one.values) for one in remarks_on(compiled)]
    facts = {
        "key": compiled.key,
        "first": compiled.period.first.isoformat(),
        "last": compiled.period.last.isoformat(),
        "figures": len(compiled.figures),
        "cases": len(compiled.cases),
        "files": [str(path) for path in files],
        "report": row.id if row is not None else None,
        "remarks": remarks,
    }
    if as_json:
        print_json(facts)
        return
    subject = " ".join(compiled.header.subject.split())
    click.echo(f"{subject}: {counted(len(compiled.cases), 'case')}, {counted(len(compiled.figures), 'figure')}.")
    for path in files:
        click.echo(f"  {path}")
    for remark in remarks:
        click.echo(f"  note: {remark}")
    if row is not None:
        click.echo(f"Stored as report {row.id}.")
    elif keep:
        click.echo("Not stored: this body has a report of this kind and period; `nghedan report list` shows it.")
