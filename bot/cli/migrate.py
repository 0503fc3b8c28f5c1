"""`nghedan migrate`."""

from __future__ import annotations

import click

from bot.cli.frame import example, json_option, load_settings, print_json


@click.command(epilog=example("migrate", "migrate --check || echo behind"))
@click.option("--check", is_flag=True, help="Change nothing; exit status 1 when something is not the newest.")
@json_option
def command(*, check: bool, as_json: bool) -> None:
    """
    Bring the database to the newest schema and list of units.

    `nghedan run` does this itself; with several processes, run it once before they start.
    """
    url = load_settings().database_url
    import asyncio

    from storage import migrate
    from storage.units import bring_up

    before, newest = migrate.current(url), migrate.head()
    if check:
        if as_json:
            print_json({"schema": before, "newest": newest})
        else:
            click.echo(f"The schema is {before or 'empty'}, the newest is {newest}.")
        click.get_current_context().exit(0 if before == newest else 1)
    migrate.ensure(url)
    loaded = asyncio.run(bring_up(url))
    if as_json:
        print_json({"schema_before": before, "schema": newest, "units_loaded": loaded})
        return
    click.echo(f"Schema: {newest} already." if before == newest else f"Schema: {before or 'empty'} -> {newest}.")
    click.echo("Units: loaded." if loaded else "Units: the newest already.")
