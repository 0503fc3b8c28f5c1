"""Administrators are told of messages that could not be handled; which, never what was in them."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from actions.notices import tell_officers
from conversation.messages import Option, words
from storage import accounts, failures

SEEN_OPTION: Final = Option("failures", words("button-failures"), "!failures=")


async def tell_administrators(db: AsyncConnection, *, now: datetime) -> int:
    """
    Queue one message to each active administrator about all failures that nobody was told of; return how many.

    While no administrator has a chat that can be written to, the failures wait for one.
    """
    count = await failures.untold(db)
    if not count:
        return 0
    told = await tell_officers(
        db,
        await accounts.administrator_ids(db),
        words("failures-notice", count=count),
        (SEEN_OPTION,),
        now=now,
    )
    return await failures.mark_told(db) if told else 0
