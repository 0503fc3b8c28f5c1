"""What becomes a row when a message was handled: itself, its conversation, each reply. Nothing is written here."""

from __future__ import annotations

from typing import Final

from conversation.codec import inbound_to_json, reply_to_json
from conversation.messages import Inbound, Reply
from conversation.state import state_to_json
from handlers.visit import Visit
from storage.hot import NewInbound, NewReply, Saved
from storage.outbox import Queued
from storage.types import to_ms

LEASE_MS: Final = 30_000
"""How long a reply is ours to send before another process may take it over, in milliseconds."""


def inbound_row(inbound: Inbound, *, now_ms: int, purge_at_ms: int) -> NewInbound:
    """Return the message as it is kept; without consent its words are purged then."""
    return NewInbound(
        inbound.channel, inbound.external_id, inbound.address, to_ms(inbound.at), now_ms, inbound_to_json(inbound),
        purge_at_ms,
    )  # fmt: skip


def conversation_row(visit: Visit, *, finished: bool) -> Saved:
    """Return the conversation as the message leaves it: as it was, if it failed."""
    row, state = visit.row, visit.state
    text = state_to_json(state) if finished else row.state
    keeps = finished and (state.form or state.parked or state.memo)
    return Saved(
        id=row.id,
        state=text,
        line=row.line + 1,
        expires_at=to_ms(visit.now + visit.services.limits.expires_after) if keeps else None,
        last_inbound_at=to_ms(visit.inbound.at),
        sender_name=visit.inbound.sender_name or row.sender_name,
    )


def reply_row(visit: Visit, reply: Reply, *, me: str) -> NewReply:
    """Return a reply as it is stored: leased to this process, unless something of its chat waits before it."""
    now = visit.now_ms
    mine = not (visit.row.waits_elsewhere or reply.delay_seconds)
    if not mine:
        visit.row.waits_elsewhere = True  # what follows in this chat queues up behind it
    return NewReply(
        conversation_id=visit.row.id,
        reply=reply_to_json(reply),
        not_before=now + int(reply.delay_seconds * 1000),
        created_at=now,
        collapse=reply.collapse or None,
        leased_by=me if mine else None,
        leased_until=now + LEASE_MS if mine else None,
    )


def queued(outbox_id: int, visit: Visit, reply: Reply, row: NewReply) -> Queued:
    """Return a leased reply as the deliverer takes it."""
    assert row.leased_until is not None
    return Queued(
        id=outbox_id,
        conversation_id=visit.row.id,
        channel=visit.row.channel,
        address=visit.row.address,
        language=visit.row.language,
        reply=reply,
        leased_until=row.leased_until,
        created_at=row.created_at,
    )
