"""What only one process does at a time: a row that says who, and until when."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import or_
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import lease
from storage.upserts import insert_into


async def take(db: AsyncConnection, name: str, me: str, *, now: datetime, lasts: timedelta) -> bool:
    """Take or renew a lease; False while somebody else holds it."""
    values = {"name": name, "holder": me, "until": now + lasts}
    taken = await db.execute(
        insert_into(db, lease)
        .values(values)
        .on_conflict_do_update(
            index_elements=["name"],
            set_={"holder": me, "until": now + lasts},
            where=or_(lease.c.holder == me, lease.c.until <= now),
        )
    )
    return taken.rowcount == 1


async def give_back(db: AsyncConnection, name: str, me: str) -> None:
    """Let others have it at once."""
    await db.execute(lease.delete().where(lease.c.name == name, lease.c.holder == me))
