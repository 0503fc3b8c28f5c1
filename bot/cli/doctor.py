"""`nghedan doctor`."""

from __future__ import annotations

import click

from bot.cli.frame import example, in_loop, json_option, load_settings, print_json

MARKS = {"ok": ("ok", "green"), "warning": ("look", "yellow"), "bad": ("BAD", "red")}


@click.command(epilog=example("doctor", "doctor --json | jq '.[] | select(.level == \"bad\")'"))
@json_option
@in_loop
async def command(*, as_json: bool) -> None:
    """
    Check the installation and say what to do.

    Looks at the settings, data folder, key file, database, schema, units, tokens, webhook, clock, time zone,
    holidays and fonts. Exit status 0 when nothing is bad, else 1; wrong settings give 2.
    """
    settings = load_settings()
    from dataclasses import asdict
    from datetime import UTC, datetime

    from bot.doctor import examine
    from bot.finding import Level

    found = await examine(settings, lambda: datetime.now(UTC))
    if as_json:
        print_json([asdict(finding) for finding in found])
    else:
        width = max(len(finding.check) for finding in found)
        for finding in found:
            mark, colour = MARKS[finding.level]
            click.echo(f"{click.style(f'{mark:>4}', fg=colour)}  {finding.check:{width}}  {finding.what}")
            if finding.do:
                click.echo(f"{'':{width + 6}}  -> {finding.do}")
    if any(finding.level is Level.BAD for finding in found):
        click.get_current_context().exit(1)
