"""Who is told of a change: the residents of a case, once each, and the officers who handle it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.messages import Option, Reply, Words
from domain.kinds import Organisation
from domain.routing import Body
from domain.units import UnitRef
from storage import officers, outbox, petitions
from storage.schema import conversation


def handler_of(case: object) -> Body:
    """Return the body that handles a case row."""
    unit = getattr(case, "handler_unit_code")  # noqa: B009  # a row's columns are not known to the type checker
    province = getattr(case, "province_code")  # noqa: B009
    organisation = Organisation(getattr(case, "handler_organisation"))  # noqa: B009
    return Body(UnitRef(unit, province if len(unit) == 5 else None), organisation)


async def tell_handlers(
    db: AsyncConnection,
    case_id: int,
    sentence: Words,
    options: tuple[Option, ...] = (),
    *,
    now: datetime,
    collapse: str = "",
    once: str | None = None,
    but_not: int | None = None,
) -> int:
    """
    Tell every officer of the case's handling body, each in one chat; `but_not` is who caused it.

    Returns how many were told.
    """
    case = await petitions.case_by_id(db, case_id)
    if case is None:
        return 0
    people = [row.id for row in await officers.handlers_of(db, handler_of(case)) if row.id != but_not]
    told: set[int] = set()
    for chat in await officers.chats_of(db, people):
        if chat.officer_id in told:
            continue
        told.add(chat.officer_id)
        key = f"{once}/{chat.officer_id}" if once else None
        reply = Reply((sentence,), options, collapse=collapse)
        await outbox.queue(db, chat.id, reply, now=now, once=key, about_case_id=case_id)
    return len(told)


async def tell_residents(
    db: AsyncConnection,
    case_id: int,
    sentence: Words,
    options: tuple[Option, ...] = (),
    *,
    now: datetime,
    once: str | None = None,
    only_petition: int | None = None,
) -> int:
    """
    Tell the people behind a case, one message for each petition, with its own code as `{ $code }`.

    Returns how many were told; a petition without a chat (entered for a walk-in) is not.
    """
    told = 0
    for petition in await petitions.petitions_of_case(db, case_id):
        if petition.conversation_id is None or (only_petition is not None and petition.id != only_petition):
            continue
        chat = await chat_of_petition(db, petition.conversation_id)
        own = Words(sentence.key, {**sentence.values, "code": _display(petition.code)})
        choices = tuple(Option(o.id, o.label, o.choice.replace("{code}", petition.code), o.style) for o in options)
        key = f"{once}/{petition.id}" if once else None
        if await outbox.queue(db, chat, Reply((own,), choices), now=now, once=key, about_case_id=case_id):
            told += 1
    return told


def _display(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"


async def chat_of_petition(db: AsyncConnection, conversation_id: int) -> int:
    """
    Return the chat to write to: the petition's own, or the person's one used last when that is unreachable.
    """
    table = conversation
    own = (await db.execute(select(table).where(table.c.id == conversation_id))).one()
    if own.unreachable_at is None:
        return conversation_id
    query = (
        select(table.c.id)
        .where(table.c.person_id == own.person_id, table.c.unreachable_at.is_(None), table.c.officer_id.is_(None))
        .order_by(table.c.last_inbound_at.desc())
    )
    other = (await db.execute(query)).scalars().first()
    return int(other) if other is not None else conversation_id
