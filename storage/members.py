"""Which petitions a case holds, and what later happens to them: joined, left, withdrawn, added to, rated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import petitions, traces
from storage.schema import case_petition, conversation, file, petition, rating


async def belongs(db: AsyncConnection, case_id: int, person_id: int) -> bool:
    """Tell whether one of a person's petitions is, or was, in a case."""
    query = (
        select(case_petition.c.id)
        .join(petition, petition.c.id == case_petition.c.petition_id)
        .where(case_petition.c.case_id == case_id, petition.c.person_id == person_id)
        .limit(1)
    )
    return (await db.execute(query)).first() is not None


async def petition_by_id(db: AsyncConnection, petition_id: int) -> Row[Any] | None:
    """Return a petition."""
    return (await db.execute(select(petition).where(petition.c.id == petition_id))).first()


async def put_into(
    db: AsyncConnection,
    case_id: int,
    petition_ids: Sequence[int],
    *,
    at: datetime,
    by: str,
    officer_id: int | None = None,
) -> list[int]:
    """Make the petitions the case's, those that left it among them; return which were not in it before."""
    table = case_petition
    query = select(table.c.petition_id, table.c.left_at).where(
        table.c.case_id == case_id, table.c.petition_id.in_(petition_ids)
    )
    known = {row.petition_id: row.left_at for row in (await db.execute(query)).all()}
    back = [p for p in petition_ids if known.get(p) is not None]
    if back:  # who comes back has the whole story: when and how they first joined stays
        again = (table.c.case_id == case_id) & table.c.petition_id.in_(back)
        await db.execute(update(table).where(again).values(left_at=None))
    new = [p for p in petition_ids if p not in known]
    for petition_id in new:
        await petitions.join_case(db, case_id, petition_id, at=at, by=by, officer_id=officer_id)
    await traces.refresh(db, [*back, *new])
    return sorted([*back, *new])


async def take_out(db: AsyncConnection, case_id: int, petition_ids: Sequence[int], *, at: datetime) -> None:
    """Let the petitions leave the case; the rows stay, so that it can be undone."""
    here = (case_petition.c.case_id == case_id) & case_petition.c.petition_id.in_(petition_ids)
    await db.execute(update(case_petition).where(here, case_petition.c.left_at.is_(None)).values(left_at=at))
    await traces.refresh(db, petition_ids)


async def mark_withdrawn(db: AsyncConnection, petition_id: int, *, at: datetime) -> None:
    """Record that its sender withdrew a petition."""
    await db.execute(update(petition).where(petition.c.id == petition_id).values(withdrawn_at=at))
    await traces.refresh(db, [petition_id])


async def residents_among(db: AsyncConnection, conversation_ids: Sequence[int]) -> set[int]:
    """Return those of the chats that are no officer's."""
    if not conversation_ids:
        return set()
    chat = conversation.c
    query = select(chat.id).where(chat.id.in_(conversation_ids), chat.officer_id.is_(None))
    return set((await db.execute(query)).scalars())


async def add_files(db: AsyncConnection, petition_id: int, file_ids: Sequence[int], *, person_id: int) -> int:
    """Give files to a petition that its person sent in any of their chats; return how many were given."""
    if not file_ids:
        return 0
    own = select(conversation.c.id).where(conversation.c.person_id == person_id)
    fitting = file.c.id.in_(file_ids) & file.c.conversation_id.in_(own) & file.c.petition_id.is_(None)
    return (await db.execute(update(file).where(fitting).values(petition_id=petition_id))).rowcount


async def place_petition(db: AsyncConnection, petition_id: int, lat: float, lon: float) -> None:
    """Store a pin (WGS84 degrees) that came after filing."""
    await db.execute(update(petition).where(petition.c.id == petition_id).values(lat=lat, lon=lon))
    await traces.refresh(db, [petition_id], anew=True)


async def comment_of(db: AsyncConnection, petition_id: int) -> str:
    """Return the sentence of a petition's newest rating, '' without one."""
    newest = select(rating.c.comment).where(rating.c.petition_id == petition_id).order_by(rating.c.at.desc()).limit(1)
    return str((await db.execute(newest)).scalar() or "")


async def rate(db: AsyncConnection, petition_id: int, case_id: int, *, score: str, comment: str, at: datetime) -> None:
    """Store a rating; a second one of the same petition and case replaces the first."""
    here = (rating.c.petition_id == petition_id) & (rating.c.case_id == case_id)
    values = {"score": score, "comment": comment or None, "at": at}
    if (await db.execute(update(rating).where(here).values(**values))).rowcount == 0:
        await db.execute(insert(rating).values(petition_id=petition_id, case_id=case_id, **values))
