"""Consent and the end of keeping: a person's yes is recorded, what nobody agreed to is purged, people can be erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.forms import State
from conversation.state import state_from_json, state_to_json
from storage import following, traces
from storage.prepared import Prepared
from storage.schema import call_back, conversation, file, inbound, outbox, person, petition, rating
from storage.types import Moment

_consent = Prepared(
    update(person)
    .where(person.c.id == bindparam("who"))
    .values(consent_version=bindparam("version"), consented_at=bindparam("at", type_=Moment()))
)
_keep = Prepared(update(inbound).where(inbound.c.conversation_id == bindparam("chat")).values(purge_at=None))


async def give_consent(
    db: AsyncConnection, person_id: int, conversation_id: int, version: str, *, now: datetime
) -> None:
    """Record the consent with the version of its text; what was said so far in this chat is kept from now on."""
    await _consent(db, who=person_id, version=version, at=now)
    await _keep(db, chat=conversation_id)


_ENDED = ("delivered", "failed", "replaced")
"""Messages that are not on their way any more."""


async def purge_conversation(db: AsyncConnection, conversation_id: int, *, since: datetime | None = None) -> None:
    """
    Purge the words and files of this chat that belong to no petition: consent was refused, or the person asks for it.

    What was said back goes with them, for it quotes them. `since` leaves what came until then: a petition's words.
    """
    came, went = inbound.c.conversation_id == conversation_id, outbox.c.conversation_id == conversation_id
    if since is not None:
        came, went = came & (inbound.c.received_at > since), went & (outbox.c.created_at > since)
    await db.execute(update(inbound).where(came).values(body="", purge_at=None))
    await db.execute(update(outbox).where(went, outbox.c.state.in_(_ENDED)).values(reply=""))
    unfiled = (file.c.conversation_id == conversation_id) & file.c.petition_id.is_(None)
    await db.execute(update(file).where(unfiled).values(state="purged"))


async def purge_expired(db: AsyncConnection, *, now: datetime) -> int:
    """Purge the words that nobody agreed to our keeping once their time is over. Returns how many messages."""
    due = (inbound.c.purge_at <= now) & (inbound.c.body != "")
    chats = set((await db.execute(select(inbound.c.conversation_id).where(due))).scalars())
    done = await db.execute(update(inbound).where(due).values(body="", purge_at=None))
    if chats:
        # Nobody who agreed is among them: what was said in these chats quotes nothing but drafts.
        went = outbox.c.conversation_id.in_(chats) & outbox.c.state.in_(_ENDED)
        await db.execute(update(outbox).where(went).values(reply=""))
        unfiled = file.c.conversation_id.in_(chats) & file.c.petition_id.is_(None)
        await db.execute(update(file).where(unfiled).values(state="purged"))
        # The draft holds the same words, also one that was put aside.
        await _forget_drafts(db, conversation.c.id.in_(chats))
    return int(done.rowcount)


async def _forget_drafts(db: AsyncConnection, which: ColumnElement[bool], *, voices: bool = False) -> int:
    """
    Leave the forms of these chats, parked ones too; the count of runs stays, so that old buttons stay old.

    With `voices` it stays known how people are spoken to there.
    """
    table = conversation
    rows = (await db.execute(select(table.c.id, table.c.state).where(which, table.c.state != ""))).all()
    for row in rows:
        state = state_from_json(row.state)
        empty = state_to_json(State(run=state.run, voice=state.voice if voices else ""))
        await db.execute(update(table).where(table.c.id == row.id).values(state=empty, expires_at=None))
    return len(rows)


async def expire_conversations(db: AsyncConnection, *, now: datetime) -> int:
    """Leave the forms that nobody went on with. Returns how many."""
    return await _forget_drafts(db, conversation.c.expires_at <= now, voices=True)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a person, counted."""

    consented_at: datetime | None
    chats: int
    messages: int
    files: int


async def kept_of(db: AsyncConnection, person_id: int) -> Kept:
    """Return what is kept of a person."""
    chats = select(conversation.c.id).where(conversation.c.person_id == person_id)
    consented = (await db.execute(select(person.c.consented_at).where(person.c.id == person_id))).scalar()
    messages = (
        select(func.count()).select_from(inbound).where(inbound.c.conversation_id.in_(chats), inbound.c.body != "")
    )
    files = select(func.count()).select_from(file).where(file.c.conversation_id.in_(chats), file.c.state == "stored")
    return Kept(
        consented,
        len((await db.execute(chats)).all()),
        int((await db.execute(messages)).scalar_one()),
        int((await db.execute(files)).scalar_one()),
    )


async def erase_person(db: AsyncConnection, person_id: int, *, now: datetime) -> None:
    """
    Erase a person: name, phone, chat transcript, loose files, consent, what they follow.

    Petitions keep their text without the sender, as the notice of the consent says: who received one must keep
    it. Source of the right: Luật Bảo vệ dữ liệu cá nhân 91/2025 Art 4, 14.
    """
    chats = select(conversation.c.id).where(conversation.c.person_id == person_id)
    own = select(petition.c.id).where(petition.c.person_id == person_id)
    await db.execute(
        update(person)
        .where(person.c.id == person_id)
        .values(name=None, phone=None, consent_version=None, consented_at=None, erased_at=now)
    )
    await db.execute(
        update(petition)
        .where(petition.c.person_id == person_id)
        .values(sender_name=None, sender_phone=None, lat=None, lon=None, name_visibility="without")
    )
    await traces.refresh(db, (await db.execute(own)).scalars(), anew=True)  # their pins' cells go
    await db.execute(update(conversation).where(conversation.c.person_id == person_id).values(sender_name=None))
    await _forget_drafts(db, conversation.c.person_id == person_id)
    await db.execute(update(inbound).where(inbound.c.conversation_id.in_(chats)).values(body="", purge_at=None))
    sent = outbox.c.conversation_id.in_(chats) & outbox.c.state.in_(_ENDED)
    await db.execute(update(outbox).where(sent).values(reply=""))
    await db.execute(update(file).where(file.c.conversation_id.in_(chats)).values(state="purged"))
    await db.execute(update(call_back).where(call_back.c.conversation_id.in_(chats)).values(phone="", note=""))
    await db.execute(update(rating).where(rating.c.petition_id.in_(own)).values(comment=None))
    await following.remove(db, person_id)
