"""
Reply windows of chats, and the messages that wait for them: held, joined, moved to another chat, taken up again.

A message that waits is a row of the outbox in state `waiting`; nobody claims it until the person does something.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, String, and_, bindparam, func, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from conversation.codec import reply_from_json, reply_to_json
from conversation.messages import Option, Reply
from domain.window import Window, is_important
from storage.outbox import NEWS, QUIET, UNSENT
from storage.prepared import Prepared
from storage.schema import case_petition, chat_window, conversation, outbox, petition
from storage.types import Key, Moment

WAITING: Final = "waiting"
JOINED: Final = "joined/"
"""Begins the reason of a row whose words went into another: its id follows."""

WINDOWED: Final = frozenset({"zalo_oa"})
"""Channels with a reply window. Source: zalo reference B4."""

OPTIONS_MAX: Final = 10
"""Choices in one joined message; more are a wall, and everything is behind the receipt code anyway."""

PARAGRAPHS_MAX: Final = 12
"""Sentences in one joined message; what is beyond goes into a next one."""

_interacted = Prepared(
    text(
        """
        INSERT INTO chat_window (conversation_id, alias, interacted_at, closed_at, sent)
        VALUES (:chat, :alias, :at, NULL, 0)
        ON CONFLICT (conversation_id) DO UPDATE SET
            alias = coalesce(excluded.alias, chat_window.alias),
            sent = CASE WHEN chat_window.interacted_at >= excluded.interacted_at THEN chat_window.sent ELSE 0 END,
            closed_at = CASE WHEN chat_window.closed_at >= excluded.interacted_at THEN chat_window.closed_at END,
            interacted_at = CASE WHEN chat_window.interacted_at >= excluded.interacted_at
                            THEN chat_window.interacted_at ELSE excluded.interacted_at END"""
    ).bindparams(bindparam("chat", type_=Key), bindparam("alias", type_=String), bindparam("at", type_=Moment))
)
"""An event that comes late does not turn the window back."""


async def interacted(db: AsyncConnection, conversation_id: int, *, at: datetime, alias: str = "") -> None:
    """The person did something: the window is open anew."""
    await _interacted(db, chat=conversation_id, alias=alias or None, at=at)


async def window_of(db: AsyncConnection, conversation_id: int) -> Window:
    """Return a chat's window."""
    c = chat_window.c
    query = select(c.interacted_at, c.sent, c.closed_at).where(c.conversation_id == conversation_id)
    row = (await db.execute(query)).first()
    return Window(*row) if row else Window()


CLOCKS_DIFFER: Final = timedelta(seconds=2)
"""How far the messenger's clock may be from ours; in doubt a message counts, which costs nobody money."""

_sent = text(
    "UPDATE chat_window SET sent = sent + 1 "
    "WHERE conversation_id = :chat AND (interacted_at IS NULL OR interacted_at <= :at)"
).bindparams(bindparam("at", type_=Moment), bindparam("chat", type_=Key))


async def count_sent(db: AsyncConnection, channel: str, sent: Mapping[str, Sequence[datetime]]) -> None:
    """Count messages that went out at these moments, by address; what came before the person's last word is history."""
    for address, moments in sorted(sent.items()):
        chat = select(conversation.c.id).where(conversation.c.channel == channel, conversation.c.address == address)
        conversation_id = (await db.execute(chat)).scalar()
        if conversation_id is not None:
            await db.execute(_sent, [{"at": at + CLOCKS_DIFFER, "chat": conversation_id} for at in moments])


async def close(db: AsyncConnection, conversation_id: int, *, at: datetime) -> None:
    """The messenger itself says that the window is closed."""
    closed = update(chat_window).where(chat_window.c.conversation_id == conversation_id).values(closed_at=at)
    if (await db.execute(closed)).rowcount == 0:
        await db.execute(
            chat_window.insert().values(conversation_id=conversation_id, closed_at=at, sent=0, interacted_at=None)
        )


async def chat_of_alias(db: AsyncConnection, channel: str, alias: str) -> int | None:
    """Return the chat that the messenger knows by this other id."""
    query = (
        select(conversation.c.id)
        .join(chat_window, chat_window.c.conversation_id == conversation.c.id)
        .where(conversation.c.channel == channel, chat_window.c.alias == alias)
    )
    return (await db.execute(query)).scalar()


# --- Holding and taking up ------------------------------------------------------------------------------------------

_LET_GO: dict[str, Any] = {"leased_by": None, "leased_until": None}


async def hold(db: AsyncConnection, conversation_id: int, reason: str, *, only: int | None = None) -> int:
    """Let unsent messages of a chat wait for its person, all or the row `only`; return how many."""
    which: ColumnElement[bool] = and_(text(UNSENT), outbox.c.conversation_id == conversation_id)
    if only is not None:
        which = and_(which, outbox.c.id == only)
    return (await db.execute(update(outbox).where(which).values(state=WAITING, reason=reason, **_LET_GO))).rowcount


