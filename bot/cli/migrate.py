"""`nghedan migrate`."""

from __future__ import annotations

import click

from bot.cli.frame import example, json_option, load_settings, print_json


@click.command(epilog=example("migrate", "migrate --check || echo behind"))
@click.option(
    "--check", is_flag=True, help="Change nothing; exit status 1 when the schema is not the newest."
)
@json_option
def command(*, check: bool, as_json: bool) -> None:
    """
    Bring the database to the newest schema.

    `nghedan run` does this itself; with several processes, run it once before they start.
    """
    settings = load_settings()
    from storage import migrate

    before, newest = migrate.current(settings.database_url), migrate.head()
    if not check and before != newest:
        migrate.upgrade(settings.database_url)
    after = migrate.current(settings.database_url)
    if as_json:
        print_json({"before": before, "now": after, "newest": newest})
    elif after == newest:
        click.echo(
            f"The schema is the newest ({newest})." if before == after else f"{before or 'empty'} -> {after}"
        )
    else:
        click.echo(f"The schema is {before or 'empty'}, the newest is {newest}: run `nghedan migrate`.")
    if after != newest:
        click.get_current_context().exit(1)
