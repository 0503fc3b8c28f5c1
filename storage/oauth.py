"""
The tokens of an account: one row a channel, of which only ever the newest version counts.

A refresh token works once, so exactly one process may send it: it takes the lease of the version it has read, with one
UPDATE that compares the version, and writes the next version the same way. That is right on both databases and holds no
transaction open while the messenger is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import oauth_consent, oauth_pair
from storage.upserts import insert_into


@dataclass(frozen=True, slots=True)
class StoredPair:
    """The row of an account; `sealed` is the pair, encrypted. `lost_at`: the messenger refused the refresh token."""

    version: int
    sealed: str
    access_expires_at: datetime
    refresh_expires_at: datetime
    renewed_at: datetime
    lost_at: datetime | None
    lease_by: str | None
    lease_until: datetime | None


async def pair_of(db: AsyncConnection, channel: str) -> StoredPair | None:
    """Return the newest pair of an account."""
    c = oauth_pair.c
    columns = (
        c.version,
        c.sealed,
        c.access_expires_at,
        c.refresh_expires_at,
        c.renewed_at,
        c.lost_at,
        c.lease_by,
        c.lease_until,
    )
    row = (await db.execute(select(*columns).where(c.channel == channel))).first()
    return StoredPair(*row) if row else None


async def take_lease(
    db: AsyncConnection, channel: str, version: int, me: str, *, now: datetime, lasts: timedelta
) -> bool:
    """Take the only right to renew this version; False when it is somebody's, or no longer the newest."""
    c = oauth_pair.c
    free = or_(c.lease_until.is_(None), c.lease_until <= now, c.lease_by == me)
    result = await db.execute(
        update(oauth_pair)
        .where(c.channel == channel, c.version == version, free)
        .values(lease_by=me, lease_until=now + lasts)
    )
    return result.rowcount == 1


async def release(db: AsyncConnection, channel: str, me: str) -> None:
    """Give the right back without having renewed."""
    mine = (oauth_pair.c.channel == channel) & (oauth_pair.c.lease_by == me)
    await db.execute(update(oauth_pair).where(mine).values(lease_by=None, lease_until=None))


async def rotate(
    db: AsyncConnection,
    channel: str,
    version: int,
    sealed: str,
    *,
    now: datetime,
    access_until: datetime,
    refresh_until: datetime,
) -> bool:
    """Write the pair that replaces `version`, keeping that one beside it; False when it is no longer the newest."""
    c = oauth_pair.c
    result = await db.execute(
        update(oauth_pair)
        .where(c.channel == channel, c.version == version)
        .values(
            version=version + 1,
            sealed=sealed,
            previous=c.sealed,
            access_expires_at=access_until,
            refresh_expires_at=refresh_until,
            renewed_at=now,
            lost_at=None,
            lease_by=None,
            lease_until=None,
        )
    )
    return result.rowcount == 1


async def mark_lost(db: AsyncConnection, channel: str, version: int, *, at: datetime) -> bool:
    """Note that nobody can renew this version any more; True the first time."""
    c = oauth_pair.c
    here = (c.channel == channel) & (c.version == version) & c.lost_at.is_(None)
    return (
        await db.execute(update(oauth_pair).where(here).values(lost_at=at, lease_by=None, lease_until=None))
    ).rowcount == 1


async def put_new(
    db: AsyncConnection, channel: str, sealed: str, *, now: datetime, access_until: datetime, refresh_until: datetime
) -> None:
    """Write the first pair of a consent, in place of whatever was there."""
    values = {
        "sealed": sealed,
        "access_expires_at": access_until,
        "refresh_expires_at": refresh_until,
        "renewed_at": now,
        "lost_at": None,
        "lease_by": None,
        "lease_until": None,
    }
    statement = insert_into(db, oauth_pair).values(channel=channel, version=1, **values)
    newer = {**values, "version": oauth_pair.c.version + 1, "previous": oauth_pair.c.sealed}
    await db.execute(statement.on_conflict_do_update(index_elements=["channel"], set_=newer))


# --- Consents that are being given ----------------------------------------------------------------------------------


async def begin_consent(
    db: AsyncConnection, channel: str, state_hash: str, sealed: str, *, expires_at: datetime
) -> None:
    """Remember a consent's verifier under the hash of its state."""
    values = {"channel": channel, "state_hash": state_hash, "sealed": sealed, "expires_at": expires_at}
    await db.execute(insert(oauth_consent).values(values))


async def use_consent(db: AsyncConnection, channel: str, state_hash: str, *, now: datetime) -> str | None:
    """Return the sealed verifier, once; None when the state is unknown, used or too old."""
    c = oauth_consent.c
    fresh = (c.state_hash == state_hash) & (c.channel == channel) & c.used_at.is_(None) & (c.expires_at > now)
    row: Row[Any] | None = (
        await db.execute(update(oauth_consent).where(fresh).values(used_at=now).returning(c.sealed))
    ).first()
    return str(row.sealed) if row else None


async def forget_consents(db: AsyncConnection, *, before: datetime) -> int:
    """Delete consents that were begun long ago."""
    return (await db.execute(oauth_consent.delete().where(oauth_consent.c.expires_at < before))).rowcount
