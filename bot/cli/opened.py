"""The database for commands that look at an installation and make none."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from bot.cli.frame import fail

if TYPE_CHECKING:
    from bot.settings import Settings
    from storage.database import Database


@contextlib.asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """
    Open the database and close it at the end; the log goes to standard error, in short unless one asks for more.

    Raises:
        ClickException: there is none yet.
    """
    from bot.logs import configure
    from storage.database import Database, sqlite_file

    file = sqlite_file(settings.database_url)
    if file is not None and not file.exists():
        raise fail(f"There is no database at {file} yet; `nghedan run` or `nghedan migrate` makes it.")
    configure(level="debug" if settings.general.log_level == "debug" else "warning")
    database = Database(settings.database_url)
    try:
        yield database
    finally:
        await database.close()
