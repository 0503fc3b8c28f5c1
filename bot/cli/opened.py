"""The database for commands that look at an installation and make none."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from bot.cli.frame import fail

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Database


def refuse_none(settings: Settings) -> None:
    """
    Make sure that there is a database.

    Raises:
        ClickException: there is none yet.
    """
    from storage.database import sqlite_file

    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        raise fail(f"There is no database at {file} yet; `nghedan run` or `nghedan migrate` makes it.")


@contextlib.asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """
    Open the database and close it at the end; the log goes to standard error, in short unless one asks for more.

    Raises:
        ClickException: there is none yet, or its tables are those of another version.
    """
    from bot.logs import configure
    from storage import migrate
    from storage.database import Database

    refuse_none(settings)
    schema, newest = await asyncio.to_thread(migrate.current, settings.database_url), migrate.head()
    if schema and schema != newest:
        do = "back it up, then run `nghedan migrate`" if schema < newest else "install the newer version"
        raise fail(f"The database's schema is {schema}, this program's {newest}: {do}.")
    configure(level="debug" if settings.general.log_level == "debug" else "warning")
    database = Database(settings.database_url)
    try:
        yield database
    finally:
        await database.close()
