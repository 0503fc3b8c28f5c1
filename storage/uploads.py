"""Ids under which a messenger has files that we uploaded to it, shared by all processes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import upload_id
from storage.upserts import put


async def known(db: AsyncConnection, channel: str, file_id: int, *, since: datetime) -> str:
    """Return the id of an upload that is not older than `since`, '' for none."""
    c = upload_id.c
    query = select(c.token).where(c.channel == channel, c.file_id == file_id, c.uploaded_at >= since)
    return str((await db.execute(query)).scalar() or "")


async def keep(db: AsyncConnection, channel: str, file_id: int, token: str, *, now: datetime) -> None:
    """Remember an upload, in place of an earlier one."""
    await put(db, upload_id, {"channel": channel, "file_id": file_id}, {"token": token, "uploaded_at": now})


async def forget(db: AsyncConnection, channel: str, file_id: int) -> None:
    """The messenger no longer knows the upload."""
    await db.execute(upload_id.delete().where(upload_id.c.channel == channel, upload_id.c.file_id == file_id))