_waiting = Prepared(
    select(outbox.c.id, outbox.c.reply, outbox.c.once)
    .where(
        outbox.c.conversation_id == bindparam("chat"),
        outbox.c.state == WAITING,
        func.coalesce(outbox.c.reason, "") != QUIET,
    )
    .order_by(outbox.c.id)
)


async def take_up(db: AsyncConnection, conversation_id: int, *, now: datetime) -> int:
    """
    The person is there again: queue what waited, joined into as few messages as fit, important words first.

    Call it before the replies to what they write now are put in: older words come first. Returns how many messages
    there are now.
    """
    found = await _waiting(db, chat=conversation_id)
    if not found:
        return 0
    db.info[NEWS] = True
    rows = await _without_old_digests(db, found)
    groups = _groups([(row.id, reply_from_json(row.reply)) for row in rows])
    ids = sorted(row.id for row in rows)
    for number, group in enumerate(groups):
        await _join(db, group, into=ids[number], now=now)
    return len(groups)


_DIGEST = re.compile(r"(digest/(?:week/)?)\d+/")
"""Begins the name of an officer's digest of a day, or a leader's of a week."""


async def _without_old_digests(db: AsyncConnection, rows: Sequence[Row[Any]]) -> list[Row[Any]]:
    """
    Let the newest digest of its kind stand for those before it, and return the rest.

    What an older one names that is still open stands in the newer one as well; read together they say it twice.
    """
    newest: dict[str, int] = {}
    kept: list[Row[Any]] = []
    for row in reversed(rows):
        kind = _DIGEST.match(row.once or "")
        later = newest.setdefault(kind[1], row.id) if kind else row.id
        if later == row.id:
            kept.append(row)
            continue
        gone = {"state": "replaced", "reason": f"{JOINED}{later}"}
        await db.execute(update(outbox).where(outbox.c.id == row.id, outbox.c.state == WAITING).values(**gone))
    return kept[::-1]


def _groups(rows: Sequence[tuple[int, Reply]]) -> list[list[tuple[int, Reply]]]:
    """Return the messages in their order, in groups that make one message each."""
    ordered = sorted(rows, key=lambda row: (not is_important(tuple(p.key for p in row[1].paragraphs)), row[0]))
    groups: list[list[tuple[int, Reply]]] = []
    for row in ordered:
        count = sum(len(reply.paragraphs) for _, reply in groups[-1]) if groups else PARAGRAPHS_MAX
        if count + len(row[1].paragraphs) > PARAGRAPHS_MAX:
            groups.append([])
        groups[-1].append(row)
    return groups


async def _join(db: AsyncConnection, group: Sequence[tuple[int, Reply]], *, into: int, now: datetime) -> None:
    """Put a group's words into the row `into`, which is one of those that wait."""
    made = reply_to_json(joined([reply for _, reply in group]))
    queued = {"state": "queued", "reason": None, "not_before": now, "attempts": 0, "sent_parts": 0, "done_at": None}
    await db.execute(update(outbox).where(outbox.c.id == into).values(reply=made, **queued, **_LET_GO))
    rest = [id for id, _ in group if id != into]
    if rest:
        gone = {"state": "replaced", "reason": f"{JOINED}{into}"}
        await db.execute(update(outbox).where(outbox.c.id.in_(rest), outbox.c.state == WAITING).values(**gone))


def joined(replies: Sequence[Reply]) -> Reply:
    """Return several messages as one: all sentences and files, each choice once."""
    if len(replies) == 1:
        return replies[0]
    options: dict[str, Option] = {}
    for reply in replies:
        for option in reply.options:
            options.setdefault(option.choice, option)
    return Reply(
        tuple(paragraph for reply in replies for paragraph in reply.paragraphs),
        tuple(options.values())[:OPTIONS_MAX],
        tuple(file for reply in replies for file in reply.files),
        voice=next((reply.voice for reply in replies if reply.voice), ""),
    )


async def has_behind(db: AsyncConnection, conversation_id: int, id: int) -> bool:
    """Return whether a notice queues up behind this row."""
    notice = or_(outbox.c.about_case_id.is_not(None), outbox.c.once.is_not(None))
    behind = and_(outbox.c.conversation_id == conversation_id, outbox.c.state == "queued", outbox.c.id > id, notice)
    return (await db.execute(select(outbox.c.id).where(behind).limit(1))).first() is not None


