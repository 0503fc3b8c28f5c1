"""Files that people sent: which are wanted, where their bytes are, to which petition they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import func, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.messages import FileKind, IncomingFile
from conversation.state import state_from_json
from conversation.voices import OFFICER
from storage.schema import conversation, file

WANTED: Final = "state = 'wanted'"
"""Written exactly as in the partial index ix_file_wanted."""

_NAME_MAX, _MIME_MAX, _REASON_MAX = 200, 100, 80
"""Characters that the columns hold."""


@dataclass(frozen=True, slots=True)
class WantedFile:
    """A file to be fetched; `attempts` counts this one."""

    id: int
    conversation_id: int
    channel: str
    incoming: IncomingFile
    attempts: int


@dataclass(frozen=True, slots=True)
class StoredFile:
    """
    A file as the tables know it: `size` in bytes, `sha256` and `thumbnail` name blobs and are None until stored.

    `state` is wanted, stored, refused, failed or purged; `reason` says why it is refused or failed.
    """

    id: int
    conversation_id: int
    petition_id: int | None
    kind: FileKind
    name: str
    mime: str
    size: int
    sha256: str | None
    thumbnail: str | None
    state: str
    reason: str | None
    created_at: datetime


_COLUMNS = (
    file.c.id,
    file.c.conversation_id,
    file.c.petition_id,
    file.c.kind,
    file.c.name,
    file.c.mime,
    file.c.size,
    file.c.sha256,
    file.c.thumbnail,
    file.c.state,
    file.c.reason,
    file.c.created_at,
)


def _stored(row: Any) -> StoredFile:
    values = row._asdict()
    return StoredFile(**values | {"kind": FileKind(row.kind)})


WANTS: Final = "files.wanted"
"""Key of a connection's `info`, set when a file is to be fetched: whoever commits then wakes the fetcher."""


async def want(
    connection: AsyncConnection, conversation_id: int, channel: str, incoming: IncomingFile, now: datetime
) -> int:
    """Note a file to be fetched; return its id."""
    connection.info[WANTS] = True
    made = await connection.scalar(
        insert(file)
        .values(
            conversation_id=conversation_id,
            channel=channel,
            source=incoming.source,
            kind=incoming.kind.value,
            name=incoming.name[:_NAME_MAX],
            mime=incoming.mime[:_MIME_MAX],
            size=incoming.size,
            state="wanted",
            attempts=0,
            next_try_at=now,
            created_at=now,
        )
        .returning(file.c.id)
    )
    assert made is not None
    return int(made)


async def wanted(
    connection: AsyncConnection, *, now: datetime, until: datetime, channels: Sequence[str], limit: int
) -> list[WantedFile]:
    """
    Take files that are due, oldest first, and count an attempt of each.

    They come up again at `until`, should whoever took them be killed.
    """
    due = (
        select(file.c.id)
        .where(text("file." + WANTED), file.c.next_try_at <= now, file.c.channel.in_(channels))
        .order_by(file.c.next_try_at)
        .limit(limit)
    )
    if connection.dialect.name == "postgresql":
        due = due.with_for_update(skip_locked=True)
    taken = await connection.execute(
        update(file)
        .where(file.c.id.in_(due.scalar_subquery()))
        .values(next_try_at=until, attempts=file.c.attempts + 1)
        .returning(
            file.c.id,
            file.c.conversation_id,
            file.c.channel,
            file.c.kind,
            file.c.source,
            file.c.name,
            file.c.mime,
            file.c.size,
            file.c.attempts,
        )
    )
    return [
        WantedFile(
            row.id,
            row.conversation_id,
            row.channel,
            IncomingFile(FileKind(row.kind), row.source, row.name, row.mime, row.size),
            row.attempts,
        )
        for row in sorted(taken, key=lambda row: row.id)
    ]


async def stored(
    connection: AsyncConnection,
    id: int,
    *,
    kind: FileKind,
    mime: str,
    size: int,
    sha256: str,
    thumbnail: str | None = None,
) -> None:
    """Record where the bytes are and what they turned out to be."""
    await connection.execute(
        update(file)
        .where(file.c.id == id, text(WANTED))
        .values(
            state="stored",
            kind=kind.value,
            mime=mime,
            size=size,
            sha256=sha256,
            thumbnail=thumbnail,
            next_try_at=None,
            reason=None,
        )
    )


