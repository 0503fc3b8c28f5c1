"""The end of keeping: words of old messages, files that were given up, blobs that nobody names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Exists, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.schema import case_file, case_petition, conversation, file, inbound, outbox, petition


async def old_inbound(db: AsyncConnection, *, before: datetime, after_id: int, limit: int) -> list[int]:
    """
    Return messages received before a moment whose words are still kept, by id from above `after_id`.

    Messages of somebody with an open case are kept as long as it is open.
    """
    c = inbound.c
    query = (
        select(c.id)
        .join(conversation, conversation.c.id == c.conversation_id)
        .where(c.id > after_id, c.received_at < before, c.body != "", c.state != "retry", ~_has_open_case())
        .order_by(c.id)
        .limit(limit)
    )
    return list((await db.execute(query)).scalars())


async def old_outbox(db: AsyncConnection, *, before: datetime, after_id: int, limit: int) -> list[int]:
    """Return messages that came to their end before a moment and still have words, as `old_inbound`."""
    c = outbox.c
    query = (
        select(c.id)
        .join(conversation, conversation.c.id == c.conversation_id)
        .where(
            c.id > after_id,
            c.created_at < before,
            c.state.in_(("delivered", "failed", "replaced")),
            c.reply != "",
            ~_has_open_case(),
        )
        .order_by(c.id)
        .limit(limit)
    )
    return list((await db.execute(query)).scalars())


def _has_open_case() -> Exists:
    return (
        select(case_file.c.id)
        .join(case_petition, case_petition.c.case_id == case_file.c.id)
        .join(petition, petition.c.id == case_petition.c.petition_id)
        .where(petition.c.person_id == conversation.c.person_id, text("case_file.state <> 'closed'"))
        .correlate(conversation)
        .exists()
    )


async def purge_inbound(db: AsyncConnection, ids: Sequence[int]) -> int:
    """Purge the words of these messages; the rows stay, so that a message is never taken twice."""
    return (await db.execute(update(inbound).where(inbound.c.id.in_(ids)).values(body="", purge_at=None))).rowcount


async def purge_outbox(db: AsyncConnection, ids: Sequence[int]) -> int:
    """Purge the words of these messages; the rows stay, so that nothing is sent twice."""
    return (await db.execute(update(outbox).where(outbox.c.id.in_(ids)).values(reply=""))).rowcount


async def given_up_files(db: AsyncConnection, *, limit: int) -> list[tuple[int, str | None, str | None]]:
    """Return files that were purged and still have a name or bytes: (id, blob, blob of the thumbnail)."""
    c = file.c
    query = select(c.id, c.sha256, c.thumbnail).where(c.state == "purged", or_(c.sha256.is_not(None), c.source != ""))
    return [(row.id, row.sha256, row.thumbnail) for row in await db.execute(query.order_by(c.id).limit(limit))]


async def forget_files(db: AsyncConnection, ids: Sequence[int]) -> int:
    """Take names, handles and blobs from these rows; the rows stay."""
    nothing = {"name": "", "source": "", "sha256": None, "thumbnail": None, "size": 0, "next_try_at": None}
    return (await db.execute(update(file).where(file.c.id.in_(ids), file.c.state == "purged").values(nothing))).rowcount


async def named_blobs(db: AsyncConnection, names: Sequence[str]) -> set[str]:
    """Return those of the blobs that are named by a row. A further table that names blobs is to be asked here."""
    c = file.c
    query = select(c.sha256, c.thumbnail).where(or_(c.sha256.in_(names), c.thumbnail.in_(names)))
    return {name for row in await db.execute(query) for name in row if name} & set(names)
