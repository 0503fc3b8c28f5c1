"""Who is told of a change: the residents of a case, once each, and the officers who handle it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.distress import distress_in, speaks_as_adult
from conversation.messages import Option, OutgoingFile, Reply, Words
from conversation.voices import OFFICER
from domain import receipt
from domain.calendar import local_date
from domain.kinds import Organisation
from domain.roles import HANDLERS
from domain.routing import Body
from domain.units import UnitRef
from storage import absences, cases, links, officers, outbox, petitions
from storage.outbox import Notice
from storage.schema import conversation


def handler_of(case: Row[Any]) -> Body:
    """Return the body that handles a case row."""
    unit, province = case.handler_unit_code, case.province_code
    return Body(UnitRef(unit, province if len(unit) == 5 else None), Organisation(case.handler_organisation))


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
    Tell the officers who handle a case, each in the chat used last; `but_not` is who caused it.

    The officer whom the case is given to hears it alone; without one, or while that one has no chat,
    everybody of the handling body does. Who is away has it told to the substitute instead, unless the case is
    confidential: that one may belong to another body. Who is concerned by the case never hears of it. Returns how
    many were told.
    """
    case = await petitions.case_by_id(db, case_id)
    if case is None:
        return 0
    barred = {*await cases.recused(db, case_id), but_not}
    body = [
        row.id
        for row in await officers.handlers_of(db, handler_of(case))
        if row.id not in barred and not HANDLERS.isdisjoint(row.roles)
    ]
    stand_in = {} if case.confidential or not body else await absences.substitutes(db, local_date(now))
    given = stand_in.get(case.officer_id, case.officer_id) if case.officer_id in body else None
    if given is not None and given not in barred:
        told = await tell_officers(
            db, [given], sentence, options, now=now, collapse=collapse, once=once, case_id=case_id
        )
        if told:
            return told
    elif but_not is not None and but_not in {case.officer_id, stand_in.get(case.officer_id)}:
        return 0
    others = list(dict.fromkeys(id for one in body if (id := stand_in.get(one, one)) not in barred))
    for ids in (others, body) if stand_in else (body,):  # a substitute without a chat hears nothing
        told = await tell_officers(db, ids, sentence, options, now=now, collapse=collapse, once=once, case_id=case_id)
        if told:
            return told
    return 0


async def tell_officers(
    db: AsyncConnection,
    officer_ids: Sequence[int],
    sentence: Words,
    options: tuple[Option, ...] = (),
    *,
    now: datetime,
    collapse: str = "",
    once: str | None = None,
    case_id: int | None = None,
) -> int:
    """Tell these officers, each in the chat used last; return how many were told."""
    newest: dict[int, int] = {}
    for chat in await officers.chats_of(db, officer_ids):
        newest.setdefault(chat.officer_id, chat.id)
    reply = Reply((sentence,), options, collapse=collapse, voice=OFFICER)
    notices = [Notice(chat, reply, f"{once}/{officer}" if once else None, case_id) for officer, chat in newest.items()]
    return await outbox.queue_many(db, notices, now=now)


async def tell_residents(
    db: AsyncConnection,
    case_id: int,
    sentence: Words,
    options: tuple[Option, ...] = (),
    *,
    now: datetime,
    once: str | None = None,
    only_petition: int | None = None,
    but_not: int | None = None,
    files: tuple[OutgoingFile, ...] = (),
) -> int:
    """
    Tell the people behind a case, one message for each petition, with its own code as `{ $code }`.

    In an option's payload `{code}` stands for that code. `but_not` is the petition of whoever caused it.
    Returns how many were told; a petition without a chat (entered for a walk-in) is not.
    """
    told = [
        petition
        for petition in await petitions.petitions_of_case(db, case_id)
        if petition.conversation_id is not None and only_petition in {None, petition.id} and petition.id != but_not
    ]
    chats = await chats_of_petitions(db, told)
    voices = await _voices(db, told)
    notices = []
    for petition in told:
        own = Words(sentence.key, {**sentence.values, "code": receipt.display(petition.code)})
        choices = tuple(replace(option, choice=option.choice.replace("{code}", petition.code)) for option in options)
        key = f"{once}/{petition.id}" if once else None
        reply = Reply((own,), choices, files, voice=voices.get(petition.id, ""))
        notices.append(Notice(chats[petition.id], reply, key, case_id))
    return await outbox.queue_many(db, notices, now=now)


async def _voices(db: AsyncConnection, told: Sequence[Row[Any]]) -> dict[int, str]:
    """Return how the senders are spoken to who are not as everybody: as their petition tells, or their chat."""
    found = {petition.id: distress_in(petition.text, danger=True).voice for petition in told}
    unsaid = {p.id: p.conversation_id for p in told if not found[p.id] and not speaks_as_adult(p.text)}
    known: dict[int, str] = {}
    for chats in _parts(sorted(set(unsaid.values()))):
        known |= await links.voices_in(db, chats)
    return found | {petition: known[chat] for petition, chat in unsaid.items() if chat in known}


async def chats_of_petitions(db: AsyncConnection, told: Sequence[Row[Any]]) -> dict[int, int]:
    """
    Return the chat to write to, by petition id: of those of the petition's chat's person, the one used last.

    Who linked several messengers hears of it where they write now, and elsewhere when that one is unreachable; a
    petition that was opened elsewhere with its PIN belongs to that chat's person.
    """
    own = {petition.id: petition.conversation_id for petition in told}
    table = conversation
    person: dict[int, int] = {}  # chat -> person
    for ids in _parts(sorted(set(own.values()))):
        query = select(table.c.id, table.c.person_id).where(table.c.id.in_(ids), table.c.officer_id.is_(None))
        person |= {row.id: row.person_id for row in await db.execute(query)}
    newest: dict[int, int] = {}  # person -> chat
    for people in _parts(sorted(set(person.values()))):
        newest |= await links.last_used(db, people)
    return {petition: newest.get(person.get(chat, 0), chat) for petition, chat in own.items()}


def _parts(ids: list[int], size: int = 500) -> list[list[int]]:
    return [ids[start : start + size] for start in range(0, len(ids), size)]


async def tell_body(
    db: AsyncConnection, body: Body, sentence: Words, options: tuple[Option, ...] = (), *, now: datetime
) -> int:
    """Tell every officer of a body, each in the chat used last; returns how many."""
    people = [row.id for row in await officers.handlers_of(db, body) if not HANDLERS.isdisjoint(row.roles)]
    return await tell_officers(db, people, sentence, options, now=now)
