"""Long results taken a few rows at a time, so that chats get their turn in between."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from sqlalchemy import Row, Select
from sqlalchemy.ext.asyncio import AsyncConnection

ROWS_AT_ONCE: Final = 250
"""Some two milliseconds of work."""


async def in_parts(db: AsyncConnection, query: Select[Any]) -> AsyncIterator[Sequence[Row[Any]]]:
    """
    Yield the rows of a query, some at a time.

    On the connection that SQLite writes through they come in one piece: a long result belongs on one that reads.
    """
    if not db.dialect.supports_server_side_cursors:
        yield (await db.execute(query)).all()
        return
    result = await db.stream(query)
    async for rows in result.partitions(ROWS_AT_ONCE):
        yield rows
