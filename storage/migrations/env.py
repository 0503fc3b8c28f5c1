"""How Alembic reaches the database: the house's own engine, batch mode on SQLite, one migrator at a time."""

from __future__ import annotations

import asyncio
from typing import Any

from alembic import context
from sqlalchemy import Connection, text

from storage.database import Database
from storage.schema import metadata
from storage.types import JsonText, Moment

MIGRATION_LOCK = 6_417_001
"""Key of PostgreSQL's advisory lock: of several processes that start together, one migrates."""


def _render_item(kind: str, item: Any, _autogen_context: Any) -> Any:
    # Own column types are written as what they store: a migration must not change when the class does.
    if kind == "type" and isinstance(item, Moment):
        return "sa.BigInteger()"
    if kind == "type" and isinstance(item, JsonText):
        return "sa.Text()"
    return False


def _migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=_render_item,
        compare_type=False,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
        context.run_migrations()


async def _run() -> None:
    database = Database(context.config.get_main_option("sqlalchemy.url") or "")
    try:
        async with database.begin() as connection:
            await connection.run_sync(_migrate)
    finally:
        await database.close()


asyncio.run(_run())
