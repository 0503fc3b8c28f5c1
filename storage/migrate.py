"""Bring a database to the newest schema. Alembic is imported only when there is something to do."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from storage.database import normal_url, sqlite_file

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).with_name("migrations")


def head() -> str:
    """Return the newest revision: migrations are numbered, the file's name begins with the revision."""
    return max(path.name.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*_*.py"))


def current(url: str) -> str:
    """Return the database's revision, '' for an empty database."""
    file = sqlite_file(url)
    return _current_sqlite(file) if file is not None else asyncio.run(_current_postgres(url))


def _current_sqlite(file: Path) -> str:
    if not file.exists():
        return ""
    with contextlib.closing(sqlite3.connect(file)) as connection:
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.OperationalError:  # no such table
            return ""
    return str(row[0]) if row else ""


async def _current_postgres(url: str) -> str:
    import asyncpg

    dsn = normal_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(dsn)
    try:
        return str(await connection.fetchval("SELECT version_num FROM alembic_version") or "")
    except asyncpg.UndefinedTableError:
        return ""
    finally:
        await connection.close()


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the schema to `revision`; may be called by several processes at once."""
    from alembic import command

    file = sqlite_file(url)
    if file is not None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # what people wrote is nobody else's business
    command.upgrade(_config(url), revision)


def downgrade(url: str, revision: str) -> None:
    """Take the schema back to `revision` ("base" for nothing at all)."""
    from alembic import command

    command.downgrade(_config(url), revision)


def ensure(url: str) -> bool:
    """
    Upgrade when the schema is not the newest; True when it was not.

    Raises:
        RuntimeError: a newer version of the program has made it.
    """
    found, newest = current(url), head()
    if found == newest:
        return False
    if found > newest:
        raise RuntimeError(f"The database's schema is {found}, this program's {newest}: install the newer version.")
    upgrade(url)
    return True


def _config(url: str) -> Config:
    from alembic.config import Config

    config = Config(stdout=sys.stdout)  # Alembic's own is what that was when Alembic was imported
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("sqlalchemy.url", normal_url(url).render_as_string(hide_password=False).replace("%", "%%"))
    return config
