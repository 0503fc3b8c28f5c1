"""One statement written out for each database and run on its driver: where the two say it too differently for Core."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection


class Direct(NamedTuple):
    """The same statement for both; parameters in the same order (`?1`, `$1`)."""

    sqlite: str
    postgresql: str

    async def __call__(self, db: AsyncConnection, *values: Any) -> list[Any]:
        """Run it in the open transaction or snapshot of `db`; return its rows as tuples, in stored types."""
        driver = (await db.get_raw_connection()).driver_connection
        assert driver is not None
        if db.dialect.driver == "inloop":
            found: list[Any] = driver.execute(self.sqlite, values).fetchall()
        elif db.dialect.name == "sqlite":  # a reader, through a thread
            found = await driver.execute_fetchall(self.sqlite, values)
        else:
            found = await driver.fetch(self.postgresql, *values)
        return found
