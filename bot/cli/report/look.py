"""`nghedan report list` and `explain`: what is stored, and what stands behind each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened
from bot.cli.report.common import KINDS, stored_report

if TYPE_CHECKING:
    from reports.value import Figure
    from storage.reports import ReportRow


@click.command("list", epilog=example("report list --unit 19867", "report list --kind quy --json"))
@click.option("--unit", default="", metavar="CODE", help="Only this unit's.")
@click.option("--kind", type=click.Choice(KINDS), help="Only this kind.")
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


@click.command(epilog=example("report explain 12", "report explain 12 overdue", "report explain 12 ref_overdue --json"))
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
        row = await stored_report(db, report_id)
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
