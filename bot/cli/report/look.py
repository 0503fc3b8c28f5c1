"""`nghedan report list` and `explain`: what is stored, and what stands behind each figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened
from bot.cli.report.common import KINDS, stored_report

if TYPE_CHECKING:
    from reports.value import Figure, Report
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
        return
    table([("id", "kind", "of", "from", "to", "state", "due", "number"), *map(_line, entries)])


def _line(entry: dict[str, Any]) -> tuple[str, ...]:
    """Return a report in a line; a later revision of one says so."""
    who = " ".join(filter(None, (entry["organisation"], entry["unit"], _unit_name(entry["unit"]))))
    again = f" (revision {entry['revision']})" if entry["revision"] > 1 else ""
    number = str(entry["number"] or "-")
    state = f"{entry['state']}{again}"
    return str(entry["id"]), entry["kind"], who, entry["first"], entry["last"], state, entry["due_on"] or "-", number


def _list_cases(figure: Figure, report: Report) -> None:
    """Print the codes, those of cases with where each is, how it stands and what it is about."""
    from bot.cli.streams import table

    cases = {row.code: row for row in report.cases}
    known = [cases[code] for code in figure.cases if code in cases]
    if known and len(figure.cases) <= SHOWN:
        table([("  " + row.code, row.unit, row.place, row.status, row.summary or row.subject) for row in known])
    rest = [code for code in figure.cases if code not in cases or len(figure.cases) > SHOWN]
    if rest:
        click.echo(f"  {' '.join(rest)}")


def _unit_name(code: str) -> str:
    """Return a unit of the shipped list as it is called, '' for one that is not in it."""
    from storage.data import shipped_units

    shipped = shipped_units()
    return next((unit.full_name for unit in (*shipped.provinces, *shipped.communes) if unit.code == code), "")


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
        _explain(found[0], report)


SHOWN = 40
"""Cases told of line by line; of more the codes alone."""


def _explain(figure: Figure, report: Report) -> None:
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
    if figure.key == "silent":
        for code in figure.cases:
            click.echo(f"  {code}  {_unit_name(code)}")
    else:
        _list_cases(figure, report)
    sealed = not_traced(figure)
    if sealed:
        click.echo(f"  and {sealed} confidential or not listed")
