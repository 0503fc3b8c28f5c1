"""Versions of tables that a process keeps in memory: whoever writes one changes its version, a job sees that."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import setting
from storage.upserts import put


class Watched(StrEnum):
    """The tables; the value is the key of the version in table `setting`."""

    WORK_DAYS = "version.work_days"
    POLYGONS = "version.unit_polygons"


async def touch(db: AsyncConnection, table: Watched) -> None:
    """Give a table a version that it never had, in the transaction that changes it."""
    await put(db, setting, {"key": table.value}, {"value": secrets.token_hex(8)})


async def versions(db: AsyncConnection) -> Mapping[Watched, str]:
    """Return the version of each table; '' for one that was never written."""
    c = setting.c
    rows = await db.execute(select(c.key, c.value).where(c.key.in_([table.value for table in Watched])))
    known = {row.key: str(row.value) for row in rows}
    return {table: known.get(table.value, "") for table in Watched}
