"""`nghedan run`."""

from __future__ import annotations

import click

from bot.cli.frame import example, load_settings


@click.command(epilog=example("run", "run --port 9000"))
@click.option("--host", help="Listen here instead of NGHEDAN_WEB_HOST.")
@click.option("--port", type=click.IntRange(0, 65_535), help="Listen on this port instead of NGHEDAN_WEB_PORT.")
def command(*, host: str | None, port: int | None) -> None:
    """
    Start the program and say which page to open.

    Without any setting: SQLite in var/, the schema brought to the newest, the units loaded, the web chat on
    http://127.0.0.1:8080/. Ctrl-C or SIGTERM stops it after it has finished what it had begun.
    """
    import dataclasses

    settings = load_settings()
    web = dataclasses.replace(
        settings.web,
        host=settings.web.host if host is None else host,
        port=settings.web.port if port is None else port,
    )
    from bot import lean

    lean.apply()  # before the libraries are imported that it makes smaller
    from bot import app

    app.main(dataclasses.replace(settings, web=web))
