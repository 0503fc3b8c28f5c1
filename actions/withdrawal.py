"""A person withdrew at the messenger: everything of theirs that is personal goes, and nothing more is sent."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from actions import privacy
from storage import audit
from storage.schema import chat_window, conversation, outbox

WITHDRAWN = "withdrawn"
"""Reason of what was not sent any more, and why a chat is not written to."""


async def withdraw(db: AsyncConnection, conversation_id: int, *, now: datetime) -> None:
    """
    Erase the person of a chat and end what was on its way to them.

    Petitions keep their text without the sender, as with an erasure in the chat. Source of the right: Luật Bảo vệ dữ
    liệu cá nhân 91/2025 Art 4, 14; of the event: zalo reference B8, `user_withdraw`.
    """
    person = select(conversation.c.person_id).where(conversation.c.id == conversation_id)
    person_id = int((await db.execute(person)).scalar_one())
    chats = select(conversation.c.id).where(conversation.c.person_id == person_id)
    unsent = outbox.c.conversation_id.in_(chats) & outbox.c.state.in_(("queued", "leased", "waiting"))
    await db.execute(update(outbox).where(unsent).values(state="failed", reason=WITHDRAWN, done_at=now))
    await privacy.erase_person(db, person_id, now=now)
    await db.execute(update(chat_window).where(chat_window.c.conversation_id.in_(chats)).values(alias=None))
    gone = {"unreachable_at": now, "unreachable_reason": WITHDRAWN}
    await db.execute(update(conversation).where(conversation.c.id == conversation_id).values(**gone))
    await audit.append(db, at=now, actor="messenger", action="withdraw", subject=f"person/{person_id}")
