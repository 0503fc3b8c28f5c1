"""Long results taken a few rows at a time, so that chats get their turn in between."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, MutableMapping, MutableSequence, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Row, Select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.turns import TURNS

T = TypeVar("T")

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


async def in_turns(values: Iterable[T], at_once: int = ROWS_AT_ONCE) -> AsyncIterator[T]:
    """Yield values of which there may be thousands; others get their turn after every so many."""
    for number, value in enumerate(values, 1):
        yield value
        if number % at_once == 0:
            await TURNS.others_first()


async def let_go(*collections: MutableSequence[Any] | MutableMapping[Any, Any]) -> None:
    """Empty what holds thousands of things, some at a time: to free them all at once stops everybody for 20 ms."""
    for values in collections:
        while values:
            if isinstance(values, MutableMapping):
                for _ in range(min(ROWS_AT_ONCE, len(values))):
                    values.popitem()
            else:
                del values[-ROWS_AT_ONCE:]
            await TURNS.others_first()
