"""Which petitions a chat may see in full, and how many wrong tries a stranger has."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import TooManyTries, UnknownCode
from handlers.visit import Visit
from storage import petitions
from storage.schema import wrong_try


def is_own(visit: Visit, petition: Row[Any]) -> bool:
    """Tell whether the petition is this person's, or was opened in this chat with its PIN."""
    return bool(petition.person_id == visit.row.person_id or petition.conversation_id == visit.row.id)


async def own_petition(visit: Visit, code: str) -> Row[Any]:
    """
    Return the person's petition with this code.

    Raises:
        UnknownCode: there is none, or it is another's: a stranger learns nothing from the difference.
    """
    petition = await petitions.petition_by_code(await visit.db(), code)
    if petition is None or not is_own(visit, petition):
        raise UnknownCode
    return petition


async def count_wrong_try(db: AsyncConnection, what: str, now: datetime) -> None:
    """Write down a wrong code or PIN."""
    await db.execute(insert(wrong_try).values(what=what, at=now))


async def check_tries(visit: Visit, what: str) -> None:
    """
    Refuse when too many wrong codes or PINs were tried lately.

    Raises:
        TooManyTries: says how long to wait.
    """
    limits = visit.services.limits
    since = visit.now - limits.wrong_tries_within
    query = select(func.count(), func.min(wrong_try.c.at)).where(wrong_try.c.what == what, wrong_try.c.at > since)
    count, first = (await (await visit.db()).execute(query)).one()
    if count >= limits.wrong_tries:
        wait: timedelta = first + limits.wrong_tries_within - visit.now
        raise TooManyTries(retry_after_seconds=max(60, int(wait.total_seconds())))