async def join_behind(db: AsyncConnection, conversation_id: int, id: int, *, me: str, now: datetime) -> Reply | None:
    """
    Put notices that queue up behind a leased notice into it, each message being paid for; None when there is none.

    Only notices are joined, rows with a case or a name: replies answer one word each.
    """
    notice = or_(outbox.c.about_case_id.is_not(None), outbox.c.once.is_not(None))
    same = and_(outbox.c.conversation_id == conversation_id, notice)
    head = (
        await db.execute(
            select(outbox.c.reply).where(same, outbox.c.id == id, outbox.c.leased_by == me, outbox.c.sent_parts == 0)
        )
    ).scalar()
    if head is None:
        return None
    behind = (
        await db.execute(
            select(outbox.c.id, outbox.c.reply)
            .where(same, outbox.c.state == "queued", outbox.c.id > id, outbox.c.not_before <= now)
            .order_by(outbox.c.id)
            .limit(PARAGRAPHS_MAX)
        )
    ).all()
    group = _groups([(id, reply_from_json(head)), *((row.id, reply_from_json(row.reply)) for row in behind)])
    mine = next(some for some in group if any(row_id == id for row_id, _ in some))
    if len(mine) < 2:
        return None
    reply = joined([one for _, one in mine])
    rest = [row_id for row_id, _ in mine if row_id != id]
    await db.execute(update(outbox).where(outbox.c.id == id).values(reply=reply_to_json(reply)))
    gone = {"state": "replaced", "reason": f"{JOINED}{id}"}
    await db.execute(update(outbox).where(outbox.c.id.in_(rest), outbox.c.state == "queued").values(**gone))
    return reply


async def fail_joined(db: AsyncConnection, ids: Sequence[int], reason: str, *, now: datetime) -> None:
    """Rows whose words went into these failed with them: each case's officer must see it."""
    for id in ids:
        chat = select(outbox.c.conversation_id).where(outbox.c.id == id).scalar_subquery()
        same = and_(outbox.c.conversation_id == chat, outbox.c.state == "replaced", outbox.c.reason == f"{JOINED}{id}")
        await db.execute(update(outbox).where(same).values(state="failed", reason=reason, done_at=now))


# --- Another chat of the same person --------------------------------------------------------------------------------


async def other_chat(db: AsyncConnection, conversation_id: int, channels: Sequence[str]) -> int | None:
    """
    Return another chat in which the same person can be reached, the one used last; None when there is none.

    The web chat counts only when it was used after this chat: nobody is told there of something new.
    """
    c = conversation.c
    here = (await db.execute(select(conversation).where(c.id == conversation_id))).one()
    owner = c.officer_id == here.officer_id if here.officer_id is not None else c.officer_id.is_(None)
    query = (
        select(c.id, c.channel, c.last_inbound_at)
        .where(
            c.person_id == here.person_id if here.officer_id is None else c.officer_id.is_not(None),
            owner,
            c.id != conversation_id,
            c.channel.in_(channels),
            c.channel != here.channel,
            c.unreachable_at.is_(None),
        )
        .order_by(c.last_inbound_at.desc().nulls_last(), c.id)
    )
    for row in await db.execute(query):
        newer = here.last_inbound_at is None or (row.last_inbound_at and row.last_inbound_at > here.last_inbound_at)
        if row.channel != "webchat" or newer:
            return int(row.id)
    return None


async def move(db: AsyncConnection, conversation_id: int, to: int, *, now: datetime, waiting: bool = True) -> int:
    """Move a chat's unsent and, unless not wanted, waiting notices to another chat; return how many."""
    notice = or_(outbox.c.about_case_id.is_not(None), outbox.c.once.is_not(None))
    states = ("queued", "leased", WAITING) if waiting else ("queued", "leased")
    which = and_(outbox.c.conversation_id == conversation_id, outbox.c.state.in_(states), notice)
    moved = {
        "conversation_id": to,
        "state": "queued",
        "reason": None,
        "not_before": now,
        "attempts": 0,
        "sent_parts": 0,
    }
    return (await db.execute(update(outbox).where(which).values(**moved, **_LET_GO))).rowcount


# --- What an officer sees -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Waiting:
    """Residents who have not heard yet of something about their case, since when."""

    people: int
    since: datetime


async def waiting_about(db: AsyncConnection, case_id: int) -> Waiting | None:
    """
    Return how many of a case's residents a message about it waits for.

    Looked up chat by chat: the outbox has no index of what waits, and is the longest of all tables.
    """
    o, held = outbox.c, case_petition.c
    theirs = (
        select(conversation.c.id)
        .join(petition, petition.c.person_id == conversation.c.person_id)
        .join(case_petition, held.petition_id == petition.c.id)
        .where(held.case_id == case_id, held.left_at.is_(None))
    )
    query = select(func.count(o.conversation_id.distinct()), func.min(o.created_at)).where(
        o.conversation_id.in_(theirs), o.about_case_id == case_id, o.state == WAITING
    )
    people, since = (await db.execute(query)).one()
    return Waiting(people, since) if people else None


async def waiting_counts(db: AsyncConnection) -> dict[str, int]:
    """Return how many messages wait for their person, by channel."""
    query = (
        select(conversation.c.channel, func.count())
        .select_from(outbox.join(conversation, conversation.c.id == outbox.c.conversation_id))
        .where(text("outbox.state = 'waiting'"))  # written out, or the partial index is not seen
        .group_by(conversation.c.channel)
    )
    return {row[0]: row[1] for row in await db.execute(query)}
