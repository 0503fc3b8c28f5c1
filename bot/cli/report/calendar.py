"""`nghedan report calendar`: which reports a body makes, of which days, by when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened
from bot.cli.report.common import (
    KINDS,
    RHYTHMS,
    SECTIONS,
    checked_organisation,
    known_unit,
    organisation_option,
    said,
)

if TYPE_CHECKING:
    from datetime import date

    from actions.reports.calendar import Line
    from domain.reporting import ReportRule
    from domain.units import UnitRef

ALL = "all"

unit_option = click.option(
    "--unit", default=ALL, show_default=True, metavar="CODE", help="Whose; all: every unit without a line of its own."
)
kind_argument = click.argument("kind", type=click.Choice(KINDS))
dry_option = click.option("--dry-run", is_flag=True, help="Change nothing; say what the line would mean.")


@click.group(
    epilog=example(
        "report calendar list --unit 19867",
        "report calendar set thang --unit 19867 --month-day 1 --due-days 3 --remind 2,1",
        "report calendar set nam --unit 46 --cut-off 11-30 --committee 'Thuong truc Thanh uy Hue'",
        "report calendar off tuan --unit 19867",
    )
)
def calendar() -> None:
    """Show and set which reports are compiled, when their figures are closed, and by when they are sent."""


@calendar.command("list", epilog=example("report calendar list --unit 19867", "report calendar list --unit 46 --json"))
@unit_option
@organisation_option
@json_option
@in_loop
async def list_lines(*, unit: str, organisation: str, as_json: bool) -> None:
    """List the lines that hold for a body, with the report that each brings next."""
    checked_organisation(organisation)
    place = _unit(unit)
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.reports import calendar as lines
    from domain.calendar import local_date

    async with opened(settings) as database, database.read() as db:
        found = await lines.lines(db, place.code if place else "", organisation, local_date(datetime.now(UTC)))
    if as_json:
        print_json([_entry(line) for line in found])
        return
    for line in found:
        _say(line)


@calendar.command(
    "set",
    epilog=example(
        "report calendar set tuan --unit 19867",
        "report calendar set thang --unit 19867 --month-day 15 --due-days 5 --remind 3,1",
        "report calendar set nam --cut-off 11-30 --sections danh_gia_chung,van_de_quan_tam,kien_nghi_de_xuat --dry-run",
    ),
)
@kind_argument
@unit_option
@organisation_option
@click.option("--rhythm", type=click.Choice(RHYTHMS), help="How often; summaries of opinions and supervision differ.")
@click.option("--month-day", type=click.IntRange(1, 28), help="First day of its months: 1, or 15 for 15th to 14th.")
@click.option("--closes-early", type=click.IntRange(0, 60), help="Days before the end at which figures are closed.")
@click.option("--cut-off", metavar="MM-DD", help="The same, as a day of the year: 11-30. For once a year.")
@click.option("--weekday", type=click.IntRange(0, 6), help="First day of its weeks, 0 for Monday.")
@click.option("--due-days", type=int, help="Days after the period's last day by which it is sent; may be negative.")
@click.option("--remind", metavar="DAYS", help="Days before it is due on which its writers are told: 7,3,1; 0: none.")
@click.option("--committee", help="Whom it goes to, in words; '' for the usual one.")
@click.option("--party-layout/--front-layout", default=None, help="In the Party's layout, by its own office.")
@click.option("--sections", metavar="CODES", help="Its sections, with commas; '' for the usual ones.")
@dry_option
@json_option
@in_loop
async def set_line(*, kind: str, unit: str, organisation: str, dry_run: bool, as_json: bool, **given: Any) -> None:
    """
    Set a line and switch it on; what is left out stays as it holds now.

    A period that is delimited otherwise from today on is not compiled for days before today.
    """
    checked_organisation(organisation)
    place = _unit(unit)
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.offices import CONSOLE
    from actions.reports import calendar as lines
    from domain.calendar import local_date
    from domain.errors import Refused
    from domain.report_calendar import checked
    from domain.reporting import ReportKind

    now = datetime.now(UTC)
    today, code = local_date(now), place.code if place else ""
    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                line = await lines.line_of(db, code, organisation, ReportKind(kind), today)
                rule = _changed(line.rule, given, today)
                if dry_run:
                    checked(rule)
                else:
                    await lines.set_line(db, place, organisation, rule, by=CONSOLE, now=now)
                    line = await lines.line_of(db, code, organisation, ReportKind(kind), today)
        except Refused as refusal:
            raise fail(f"The line cannot be: {said(refusal)}") from None
    if dry_run:
        from dataclasses import replace

        from domain.report_calendar import ahead

        kept = checked(rule)
        line = replace(line, rule=kept, ahead=ahead(kept, today))
    if as_json:
        print_json(_entry(line) | {"dry_run": dry_run})
    else:
        _say(line, "would be" if dry_run else "")


def _changed(rule: ReportRule, given: dict[str, Any], today: date) -> ReportRule:
    from dataclasses import replace

    from domain.report_calendar import closes_early_for
    from domain.reporting import PartOfReport, Rhythm

    changes: dict[str, Any] = {}
    if given["rhythm"]:
        changes["rhythm"] = Rhythm(given["rhythm"])
    names = {"month_day": "month_day", "closes_early": "closes_early", "weekday": "weekday"}
    closing = {name: given[key] for name, key in names.items() if given[key] is not None}
    changes["closing"] = replace(rule.closing, **closing)
    for name, key in (("due_days", "due_days"), ("committee", "committee"), ("party_layout", "party_layout")):
        if given[key] is not None:
            changes[name] = given[key]
    if given["remind"] is not None:
        changes["remind_days"] = tuple(day for day in _numbers(given["remind"]) if day)
    if given["sections"] is not None:
        changes["parts"] = tuple(PartOfReport(code) for code in _sections(given["sections"]))
    found = replace(rule, **changes)
    if given["cut_off"]:
        month, day = _month_and_day(given["cut_off"])
        early = closes_early_for(found, month, day, today.year)
        found = replace(found, closing=replace(found.closing, closes_early=early))
    return replace(found, active=found.rhythm is not Rhythm.ON_DEMAND)


def _numbers(text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",") if part.strip()]
    except ValueError:
        raise click.UsageError("--remind is numbers with commas: 7,3,1.") from None


def _sections(text: str) -> list[str]:
    codes = [part.strip() for part in text.split(",") if part.strip()]
    unknown = sorted(set(codes) - set(SECTIONS))
    if unknown:
        raise click.UsageError(f"No such section: {', '.join(unknown)}. There are {', '.join(SECTIONS)}.")
    return codes


def _month_and_day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    if not (month.isdigit() and day.isdigit()):
        raise click.UsageError("--cut-off is a month and a day: 11-30.")
    return int(month), int(day)


@calendar.command("off", epilog=example("report calendar off tuan --unit 19867"))
@kind_argument
@unit_option
@organisation_option
@in_loop
async def switch_off(*, kind: str, unit: str, organisation: str) -> None:
    """Stop compiling a report by itself; `set` switches it on again."""
    checked_organisation(organisation)
    place = _unit(unit)
    settings = load_settings()
    from dataclasses import replace
    from datetime import UTC, datetime

    from actions.offices import CONSOLE
    from actions.reports import calendar as lines
    from domain.calendar import local_date
    from domain.reporting import ReportKind

    now = datetime.now(UTC)
    async with opened(settings) as database, database.begin() as db:
        code = place.code if place else ""
        line = await lines.line_of(db, code, organisation, ReportKind(kind), local_date(now))
        await lines.set_line(db, place, organisation, replace(line.rule, active=False), by=CONSOLE, now=now)
    click.echo(f"{kind} of {unit}: off.")


@calendar.command("reset", epilog=example("report calendar reset thang --unit 19867"))
@kind_argument
@unit_option
@organisation_option
@in_loop
async def reset(*, kind: str, unit: str, organisation: str) -> None:
    """Forget what was set: the line for all units holds again, or the usual one."""
    checked_organisation(organisation)
    place = _unit(unit)
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.offices import CONSOLE
    from actions.reports import calendar as lines
    from domain.errors import Refused
    from domain.reporting import ReportKind

    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                await lines.reset_line(
                    db, place, organisation, ReportKind(kind), by=CONSOLE, now=datetime.now(UTC)
                )  # fmt: skip
        except Refused as refusal:
            raise fail(said(refusal)) from None
    click.echo(f"{kind} of {unit}: as usual again.")


def _unit(code: str) -> UnitRef | None:
    return None if code == ALL else known_unit(code)


def _entry(line: Line) -> dict[str, Any]:
    rule, ahead = line.rule, line.ahead
    return {
        "kind": rule.kind.value,
        "active": rule.active,
        "set": "here" if line.own else "for all" if line.shared else "usual",
        "rhythm": rule.rhythm.value,
        "month_day": rule.closing.month_day,
        "closes_early": rule.closing.closes_early,
        "weekday": rule.closing.weekday,
        "due_days": rule.due_days,
        "remind": list(rule.remind_days),
        "committee": rule.committee,
        "party_layout": rule.party_layout,
        "sections": [part.value for part in rule.sections],
        "next": {
            "first": ahead.period.opens.isoformat(),
            "last": ahead.period.cut_off.isoformat(),
            "compiled_on": ahead.compiled_on.isoformat(),
            "due_on": ahead.due_on.isoformat(),
        }
        if ahead
        else None,
    }


def _say(line: Line, would: str = "") -> None:
    entry = _entry(line)
    state = " ".join(filter(None, (would, "on" if line.rule.active else "off")))
    name = click.style(f"{entry['kind']:<16}", bold=line.rule.active)
    click.echo(f"{name} {state}, {entry['rhythm']}, set {entry['set']}")
    if line.ahead is not None:
        next_ = entry["next"]
        reminded = ", ".join(map(str, entry["remind"])) or "no"
        click.echo(
            f"{'':17}next {next_['first']} to {next_['last']}, compiled {next_['compiled_on']}, "
            f"due {next_['due_on']}, reminders {reminded} days before"
        )
    if entry["committee"] or line.rule.parts or entry["party_layout"]:
        layout = "Party layout" if entry["party_layout"] else "Front layout"
        click.echo(f"{'':17}{entry['committee'] or 'usual committee'}; {layout}; {', '.join(entry['sections'])}")
