"""`nghedan report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, one_line, print_json, progress
from bot.cli.opened import opened

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy.ext.asyncio import AsyncConnection

    from actions.reports.compiling import Wish
    from domain.reporting import ReportRule
    from reports.value import Figure, Report
    from storage.reports import ReportRow

_DAY = click.DateTime(["%Y-%m-%d"])
_KINDS = (
    "nhanh",
    "tuan",
    "thang",
    "quy",
    "sau_thang",
    "chin_thang",
    "nam",
    "tong_hop_y_kien",
    "giam_sat",
    "chuan_bi_quy_ba",
)
"""As `domain.reporting.ReportKind`, which is not imported for --help; a test compares them."""

_STEPS = 5


@click.group(
    epilog=example(
        "report build --kind quy --unit 40 --out /tmp/report",
        "report build --kind nhanh --unit 19867 --from 2026-11-01 --to 2026-11-15 --out .",
        "report list --unit 19867",
        "report explain 12 overdue",
        "report approve 12 --by 3",
        "report resend 12",
    )
)
def command() -> None:
    """Build, list, explain and approve periodic reports."""


# --- Building ---------------------------------------------------------------------------------------------------------


@command.command(
    epilog=example(
        "report build --kind thang --unit 19867 --out /tmp/report",
        "report build --kind quy --unit 46 --organisation phu_nu --from 2026-07-01 --to 2026-09-30 --out .",
    )
)
@click.option("--kind", type=click.Choice(_KINDS), required=True, help="Which report.")
@click.option("--unit", required=True, metavar="CODE", help="Code of a commune or province; 00 for all of them.")
@click.option("--organisation", default="", help="mttq or one of the five; all together when left out.")
@click.option("--from", "first", type=_DAY, help="First day; that of the kind's last closed period when left out.")
@click.option("--to", "last", type=_DAY, help="Last day, counted.")
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
    from datetime import UTC, datetime

    from actions.reports.compiling import compile_report
    from domain.errors import NotFound

    now = datetime.now(UTC)
    with progress(_STEPS, "Building", quiet=as_json) as bar:
        async with opened(settings) as database:
            async with database.read() as db:
                wish, due_on = await _wish(db, kind, unit, organisation, first, last, now)
                bar.update(1)
                try:
                    compiled = await compile_report(db, wish, now=now)
                except NotFound:
                    raise fail(f"There is no unit {unit}; `nghedan units` finds codes.") from None
            bar.update(2)
            # Written before it is stored: what cannot be written leaves no half report.
            files = await _write(compiled, out)
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
    from domain.kinds import Organisation
    from domain.reporting import ReportKind, Rhythm, days, usual_rule
    from storage import reports as store

    if organisation and organisation not in set(Organisation):
        raise click.UsageError(f"--organisation is one of {', '.join(Organisation)}.")
    if (first is None) != (last is None):
        raise click.UsageError("--from and --to go together.")
    wanted = ReportKind(kind)
    lines = rules_of(unit, await store.rules(db, unit=unit))
    rule, _ = lines.get((organisation, wanted)) or lines.get(("", wanted)) or (usual_rule(wanted), None)
    if first is not None and last is not None:
        if first > last:
            raise click.UsageError("--from is after --to.")
        return wish_for(wanted, unit, organisation, rule=rule, period=days(first.date(), last.date())), None
    if rule.rhythm is Rhythm.ON_DEMAND:
        raise click.UsageError(f"A report of kind {kind} covers the days that --from and --to name.")
    period = _last_closed(rule, now)
    return Wish(rule, unit, organisation, period), rule.due_on(period)


def _last_closed(rule: ReportRule, now: datetime) -> Any:
    from domain.calendar import ONE_DAY, local_date

    period = rule.period(local_date(now))
    while rule.compiled_on(period) > local_date(now):
        period = rule.period(period.first - ONE_DAY)
    return period


async def _write(compiled: Report, out: Path) -> list[Path]:
    """Write the files through a process of their own, so that nothing else waits for it."""
    import asyncio

    from actions.reports.figures_json import figures_json
    from reports import documents

    out.mkdir(parents=True, exist_ok=True)
    made = await documents.written(compiled)
    files = {f"{compiled.key}.{ending}": data for ending, data in made.items()}
    files["figures.json"] = figures_json(compiled)
    paths = []
    for name, data in files.items():
        await asyncio.to_thread((out / name).write_bytes, data)
        paths.append(out / name)
    return paths


def _say_built(compiled: Report, files: list[Path], row: ReportRow | None, *, keep: bool, as_json: bool) -> None:
    facts = {
        "key": compiled.key,
        "first": compiled.period.first.isoformat(),
        "last": compiled.period.last.isoformat(),
        "figures": len(compiled.figures),
        "cases": len(compiled.cases),
        "files": [str(path) for path in files],
        "report": row.id if row is not None else None,
    }
    if as_json:
        print_json(facts)
        return
    click.echo(f"{compiled.header.subject}: {len(compiled.cases)} cases, {len(compiled.figures)} figures.")
    for path in files:
        click.echo(f"  {path}")
    if row is not None:
        click.echo(f"Stored as report {row.id}.")
    elif keep:
        click.echo("Not stored: this body has a report of this kind and period; `nghedan report list` shows it.")


# --- Looking ----------------------------------------------------------------------------------------------------------


@command.command("list", epilog=example("report list --unit 19867", "report list --kind quy --json"))
@click.option("--unit", default="", metavar="CODE", help="Only this unit's.")
@click.option("--kind", type=click.Choice(_KINDS), help="Only this kind.")
@click.option("--limit", type=click.IntRange(1, 1_000), default=50, show_default=True)
@json_option
@in_loop
async def list_reports(*, unit: str, kind: str | None, limit: int, as_json: bool) -> None:
    """List stored reports, newest period first."""
    settings = load_settings()
    from domain.reporting import ReportKind
    from storage import reports as store

    async with opened(settings) as database, database.read() as db:
        rows = await store.reports(db, unit=unit, kind=ReportKind(kind) if kind else None, limit=limit)
    entries = [_entry(row) for row in rows]
    if as_json:
        print_json(entries)
        return
    from bot.cli.streams import table

    if not entries:
        click.echo("No report is stored yet; the clock compiles them, or `nghedan report build --store`.")
    table([tuple("" if value is None else str(value) for value in entry.values()) for entry in entries])


def _entry(row: ReportRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind.value,
        "unit": row.unit,
        "organisation": row.organisation,
        "first": row.period.opens.isoformat(),
        "last": row.period.cut_off.isoformat(),
        "revision": row.revision,
        "state": row.state.value,
        "due_on": row.due_on.isoformat() if row.due_on else None,
        "number": row.number,
    }


@command.command(
    epilog=example("report explain 12", "report explain 12 overdue", "report explain 12 ref_overdue --json")
)
@click.argument("report_id", type=click.IntRange(min=1))
@click.argument("figure", default="")
@json_option
@in_loop
async def explain(*, report_id: int, figure: str, as_json: bool) -> None:
    """
    Say what a figure of a stored report counts, and list the codes of the cases behind it.

    Without FIGURE, list the figures. Confidential cases are counted, never listed.
    """
    settings = load_settings()
    from actions.reports import life

    async with opened(settings) as database, database.read() as db:
        row = await _row(db, report_id)
        report = await life.value_of(db, row)
    found = [one for one in report.figures if not figure or one.key == figure]
    if not found:
        raise fail(f"Report {report_id} has no figure {figure}; `nghedan report explain {report_id}` lists them.")
    if as_json:
        from actions.reports.figures_json import entry

        print_json([entry(one) for one in found])
    elif not figure:
        from bot.cli.streams import table
        from reports.numbers import figure_words

        table([(one.key, figure_words(one, one.value), one.label) for one in found])
    else:
        _explain(found[0])


def _explain(figure: Figure) -> None:
    from actions.reports.figures import not_traced
    from reports.numbers import figure_words

    click.echo(click.style(f"{figure.label}: {figure_words(figure, figure.value)}", bold=True))
    click.echo(figure.definition)
    for name, value in (("before", figure.previous), ("last year", figure.last_year)):
        if value is not None:
            click.echo(f"  {name}: {figure_words(figure, value)}")
    if figure.change is not None:
        change = figure.change
        click.echo(
            f"  changed by {change.by}, compiled was {figure_words(figure, change.source_value)}: {change.reason}"
        )
    if figure.cases:
        click.echo(f"  {' '.join(figure.cases)}")
    sealed = not_traced(figure)
    if sealed:
        click.echo(f"  and {sealed} confidential or not listed")


async def _row(db: AsyncConnection, report_id: int) -> ReportRow:
    from storage import reports as store

    row = await store.report_by_id(db, report_id)
    if row is None:
        raise fail(f"There is no report {report_id}; `nghedan report list` shows them.")
    return row


# --- Deciding and sending ---------------------------------------------------------------------------------------------


@command.command(epilog=example("report take 12 draft.docx --by 3 --reason 'two petitions on paper'"))
@click.argument("report_id", type=click.IntRange(min=1))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", "officer_id", type=click.IntRange(min=1), required=True, help="The officer (an id).")
@click.option("--reason", default="", help="Why figures were changed; needed when some were.")
@in_loop
async def take(*, report_id: int, file: Path, officer_id: int, reason: str) -> None:
    """Take over the sentences of a draft that was changed in Word; say what was and what was not taken."""
    settings = load_settings()
    import asyncio
    from datetime import UTC, datetime

    from actions.reports import life, returning
    from domain.errors import Refused
    from reports import documents
    from reports.errors import ReportError
    from storage import officers

    async with opened(settings) as database:
        async with database.read() as db:
            report = await life.value_of(db, await _row(db, report_id))
            actor = await officers.actor_of(db, officer_id)
        if actor is None:
            raise fail(f"There is no active officer {officer_id}; `nghedan officer list` shows them.")
        try:
            read = await documents.read_back(report, await asyncio.to_thread(file.read_bytes))
            change = life.ReportChange(actor, datetime.now(UTC))
            async with database.begin() as db:
                row = await life.access(db, report_id, actor)
                taken = await returning.take_over(db, row, change, read.changes, reason=reason)
        except (Refused, ReportError) as problem:
            raise fail(f"Nothing was taken over: {one_line(problem)}") from None
    for one in taken.edits:
        click.echo(f"  {one.paragraph}: {one.text}")
        for number in one.changes:
            click.echo(f"    {number.source or '-'} -> {number.value or '-'} {number.figure}")
    for left in taken.left:
        click.echo(f"  not taken over ({left.kind}, {left.place}): {left.after}")
    click.echo(f"Report {report_id}: {len(taken.edits)} paragraphs changed.")


@command.command(epilog=example("report approve 12 --by 3"))
@click.argument("report_id", type=click.IntRange(min=1))
@click.option("--by", "officer_id", type=click.IntRange(min=1), required=True, help="The leader or approver (an id).")
@in_loop
async def approve(*, report_id: int, officer_id: int) -> None:
    """Approve a submitted report in a leader's name, who may do so; the officers are told."""
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.reports import life, schedule
    from conversation.messages import words
    from domain.errors import Refused
    from storage import officers

    now = datetime.now(UTC)
    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                actor = await officers.actor_of(db, officer_id)
                if actor is None:
                    raise fail(f"There is no active officer {officer_id}; `nghedan officer list` shows them.")
                row = await life.approve(db, await _row(db, report_id), life.ReportChange(actor, now))
                sentence = words("report-told-approved", report=schedule.name_of(row))
                await schedule.tell_writers(db, row, sentence, now=now, once=f"report/{row.id}/approved/{row.version}")
        except Refused as refusal:
            raise fail(f"Report {report_id} was not approved: {one_line(refusal)}") from None
    click.echo(f"Report {report_id} is approved.")


@command.command(epilog=example("report resend 12"))
@click.argument("report_id", type=click.IntRange(min=1))
@json_option
@in_loop
async def resend(*, report_id: int, as_json: bool) -> None:
    """Tell the recipients of an approved report in chat once more that it is there."""
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.reports import sending
    from domain.errors import Refused

    now = datetime.now(UTC)
    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                told = await sending.send_by_chat(db, await _row(db, report_id), sending.by_clock(now))
        except Refused as refusal:
            raise fail(f"Report {report_id} was not sent: {one_line(refusal)}") from None
    if as_json:
        print_json({"report": report_id, "told": told})
    else:
        click.echo(f"Report {report_id}: {told} people are told; the running program delivers it.")