async def voice_in(connection: AsyncConnection, conversation_id: int) -> str:
    """Return how whoever writes in a chat is spoken to: a voice of `conversation.voices`, '' for everybody."""
    c = conversation.c
    row = (await connection.execute(select(c.officer_id, c.state).where(c.id == conversation_id))).one_or_none()
    if row is None or row.officer_id is not None:
        return "" if row is None else OFFICER
    return state_from_json(row.state).voice


async def put_made(
    connection: AsyncConnection,
    conversation_id: int,
    *,
    name: str,
    mime: str,
    size: int,
    sha256: str,
    kind: FileKind,
    now: datetime,
) -> int:
    """Note a file that we made for a chat, whose bytes are stored already; return its id."""
    values = {
        "conversation_id": conversation_id,
        "channel": "made",
        "source": sha256,
        "kind": kind.value,
        "name": name[:_NAME_MAX],
        "mime": mime[:_MIME_MAX],
        "size": size,
        "sha256": sha256,
        "state": "stored",
        "attempts": 0,
        "created_at": now,
    }
    return int((await connection.execute(insert(file).values(values).returning(file.c.id))).scalar_one())


async def refused(connection: AsyncConnection, id: int, reason: str) -> bool:
    """Record that the file is not taken; False when it was decided before."""
    return await _end(connection, id, "refused", reason)


async def failed(connection: AsyncConnection, id: int, reason: str) -> bool:
    """Record that the file could not be had; False when it was decided before."""
    return await _end(connection, id, "failed", reason)


async def _end(connection: AsyncConnection, id: int, state: str, reason: str) -> bool:
    result = await connection.execute(
        update(file)
        .where(file.c.id == id, text(WANTED))
        .values(state=state, reason=reason[:_REASON_MAX], next_try_at=None)
    )
    return result.rowcount == 1


async def later(
    connection: AsyncConnection, id: int, *, next_try_at: datetime, reason: str, counted: bool = True
) -> None:
    """Put a file off; `counted` false takes the attempt back."""
    values: dict[str, Any] = {"next_try_at": next_try_at, "reason": reason[:_REASON_MAX]}
    if not counted:
        values["attempts"] = file.c.attempts - 1
    await connection.execute(update(file).where(file.c.id == id, text(WANTED)).values(values))


async def attach(connection: AsyncConnection, ids: Sequence[int], petition_id: int, *, conversation_id: int) -> int:
    """Give files of a chat to a petition; ids of other chats are passed over. Return how many were given."""
    result = await connection.execute(
        update(file)
        .where(file.c.id.in_(ids), file.c.conversation_id == conversation_id, file.c.petition_id.is_(None))
        .values(petition_id=petition_id)
    )
    return result.rowcount


async def get(connection: AsyncConnection, id: int) -> StoredFile | None:
    """Return a file, whatever its state."""
    row = (await connection.execute(select(*_COLUMNS).where(file.c.id == id))).one_or_none()
    return None if row is None else _stored(row)


async def of_petition(connection: AsyncConnection, petition_id: int) -> list[StoredFile]:
    """Return a petition's files in the order they were sent, in every state but purged."""
    rows = await connection.execute(
        select(*_COLUMNS).where(file.c.petition_id == petition_id, file.c.state != "purged").order_by(file.c.id)
    )
    return [_stored(row) for row in rows]


async def purge(connection: AsyncConnection, ids: Sequence[int]) -> list[str]:
    """
    Forget files: names and handles go, rows stay. Return the blobs that no file names any more.

    Delete those blobs after the commit: a blob too many harms nobody, a missing one does.
    """
    kept = await connection.execute(select(file.c.sha256, file.c.thumbnail).where(file.c.id.in_(ids)))
    blobs = {name for row in kept for name in row if name}
    await connection.execute(
        update(file)
        .where(file.c.id.in_(ids))
        .values(state="purged", name="", source="", sha256=None, thumbnail=None, size=0, next_try_at=None)
    )
    free = []
    for blob in sorted(blobs):
        others = select(func.count()).where(or_(file.c.sha256 == blob, file.c.thumbnail == blob))
        if await connection.scalar(others) == 0:
            free.append(blob)
    return free
