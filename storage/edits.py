"""What a message said before its writer changed it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import inbound_from_json
from conversation.messages import Event
from storage.schema import inbound

LOOKED_BACK = 200
"""Messages of the chat that are searched: an edit mends what was written lately."""


async def text_before_edit(db: AsyncConnection, conversation_id: int, message_id: str, *, before_id: int) -> str | None:
    """
    Return the words of a message as they were before inbound row `before_id`, an earlier edit of it counted.

    None when the chat has no such message among its newest, or its words were purged.
    """
    if not message_id:
        return None
    c = inbound.c
    query = (
        select(c.body)
        .where(c.conversation_id == conversation_id, c.id < before_id, c.body != "")
        .order_by(c.line.desc())
        .limit(LOOKED_BACK)
    )
    for body in (await db.execute(query)).scalars():
        said = inbound_from_json(body)
        edited = said.event is Event.EDITED and said.replies_to == message_id
        if edited or said.message_id == message_id:
            return said.text
    return None
