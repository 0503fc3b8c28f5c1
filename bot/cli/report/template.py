"""`nghedan report template`: the Word file that governs the DOCX, exported, checked, installed, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.frame import example, fail, in_loop, json_option, load_settings, print_json
from bot.cli.opened import opened
from bot.cli.report.common import LAYOUTS, checked_organisation, known_unit, organisation_option, said

if TYPE_CHECKING:
    from reports.wire import Remark
    from storage.report_templates import StoredTemplate

unit_option = click.option("--unit", default="", metavar="CODE", help="Only for this body; for all when left out.")
layout_option = click.option(
    "--layout", type=click.Choice(LAYOUTS), required=True, help="front: the Front's and organisations'; party."
)
file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@click.group(
    epilog=example(
        "report template export --layout front --out front.docx",
        "report template check front.docx --layout front",
        "report template install front.docx --layout front --unit 19867",
        "report template revert --layout front --unit 19867",
    )
)
def template() -> None:
    """
    Change how Word documents look, without touching code.

    Export a template, change it in Word, check and install it. A broken one is refused with the reason. The PDF keeps
    the legal layout.
    """


@template.command("export", epilog=example("report template export --layout front --out front.docx"))
@layout_option
@unit_option
@organisation_option
@click.option("--shipped", is_flag=True, help="The one that comes with the program, whatever is installed.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@in_loop
async def export(*, layout: str, unit: str, organisation: str, shipped: bool, out: Path) -> None:
    """Write the template that governs now to a file."""
    _check_body(unit, organisation)
    settings = load_settings()
    import asyncio

    from actions.reports import templates
    from reports.docx_template import shipped_template
    from reports.value import Layout
    from storage import report_templates

    content = None
    if not shipped:
        async with opened(settings) as database, database.read() as db:
            found = await templates.governing(db, Layout(layout), unit, organisation)
            content = await report_templates.content(db, found.id) if found is not None else None
    data = content if content is not None else shipped_template(Layout(layout))
    await asyncio.to_thread(out.write_bytes, data)
    click.echo(f"{out}: {'the installed' if content is not None else 'the shipped'} template, {len(data) // 1000} kB.")


@template.command("check", epilog=example("report template check front.docx --layout front"))
@file_argument
@layout_option
@json_option
@in_loop
async def check(*, file: Path, layout: str, as_json: bool) -> None:
    """
    Say what is wrong with a template, without installing it.

    Exit status 1 when it cannot be used.
    """
    problems = await _problems(file, layout)
    if as_json:
        print_json([_entry(problem) for problem in problems])
    else:
        _say(problems)
        click.echo("It cannot be used." if _fatal(problems) else "It can be used.")
    if _fatal(problems):
        click.get_current_context().exit(1)


@template.command(
    "install",
    epilog=example(
        "report template install front.docx --layout front",
        "report template install phu-nu.docx --layout front --unit 19867 --organisation phu_nu",
    ),
)
@file_argument
@layout_option
@unit_option
@organisation_option
@click.option("--dry-run", is_flag=True, help="Check it and try it; install nothing.")
@in_loop
async def install(*, file: Path, layout: str, unit: str, organisation: str, dry_run: bool) -> None:
    """
    Check a template, fill it with a report for trial, and let it govern Word documents from now on.

    Reports that were submitted keep the template that they were submitted with.
    """
    _check_body(unit, organisation)
    settings = load_settings()
    import asyncio
    from datetime import UTC, datetime

    from actions.offices import CONSOLE
    from actions.reports import templates
    from domain.errors import Refused
    from reports.value import Layout

    problems = await _problems(file, layout)
    _say(problems)
    if dry_run:
        click.echo("It cannot be used." if _fatal(problems) else "It can be used; nothing was installed.")
        return
    content = await asyncio.to_thread(file.read_bytes)
    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                id = await templates.install(
                    db,
                    layout=Layout(layout),
                    unit=unit,
                    organisation=organisation,
                    name=file.name,
                    content=content,
                    problems=problems,
                    by=CONSOLE,
                    now=datetime.now(UTC),
                )
        except Refused as refusal:
            raise fail(said(refusal)) from None
    click.echo(f"Template {id} governs {_whose(unit, organisation)} from now on.")


@template.command("list", epilog=example("report template list", "report template list --unit 19867 --json"))
@unit_option
@json_option
@in_loop
async def list_templates(*, unit: str, as_json: bool) -> None:
    """List what was installed, newest first of each body."""
    settings = load_settings()
    from storage import report_templates

    async with opened(settings) as database, database.read() as db:
        found = await report_templates.templates(db, unit=unit or None)
    entries = [_template(one) for one in found]
    if as_json:
        print_json(entries)
        return
    from bot.cli.streams import table

    if not entries:
        click.echo("Nothing is installed: the shipped templates govern.")
    table([tuple("" if value is None else str(value) for value in entry.values()) for entry in entries])


@template.command("revert", epilog=example("report template revert --layout front"))
@layout_option
@unit_option
@organisation_option
@in_loop
async def revert(*, layout: str, unit: str, organisation: str) -> None:
    """Take the present template back; the one before governs again, at last the shipped one."""
    _check_body(unit, organisation)
    settings = load_settings()
    from datetime import UTC, datetime

    from actions.offices import CONSOLE
    from actions.reports import templates
    from domain.errors import Refused
    from reports.value import Layout

    async with opened(settings) as database:
        try:
            async with database.begin() as db:
                before = await templates.revert(
                    db,
                    layout=Layout(layout),
                    unit=unit,
                    organisation=organisation,
                    by=CONSOLE,
                    now=datetime.now(UTC),
                )
        except Refused as refusal:
            raise fail(said(refusal)) from None
    now = f"template {before.id} ({before.name})" if before is not None else "the one of all bodies, or the shipped one"
    click.echo(f"Taken back; {_whose(unit, organisation)}: {now} governs again.")


async def _problems(file: Path, layout: str) -> tuple[Remark, ...]:
    """Return what the check finds; a template that passes is filled for trial, too."""
    import asyncio

    from reports import documents
    from reports.value import Layout

    return await documents.template_problems(await asyncio.to_thread(file.read_bytes), Layout(layout))


def _fatal(problems: tuple[Remark, ...]) -> bool:
    return any(problem.fatal for problem in problems)


def _say(problems: tuple[Remark, ...]) -> None:
    from texts import say

    for problem in problems:
        words, colour = ("cannot be used", "red") if problem.fatal else ("against the rule", "yellow")
        click.echo(f"{click.style(words, fg=colour)}: {say(problem.key, 'en', problem.values)}")


def _entry(problem: Remark) -> dict[str, Any]:
    from texts import say

    return {"key": problem.key, "fatal": problem.fatal, "says": say(problem.key, "en", problem.values)}


def _template(one: StoredTemplate) -> dict[str, Any]:
    return {
        "id": one.id,
        "layout": one.layout,
        "unit": one.unit or "all",
        "organisation": one.organisation or "all",
        "name": one.name,
        "installed_at": one.installed_at.isoformat(timespec="minutes"),
        "state": "governs" if one.present else "taken back" if one.reverted else "replaced",
        "sha256": one.sha256[:12],
    }


def _check_body(unit: str, organisation: str) -> None:
    checked_organisation(organisation)
    if unit:
        known_unit(unit)


def _whose(unit: str, organisation: str) -> str:
    who = organisation or "all together"
    return f"{who} of {unit}" if unit else f"{who} of every unit" if organisation else "all bodies"
